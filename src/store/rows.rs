//! Every row of every table as it stands, for a backup: also what was put aside, the journal and whatever tables come
//! later. Names of tables and columns come from our own steps, never from the file. Knows no format.

use jiff::Timestamp;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension as _};

use crate::domain::RecordKind;
use crate::store::keys::Lock;
use crate::store::{Store, StoreError, migrations, table};

/// A table of some version of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TableShape {
    pub(crate) name: String,
    pub(crate) columns: Vec<String>,
}

impl TableShape {
    /// Which column says that a row was put aside.
    pub(crate) fn removed_at(&self) -> Option<usize> {
        self.columns.iter().position(|column| column == "removed_at")
    }
}

/// One value. The tables of ours hold no fractions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cell<'a> {
    Null,
    Integer(i64),
    Text(&'a str),
    Bytes(&'a [u8]),
}

/// Up to where the journal goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewestLine {
    pub id: i64,
    pub at: Option<Timestamp>,
}

/// How much a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RowCount {
    pub(crate) rows: u64,
    /// Of which put aside.
    pub(crate) removed: u64,
}

/// The tables that a file of `version` has, in the order in which they were made.
pub(crate) fn tables_of(version: u32) -> Result<Vec<TableShape>, StoreError> {
    let conn = Connection::open_in_memory()?;
    migrations::lay(&conn, version)?;
    let texts = |sql: &str, about: &[&str]| -> Result<Vec<String>, StoreError> {
        let mut query = conn.prepare(sql)?;
        let found = query.query_map(rusqlite::params_from_iter(about), |row| row.get(0))?;
        Ok(found.collect::<Result<_, _>>()?)
    };
    let names = texts(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid",
        &[],
    )?;
    names
        .into_iter()
        .map(|name| {
            let columns = texts("SELECT name FROM pragma_table_info(?1) ORDER BY cid", &[&name])?;
            Ok(TableShape { name, columns })
        })
        .collect()
}

/// The kind of record that a table holds; `None` for the journal, pictures and the like.
pub(crate) fn kind_of(table_name: &str) -> Option<RecordKind> {
    table::named(table_name).map(|table| table.kind)
}

impl Store {
    /// Does `read` while nothing in the file can change, on a file of a version whose shape is ours.
    pub(crate) fn at_one_moment<T, E: From<StoreError>>(
        &self,
        read: impl FnOnce(u32) -> Result<T, E>,
    ) -> Result<T, E> {
        let begin = || -> Result<_, StoreError> {
            let tx = self.conn.unchecked_transaction()?;
            let version = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
            migrations::check_shape_of(&tx, version)?;
            Ok((tx, version))
        };
        let (tx, version) = begin()?;
        let done = read(version)?;
        // Nothing was written: how the transaction ends is all one.
        drop(tx);
        Ok(done)
    }

    pub(crate) fn row_count(&self, table: &TableShape) -> Result<RowCount, StoreError> {
        let removed = match table.removed_at() {
            Some(_) => "count(removed_at)",
            None => "0",
        };
        let sql = format!("SELECT count(*), {removed} FROM {}", quoted(&table.name));
        let count = |n: i64| u64::try_from(n).unwrap_or_default();
        Ok(self.conn.query_row(&sql, [], |row| {
            Ok(RowCount { rows: count(row.get(0)?), removed: count(row.get(1)?) })
        })?)
    }

    /// Shows every row of a table to `see`, in the order in which they lie.
    pub(crate) fn each_row<E: From<StoreError>>(
        &self,
        table: &TableShape,
        mut see: impl FnMut(&[Cell<'_>]) -> Result<(), E>,
    ) -> Result<(), E> {
        let columns = list(&table.columns);
        let sql = format!("SELECT {columns} FROM {}", quoted(&table.name));
        let mut query = self.conn.prepare(&sql).map_err(StoreError::from)?;
        let mut rows = query.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let mut cells = Vec::with_capacity(table.columns.len());
            for at in 0..table.columns.len() {
                cells.push(cell(row.get_ref(at).map_err(StoreError::from)?)?);
            }
            see(&cells)?;
        }
        Ok(())
    }

    /// The name of the school and the moment of the newest change.
    pub(crate) fn about(&self) -> Result<(Option<String>, Option<String>), StoreError> {
        let text = |sql: &str| -> Result<Option<String>, StoreError> {
            Ok(self.conn.query_row(sql, [], |row| row.get(0)).optional()?.flatten())
        };
        Ok((
            text("SELECT naam FROM school WHERE removed_at IS NULL")?,
            text("SELECT at FROM journal ORDER BY id DESC LIMIT 1")?,
        ))
    }

    /// The number of the newest line of the journal, and when it was written.
    pub fn newest_line(&self) -> Result<Option<NewestLine>, StoreError> {
        let sql = "SELECT id, at FROM journal ORDER BY id DESC LIMIT 1";
        let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get::<_, String>(1)?));
        let found: Option<(i64, String)> = self.conn.query_row(sql, [], read).optional()?;
        Ok(found.map(|(id, at)| NewestLine { id, at: at.parse().ok() }))
    }

    /// What opens this dossier; nothing for one without a password.
    pub(crate) const fn lock(&self) -> Option<&Lock> {
        self.lock.as_ref()
    }
}

/// Names are our own words; quoted all the same, as some are words of SQL.
pub(crate) fn list(names: &[String]) -> String {
    names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ")
}

pub(crate) fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

pub(crate) fn cell(value: ValueRef<'_>) -> Result<Cell<'_>, StoreError> {
    match value {
        ValueRef::Null => Ok(Cell::Null),
        ValueRef::Integer(number) => Ok(Cell::Integer(number)),
        ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Cell::Text(text)),
            Err(_) => Err(StoreError::Damaged),
        },
        ValueRef::Blob(bytes) => Ok(Cell::Bytes(bytes)),
        ValueRef::Real(_) => Err(StoreError::Damaged),
    }
}
