//! The fonts of a document. The letters of common Dutch text are prepared once in a process; a document that needs more
//! gets fonts of its own, which depend on those letters alone.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use crate::documents::layout::faces::{Face, FaceId};
use crate::documents::layout::lines::Line;
use crate::documents::layout::page::{Draw, Pages};
use crate::documents::layout::shape::{Glyph, Shaper, shaped};
use crate::documents::pdf::PdfError;
use crate::documents::pdf::font::Font;

/// Set in most documents; together a few kilobytes. The ligatures are found by shaping.
const COMMON: &str = "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 .,:;()-/&+' \
                      áäçéèëêíïóöúü ÉËÖ ’ – ff fi fl ffi ffl";

/// Fonts with more letters that are kept before they are all forgotten.
const MAX_KEPT: usize = 64;

/// What each glyph means: the first text that it is drawn for.
type Letters = BTreeMap<u16, String>;

pub(crate) struct Fonts {
    regular: Shelf,
    bold: Shelf,
}

struct Shelf {
    id: FaceId,
    common: Arc<Common>,
    /// By what they have besides the common letters.
    kept: HashMap<Letters, Arc<Font>>,
}

struct Common {
    letters: Letters,
    font: Arc<Font>,
}

/// The fonts that one document uses.
pub(crate) struct Used {
    pub(crate) regular: Arc<Font>,
    pub(crate) bold: Arc<Font>,
}

impl Used {
    pub(crate) fn of(&self, id: FaceId) -> &Font {
        match id {
            FaceId::Regular => &self.regular,
            FaceId::Bold => &self.bold,
        }
    }
}

impl Fonts {
    pub(crate) fn new(shaper: &Shaper) -> Result<Self, PdfError> {
        Ok(Self {
            regular: Shelf::new(FaceId::Regular, shaper, &REGULAR)?,
            bold: Shelf::new(FaceId::Bold, shaper, &BOLD)?,
        })
    }

    /// The first character that the typeface lacks is an error.
    pub(crate) fn used(&mut self, pages: &Pages, shaper: &Shaper) -> Result<Used, PdfError> {
        let (mut regular, mut bold) = (Letters::new(), Letters::new());
        for item in pages.pages.iter().flat_map(|page| &page.items) {
            let (Draw::Text { line, .. } | Draw::Watermark { line, .. }) = &item.draw else {
                continue;
            };
            let (shelf, more) = match line.face {
                FaceId::Regular => (&self.regular, &mut regular),
                FaceId::Bold => (&self.bold, &mut bold),
            };
            if line.glyphs.iter().any(|glyph| shelf.common.font.code(glyph.id).is_none()) {
                check(line)?;
                learn(more, &line.text, &line.glyphs);
            }
        }
        Ok(Used {
            regular: self.regular.font(regular, shaper)?,
            bold: self.bold.font(bold, shaper)?,
        })
    }
}

impl Shelf {
    fn new(
        id: FaceId,
        shaper: &Shaper,
        prepared: &OnceLock<Arc<Common>>,
    ) -> Result<Self, PdfError> {
        let common = match prepared.get() {
            Some(common) => Arc::clone(common),
            None => {
                let made = Arc::new(Common::new(id, shaper.face(id))?);
                Arc::clone(prepared.get_or_init(|| made))
            }
        };
        Ok(Self { id, common, kept: HashMap::new() })
    }

    fn font(&mut self, mut more: Letters, shaper: &Shaper) -> Result<Arc<Font>, PdfError> {
        more.retain(|glyph, _| self.common.font.code(*glyph).is_none());
        if more.is_empty() {
            return Ok(Arc::clone(&self.common.font));
        }
        if let Some(known) = self.kept.get(&more) {
            return Ok(Arc::clone(known));
        }
        if self.kept.len() >= MAX_KEPT {
            self.kept.clear();
        }
        let all: Vec<_> = self.common.letters.iter().chain(&more).collect();
        let font = Arc::new(Font::new(self.id, shaper.face(self.id), &all)?);
        self.kept.insert(more, Arc::clone(&font));
        Ok(font)
    }
}

/// Made by whoever comes first.
static REGULAR: OnceLock<Arc<Common>> = OnceLock::new();
static BOLD: OnceLock<Arc<Common>> = OnceLock::new();

impl Common {
    fn new(id: FaceId, face: &Face) -> Result<Self, PdfError> {
        let mut letters = Letters::new();
        // Alone before together, and the blank among them: characters that are not seen are drawn as a blank of no
        // width, and must not become its meaning.
        for character in COMMON.chars() {
            if let Some(glyph) = face.glyph(character) {
                letters.entry(glyph).or_insert_with(|| character.to_string());
            }
        }
        for word in COMMON.split(' ') {
            learn(&mut letters, word, &shaped(face, word));
        }
        let all: Vec<_> = letters.iter().collect();
        let font = Arc::new(Font::new(id, face, &all)?);
        Ok(Self { letters, font })
    }
}

fn learn(letters: &mut Letters, text: &str, glyphs: &[Glyph]) {
    for cluster in glyphs.chunk_by(|one, next| one.start == next.start) {
        let text = cluster.first().and_then(|g| text.get(g.range())).unwrap_or_default();
        if let [glyph] = cluster {
            letters.entry(glyph.id).or_insert_with(|| text.to_owned());
            continue;
        }
        let mut characters = text.chars();
        let mut last = ' ';
        for glyph in cluster {
            last = characters.next().unwrap_or(last);
            letters.entry(glyph.id).or_insert_with(|| last.to_string());
        }
    }
}

fn check(line: &Line) -> Result<(), PdfError> {
    let lacking = line.glyphs.iter().find(|glyph| glyph.id == 0);
    let character = lacking.map(|g| line.text.get(g.range()).and_then(|text| text.chars().next()));
    character.map_or(Ok(()), |character| {
        Err(PdfError::MissingCharacter {
            character: character.unwrap_or(char::REPLACEMENT_CHARACTER),
        })
    })
}
