//! Reading a table in pieces, with room for other work in between. Whether anything changed meanwhile is told by
//! [`Store::times_changed`]: a reader who wants all rows of one moment begins anew when it did.

use std::ops::ControlFlow;

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use crate::store::rows::{Cell, TableShape, cell, list, quoted};
use crate::store::{Store, StoreError};

/// Where the reading of a table stands.
#[derive(Debug)]
pub(crate) struct Cursor {
    first: String,
    next: String,
    columns: usize,
    /// Which columns are the key of the table.
    key: Vec<usize>,
    /// The key of the last row that was seen.
    last: Option<Vec<Value>>,
}

/// Whether there is more in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rest {
    More,
    Nothing,
}

/// How many rows are asked for at once.
const AT_ONCE: usize = 256;

impl Store {
    /// Something else as soon as anything in the file has changed, or may have.
    pub(crate) fn times_changed(&self) -> (u64, u64) {
        (self.times_opened, self.conn.total_changes())
    }

    /// Before the first row of a table. Its name and columns are those of our own steps.
    pub(crate) fn before_first(&self, table: &TableShape) -> Result<Cursor, StoreError> {
        let sql = "SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk";
        let mut query = self.conn.prepare_cached(sql)?;
        let names: Vec<String> =
            query.query_map([&table.name], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let place = |name: &String| table.columns.iter().position(|column| column == name);
        let key: Vec<usize> = names.iter().filter_map(place).collect();
        if key.is_empty() || key.len() != names.len() {
            return Err(StoreError::Shape);
        }
        let (all, from, keys) = (list(&table.columns), quoted(&table.name), list(&names));
        let marks = vec!["?"; names.len()].join(", ");
        let (order, limit) = (format!("ORDER BY {keys}"), format!("LIMIT {AT_ONCE}"));
        Ok(Cursor {
            first: format!("SELECT {all} FROM {from} {order} {limit}"),
            next: format!("SELECT {all} FROM {from} WHERE ({keys}) > ({marks}) {order} {limit}"),
            columns: table.columns.len(),
            key,
            last: None,
        })
    }

    /// Shows the rows that follow to `see`, in the order of their key, until it breaks off or a good number was seen.
    pub(crate) fn go_on<E: From<StoreError>>(
        &self,
        cursor: &mut Cursor,
        mut see: impl FnMut(&[Cell<'_>]) -> Result<ControlFlow<()>, E>,
    ) -> Result<Rest, E> {
        let sql = if cursor.last.is_some() { &cursor.next } else { &cursor.first };
        let mut query = self.conn.prepare_cached(sql).map_err(StoreError::from)?;
        let key = cursor.last.take().unwrap_or_default();
        let mut rows = query.query(params_from_iter(&key)).map_err(StoreError::from)?;
        cursor.last = Some(key).filter(|key| !key.is_empty());
        let mut seen = 0;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let mut cells = Vec::with_capacity(cursor.columns);
            for at in 0..cursor.columns {
                cells.push(cell(row.get_ref(at).map_err(StoreError::from)?)?);
            }
            let flow = see(&cells)?;
            seen += 1;
            let value = |at: &usize| row.get(*at);
            let key = cursor.key.iter().map(value).collect::<Result<_, _>>();
            cursor.last = Some(key.map_err(StoreError::from)?);
            if flow.is_break() {
                return Ok(Rest::More);
            }
        }
        Ok(if seen < AT_ONCE { Rest::Nothing } else { Rest::More })
    }
}
