//! Lines of a list that were ticked, to do something with all of them. They stay ticked while one searches on.

use std::collections::BTreeSet;

use crate::app::listing::{Line, Listing};
use crate::app::widgets::list::Tick;
use crate::domain::{Id, Learner};

/// By id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Selection {
    ids: BTreeSet<i64>,
    /// The one that was ticked last: from there "up to here" goes.
    last: Option<i64>,
    /// For which lines shown, and how many of them are ticked.
    counted: Option<(u64, usize)>,
}

impl Selection {
    pub(crate) fn has(&self, id: i64) -> bool {
        self.ids.contains(&id)
    }

    /// By id.
    pub(crate) fn ids(&self) -> impl Iterator<Item = i64> {
        self.ids.iter().copied()
    }

    /// The learners that are ticked, where it is these.
    pub(crate) fn learners(&self) -> Vec<Id<Learner>> {
        self.ids().map(Id::new).collect()
    }

    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// How many of the lines that are shown are ticked; counted anew only when that may have changed.
    pub(crate) fn shown<T: Line>(&mut self, list: &Listing<T>) -> usize {
        let found = list.times_found();
        if let Some((_, count)) = self.counted.filter(|(of, _)| *of == found) {
            return count;
        }
        let shown = (0..list.shown()).filter_map(|n| list.at(n));
        let count = shown.filter(|line| self.has(line.id())).count();
        self.counted = Some((found, count));
        count
    }

    /// Only those for which this holds stay ticked.
    pub(crate) fn retain(&mut self, stays: impl Fn(i64) -> bool) {
        self.counted = None;
        self.ids.retain(|id| stays(*id));
    }

    /// Those that are gone from the list are no longer ticked.
    pub(crate) fn keep_to<T: Line>(&mut self, list: &Listing<T>) {
        if !self.ids.is_empty() {
            self.counted = None;
            let there: BTreeSet<i64> = list.all().iter().map(Line::id).collect();
            self.ids.retain(|id| there.contains(id));
        }
    }

    pub(crate) fn take<T: Line>(&mut self, tick: Tick, list: &Listing<T>) {
        self.counted = None;
        match tick {
            Tick::Toggle(row) => {
                let Some(id) = list.at(row).map(Line::id) else { return };
                if !self.ids.remove(&id) {
                    self.ids.insert(id);
                }
                self.last = Some(id);
            }
            Tick::UpTo(row) => {
                let from = self.last.and_then(|id| list.place_of(id)).unwrap_or(row);
                for n in from.min(row)..=from.max(row) {
                    self.ids.extend(list.at(n).map(Line::id));
                }
                self.last = self.last.or_else(|| list.at(row).map(Line::id));
            }
            Tick::All => {
                self.ids.extend((0..list.shown()).filter_map(|n| list.at(n)).map(Line::id))
            }
            Tick::Nothing => {
                for id in (0..list.shown()).filter_map(|n| list.at(n)).map(Line::id) {
                    self.ids.remove(&id);
                }
            }
        }
    }
}
