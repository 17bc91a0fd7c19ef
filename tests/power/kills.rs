//! The program is ended from outside, as by kill -9, while it works: at any of the changes it makes on the disk, and at
//! any moment. What it had said that was done stands, the rest is whole or absent, and nothing stays lying about.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::io::{BufRead as _, BufReader};

use oorandom::Rand32;
use praktijkdossier::changes::Change;
use praktijkdossier::domain::DocumentNumber;
use praktijkdossier::store::{Password, Store, StoreError, inspect};

use super::kept::files_in;
use super::run::{DOSSIER, PASSWORD, PATH, dossier, given};
use super::watched::{Watched, in_full};
use crate::builders::{learner, names, stamp};

const NOW: &str = "2026-11-24T10:00:00Z";

/// What stands in the dossier as far as it was told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Facts {
    names: Vec<String>,
    /// Of the register, and whether they still count.
    documents: BTreeMap<DocumentNumber, bool>,
    locked: bool,
}

struct Office {
    watched: Watched,
    facts: Facts,
    /// The newest backup that was said to be made.
    copy: Option<(String, Facts)>,
}

impl Office {
    fn new() -> Self {
        let watched = Watched::without_record();
        let made = ["voorbeeld", DOSSIER, "--leerlingen", "4", "--nu", NOW];
        assert!(watched.program(&made, None).status.success());
        std::fs::create_dir(watched.path("papier")).unwrap();
        #[expect(clippy::disallowed_methods, reason = "a password for the program")]
        std::fs::write(watched.path("woord.txt"), PASSWORD).unwrap();
        let mut office = Self { watched, facts: Facts::default(), copy: None };
        office.facts = office.found();
        office
    }

    fn store(&self) -> Store {
        let path = self.watched.path(DOSSIER);
        let opened = match Store::open(&path, None) {
            Err(StoreError::NeedsPassword) => {
                Store::open(&path, Some(&Password::new(PASSWORD.to_owned())))
            }
            other => other,
        };
        opened.unwrap()
    }

    fn found(&self) -> Facts {
        let store = self.store();
        let lines = store.register().unwrap().into_iter();
        let documents = lines.map(|line| (line.number, line.withdrawal.is_none())).collect();
        let names = names(&store);
        drop(store);
        let locked = Store::open(&self.watched.path(DOSSIER), None).is_err();
        Facts { names, documents, locked }
    }

    /// Does the `n`th thing, ended before this change on the disk; whether it said that it was done, and what stands in
    /// the dossier then.
    fn work(&mut self, n: u32, kill_at: u64) -> (bool, Facts) {
        let name = format!("Nieuw {n}");
        let mut after = self.facts.clone();
        let mut copied = None;
        let mut words: Vec<String> = match n % 6 {
            0 => {
                #[expect(clippy::disallowed_methods, reason = "something for the program to read")]
                std::fs::write(
                    self.watched.path("nieuw.json"),
                    format!("{{\"geslachtsnaam\": \"{name}\"}}"),
                )
                .unwrap();
                after.names.push(name);
                words(&["zet", DOSSIER, "leerling", "--json", "nieuw.json"])
            }
            1 => words(&[
                "maak",
                DOSSIER,
                "praktijkverklaring",
                "--alle",
                "--plaats",
                "Utrecht",
                "--datum",
                "2026-11-24",
                "--naar",
                "papier",
            ]),
            2 => match after.documents.iter_mut().find(|(_, counts)| **counts) {
                Some((number, counts)) => {
                    *counts = false;
                    words(&["trekin", DOSSIER, &number.to_string(), "--reden", "Verkeerde naam"])
                }
                None => return (false, after),
            },
            3 => {
                let copy = format!("kopie-{n}.reservekopie");
                copied = Some((copy.clone(), after.clone()));
                words(&["reservekopie", DOSSIER, "--naar", &copy])
            }
            4 => match &self.copy {
                Some((copy, then)) => {
                    after = then.clone();
                    words(&["herstel", copy, "--naar", DOSSIER])
                }
                None => return (false, after),
            },
            _ => {
                after.locked = !after.locked;
                if after.locked {
                    words(&["wachtwoord", DOSSIER, "--nieuw-wachtwoord-bestand", "woord.txt"])
                } else {
                    words(&["wachtwoord", DOSSIER, "--weghalen"])
                }
            }
        };
        let of_copy = self.copy.as_ref().is_some_and(|(_, then)| then.locked);
        if if n % 6 == 4 { of_copy } else { self.facts.locked } {
            words.extend(self::words(&["--wachtwoord-bestand", "woord.txt"]));
        }
        words.extend(self::words(&["--nu", NOW]));
        let given: Vec<&str> = words.iter().map(String::as_str).collect();
        let ran = self.watched.program(&given, Some(kill_at));
        let done = ran.status.success();
        let killed = ran.status.code().is_none();
        // Some documents may have been made before, and the rest refused for what is missing: that is an answer.
        let said = String::from_utf8_lossy(&ran.stderr);
        assert!(done || killed || n % 6 == 1, "{given:?}: {said}");
        if done && copied.is_some() {
            self.copy = copied;
        }
        (done, after)
    }

    /// What is found is what was said, and of what was going on all or nothing.
    fn look(&mut self, what: &str, done: bool, after: &Facts, n: u32) {
        let found = self.found();
        let before = &self.facts;
        if n % 6 == 1 {
            // It makes several: those that were there are there, and what came to it came whole.
            for (number, counts) in &before.documents {
                assert_eq!(found.documents.get(number), Some(counts), "{what}");
            }
            assert_eq!(found.names, before.names, "{what}");
        } else if done {
            assert_eq!(&found, after, "{what}");
        } else {
            assert!(&found == before || &found == after, "{what}: {before:?} {found:?}");
        }
        self.papers_are_whole(what);
        self.facts = found;
        let keys = self.facts.locked.then(|| Password::new(PASSWORD.to_owned()));
        assert!(inspect(&self.watched.path(DOSSIER), keys.as_ref()).unwrap().whole(), "{what}");
        let mut inspect = vec!["keur", DOSSIER];
        if self.facts.locked {
            inspect.extend(["--wachtwoord-bestand", "woord.txt"]);
        }
        let said = self.watched.program(&inspect, None);
        assert!(said.status.success(), "{what}: {}", String::from_utf8_lossy(&said.stderr));
        if let Some((copy, then)) = &self.copy {
            let mut inspect = vec!["keur", copy.as_str()];
            if then.locked {
                inspect.extend(["--wachtwoord-bestand", "woord.txt"]);
            }
            assert!(self.watched.program(&inspect, None).status.success(), "{what}: the backup");
        }
    }

    /// A paper that has its name is one of the register, to the byte.
    fn papers_are_whole(&self, what: &str) {
        let store = self.store();
        let all: Vec<Vec<u8>> = store
            .register()
            .unwrap()
            .iter()
            .map(|line| store.issued_pdf(line.number).unwrap())
            .collect();
        for (name, bytes) in files_in(&self.watched.path("papier")) {
            let half = name.to_str().unwrap().ends_with(".deel");
            assert!(half || all.contains(&bytes), "{what}: {}", name.display());
        }
    }

    fn left(&self) -> Vec<String> {
        let names = files_in(&self.watched.root()).into_keys();
        names
            .filter_map(|n| n.to_str().map(str::to_owned))
            .filter(|n| n.contains(".deel"))
            .collect()
    }
}

fn words(all: &[&str]) -> Vec<String> {
    all.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn the_program_can_be_ended_at_any_change_it_makes_on_the_disk() {
    let (mut office, mut dice) = (Office::new(), Rand32::new(20));
    let (mut kills, mut done) = (0, 0);
    let rounds = if in_full() { 600 } else { 36 };
    for n in 0..rounds {
        let kill_at = u64::from(dice.rand_range(1..70));
        let (finished, after) = office.work(n, kill_at);
        done += u32::from(finished);
        kills += u32::from(!finished);
        office.look(&format!("{n}, ended before change {kill_at}"), finished, &after, n);
    }
    println!(
        "the program was ended {kills} times while it worked, and {done} times it came to its end"
    );
    assert!(kills > rounds / 4 && done > 0, "{kills} {done}");
    // A last round to its end takes away what lies about; of backups that is for who makes the next, after an hour.
    for n in [rounds * 6, rounds * 6 + 1] {
        office.work(n, u64::MAX);
    }
    office.store();
    let left: Vec<_> =
        office.left().into_iter().filter(|name| !name.contains("reservekopie")).collect();
    assert_eq!(left, Vec::<String>::new());
}

#[test]
fn work_until_ended_in_a_process_of_its_own() {
    let Some((path, locked)) = given() else { return };
    let mut store = Store::open(&path, locked.as_ref()).unwrap();
    for n in names(&store).len().. {
        let done = store.apply(&Change::Add(learner(&format!("Nummer {n}"))), &stamp());
        assert!(done.is_ok());
        println!("\nkept {n}");
    }
}

#[test]
fn the_store_can_be_ended_at_any_moment() {
    let watched = Watched::without_record();
    let path = watched.path(DOSSIER);
    dossier(&path, None);
    let (mut dice, mut acknowledged) = (Rand32::new(21), 1);
    let rounds = if in_full() { 500 } else { 12 };
    for round in 0..rounds {
        let test = "power::kills::work_until_ended_in_a_process_of_its_own";
        let mut child = watched.begin_test(test, &[(PATH, path.as_os_str())]);
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut kept = lines.map_while(Result::ok).filter(|line| line.starts_with("kept"));
        for _ in 0..dice.rand_range(1..6) {
            acknowledged += usize::from(kept.next().is_some());
        }
        for n in 0..dice.rand_range(0..2_000_000) {
            black_box(n);
        }
        child.kill().unwrap();
        child.wait().unwrap();
        // What it said before it was ended.
        acknowledged += kept.count();
        let store = Store::open(&path, None).unwrap();
        let found = names(&store);
        drop(store);
        assert!(inspect(&path, None).unwrap().whole());
        let expected = acknowledged..=acknowledged + 1;
        assert!(expected.contains(&found.len()), "{round}: {acknowledged} {}", found.len());
        acknowledged = found.len();
    }
    println!("ended {rounds} times at any moment: all of {acknowledged} learners are there");
}
