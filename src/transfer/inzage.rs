//! Everything that a dossier holds of one learner, as JSON: for who asks what is known of him.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::domain::{
    AnyRecord, Choice as _, Entry as _, Id, Input, Learner, PersonName, RecordKind, Title,
};
use crate::store::{About, HistoryLine, RegisterLine, RowChange, Store, StoreError, Withdrawal};
use crate::texts::command_line as text;
use crate::transfer::json_out::fields;

/// Records with their fields as `toon --json` gives them, the issued documents, and the history.
pub fn inzage(store: &Store, learner: Id<Learner>, now: Timestamp) -> Result<Value, StoreError> {
    let about = store.records_about(learner)?;
    let of = |kind: RecordKind| -> Vec<Value> {
        let own = about.iter().filter(|about| about.subject.kind == kind);
        own.map(|about| object(store, about)).collect()
    };
    let documents: Vec<Value> = store.register_of(learner)?.iter().map(document).collect();
    let history: Vec<Value> = store.history_of(learner, u32::MAX)?.iter().map(line).collect();
    Ok(json!({
        "inzage": { "gemaakt-op": now.to_string(), "school": store.school()?.naam.as_ref().map(Title::as_str) },
        "leerling": of(RecordKind::Learner),
        "stages": of(RecordKind::Traineeship),
        "onderdelen": of(RecordKind::ExamComponent),
        "bewijsnotities": of(RecordKind::Evidence),
        "voortgangstoetsen": of(RecordKind::Voortgangstoets),
        "documenten": documents,
        "documenten-van-anderen": of(RecordKind::ReceivedDocument),
        "geschiedenis": history,
    }))
}

/// With the name of what it points at, as an id means nothing to who reads this.
fn object(store: &Store, About { subject, record, aside }: &About) -> Value {
    let mut out = fields(subject.id, record, None);
    out.insert("in-prullenbak".to_owned(), Value::from(*aside));
    for field in subject.kind.fields() {
        let Input::Ref(kind) = field.input else { continue };
        let id = out.get(field.key).and_then(Value::as_i64);
        if let Some(name) = id.and_then(|id| name_of(store, kind, id)) {
            out.insert(format!("{}-naam", field.key), Value::from(name));
        }
    }
    Value::Object(out)
}

/// Of others, only this.
fn name_of(store: &Store, kind: RecordKind, id: i64) -> Option<String> {
    match store.record_at_all(kind, id).ok()? {
        AnyRecord::Praktijkbegeleider(person) => Some(person.known_name()),
        AnyRecord::Praktijkopleider(person) => Some(person.known_name()),
        AnyRecord::Ondertekenaar(person) => {
            person.naam.as_ref().map(|name| PersonName::as_str(name).to_owned())
        }
        AnyRecord::Leerbedrijf(company) => {
            company.naam.as_ref().map(|naam| naam.as_str().to_owned())
        }
        AnyRecord::ExamComponent(component) => Some(component.title.as_str().to_owned()),
        AnyRecord::School(_)
        | AnyRecord::Learner(_)
        | AnyRecord::Erkenning(_)
        | AnyRecord::Traineeship(_)
        | AnyRecord::Evidence(_)
        | AnyRecord::Voortgangstoets(_)
        | AnyRecord::ReceivedDocument(_)
        | AnyRecord::OwnEntry(_) => None,
    }
}

/// A line of the register.
pub fn document(line: &RegisterLine) -> Value {
    let RegisterLine { number, learner, traineeship, component, name, groep, .. } = line;
    let RegisterLine { description, place, date, made_at, made_by, program, format, .. } = line;
    let RegisterLine { sha256, replaces, replaced_by, withdrawal, .. } = line;
    let withdrawal = withdrawal.as_ref().map(|Withdrawal { at, by, reason }| {
        json!({"tijdstip": at.to_string(), "wie": by, "reden": reason})
    });
    json!({
        "nummer": number.to_string(),
        "soort": number.kind().key(),
        "leerling": learner.raw(),
        "stage": traineeship.map(Id::raw),
        "onderdeel": component.map(Id::raw),
        "naam": name,
        "groep": groep,
        "omschrijving": description,
        "plaats": place,
        "datum": date.value().stored(),
        "gemaakt-op": made_at.to_string(),
        "gemaakt-door": made_by,
        "programma": program,
        "vorm": format,
        "sha256": sha256,
        "vervangt": replaces.map(|number| number.to_string()),
        "vervangen-door": replaced_by.map(|number| number.to_string()),
        "ingetrokken": withdrawal,
    })
}

/// A line of the journal.
pub fn line(line: &HistoryLine) -> Value {
    let HistoryLine { id, at, who, verb, subject, document, rows } = line;
    let rows: Vec<Value> = rows.iter().map(row_json).collect();
    json!({
        "nummer": id,
        "tijdstip": at.to_string(),
        "wie": who,
        "wat": verb,
        "soort": subject.map(|subject| text::kind(subject.kind)),
        "id": subject.map(|subject| subject.id).filter(|id| *id != 0),
        "document": document.map(|number| number.to_string()),
        "gegevens": rows,
    })
}

fn row_json(row: &RowChange) -> Value {
    let RowChange { subject, added, removed, fields } = row;
    let fields: Vec<Value> = fields
        .iter()
        .map(|(key, before, after)| json!({"veld": key, "was": before, "werd": after}))
        .collect();
    json!({
        "soort": text::kind(subject.kind),
        "id": subject.id,
        "toegevoegd": added,
        "verwijderd": removed,
        "velden": fields,
    })
}
