//! Forgetting for good: a learner, or another record that was put aside. Not a change that undo knows
//! (docs/decisions/0068-forgetting-is-not-a-change.md).
//!
//! Rows go, the images of them in the journal are blanked, and issued documents follow the choice of the school. The
//! lines of the journal stay, with the ids that they speak of: an id is never used twice.

use std::collections::BTreeSet;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Transaction, named_params};

use crate::domain::{AnyRecord, Id, Learner, RecordKind, Subject};
use crate::store::journal::FORGET;
use crate::store::migrations::OURS;
use crate::store::remove::pointers_at;
use crate::store::write::Keep;
use crate::store::{Stamp, Store, StoreError, marks, table};

/// What happens to the issued documents of who is forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Papers {
    /// The line in the register stays, without name, content and file.
    Blank,
    Keep,
}

/// Whether the file was written anew, so that nothing is left in pages that are free.
#[derive(Debug)]
pub enum Swept {
    Yes,
    /// It is tried again when the dossier is opened.
    Later(StoreError),
}

/// A record of a learner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    pub subject: Subject,
    pub record: AnyRecord,
    /// It was put aside.
    pub aside: bool,
}

/// What would go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forgetting {
    /// How many of each kind, in the order of the kinds.
    pub records: Vec<(RecordKind, usize)>,
    /// Lines of the journal that speak of it.
    pub history: usize,
    /// In the register, with content.
    pub documents: u32,
    /// When the first of it was entered.
    pub since: Option<Timestamp>,
}

impl Forgetting {
    /// With what would go of another one.
    pub fn add(&mut self, other: Self) {
        let Self { records, history, documents, since } = other;
        for (kind, count) in records {
            match self.records.iter_mut().find(|(own, _)| *own == kind) {
                Some((_, own)) => *own += count,
                None => self.records.push((kind, count)),
            }
        }
        self.records.sort_by_key(|(kind, _)| *kind);
        self.history += history;
        self.documents += documents;
        self.since = self.since.into_iter().chain(since).min();
    }
}

impl Store {
    /// What goes when this is forgotten.
    pub fn to_forget(&self, subject: Subject) -> Result<Forgetting, StoreError> {
        let conn = &self.conn;
        let rows = all_of(conn, subject)?;
        let count = |kind: &RecordKind| {
            let count = rows.iter().filter(|row| row.kind == *kind).count();
            (*kind, count)
        };
        let records = RecordKind::ALL.iter().map(count).filter(|(_, count)| *count > 0).collect();
        let mut lines = BTreeSet::new();
        for row in &rows {
            lines.extend(lines_about(conn, *row)?);
        }
        let mut documents = 0;
        if subject.kind == RecordKind::Learner {
            let sql = "SELECT journal_id FROM journal_row WHERE leerling = ?1";
            let mut query = conn.prepare_cached(sql)?;
            for line in query.query_map([subject.id], |row| row.get(0))? {
                lines.insert(line?);
            }
            let sql = "SELECT count(*) FROM issued i JOIN issued_file f ON f.document = i.id WHERE i.leerling = ?1";
            documents = conn.prepare_cached(sql)?.query_row([subject.id], |row| row.get(0))?;
        }
        let since = match lines.first() {
            Some(first) => {
                let sql = "SELECT at FROM journal WHERE id = ?1";
                let at: String = conn.query_row(sql, [first], |row| row.get(0))?;
                at.parse().ok()
            }
            None => None,
        };
        Ok(Forgetting { records, history: lines.len(), documents, since })
    }

    /// A learner and all that hangs on him, also what was put aside; what hangs on another one stands behind it.
    pub fn records_about(&self, learner: Id<Learner>) -> Result<Vec<About>, StoreError> {
        let conn = &self.conn;
        let subject = Subject { kind: RecordKind::Learner, id: learner.raw() };
        let about = |subject: Subject| {
            let Subject { kind, id } = subject;
            let record = table::any_at_all(conn, kind, id)?;
            let aside = !table::table(kind)?.is_live(conn, id)?;
            Ok(About { subject, record, aside })
        };
        all_of(conn, subject)?.into_iter().map(about).collect()
    }

    /// Forgets these for good, all or none, and writes the file anew. What is not a learner must have been put aside.
    pub fn forget(
        &mut self,
        subjects: &[Subject],
        papers: Papers,
        stamp: &Stamp,
    ) -> Result<Swept, StoreError> {
        self.write(|tx| {
            for subject in subjects {
                forget(tx, *subject, papers, stamp)?;
            }
            let waits = "INSERT INTO unswept (id, since) VALUES (1, ?1) ON CONFLICT DO NOTHING";
            tx.execute(waits, [stamp.at.to_string()])?;
            Ok(((), Keep::All))
        })?;
        Ok(match self.sweep() {
            Ok(()) => Swept::Yes,
            Err(err) => Swept::Later(err),
        })
    }
}

fn forget(
    tx: &Transaction<'_>,
    subject: Subject,
    papers: Papers,
    stamp: &Stamp,
) -> Result<(), StoreError> {
    let Subject { kind, id } = subject;
    if kind == RecordKind::School {
        return Err(StoreError::InUse);
    }
    // Of what is still in use only a whole learner goes, when a person decides so.
    if kind != RecordKind::Learner && table::table(kind)?.is_live(tx, id)? {
        return Err(StoreError::InUse);
    }
    let rows = all_of(tx, subject)?;
    for row in &rows {
        for pointer in pointers_at(row.kind)? {
            for other in pointer.all(tx, row.id)? {
                if !rows.contains(&Subject { kind: pointer.table.kind, id: other }) {
                    return Err(StoreError::InUse);
                }
            }
        }
    }
    tx.prepare_cached(
        "INSERT INTO journal (at, who, verb, schema_version, subject_kind, subject_id)
         VALUES (:at, :who, :verb, :schema, :kind, :id)",
    )?
    .execute(named_params! {
        ":at": stamp.at.to_string(), ":who": stamp.who, ":verb": FORGET, ":schema": OURS,
        ":kind": table::table(kind)?.name, ":id": id,
    })?;
    let line = tx.last_insert_rowid();
    // What hangs on others goes first.
    for (seq, row) in (0_i64..).zip(rows.iter().rev()) {
        let table = table::table(row.kind)?;
        tx.prepare_cached(&table.delete)?.execute([row.id])?;
        marks::forget(tx, table.name, row.id)?;
        tx.prepare_cached(
            "UPDATE journal_row SET before = NULL, after = NULL WHERE table_name = ?1 AND row_id = ?2",
        )?
        .execute((table.name, row.id))?;
        let learner = (kind == RecordKind::Learner).then_some(id);
        tx.prepare_cached(
            "INSERT INTO journal_row (journal_id, seq, table_name, row_id, leerling) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((line, seq, table.name, row.id, learner))?;
    }
    if kind == RecordKind::Learner {
        // Also of what was his and is gone by undo.
        tx.prepare_cached(
            "UPDATE journal_row SET before = NULL, after = NULL WHERE leerling = ?1",
        )?
        .execute([id])?;
        tx.execute(UNUSED_FILES, [])?;
        match papers {
            Papers::Blank => blank_papers(tx, id)?,
            Papers::Keep => {}
        }
    }
    Ok(())
}

/// Documents that came from elsewhere, and are of nobody any more.
const UNUSED_FILES: &str =
    "DELETE FROM received_file WHERE hash NOT IN (SELECT bestand FROM received_document)";

/// In the order that the triggers of the register allow.
fn blank_papers(tx: &Transaction<'_>, learner: i64) -> Result<(), StoreError> {
    let of = "SELECT id FROM issued WHERE leerling = ?1";
    let marks =
        format!("DELETE FROM mark WHERE table_name = '{}' AND row_id IN ({of})", marks::ISSUED);
    tx.prepare_cached(&marks)?.execute([learner])?;
    for sql in [
        "UPDATE issued SET naam = NULL, groep = NULL, omschrijving = NULL WHERE leerling = ?1",
        &format!("DELETE FROM issued_file WHERE document IN ({of})"),
        &format!("UPDATE withdrawal SET reden = NULL WHERE document IN ({of})"),
    ] {
        tx.prepare_cached(sql)?.execute([learner])?;
    }
    Ok(())
}

/// A record and all that hangs on it, there or put aside; what hangs on another one stands behind it.
fn all_of(conn: &Connection, subject: Subject) -> Result<Vec<Subject>, StoreError> {
    let Subject { kind, id } = subject;
    let sql = format!("SELECT 1 FROM {} WHERE id = ?1", table::table(kind)?.name);
    let there = conn.prepare_cached(&sql)?.query_row([id], |_| Ok(())).optional()?;
    there.ok_or(StoreError::Gone { kind, id })?;
    let mut rows = Vec::new();
    hanging_on(conn, subject, &mut rows)?;
    Ok(rows)
}

fn hanging_on(
    conn: &Connection,
    subject: Subject,
    rows: &mut Vec<Subject>,
) -> Result<(), StoreError> {
    // What hangs on two of them stands behind both.
    rows.retain(|row| *row != subject);
    rows.push(subject);
    for pointer in pointers_at(subject.kind)? {
        if pointer.hangs_on(subject.kind) {
            for id in pointer.all(conn, subject.id)? {
                hanging_on(conn, Subject { kind: pointer.table.kind, id }, rows)?;
            }
        }
    }
    Ok(())
}

fn lines_about(conn: &Connection, Subject { kind, id }: Subject) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT journal_id FROM journal_row WHERE table_name = ?1 AND row_id = ?2";
    let mut query = conn.prepare_cached(sql)?;
    let found = query.query_map((table::table(kind)?.name, id), |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}
