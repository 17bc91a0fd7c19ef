//! The lines of the trash and of the terms, in words.

use jiff::tz::TimeZone;

use crate::app::listing::Line;
use crate::domain::day::shown;
use crate::domain::fold::fold;
use crate::domain::retention::{DataKind, kept_until};
use crate::domain::{AnyRecord, Id, Learner, Note, PersonName, RecordKind, School, Subject, Title};
use crate::store::{Removed, RetentionLine, Store, StoreError};
use crate::texts::{choices, common, past as text};

/// A record that was put aside.
#[derive(Clone, Debug)]
pub(crate) struct TrashRow {
    pub(crate) subject: Subject,
    pub(crate) what: String,
    pub(crate) whose: String,
    pub(crate) when: String,
    pub(crate) who: String,
    pub(crate) along: usize,
    folded: String,
    order: String,
}

/// The columns of the trash.
pub(crate) mod trash_column {
    pub(crate) const WHAT: usize = 0;
    pub(crate) const KIND: usize = 1;
    pub(crate) const WHOSE: usize = 2;
    pub(crate) const WHEN: usize = 3;
    pub(crate) const WHO: usize = 4;
    pub(crate) const ALONG: usize = 5;
}

impl Line for TrashRow {
    fn id(&self) -> i64 {
        let kind = RecordKind::ALL.iter().position(|kind| *kind == self.subject.kind);
        let kind = i64::try_from(kind.unwrap_or_default()).unwrap_or_default();
        (kind << 48) | self.subject.id
    }

    fn folded(&self) -> &str {
        &self.folded
    }

    fn order(&self) -> &str {
        &self.order
    }

    fn cell(&self, column: usize) -> String {
        match column {
            trash_column::WHAT => self.what.clone(),
            trash_column::KIND => common::capital(choices::record(self.subject.kind)),
            trash_column::WHOSE => self.whose.clone(),
            trash_column::WHEN => self.when.clone(),
            trash_column::WHO => self.who.clone(),
            trash_column::ALONG => text::along(self.along),
            _ => String::new(),
        }
    }

    fn sort_key(&self, column: usize) -> String {
        match column {
            trash_column::WHEN => self.order.clone(),
            trash_column::ALONG => format!("{:010}", self.along),
            _ => fold(&self.cell(column)),
        }
    }
}

/// What was put aside, the newest first.
pub(crate) fn trash_rows(store: &Store) -> Result<Vec<TrashRow>, StoreError> {
    let mut rows: Vec<TrashRow> =
        store.trash()?.into_iter().map(|removed| trash_row(store, removed)).collect();
    rows.sort_by(|a, b| a.order.cmp(&b.order).then(a.id().cmp(&b.id())));
    Ok(rows)
}

fn trash_row(store: &Store, removed: Removed) -> TrashRow {
    let Removed { subject, record, at, who, learner, along } = removed;
    let what = match &record {
        Some(record) => words_of(store, subject, record),
        None => text::UNREADABLE.to_owned(),
    };
    let owner = match &record {
        Some(AnyRecord::Praktijkopleider(person)) => {
            Some(Subject { kind: RecordKind::Leerbedrijf, id: person.leerbedrijf.raw() })
        }
        Some(AnyRecord::Erkenning(erkenning)) => {
            Some(Subject { kind: RecordKind::Leerbedrijf, id: erkenning.leerbedrijf.raw() })
        }
        Some(_) | None => learner.map(|id| Subject { kind: RecordKind::Learner, id: id.raw() }),
    };
    let whose = owner.filter(|owner| *owner != subject).map(|owner| what_of(store, owner));
    let whose = whose.unwrap_or_default();
    let local = at.to_zoned_datetime(TimeZone::system());
    let when = format!("{} {:02}:{:02}", shown(local.date()), local.hour(), local.minute());
    let kind = choices::record(subject.kind);
    let folded = fold(&format!("{what} {whose} {who} {kind} {when}"));
    let order = format!("{:020}", i64::MAX - at.as_millisecond());
    TrashRow { subject, what, whose, when, who, along, folded, order }
}

/// What a record is called, also one that was put aside; its kind and number where it has no name.
pub(crate) fn what_of(store: &Store, subject: Subject) -> String {
    match store.record_at_all(subject.kind, subject.id) {
        Ok(record) => words_of(store, subject, &record),
        Err(_) => numbered(subject),
    }
}

fn numbered(Subject { kind, id }: Subject) -> String {
    format!("{} {id}", choices::record(kind))
}

/// How much of a note stands in a list.
const MOST_LETTERS: usize = 60;

fn words_of(store: &Store, subject: Subject, record: &AnyRecord) -> String {
    let of = |kind, id| what_of(store, Subject { kind, id });
    let title = |title: &Title| title.as_str().to_owned();
    let words = match record {
        AnyRecord::School(school) => school.naam.as_ref().map(title).unwrap_or_default(),
        AnyRecord::Learner(learner) => learner.name().listed(),
        AnyRecord::Leerbedrijf(company) => company.naam.as_ref().map(title).unwrap_or_default(),
        AnyRecord::Praktijkopleider(person) => person.known_name(),
        AnyRecord::Praktijkbegeleider(person) => person.known_name(),
        AnyRecord::Ondertekenaar(person) => {
            person.naam.as_ref().map_or("", PersonName::as_str).to_owned()
        }
        AnyRecord::Traineeship(place) => of(RecordKind::Leerbedrijf, place.leerbedrijf.raw()),
        AnyRecord::ExamComponent(component) => title(&component.title),
        AnyRecord::Voortgangstoets(test) => title(&test.title),
        AnyRecord::Evidence(evidence) => {
            let day = shown(evidence.day.date());
            let line = Note::as_str(&evidence.situation).lines().next().unwrap_or_default();
            let short: String = line.chars().take(MOST_LETTERS).collect();
            format!("{day}: {short}")
        }
        AnyRecord::Erkenning(erkenning) => erkenning.crebo.as_str().to_owned(),
        AnyRecord::OwnEntry(entry) => title(&entry.title),
        AnyRecord::ReceivedDocument(document) => document.number.as_str().to_owned(),
    };
    if words.is_empty() { numbered(subject) } else { words }
}

/// The surname of a learner, to be typed before he is forgotten.
pub(crate) fn surname_of(store: &Store, subject: Subject) -> Option<String> {
    match store.record_at_all(subject.kind, subject.id) {
        Ok(AnyRecord::Learner(learner)) => {
            let surname = learner.geslachtsnaam.as_ref().map(PersonName::as_str);
            let first = learner.voornamen.as_ref().map(PersonName::as_str);
            surname.or(first).map(str::to_owned)
        }
        Ok(_) | Err(_) => None,
    }
}

/// How high a kind stands: what hangs on another stands below it.
const fn height(kind: RecordKind) -> u8 {
    match kind {
        RecordKind::School => 5,
        RecordKind::Learner => 4,
        RecordKind::Leerbedrijf | RecordKind::Praktijkbegeleider | RecordKind::Ondertekenaar => 3,
        RecordKind::Praktijkopleider | RecordKind::Erkenning | RecordKind::OwnEntry => 2,
        RecordKind::Traineeship => 2,
        RecordKind::ExamComponent | RecordKind::Voortgangstoets | RecordKind::ReceivedDocument => 1,
        RecordKind::Evidence => 0,
    }
}

/// The record that stands highest among these.
pub(crate) fn highest(records: &[Subject]) -> Option<Subject> {
    records.iter().copied().max_by_key(|record| height(record.kind))
}

pub(crate) const fn is_above(one: RecordKind, other: RecordKind) -> bool {
    height(one) > height(other)
}

/// A learner who ended, and until when what there is must be kept.
#[derive(Clone, Debug)]
pub(crate) struct RetentionRow {
    pub(crate) id: Id<Learner>,
    name: String,
    groep: String,
    end: jiff::civil::Date,
    until: jiff::civil::Date,
    /// The kinds that must still be kept, or the one whose term was the longest.
    why: String,
    past: Term,
    folded: String,
    order: String,
}

/// Whether everything of someone is past its term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Term {
    Past,
    Kept,
}

/// The columns of the terms.
pub(crate) mod retention_column {
    pub(crate) const NAME: usize = 0;
    pub(crate) const GROUP: usize = 1;
    pub(crate) const END: usize = 2;
    pub(crate) const UNTIL: usize = 3;
    pub(crate) const STATUS: usize = 4;
    pub(crate) const WHY: usize = 5;
}

impl RetentionRow {
    fn new(line: RetentionLine, school: &School, today: jiff::civil::Date) -> Self {
        let RetentionLine { id, name, groep, sort_key, held } = line;
        let all = kept_until(school, held);
        let until = all.iter().map(|(_, until)| *until).max().unwrap_or(held.end);
        let past = if until < today { Term::Past } else { Term::Kept };
        // Past: what took the longest. Not past: everything that must stay, each with its day.
        let wanted = |day: jiff::civil::Date| match past {
            Term::Past => day == until,
            Term::Kept => day >= today,
        };
        let kinds: Vec<String> = all
            .iter()
            .filter(|(_, day)| wanted(*day))
            .map(|(kind, day)| in_words(*kind, *day, past))
            .collect();
        let name = common::named(name);
        let folded = fold(&format!("{name} {groep}"));
        let why = common::capital(&kinds.join(", "));
        Self { id, name, groep, end: held.end, until, why, past, folded, order: sort_key }
    }

    pub(crate) fn is_past(&self) -> bool {
        self.past == Term::Past
    }
}

fn in_words(kind: DataKind, day: jiff::civil::Date, past: Term) -> String {
    match past {
        Term::Past => text::data_kind(kind).to_owned(),
        Term::Kept => text::kept_to(text::data_kind(kind), &shown(day)),
    }
}

impl Line for RetentionRow {
    fn id(&self) -> i64 {
        self.id.raw()
    }

    fn folded(&self) -> &str {
        &self.folded
    }

    fn order(&self) -> &str {
        &self.order
    }

    fn cell(&self, column: usize) -> String {
        match column {
            retention_column::NAME => self.name.clone(),
            retention_column::GROUP => self.groep.clone(),
            retention_column::END => shown(self.end),
            retention_column::UNTIL => shown(self.until),
            retention_column::STATUS => match self.past {
                Term::Past => text::PAST.to_owned(),
                Term::Kept => text::KEPT.to_owned(),
            },
            retention_column::WHY => self.why.clone(),
            _ => String::new(),
        }
    }

    fn sort_key(&self, column: usize) -> String {
        match column {
            retention_column::NAME => self.order.clone(),
            retention_column::END => self.end.to_string(),
            retention_column::UNTIL => self.until.to_string(),
            _ => fold(&self.cell(column)),
        }
    }
}

/// Every learner who ended, in the order of the list.
pub(crate) fn retention_rows(
    store: &Store,
    school: &School,
    today: jiff::civil::Date,
) -> Result<Vec<RetentionRow>, StoreError> {
    let lines = store.retention_lines()?;
    Ok(lines.into_iter().map(|line| RetentionRow::new(line, school, today)).collect())
}
