//! What a screen wants done. It says so while it is drawn; `App::perform` does it after the frame.

use std::path::PathBuf;

use crate::changes::Change;
use crate::domain::{Erkenning, ExamComponent, Id, Learner, Leerbedrijf, Spot, Traineeship};
use crate::app::dialogs::Dialog;

/// A wish.
#[derive(Debug)]
pub enum Action {
    Go(Place),
    /// To the field that mends something, with the cursor in it.
    PointAt(Spot),
    /// A field was left: take what was typed in it.
    Settle(Spot),
    /// Something was chosen in a field.
    Set(Spot, String),
    Apply(Change),
    /// Adds a record and puts the cursor in this field of it.
    AddThenPoint(Change, &'static str),
    Undo,
    Redo,
    Ask(Dialog),
    CloseDialog,
    /// Takes what the open dialog holds.
    Confirm,
    Dossier(DossierAction),
    /// Asks where, makes the praktijkverklaring, and shows it.
    MakePraktijkverklaring(Id<Traineeship>, Finish),
    /// Asks which picture, and shows it in this field.
    ChooseLogo(Spot),
    ToggleTheme,
}

/// What concerns the file as a whole.
#[derive(Debug)]
pub enum DossierAction {
    /// A new one at this place, for this school.
    New { path: PathBuf, school: String },
    ChooseNewPlace,
    ChooseExisting,
    Open(PathBuf),
    OpenWithPassword(PathBuf, String),
    Example,
    Close,
}

/// Whether a paper may be handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finish {
    Concept,
    Final,
}

/// Where one is in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    Learners,
    NewLearner,
    Learner(Id<Learner>, LearnerPart),
    Leerbedrijven,
    NewLeerbedrijf,
    Leerbedrijf(Id<Leerbedrijf>),
    Catalogue,
    Settings,
}

/// The parts of a learner's page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LearnerPart {
    #[default]
    Facts,
    Traineeships,
    Components,
    Documents,
    History,
}

/// For what a kwalificatie is being chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KwalificatieFor {
    Traineeship(Id<Traineeship>),
    Erkenning(Id<Leerbedrijf>),
    EditErkenning(Id<Erkenning>),
    /// Werkprocessen of another kwalificatie, learnt at the same leerbedrijf.
    Extra(Id<Traineeship>),
}

/// A component that is shown with what belongs to it.
pub type ComponentId = Id<ExamComponent>;

/// Wishes, in the order in which they came up. A list: a second wish must not erase the first.
#[derive(Debug, Default)]
pub struct Actions(Vec<Action>);

impl Actions {
    pub fn push(&mut self, action: Action) {
        self.0.push(action);
    }

    pub fn take(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.0)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
