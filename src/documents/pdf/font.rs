//! A face as one document uses it: the code of each glyph, what it means, how wide the viewer takes it to be.
//!
//! Knows no places.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use printpdf::{FontId, FontMetrics, FontType, ParsedFont, PdfFontMetricsStub};

use crate::documents::layout::faces::{Face, FaceId};
use crate::documents::pdf::fonts::Program;
use crate::documents::pdf::text::Meanings;

pub(crate) struct Font {
    pub(crate) face: FaceId,
    pub(crate) id: FontId,
    pub(crate) units_per_em: f32,
    pub(crate) program: Arc<Program>,
    glyphs: HashMap<u16, Shown>,
    /// The code that printpdf gives a character.
    characters: BTreeMap<u32, u16>,
}

/// How a glyph is shown.
pub(crate) struct Shown {
    pub(crate) code: u16,
    /// In thousandths of an em, whole, as printpdf writes it.
    pub(crate) width: i64,
    pub(crate) meaning: Meaning,
}

pub(crate) enum Meaning {
    /// That is asked for by this character.
    Character(char),
    /// A ligature, or a second form of a character.
    Text(String),
}

impl Font {
    pub(crate) fn new(id: FaceId, face: &Face, program: Arc<Program>, meanings: &Meanings) -> Self {
        let units_per_em = face.units_per_em();
        let mut glyphs = HashMap::new();
        let mut characters = BTreeMap::new();
        for (glyph, text) in meanings.of(id) {
            let Some(code) = program.remapper.get(glyph) else { continue };
            let mut letters = text.chars();
            let meaning = match (letters.next(), letters.next()) {
                (Some(c), None) if *characters.entry(u32::from(c)).or_insert(code) == code => {
                    Meaning::Character(c)
                }
                _ => Meaning::Text(text.to_owned()),
            };
            let width = f32::from(face.nominal_advance(glyph)) * 1_000.0 / units_per_em;
            glyphs.insert(glyph, Shown { code, width: width as i64, meaning });
        }
        let id_in_file = FontId(id.name().to_owned());
        Self { face: id, id: id_in_file, units_per_em, program, glyphs, characters }
    }

    pub(crate) fn shown(&self, glyph: u16) -> Option<&Shown> {
        self.glyphs.get(&glyph)
    }

    pub(crate) fn name(&self) -> String {
        format!("{}+{}", self.program.tag, self.face.name())
    }

    /// What printpdf must know of it; the program itself is put in later, as it was packed before.
    pub(crate) fn stub(&self, face: &Face, meanings: &Meanings) -> ParsedFont {
        let width = |(glyph, _)| {
            let code = self.program.remapper.get(glyph)?;
            Some((code, face.nominal_advance(glyph)))
        };
        let (ascent, descent) = face.vertical();
        let [x_min, y_min, x_max, y_max] = face.bounds();
        let units_per_em = self.units_per_em as u16;
        ParsedFont {
            original_bytes: vec![0, 1, 0, 0],
            font_index: 0,
            font_name: Some(self.name()),
            codepoint_to_glyph: self.characters.clone(),
            glyph_widths: meanings.of(self.face).filter_map(width).collect(),
            units_per_em,
            font_metrics: FontMetrics { ascent, descent },
            font_type: FontType::TrueType,
            pdf_font_metrics: PdfFontMetricsStub {
                units_per_em,
                x_min,
                y_min,
                x_max,
                y_max,
                us_weight_class: face.weight(),
                ..PdfFontMetricsStub::default()
            },
        }
    }
}
