//! Backups of dossiers of every older version come back as dossiers of today.

use std::fs;
use std::path::Path;

use praktijkdossier::backup::Under;
use praktijkdossier::store::{Store, inspect};

use super::restore::restore;
use super::write::{verify, write};
use crate::builders::everything;

/// Runs SQL in a new file, past the store.
#[expect(clippy::disallowed_methods, reason = "makes what the store itself no longer makes")]
fn raw(path: &Path, sql: &str) {
    rusqlite::Connection::open(path).unwrap().execute_batch(sql).unwrap();
}

#[test]
fn a_backup_of_an_older_dossier_becomes_one_of_today() {
    let fresh = Store::in_memory().unwrap().schema().unwrap();
    let mut versions = 0;
    for (n, entry) in (1..).zip(fs::read_dir("tests/old_files").unwrap()) {
        let sql = entry.unwrap().path();
        let dir = tempfile::tempdir().unwrap();
        let [old, backup, to] =
            ["oud.praktijk", "oud.bak", "terug.praktijk"].map(|name| dir.path().join(name));
        raw(&old, &fs::read_to_string(&sql).unwrap());
        // Only looked at, so that the backup has the rows as they were.
        let store = Store::open_as_it_is(&old, None).unwrap();
        write(&store, &backup, Under::Dossiers).unwrap();
        drop(store);
        let name = sql.file_stem().unwrap().to_str().unwrap();
        let version = verify(&backup, None).unwrap().schema_version;
        assert_eq!(format!("v{version}"), name);

        restore(&backup, None, &to).unwrap();
        let migrated = Store::open(&old, None).unwrap();
        let restored = Store::open(&to, None).unwrap();
        assert_eq!(restored.schema().unwrap(), fresh, "{name}");
        assert_eq!(everything(&restored), everything(&migrated), "{name}: as if it was opened");
        drop(restored);
        assert!(inspect(&to, None).unwrap().whole(), "{name}");
        versions = n;
    }
    assert!(versions > 0);
}
