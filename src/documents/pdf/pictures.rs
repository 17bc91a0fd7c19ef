//! Pictures as they stand in the file, packed once for a batch. Knows no places.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Stream};
use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject};

use crate::documents::pdf::PdfError;
use crate::documents::picture::Picture;

/// Pictures that are kept before they are all forgotten.
const MAX_KEPT: usize = 64;

/// By the digest of the picture.
#[derive(Default)]
pub(crate) struct DrawnPictures(BTreeMap<[u8; 32], XObject>);

impl DrawnPictures {
    pub(crate) fn xobject(&mut self, picture: &Picture) -> Result<XObject, PdfError> {
        if let Some(known) = self.0.get(picture.digest()) {
            return Ok(known.clone());
        }
        if self.0.len() >= MAX_KEPT {
            self.0.clear();
        }
        let packed = packed(picture)?;
        self.0.insert(*picture.digest(), packed.clone());
        Ok(packed)
    }
}

fn packed(picture: &Picture) -> Result<XObject, PdfError> {
    let mut stream = Stream::new(Dictionary::new(), picture.rgb().to_vec());
    stream.compress()?;
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let mut dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), DictItem::Int(i64::from(picture.width()))),
        ("Height".to_owned(), DictItem::Int(i64::from(picture.height()))),
        ("ColorSpace".to_owned(), name("DeviceRGB")),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
    ]);
    if stream.dict.has(b"Filter") {
        dict.insert("Filter".to_owned(), name("FlateDecode"));
    }
    let stream = ExternalStream { dict, content: stream.content, compress: false };
    Ok(XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None }))
}
