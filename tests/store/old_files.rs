//! Every version of the file that was ever handed out opens, with its data, and ends in today's schema.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use expect_test::expect_file;
use praktijkdossier::domain::{Learner, RecordKind};
use praktijkdossier::store::{Store, StoreError, inspect};

use super::builders::{filled, journal_lines};
use super::files::raw;

/// Every live record with every field, as text. A kind that came later has none.
fn facts(store: &Store) -> String {
    let mut out = String::new();
    for kind in RecordKind::ALL {
        let record = match store.record(*kind, 1) {
            Ok(record) => record,
            Err(StoreError::Gone { .. }) => {
                writeln!(out, "{kind:?}: none").unwrap();
                continue;
            }
            Err(other) => panic!("{other:?}"),
        };
        writeln!(out, "{kind:?} 1").unwrap();
        for field in kind.fields() {
            writeln!(out, "  {}: {:?}", field.key, record.value(field.key).unwrap().stored())
                .unwrap();
        }
    }
    out
}

#[test]
fn old_files_open_with_their_data_and_become_new() {
    let fresh = Store::in_memory().unwrap().schema().unwrap();
    let mut versions = 0;
    for entry in fs::read_dir("tests/old_files").unwrap() {
        let sql = entry.unwrap().path();
        let name = sql.file_stem().unwrap().to_str().unwrap().to_owned();
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("dossier.praktijk");
        raw(&path, &fs::read_to_string(&sql).unwrap());

        let before = super::files::folder(&path);
        let found = inspect(&path, None).unwrap();
        assert!(found.whole(), "{name}: {found:?}");
        assert_eq!(format!("v{}", found.schema_version), name);
        assert!(before == super::files::folder(&path), "{name}: a look leaves it what it was");

        let store = Store::open(&path, None).unwrap();
        assert_eq!(store.schema().unwrap(), fresh, "{name}");
        expect_file![format!("../golden/old_file_{name}.txt")].assert_eq(&facts(&store));
        let lines = fs::read_to_string(&sql).unwrap().matches("INSERT INTO journal VALUES").count();
        assert_eq!(journal_lines(&store), lines, "{name}");
        assert_eq!(store.all::<Learner>().unwrap().len(), 1, "{name}: the other was put aside");
        drop(store);
        assert!(inspect(&path, None).unwrap().whole(), "{name}");
        versions += 1;
    }
    assert!(versions > 0);
}

/// Writes the fixture of today's version, for when that version is about to be handed out: `KEEP=dir`.
#[test]
fn a_file_of_today_can_be_kept() {
    let mut store = filled();
    super::builders::add(&mut store, super::builders::learner("Yıldız"));
    let removal = praktijkdossier::changes::Change::Remove(RecordKind::Learner, 2);
    super::builders::apply(&mut store, &removal).unwrap();
    let sql = format!("PRAGMA foreign_keys = OFF;\n{}", store.dump().unwrap());
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("dossier.praktijk");
    raw(&path, &sql);
    assert_eq!(Store::open(&path, None).unwrap().dump().unwrap(), store.dump().unwrap());
    if let Some(keep) = std::env::var_os("KEEP") {
        super::files::write(&Path::new(&keep).join("today.sql"), sql.as_bytes());
    }
}
