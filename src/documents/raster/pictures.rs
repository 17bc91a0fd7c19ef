//! Pictures in the size in which they are seen, each brought to it once.

use std::collections::HashMap;
use std::sync::Arc;

use image::imageops::FilterType;
use image::{DynamicImage, RgbImage};
use vello_cpu::Pixmap;
use vello_cpu::color::PremulRgba8;

use crate::documents::picture::Picture;

/// Kept before all are forgotten: two logos at a handful of sizes.
const MOST: usize = 16;

#[derive(Default)]
pub(super) struct ScaledPictures(HashMap<([u8; 32], u16, u16), Arc<Pixmap>>);

impl ScaledPictures {
    /// `None`: there is nothing to see of it.
    pub(super) fn get(&mut self, picture: &Picture, size: [u16; 2]) -> Option<Arc<Pixmap>> {
        let [width, height] = size;
        let key = (*picture.digest(), width, height);
        if let Some(known) = self.0.get(&key) {
            return Some(Arc::clone(known));
        }
        if self.0.len() >= MOST {
            self.0.clear();
        }
        let scaled = Arc::new(scaled(picture, width, height)?);
        self.0.insert(key, Arc::clone(&scaled));
        Some(scaled)
    }
}

fn scaled(picture: &Picture, width: u16, height: u16) -> Option<Pixmap> {
    if width == 0 || height == 0 {
        return None;
    }
    let rgb = RgbImage::from_raw(picture.width(), picture.height(), picture.rgb().to_vec())?;
    let rgb = DynamicImage::ImageRgb8(rgb)
        .resize_exact(width.into(), height.into(), FilterType::Triangle)
        .into_rgb8();
    let dots = rgb.pixels().map(|dot| {
        let [r, g, b] = dot.0;
        PremulRgba8 { r, g, b, a: u8::MAX }
    });
    Some(Pixmap::from_parts_with_opacity(dots.collect(), width, height, false))
}
