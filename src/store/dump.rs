//! What stands in the file, as SQL that makes it again: for comparing in tests, and for keeping a file of today's
//! version under `tests/old_files`. No part of the program shows it.

use rusqlite::Connection;

use crate::store::{Store, StoreError};

impl Store {
    /// The schema as SQLite tells it, for the golden file.
    pub fn schema(&self) -> Result<String, StoreError> {
        let parts =
            texts(&self.conn, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")?;
        Ok(parts.join(";\n\n") + ";\n")
    }

    /// Everything: numbers in the header, schema, every row of every table, those put aside and the journal too.
    pub fn dump(&self) -> Result<String, StoreError> {
        let conn = &self.conn;
        let mut out = Vec::new();
        for name in ["application_id", "user_version"] {
            let number: i64 = conn.pragma_query_value(None, name, |row| row.get(0))?;
            out.push(format!("PRAGMA {name} = {number};"));
        }
        for sql in
            texts(conn, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")?
        {
            out.push(format!("{sql};"));
        }
        for table in
            texts(conn, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")?
        {
            out.extend(rows(conn, &table)?);
        }
        Ok(out.join("\n") + "\n")
    }
}

/// One `INSERT` a row, in order of key. `table` is a name out of the schema.
fn rows(conn: &Connection, table: &str) -> Result<Vec<String>, StoreError> {
    let info = format!("FROM pragma_table_info('{table}')");
    let values = texts(conn, &format!("SELECT 'quote(\"' || name || '\")' {info}"))?;
    let key = texts(conn, &format!("SELECT name {info} WHERE pk > 0 ORDER BY pk"))?;
    texts(
        conn,
        &format!(
            "SELECT 'INSERT INTO {table} VALUES (' || {} || ');' FROM {table} ORDER BY {}",
            values.join(" || ', ' || "),
            key.join(", ")
        ),
    )
}

fn texts(conn: &Connection, sql: &str) -> Result<Vec<String>, StoreError> {
    let mut query = conn.prepare(sql)?;
    let rows = query.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
