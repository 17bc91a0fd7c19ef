//! What can go wrong with the file: one closed list, so that each failure has its own sentence. Knows no sentence.

use crate::domain::{DocumentNumber, RecordKind};

/// What can go wrong with the file. The sentence for the user is chosen in `texts::errors`.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the file is open in another program")]
    Busy,
    #[error("there is no such file")]
    NotFound,
    #[error("there is a file of this name already")]
    AlreadyThere,
    #[error("file version {found} is newer than ours, {ours}")]
    TooNew { found: u32, ours: u32 },
    #[error("not a file of this program")]
    NotOurs,
    #[error("the file is encrypted and no password was given")]
    NeedsPassword,
    #[error("the file is not encrypted, yet a password was given")]
    NoPassword,
    #[error("the password opens no slot of the key file")]
    WrongPassword,
    #[error("the file is encrypted and its key file is not there or does not parse")]
    KeyFile,
    #[error("no record {id} of kind {kind:?}")]
    Gone { kind: RecordKind, id: i64 },
    #[error("row {id} of kind {kind:?} holds a value that does not parse in {field}")]
    BadRow { kind: RecordKind, id: i64, field: &'static str },
    #[error("a record points at a {kind:?} that does not exist")]
    Reference { kind: RecordKind },
    #[error("a record points at a picture that is not kept")]
    NoPicture,
    #[error("a record points at a document that is not kept")]
    NoFile,
    #[error("other records still point at this one")]
    InUse,
    #[error("a later change stands in the way of undo")]
    UndoBlocked,
    #[error("no document {0} in the register")]
    NoDocument(DocumentNumber),
    #[error("{0} is not the next number")]
    NotNext(DocumentNumber),
    #[error("{0} was withdrawn before")]
    Withdrawn(DocumentNumber),
    #[error("{0} is not a withdrawn document of this learner that waits for another")]
    NotToReplace(DocumentNumber),
    #[error("content and bytes of {0} were forgotten")]
    Forgotten(DocumentNumber),
    #[error("the disk is full")]
    Full,
    #[error("the disk failed")]
    Disk,
    #[error("the disk failed, and the change does not stand in the file")]
    NotKept,
    #[error("the file cannot be reached for now")]
    Away,
    #[error("the file cannot be written")]
    ReadOnly,
    #[error("the file cannot be opened")]
    CannotOpen,
    #[error("a change was cut off halfway and is not taken back yet")]
    Unfinished,
    #[error("the file says that it is of our version and is built differently")]
    Shape,
    #[error("the file is damaged")]
    Damaged,
    #[error("not one row of the damaged file can be read")]
    NothingToSave,
    #[error("the file is too large to read into memory")]
    TooLargeToRead,
    #[error("the dossier was opened only to read")]
    OnlyToRead,
    #[error("a copy does not hold the same rows as the file")]
    NotTheSame,
    #[error("a file of an older version could not be kept before it was changed")]
    NotCopied,
    #[error("a setting of SQLite was not taken: {0}")]
    Setting(&'static str),
    #[error("the system gives no random numbers")]
    Random,
    #[error("SQLite failed")]
    Sql(#[source] rusqlite::Error),
}

impl StoreError {
    /// Whether the same may go well later: it says nothing of what was asked.
    pub const fn may_pass(&self) -> bool {
        self.is_of_the_disk() || matches!(self, Self::NotKept | Self::Away | Self::Busy)
    }

    /// Whether it says something of the disk, or of what SQLite found there, and nothing of what was asked.
    pub(super) const fn is_of_the_disk(&self) -> bool {
        matches!(
            self,
            Self::Full
                | Self::Disk
                | Self::ReadOnly
                | Self::CannotOpen
                | Self::Damaged
                | Self::Sql(_)
        )
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(err: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match err.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::CannotOpen) => Self::CannotOpen,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            Some(ErrorCode::SystemIoFailure) => Self::Disk,
            // Nobody denies anything but what stands in the place of a file that is away.
            Some(ErrorCode::AuthorizationForStatementDenied) => Self::Away,
            Some(_) | None => Self::Sql(err),
        }
    }
}
