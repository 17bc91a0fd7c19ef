//! Font programs: the outlines of some glyphs, as the subsetter makes them.

use std::sync::OnceLock;

use subsetter::GlyphRemapper;

use crate::documents::layout::faces::FaceId;
use crate::documents::pdf::PdfError;
use crate::documents::pdf::file::Slot;

pub(crate) fn subset(slot: Slot, glyphs: &GlyphRemapper) -> Result<Vec<u8>, PdfError> {
    let bytes = match slot {
        Slot::Common(id) => id.bytes(),
        Slot::More(FaceId::Regular) => REGULAR.get_or_init(|| nameless(FaceId::Regular)),
        Slot::More(FaceId::Bold) => BOLD.get_or_init(|| nameless(FaceId::Bold)),
    };
    subsetter::subset(bytes, 0, glyphs).map_err(|_cause| PdfError::Subset(slot.face().name()))
}

static REGULAR: OnceLock<Vec<u8>> = OnceLock::new();
static BOLD: OnceLock<Vec<u8>> = OnceLock::new();

/// A font file without its names, which the subsetter takes along. They are half of a font of a few letters, and stand in
/// every document with the common ones.
fn nameless(id: FaceId) -> Vec<u8> {
    let mut bytes = id.bytes().to_vec();
    let count =
        bytes.get(4..6).and_then(|count| count.try_into().ok()).map_or(0, u16::from_be_bytes);
    let tables = bytes.get_mut(12..).unwrap_or_default().chunks_exact_mut(16);
    let mut tags = tables.take(usize::from(count)).filter_map(|table| table.first_chunk_mut());
    if let Some(tag) = tags.find(|tag| *tag == b"name") {
        // No one asks for such a table, and those that are asked for remain in alphabetical order.
        *tag = *b"namf";
    }
    bytes
}
