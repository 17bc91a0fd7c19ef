//! A value as people read it, where it stands outside its field: in a history, in an overview.

use crate::domain::{BirthDate, Day, Entry as _, Input, RecordKind, day};
use crate::texts::{choices, common, fields};

/// A stored value in words; `name_of`: what another record is called.
pub fn shown(
    kind: RecordKind,
    key: &str,
    stored: &str,
    name_of: impl Fn(RecordKind, i64) -> String,
) -> String {
    let input = kind.fields().into_iter().find(|field| field.key == key).map(|field| field.input);
    match input {
        Some(Input::Choice(_)) => choices::word(kind, key, stored),
        Some(Input::Flag) => common::yes_or_no(stored == "1").to_owned(),
        Some(Input::Day) => {
            Day::parse(stored).map_or_else(|_| stored.to_owned(), |day| day::shown(day.date()))
        }
        Some(Input::Birth) => {
            BirthDate::parse(stored).map_or_else(|_| stored.to_owned(), |birth| birth.to_string())
        }
        Some(Input::Ref(other)) => {
            stored.parse().map_or_else(|_| stored.to_owned(), |id| name_of(other, id))
        }
        Some(Input::Logo) => fields::label(kind, key).to_owned(),
        Some(Input::Line | Input::Note | Input::Number) | None => stored.to_owned(),
    }
}
