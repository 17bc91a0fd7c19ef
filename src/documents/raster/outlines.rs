//! Outlines of glyphs, each read from the font file once.

use std::collections::HashMap;

use rustybuzz::ttf_parser::OutlineBuilder;
use vello_cpu::kurbo::{BezPath, PathEl, Vec2};

use crate::documents::layout::faces::{Face, FaceError, FaceId};
use crate::documents::layout::lines::Line;

pub(super) struct Outlines {
    regular: Shelf,
    bold: Shelf,
}

struct Shelf {
    face: Face,
    glyphs: HashMap<u16, BezPath>,
}

impl Outlines {
    pub(super) fn new() -> Result<Self, FaceError> {
        Ok(Self { regular: Shelf::new(FaceId::Regular)?, bold: Shelf::new(FaceId::Bold)? })
    }

    /// The outline of a whole line with its pen at the origin, and what to multiply it by to get points.
    pub(super) fn line(&mut self, line: &Line) -> (BezPath, f64) {
        let shelf = match line.face {
            FaceId::Regular => &mut self.regular,
            FaceId::Bold => &mut self.bold,
        };
        let mut path = BezPath::new();
        let mut pen = 0;
        for glyph in &line.glyphs {
            let by = Vec2::new(f64::from(pen + glyph.dx), f64::from(glyph.dy));
            path.extend(shelf.glyph(glyph.id).iter().map(|element| moved(element, by)));
            pen += glyph.advance;
        }
        (path, f64::from(line.size.0 / shelf.face.units_per_em()))
    }
}

impl Shelf {
    fn new(id: FaceId) -> Result<Self, FaceError> {
        Ok(Self { face: Face::load(id)?, glyphs: HashMap::new() })
    }

    fn glyph(&mut self, id: u16) -> &BezPath {
        self.glyphs.entry(id).or_insert_with(|| {
            let mut pen = Pen(BezPath::new());
            self.face.outline(id, &mut pen);
            pen.0
        })
    }
}

fn moved(element: PathEl, by: Vec2) -> PathEl {
    match element {
        PathEl::MoveTo(a) => PathEl::MoveTo(a + by),
        PathEl::LineTo(a) => PathEl::LineTo(a + by),
        PathEl::QuadTo(a, b) => PathEl::QuadTo(a + by, b + by),
        PathEl::CurveTo(a, b, c) => PathEl::CurveTo(a + by, b + by, c + by),
        PathEl::ClosePath => PathEl::ClosePath,
    }
}

struct Pen(BezPath);

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to((x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to((x, y));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.quad_to((x1, y1), (x, y));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.curve_to((x1, y1), (x2, y2), (x, y));
    }

    fn close(&mut self) {
        self.0.close_path();
    }
}
