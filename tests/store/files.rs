//! Which files are opened, which are refused, and that a refusal touches nothing.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use praktijkdossier::changes::Change;
use praktijkdossier::domain::{Learner, RecordKind, Traineeship};
use praktijkdossier::store::{BadRow, Password, Store, StoreError, inspect};
use tempfile::TempDir;

use super::builders::{add, apply, everything, fill, learner, names, stamp, whole, with};

/// Runs SQL in a closed dossier, past the store: what only damage, another program or another time would do.
#[expect(clippy::disallowed_methods, reason = "makes what the store itself never makes")]
pub(crate) fn raw(path: &Path, sql: &str) {
    let conn = rusqlite::Connection::open(path).unwrap();
    conn.execute_batch(sql).unwrap();
}

#[expect(clippy::disallowed_methods, reason = "a test makes its own strange files")]
pub(crate) fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap();
}

/// A closed dossier with one record of every kind.
pub(crate) fn dossier() -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("dossier.praktijk");
    let (mut store, code) = Store::create(&path, None).unwrap();
    assert_eq!(code, None, "without a password there is nothing to recover");
    fill(&mut store);
    drop(store);
    (dir, path)
}

/// Every file in the folder with its bytes.
pub(crate) fn folder(path: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(path.parent().unwrap()).unwrap().map(|e| e.unwrap().path());
    let mut all: Vec<_> = entries
        .map(|p| {
            let bytes = if p.is_dir() { Vec::new() } else { fs::read(&p).unwrap() };
            (p, bytes)
        })
        .collect();
    all.sort();
    all
}

/// What opening says, when nothing in the folder changes by it.
pub(crate) fn refusal(path: &Path, password: Option<&Password>) -> StoreError {
    let before = folder(path);
    let error = Store::open(path, password).unwrap_err();
    assert!(before == folder(path), "{error:?}: a file was changed");
    let looked = inspect(path, password).unwrap_err();
    let same = std::mem::discriminant(&looked) == std::mem::discriminant(&error);
    assert!(same, "a look says {looked:?}, opening {error:?}");
    assert!(before == folder(path), "{error:?}: a look changed a file");
    error
}

#[test]
fn what_was_done_is_there_after_closing_and_opening() {
    let (_dir, path) = dossier();
    let mut store = Store::open(&path, None).unwrap();
    assert_eq!(store.path(), Some(path.as_path()));
    let before = everything(&store);
    for kind in RecordKind::ALL {
        assert_eq!(store.record(*kind, 1).unwrap(), whole(*kind));
    }
    drop(store);
    store = Store::open(&path, None).unwrap();
    assert_eq!(everything(&store), before, "opening alone writes nothing");
    add(&mut store, learner("Yıldız"));
    assert_eq!(names(&store), ["Öztürk", "Yıldız"]);
}

#[test]
fn a_new_dossier_never_takes_the_place_of_a_file() {
    let (_dir, path) = dossier();
    let before = folder(&path);
    assert!(matches!(Store::create(&path, None), Err(StoreError::AlreadyThere)));
    assert!(before == folder(&path));
    // Nor of a key file: it may be all that is left of a dossier.
    let other = path.with_file_name("ander.praktijk");
    write(&path.with_file_name("ander.praktijk.sleutels"), b"{}");
    assert!(matches!(Store::create(&other, None), Err(StoreError::AlreadyThere)));
    assert!(!other.exists());
    let folder = path.parent().unwrap();
    assert!(matches!(Store::create(folder, None), Err(StoreError::AlreadyThere)));
}

#[test]
fn a_new_dossier_in_a_folder_that_is_not_there_leaves_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("weg").join("dossier.praktijk");
    assert!(matches!(Store::create(&path, None), Err(StoreError::CannotOpen)));
    let password = Password::new("geheim".to_owned());
    assert!(matches!(Store::create(&path, Some(&password)), Err(StoreError::CannotOpen)));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn a_file_that_is_not_there_is_said_to_be_so() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("dossier.praktijk");
    assert!(matches!(refusal(&path, None), StoreError::NotFound));
    assert!(!path.exists());
}

#[test]
fn a_path_that_cannot_be_a_file_is_refused() {
    let (_dir, path) = dossier();
    assert!(matches!(
        Store::open(&path.join("dossier.praktijk"), None),
        Err(StoreError::CannotOpen | StoreError::NotFound)
    ));
    assert!(matches!(Store::open(Path::new("a\0b"), None), Err(StoreError::CannotOpen)));
    let folder = path.with_file_name("map");
    fs::create_dir(&folder).unwrap();
    assert!(matches!(refusal(&folder, None), StoreError::NotOurs | StoreError::CannotOpen));
}

#[test]
fn a_file_of_something_else_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("bestand");
    let random: Vec<u8> = {
        let mut dice = oorandom::Rand32::new(7);
        (0..10_000).map(|_| u8::try_from(dice.rand_u32() % 256).unwrap()).collect()
    };
    let contents: [&[u8]; 6] =
        [b"", b"%PDF-1.7\n", b"SQLite format 3\0", b"SQLite format 3", &[0; 8192], &random];
    for bytes in contents {
        write(&path, bytes);
        let error = refusal(&path, None);
        assert!(matches!(error, StoreError::NotOurs), "{} bytes: {error:?}", bytes.len());
    }
}

#[test]
fn the_database_of_another_program_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    for (name, sql) in [
        ("a", "CREATE TABLE t (a)"),
        ("b", "PRAGMA application_id = 1234; CREATE TABLE learner (id)"),
        ("c", "PRAGMA user_version = 1; CREATE TABLE learner (id)"),
        ("d", "PRAGMA journal_mode = WAL; CREATE TABLE t (a)"),
    ] {
        let path = dir.path().join(name);
        raw(&path, sql);
        assert!(matches!(refusal(&path, None), StoreError::NotOurs), "{sql}");
    }
}

#[test]
fn a_dossier_of_a_later_version_is_refused() {
    let (_dir, path) = dossier();
    raw(&path, "PRAGMA user_version = 99");
    let error = refusal(&path, None);
    assert!(matches!(error, StoreError::TooNew { found: 99, .. }), "{error:?}");
    raw(&path, "PRAGMA user_version = -1");
    assert!(matches!(refusal(&path, None), StoreError::TooNew { found: u32::MAX, .. }));
}

#[test]
fn a_dossier_cut_short_is_damaged() {
    let (_dir, path) = dossier();
    let whole = fs::read(&path).unwrap();
    for length in [100, 512, 4096, 5000, 8192, whole.len() / 2, whole.len() - 4096, whole.len() - 1]
    {
        write(&path, whole.get(..length).unwrap());
        let error = refusal(&path, None);
        assert!(matches!(error, StoreError::Damaged), "{length}: {error:?}");
    }
    for length in [0, 1, 16, 99] {
        write(&path, whole.get(..length).unwrap());
        let error = refusal(&path, None);
        assert!(matches!(error, StoreError::NotOurs), "{length}: {error:?}");
    }
    write(&path, &whole);
    Store::open(&path, None).unwrap();
}

#[test]
fn a_dossier_whose_making_was_cut_short_is_finished() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("dossier.praktijk");
    raw(&path, "PRAGMA application_id = 0x50726B44");
    let store = Store::open(&path, None).unwrap();
    assert_eq!(store.schema().unwrap(), Store::in_memory().unwrap().schema().unwrap());
    drop(store);
    // But one that says that it is finished and has no tables lost them.
    let lost = dir.path().join("leeg.praktijk");
    raw(&lost, "PRAGMA application_id = 0x50726B44; PRAGMA user_version = 1");
    assert!(matches!(Store::open(&lost, None), Err(StoreError::Shape)));
}

/// Whatever byte of the header is wrong: the dossier opens whole, or it is refused and stays as it is.
#[test]
fn a_wrong_byte_in_the_header_never_costs_data() {
    let (_dir, path) = dossier();
    let whole = fs::read(&path).unwrap();
    let expected = everything(&Store::open(&path, None).unwrap());
    let mut refused = 0;
    for at in 0..100 {
        for flip in [0x01, 0x80, 0xFF] {
            let mut bytes = whole.clone();
            *bytes.get_mut(at).unwrap() ^= flip;
            write(&path, &bytes);
            match Store::open(&path, None) {
                Ok(store) => assert_eq!(everything(&store), expected, "byte {at}"),
                Err(error) => {
                    refused += 1;
                    let fits = matches!(
                        error,
                        StoreError::NotOurs
                            | StoreError::TooNew { .. }
                            | StoreError::Damaged
                            | StoreError::Shape
                    );
                    assert!(fits, "byte {at} ^ {flip:#x}: {error:?}");
                    assert!(fs::read(&path).unwrap() == bytes, "byte {at}: {error:?}");
                }
            }
        }
    }
    assert!(refused >= 100, "{refused}");
}

/// A wrong byte anywhere in a page is at least seen by whoever looks for it, or changes no fact.
#[test]
fn a_look_sees_damage_in_the_pages() {
    let (_dir, path) = dossier();
    let whole = fs::read(&path).unwrap();
    let pages = whole.len() / 4096;
    let mut seen = 0;
    for page in 1..pages {
        // The first bytes of a page say what kind it is and where its cells begin.
        let mut bytes = whole.clone();
        *bytes.get_mut(page * 4096).unwrap() ^= 0x55;
        write(&path, &bytes);
        match inspect(&path, None) {
            Ok(found) => assert!(!found.whole(), "page {page}"),
            Err(error) => assert!(matches!(error, StoreError::Damaged), "page {page}: {error:?}"),
        }
        assert!(fs::read(&path).unwrap() == bytes, "a look changes nothing");
        seen += 1;
    }
    assert!(seen > 10);
}

#[test]
fn a_dossier_without_password_is_not_opened_with_one() {
    let (_dir, path) = dossier();
    let password = Password::new("geheim".to_owned());
    assert!(matches!(refusal(&path, Some(&password)), StoreError::NoPassword));
}

#[test]
fn a_dossier_that_may_not_be_written_is_refused() {
    let (_dir, path) = dossier();
    let mut rights = fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).unwrap();
    let before = folder(&path);
    assert!(matches!(Store::open(&path, None), Err(StoreError::ReadOnly)));
    // Looking is allowed.
    assert!(inspect(&path, None).unwrap().whole());
    assert!(before == folder(&path));
}

#[test]
fn an_open_dossier_is_busy() {
    let (_dir, path) = dossier();
    let store = Store::open(&path, None).unwrap();
    let before = folder(&path);
    assert!(matches!(Store::open(&path, None), Err(StoreError::Busy)));
    assert!(matches!(inspect(&path, None), Err(StoreError::Busy)));
    assert!(before == folder(&path));
    drop(store);
    Store::open(&path, None).unwrap();
}

#[test]
fn a_new_dossier_is_busy_from_its_first_moment() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("dossier.praktijk");
    let (store, _) = Store::create(&path, None).unwrap();
    assert!(matches!(Store::open(&path, None), Err(StoreError::Busy)));
    assert!(matches!(Store::create(&path, None), Err(StoreError::AlreadyThere)));
    drop(store);
    Store::open(&path, None).unwrap();
}

/// SQLite's locks on Unix are lost when the same program opens and closes the file once more, so a second look at an
/// open dossier could let another program in.
#[test]
fn another_program_is_kept_out_also_after_a_second_look() {
    const PATH: &str = "PRAKTIJKDOSSIER_TEST_PATH";
    if let Some(path) = std::env::var_os(PATH) {
        // This is the other program.
        let started = Instant::now();
        let error = Store::open(Path::new(&path), None).unwrap_err();
        assert!(matches!(error, StoreError::Busy), "{error:?}");
        assert!(started.elapsed().as_secs() < 2, "nobody waits for what does not come");
        return;
    }
    let (_dir, path) = dossier();
    let other_program = |path: &OsStr| {
        let name = "store::files::another_program_is_kept_out_also_after_a_second_look";
        let mut command = Command::new(std::env::current_exe().unwrap());
        let done = command.args(["--exact", name]).env(PATH, path).output().unwrap();
        let said = String::from_utf8(done.stdout).unwrap();
        assert!(said.contains("1 passed"), "{said}");
    };
    let mut store = Store::open(&path, None).unwrap();
    other_program(path.as_os_str());
    Store::open(&path, None).unwrap_err();
    inspect(&path, None).unwrap_err();
    other_program(path.as_os_str());
    add(&mut store, learner("Yıldız"));
    Store::open(&path, None).unwrap_err();
    other_program(path.as_os_str());
}

#[test]
fn one_bad_row_is_named_and_does_not_hide_the_others() {
    let (_dir, path) = dossier();
    let mut store = Store::open(&path, None).unwrap();
    for name in ["Yıldız", "Şahin"] {
        add(&mut store, with(learner(name), "groep", "4b"));
    }
    drop(store);
    raw(&path, "UPDATE learner SET route = 'hbo', geboortedatum = '2008-99-99' WHERE id = 2");

    let mut store = Store::open(&path, None).unwrap();
    assert_eq!(names(&store), ["Öztürk", "Şahin"]);
    let bad = BadRow { kind: RecordKind::Learner, id: 2, field: "geboortedatum" };
    assert_eq!(store.bad_rows::<Learner>().unwrap(), [bad]);
    assert_eq!(store.bad_rows::<Traineeship>().unwrap(), []);
    assert!(matches!(
        store.record(RecordKind::Learner, 2),
        Err(StoreError::BadRow { kind: RecordKind::Learner, id: 2, field: "geboortedatum" })
    ));
    // The list shows it as it stands, so that someone can mend it.
    assert_eq!(store.learner_lines().unwrap().len(), 3);
    apply(&mut store, &Change::Edit(2, learner("Yıldız"))).unwrap();
    assert_eq!(store.bad_rows::<Learner>().unwrap(), []);
    store.undo(&stamp()).unwrap();
    assert_eq!(store.bad_rows::<Learner>().unwrap(), [bad], "undo brings back what was there");
}

#[test]
fn a_look_tells_what_a_dossier_holds() {
    let (_dir, path) = dossier();
    let before = folder(&path);
    let found = inspect(&path, None).unwrap();
    assert!(found.whole());
    assert!(!found.encrypted);
    assert_eq!((found.schema_version, found.journal_lines), (5, 13));
    assert_eq!(found.counts.len(), RecordKind::ALL.len());
    assert!(found.counts.iter().all(|(_, count)| *count == 1), "{:?}", found.counts);
    assert!(before == folder(&path));

    raw(&path, "UPDATE erkenning SET van = '2025-02-30'");
    let found = inspect(&path, None).unwrap();
    let bad = BadRow { kind: RecordKind::Erkenning, id: 1, field: "van" };
    assert_eq!((found.whole(), found.bad_rows.as_slice()), (false, [bad].as_slice()));

    raw(&path, "PRAGMA foreign_keys = OFF; UPDATE erkenning SET van = NULL, leerbedrijf = 9");
    let found = inspect(&path, None).unwrap();
    assert_eq!((found.whole(), found.loose_references), (false, 1));
}
