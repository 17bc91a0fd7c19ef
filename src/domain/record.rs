//! A record of any kind, for what treats all kinds alike: the store, JSON, the history.

use crate::domain::{
    Erkenning, Evidence, ExamComponent, Field, FieldError, FieldValue, Input, Learner, Leerbedrijf,
    Ondertekenaar, OwnEntry, Praktijkbegeleider, Praktijkopleider, ReceivedDocument, Record,
    RecordKind, School, Traineeship, Voortgangstoets,
};

/// A field of any kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnyField {
    pub key: &'static str,
    pub input: Input,
}

macro_rules! any_record {
    ($( $name:ident ),+) => {
        /// One record of any kind.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum AnyRecord { $( $name($name), )+ }

        $( impl From<$name> for AnyRecord {
            fn from(record: $name) -> Self {
                Self::$name(record)
            }
        } )+

        impl AnyRecord {
            pub const fn kind(&self) -> RecordKind {
                match self { $( Self::$name(_) => RecordKind::$name, )+ }
            }

            /// Makes a record of `kind` from the text of each field; the first that does not parse is named.
            pub fn read(
                kind: RecordKind,
                text: impl Fn(&'static str) -> String,
            ) -> Result<Self, (&'static str, FieldError)> {
                match kind { $(
                    RecordKind::$name => <$name as Record>::read(|field| text(field.key()))
                        .map(Self::$name)
                        .map_err(|(field, err)| (field.key(), err)),
                )+ }
            }

            /// The value of the field with this key; `None`: there is no such field.
            pub fn value(&self, key: &str) -> Option<FieldValue> {
                match self { $( Self::$name(record) => find(key).map(|field| record.value(field)), )+ }
            }

            /// Takes what is typed in the field with this key; `None`: there is no such field.
            pub fn set(&mut self, key: &str, typed: &str) -> Option<Result<(), FieldError>> {
                match self { $( Self::$name(record) => find(key).map(|field| record.set(field, typed)), )+ }
            }
        }

        impl RecordKind {
            /// Whether what is typed fits the field with this key; `None`: there is no such field.
            pub fn check(self, key: &str, typed: &str) -> Option<Result<(), FieldError>> {
                match self { $( Self::$name => find(key).map(|field| <$name as Record>::check(field, typed)), )+ }
            }

            /// Its fields in the order of the form.
            pub fn fields(self) -> Vec<AnyField> {
                match self { $( Self::$name => fields_of::<$name>(), )+ }
            }
        }
    };
}

any_record!(
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
    ReceivedDocument,
    OwnEntry
);

fn find<F: Field>(key: &str) -> Option<F> {
    F::ALL.iter().copied().find(|field| field.key() == key)
}

fn fields_of<R: Record>() -> Vec<AnyField> {
    R::Field::ALL.iter().map(|field| AnyField { key: field.key(), input: field.input() }).collect()
}
