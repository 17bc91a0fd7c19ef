//! A JSON document from outside: looked at with suspicion before it is read.

use std::fmt;

use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

/// Why a document is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    #[error("more than {MOST_BYTES} bytes")]
    TooLarge,
    #[error("lists or objects more than {MOST_DEEP} deep")]
    TooDeep,
    #[error("not JSON, from line {line}")]
    NotJson { line: usize },
    #[error("a key stands twice in one object, on line {line}")]
    KeyTwice { line: usize },
    #[error("neither an object nor a list of objects")]
    NotObjects,
}

/// The largest document that is read: some hundred thousand learners.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// A list of records with a list inside is four deep.
const MOST_DEEP: usize = 16;

/// The objects of a document that is one object, or a list of them.
pub fn objects(bytes: &[u8]) -> Result<Vec<Map<String, Value>>, TextError> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_BYTES {
        return Err(TextError::TooLarge);
    }
    // What Windows programs put before a text.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if depth(bytes) > MOST_DEEP {
        return Err(TextError::TooDeep);
    }
    let Unique(value) = serde_json::from_slice(bytes).map_err(|err: serde_json::Error| {
        let line = err.line();
        // The only thing beside the syntax that `Unique` asks.
        if err.is_data() { TextError::KeyTwice { line } } else { TextError::NotJson { line } }
    })?;
    let list = match value {
        Value::Object(object) => return Ok(vec![object]),
        Value::Array(list) => list,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            return Err(TextError::NotObjects);
        }
    };
    list.into_iter().map(only_object).collect()
}

fn only_object(value: Value) -> Result<Map<String, Value>, TextError> {
    match value {
        Value::Object(object) => Ok(object),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            Err(TextError::NotObjects)
        }
    }
}

/// Any value in which no object has a key twice: of two answers to one question none is the right one.
struct Unique(Value);

impl<'de> Deserialize<'de> for Unique {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(UniqueVisitor).map(Self)
    }
}

struct UniqueVisitor;

impl<'de> Visitor<'de> for UniqueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON without a key twice in one object")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::from(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::from(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut out = Vec::new();
        while let Some(Unique(value)) = list.next_element()? {
            out.push(value);
        }
        Ok(Value::Array(out))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut out = Map::new();
        while let Some((key, Unique(value))) = object.next_entry::<String, Unique>()? {
            if out.insert(key, value).is_some() {
                return Err(A::Error::custom("a key twice"));
            }
        }
        Ok(Value::Object(out))
    }
}

/// How deep lists and objects stand in each other, without reading what they hold.
fn depth(bytes: &[u8]) -> usize {
    let (mut now, mut deepest) = (0_usize, 0);
    let (mut in_text, mut escaped) = (false, false);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => {
                now += 1;
                deepest = deepest.max(now);
            }
            b']' | b'}' if !in_text => now = now.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_value_is_read() {
        let text = r#"{"a": [null, true, -3, 18446744073709551615, 1.5, "é\n"], "b": {"a": {}}}"#;
        let read = objects(text.as_bytes()).unwrap();
        assert_eq!(Value::Object(read[0].clone()), serde_json::from_str::<Value>(text).unwrap());
    }

    #[test]
    fn only_objects_are_read() {
        assert_eq!(objects(b"{}").unwrap().len(), 1);
        assert_eq!(objects(b"\xEF\xBB\xBF[{}, {\"a\": \"[[\\\"{{\"}]").unwrap().len(), 2);
        assert_eq!(objects(b"[]").unwrap().len(), 0);
        for (text, err) in [
            (&b""[..], TextError::NotJson { line: 1 }),
            (b"{\n\"a\": }", TextError::NotJson { line: 2 }),
            (b"{\"a\": \"\xFF\"}", TextError::NotJson { line: 1 }),
            (b"{\"a\": 1,\n\"\\u0061\": 2}", TextError::KeyTwice { line: 2 }),
            (b"[{}, 3]", TextError::NotObjects),
            (b"null", TextError::NotObjects),
            (&[b'['; 100_000], TextError::TooDeep),
            (&[b'{'; 17], TextError::TooDeep),
        ] {
            assert_eq!(objects(text).unwrap_err(), err);
        }
    }
}
