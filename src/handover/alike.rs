//! Who is who: a learner that comes is one who is here, might be, or is new. What might be is for a person to say.

use std::collections::HashMap;

use crate::domain::fold::fold;
use crate::domain::{Id, Learner, LearnerNumber, PersonName, RecordKind, Stored};
use crate::store::{Marks, Store, StoreError};

/// What a learner that comes is to those who are here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    New,
    /// Was here, and was put aside.
    PutAside,
    /// Known by its mark.
    Known(Id<Learner>),
    /// Looks like one who is here.
    Alike(Id<Learner>, Likeness),
}

/// Why two might be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    NameAndBirth,
    Number,
}

/// Those who are here, by what might make another look like them.
pub(super) struct Here {
    by_name: HashMap<String, Id<Learner>>,
    by_number: HashMap<String, Id<Learner>>,
}

impl Here {
    pub(super) fn of(store: &Store) -> Result<Self, StoreError> {
        let mut here = Self { by_name: HashMap::new(), by_number: HashMap::new() };
        for Stored { id, value } in store.all::<Learner>()? {
            if let Some(key) = name_and_birth(&value) {
                here.by_name.entry(key).or_insert(id);
            }
            if let Some(key) = number(&value) {
                here.by_number.entry(key).or_insert(id);
            }
        }
        Ok(here)
    }

    pub(super) fn relation(
        &self,
        theirs: &Stored<Learner>,
        their_marks: &Marks,
        ours: &Store,
        our_marks: &Marks,
    ) -> Result<Relation, StoreError> {
        let kind = RecordKind::Learner;
        let known = their_marks.of(kind, theirs.id.raw()).and_then(|mark| our_marks.at(kind, mark));
        let mut otherwise = Relation::New;
        if let Some(id) = known.map(Id::new) {
            match ours.learner(id) {
                Ok(_) => return Ok(Relation::Known(id)),
                Err(StoreError::Gone { .. }) => match ours.record_at_all(kind, id.raw()) {
                    Ok(_) => otherwise = Relation::PutAside,
                    // Taken back by undo, or forgotten.
                    Err(StoreError::Gone { .. }) => {}
                    Err(other) => return Err(other),
                },
                Err(other) => return Err(other),
            }
        }
        let by = |key: Option<String>, map: &HashMap<String, Id<Learner>>| {
            key.and_then(|key| map.get(&key).copied())
        };
        if let Some(id) = by(name_and_birth(&theirs.value), &self.by_name) {
            return Ok(Relation::Alike(id, Likeness::NameAndBirth));
        }
        if let Some(id) = by(number(&theirs.value), &self.by_number) {
            return Ok(Relation::Alike(id, Likeness::Number));
        }
        Ok(otherwise)
    }
}

/// Surname, first of the first names and date of birth: `None` while one of these is not known.
fn name_and_birth(learner: &Learner) -> Option<String> {
    let surname = fold(learner.geslachtsnaam.as_ref().map(PersonName::as_str)?);
    let given = learner.voornamen.as_ref().or(learner.roepnaam.as_ref()).map(PersonName::as_str)?;
    let given = fold(given);
    let first = given.split_whitespace().next().unwrap_or_default();
    let born = learner.geboortedatum?.stored();
    Some(format!("{surname}\n{first}\n{born}"))
}

fn number(learner: &Learner) -> Option<String> {
    learner.leerlingnummer.as_ref().map(|number| fold(LearnerNumber::as_str(number)))
}
