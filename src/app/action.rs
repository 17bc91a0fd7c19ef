//! What a screen wants done. It says so while it is drawn; `App::perform` does it after the frame.

use std::path::PathBuf;

use crate::app::copies::CopiesAction;
use crate::app::dialogs::Dialog;
use crate::app::guard::GuardAction;
use crate::app::past::saving::Form;
use crate::app::trouble::TroubleAction;
use crate::changes::Change;
use crate::domain::draft::Wanted;
use crate::domain::{
    Crebo, DocumentKind, DocumentNumber, ExamComponent, FileHash, Id, Learner, Leerbedrijf, Spot,
    Subject, Title, Traineeship,
};
use crate::handover::Choice;

/// A wish.
#[derive(Debug)]
pub(crate) enum Action {
    Go(Place),
    /// To the field that mends something, with the cursor in it.
    PointAt(Spot),
    /// To a field that is no part of a record: place or date of signing.
    Focus(egui::Id),
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
    TakeKwalificatie(KwalificatieFor, Crebo),
    /// A new traineeship of this learner at this leerbedrijf, or at one that is made with it.
    TakeLeerbedrijf(Id<Learner>, Id<Leerbedrijf>),
    TakeNewLeerbedrijf(Id<Learner>, Title),
    /// The catalogue, with this typed.
    ShowInCatalogue(String),
    Document(DocumentAction),
    Batch(BatchAction),
    Copies(CopiesAction),
    Guard(GuardAction),
    Trouble(TroubleAction),
    Past(PastAction),
    Handover(HandoverAction),
    /// Asks which picture, and shows it in this field.
    ChooseLogo(Spot),
    ToggleTheme,
}

impl Action {
    /// Whether it changes the dossier, or asks what would.
    pub(crate) const fn would_change(&self) -> bool {
        match self {
            Self::Go(Place::NewLearner | Place::NewLeerbedrijf)
            | Self::Set(..)
            | Self::Apply(_)
            | Self::AddThenPoint(..)
            | Self::Undo
            | Self::Redo
            | Self::TakeKwalificatie(..)
            | Self::TakeLeerbedrijf(..)
            | Self::TakeNewLeerbedrijf(..)
            | Self::ChooseLogo(_) => true,
            Self::Dossier(DossierAction::PutHere) | Self::Past(_) => true,
            // Who goes to another dossier is marked in this one.
            Self::Handover(
                HandoverAction::AskSelected
                | HandoverAction::Ask(_)
                | HandoverAction::ChooseFile
                | HandoverAction::Take,
            ) => true,
            Self::Document(DocumentAction::AskFinal(_) | DocumentAction::AskWithdraw(_)) => true,
            Self::Ask(dialog) => dialog.would_change(),
            Self::Go(_)
            | Self::PointAt(_)
            | Self::Focus(_)
            | Self::Settle(_)
            | Self::CloseDialog
            | Self::Confirm
            | Self::Dossier(_)
            | Self::ShowInCatalogue(_)
            | Self::Document(_)
            | Self::Batch(_)
            | Self::Copies(_)
            | Self::Handover(_)
            | Self::Guard(_)
            | Self::Trouble(_)
            | Self::ToggleTheme => false,
        }
    }
}

/// What concerns the file as a whole.
#[derive(Debug)]
pub(crate) enum DossierAction {
    ChooseNewPlace,
    ChooseExisting,
    Open(PathBuf),
    Example,
    Close,
    /// From a place that is shared to this computer.
    PutHere,
}

/// What concerns a document on paper.
#[derive(Debug)]
pub(crate) enum DocumentAction {
    /// Shows its pages.
    Look(Wanted),
    /// Asks where, and saves what is no document that counts: a concept, or a sheet to copy from.
    Save(Wanted),
    /// The first of this kind of a learner, on the page where it is made.
    LookFor(Id<Learner>, DocumentKind),
    /// Asks where, and saves the sheet with which a certificaat is set right on the paper of the school.
    SaveCalibration,
    /// Asks before it is made final.
    AskFinal(Wanted),
    /// Shows one that was issued.
    Open(DocumentNumber),
    /// Asks where, and saves one that was issued, byte for byte.
    SaveIssued(DocumentNumber),
    /// As that, and it says that it was printed before.
    SaveDuplicate(DocumentNumber),
    /// Asks why it must not count any more.
    AskWithdraw(DocumentNumber),
    Print(DocumentNumber),
    /// As that, and it says that it was printed before.
    PrintDuplicate(DocumentNumber),
}

/// What concerns many documents at once.
#[derive(Debug)]
pub(crate) enum BatchAction {
    /// Where they are made, for all learners or those in their list.
    ForAll,
    /// Where they are made, for the learners that are ticked.
    ForSelected,
    /// As [`Self::ForAll`], documents of this kind.
    ForKind(DocumentKind),
    ChooseFolder,
    Start,
    Stop,
    /// With what was not made yet.
    GoOn,
    /// To choose once more.
    Again,
    OpenFolder(PathBuf),
    /// One of the files with many documents.
    Print(PathBuf),
}

/// What concerns what was put aside, and who must be forgotten.
#[derive(Debug)]
pub(crate) enum PastAction {
    /// Brings it back whole.
    Restore(Subject),
    /// Asks before it is forgotten for good.
    AskForget(Subject),
    /// As that, for who is ticked among those past their term.
    AskForgetTicked,
    /// The changes of this learner.
    ChangesOf(Id<Learner>),
    /// Asks where, and saves the changes that are shown.
    SaveChanges,
    /// Asks where, and saves everything that is held of a learner.
    SaveInzage(Id<Learner>, Form),
}

/// What concerns learners that go to another dossier, or come from one.
#[derive(Debug)]
pub(crate) enum HandoverAction {
    /// Asks under which password those that are ticked go.
    AskSelected,
    Ask(Id<Learner>),
    /// Asks which file came.
    ChooseFile,
    /// What is to become of one who came; the id is of the handover.
    Choose(Id<Learner>, Choice),
    /// Takes in those who were chosen.
    Take,
    /// Takes in nobody.
    Leave,
    /// Shows a document that another dossier issued.
    OpenReceived(FileHash),
}

/// Where one is in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Place {
    Learners,
    NewLearner,
    Learner(Id<Learner>, LearnerPart),
    Leerbedrijven,
    NewLeerbedrijf,
    Leerbedrijf(Id<Leerbedrijf>),
    Documents,
    /// An issued document.
    Document(DocumentNumber),
    /// Making many documents at once.
    Batch,
    /// Those who came from another dossier.
    TakeIn,
    Catalogue,
    Settings(SettingsPart),
    /// What was: changes, what was put aside, who is past the term.
    Past(PastPart),
}

/// The parts of the room of what was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum PastPart {
    #[default]
    Changes,
    Trash,
    Retention,
}

/// The parts of the settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum SettingsPart {
    #[default]
    School,
    Documents,
    Backups,
    /// Who gets into the dossier.
    Security,
    /// How long data is kept.
    Retention,
    /// The dossier's file, and the window on it.
    Dossier,
}

/// The parts of a learner's page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum LearnerPart {
    #[default]
    Facts,
    Traineeships,
    Components,
    Documents,
    History,
}

/// For what a kwalificatie is being chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KwalificatieFor {
    Traineeship(Id<Traineeship>),
    Erkenning(Id<Leerbedrijf>),
    /// Werkprocessen of another kwalificatie, learnt at the same leerbedrijf.
    Extra(Id<Traineeship>),
    /// The opleiding of a learner.
    Learner(Id<Learner>),
    /// To which an onderdeel with a certificaat belongs.
    Component(Id<ExamComponent>),
}

/// Wishes, in the order in which they came up. A list: a second wish must not erase the first.
#[derive(Debug, Default)]
pub(crate) struct Actions(Vec<Action>);

impl Actions {
    pub(crate) fn push(&mut self, action: Action) {
        self.0.push(action);
    }

    pub(crate) fn take(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.0)
    }
}
