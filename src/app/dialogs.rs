//! What lies over the window and asks something. One enum: two cannot be open at once.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::app::action::KwalificatieFor;
use crate::app::copies::CopiesDialog;
use crate::app::guard::{Keeping, RecoveryStep, SecurityForm, Unlock};
use crate::app::handover::{HandingOver, OpeningHandover};
use crate::app::past::Forget;
use crate::app::past::rows::TrashRow;
use crate::app::widgets::pick::Pick;
use crate::domain::draft::Wanted;
use crate::domain::readiness::Warning;
use crate::domain::{
    Crebo, Day, DocumentKind, DocumentNumber, Id, Learner, RecordKind, Route, ShortText,
    Traineeship,
};
use crate::files::SharedPlace;
use crate::store::HistoryLine;

/// The open question.
#[derive(Debug)]
pub(crate) enum Dialog {
    NewDossier {
        school: String,
        path: Option<PathBuf>,
        keeping: Keeping,
    },
    /// A password for a dossier that has one.
    Unlock(Unlock),
    /// The password of the open dossier is to change.
    Security(Box<SecurityForm>),
    /// A recovery code, until it was typed back.
    Recovery(Box<RecoveryStep>),
    Kwalificatie {
        purpose: KwalificatieFor,
        pick: Pick,
    },
    Werkprocessen(Werkprocessen),
    /// A leerbedrijf for a new traineeship.
    Leerbedrijf {
        learner: Id<Learner>,
        pick: Pick,
    },
    /// A keuzedeel, certificate part, kerntaak or generic component with a result.
    Component {
        learner: Id<Learner>,
        pick: Pick,
    },
    Record(RecordDialog),
    Remove {
        kind: RecordKind,
        id: i64,
        what: String,
    },
    Palette(Pick),
    /// Something in the trash, and what can be done with it.
    Removed(Box<TrashRow>),
    /// A line of the journal, with every field that it changed.
    Line(Box<HistoryLine>),
    /// Everything that is held of a learner, before it goes into a file.
    Inzage(Id<Learner>),
    /// Someone or something, before it is forgotten for good.
    Forget(Box<Forget>),
    /// What is handed out, before it counts.
    Final(Final),
    /// Many at once, before they count.
    FinalBatch(FinalBatch),
    /// It counts: what to do next.
    MadeFinal(MadeFinal),
    Withdraw(Withdrawing),
    HandOver(HandingOver),
    /// The password of a handover that came.
    TakeIn(OpeningHandover),
    /// Something that was typed would be lost.
    Leave(Leave),
    /// The dossier lies where others copy or share it.
    Shared(SharedPlace),
    Copies(CopiesDialog),
}

impl Dialog {
    /// Whether what it asks would change the dossier.
    pub(crate) const fn would_change(&self) -> bool {
        match self {
            Self::Kwalificatie { .. }
            | Self::Werkprocessen(_)
            | Self::Leerbedrijf { .. }
            | Self::Component { .. }
            | Self::Record(_)
            | Self::Remove { .. }
            | Self::Final(_)
            | Self::FinalBatch(_)
            | Self::Withdraw(_)
            | Self::Security(_)
            | Self::Recovery(_)
            | Self::Removed(_)
            | Self::Forget(_)
            | Self::HandOver(_)
            | Self::TakeIn(_) => true,
            Self::NewDossier { .. }
            | Self::Unlock(_)
            | Self::Palette(_)
            | Self::MadeFinal(_)
            | Self::Inzage(_)
            | Self::Line(_)
            | Self::Copies(_)
            | Self::Leave(_)
            | Self::Shared(_) => false,
        }
    }

    /// How many seconds one must wait before another password can be tried.
    pub(crate) fn rest(&mut self) -> Option<&mut u64> {
        if let Self::Unlock(unlock) = self {
            Some(&mut unlock.rest)
        } else if let Self::Security(form) = self {
            Some(&mut form.rest)
        } else {
            None
        }
    }
}

/// A document that is about to be made final.
#[derive(Clone, Debug)]
pub(crate) struct Final {
    pub(crate) wanted: Wanted,
    pub(crate) person: String,
    /// For what it is.
    pub(crate) about: String,
    pub(crate) place: ShortText,
    pub(crate) date: Day,
    pub(crate) route: Option<Route>,
    pub(crate) warnings: Vec<Warning>,
    /// Of secure paper it takes more than one.
    pub(crate) sheets: Option<usize>,
    /// The withdrawn one that it corrects.
    pub(crate) replaces: Option<DocumentNumber>,
}

/// Documents that are about to be made final together.
#[derive(Clone, Debug)]
pub(crate) struct FinalBatch {
    pub(crate) kind: DocumentKind,
    pub(crate) count: usize,
    /// Of how many something must be looked at.
    pub(crate) warned: usize,
    pub(crate) place: ShortText,
    pub(crate) date: Day,
}

/// A document that was made final.
#[derive(Clone, Debug)]
pub(crate) struct MadeFinal {
    pub(crate) number: DocumentNumber,
    pub(crate) person: String,
}

/// A document that must not count any more, and why.
#[derive(Clone, Debug)]
pub(crate) struct Withdrawing {
    pub(crate) number: DocumentNumber,
    pub(crate) learner: Id<Learner>,
    pub(crate) person: String,
    pub(crate) about: String,
    pub(crate) date: Day,
    pub(crate) reason: String,
    /// It was tried without a reason.
    pub(crate) asked: bool,
}

/// What is about to be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leave {
    Window,
    Dossier,
}

/// Choosing werkprocessen of one kwalificatie for a traineeship.
#[derive(Clone, Debug)]
pub(crate) struct Werkprocessen {
    pub(crate) traineeship: Id<Traineeship>,
    pub(crate) crebo: Crebo,
    pub(crate) typed: String,
    /// Codes that are ticked.
    pub(crate) chosen: BTreeSet<String>,
    /// Codes that the traineeship has already.
    pub(crate) there: BTreeSet<String>,
}

/// A form for one record that only counts when all of it fits. What is typed in it stands in the drafts under
/// [`RecordDialog::ID`].
#[derive(Clone, Debug)]
pub(crate) struct RecordDialog {
    pub(crate) title: String,
    pub(crate) kind: RecordKind,
    /// The record that is edited; `None`: a new one.
    pub(crate) id: Option<i64>,
    /// What every field holds to begin with, as stored.
    pub(crate) start: BTreeMap<&'static str, String>,
    /// The fields that are asked.
    pub(crate) asked: Vec<&'static str>,
    /// Those of them that may not be left empty here, also where the record itself allows it.
    pub(crate) required: &'static [&'static str],
    /// The traineeship for which a new praktijkopleider signs from now on.
    pub(crate) signs_for: Option<Id<Traineeship>>,
}

impl RecordDialog {
    /// No record has this id.
    pub(crate) const ID: i64 = i64::MIN;
}
