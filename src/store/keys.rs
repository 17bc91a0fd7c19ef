//! The key of an encrypted dossier, and the file in which it lies wrapped.
//!
//! The database has a random key of its own; `<dossier>.sleutels` holds it wrapped once by the password and once by a
//! recovery code, so that there are never fewer than two ways in and a new password costs nothing.
//! See `docs/decisions/0004-a-random-key-in-slots.md`.

use std::path::{Path, PathBuf};

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::files;
use crate::store::StoreError;

/// What a person types to get in: the password, or the recovery code.
#[derive(ZeroizeOnDrop)]
pub struct Password(String);

impl Password {
    pub const fn new(typed: String) -> Self {
        Self(typed)
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

/// The raw key of a database.
#[derive(ZeroizeOnDrop)]
pub(crate) struct Key([u8; 32]);

impl Key {
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
    sleuven: Vec<Slot>,
    /// SHA-256 of the slots: a damaged key file is not a wrong password.
    controle: String,
}

/// The key, wrapped by one secret.
#[derive(Serialize, Deserialize)]
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

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SlotKind {
    Wachtwoord,
    Herstelcode,
}

const VERSION: u32 = 1;
/// 64 MiB and three passes: 0.16 to 0.22 s on a laptop.
const MEMORY: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 1;
/// What a file from outside may ask of this machine: 1 GiB, ten passes.
const MOST_MEMORY: u32 = 1024 * 1024;
const MOST_PASSES: u32 = 10;
const KEY_FILE_LIMIT: u64 = 64 * 1024;

/// The key file of a dossier: beside it, with a name that says what it is.
pub(crate) fn file_of(dossier: &Path) -> PathBuf {
    let mut name = dossier.as_os_str().to_owned();
    name.push(".sleutels");
    PathBuf::from(name)
}

/// Makes a key, writes its file, and gives the recovery code.
pub(crate) fn make(dossier: &Path, password: &Password) -> Result<(Key, String), StoreError> {
    let key = Key(random()?);
    let code = recovery_code()?;
    let sleuven = vec![
        wrap(&key, SlotKind::Wachtwoord, &plain_password(password))?,
        wrap(&key, SlotKind::Herstelcode, &plain_code(&code))?,
    ];
    let controle = sum_of(&sleuven)?;
    let file = KeyFile { versie: VERSION, sleuven, controle };
    let text = serde_json::to_vec_pretty(&file).map_err(|_cannot_happen| StoreError::KeyFile)?;
    files::write_atomic(&file_of(dossier), &text).map_err(|_see_path| StoreError::CannotOpen)?;
    Ok((key, code))
}

/// The key of this dossier, by its password or its recovery code.
pub(crate) fn unlock(dossier: &Path, typed: &Password) -> Result<Key, StoreError> {
    let bytes = files::read_limited(&file_of(dossier), KEY_FILE_LIMIT)
        .map_err(|_gone| StoreError::KeyFile)?;
    let AnyKeyFile { versie: found } =
        serde_json::from_slice(&bytes).map_err(|_not_ours| StoreError::KeyFile)?;
    if found > VERSION {
        return Err(StoreError::TooNew { found, ours: VERSION });
    }
    let file: KeyFile = serde_json::from_slice(&bytes).map_err(|_not_ours| StoreError::KeyFile)?;
    if file.controle != sum_of(&file.sleuven)? {
        return Err(StoreError::KeyFile);
    }
    let password = plain_password(typed);
    let code = Zeroizing::new(plain_code(&typed.0));
    for slot in &file.sleuven {
        let secret: &str = match slot.soort {
            SlotKind::Wachtwoord => &password,
            SlotKind::Herstelcode if code.len() == CODE_LENGTH => &code,
            SlotKind::Herstelcode => continue,
        };
        if let Some(key) = unwrap(slot, secret)? {
            return Ok(key);
        }
    }
    Err(StoreError::WrongPassword)
}

fn wrap(key: &Key, soort: SlotKind, secret: &str) -> Result<Slot, StoreError> {
    let salt: [u8; 16] = random()?;
    let nonce: [u8; 24] = random()?;
    let wrapping = stretch(secret, &salt, MEMORY, PASSES, LANES)?;
    let sealed = XChaCha20Poly1305::new(wrapping.as_ref().into())
        .encrypt(XNonce::from_slice(&nonce), Payload { msg: &key.0, aad: AAD })
        .map_err(|_cannot_happen| StoreError::KeyFile)?;
    Ok(Slot {
        soort,
        geheugen: MEMORY,
        rondes: PASSES,
        banen: LANES,
        zout: hex(&salt),
        nonce: hex(&nonce),
        sleutel: hex(&sealed),
    })
}

/// `None`: this secret is not the one.
fn unwrap(slot: &Slot, secret: &str) -> Result<Option<Key>, StoreError> {
    let bytes = |text: &str| from_hex(text).ok_or(StoreError::KeyFile);
    let (salt, nonce, sealed) = (bytes(&slot.zout)?, bytes(&slot.nonce)?, bytes(&slot.sleutel)?);
    let within = slot.geheugen <= MOST_MEMORY && slot.rondes <= MOST_PASSES && slot.banen <= 4;
    if !within || nonce.len() != 24 {
        return Err(StoreError::KeyFile);
    }
    let wrapping = stretch(secret, &salt, slot.geheugen, slot.rondes, slot.banen)?;
    let opened = XChaCha20Poly1305::new(wrapping.as_ref().into())
        .decrypt(XNonce::from_slice(&nonce), Payload { msg: &sealed, aad: AAD })
        .ok()
        .map(Zeroizing::new);
    Ok(opened.and_then(|raw| <[u8; 32]>::try_from(raw.as_slice()).ok()).map(Key))
}

/// Binds a wrapped key to this use of it.
const AAD: &[u8] = b"praktijkdossier sleutel 1";

fn stretch(
    secret: &str,
    salt: &[u8],
    memory: u32,
    passes: u32,
    lanes: u32,
) -> Result<Zeroizing<[u8; 32]>, StoreError> {
    let params = Params::new(memory, passes, lanes, Some(32))
        .map_err(|_out_of_range| StoreError::KeyFile)?;
    let mut out = Zeroizing::new([0_u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(secret.as_bytes(), salt, out.as_mut())
        .map_err(|_out_of_range| StoreError::KeyFile)?;
    Ok(out)
}

/// Crockford's base 32: no letters that look like digits.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// 160 random bits, and two characters that catch a typing error.
const CODE_LENGTH: usize = 34;

/// A new recovery code, in groups that can be read aloud.
fn recovery_code() -> Result<String, StoreError> {
    let mut bytes: [u8; 32] = random()?;
    let letter = |n: usize| ALPHABET.get(n % 32).copied().map_or('0', char::from);
    let mut code: String = bytes.iter().map(|b| letter(usize::from(*b))).collect();
    bytes.zeroize();
    let sum = check_sum(&code);
    code.push(letter(sum / 32));
    code.push(letter(sum));
    let letters: Vec<char> = code.chars().collect();
    Ok(letters
        .chunks(5)
        .map(|group| group.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join("-"))
}

fn check_sum(code: &str) -> usize {
    code.bytes().fold(7, |sum, b| (sum * 31 + usize::from(b)) % 1021)
}

/// A password as its characters, however the keyboard composes them: `é` is one key on one computer and two on another.
fn plain_password(typed: &Password) -> Zeroizing<String> {
    Zeroizing::new(typed.0.nfc().collect())
}

/// A code as typed, without what people add or confuse.
fn plain_code(typed: &str) -> String {
    typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

fn sum_of(slots: &[Slot]) -> Result<String, StoreError> {
    let text = serde_json::to_vec(slots).map_err(|_cannot_happen| StoreError::KeyFile)?;
    Ok(hex(&Sha256::digest(&text)))
}

fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0_u8; N];
    getrandom::fill(&mut bytes).map_err(|_no_source| StoreError::Random)?;
    Ok(bytes)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    pairs
        .map(|pair| {
            u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok().filter(|_| pair.len() == 2)
        })
        .collect()
}
