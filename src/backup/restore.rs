//! A backup becomes a dossier again: built as a new file, looked at, and only then put in place. What is there now is
//! kept beside it.

use std::path::{Path, PathBuf};

use jiff::civil::DateTime;

use crate::backup::read::Take;
use crate::backup::{Backup, BackupError, Contents, Flaw, Protection, Step, Watch, tell};
use crate::files;
use crate::store::keys::Lock;
use crate::store::{self, Cell, Fit, Refill, TableShape};
use crate::texts::backup as text;

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    pub contents: Contents,
    /// Where the dossier lies that was there before.
    pub kept: Option<PathBuf>,
    /// Of a dossier that has new keys, to be kept on paper.
    pub recovery_code: Option<String>,
}

/// How many names are tried for a file beside the dossier.
const MOST_NAMES: u32 = 100;

/// A new dossier that was read from a backup and looked at, and does not count yet. Dropped before it is put in place, it
/// is gone.
#[derive(Debug)]
pub(crate) struct Rebuilt {
    /// Empty once it is in place.
    new: PathBuf,
    to: PathBuf,
    contents: Contents,
    lock: Option<Lock>,
    recovery_code: Option<String>,
}

impl Backup {
    /// Makes the dossier `to` of it. One that is there is kept under another name beside it; until all of the backup
    /// was read and looked at, it is not touched.
    ///
    /// The dossier has the password that it had: of a backup under the dossier's own password the same keys, of one
    /// with a password of its own that one and a new recovery code.
    pub fn restore(
        &self,
        to: &Path,
        now: DateTime,
        watch: &mut Watch<'_>,
    ) -> Result<Restored, BackupError> {
        let place = store::Place::take(to)?;
        self.rebuild(to, watch)?.put_in(&place, now)
    }

    /// Builds the new dossier beside `to`, which may be open meanwhile.
    pub(crate) fn rebuild(&self, to: &Path, watch: &mut Watch<'_>) -> Result<Rebuilt, BackupError> {
        let new =
            free(|n| store::new_dossier_name(to, n)).ok_or_else(|| files::invalid_name(to))?;
        let mut filling =
            Filling { backup: self, new: &new, refill: None, lock: None, recovery_code: None };
        let contents = self.read(Step::Restoring, &mut filling, watch)?;
        let Filling { backup: _, new: _, refill, lock, recovery_code } = filling;
        tell(watch, Step::Checking, 0, 1)?;
        match refill.ok_or(Flaw::Manifest)?.finish()? {
            Fit::Fits => {}
            Fit::DoesNot => return Err(Flaw::Row.into()),
        }
        let rebuilt = Rebuilt { new, to: to.to_owned(), contents, lock, recovery_code };
        // Who stopped meanwhile does not get it.
        tell(watch, Step::Checking, 1, 1)?;
        Ok(rebuilt)
    }
}

impl Rebuilt {
    /// Puts it in the place of the dossier, which is open nowhere now.
    pub(crate) fn put(self, now: DateTime) -> Result<Restored, BackupError> {
        let place = store::Place::take(&self.to)?;
        self.put_in(&place, now)
    }

    fn put_in(mut self, place: &store::Place, now: DateTime) -> Result<Restored, BackupError> {
        let to = &self.to;
        let kept = free(|n| text::kept_name(to, now, n)).ok_or_else(|| files::invalid_name(to))?;
        let there = place.replace_by(&self.new, &kept)?;
        self.new = PathBuf::new();
        let (contents, recovery_code) = (self.contents.clone(), self.recovery_code.take());
        Ok(Restored { contents, kept: there.then_some(kept), recovery_code })
    }

    /// Where it is to come.
    pub(crate) fn to(&self) -> &Path {
        &self.to
    }

    /// What opens it once it is in place.
    pub(crate) fn lock(&self) -> Option<Lock> {
        self.lock.clone()
    }
}

impl Drop for Rebuilt {
    fn drop(&mut self) {
        // Where renaming was begun, whoever next opens the dossier finishes it.
        if !self.new.as_os_str().is_empty() && !store::is_being_replaced(&self.to) {
            files::remove_own(&self.new);
            files::remove_own(&store::keys::file_of(&self.new));
        }
    }
}

/// The first of these names that nothing has.
fn free(name: impl Fn(u32) -> PathBuf) -> Option<PathBuf> {
    (1..=MOST_NAMES).map(name).find(|path| store::is_free(path))
}

struct Filling<'a> {
    backup: &'a Backup,
    new: &'a Path,
    refill: Option<Refill>,
    lock: Option<Lock>,
    recovery_code: Option<String>,
}

impl Filling<'_> {
    fn refill(&mut self) -> Result<&mut Refill, BackupError> {
        self.refill.as_mut().ok_or_else(|| Flaw::Manifest.into())
    }
}

impl Take for Filling<'_> {
    fn begin(&mut self, contents: &Contents) -> Result<(), BackupError> {
        let Backup { lock, typed, .. } = self.backup;
        let lock = match (self.backup.protection(), contents.encrypted) {
            (Protection::Geen, _) | (Protection::Eigen, false) => None,
            (Protection::Dossier, _) => Some(lock.clone()),
            (Protection::Eigen, true) => {
                let password = typed.as_ref().ok_or(BackupError::NeedsPassword)?;
                let (lock, code) = Lock::of_dossier(password)?;
                self.recovery_code = Some(code);
                Some(lock)
            }
        };
        self.lock.clone_from(&lock);
        self.refill = Some(Refill::begin(self.new, lock, contents.schema_version)?);
        Ok(())
    }

    fn table(&mut self, table: &TableShape) {
        if let Some(refill) = &mut self.refill {
            refill.table(table);
        }
    }

    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), BackupError> {
        match self.refill()?.row(cells)? {
            Fit::Fits => Ok(()),
            Fit::DoesNot => Err(Flaw::Row.into()),
        }
    }
}
