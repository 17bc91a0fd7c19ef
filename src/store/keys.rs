//! The key of an encrypted dossier, and the slots in which it lies wrapped.
//!
//! The database has a random key of its own; `<dossier>.sleutels` holds it wrapped once by the password and once by a
//! recovery code, so that there are never fewer than two ways in and a new password costs nothing. A backup has a copy
//! of the slots in its header. See `docs/decisions/0004-a-random-key-in-slots.md`.

use std::path::{Path, PathBuf};

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::{ZeroizeOnDrop, Zeroizing};

use crate::files;
use crate::store::StoreError;
use crate::store::password::Renewal;
use crate::store::recovery_code::{self, plain_code};

/// What a person types to get in: the password, or the recovery code.
#[derive(Clone, PartialEq, Eq, ZeroizeOnDrop)]
pub struct Password(String);

impl Password {
    pub const fn new(typed: String) -> Self {
        Self(typed)
    }

    /// Whether it may be a new password. Length alone: other rules make passwords that are hard to remember and easy to
    /// guess.
    pub fn is_long_enough(&self) -> bool {
        plain_password(self).chars().count() >= LEAST_CHARACTERS
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

/// The fewest characters of a new password.
pub const LEAST_CHARACTERS: usize = 12;

/// A raw key: of a database, or of a backup.
#[derive(Clone, ZeroizeOnDrop)]
pub(crate) struct Key([u8; 32]);

impl Key {
    pub(crate) fn random() -> Result<Self, StoreError> {
        Ok(Self(random()?))
    }

    /// The key that everyone knows, of what is knowingly kept without a password.
    pub(crate) const fn known() -> Self {
        Self([0; 32])
    }

    pub(crate) const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Another key, wrapped by this one. `purpose` binds it to its use.
    pub(crate) fn wrap(&self, other: &Self, purpose: &[u8]) -> Result<Wrapped, StoreError> {
        let nonce: [u8; 24] = random()?;
        let sealed = XChaCha20Poly1305::new((&self.0).into())
            .encrypt(XNonce::from_slice(&nonce), Payload { msg: &other.0, aad: purpose })
            .map_err(|_cannot_happen| StoreError::KeyFile)?;
        Ok(Wrapped { nonce: hex(&nonce), sleutel: hex(&sealed) })
    }

    /// `None`: it was not wrapped by this key, for this purpose.
    pub(crate) fn unwrap(&self, wrapped: &Wrapped, purpose: &[u8]) -> Option<Self> {
        let Wrapped { nonce, sleutel } = wrapped;
        let (nonce, sealed) = (from_hex(nonce)?, from_hex(sleutel)?);
        let nonce: [u8; 24] = nonce.try_into().ok()?;
        let opened = XChaCha20Poly1305::new((&self.0).into())
            .decrypt(XNonce::from_slice(&nonce), Payload { msg: &sealed, aad: purpose })
            .ok()
            .map(Zeroizing::new)?;
        <[u8; 32]>::try_from(opened.as_slice()).ok().map(Self)
    }

    /// Words that only this key makes readable again.
    pub(crate) fn seal(&self, words: &str) -> Result<Sealed, StoreError> {
        let nonce: [u8; 24] = random()?;
        let payload = Payload { msg: words.as_bytes(), aad: SEALED };
        let bytes = XChaCha20Poly1305::new((&self.0).into())
            .encrypt(XNonce::from_slice(&nonce), payload)
            .map_err(|_cannot_happen| StoreError::KeyFile)?;
        Ok(Sealed { nonce, bytes })
    }

    /// `None`: another key sealed them.
    pub(crate) fn unseal(&self, sealed: &Sealed) -> Option<Zeroizing<String>> {
        let Sealed { nonce, bytes } = sealed;
        let payload = Payload { msg: bytes.as_slice(), aad: SEALED };
        let opened =
            XChaCha20Poly1305::new((&self.0).into()).decrypt(XNonce::from_slice(nonce), payload);
        String::from_utf8(opened.ok()?).ok().map(Zeroizing::new)
    }

    /// The statement that gives it to SQLCipher. A raw key needs no stretching by SQLCipher itself.
    pub(crate) fn pragma(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("PRAGMA key = \"x'{}'\"", hex(&self.0)))
    }
}

/// What can be read of a key file of any version.
#[derive(Deserialize)]
struct AnyKeyFile {
    versie: u32,
}

#[derive(Serialize, Deserialize)]
struct KeyFile {
    versie: u32,
    sleuven: Slots,
    /// SHA-256 of the slots: a damaged key file is not a wrong password.
    controle: String,
}

/// A key with the slots that open it: who has this can lay another file under the same passwords.
#[derive(Clone)]
pub(crate) struct Lock {
    pub(crate) key: Key,
    pub(crate) slots: Slots,
    pub(crate) way: Way,
}

/// By what one came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Password,
    RecoveryCode,
}

/// Words that are kept in memory while nobody may read them.
#[derive(Debug)]
pub struct Sealed {
    nonce: [u8; 24],
    bytes: Vec<u8>,
}

impl std::fmt::Debug for Lock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Lock(…)")
    }
}

/// One key, wrapped once by each secret that opens it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Slots(Vec<Slot>);

/// A key, wrapped by another.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wrapped {
    nonce: String,
    sleutel: String,
}

/// The key, wrapped by one secret.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Slot {
    soort: SlotKind,
    /// Of argon2id: memory in KiB, passes, lanes.
    geheugen: u32,
    rondes: u32,
    banen: u32,
    zout: String,
    nonce: String,
    sleutel: String,
}

/// What one guess at a secret costs.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    /// In KiB.
    pub(crate) memory: u32,
    pub(crate) passes: u32,
    pub(crate) lanes: u32,
}

/// 64 MiB and three passes: 0.16 to 0.22 s on a laptop.
pub(crate) const COST: Cost = Cost { memory: 64 * 1024, passes: 3, lanes: 1 };

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SlotKind {
    Wachtwoord,
    Herstelcode,
}

const VERSION: u32 = 1;
/// What a file from outside may ask of this machine: 1 GiB, ten passes.
const MOST_MEMORY: u32 = 1024 * 1024;
const MOST_PASSES: u32 = 10;
/// Each costs time before it is known not to fit.
const MOST_SLOTS: usize = 8;
/// And all of them together, in KiB times passes: as much as the dearest alone.
const MOST_WORK: u64 = MOST_MEMORY as u64 * MOST_PASSES as u64;
const KEY_FILE_LIMIT: u64 = 64 * 1024;

/// The key file of a dossier: beside it, with a name that says what it is.
pub(crate) fn file_of(dossier: &Path) -> PathBuf {
    let mut name = dossier.as_os_str().to_owned();
    name.push(".sleutels");
    PathBuf::from(name)
}

/// The key of this dossier, by its password or its recovery code.
pub(crate) fn unlock(dossier: &Path, typed: &Password) -> Result<Lock, StoreError> {
    let bytes = files::read_limited(&file_of(dossier), KEY_FILE_LIMIT)
        .map_err(|_gone| StoreError::KeyFile)?;
    read(&bytes, typed)
}

/// The key in the bytes of a key file, which may be of another hand.
pub(crate) fn read(bytes: &[u8], typed: &Password) -> Result<Lock, StoreError> {
    let AnyKeyFile { versie: found } =
        serde_json::from_slice(bytes).map_err(|_not_ours| StoreError::KeyFile)?;
    if found > VERSION {
        return Err(StoreError::TooNew { found, ours: VERSION });
    }
    let file: KeyFile = serde_json::from_slice(bytes).map_err(|_not_ours| StoreError::KeyFile)?;
    if file.controle != sum_of(&file.sleuven)? {
        return Err(StoreError::KeyFile);
    }
    file.sleuven.open(typed)
}

impl Lock {
    /// A new key with two ways in: the password, and the recovery code that is given back.
    pub(crate) fn of_dossier(password: &Password) -> Result<(Self, String), StoreError> {
        let key = Key::random()?;
        let code = recovery_code::new()?;
        let slots = Slots(vec![
            wrap(&key, SlotKind::Wachtwoord, &plain_password(password), COST)?,
            wrap(&key, SlotKind::Herstelcode, &plain_code(&code), COST)?,
        ]);
        Ok((Self { key, slots, way: Way::Password }, code))
    }

    /// A new key that one password opens: of a copy, beside which the original is.
    pub(crate) fn of_password(password: &Password, cost: Cost) -> Result<Self, StoreError> {
        let key = Key::random()?;
        let slot = wrap(&key, SlotKind::Wachtwoord, &plain_password(password), cost)?;
        Ok(Self { key, slots: Slots(vec![slot]), way: Way::Password })
    }

    /// The key that everyone knows.
    pub(crate) const fn known() -> Self {
        Self { key: Key::known(), slots: Slots(Vec::new()), way: Way::Password }
    }

    /// The same key under another password, another recovery code or both; the new code is given back. What is not
    /// renewed stays valid, and there are always two ways in.
    pub(crate) fn renewed(&self, renewal: &Renewal) -> Result<(Self, Option<String>), StoreError> {
        let Self { key, slots, way } = self;
        let (password, asked) = match renewal {
            Renewal::Password(password) => (Some(password), false),
            Renewal::RecoveryCode => (None, true),
            Renewal::Both(password) => (Some(password), true),
        };
        let of = |kind| slots.0.iter().filter(move |slot| slot.soort == kind).cloned();
        let mut new: Vec<Slot> = match password {
            Some(password) => {
                vec![wrap(key, SlotKind::Wachtwoord, &plain_password(password), COST)?]
            }
            None => of(SlotKind::Wachtwoord).collect(),
        };
        let kept: Vec<Slot> = of(SlotKind::Herstelcode).filter(|_| !asked).collect();
        let code = if kept.is_empty() { Some(recovery_code::new()?) } else { None };
        new.extend(kept);
        if let Some(code) = &code {
            new.push(wrap(key, SlotKind::Herstelcode, &plain_code(code), COST)?);
        }
        let new = Self { key: key.clone(), slots: Slots(new), way: *way };
        for typed in [password.cloned(), code.clone().map(Password::new)].into_iter().flatten() {
            new.slots.open(&typed)?;
        }
        Ok((new, code))
    }

    /// Writes the key file of a dossier.
    pub(crate) fn write_beside(&self, dossier: &Path) -> Result<(), StoreError> {
        let sleuven = self.slots.clone();
        let file = KeyFile { versie: VERSION, controle: sum_of(&sleuven)?, sleuven };
        let text =
            serde_json::to_vec_pretty(&file).map_err(|_cannot_happen| StoreError::KeyFile)?;
        files::write_atomic(&file_of(dossier), &text).map_err(|_see_path| StoreError::CannotOpen)
    }
}

impl Slots {
    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The key, by a password or a recovery code that opens one of the slots.
    pub(crate) fn open(&self, typed: &Password) -> Result<Lock, StoreError> {
        let work = self.0.iter().map(|slot| u64::from(slot.geheugen) * u64::from(slot.rondes));
        let work = work.fold(0, u64::saturating_add);
        if self.0.len() > MOST_SLOTS || work > MOST_WORK {
            return Err(StoreError::KeyFile);
        }
        let password = plain_password(typed);
        let code = Zeroizing::new(plain_code(&typed.0));
        for slot in &self.0 {
            let secret: &str = match slot.soort {
                SlotKind::Wachtwoord => &password,
                SlotKind::Herstelcode if code.len() == recovery_code::LENGTH => &code,
                SlotKind::Herstelcode => continue,
            };
            if let Some(key) = unwrap(slot, secret)? {
                let way = match slot.soort {
                    SlotKind::Wachtwoord => Way::Password,
                    SlotKind::Herstelcode => Way::RecoveryCode,
                };
                return Ok(Lock { key, slots: self.clone(), way });
            }
        }
        Err(StoreError::WrongPassword)
    }
}

fn wrap(key: &Key, soort: SlotKind, secret: &str, cost: Cost) -> Result<Slot, StoreError> {
    let salt: [u8; 16] = random()?;
    let Cost { memory, passes, lanes } = cost;
    let Wrapped { nonce, sleutel } = stretch(secret, &salt, cost)?.wrap(key, AAD)?;
    Ok(Slot {
        soort,
        geheugen: memory,
        rondes: passes,
        banen: lanes,
        zout: hex(&salt),
        nonce,
        sleutel,
    })
}

/// `None`: this secret is not the one.
fn unwrap(slot: &Slot, secret: &str) -> Result<Option<Key>, StoreError> {
    let Slot { soort: _, geheugen, rondes, banen, zout, nonce, sleutel } = slot;
    let salt = from_hex(zout).ok_or(StoreError::KeyFile)?;
    let cost = Cost { memory: *geheugen, passes: *rondes, lanes: *banen };
    let within = cost.memory <= MOST_MEMORY && cost.passes <= MOST_PASSES && cost.lanes <= 4;
    let readable = |text: &str| from_hex(text).map(|bytes| bytes.len());
    if !within || readable(nonce) != Some(24) || readable(sleutel) != Some(48) {
        return Err(StoreError::KeyFile);
    }
    let wrapped = Wrapped { nonce: nonce.clone(), sleutel: sleutel.clone() };
    Ok(stretch(secret, &salt, cost)?.unwrap(&wrapped, AAD))
}

/// Binds a wrapped key to this use of it.
const AAD: &[u8] = b"praktijkdossier sleutel 1";
/// Binds words to being kept in memory.
const SEALED: &[u8] = b"praktijkdossier vergrendeld 1";

fn stretch(secret: &str, salt: &[u8], cost: Cost) -> Result<Key, StoreError> {
    let Cost { memory, passes, lanes } = cost;
    let params = Params::new(memory, passes, lanes, Some(32))
        .map_err(|_out_of_range| StoreError::KeyFile)?;
    let mut out = Key::known();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(secret.as_bytes(), salt, &mut out.0)
        .map_err(|_out_of_range| StoreError::KeyFile)?;
    Ok(out)
}

/// A password as its characters, however the keyboard composes them: `é` is one key on one computer and two on another.
fn plain_password(typed: &Password) -> Zeroizing<String> {
    Zeroizing::new(typed.0.nfc().collect())
}

fn sum_of(slots: &Slots) -> Result<String, StoreError> {
    let text = serde_json::to_vec(slots).map_err(|_cannot_happen| StoreError::KeyFile)?;
    Ok(hex(&Sha256::digest(&text)))
}

pub(crate) fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0_u8; N];
    getrandom::fill(&mut bytes).map_err(|_no_source| StoreError::Random)?;
    Ok(bytes)
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

pub(crate) fn from_hex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    pairs
        .map(|pair| {
            u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok().filter(|_| pair.len() == 2)
        })
        .collect()
}
