//! Packs what is drawn on a page. One packer serves a batch: to set one up takes longer than to pack a page.

use flate2::{Compress, Compression, FlushCompress, Status};

use crate::documents::pdf::PdfError;

/// From 0 to 9; what is above gains one part in fifty of the file and takes twice as long.
const LEVEL: u32 = 1;

pub(crate) struct Packer {
    state: Compress,
    packed: Vec<u8>,
}

impl Packer {
    pub(crate) fn new() -> Self {
        Self { state: Compress::new(Compression::new(LEVEL), true), packed: Vec::new() }
    }

    pub(crate) fn pack(&mut self, content: &[u8]) -> Result<&[u8], PdfError> {
        let Self { state, packed } = self;
        state.reset();
        packed.clear();
        // Room for all of it at once, also if packing makes it larger.
        packed.reserve(content.len() + content.len() / 100 + 64);
        let status = state.compress_vec(content, packed, FlushCompress::Finish);
        if status.ok() == Some(Status::StreamEnd) { Ok(packed) } else { Err(PdfError::Packing) }
    }
}
