//! Who did what when, out of the journal.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use rusqlite::Row;

use crate::domain::{Id, Learner, RecordKind, Subject};
use crate::store::table::{self, column};
use crate::store::{Store, StoreError};

/// One line of the journal, with every row that it touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryLine {
    pub id: i64,
    pub at: Timestamp,
    pub who: String,
    /// [`crate::changes::Change::verb`], or `undo` or `redo`.
    pub verb: String,
    pub subject: Option<Subject>,
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
const MOST_ROWS: usize = 200;

/// What is a learner's. Also what is there no longer because it was taken back: only the journal still knows whose it
/// was.
const OF_LEARNER: &str = "
    SELECT 'learner', ?1
    UNION ALL SELECT 'traineeship', id FROM traineeship WHERE leerling = ?1
    UNION ALL SELECT 'exam_component', id FROM exam_component WHERE leerling = ?1
    UNION ALL SELECT table_name, row_id FROM journal_row
        WHERE table_name = 'traineeship' AND row_id NOT IN (SELECT id FROM traineeship)
            AND json_extract(coalesce(after, before), '$.leerling') = ?1
    UNION ALL SELECT table_name, row_id FROM journal_row
        WHERE table_name = 'exam_component' AND row_id NOT IN (SELECT id FROM exam_component)
            AND json_extract(coalesce(after, before), '$.leerling') = ?1";

/// What hangs on a component.
const OF_COMPONENT: &str = "SELECT 'evidence', id FROM evidence WHERE onderdeel = ?1";

/// What hung on components and is there no longer, with the component.
const GONE_EVIDENCE: &str =
    "SELECT row_id, json_extract(coalesce(after, before), '$.onderdeel') FROM journal_row
    WHERE table_name = 'evidence' AND row_id NOT IN (SELECT id FROM evidence)";

const LINES_OF: &str = "SELECT journal_id FROM journal_row WHERE table_name = ?1 AND row_id = ?2";

const ROWS: &str =
    "SELECT table_name, row_id, before, after FROM journal_row WHERE journal_id = ?1 ORDER BY seq";

/// Rows, by table and id.
type Rows = BTreeSet<(String, i64)>;

impl Store {
    /// The newest `most` lines of the whole dossier, newest first.
    pub fn history(&self, most: u32) -> Result<Vec<HistoryLine>, StoreError> {
        let mut query =
            self.conn.prepare_cached("SELECT id FROM journal ORDER BY id DESC LIMIT ?1")?;
        let ids: Vec<i64> = query.query_map([most], |row| row.get(0))?.collect::<Result<_, _>>()?;
        ids.into_iter().map(|id| self.line(id, |_, _| true)).collect()
    }

    /// The newest `most` lines that touched a learner or what is the learner's, newest first.
    pub fn history_of(&self, id: Id<Learner>, most: u32) -> Result<Vec<HistoryLine>, StoreError> {
        let own = self.rows_of(id)?;
        let mut lines = BTreeSet::new();
        let mut query = self.conn.prepare_cached(LINES_OF)?;
        for (table, row) in &own {
            for line in query.query_map((table, row), |row| row.get::<_, i64>(0))? {
                lines.insert(line?);
            }
        }
        let newest = lines.into_iter().rev().take(usize::try_from(most).unwrap_or(usize::MAX));
        newest
            .map(|line| self.line(line, |table, row| own.contains(&(table.to_owned(), row))))
            .collect()
    }

    fn rows_of(&self, id: Id<Learner>) -> Result<Rows, StoreError> {
        let rows = |sql, id: i64| -> Result<Rows, StoreError> {
            let mut query = self.conn.prepare_cached(sql)?;
            let rows = query.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        };
        let mut own = rows(OF_LEARNER, id.raw())?;
        let components: BTreeSet<i64> =
            own.iter().filter(|(table, _)| table == "exam_component").map(|(_, id)| *id).collect();
        for component in &components {
            own.append(&mut rows(OF_COMPONENT, *component)?);
        }
        let mut query = self.conn.prepare_cached(GONE_EVIDENCE)?;
        for gone in query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))? {
            let (id, component): (i64, i64) = gone?;
            if components.contains(&component) {
                own.insert(("evidence".to_owned(), id));
            }
        }
        Ok(own)
    }

    fn line(&self, id: i64, wanted: impl Fn(&str, i64) -> bool) -> Result<HistoryLine, StoreError> {
        let mut changes = Vec::new();
        let mut query = self.conn.prepare_cached(ROWS)?;
        let mut rows = query.query([id])?;
        while let Some(row) = rows.next()?
            && changes.len() < MOST_ROWS
        {
            if wanted(row.get_ref(0)?.as_str().unwrap_or_default(), row.get(1)?) {
                changes.extend(row_change(row)?);
            }
        }
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
                rows: changes,
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
