//! The typeface of all paper: Gentium Plus, which has every Latin letter and places marks on them.
//!
//! Knows outlines and widths, no sizes and no PDF. Why this one: `docs/decisions/0010-the-typeface-of-paper.md`.

use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};
use rustybuzz::{
    Direction, GlyphBuffer, Language, ShapePlan, UnicodeBuffer, script, shape_with_plan,
};

/// A style of the one family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaceId {
    Regular,
    Bold,
}

impl FaceId {
    pub const ALL: [Self; 2] = [Self::Regular, Self::Bold];

    /// The name as it stands in the font file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Regular => "GentiumPlus",
            Self::Bold => "GentiumPlus-Bold",
        }
    }

    pub const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../../fonts/GentiumPlus-Regular.ttf"),
            Self::Bold => include_bytes!("../../../fonts/GentiumPlus-Bold.ttf"),
        }
    }
}

/// A font file of our own could not be read: the program was built wrongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the built-in font {0} cannot be read")]
pub struct FaceError(pub &'static str);

/// A parsed font file, ready to shape Latin from left to right.
pub struct Face {
    font: rustybuzz::Face<'static>,
    plan: ShapePlan,
    language: Option<Language>,
}

impl Face {
    pub fn load(id: FaceId) -> Result<Self, FaceError> {
        let font = rustybuzz::Face::from_slice(id.bytes(), 0).ok_or(FaceError(id.name()))?;
        let language: Option<Language> = "nl".parse().ok();
        let plan = ShapePlan::new(
            &font,
            Direction::LeftToRight,
            Some(script::LATIN),
            language.as_ref(),
            &[],
        );
        Ok(Self { font, plan, language })
    }

    pub fn units_per_em(&self) -> f32 {
        i16::try_from(self.font.units_per_em()).map_or(1_000.0, f32::from)
    }

    /// The width that the font file itself gives a glyph, in font units.
    pub fn nominal_advance(&self, glyph: u16) -> u16 {
        self.font.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0)
    }

    pub fn glyph(&self, character: char) -> Option<u16> {
        self.font.glyph_index(character).map(|id| id.0)
    }

    /// Height above and depth below the baseline, in font units.
    pub fn vertical(&self) -> (i16, i16) {
        (self.font.ascender(), self.font.descender())
    }

    /// Left, bottom, right and top of all glyphs, in font units.
    pub fn bounds(&self) -> [i16; 4] {
        let bounds = self.font.global_bounding_box();
        [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max]
    }

    /// From 100 (thin) to 900 (black).
    pub fn weight(&self) -> u16 {
        self.font.weight().to_number()
    }

    /// Tells the outline of a glyph, in font units; nothing for a blank.
    pub(crate) fn outline(&self, glyph: u16, to: &mut dyn OutlineBuilder) {
        self.font.outline_glyph(GlyphId(glyph), to);
    }

    pub(crate) fn shape(&self, text: &str) -> GlyphBuffer {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        if let Some(language) = self.language.clone() {
            buffer.set_language(language);
        }
        shape_with_plan(&self.font, &self.plan, buffer)
    }
}

#[cfg(test)]
mod tests {
    use rustybuzz::ttf_parser::Tag;

    use super::*;

    /// Outlines in the form that the subsetter and PDF/A want.
    #[test]
    fn the_faces_are_truetype() {
        for id in FaceId::ALL {
            let face = Face::load(id).unwrap();
            assert!(face.font.raw_face().table(Tag::from_bytes(b"glyf")).is_some());
        }
    }
}
