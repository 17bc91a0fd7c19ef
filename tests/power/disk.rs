//! A disk that can lose its power: what was synced stays, and of the rest whatever one asks for.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use oorandom::Rand32;

use super::events::Event;

/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

/// What a disk keeps of what was not synced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keeps {
    Nothing,
    Everything,
    /// The first so many changes, the last of them in part.
    TheFirst(u32),
    /// Any of the sectors, of the names, and of the times that a file was cut.
    Any(u32),
    /// As `Any`; what was being written may have become anything.
    Garbled(u32),
}

#[derive(Clone)]
enum Loose {
    Written { at: usize, bytes: Vec<u8> },
    Cut(usize),
}

#[derive(Clone, Default)]
struct Contents {
    now: Vec<u8>,
    kept: Vec<u8>,
    /// With a number that says in which order.
    loose: Vec<(usize, Loose)>,
}

#[derive(Clone)]
enum NameChange {
    Put(PathBuf, usize),
    Removed(PathBuf),
    Moved(PathBuf, PathBuf, usize),
}

#[derive(Clone, Default)]
pub(crate) struct Disk {
    files: Vec<Contents>,
    names: BTreeMap<PathBuf, usize>,
    kept_names: BTreeMap<PathBuf, usize>,
    loose_names: Vec<(usize, NameChange)>,
    changes: usize,
}

pub(crate) type Files = BTreeMap<PathBuf, Vec<u8>>;

impl Disk {
    /// On which these files are safe.
    pub(crate) fn with(files: &Files) -> Self {
        let contents = |bytes: &Vec<u8>| Contents {
            now: bytes.clone(),
            kept: bytes.clone(),
            loose: Vec::new(),
        };
        let names: BTreeMap<_, _> = files.keys().cloned().zip(0..).collect();
        let files = files.values().map(contents).collect();
        Self { files, kept_names: names.clone(), names, ..Self::default() }
    }

    pub(crate) fn happens(&mut self, event: &Event) {
        self.changes += 1;
        let nth = self.changes;
        match event {
            Event::Made(name, file) => {
                assert_eq!(*file, self.files.len(), "files appear in order");
                self.files.push(Contents::default());
                self.names.insert(name.clone(), *file);
                self.loose_names.push((nth, NameChange::Put(name.clone(), *file)));
            }
            Event::Written { file, at, bytes } => {
                let loose = Loose::Written { at: *at, bytes: bytes.clone() };
                self.change(*file, loose);
            }
            Event::Cut { file, length } => self.change(*file, Loose::Cut(*length)),
            Event::Synced(file) => {
                let contents = self.files.get_mut(*file).unwrap();
                contents.kept.clone_from(&contents.now);
                contents.loose.clear();
            }
            Event::FolderSynced(folder) => {
                let here = |path: &Path| path.parent() == Some(folder);
                let (mut kept, mut later) = (self.kept_names.clone(), Vec::new());
                for (nth, change) in std::mem::take(&mut self.loose_names) {
                    let touches = match &change {
                        NameChange::Put(name, _) | NameChange::Removed(name) => here(name),
                        NameChange::Moved(from, to, _) => here(from) || here(to),
                    };
                    if touches {
                        change.apply(&mut kept);
                    } else {
                        later.push((nth, change));
                    }
                }
                (self.kept_names, self.loose_names) = (kept, later);
            }
            Event::Removed(name) => {
                self.names.remove(name).unwrap();
                self.loose_names.push((nth, NameChange::Removed(name.clone())));
            }
            Event::Moved(from, to) => {
                let file = self.names.remove(from).unwrap();
                self.names.insert(to.clone(), file);
                let change = NameChange::Moved(from.clone(), to.clone(), file);
                self.loose_names.push((nth, change));
            }
            Event::Said(_) | Event::Began | Event::Failed => {}
        }
    }

    fn change(&mut self, file: usize, loose: Loose) {
        let contents = self.files.get_mut(file).unwrap();
        loose.apply(&mut contents.now);
        contents.loose.push((self.changes, loose));
    }

    /// As who uses it sees it.
    pub(crate) fn now(&self) -> Files {
        self.names
            .iter()
            .map(|(name, file)| (name.clone(), self.files[*file].now.clone()))
            .collect()
    }

    /// What is found when the power comes back.
    pub(crate) fn after_a_cut(&self, keeps: Keeps) -> Files {
        let (seed, last) = match keeps {
            Keeps::Nothing => (0, 0),
            Keeps::Everything => return self.now(),
            Keeps::TheFirst(seed) => {
                let oldest = self.loose().min().unwrap_or(self.changes);
                let wide = u32::try_from(self.changes - oldest + 2).unwrap();
                (
                    seed,
                    oldest + usize::try_from(Rand32::new(seed.into()).rand_range(0..wide)).unwrap(),
                )
            }
            Keeps::Any(seed) | Keeps::Garbled(seed) => (seed, usize::MAX),
        };
        let mut dice = Rand32::new(seed.into());
        let any = matches!(keeps, Keeps::Any(_) | Keeps::Garbled(_));
        let mut names = self.kept_names.clone();
        for (nth, change) in &self.loose_names {
            if *nth < last && (!any || dice.rand_range(0..2) == 0) {
                change.apply(&mut names);
            }
        }
        let mut out = Files::new();
        for (name, file) in names {
            let contents = &self.files[file];
            let mut bytes = contents.kept.clone();
            for (nth, loose) in &contents.loose {
                if *nth > last || keeps == Keeps::Nothing {
                    continue;
                }
                // The last of those that a disk keeps in order is the one at which the power went.
                if any || *nth == last {
                    loose.apply_in_part(&mut bytes, &mut dice, matches!(keeps, Keeps::Garbled(_)));
                } else {
                    loose.apply(&mut bytes);
                }
            }
            out.insert(name, bytes);
        }
        out
    }

    fn loose(&self) -> impl Iterator<Item = usize> {
        let of_files = self.files.iter().flat_map(|contents| contents.loose.iter().map(|l| l.0));
        of_files.chain(self.loose_names.iter().map(|l| l.0))
    }
}

impl NameChange {
    fn apply(&self, names: &mut BTreeMap<PathBuf, usize>) {
        match self {
            Self::Put(name, file) => drop(names.insert(name.clone(), *file)),
            Self::Removed(name) => drop(names.remove(name)),
            Self::Moved(from, to, file) => {
                names.remove(from);
                names.insert(to.clone(), *file);
            }
        }
    }
}

impl Loose {
    fn apply(&self, contents: &mut Vec<u8>) {
        match self {
            Self::Written { at, bytes } => write(contents, *at, bytes),
            Self::Cut(length) => contents.resize(*length, 0),
        }
    }

    fn apply_in_part(&self, contents: &mut Vec<u8>, dice: &mut Rand32, garbled: bool) {
        match self {
            Self::Cut(_) if dice.rand_range(0..2) == 0 => {}
            Self::Cut(length) => contents.resize(*length, 0),
            Self::Written { at, bytes } => {
                let mut from = 0;
                while from < bytes.len() {
                    let sector = SECTOR - (at + from) % SECTOR;
                    let to = bytes.len().min(from + sector);
                    match dice.rand_range(0..10) {
                        0..5 => {}
                        5 if garbled => {
                            let noise: Vec<u8> =
                                (from..to).map(|_| dice.rand_u32().to_le_bytes()[0]).collect();
                            write(contents, at + from, &noise);
                        }
                        _ => write(contents, at + from, &bytes[from..to]),
                    }
                    from = to;
                }
            }
        }
    }
}

fn write(contents: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    if contents.len() < end {
        contents.resize(end, 0);
    }
    contents[at..end].copy_from_slice(bytes);
}
