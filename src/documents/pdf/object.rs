//! A dictionary or stream of lopdf as it stands in a file. lopdf writes whole files only, so one is made around it.

use lopdf::xref::XrefType;
use lopdf::{Dictionary, Document, Stream};
use memchr::memmem;

use crate::documents::pdf::PdfError;
use crate::documents::pdf::file::{AFTER_STREAM, BEFORE_STREAM};

pub(crate) fn written(dictionary: Dictionary) -> Result<Vec<u8>, PdfError> {
    let mut document = Document::new();
    // The other kind is an object too, and would be the last.
    document.reference_table.cross_reference_type = XrefType::CrossReferenceTable;
    document.set_object((1, 0), dictionary);
    let mut file = Vec::new();
    document.save_to(&mut file)?;
    let (before, after) = (b"1 0 obj\n", b"\nendobj\n");
    let start = memmem::find(&file, before).map(|start| start + before.len());
    let body = start.zip(memmem::rfind(&file, after)).and_then(|(start, end)| file.get(start..end));
    body.map(<[u8]>::to_vec).ok_or(PdfError::Drawing)
}

/// Which lopdf ends otherwise than we do.
pub(crate) fn written_stream(Stream { dict, content, .. }: Stream) -> Result<Vec<u8>, PdfError> {
    let mut body = written(dict)?;
    body.extend_from_slice(BEFORE_STREAM);
    body.extend_from_slice(&content);
    body.extend_from_slice(AFTER_STREAM);
    Ok(body)
}
