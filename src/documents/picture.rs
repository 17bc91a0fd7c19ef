//! Pictures for on paper: decoded once, without transparency, no larger than print can show.
//!
//! Knows nothing of where a picture stands or whose it is.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use image::imageops::FilterType;
use image::{ImageFormat, ImageReader, Limits, RgbImage};
use sha2::{Digest as _, Sha256};

use crate::domain::{Entry as _, LogoHash};

/// Why a picture cannot be put on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    #[error("not a readable PNG picture, or too large a one")]
    Unreadable,
}

/// Red, green and blue, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
    digest: [u8; 32],
    hash: LogoHash,
}

/// The widest that a logo is printed, at 300 dots an inch with some to spare.
const MAX_SIDE: u32 = 1_000;
/// Against a small file that unfolds into a huge picture.
const MAX_DECODED_SIDE: u32 = 8_000;
const MAX_DECODED_BYTES: u64 = 256 * 1024 * 1024;

impl Picture {
    pub fn parse(png: &[u8]) -> Result<Self, PictureError> {
        let unreadable = |_cause| PictureError::Unreadable;
        let mut reader = ImageReader::with_format(Cursor::new(png), ImageFormat::Png);
        let mut limits = Limits::default();
        limits.max_image_width = Some(MAX_DECODED_SIDE);
        limits.max_image_height = Some(MAX_DECODED_SIDE);
        limits.max_alloc = Some(MAX_DECODED_BYTES);
        reader.limits(limits);
        let mut picture = reader.decode().map_err(unreadable)?;
        if picture.width().max(picture.height()) > MAX_SIDE {
            picture = picture.resize(MAX_SIDE, MAX_SIDE, FilterType::Triangle);
        }
        let rgba = picture.into_rgba8();
        let (width, height) = rgba.dimensions();
        let rgb = RgbImage::from_fn(width, height, |x, y| {
            let [r, g, b, alpha] = rgba.get_pixel(x, y).0;
            image::Rgb([r, g, b].map(|channel| on_white(channel, alpha)))
        })
        .into_raw();
        let digest = Sha256::digest(&rgb).into();
        let hash: String = Sha256::digest(png).iter().map(|byte| format!("{byte:02x}")).collect();
        let hash = LogoHash::parse(&hash).map_err(|_no_hash| PictureError::Unreadable)?;
        Ok(Self { width, height, rgb, digest, hash })
    }

    pub fn width(&self) -> u32 {
        self.width
    }

    pub fn height(&self) -> u32 {
        self.height
    }

    /// Of the file: under which the dossier keeps it.
    pub fn hash(&self) -> &LogoHash {
        &self.hash
    }

    pub fn rgb(&self) -> &[u8] {
        &self.rgb
    }

    /// Of the pixels: the same picture, the same digest.
    pub fn digest(&self) -> &[u8; 32] {
        &self.digest
    }
}

/// PDF/A allows transparency, but printers flatten it each in their own way.
fn on_white(channel: u8, alpha: u8) -> u8 {
    let (channel, alpha) = (u16::from(channel), u16::from(alpha));
    let mixed = (channel * alpha + 255 * (255 - alpha)) / 255;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}

/// The pictures at hand, by the hash under which the dossier keeps them.
#[derive(Clone, Debug, Default)]
pub struct Pictures(BTreeMap<LogoHash, Arc<Picture>>);

impl Pictures {
    pub fn new() -> Self {
        Self::default()
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Takes the bytes of a PNG file.
    pub fn insert(&mut self, hash: LogoHash, png: &[u8]) -> Result<(), PictureError> {
        self.0.insert(hash, Arc::new(Picture::parse(png)?));
        Ok(())
    }

    pub fn get(&self, hash: &LogoHash) -> Option<Arc<Picture>> {
        self.0.get(hash).cloned()
    }
}
