//! Files beside SQLite: the keys, another password, a restore, a backup. The real program does it, and the power is cut
//! at every change it makes on the disk: one whole dossier has the name at every moment, and what was said counts.

use std::path::Path;

use praktijkdossier::store::Password;

use super::cuts::{models, none_bad};
use super::disk::{Disk, Files};
use super::events::{Event, events};
use super::kept::{Honest, Passwords, Recorded, State, files_in, one_of, state_of};
use super::run::{DOSSIER, PASSWORD};
use super::watched::{Watched, in_full};

const OTHER: &str = "een ander wachtwoord";
const COPY: &str = "klas.reservekopie";
const NOW: &str = "2026-11-24T10:00:00Z";

struct Office {
    watched: Watched,
}

impl Office {
    fn new() -> Self {
        let watched = Watched::new();
        for (name, text) in [("woord.txt", PASSWORD), ("ander.txt", OTHER)] {
            #[expect(clippy::disallowed_methods, reason = "a password for the program")]
            std::fs::write(watched.path(name), text).unwrap();
        }
        let office = Self { watched };
        office.run(&["voorbeeld", DOSSIER, "--leerlingen", "2"]);
        office
    }

    fn run(&self, words: &[&str]) {
        let ran = self.watched.program(&[words, &["--nu", NOW]].concat(), None);
        assert!(ran.status.success(), "{words:?}: {}", String::from_utf8_lossy(&ran.stderr));
    }

    /// Runs one command on the record, and tries the cuts.
    fn cut(&self, what: &str, words: &[&str], also: fn(&Files, bool) -> Result<(), String>) {
        let (log, before) = (self.watched.log(), files_in(&self.watched.root()));
        std::fs::remove_file(&log).ok();
        self.run(words);
        let recorded = Recorded { events: events(&log, &self.watched.root(), &before), before };
        recorded.is_all_of(&files_in(&self.watched.root()));
        let passwords = Passwords(vec![None, some(PASSWORD), some(OTHER)]);
        let states: Vec<State> = vec![
            state_of(&recorded.before, &passwords).unwrap(),
            state_of(&now(&recorded), &passwords).unwrap(),
        ];
        // A guess at a password costs a fifth of a second, so in short form a part of the places will do.
        let places = recorded.events.iter().filter(|event| event.is_of_the_disk()).count();
        let step = if in_full() { 1 } else { u32::try_from(places / 12).unwrap().max(1) };
        let keeps = |point: u32| {
            let mut all =
                if point.is_multiple_of(step) { models(point / step) } else { Vec::new() };
            if in_full() {
                // All, nothing, and each way by chance once.
                all.truncate(5);
            }
            all
        };
        let tally = recorded.cut_everywhere(Honest::Yes, said, keeps, |files, acknowledged| {
            let done = acknowledged > 0;
            let found = state_of(files, &passwords)?;
            // One of the two, and once it was said the second.
            one_of(&states, usize::from(done) + 1, &found)?;
            also(files, done)
        });
        none_bad(what, &tally);
        assert!(tally.cuts >= 5);
    }
}

fn some(password: &str) -> Option<Password> {
    Some(Password::new(password.to_owned()))
}

fn now(recorded: &Recorded) -> Files {
    let mut disk = Disk::with(&recorded.before);
    recorded.events.iter().for_each(|event| disk.happens(event));
    disk.now()
}

/// The program says something on standard output only when it is done.
fn said(event: &Event) -> bool {
    matches!(event, Event::Said(_))
}

fn nothing_more(_: &Files, _: bool) -> Result<(), String> {
    Ok(())
}

#[test]
fn a_power_cut_while_a_password_comes_changes_or_goes_loses_nothing() {
    let office = Office::new();
    let to = |file| ["wachtwoord", DOSSIER, "--nieuw-wachtwoord-bestand", file];
    let of = |file| ["--wachtwoord-bestand", file];
    office.cut("a password is given", &to("woord.txt"), nothing_more);
    let change = [&to("ander.txt")[..], &of("woord.txt")].concat();
    office.cut("a password is changed", &change, nothing_more);
    let take = [&["wachtwoord", DOSSIER, "--weghalen"][..], &of("ander.txt")].concat();
    office.cut("a password is taken away", &take, nothing_more);
}

#[test]
fn a_power_cut_during_a_backup_or_a_restore_loses_nothing() {
    let office = Office::new();
    // A backup that has its name is whole; once it was said to be made it is there.
    office.cut("a backup", &["reservekopie", DOSSIER, "--naar", COPY], |files, done| {
        match files.get(Path::new(COPY)) {
            Some(bytes) => is_backup(bytes),
            None if done => Err("the backup is not there".to_owned()),
            None => Ok(()),
        }
    });
    let json = b"{\"geslachtsnaam\": \"Nieuw\"}";
    #[expect(clippy::disallowed_methods, reason = "something for the program to read")]
    std::fs::write(office.watched.path("nieuw.json"), json).unwrap();
    office.run(&["zet", DOSSIER, "leerling", "--json", "nieuw.json"]);
    // What was there is there under another name, or still under its own.
    office.cut("a restore", &["herstel", COPY, "--naar", DOSSIER], |files, done| {
        let kept = files.keys().any(|name| name.to_str().unwrap().contains("bewaard"));
        if done && !kept { Err("what was there is gone".to_owned()) } else { Ok(()) }
    });
}

fn is_backup(bytes: &[u8]) -> Result<(), String> {
    let watched = Watched::without_record();
    let path = watched.path(COPY);
    #[expect(clippy::disallowed_methods, reason = "lays down what a disk kept")]
    std::fs::write(&path, bytes).unwrap();
    let ran = watched.program(&["keur", COPY], None);
    if ran.status.success() { Ok(()) } else { Err("half a backup has its name".to_owned()) }
}
