//! What is asked of who wants in, or wants to change who gets in.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::app::guard::secret::{NewPassword, Secret, Sight};
use crate::store::{NewDossier, Password, PasswordChange};

/// How a new dossier is kept.
#[derive(Debug, Default)]
pub(crate) struct Keeping {
    pub(crate) choice: KeepingChoice,
    pub(crate) new: NewPassword,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum KeepingChoice {
    #[default]
    Password,
    /// Readable for who has the file.
    Open,
}

/// How far a question is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum State {
    #[default]
    Asking,
    /// It is being looked at, beside the window.
    Busy,
    /// It was not right.
    Wrong,
}

/// A password for a dossier that has one.
#[derive(Debug)]
pub(crate) struct Unlock {
    pub(crate) path: PathBuf,
    pub(crate) typed: Secret,
    pub(crate) sight: Sight,
    pub(crate) state: State,
    /// How many seconds one must wait.
    pub(crate) rest: u64,
}

impl Unlock {
    pub(crate) fn new(path: PathBuf) -> Self {
        let (typed, sight, state) = (Secret::default(), Sight::default(), State::default());
        Self { path, typed, sight, state, rest: 0 }
    }

    /// Whether it can be tried now.
    pub(crate) fn is_ready(&self) -> bool {
        !self.typed.is_empty() && self.state != State::Busy && self.rest == 0
    }
}

/// What is to become of the password of the open dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Give,
    Change,
    NewCode,
    Take,
}

impl Task {
    /// Whether a new password is typed.
    pub(crate) const fn has_new(self) -> bool {
        matches!(self, Self::Give | Self::Change)
    }
}

/// The password of now.
#[derive(Debug)]
pub(crate) enum Present {
    /// There is none.
    None,
    Typed(Secret),
    /// One came in with it a moment ago.
    Code(Password),
}

/// A form to change who gets in.
#[derive(Debug)]
pub(crate) struct SecurityForm {
    pub(crate) task: Task,
    pub(crate) present: Present,
    pub(crate) sight: Sight,
    pub(crate) new: NewPassword,
    pub(crate) state: State,
    /// How many seconds one must wait.
    pub(crate) rest: u64,
}

impl SecurityForm {
    pub(crate) fn new(task: Task) -> Self {
        let present = match task {
            Task::Give => Present::None,
            Task::Change | Task::NewCode | Task::Take => Present::Typed(Secret::default()),
        };
        Self::with(task, present)
    }

    /// A new password for who came in with the recovery code.
    pub(crate) fn after_code(code: Password) -> Self {
        Self::with(Task::Change, Present::Code(code))
    }

    fn with(task: Task, present: Present) -> Self {
        let (sight, new) = (Sight::default(), NewPassword::default());
        Self { task, present, sight, new, state: State::default(), rest: 0 }
    }

    /// Whether all of it is there.
    pub(crate) fn is_ready(&self) -> bool {
        let present = match &self.present {
            Present::None | Present::Code(_) => true,
            Present::Typed(typed) => !typed.is_empty() && self.rest == 0,
        };
        let new = !self.task.has_new() || self.new.taken().is_some();
        present && new && self.state != State::Busy
    }

    pub(crate) fn present_password(&self) -> Option<Password> {
        match &self.present {
            Present::None => None,
            Present::Typed(typed) => Some(typed.password()),
            Present::Code(code) => Some(code.clone()),
        }
    }
}

/// A recovery code that does not count until it was typed back.
#[derive(Debug)]
pub(crate) struct RecoveryStep {
    pub(crate) pending: Pending,
    pub(crate) path: PathBuf,
    pub(crate) school: String,
    pub(crate) day: Date,
    pub(crate) view: View,
    pub(crate) typed: Secret,
    pub(crate) sight: Sight,
    pub(crate) state: State,
}

/// What is seen of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    Code,
    /// Out of sight: it is typed back from paper.
    TypeBack,
}

/// What begins when it was.
#[derive(Debug)]
pub(crate) enum Pending {
    New(NewDossier),
    Change {
        task: Task,
        change: Box<PasswordChange>,
        /// What opened the dossier before, and what opens it after.
        before: Option<Password>,
        after: Option<Password>,
    },
}

impl RecoveryStep {
    pub(crate) fn new(pending: Pending, path: PathBuf, school: String, day: Date) -> Self {
        // What stands on paper beside one may be seen.
        let (view, typed, sight) = (View::Code, Secret::default(), Sight::Shown);
        Self { pending, path, school, day, view, typed, sight, state: State::default() }
    }

    pub(crate) fn code(&self) -> &str {
        match &self.pending {
            Pending::New(new) => new.recovery_code(),
            Pending::Change { change, .. } => change.recovery_code().unwrap_or_default(),
        }
    }

    pub(crate) fn is_typed_back(&self) -> bool {
        match &self.pending {
            Pending::New(new) => new.is_recovery_code(self.typed.as_str()),
            Pending::Change { change, .. } => change.is_recovery_code(self.typed.as_str()),
        }
    }
}
