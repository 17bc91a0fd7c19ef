//! From a backup to a dossier.

use std::fs;
use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::Path;

use jiff::civil::DateTime;
use praktijkdossier::backup::{Backup, BackupError, Restored, Under};
use praktijkdossier::domain::Learner;
use praktijkdossier::store::{Password, Store, StoreError, inspect};

use super::write::{dossier, names, on, typed, write};
use crate::builders::{everything, stamp};

pub(crate) const NOON: DateTime = DateTime::constant(2026, 3, 2, 12, 0, 0, 0);

pub(crate) fn restore(
    backup: &Path,
    password: Option<&Password>,
    to: &Path,
) -> Result<Restored, BackupError> {
    Backup::open(backup, password)?.restore(to, NOON, &mut on)
}

#[test]
fn what_is_put_in_comes_out() {
    let (dir, _, store, _) = dossier(None);
    let (backup, to) = (dir.path().join("kopie.bak"), dir.path().join("terug.praktijk"));
    write(&store, &backup, Under::Dossiers).unwrap();
    let restored = restore(&backup, None, &to).unwrap();
    assert_eq!((restored.kept, restored.recovery_code), (None, None));
    let mut again = Store::open(&to, None).unwrap();
    assert_eq!(everything(&again), everything(&store));
    assert_eq!(again.schema().unwrap(), store.schema().unwrap());
    again.undo(&stamp()).unwrap().unwrap();
    assert_eq!(again.all::<Learner>().unwrap().len(), 2, "what was done before can be undone");
    drop(again);
    assert!(inspect(&to, None).unwrap().whole());
    assert_eq!(names(dir.path()), ["klas.praktijk", "kopie.bak", "terug.praktijk"]);
}

#[test]
fn the_dossier_that_is_there_is_kept_beside_it() {
    let (dir, path, store, _) = dossier(None);
    let backup = dir.path().join("kopie.bak");
    write(&store, &backup, Under::Dossiers).unwrap();
    let in_backup = everything(&store);
    drop(store);
    for wrecked in [&b"kapot"[..], b"", b"SQLite format 3\0 en dan niets"] {
        let before = names(dir.path());
        fs::File::create(&path).unwrap().write_all(wrecked).unwrap();
        let kept = restore(&backup, None, &path).unwrap().kept.unwrap();
        assert_eq!(fs::read(&kept).unwrap(), wrecked);
        assert!(!before.contains(&kept.file_name().unwrap().to_str().unwrap().to_owned()));
        assert_eq!(everything(&Store::open(&path, None).unwrap()), in_backup);
    }
    assert_eq!(
        names(dir.path()),
        [
            "klas (voor herstel 2026-03-02 12.00).praktijk",
            "klas (voor herstel 2026-03-02 12.00, 2).praktijk",
            "klas (voor herstel 2026-03-02 12.00, 3).praktijk",
            "klas.praktijk",
            "kopie.bak",
        ]
    );
}

#[test]
fn a_dossier_with_a_password_comes_back_under_the_same_keys() {
    let password = typed("een wachtwoord");
    let (dir, path, store, code) = dossier(Some(&password));
    let backup = dir.path().join("kopie.bak");
    write(&store, &backup, Under::Dossiers).unwrap();
    let (in_backup, code) = (everything(&store), typed(&code.unwrap()));
    drop(store);
    let keys = fs::read(dir.path().join("klas.praktijk.sleutels")).unwrap();

    // Back over itself, from the backup alone in an empty folder, and with the recovery code.
    let kept = restore(&backup, Some(&password), &path).unwrap().kept.unwrap();
    assert_eq!(everything(&Store::open(&kept, Some(&password)).unwrap()), in_backup, "kept");
    let elsewhere = tempfile::tempdir().unwrap();
    let away = elsewhere.path().join("nieuw.praktijk");
    let restored = restore(&backup, Some(&code), &away).unwrap();
    assert_eq!(restored.recovery_code, None, "the old one still counts");
    for path in [&path, &away] {
        for typed in [&password, &code] {
            assert_eq!(everything(&Store::open(path, Some(typed)).unwrap()), in_backup);
        }
        assert!(matches!(Store::open(path, None), Err(StoreError::NeedsPassword)));
        let name = format!("{}.sleutels", path.file_name().unwrap().to_str().unwrap());
        assert_eq!(fs::read(path.with_file_name(name)).unwrap(), keys);
    }
}

#[test]
fn of_a_backup_with_its_own_password_the_dossier_is_as_closed_as_it_was() {
    let own = typed("van de kopie");
    // It had a password: it gets this one, with a new recovery code.
    let (dir, _, store, _) = dossier(Some(&typed("van het dossier")));
    let (backup, to) = (dir.path().join("kopie.bak"), dir.path().join("terug.praktijk"));
    write(&store, &backup, Under::Own(&own)).unwrap();
    let code = typed(&restore(&backup, Some(&own), &to).unwrap().recovery_code.unwrap());
    for typed in [&own, &code] {
        assert_eq!(everything(&Store::open(&to, Some(typed)).unwrap()), everything(&store));
    }
    // It had none.
    let (dir, _, store, _) = dossier(None);
    let (backup, to) = (dir.path().join("kopie.bak"), dir.path().join("terug.praktijk"));
    write(&store, &backup, Under::Own(&own)).unwrap();
    assert_eq!(restore(&backup, Some(&own), &to).unwrap().recovery_code, None);
    assert_eq!(everything(&Store::open(&to, None).unwrap()), everything(&store));
}

#[test]
fn a_plain_dossier_in_the_place_of_a_closed_one_leaves_no_keys_behind() {
    let (dir, _, store, _) = dossier(None);
    let backup = dir.path().join("kopie.bak");
    write(&store, &backup, Under::Dossiers).unwrap();
    let password = typed("dicht");
    let (there, path, closed, _) = dossier(Some(&password));
    let before = everything(&closed);
    drop(closed);
    let kept = restore(&backup, None, &path).unwrap().kept.unwrap();
    assert_eq!(everything(&Store::open(&path, None).unwrap()), everything(&store));
    assert_eq!(everything(&Store::open(&kept, Some(&password)).unwrap()), before);
    assert_eq!(names(there.path()).len(), 3, "two dossiers, one with keys");
}

#[test]
fn a_dossier_that_is_open_is_not_replaced() {
    let (dir, path, store, _) = dossier(None);
    let backup = dir.path().join("kopie.bak");
    write(&store, &backup, Under::Dossiers).unwrap();
    let refused = restore(&backup, None, &path).unwrap_err();
    assert!(matches!(refused, BackupError::Store(StoreError::Busy)), "{refused:?}");
    let folder = dir.path().join("map");
    fs::create_dir(&folder).unwrap();
    let refused = restore(&backup, None, &folder).unwrap_err();
    assert!(matches!(refused, BackupError::Store(StoreError::AlreadyThere)), "{refused:?}");
    let nowhere = dir.path().join("weg").join("klas.praktijk");
    let refused = restore(&backup, None, &nowhere).unwrap_err();
    assert!(matches!(refused, BackupError::Store(StoreError::CannotOpen)), "{refused:?}");
    assert_eq!(names(dir.path()), ["klas.praktijk", "kopie.bak", "map"]);
}

#[test]
fn stopped_on_the_way_nothing_has_changed() {
    let (dir, path, store, _) = dossier(None);
    let backup = dir.path().join("kopie.bak");
    write(&store, &backup, Under::Dossiers).unwrap();
    drop(store);
    let before = fs::read(&path).unwrap();
    for stop in 0.. {
        let mut told = 0;
        let opened = Backup::open(&backup, None).unwrap();
        let restored = opened.restore(&path, NOON, &mut |_| {
            told += 1;
            if told > stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        if restored.is_ok() {
            assert!(stop > 3, "it was stopped in several places");
            return;
        }
        assert!(matches!(restored, Err(BackupError::Stopped)), "{stop}: {restored:?}");
        assert_eq!(fs::read(&path).unwrap(), before, "{stop}");
        assert_eq!(names(dir.path()), ["klas.praktijk", "kopie.bak"], "{stop}");
    }
}
