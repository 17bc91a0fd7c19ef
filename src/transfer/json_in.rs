//! Records out of JSON: first all of it is read and looked at, then there is one change.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::catalogue::Catalogue;
use crate::changes::{Change, Purpose};
use crate::domain::{AnyField, AnyRecord, FieldError, FieldValue, Input, RecordKind, School};
use crate::files::FileError;
use crate::pictures::{Picture, PictureError};
use crate::store::{Store, StoreError};
use crate::transfer::fill::{self, Texts};
use crate::transfer::inside::{Inside, inside, picture_fields, point_at_added};
use crate::transfer::json_fields::{self, JsonType};

/// One change that does all of a document, and what it will have done.
#[derive(Debug)]
pub struct Plan {
    pub change: Change,
    /// In the order of the document; what stands inside a record follows it.
    pub outcomes: Vec<Outcome>,
}

/// What becomes of one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub kind: RecordKind,
    /// `None`: it gets one when the change is done.
    pub id: Option<i64>,
    pub done: Done,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Added,
    Changed,
    /// It already was so: not in the change.
    Unchanged,
}

/// Where in a document something is wrong. Counted from 1, as people do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub record: usize,
    /// The list inside that record, and the number in it.
    pub inside: Option<(&'static str, usize)>,
    pub field: Option<String>,
}

/// What is wrong there.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    #[error("there is no such field")]
    UnknownField,
    #[error("not a {0:?}")]
    WrongType(JsonType),
    #[error("{0}")]
    Field(FieldError, Input),
    #[error("no {kind:?} with the id {id}")]
    NoSuchRecord { kind: RecordKind, id: i64 },
    #[error("the id stands twice in the document")]
    Twice,
    #[error("not one of the record in which it stands")]
    OfAnother,
    #[error("both a picture and a file with one")]
    TwoPictures,
    #[error("the file with the picture")]
    PictureFile(#[source] FileError),
    #[error(transparent)]
    Picture(PictureError),
}

/// Why a document is refused. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    #[error("record {}: {problem}", place.record)]
    At { place: Place, problem: Problem },
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Gives the bytes of a file with a picture.
pub type ReadFile<'a> = &'a dyn Fn(&str) -> Result<Vec<u8>, FileError>;

/// Reads records of `kind`: an `id` changes, none adds; only the given fields change.
pub fn plan(
    store: &Store,
    kind: RecordKind,
    objects: &[Map<String, Value>],
    read_file: ReadFile<'_>,
) -> Result<Plan, ReadError> {
    let mut reader = Reader {
        store,
        catalogue: OnceCell::new(),
        read_file,
        changes: Vec::new(),
        outcomes: Vec::new(),
        seen: BTreeSet::new(),
        added: BTreeMap::new(),
    };
    for (record, object) in (1..).zip(objects) {
        reader.outer(kind, object, &Place { record, ..Place::default() })?;
    }
    let Reader { changes, outcomes, .. } = reader;
    Ok(Plan { change: Change::Together(Purpose::SetFromJson, changes), outcomes })
}

struct Reader<'a> {
    store: &'a Store,
    /// Laid out when the first record needs it: not every kind does.
    catalogue: OnceCell<Catalogue>,
    read_file: ReadFile<'a>,
    changes: Vec<Change>,
    outcomes: Vec<Outcome>,
    seen: BTreeSet<(RecordKind, i64)>,
    added: BTreeMap<RecordKind, u32>,
}

/// A record that was read: the one that is there, or the one that the change adds as number so much.
#[derive(Clone, Copy)]
enum Outer {
    There(i64),
    Added(u32),
}

impl Reader<'_> {
    fn outer(
        &mut self,
        kind: RecordKind,
        object: &Map<String, Value>,
        place: &Place,
    ) -> Result<(), ReadError> {
        let outer = self.record(kind, object, None, place)?;
        for list in inside(kind) {
            let place = Place { field: Some(list.key.to_owned()), ..place.clone() };
            let items = match object.get(list.key) {
                None | Some(Value::Null) => continue,
                Some(Value::Array(items)) => items,
                Some(Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_)) => {
                    return Err(place.with(Problem::WrongType(JsonType::List)));
                }
            };
            for (number, item) in (1..).zip(items) {
                let place =
                    Place { inside: Some((list.key, number)), field: None, ..place.clone() };
                let Value::Object(object) = item else {
                    return Err(place.with(Problem::WrongType(JsonType::Object)));
                };
                self.record(list.kind, object, Some((list, outer)), &place)?;
            }
        }
        Ok(())
    }

    fn record(
        &mut self,
        kind: RecordKind,
        object: &Map<String, Value>,
        within: Option<(&Inside, Outer)>,
        place: &Place,
    ) -> Result<Outer, ReadError> {
        let id = self.id(kind, object, place)?;
        let before = id.map(|id| self.before(kind, id, place)).transpose()?;
        if let (Some(before), Some((list, outer))) = (&before, within) {
            same_outer(before, list, outer).map_err(|problem| place.with(problem))?;
        }
        let mut texts = self.texts(kind, object, before.as_ref(), within, place)?;
        let pictures = self.pictures(kind, object, &mut texts, place)?;
        if fill::has_codes(kind) {
            fill::fill(kind, &mut texts, self.catalogue()?);
        }
        let text = |key: &'static str| texts.now.get(key).cloned().unwrap_or_default();
        let mut record = AnyRecord::read(kind, text)
            .map_err(|(field, error)| place.with_field(kind, field, error))?;
        match (id, within) {
            // It points at nothing but the outer record, which is not there yet.
            (None, Some((_, Outer::Added(nth)))) => point_at_added(&mut record, nth),
            _ => self.check(&record, &pictures, place)?,
        }
        self.changes.extend(
            pictures
                .into_iter()
                .map(|(_, Picture { hash, png })| Change::KeepPicture { hash, png }),
        );
        Ok(self.note(id, record, before.as_ref()))
    }

    fn catalogue(&self) -> Result<&Catalogue, StoreError> {
        if let Some(catalogue) = self.catalogue.get() {
            return Ok(catalogue);
        }
        let laid = Catalogue::new(&self.store.own_entries()?);
        Ok(self.catalogue.get_or_init(|| laid))
    }

    /// Which record is meant; `None`: a new one.
    fn id(
        &mut self,
        kind: RecordKind,
        object: &Map<String, Value>,
        place: &Place,
    ) -> Result<Option<i64>, ReadError> {
        let at = Place { field: Some("id".to_owned()), ..place.clone() };
        let id = match object.get("id") {
            None | Some(Value::Null) => None,
            Some(Value::Number(number)) => Some(number.as_i64()),
            Some(Value::Bool(_) | Value::String(_) | Value::Array(_) | Value::Object(_)) => {
                Some(None)
            }
        };
        let id = match id {
            Some(None) => return Err(at.with(Problem::WrongType(JsonType::WholeNumber))),
            Some(id) => id,
            // There is one school, whether or not anything is known of it.
            None if kind == RecordKind::School => Some(1),
            None => None,
        };
        match id {
            Some(id) if !self.seen.insert((kind, id)) => Err(at.with(Problem::Twice)),
            Some(id) if kind == RecordKind::School && id == 1 && !self.school_there()? => Ok(None),
            id => Ok(id),
        }
    }

    fn school_there(&self) -> Result<bool, StoreError> {
        Ok(!self.store.all::<School>()?.is_empty())
    }

    fn before(&self, kind: RecordKind, id: i64, place: &Place) -> Result<AnyRecord, ReadError> {
        self.store.record(kind, id).map_err(|err| {
            if let StoreError::Gone { kind, id } = err {
                let at = Place { field: Some("id".to_owned()), ..place.clone() };
                at.with(Problem::NoSuchRecord { kind, id })
            } else {
                err.into()
            }
        })
    }

    /// The text of each field: as given, or else as it was.
    fn texts(
        &self,
        kind: RecordKind,
        object: &Map<String, Value>,
        before: Option<&AnyRecord>,
        within: Option<(&Inside, Outer)>,
        place: &Place,
    ) -> Result<Texts, ReadError> {
        let fields = kind.fields();
        let pointer = within.and_then(|(list, _)| list.points_by);
        let mut now: BTreeMap<&'static str, String> = BTreeMap::new();
        for AnyField { key, .. } in &fields {
            let text = match before.and_then(|record| record.value(key)) {
                Some(value) => value.stored(),
                None => fill::begins_with(kind, key),
            };
            now.insert(key, text);
        }
        let before = before.map(|_| now.clone());
        if let (Some(pointer), Some((_, outer))) = (pointer, within) {
            // A new outer record has no id yet: any number will do until it has.
            let id = if let Outer::There(id) = outer { id } else { 1 };
            now.insert(pointer, id.to_string());
        }
        let mut given = Vec::new();
        for (key, value) in object {
            let field = fields.iter().find(|field| field.key == key && pointer != Some(field.key));
            if let Some(field) = field {
                let at = || Place { field: Some(key.clone()), ..place.clone() };
                let text =
                    json_fields::text(*field, value).map_err(|problem| at().with(problem))?;
                now.insert(field.key, text);
                given.push(field.key);
            } else if !also_known(kind, key) {
                let at = Place { field: Some(key.clone()), ..place.clone() };
                return Err(at.with(Problem::UnknownField));
            }
        }
        Ok(Texts { now, given, before })
    }

    /// Takes in the pictures of the files that are named, and gives each with the field that shows it.
    fn pictures(
        &self,
        kind: RecordKind,
        object: &Map<String, Value>,
        texts: &mut Texts,
        place: &Place,
    ) -> Result<Vec<(&'static str, Picture)>, ReadError> {
        let mut out = Vec::new();
        for known in picture_fields(kind) {
            let at = || Place { field: Some(known.key.to_owned()), ..place.clone() };
            let path = match object.get(known.key) {
                None | Some(Value::Null) => continue,
                Some(Value::String(path)) => path,
                Some(Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
                    return Err(at().with(Problem::WrongType(JsonType::Text)));
                }
            };
            if texts.given.contains(&known.field) {
                return Err(at().with(Problem::TwoPictures));
            }
            let bytes =
                (self.read_file)(path).map_err(|err| at().with(Problem::PictureFile(err)))?;
            let picture =
                crate::pictures::take_in(&bytes).map_err(|err| at().with(Problem::Picture(err)))?;
            texts.now.insert(known.field, picture.hash.as_str().to_owned());
            texts.given.push(known.field);
            out.push((known.field, picture));
        }
        Ok(out)
    }

    /// What the store would refuse, asked here so that the answer can name record and field.
    fn check(
        &self,
        record: &AnyRecord,
        pictures: &[(&'static str, Picture)],
        place: &Place,
    ) -> Result<(), ReadError> {
        let mut record = record.clone();
        for (field, _) in pictures {
            // Kept by this very change, so not there yet. Empty always fits a logo.
            record.set(field, "").transpose().ok();
        }
        let kind = record.kind();
        let named = |input: fn(Input) -> bool| {
            let field = kind.fields().into_iter().find(|field| input(field.input));
            field.map_or("", |field| field.key)
        };
        match self.store.check(&record) {
            Ok(()) => Ok(()),
            Err(StoreError::Reference { kind: to }) => {
                let field = kind.fields().into_iter().find(|field| field.input == Input::Ref(to));
                let key = field.map_or("", |field| field.key);
                Err(place.with_field(kind, key, FieldError::Reference))
            }
            Err(StoreError::NoPicture) => {
                let key = named(|input| input == Input::Logo);
                Err(place.with_field(kind, key, FieldError::Logo))
            }
            Err(other) => Err(other.into()),
        }
    }

    fn note(&mut self, id: Option<i64>, record: AnyRecord, before: Option<&AnyRecord>) -> Outer {
        let kind = record.kind();
        let done = match (id, before) {
            (Some(_), Some(before)) if *before == record => Done::Unchanged,
            (Some(_), _) => Done::Changed,
            (None, _) => Done::Added,
        };
        self.outcomes.push(Outcome { kind, id, done });
        match (id, done) {
            (Some(id), Done::Unchanged) => Outer::There(id),
            (Some(id), Done::Changed | Done::Added) => {
                self.changes.push(Change::Edit(id, record));
                Outer::There(id)
            }
            (None, _) => {
                self.changes.push(Change::Add(record));
                let count = self.added.entry(kind).or_default();
                *count += 1;
                Outer::Added(*count - 1)
            }
        }
    }
}

impl Place {
    fn with(&self, problem: Problem) -> ReadError {
        ReadError::At { place: self.clone(), problem }
    }

    fn with_field(&self, kind: RecordKind, field: &'static str, error: FieldError) -> ReadError {
        let input = kind.fields().into_iter().find(|known| known.key == field);
        let input = input.map_or(Input::Line, |known| known.input);
        let at = Self { field: Some(field.to_owned()), ..self.clone() };
        at.with(Problem::Field(error, input))
    }
}

/// Keys that are no fields: `id`, lists inside, files with pictures.
fn also_known(kind: RecordKind, key: &str) -> bool {
    key == "id"
        || inside(kind).iter().any(|list| list.key == key)
        || picture_fields(kind).iter().any(|picture| picture.key == key)
}

/// A record in a list is one of the outer record, and not of another.
fn same_outer(record: &AnyRecord, list: &Inside, outer: Outer) -> Result<(), Problem> {
    let Some(field) = list.points_by else { return Ok(()) };
    match (record.value(field), outer) {
        (Some(FieldValue::Ref(id)), Outer::There(there)) if id == there => Ok(()),
        (_, Outer::There(_) | Outer::Added(_)) => Err(Problem::OfAnother),
    }
}
