//! The same file for another purpose: some learners, for another dossier. It holds a small dossier, which is read back
//! into memory and never becomes a file. Always under a password of its own.

use std::path::Path;

use jiff::Timestamp;

use crate::backup::header::SealedKind;
use crate::backup::read::{Take, says_it_is};
use crate::backup::write::write_at;
use crate::backup::{Backup, BackupError, Contents, Flaw, Made, Protection, Under, Watch};
use crate::domain::{
    Erkenning, Evidence, ExamComponent, Learner, Leerbedrijf, Praktijkbegeleider, Praktijkopleider,
    ReceivedDocument, Record, School, Traineeship, Voortgangstoets,
};
use crate::files::FileError;
use crate::store::keys::{COST, Cost};
use crate::store::{Cell, Fit, MemoryRefill, Password, Store, TableShape};

/// Whether this file says that it is a handover. It says nothing about whether it can be read.
pub fn is_handover(path: &Path) -> Result<bool, FileError> {
    says_it_is(SealedKind::Handover, path)
}

/// Writes an excerpt of a dossier as a file `to` that is not there yet, reads it back, and only then gives it its name.
pub fn write_handover(
    excerpt: &Store,
    to: &Path,
    password: &Password,
    now: Timestamp,
    watch: &mut Watch<'_>,
) -> Result<Made, BackupError> {
    write_handover_at(excerpt, to, password, COST, now, watch)
}

/// As [`write_handover`], with a password that costs this much to guess.
pub(super) fn write_handover_at(
    excerpt: &Store,
    to: &Path,
    password: &Password,
    cost: Cost,
    now: Timestamp,
    watch: &mut Watch<'_>,
) -> Result<Made, BackupError> {
    write_at(SealedKind::Handover, excerpt, to, Under::Own(password), cost, now, watch)
}

/// Reads one into memory. Nothing of it is given back before every byte was seen to be as it was written, and every
/// row to hold what it may.
pub fn read_handover(
    path: &Path,
    password: &Password,
    watch: &mut Watch<'_>,
) -> Result<(Contents, Store), BackupError> {
    read_opened(&Backup::open_kind(SealedKind::Handover, path, Some(password))?, watch)
}

fn read_opened(sealed: &Backup, watch: &mut Watch<'_>) -> Result<(Contents, Store), BackupError> {
    if sealed.protection() != Protection::Eigen {
        return Err(Flaw::Header.into());
    }
    into_memory(sealed, watch)
}

/// All that is in a sealed file, as a dossier in memory.
pub(super) fn into_memory(
    sealed: &Backup,
    watch: &mut Watch<'_>,
) -> Result<(Contents, Store), BackupError> {
    let mut filling = Filling { refill: None };
    let contents = sealed.read(crate::backup::Step::Verifying, &mut filling, watch)?;
    let store = filling.refill.ok_or(Flaw::Manifest)?.finish()?.ok_or(Flaw::Row)?;
    every_row_parses(&store)?;
    Ok((contents, store))
}

/// A row that holds what it may not would be passed over in silence.
fn every_row_parses(store: &Store) -> Result<(), BackupError> {
    fn parses<R: Record>(store: &Store) -> Result<(), BackupError> {
        if store.bad_rows::<R>()?.is_empty() { Ok(()) } else { Err(Flaw::Row.into()) }
    }
    parses::<School>(store)?;
    parses::<Praktijkbegeleider>(store)?;
    parses::<Learner>(store)?;
    parses::<Leerbedrijf>(store)?;
    parses::<Praktijkopleider>(store)?;
    parses::<Erkenning>(store)?;
    parses::<Traineeship>(store)?;
    parses::<ExamComponent>(store)?;
    parses::<Evidence>(store)?;
    parses::<Voortgangstoets>(store)?;
    parses::<ReceivedDocument>(store)
}

struct Filling {
    refill: Option<MemoryRefill>,
}

impl Take for Filling {
    fn begin(&mut self, contents: &Contents) -> Result<(), BackupError> {
        self.refill = Some(MemoryRefill::begin(contents.schema_version)?);
        Ok(())
    }

    fn table(&mut self, table: &TableShape) {
        if let Some(refill) = &mut self.refill {
            refill.table(table);
        }
    }

    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), BackupError> {
        match self.refill.as_mut().ok_or(Flaw::Manifest)?.row(cells)? {
            Fit::Fits => Ok(()),
            Fit::DoesNot => Err(Flaw::Row.into()),
        }
    }
}
