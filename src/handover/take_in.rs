//! A handover that came: who is in it, what taking them in would change, and the change itself.

use std::path::Path;

use crate::backup::{self, Contents, Watch};
use crate::changes::{Change, Purpose};
use crate::domain::{Id, Learner, Stored};
use crate::handover::HandoverError;
use crate::handover::alike::{Here, Relation};
use crate::handover::weave::{Brought, Target, Weave};
use crate::store::{Marks, Password, Store, StoreError};

/// A handover that was opened and found whole. It is in memory only.
pub struct Incoming {
    contents: Contents,
    store: Store,
    marks: Marks,
}

impl std::fmt::Debug for Incoming {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Incoming").finish_non_exhaustive()
    }
}

/// One learner that came, laid beside those who are here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    pub learner: Stored<Learner>,
    pub relation: Relation,
    /// What it brings as a learner of its own; `None` for one who is surely here.
    pub as_new: Option<Brought>,
    /// What it brings to the one who is here, or might be.
    pub as_known: Option<Brought>,
}

/// What is to become of a learner that came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    #[default]
    Leave,
    /// Is taken in as a learner of its own.
    New,
    /// Is the one who is here; that one is brought up to date.
    Known,
}

impl Arrival {
    /// Nothing of it is news here.
    pub fn is_same(&self) -> bool {
        matches!(self.relation, Relation::Known(_))
            && self.as_known.as_ref().is_some_and(|brought| brought.differences.is_empty())
    }

    fn target(&self, choice: Choice) -> Option<Target> {
        match (choice, self.relation) {
            (Choice::Leave, _) => None,
            (Choice::New, Relation::Known(_)) => None,
            (Choice::New, Relation::New | Relation::PutAside | Relation::Alike(..)) => {
                Some(Target::New)
            }
            (Choice::Known, Relation::Known(id) | Relation::Alike(id, _)) => {
                Some(Target::Known(id))
            }
            (Choice::Known, Relation::New | Relation::PutAside) => None,
        }
    }
}

impl Incoming {
    /// Opens a handover. Nothing of it is to be seen before every byte was.
    pub fn open(
        path: &Path,
        password: &Password,
        watch: &mut Watch<'_>,
    ) -> Result<Self, HandoverError> {
        let (contents, store) = backup::read_handover(path, password, watch)?;
        let marks = store.marks()?;
        Ok(Self { contents, store, marks })
    }

    /// One that is in memory already.
    #[cfg(any(test, fuzzing))]
    pub(crate) fn of_memory(contents: Contents, store: Store) -> Result<Self, HandoverError> {
        let marks = store.marks()?;
        Ok(Self { contents, store, marks })
    }

    /// When and where it was made.
    pub const fn contents(&self) -> &Contents {
        &self.contents
    }

    /// Everyone in it, in the order of a list. Changes nothing.
    pub fn look(&self, ours: &Store) -> Result<Vec<Arrival>, HandoverError> {
        let (here, our_marks) = (Here::of(ours)?, ours.marks()?);
        let mut arrivals = Vec::new();
        for line in self.store.learner_lines()? {
            let learner = self.store.learner(line.id)?;
            let relation = here.relation(&learner, &self.marks, ours, &our_marks)?;
            let brings = |target| {
                let mut weave = Weave::new(&self.store, ours, &self.marks, &our_marks);
                weave.learner(&learner, target)
            };
            let (as_new, as_known) = match relation {
                Relation::New | Relation::PutAside => (Some(brings(Target::New)?), None),
                Relation::Known(id) => (None, Some(brings(Target::Known(id))?)),
                Relation::Alike(id, _) => {
                    (Some(brings(Target::New)?), Some(brings(Target::Known(id))?))
                }
            };
            arrivals.push(Arrival { learner, relation, as_new, as_known });
        }
        Ok(arrivals)
    }

    /// The one change that takes in those who were chosen; `None`: nobody was.
    pub fn change(
        &self,
        ours: &Store,
        chosen: &[(&Arrival, Choice)],
    ) -> Result<Option<Change>, HandoverError> {
        let our_marks = ours.marks()?;
        let mut weave = Weave::new(&self.store, ours, &self.marks, &our_marks);
        let mut known: Vec<Id<Learner>> = Vec::new();
        for (arrival, choice) in chosen {
            let Some(target) = arrival.target(*choice) else { continue };
            if let Target::Known(id) = target {
                // Two who came cannot both be the same one here.
                if known.contains(&id) {
                    return Err(StoreError::InUse.into());
                }
                known.push(id);
            }
            weave.learner(&arrival.learner, target)?;
        }
        let changes = weave.changes;
        Ok((!changes.is_empty()).then_some(Change::Together(Purpose::TakeIn, changes)))
    }
}
