//! Learners from one dossier to another: given out as a sealed file, and taken in after a person saw what it would
//! change.
//!
//! A handover is a small dossier: the learners with all that is theirs, and what they point at. It is read into memory
//! and laid beside the dossier; the same piece of code says what would change and makes the change, so what is shown is
//! what is done. See `docs/decisions/0070-a-learner-travels-as-a-small-dossier.md`. Knows no window, no clock, no SQL.

mod alike;
mod documents;
mod error;
mod parts;
mod places;
mod take_in;
mod weave;

pub use alike::{Likeness, Relation};
pub use error::HandoverError;
pub use take_in::{Arrival, Choice, Incoming};
pub use weave::{Brought, Difference, FieldChange};

use std::path::Path;

use jiff::Timestamp;

use crate::backup::{self, Made, Watch};
use crate::domain::{Id, Learner};
use crate::store::{Password, Store};

/// Learners with all that is theirs, ready to be written.
#[derive(Debug)]
pub struct Outgoing(Store);

impl Outgoing {
    /// From here on each record of theirs is known by a mark; nothing else changes.
    pub fn of(store: &mut Store, learners: &[Id<Learner>]) -> Result<Self, HandoverError> {
        Ok(Self(store.excerpt(learners)?))
    }

    /// Writes them as a file `to` that is not there yet, and reads it back before it gets its name.
    pub fn write(
        &self,
        to: &Path,
        password: &Password,
        now: Timestamp,
        watch: &mut Watch<'_>,
    ) -> Result<Made, HandoverError> {
        Ok(backup::write_handover(&self.0, to, password, now, watch)?)
    }
}
