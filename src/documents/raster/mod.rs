//! From placed pages to what the eye sees of them on a screen, from the same outlines in the same places as the PDF.
//!
//! Knows no PDF and no window. Why vello_cpu draws: `docs/decisions/0051-the-preview-draws-the-placed-pages.md`.

mod outlines;
mod pictures;

use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::kurbo::{Affine, Rect};
use vello_cpu::peniko::{ImageQuality, ImageSampler};
use vello_cpu::{Image, ImageSource, PixmapMut, RenderContext, Resources};

use crate::documents::layout::faces::FaceError;
use crate::documents::layout::lines::Line;
use crate::documents::layout::page::{Draw, Page};
use crate::documents::layout::style::{PAGE_HEIGHT, PAGE_WIDTH};
use crate::documents::layout::units::Pt;
use crate::documents::picture::Picture;
use crate::documents::raster::outlines::Outlines;
use crate::documents::raster::pictures::ScaledPictures;

/// A page in dots, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raster {
    pub width: usize,
    pub height: usize,
    /// Red, green, blue and opacity of each dot; the paper is white and never see-through.
    pub rgba: Vec<u8>,
}

/// Draws pages; keeps what can be used again for the next one.
pub struct Rasteriser {
    outlines: Outlines,
    pictures: ScaledPictures,
    context: RenderContext,
    resources: Resources,
}

/// The most dots on a side.
const MOST: f32 = 16_000.0;

/// How many dots wide and high a page is, at so many dots to a point.
pub fn size(scale: f32) -> [u16; 2] {
    [PAGE_WIDTH, PAGE_HEIGHT].map(|side| dots(side, scale))
}

/// A length in whole dots, at least one.
fn dots(length: Pt, scale: f32) -> u16 {
    (length.0 * scale).round().clamp(1.0, MOST) as u16
}

impl Rasteriser {
    pub fn new() -> Result<Self, FaceError> {
        Ok(Self {
            outlines: Outlines::new()?,
            pictures: ScaledPictures::default(),
            context: RenderContext::new(1, 1),
            resources: Resources::new(),
        })
    }

    /// `scale`: dots to a point.
    pub fn page(&mut self, page: &Page, scale: f32) -> Raster {
        let [width, height] = size(scale);
        let scale = f64::from(scale);
        self.context.reset_and_resize(width, height);
        self.context.set_transform(Affine::IDENTITY);
        self.context.set_paint(grey(1.0));
        self.context.fill_rect(&Rect::new(0.0, 0.0, width.into(), height.into()));
        for item in &page.items {
            match &item.draw {
                Draw::Text { line, x, baseline, grey } => {
                    let at = Affine::translate((f64::from(x.0), f64::from(baseline.0)));
                    self.line(line, *grey, at.then_scale(scale));
                }
                Draw::Rule { x, y, width, thickness } => {
                    self.rule([*x, *y, *width, *thickness].map(|part| f64::from(part.0) * scale));
                }
                Draw::Picture { picture, x, y, width, height } => {
                    let part = [*x, *y, *width, *height].map(|part| f64::from(part.0) * scale);
                    self.picture(picture, part);
                }
                Draw::Watermark { line, grey } => {
                    let start = (-f64::from(line.width.0) * 0.5, f64::from(line.size.0) * 0.33);
                    let at = slanted().pre_translate(start.into());
                    self.line(line, *grey, at.then_scale(scale));
                }
            }
        }
        self.context.flush();
        let mut rgba = vec![u8::MAX; usize::from(width) * usize::from(height) * 4];
        if let Some(target) = PixmapMut::new(width, height, &mut rgba) {
            self.context.render(target, &mut self.resources);
        }
        Raster { width: width.into(), height: height.into(), rgba }
    }

    /// `at`: from points with the pen at the origin to dots.
    fn line(&mut self, line: &Line, shade: f32, at: Affine) {
        let (path, points) = self.outlines.line(line);
        // Outlines rise, pages go down.
        self.context.set_transform(at.pre_scale_non_uniform(points, -points));
        self.context.set_paint(grey(shade));
        self.context.fill_path(&path);
    }

    /// Its edges lie between dots: a rule that is spread over two rows looks pale and thick.
    fn rule(&mut self, [x, y, width, thickness]: [f64; 4]) {
        let thickness = if thickness < 1.0 { thickness } else { thickness.round() };
        let top = (y - thickness * 0.5).round();
        self.context.set_transform(Affine::IDENTITY);
        self.context.set_paint(grey(0.0));
        self.context.fill_rect(&Rect::new(x, top, x + width, top + thickness));
    }

    fn picture(&mut self, picture: &Picture, [x, y, width, height]: [f64; 4]) {
        let (left, top) = (x.round(), y.round());
        let (right, bottom) = ((x + width).round(), (y + height).round());
        let size = [right - left, bottom - top].map(|side| side.clamp(0.0, MOST.into()) as u16);
        let Some(pixels) = self.pictures.get(picture, size) else { return };
        let sampler = ImageSampler { quality: ImageQuality::Low, ..ImageSampler::default() };
        self.context.set_transform(Affine::translate((left, top)));
        self.context.set_paint(Image { image: ImageSource::Pixmap(pixels), sampler });
        self.context.fill_rect(&Rect::new(0.0, 0.0, right - left, bottom - top));
    }
}

fn grey(shade: f32) -> AlphaColor<Srgb> {
    AlphaColor::new([shade, shade, shade, 1.0])
}

/// From points around the middle of the page, rising along its diagonal, to points from its left and top.
fn slanted() -> Affine {
    let (width, height) = (f64::from(PAGE_WIDTH.0), f64::from(PAGE_HEIGHT.0));
    Affine::translate((width * 0.5, height * 0.5)) * Affine::rotate(-height.atan2(width))
}
