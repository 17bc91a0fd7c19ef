//! Putting a new file in the place of a dossier, which is kept beside it. A power cut in the middle loses nothing: a
//! marker says what was going on, and whoever next opens the dossier finishes it.
//!
//! The renames are done in a fixed order, the one that puts the new file in place last. Each is left out when what it
//! moves is no longer there, so the row of them can be begun again at any point. Names only: a marker is a file that
//! anyone may have put there, so it can point at nothing but files beside the dossier that bear its name.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::files::{self, FileError};
use crate::store::claim::Claim;
use crate::store::rollback::file_of as journal_of;
use crate::store::{StoreError, keys, open};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Marker {
    versie: u32,
    /// The name of the new file.
    nieuw: String,
    /// Whether it has a key file.
    sleutels: bool,
    /// The name under which the present one is kept.
    bewaard: String,
}

const VERSION: u32 = 1;
const MARKER_LIMIT: u64 = 4096;

/// The place of a dossier, taken so that nobody opens it meanwhile. It may be empty, or hold a file that is damaged or
/// of which nobody has the password.
pub(crate) struct Place {
    dossier: PathBuf,
    _claim: Claim,
}

impl Place {
    pub(crate) fn take(dossier: &Path) -> Result<Self, StoreError> {
        finish(dossier).map_err(|_cannot_rename| StoreError::CannotOpen)?;
        let claim = Claim::new_file(dossier)?;
        if dossier.is_dir() {
            return Err(StoreError::AlreadyThere);
        }
        if dossier.exists() && open::is_busy(dossier)? {
            return Err(StoreError::Busy);
        }
        Ok(Self { dossier: dossier.to_owned(), _claim: claim })
    }

    /// Puts a new file in it; whether there was one before, which is then kept.
    pub(crate) fn replace_by(&self, new: &Path, kept: &Path) -> Result<bool, FileError> {
        if !new.exists() {
            return Err(files::invalid_name(new));
        }
        let there = self.dossier.exists();
        swap(new, &self.dossier, kept)?;
        Ok(there)
    }
}

/// The name of a file that is to come in the place of a dossier. It holds that of the dossier, so that the one can
/// follow the other.
pub(crate) fn new_dossier_name(dossier: &Path, n: u32) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(dossier.file_name().unwrap_or_default());
    name.push(format!(".herstel-{n}.deel"));
    dossier.with_file_name(name)
}

/// Takes away what was left of such files by a program that ended halfway, unless a marker speaks of one. By who has
/// the dossier open; what is open elsewhere is being made there.
pub(super) fn clear_away(dossier: &Path) {
    if files::is_there(&marker_of(dossier)) {
        return;
    }
    let names = (1..=MOST_LEFT).map(|n| new_dossier_name(dossier, n));
    for left in names.take_while(|name| !is_free(name)) {
        if left.exists() && matches!(open::is_busy(&left), Ok(false)) {
            remove_with_all(&left);
        }
    }
}

/// Takes away a file of ours that is no dossier yet, with its keys and its journal.
pub(super) fn remove_with_all(new: &Path) {
    files::remove_own(new);
    files::remove_own(&keys::file_of(new));
    files::remove_own(&journal_of(new));
}

/// How many are looked for.
const MOST_LEFT: u32 = 100;

/// Whether nothing has this name, and nothing that belongs to a dossier of this name is there either.
pub(crate) fn is_free(path: &Path) -> bool {
    [path.to_owned(), keys::file_of(path), journal_of(path)]
        .iter()
        .all(|path| !files::is_there(path))
}

/// Puts `new` in the place of `dossier`; what is there, with its keys and its journal, is kept as `kept`, a name beside
/// it that is free. `new` lies in the same folder, is whole, and is open nowhere.
fn swap(new: &Path, dossier: &Path, kept: &Path) -> Result<(), FileError> {
    let name = |path: &Path| path.file_name().and_then(|name| name.to_str()).map(str::to_owned);
    let (Some(nieuw), Some(bewaard)) = (name(new), name(kept)) else {
        return Err(files::invalid_name(new));
    };
    let marker = Marker { versie: VERSION, nieuw, sleutels: keys::file_of(new).exists(), bewaard };
    let text = serde_json::to_vec(&marker).map_err(|_cannot_happen| files::invalid_name(new))?;
    files::write_atomic(&marker_of(dossier), &text)?;
    finish(dossier)
}

/// Finishes what a marker beside this dossier says was begun. Without a marker there is nothing to do; one that cannot
/// be read, or that speaks of other files, is left where it is.
pub(crate) fn finish(dossier: &Path) -> Result<(), FileError> {
    let path = marker_of(dossier);
    if !path.exists() {
        return Ok(());
    }
    let bytes = files::read_limited(&path, MARKER_LIMIT)?;
    let Some(renames) = read(&bytes).and_then(|marker| renames(&marker, dossier)) else {
        return Ok(());
    };
    for (from, to) in renames {
        if files::is_there(&from) {
            files::rename_to_free(&from, &to)?;
        }
    }
    files::remove_synced(&path)
}

/// Whether a swap was begun beside this dossier that [`finish`] would finish.
pub(crate) fn is_unfinished(dossier: &Path) -> bool {
    let bytes = files::read_limited(&marker_of(dossier), MARKER_LIMIT).unwrap_or_default();
    let left = read(&bytes).and_then(|marker| renames(&marker, dossier));
    left.is_some_and(|renames| !renames.is_empty())
}

/// The files of which a marker beside this dossier speaks, where it is one that is followed.
#[cfg(any(test, fuzzing))]
pub(crate) fn spoken_of(bytes: &[u8], dossier: &Path) -> Option<[PathBuf; 2]> {
    let Marker { versie: _, nieuw, sleutels: _, bewaard } = read(bytes)?;
    Some([beside(dossier, &nieuw)?, beside(dossier, &bewaard)?])
}

fn read(bytes: &[u8]) -> Option<Marker> {
    let marker: Marker = serde_json::from_slice(bytes).ok()?;
    (marker.versie == VERSION).then_some(marker)
}

/// What is left to do. Once the new file is in place, nothing is.
fn renames(marker: &Marker, dossier: &Path) -> Option<Vec<(PathBuf, PathBuf)>> {
    let Marker { versie: _, nieuw, sleutels, bewaard } = marker;
    let (new, kept) = (beside(dossier, nieuw)?, beside(dossier, bewaard)?);
    if !new.exists() {
        return Some(Vec::new());
    }
    let mut out =
        vec![(dossier.to_owned(), kept.clone()), (journal_of(dossier), journal_of(&kept))];
    let new_keys = keys::file_of(&new);
    // With the new keys in place, those that lie there are no longer the old ones.
    if !sleutels || new_keys.exists() {
        out.push((keys::file_of(dossier), keys::file_of(&kept)));
        out.push((new_keys, keys::file_of(dossier)));
    }
    out.push((new, dossier.to_owned()));
    Some(out)
}

/// A file in the folder of the dossier, whose name holds that of the dossier.
fn beside(dossier: &Path, name: &str) -> Option<PathBuf> {
    let stem = dossier.file_stem()?.to_str()?;
    let plain = !name.contains(['/', '\\', ':', '\0']) && name.contains(stem);
    plain.then(|| dossier.with_file_name(name)).filter(|path| path != dossier)
}

fn marker_of(dossier: &Path) -> PathBuf {
    with_ending(dossier, ".wissel")
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;

    use super::*;

    fn folder(path: &Path) -> BTreeMap<String, String> {
        fs::read_dir(path)
            .unwrap()
            .map(|entry| entry.unwrap())
            .map(|entry| {
                let name = entry.file_name().into_string().unwrap();
                (name, fs::read_to_string(entry.path()).unwrap())
            })
            .collect()
    }

    /// A folder with an old and a new dossier, with these of the files beside them.
    fn prepared(files: &[(&str, &str)]) -> (tempfile::TempDir, PathBuf, PathBuf, PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        for (name, text) in files {
            files::write_atomic(&dir.path().join(name), text.as_bytes()).unwrap();
        }
        let path = |name: &str| dir.path().join(name);
        let paths = (path(".klas.deel"), path("klas"), path("klas bewaard"));
        (dir, paths.0, paths.1, paths.2)
    }

    const OLD: [(&str, &str); 3] =
        [("klas", "oud"), ("klas-journal", "oud halfweg"), ("klas.sleutels", "oude sleutels")];

    #[test]
    fn a_power_cut_after_any_rename_loses_nothing() {
        for old in 0..=OLD.len() {
            for new_keys in [None, Some((".klas.deel.sleutels", "nieuwe sleutels"))] {
                let mut files: Vec<_> = OLD.iter().copied().take(old).collect();
                files.push((".klas.deel", "nieuw"));
                files.extend(new_keys);
                let (whole, new, dossier, kept) = prepared(&files);
                swap(&new, &dossier, &kept).unwrap();
                let expected = folder(whole.path());
                assert_eq!(expected.get("klas").map(String::as_str), Some("nieuw"));
                assert_eq!(expected.len(), files.len(), "nothing is lost, nothing left behind");

                for cut in 0..=5 {
                    let (dir, new, dossier, kept) = prepared(&files);
                    let marker = Marker {
                        versie: VERSION,
                        nieuw: ".klas.deel".to_owned(),
                        sleutels: keys::file_of(&new).exists(),
                        bewaard: kept.file_name().unwrap().to_str().unwrap().to_owned(),
                    };
                    let text = serde_json::to_vec(&marker).unwrap();
                    files::write_atomic(&marker_of(&dossier), &text).unwrap();
                    let steps = renames(&marker, &dossier).unwrap();
                    for (from, to) in steps.iter().filter(|(from, _)| from.exists()).take(cut) {
                        fs::rename(from, to).unwrap();
                    }
                    finish(&dossier).unwrap();
                    assert_eq!(folder(dir.path()), expected, "{old} files, cut after {cut}");
                    finish(&dossier).unwrap();
                    assert_eq!(folder(dir.path()), expected, "finished twice");
                }
            }
        }
    }

    #[test]
    fn a_marker_of_another_hand_moves_nothing() {
        for name in ["../klas", "/tmp/klas", "ander", "klas", "..\\klas", "C:klas", ""] {
            for text in [
                format!(r#"{{"versie":1,"nieuw":{name:?},"sleutels":false,"bewaard":"klas oud"}}"#),
                format!(
                    r#"{{"versie":1,"nieuw":".klas.deel","sleutels":false,"bewaard":{name:?}}}"#
                ),
                "geen marker".to_owned(),
            ] {
                let (dir, _, dossier, _) = prepared(&[("klas", "oud"), (".klas.deel", "nieuw")]);
                files::write_atomic(&marker_of(&dossier), text.as_bytes()).unwrap();
                let before = folder(dir.path());
                finish(&dossier).unwrap();
                assert_eq!(folder(dir.path()), before, "{text}");
            }
        }
    }
}
