//! A run of changes of every kind, done by a process of its own that says after each that it is kept.

use std::path::{Path, PathBuf};

use praktijkdossier::changes::Change;
use praktijkdossier::domain::draft::Wanted;
use praktijkdossier::domain::{
    Day, DocumentNumber, Entry as _, Id, RecordKind, ShortText, Subject,
};
use praktijkdossier::store::{Issue, Papers, Password, Store, StoreError, Swept};

use crate::builders::{fill, keep_picture, learner, stamp, together, whole, with};

pub(crate) const DOSSIER: &str = "klas.dossier";
pub(crate) const PASSWORD: &str = "een lang wachtwoord";

/// Under these a run in a process of its own finds what it is about.
pub(crate) const PATH: &str = "POWER_DOSSIER";
pub(crate) const LOCKED: &str = "POWER_LOCKED";

pub(crate) fn password() -> Password {
    Password::new(PASSWORD.to_owned())
}

pub(crate) type Step = fn(&mut Store) -> Result<(), StoreError>;

/// One of everything that a user can do to the data. A dossier with one record of each kind is where it begins.
pub(crate) const STEPS: [(&str, Step); 14] = [
    ("add", |store| change(store, &Change::Add(learner("Yıldız")))),
    ("edit", |store| {
        let long = "Zelfstandig aan het werk.\n".repeat(60);
        let record = with(whole(RecordKind::Learner), "notitie", &long);
        change(store, &Change::Edit(1, record))
    }),
    ("undo", |store| store.undo(&stamp()).map(drop)),
    ("redo", |store| store.redo(&stamp()).map(drop)),
    ("remove", |store| change(store, &Change::Remove(RecordKind::Evidence, 1))),
    ("keep a picture", |store| change(store, &keep_picture(&noise(20_000)))),
    ("issue", |store| store.issue(&[verklaring(1, 30_000)], &stamp())),
    ("withdraw", |store| {
        let reason = ShortText::parse("Verkeerde naam").unwrap();
        store.withdraw(number(1), &reason, &stamp())
    }),
    ("add many", |store| {
        let many = (0..40).map(|n| Change::Add(learner(&format!("Leerling {n}"))));
        change(store, &together(many.collect()))
    }),
    ("undo many", |store| store.undo(&stamp()).map(drop)),
    ("issue two", |store| store.issue(&[verklaring(2, 9_000), verklaring(3, 100)], &stamp())),
    ("remove a learner", |store| change(store, &Change::Remove(RecordKind::Learner, 2))),
    ("forget", |store| {
        let learner = Subject { kind: RecordKind::Learner, id: 1 };
        store.forget(&[learner], Papers::Blank, &stamp()).map(|swept| match swept {
            Swept::Yes => {}
            // In the file it waits for the next opening.
            Swept::Later(_) => {}
        })
    }),
    ("add again", |store| change(store, &Change::Add(whole(RecordKind::Leerbedrijf)))),
];

fn change(store: &mut Store, change: &Change) -> Result<(), StoreError> {
    store.apply(change, &stamp()).map(drop)
}

/// Bytes in which nothing repeats, so that none of them can be lost without a trace.
fn noise(length: usize) -> Vec<u8> {
    let mut dice = oorandom::Rand32::new(9);
    (0..length).map(|_| dice.rand_u32().to_le_bytes()[0]).collect()
}

fn number(sequence: u32) -> DocumentNumber {
    DocumentNumber::parse(&format!("PV-2026-{sequence:04}")).unwrap()
}

pub(crate) fn verklaring(sequence: u32, size: usize) -> Issue {
    let number = number(sequence);
    Issue {
        number,
        wanted: Wanted::Praktijkverklaring(Id::new(1)),
        learner: Id::new(1),
        name: "Öztürk, Zoë Şükran van der".to_owned(),
        groep: Some("4b".to_owned()),
        description: "Bakkerij De Korenaar, 25180".to_owned(),
        place: "Utrecht".to_owned(),
        date: Day::parse("2026-07-03").unwrap(),
        replaces: None,
        content: format!("{{\"nummer\": \"{number}\"}}"),
        format: 1,
        pdf: noise(size),
    }
}

/// A dossier with one record of each kind.
pub(crate) fn dossier(path: &Path, password: Option<&Password>) {
    fill(&mut Store::create(path, password).unwrap().0);
}

/// What stands in a dossier, in a few letters.
pub(crate) fn digest(store: &Store) -> Result<String, StoreError> {
    Ok(blake3::hash(store.dump()?.as_bytes()).to_hex().chars().take(16).collect())
}

/// Says on standard output that all until now is kept: from here on it may not be lost.
pub(crate) fn acknowledge(store: &Store) {
    println!("\nkept {}", digest(store).unwrap());
}

pub(crate) fn given() -> Option<(PathBuf, Option<Password>)> {
    let path = std::env::var_os(PATH)?;
    Some((path.into(), std::env::var_os(LOCKED).map(|_| password())))
}

#[test]
fn the_run_in_a_process_of_its_own() {
    let Some((path, password)) = given() else { return };
    let mut store = Store::open(&path, password.as_ref()).unwrap();
    acknowledge(&store);
    for (what, step) in STEPS {
        let done = step(&mut store);
        assert!(done.is_ok(), "{what}: {done:?}");
        acknowledge(&store);
    }
}

#[test]
fn making_a_dossier_in_a_process_of_its_own() {
    let Some((path, password)) = given() else { return };
    let (mut store, _) = Store::create(&path, password.as_ref()).unwrap();
    acknowledge(&store);
    let done = change(&mut store, &Change::Add(learner("Yıldız")));
    assert!(done.is_ok(), "{done:?}");
    acknowledge(&store);
}

#[test]
fn opening_in_a_process_of_its_own() {
    let Some((path, password)) = given() else { return };
    assert!(Store::open(&path, password.as_ref()).is_ok());
}

/// Changes past the store, with other settings than those of the store: how safe are they?
#[test]
#[expect(clippy::disallowed_methods, reason = "makes what the store itself never makes")]
fn changes_with_other_settings_in_a_process_of_its_own() {
    let (Some((path, _)), Some(settings)) = (given(), std::env::var_os(SETTINGS)) else { return };
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute_batch(settings.to_str().unwrap()).unwrap();
    println!("\nkept");
    for n in 0..12 {
        let name = format!("Anders {n}").repeat(40);
        let done = conn.execute("UPDATE learner SET notitie = ?1 WHERE id = 1", [name]).unwrap();
        assert_eq!(done, 1);
        println!("\nkept");
    }
}

pub(crate) const SETTINGS: &str = "POWER_SETTINGS";
