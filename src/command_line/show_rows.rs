//! One row of each table of `toon`, and what of it is searched.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use serde_json::{Value, json};

use crate::catalogue::Found;
use crate::domain::{
    AnyRecord, Crebo, Entry as _, ExamComponent, Field as _, FieldValue, Id, Learner, LearnerField,
    Leerbedrijf, LeerbedrijfField, Praktijkbegeleider, Praktijkopleider, Record, Stored,
    Traineeship, TraineeshipField, day,
};
use crate::store::{HistoryLine, RegisterLine, Store, StoreError};
use crate::texts::choices;
use crate::texts::command_line as text;

/// The names behind the ids that records hold.
pub(super) struct Names {
    learners: BTreeMap<i64, String>,
    leerbedrijven: BTreeMap<i64, String>,
    /// Of each leerbedrijf.
    praktijkopleiders: BTreeMap<i64, Vec<String>>,
}

impl Names {
    pub(super) fn of(store: &Store) -> Result<Self, StoreError> {
        let learners = store.learner_lines()?.into_iter().map(|l| (l.id.raw(), l.name)).collect();
        let leerbedrijven = store
            .all::<Leerbedrijf>()?
            .into_iter()
            .map(|Stored { id, value }| (id.raw(), shown(&value, LeerbedrijfField::Naam)))
            .collect();
        let mut praktijkopleiders: BTreeMap<i64, Vec<String>> = BTreeMap::new();
        for Stored { value, .. } in store.all::<Praktijkopleider>()? {
            let of = praktijkopleiders.entry(value.leerbedrijf.raw()).or_default();
            of.push(value.known_name());
        }
        Ok(Self { learners, leerbedrijven, praktijkopleiders })
    }

    pub(super) fn learner(&self, id: i64) -> String {
        self.learners.get(&id).cloned().unwrap_or_default()
    }

    pub(super) fn leerbedrijf(&self, id: i64) -> String {
        self.leerbedrijven.get(&id).cloned().unwrap_or_default()
    }

    fn praktijkopleiders(&self, id: i64) -> String {
        self.praktijkopleiders.get(&id).map(|names| names.join(", ")).unwrap_or_default()
    }
}

/// A field as people read it: the word for a choice, a date as `dd-mm-jjjj`.
fn shown<R: Record>(record: &R, field: R::Field) -> String {
    let value = record.value(field);
    if let FieldValue::Choice(key) = value {
        choices::word(R::KIND, field.key(), key)
    } else {
        value.shown()
    }
}

pub(super) fn learner_searched(Stored { value: learner, .. }: &Stored<Learner>) -> String {
    let name = learner.name();
    let (groep, number) =
        (shown(learner, LearnerField::Groep), shown(learner, LearnerField::Leerlingnummer));
    format!("{} {} {groep} {number}", name.official(), name.roepnaam)
}

pub(super) fn learner(Stored { id, value }: &Stored<Learner>) -> [String; 6] {
    [
        id.raw().to_string(),
        value.name().listed(),
        shown(value, LearnerField::Groep),
        shown(value, LearnerField::Leerlingnummer),
        value.route.map(choices::route_short).unwrap_or_default().to_owned(),
        shown(value, LearnerField::Status),
    ]
}

pub(super) fn leerbedrijf_searched(company: &Stored<Leerbedrijf>, names: &Names) -> String {
    leerbedrijf(company, names).join(" ")
}

pub(super) fn leerbedrijf(
    Stored { id, value }: &Stored<Leerbedrijf>,
    names: &Names,
) -> [String; 6] {
    [
        id.raw().to_string(),
        shown(value, LeerbedrijfField::Naam),
        shown(value, LeerbedrijfField::Vestigingsplaats),
        shown(value, LeerbedrijfField::LeerbedrijfId),
        shown(value, LeerbedrijfField::Kvk),
        names.praktijkopleiders(id.raw()),
    ]
}

pub(super) fn traineeship_searched(stored: &Stored<Traineeship>, names: &Names) -> String {
    traineeship(stored, names).join(" ")
}

pub(super) fn traineeship(
    Stored { id, value }: &Stored<Traineeship>,
    names: &Names,
) -> [String; 8] {
    let crebo = value.crebo.as_ref().map_or("", Crebo::as_str);
    let kwalificatie = format!("{crebo} {}", shown(value, TraineeshipField::Kwalificatie));
    [
        id.raw().to_string(),
        names.learner(value.learner.raw()),
        names.leerbedrijf(value.leerbedrijf.raw()),
        shown(value, TraineeshipField::From),
        shown(value, TraineeshipField::To),
        shown(value, TraineeshipField::HoursRealised),
        shown(value, TraineeshipField::Status),
        kwalificatie.trim().to_owned(),
    ]
}

pub(super) fn component_searched(stored: &Stored<ExamComponent>, names: &Names) -> String {
    component(stored, names).join(" ")
}

pub(super) fn component(
    Stored { id, value }: &Stored<ExamComponent>,
    names: &Names,
) -> [String; 7] {
    use crate::domain::ExamComponentField as F;
    [
        id.raw().to_string(),
        names.learner(value.learner.raw()),
        shown(value, F::Code),
        shown(value, F::Scale),
        shown(value, F::EstablishedOn),
        shown(value, F::Result),
        shown(value, F::Title),
    ]
}

pub(super) fn praktijkbegeleider(Stored { id, value }: &Stored<Praktijkbegeleider>) -> [String; 3] {
    let record: AnyRecord = value.clone().into();
    let function = record.value("functie").map(|value| value.shown()).unwrap_or_default();
    [id.raw().to_string(), value.known_name(), function]
}

pub(super) fn entry(found: Found<'_>) -> [String; 5] {
    let of = found.kwalificatie();
    [
        choices::own_entry_kind(found.kind()).to_owned(),
        found.code().unwrap_or_default().to_owned(),
        of.map(|k| k.crebo.as_str()).unwrap_or_default().to_owned(),
        of.map(|k| k.name.as_str()).unwrap_or_default().to_owned(),
        found.title().to_owned(),
    ]
}

pub(super) fn entry_json(found: Found<'_>) -> Value {
    let of = found.kwalificatie();
    let (origin, code, title) = (found.origin(), found.code(), found.title());
    json!({
        "soort": found.kind().value().stored(),
        "code": code,
        "titel": title,
        "crebo": of.map(|k| k.crebo.as_str()),
        "kwalificatie": of.map(|k| k.name.as_str()),
        "niveau": of.and_then(|k| k.niveau).map(|niveau| niveau.number()),
        "vervangen": found.superseded(),
        "bron": origin.source().map(crate::domain::ShortText::as_str),
        "eigen": origin.own().map(Id::raw),
    })
}

pub(super) fn document(line: &RegisterLine) -> [String; 6] {
    let own = |text: &Option<String>| text.clone().unwrap_or_default();
    let state = match (&line.withdrawal, line.replaced_by) {
        (None, _) => String::new(),
        (Some(_), None) => text::WITHDRAWN.to_owned(),
        (Some(_), Some(number)) => text::replaced_by(number),
    };
    [
        line.number.to_string(),
        day::shown(line.date.date()),
        own(&line.name),
        own(&line.groep),
        state,
        own(&line.description),
    ]
}

/// With the reason of a withdrawal, and the word for the kind.
pub(super) fn document_searched(line: &RegisterLine) -> String {
    let reason = line.withdrawal.as_ref().and_then(|withdrawal| withdrawal.reason.as_deref());
    let row = document(line).join(" ");
    format!("{row} {} {}", choices::document(line.number.kind()), reason.unwrap_or_default())
}

/// Moment, account, what was done, and to what.
pub(super) fn line(line: &HistoryLine, zone: &TimeZone) -> [String; 4] {
    let at = line.at.to_zoned_datetime(zone.clone());
    let moment = format!(
        "{:02}-{:02}-{} {:02}:{:02}",
        at.day(),
        at.month(),
        at.year(),
        at.hour(),
        at.minute()
    );
    let about = match line.subject {
        Some(subject) if let Some(document) = line.document => {
            format!("{document}, {}", text::numbered(subject.kind, subject.id))
        }
        Some(subject) if subject.id == 0 => text::kinds(subject.kind).to_owned(),
        Some(subject) => text::numbered(subject.kind, subject.id),
        None => String::new(),
    };
    [moment, line.who.clone(), text::verb(&line.verb).to_owned(), about]
}
