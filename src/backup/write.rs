//! Making a backup: written beside its place, read back with what was used to close it, and only then given its name.

use std::io::{self, BufRead as _, Write as _};
use std::path::{Path, PathBuf};
use std::thread;

use jiff::Timestamp;
use zstd::stream::write::Encoder;

use crate::backup::error::met;
use crate::backup::header::{Front, SealedKind};
use crate::backup::lines::LineWriter;
use crate::backup::pipe::{PipeReader, PipeWriter, pipe};
use crate::backup::seal::Sealer;
use crate::backup::{Backup, BackupError, Contents, Flaw, Protection, Step, Watch, tell};
use crate::files::{self, FileError, FileVerb, NewFile};
use crate::store::keys::{COST, Cost, Key, Lock};
use crate::store::{self, Password, Store, StoreError, TableShape};

/// Under which password a backup is made.
#[derive(Clone, Copy, Debug)]
pub enum Under<'a> {
    /// That of the dossier; where it has none, everyone can read the backup, as they can read the dossier.
    Dossiers,
    /// One of its own.
    Own(&'a Password),
}

/// A backup that was made, read back and found whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Where it lies: under the name that was asked for, or one like it.
    pub path: PathBuf,
    pub bytes: u64,
    pub protection: Protection,
    pub contents: Contents,
}

const LEVEL: i32 = 3;
/// As a power of two, how far back is looked for the same: papers of a school have their fonts in common.
const WINDOW: u32 = 23;

/// Makes a backup of `store` as a file `to` that is not there yet.
pub fn write(
    store: &Store,
    to: &Path,
    under: Under<'_>,
    now: Timestamp,
    watch: &mut Watch<'_>,
) -> Result<Made, BackupError> {
    write_at(SealedKind::Backup, store, to, under, COST, now, watch)
}

/// As [`write`], with a password of its own that costs this much to guess.
pub(super) fn write_at(
    kind: SealedKind,
    store: &Store,
    to: &Path,
    under: Under<'_>,
    cost: Cost,
    now: Timestamp,
    watch: &mut Watch<'_>,
) -> Result<Made, BackupError> {
    if files::is_there(to) {
        return Err(StoreError::AlreadyThere.into());
    }
    let (protection, lock) = match (under, store.lock()) {
        (Under::Own(password), _) => (Protection::Eigen, Lock::of_password(password, cost)?),
        (Under::Dossiers, Some(lock)) => (Protection::Dossier, lock.clone()),
        (Under::Dossiers, None) => (Protection::Geen, Lock::known()),
    };
    let (front, key) = Front::new(kind, protection, &lock)?;
    let mut file = NewFile::beside(to)?;
    let contents = fill(store, &mut file, to, &front, &key, now, watch)?;
    file.sync()?;

    let backup = match under {
        // The password itself must open it, not what is still in memory.
        Under::Own(password) => Backup::open_kind(kind, file.path(), Some(password)),
        Under::Dossiers => Backup::open_with(kind, file.path(), &lock),
    };
    let seen = backup
        .and_then(|backup| backup.verify(watch))
        .and_then(|seen| if seen == contents { Ok(()) } else { Err(Flaw::Contents.into()) });
    match seen {
        Err(BackupError::Stopped) => return Err(BackupError::Stopped),
        other => other.map_err(|err| BackupError::NotAsWritten(Box::new(err)))?,
    }
    let path = file.into_place(to)?;
    let bytes = path.metadata().map_or(0, |metadata| metadata.len());
    Ok(Made { path, bytes, protection, contents })
}

fn fill(
    store: &Store,
    file: &mut NewFile,
    to: &Path,
    front: &Front,
    key: &Key,
    now: Timestamp,
    watch: &mut Watch<'_>,
) -> Result<Contents, BackupError> {
    let failed = |err| {
        let path = to.to_owned();
        met(err, Flaw::Packing, |source| FileError { verb: FileVerb::Write, path, source })
    };
    thread::scope(|scope| {
        let (writer, lines) = pipe();
        let packer = thread::Builder::new()
            .name("reservekopie-inpakken".to_owned())
            .spawn_scoped(scope, move || pack(lines, file, front, key))
            .map_err(failed)?;
        let written =
            store.at_one_moment(|version| write_lines(store, version, now, writer, watch, &failed));
        let packed = packer.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        // When the packing fails, the lines find nobody who reads them.
        packed.map_err(failed)?;
        written
    })
}

fn pack(mut lines: PipeReader, file: &mut NewFile, front: &Front, key: &Key) -> io::Result<()> {
    file.write_all(front.bytes())?;
    let mut encoder = Encoder::new(Sealer::new(file, front, key), LEVEL)?;
    encoder.include_checksum(true)?;
    encoder.window_log(WINDOW)?;
    loop {
        let piece = lines.fill_buf()?;
        if piece.is_empty() {
            break;
        }
        let length = piece.len();
        encoder.write_all(piece)?;
        lines.consume(length);
    }
    encoder.finish()?.finish()?;
    Ok(())
}

fn write_lines(
    store: &Store,
    version: u32,
    now: Timestamp,
    out: PipeWriter,
    watch: &mut Watch<'_>,
    failed: &dyn Fn(io::Error) -> BackupError,
) -> Result<Contents, BackupError> {
    let shapes = store::tables_of(version)?;
    let contents = Contents::of_tables(store, version, &shapes, now)?;
    let (mut lines, all, mut done) = (LineWriter::new(out), contents.rows(), 0);
    lines.manifest(&contents).map_err(failed)?;
    for shape in &shapes {
        let TableShape { name, columns } = shape;
        lines.table(name, columns).map_err(failed)?;
        store.each_row(shape, |cells| {
            if done % 256 == 0 {
                tell(watch, Step::Writing, done, all)?;
            }
            done += 1;
            lines.row(cells).map_err(failed)
        })?;
    }
    lines.end().map_err(failed)?;
    tell(watch, Step::Writing, all, all)?;
    Ok(contents)
}
