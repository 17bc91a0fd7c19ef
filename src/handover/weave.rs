//! Laying what came beside what is here: which records are new, which are the same, and in what the others differ.
//!
//! An empty field that came never empties one that is filled: who sent it may just not have known. What is here and did
//! not come stays as it is.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::changes::Change;
use crate::domain::fold::fold;
use crate::domain::{
    AnyRecord, Field as _, FieldValue, Id, Input, Learner, LogoHash, Praktijkbegeleider, Record,
    RecordKind, Stored, Subject,
};
use crate::handover::HandoverError;
use crate::store::{Marks, Store, StoreError};

/// What taking in one learner brings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    pub differences: Vec<Difference>,
    /// How many records of this learner are here and did not come: they stay.
    pub stays: usize,
    /// Who guides the learner there, and is not known here.
    pub begeleider_there: Option<String>,
}

/// A record that is new or becomes another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub kind: RecordKind,
    /// What it is called; empty for the learner itself.
    pub name: String,
    /// In which fields it becomes another; `None`: it is new.
    pub fields: Option<Vec<FieldChange>>,
}

/// One field, as stored; a record that it points at by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    pub key: &'static str,
    pub before: String,
    pub after: String,
}

/// For whom a learner that comes is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    New,
    Known(Id<Learner>),
}

/// Both dossiers, and the change as far as it is made.
pub(super) struct Weave<'a> {
    pub(super) theirs: &'a Store,
    pub(super) ours: &'a Store,
    pub(super) their_marks: &'a Marks,
    pub(super) our_marks: &'a Marks,
    pub(super) changes: Vec<Change>,
    added: BTreeMap<RecordKind, u32>,
    /// Records of theirs that have their place here already: ours, or a stand-in for one that is added.
    pub(super) places: HashMap<(RecordKind, i64), i64>,
    pub(super) pictures: HashSet<LogoHash>,
    pub(super) brought: Brought,
}

impl<'a> Weave<'a> {
    pub(super) fn new(
        theirs: &'a Store,
        ours: &'a Store,
        their_marks: &'a Marks,
        our_marks: &'a Marks,
    ) -> Self {
        Self {
            theirs,
            ours,
            their_marks,
            our_marks,
            changes: Vec::new(),
            added: BTreeMap::new(),
            places: HashMap::new(),
            pictures: HashSet::new(),
            brought: Brought::default(),
        }
    }

    /// Takes in one learner with all that is his; gives what that brings.
    pub(super) fn learner(
        &mut self,
        theirs: &Stored<Learner>,
        target: Target,
    ) -> Result<Brought, HandoverError> {
        let begeleider = self.begeleider(theirs.value.begeleider)?;
        let came = Learner { begeleider, ..theirs.value.clone() };
        let id = match target {
            Target::New => self.add(theirs.id, came, String::new()),
            Target::Known(id) => {
                let ours = self.ours.learner(id)?.value;
                let (mut merged, mut fields) = merged(&ours, &came);
                if came.begeleider.is_some() && came.begeleider != ours.begeleider {
                    merged.begeleider = came.begeleider;
                    let name = |id: Option<Id<Praktijkbegeleider>>| self.name_here(id);
                    let (before, after) = (name(ours.begeleider), name(came.begeleider));
                    fields.push(FieldChange { key: "begeleider", before, after });
                }
                self.edit(theirs.id, id, merged, fields, String::new());
                id
            }
        };
        self.parts_of(theirs.id, id, target)?;
        self.documents_of(theirs.id, id, target)?;
        Ok(std::mem::take(&mut self.brought))
    }

    /// Adds a record; its stand-in.
    pub(super) fn add<R: Record + Into<AnyRecord>>(
        &mut self,
        theirs: Id<R>,
        record: R,
        name: String,
    ) -> Id<R> {
        let nth = self.added.entry(R::KIND).or_default();
        let id = Id::added(*nth);
        *nth += 1;
        self.changes.push(Change::Add(record.into()));
        self.brought.differences.push(Difference { kind: R::KIND, name, fields: None });
        self.settle(theirs, id);
        id
    }

    /// Makes a record of ours what it becomes, where that is another.
    pub(super) fn edit<R: Record + Into<AnyRecord>>(
        &mut self,
        theirs: Id<R>,
        ours: Id<R>,
        merged: R,
        fields: Vec<FieldChange>,
        name: String,
    ) {
        if !fields.is_empty() {
            self.changes.push(Change::Edit(ours.raw(), merged.into()));
            self.brought.differences.push(Difference { kind: R::KIND, name, fields: Some(fields) });
        }
        self.settle(theirs, ours);
    }

    /// From here on this record of theirs is that one here, also the next time.
    pub(super) fn settle<R: Record>(&mut self, theirs: Id<R>, ours: Id<R>) {
        self.places.insert((R::KIND, theirs.raw()), ours.raw());
        let known = ours.raw() > 0 && self.our_marks.of(R::KIND, ours.raw()).is_some();
        if let Some(mark) = self.their_marks.of(R::KIND, theirs.raw()).filter(|_| !known) {
            let subject = Subject { kind: R::KIND, id: ours.raw() };
            self.changes.push(Change::Mark(subject, mark.clone()));
        }
    }

    /// The record here that is known by the mark of this one of theirs.
    pub(super) fn marked<R: Record>(&self, theirs: Id<R>) -> Option<Id<R>> {
        let mark = self.their_marks.of(R::KIND, theirs.raw())?;
        self.our_marks.at(R::KIND, mark).map(Id::new)
    }

    /// Who guides here under the same name. Nobody is added: who guides at another school is not of this one.
    fn begeleider(
        &mut self,
        id: Option<Id<Praktijkbegeleider>>,
    ) -> Result<Option<Id<Praktijkbegeleider>>, StoreError> {
        let Some(id) = id else { return Ok(None) };
        let theirs = self.theirs.record(RecordKind::Praktijkbegeleider, id.raw())?;
        let AnyRecord::Praktijkbegeleider(theirs) = theirs else { return Ok(None) };
        let name = theirs.known_name();
        let marked = self.marked(id);
        let here = self.ours.praktijkbegeleiders()?;
        let same = here.iter().find(|own| Some(own.id) == marked).or_else(|| {
            here.iter().find(|own| !name.is_empty() && fold(&own.value.known_name()) == fold(&name))
        });
        if same.is_none() && !name.is_empty() {
            self.brought.begeleider_there = Some(name);
        }
        Ok(same.map(|own| own.id))
    }

    fn name_here(&self, id: Option<Id<Praktijkbegeleider>>) -> String {
        let record = id.map(|id| self.ours.record(RecordKind::Praktijkbegeleider, id.raw()));
        match record {
            Some(Ok(AnyRecord::Praktijkbegeleider(person))) => person.known_name(),
            Some(_) | None => String::new(),
        }
    }
}

/// Ours with what of theirs is filled and another; fields that point at records are for who knows these.
pub(super) fn merged<R: Record>(ours: &R, theirs: &R) -> (R, Vec<FieldChange>) {
    let mut merged = ours.clone();
    let mut changes = Vec::new();
    for field in R::Field::ALL {
        let (before, after) = (ours.value(*field), theirs.value(*field));
        let points = matches!(field.input(), Input::Ref(_));
        if points || after == FieldValue::Empty || after == before {
            continue;
        }
        // What a field holds always parses again.
        if merged.set(*field, &after.stored()).is_ok() {
            let (before, after) = (before.stored(), after.stored());
            changes.push(FieldChange { key: field.key(), before, after });
        }
    }
    (merged, changes)
}
