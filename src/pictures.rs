//! Logos from outside: looked at with suspicion, made small, written anew. Knows nothing of where they are shown.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, ImageResult, Limits};
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
/// The most that is unpacked, in bytes: 8,000 by 8,000 pixels of 8 bytes.
const MOST_UNPACKED: u64 = 512 * 1024 * 1024;
/// What is kept: enough for 60 mm at 400 points an inch.
const KEPT_PIXELS: u32 = 1_000;

/// Reads a PNG or JPEG, makes it at most 1,000 pixels wide and high, and writes it anew.
pub fn take_in(bytes: &[u8]) -> Result<Picture, PictureError> {
    let reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_unreadable| PictureError::NotAPicture)?;
    if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg)) {
        return Err(PictureError::NotAPicture);
    }
    let image = decode(reader).map_err(|err| match err {
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
    DynamicImage::ImageRgba8(image.to_rgba8())
        .write_to(&mut png, ImageFormat::Png)
        .map_err(|_cannot_happen| PictureError::NotAPicture)?;
    let png = png.into_inner();
    let hash = Sha256::digest(&png).iter().map(|b| format!("{b:02x}")).collect::<String>();
    let hash = LogoHash::parse(&hash).map_err(|_cannot_happen| PictureError::NotAPicture)?;
    Ok(Picture { hash, png })
}

/// Nothing is unpacked before its size is known to be allowed. A photo is turned as its camera says, since what says so
/// is not kept.
fn decode(mut reader: ImageReader<Cursor<&[u8]>>) -> ImageResult<DynamicImage> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_PIXELS);
    limits.max_image_height = Some(MOST_PIXELS);
    limits.max_alloc = Some(MOST_UNPACKED);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder()?;
    limits.reserve(decoder.total_bytes())?;
    let turned = decoder.orientation()?;
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(turned);
    Ok(image)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut out, format).unwrap();
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

    /// What is kept of a picture among the files for tests.
    fn kept(bytes: &[u8]) -> image::RgbaImage {
        let Picture { png, .. } = take_in(bytes).unwrap();
        image::load_from_memory(&png).unwrap().to_rgba8()
    }

    /// Rather this than that, as the eye sees it.
    fn rather(one: u8, other: u8) -> bool {
        one > 180 && other < 80
    }

    #[test]
    fn a_picture_of_any_make_keeps_its_colours() {
        for bytes in [
            include_bytes!("../tests/pictures/cmyk.jpg").as_slice(),
            include_bytes!("../tests/pictures/interlaced.png"),
            include_bytes!("../tests/pictures/progressive.jpg"),
        ] {
            let image = kept(bytes);
            assert_eq!(image.dimensions(), (24, 12));
            let [red, _, blue, alpha] = image.get_pixel(12, 0).0;
            assert!(rather(red, blue) && alpha == 255, "red above: {red} {blue}");
            let [red, _, blue, _] = image.get_pixel(12, 11).0;
            assert!(rather(blue, red), "blue below: {red} {blue}");
        }
    }

    #[test]
    fn of_a_moving_picture_the_first_is_kept_and_it_moves_no_more() {
        let bytes = include_bytes!("../tests/pictures/moving.png");
        assert_eq!(kept(bytes).get_pixel(4, 2).0, [255, 0, 0, 255]);
        let png = take_in(bytes).unwrap().png;
        assert!(!png.windows(4).any(|own| own == b"acTL" || own == b"fdAT"));
    }

    #[test]
    fn a_photo_is_turned_and_what_its_camera_wrote_is_gone() {
        let bytes = include_bytes!("../tests/pictures/turned.jpg");
        assert!(bytes.windows(6).any(|own| own == b"Geheim"));
        let image = kept(bytes);
        assert_eq!(image.dimensions(), (12, 24), "taken with the camera on its side");
        let [red, _, blue, _] = image.get_pixel(11, 12).0;
        assert!(rather(red, blue), "what was above is at the right");
        let png = take_in(bytes).unwrap().png;
        assert!(!png.windows(4).any(|own| own == b"Gehe" || own == b"eXIf"));
        let chunks = png.windows(4).filter(|own| {
            [b"tEXt", b"iTXt", b"zTXt", b"iCCP"].contains(&&[own[0], own[1], own[2], own[3]])
        });
        assert_eq!(chunks.count(), 0);
    }

    #[test]
    fn a_small_file_that_unfolds_into_a_huge_picture_is_refused_before_it_does() {
        let bytes = include_bytes!("../tests/pictures/huge.png");
        assert_eq!(take_in(bytes), Err(PictureError::TooLarge));
    }

    #[test]
    fn a_picture_that_breaks_off_is_refused() {
        let whole = picture(200, 150, ImageFormat::Png);
        for length in [9, whole.len() / 3, whole.len() - 20] {
            assert_eq!(take_in(&whole[..length]), Err(PictureError::NotAPicture), "{length}");
        }
        let whole = include_bytes!("../tests/pictures/progressive.jpg");
        for length in [3, 100, 200, 400, 500, 550] {
            assert_eq!(take_in(&whole[..length]), Err(PictureError::NotAPicture), "{length}");
        }
    }
}
