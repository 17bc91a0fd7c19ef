//! Backups: one file that holds a whole dossier, packed and sealed, and the way back from it.
//!
//! A backup is made of rows, not of pages: it fits every later version, and nothing that is free or forgotten in the
//! file comes along. It is read back before it counts. What is in it is described in `docs/backup-format.md`. Knows no
//! window, no clock and no SQL; which backups may go is [`thinning`].

mod contents;
mod error;

mod header;
mod lines;
mod pipe;
mod seal;
mod sum;
mod values;

mod handover;
mod kept;
mod packer;
mod read;
mod restore;
mod slices;
mod write;

pub mod thinning;

#[cfg(any(test, fuzzing))]
pub(crate) mod hostile;

#[cfg(test)]
mod tests;

use std::ops::ControlFlow;

pub use contents::{Contents, TableContents};
pub use error::{BackupError, Flaw};
pub use handover::{is_handover, read_handover, write_handover};
pub use header::Protection;
pub use kept::{Kept, Series, holding, kept};
pub use read::{Backup, is_backup};
pub use restore::Restored;
pub use write::{Made, Under, write};

pub(crate) use kept::{kept_by, sweep, thin};
pub(crate) use packer::{Packer, Seal};
pub(crate) use restore::Rebuilt;
pub(crate) use slices::{Slice, Slices};

/// How far something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub step: Step,
    pub done: u64,
    pub of: u64,
}

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Rows of the dossier go into the backup.
    Writing,
    /// Bytes of the backup are looked at.
    Verifying,
    /// Bytes of the backup become a dossier.
    Restoring,
    /// The new dossier is looked at.
    Checking,
}

/// Is told how far it is, and says whether to go on.
pub type Watch<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

fn tell(watch: &mut Watch<'_>, step: Step, done: u64, of: u64) -> Result<(), BackupError> {
    match watch(Progress { step, done, of }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(BackupError::Stopped),
    }
}
