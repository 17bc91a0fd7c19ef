//! The settings of SQLite, each read back: it ignores what it does not know.

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::store::StoreError;
use crate::store::table::text_of;

/// The settings with which no acknowledged change was lost in any simulated power cut, and under which nothing in a
/// foreign file is run. Each is read back: SQLite ignores a pragma that it does not know.
pub(super) fn settle(conn: &Connection, on_disk: bool) -> Result<(), StoreError> {
    if on_disk {
        set(conn, "locking_mode", "EXCLUSIVE", "exclusive")?;
        set(conn, "journal_mode", "TRUNCATE", "truncate")?;
    }
    set(conn, "synchronous", "EXTRA", "3")?;
    set(conn, "foreign_keys", "ON", "1")?;
    set(conn, "secure_delete", "ON", "1")?;
    settle_reader(conn)
}

/// Those of the settings that also someone who only reads needs.
pub(crate) fn settle_reader(conn: &Connection) -> Result<(), StoreError> {
    set(conn, "temp_store", "MEMORY", "2")?;
    set(conn, "trusted_schema", "OFF", "0")?;
    set(conn, "cell_size_check", "ON", "1")?;
    for (config, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
    ] {
        if conn.set_db_config(config, on)? != on {
            return Err(StoreError::Setting("dbconfig"));
        }
    }
    Ok(())
}

pub(crate) fn set(
    conn: &Connection,
    name: &'static str,
    value: &str,
    reads: &str,
) -> Result<(), StoreError> {
    conn.pragma_update(None, name, value)?;
    let found = conn.pragma_query_value(None, name, |row| Ok(text_of(row.get_ref(0)?)))?;
    if found == reads { Ok(()) } else { Err(StoreError::Setting(name)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[test]
    fn a_dossier_has_every_setting_that_was_decided_on() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("dossier");
        drop(Store::create(&path, None).unwrap());
        let (store, _) = (Store::open(&path, None).unwrap(), dir);
        for (name, value) in [
            ("locking_mode", "exclusive"),
            ("journal_mode", "truncate"),
            ("synchronous", "3"),
            ("foreign_keys", "1"),
            ("secure_delete", "1"),
            ("temp_store", "2"),
            ("trusted_schema", "0"),
            ("cell_size_check", "1"),
            ("busy_timeout", "0"),
        ] {
            let read = |row: &rusqlite::Row<'_>| Ok(text_of(row.get_ref(0)?));
            let found = store.conn.pragma_query_value(None, name, read).unwrap();
            assert_eq!(found, value, "{name}");
        }
        for (config, on) in [
            (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
            (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
            (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        ] {
            assert_eq!(store.conn.db_config(config).unwrap(), on, "{config:?}");
        }
    }
}
