//! Files that are ours and yet not as we leave them: built differently, or cut off halfway.

use std::fs;
use std::path::{Path, PathBuf};

use praktijkdossier::domain::RecordKind;
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

/// What another hand may have put in a file: all of it would be run by who reads or changes what it hangs on.
const STRANGE: [&str; 10] = [
    "CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM learner; END",
    "CREATE TRIGGER t INSTEAD OF DELETE ON w BEGIN SELECT 1; END",
    "CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c",
    // In the place of a table of ours: whoever counts it never ends.
    "DROP TABLE journal_row; DROP TABLE journal; CREATE VIEW journal AS
     WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS id FROM c",
    "ALTER TABLE learner ADD COLUMN x TEXT AS (hex(zeroblob(100000000)))",
    "CREATE INDEX i ON learner (hex(zeroblob(length(notitie))))",
    "CREATE INDEX i ON learner (groep) WHERE likely(groep)",
    "CREATE VIRTUAL TABLE f USING fts5(x)",
    "CREATE TABLE sqlite_of_ours (x CHECK (length(hex(zeroblob(100000000))) > 0))",
    "ALTER TABLE learner RENAME COLUMN groep TO klas",
];

#[test]
fn nothing_that_another_hand_has_put_in_a_file_is_run() {
    for old in [false, true] {
        for strange in STRANGE {
            let (_dir, path) = dossier();
            if old {
                fs::remove_file(&path).unwrap();
                raw(&path, &fs::read_to_string("tests/old_files/v1.sql").unwrap());
            }
            // A trigger of a view wants the view.
            let view =
                if strange.contains(" ON w ") { "CREATE VIEW w AS SELECT 1 AS x;" } else { "" };
            let strange = strange.replace("sqlite_of_ours", "van_ons");
            raw(&path, &format!("PRAGMA foreign_keys = OFF; {view} {strange}"));
            let before = folder(&path);
            assert!(matches!(inspect(&path, None), Err(StoreError::Shape)), "{strange}");
            assert!(matches!(Store::open(&path, None), Err(StoreError::Shape)), "{strange}");
            assert!(before == folder(&path), "{strange}");
        }
    }
}

/// The triggers of the register are known, and must be ours to the letter.
#[test]
fn a_trigger_of_ours_that_was_changed_is_refused() {
    let (_dir, path) = dossier();
    raw(
        &path,
        "DROP TRIGGER issued_stays; CREATE TRIGGER issued_stays BEFORE DELETE ON issued BEGIN DELETE FROM learner; END",
    );
    let before = folder(&path);
    assert!(matches!(inspect(&path, None), Err(StoreError::Shape)));
    assert!(matches!(Store::open(&path, None), Err(StoreError::Shape)));
    assert!(before == folder(&path));
}

#[test]
fn a_row_of_another_hand_is_named_and_hides_nothing() {
    let (_dir, path) = dossier();
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    raw(
        &path,
        &format!(
            "UPDATE learner SET notitie = '{}'; UPDATE journal_row SET before = '{deep}', after = '{deep}' WHERE table_name = 'learner'",
            "x".repeat(20_000_000)
        ),
    );
    let found = inspect(&path, None).unwrap();
    assert_eq!(found.bad_rows.iter().map(|row| row.field).collect::<Vec<_>>(), ["notitie"]);
    let mut store = Store::open(&path, None).unwrap();
    assert_eq!(
        store.history(100).unwrap().len(),
        RecordKind::ALL.len(),
        "what does not parse is not shown"
    );
    // Newest first, down to the learner: there it stops.
    let before = super::builders::everything(&store);
    let refused = loop {
        match store.undo(&super::builders::stamp()) {
            Ok(done) => assert!(done.is_some()),
            Err(refused) => break refused,
        }
    };
    assert!(matches!(refused, StoreError::UndoBlocked), "{refused:?}");
    assert!(before.len() > 20_000_000);
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
