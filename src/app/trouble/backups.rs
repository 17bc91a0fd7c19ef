//! The newest backup of a dossier that is whole, in the folders where one may lie.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;

use crate::backup::{Backup, BackupError, Contents, is_backup};
use crate::store::Password;

/// How many are looked at: each is read whole.
const MOST: usize = 8;

/// Those that were made by hand, and what in these folders bears the name of the dossier.
pub(super) fn newest(
    dossier: &Path,
    own: &[PathBuf],
    folders: &[PathBuf],
    password: Option<&Password>,
) -> Option<(PathBuf, Contents)> {
    let stem = dossier.file_stem()?.to_string_lossy().into_owned();
    let mut all: Vec<PathBuf> = own.to_vec();
    for entry in
        folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten().flatten()
    {
        let named = entry.file_name().to_string_lossy().starts_with(&stem);
        if named && entry.path() != dossier {
            all.push(entry.path());
        }
    }
    let mut dated: Vec<_> = all
        .into_iter()
        .filter(|path| is_backup(path).unwrap_or(false))
        .filter_map(|path| Some((std::fs::metadata(&path).ok()?.modified().ok()?, path)))
        .collect();
    dated.sort();
    dated.dedup();
    let whole = dated.into_iter().rev().take(MOST).filter_map(|(_, path)| {
        let contents =
            open(&path, password).ok()?.verify(&mut |_| ControlFlow::Continue(())).ok()?;
        Some((path, contents))
    });
    whole.max_by_key(|(_, contents)| contents.made)
}

/// Makes a dossier of it, in a place where there is nothing.
pub(super) fn restore(
    file: &Path,
    password: Option<&Password>,
    to: &Path,
    now: DateTime,
) -> Result<(), BackupError> {
    open(file, password)?.restore(to, now, &mut |_| ControlFlow::Continue(()))?;
    Ok(())
}

/// One that was made without a password opens without.
fn open(file: &Path, password: Option<&Password>) -> Result<Backup, BackupError> {
    match Backup::open(file, password) {
        Err(BackupError::NoPassword) => Backup::open(file, None),
        other => other,
    }
}
