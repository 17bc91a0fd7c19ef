//! The pages of a damaged file, one by one and past SQLite: with a key each is checked and opened as SQLCipher would, and
//! one that was changed is not read as other data. Knows nothing of what is in a page.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use aes::Aes256;
use cbc::cipher::block_padding::NoPadding;
use cbc::cipher::{BlockModeDecrypt as _, KeyIvInit as _};
use hmac::{Hmac, Mac as _};
use sha2::Sha512;
use zeroize::{Zeroize as _, Zeroizing};

use crate::files;
use crate::store::StoreError;
use crate::store::keys::{Key, Lock};

/// The size of a page of every file of ours.
pub(crate) const PAGE: usize = 4096;
/// What SQLCipher keeps for itself at the end of a page: 16 bytes to begin with, and a sum of 64 over all.
const RESERVED: usize = 80;
const BEGIN: usize = 16;
const SUM: usize = 64;
const HEADER: &[u8; 16] = b"SQLite format 3\0";

/// A file as a row of pages.
pub(crate) struct Pages<R = File> {
    file: R,
    count: u32,
    cipher: Option<Cipher>,
}

struct Cipher {
    key: Zeroizing<[u8; 32]>,
    sum_key: Zeroizing<[u8; 32]>,
    sums: Sums,
}

/// Whether the sums of pages can be looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sums {
    Checked,
    /// The bytes from which their key follows are damaged themselves: not one page fits its sum.
    Lost,
}

impl Pages {
    pub(crate) fn open(path: &Path, lock: Option<&Lock>) -> Result<Self, StoreError> {
        let (file, length) =
            files::open_to_read(path).map_err(|_no_right| StoreError::CannotOpen)?;
        let mut pages = Self::of(file, length, lock)?;
        pages.doubt_sums();
        Ok(pages)
    }
}

impl<R: Read + Seek> Pages<R> {
    /// The pages of something of this length.
    pub(crate) fn of(mut file: R, length: u64, lock: Option<&Lock>) -> Result<Self, StoreError> {
        let count = u32::try_from(length / PAGE as u64).map_err(|_too_long| StoreError::Damaged)?;
        let cipher = match lock {
            Some(lock) => Some(Cipher::of(&mut file, &lock.key)?),
            None => None,
        };
        Ok(Self { file, count, cipher })
    }

    /// How many whole pages there are.
    pub(crate) const fn count(&self) -> u32 {
        self.count
    }

    /// How much of each page is used by SQLite.
    pub(crate) const fn usable(&self) -> usize {
        if self.cipher.is_some() { PAGE - RESERVED } else { PAGE }
    }

    /// Page `number`, counted from one, as SQLite would see it. `None`: it is not there, cannot be read from the disk, or
    /// is not as it was written.
    pub(crate) fn read(&mut self, number: u32) -> Option<Vec<u8>> {
        let page = self.raw(number)?;
        match &self.cipher {
            Some(cipher) => cipher.open(number, page),
            None => Some(page),
        }
    }

    fn raw(&mut self, number: u32) -> Option<Vec<u8>> {
        let before = number.checked_sub(1).filter(|_| number <= self.count)?;
        let mut page = vec![0; PAGE];
        self.file.seek(SeekFrom::Start(u64::from(before) * PAGE as u64)).ok()?;
        self.file.read_exact(&mut page).ok()?;
        Some(page)
    }

    /// Without the first bytes of the file no sum can be looked at, yet every page can still be opened.
    fn doubt_sums(&mut self) {
        let some_fits = |pages: &mut Self| (1..=pages.count).any(|n| pages.read(n).is_some());
        if self.cipher.is_some()
            && !some_fits(self)
            && let Some(cipher) = &mut self.cipher
        {
            cipher.sums = Sums::Lost;
        }
    }
}

impl Cipher {
    fn of(file: &mut impl Read, key: &Key) -> Result<Self, StoreError> {
        let mut salt = [0; BEGIN];
        file.read_exact(&mut salt).map_err(|_too_short| StoreError::Damaged)?;
        for byte in &mut salt {
            *byte ^= 0x3a;
        }
        let key = Zeroizing::new(*key.bytes());
        // PBKDF2 with two passes, for one block of which half is used.
        let first = sum(&key[..], &[&salt, &[0, 0, 0, 1]])?;
        let mut second = sum(&key[..], &[&first])?;
        let mut sum_key = Zeroizing::new([0; 32]);
        for ((byte, one), two) in sum_key.iter_mut().zip(first).zip(second) {
            *byte = one ^ two;
        }
        second.zeroize();
        Ok(Self { key, sum_key, sums: Sums::Checked })
    }

    fn open(&self, number: u32, mut page: Vec<u8>) -> Option<Vec<u8>> {
        let from = if number == 1 { BEGIN } else { 0 };
        let (data, reserved) = page.split_at_mut_checked(PAGE - RESERVED)?;
        let data = data.get_mut(from..)?;
        let (begin, rest) = reserved.split_at_checked(BEGIN)?;
        if self.sums == Sums::Checked {
            let expected = rest.get(..SUM)?;
            let mut mac = Hmac::<Sha512>::new_from_slice(&self.sum_key[..]).ok()?;
            for part in [&*data, begin, &number.to_le_bytes()] {
                mac.update(part);
            }
            mac.verify_slice(expected).ok()?;
        }
        let begin: &[u8; BEGIN] = begin.try_into().ok()?;
        let key: &[u8; 32] = &self.key;
        let cipher = cbc::Decryptor::<Aes256>::new(key.into(), begin.into());
        cipher.decrypt_padded::<NoPadding>(data).ok()?;
        if let Some(first) = page.get_mut(..from).filter(|_| number == 1) {
            first.copy_from_slice(HEADER);
        }
        Some(page)
    }
}

fn sum(key: &[u8], parts: &[&[u8]]) -> Result<[u8; SUM], StoreError> {
    let mut mac =
        Hmac::<Sha512>::new_from_slice(key).map_err(|_cannot_happen| StoreError::KeyFile)?;
    for part in parts {
        mac.update(part);
    }
    Ok(mac.finalize().into_bytes().into())
}
