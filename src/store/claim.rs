//! One dossier, one [`crate::store::Store`]: which files this program has open.
//!
//! On Unix the locks that SQLite lays on a file are gone as soon as the same program closes any other handle on it
//! (<https://www.sqlite.org/howtocorrupt.html>, 2.2), and then another program may write in it too. So a file that is
//! open is not even looked at. It knows nothing of what is in a file.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::store::StoreError;

static OPEN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// The right to a file, for as long as it lives.
#[derive(Debug)]
pub(crate) struct Claim(PathBuf);

impl Claim {
    /// Of a file that is there.
    pub(crate) fn existing(path: &Path) -> Result<Self, StoreError> {
        Self::lay(path.canonicalize().map_err(refusal)?)
    }

    /// Of a file that is about to be made.
    pub(crate) fn new_file(path: &Path) -> Result<Self, StoreError> {
        let name = path.file_name().ok_or(StoreError::CannotOpen)?;
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = folder.canonicalize().map_err(|_no_folder| StoreError::CannotOpen)?;
        Self::lay(folder.join(name))
    }

    fn lay(path: PathBuf) -> Result<Self, StoreError> {
        if open_files().insert(path.clone()) { Ok(Self(path)) } else { Err(StoreError::Busy) }
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        open_files().remove(&self.0);
    }
}

/// The set is whole also when another thread panicked while holding it: each use of it is one step.
fn open_files() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

fn refusal(err: io::Error) -> StoreError {
    if err.kind() == io::ErrorKind::NotFound {
        StoreError::NotFound
    } else {
        StoreError::CannotOpen
    }
}
