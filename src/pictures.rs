//! Logos from outside: looked at with suspicion, made small, written anew. Knows nothing of where they are shown.

use std::io::Cursor;

use image::{ImageFormat, ImageReader, Limits};
use sha2::{Digest as _, Sha256};

use crate::domain::{Entry as _, LogoHash};

/// A logo that was taken in: a PNG of our own writing, without what else was in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub hash: LogoHash,
    pub png: Vec<u8>,
}

/// Why a picture is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    #[error("not a PNG or JPEG that can be read")]
    NotAPicture,
    #[error("wider or higher than {MOST_PIXELS} pixels")]
    TooLarge,
}

/// The largest file that is read, in bytes.
pub const MOST_BYTES: u64 = 10 * 1024 * 1024;
/// The widest and highest that is taken in, in pixels.
pub const MOST_PIXELS: u32 = 8_000;
/// What is kept: enough for 60 mm at 400 points an inch.
const KEPT_PIXELS: u32 = 1_000;

/// Reads a PNG or JPEG, makes it at most 1,000 pixels wide and high, and writes it anew.
pub fn take_in(bytes: &[u8]) -> Result<Picture, PictureError> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_unreadable| PictureError::NotAPicture)?;
    if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg)) {
        return Err(PictureError::NotAPicture);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_PIXELS);
    limits.max_image_height = Some(MOST_PIXELS);
    limits.max_alloc = Some(512 * 1024 * 1024);
    reader.limits(limits);
    let image = reader.decode().map_err(|err| match err {
        image::ImageError::Limits(_) => PictureError::TooLarge,
        image::ImageError::Decoding(_)
        | image::ImageError::Encoding(_)
        | image::ImageError::Parameter(_)
        | image::ImageError::Unsupported(_)
        | image::ImageError::IoError(_) => PictureError::NotAPicture,
    })?;
    let image = if image.width().max(image.height()) > KEPT_PIXELS {
        image.resize(KEPT_PIXELS, KEPT_PIXELS, image::imageops::FilterType::Lanczos3)
    } else {
        image
    };
    let mut png = Cursor::new(Vec::new());
    image::DynamicImage::ImageRgba8(image.to_rgba8())
        .write_to(&mut png, ImageFormat::Png)
        .map_err(|_cannot_happen| PictureError::NotAPicture)?;
    let png = png.into_inner();
    let hash = Sha256::digest(&png).iter().map(|b| format!("{b:02x}")).collect::<String>();
    let hash = LogoHash::parse(&hash).map_err(|_cannot_happen| PictureError::NotAPicture)?;
    Ok(Picture { hash, png })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        image::DynamicImage::new_rgb8(width, height).write_to(&mut out, format).unwrap();
        out.into_inner()
    }

    #[test]
    fn a_logo_is_written_anew_and_made_small() {
        let wide = take_in(&picture(2_000, 500, ImageFormat::Jpeg)).unwrap();
        let size = image::load_from_memory(&wide.png).unwrap();
        assert_eq!((size.width(), size.height()), (1_000, 250));
        assert_eq!(wide, take_in(&picture(2_000, 500, ImageFormat::Jpeg)).unwrap());
    }

    #[test]
    fn what_is_no_logo_is_refused() {
        assert_eq!(take_in(b"GIF89a"), Err(PictureError::NotAPicture));
        assert_eq!(take_in(b""), Err(PictureError::NotAPicture));
        let whole = picture(40, 40, ImageFormat::Png);
        assert_eq!(take_in(&whole[..60]), Err(PictureError::NotAPicture));
        assert_eq!(take_in(&picture(8_001, 1, ImageFormat::Png)), Err(PictureError::TooLarge));
    }
}
