//! Pictures as they stand in the file, packed once for a batch. Knows no places.

use std::collections::BTreeMap;
use std::sync::Arc;

use lopdf::{Stream, dictionary};

use crate::documents::pdf::PdfError;
use crate::documents::pdf::object::written_stream;
use crate::documents::picture::Picture;

/// Pictures that are kept before they are all forgotten.
const MAX_KEPT: usize = 64;

/// By the digest of the picture.
#[derive(Default)]
pub(crate) struct DrawnPictures(BTreeMap<[u8; 32], Arc<Vec<u8>>>);

impl DrawnPictures {
    /// The object of a picture.
    pub(crate) fn object(&mut self, picture: &Picture) -> Result<Arc<Vec<u8>>, PdfError> {
        if let Some(known) = self.0.get(picture.digest()) {
            return Ok(Arc::clone(known));
        }
        if self.0.len() >= MAX_KEPT {
            self.0.clear();
        }
        let packed = Arc::new(packed(picture)?);
        self.0.insert(*picture.digest(), Arc::clone(&packed));
        Ok(packed)
    }
}

fn packed(picture: &Picture) -> Result<Vec<u8>, PdfError> {
    let dictionary = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => picture.width(),
        "Height" => picture.height(),
        "ColorSpace" => "DeviceRGB",
        "BitsPerComponent" => 8,
    };
    let mut stream = Stream::new(dictionary, picture.rgb().to_vec());
    stream.compress()?;
    written_stream(stream)
}
