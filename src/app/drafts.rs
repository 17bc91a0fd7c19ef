//! What is typed and not yet taken: text that is still being written, and text that does not fit.
//!
//! It stays while one goes elsewhere and comes back. A value that does not fit never replaces the last good one.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::draft::Draft as Document;
use crate::domain::verklaring::Concept;
use crate::domain::{FieldError, Record, RecordKind, Spot, Stored};

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

    /// Whether anything stands in a field that is not kept.
    pub(crate) fn any_left(&self) -> bool {
        !self.drafts.is_empty()
    }

    /// Every field with what is typed in it.
    pub(crate) fn all(&self) -> impl Iterator<Item = (Spot, &str)> {
        let drafts = self.drafts.iter();
        drafts.map(|((kind, id, field), draft)| {
            (Spot { kind: *kind, id: *id, field }, draft.text.as_str())
        })
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
    pub(crate) fn refused_in(&self, document: &Document) -> Option<Spot> {
        let printed = printed(document);
        self.drafts
            .iter()
            .find(|((kind, id, _), draft)| draft.error.is_some() && printed.contains(&(*kind, *id)))
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

/// The records of which something comes on paper.
fn printed(document: &Document) -> BTreeSet<(RecordKind, i64)> {
    // The school has one row.
    let mut out = BTreeSet::from([(RecordKind::School, 1), of(document.learner())]);
    match document {
        Document::Praktijkverklaring(concept) | Document::Overneemblad(concept) => {
            add_practice(&mut out, concept);
        }
        Document::Certificaat(concept) => {
            out.insert(of(&concept.component));
            out.extend(concept.signers.iter().map(of));
            out.extend(concept.leerbedrijf.iter().map(of));
        }
        Document::MboVerklaring(concept) | Document::Totaaloverzicht(concept) => {
            out.extend(concept.signers.iter().map(of));
            out.extend(concept.components.iter().map(of));
            out.extend(concept.tests.iter().map(of));
            concept.verklaringen.iter().for_each(|own| add_practice(&mut out, own));
        }
    }
    out
}

fn add_practice(out: &mut BTreeSet<(RecordKind, i64)>, concept: &Concept) {
    let Concept { learner, traineeship, leerbedrijf, praktijkopleider, components, .. } = concept;
    out.extend([of(learner), of(traineeship), of(leerbedrijf)]);
    out.extend(praktijkopleider.iter().map(of));
    out.extend(components.iter().map(of));
}

const fn of<R: Record>(record: &Stored<R>) -> (RecordKind, i64) {
    (R::KIND, record.id.raw())
}
