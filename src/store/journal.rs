//! The audit trail, and undo out of it. No record type has undo code of its own.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Transaction, named_params};

use crate::domain::{AnyRecord, FileHash, LogoHash, Mark, RecordKind, Subject};
use crate::store::marks;
use crate::store::migrations::OURS;
use crate::store::register::sha256;
use crate::store::table::{self, Table};
use crate::store::{Stamp, StoreError};

pub(crate) const UNDO: &str = "undo";
pub(crate) const REDO: &str = "redo";
/// What the register does. It is never taken back.
pub(crate) const ISSUE: &str = "issue";
pub(crate) const WITHDRAW: &str = "withdraw";
/// What was saved of a damaged file. Not taken back: before it lines may be lost.
pub(crate) const RESCUE: &str = "rescue";
/// Someone was forgotten. It is never taken back, and nothing before it is.
pub(crate) const FORGET: &str = "forget";
/// Under which the journal speaks of a line of the register. There is no image: the line itself stays as it is.
pub(crate) const ISSUED: &str = "issued";

/// The only way to write rows: it notes each row as it was and as it became.
pub(crate) struct Writer<'tx> {
    tx: &'tx Transaction<'tx>,
    journal_id: i64,
    seq: i64,
    /// Something was kept that stands outside the journal.
    kept: bool,
    now: Timestamp,
}

impl<'tx> Writer<'tx> {
    pub(crate) fn begin(
        tx: &'tx Transaction<'tx>,
        verb: &str,
        undoes: Option<i64>,
        stamp: &Stamp,
    ) -> Result<Self, StoreError> {
        tx.prepare_cached(
            "INSERT INTO journal (at, who, verb, schema_version, subject_kind, subject_id, undoes)
             VALUES (:at, :who, :verb, :schema, '', 0, :undoes)",
        )?
        .execute(named_params! {
            ":at": stamp.at.to_string(), ":who": stamp.who, ":verb": verb, ":schema": OURS, ":undoes": undoes,
        })?;
        let journal_id = tx.last_insert_rowid();
        Ok(Self { tx, journal_id, seq: 0, kept: false, now: stamp.at })
    }

    pub(crate) fn tx(&self) -> &Connection {
        self.tx
    }

    /// Ends the line by saying what the change was about. A change that touched no row leaves no line; `false`: there
    /// is nothing to keep at all.
    pub(crate) fn end(self, subject: Subject) -> Result<bool, StoreError> {
        if self.seq == 0 {
            self.tx
                .prepare_cached("DELETE FROM journal WHERE id = ?1")?
                .execute([self.journal_id])?;
            return Ok(self.kept);
        }
        self.tx
            .prepare_cached("UPDATE journal SET subject_kind = ?2, subject_id = ?3 WHERE id = ?1")?
            .execute((self.journal_id, table::table(subject.kind)?.name, subject.id))?;
        Ok(true)
    }

    /// Keeps a picture under the hash of its bytes, outside the journal. Kept already: nothing to do.
    pub(crate) fn keep_picture(&mut self, hash: &LogoHash, png: &[u8]) -> Result<(), StoreError> {
        if sha256(png) != hash.as_str() {
            return Err(StoreError::NoPicture);
        }
        let kept = self
            .tx
            .prepare_cached(
                "INSERT INTO picture (hash, png) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            )?
            .execute((hash.as_str(), png))?;
        self.kept |= kept != 0;
        Ok(())
    }

    /// Keeps a document that another dossier issued, under the hash of its bytes, outside the journal.
    pub(crate) fn keep_file(&mut self, hash: &FileHash, pdf: &[u8]) -> Result<(), StoreError> {
        if sha256(pdf) != hash.as_str() {
            return Err(StoreError::NoFile);
        }
        let kept = self
            .tx
            .prepare_cached(
                "INSERT INTO received_file (hash, pdf) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            )?
            .execute((hash.as_str(), pdf))?;
        self.kept |= kept != 0;
        Ok(())
    }

    /// From here on this record is the one that is known by `mark`.
    pub(crate) fn mark(&mut self, subject: Subject, mark: &Mark) -> Result<(), StoreError> {
        let table = table::table(subject.kind)?.name;
        marks::give(self.tx, table, subject.id, mark)?;
        self.kept = true;
        Ok(())
    }

    /// Adds a record under a new id.
    pub(crate) fn insert(&mut self, record: &AnyRecord) -> Result<i64, StoreError> {
        let table = table::table(record.kind())?;
        let id = match record.kind() {
            RecordKind::School => 1,
            RecordKind::Praktijkbegeleider
            | RecordKind::Learner
            | RecordKind::Leerbedrijf
            | RecordKind::Praktijkopleider
            | RecordKind::Erkenning
            | RecordKind::Traineeship
            | RecordKind::ExamComponent
            | RecordKind::Evidence
            | RecordKind::Ondertekenaar
            | RecordKind::Voortgangstoets
            | RecordKind::ReceivedDocument
            | RecordKind::OwnEntry => {
                self.tx.prepare_cached(&table.next_id)?.query_row([], |row| row.get(0))?
            }
        };
        // Nothing, but for the school: there is one, and adding it again makes it another.
        let before = image(self.tx, table, id)?;
        table::upsert(self.tx, id, record)?;
        self.note(table, id, before)?;
        Ok(id)
    }

    pub(crate) fn update(&mut self, id: i64, record: &AnyRecord) -> Result<(), StoreError> {
        let table = table::table(record.kind())?;
        let before = image(self.tx, table, id)?;
        table::upsert(self.tx, id, record)?;
        self.note(table, id, before)
    }

    /// Puts a row aside; it keeps its place for what points at it.
    pub(crate) fn set_aside(&mut self, table: &Table, id: i64) -> Result<(), StoreError> {
        let before = image(self.tx, table, id)?;
        self.tx.prepare_cached(&table.set_aside)?.execute((id, self.now.to_string()))?;
        self.note(table, id, before)
    }

    /// The other way round.
    pub(crate) fn bring_back(&mut self, table: &Table, id: i64) -> Result<(), StoreError> {
        let before = image(self.tx, table, id)?;
        self.tx.prepare_cached(&table.bring_back)?.execute([id])?;
        self.note(table, id, before)
    }

    fn restore(&mut self, table: &Table, id: i64, to: Option<&str>) -> Result<(), StoreError> {
        let before = image(self.tx, table, id)?;
        match to {
            Some(image) => self.tx.prepare_cached(&table.restore)?.execute([image])?,
            None => self.tx.prepare_cached(&table.delete)?.execute([id])?,
        };
        self.note(table, id, before)
    }

    fn note(&mut self, table: &Table, id: i64, before: Option<String>) -> Result<(), StoreError> {
        let after = image(self.tx, table, id)?;
        if before == after {
            return Ok(());
        }
        let learner = whose(self.tx, table.kind, id, after.as_deref().or(before.as_deref()))?;
        self.tx
            .prepare_cached(
                "INSERT INTO journal_row (journal_id, seq, table_name, row_id, leerling, before, after)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute((self.journal_id, self.seq, table.name, id, learner, before, after))?;
        self.seq += 1;
        Ok(())
    }
}

/// A line about a document in the register, which stands in the history of its learner.
pub(crate) fn note_document(
    tx: &Transaction<'_>,
    verb: &str,
    document: i64,
    learner: i64,
    stamp: &Stamp,
) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO journal (at, who, verb, schema_version, subject_kind, subject_id)
         VALUES (:at, :who, :verb, :schema, :kind, :id)",
    )?
    .execute(named_params! {
        ":at": stamp.at.to_string(), ":who": stamp.who, ":verb": verb, ":schema": OURS,
        ":kind": table::table(RecordKind::Learner)?.name, ":id": learner,
    })?;
    tx.prepare_cached(
        "INSERT INTO journal_row (journal_id, seq, table_name, row_id, leerling) VALUES (?1, 0, ?2, ?3, ?4)",
    )?
    .execute((tx.last_insert_rowid(), ISSUED, document, learner))?;
    Ok(())
}

/// The learner to whom a row belongs, so that a history, and forgetting, find it also when the row itself is gone.
fn whose(
    conn: &Connection,
    kind: RecordKind,
    id: i64,
    image: Option<&str>,
) -> Result<Option<i64>, StoreError> {
    let points_at = |column: &str| -> Result<Option<i64>, StoreError> {
        let mut query = conn.prepare_cached("SELECT json_extract(?1, '$.' || ?2)")?;
        Ok(query.query_row((image, column), |row| row.get(0))?)
    };
    match kind {
        RecordKind::Learner => Ok(Some(id)),
        RecordKind::Traineeship
        | RecordKind::ExamComponent
        | RecordKind::Voortgangstoets
        | RecordKind::ReceivedDocument => points_at("leerling"),
        RecordKind::Evidence => Ok(conn
            .prepare_cached("SELECT leerling FROM exam_component WHERE id = ?1")?
            .query_row([points_at("onderdeel")?], |row| row.get(0))
            .optional()?),
        RecordKind::School
        | RecordKind::Praktijkbegeleider
        | RecordKind::Leerbedrijf
        | RecordKind::Praktijkopleider
        | RecordKind::Erkenning
        | RecordKind::Ondertekenaar
        | RecordKind::OwnEntry => Ok(None),
    }
}

/// Whether there is something to take back, or to do again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UndoState {
    pub can_undo: bool,
    pub can_redo: bool,
}

impl crate::store::Store {
    pub fn undo_state(&self) -> Result<UndoState, StoreError> {
        Ok(UndoState {
            can_undo: newest_to_undo(&self.conn)?.is_some(),
            can_redo: newest_to_redo(&self.conn)?.is_some(),
        })
    }
}

/// Takes back the newest change that stands. Stops at a migration: older images have older columns. Stops
/// at the example too: an empty dossier is not what anyone means by undo; at a rescue; and where someone was forgotten,
/// who must not come back. Passes over the register.
pub(crate) fn undo(tx: &Transaction<'_>, stamp: &Stamp) -> Result<Option<Subject>, StoreError> {
    take_back(tx, newest_to_undo(tx)?, UNDO, stamp)
}

/// Takes back the newest undo that stands, if nothing new was done since.
pub(crate) fn redo(tx: &Transaction<'_>, stamp: &Stamp) -> Result<Option<Subject>, StoreError> {
    take_back(tx, newest_to_redo(tx)?, REDO, stamp)
}

fn newest_to_undo(conn: &Connection) -> Result<Option<i64>, StoreError> {
    newest(
        conn,
        "SELECT j.id FROM journal j
         WHERE j.undoes IS NULL AND j.schema_version = ?1 AND j.verb NOT IN ('issue', 'withdraw')
           AND j.id > (SELECT coalesce(max(id), 0) FROM journal WHERE verb IN ('example', 'forget', 'rescue'))
           AND NOT EXISTS (SELECT 1 FROM journal u WHERE u.undoes = j.id
               AND NOT EXISTS (SELECT 1 FROM journal r WHERE r.undoes = u.id))
         ORDER BY j.id DESC LIMIT 1",
    )
}

fn newest_to_redo(conn: &Connection) -> Result<Option<i64>, StoreError> {
    newest(
        conn,
        "SELECT u.id FROM journal u
         WHERE u.verb = 'undo' AND u.schema_version = ?1
           AND u.id > (SELECT coalesce(max(id), 0) FROM journal
               WHERE undoes IS NULL AND verb NOT IN ('issue', 'withdraw'))
           AND NOT EXISTS (SELECT 1 FROM journal r WHERE r.undoes = u.id)
         ORDER BY u.id DESC LIMIT 1",
    )
}

fn newest(conn: &Connection, sql: &str) -> Result<Option<i64>, StoreError> {
    Ok(conn.prepare_cached(sql)?.query_row([OURS], |row| row.get(0)).optional()?)
}

struct JournalRow {
    table: String,
    id: i64,
    before: Option<String>,
    after: Option<String>,
}

fn take_back(
    tx: &Transaction<'_>,
    journal_id: Option<i64>,
    verb: &str,
    stamp: &Stamp,
) -> Result<Option<Subject>, StoreError> {
    let Some(journal_id) = journal_id else { return Ok(None) };
    let (table_name, subject_id): (String, i64) = tx
        .prepare_cached("SELECT subject_kind, subject_id FROM journal WHERE id = ?1")?
        .query_row([journal_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let kind = table::named(&table_name).map(|table| table.kind).ok_or(StoreError::Damaged)?;
    let subject = Subject { kind, id: subject_id };
    let rows: Vec<JournalRow> = tx
        .prepare_cached(
            "SELECT table_name, row_id, before, after FROM journal_row WHERE journal_id = ?1 ORDER BY seq DESC",
        )?
        .query_map([journal_id], |row| {
            Ok(JournalRow { table: row.get(0)?, id: row.get(1)?, before: row.get(2)?, after: row.get(3)? })
        })?
        .collect::<Result<_, _>>()?;

    let mut writer = Writer::begin(tx, verb, Some(journal_id), stamp)?;
    for row in rows {
        let table = table::named(&row.table).ok_or(StoreError::Damaged)?;
        if image(tx, table, row.id)? != row.after {
            return Err(StoreError::UndoBlocked);
        }
        writer.restore(table, row.id, row.before.as_deref())?;
    }
    writer.end(subject)?;
    Ok(Some(subject))
}

/// A row as a JSON object, or `None` where there is none.
fn image(conn: &Connection, table: &Table, id: i64) -> Result<Option<String>, StoreError> {
    Ok(conn.prepare_cached(&table.image)?.query_row([id], |row| row.get(0)).optional()?)
}
