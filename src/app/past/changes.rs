//! The journal as a list: which lines are shown, and what they say. Lines are read when they come in sight.

use std::cell::RefCell;
use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::app::past::rows::what_of;
use crate::app::session::Session;
use crate::domain::day::shown;
use crate::domain::{Id, Learner, RecordKind, Subject};
use crate::store::{HistoryLine, RowChange, Store, StoreError, TrailFilter};
use crate::texts::{choices, common, fields, past as text, values, window};
use crate::transfer::csv;

/// From when on lines are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Period {
    #[default]
    Always,
    Today,
    Week,
    Month,
    Year,
}

impl Period {
    pub(crate) const ALL: [Self; 5] =
        [Self::Always, Self::Today, Self::Week, Self::Month, Self::Year];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Always => text::ALWAYS,
            Self::Today => text::TODAY,
            Self::Week => text::WEEK,
            Self::Month => text::MONTH,
            Self::Year => text::YEAR,
        }
    }

    fn begin(self, today: Date) -> Option<Date> {
        match self {
            Self::Always => None,
            Self::Today => Some(today),
            Self::Week => today.checked_sub(6.days()).ok(),
            Self::Month => today.checked_sub(29.days()).ok(),
            Self::Year => today.checked_sub(1.years()).ok(),
        }
    }
}

/// What is asked of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) period: Period,
    pub(crate) who: Option<String>,
    pub(crate) kind: Option<RecordKind>,
    pub(crate) learner: Option<Id<Learner>>,
    /// As far as it was typed and taken.
    pub(crate) words: String,
}

/// The list.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    pub(crate) wanted: Wanted,
    /// What stands in the search field.
    pub(crate) typed: String,
    pub(crate) lines: Vec<i64>,
    pub(crate) cursor: Option<usize>,
    pub(crate) accounts: Vec<String>,
    /// How many there are in all.
    pub(crate) all: usize,
    /// For what, and as of which change, the lines were found.
    found_for: Option<(Wanted, u64)>,
    cells: RefCell<BTreeMap<i64, [String; 5]>>,
}

/// With more lines than this it is not looked through at each letter that is typed.
const MOST_AT_ONCE: usize = 5_000;

impl Changes {
    /// Whether typing looks at once.
    pub(crate) fn at_once(&self) -> bool {
        self.all <= MOST_AT_ONCE
    }

    /// What stands in a line: when, who, what was done, about what, of whom.
    pub(crate) fn cell(&self, store: &Store, row: usize, column: usize) -> String {
        let Some(id) = self.lines.get(row) else { return String::new() };
        let mut cells = self.cells.borrow_mut();
        let line = cells.entry(*id).or_insert_with(|| cells_of(store, *id));
        line.get(column).cloned().unwrap_or_default()
    }
}

impl Session {
    /// Looks for what is asked, where that or the data changed.
    pub(crate) fn find_changes(&mut self) -> Result<(), StoreError> {
        let now = Some((self.past.changes.wanted.clone(), self.changes()));
        if self.past.changes.found_for == now {
            return Ok(());
        }
        let filter = self.trail_filter();
        let lines = self.store.trail(&filter)?;
        let accounts = self.store.accounts()?;
        let all = self.store.trail_length()?;
        let changes = &mut self.past.changes;
        (changes.lines, changes.accounts, changes.all) = (lines, accounts, all);
        changes.cursor = None;
        changes.cells.borrow_mut().clear();
        changes.found_for = now;
        Ok(())
    }

    fn trail_filter(&self) -> TrailFilter {
        let Wanted { period, who, kind, learner, words } = self.past.changes.wanted.clone();
        let begin = period.begin(self.today());
        let from = begin.and_then(|day| TimeZone::system().to_timestamp(day.at(0, 0, 0, 0)).ok());
        let named = match words.trim() {
            "" => Vec::new(),
            words => self.learners.found(words).map(|row| row.line.id).collect(),
        };
        TrailFilter { from, who, kind, learner, words, named }
    }
}

fn cells_of(store: &Store, id: i64) -> [String; 5] {
    let Ok(line) = store.trail_line(id) else { return Default::default() };
    let whose = store.learner_of_line(id).ok().flatten();
    let learner = whose.map(|id| Subject { kind: RecordKind::Learner, id: id.raw() });
    let about = about(store, &line);
    let whose = learner.filter(|learner| Some(*learner) != line.subject);
    let whose = whose.map(|learner| what_of(store, learner)).unwrap_or_default();
    let HistoryLine { at, who, verb, .. } = line;
    [moment(at), window::verb(&verb).to_owned(), about, whose, who]
}

/// What a line was about.
pub(crate) fn about(store: &Store, line: &HistoryLine) -> String {
    match (line.document, line.subject) {
        (Some(number), _) => number.to_string(),
        (None, Some(Subject { kind, id: 0 })) => common::capital(choices::records(kind)),
        (None, Some(subject)) => {
            common::about(&common::capital(choices::record(subject.kind)), &what_of(store, subject))
        }
        (None, None) => String::new(),
    }
}

/// A moment as the clock on the wall shows it.
pub(crate) fn moment(at: jiff::Timestamp) -> String {
    let at = at.to_zoned_datetime(TimeZone::system());
    format!("{} {:02}:{:02}", shown(at.date()), at.hour(), at.minute())
}

/// A value as people read it.
pub(crate) fn value(store: &Store, kind: RecordKind, key: &str, stored: &str) -> String {
    if stored.is_empty() {
        return window::EMPTY_VALUE.to_owned();
    }
    values::shown(kind, key, stored, |kind, id| what_of(store, Subject { kind, id }))
}

/// Every field that changed, a row for each; a line without any has a row too.
pub(crate) fn csv_of(store: &Store, lines: &[i64]) -> Result<Vec<u8>, StoreError> {
    let mut out = String::from(csv::MARK);
    out.push_str(&csv::row(text::CSV_HEAD));
    for id in lines {
        let line = store.trail_line(*id)?;
        let [when, verb, about, whose, who] = cells_of(store, *id);
        let head = [when.as_str(), &who, &verb, &about, &whose];
        let mut empty = true;
        for RowChange { subject, fields: changed, .. } in &line.rows {
            let kind = subject.kind;
            for (key, before, after) in changed {
                let plain = |stored: &str| match stored {
                    "" => String::new(),
                    _ => value(store, kind, key, stored),
                };
                let (record, label) = (choices::record(kind), fields::label(kind, key));
                let (before, after) = (plain(before), plain(after));
                let cells = [record, label, &before, &after];
                out.push_str(&csv::row(head.into_iter().chain(cells)));
                empty = false;
            }
        }
        if empty {
            out.push_str(&csv::row(head.into_iter().chain([""; 4])));
        }
    }
    Ok(out.into_bytes())
}
