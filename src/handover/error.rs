//! What can go wrong with a handover. Knows no sentence.

use crate::backup::{BackupError, Flaw};
use crate::store::StoreError;

/// What can go wrong with a handover. The sentence for the user is chosen in `texts::errors`.
#[derive(Debug, thiserror::Error)]
pub enum HandoverError {
    #[error("the file of the handover")]
    File(#[from] BackupError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<Flaw> for HandoverError {
    fn from(flaw: Flaw) -> Self {
        Self::File(flaw.into())
    }
}
