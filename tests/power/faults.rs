//! A disk that fails at any point of any change: what is said is true, nothing stands half, and one goes on when the
//! disk is well again.

use std::path::Path;

use praktijkdossier::store::{LastChange, Store, StoreError, inspect};
use tempfile::TempDir;

use crate::builders::stamp;

use super::cheap_keys::make_cheap;
use super::cuts::{models, none_bad, record};
use super::disk::Files;
use super::kept::{Honest, Passwords, State, Tally, files_in, lay, one_of, said_kept, state_of};
use super::run::{
    DOSSIER, LOCKED, PATH, STEPS, Step, acknowledge, digest, dossier, given, password, verklaring,
};
use super::watched::{Failing, Watched, Why, fail, folder, in_full, well};

const WAYS: [Failing; 6] = [
    Failing::Full,
    Failing::Once(Why::Broken),
    Failing::Always(Why::Broken),
    Failing::Always(Why::ReadOnly),
    Failing::Gone,
    Failing::Read,
];

/// How often what was said, over all that was tried.
#[derive(Default)]
struct Said {
    points: u32,
    done: u32,
    refused: u32,
    away: u32,
    away_and_kept: u32,
}

#[test]
fn failures_in_a_process_of_its_own() {
    let Some((path, locked)) = given() else { return };
    let (folder, mut said) = (path.parent().unwrap(), Said::default());
    for (nth, (what, step)) in STEPS.into_iter().enumerate() {
        let before = files_in(folder);
        let mut store = Store::open(&path, locked.as_ref()).unwrap();
        let from = digest(&store).unwrap();
        step(&mut store).unwrap();
        let to = digest(&store).unwrap();
        drop(store);
        assert_ne!(from, to, "{what}");
        if !in_full() && !matches!(nth, 1 | 6) {
            continue;
        }
        let trial = Trial { before: &before, from, to, step, what };
        for how in WAYS {
            for at in 1.. {
                if !trial.fails(how, at, &mut said) {
                    break;
                }
            }
        }
    }
    let Said { points, done, refused, away, away_and_kept } = said;
    println!(
        "\ntried: the disk fails at {points} points; {done} times the change stood all the same, {refused} times it was \
         refused, {away} times the file was away, after which {away_and_kept} times the change turned out to stand"
    );
    assert!(points > 100 && refused > 0 && away > 0);
}

struct Trial<'a> {
    before: &'a Files,
    from: String,
    to: String,
    step: Step,
    what: &'static str,
}

impl Trial<'_> {
    fn begin(&self) -> (TempDir, Store) {
        let dir = self.folder();
        let (_, locked) = given().unwrap();
        let store = Store::open(&dir.path().join(DOSSIER), locked.as_ref()).unwrap();
        (dir, store)
    }

    /// Within the folder that is watched.
    fn folder(&self) -> TempDir {
        let (path, _) = given().unwrap();
        let dir = tempfile::tempdir_in(path.parent().unwrap()).unwrap();
        lay(dir.path(), self.before);
        dir
    }

    /// The disk fails at this point of the change; `false`: the change does not come that far.
    fn fails(&self, how: Failing, at: u64, said: &mut Said) -> bool {
        let case = format!("{}, {how:?} at {at}", self.what);
        let (dir, mut store) = self.begin();
        fail(how, at);
        let done = (self.step)(&mut store);
        if !well() {
            assert!(done.is_ok(), "{case}: {done:?}");
            return false;
        }
        said.points += 1;
        let stands = match done {
            Ok(()) => {
                said.done += 1;
                true
            }
            Err(StoreError::Away) => {
                said.away += 1;
                assert!(matches!(store.dump(), Err(StoreError::Away)), "{case}: nothing is read");
                assert!(store.is_away());
                let last = store.come_back();
                said.away_and_kept += u32::from(matches!(last, Ok(LastChange::Kept)));
                matches!(last.unwrap_or_else(|err| panic!("{case}: {err:?}")), LastChange::Kept)
            }
            Err(error) => {
                said.refused += 1;
                let right = match how {
                    Failing::Full => matches!(error, StoreError::Full | StoreError::NotKept),
                    Failing::Once(_) | Failing::Always(_) | Failing::Gone => {
                        matches!(error, StoreError::NotKept | StoreError::CannotOpen)
                    }
                    // SQLite takes what a disk cannot give for damage.
                    Failing::Read => matches!(error, StoreError::NotKept | StoreError::Damaged),
                };
                assert!(right, "{case}: {error:?}");
                false
            }
        };
        let found = digest(&store).unwrap();
        let expected = if stands { &self.to } else { &self.from };
        assert!(found == *expected, "{case}: what is said is what stands there");
        if !stands {
            let again = (self.step)(&mut store);
            assert!(again.is_ok(), "{case}: goes on: {again:?}");
        }
        assert!(digest(&store).unwrap() == self.to, "{case}: and is done then");
        drop(store);
        self.is_whole(dir.path(), &case);
        true
    }

    fn is_whole(&self, root: &Path, case: &str) {
        let (path, (_, locked)) = (root.join(DOSSIER), given().unwrap());
        let store = Store::open(&path, locked.as_ref()).unwrap();
        assert!(digest(&store).unwrap() == self.to, "{case}: on the disk too");
        drop(store);
        let found = inspect(&path, locked.as_ref()).unwrap();
        assert!(found.whole(), "{case}: {found:?}");
    }
}

/// One change during which the disk fails, and after it the next: what is acknowledged then is cut off by a power cut.
#[test]
fn a_failure_and_more_in_a_process_of_its_own() {
    let (Some((path, locked)), Some(at)) = (given(), std::env::var_os(AT)) else { return };
    let at = at.to_str().unwrap().parse().unwrap();
    let mut store = Store::open(&path, locked.as_ref()).unwrap();
    acknowledge(&store);
    fail(Failing::Once(Why::Broken), at);
    let done = STEPS[1].1(&mut store);
    well();
    match done {
        Ok(()) => acknowledge(&store),
        Err(error) => {
            assert!(matches!(error, StoreError::NotKept | StoreError::CannotOpen), "{error:?}")
        }
    }
    STEPS[0].1(&mut store).unwrap();
    acknowledge(&store);
}

const AT: &str = "POWER_FAILS_AT";

fn tried(locked: bool) {
    let watched = Watched::without_record();
    dossier(&watched.path(DOSSIER), locked.then(password).as_ref());
    let path = watched.path(DOSSIER);
    let mut given = vec![(PATH, path.as_os_str())];
    if locked {
        make_cheap(&watched.root());
        given.push((LOCKED, "yes".as_ref()));
    }
    let said = watched.test("power::faults::failures_in_a_process_of_its_own", &given);
    let line = said.lines().find(|line| line.starts_with("tried"));
    println!("{}{}", line.unwrap(), if locked { " (with a password)" } else { "" });
}

#[test]
fn whatever_the_disk_does_what_is_said_is_what_stands_in_the_file() {
    tried(false);
}

#[test]
fn and_so_it_is_under_a_password() {
    tried(true);
}

#[test]
fn after_a_failure_of_the_disk_a_power_cut_loses_nothing_either() {
    let (mut all, mut runs) = (Tally::default(), 0);
    let passwords = Passwords(vec![None]);
    let most = if in_full() { u64::MAX } else { 6 };
    for n in 0..most {
        // In short form every seventh of some forty.
        let at = if in_full() { n + 1 } else { n * 7 + 3 };
        let watched = Watched::new();
        dossier(&watched.path(DOSSIER), None);
        let test = "faults::a_failure_and_more_in_a_process_of_its_own";
        let recorded = record(&watched, test, &[(AT, &at.to_string())]);
        let states: Vec<State> = recorded.states(said_kept, &passwords);
        let tally = recorded.cut_everywhere(Honest::Yes, said_kept, models, |files, kept| {
            one_of(&states, kept, &state_of(files, &passwords)?)
        });
        runs += 1;
        let failed = !recorded.all_went_well();
        all.add(tally);
        if !failed {
            break;
        }
    }
    none_bad(&format!("after {runs} failures of the disk"), &all);
}

/// A disk that is really full, where the system lets one be made.
#[test]
fn on_a_disk_that_is_really_full_it_says_so_and_goes_on_when_there_is_room() {
    let Some(disk) = small_disk() else {
        println!("no small disk could be made here: a disk that is really full was not tried");
        return;
    };
    let path = disk.0.path().join(DOSSIER);
    dossier(&path, None);
    let mut store = Store::open(&path, None).unwrap();
    let ballast = disk.0.path().join("ballast");
    #[expect(clippy::disallowed_methods, reason = "fills a disk")]
    std::fs::write(&ballast, vec![1; 400_000]).unwrap();
    let (mut kept, mut full) = (0, 0);
    for n in 0..40 {
        let before = digest(&store).unwrap();
        match store.issue(&[verklaring(kept + 1, 20_000)], &stamp()) {
            Ok(()) => kept += 1,
            Err(StoreError::Full | StoreError::NotKept) => {
                full += 1;
                assert_eq!(digest(&store).unwrap(), before, "{n}: nothing stands half");
            }
            Err(other) => panic!("{n}: {other:?}"),
        }
        if full == 5 && ballast.exists() {
            std::fs::remove_file(&ballast).unwrap();
        }
    }
    println!("on a disk of 1 MB: {kept} changes kept, {full} refused for want of room");
    assert!(full >= 5 && kept > 0, "{kept} {full}");
    let after = digest(&store).unwrap();
    drop(store);
    assert_eq!(digest(&Store::open(&path, None).unwrap()).unwrap(), after);
    assert!(inspect(&path, None).unwrap().whole());
}

struct SmallDisk(TempDir);

impl Drop for SmallDisk {
    fn drop(&mut self) {
        std::process::Command::new("umount").arg(self.0.path()).status().ok();
    }
}

fn small_disk() -> Option<SmallDisk> {
    let dir = folder();
    let mut mount = std::process::Command::new("mount");
    mount.args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"]).arg(dir.path());
    let done = mount.output().ok().is_some_and(|output| output.status.success());
    done.then(|| SmallDisk(dir))
}
