//! Saving what can be read of a damaged dossier into a new one. The damaged file is read page by page, past SQLite, and
//! never written; rows go into a new file as values, as from a backup. See
//! `docs/decisions/0067-a-rescue-reads-pages.md`.

mod cells;
mod pages;
mod settle;
mod shapes;
mod told;
mod walk;

pub(crate) use pages::Pages;
pub(crate) use told::Saved;
pub use told::{PartKind, Rescue, RescuedPart};

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::domain::DocumentNumber;
use crate::files;
use crate::store::claim::Claim;
use crate::store::keys::{self, Lock};
use crate::store::migrations::OURS;
use crate::store::open::{self, APPLICATION_ID};
use crate::store::rescue::cells::{Value, be32};
use crate::store::rescue::shapes::Shape;
use crate::store::rescue::walk::{Found, Tree, Walk};
use crate::store::{Cell, Fit, Password, Refill, Stamp, Store, StoreError, kind_of, rollback};

/// Saves all that can be read of the dossier at `path` into a new one at `to`, which the same passwords open.
pub fn rescue(
    path: &Path,
    password: Option<&Password>,
    to: &Path,
    stamp: &Stamp,
) -> Result<Rescue, StoreError> {
    if !crate::store::is_free(to) {
        return Err(StoreError::AlreadyThere);
    }
    let _claim = Claim::existing(path)?;
    if open::is_busy(path)? {
        return Err(StoreError::Busy);
    }
    let lock = lock_of(path, password)?;
    let settled = taken_back(path, to, lock.as_ref())?;
    let source = settled.as_ref().map_or(path, |copy| copy.0.as_path());
    let mut walk = Walk::new(pages::Pages::open(source, lock.as_ref())?);
    let version = version_of(&mut walk)?;
    let shapes = shapes::shapes(version)?;
    let mut filling = Filling::begin(to, lock, version, &shapes)?;
    filling.trees(&mut walk, &shapes);
    filling.lost_leaves(&mut walk, &shapes);
    let history_whole = filling.history_whole();
    let Filling { refill, mut saved, failed, .. } = filling;
    if let Some(error) = failed {
        return Err(error);
    }
    if saved.iter().all(|saved| saved.saved == 0) {
        return Err(StoreError::NothingToSave);
    }
    settle::settle(refill.conn()?, &mut saved, history_whole, stamp)?;
    open::lay_triggers(refill.conn()?, version)?;
    if refill.finish()? == Fit::DoesNot {
        return Err(StoreError::Damaged);
    }
    let unread_pages = walk.unread();
    let lost_files = lost_files(to, password, &saved)?;
    // That pages wait to be written anew says nothing of a file that was only just written.
    let told = saved.into_iter().filter(|saved| saved.table != "unswept");
    let parts = told.map(Saved::told).collect();
    Ok(Rescue { parts, pages: walk.count(), unread_pages, history_whole, lost_files })
}

/// What opens it. A damaged file does not say itself whether it is encrypted; the key file beside it does.
fn lock_of(path: &Path, password: Option<&Password>) -> Result<Option<Lock>, StoreError> {
    match (keys::file_of(path).exists() && !open::looks_plain(path), password) {
        (false, None) => Ok(None),
        (false, Some(_)) => Err(StoreError::NoPassword),
        (true, None) => Err(StoreError::NeedsPassword),
        (true, Some(password)) => Ok(Some(keys::unlock(path, password)?)),
    }
}

/// A file of ours for a while.
struct Copy(PathBuf);

impl Drop for Copy {
    fn drop(&mut self) {
        files::remove_own(&self.0);
        files::remove_own(&rollback::file_of(&self.0));
    }
}

/// A change that was cut off is taken back in a copy: the file itself stays as it is.
fn taken_back(path: &Path, to: &Path, lock: Option<&Lock>) -> Result<Option<Copy>, StoreError> {
    if !rollback::is_unfinished(path) {
        return Ok(None);
    }
    let mut name = std::ffi::OsString::from(".");
    name.push(to.file_name().ok_or(StoreError::CannotOpen)?);
    name.push(".redden.deel");
    let copy = Copy(to.with_file_name(name));
    for (from, to) in
        [(path.to_owned(), copy.0.clone()), (rollback::file_of(path), rollback::file_of(&copy.0))]
    {
        files::copy_synced(&from, &to).map_err(|_see_path| StoreError::CannotOpen)?;
    }
    open::take_back(&copy.0, lock)?;
    Ok(Some(copy))
}

/// The version that the file says it is of; of one that does not say, ours.
fn version_of(walk: &mut Walk) -> Result<u32, StoreError> {
    let Some(page) = walk.first_page() else { return Ok(OURS) };
    let (Some(id), Some(found)) = (be32(&page, 68), be32(&page, 60)) else { return Ok(OURS) };
    let whole = page.starts_with(b"SQLite format 3\0");
    if whole && id == APPLICATION_ID.cast_unsigned() && found > OURS && found < 10_000 {
        return Err(StoreError::TooNew { found, ours: OURS });
    }
    Ok(if (1..=OURS).contains(&found) { found } else { OURS })
}

/// A new dossier that is being filled.
struct Filling {
    refill: Refill,
    saved: Vec<Saved>,
    /// Trees of tables that could not be found.
    rootless: Vec<String>,
    failed: Option<StoreError>,
}

impl Filling {
    fn begin(
        to: &Path,
        lock: Option<Lock>,
        version: u32,
        shapes: &[Shape],
    ) -> Result<Self, StoreError> {
        let refill = Refill::begin(to, lock, version)?;
        // Rows of the register may come in any order. They are laid again at the end.
        open::drop_triggers(refill.conn()?)?;
        let saved = shapes.iter().map(|shape| Saved::new(&shape.table.name)).collect();
        Ok(Self { refill, saved, rootless: Vec::new(), failed: None })
    }

    /// Everything that hangs in the tree of its table.
    fn trees(&mut self, walk: &mut Walk, shapes: &[Shape]) {
        let roots = roots(walk);
        for shape in shapes {
            let name = &shape.table.name;
            let Some((root, _)) = roots.get(name).filter(|(_, of)| of == "table") else {
                self.rootless.push(name.clone());
                // What of it turns up later may not be all.
                self.take(shape, Found::Hole(None, None));
                continue;
            };
            let tree = if shape.numbered { Tree::Table } else { Tree::Index };
            walk.tree(*root, tree, &mut |found| self.take(shape, found));
        }
        for (root, of) in roots.values() {
            if of == "index" {
                // Looked at so that its leaves are not taken for lost ones.
                walk.tree(*root, Tree::Index, &mut |_| {});
            }
        }
    }

    /// Leaves that lost their tree, where what is in them fits one table only.
    fn lost_leaves(&mut self, walk: &mut Walk, shapes: &[Shape]) {
        walk.lost_leaves(&mut |kind, rows| {
            let fits = |shape: &&Shape| {
                shape.numbered == kind.is_table()
                    && rows.iter().all(|found| match found {
                        Found::Row(key, values) => {
                            let row = shape.row(*key, values.clone());
                            row.is_some_and(|row| shape.recognises(&row))
                        }
                        Found::BrokenRow(_) | Found::Hole(..) => true,
                    })
                    && rows.iter().any(|found| matches!(found, Found::Row(..)))
            };
            let mut fitting: Vec<&Shape> = shapes.iter().filter(fits).collect();
            if fitting.len() > 1 {
                // Of this table nearly any text will do, so what also fits a stricter one is of that.
                fitting.retain(|shape| shape.table.name != "voortgangstoets");
            }
            if let [shape] = fitting.as_slice() {
                for found in rows {
                    self.take(shape, found);
                }
            }
        });
    }

    fn take(&mut self, shape: &Shape, found: Found) {
        if self.failed.is_none()
            && let Err(error) = self.try_take(shape, found)
        {
            self.failed = Some(error);
        }
    }

    fn try_take(&mut self, shape: &Shape, found: Found) -> Result<(), StoreError> {
        let Self { refill, saved, .. } = self;
        let Some(saved) = saved.iter_mut().find(|saved| saved.table == shape.table.name) else {
            return Ok(());
        };
        let (key, values) = match found {
            Found::Row(key, values) => (key, values),
            Found::BrokenRow(key) => {
                saved.lose(key);
                return Ok(());
            }
            Found::Hole(from, to) => {
                saved.holes.push((from, to));
                return Ok(());
            }
        };
        let Some(row) = shape.row(key, values) else {
            saved.lose(key);
            return Ok(());
        };
        let broken = row.iter().any(|value| matches!(value, Value::BrokenText(_)))
            || (kind_of(&shape.table.name).is_some() && !shape.recognises(&row));
        refill.table(&shape.table);
        let cells: Vec<Cell<'_>> = row.iter().map(Value::cell).collect();
        match refill.row(&cells)? {
            Fit::Fits => {
                saved.saved += 1;
                saved.doubtful.extend(key.filter(|_| broken));
            }
            Fit::DoesNot => saved.lose(key),
        }
        Ok(())
    }

    fn history_whole(&self) -> bool {
        let of_history = |name: &str| name == "journal" || name == "journal_row";
        !self.rootless.iter().any(|name| of_history(name))
            && self.saved.iter().filter(|saved| of_history(&saved.table)).all(|saved| {
                saved.holes.is_empty()
                    && saved.nameless == 0
                    && saved.lost.is_empty()
                    && saved.doubtful.is_empty()
            })
    }
}

/// Where the trees begin, as the file itself says: its first page is the tree of trees.
fn roots(walk: &mut Walk) -> BTreeMap<String, (u32, String)> {
    let mut roots = BTreeMap::new();
    walk.tree(1, Tree::Table, &mut |found| {
        let Found::Row(_, values) = found else { return };
        let [Value::Text(of), Value::Text(name), _, Value::Integer(root), ..] = values.as_slice()
        else {
            return;
        };
        if let Ok(root) = u32::try_from(*root) {
            roots.insert(name.clone(), (root, of.clone()));
        }
    });
    roots
}

fn lost_files(
    to: &Path,
    password: Option<&Password>,
    saved: &[Saved],
) -> Result<Vec<DocumentNumber>, StoreError> {
    let lost =
        saved.iter().find(|saved| saved.table == "issued_file").map(|saved| saved.lost.as_slice());
    let lost = lost.unwrap_or_default();
    if lost.is_empty() {
        return Ok(Vec::new());
    }
    let store = Store::open(to, password)?;
    let mut numbers = Vec::new();
    for id in lost {
        // Of a line that is lost too there is no number.
        numbers.extend(store.number_of(*id)?.filter(|number| !numbers.contains(number)));
    }
    Ok(numbers)
}
