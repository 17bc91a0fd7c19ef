//! Another password on a dossier, a first one, or none any more.
//!
//! A change wraps the key anew; the rows stay as they are. A first password, or none any more, writes a new file beside
//! the old one, compares the two row for row, and puts it in place by a rename that replaces: at every moment there is
//! one whole dossier of that name, and never a clear one beside an encrypted one. See
//! `docs/decisions/0009-a-password-comes-and-goes.md`.

use std::path::{Path, PathBuf};

use blake3::Hasher;
use zeroize::Zeroizing;

use crate::files;
use crate::store::keys::{self, Lock, Password};
use crate::store::rows::{Cell, TableShape, tables_of};
use crate::store::{Fit, Refill, Store, StoreError, recovery_code, swap};

/// A change that is ready and does not count yet. Meanwhile nobody else has the dossier.
pub struct PasswordChange {
    store: Store,
    path: PathBuf,
    what: What,
    code: Option<Zeroizing<String>>,
}

/// What of the two ways in is to be another.
pub enum Renewal {
    /// The recovery code stays as it is.
    Password(Password),
    /// The password stays as it is.
    RecoveryCode,
    Both(Password),
}

/// Neither keys nor the code.
impl std::fmt::Debug for PasswordChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasswordChange(…)")
    }
}

enum What {
    Give(Lock),
    Renew(Lock),
    Take,
}

impl PasswordChange {
    /// A first password, with a recovery code, for a dossier that has none.
    pub fn give(path: &Path, new: &Password) -> Result<Self, StoreError> {
        let (store, path) = open(path, None)?;
        let (lock, code) = Lock::of_dossier(new)?;
        Ok(Self { store, path, what: What::Give(lock), code: Some(Zeroizing::new(code)) })
    }

    /// Another password, another recovery code, or both. `typed` is the password or the recovery code of now.
    pub fn renew(path: &Path, typed: &Password, renewal: &Renewal) -> Result<Self, StoreError> {
        let (store, path) = open(path, Some(typed))?;
        let lock = store.lock().ok_or(StoreError::NoPassword)?;
        let (lock, code) = lock.renewed(renewal)?;
        Ok(Self { store, path, what: What::Renew(lock), code: code.map(Zeroizing::new) })
    }

    /// No password any more: the dossier becomes readable for who has the file.
    pub fn take(path: &Path, typed: &Password) -> Result<Self, StoreError> {
        let (store, path) = open(path, Some(typed))?;
        Ok(Self { store, path, what: What::Take, code: None })
    }

    /// The new recovery code, if there is to be one. It is told once.
    pub fn recovery_code(&self) -> Option<&str> {
        self.code.as_ref().map(|code| code.as_str())
    }

    /// Whether the new recovery code was copied well.
    pub fn is_recovery_code(&self, typed: &str) -> bool {
        self.recovery_code().is_some_and(|code| recovery_code::is_the_same(code, typed))
    }

    /// From here on it counts.
    pub fn apply(self) -> Result<(), StoreError> {
        let Self { store, path, what, code: _ } = self;
        let lock = match what {
            What::Renew(lock) => return lock.write_beside(&path),
            What::Give(lock) => Some(lock),
            What::Take => None,
        };
        let encrypted = lock.is_some();
        copy(&store, &working_file(&path), lock)?;
        let Store { conn, lock: _, path: _, told: _, access: _, away: _, times_opened: _, _claim } =
            store;
        drop(conn);
        let done = steps(&path, encrypted)?.iter().try_for_each(Step::do_it);
        if done.is_err() {
            clear_away(&path);
        }
        done.map_err(|_see_path| StoreError::CannotOpen)
    }
}

/// Under its own name, not that of a link to it.
fn open(path: &Path, password: Option<&Password>) -> Result<(Store, PathBuf), StoreError> {
    // What a power cut left is finished under the name that was given.
    drop(Store::open(path, password)?);
    let path = path.canonicalize().map_err(|_was_just_open| StoreError::CannotOpen)?;
    Ok((Store::open(&path, password)?, path))
}

/// The new file, until it is in place. A name that nothing else has: one that is found was left by a power cut.
fn working_file(dossier: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(dossier.file_name().unwrap_or_default());
    name.push(".wachtwoord.deel");
    dossier.with_file_name(name)
}

/// Takes away what a power cut left of a copy. By who has the dossier open, since nobody else is making one then.
pub(super) fn clear_away(dossier: &Path) {
    swap::remove_with_all(&working_file(dossier));
}

/// One thing that is done whole or not at all. After each of them the dossier opens: with the old password until
/// the new file is in place, from then on with the new.
#[derive(Debug)]
enum Step {
    /// Kept under a name that is free.
    PutAside(PathBuf, PathBuf),
    /// To a name that is free.
    Rename(PathBuf, PathBuf),
    Replace(PathBuf, PathBuf),
    Remove(PathBuf),
}

fn steps(dossier: &Path, encrypted: bool) -> Result<Vec<Step>, StoreError> {
    let (working, keys) = (working_file(dossier), keys::file_of(dossier));
    let replace = Step::Replace(working.clone(), dossier.to_owned());
    if !encrypted {
        // A key file beside a dossier without a password does nothing.
        return Ok(vec![replace, Step::Remove(keys)]);
    }
    let mut steps = Vec::new();
    if files::is_there(&keys) {
        // It opens nothing here, and may be all that opens a dossier that was moved away.
        steps.push(Step::PutAside(keys.clone(), free_beside(&keys)?));
    }
    steps.extend([Step::Rename(keys::file_of(&working), keys), replace]);
    Ok(steps)
}

impl Step {
    fn do_it(&self) -> Result<(), files::FileError> {
        match self {
            Self::PutAside(from, to) | Self::Rename(from, to) => files::rename_to_free(from, to),
            Self::Replace(new, old) => files::replace_and_wipe(new, old),
            Self::Remove(path) => files::remove_synced(path),
        }
    }
}

fn free_beside(keys: &Path) -> Result<PathBuf, StoreError> {
    let named = |n: u32| {
        let mut name = keys.as_os_str().to_owned();
        name.push(format!(".{n}"));
        PathBuf::from(name)
    };
    (1..=MOST_NAMES).map(named).find(|path| !files::is_there(path)).ok_or(StoreError::AlreadyThere)
}

const MOST_NAMES: u32 = 100;

/// Every row in a new file under `lock`, read back and compared.
fn copy(store: &Store, to: &Path, lock: Option<Lock>) -> Result<(), StoreError> {
    store.at_one_moment(|version| {
        let tables = tables_of(version)?;
        let mut refill = Refill::begin(to, lock.clone(), version)?;
        let mut sum = Hasher::new();
        for table in &tables {
            refill.table(table);
            add_name(&mut sum, table);
            store.each_row(table, |cells| {
                add(&mut sum, cells);
                match refill.row(cells)? {
                    Fit::Fits => Ok(()),
                    Fit::DoesNot => Err(StoreError::Damaged),
                }
            })?;
        }
        match refill.finish()? {
            Fit::Fits => {}
            Fit::DoesNot => return Err(StoreError::Damaged),
        }
        let compared = compare(to, lock, &tables, &sum);
        if compared.is_err() {
            swap::remove_with_all(to);
        }
        compared
    })
}

fn compare(
    made: &Path,
    lock: Option<Lock>,
    tables: &[TableShape],
    expected: &Hasher,
) -> Result<(), StoreError> {
    let copy = Store::open_with(made, lock)?;
    let mut sum = Hasher::new();
    for table in tables {
        add_name(&mut sum, table);
        copy.each_row(table, |cells| {
            add(&mut sum, cells);
            Ok::<_, StoreError>(())
        })?;
    }
    let wrong = "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'";
    let wrong: i64 = copy.conn.query_row(wrong, [], |row| row.get(0))?;
    if sum.finalize() == expected.finalize() && wrong == 0 {
        Ok(())
    } else {
        Err(StoreError::NotTheSame)
    }
}

fn add_name(sum: &mut Hasher, table: &TableShape) {
    add(sum, &[Cell::Text(&table.name)]);
}

/// Each value behind its kind and its length, so that no two rows of rows look alike.
fn add(sum: &mut Hasher, cells: &[Cell<'_>]) {
    sum.update(&cells.len().to_le_bytes());
    for cell in cells {
        let number: [u8; 8];
        let (kind, bytes): (u8, &[u8]) = match cell {
            Cell::Null => (0, &[]),
            Cell::Integer(value) => {
                number = value.to_le_bytes();
                (1, &number)
            }
            Cell::Text(text) => (2, text.as_bytes()),
            Cell::Bytes(bytes) => (3, bytes),
        };
        sum.update(&[kind]);
        sum.update(&bytes.len().to_le_bytes());
        sum.update(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Password {
        Password::new(text.to_owned())
    }

    fn dossier(password: Option<&Password>) -> (tempfile::TempDir, PathBuf, String) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().canonicalize().unwrap().join("klas.dossier");
        let (store, _) = Store::create(&path, password).unwrap();
        let all = store.dump().unwrap();
        (dir, path, all)
    }

    /// As a power cut leaves it after so many steps; whether the new file is in place.
    fn cut(change: PasswordChange, after: usize) -> bool {
        let PasswordChange { store, path, what, code: _ } = change;
        let lock = match what {
            What::Give(lock) => Some(lock),
            What::Renew(_) | What::Take => None,
        };
        let encrypted = lock.is_some();
        copy(&store, &working_file(&path), lock).unwrap();
        drop(store);
        let steps = steps(&path, encrypted).unwrap();
        assert!(after <= steps.len());
        steps.iter().take(after).for_each(|step| step.do_it().unwrap());
        steps.iter().take(after).any(|step| matches!(step, Step::Replace(..)))
    }

    fn names(path: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(path.parent().unwrap()).unwrap();
        let mut names: Vec<_> =
            entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| !name.ends_with("-journal"));
        names.sort();
        names
    }

    #[test]
    fn a_power_cut_while_a_password_is_given_loses_nothing() {
        let new = typed("nieuw");
        for stale in [0, 1] {
            for after in 0..=2 + stale {
                let (_dir, path, all) = dossier(None);
                if stale == 1 {
                    files::write_atomic(&keys::file_of(&path), b"van een ander").unwrap();
                }
                let done = cut(PasswordChange::give(&path, &new).unwrap(), after);
                let password = done.then_some(&new);
                let store = Store::open(&path, password).unwrap();
                assert_eq!(store.dump().unwrap(), all, "cut after {after}");
                drop(store);
                assert!(names(&path).iter().all(|name| !name.ends_with(".deel")));
                // Once more, from whatever was left.
                if !done {
                    PasswordChange::give(&path, &new).unwrap().apply().unwrap();
                }
                let store = Store::open(&path, Some(&new)).unwrap();
                assert_eq!(store.dump().unwrap(), all, "cut after {after}");
                if stale == 1 {
                    let aside = path.with_file_name("klas.dossier.sleutels.1");
                    assert_eq!(files::read_limited(&aside, 99).unwrap(), b"van een ander");
                }
            }
        }
    }

    #[test]
    fn a_power_cut_while_a_password_is_taken_loses_nothing() {
        let old = typed("oud");
        for after in 0..=2 {
            let (_dir, path, all) = dossier(Some(&old));
            let done = cut(PasswordChange::take(&path, &old).unwrap(), after);
            let store = Store::open(&path, (!done).then_some(&old)).unwrap();
            assert_eq!(store.dump().unwrap(), all, "cut after {after}");
            drop(store);
            let clear = names(&path).into_iter().filter(|name| name.contains(".deel")).count();
            assert_eq!(clear, 0, "no clear copy beside the one with a password");
        }
    }

    #[test]
    fn what_a_power_cut_left_of_a_copy_is_taken_away_at_the_next_opening() {
        let (_dir, path, _) = dossier(None);
        for half in [working_file(&path), keys::file_of(&working_file(&path))] {
            files::write_atomic(&half, b"half").unwrap();
        }
        drop(Store::open(&path, None).unwrap());
        assert_eq!(names(&path), ["klas.dossier"]);
    }

    #[test]
    fn a_copy_that_differs_in_one_value_is_noticed() {
        let sum = |cells: &[Cell<'_>]| {
            let mut sum = Hasher::new();
            add(&mut sum, cells);
            sum.finalize()
        };
        let rows = [
            &[Cell::Null, Cell::Text("ab")][..],
            &[Cell::Text(""), Cell::Text("ab")],
            &[Cell::Text("a"), Cell::Text("b")],
            &[Cell::Text("ab")],
            &[Cell::Null, Cell::Bytes(b"ab")],
            &[Cell::Integer(0), Cell::Text("ab")],
        ];
        let sums: std::collections::BTreeSet<_> =
            rows.iter().map(|row| *sum(row).as_bytes()).collect();
        assert_eq!(sums.len(), rows.len());
    }
}
