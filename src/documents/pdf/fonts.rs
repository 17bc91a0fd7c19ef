//! Subset fonts. The letters of common Dutch text are prepared once in a process; a document that needs more letters
//! gets a subset of its own, which depends on those letters alone.
//!
//! Knows glyphs, not what they spell.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use sha2::{Digest as _, Sha256};
use subsetter::GlyphRemapper;

use crate::documents::layout::faces::{Face, FaceId};
use crate::documents::layout::shape::Shaper;
use crate::documents::pdf::PdfError;

/// Set in most documents; together a few kilobytes. The ligatures are found by shaping.
const COMMON: &str = "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 .,:;()-/&+' \
                      áäçéèëêíïóöúü ÉËÖ ’ – ff fi fl ffi ffl";

/// Subsets with more letters that are kept before they are all forgotten.
const MAX_KEPT: usize = 64;

/// A font program as it stands in the file, and the new numbers of its glyphs.
pub(crate) struct Program {
    pub(crate) remapper: GlyphRemapper,
    /// Six capitals from the content, as the name of a subset must begin with.
    pub(crate) tag: String,
    stream: Stream,
}

pub(crate) struct Fonts {
    common: [(FaceId, Arc<Program>); 2],
    common_glyphs: [(FaceId, BTreeSet<u16>); 2],
    kept: HashMap<(FaceId, Vec<u16>), Arc<Program>>,
}

impl Fonts {
    pub(crate) fn new(shaper: &Shaper) -> Result<Self, PdfError> {
        let common_glyphs = FaceId::ALL.map(|id| (id, common_glyphs(shaper.face(id))));
        let [(first, regular), (second, bold)] = &common_glyphs;
        let common = [
            (*first, prepared(*first, regular, &REGULAR)?),
            (*second, prepared(*second, bold, &BOLD)?),
        ];
        Ok(Self { common, common_glyphs, kept: HashMap::new() })
    }

    /// The program for a document that uses these glyphs of a face.
    pub(crate) fn program(
        &mut self,
        id: FaceId,
        used: &BTreeSet<u16>,
    ) -> Result<Arc<Program>, PdfError> {
        let common = self.common_glyphs.iter().find(|(face, _)| *face == id).map(|(_, set)| set);
        let extra: Vec<u16> =
            used.iter().copied().filter(|g| common.is_none_or(|set| !set.contains(g))).collect();
        if extra.is_empty()
            && let Some((_, program)) = self.common.iter().find(|(face, _)| *face == id)
        {
            return Ok(Arc::clone(program));
        }
        let key = (id, extra);
        if let Some(program) = self.kept.get(&key) {
            return Ok(Arc::clone(program));
        }
        let mut glyphs = common.cloned().unwrap_or_default();
        glyphs.extend(&key.1);
        let program = Arc::new(subset(id, &glyphs)?);
        if self.kept.len() >= MAX_KEPT {
            self.kept.clear();
        }
        self.kept.insert(key, Arc::clone(&program));
        Ok(program)
    }
}

static REGULAR: OnceLock<Arc<Program>> = OnceLock::new();
static BOLD: OnceLock<Arc<Program>> = OnceLock::new();

/// The subset of common letters, made by whoever comes first.
fn prepared(
    id: FaceId,
    glyphs: &BTreeSet<u16>,
    shelf: &OnceLock<Arc<Program>>,
) -> Result<Arc<Program>, PdfError> {
    if let Some(program) = shelf.get() {
        return Ok(Arc::clone(program));
    }
    let program = Arc::new(subset(id, glyphs)?);
    Ok(Arc::clone(shelf.get_or_init(|| program)))
}

fn common_glyphs(face: &Face) -> BTreeSet<u16> {
    let mut glyphs = BTreeSet::new();
    for word in COMMON.split(' ') {
        let shaped = face.shape(word);
        glyphs.extend(shaped.glyph_infos().iter().filter_map(|g| u16::try_from(g.glyph_id).ok()));
    }
    glyphs.extend(COMMON.chars().filter_map(|character| face.glyph(character)));
    glyphs
}

fn subset(id: FaceId, glyphs: &BTreeSet<u16>) -> Result<Program, PdfError> {
    let mut remapper = GlyphRemapper::new();
    for glyph in glyphs {
        remapper.remap(*glyph);
    }
    let bytes = subsetter::subset(id.bytes(), 0, &remapper)
        .map_err(|_cause| PdfError::Subset(id.name()))?;
    let tag = Sha256::digest(&bytes).iter().take(6).map(|b| char::from(b'A' + b % 26)).collect();
    let length = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let dictionary = Dictionary::from_iter([("Length1", Object::Integer(length))]);
    let mut stream = Stream::new(dictionary, bytes);
    stream.compress()?;
    Ok(Program { remapper, tag, stream })
}

/// Puts the programs where printpdf has left a stub, by the name of the font.
pub(crate) fn embed(
    document: &mut Document,
    programs: &[(String, Arc<Program>)],
) -> Result<(), PdfError> {
    let descriptors: Vec<(ObjectId, Arc<Program>)> = document
        .objects
        .iter()
        .filter_map(|(id, object)| {
            let name = object.as_dict().ok()?.get(b"FontName").ok()?.as_name().ok()?;
            let (_, program) = programs.iter().find(|(font, _)| font.as_bytes() == name)?;
            Some((*id, Arc::clone(program)))
        })
        .collect();
    for (descriptor, program) in descriptors {
        let stub = document.get_dictionary(descriptor)?.get(b"FontFile2")?.as_reference()?;
        document.set_object(stub, Object::Stream(program.stream.clone()));
    }
    Ok(())
}
