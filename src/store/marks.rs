//! By what records are known in other dossiers. Drawn when a record first leaves, kept when one comes in; outside the
//! journal, since a mark says nothing about anyone.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension as _};

use crate::domain::{DocumentNumber, Mark, RecordKind};
use crate::store::keys::{hex, random};
use crate::store::{Store, StoreError};
use crate::store::{register, table};

/// Under which name of a table a mark stands for an issued document.
pub(crate) const ISSUED: &str = "issued";

/// The marks of a dossier, to be looked up both ways.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    of: HashMap<(String, i64), Mark>,
    at: HashMap<Mark, (String, i64)>,
}

impl Marks {
    /// By what this record is known.
    pub fn of(&self, kind: RecordKind, id: i64) -> Option<&Mark> {
        self.of.get(&(table::table(kind).ok()?.name.to_owned(), id))
    }

    /// The record of this kind that is known by a mark.
    pub fn at(&self, kind: RecordKind, mark: &Mark) -> Option<i64> {
        let (name, id) = self.at.get(mark)?;
        (*name == table::table(kind).ok()?.name).then_some(*id)
    }

    /// Whether it is a document of our own register that is known by this mark.
    pub fn is_issued(&self, mark: &Mark) -> bool {
        self.at.get(mark).is_some_and(|(name, _)| name == ISSUED)
    }
}

impl Store {
    /// By what an issued document is known.
    pub fn mark_of_issued(&self, number: DocumentNumber) -> Result<Option<Mark>, StoreError> {
        let (id, _) = register::id_of(&self.conn, number)?;
        let found: Option<String> = self
            .conn
            .prepare_cached("SELECT mark FROM mark WHERE table_name = ?1 AND row_id = ?2")?
            .query_row((ISSUED, id), |row| row.get(0))
            .optional()?;
        Ok(found.as_deref().and_then(Mark::parse))
    }

    /// Every mark of the dossier.
    pub fn marks(&self) -> Result<Marks, StoreError> {
        let mut query = self.conn.prepare_cached("SELECT table_name, row_id, mark FROM mark")?;
        let mut rows = query.query([])?;
        let mut marks = Marks::default();
        while let Some(row) = rows.next()? {
            let place: (String, i64) = (row.get(0)?, row.get(1)?);
            let mark = Mark::parse(&row.get::<_, String>(2)?).ok_or(StoreError::Damaged)?;
            marks.of.insert(place.clone(), mark.clone());
            marks.at.insert(mark, place);
        }
        Ok(marks)
    }
}

/// The mark of a row; a new one where it had none.
pub(crate) fn of(conn: &Connection, table: &str, id: i64) -> Result<String, StoreError> {
    let found: Option<String> = conn
        .prepare_cached("SELECT mark FROM mark WHERE table_name = ?1 AND row_id = ?2")?
        .query_row((table, id), |row| row.get(0))
        .optional()?;
    if let Some(mark) = found {
        return Ok(mark);
    }
    let mark = hex(&random::<16>()?);
    conn.prepare_cached("INSERT INTO mark (table_name, row_id, mark) VALUES (?1, ?2, ?3)")?
        .execute((table, id, &mark))?;
    Ok(mark)
}

/// Nothing is known of this row any more.
pub(crate) fn forget(conn: &Connection, table: &str, id: i64) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM mark WHERE table_name = ?1 AND row_id = ?2")?
        .execute((table, id))?;
    Ok(())
}

/// From here on this row is the one that is known by a mark; whatever was known by it before is gone, or another.
pub(crate) fn give(conn: &Connection, table: &str, id: i64, mark: &Mark) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM mark WHERE mark = ?1 OR (table_name = ?2 AND row_id = ?3)")?
        .execute((mark.as_str(), table, id))?;
    conn.prepare_cached("INSERT INTO mark (table_name, row_id, mark) VALUES (?1, ?2, ?3)")?
        .execute((table, id, mark.as_str()))?;
    Ok(())
}
