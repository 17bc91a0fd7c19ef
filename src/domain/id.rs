//! Which record: an id that knows its kind, and the facts of a record apart from its row.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use crate::domain::{Entry, FieldError, FieldValue, Input, Record};

/// Every kind of record in a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RecordKind {
    School,
    Praktijkbegeleider,
    Ondertekenaar,
    Learner,
    Leerbedrijf,
    Praktijkopleider,
    Erkenning,
    Traineeship,
    ExamComponent,
    Evidence,
    Voortgangstoets,
    /// A document that another dossier issued.
    ReceivedDocument,
    OwnEntry,
}

impl RecordKind {
    pub const ALL: &'static [Self] = &[
        Self::School,
        Self::Praktijkbegeleider,
        Self::Ondertekenaar,
        Self::Learner,
        Self::Leerbedrijf,
        Self::Praktijkopleider,
        Self::Erkenning,
        Self::Traineeship,
        Self::ExamComponent,
        Self::Evidence,
        Self::Voortgangstoets,
        Self::ReceivedDocument,
        Self::OwnEntry,
    ];
}

/// The id of a record of type `T`. Never used twice within a dossier.
pub struct Id<T> {
    raw: i64,
    kind: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// From a row's id or a number that a person typed; whether the record exists is for the store to say.
    pub const fn new(raw: i64) -> Self {
        Self { raw, kind: PhantomData }
    }

    pub const fn raw(self) -> i64 {
        self.raw
    }

    /// Stands for the record of its kind that the same change adds as number `nth`, counting from 0: only within a
    /// [`crate::changes::Change::Together`], where the store puts the real id in its place.
    pub const fn added(nth: u32) -> Self {
        Self::new(-1 - nth as i64)
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.raw == other.raw
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.raw.cmp(&other.raw)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.raw.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.raw)
    }
}

impl<T: Record> Entry for Id<T> {
    const INPUT: Input = Input::Ref(T::KIND);

    fn parse(typed: &str) -> Result<Self, FieldError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(FieldError::Required);
        }
        match typed.parse::<i64>() {
            Ok(raw) if raw > 0 => Ok(Self::new(raw)),
            Ok(_) | Err(_) => Err(FieldError::Reference),
        }
    }

    fn value(&self) -> FieldValue {
        FieldValue::Ref(self.raw)
    }
}

/// A record as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored<T> {
    pub id: Id<T>,
    pub value: T,
}
