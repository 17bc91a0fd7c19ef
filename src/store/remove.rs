//! Putting a record aside with all that hangs on it, and refusing where others still lean on it.

use rusqlite::Connection;

use crate::domain::{Input, RecordKind};
use crate::store::StoreError;
use crate::store::journal::Writer;
use crate::store::table::{self, Table};

/// Puts a record aside; what hangs on it goes first.
pub(crate) fn remove(writer: &mut Writer<'_>, kind: RecordKind, id: i64) -> Result<(), StoreError> {
    let table = table::table(kind)?;
    if kind == RecordKind::School {
        return Err(StoreError::InUse);
    }
    if !table.is_live(writer.tx(), id)? {
        return Err(StoreError::Gone { kind, id });
    }
    for pointer in pointers_at(kind)? {
        let ids = pointer.live(writer.tx(), id)?;
        if !pointer.hangs_on(kind) && !ids.is_empty() {
            return Err(StoreError::InUse);
        }
        for child in ids {
            remove(writer, pointer.table.kind, child)?;
        }
    }
    writer.set_aside(table, id)
}

/// A column by which records of one kind point at records of another.
pub(super) struct Pointer {
    pub(super) table: &'static Table,
    column: String,
}

impl Pointer {
    /// Whether such a record has no meaning without the other.
    pub(super) fn hangs_on(&self, kind: RecordKind) -> bool {
        matches!(
            (kind, self.table.kind),
            (
                RecordKind::Learner,
                RecordKind::Traineeship
                    | RecordKind::ExamComponent
                    | RecordKind::Voortgangstoets
                    | RecordKind::ReceivedDocument
            ) | (RecordKind::Traineeship, RecordKind::ExamComponent)
                | (RecordKind::ExamComponent, RecordKind::Evidence)
                | (RecordKind::Leerbedrijf, RecordKind::Praktijkopleider | RecordKind::Erkenning)
        )
    }

    fn live(&self, conn: &Connection, id: i64) -> Result<Vec<i64>, StoreError> {
        self.ids(conn, id, "removed_at IS NULL")
    }

    /// Those that were put aside.
    pub(super) fn aside(&self, conn: &Connection, id: i64) -> Result<Vec<i64>, StoreError> {
        self.ids(conn, id, "removed_at IS NOT NULL")
    }

    /// Those that are there and those that were put aside.
    pub(super) fn all(&self, conn: &Connection, id: i64) -> Result<Vec<i64>, StoreError> {
        self.ids(conn, id, "1")
    }

    fn ids(&self, conn: &Connection, id: i64, which: &str) -> Result<Vec<i64>, StoreError> {
        let Self { table, column } = self;
        let sql =
            format!("SELECT id FROM {} WHERE {column} = ?1 AND {which} ORDER BY id", table.name);
        let mut query = conn.prepare_cached(&sql)?;
        let ids = query.query_map([id], |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }
}

/// Those that hang on it come before those that would refuse: first the deepest.
pub(super) fn pointers_at(kind: RecordKind) -> Result<Vec<Pointer>, StoreError> {
    let mut out = Vec::new();
    for from in RecordKind::ALL {
        for field in from.fields() {
            if field.input == Input::Ref(kind) {
                let column = table::column(field.key);
                out.push(Pointer { table: table::table(*from)?, column });
            }
        }
    }
    out.sort_by_key(|pointer| !pointer.hangs_on(kind));
    Ok(out)
}
