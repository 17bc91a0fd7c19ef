//! Making a backup, and who can read it.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use praktijkdossier::backup::{
    self, Backup, BackupError, Contents, Made, Progress, Protection, Step, Under,
};
use praktijkdossier::changes::Change;
use praktijkdossier::domain::RecordKind;
use praktijkdossier::store::{Password, Store, StoreError};
use tempfile::TempDir;

use crate::builders::{add, apply, fill, learner};

pub(crate) fn now() -> Timestamp {
    "2026-03-02T09:00:00Z".parse().unwrap()
}

pub(crate) fn typed(text: &str) -> Password {
    Password::new(text.to_owned())
}

pub(crate) fn on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

pub(crate) fn write(store: &Store, to: &Path, under: Under<'_>) -> Result<Made, BackupError> {
    backup::write(store, to, under, now(), &mut on)
}

pub(crate) fn verify(path: &Path, password: Option<&Password>) -> Result<Contents, BackupError> {
    Backup::open(path, password)?.verify(&mut on)
}

/// An open dossier with one record of every kind, one of which was put aside.
pub(crate) fn dossier(password: Option<&Password>) -> (TempDir, PathBuf, Store, Option<String>) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("klas.praktijk");
    let (mut store, code) = Store::create(&path, password).unwrap();
    fill(&mut store);
    let id = add(&mut store, learner("Yıldız"));
    apply(&mut store, &Change::Remove(RecordKind::Learner, id)).unwrap();
    (dir, path, store, code)
}

/// What lies in a folder, but for the empty files in which SQLite notes how to take back a change.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
    names.retain(|name| !name.ends_with("-journal"));
    names.sort();
    names
}

#[test]
fn a_backup_says_what_it_holds() {
    let (dir, _, store, _) = dossier(None);
    let to = dir.path().join("kopie.bak");
    let made = write(&store, &to, Under::Dossiers).unwrap();
    assert_eq!((made.path.as_path(), made.protection), (to.as_path(), Protection::Geen));
    assert_eq!(made.bytes, to.metadata().unwrap().len());

    let contents = verify(&to, None).unwrap();
    assert_eq!(contents, made.contents);
    assert_eq!(contents, Contents::of(&store, now()).unwrap(), "as the dossier that is open");
    assert_eq!(contents.school.as_deref(), Some("Praktijkschool 't Gilde"));
    assert_eq!(contents.newest_change, Some("2026-03-02T08:30:00Z".parse().unwrap()));
    assert_eq!(contents.records(RecordKind::Learner), 1, "one was put aside");
    let learners = contents.tables.iter().find(|table| table.name == "learner").unwrap();
    assert_eq!((learners.rows, learners.removed), (2, 1));
    assert!(!contents.encrypted);
    assert_eq!(names(dir.path()), ["klas.praktijk", "kopie.bak"], "nothing else is left");
}

#[test]
fn the_way_to_a_backup_is_told_and_can_be_left() {
    let (dir, _, store, _) = dossier(None);
    let to = dir.path().join("kopie.bak");
    let mut seen = Vec::new();
    let made = backup::write(&store, &to, Under::Dossiers, now(), &mut |progress| {
        seen.push(progress);
        ControlFlow::Continue(())
    });
    made.unwrap();
    assert!(seen.iter().all(|Progress { step: _, done, of }| done <= of), "{seen:?}");
    for step in [Step::Writing, Step::Verifying] {
        let last = seen.iter().rfind(|progress| progress.step == step).unwrap();
        assert_eq!(last.done, last.of, "{step:?}");
    }
    // Stopped at any of these moments, nothing is made.
    for stop in 0..seen.len() {
        let mut told = 0;
        let to = dir.path().join("andere.bak");
        let made = backup::write(&store, &to, Under::Dossiers, now(), &mut |_| {
            told += 1;
            if told > stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(matches!(made, Err(BackupError::Stopped)), "{stop}: {made:?}");
        assert_eq!(names(dir.path()), ["klas.praktijk", "kopie.bak"], "{stop}");
    }
}

#[test]
fn a_backup_never_takes_the_place_of_a_file() {
    let (dir, path, store, _) = dossier(None);
    let before = fs::read(&path).unwrap();
    let made = write(&store, &path, Under::Dossiers);
    assert!(matches!(made, Err(BackupError::Store(StoreError::AlreadyThere))), "{made:?}");
    assert_eq!(fs::read(&path).unwrap(), before);
    let nowhere = dir.path().join("weg").join("kopie.bak");
    assert!(matches!(write(&store, &nowhere, Under::Dossiers), Err(BackupError::File(_))));
    assert_eq!(names(dir.path()), ["klas.praktijk"]);
}

#[test]
fn a_backup_opens_with_what_opens_the_dossier_and_with_nothing_else() {
    let password = typed("een lang café-wachtwoord");
    let (dir, _, store, code) = dossier(Some(&password));
    let to = dir.path().join("kopie.bak");
    let made = write(&store, &to, Under::Dossiers).unwrap();
    assert_eq!((made.protection, made.contents.encrypted), (Protection::Dossier, true));
    for typed in [&password, &typed(&code.unwrap())] {
        assert_eq!(verify(&to, Some(typed)).unwrap(), made.contents);
    }
    assert!(matches!(verify(&to, None), Err(BackupError::NeedsPassword)));
    assert!(matches!(verify(&to, Some(&typed("fout"))), Err(BackupError::WrongPassword)));
}

#[test]
fn a_backup_with_a_password_of_its_own_opens_with_that_alone() {
    for of_dossier in [None, Some(typed("dossier"))] {
        let (dir, _, store, code) = dossier(of_dossier.as_ref());
        let to = dir.path().join("kopie.bak");
        let made = write(&store, &to, Under::Own(&typed("kopie"))).unwrap();
        assert_eq!(made.protection, Protection::Eigen);
        assert_eq!(verify(&to, Some(&typed("kopie"))).unwrap(), made.contents);
        assert!(matches!(verify(&to, None), Err(BackupError::NeedsPassword)));
        let others = [of_dossier, code.map(|code| typed(&code)), Some(typed(""))];
        for other in others.iter().flatten() {
            assert!(matches!(verify(&to, Some(other)), Err(BackupError::WrongPassword)));
        }
    }
}

#[test]
fn a_password_on_what_has_none_is_refused() {
    let (dir, path, store, _) = dossier(None);
    let to = dir.path().join("kopie.bak");
    write(&store, &to, Under::Dossiers).unwrap();
    assert!(matches!(verify(&to, Some(&typed("x"))), Err(BackupError::NoPassword)));
    drop(store);
    for other in [path.as_path(), dir.path()] {
        let refused = verify(other, None).unwrap_err();
        assert!(matches!(refused, BackupError::NotABackup | BackupError::File(_)), "{refused:?}");
        assert!(!backup::is_backup(other).unwrap_or_default());
    }
    assert!(backup::is_backup(&to).unwrap());
}

#[test]
fn no_name_of_a_person_stands_readable_in_a_backup() {
    let (dir, _, store, _) = dossier(None);
    let to = dir.path().join("kopie.bak");
    write(&store, &to, Under::Own(&typed("kopie"))).unwrap();
    let bytes = fs::read(&to).unwrap();
    for word in ["Öztürk", "Yıldız", "Gilde", "learner", "tabel"] {
        let found = bytes.windows(word.len()).any(|window| window == word.as_bytes());
        assert!(!found, "{word}");
    }
}

#[test]
fn two_backups_of_one_dossier_have_nothing_in_common_but_their_form() {
    let (dir, _, store, _) = dossier(None);
    let bytes = ["een.bak", "twee.bak"].map(|name| {
        let to = dir.path().join(name);
        write(&store, &to, Under::Dossiers).unwrap();
        fs::read(to).unwrap()
    });
    let tails = bytes.each_ref().map(|bytes| &bytes[bytes.len() - 1000..]);
    let alike = tails[0].iter().zip(tails[1]).filter(|(a, b)| a == b).count();
    assert!(alike < 50, "{alike} of 1000 bytes are the same");
}
