//! The seal: pieces of 64 KiB, each encrypted and authenticated in its place (the STREAM construction over
//! XChaCha20-Poly1305). A piece that is altered, moved, missing or too many does not open. Knows nothing of what is
//! inside.

use std::io::{self, BufRead, Read, Write};

use chacha20poly1305::aead::stream::{DecryptorBE32, EncryptorBE32};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305};

use crate::backup::Flaw;
use crate::backup::error::carried;
use crate::backup::header::Front;
use crate::store::keys::Key;

const PIECE: usize = 64 * 1024;
const TAG: usize = 16;

/// Seals what is written to it.
pub(super) struct Sealer<W: Write> {
    out: W,
    stream: EncryptorBE32<XChaCha20Poly1305>,
    piece: Vec<u8>,
    bound_to: [u8; 32],
}

impl<W: Write> Sealer<W> {
    pub(super) fn new(out: W, front: &Front, key: &Key) -> Self {
        let cipher = XChaCha20Poly1305::new(key.bytes().into());
        let stream = EncryptorBE32::from_aead(cipher, &front.nonce.into());
        Self { out, stream, piece: Vec::with_capacity(PIECE + TAG), bound_to: front.sum }
    }

    /// Writes the last piece, which says that it is the last.
    pub(super) fn finish(self) -> io::Result<W> {
        let Self { mut out, stream, mut piece, bound_to } = self;
        stream.encrypt_last_in_place(&bound_to, &mut piece).map_err(|_too_long| full())?;
        out.write_all(&piece)?;
        Ok(out)
    }
}

impl<W: Write> Write for Sealer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Self { out, stream, piece, bound_to } = self;
        if piece.len() == PIECE && !bytes.is_empty() {
            stream.encrypt_next_in_place(bound_to, piece).map_err(|_too_long| full())?;
            out.write_all(piece)?;
            piece.clear();
        }
        let taken = bytes.get(..PIECE - piece.len()).unwrap_or(bytes);
        piece.extend_from_slice(taken);
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// More pieces than can be counted: 256 TiB.
fn full() -> io::Error {
    io::ErrorKind::FileTooLarge.into()
}

/// Opens what was sealed.
pub(super) struct Unsealer<R: Read> {
    input: R,
    /// `None` behind the last piece.
    stream: Option<DecryptorBE32<XChaCha20Poly1305>>,
    /// The piece that is being read from, and how far.
    piece: Vec<u8>,
    at: usize,
    /// The one behind it, still sealed; empty: there is none, so the one before it was the last.
    next: Vec<u8>,
    bound_to: [u8; 32],
    taken: u64,
}

impl<R: Read> Unsealer<R> {
    /// How many bytes were read of what was sealed.
    pub(super) const fn taken(&self) -> u64 {
        self.taken
    }

    pub(super) fn new(input: R, front: &Front, key: &Key) -> io::Result<Self> {
        let cipher = XChaCha20Poly1305::new(key.bytes().into());
        let stream = DecryptorBE32::from_aead(cipher, &front.nonce.into());
        let mut unsealer = Self {
            input,
            stream: Some(stream),
            piece: Vec::new(),
            at: 0,
            next: Vec::new(),
            bound_to: front.sum,
            taken: 0,
        };
        unsealer.look_ahead()?;
        Ok(unsealer)
    }

    fn look_ahead(&mut self) -> io::Result<()> {
        self.next.clear();
        let most = (PIECE + TAG) as u64;
        let count = self.input.by_ref().take(most).read_to_end(&mut self.next)?;
        self.taken += count as u64;
        Ok(())
    }

    fn open_next(&mut self) -> io::Result<()> {
        let Some(mut stream) = self.stream.take() else { return Ok(()) };
        std::mem::swap(&mut self.piece, &mut self.next);
        self.at = 0;
        self.look_ahead()?;
        let opened = if self.next.is_empty() {
            stream.decrypt_last_in_place(&self.bound_to, &mut self.piece)
        } else {
            let opened = stream.decrypt_next_in_place(&self.bound_to, &mut self.piece);
            self.stream = Some(stream);
            opened
        };
        opened.map_err(|_forged| {
            self.stream = None;
            self.piece.clear();
            carried(Flaw::Seal)
        })
    }
}

impl<R: Read> BufRead for Unsealer<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.at >= self.piece.len() && self.stream.is_some() {
            self.open_next()?;
        }
        Ok(self.piece.get(self.at..).unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        self.at += count;
    }
}

impl<R: Read> Read for Unsealer<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(out)?;
        self.consume(count);
        Ok(count)
    }
}
