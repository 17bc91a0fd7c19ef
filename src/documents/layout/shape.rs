//! Text to glyphs with widths. Each word is shaped once for as long as the shaper lives.
//!
//! Knows no lines and no pages.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::documents::layout::faces::{Face, FaceError, FaceId};
use crate::documents::layout::units::Pt;

/// A glyph of a shaped text; lengths in font units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// Zero where the font lacks the character.
    pub id: u16,
    /// How far the pen moves on, kerning included.
    pub advance: i32,
    /// How far it would move by the font's own table of widths.
    pub nominal: u16,
    /// Where the glyph stands beside the pen: marks on letters.
    pub dx: i32,
    pub dy: i32,
    /// The bytes of the text that this glyph, or the cluster that it is in, stands for.
    pub start: usize,
    pub end: usize,
}

impl Glyph {
    pub const fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// Words that are kept before the shaper forgets them all: a school has a few thousand.
const MAX_WORDS: usize = 20_000;

pub struct Shaper {
    regular: Shelf,
    bold: Shelf,
}

struct Shelf {
    face: Face,
    space: Arc<[Glyph]>,
    words: HashMap<String, Arc<[Glyph]>>,
}

impl Shaper {
    pub fn new() -> Result<Self, FaceError> {
        Ok(Self { regular: Shelf::new(FaceId::Regular)?, bold: Shelf::new(FaceId::Bold)? })
    }

    pub fn face(&self, id: FaceId) -> &Face {
        match id {
            FaceId::Regular => &self.regular.face,
            FaceId::Bold => &self.bold.face,
        }
    }

    /// Shapes word by word; glyphs stand in the order of the text.
    pub(crate) fn shape(&mut self, id: FaceId, text: &str) -> Vec<Glyph> {
        let shelf = match id {
            FaceId::Regular => &mut self.regular,
            FaceId::Bold => &mut self.bold,
        };
        let mut glyphs = Vec::with_capacity(text.len());
        let mut at = 0;
        for part in text.split_inclusive(' ') {
            let word = part.strip_suffix(' ').unwrap_or(part);
            glyphs.extend(moved(&shelf.word(word), at));
            if word.len() < part.len() {
                glyphs.extend(moved(&shelf.space, at + word.len()));
            }
            at += part.len();
        }
        glyphs
    }

    pub(crate) fn width(&self, id: FaceId, size: Pt, glyphs: &[Glyph]) -> Pt {
        let units: i32 = glyphs.iter().map(|glyph| glyph.advance).sum();
        size * (units as f32 / self.face(id).units_per_em())
    }
}

impl Shelf {
    fn new(id: FaceId) -> Result<Self, FaceError> {
        let face = Face::load(id)?;
        let space = shaped(&face, " ").into();
        Ok(Self { face, space, words: HashMap::new() })
    }

    fn word(&mut self, word: &str) -> Arc<[Glyph]> {
        if let Some(known) = self.words.get(word) {
            return Arc::clone(known);
        }
        if self.words.len() >= MAX_WORDS {
            self.words.clear();
        }
        let glyphs: Arc<[Glyph]> = shaped(&self.face, word).into();
        self.words.insert(word.to_owned(), Arc::clone(&glyphs));
        glyphs
    }
}

fn moved(glyphs: &[Glyph], by: usize) -> impl Iterator<Item = Glyph> {
    glyphs.iter().map(move |g| Glyph { start: g.start + by, end: g.end + by, ..*g })
}

pub(crate) fn shaped(face: &Face, text: &str) -> Vec<Glyph> {
    let buffer = face.shape(text);
    let mut glyphs: Vec<Glyph> = buffer
        .glyph_infos()
        .iter()
        .zip(buffer.glyph_positions())
        .map(|(info, position)| {
            let id = u16::try_from(info.glyph_id).unwrap_or(0);
            let start = usize::try_from(info.cluster).unwrap_or(0);
            Glyph {
                id,
                advance: position.x_advance,
                nominal: face.nominal_advance(id),
                dx: position.x_offset,
                dy: position.y_offset,
                start,
                end: text.len(),
            }
        })
        .collect();
    // From left to right a cluster ends where the next one begins.
    let (mut next_start, mut end) = (text.len(), text.len());
    for glyph in glyphs.iter_mut().rev() {
        if glyph.start != next_start {
            end = next_start;
            next_start = glyph.start;
        }
        glyph.end = end;
    }
    glyphs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_belongs_to_one_cluster() {
        let mut shaper = Shaper::new().unwrap();
        for text in
            ["Anna de Vries", "X\u{30C} x\u{30C}", "ﬁets fiets", "", " ", "Ǻ̈y̌ ", "’t Hóf-Łuczak"]
        {
            for face in FaceId::ALL {
                let mut at = 0;
                for glyph in shaper.shape(face, text) {
                    assert!(glyph.start == at || glyph.end == at, "{text:?} {glyph:?} at {at}");
                    at = glyph.end;
                }
                assert_eq!(at, text.len(), "{text:?}");
            }
        }
    }
}
