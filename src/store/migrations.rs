//! The schema's history. Only ever add at the end: files out there stand at any of these.

use rusqlite::{Connection, TransactionBehavior};

use crate::store::StoreError;

/// New files walk the same road as old ones, so there is one way to the newest schema.
const STEPS: &[&str] = &[include_str!("sql/0001_begin.sql")];

/// The version this program writes.
pub(crate) const OURS: u32 = STEPS.len() as u32;

pub(crate) fn migrate(conn: &mut Connection) -> Result<(), StoreError> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    let found: u32 = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let todo = STEPS.get(found as usize..).ok_or(StoreError::TooNew { found, ours: OURS })?;
    // A new file has no version yet, and nothing in it: what has tables but no version lost it.
    let tables: i64 = tx.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
    if (found == 0) != (tables == 0) {
        return Err(StoreError::Damaged);
    }
    for step in todo {
        tx.execute_batch(step)?;
    }
    if !todo.is_empty() {
        tx.pragma_update(None, "user_version", OURS)?;
    }
    tx.commit()?;
    Ok(())
}
