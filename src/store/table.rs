//! One table per kind of record: names, and the SQL that follows from its list of fields.

use std::sync::LazyLock;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension as _, Row, ToSql, params_from_iter};

use crate::domain::{AnyRecord, Field, Id, Record, RecordKind, Stored};
use crate::store::StoreError;

/// The SQL of one kind of record. Made once: table and column names are our own words, never a person's.
pub(crate) struct Table {
    pub(crate) kind: RecordKind,
    pub(crate) name: &'static str,
    /// `id, column, …` in the order of the fields.
    pub(crate) columns: String,
    /// A row as a JSON object.
    pub(crate) image: String,
    /// Puts back a row from such an object.
    pub(crate) restore: String,
    pub(crate) delete: String,
    pub(crate) upsert: String,
    pub(crate) set_aside: String,
    pub(crate) bring_back: String,
    pub(crate) next_id: String,
    live: String,
}

static TABLES: LazyLock<Vec<Table>> =
    LazyLock::new(|| RecordKind::ALL.iter().map(|kind| Table::new(*kind)).collect());

/// The table of this kind.
pub(crate) fn table(kind: RecordKind) -> Result<&'static Table, StoreError> {
    TABLES.iter().find(|table| table.kind == kind).ok_or(StoreError::Setting("table"))
}

/// The table of this name, as the journal names it.
pub(crate) fn named(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.name == name)
}

const fn name(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::School => "school",
        RecordKind::Praktijkbegeleider => "praktijkbegeleider",
        RecordKind::Learner => "learner",
        RecordKind::Leerbedrijf => "leerbedrijf",
        RecordKind::Praktijkopleider => "praktijkopleider",
        RecordKind::Erkenning => "erkenning",
        RecordKind::Traineeship => "traineeship",
        RecordKind::ExamComponent => "exam_component",
        RecordKind::Ondertekenaar => "ondertekenaar",
        RecordKind::Evidence => "evidence",
        RecordKind::Voortgangstoets => "voortgangstoets",
        RecordKind::ReceivedDocument => "received_document",
        RecordKind::OwnEntry => "own_entry",
    }
}

/// A field's key as a column: `uren-geschat` → `uren_geschat`.
pub(crate) fn column(key: &str) -> String {
    key.replace('-', "_")
}

impl Table {
    fn new(kind: RecordKind) -> Self {
        let name = name(kind);
        let fields: Vec<String> = kind.fields().iter().map(|field| column(field.key)).collect();
        let all: Vec<&str> = ["id"]
            .into_iter()
            .chain(fields.iter().map(String::as_str))
            .chain(["removed_at"])
            .collect();
        let join = |part: &dyn Fn(usize, &str) -> String, columns: &[&str]| {
            columns.iter().enumerate().map(|(n, c)| part(n, c)).collect::<Vec<_>>().join(", ")
        };
        let (_, but_id) = all.split_first().unwrap_or((&"", &[]));
        let take_over = join(&|_, c| format!("{c} = excluded.{c}"), but_id);
        let written = all.get(..=fields.len()).unwrap_or_default();
        let marks = join(&|n, _| format!("?{}", n + 1), written);
        let changed =
            join(&|_, c| format!("{c} = excluded.{c}"), written.get(1..).unwrap_or_default());
        Self {
            kind,
            name,
            columns: written.join(", "),
            image: format!(
                "SELECT json_object({}) FROM {name} WHERE id = ?1",
                join(&|_, c| format!("'{c}', {c}"), &all)
            ),
            restore: format!(
                "INSERT INTO {name} ({}) SELECT {} WHERE true ON CONFLICT (id) DO UPDATE SET {take_over}",
                all.join(", "),
                join(&|_, c| format!("json_extract(?1, '$.{c}')"), &all)
            ),
            delete: format!("DELETE FROM {name} WHERE id = ?1"),
            upsert: format!(
                "INSERT INTO {name} ({}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {changed}",
                written.join(", ")
            ),
            set_aside: format!("UPDATE {name} SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL"),
            bring_back: format!("UPDATE {name} SET removed_at = NULL WHERE id = ?1"),
            // Ids are never used twice, also not after an undo: the journal still speaks of the old.
            next_id: format!(
                "SELECT 1 + max((SELECT coalesce(max(id), 0) FROM {name}),
                     (SELECT coalesce(max(row_id), 0) FROM journal_row WHERE table_name = '{name}'))"
            ),
            live: format!("SELECT 1 FROM {name} WHERE id = ?1 AND removed_at IS NULL"),
        }
    }

    /// Whether a record with this id is there and not put aside.
    pub(crate) fn is_live(&self, conn: &Connection, id: i64) -> Result<bool, StoreError> {
        Ok(conn.prepare_cached(&self.live)?.query_row([id], |_| Ok(())).optional()?.is_some())
    }
}

/// Reads the rows of `R` that are not put aside and for which `condition` holds. A row that does not parse is left
/// out and named, so that it does not hide the others.
pub(crate) fn read<R: Record>(
    conn: &Connection,
    condition: &str,
    params: &[&dyn ToSql],
) -> Result<Read<R>, StoreError> {
    let table = table(R::KIND)?;
    let sql = format!(
        "SELECT {} FROM {} WHERE removed_at IS NULL AND {condition}",
        table.columns, table.name
    );
    let mut query = conn.prepare_cached(&sql)?;
    let mut rows = query.query(params)?;
    let mut out = Read { whole: Vec::new(), bad: Vec::new() };
    while let Some(row) = rows.next()? {
        match from_row::<R>(row)? {
            Ok(stored) => out.whole.push(stored),
            Err(bad) => out.bad.push(bad),
        }
    }
    Ok(out)
}

/// What was read, and which rows could not be.
pub(crate) struct Read<R> {
    pub(crate) whole: Vec<Stored<R>>,
    pub(crate) bad: Vec<BadRow>,
}

/// A row that holds a value of another time or hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadRow {
    pub kind: RecordKind,
    pub id: i64,
    pub field: &'static str,
}

impl From<BadRow> for StoreError {
    fn from(BadRow { kind, id, field }: BadRow) -> Self {
        Self::BadRow { kind, id, field }
    }
}

/// One record; [`StoreError::Gone`] where there is none.
pub(crate) fn get<R: Record>(conn: &Connection, id: Id<R>) -> Result<Stored<R>, StoreError> {
    let mut read = read::<R>(conn, "id = ?1", &[&id.raw()])?;
    match (read.whole.pop(), read.bad.pop()) {
        (Some(stored), _) => Ok(stored),
        (None, Some(bad)) => Err(bad.into()),
        (None, None) => Err(StoreError::Gone { kind: R::KIND, id: id.raw() }),
    }
}

/// One record of a kind that is known only now.
pub(crate) fn any(conn: &Connection, kind: RecordKind, id: i64) -> Result<AnyRecord, StoreError> {
    any_where(conn, kind, id, "removed_at IS NULL")
}

/// As [`any`], also where it was put aside.
pub(crate) fn any_at_all(
    conn: &Connection,
    kind: RecordKind,
    id: i64,
) -> Result<AnyRecord, StoreError> {
    any_where(conn, kind, id, "1")
}

fn any_where(
    conn: &Connection,
    kind: RecordKind,
    id: i64,
    condition: &str,
) -> Result<AnyRecord, StoreError> {
    let table = table(kind)?;
    let sql = format!("SELECT {} FROM {} WHERE {condition} AND id = ?1", table.columns, table.name);
    let mut query = conn.prepare_cached(&sql)?;
    let mut rows = query.query([id])?;
    let Some(row) = rows.next()? else { return Err(StoreError::Gone { kind, id }) };
    let fields = kind.fields();
    let mut texts = Vec::with_capacity(fields.len());
    for (n, field) in fields.iter().enumerate() {
        texts.push((field.key, text_of(row.get_ref(n + 1)?)));
    }
    let text = |key: &'static str| {
        texts.iter().find(|(own, _)| *own == key).map(|(_, text)| text.clone()).unwrap_or_default()
    };
    AnyRecord::read(kind, text).map_err(|(field, _)| StoreError::BadRow { kind, id, field })
}

/// The file is an outside world too: what comes from it is parsed again.
fn from_row<R: Record>(row: &Row<'_>) -> Result<Result<Stored<R>, BadRow>, StoreError> {
    let id: i64 = row.get(0)?;
    let fields = <R::Field as Field>::ALL;
    let mut texts = Vec::with_capacity(fields.len());
    for n in 0..fields.len() {
        texts.push(text_of(row.get_ref(n + 1)?));
    }
    let text = |field: R::Field| {
        let at = fields.iter().position(|other| *other == field);
        at.and_then(|at| texts.get(at)).cloned().unwrap_or_default()
    };
    Ok(R::read(text).map(|value| Stored { id: Id::new(id), value }).map_err(|(field, _)| BadRow {
        kind: R::KIND,
        id,
        field: field.key(),
    }))
}

pub(crate) fn text_of(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => String::new(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Text(bytes) => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// Writes a record with this id.
pub(crate) fn upsert(conn: &Connection, id: i64, record: &AnyRecord) -> Result<(), StoreError> {
    let kind = record.kind();
    let texts = kind.fields().into_iter().map(|field| {
        let stored = record.value(field.key).map(|value| value.stored()).unwrap_or_default();
        Some(stored).filter(|text| !text.is_empty())
    });
    let values = [Some(id.to_string())].into_iter().chain(texts);
    conn.prepare_cached(&table(kind)?.upsert)?.execute(params_from_iter(values))?;
    Ok(())
}
