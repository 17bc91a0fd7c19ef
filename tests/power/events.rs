//! What was done to a folder, read from the record that `disk.c` makes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Files are numbered as they appear; names are those within the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    Made(PathBuf, usize),
    Written {
        file: usize,
        at: usize,
        bytes: Vec<u8>,
    },
    Cut {
        file: usize,
        length: usize,
    },
    Synced(usize),
    /// The names in this folder.
    FolderSynced(PathBuf),
    Removed(PathBuf),
    Moved(PathBuf, PathBuf),
    /// On standard output.
    Said(String),
    /// A process began.
    Began,
    /// The disk failed, as it was asked to.
    Failed,
}

impl Event {
    /// Whether something happens on the disk.
    pub(crate) const fn is_of_the_disk(&self) -> bool {
        match self {
            Self::Made(..)
            | Self::Written { .. }
            | Self::Cut { .. }
            | Self::Synced(_)
            | Self::FolderSynced(_)
            | Self::Removed(_)
            | Self::Moved(..) => true,
            Self::Said(_) | Self::Began | Self::Failed => false,
        }
    }
}

enum Open {
    File(usize),
    Folder(PathBuf),
}

/// Reads a record, from a folder that held these files when it began.
pub(crate) fn events(log: &Path, root: &Path, before: &BTreeMap<PathBuf, Vec<u8>>) -> Vec<Event> {
    let bytes = std::fs::read(log).unwrap();
    let mut names: BTreeMap<PathBuf, usize> = before.keys().cloned().zip(0..).collect();
    let (mut open, mut out, mut next) = (BTreeMap::new(), Vec::new(), names.len());
    let name = |bytes: &[u8]| {
        Path::new(std::str::from_utf8(bytes).unwrap()).strip_prefix(root).unwrap().to_owned()
    };
    let mut rest = bytes.as_slice();
    while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let head = std::str::from_utf8(&rest[..end]).unwrap();
        let mut words = head.split(' ');
        let what = words.next().unwrap();
        let mut number = || words.next().unwrap().parse::<usize>().unwrap();
        let (fd, number, length) = (number(), number(), number());
        let payload = &rest[end + 1..end + 1 + length];
        rest = &rest[end + 1 + length..];
        let file = || match open.get(&fd) {
            Some(Open::File(file)) => *file,
            Some(Open::Folder(_)) | None => panic!("{head}: no such file"),
        };
        match what {
            "P" => {
                open.clear();
                out.push(Event::Began);
            }
            "F" => out.push(Event::Failed),
            "A" => out.push(Event::Said(String::from_utf8_lossy(payload).into_owned())),
            "O" if number & 2 != 0 => drop(open.insert(fd, Open::Folder(name(payload)))),
            "O" => {
                let name = name(payload);
                if number & 1 != 0 {
                    names.insert(name.clone(), next);
                    out.push(Event::Made(name.clone(), next));
                    next += 1;
                }
                open.insert(fd, Open::File(*names.get(&name).unwrap()));
            }
            "C" => drop(open.remove(&fd)),
            "W" => out.push(Event::Written { file: file(), at: number, bytes: payload.to_owned() }),
            "T" => out.push(Event::Cut { file: file(), length: number }),
            "S" => out.push(match open.get(&fd).unwrap() {
                Open::File(file) => Event::Synced(*file),
                Open::Folder(folder) => Event::FolderSynced(folder.clone()),
            }),
            "U" => {
                names.remove(&name(payload));
                out.push(Event::Removed(name(payload)));
            }
            "R" => {
                let middle = payload.iter().position(|byte| *byte == 0).unwrap();
                let (from, to) = (name(&payload[..middle]), name(&payload[middle + 1..]));
                let file = names.remove(&from).unwrap();
                names.insert(to.clone(), file);
                out.push(Event::Moved(from, to));
            }
            other => panic!("{other}: not in a record"),
        }
    }
    out
}
