//! The values of a row as they stand in its line: nothing, a whole number, a text, or how many bytes of it follow. Anything
//! else, at any depth, is no row.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};

const MOST_COLUMNS: usize = 200;

/// A row as it stands in its line.
pub(super) struct Row<'a>(pub(super) Vec<Raw<'a>>);

pub(super) enum Raw<'a> {
    Null,
    Integer(i64),
    Text(Cow<'a, str>),
    /// So many bytes follow the line.
    TextBehind(u64),
    BytesBehind(u64),
}

struct RowVisitor;

impl<'de> Deserialize<'de> for Row<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(RowVisitor)
    }
}

impl<'de> Visitor<'de> for RowVisitor {
    type Value = Row<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the values of a row")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Row<'de>, A::Error> {
        let mut row = Vec::with_capacity(32);
        while let Some(value) = values.next_element()? {
            if row.len() == MOST_COLUMNS {
                return Err(de::Error::invalid_length(MOST_COLUMNS, &self));
            }
            row.push(value);
        }
        Ok(Row(row))
    }
}

struct RawVisitor;

impl<'de> Deserialize<'de> for Raw<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nothing, a whole number, a text or a number of bytes")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Raw<'de>, E> {
        Ok(Raw::Null)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Raw<'de>, E> {
        Ok(Raw::Integer(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Raw<'de>, E> {
        i64::try_from(number).map(Raw::Integer).map_err(E::custom)
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Raw<'de>, E> {
        Ok(Raw::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Raw<'de>, E> {
        Ok(Raw::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw<'de>, A::Error> {
        let first: Option<(Cow<'de, str>, u64)> = map.next_entry()?;
        let more: Option<(Cow<'de, str>, u64)> = map.next_entry()?;
        match (first.as_ref().map(|(key, length)| (&**key, *length)), more) {
            (Some(("tekst", length)), None) => Ok(Raw::TextBehind(length)),
            (Some(("bytes", length)), None) => Ok(Raw::BytesBehind(length)),
            (_, _) => Err(de::Error::invalid_type(de::Unexpected::Map, &self)),
        }
    }
}
