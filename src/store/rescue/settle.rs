//! Making a whole dossier out of the rows that were saved: what the history still knows is put back, what points at a
//! lost row is loosened, and the history says what was done. Nothing is made up: a record of which only the number is
//! known comes back blank.

use rusqlite::Connection;

use crate::domain::{AnyRecord, Learner, Leerbedrijf, RecordKind};
use crate::store::journal::RESCUE;
use crate::store::migrations::OURS;
use crate::store::rescue::Saved;
use crate::store::rows::quoted;
use crate::store::table::{self, Table};
use crate::store::{Stamp, StoreError};

/// A column that points at a row of another table.
struct Reference {
    table: String,
    column: String,
    to: String,
    to_column: String,
    required: bool,
}

/// Does all of it, and tells what was done for each table.
pub(crate) fn settle(
    conn: &Connection,
    saved: &mut [Saved],
    history_whole: bool,
    stamp: &Stamp,
) -> Result<(), StoreError> {
    if history_whole && follows(conn)? {
        for kind in RecordKind::ALL {
            from_history(conn, table::table(*kind)?, saved)?;
        }
    }
    let references = references(conn, saved)?;
    let highest = highest(conn, &references, saved)?;
    // Each time round a row may go at which another one points.
    while loosen(conn, &references, saved)? {}
    files(conn, saved)?;
    note(conn, &highest, stamp)
}

/// Whether each image goes on where the one before it ended. An image that was damaged and still reads as one breaks the
/// row of them; then nothing is put back out of any.
fn follows(conn: &Connection) -> Result<bool, StoreError> {
    let broken: i64 = conn.query_row(
        "SELECT count(*) FROM (
             SELECT r.before, j.schema_version,
                    lag(r.after) OVER one AS ended, lag(j.schema_version) OVER one AS version, row_number() OVER one AS nth
             FROM journal_row r JOIN journal j ON j.id = r.journal_id WHERE r.before IS NOT NULL OR r.after IS NOT NULL
             WINDOW one AS (PARTITION BY r.table_name, r.row_id ORDER BY r.journal_id, r.seq))
         WHERE (version = schema_version AND before IS NOT ended) OR (nth = 1 AND before IS NOT NULL)",
        [],
        |row| row.get(0),
    )?;
    Ok(broken == 0)
}

/// Rows that are not there, of which the history tells how they stood last: put back. Rows that stand otherwise than the
/// history tells: named.
fn from_history(conn: &Connection, table: &Table, saved: &mut [Saved]) -> Result<(), StoreError> {
    let Some(saved) = saved.iter_mut().find(|saved| saved.table == table.name) else {
        return Ok(());
    };
    let mut query = conn.prepare(
        "SELECT row_id, after, schema_version FROM (
             SELECT r.row_id, r.after, j.schema_version,
                    row_number() OVER (PARTITION BY r.row_id ORDER BY r.journal_id DESC, r.seq DESC) AS nth
             FROM journal_row r JOIN journal j ON j.id = r.journal_id WHERE r.table_name = ?1)
         WHERE nth = 1 AND after IS NOT NULL AND json_valid(after) AND json_extract(after, '$.id') = row_id",
    )?;
    let mut rows = query.query([table.name])?;
    let mut image_of = conn.prepare(&table.image)?;
    // Now every row that was ever there is known, and no range has to be guessed at.
    saved.holes.clear();
    saved.nameless = 0;
    saved.lost.clear();
    while let Some(row) = rows.next()? {
        let (id, after, version): (i64, String, u32) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let now: Option<String> =
            rusqlite::OptionalExtension::optional(image_of.query_row([id], |row| row.get(0)))?;
        match now {
            Some(now) if now != after && version == OURS => saved.doubtful.push(id),
            Some(_) => {}
            None if version == OURS && conn.execute(&table.restore, [&after]).is_ok() => {
                saved.from_history.push(id);
            }
            None => saved.lost.push(id),
        }
    }
    Ok(())
}

fn references(conn: &Connection, saved: &[Saved]) -> Result<Vec<Reference>, StoreError> {
    let mut all = Vec::new();
    for Saved { table, .. } in saved {
        let mut query = conn.prepare(
            "SELECT f.\"from\", f.\"table\", f.\"to\", c.\"notnull\" OR c.pk > 0 FROM pragma_foreign_key_list(?1) f
             JOIN pragma_table_info(?1) c ON c.name = f.\"from\"",
        )?;
        let found = query.query_map([table], |row| {
            Ok(Reference {
                table: table.clone(),
                column: row.get(0)?,
                to: row.get(1)?,
                to_column: row.get(2)?,
                required: row.get(3)?,
            })
        })?;
        all.extend(found.collect::<Result<Vec<_>, _>>()?);
    }
    Ok(all)
}

/// The highest number of each kind of record that anything speaks of: no new record may get it, as that would take over
/// what was the lost one's.
fn highest(
    conn: &Connection,
    references: &[Reference],
    saved: &[Saved],
) -> Result<Vec<(&'static str, i64)>, StoreError> {
    let mut out = Vec::new();
    for kind in RecordKind::ALL {
        let name = table::table(*kind)?.name;
        let mut pointing: Vec<(&str, &str)> = references
            .iter()
            .filter(|reference| reference.to == name)
            .map(|reference| (reference.table.as_str(), reference.column.as_str()))
            .collect();
        if saved.iter().any(|saved| saved.table == "issued") {
            match kind {
                RecordKind::Learner => pointing.push(("issued", "leerling")),
                RecordKind::Traineeship => pointing.push(("issued", "stage")),
                RecordKind::ExamComponent => pointing.push(("issued", "onderdeel")),
                RecordKind::School
                | RecordKind::Praktijkbegeleider
                | RecordKind::Leerbedrijf
                | RecordKind::Praktijkopleider
                | RecordKind::Erkenning
                | RecordKind::Ondertekenaar
                | RecordKind::Evidence
                | RecordKind::Voortgangstoets
                | RecordKind::OwnEntry
                | RecordKind::ReceivedDocument => {}
            }
        }
        let own = saved.iter().find(|saved| saved.table == name);
        let mut most: i64 = own.map_or(0, |own| {
            let ends = own.holes.iter().filter_map(|(_, to)| *to);
            ends.chain(own.lost.iter().copied()).max().unwrap_or(0)
        });
        for (table, column) in pointing {
            let sql = format!("SELECT coalesce(max({}), 0) FROM {}", quoted(column), quoted(table));
            most = most.max(conn.query_row(&sql, [], |row| row.get(0))?);
        }
        if saved.iter().any(|saved| saved.table == "mark") {
            let sql = "SELECT coalesce(max(row_id), 0) FROM mark WHERE table_name = ?1";
            most = most.max(conn.query_row(sql, [name], |row| row.get(0))?);
        }
        if most > 0 {
            out.push((name, most));
        }
    }
    Ok(out)
}

/// Mends what points at nothing; whether there was anything to mend.
fn loosen(
    conn: &Connection,
    references: &[Reference],
    saved: &mut [Saved],
) -> Result<bool, StoreError> {
    let mut any = false;
    for Reference { table, column, to, to_column, required } in references {
        let missing = format!(
            "{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {to} p WHERE p.{to_column} = {table}.{column})",
            column = quoted(column),
            to = quoted(to),
            to_column = quoted(to_column),
            table = quoted(table),
        );
        let numbers = |what: &str| -> Result<Vec<i64>, StoreError> {
            let sql = format!("SELECT DISTINCT {what} FROM {} WHERE {missing}", quoted(table));
            let mut query = conn.prepare(&sql)?;
            let found = query.query_map([], |row| row.get(0))?;
            Ok(found.collect::<Result<_, _>>()?)
        };
        let blank: Option<AnyRecord> = match table::named(to).map(|table| table.kind) {
            Some(RecordKind::Learner) => Some(blank_learner()),
            Some(RecordKind::Leerbedrijf) => Some(blank_leerbedrijf()),
            Some(
                RecordKind::School
                | RecordKind::Praktijkbegeleider
                | RecordKind::Praktijkopleider
                | RecordKind::Erkenning
                | RecordKind::Traineeship
                | RecordKind::ExamComponent
                | RecordKind::Ondertekenaar
                | RecordKind::Evidence
                | RecordKind::Voortgangstoets
                | RecordKind::OwnEntry
                | RecordKind::ReceivedDocument,
            )
            | None => None,
        };
        if let Some(record) = blank {
            for id in numbers(&quoted(column))? {
                any = true;
                blank_row(conn, id, &record)?;
                if let Some(parent) = saved.iter_mut().find(|saved| saved.table == *to) {
                    parent.lost.retain(|lost| *lost != id);
                    parent.blank.push(id);
                }
            }
            continue;
        }
        let (key, act) = if table == "journal_row" {
            ("journal_id", format!("DELETE FROM journal_row WHERE {missing}"))
        } else if *required {
            ("rowid", format!("DELETE FROM {} WHERE {missing}", quoted(table)))
        } else {
            (
                "rowid",
                format!("UPDATE {} SET {} = NULL WHERE {missing}", quoted(table), quoted(column)),
            )
        };
        let touched = numbers(key)?;
        if touched.is_empty() {
            continue;
        }
        any = true;
        let count = conn.execute(&act, [])? as u64;
        if let Some(own) = saved.iter_mut().find(|saved| saved.table == *table) {
            if *required {
                own.saved = own.saved.saturating_sub(count);
                if table == "journal_row" {
                    own.nameless += count
                } else {
                    own.lost.extend(touched)
                }
            } else {
                own.loosened.extend(touched);
            }
        }
    }
    Ok(any)
}

fn blank_learner() -> AnyRecord {
    Learner::blank().into()
}

fn blank_leerbedrijf() -> AnyRecord {
    Leerbedrijf::blank().into()
}

/// With the columns that the table of this file has: it may be of an older version.
fn blank_row(conn: &Connection, id: i64, record: &AnyRecord) -> Result<(), StoreError> {
    let name = table::table(record.kind())?.name;
    let mut query =
        conn.prepare("SELECT name FROM pragma_table_info(?1) WHERE \"notnull\" AND pk = 0")?;
    let required: Vec<String> =
        query.query_map([name], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut columns = vec![quoted("id")];
    let mut values = vec![id.to_string()];
    for field in record.kind().fields() {
        let column = table::column(field.key);
        let value = record.value(field.key).map(|value| value.stored()).unwrap_or_default();
        if required.contains(&column) {
            columns.push(quoted(&column));
            values.push(value);
        }
    }
    let marks = vec!["?"; columns.len()].join(", ");
    let sql = format!("INSERT INTO {} ({}) VALUES ({marks})", quoted(name), columns.join(", "));
    conn.execute(&sql, rusqlite::params_from_iter(values))?;
    Ok(())
}

/// Bytes of documents that are not those that were issued are not kept as if they were.
fn files(conn: &Connection, saved: &mut [Saved]) -> Result<(), StoreError> {
    let lines_whole = saved.iter().any(|saved| {
        saved.table == "issued"
            && saved.holes.is_empty()
            && saved.nameless == 0
            && saved.lost.is_empty()
    });
    let Some(own) = saved.iter_mut().find(|saved| saved.table == "issued_file") else {
        return Ok(());
    };
    let mut wrong = Vec::new();
    let mut query = conn.prepare(
        "SELECT f.document, f.pdf, i.sha256 FROM issued_file f JOIN issued i ON i.id = f.document",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let (id, pdf, sum): (i64, Vec<u8>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if crate::store::register::sha256(&pdf) != sum {
            wrong.push(id);
        }
    }
    for id in &wrong {
        conn.execute("DELETE FROM issued_file WHERE document = ?1", [id])?;
    }
    own.saved = own.saved.saturating_sub(wrong.len() as u64);
    let mut query = conn.prepare(
        "SELECT id FROM issued WHERE naam IS NOT NULL AND id NOT IN (SELECT document FROM issued_file)",
    )?;
    let without: Vec<i64> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    own.lost.extend(without);
    if lines_whole {
        // Each line has its file or is named.
        own.holes.clear();
        own.nameless = 0;
    }
    Ok(())
}

/// A line in the history: undo stops here, and no number of a lost record is given out again.
fn note(
    conn: &Connection,
    highest: &[(&'static str, i64)],
    stamp: &Stamp,
) -> Result<(), StoreError> {
    conn.execute(
        "INSERT INTO journal (at, who, verb, schema_version, subject_kind, subject_id) VALUES (?1, ?2, ?3, ?4, ?5, 0)",
        (stamp.at.to_string(), &stamp.who, RESCUE, OURS, table::table(RecordKind::School)?.name),
    )?;
    let line = conn.last_insert_rowid();
    for (seq, (table, id)) in highest.iter().enumerate() {
        conn.execute(
            "INSERT INTO journal_row (journal_id, seq, table_name, row_id) VALUES (?1, ?2, ?3, ?4)",
            (line, i64::try_from(seq).unwrap_or(i64::MAX), table, id),
        )?;
    }
    Ok(())
}
