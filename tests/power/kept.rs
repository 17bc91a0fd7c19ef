//! The power is cut at every point of a recorded run, and what is found then is looked at: whole, with everything that
//! was acknowledged, and of what was going on all or nothing.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use praktijkdossier::store::{Password, Store, StoreError, inspect};

use super::disk::{Disk, Files, Keeps};
use super::events::Event;
use super::run::{DOSSIER, digest};
use super::watched::folder;

/// What is written on a disk that does as it is told, or does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Honest {
    Yes,
    /// Syncs nothing, and says that it did.
    No,
    /// Has no syncs of names.
    NotAboutNames,
}

/// A recorded run: where it began, and what happened.
pub(crate) struct Recorded {
    pub(crate) before: Files,
    pub(crate) events: Vec<Event>,
}

/// What cutting the power often came to.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// Places in the run at which the power was cut.
    pub(crate) points: usize,
    pub(crate) cuts: usize,
    /// Of which so many left something else than was seen before.
    pub(crate) different: usize,
    pub(crate) bad: Vec<String>,
}

/// Who can open it, and what stands in it then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct State {
    /// Which of the passwords.
    pub(crate) opened_by: usize,
    pub(crate) digest: String,
}

/// With which passwords opening is tried, the first being none.
pub(crate) struct Passwords(pub(crate) Vec<Option<Password>>);

pub(crate) fn files_in(root: &Path) -> Files {
    fn add(root: &Path, folder: &Path, out: &mut Files) {
        for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                add(root, &entry, out);
            } else {
                let name = entry.strip_prefix(root).unwrap().to_owned();
                out.insert(name, std::fs::read(entry).unwrap());
            }
        }
    }
    let mut out = Files::new();
    add(root, root, &mut out);
    out
}

#[expect(clippy::disallowed_methods, reason = "lays down what a disk kept")]
pub(crate) fn lay(root: &Path, files: &Files) {
    for (name, bytes) in files {
        let path = root.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

/// What stands in the dossier among these files, opened as the program does it; it must be whole.
pub(crate) fn state_of(files: &Files, passwords: &Passwords) -> Result<State, String> {
    let dir = folder();
    lay(dir.path(), files);
    state_in(dir.path(), passwords)
}

pub(crate) fn state_in(root: &Path, Passwords(passwords): &Passwords) -> Result<State, String> {
    let path = root.join(DOSSIER);
    for (opened_by, password) in passwords.iter().enumerate() {
        let store = match Store::open(&path, password.as_ref()) {
            Err(StoreError::NeedsPassword | StoreError::NoPassword | StoreError::WrongPassword) => {
                continue;
            }
            other => other.map_err(|err| format!("does not open: {err:?}"))?,
        };
        let digest = digest(&store).map_err(|err| format!("cannot be read: {err:?}"))?;
        drop(store);
        let found = inspect(&path, password.as_ref()).map_err(|err| format!("{err:?}"))?;
        if !found.whole() {
            return Err(format!("not whole: {found:?}"));
        }
        // What is left of a backup is for who makes the next, after an hour.
        let left = |name: &PathBuf| {
            let name = name.to_str().unwrap();
            name.contains(".deel") && !name.contains(".reservekopie.")
        };
        let left: Vec<PathBuf> = files_in(root).into_keys().filter(left).collect();
        return if left.is_empty() {
            Ok(State { opened_by, digest })
        } else {
            Err(format!("left behind: {left:?}"))
        };
    }
    Err("no password opens it".to_owned())
}

impl Tally {
    pub(crate) fn add(&mut self, other: Self) {
        let Self { points, cuts, different, bad } = other;
        self.points += points;
        self.cuts += cuts;
        self.different += different;
        self.bad.extend(bad);
    }
}

impl Recorded {
    /// Whether nothing failed in it of what was to fail.
    pub(crate) fn all_went_well(&self) -> bool {
        !self.events.iter().any(|event| matches!(event, Event::Failed))
    }

    /// The record tells all that became of the folder; otherwise it proves nothing.
    pub(crate) fn is_all_of(&self, after: &Files) {
        let mut disk = Disk::with(&self.before);
        self.events.iter().for_each(|event| disk.happens(event));
        let (told, names) = (disk.now(), |files: &Files| files.keys().cloned().collect::<Vec<_>>());
        assert_eq!(names(&told), names(after), "the record tells of every file");
        for (name, bytes) in after {
            assert!(
                told.get(name) == Some(bytes),
                "{}: the record does not tell all",
                name.display()
            );
        }
    }

    /// What stood in the dossier each time that something was acknowledged.
    pub(crate) fn states(&self, is_kept: fn(&Event) -> bool, passwords: &Passwords) -> Vec<State> {
        let mut disk = Disk::with(&self.before);
        let mut out = Vec::new();
        for event in &self.events {
            disk.happens(event);
            if is_kept(event) {
                out.push(state_of(&disk.now(), passwords).unwrap());
            }
        }
        out
    }

    /// Cuts the power before every change on the disk, in the midst of it, and each time with the disk keeping what
    /// `keeps` says. `look` is asked what it finds and how much was acknowledged.
    pub(crate) fn cut_everywhere(
        &self,
        honest: Honest,
        is_kept: fn(&Event) -> bool,
        keeps: impl Fn(u32) -> Vec<Keeps>,
        mut look: impl FnMut(&Files, usize) -> Result<(), String>,
    ) -> Tally {
        let mut disk = Disk::with(&self.before);
        let (mut tally, mut acknowledged, mut seen) = (Tally::default(), 0, HashSet::new());
        for event in &self.events {
            acknowledged += usize::from(is_kept(event));
            let skipped = match honest {
                Honest::Yes => false,
                Honest::No => matches!(event, Event::Synced(_) | Event::FolderSynced(_)),
                Honest::NotAboutNames => matches!(event, Event::FolderSynced(_)),
            };
            let done = !skipped;
            // A sync that is cut short has done nothing that counts.
            let sync = matches!(event, Event::Synced(_) | Event::FolderSynced(_));
            if done && !sync {
                disk.happens(event);
            }
            if event.is_of_the_disk() {
                tally.points += 1;
                for how in keeps(u32::try_from(tally.points).unwrap()) {
                    tally.cuts += 1;
                    let files = disk.after_a_cut(how);
                    if !seen.insert((acknowledged, fingerprint(&files))) {
                        continue;
                    }
                    tally.different += 1;
                    if let Err(why) = look(&files, acknowledged) {
                        tally.bad.push(format!("{how:?} at {}: {why}", tally.points));
                    }
                }
            }
            if done && sync {
                disk.happens(event);
            }
        }
        tally
    }
}

fn fingerprint(files: &Files) -> [u8; 32] {
    let mut sum = blake3::Hasher::new();
    for (name, bytes) in files {
        let name = name.to_str().unwrap().as_bytes();
        sum.update(&name.len().to_le_bytes()).update(name);
        sum.update(&bytes.len().to_le_bytes()).update(bytes);
    }
    *sum.finalize().as_bytes()
}

/// Whether a change was cut off halfway, so that it is taken back when it is opened next.
pub(crate) fn is_halfway(files: &Files) -> bool {
    let journal = files.get(Path::new(&format!("{DOSSIER}-journal")));
    journal.and_then(|bytes| bytes.first()).is_some_and(|first| *first != 0)
}

/// A process said so on standard output.
pub(crate) fn said_kept(event: &Event) -> bool {
    matches!(event, Event::Said(text) if text.contains("kept"))
}

/// After so many acknowledgements it is as it was then, or as it was with the next.
pub(crate) fn one_of(states: &[State], acknowledged: usize, found: &State) -> Result<(), String> {
    let last = acknowledged.saturating_sub(1);
    let may = states.get(last..states.len().min(last + 2)).unwrap_or_default();
    if may.contains(found) {
        return Ok(());
    }
    let nth = states.iter().position(|state| state == found);
    Err(match nth {
        Some(nth) => format!("lost: {acknowledged} acknowledged, and it is as after {}", nth + 1),
        None => "a change stands half".to_owned(),
    })
}
