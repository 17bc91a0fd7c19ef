//! What one thread writes another reads, a few large pieces at a time: reading rows and packing them, or unpacking and
//! looking, go on side by side, and memory stays as it is.

use std::io::{self, BufRead, Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

const PIECE: usize = 256 * 1024;
/// How many pieces may wait.
const WAITING: usize = 4;

/// A piece, and how far who wrote it was.
struct Piece {
    bytes: Vec<u8>,
    progress: u64,
}

pub(super) struct PipeWriter {
    sender: SyncSender<Piece>,
    piece: Vec<u8>,
    progress: u64,
}

pub(super) struct PipeReader {
    receiver: Receiver<Piece>,
    piece: Vec<u8>,
    at: usize,
    progress: u64,
}

pub(super) fn pipe() -> (PipeWriter, PipeReader) {
    let (sender, receiver) = sync_channel(WAITING);
    (
        PipeWriter { sender, piece: Vec::with_capacity(PIECE), progress: 0 },
        PipeReader { receiver, piece: Vec::new(), at: 0, progress: 0 },
    )
}

impl PipeWriter {
    /// How far it is, in a measure that the reader knows; told with what is written next.
    pub(super) const fn set_progress(&mut self, progress: u64) {
        self.progress = progress;
    }

    fn send(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let bytes = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        let piece = Piece { bytes, progress: self.progress };
        self.sender.send(piece).map_err(|_nobody_reads| io::ErrorKind::BrokenPipe.into())
    }
}

impl Write for PipeWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.piece.len() == PIECE {
            self.send()?;
        }
        let taken = bytes.get(..PIECE - self.piece.len()).unwrap_or(bytes);
        self.piece.extend_from_slice(taken);
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.send()
    }
}

impl PipeReader {
    /// The next bytes that were written, as they were sent; `None`: that was the end.
    pub(super) fn next_piece(&mut self) -> Option<Vec<u8>> {
        self.receiver.recv().ok().map(|Piece { bytes, progress: _ }| bytes)
    }

    pub(super) const fn progress(&self) -> u64 {
        self.progress
    }
}

impl BufRead for PipeReader {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at >= self.piece.len() {
            // Who wrote is gone: that was the end.
            if let Ok(Piece { bytes, progress }) = self.receiver.recv() {
                self.piece = bytes;
                self.progress = progress;
            } else {
                self.piece.clear();
            }
            self.at = 0;
        }
        Ok(self.piece.get(self.at..).unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        self.at += count;
    }
}

impl Read for PipeReader {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(out)?;
        self.consume(count);
        Ok(count)
    }
}
