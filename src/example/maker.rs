//! What an example is made with: chance, the day of today, and the changes so far.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::changes::Change;
use crate::domain::{AnyRecord, Id, Learner, Record, RecordKind};
use crate::example::dice::Dice;

pub(super) struct Maker {
    pub(super) dice: Dice,
    pub(super) today: Date,
    pub(super) changes: Vec<Change>,
    added: BTreeMap<RecordKind, u32>,
}

impl Maker {
    pub(super) fn new(seed: u64, today: Date) -> Self {
        Self { dice: Dice::new(seed), today, changes: Vec::new(), added: BTreeMap::new() }
    }

    /// Adds a record, and gives the id by which later ones may point at it.
    pub(super) fn add<R: Record + Into<AnyRecord>>(&mut self, record: R) -> Id<R> {
        self.changes.push(Change::Add(record.into()));
        let nth = self.added.entry(R::KIND).or_default();
        let id = Id::added(*nth);
        *nth += 1;
        id
    }

    /// How many changes there are: the place of the next.
    pub(super) const fn next_place(&self) -> usize {
        self.changes.len()
    }

    /// The learner that was added at this place.
    pub(super) fn learner_mut(&mut self, at: usize) -> Option<&mut Learner> {
        match self.changes.get_mut(at) {
            Some(Change::Add(AnyRecord::Learner(learner))) => Some(learner),
            Some(_) | None => None,
        }
    }
}
