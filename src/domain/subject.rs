//! What a change was about: where to look after doing or undoing it.

use crate::domain::RecordKind;

/// The record that a change was about; an id of 0 stands for several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Subject {
    pub kind: RecordKind,
    pub id: i64,
}

/// One field of one record: where the cursor must go to mend something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spot {
    pub kind: RecordKind,
    pub id: i64,
    pub field: &'static str,
}
