//! Making a backup: written beside its place, read back with what was used to close it, and only then given its name.

use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use jiff::Timestamp;

use crate::backup::header::SealedKind;
use crate::backup::lines::LineWriter;
use crate::backup::packer::{Packer, Seal, failed};
use crate::backup::pipe::{PipeReader, PipeWriter, pipe};
use crate::backup::{BackupError, Contents, Protection, Step, Watch, tell};
use crate::store::keys::{COST, Cost};
use crate::store::{self, Password, Store, TableShape};

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
    let seal = match under {
        Under::Own(password) => Seal::Own(password.clone()),
        Under::Dossiers => Seal::Dossiers(store.lock().cloned()),
    };
    let mut packer = Packer::begin_at(kind, to, seal, cost)?;
    let contents = fill(store, &mut packer, to, now, watch)?;
    packer.finish(contents, watch)
}

fn fill(
    store: &Store,
    packer: &mut Packer,
    to: &Path,
    now: Timestamp,
    watch: &mut Watch<'_>,
) -> Result<Contents, BackupError> {
    let failed = |err| failed(to, err);
    thread::scope(|scope| {
        let (writer, lines) = pipe();
        let packing = thread::Builder::new()
            .name("reservekopie-inpakken".to_owned())
            .spawn_scoped(scope, move || pack(lines, packer))
            .map_err(failed)?;
        let written =
            store.at_one_moment(|version| write_lines(store, version, now, writer, watch, &failed));
        let packed = packing.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        // When the packing fails, the lines find nobody who reads them.
        packed?;
        written
    })
}

fn pack(mut lines: PipeReader, packer: &mut Packer) -> Result<(), BackupError> {
    while let Some(piece) = lines.next_piece() {
        packer.take(&piece)?;
    }
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
