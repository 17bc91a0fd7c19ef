//! Every reader of what comes from outside, as a function of bytes: a short test feeds them here, fuzzing at length. Each
//! asserts what must hold whatever the bytes are. In no program that is handed out.

#[cfg(test)]
mod tests;

use std::io::Write as _;
use std::path::Path;

use crate::backup;
use crate::domain::{Learner, RecordKind};
use crate::files;
use crate::handover::{Arrival, Choice, Incoming, Relation};
use crate::pictures;
use crate::store::{self, Password, Stamp, Store, StoreError};
use crate::transfer;

/// Who tries passwords here types this.
pub const PASSWORD: &str = "geheim";

/// As a dossier without a password: a refusal leaves it as it was, and what opens can be read.
pub fn dossier(folder: &Path, bytes: &[u8]) {
    let Some(file) = written(folder, bytes) else { return };
    match Store::open(file.path(), None) {
        Ok(store) => {
            let rows = store.all::<Learner>().and(store.marks()).and(store.register());
            assert!(rows.is_ok() || matches!(rows, Err(StoreError::Damaged)), "{rows:?}");
        }
        Err(error) => {
            let after = files::read_limited(file.path(), u64::MAX).unwrap_or_default();
            assert!(after == bytes, "{error:?} changed the file");
        }
    }
}

/// As a key file. What asks for much work is tried as such elsewhere: here it would only take time.
pub fn key_file(bytes: &[u8]) {
    let asks_much = |slot: &serde_json::Value| {
        let number = |key| slot.get(key).and_then(serde_json::Value::as_u64).unwrap_or(0);
        number("geheugen") > 64 || number("rondes") > 2
    };
    let slots = serde_json::from_slice::<serde_json::Value>(bytes).ok();
    let slots = slots.and_then(|file| file.get("sleuven")?.as_array().cloned()).unwrap_or_default();
    if slots.iter().any(asks_much) {
        return;
    }
    let opened = store::keys::read(bytes, &Password::new(PASSWORD.to_owned()));
    assert!(
        matches!(
            opened,
            Ok(_)
                | Err(StoreError::KeyFile | StoreError::WrongPassword | StoreError::TooNew { .. })
        ),
        "{opened:?}"
    );
}

/// As a backup that everyone can read.
pub fn sealed_file(folder: &Path, bytes: &[u8]) {
    let Some(file) = written(folder, bytes) else { return };
    if let Ok(opened) = backup::Backup::open(file.path(), None) {
        opened.verify(&mut |_| std::ops::ControlFlow::Continue(())).ok();
    }
}

/// As what is inside a backup or a handover, sealed as it should be; the first two bytes are how many rows it says. Who
/// is in it is laid beside a dossier, and taken in.
pub fn lines(folder: &Path, bytes: &[u8]) {
    let Some((rows, lines)) = bytes.split_first_chunk::<2>() else { return };
    let rows = u64::from(u16::from_le_bytes(*rows));
    let Ok((contents, came)) = backup::hostile::read(folder, lines, rows) else { return };
    let Ok(mut here) = Store::in_memory() else { return };
    let Ok(incoming) = Incoming::of_memory(contents, came) else { return };
    let Ok(arrivals) = incoming.look(&here) else { return };
    let new = |one: &Arrival| matches!(one.relation, Relation::New);
    let chosen: Vec<(&Arrival, Choice)> =
        arrivals.iter().filter(|one| new(one)).map(|one| (one, Choice::New)).collect();
    let Ok(Some(change)) = incoming.change(&here, &chosen) else { return };
    let stamp = Stamp { at: jiff::Timestamp::UNIX_EPOCH, who: String::new() };
    if here.apply(&change, &stamp).is_ok() {
        let there = here.all::<Learner>().map(|all| all.len()).ok();
        assert_eq!(there, Some(chosen.len()), "everyone who was chosen is here");
        here.undo(&stamp).ok();
        assert_eq!(here.all::<Learner>().map(|all| all.len()).ok(), Some(0));
    }
}

/// As JSON for `zet`, of each kind.
pub fn json(store: &Store, bytes: &[u8]) {
    let Ok(objects) = transfer::objects(bytes) else { return };
    let no_files = |path: &str| Err(files::invalid_name(Path::new(path)));
    for kind in [
        RecordKind::Learner,
        RecordKind::Leerbedrijf,
        RecordKind::Traineeship,
        RecordKind::ExamComponent,
        RecordKind::School,
    ] {
        transfer::plan(store, kind, &objects, &no_files).ok();
    }
}

/// As a logo: what is taken in is small, and is taken in again.
pub fn logo(bytes: &[u8]) {
    if let Ok(taken) = pictures::take_in(bytes) {
        let again = pictures::take_in(&taken.png);
        assert!(again.is_ok_and(|again| again.hash == taken.hash), "a logo of ours is one");
    }
}

/// As the marker of a swap: it speaks of nothing but files beside the dossier.
pub fn marker(bytes: &[u8]) {
    let dossier = Path::new("/map/klas.dossier");
    for path in store::spoken_of(bytes, dossier).into_iter().flatten() {
        assert_eq!(path.parent(), dossier.parent(), "{path:?}");
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        assert!(name.contains("klas") && path != dossier, "{path:?}");
    }
}

/// A file with these bytes, which goes when it is dropped.
fn written(folder: &Path, bytes: &[u8]) -> Option<files::NewFile> {
    let mut file = files::NewFile::beside(&folder.join("bestand")).ok()?;
    file.write_all(bytes).ok()?;
    Some(file)
}
