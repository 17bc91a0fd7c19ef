//! Records as JSON.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::domain::{
    AnyRecord, Erkenning, Evidence, FieldValue, Ondertekenaar, Praktijkbegeleider,
    Praktijkopleider, Record, RecordKind, Stored, Voortgangstoets,
};
use crate::store::{Store, StoreError};
use crate::transfer::inside::{Inside, inside};

/// Makes JSON of records of one kind, one at a time; what stands inside them was read before.
pub struct Objects {
    lists: Vec<(&'static str, BTreeMap<i64, Vec<Value>>)>,
}

impl Objects {
    pub fn of(store: &Store, kind: RecordKind) -> Result<Self, StoreError> {
        let mut lists = Vec::new();
        for list in inside(kind) {
            lists.push((list.key, by_outer(store, list)?));
        }
        Ok(Self { lists })
    }

    /// `id`, every field, and the lists inside.
    pub fn object(&mut self, id: i64, record: &AnyRecord) -> Value {
        let mut out = fields(id, record, None);
        for (key, by_outer) in &mut self.lists {
            let inner = by_outer.remove(&id).unwrap_or_default();
            out.insert((*key).to_owned(), Value::Array(inner));
        }
        Value::Object(out)
    }
}

/// `id` and every field, but the one that says what it stands in.
pub(super) fn fields(id: i64, record: &AnyRecord, without: Option<&str>) -> Map<String, Value> {
    let mut out = Map::new();
    out.insert("id".to_owned(), Value::from(id));
    for field in record.kind().fields() {
        if Some(field.key) != without {
            let value = record.value(field.key).map_or(Value::Null, |value| json(&value));
            out.insert(field.key.to_owned(), value);
        }
    }
    out
}

fn json(value: &FieldValue) -> Value {
    match value {
        FieldValue::Empty => Value::Null,
        FieldValue::Number(number) | FieldValue::Ref(number) => Value::from(*number),
        FieldValue::Flag(flag) => Value::from(*flag),
        FieldValue::Text(_) | FieldValue::Day(_) | FieldValue::Birth(_) | FieldValue::Choice(_) => {
            Value::from(value.stored())
        }
    }
}

/// The records of a list, by the id of the record in which they stand.
fn by_outer(store: &Store, list: &Inside) -> Result<BTreeMap<i64, Vec<Value>>, StoreError> {
    match list.kind {
        RecordKind::Praktijkbegeleider => grouped::<Praktijkbegeleider>(store, list),
        RecordKind::Praktijkopleider => grouped::<Praktijkopleider>(store, list),
        RecordKind::Erkenning => grouped::<Erkenning>(store, list),
        RecordKind::Ondertekenaar => grouped::<Ondertekenaar>(store, list),
        RecordKind::Evidence => grouped::<Evidence>(store, list),
        RecordKind::Voortgangstoets => grouped::<Voortgangstoets>(store, list),
        RecordKind::School
        | RecordKind::Learner
        | RecordKind::Leerbedrijf
        | RecordKind::Traineeship
        | RecordKind::ExamComponent
        | RecordKind::ReceivedDocument
        | RecordKind::OwnEntry => Ok(BTreeMap::new()),
    }
}

fn grouped<R: Record + Into<AnyRecord>>(
    store: &Store,
    list: &Inside,
) -> Result<BTreeMap<i64, Vec<Value>>, StoreError> {
    let mut out: BTreeMap<i64, Vec<Value>> = BTreeMap::new();
    for Stored { id, value } in store.all::<R>()? {
        let record: AnyRecord = value.into();
        let outer = match list.points_by.and_then(|field| record.value(field)) {
            Some(FieldValue::Ref(outer)) => outer,
            // There is one record of the outer kind.
            _ => 1,
        };
        let object = fields(id.raw(), &record, list.points_by);
        out.entry(outer).or_default().push(Value::Object(object));
    }
    Ok(out)
}
