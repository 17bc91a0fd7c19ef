//! One JSON value as the text of a field.

use serde_json::Value;

use crate::domain::{AnyField, Input};
use crate::transfer::json_in::Problem;

/// What a field's value must be in JSON, beside `null`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonType {
    Text,
    WholeNumber,
    Flag,
    List,
    Object,
}

pub(super) const fn json_type(input: Input) -> JsonType {
    match input {
        Input::Line | Input::Note | Input::Day | Input::Birth | Input::Logo | Input::Choice(_) => {
            JsonType::Text
        }
        Input::Number | Input::Ref(_) => JsonType::WholeNumber,
        Input::Flag => JsonType::Flag,
    }
}

/// The text that the field's own type then parses; empty for `null`.
pub(super) fn text(field: AnyField, value: &Value) -> Result<String, Problem> {
    let expected = json_type(field.input);
    let text = match (expected, value) {
        (_, Value::Null) => Some(String::new()),
        (JsonType::Text, Value::String(text)) => Some(text.clone()),
        // A choice among numbers, as a level is.
        (JsonType::Text, Value::Number(number)) if numbers(field.input) => whole(number),
        (JsonType::WholeNumber, Value::Number(number)) => whole(number),
        (JsonType::Flag, Value::Bool(flag)) => Some(flag.to_string()),
        (_, Value::Bool(_) | Value::Number(_) | Value::String(_)) => None,
        (_, Value::Array(_) | Value::Object(_)) => None,
    };
    text.ok_or(Problem::WrongType(expected))
}

fn numbers(input: Input) -> bool {
    matches!(input, Input::Choice(keys) if keys.iter().all(|key| key.parse::<u8>().is_ok()))
}

fn whole(number: &serde_json::Number) -> Option<String> {
    number.as_i64().map(|number| number.to_string())
}
