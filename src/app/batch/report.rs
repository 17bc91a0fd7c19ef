//! What became of a batch.

use std::path::PathBuf;

use crate::documents::layout::Standing;
use crate::domain::draft::Wanted;
use crate::domain::{DocumentKind, DocumentNumber, Id, Learner, Route, Spot};
use crate::files::FileError;
use crate::issuing::{Batch, Made, NotMade, Order, Outcome};

/// What was made, and what not.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) kind: DocumentKind,
    pub(crate) folder: PathBuf,
    pub(crate) made: usize,
    pub(crate) problems: Vec<Problem>,
    /// For how many nothing could be made, before it began.
    pub(crate) left_out: usize,
    /// Files with many documents behind each other.
    pub(crate) bundles: Vec<PathBuf>,
    pub(crate) bundles_failed: Vec<NotMade>,
    pub(crate) end: End,
    /// What is still to be done, and how.
    pub(crate) left: Vec<Wanted>,
    pub(crate) order: Order,
}

/// How it came to its end.
#[derive(Debug)]
pub(crate) enum End {
    /// All were looked at.
    Finished,
    Stopped,
    /// It could not go on, for a reason that is said.
    Halted(String),
}

/// A document that is not there as it should be.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) name: String,
    pub(crate) learner: Option<Id<Learner>>,
    pub(crate) route: Option<Route>,
    pub(crate) what: What,
}

#[derive(Debug)]
pub(crate) enum What {
    Not(NotMade),
    OnlyRegistered(DocumentNumber, FileError),
}

impl Report {
    pub(crate) const fn new(kind: DocumentKind, order: Order, left_out: usize) -> Self {
        Self {
            kind,
            folder: PathBuf::new(),
            made: 0,
            problems: Vec::new(),
            left_out,
            bundles: Vec::new(),
            bundles_failed: Vec::new(),
            end: End::Finished,
            left: Vec::new(),
            order,
        }
    }

    /// Whether these documents stand in the register.
    pub(crate) fn registered(&self) -> bool {
        self.kind.letters().is_some() && self.order.standing == Standing::Final
    }

    /// Takes what became of some of them.
    pub(crate) fn add(&mut self, outcomes: Vec<Outcome>) {
        for Outcome { wanted: _, about, made } in outcomes {
            let what = match made {
                Made::File { .. } => {
                    self.made += 1;
                    continue;
                }
                Made::OnlyRegistered { number, error } => What::OnlyRegistered(number, error),
                Made::Not(error) => What::Not(error),
            };
            let learner = about.as_ref().map(|about| about.learner);
            let route = about.as_ref().and_then(|about| about.route);
            let name = about.map(|about| about.name).unwrap_or_default();
            self.problems.push(Problem { name, learner, route, what });
        }
    }

    /// Takes what the batch says at its end.
    pub(crate) fn close(&mut self, batch: Batch, end: End) {
        self.left = batch.left().collect();
        for bundle in batch.into_bundles() {
            match bundle {
                Ok(path) => self.bundles.push(path),
                Err(error) => self.bundles_failed.push(error),
            }
        }
        self.end = end;
        self.folder.clone_from(&self.order.folder);
    }
}

impl Problem {
    /// The field that mends it.
    pub(crate) fn spot(&self) -> Option<Spot> {
        match &self.what {
            What::Not(NotMade::Missing(missing)) => missing.first().and_then(|first| first.spot),
            What::Not(NotMade::WrongField(spot)) => Some(*spot),
            What::Not(
                NotMade::Issued(_)
                | NotMade::KeepsChanging
                | NotMade::NotRegistered
                | NotMade::MustBeIssued
                | NotMade::FileThere(_)
                | NotMade::File(_)
                | NotMade::Store(_)
                | NotMade::Pdf(_)
                | NotMade::Kept(_),
            )
            | What::OnlyRegistered(..) => None,
        }
    }
}
