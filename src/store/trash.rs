//! What was put aside: which it is, and bringing it back whole.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _};

use crate::domain::{AnyRecord, FieldValue, Id, Input, Learner, RecordKind, Subject};
use crate::store::journal::Writer;
use crate::store::remove::pointers_at;
use crate::store::table::{self, Table};
use crate::store::{Store, StoreError, rules};

/// A record that was put aside, and was no part of another one that went with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    pub subject: Subject,
    /// `None`: it holds what no longer parses.
    pub record: Option<AnyRecord>,
    pub at: Timestamp,
    /// The account that did it.
    pub who: String,
    /// Whose it is.
    pub learner: Option<Id<Learner>>,
    /// How many records went with it.
    pub along: usize,
}

impl Store {
    /// What was put aside, the newest first.
    pub fn trash(&self) -> Result<Vec<Removed>, StoreError> {
        let conn = &self.conn;
        let mut lines: BTreeMap<(RecordKind, i64), Option<i64>> = BTreeMap::new();
        for kind in RecordKind::ALL {
            lines.extend(aside(conn, table::table(*kind)?)?);
        }
        let mut along: BTreeMap<(RecordKind, i64), usize> = BTreeMap::new();
        let mut heads = BTreeSet::new();
        for (key, line) in &lines {
            let mut head = *key;
            while let Some(parent) = parent_in(conn, head, *line, &lines)? {
                head = parent;
            }
            *along.entry(head).or_default() += usize::from(head != *key);
            heads.insert((*line, head));
        }
        let mut out = Vec::with_capacity(heads.len());
        for (line, (kind, id)) in heads.into_iter().rev() {
            let removed = removed(conn, Subject { kind, id }, line)?;
            out.push(Removed { along: along.get(&(kind, id)).copied().unwrap_or(0), ..removed });
        }
        Ok(out)
    }

    /// A record of any kind, also one that was put aside.
    pub fn record_at_all(&self, kind: RecordKind, id: i64) -> Result<AnyRecord, StoreError> {
        table::any_at_all(&self.conn, kind, id)
    }
}

/// A row that was put aside, and the line of the journal that did it.
type Line = ((RecordKind, i64), Option<i64>);

/// Every row of a table that was put aside, with the line of the journal that did it: the newest that speaks of it.
fn aside(conn: &Connection, table: &Table) -> Result<Vec<Line>, StoreError> {
    let sql = format!(
        "SELECT id, (SELECT max(journal_id) FROM journal_row WHERE table_name = '{name}' AND row_id = {name}.id)
         FROM {name} WHERE removed_at IS NOT NULL",
        name = table.name
    );
    let mut query = conn.prepare_cached(&sql)?;
    let rows = query.query_map([], |row| Ok(((table.kind, row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The record on which this one hangs, where that went in the same line of the journal.
fn parent_in(
    conn: &Connection,
    (kind, id): (RecordKind, i64),
    line: Option<i64>,
    lines: &BTreeMap<(RecordKind, i64), Option<i64>>,
) -> Result<Option<(RecordKind, i64)>, StoreError> {
    for (of, parent) in parents(conn, kind, id)? {
        if line.is_some() && lines.get(&(of, parent)) == Some(&line) {
            return Ok(Some((of, parent)));
        }
    }
    Ok(None)
}

/// The records without which this one has no meaning.
fn parents(
    conn: &Connection,
    kind: RecordKind,
    id: i64,
) -> Result<Vec<(RecordKind, i64)>, StoreError> {
    let table = table::table(kind)?;
    let mut out = Vec::new();
    for field in kind.fields() {
        let Input::Ref(of) = field.input else { continue };
        let hangs = pointers_at(of)?.iter().any(|p| p.table.kind == kind && p.hangs_on(of));
        if hangs {
            let column = table::column(field.key);
            let sql = format!("SELECT {column} FROM {} WHERE id = ?1", table.name);
            let found: Option<Option<i64>> =
                conn.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?;
            out.extend(found.flatten().map(|parent| (of, parent)));
        }
    }
    Ok(out)
}

fn removed(conn: &Connection, subject: Subject, line: Option<i64>) -> Result<Removed, StoreError> {
    let Subject { kind, id } = subject;
    let record = match table::any_at_all(conn, kind, id) {
        Ok(record) => Some(record),
        Err(StoreError::BadRow { .. }) => None,
        Err(other) => return Err(other),
    };
    let name = table::table(kind)?.name;
    let sql =
        "SELECT j.at, j.who, r.leerling FROM journal j JOIN journal_row r ON r.journal_id = j.id
        WHERE j.id = ?1 AND r.table_name = ?2 AND r.row_id = ?3";
    let found: Option<(String, String, Option<i64>)> = conn
        .prepare_cached(sql)?
        .query_row((line, name, id), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let (at, who, learner) = found.unwrap_or_default();
    Ok(Removed {
        subject,
        record,
        at: at.parse().unwrap_or(Timestamp::UNIX_EPOCH),
        who,
        learner: learner.map(Id::new),
        along: 0,
    })
}

/// Brings back a record with all that went with it in the same change; what any of it leans on and is aside too comes
/// along, whole as well. Gives what came back, the record itself first.
pub(crate) fn restore(
    writer: &mut Writer<'_>,
    subject: Subject,
) -> Result<Vec<Subject>, StoreError> {
    let Subject { kind, id } = subject;
    let table = table::table(kind)?;
    let there = format!("SELECT 1 FROM {} WHERE id = ?1 AND removed_at IS NOT NULL", table.name);
    let aside = writer.tx().prepare_cached(&there)?.query_row([id], |_| Ok(())).optional()?;
    aside.ok_or(StoreError::Gone { kind, id })?;
    let mut rows = Vec::new();
    gather(writer.tx(), subject, &mut rows)?;
    for row in &rows {
        writer.bring_back(table::table(row.kind)?, row.id)?;
    }
    for row in &rows {
        rules::check(writer.tx(), &table::any(writer.tx(), row.kind, row.id)?)?;
    }
    Ok(rows)
}

/// What comes back with a record.
fn gather(conn: &Connection, from: Subject, rows: &mut Vec<Subject>) -> Result<(), StoreError> {
    if rows.contains(&from) {
        return Ok(());
    }
    let begin = rows.len();
    bundle(conn, from, line_of(conn, from)?, rows)?;
    let new: Vec<Subject> = rows.get(begin..).unwrap_or_default().to_vec();
    for Subject { kind, id } in new {
        let record = table::any_at_all(conn, kind, id)?;
        for field in kind.fields() {
            let (Input::Ref(of), Some(FieldValue::Ref(to))) =
                (field.input, record.value(field.key))
            else {
                continue;
            };
            // What is not even put aside is refused by the rules.
            if !table::table(of)?.is_live(conn, to)? && is_row(conn, of, to)? {
                gather(conn, Subject { kind: of, id: to }, rows)?;
            }
        }
    }
    Ok(())
}

/// A record with what hangs on it and went in the same line of the journal.
fn bundle(
    conn: &Connection,
    subject: Subject,
    line: Option<i64>,
    rows: &mut Vec<Subject>,
) -> Result<(), StoreError> {
    if rows.contains(&subject) {
        return Ok(());
    }
    rows.push(subject);
    for pointer in pointers_at(subject.kind)? {
        if !pointer.hangs_on(subject.kind) {
            continue;
        }
        for id in pointer.aside(conn, subject.id)? {
            let child = Subject { kind: pointer.table.kind, id };
            if line.is_some() && line_of(conn, child)? == line {
                bundle(conn, child, line, rows)?;
            }
        }
    }
    Ok(())
}

fn line_of(conn: &Connection, Subject { kind, id }: Subject) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT max(journal_id) FROM journal_row WHERE table_name = ?1 AND row_id = ?2";
    let name = table::table(kind)?.name;
    Ok(conn.prepare_cached(sql)?.query_row((name, id), |row| row.get(0))?)
}

fn is_row(conn: &Connection, kind: RecordKind, id: i64) -> Result<bool, StoreError> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM {} WHERE id = ?1)", table::table(kind)?.name);
    Ok(conn.prepare_cached(&sql)?.query_row([id], |row| row.get(0))?)
}
