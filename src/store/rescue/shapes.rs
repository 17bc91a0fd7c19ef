//! The tables of ours as a row of them lies in the file, and whether a row of unknown origin can be one of them.

use rusqlite::Connection;

use crate::domain::AnyRecord;
use crate::store::rescue::cells::Value;
use crate::store::rows::TableShape;
use crate::store::table::{self, column};
use crate::store::{Cell, StoreError, migrations};

/// A table of the version that the file is of.
pub(crate) struct Shape {
    pub(crate) table: TableShape,
    columns: Vec<Column>,
    /// Rows have numbers of their own; otherwise they lie in order of their key.
    pub(crate) numbered: bool,
    /// How many values a row may have: columns that came later are not in rows of before.
    lengths: Vec<usize>,
}

struct Column {
    kind: String,
    required: bool,
    /// The number of the row; its value lies elsewhere.
    number: bool,
    /// What it holds in a row of before it was there.
    otherwise: Value,
}

/// All tables of a version, in the order in which they were made.
pub(crate) fn shapes(version: u32) -> Result<Vec<Shape>, StoreError> {
    let conn = Connection::open_in_memory()?;
    migrations::lay(&conn, version)?;
    let mut shapes = Vec::new();
    for table in crate::store::tables_of(version)? {
        let sql: String = conn.query_row(
            "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?1",
            [&table.name],
            |row| row.get(0),
        )?;
        let numbered = !sql.contains("WITHOUT ROWID");
        let mut query = conn.prepare(
            "SELECT type, \"notnull\" OR (pk > 0 AND ?2 = 0), pk, dflt_value FROM pragma_table_info(?1) ORDER BY cid",
        )?;
        let columns = query.query_map((&table.name, numbered), |row| {
            let (kind, pk): (String, i64) = (row.get(0)?, row.get(2)?);
            let otherwise: Option<String> = row.get(3)?;
            let otherwise = otherwise.and_then(|text| text.parse().ok());
            Ok(Column {
                number: numbered && pk > 0 && kind == "INTEGER",
                kind,
                required: row.get(1)?,
                otherwise: otherwise.map_or(Value::Null, Value::Integer),
            })
        })?;
        let columns: Vec<Column> = columns.collect::<Result<_, _>>()?;
        let mut lengths = Vec::new();
        for before in 1..=version {
            let then = crate::store::tables_of(before)?;
            lengths.extend(then.iter().find(|t| t.name == table.name).map(|t| t.columns.len()));
        }
        shapes.push(Shape { table, columns, numbered, lengths });
    }
    Ok(shapes)
}

impl Shape {
    /// The values of a row as its table has them; `None`: it cannot be a row of this table.
    pub(crate) fn row(&self, key: Option<i64>, mut values: Vec<Value>) -> Option<Vec<Value>> {
        if !self.lengths.contains(&values.len()) {
            return None;
        }
        for column in self.columns.get(values.len()..)? {
            values.push(column.otherwise.clone());
        }
        for (column, value) in self.columns.iter().zip(&mut values) {
            if column.number {
                // Where rows are numbered, the number stands before the row and not in it.
                if *value != Value::Null {
                    return None;
                }
                *value = Value::Integer(key?);
            }
            let fits = match value {
                Value::Null => !column.required,
                Value::Integer(_) => column.kind == "INTEGER",
                Value::Text(_) | Value::BrokenText(_) => column.kind == "TEXT",
                Value::Bytes(_) => column.kind == "BLOB",
                Value::Fraction => false,
            };
            if !fits {
                return None;
            }
        }
        Some(values)
    }

    /// Whether a row that no table claims says by what is in it that it is of this one.
    pub(crate) fn recognises(&self, row: &[Value]) -> bool {
        let text = |name: &str| {
            let at = self.table.columns.iter().position(|own| own == name);
            match at.and_then(|at| row.get(at)) {
                Some(Value::Integer(number)) => number.to_string(),
                Some(Value::Text(text)) => text.clone(),
                Some(Value::Null | Value::BrokenText(_) | Value::Bytes(_) | Value::Fraction)
                | None => String::new(),
            }
        };
        match table::named(&self.table.name) {
            Some(table) => AnyRecord::read(table.kind, |key| text(&column(key))).is_ok(),
            None => match self.table.name.as_str() {
                "journal" => text("at").parse::<jiff::Timestamp>().is_ok(),
                "journal_row" => ["before", "after"].iter().all(|name| {
                    let image = text(name);
                    image.is_empty() || image.starts_with('{')
                }),
                "picture" => !row.iter().any(is_pdf),
                "received_file" => row.iter().any(is_pdf),
                "issued" => text("gemaakt_op").parse::<jiff::Timestamp>().is_ok(),
                "withdrawal" => text("op").parse::<jiff::Timestamp>().is_ok(),
                _ => true,
            },
        }
    }
}

fn is_pdf(value: &Value) -> bool {
    matches!(value, Value::Bytes(bytes) if bytes.starts_with(b"%PDF"))
}

impl Value {
    pub(crate) fn cell(&self) -> Cell<'_> {
        match self {
            Self::Null | Self::Fraction => Cell::Null,
            Self::Integer(number) => Cell::Integer(*number),
            Self::Text(text) | Self::BrokenText(text) => Cell::Text(text),
            Self::Bytes(bytes) => Cell::Bytes(bytes),
        }
    }
}
