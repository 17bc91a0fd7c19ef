//! What became of each document of a batch.

use std::path::PathBuf;

use crate::domain::DocumentNumber;
use crate::domain::draft::Wanted;
use crate::files::{FileError, Waiting};
use crate::issuing::{About, NotMade};
use crate::store::StoreError;

/// What became of one document.
#[derive(Debug)]
pub struct Outcome {
    pub wanted: Wanted,
    /// `None`: what it is about cannot be read.
    pub about: Option<About>,
    pub made: Made,
}

#[derive(Debug)]
pub enum Made {
    /// It is there, and in the register if it has a number.
    File {
        path: PathBuf,
        number: Option<DocumentNumber>,
    },
    /// It is in the register, and the file could not be put in its place. It can be made again.
    OnlyRegistered {
        number: DocumentNumber,
        error: FileError,
    },
    Not(NotMade),
}

pub(super) fn put(file: Waiting, number: Option<DocumentNumber>) -> Made {
    let path = file.place().to_owned();
    match (file.put(), number) {
        (Ok(()), number) => Made::File { path, number },
        (Err(error), Some(number)) => Made::OnlyRegistered { number, error },
        (Err(error), None) => Made::Not(error.into()),
    }
}

/// What is wrong with one document; an error is of the dossier as a whole.
pub(super) fn of_one(error: NotMade) -> Result<NotMade, StoreError> {
    let NotMade::Store(error) = error else { return Ok(error) };
    let of_one = matches!(
        error,
        StoreError::BadRow { .. } | StoreError::Gone { .. } | StoreError::NoPicture
    );
    if of_one { Ok(NotMade::Store(error)) } else { Err(error) }
}
