//! Writing files whole or not at all. Knows nothing of what is in them.

mod left;
mod new_file;
mod shared;

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};

pub use shared::{SharedPlace, Surroundings, shared_place};

pub use left::remove_left;
pub use new_file::{NewFile, invalid_name, remove_synced, rename_to_free, replace_and_wipe, sync};

/// What could not be done with a file.
#[derive(Debug, thiserror::Error)]
#[error("cannot {verb} a file")]
pub struct FileError {
    pub verb: FileVerb,
    pub path: PathBuf,
    #[source]
    pub source: io::Error,
}

/// What was being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileVerb {
    Read,
    Write,
}

impl std::fmt::Display for FileVerb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Read => "read",
            Self::Write => "write",
        })
    }
}

/// Puts `bytes` in `path` so that it holds the old content or the new, whatever happens: a temporary file beside it,
/// synced, renamed.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().and_then(|name| name.to_str());
    remove_left(folder, |target| Some(target) == name);
    let waiting = write_beside(path, bytes)?;
    waiting.replace()?;
    sync_folder(folder).map_err(failed_write(path))
}

/// A whole file that lies beside its place, and is gone again unless it is put there.
#[derive(Debug)]
pub struct Waiting {
    /// Held, so that it is not taken for left behind.
    file: Option<File>,
    temporary: PathBuf,
    place: PathBuf,
}

/// Writes a whole file beside its place. What stands in that place is not touched.
pub fn write_beside(place: &Path, bytes: &[u8]) -> Result<Waiting, FileError> {
    let failed = failed_write(place);
    let name =
        place.file_name().ok_or_else(|| failed(io::Error::from(io::ErrorKind::InvalidInput)))?;
    let mut temporary = std::ffi::OsString::from(".");
    temporary.push(name);
    temporary.push(format!(".{}.deel", std::process::id()));
    let temporary = place.with_file_name(temporary);
    let mut waiting = Waiting { file: None, temporary, place: place.to_owned() };
    let write = || {
        let mut file = File::create(&waiting.temporary)?;
        left::hold(&file);
        file.write_all(bytes)?;
        file.sync_all()?;
        Ok(file)
    };
    waiting.file = Some(write().map_err(failed)?);
    Ok(waiting)
}

impl Waiting {
    /// Where it belongs.
    pub fn place(&self) -> &Path {
        &self.place
    }

    /// Puts it in its place, if nothing stands there.
    pub fn put(self) -> Result<(), FileError> {
        if is_there(&self.place) {
            return Err(failed_write(&self.place)(io::Error::from(io::ErrorKind::AlreadyExists)));
        }
        self.replace()
    }

    fn replace(mut self) -> Result<(), FileError> {
        self.file = None;
        fs::rename(&self.temporary, &self.place).map_err(failed_write(&self.place))
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.file = None;
        // Put in its place it is not there any more; and a leftover that cannot be removed changes nothing about what
        // went wrong before.
        fs::remove_file(&self.temporary).ok();
    }
}

/// Whether anything stands in this place, a link to nowhere too.
pub fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

fn failed_write(path: &Path) -> impl Fn(io::Error) -> FileError {
    move |source| FileError { verb: FileVerb::Write, path: path.to_owned(), source }
}

/// So that new names in a folder survive a power cut. Windows offers no such call and needs none.
#[cfg(unix)]
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
pub fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Reads a whole file of at most `limit` bytes; a longer one is refused before it is read.
pub fn read_limited(path: &Path, limit: u64) -> Result<Vec<u8>, FileError> {
    let failed = |source| FileError { verb: FileVerb::Read, path: path.to_owned(), source };
    if fs::metadata(path).map_err(failed)?.len() > limit {
        return Err(failed(io::Error::from(io::ErrorKind::FileTooLarge)));
    }
    fs::read(path).map_err(failed)
}

/// The first bytes of a file, at most `count`.
pub fn read_begin(path: &Path, count: u64) -> Result<Vec<u8>, FileError> {
    let failed = |source| FileError { verb: FileVerb::Read, path: path.to_owned(), source };
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(failed)?;
    file.take(count).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Opens a file to read it piece by piece, with its length.
pub fn open_to_read(path: &Path) -> Result<(File, u64), FileError> {
    let failed = |source| FileError { verb: FileVerb::Read, path: path.to_owned(), source };
    let file = File::open(path).map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    Ok((file, length))
}

/// Copies a file to a name that is free, and all of it is on the disk when this returns.
pub fn copy_synced(from: &Path, to: &Path) -> Result<(), FileError> {
    if is_there(to) {
        return Err(failed_write(to)(io::Error::from(io::ErrorKind::AlreadyExists)));
    }
    fs::copy(from, to).map_err(failed_write(to))?;
    sync(to)
}

/// Whether two files hold the same bytes.
pub fn are_same(one: &Path, other: &Path) -> Result<bool, FileError> {
    let ((mut first, length), (mut second, same)) = (open_to_read(one)?, open_to_read(other)?);
    let failed = |source| FileError { verb: FileVerb::Read, path: one.to_owned(), source };
    if length != same {
        return Ok(false);
    }
    let (mut here, mut there) = (vec![0; PIECE], vec![0; PIECE]);
    let mut left = length;
    while left > 0 {
        let piece = usize::try_from(left).unwrap_or(PIECE).min(PIECE);
        let (Some(a), Some(b)) = (here.get_mut(..piece), there.get_mut(..piece)) else { break };
        first.read_exact(a).and_then(|()| second.read_exact(b)).map_err(failed)?;
        if a != b {
            return Ok(false);
        }
        left -= piece as u64;
    }
    Ok(true)
}

const PIECE: usize = 256 * 1024;

/// Removes a file that this program itself has just made and could not finish.
pub fn remove_own(path: &Path) {
    // It may not be there at all; and when it stays, the error that led here is the one to tell.
    fs::remove_file(path).ok();
}

/// As [`make_folder`], and where the system knows accounts no other one sees what is in it.
pub fn make_own_folder(path: &Path) -> Result<(), FileError> {
    make_folder(path)?;
    keep_to_own_account(path).map_err(failed_write(path))
}

#[cfg(unix)]
fn keep_to_own_account(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o700))
}

/// On Windows the folders of an account are its own.
#[cfg(not(unix))]
fn keep_to_own_account(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// Removes files of ours in a folder that are older than an hour. What cannot be read or removed stays.
pub fn remove_own_before(folder: &Path, is_ours: impl Fn(&Path) -> bool, now: Timestamp) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let modified = entry.metadata().and_then(|data| data.modified()).ok();
        let then = modified.and_then(|then| Timestamp::try_from(then).ok());
        if is_ours(&entry.path()) && then.is_some_and(|then| now.duration_since(then) > HOUR) {
            remove_own(&entry.path());
        }
    }
}

const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// Makes a folder with those above it.
pub fn make_folder(path: &Path) -> Result<(), FileError> {
    fs::create_dir_all(path).map_err(|source| FileError {
        verb: FileVerb::Write,
        path: path.to_owned(),
        source,
    })
}

#[cfg(test)]
mod tests {
    use std::time::UNIX_EPOCH;

    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_stays_behind() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("papier.pdf");
        write_atomic(&path, b"een").unwrap();
        write_atomic(&path, b"twee").unwrap();
        assert_eq!(read_limited(&path, 4).unwrap(), b"twee");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
        assert_eq!(read_limited(&path, 3).unwrap_err().source.kind(), io::ErrorKind::FileTooLarge);
        let gone = dir.path().join("weg").join("papier.pdf");
        assert_eq!(write_atomic(&gone, b"x").unwrap_err().verb, FileVerb::Write);
    }

    #[test]
    fn a_waiting_file_is_put_where_nothing_stands_or_leaves_no_trace() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("papier.pdf");
        drop(write_beside(&path, b"een").unwrap());
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
        write_beside(&path, b"een").unwrap().put().unwrap();
        let second = write_beside(&path, b"twee").unwrap();
        assert_eq!(second.put().unwrap_err().source.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(read_limited(&path, 4).unwrap(), b"een");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn only_old_files_of_ours_are_taken_away() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("bekeken");
        make_own_folder(&folder).unwrap();
        for (name, old) in [("oud.pdf", true), ("nieuw.pdf", false), ("oud.txt", true)] {
            let path = folder.join(name);
            write_atomic(&path, b"x").unwrap();
            if old {
                File::options().write(true).open(&path).unwrap().set_modified(UNIX_EPOCH).unwrap();
            }
        }
        let is_ours = |path: &Path| path.extension().is_some_and(|ending| ending == "pdf");
        let modified = fs::metadata(folder.join("nieuw.pdf")).unwrap().modified().unwrap();
        remove_own_before(&folder, is_ours, Timestamp::try_from(modified).unwrap());
        let mut left: Vec<_> =
            fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["nieuw.pdf", "oud.txt"]);
    }
}
