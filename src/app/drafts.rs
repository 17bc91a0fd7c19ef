//! What is typed and not yet taken: text that is still being written, and text that does not fit.
//!
//! It stays while one goes elsewhere and comes back. A value that does not fit never replaces the last good one.

use std::collections::BTreeMap;

use crate::domain::verklaring::Concept;
use crate::domain::{FieldError, RecordKind, Spot};

/// The text in one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    pub(crate) text: String,
    /// Why it does not fit; `None` while it is being typed.
    pub(crate) error: Option<FieldError>,
}

/// Every field whose text differs from what the file holds.
#[derive(Debug, Default)]
pub(crate) struct Drafts {
    drafts: BTreeMap<(RecordKind, i64, &'static str), Draft>,
    /// How often something was typed.
    typed: u64,
}

impl Drafts {
    pub(crate) fn get(&self, spot: Spot) -> Option<&Draft> {
        self.drafts.get(&key(spot))
    }

    /// Something was typed.
    pub(crate) fn typed(&mut self, spot: Spot, text: String) {
        self.drafts.insert(key(spot), Draft { text, error: None });
        self.typed += 1;
    }

    pub(crate) fn refused(&mut self, spot: Spot, text: String, error: FieldError) {
        self.drafts.insert(key(spot), Draft { text, error: Some(error) });
    }

    pub(crate) fn forget(&mut self, spot: Spot) {
        self.drafts.remove(&key(spot));
    }

    /// Grows with each thing typed: who sees the same number again knows that nothing was.
    pub(crate) const fn times_typed(&self) -> u64 {
        self.typed
    }

    /// Whether a field shows what does not fit.
    pub(crate) fn any_refused(&self) -> bool {
        self.drafts.values().any(|draft| draft.error.is_some())
    }

    /// Those that were typed and have not been looked at.
    pub(crate) fn unsettled(&self) -> Vec<Spot> {
        self.drafts
            .iter()
            .filter(|(_, draft)| draft.error.is_none())
            .map(|((kind, id, field), _)| Spot { kind: *kind, id: *id, field })
            .collect()
    }

    /// A field of what comes on paper that shows what does not fit: paper would say something else than the screen.
    pub(crate) fn refused_in(&self, concept: &Concept) -> Option<Spot> {
        let Concept { learner, traineeship, leerbedrijf, praktijkopleider, components, .. } =
            concept;
        let printed = |kind: RecordKind, id: i64| match kind {
            RecordKind::Learner => learner.id.raw() == id,
            RecordKind::Traineeship => traineeship.id.raw() == id,
            RecordKind::Leerbedrijf => leerbedrijf.id.raw() == id,
            RecordKind::Praktijkopleider => {
                praktijkopleider.as_ref().is_some_and(|own| own.id.raw() == id)
            }
            RecordKind::ExamComponent => components.iter().any(|own| own.id.raw() == id),
            RecordKind::School
            | RecordKind::Ondertekenaar
            | RecordKind::Voortgangstoets
            | RecordKind::Praktijkbegeleider
            | RecordKind::Erkenning
            | RecordKind::Evidence
            | RecordKind::OwnEntry => false,
        };
        self.drafts
            .iter()
            .find(|((kind, id, _), draft)| draft.error.is_some() && printed(*kind, *id))
            .map(|((kind, id, field), _)| Spot { kind: *kind, id: *id, field })
    }

    /// What was typed for a new record, now that it has an id.
    pub(crate) fn move_new(&mut self, kind: RecordKind, id: i64) {
        let new: Vec<_> =
            self.drafts.keys().copied().filter(|(k, n, _)| *k == kind && *n == 0).collect();
        for old in new {
            if let Some(draft) = self.drafts.remove(&old) {
                self.drafts.insert((kind, id, old.2), draft);
            }
        }
    }
}

const fn key(spot: Spot) -> (RecordKind, i64, &'static str) {
    (spot.kind, spot.id, spot.field)
}
