//! Who gets in: passwords, the recovery code and the lock. The file itself is the store's.

mod changing;
mod coming_in;
mod forms;
mod idle;
mod kept;
mod locking;
mod secret;
mod sheet;
mod tries;

use std::path::PathBuf;

use jiff::Timestamp;

use crate::app::action::Place;
use crate::app::pages::Signing;
use crate::app::session::Session;
use crate::domain::draft::Wanted;

pub(crate) use changing::Back;
pub(crate) use forms::{
    Keeping, KeepingChoice, Present, RecoveryStep, SecurityForm, State, Task, Unlock, View,
};
pub(crate) use idle::{CHOICES, minutes_of};
pub(crate) use locking::Locked;
pub(crate) use secret::{NewPassword, Progress, Secret, Sight};

use tries::Tries;

/// What the window knows of who may come in.
#[derive(Default)]
pub(crate) struct Guard {
    pub(crate) tries: Tries,
    /// Where one was, while the dossier is closed to change its password.
    pub(crate) away: Option<Away>,
    pub(crate) locked: Option<Locked>,
    /// When something was last done.
    active: Option<Timestamp>,
}

/// Where one was in a dossier. Holds nothing about anyone: numbers of records, and place and date of signing.
#[derive(Debug)]
pub(crate) struct Away {
    pub(crate) path: PathBuf,
    place: Place,
    signing: Signing,
    chosen: Option<Wanted>,
}

/// A wish about who gets in.
#[derive(Debug)]
pub(crate) enum GuardAction {
    Lock,
    Unlock,
    /// To the code that is being typed back.
    SeeCode,
    SaveSheet,
    PrintSheet,
    /// Lock after so many minutes; 0: never.
    LockAfter(u16),
}

impl Away {
    /// `None`: the dossier lies in no file.
    fn of(session: &Session, place: Place) -> Option<Self> {
        let path = session.store.path()?.to_owned();
        Some(Self { path, place, signing: session.signing.clone(), chosen: session.chosen })
    }
}
