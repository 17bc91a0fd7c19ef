//! The schema's history. Only ever add at the end: files out there stand at any of these.

use std::sync::LazyLock;

use rusqlite::{Connection, TransactionBehavior};

use crate::store::StoreError;

/// New files walk the same road as old ones, so there is one way to the newest schema.
const STEPS: &[&str] = &[
    include_str!("sql/0001_begin.sql"),
    include_str!("sql/0002_documents.sql"),
    include_str!("sql/0003_register.sql"),
    include_str!("sql/0004_forgetting.sql"),
    include_str!("sql/0005_handover.sql"),
];

/// The version this program writes.
pub(crate) const OURS: u32 = STEPS.len() as u32;

/// The version of a dossier of today.
pub const fn newest_version() -> u32 {
    OURS
}

/// Brings a file to [`OURS`], or refuses it and leaves it as it was: also one that would become another shape.
pub(crate) fn migrate(conn: &mut Connection) -> Result<(), StoreError> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    check_shape_before(&tx)?;
    take_steps(&tx)?;
    check_shape(&tx)?;
    tx.commit()?;
    Ok(())
}

/// A step is never done on what another hand has built: it would run its triggers. A new file has nothing yet, and what
/// has tables but no version is told apart by the steps themselves.
fn check_shape_before(conn: &Connection) -> Result<(), StoreError> {
    let found: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if (1..OURS).contains(&found) { check_shape_of(conn, found) } else { Ok(()) }
}

fn take_steps(conn: &Connection) -> Result<(), StoreError> {
    let found: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let todo = STEPS.get(found as usize..).ok_or(StoreError::TooNew { found, ours: OURS })?;
    // A new file has no version yet, and nothing in it: what has tables but no version lost it.
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
    if (found == 0) != (tables == 0) {
        return Err(StoreError::Damaged);
    }
    for step in todo {
        conn.execute_batch(step).map_err(|err| {
            let err = StoreError::from(err);
            // What the step changes is not there, or what it makes is: the file is not of the version that it says.
            if matches!(err, StoreError::Sql(_)) { StoreError::Damaged } else { err }
        })?;
    }
    if !todo.is_empty() {
        conn.pragma_update(None, "user_version", OURS)?;
    }
    Ok(())
}

/// Lays the tables of `version` in a new file, as a file of that time had them.
pub(crate) fn lay(conn: &Connection, version: u32) -> Result<(), StoreError> {
    let steps = STEPS.get(..version as usize).filter(|steps| !steps.is_empty());
    let steps = steps.ok_or(StoreError::TooNew { found: version, ours: OURS })?;
    for step in steps {
        conn.execute_batch(step)?;
    }
    conn.pragma_update(None, "user_version", version)?;
    Ok(())
}

/// The tables, indexes, triggers and nothing else that a file of [`OURS`] has.
static SHAPE: LazyLock<Option<Vec<String>>> = LazyLock::new(|| {
    let conn = Connection::open_in_memory().ok()?;
    take_steps(&conn).ok()?;
    shape(&conn).ok()
});

/// Refuses a file that says that it is of our version and is built differently: a trigger or view of another hand, a
/// table of a version that was never handed out. What it would do with a change nobody knows.
pub(crate) fn check_shape(conn: &Connection) -> Result<(), StoreError> {
    if Some(shape(conn)?) == *SHAPE { Ok(()) } else { Err(StoreError::Shape) }
}

/// As [`check_shape`], for a file of any version of ours.
pub(crate) fn check_shape_of(conn: &Connection, version: u32) -> Result<(), StoreError> {
    if version == 0 {
        return Err(StoreError::Damaged);
    }
    let fresh = Connection::open_in_memory()?;
    lay(&fresh, version)?;
    if shape(conn)? == shape(&fresh)? { Ok(()) } else { Err(StoreError::Shape) }
}

fn shape(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let mut query = conn.prepare(
        "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY 1",
    )?;
    let rows = query.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
