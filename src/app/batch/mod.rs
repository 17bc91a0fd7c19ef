//! Making many documents at once: what is chosen, who gets one, how far it is, what became of it.

mod report;
mod run;
mod scan;

use std::path::PathBuf;

use crate::app::selection::Selection;
use crate::app::session::Session;
use crate::documents::layout::Standing;
use crate::domain::DocumentKind;
use crate::issuing::Bundling;

pub(crate) use report::{End, Problem, Report, What};
pub(crate) use run::{Back, Run};
pub(crate) use scan::{Candidate, Found, Reason, Scan};

/// All of it.
#[derive(Debug, Default)]
pub(crate) struct Batches {
    pub(crate) plan: Plan,
    pub(crate) scan: Scan,
    pub(crate) way: Way,
}

/// How far it is.
#[derive(Debug, Default)]
pub(crate) enum Way {
    #[default]
    Choosing,
    Running(Box<Run>),
    Done(Box<Report>),
}

/// What is to be made, for whom, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) kind: DocumentKind,
    pub(crate) who: Who,
    pub(crate) group: Option<String>,
    pub(crate) standing: Standing,
    pub(crate) folder: Option<PathBuf>,
    pub(crate) bundling: Bundling,
}

/// Of which learners is looked who can get one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    All,
    /// Those who did not finish or stop.
    Active,
    /// As their list is searched and narrowed now.
    Shown,
    Selected,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            kind: DocumentKind::Praktijkverklaring,
            who: Who::All,
            group: None,
            standing: Standing::Final,
            folder: None,
            bundling: Bundling::Loose,
        }
    }
}

impl Plan {
    /// What has no number is no concept either: it is only to copy from.
    pub(crate) const fn standing(&self) -> Standing {
        match self.kind.letters() {
            Some(_) => self.standing,
            None => Standing::Final,
        }
    }
}

impl Batches {
    /// Whether documents are being made now.
    pub(crate) const fn running(&self) -> bool {
        matches!(self.way, Way::Running(_))
    }
}

impl Who {
    /// How many learners these are.
    pub(crate) fn count(self, session: &Session) -> usize {
        match self {
            Self::All => session.learners.all().len(),
            Self::Active => session.batches.scan.active(),
            Self::Shown => session.learners.shown(),
            Self::Selected => session.selected.len(),
        }
    }

    /// The one to begin with: who is ticked, else who is in the list as it stands.
    pub(crate) fn first(selected: &Selection, shown: usize, all: usize) -> Self {
        if selected.len() > 0 {
            Self::Selected
        } else if shown < all {
            Self::Shown
        } else {
            Self::All
        }
    }
}
