//! Files that are ours and yet not as we leave them: built differently, or cut off halfway.

use std::fs;
use std::path::{Path, PathBuf};

use praktijkdossier::store::{Store, StoreError, inspect};

use super::builders::names;
use super::files::{dossier, folder, raw};

/// A trigger of another hand would run with the first change; a table of another shape would refuse it.
#[test]
fn a_dossier_that_is_built_differently_is_refused_before_it_is_changed() {
    for strange in [
        "CREATE TRIGGER t AFTER UPDATE ON learner BEGIN DELETE FROM journal; END",
        "CREATE VIEW v AS SELECT 1",
        "ALTER TABLE learner ADD COLUMN bsn TEXT",
        "DROP INDEX journal_row_subject",
    ] {
        let (_dir, path) = dossier();
        raw(&path, strange);
        let before = folder(&path);
        assert!(matches!(Store::open(&path, None), Err(StoreError::Shape)), "{strange}");
        assert!(matches!(inspect(&path, None), Err(StoreError::Shape)), "{strange}");
        assert!(before == folder(&path), "{strange}");
    }
}

/// As after a power cut: the file and the journal of a change that was not finished.
#[test]
fn a_change_that_was_cut_off_is_taken_back_by_opening_and_not_by_looking() {
    let (dir, path) = dossier();
    let cut = dir.path().join("afgebroken.dossier");
    let journal = |path: &Path| {
        let mut name = path.as_os_str().to_owned();
        name.push("-journal");
        PathBuf::from(name)
    };
    let names_before = names(&Store::open(&path, None).unwrap());
    #[expect(clippy::disallowed_methods, reason = "stops in the middle of a change")]
    let conn = rusqlite::Connection::open(&path).unwrap();
    // So little room that changed pages go to the file before the end.
    conn.execute_batch("PRAGMA cache_size = 1; BEGIN; UPDATE learner SET notitie = 'half'; DELETE FROM journal_row;").unwrap();
    fs::copy(&path, &cut).unwrap();
    fs::copy(journal(&path), journal(&cut)).unwrap();
    drop(conn);
    let before = folder(&cut);
    assert!(matches!(inspect(&cut, None), Err(StoreError::Unfinished)));
    assert!(before == folder(&cut), "a look changes nothing");
    assert_eq!(names(&Store::open(&cut, None).unwrap()), names_before);
    assert!(inspect(&cut, None).unwrap().whole());
}
