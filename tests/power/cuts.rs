//! Power cuts in a run of changes of every kind: nothing that was acknowledged is lost. And proof that this would show:
//! with the sync of SQLite off, and on a disk that lies, things are lost.

use std::ffi::OsStr;

use super::cheap_keys::make_cheap;
use super::disk::{Files, Keeps};
use super::events::events;
use super::kept::{
    Honest, Passwords, Recorded, State, Tally, files_in, is_halfway, lay, one_of, said_kept,
    state_of,
};
use super::run::{DOSSIER, LOCKED, PATH, SETTINGS, dossier, password};
use super::watched::{Watched, in_full};

/// Records a test of this file that runs in a process of its own, on a dossier that stands in the folder.
pub(crate) fn record(watched: &Watched, test: &str, given: &[(&str, &str)]) -> Recorded {
    let before = files_in(&watched.root());
    let path = watched.path(DOSSIER);
    let mut all = vec![(PATH, path.as_os_str())];
    all.extend(given.iter().map(|(name, value)| (*name, OsStr::new(*value))));
    watched.test(&format!("power::{test}"), &all);
    let recorded = Recorded { events: events(&watched.log(), &watched.root(), &before), before };
    recorded.is_all_of(&files_in(&watched.root()));
    recorded
}

/// What a disk keeps at this point: in full form all and nothing and three times by chance in each way, in short form
/// one of these by turns.
pub(crate) fn models(point: u32) -> Vec<Keeps> {
    let chance = |seed| [Keeps::TheFirst(seed), Keeps::Any(seed), Keeps::Garbled(seed)];
    let always = [Keeps::Nothing, Keeps::Everything];
    if in_full() {
        let seeds = point * 100..point * 100 + 3;
        return always.into_iter().chain(seeds.flat_map(chance)).collect();
    }
    let all = always.into_iter().chain(chance(point)).collect::<Vec<_>>();
    all.get(point as usize % all.len()).copied().into_iter().collect()
}

/// A folder as a cut left it, with how much was acknowledged in it.
type Halfway = (Files, usize);

struct Trial<'a> {
    recorded: &'a Recorded,
    states: Vec<State>,
    passwords: &'a Passwords,
}

impl<'a> Trial<'a> {
    fn of(recorded: &'a Recorded, passwords: &'a Passwords) -> Self {
        let states = recorded.states(said_kept, passwords);
        assert!(states.len() > 12, "{}", states.len());
        Self { recorded, states, passwords }
    }

    fn look(&self, files: &Files, acknowledged: usize) -> Result<(), String> {
        one_of(&self.states, acknowledged, &state_of(files, self.passwords)?)
    }

    /// Also what was found with a change cut off halfway.
    fn cut(&self, honest: Honest) -> (Tally, Vec<Halfway>) {
        let mut halfway = Vec::new();
        let tally =
            self.recorded.cut_everywhere(honest, said_kept, models, |files, acknowledged| {
                if is_halfway(files) {
                    halfway.push((files.clone(), acknowledged));
                }
                self.look(files, acknowledged)
            });
        (tally, halfway)
    }

    /// The power goes again while what was cut off is being taken back.
    fn cut_again(&self, halfway: &[Halfway], given: &[(&str, &str)]) -> Tally {
        let mut all = Tally::default();
        let few = if in_full() { 60 } else { 3 };
        for (files, acknowledged) in halfway.iter().step_by((halfway.len() / few).max(1)) {
            let watched = Watched::new();
            lay(&watched.root(), files);
            let opening = record(&watched, "run::opening_in_a_process_of_its_own", given);
            let tally = opening.cut_everywhere(
                Honest::Yes,
                |_| false,
                models,
                |files, _| self.look(files, *acknowledged),
            );
            assert!(tally.points > 0, "something is taken back");
            all.add(tally);
        }
        all
    }
}

fn report(what: &str, tally: &Tally) {
    println!(
        "{what}: cut at {} points, {} cuts, {} of them different, {} bad",
        tally.points,
        tally.cuts,
        tally.different,
        tally.bad.len()
    );
}

pub(crate) fn none_bad(what: &str, tally: &Tally) {
    report(what, tally);
    let few: Vec<&String> = tally.bad.iter().take(5).collect();
    assert!(few.is_empty(), "{what}: {} bad, of which {few:#?}", tally.bad.len());
}

#[test]
fn no_power_cut_loses_what_was_acknowledged() {
    let watched = Watched::new();
    dossier(&watched.path(DOSSIER), None);
    let recorded = record(&watched, "run::the_run_in_a_process_of_its_own", &[]);
    let passwords = Passwords(vec![None]);
    let trial = Trial::of(&recorded, &passwords);
    let (honest, halfway) = trial.cut(Honest::Yes);
    none_bad("without a password", &honest);
    assert!(honest.points > 300, "{}", honest.points);
    none_bad("cut again while it is taken back", &trial.cut_again(&halfway, &[]));
    none_bad("on a disk that never syncs names", &trial.cut(Honest::NotAboutNames).0);

    let (lies, _) = trial.cut(Honest::No);
    report("on a disk that lies about every sync", &lies);
    assert!(lies.bad.len() > 10, "a disk that lies must lose something: {:?}", lies.bad);
}

#[test]
fn no_power_cut_loses_what_was_acknowledged_under_a_password() {
    let watched = Watched::new();
    dossier(&watched.path(DOSSIER), Some(&password()));
    make_cheap(&watched.root());
    let given = [(LOCKED, "yes")];
    let recorded = record(&watched, "run::the_run_in_a_process_of_its_own", &given);
    let passwords = Passwords(vec![Some(password())]);
    let trial = Trial::of(&recorded, &passwords);
    let (honest, halfway) = trial.cut(Honest::Yes);
    none_bad("with a password", &honest);
    none_bad("cut again while it is taken back", &trial.cut_again(&halfway, &given));

    let (lies, _) = trial.cut(Honest::No);
    report("with a password, on a disk that lies", &lies);
    assert!(lies.bad.len() > 10, "a disk that lies must lose something: {:?}", lies.bad);
}

#[test]
fn a_power_cut_while_a_dossier_is_made_leaves_a_whole_one_or_none() {
    let watched = Watched::new();
    let recorded = record(&watched, "run::making_a_dossier_in_a_process_of_its_own", &[]);
    let passwords = Passwords(vec![None]);
    let states = recorded.states(said_kept, &passwords);
    assert_eq!(states.len(), 2);
    let tally =
        recorded.cut_everywhere(
            Honest::Yes,
            said_kept,
            models,
            |files, acknowledged| match state_of(files, &passwords) {
                Ok(found) => one_of(&states, acknowledged, &found),
                Err(_) if acknowledged == 0 => Ok(()),
                Err(why) => Err(why),
            },
        );
    none_bad("while a dossier is made", &tally);
}

#[test]
fn other_settings_than_those_of_the_store_would_lose_something() {
    const OURS: &str =
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = ";
    for (level, safe) in [("EXTRA", true), ("OFF", false)] {
        let watched = Watched::new();
        dossier(&watched.path(DOSSIER), None);
        let settings = format!("{OURS}{level}");
        let test = "run::changes_with_other_settings_in_a_process_of_its_own";
        let recorded = record(&watched, test, &[(SETTINGS, &settings)]);
        let (tally, _) = Trial::of(&recorded, &Passwords(vec![None])).cut(Honest::Yes);
        report(&format!("synchronous = {level}"), &tally);
        assert_eq!(tally.bad.is_empty(), safe, "{level}: {:?}", tally.bad);
    }
}
