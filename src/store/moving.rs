//! Putting a dossier in another place: copied, compared, and the old one kept under another name.

use std::path::Path;

use crate::files;
use crate::store::claim::Claim;
use crate::store::keys::{self, Lock};
use crate::store::{Store, StoreError, open, rollback};

impl Store {
    /// Goes on in `to`, a free name elsewhere; what was open stays as `kept`, a free name beside it.
    pub(crate) fn move_to(self, to: &Path, kept: &Path) -> Result<Self, StoreError> {
        let lock = self.lock.clone();
        let from = self.path.clone().ok_or(StoreError::CannotOpen)?;
        // Closed first: on some systems nobody else can read it before.
        drop(self);
        if let Err(error) = copy(&from, to, kept, lock.as_ref()) {
            files::remove_own(to);
            files::remove_own(&keys::file_of(to));
            return Err(error);
        }
        Self::open_with(to, lock)
    }

    /// Whether every page can be read and holds together; how many rows point at nothing.
    pub fn check_pages(&self) -> Result<u64, StoreError> {
        let number = |sql: &str| self.conn.query_row(sql, [], |row| row.get::<_, i64>(0));
        let wrong = "SELECT count(*) FROM pragma_quick_check WHERE quick_check <> 'ok'";
        if number(wrong)? != 0 {
            return Err(StoreError::Damaged);
        }
        let loose = number("SELECT count(*) FROM pragma_foreign_key_check")?;
        Ok(u64::try_from(loose).unwrap_or_default())
    }
}

fn copy(from: &Path, to: &Path, kept: &Path, lock: Option<&Lock>) -> Result<(), StoreError> {
    let failed = |_see_path| StoreError::CannotOpen;
    let _claim = Claim::existing(from)?;
    if open::is_busy(from)? {
        return Err(StoreError::Busy);
    }
    files::copy_synced(from, to).map_err(failed)?;
    if lock.is_some() {
        files::copy_synced(&keys::file_of(from), &keys::file_of(to)).map_err(failed)?;
    }
    Store::open_with(to, lock.cloned())?.check_pages()?;
    if !files::are_same(from, to).map_err(failed)? {
        return Err(StoreError::NotTheSame);
    }
    files::rename_to_free(from, kept).map_err(failed)?;
    // Whoever came in between has changed the old one.
    if !files::are_same(kept, to).map_err(failed)? {
        files::rename_to_free(kept, from).map_err(failed)?;
        return Err(StoreError::NotTheSame);
    }
    // Empty: nothing was going on. It would keep its name from another dossier.
    files::remove_own(&rollback::file_of(from));
    if lock.is_some() {
        files::rename_to_free(&keys::file_of(from), &keys::file_of(kept)).map_err(failed)?;
    }
    Ok(())
}
