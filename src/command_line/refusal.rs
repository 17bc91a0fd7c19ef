//! Why a command is not done. The sentence for each is in `notices`.

use std::io;

use crate::backup::BackupError;
use crate::command_line::arguments::{Command, Opt};
use crate::domain::{DocumentKind, FieldError};
use crate::files::FileError;
use crate::issuing::NotMade;
use crate::store::StoreError;
use crate::transfer::{ReadError, TextError};

/// What was asked cannot be done, or was asked wrongly.
#[derive(Debug, thiserror::Error)]
pub(super) enum Refusal {
    #[error(transparent)]
    Usage(#[from] Usage),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Backup(#[from] BackupError),
    #[error(transparent)]
    File(#[from] FileError),
    #[error(transparent)]
    Text(#[from] TextError),
    #[error(transparent)]
    Read(#[from] ReadError),
    #[error("standard input cannot be read")]
    Input(#[source] io::Error),
    #[error("the password file holds no password")]
    EmptyPassword,
    #[error("the password is not UTF-8 or more than one thousand characters")]
    StrangePassword,
    #[error("the dossier has no password to take away or to renew")]
    HasNoPassword,
    #[error("the new password was not typed the same twice")]
    PasswordsDiffer,
    #[error("the recovery code was not copied well")]
    WrongCode,
    #[error("no learner has the id {0}")]
    NoSuchLearner(i64),
    #[error("there is nothing to make documents of")]
    NothingToMake(DocumentKind),
    #[error("not one document could be made")]
    NothingMade(DocumentKind),
    #[error("a batch stopped after {made} of {of}")]
    Halted { why: NotMade, made: usize, of: usize },
    #[error(transparent)]
    NotMade(#[from] NotMade),
    #[error("the dossier is not whole")]
    NotWhole,
    #[error("the answer cannot be written")]
    Output(#[from] io::Error),
    #[error("the answer is no JSON")]
    Json(#[from] serde_json::Error),
}

/// Asked wrongly: nothing was looked at.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Usage {
    #[error("no command {0:?}")]
    UnknownCommand(String),
    #[error("no option {0:?} here")]
    UnknownOption(String),
    #[error("nothing behind option {0:?}")]
    MissingValue(String),
    #[error("option {0:?} takes nothing")]
    UnexpectedValue(String),
    #[error("option {0:?} twice")]
    Twice(&'static str),
    #[error("one word too many: {0:?}")]
    TooMuch(String),
    #[error("an argument is not text")]
    NotText,
    #[error("no dossier named")]
    NoDossier(Command),
    #[error("no backup named")]
    NoBackup(Command),
    #[error("not said what to show")]
    NoWhat,
    #[error("nothing to show called {0:?}")]
    UnknownWhat(String),
    #[error("not said which kind to set")]
    NoKind,
    #[error("no kind to set called {0:?}")]
    UnknownKind(String),
    #[error("not said which document")]
    NoDocument,
    #[error("no document called {0:?}")]
    UnknownDocument(String),
    #[error("not said which number")]
    NoNumber,
    #[error("{0:?} is no number of a document")]
    NotANumber(String),
    #[error("option {0:?} is missing")]
    NoOption(Opt),
    #[error("neither or both of learners and all")]
    LearnersOrAll,
    #[error("no whole number behind {0:?}")]
    Number(Opt),
    #[error("{0:?}: {1}")]
    Field(Opt, FieldError),
    #[error("no moment behind the option that sets the clock")]
    Moment,
    #[error("standard input asked for twice")]
    InputTwice,
    #[error("both passwords from standard input")]
    PasswordsFromInput,
    #[error("a password to take away and a new one")]
    TakeOrGive,
    #[error("not said what is to become of the password")]
    NoNewPassword,
    #[error("a new dossier has a new password")]
    NewPasswordMeant,
    #[error("the school is not searched")]
    NoSearch,
}

impl From<lexopt::Error> for Usage {
    fn from(err: lexopt::Error) -> Self {
        match err {
            lexopt::Error::MissingValue { option } => {
                Self::MissingValue(option.unwrap_or_default())
            }
            lexopt::Error::UnexpectedOption(option) => Self::UnknownOption(option),
            lexopt::Error::UnexpectedArgument(word) => {
                Self::TooMuch(word.to_string_lossy().into_owned())
            }
            lexopt::Error::UnexpectedValue { option, .. } => Self::UnexpectedValue(option),
            lexopt::Error::NonUnicodeValue(_) => Self::NotText,
            lexopt::Error::ParsingFailed { value, .. } => Self::TooMuch(value),
            lexopt::Error::Custom(_) => Self::NotText,
        }
    }
}
