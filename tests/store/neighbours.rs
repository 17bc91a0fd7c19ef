//! Two programs on one dossier: who has it, and reading it meanwhile.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use praktijkdossier::changes::Change;
use praktijkdossier::domain::{Learner, RecordKind};
use praktijkdossier::store::{Holder, Password, Store, StoreError, holder, inspect};

use super::builders::{add, apply, everything, learner, names, stamp};
use super::files::{dossier, folder, raw, write};

const PATH: &str = "PRAKTIJKDOSSIER_TEST_BUSY";
const PASSWORD: &str = "PRAKTIJKDOSSIER_TEST_PASSWORD";

fn someone() -> Holder {
    Holder { who: "f.berg".to_owned(), computer: "LOKAAL-12".to_owned(), since: stamp().at }
}

#[test]
fn who_has_a_dossier_is_told_as_long_as_it_is_open() {
    let (_dir, path) = dossier();
    let before = folder(&path);
    let mut store = Store::open(&path, None).unwrap();
    assert_eq!(holder(&path), None);
    store.tell(&someone());
    assert_eq!(holder(&path), Some(someone()));
    drop(store);
    assert_eq!(holder(&path), None);
    assert!(before == folder(&path), "nothing stays beside it");
}

/// After a power cut the message is still there; the next one who has the dossier takes it away.
#[test]
fn a_message_that_stayed_behind_goes_with_the_next_opening() {
    let (dir, path) = dossier();
    let mut store = Store::open(&path, None).unwrap();
    store.tell(&someone());
    let left = fs::read(dir.path().join(".dossier.praktijk.open")).unwrap();
    drop(store);
    write(&dir.path().join(".dossier.praktijk.open"), &left);
    drop(Store::open(&path, None).unwrap());
    assert_eq!(holder(&path), None);
    for strange in [&b""[..], b"{", b"{\"versie\":1}", &[b'x'; 9_000]] {
        write(&dir.path().join(".dossier.praktijk.open"), strange);
        assert_eq!(holder(&path), None);
    }
    let long = format!(
        r#"{{"versie":1,"wie":"{}","computer":"a\u202eb\u0007","sinds":"2026-03-02T08:30:00Z"}}"#,
        "w".repeat(500)
    );
    write(&dir.path().join(".dossier.praktijk.open"), long.as_bytes());
    let told = holder(&path).unwrap();
    assert_eq!((told.who.len(), told.computer.as_str()), (60, "ab"));
}

#[test]
fn in_a_dossier_that_is_only_read_nothing_changes() {
    let (_dir, path) = dossier();
    let mut rights = fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).unwrap();
    let before = folder(&path);
    let mut store = Store::open_only_to_read(&path, None).unwrap();
    assert!(store.is_only_to_read());
    store.tell(&someone());
    let all = everything(&store);
    let refused = [
        apply(&mut store, &Change::Add(learner("Yıldız"))).map(drop),
        apply(&mut store, &Change::Remove(RecordKind::Learner, 1)).map(drop),
        store.undo(&stamp()).map(drop),
        store.redo(&stamp()).map(drop),
        store.issue(&[], &stamp()),
    ];
    for refused in refused {
        assert!(matches!(refused, Err(StoreError::OnlyToRead)), "{refused:?}");
    }
    assert_eq!(everything(&store), all);
    assert!(before == folder(&path));
}

#[test]
fn an_old_dossier_that_is_only_read_stays_old() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("dossier.praktijk");
    raw(&path, &fs::read_to_string("tests/old_files/v1.sql").unwrap());
    let before = folder(&path);
    let store = Store::open_only_to_read(&path, None).unwrap();
    assert_eq!(store.all::<Learner>().unwrap().len(), 1);
    drop(store);
    assert!(before == folder(&path));
}

/// The other program: reads again and again while the first one changes, and never sees half a change.
fn read_what_changes(path: &Path) {
    let password = std::env::var(PASSWORD).ok().map(Password::new);
    let mut read = 0;
    let mut before = 0;
    for _ in 0..40 {
        match Store::read_busy(path, password.as_ref()) {
            Ok(mut store) => {
                let learners = names(&store);
                // Each change adds two learners and gives the first one their number.
                assert!(learners.len() % 2 == 1, "half a change: {}", learners.len());
                let first = store.learner(praktijkdossier::domain::Id::new(1)).unwrap().value;
                let said = first.groep.map(|groep| groep.as_str().to_owned());
                let expected = if learners.len() == 1 {
                    "4b".to_owned()
                } else {
                    format!("G{}", learners.len())
                };
                assert_eq!(said, Some(expected));
                assert!(learners.len() >= before, "never back in time");
                assert!(store.is_only_to_read());
                store.undo(&stamp()).unwrap_err();
                before = learners.len();
                read += 1;
                if read == 3 {
                    return;
                }
            }
            Err(StoreError::Busy) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
    panic!("read {read} times");
}

fn changing_while_it_is_read(password: Option<&str>, test: &str) {
    let typed = password.map(|typed| Password::new(typed.to_owned()));
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("dossier.praktijk");
    let (mut store, _) = Store::create(&path, typed.as_ref()).unwrap();
    super::builders::fill(&mut store);
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--nocapture"]).env(PATH, &path).stdout(Stdio::piped());
    if let Some(password) = password {
        command.env(PASSWORD, password);
    }
    let mut other = command.spawn().unwrap();
    let mut changes = 0;
    while other.try_wait().unwrap().is_none() {
        let count = names(&store).len() + 2;
        let first = super::builders::with(
            super::builders::whole(RecordKind::Learner),
            "groep",
            &format!("G{count}"),
        );
        let change = super::builders::together(vec![
            Change::Add(learner("Een")),
            Change::Edit(1, first),
            Change::Add(learner("Twee")),
        ]);
        apply(&mut store, &change).unwrap();
        changes += 1;
        // Now and then it rests, as a person does.
        if changes % 3 == 0 {
            std::thread::park_timeout(std::time::Duration::from_millis(400));
        }
    }
    let done = other.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(said.contains("1 passed"), "{said}");
    assert!(changes > 1, "it was changed while it was read");
    add(&mut store, learner("Daarna"));
    drop(store);
    assert!(inspect(&path, typed.as_ref()).unwrap().whole());
}

#[test]
fn what_another_program_is_changing_is_read_whole() {
    if let Some(path) = std::env::var_os(PATH) {
        return read_what_changes(Path::new(&path));
    }
    changing_while_it_is_read(
        None,
        "store::neighbours::what_another_program_is_changing_is_read_whole",
    );
}

#[test]
fn so_is_one_with_a_password() {
    if let Some(path) = std::env::var_os(PATH) {
        return read_what_changes(Path::new(&path));
    }
    changing_while_it_is_read(Some("eik"), "store::neighbours::so_is_one_with_a_password");
}

#[test]
fn pages_are_looked_at_and_what_points_at_nothing_is_counted() {
    let (_dir, path) = dossier();
    assert_eq!(Store::open(&path, None).unwrap().check_pages().unwrap(), 0);
    raw(&path, "PRAGMA foreign_keys = OFF; UPDATE erkenning SET leerbedrijf = 9");
    assert_eq!(Store::open(&path, None).unwrap().check_pages().unwrap(), 1);
    // A page of a table, of which opening alone looks at nothing.
    let mut bytes = fs::read(&path).unwrap();
    let last = bytes.len() - 4096;
    bytes.get_mut(last..).unwrap().fill(0x55);
    write(&path, &bytes);
    let store = Store::open(&path, None).unwrap();
    assert!(matches!(store.check_pages(), Err(StoreError::Damaged)));
    drop(store);
    assert!(fs::read(&path).unwrap() == bytes);
}
