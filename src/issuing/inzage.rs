//! Everything that a dossier holds of one learner, on paper: for who asks what is known of him.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::documents::inzage::{Chapter, Inzage, Item, compose};
use crate::documents::layout::Standing;
use crate::documents::paper::Field;
use crate::documents::pdf::{RenderOptions, render};
use crate::domain::{
    AnyRecord, FieldValue, Id, Input, Learner, PersonName, RecordKind, Route, Title, day,
};
use crate::issuing::NotMade;
use crate::store::{About, HistoryLine, RegisterLine, RowChange, Store, StoreError};
use crate::texts::{choices, common, documents, fields, inzage as text, register, values, window};

/// The PDF.
pub fn inzage(store: &Store, learner: Id<Learner>, now: Timestamp) -> Result<Vec<u8>, NotMade> {
    let held = held(store, learner, now).map_err(NotMade::Store)?;
    let options = RenderOptions { standing: Standing::Final, moment: now };
    render(&compose(&held), &options).map_err(NotMade::Pdf)
}

/// What is held, in words.
fn held(store: &Store, learner: Id<Learner>, now: Timestamp) -> Result<Inzage, StoreError> {
    let about = store.records_about(learner)?;
    let route = about.iter().find_map(|about| match &about.record {
        AnyRecord::Learner(learner) => Some(learner.route),
        _ => None,
    });
    let words = Words { store, route: route.flatten() };
    let name = words.name_of(RecordKind::Learner, learner.raw());
    let of = |kinds: &[RecordKind]| -> Vec<Item> {
        about
            .iter()
            .filter(|about| kinds.contains(&about.subject.kind))
            .map(|about| words.item(about))
            .collect()
    };
    let chapter = |title: &str, items| Chapter { title: title.to_owned(), items };
    let documents = store.register_of(learner)?.iter().map(document).collect();
    let history = store.history_of(learner, u32::MAX)?;
    let history = history.iter().map(|line| words.line(line)).collect();
    Ok(Inzage {
        name,
        school: store.school()?.naam.as_ref().map_or("", Title::as_str).to_owned(),
        made: moment(now),
        chapters: vec![
            chapter(text::FACTS, of(&[RecordKind::Learner])),
            chapter(text::TRAINEESHIPS, of(&[RecordKind::Traineeship])),
            chapter(text::COMPONENTS, of(&[RecordKind::ExamComponent, RecordKind::Evidence])),
            chapter(text::TESTS, of(&[RecordKind::Voortgangstoets])),
            chapter(text::DOCUMENTS, documents),
            chapter(text::RECEIVED, of(&[RecordKind::ReceivedDocument])),
            chapter(text::HISTORY, history),
        ],
    })
}

struct Words<'a> {
    store: &'a Store,
    route: Option<Route>,
}

impl Words<'_> {
    fn item(&self, About { subject, record, aside }: &About) -> Item {
        let kind = subject.kind;
        let (mut facts, mut texts) = (Vec::new(), Vec::new());
        for field in kind.fields() {
            let value = record.value(field.key).unwrap_or(FieldValue::Empty);
            // Whose it is, is clear.
            if value.is_empty() || field.input == Input::Ref(RecordKind::Learner) {
                continue;
            }
            let label = fields::label_for(kind, field.key, self.route);
            let shown = self.shown(kind, field.key, &value.stored());
            match field.input {
                Input::Note => texts.push(text::titled(&label, &shown)),
                Input::Line
                | Input::Day
                | Input::Birth
                | Input::Number
                | Input::Choice(_)
                | Input::Flag
                | Input::Ref(_)
                | Input::Logo => facts.push(Field::new(&label, shown)),
            }
        }
        let name = match record {
            AnyRecord::Learner(_) => None,
            AnyRecord::Traineeship(place) => {
                Some(self.name_of(RecordKind::Leerbedrijf, place.leerbedrijf.raw()))
            }
            AnyRecord::ExamComponent(component) => Some(component.title.as_str().to_owned()),
            AnyRecord::Voortgangstoets(test) => Some(test.title.as_str().to_owned()),
            AnyRecord::Evidence(evidence) => Some(day::shown(evidence.day.date())),
            AnyRecord::ReceivedDocument(paper) => Some(paper.number.as_str().to_owned()),
            AnyRecord::School(_)
            | AnyRecord::Praktijkbegeleider(_)
            | AnyRecord::Ondertekenaar(_)
            | AnyRecord::Leerbedrijf(_)
            | AnyRecord::Praktijkopleider(_)
            | AnyRecord::Erkenning(_)
            | AnyRecord::OwnEntry(_) => Some(String::new()),
        };
        let kind = common::capital(choices::record_for(kind, self.route));
        let title = name.map_or(String::new(), |name| text::titled(&kind, &name));
        let title = match (aside, title.is_empty()) {
            (false, _) => title,
            (true, true) => common::capital(text::IN_TRASH),
            (true, false) => text::aside(&title),
        };
        Item { title, fields: facts, texts }
    }

    fn line(&self, line: &HistoryLine) -> Item {
        let HistoryLine { id: _, at, who, verb, subject: _, document, rows } = line;
        let head = text::line(&moment(*at), window::verb(verb), who);
        let mut lines = vec![match document {
            Some(number) => text::titled(&head, &number.to_string()),
            None => head,
        }];
        for RowChange { subject, added, removed: _, fields: changed } in rows {
            let kind = subject.kind;
            let record = common::capital(choices::record_for(kind, self.route));
            for (key, before, after) in changed {
                let value = |stored: &str| match stored {
                    "" => window::EMPTY_VALUE.to_owned(),
                    _ => self.shown(kind, key, stored),
                };
                let label = fields::label_for(kind, key, self.route);
                let words = if *added {
                    value(after)
                } else {
                    window::changed(&value(before), &value(after))
                };
                lines.push(text::titled(&text::titled(&record, &label), &words));
            }
        }
        Item { texts: vec![lines.join("\n")], ..Item::default() }
    }

    fn shown(&self, kind: RecordKind, key: &str, stored: &str) -> String {
        values::shown(kind, key, stored, |kind, id| self.name_of(kind, id))
    }

    /// Only names: what else is known of other people is not about this learner.
    fn name_of(&self, kind: RecordKind, id: i64) -> String {
        let name = match self.store.record_at_all(kind, id) {
            Ok(AnyRecord::Learner(learner)) => learner.name().official(),
            Ok(AnyRecord::Leerbedrijf(company)) => {
                company.naam.as_ref().map_or("", Title::as_str).to_owned()
            }
            Ok(AnyRecord::Praktijkopleider(person)) => person.known_name(),
            Ok(AnyRecord::Praktijkbegeleider(person)) => person.known_name(),
            Ok(AnyRecord::Ondertekenaar(person)) => {
                person.naam.as_ref().map_or("", PersonName::as_str).to_owned()
            }
            Ok(AnyRecord::ExamComponent(component)) => component.title.as_str().to_owned(),
            Ok(AnyRecord::Voortgangstoets(test)) => test.title.as_str().to_owned(),
            Ok(AnyRecord::Traineeship(place)) => {
                self.name_of(RecordKind::Leerbedrijf, place.leerbedrijf.raw())
            }
            Ok(
                AnyRecord::School(_)
                | AnyRecord::Erkenning(_)
                | AnyRecord::Evidence(_)
                | AnyRecord::ReceivedDocument(_)
                | AnyRecord::OwnEntry(_),
            )
            | Err(_) => String::new(),
        };
        let number = || format!("{} {id}", choices::record_for(kind, self.route));
        if name.is_empty() { number() } else { name }
    }
}

fn document(line: &RegisterLine) -> Item {
    let mut facts = vec![Field::new(
        text::SIGNED,
        register::signed(&line.place, &day::shown(line.date.date())),
    )];
    if let Some(about) = &line.description {
        facts.push(Field::new(text::FOR_WHAT, about));
    }
    let state = match (&line.withdrawal, line.replaced_by) {
        (None, _) => register::VALID.to_owned(),
        (Some(withdrawal), None) => {
            documents::withdrawn_because(withdrawal.reason.as_deref().unwrap_or_default())
        }
        (Some(_), Some(by)) => documents::replaced_by(by),
    };
    facts.push(Field::new(text::STATE, common::capital(&state)));
    let kind = choices::document(line.number.kind());
    let title = text::titled(kind, &line.number.to_string());
    Item { title, fields: facts, texts: Vec::new() }
}

/// A moment as the clock on the wall shows it.
fn moment(at: Timestamp) -> String {
    let at = at.to_zoned_datetime(TimeZone::system());
    format!("{} {:02}:{:02}", day::shown(at.date()), at.hour(), at.minute())
}
