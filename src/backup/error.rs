//! What can go wrong with a backup: one closed list. Knows no sentence.

use std::io;

use crate::files::FileError;
use crate::store::StoreError;

/// What can go wrong with a backup. The sentence for the user is chosen in `texts::errors`.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    #[error("not a backup of this program")]
    NotABackup,
    #[error("version {found} is newer than ours, {ours}")]
    TooNew { found: u32, ours: u32 },
    #[error("the backup has a password and none was given")]
    NeedsPassword,
    #[error("the backup has no password, yet one was given")]
    NoPassword,
    #[error("the password does not open the backup")]
    WrongPassword,
    #[error("the backup is damaged: {0}")]
    Damaged(Flaw),
    #[error("what was written does not read back")]
    NotAsWritten(#[source] Box<BackupError>),
    #[error("stopped because it was asked")]
    Stopped,
    #[error(transparent)]
    File(#[from] FileError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Where the damage shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    #[error("its header")]
    Header,
    #[error("a piece is not as it was sealed, is missing or is too many")]
    Seal,
    #[error("what is packed does not unpack")]
    Packing,
    #[error("it unpacks to more than it may")]
    TooMuch,
    #[error("a line is not as it should be")]
    Line,
    #[error("it does not say well what it holds")]
    Manifest,
    #[error("its tables are not those of its version")]
    Tables,
    #[error("a row has no place in its table")]
    Row,
    #[error("it holds another number of rows than it says")]
    Counts,
    #[error("the sum over all lines differs")]
    Sum,
    #[error("it ends too early")]
    Cut,
    #[error("something follows its end")]
    Behind,
    #[error("it holds something else than what was to be kept")]
    Contents,
}

impl From<Flaw> for BackupError {
    fn from(flaw: Flaw) -> Self {
        Self::Damaged(flaw)
    }
}

/// A flaw on its way through a reader that knows only its own errors.
pub(super) fn carried(flaw: Flaw) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, flaw)
}

/// What a reader met: a flaw of the backup, or the disk that fails.
pub(super) fn met(
    err: io::Error,
    otherwise: Flaw,
    on_disk: impl FnOnce(io::Error) -> FileError,
) -> BackupError {
    let flaw = err.get_ref().and_then(|inner| inner.downcast_ref::<Flaw>()).copied();
    match flaw {
        Some(flaw) => flaw.into(),
        None if err.raw_os_error().is_some() => on_disk(err).into(),
        None => otherwise.into(),
    }
}
