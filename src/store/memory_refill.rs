//! A dossier in memory out of rows from elsewhere: as [`crate::store::refill`], for what is only to be looked at. Rows
//! are only ever bound as values; nothing from outside becomes SQL.

use rusqlite::{Connection, params_from_iter};

use crate::store::refill::{Fit, fit_of};
use crate::store::rows::{Cell, TableShape, list, quoted};
use crate::store::settings::settle_reader;
use crate::store::{Store, StoreError, migrations};

/// A dossier in memory that is being filled.
pub(crate) struct MemoryRefill {
    conn: Connection,
    insert: String,
}

impl MemoryRefill {
    /// Begins one of `version`.
    pub(crate) fn begin(version: u32) -> Result<Self, StoreError> {
        let conn = Connection::open_in_memory()?;
        settle_reader(&conn)?;
        conn.execute_batch("PRAGMA foreign_keys = ON; BEGIN")?;
        migrations::lay(&conn, version)?;
        conn.execute_batch("COMMIT; BEGIN; PRAGMA defer_foreign_keys = ON")?;
        Ok(Self { conn, insert: String::new() })
    }

    /// The rows that follow are of this table, with their values in this order of its columns.
    pub(crate) fn table(&mut self, table: &TableShape) {
        let TableShape { name, columns } = table;
        let marks = vec!["?"; columns.len()].join(", ");
        self.insert = format!("INSERT INTO {} ({}) VALUES ({marks})", quoted(name), list(columns));
    }

    pub(crate) fn row(&mut self, cells: &[Cell<'_>]) -> Result<Fit, StoreError> {
        match self.conn.prepare_cached(&self.insert)?.execute(params_from_iter(cells)) {
            Ok(_) => Ok(Fit::Fits),
            Err(err) => fit_of(err),
        }
    }

    /// All rows are there: the dossier, of today's version; `None` where something points at nothing.
    pub(crate) fn finish(self) -> Result<Option<Store>, StoreError> {
        let Self { conn, insert: _ } = self;
        if let Err(err) = conn.execute_batch("COMMIT") {
            return fit_of(err).map(|_does_not| None);
        }
        Store::of_memory(conn).map(Some)
    }
}
