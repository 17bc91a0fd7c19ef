//! An object of lopdf as it stands in a file. lopdf writes whole files only, so one is made around it.

use lopdf::{Document, Object};
use memchr::memmem;

use crate::documents::pdf::PdfError;

pub(crate) fn written(object: impl Into<Object>) -> Result<Vec<u8>, PdfError> {
    let mut document = Document::new();
    document.set_object((1, 0), object);
    let mut file = Vec::new();
    document.save_to(&mut file)?;
    let (before, after) = (b"1 0 obj\n", b"\nendobj\n");
    let start = memmem::find(&file, before).map(|start| start + before.len());
    let body = start.zip(memmem::rfind(&file, after)).and_then(|(start, end)| file.get(start..end));
    body.map(<[u8]>::to_vec).ok_or(PdfError::Drawing)
}
