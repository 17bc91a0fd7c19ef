//! What stands in the register, in words: one line for each issued document, the newest first.

use crate::app::listing::Line;
use crate::domain::fold::fold;
use crate::domain::{Choice as _, Day, DocumentKind, DocumentNumber};
use crate::store::{RegisterLine, Store, StoreError};
use crate::texts::{choices, register as text};

/// An issued document in the list.
#[derive(Clone, Debug)]
pub(crate) struct IssuedRow {
    pub(crate) number: DocumentNumber,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) groep: String,
    pub(crate) date: Day,
    /// The withdrawn one that it corrects.
    pub(crate) replaces: Option<DocumentNumber>,
    pub(crate) status: IssuedStatus,
    folded: String,
    /// How many were there before it: lines are only added.
    place: u32,
    order: String,
}

/// What an issued document is worth today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IssuedStatus {
    Valid,
    Withdrawn,
    /// Withdrawn, and another one came instead.
    Replaced,
}

/// The columns of the register: on a narrow window the last ones are left out.
pub(crate) mod issued_column {
    pub(crate) const NUMBER: usize = 0;
    pub(crate) const NAME: usize = 1;
    pub(crate) const KIND: usize = 2;
    pub(crate) const STATUS: usize = 3;
    pub(crate) const DATE: usize = 4;
    pub(crate) const GROUP: usize = 5;
    pub(crate) const DESCRIPTION: usize = 6;
    /// Not shown; only to narrow by.
    pub(crate) const YEAR: usize = 7;
}

impl IssuedStatus {
    pub(crate) const fn of(line: &RegisterLine) -> Self {
        match (&line.withdrawal, line.replaced_by) {
            (None, _) => Self::Valid,
            (Some(_), None) => Self::Withdrawn,
            (Some(_), Some(_)) => Self::Replaced,
        }
    }

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Valid => text::VALID,
            Self::Withdrawn => text::WITHDRAWN,
            Self::Replaced => text::REPLACED,
        }
    }
}

impl IssuedRow {
    /// `place`: how many lines there were before it.
    fn new(line: RegisterLine, place: u32) -> Self {
        let status = IssuedStatus::of(&line);
        let RegisterLine { number, learner: _, name, groep, description, date, replaces, .. } =
            line;
        let name = name.unwrap_or_else(|| text::FORGOTTEN.to_owned());
        let (groep, description) = (groep.unwrap_or_default(), description.unwrap_or_default());
        let folded = fold(&format!("{number} {name} {description} {groep}"));
        let order = format!("{:010}", u32::MAX - place);
        Self { number, name, description, groep, date, replaces, status, folded, place, order }
    }
}

impl Line for IssuedRow {
    fn id(&self) -> i64 {
        i64::from(self.place)
    }

    fn folded(&self) -> &str {
        &self.folded
    }

    fn order(&self) -> &str {
        &self.order
    }

    fn cell(&self, column: usize) -> String {
        match column {
            issued_column::NUMBER => self.number.to_string(),
            issued_column::NAME => self.name.clone(),
            issued_column::KIND => choices::document(self.number.kind()).to_owned(),
            issued_column::DESCRIPTION => self.description.clone(),
            issued_column::GROUP => self.groep.clone(),
            issued_column::DATE => crate::domain::day::shown(self.date.date()),
            issued_column::STATUS => self.status.word().to_owned(),
            issued_column::YEAR => self.number.year().to_string(),
            _ => String::new(),
        }
    }

    fn sort_key(&self, column: usize) -> String {
        match column {
            issued_column::NUMBER => {
                let kind = DocumentKind::ALL.iter().position(|kind| *kind == self.number.kind());
                let (year, sequence) = (self.number.year(), self.number.sequence());
                format!("{} {year:04} {sequence:010}", kind.unwrap_or_default())
            }
            issued_column::NAME | issued_column::DESCRIPTION => fold(&self.cell(column)),
            issued_column::DATE => self.date.date().to_string(),
            _ => self.cell(column).to_lowercase(),
        }
    }
}

/// Every issued document, the newest first.
pub(crate) fn issued_rows(store: &Store) -> Result<Vec<IssuedRow>, StoreError> {
    Ok(numbered(store.register()?, 0))
}

/// Those that came after the first `there`.
pub(crate) fn issued_rows_after(store: &Store, there: u32) -> Result<Vec<IssuedRow>, StoreError> {
    Ok(numbered(store.register_after(there)?, there))
}

/// Lines with the newest first; `before`: how many are older than these.
fn numbered(lines: Vec<RegisterLine>, before: u32) -> Vec<IssuedRow> {
    let oldest_last = lines.into_iter().rev().zip(before..);
    let mut rows: Vec<_> = oldest_last.map(|(line, place)| IssuedRow::new(line, place)).collect();
    rows.reverse();
    rows
}
