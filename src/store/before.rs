//! A dossier of an older version is kept as it was before it becomes one of today: byte for byte, beside it, with its
//! key file. What cannot be kept is not brought to today's version.
//!
//! A dossier that is open is never read past SQLite (`claim.rs`), so it is closed while it is copied. Whether another
//! program wrote in it meanwhile shows in its length and its time.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use blake3::Hasher;
use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags};

use crate::files::{self, NewFile};
use crate::store::keys::{self, Lock};
use crate::store::migrations::OURS;
use crate::store::{StoreError, open, settings, swap};

/// A file as it was when it was copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct AsItWas {
    length: u64,
    modified: Option<Timestamp>,
}

/// How many names are tried.
const MOST_NAMES: u32 = 100;
const PIECE: usize = 1024 * 1024;

/// Opens a dossier to work in it. One of an older version is kept first; where that copy lies is said.
pub(super) fn connect(
    dossier: &Path,
    lock: Option<&Lock>,
) -> Result<(Connection, Option<PathBuf>), StoreError> {
    let conn = open::writable(dossier, lock)?;
    let version = version_of(&conn)?;
    // One without a version holds nothing, or is refused.
    if version == 0 || version >= OURS {
        return Ok((conn, None));
    }
    drop(conn);
    let was = as_it_was(dossier)?;
    let kept = keep(dossier, lock, version)?;
    let again = || -> Result<Connection, StoreError> {
        let conn = open::writable(dossier, lock)?;
        settings::set(&conn, "locking_mode", "EXCLUSIVE", "exclusive")?;
        // From here on nobody else gets in.
        conn.execute_batch("BEGIN EXCLUSIVE; COMMIT")?;
        if as_it_was(dossier)? == was { Ok(conn) } else { Err(StoreError::Busy) }
    };
    match again() {
        Ok(conn) => Ok((conn, Some(kept))),
        Err(err) => {
            discard(&kept);
            Err(err)
        }
    }
}

/// Takes away a copy that was made just now, and its key file.
pub(super) fn discard(kept: &Path) {
    files::remove_own(kept);
    files::remove_own(&keys::file_of(kept));
}

/// Copies a dossier that is open nowhere, and looks at the copy. Where this fails, nothing is left of it.
fn keep(dossier: &Path, lock: Option<&Lock>, version: u32) -> Result<PathBuf, StoreError> {
    let mut names = (1..=MOST_NAMES).map(|n| name_of(dossier, OURS, n));
    let kept = names.find(|path| swap::is_free(path)).ok_or(StoreError::NotCopied)?;
    // The keys first: a copy without them opens to nobody.
    if let Some(lock) = lock {
        lock.write_beside(&kept).map_err(|_disk| StoreError::NotCopied)?;
    }
    if let Err(err) = copy(dossier, &kept, lock, version) {
        files::remove_own(&keys::file_of(&kept));
        return Err(err);
    }
    Ok(kept)
}

fn version_of(conn: &Connection) -> Result<u32, StoreError> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

fn as_it_was(dossier: &Path) -> Result<AsItWas, StoreError> {
    let metadata = dossier.metadata().map_err(|_was_just_open| StoreError::CannotOpen)?;
    Ok(AsItWas {
        length: metadata.len(),
        modified: metadata.modified().ok().and_then(|at| Timestamp::try_from(at).ok()),
    })
}

/// `klas.dossier` → `klas.voor-versie-4.dossier`, when it becomes one of that version.
fn name_of(dossier: &Path, becomes: u32, n: u32) -> PathBuf {
    let mut name = dossier.file_stem().unwrap_or_default().to_owned();
    name.push(format!(".voor-versie-{becomes}"));
    if n > 1 {
        name.push(format!("-{n}"));
    }
    if let Some(ending) = dossier.extension() {
        name.push(".");
        name.push(ending);
    }
    dossier.with_file_name(name)
}

fn copy(from: &Path, to: &Path, lock: Option<&Lock>, version: u32) -> Result<(), StoreError> {
    let write = || -> io::Result<(NewFile, Hasher)> {
        let other = |err: files::FileError| err.source;
        let mut file = NewFile::beside(to).map_err(other)?;
        let mut sum = Hasher::new();
        each_piece(from, |piece| {
            sum.update(piece);
            file.write_all(piece)
        })?;
        file.sync().map_err(other)?;
        Ok((file, sum))
    };
    let (file, sum) = write().map_err(|_disk| StoreError::NotCopied)?;
    let mut read = Hasher::new();
    let back = each_piece(file.path(), |piece| {
        read.update(piece);
        Ok(())
    });
    if back.is_err() || read.finalize() != sum.finalize() {
        return Err(StoreError::NotCopied);
    }
    // Under its own name its keys lie beside it.
    let kept = file.into_place(to).map_err(|_disk| StoreError::NotCopied)?;
    let whole = looks_whole(&kept, lock, version);
    if kept != to || whole.is_err() {
        files::remove_own(&kept);
        return Err(whole.err().unwrap_or(StoreError::NotCopied));
    }
    Ok(())
}

fn looks_whole(kept: &Path, lock: Option<&Lock>, version: u32) -> Result<(), StoreError> {
    let conn = open::unlocked(kept, lock, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let wrong = "SELECT count(*) FROM pragma_quick_check WHERE quick_check <> 'ok'";
    let wrong: i64 = conn.query_row(wrong, [], |row| row.get(0))?;
    if version_of(&conn)? == version && wrong == 0 { Ok(()) } else { Err(StoreError::Damaged) }
}

fn each_piece(path: &Path, mut see: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut file = File::open(path)?;
    let mut piece = vec![0; PIECE];
    loop {
        let count = file.read(&mut piece)?;
        match piece.get(..count) {
            Some(read) if !read.is_empty() => see(read)?,
            Some(_) | None => return Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::store::{Password, Store, migrations};

    #[test]
    fn a_copy_says_before_which_version_it_was_made() {
        for (dossier, n, name) in [
            ("map/klas.dossier", 1, "map/klas.voor-versie-3.dossier"),
            ("klas", 2, "klas.voor-versie-3-2"),
        ] {
            assert_eq!(name_of(Path::new(dossier), 3, n), Path::new(name));
        }
    }

    /// A dossier of the first version.
    fn old(password: Option<&Password>) -> (tempfile::TempDir, PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("klas.dossier");
        let lock = password.map(|password| Lock::of_dossier(password).unwrap().0);
        if let Some(lock) = &lock {
            lock.write_beside(&path).unwrap();
        }
        let conn = open::connect_new(&path, lock.as_ref()).unwrap();
        migrations::lay(&conn, 1).unwrap();
        conn.execute_batch("INSERT INTO school (id, naam) VALUES (1, 'De Linde')").unwrap();
        (dir, path)
    }

    fn names(path: &Path) -> Vec<String> {
        let entries = fs::read_dir(path.parent().unwrap()).unwrap();
        let mut names: Vec<_> =
            entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| !name.ends_with("-journal"));
        names.sort();
        names
    }

    #[test]
    fn an_older_dossier_is_kept_byte_for_byte_before_it_becomes_one_of_today() {
        let password = Password::new("eik en beuk".to_owned());
        for password in [None, Some(&password)] {
            let (_dir, path) = old(password);
            let before = fs::read(&path).unwrap();
            let store = Store::open(&path, password).unwrap();
            assert_eq!(version_of(&store.conn).unwrap(), OURS);
            let kept = name_of(&path, OURS, 1);
            assert!(fs::read(&kept).unwrap() == before);
            drop(store);
            // Once: from now on it is one of today.
            drop(Store::open(&path, password).unwrap());
            assert_eq!(names(&path).len(), if password.is_some() { 4 } else { 2 });
            // The same password opens the copy; looking leaves it what it is.
            let copy = Store::open_as_it_is(&kept, password).unwrap();
            assert_eq!(version_of(&copy.conn).unwrap(), 1);
        }
    }

    #[test]
    fn what_cannot_be_kept_stays_what_it_was() {
        let (_dir, path) = old(None);
        let before = fs::read(&path).unwrap();
        for n in 1..=MOST_NAMES {
            files::write_atomic(&name_of(&path, OURS, n), b"van een ander").unwrap();
        }
        assert!(matches!(Store::open(&path, None), Err(StoreError::NotCopied)));
        assert!(fs::read(&path).unwrap() == before);
    }

    #[test]
    fn an_old_file_that_is_refused_leaves_no_copy() {
        let (_dir, path) = old(None);
        let conn = open::connect_new(&path, None).unwrap();
        conn.execute_batch("CREATE VIEW vreemd AS SELECT 1").unwrap();
        drop(conn);
        let before = fs::read(&path).unwrap();
        assert!(matches!(Store::open(&path, None), Err(StoreError::Shape)));
        assert!(fs::read(&path).unwrap() == before);
        assert_eq!(names(&path), ["klas.dossier"]);
    }
}
