//! Who did what when, out of the journal.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{Row, ToSql};

use crate::domain::{DocumentNumber, Id, Learner, RecordKind, Subject};
use crate::store::journal::ISSUED;
use crate::store::table::{self, column};
use crate::store::{Store, StoreError, register};

/// One line of the journal, with every row that it touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryLine {
    pub id: i64,
    pub at: Timestamp,
    pub who: String,
    /// [`crate::changes::Change::verb`], or `undo`, `redo`, `issue` or `withdraw`.
    pub verb: String,
    pub subject: Option<Subject>,
    /// The document that was issued or withdrawn.
    pub document: Option<DocumentNumber>,
    pub rows: Vec<RowChange>,
}

/// What became of one record: each field that changed, as it was stored before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowChange {
    pub subject: Subject,
    pub added: bool,
    pub removed: bool,
    /// The key of a field, before, after; empty where there was nothing.
    pub fields: Vec<(&'static str, String, String)>,
}

/// How many rows of a line are shown: an import may have touched thousands.
const MOST_ROWS: i64 = 200;

const LINES: &str = "SELECT id FROM journal ORDER BY id DESC LIMIT ?1";

const LINES_OF: &str = "SELECT DISTINCT journal_id FROM journal_row WHERE leerling = ?1
    ORDER BY journal_id DESC LIMIT ?2";

const ROWS: &str = "SELECT table_name, row_id, before, after FROM journal_row WHERE journal_id = ?1
    ORDER BY seq LIMIT ?2";

const ROWS_OF: &str = "SELECT table_name, row_id, before, after FROM journal_row
    WHERE leerling = ?1 AND journal_id = ?2 ORDER BY seq LIMIT ?3";

const DOCUMENT: &str =
    "SELECT i.soort, i.jaar, i.volgnummer FROM journal_row j JOIN issued i ON i.id = j.row_id
    WHERE j.journal_id = ?1 AND j.table_name = ?2";

impl Store {
    /// The newest `most` lines of the whole dossier, newest first.
    pub fn history(&self, most: u32) -> Result<Vec<HistoryLine>, StoreError> {
        let mut query = self.conn.prepare_cached(LINES)?;
        let ids: Vec<i64> = query.query_map([most], |row| row.get(0))?.collect::<Result<_, _>>()?;
        ids.into_iter().map(|id| self.whole_line(id)).collect()
    }

    /// Which kinds of records the newest line of the journal touched.
    pub fn kinds_of_newest(&self) -> Result<Vec<RecordKind>, StoreError> {
        let mut query = self.conn.prepare_cached(
            "SELECT DISTINCT table_name FROM journal_row WHERE journal_id = (SELECT max(id) FROM journal)",
        )?;
        let names: Vec<String> =
            query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(names.iter().filter_map(|name| table::named(name)).map(|table| table.kind).collect())
    }

    /// The newest `most` lines that touched a learner or what is the learner's, newest first.
    pub fn history_of(&self, id: Id<Learner>, most: u32) -> Result<Vec<HistoryLine>, StoreError> {
        let mut query = self.conn.prepare_cached(LINES_OF)?;
        let lines = query.query_map((id.raw(), most), |row| row.get(0))?;
        let lines: Vec<i64> = lines.collect::<Result<_, _>>()?;
        let rows_of = |line: i64| self.line(line, ROWS_OF, &[&id.raw(), &line, &MOST_ROWS]);
        lines.into_iter().map(rows_of).collect()
    }

    pub(super) fn whole_line(&self, id: i64) -> Result<HistoryLine, StoreError> {
        self.line(id, ROWS, &[&id, &MOST_ROWS])
    }

    fn line(&self, id: i64, sql: &str, params: &[&dyn ToSql]) -> Result<HistoryLine, StoreError> {
        let mut query = self.conn.prepare_cached(sql)?;
        let rows = query.query_map(params, row_change)?.collect::<Result<Vec<_>, _>>()?;
        let mut query = self.conn.prepare_cached(DOCUMENT)?;
        let mut found = query.query((id, ISSUED))?;
        let document = match found.next()? {
            Some(row) => register::number(row, 0)?,
            None => None,
        };
        let mut query = self.conn.prepare_cached(
            "SELECT at, who, verb, subject_kind, subject_id FROM journal WHERE id = ?1",
        )?;
        Ok(query.query_row([id], |row| {
            let at: String = row.get(0)?;
            let subject_kind: String = row.get(3)?;
            let subject_id = row.get(4)?;
            Ok(HistoryLine {
                id,
                at: at.parse().unwrap_or(Timestamp::UNIX_EPOCH),
                who: row.get(1)?,
                verb: row.get(2)?,
                subject: table::named(&subject_kind)
                    .map(|table| Subject { kind: table.kind, id: subject_id }),
                document,
                rows: rows.into_iter().flatten().collect(),
            })
        })?)
    }
}

/// `None`: of a table that this version does not know.
fn row_change(row: &Row<'_>) -> rusqlite::Result<Option<RowChange>> {
    let name: String = row.get(0)?;
    let Some(table) = table::named(&name) else { return Ok(None) };
    let subject = Subject { kind: table.kind, id: row.get(1)? };
    let (before, after) = (image(row.get(2)?), image(row.get(3)?));
    let aside = |image: &Option<Image>| {
        image.as_ref().is_none_or(|image| !text(image, "removed_at").is_empty())
    };
    let fields = changed_fields(table.kind, before.as_ref(), after.as_ref());
    Ok(Some(RowChange {
        subject,
        added: aside(&before) && !aside(&after),
        removed: !aside(&before) && aside(&after),
        fields,
    }))
}

type Image = BTreeMap<String, serde_json::Value>;

fn image(json: Option<String>) -> Option<Image> {
    // What does not parse is shown as not being there: the trail itself is not at stake.
    json.and_then(|json| serde_json::from_str(&json).ok())
}

fn changed_fields(
    kind: RecordKind,
    before: Option<&Image>,
    after: Option<&Image>,
) -> Vec<(&'static str, String, String)> {
    let value = |image: Option<&Image>, key: &str| {
        image.map(|image| text(image, &column(key))).unwrap_or_default()
    };
    kind.fields()
        .into_iter()
        .map(|field| (field.key, value(before, field.key), value(after, field.key)))
        .filter(|(_, before, after)| before != after)
        .collect()
}

fn text(image: &Image, column: &str) -> String {
    match image.get(column) {
        None | Some(serde_json::Value::Null) => String::new(),
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}
