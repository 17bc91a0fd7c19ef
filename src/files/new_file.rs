//! A file that grows beside the place where it will lie, and is put there when it is whole and was looked at.

use std::fs::{self, File};
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::files::{FileError, FileVerb, is_there, sync_folder};

/// A file that does not count yet. Dropped before [`NewFile::into_place`], it is gone.
#[derive(Debug)]
pub struct NewFile {
    file: Option<File>,
    temporary: PathBuf,
}

/// How often a rename is tried: who watches a folder, such as a program that copies it elsewhere, holds a new file for
/// a moment.
const TRIES: u32 = 5;
const FIRST_WAIT: Duration = Duration::from_millis(40);

/// How many other names are tried.
const MOST_NAMES: u32 = 99;

impl NewFile {
    /// Begins a file in the folder of `target`.
    pub fn beside(target: &Path) -> Result<Self, FileError> {
        let name = target.file_name().ok_or_else(|| invalid_name(target))?;
        let mut last = None;
        for n in 0..=MOST_NAMES {
            let mut hidden = std::ffi::OsString::from(".");
            hidden.push(name);
            hidden.push(format!(".{}-{n}.deel", std::process::id()));
            let temporary = target.with_file_name(hidden);
            match File::options().read(true).write(true).create_new(true).open(&temporary) {
                Ok(file) => return Ok(Self { file: Some(file), temporary }),
                // Left behind by a program that ended halfway, or still growing: either way not ours.
                Err(err) if err.kind() == io::ErrorKind::AlreadyExists => last = Some(err),
                Err(err) => return Err(failed(target)(err)),
            }
        }
        Err(last.map_or_else(|| invalid_name(target), failed(target)))
    }

    /// Where it lies for now, to look at it.
    pub fn path(&self) -> &Path {
        &self.temporary
    }

    /// Everything that was written is on the disk.
    pub fn sync(&self) -> Result<(), FileError> {
        match &self.file {
            Some(file) => file.sync_all().map_err(failed(&self.temporary)),
            None => Err(invalid_name(&self.temporary)),
        }
    }

    /// Gives it its name, or one like it when that one cannot be had. What is there already is never replaced.
    pub fn into_place(mut self, target: &Path) -> Result<PathBuf, FileError> {
        self.file = None;
        let mut last = None;
        for n in 1..=MOST_NAMES {
            let name = if n == 1 { target.to_owned() } else { numbered(target, n) };
            if is_there(&name) {
                continue;
            }
            match rename_patiently(&self.temporary, &name) {
                Ok(()) => {
                    // There is nothing left to take away.
                    self.temporary = PathBuf::new();
                    sync_folder_of(&name).map_err(failed(&name))?;
                    return Ok(name);
                }
                Err(err) => last = Some(err),
            }
            // The first name may be held by someone; when a second cannot be had either, it is not the name.
            if n > 1 && last.is_some() {
                break;
            }
        }
        let taken = || io::Error::from(io::ErrorKind::AlreadyExists);
        Err(failed(target)(last.unwrap_or_else(taken)))
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.file {
            Some(file) => file.write(bytes),
            None => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.file {
            Some(file) => file.flush(),
            None => Ok(()),
        }
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        self.file = None;
        if !self.temporary.as_os_str().is_empty() {
            // What led here is the error to tell.
            fs::remove_file(&self.temporary).ok();
        }
    }
}

/// Everything that was written in this file, by whomever, is on the disk.
pub fn sync(path: &Path) -> Result<(), FileError> {
    // To write: some systems let only who may write do this.
    let file = File::options().read(true).write(true).open(path).map_err(failed(path))?;
    file.sync_all().map_err(failed(path))
}

/// Renames within a folder, to a name that is free.
pub fn rename_to_free(from: &Path, to: &Path) -> Result<(), FileError> {
    if is_there(to) {
        return Err(failed(to)(io::ErrorKind::AlreadyExists.into()));
    }
    rename_patiently(from, to).and_then(|()| sync_folder_of(to)).map_err(failed(to))
}

/// Puts a whole file in the place of another in one step: at every moment one of the two has the name. What the old
/// one held is wiped from the disk where that can be done; who still has it under another name keeps it.
pub fn replace_and_wipe(new: &Path, old: &Path) -> Result<(), FileError> {
    // Held, so that it can still be reached when it has no name any more.
    let held = File::options().write(true).open(old).ok();
    let done = match fs::rename(new, old) {
        Err(_held_here_too) => {
            drop(held);
            return rename_patiently(new, old)
                .and_then(|()| sync_folder_of(old))
                .map_err(failed(old));
        }
        done => done.and_then(|()| sync_folder_of(old)),
    };
    done.map_err(failed(old))?;
    if let Some(file) = held {
        // It has lost its name: what goes wrong now changes nothing for who asked.
        wipe(file).ok();
    }
    Ok(())
}

fn wipe(mut file: File) -> io::Result<()> {
    let metadata = file.metadata()?;
    #[cfg(unix)]
    if std::os::unix::fs::MetadataExt::nlink(&metadata) > 0 {
        return Ok(());
    }
    let length = metadata.len();
    io::copy(&mut io::repeat(0).take(length), &mut file)?;
    file.sync_all()
}

/// Removes a file of ours so that it does not come back after a power cut.
pub fn remove_synced(path: &Path) -> Result<(), FileError> {
    fs::remove_file(path).and_then(|()| sync_folder_of(path)).map_err(failed(path))
}

/// A path that cannot be the name of a file.
pub fn invalid_name(path: &Path) -> FileError {
    failed(path)(io::ErrorKind::InvalidInput.into())
}

/// So that a new name survives a power cut, or one that is gone.
fn sync_folder_of(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    sync_folder(folder.unwrap_or(Path::new(".")))
}

fn rename_patiently(from: &Path, to: &Path) -> io::Result<()> {
    let mut wait = FIRST_WAIT;
    for _ in 1..TRIES {
        match fs::rename(from, to) {
            // These do not pass by themselves.
            Err(err)
                if !matches!(err.kind(), io::ErrorKind::NotFound | io::ErrorKind::StorageFull) =>
            {
                std::thread::park_timeout(wait);
                wait *= 2;
            }
            done => return done,
        }
    }
    fs::rename(from, to)
}

/// `klas.praktijk` → `klas (2).praktijk`.
fn numbered(path: &Path, n: u32) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!(" ({n})"));
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}

fn failed(path: &Path) -> impl Fn(io::Error) -> FileError {
    let path = path.to_owned();
    move |source| FileError { verb: FileVerb::Write, path: path.clone(), source }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_file_counts_when_it_is_put_in_place_and_replaces_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let target = dir.path().join("kopie.bak");
        for expected in ["kopie.bak", "kopie (2).bak", "kopie (3).bak"] {
            let mut file = NewFile::beside(&target).unwrap();
            file.write_all(expected.as_bytes()).unwrap();
            file.sync().unwrap();
            assert!(!names(dir.path()).contains(&expected.to_owned()), "it has no name yet");
            let path = file.into_place(&target).unwrap();
            assert_eq!(path, dir.path().join(expected));
            assert_eq!(fs::read_to_string(path).unwrap(), expected);
        }
        drop(NewFile::beside(&target).unwrap());
        assert_eq!(names(dir.path()), ["kopie (2).bak", "kopie (3).bak", "kopie.bak"]);
    }

    #[test]
    fn a_rename_never_takes_the_place_of_a_file() {
        let dir = tempfile::tempdir().unwrap();
        let (a, b) = (dir.path().join("a"), dir.path().join("b"));
        crate::files::write_atomic(&a, b"a").unwrap();
        crate::files::write_atomic(&b, b"b").unwrap();
        let refused = rename_to_free(&a, &b).unwrap_err();
        assert_eq!(refused.source.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!((fs::read(&a).unwrap(), fs::read(&b).unwrap()), (b"a".to_vec(), b"b".to_vec()));
        rename_to_free(&a, &dir.path().join("c")).unwrap();
        assert_eq!(names(dir.path()), ["b", "c"]);
    }
}
