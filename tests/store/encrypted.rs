//! Dossiers with a password: two ways in, no third, and nothing to read for who has neither.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use praktijkdossier::store::{Password, Store, StoreError, inspect};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use super::builders::{everything, fill};
use super::files::{folder, refusal, write};

const PASSWORD: &str = "een lang café-wachtwoord";

/// Made once: stretching a password is slow on purpose.
struct Made {
    dir: TempDir,
    code: String,
    everything: String,
}

static MADE: LazyLock<Made> = LazyLock::new(|| {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("dossier.praktijk");
    let (mut store, code) = Store::create(&path, Some(&typed(PASSWORD))).unwrap();
    fill(&mut store);
    Made { code: code.unwrap(), everything: everything(&store), dir }
});

fn typed(text: &str) -> Password {
    Password::new(text.to_owned())
}

/// A copy of the encrypted dossier and its key file.
fn dossier() -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    for name in ["dossier.praktijk", "dossier.praktijk.sleutels"] {
        fs::copy(MADE.dir.path().join(name), dir.path().join(name)).unwrap();
    }
    let path = dir.path().join("dossier.praktijk");
    (dir, path)
}

fn keys_of(path: &Path) -> PathBuf {
    path.with_file_name("dossier.praktijk.sleutels")
}

#[test]
fn the_password_opens_it_and_all_is_there() {
    let (_dir, path) = dossier();
    let store = Store::open(&path, Some(&typed(PASSWORD))).unwrap();
    assert_eq!(everything(&store), MADE.everything);
    drop(store);
    let found = inspect(&path, Some(&typed(PASSWORD))).unwrap();
    assert!(found.whole() && found.encrypted);
}

#[test]
fn the_recovery_code_opens_it_also_as_people_copy_it() {
    let (_dir, path) = dossier();
    let store = Store::open(&path, Some(&typed(&MADE.code))).unwrap();
    assert_eq!(everything(&store), MADE.everything);
    drop(store);
    let sloppy = MADE.code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
    Store::open(&path, Some(&typed(&sloppy))).unwrap();
}

#[test]
fn the_same_password_from_another_keyboard_opens_it() {
    let (_dir, path) = dossier();
    let decomposed = PASSWORD.replace('é', "e\u{301}");
    assert_ne!(decomposed, PASSWORD);
    Store::open(&path, Some(&typed(&decomposed))).unwrap();
}

#[test]
fn without_or_with_a_wrong_password_it_stays_shut() {
    let (_dir, path) = dossier();
    assert!(matches!(refusal(&path, None), StoreError::NeedsPassword));
    for wrong in ["", "een lang cafe-wachtwoord", &MADE.code.replace('-', "").repeat(2)] {
        assert!(matches!(refusal(&path, Some(&typed(wrong))), StoreError::WrongPassword));
    }
}

#[test]
fn an_open_encrypted_dossier_is_busy() {
    let (_dir, path) = dossier();
    let store = Store::open(&path, Some(&typed(PASSWORD))).unwrap();
    assert!(matches!(Store::open(&path, Some(&typed(PASSWORD))), Err(StoreError::Busy)));
    drop(store);
}

#[test]
fn nothing_of_a_person_can_be_read_in_the_files() {
    let (_dir, path) = dossier();
    for (name, bytes) in folder(&path) {
        for word in ["ztürk", "Gaziantep", "Korenaar", "leerbedrijf", "SQLite", "praktijkbureau"] {
            let found = memchr::memmem::find(&bytes, word.as_bytes());
            assert_eq!(found, None, "{word} in {}", name.display());
        }
    }
    let (_other, plain) = {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("dossier.praktijk");
        fill(&mut Store::create(&path, None).unwrap().0);
        (dir, path)
    };
    let bytes = fs::read(plain).unwrap();
    assert!(memchr::memmem::find(&bytes, b"Gaziantep").is_some(), "the search does find it");
}

/// A key file with the sum that belongs to what is in it.
fn summed(keys: &str) -> String {
    let mut file: serde_json::Value = serde_json::from_str(keys).unwrap();
    let slots = serde_json::to_vec(file.get("sleuven").unwrap()).unwrap();
    let sum: String = Sha256::digest(&slots).iter().map(|b| format!("{b:02x}")).collect();
    *file.get_mut("controle").unwrap() = sum.into();
    file.to_string()
}

#[test]
fn a_missing_or_damaged_key_file_is_named_and_the_dossier_left_alone() {
    let (_dir, path) = dossier();
    let keys = fs::read_to_string(keys_of(&path)).unwrap();
    let swap = |from: &str, to: &str| {
        assert!(keys.contains(from), "{from}");
        keys.replacen(from, to, 1)
    };
    let digit = keys.find("\"sleutel\": \"").unwrap() + "\"sleutel\": \"".len();
    let mut flipped = keys.clone();
    let other = if flipped.get(digit..=digit) == Some("0") { "1" } else { "0" };
    flipped.replace_range(digit..=digit, other);
    for damaged in [
        String::new(),
        "{}".to_owned(),
        keys.get(..keys.len() / 2).unwrap().to_owned(),
        flipped,
        // Whole by its sum, and still not to be trusted: it must not cost hours or all memory.
        summed(&swap("\"geheugen\": 65536", "\"geheugen\": 4294967295")),
        summed(&swap("\"rondes\": 3", "\"rondes\": 4000000000")),
        summed(&swap("\"banen\": 1", "\"banen\": 100")),
        summed(&swap("\"banen\": 1", "\"banen\": 0")),
        summed(&swap("\"nonce\": \"", "\"nonce\": \"x")),
        summed(&swap("\"nonce\": \"", "\"nonce\": \"00")),
        summed(&swap("\"zout\": \"", "\"zout\": \"0")),
        "x".repeat(100_000),
    ] {
        write(&keys_of(&path), damaged.as_bytes());
        let error = refusal(&path, Some(&typed(PASSWORD)));
        assert!(matches!(error, StoreError::KeyFile), "{error:?}");
    }
    for later in [swap("\"versie\": 1", "\"versie\": 2"), "{\"versie\": 3}".to_owned()] {
        write(&keys_of(&path), later.as_bytes());
        assert!(matches!(refusal(&path, Some(&typed(PASSWORD))), StoreError::TooNew { .. }));
    }

    fs::remove_file(keys_of(&path)).unwrap();
    assert!(matches!(refusal(&path, Some(&typed(PASSWORD))), StoreError::KeyFile));
    assert!(matches!(refusal(&path, None), StoreError::KeyFile));

    assert!(
        keys.contains(
            serde_json::from_str::<serde_json::Value>(&summed(&keys)).unwrap()["controle"]
                .as_str()
                .unwrap()
        ),
        "the sum of this test is the program's"
    );
    write(&keys_of(&path), keys.as_bytes());
    Store::open(&path, Some(&typed(PASSWORD))).unwrap();
}

#[test]
fn a_damaged_encrypted_dossier_is_refused_or_seen_by_a_look() {
    let (_dir, path) = dossier();
    let whole = fs::read(&path).unwrap();
    // In the first page, which opening reads.
    for at in [0, 20, 100, 2000, 4095] {
        let mut bytes = whole.clone();
        *bytes.get_mut(at).unwrap() ^= 1;
        write(&path, &bytes);
        let error = refusal(&path, Some(&typed(PASSWORD)));
        assert!(matches!(error, StoreError::Damaged), "{at}: {error:?}");
    }
    // In another.
    let mut bytes = whole.clone();
    *bytes.get_mut(whole.len() - 1000).unwrap() ^= 1;
    write(&path, &bytes);
    match inspect(&path, Some(&typed(PASSWORD))) {
        Ok(found) => assert!(!found.whole()),
        Err(error) => assert!(matches!(error, StoreError::Damaged), "{error:?}"),
    }
    // Cut short, or nothing left.
    for length in [whole.len() - 4096, 4096, 1000, 0] {
        write(&path, whole.get(..length).unwrap());
        let error = refusal(&path, Some(&typed(PASSWORD)));
        assert!(matches!(error, StoreError::Damaged), "{length}: {error:?}");
    }
}

/// The one sentence about a damaged dossier is ours; the library has its own log on standard error.
#[test]
fn nothing_is_written_on_standard_error() {
    const PATH: &str = "PRAKTIJKDOSSIER_TEST_DAMAGED";
    if let Some(path) = std::env::var_os(PATH) {
        let error = Store::open(Path::new(&path), Some(&typed(PASSWORD))).unwrap_err();
        assert!(matches!(error, StoreError::Damaged), "{error:?}");
        return;
    }
    let (_dir, path) = dossier();
    let mut bytes = fs::read(&path).unwrap();
    *bytes.get_mut(100).unwrap() ^= 1;
    write(&path, &bytes);
    let name = "store::encrypted::nothing_is_written_on_standard_error";
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", name, "--nocapture"]).env(PATH, &path);
    let done = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let (out, err) = (text(done.stdout), text(done.stderr));
    assert!(out.contains("1 passed"), "{out}{err}");
    assert!(!format!("{out}{err}").contains("sqlite3Codec"), "{out}{err}");
}

#[test]
fn the_key_file_of_another_dossier_does_not_open_it() {
    let (_dir, path) = dossier();
    let other = path.with_file_name("ander.praktijk");
    drop(Store::create(&other, Some(&typed(PASSWORD))).unwrap());
    fs::copy(path.with_file_name("ander.praktijk.sleutels"), keys_of(&path)).unwrap();
    assert!(matches!(refusal(&path, Some(&typed(PASSWORD))), StoreError::Damaged));
}

#[test]
fn the_password_is_never_shown() {
    assert_eq!(format!("{:?}", typed(PASSWORD)), "Password(…)");
}
