//! What lies over the window and asks something. One enum: two cannot be open at once.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::app::action::KwalificatieFor;
use crate::app::widgets::pick::Pick;
use crate::domain::{Crebo, Id, Learner, RecordKind, Traineeship};

/// The open question.
#[derive(Debug)]
pub(crate) enum Dialog {
    NewDossier {
        school: String,
        path: Option<PathBuf>,
    },
    Password {
        path: PathBuf,
        typed: String,
    },
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
    /// Something that was typed would be lost.
    Leave(Leave),
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
