//! What a backup holds, or a dossier would put in one: to look at before anything is done.

use jiff::Timestamp;

use crate::backup::BackupError;
use crate::domain::{RecordKind, clean};
use crate::store::{self, RowCount, Store, TableShape};

/// What is in a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// When it was made.
    pub made: Timestamp,
    /// The version of the program that made it.
    pub program: String,
    /// The version of the dossier's file.
    pub schema_version: u32,
    pub school: Option<String>,
    /// Whether the dossier itself has a password.
    pub encrypted: bool,
    pub newest_change: Option<Timestamp>,
    /// By what those that are made by themselves, of one dossier and on one computer, know each other.
    pub series: Option<String>,
    pub tables: Vec<TableContents>,
}

/// How much of one table is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableContents {
    pub name: String,
    pub rows: u64,
    /// Of which put aside.
    pub removed: u64,
}

impl Contents {
    /// What a backup of this dossier would hold.
    pub fn of(store: &Store, now: Timestamp) -> Result<Self, BackupError> {
        store.at_one_moment(|version| {
            Self::of_tables(store, version, &store::tables_of(version)?, now)
        })
    }

    pub(super) fn of_tables(
        store: &Store,
        schema_version: u32,
        shapes: &[TableShape],
        now: Timestamp,
    ) -> Result<Self, BackupError> {
        let (school, newest_change) = store.about()?;
        let mut tables = Vec::with_capacity(shapes.len());
        for shape in shapes {
            let RowCount { rows, removed } = store.row_count(shape)?;
            tables.push(TableContents { name: shape.name.clone(), rows, removed });
        }
        Ok(Self {
            made: now,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            schema_version,
            school: school.as_deref().map(short),
            encrypted: store.lock().is_some(),
            newest_change: newest_change.and_then(|at| at.parse().ok()),
            series: None,
            tables,
        })
    }

    /// All rows together.
    pub fn rows(&self) -> u64 {
        self.tables.iter().fold(0, |sum, table| sum.saturating_add(table.rows))
    }

    /// How many records of this kind, those put aside not counted.
    pub fn records(&self, kind: RecordKind) -> u64 {
        let of_kind = |table: &&TableContents| store::kind_of(&table.name) == Some(kind);
        self.tables.iter().find(of_kind).map_or(0, |table| table.rows.saturating_sub(table.removed))
    }

    /// How many lines of history.
    pub fn journal_lines(&self) -> u64 {
        self.all("journal")
    }

    /// How many lines of the register of issued documents.
    pub fn documents(&self) -> u64 {
        self.all("issued")
    }

    fn all(&self, name: &str) -> u64 {
        self.tables.iter().find(|table| table.name == name).map_or(0, |table| table.rows)
    }
}

const MOST_CHARACTERS: usize = 300;

/// A text to show, as short as it may be, and the same again when it is read back.
pub(super) fn short(text: &str) -> String {
    clean(&clean(text).chars().take(MOST_CHARACTERS).collect::<String>())
}
