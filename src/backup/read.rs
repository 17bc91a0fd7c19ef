//! Looking at a backup: can it be opened, and is every byte of it as it was written? Everything in it may be of another
//! hand: sizes are counted while they grow, and names only mean something when they are ours.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::thread;

use zstd::stream::read::Decoder;

use crate::backup::error::{carried, met};
use crate::backup::header::{Front, MAGIC_LENGTH, SealedKind};
use crate::backup::lines::{LineReader, TableLine};
use crate::backup::pipe::{PipeReader, PipeWriter, pipe};
use crate::backup::seal::Unsealer;
use crate::backup::{BackupError, Contents, Flaw, Protection, Step, Watch, tell};
use crate::files::{self, FileError, FileVerb};
use crate::store::keys::{Key, Lock};
use crate::store::{self, Cell, Password, StoreError, TableShape};

/// A backup that could be opened. Whether it is whole is still to be seen.
pub struct Backup {
    path: PathBuf,
    file: File,
    length: u64,
    front: Front,
    key: Key,
    pub(super) lock: Lock,
    pub(super) typed: Option<Password>,
}

impl fmt::Debug for Backup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Backup").field("length", &self.length).finish_non_exhaustive()
    }
}

/// What someone does with all that is in a backup.
pub(super) trait Take {
    fn begin(&mut self, contents: &Contents) -> Result<(), BackupError>;
    /// The rows that follow are of this table, with their values in this order.
    fn table(&mut self, table: &TableShape);
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), BackupError>;
}

/// How much may come out of each byte, and in any case; see [`SealedKind::most_unpacked`]. What is all alike packs very well: a thousandth was seen.
const MOST_TIMES: u64 = 4_000;
const AT_LEAST: u64 = 64 * 1024 * 1024;
/// As a power of two: what unpacking may keep in memory.
const MOST_WINDOW: u32 = 24;
/// How many rows between two looks at whether to go on.
const OFTEN: u64 = 256;

/// Whether this file says that it is a backup. It says nothing about whether it can be read.
pub fn is_backup(path: &Path) -> Result<bool, FileError> {
    says_it_is(SealedKind::Backup, path)
}

/// Whether this file says that it is of a kind.
pub(super) fn says_it_is(kind: SealedKind, path: &Path) -> Result<bool, FileError> {
    let (file, _) = files::open_to_read(path)?;
    let mut first = Vec::new();
    // A folder can be opened on some systems, but not read: it is no backup.
    let read = file.take(MAGIC_LENGTH as u64).read_to_end(&mut first).is_ok();
    Ok(read && first == kind.magic())
}

impl Backup {
    /// Opens a backup by its password, or without one where it has none.
    pub fn open(path: &Path, password: Option<&Password>) -> Result<Self, BackupError> {
        Self::open_kind(SealedKind::Backup, path, password)
    }

    /// As [`Backup::open`], for any kind of sealed file.
    pub(super) fn open_kind(
        kind: SealedKind,
        path: &Path,
        password: Option<&Password>,
    ) -> Result<Self, BackupError> {
        Self::open_by(kind, path, password, |front| front.unlock(password))
    }

    /// Opens a backup by the lock under which it was made.
    pub(super) fn open_with(
        kind: SealedKind,
        path: &Path,
        lock: &Lock,
    ) -> Result<Self, BackupError> {
        Self::open_by(kind, path, None, |_| Ok(lock.clone()))
    }

    /// Opens a backup by the key of the dossier, whatever its passwords were then; without a key one that everyone can
    /// read. `None`: it needs another key.
    pub(crate) fn open_by_key(path: &Path, key: Option<&Key>) -> Result<Option<Self>, BackupError> {
        let (mut file, length) = files::open_to_read(path)?;
        let front = Front::read(SealedKind::Backup, &mut file, |err| on_disk(path, err).into())?;
        let lock = match (front.protection(), key) {
            (Protection::Geen, _) => Lock::known(),
            (Protection::Dossier, Some(key)) => front.lock_by(key.clone()),
            (Protection::Dossier, None) | (Protection::Eigen, _) => return Ok(None),
        };
        let Some(key) = front.key_by(&lock.key) else { return Ok(None) };
        Ok(Some(Self { path: path.to_owned(), file, length, front, key, lock, typed: None }))
    }

    /// What it says that it holds. Whether the rest of it is whole is not looked at.
    pub fn first_line(&self) -> Result<Contents, BackupError> {
        let failed = |err| met(err, Flaw::Packing, |err| on_disk(&self.path, err));
        let behind = self.front.bytes().len() as u64;
        (&self.file).seek(SeekFrom::Start(behind)).map_err(failed)?;
        let unsealer = Unsealer::new(&self.file, &self.front, &self.key).map_err(failed)?;
        let mut decoder = Decoder::with_buffer(unsealer).map_err(failed)?.single_frame();
        decoder.window_log_max(MOST_WINDOW).map_err(failed)?;
        LineReader::new(BufReader::new(decoder)).manifest().map_err(failed)
    }

    fn open_by(
        kind: SealedKind,
        path: &Path,
        password: Option<&Password>,
        unlock: impl FnOnce(&Front) -> Result<Lock, BackupError>,
    ) -> Result<Self, BackupError> {
        let (mut file, length) = files::open_to_read(path)?;
        let front = Front::read(kind, &mut file, |err| on_disk(path, err).into())?;
        let lock = unlock(&front)?;
        let key = front.key(&lock)?;
        let typed = password.cloned();
        Ok(Self { path: path.to_owned(), file, length, front, key, lock, typed })
    }

    /// Who can read it.
    pub const fn protection(&self) -> Protection {
        self.front.protection()
    }

    /// Looks at all of it, and says what it holds. Changes nothing.
    pub fn verify(&self, watch: &mut Watch<'_>) -> Result<Contents, BackupError> {
        self.read(Step::Verifying, &mut Look, watch)
    }

    /// Reads all of it. Only when this succeeds was everything that `take` has seen as it was written.
    pub(super) fn read(
        &self,
        step: Step,
        take: &mut dyn Take,
        watch: &mut Watch<'_>,
    ) -> Result<Contents, BackupError> {
        let failed = |err| met(err, Flaw::Packing, |err| on_disk(&self.path, err));
        let behind = self.front.bytes().len() as u64;
        (&self.file).seek(SeekFrom::Start(behind)).map_err(failed)?;
        thread::scope(|scope| {
            let (lines, reader) = pipe();
            let unpack = move || self.unpack(lines);
            let unpacker = thread::Builder::new()
                .name("reservekopie-uitpakken".to_owned())
                .spawn_scoped(scope, unpack)
                .map_err(failed)?;
            let read = self.read_lines(reader, step, take, watch);
            let unpacked = unpacker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            match unpacked {
                // The lines only ended because the unpacking did.
                Err(err) if err.kind() != io::ErrorKind::BrokenPipe => Err(failed(err)),
                Err(_) | Ok(()) => read,
            }
        })
    }

    fn unpack(&self, mut lines: PipeWriter) -> io::Result<()> {
        let most = self
            .length
            .saturating_mul(MOST_TIMES)
            .clamp(AT_LEAST, self.front.kind().most_unpacked());
        let input = BufReader::with_capacity(256 * 1024, &self.file);
        let unsealer = Unsealer::new(input, &self.front, &self.key)?;
        let mut decoder = Decoder::with_buffer(unsealer)?.single_frame();
        decoder.window_log_max(MOST_WINDOW)?;
        let mut piece = vec![0; 128 * 1024];
        let mut total: u64 = 0;
        loop {
            let count = decoder.read(&mut piece)?;
            let Some(unpacked) = piece.get(..count).filter(|unpacked| !unpacked.is_empty()) else {
                break;
            };
            total += count as u64;
            if total > most {
                return Err(carried(Flaw::TooMuch));
            }
            lines.set_progress(decoder.get_ref().taken());
            lines.write_all(unpacked)?;
        }
        if !decoder.finish().fill_buf()?.is_empty() {
            return Err(carried(Flaw::Behind));
        }
        lines.flush()
    }

    fn read_lines(
        &self,
        input: PipeReader,
        step: Step,
        take: &mut dyn Take,
        watch: &mut Watch<'_>,
    ) -> Result<Contents, BackupError> {
        let failed = |err| met(err, Flaw::Line, |err| on_disk(&self.path, err));
        let mut lines = LineReader::new(input);
        let contents = lines.manifest().map_err(failed)?;
        let shapes = self.shapes(&contents)?;
        take.begin(&contents)?;
        for (shape, told) in shapes.iter().zip(&contents.tables) {
            let shape = ordered(shape, lines.table().map_err(failed)?)?;
            take.table(&shape);
            let removed_at = shape.removed_at();
            let mut removed = 0;
            for n in 0..told.rows {
                if n.is_multiple_of(OFTEN) {
                    tell(watch, step, lines.input().progress(), self.length)?;
                }
                let taken = lines.row(|cells| {
                    if cells.len() != shape.columns.len() {
                        return Err(Flaw::Line.into());
                    }
                    let put_aside = removed_at.and_then(|at| cells.get(at));
                    removed += u64::from(put_aside.is_some_and(|cell| *cell != Cell::Null));
                    take.row(cells)
                });
                taken.map_err(failed)??;
            }
            if removed != told.removed {
                return Err(Flaw::Counts.into());
            }
        }
        lines.end().map_err(failed)?;
        tell(watch, step, self.length, self.length)?;
        Ok(contents)
    }

    /// Our own tables of the version that it says, in the order in which it has them: each once.
    fn shapes(&self, contents: &Contents) -> Result<Vec<TableShape>, BackupError> {
        let mut left = match store::tables_of(contents.schema_version) {
            Err(StoreError::TooNew { found, ours }) if found > ours => {
                return Err(BackupError::TooNew { found, ours });
            }
            Err(StoreError::TooNew { .. }) => return Err(Flaw::Manifest.into()),
            ours => ours?,
        };
        let encrypted = match self.protection() {
            Protection::Dossier => true,
            Protection::Geen => false,
            Protection::Eigen => contents.encrypted,
        };
        if encrypted != contents.encrypted {
            return Err(Flaw::Manifest.into());
        }
        let mut shapes = Vec::with_capacity(left.len());
        for told in &contents.tables {
            let at = left.iter().position(|shape| shape.name == told.name).ok_or(Flaw::Tables)?;
            shapes.push(left.remove(at));
        }
        if left.is_empty() { Ok(shapes) } else { Err(Flaw::Tables.into()) }
    }
}

/// The same table with its columns in the order in which the backup has them: each once.
fn ordered(ours: &TableShape, told: TableLine) -> Result<TableShape, Flaw> {
    let TableLine { tabel, kolommen } = told;
    let mut left: Vec<&String> = ours.columns.iter().collect();
    let mut columns = Vec::with_capacity(left.len());
    for column in kolommen {
        let at = left.iter().position(|own| **own == column).ok_or(Flaw::Tables)?;
        columns.push(left.remove(at).clone());
    }
    let same = tabel == ours.name && left.is_empty();
    if same { Ok(TableShape { name: tabel, columns }) } else { Err(Flaw::Tables) }
}

/// Looks, and does nothing.
struct Look;

impl Take for Look {
    fn begin(&mut self, _: &Contents) -> Result<(), BackupError> {
        Ok(())
    }

    fn table(&mut self, _: &TableShape) {}

    fn row(&mut self, _: &[Cell<'_>]) -> Result<(), BackupError> {
        Ok(())
    }
}

fn on_disk(path: &Path, source: io::Error) -> FileError {
    FileError { verb: FileVerb::Read, path: path.to_owned(), source }
}
