//! Saving what can be read of a damaged dossier: everything readable comes over, nothing is made up, and what is lost is
//! named.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use praktijkdossier::catalogue::Catalogue;
use praktijkdossier::changes::Change;
use praktijkdossier::domain::RecordKind;
use praktijkdossier::example;
use praktijkdossier::store::{
    Issue, PartKind, Password, Rescue, RescuedPart, Store, StoreError, inspect, rescue,
};
use tempfile::TempDir;

use super::builders::{add, apply, fill, issued, learner, names, rows, stamp, with};
use super::files::{folder, raw, write};
use super::register::{number, verklaring};

const PAGE: usize = 4096;
const PASSWORD: &str = "een lang café-wachtwoord";

struct Made {
    dir: TempDir,
    password: Option<Password>,
    rows: BTreeMap<(String, i64), String>,
    bytes: Vec<u8>,
}

/// A dossier in which every table has several pages, with papers of several pages each.
fn make(password: Option<Password>) -> Made {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("dossier.praktijk");
    let (mut store, _) = Store::create(&path, password.as_ref()).unwrap();
    fill(&mut store);
    for n in 0..40 {
        let note = format!("Notitie {n} {}", "x".repeat(300));
        add(&mut store, with(learner(&format!("Leerling {n}")), "notitie", &note));
    }
    // Longer than a page.
    apply(&mut store, &Change::Edit(7, with(learner("Lang"), "notitie", &"y".repeat(3_900))))
        .unwrap();
    apply(&mut store, &Change::Remove(RecordKind::Learner, 9)).unwrap();
    let today = jiff::civil::date(2026, 3, 2);
    let people = example::changes(3, 12, today, &Catalogue::new(&[]));
    apply(&mut store, &people).unwrap();
    add(&mut store, learner("Later"));
    store.undo(&stamp()).unwrap();
    for n in 1..=6 {
        let pdf = format!("%PDF {n} ").into_bytes().repeat(2_000);
        let paper = Issue { pdf, ..verklaring(number(&format!("PV-2026-000{n}"))) };
        store.issue(&[paper], &stamp()).unwrap();
    }
    let rows = by_row(&store);
    drop(store);
    let bytes = fs::read(&path).unwrap();
    Made { dir, password, rows, bytes }
}

static PLAIN: LazyLock<Made> = LazyLock::new(|| make(None));
static LOCKED: LazyLock<Made> = LazyLock::new(|| make(Some(Password::new(PASSWORD.to_owned()))));

/// Far more is tried when `RESCUE` is set.
fn full() -> bool {
    std::env::var_os("RESCUE").is_some()
}

/// Every row of records and register, by its table and number.
fn by_row(store: &Store) -> BTreeMap<(String, i64), String> {
    let text = format!("\n{}{}", rows(store), issued(store));
    let mut out = BTreeMap::new();
    let all = text.trim_start_matches('\n');
    for row in all.split("INSERT INTO ").filter(|row| !row.is_empty()) {
        let (table, values) = row.split_once(" VALUES (").unwrap();
        let id = values.split([',', ')']).next().unwrap().parse().unwrap();
        out.insert((table.to_owned(), id), values.trim_end().to_owned());
    }
    out
}

/// What a rescue of these bytes gives.
fn try_rescue(made: &Made, bytes: &[u8]) -> (Result<Rescue, StoreError>, TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("dossier.praktijk");
    write(&path, bytes);
    let keys = made.dir.path().join("dossier.praktijk.sleutels");
    if keys.exists() {
        fs::copy(keys, dir.path().join("dossier.praktijk.sleutels")).unwrap();
    }
    let before = folder(&path);
    let to = dir.path().join("gered.praktijk");
    let done = rescue(&path, made.password.as_ref(), &to, &stamp());
    let now: BTreeSet<_> = folder(&path).into_iter().collect();
    assert!(before.into_iter().all(|file| now.contains(&file)), "the damaged file is not touched");
    (done, dir, to)
}

fn table_of(part: &RescuedPart) -> &'static str {
    match part.kind {
        PartKind::Records(RecordKind::School) => "school",
        PartKind::Records(RecordKind::Praktijkbegeleider) => "praktijkbegeleider",
        PartKind::Records(RecordKind::Learner) => "learner",
        PartKind::Records(RecordKind::Leerbedrijf) => "leerbedrijf",
        PartKind::Records(RecordKind::Praktijkopleider) => "praktijkopleider",
        PartKind::Records(RecordKind::Erkenning) => "erkenning",
        PartKind::Records(RecordKind::Traineeship) => "traineeship",
        PartKind::Records(RecordKind::ExamComponent) => "exam_component",
        PartKind::Records(RecordKind::Ondertekenaar) => "ondertekenaar",
        PartKind::Records(RecordKind::Evidence) => "evidence",
        PartKind::Records(RecordKind::Voortgangstoets) => "voortgangstoets",
        PartKind::Records(RecordKind::OwnEntry) => "own_entry",
        PartKind::Documents => "issued",
        PartKind::DocumentFiles => "issued_file",
        PartKind::Withdrawals => "withdrawal",
        PartKind::Records(RecordKind::ReceivedDocument) => "received_document",
        PartKind::Marks | PartKind::ReceivedFiles => "",
        PartKind::Pictures | PartKind::History | PartKind::Images => "",
    }
}

/// Whether what is not as it was is named: saved rows that differ, and those that are gone. How many are as they were.
fn judge(made: &Made, done: &Rescue, store: &Store, doubt: Doubt, about: &str) -> usize {
    let now = by_row(store);
    let part = |table: &str| done.parts.iter().find(|part| table_of(part) == table).unwrap();
    let mut same = 0;
    for ((table, id), row) in &now {
        let part = part(table);
        let named =
            part.blank.contains(id) || part.loosened.contains(id) || part.doubtful.contains(id);
        match made.rows.get(&(table.clone(), *id)) {
            Some(was) if was == row => same += 1,
            // What no history tells of can be read wrong in a file without a key, and nobody can know.
            Some(_) if doubt == Doubt::Register && table.starts_with("issued") => {}
            was => assert!(named, "{about}: {table} {id} is not as it was: {row} was {was:?}"),
        }
    }
    for (table, id) in made.rows.keys().filter(|key| !now.contains_key(*key)) {
        let part = part(table);
        let within = part
            .holes
            .iter()
            .any(|(from, to)| from.is_none_or(|from| from <= *id) && to.is_none_or(|to| *id <= to));
        let named = part.lost.contains(id) || within || part.nameless > 0;
        assert!(named, "{about}: {table} {id} is gone without a word: {part:?}");
    }
    same
}

/// Which rows may be read as other data without being named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doubt {
    None,
    Register,
}

fn judged(made: &Made, bytes: &[u8], doubt: Doubt, about: &str) -> Option<(Rescue, usize)> {
    let (done, _dir, to) = try_rescue(made, bytes);
    match done {
        Ok(done) => {
            let found = inspect(&to, made.password.as_ref()).unwrap();
            let bad = |kind, id| {
                let part = done.parts.iter().find(|part| part.kind == PartKind::Records(kind));
                part.unwrap().doubtful.contains(&id)
            };
            assert!(found.bad_rows.iter().all(|row| bad(row.kind, row.id)), "{about}: {found:?}");
            let sound = found.damage.is_empty()
                && found.loose_references == 0
                && found.bad_documents.is_empty();
            assert!(sound, "{about}: {found:?}");
            let store = Store::open(&to, made.password.as_ref()).unwrap();
            assert!(!store.undo_state().unwrap().can_undo, "{about}");
            let same = judge(made, &done, &store, doubt, about);
            Some((done, same))
        }
        Err(StoreError::NothingToSave) => {
            assert!(!to.exists(), "{about}: nothing half made stays");
            None
        }
        Err(other) => panic!("{about}: {other:?}"),
    }
}

#[test]
fn of_a_whole_dossier_everything_is_saved() {
    for made in [&*PLAIN, &*LOCKED] {
        let (done, same) = judged(made, &made.bytes, Doubt::None, "whole").unwrap();
        assert!(done.parts.iter().all(RescuedPart::whole), "{done:?}");
        assert!(done.history_whole && done.unread_pages == 0 && done.lost_files.is_empty());
        assert_eq!(same, made.rows.len());
    }
}

#[test]
fn whichever_page_is_wrecked_the_rest_is_saved() {
    let every = if full() { 1 } else { 5 };
    for (made, step) in [(&*PLAIN, every), (&*LOCKED, 9 * every)] {
        let pages = made.bytes.len() / PAGE;
        assert!(pages > 60, "{pages}");
        let mut worst = usize::MAX;
        for page in (0..pages).step_by(step) {
            for filling in if full() { &[0x00, 0x55][..] } else { &[0x55] } {
                let mut bytes = made.bytes.clone();
                bytes.get_mut(page * PAGE..(page + 1) * PAGE).unwrap().fill(*filling);
                let about = format!("page {} filled with {filling}", page + 1);
                let (done, same) = judged(made, &bytes, Doubt::None, &about).unwrap();
                assert!(done.unread_pages <= 1, "{about}: {done:?}");
                worst = worst.min(same);
            }
        }
        // The fullest page holds some dozens of short rows; most come back out of the history.
        assert!(worst + 60 > made.rows.len(), "{worst} of {}", made.rows.len());
    }
}

/// Without its first page a file does not even say what it is, nor where its tables begin.
#[test]
fn without_the_first_page_rows_are_known_by_what_is_in_them() {
    for made in [&*PLAIN, &*LOCKED] {
        for range in [0..PAGE, 0..8] {
            let mut bytes = made.bytes.clone();
            bytes.get_mut(range.clone()).unwrap().fill(0xA7);
            let (_, same) = judged(made, &bytes, Doubt::None, &format!("{range:?}")).unwrap();
            assert!(same * 10 > made.rows.len() * 9, "{range:?}: {same} of {}", made.rows.len());
        }
    }
}

#[test]
fn flipped_bytes_never_make_up_a_row() {
    let mut dice = oorandom::Rand32::new(11);
    let tries = if full() { 1_000 } else { 25 };
    for n in 0..tries {
        let mut bytes = PLAIN.bytes.clone();
        let at = dice.rand_range(0..u32::try_from(bytes.len()).unwrap()) as usize;
        let flip = u8::try_from(dice.rand_range(1..256)).unwrap();
        *bytes.get_mut(at).unwrap() ^= flip;
        judged(&PLAIN, &bytes, Doubt::Register, &format!("{n}: byte {at} ^ {flip:#x}"));
    }
}

#[test]
fn with_a_key_a_flipped_byte_is_never_read_as_other_data() {
    let mut dice = oorandom::Rand32::new(12);
    for n in 0..if full() { 100 } else { 3 } {
        let mut bytes = LOCKED.bytes.clone();
        let at = dice.rand_range(0..u32::try_from(bytes.len()).unwrap()) as usize;
        *bytes.get_mut(at).unwrap() ^= 0x10;
        judged(&LOCKED, &bytes, Doubt::None, &format!("{n}: byte {at}")).unwrap();
    }
}

#[test]
fn a_file_cut_short_gives_what_is_left() {
    for (made, step) in [(&*PLAIN, 25), (&*LOCKED, 50)] {
        let pages = made.bytes.len() / PAGE;
        let mut before = 0;
        for left in (2..pages).step_by(step) {
            // In the middle of a page.
            let bytes = made.bytes.get(..left * PAGE + 100).unwrap();
            if let Some((_, same)) = judged(made, bytes, Doubt::None, &format!("{left} pages")) {
                assert!(same + 120 > before, "{left} pages: {same} after {before}");
                before = same;
            }
        }
        assert!(before > made.rows.len() / 2, "{before}");
    }
}

#[test]
fn what_is_no_dossier_gives_nothing() {
    for bytes in [&b"geen dossier"[..], &[0x37; 40_000], &[0; 8_192]] {
        let (done, _dir, to) = try_rescue(&PLAIN, bytes);
        let refused = done.unwrap_err();
        assert!(matches!(refused, StoreError::NothingToSave), "{refused:?}");
        assert!(!to.exists());
    }
}

#[test]
fn a_rescue_never_takes_the_place_of_a_file_and_wants_the_password() {
    let (_, dir, to) = try_rescue(&LOCKED, &LOCKED.bytes);
    let path = dir.path().join("dossier.praktijk");
    let password = LOCKED.password.as_ref();
    assert!(matches!(rescue(&path, password, &to, &stamp()), Err(StoreError::AlreadyThere)));
    let new = dir.path().join("nieuw.praktijk");
    assert!(matches!(rescue(&path, None, &new, &stamp()), Err(StoreError::NeedsPassword)));
    let wrong = Password::new("fout".to_owned());
    assert!(matches!(rescue(&path, Some(&wrong), &new, &stamp()), Err(StoreError::WrongPassword)));
    let open = Store::open(&path, password).unwrap();
    assert!(matches!(rescue(&path, password, &new, &stamp()), Err(StoreError::Busy)));
    drop(open);
    assert!(!new.exists());
}

/// A new record must not become the owner of what hangs on the number of a lost one.
#[test]
fn no_number_that_anything_speaks_of_is_given_out_again() {
    let (_dir, path) = super::files::dossier();
    // Without a history, and with a document of a learner of whom nothing else is left.
    let mut store = Store::open(&path, None).unwrap();
    store.issue(&[verklaring(number("PV-2026-0001"))], &stamp()).unwrap();
    drop(store);
    raw(&path, "PRAGMA foreign_keys = OFF; DELETE FROM journal_row; DELETE FROM journal; DELETE FROM learner;
        DELETE FROM traineeship; DELETE FROM exam_component; DELETE FROM evidence; DELETE FROM voortgangstoets;
        DELETE FROM received_document;");
    let to = path.with_file_name("gered.praktijk");
    rescue(&path, None, &to, &stamp()).unwrap();
    let mut store = Store::open(&to, None).unwrap();
    assert_eq!(names(&store), Vec::<String>::new());
    assert_eq!(add(&mut store, learner("Nieuw")), 2);
}

#[test]
fn a_change_that_was_cut_off_is_taken_back_in_the_new_dossier_only() {
    let (dir, path) = super::files::dossier();
    let cut = dir.path().join("afgebroken.praktijk");
    let journal = |path: &Path| PathBuf::from(format!("{}-journal", path.display()));
    #[expect(clippy::disallowed_methods, reason = "stops in the middle of a change")]
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute_batch("PRAGMA cache_size = 1; BEGIN; UPDATE learner SET notitie = 'half'; DELETE FROM journal_row;").unwrap();
    fs::copy(&path, &cut).unwrap();
    fs::copy(journal(&path), journal(&cut)).unwrap();
    drop(conn);
    let before = folder(&cut);
    let to = dir.path().join("gered.praktijk");
    let done = rescue(&cut, None, &to, &stamp()).unwrap();
    assert!(done.parts.iter().all(RescuedPart::whole), "{done:?}");
    fs::rename(&to, dir.path().join("elders")).unwrap();
    let now: BTreeSet<_> = folder(&cut).into_iter().collect();
    assert!(before.into_iter().all(|file| now.contains(&file)));
    assert_eq!(
        now.len(),
        4,
        "no copy stays behind: {:?}",
        now.iter().map(|f| &f.0).collect::<Vec<_>>()
    );
}
