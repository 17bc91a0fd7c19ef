//! The fonts of a document. The letters of common Dutch text are prepared once in a process; a document that needs more
//! gets small fonts besides, which depend on those letters alone.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use crate::documents::layout::faces::{Face, FaceId};
use crate::documents::layout::lines::Line;
use crate::documents::layout::page::{Draw, Pages};
use crate::documents::layout::shape::{Glyph, Shaper, shaped};
use crate::documents::pdf::PdfError;
use crate::documents::pdf::file::Slot;
use crate::documents::pdf::font::Font;
use crate::documents::pdf::pack::Packer;

/// Set in most documents; together a few kilobytes. The ligatures are found by shaping.
const COMMON: &str = "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 .,:;()-/&+' \
                      áäçéèëêíïóöúü ÉËÖ ’ – ff fi fl ffi ffl";

/// Fonts with more letters that are kept before they are all forgotten.
const MAX_KEPT: usize = 64;

/// What each glyph means: the first text that it is drawn for.
pub(crate) type Letters = BTreeMap<u16, String>;

pub(crate) struct Fonts {
    regular: Shelf,
    bold: Shelf,
}

struct Shelf {
    id: FaceId,
    common: Arc<Font>,
    /// By the letters in them.
    kept: HashMap<Letters, Arc<Font>>,
}

/// The fonts of a face that one document uses.
pub(crate) struct Used {
    pub(crate) common: Arc<Font>,
    pub(crate) more: Option<Arc<Font>>,
}

impl Used {
    pub(crate) fn all(&self) -> impl Iterator<Item = &Font> {
        [Some(&self.common), self.more.as_ref()].into_iter().flatten().map(Arc::as_ref)
    }

    /// The font that has a glyph, and the code in it.
    pub(crate) fn code(&self, glyph: u16) -> Option<(&Font, u16)> {
        self.all().find_map(|font| Some((font, font.code(glyph)?)))
    }

    /// What a reader makes of a glyph.
    pub(crate) fn meaning(&self, glyph: u16) -> Option<&str> {
        self.all().find_map(|font| font.meaning(glyph))
    }
}

/// Those of both faces.
pub(crate) struct UsedFonts {
    regular: Used,
    bold: Used,
}

impl UsedFonts {
    pub(crate) fn of(&self, id: FaceId) -> &Used {
        match id {
            FaceId::Regular => &self.regular,
            FaceId::Bold => &self.bold,
        }
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Font> {
        self.regular.all().chain(self.bold.all())
    }
}

impl Fonts {
    pub(crate) fn new(shaper: &Shaper, packer: &mut Packer) -> Result<Self, PdfError> {
        Ok(Self {
            regular: Shelf::new(FaceId::Regular, shaper, packer, &REGULAR)?,
            bold: Shelf::new(FaceId::Bold, shaper, packer, &BOLD)?,
        })
    }

    /// The first character that the typeface lacks is an error.
    pub(crate) fn used(
        &mut self,
        pages: &Pages,
        shaper: &Shaper,
        packer: &mut Packer,
    ) -> Result<UsedFonts, PdfError> {
        let (mut regular, mut bold) = (Letters::new(), Letters::new());
        for item in pages.pages.iter().flat_map(|page| &page.items) {
            let (Draw::Text { line, .. } | Draw::Watermark { line, .. }) = &item.draw else {
                continue;
            };
            let (shelf, more) = match line.face {
                FaceId::Regular => (&self.regular, &mut regular),
                FaceId::Bold => (&self.bold, &mut bold),
            };
            if line.glyphs.iter().any(|glyph| shelf.common.code(glyph.id).is_none()) {
                check(line)?;
                learn(more, &line.text, &line.glyphs);
            }
        }
        Ok(UsedFonts {
            regular: self.regular.used(regular, shaper, packer)?,
            bold: self.bold.used(bold, shaper, packer)?,
        })
    }
}

impl Shelf {
    fn new(
        id: FaceId,
        shaper: &Shaper,
        packer: &mut Packer,
        prepared: &OnceLock<Arc<Font>>,
    ) -> Result<Self, PdfError> {
        let common = match prepared.get() {
            Some(common) => Arc::clone(common),
            None => {
                let made = Arc::new(common(id, shaper.face(id), packer)?);
                Arc::clone(prepared.get_or_init(|| made))
            }
        };
        Ok(Self { id, common, kept: HashMap::new() })
    }

    fn used(
        &mut self,
        mut more: Letters,
        shaper: &Shaper,
        packer: &mut Packer,
    ) -> Result<Used, PdfError> {
        let common = Arc::clone(&self.common);
        more.retain(|glyph, _| common.code(*glyph).is_none());
        if more.is_empty() {
            return Ok(Used { common, more: None });
        }
        if let Some(known) = self.kept.get(&more) {
            return Ok(Used { common, more: Some(Arc::clone(known)) });
        }
        if self.kept.len() >= MAX_KEPT {
            self.kept.clear();
        }
        let font = Arc::new(Font::new(Slot::More(self.id), shaper.face(self.id), &more, packer)?);
        self.kept.insert(more, Arc::clone(&font));
        Ok(Used { common, more: Some(font) })
    }
}

/// Made by whoever comes first.
static REGULAR: OnceLock<Arc<Font>> = OnceLock::new();
static BOLD: OnceLock<Arc<Font>> = OnceLock::new();

fn common(id: FaceId, face: &Face, packer: &mut Packer) -> Result<Font, PdfError> {
    let mut letters = Letters::new();
    // Alone before together, and the blank among them: characters that are not seen are drawn as a blank of no width,
    // and must not become its meaning.
    for character in COMMON.chars() {
        if let Some(glyph) = face.glyph(character) {
            letters.entry(glyph).or_insert_with(|| character.to_string());
        }
    }
    for word in COMMON.split(' ') {
        learn(&mut letters, word, &shaped(face, word));
    }
    Font::new(Slot::Common(id), face, &letters, packer)
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
