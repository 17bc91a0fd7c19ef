//! The beginning of a backup, the only part that is not sealed: who can open it. Holds nothing of the dossier.

use std::io::Read;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::backup::{BackupError, Flaw};
use crate::store::keys::{Key, Lock, Slots, Way, Wrapped, from_hex, hex, random};
use crate::store::{Password, StoreError};

/// The first bytes of every file of a kind, of every version.
pub(super) const MAGIC_LENGTH: usize = 8;
/// The version that this program writes.
const VERSION: u32 = 1;
const MOST_BYTES: u32 = 4096;

/// What a sealed file is for. One never passes for the other: the key of its seal is bound to its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SealedKind {
    /// A whole dossier, to be put back.
    Backup,
    /// Some learners, for another dossier.
    Handover,
}

impl SealedKind {
    pub(super) const fn magic(self) -> &'static [u8; MAGIC_LENGTH] {
        match self {
            Self::Backup => b"PrkDkopi",
            Self::Handover => b"PrkDover",
        }
    }

    /// Binds the key of the seal to this use.
    const fn purpose(self) -> &'static [u8] {
        match self {
            Self::Backup => b"praktijkdossier reservekopie 1",
            Self::Handover => b"praktijkdossier overdracht 1",
        }
    }

    /// What it may unpack to: what is taken in stands in memory.
    pub(super) const fn most_unpacked(self) -> u64 {
        match self {
            Self::Backup => 64 * 1024 * 1024 * 1024,
            Self::Handover => 512 * 1024 * 1024,
        }
    }
}

/// Who can read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Protection {
    /// Who has the password or the recovery code that the dossier had then.
    Dossier,
    /// Who has the password of this backup.
    Eigen,
    /// Everyone: the dossier has no password.
    Geen,
}

/// What can be read of a header of any version.
#[derive(Deserialize)]
struct AnyHeader {
    versie: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    versie: u32,
    bescherming: Protection,
    /// The slots wrap a key, that key wraps the one of the seal. Without slots it is the key that everyone knows.
    sleuven: Slots,
    sleutel: Wrapped,
    /// Of the seal: 19 bytes.
    nonce: String,
}

/// A header that was read or made, before anyone opens it.
pub(super) struct Front {
    kind: SealedKind,
    header: Header,
    bytes: Vec<u8>,
    pub(super) nonce: [u8; 19],
    /// Over every byte of the header; each piece of the seal is bound to it.
    pub(super) sum: [u8; 32],
}

impl Front {
    /// A new one, with the key of its seal.
    pub(super) fn new(
        kind: SealedKind,
        bescherming: Protection,
        lock: &Lock,
    ) -> Result<(Self, Key), BackupError> {
        let key = Key::random()?;
        let nonce: [u8; 19] = random()?;
        let header = Header {
            versie: VERSION,
            bescherming,
            sleuven: lock.slots.clone(),
            sleutel: lock.key.wrap(&key, kind.purpose())?,
            nonce: hex(&nonce),
        };
        let json = serde_json::to_vec(&header).map_err(|_cannot_happen| Flaw::Header)?;
        let length = u32::try_from(json.len()).ok().filter(|length| *length <= MOST_BYTES);
        let mut bytes = kind.magic().to_vec();
        bytes.extend(length.ok_or(Flaw::Header)?.to_le_bytes());
        bytes.extend(json);
        let sum = Sha256::digest(&bytes).into();
        bytes.extend(sum);
        Ok((Self { kind, header, bytes, nonce, sum }, key))
    }

    /// Reads one from the beginning of a file of this kind.
    pub(super) fn read(
        kind: SealedKind,
        input: &mut impl Read,
        failed: impl Fn(std::io::Error) -> BackupError,
    ) -> Result<Self, BackupError> {
        let mut take = |count: u32, bytes: &mut Vec<u8>| {
            let end = bytes.len() + count as usize;
            input.take(count.into()).read_to_end(bytes).map_err(&failed)?;
            Ok::<_, BackupError>(bytes.len() == end)
        };
        let mut bytes = Vec::new();
        if !take(8, &mut bytes)? || bytes != kind.magic() {
            return Err(BackupError::NotABackup);
        }
        let whole = take(4, &mut bytes)?;
        let length = bytes.get(8..12).and_then(|length| <[u8; 4]>::try_from(length).ok());
        let length = length.map(u32::from_le_bytes).filter(|length| whole && *length <= MOST_BYTES);
        let length = length.ok_or(Flaw::Header)?;
        if !take(length, &mut bytes)? {
            return Err(Flaw::Header.into());
        }
        let sum: [u8; 32] = Sha256::digest(&bytes).into();
        let json = bytes.get(12..).unwrap_or_default();
        let any: Option<AnyHeader> = serde_json::from_slice(json).ok();
        let header: Option<Header> = serde_json::from_slice(json).ok();
        if !take(32, &mut bytes)? || !bytes.ends_with(&sum) {
            return Err(Flaw::Header.into());
        }
        let AnyHeader { versie: found } = any.ok_or(Flaw::Header)?;
        if found > VERSION {
            return Err(BackupError::TooNew { found, ours: VERSION });
        }
        let header = header.ok_or(Flaw::Header)?;
        let nonce = from_hex(&header.nonce).and_then(|nonce| nonce.try_into().ok());
        let nonce = nonce.ok_or(Flaw::Header)?;
        let open = header.bescherming == Protection::Geen;
        if header.versie != VERSION || open != header.sleuven.is_empty() {
            return Err(Flaw::Header.into());
        }
        Ok(Self { kind, header, bytes, nonce, sum })
    }

    pub(super) const fn kind(&self) -> SealedKind {
        self.kind
    }

    /// Who can read it.
    pub(super) const fn protection(&self) -> Protection {
        self.header.bescherming
    }

    /// As it stands in the file.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The key that the slots wrap, by a password or a recovery code.
    pub(super) fn unlock(&self, password: Option<&Password>) -> Result<Lock, BackupError> {
        match (self.protection(), password) {
            (Protection::Geen, None) => Ok(Lock::known()),
            (Protection::Geen, Some(_)) => Err(BackupError::NoPassword),
            (Protection::Dossier | Protection::Eigen, None) => Err(BackupError::NeedsPassword),
            (Protection::Dossier | Protection::Eigen, Some(password)) => {
                match self.header.sleuven.open(password) {
                    Err(StoreError::WrongPassword) => Err(BackupError::WrongPassword),
                    Err(StoreError::KeyFile) => Err(Flaw::Header.into()),
                    opened => Ok(opened?),
                }
            }
        }
    }

    /// The key of the seal, for who has the key that the slots wrap.
    pub(super) fn key(&self, lock: &Lock) -> Result<Key, BackupError> {
        let Lock { key, slots, way: _ } = lock;
        let fits = *slots == self.header.sleuven;
        let key = fits.then(|| self.key_by(key)).flatten();
        key.ok_or_else(|| Flaw::Header.into())
    }

    /// The slots of this backup with the key that they wrap.
    pub(super) fn lock_by(&self, key: Key) -> Lock {
        Lock { key, slots: self.header.sleuven.clone(), way: Way::Password }
    }

    /// As [`Front::key`], whatever passwords opened it when it was made; `None`: it was made with another key.
    pub(super) fn key_by(&self, key: &Key) -> Option<Key> {
        key.unwrap(&self.header.sleutel, self.kind.purpose())
    }
}
