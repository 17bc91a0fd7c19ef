//! Pages on the graphics card: each drawn once for as long as it stays the same.

use std::sync::Arc;

use egui::{ColorImage, TextureHandle, TextureId, TextureOptions, Ui};

use crate::app::widgets::preview::PreviewDocument;
use crate::documents::layout::style::{PAGE_HEIGHT, PAGE_WIDTH};
use crate::documents::raster::Rasteriser;

/// More dots than this are not kept for pages out of sight.
const KEPT: usize = 32_000_000;
/// More than this are not drawn for one page: from there on it is shown larger, and a little soft.
const MOST: f32 = 24_000_000.0;

#[derive(Default)]
pub(super) struct Sheets {
    rasteriser: Option<Rasteriser>,
    shown: Vec<Sheet>,
    /// How often a page was drawn.
    pub(super) drawn: usize,
}

struct Sheet {
    generation: u64,
    page: usize,
    /// Dots to a point.
    scale: f32,
    texture: TextureHandle,
}

impl Sheets {
    /// A page as it is now; only when it is another one or has another size, it is drawn. `None`: it cannot be.
    pub(super) fn get(
        &mut self,
        ui: &Ui,
        document: &PreviewDocument,
        page: usize,
        scale: f32,
    ) -> Option<TextureId> {
        let side = ui.input(|input| input.max_texture_side) as f32;
        let scale =
            scale.min(side / PAGE_HEIGHT.0).min((MOST / (PAGE_WIDTH.0 * PAGE_HEIGHT.0)).sqrt());
        let at = self.shown.iter().position(|sheet| sheet.page == page);
        let known = at.and_then(|at| self.shown.get_mut(at));
        if let Some(sheet) = &known
            && sheet.generation == document.generation
            && sheet.scale == scale
        {
            return Some(sheet.texture.id());
        }
        if self.rasteriser.is_none() {
            self.rasteriser = Rasteriser::new().ok();
        }
        let raster = self.rasteriser.as_mut()?.page(document.pages.pages.get(page)?, scale);
        self.drawn += 1;
        let size = [raster.width, raster.height];
        let image = Arc::new(ColorImage::from_rgba_premultiplied(size, &raster.rgba));
        let generation = document.generation;
        if let Some(sheet) = known {
            sheet.texture.set(image, TextureOptions::LINEAR);
            (sheet.generation, sheet.scale) = (generation, scale);
            return Some(sheet.texture.id());
        }
        let texture = ui.ctx().load_texture("page", image, TextureOptions::LINEAR);
        let id = texture.id();
        self.shown.push(Sheet { generation, page, scale, texture });
        Some(id)
    }

    /// Lets go of what is out of sight, if there is too much of it.
    pub(super) fn tidy(&mut self, in_sight: &std::ops::Range<usize>) {
        let dots = |sheet: &Sheet| sheet.texture.size().iter().product::<usize>();
        if self.shown.iter().map(dots).sum::<usize>() > KEPT {
            self.shown.retain(|sheet| in_sight.contains(&sheet.page));
        }
    }
}
