//! A JSON document from outside: looked at with suspicion before it is read.

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
    let value = serde_json::from_slice(bytes)
        .map_err(|err: serde_json::Error| TextError::NotJson { line: err.line() })?;
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
    fn only_objects_are_read() {
        assert_eq!(objects(b"{}").unwrap().len(), 1);
        assert_eq!(objects(b"\xEF\xBB\xBF[{}, {\"a\": \"[[\\\"{{\"}]").unwrap().len(), 2);
        assert_eq!(objects(b"[]").unwrap().len(), 0);
        for (text, err) in [
            (&b""[..], TextError::NotJson { line: 1 }),
            (b"{\n\"a\": }", TextError::NotJson { line: 2 }),
            (b"{\"a\": \"\xFF\"}", TextError::NotJson { line: 1 }),
            (b"[{}, 3]", TextError::NotObjects),
            (b"null", TextError::NotObjects),
            (&[b'['; 100_000], TextError::TooDeep),
            (&[b'{'; 17], TextError::TooDeep),
        ] {
            assert_eq!(objects(text).unwrap_err(), err);
        }
    }
}
