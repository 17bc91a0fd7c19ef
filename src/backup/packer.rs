//! What packs and seals lines: into a file beside its place, which is read back by what closed it, and only then given
//! its name. Dropped before that, it leaves nothing. Knows no dossier.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use zstd::stream::write::Encoder;

use crate::backup::error::met;
use crate::backup::header::{Front, SealedKind};
use crate::backup::seal::Sealer;
use crate::backup::{Backup, BackupError, Contents, Flaw, Made, Protection, Watch};
use crate::files::{self, FileError, FileVerb, NewFile};
use crate::store::keys::{COST, Cost, Lock};
use crate::store::{Password, StoreError};

/// With what a backup is closed.
#[derive(Debug)]
pub(crate) enum Seal {
    /// What opens the dossier; nothing where it has no password.
    Dossiers(Option<Lock>),
    /// A password of its own.
    Own(Password),
}

/// A backup that grows and does not count yet.
pub(crate) struct Packer {
    to: PathBuf,
    kind: SealedKind,
    encoder: Encoder<'static, Sealer<NewFile>>,
    protection: Protection,
    lock: Lock,
    own: Option<Password>,
}

const LEVEL: i32 = 3;
/// As a power of two, how far back is looked for the same: papers of a school have their fonts in common.
const WINDOW: u32 = 23;

impl Packer {
    /// Begins a backup at a place where nothing is.
    pub(crate) fn begin(to: &Path, seal: Seal) -> Result<Self, BackupError> {
        Self::begin_at(SealedKind::Backup, to, seal, COST)
    }

    /// As [`Packer::begin`], of any kind, with a password of its own that costs this much to guess.
    pub(super) fn begin_at(
        kind: SealedKind,
        to: &Path,
        seal: Seal,
        cost: Cost,
    ) -> Result<Self, BackupError> {
        if files::is_there(to) {
            return Err(StoreError::AlreadyThere.into());
        }
        let (protection, lock, own) = match seal {
            Seal::Own(password) => {
                let lock = Lock::of_password(&password, cost)?;
                (Protection::Eigen, lock, Some(password))
            }
            Seal::Dossiers(Some(lock)) => (Protection::Dossier, lock, None),
            Seal::Dossiers(None) => (Protection::Geen, Lock::known(), None),
        };
        let (front, key) = Front::new(kind, protection, &lock)?;
        let mut file = NewFile::beside(to)?;
        let failed = |err| failed(to, err);
        file.write_all(front.bytes()).map_err(failed)?;
        let mut encoder = Encoder::new(Sealer::new(file, &front, &key), LEVEL).map_err(failed)?;
        encoder.include_checksum(true).map_err(failed)?;
        encoder.window_log(WINDOW).map_err(failed)?;
        Ok(Self { to: to.to_owned(), kind, encoder, protection, lock, own })
    }

    /// Packs what comes next.
    pub(crate) fn take(&mut self, lines: &[u8]) -> Result<(), BackupError> {
        let Self { to, encoder, .. } = self;
        encoder.write_all(lines).map_err(|err| failed(to, err))
    }

    /// All was taken: reads it back, compares it with what it should hold, and gives it its name.
    pub(crate) fn finish(
        self,
        contents: Contents,
        watch: &mut Watch<'_>,
    ) -> Result<Made, BackupError> {
        let Self { to, kind, encoder, protection, lock, own } = self;
        let sealer = encoder.finish().map_err(|err| failed(&to, err))?;
        let file = sealer.finish().map_err(|err| failed(&to, err))?;
        file.sync()?;
        let backup = match &own {
            // The password itself must open it, not what is still in memory.
            Some(password) => Backup::open_kind(kind, file.path(), Some(password)),
            None => Backup::open_with(kind, file.path(), &lock),
        };
        let seen = backup
            .and_then(|backup| backup.verify(watch))
            .and_then(|seen| if seen == contents { Ok(()) } else { Err(Flaw::Contents.into()) });
        match seen {
            Err(BackupError::Stopped) => return Err(BackupError::Stopped),
            other => other.map_err(|err| BackupError::NotAsWritten(Box::new(err)))?,
        }
        let path = file.into_place(&to)?;
        let bytes = path.metadata().map_or(0, |metadata| metadata.len());
        Ok(Made { path, bytes, protection, contents })
    }
}

pub(super) fn failed(to: &Path, err: io::Error) -> BackupError {
    let on_disk = |source| FileError { verb: FileVerb::Write, path: to.to_owned(), source };
    met(err, Flaw::Packing, on_disk)
}
