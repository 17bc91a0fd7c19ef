//! A face as documents use it: the code of each glyph, what it means, and its objects in the file.
//!
//! printpdf makes the dictionaries, lopdf writes them; both once for all documents with the same letters.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use printpdf::{
    Codepoint, FontId, FontMetrics, FontType, Mm, Op, ParsedFont, PdfDocument, PdfFont,
    PdfFontHandle, PdfFontMetricsStub, PdfPage, PdfSaveOptions, Pt, TextItem, to_lopdf_doc,
};
use sha2::{Digest as _, Sha256};
use subsetter::GlyphRemapper;

use crate::documents::layout::faces::Face;
use crate::documents::pdf::PdfError;
use crate::documents::pdf::file::{File, Slot};
use crate::documents::pdf::fonts::Letters;
use crate::documents::pdf::object::{written, written_stream};
use crate::documents::pdf::pack::Packer;
use crate::documents::pdf::program::subset;

pub(crate) struct Font {
    pub(crate) slot: Slot,
    pub(crate) units_per_em: f32,
    /// Of the program and of what its codes mean.
    pub(crate) digest: [u8; 32],
    /// By glyph; zero for what is not in it.
    codes: Vec<u16>,
    /// By code.
    meanings: Vec<String>,
    /// In the order of their numbers.
    objects: [Vec<u8>; 4],
}

impl Font {
    pub(crate) fn new(
        slot: Slot,
        face: &Face,
        letters: &Letters,
        packer: &mut Packer,
    ) -> Result<Self, PdfError> {
        let mut remapper = GlyphRemapper::new();
        let mut codes = Vec::new();
        let mut meanings = vec![String::new()];
        for (glyph, meaning) in letters {
            let index = usize::from(*glyph);
            if codes.len() <= index {
                codes.resize(index + 1, 0);
            }
            if let Some(code) = codes.get_mut(index) {
                *code = remapper.remap(*glyph);
            }
            meanings.push(meaning.clone());
        }
        let program = subset(slot, &remapper)?;
        let mut digest = Sha256::new();
        digest.update(&program);
        for meaning in &meanings {
            digest.update(meaning);
            digest.update([0]);
        }
        let digest: [u8; 32] = digest.finalize().into();
        let tag: String = digest.iter().take(6).map(|b| char::from(b'A' + b % 26)).collect();
        let name = format!("{tag}+{}", slot.face().name());
        let objects = objects(slot, face, letters, name, program, packer)?;
        let units_per_em = face.units_per_em();
        Ok(Self { slot, units_per_em, digest, codes, meanings, objects })
    }

    pub(crate) fn code(&self, glyph: u16) -> Option<u16> {
        self.codes.get(usize::from(glyph)).copied().filter(|code| *code != 0)
    }

    /// What a reader makes of a glyph.
    pub(crate) fn meaning(&self, glyph: u16) -> Option<&str> {
        self.meanings.get(usize::from(self.code(glyph)?)).map(String::as_str)
    }

    pub(crate) fn put(&self, file: &mut File) {
        for (number, object) in self.slot.numbers().into_iter().zip(&self.objects) {
            file.object(number, object);
        }
    }

    pub(crate) fn size(&self) -> usize {
        self.objects.iter().map(Vec::len).sum()
    }
}

fn objects(
    slot: Slot,
    face: &Face,
    letters: &Letters,
    name: String,
    program: Vec<u8>,
    packer: &mut Packer,
) -> Result<[Vec<u8>; 4], PdfError> {
    let [_, looks, outlines, meanings] = slot.numbers().map(|number| (number, 0));
    let document = drawn_alone(slot, face, letters, name)?;
    let mut font = type_0(&document)?.clone();
    let mut to_unicode = document.get_object(reference(&font, b"ToUnicode")?)?.as_stream()?.clone();
    pack(slot, &mut to_unicode, packer)?;
    font.set("ToUnicode", meanings);

    let Some(descendant) = font.get_mut(b"DescendantFonts")?.as_array_mut()?.first_mut() else {
        return Err(PdfError::Drawing);
    };
    let descendant = descendant.as_dict_mut()?;
    let mut descriptor =
        document.get_dictionary(reference(descendant, b"FontDescriptor")?)?.clone();
    descriptor.set("FontFile2", outlines);
    descendant.set("FontDescriptor", looks);
    // printpdf's are rounded down, and what that adds up to would have to be put right on every line.
    let width = |(glyph, _): (&u16, &String)| {
        Object::Real(f32::from(face.nominal_advance(*glyph)) * 1_000.0 / face.units_per_em())
    };
    let widths = Object::Array(letters.iter().map(width).collect());
    descendant.set("W", vec![Object::Integer(1), widths]);

    let length = i64::try_from(program.len()).unwrap_or(i64::MAX);
    let dictionary = Dictionary::from_iter([("Length1", Object::Integer(length))]);
    let mut program = Stream::new(dictionary, program);
    pack(slot, &mut program, packer)?;
    Ok([
        written(font)?,
        written(descriptor)?,
        written_stream(program)?,
        written_stream(to_unicode)?,
    ])
}

/// As tightly as can be what is packed once, quickly what is packed for each document that needs it.
fn pack(slot: Slot, stream: &mut Stream, packer: &mut Packer) -> Result<(), PdfError> {
    match slot {
        Slot::Common(_) => stream.compress()?,
        Slot::More(_) => {
            let packed = packer.pack(&stream.content)?.to_vec();
            stream.dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
            stream.set_content(packed);
        }
    }
    Ok(())
}

/// A document of printpdf in which nothing stands but these glyphs, each under its code. Instead of the program it has
/// a stub, as that is packed apart.
fn drawn_alone(
    slot: Slot,
    face: &Face,
    letters: &Letters,
    name: String,
) -> Result<Document, PdfError> {
    let widths = (1..).zip(letters).map(|(code, (glyph, _))| (code, face.nominal_advance(*glyph)));
    let (ascent, descent) = face.vertical();
    let [x_min, y_min, x_max, y_max] = face.bounds();
    let units_per_em = face.units_per_em() as u16;
    let parsed = ParsedFont {
        original_bytes: vec![0, 1, 0, 0],
        font_index: 0,
        font_name: Some(name),
        codepoint_to_glyph: BTreeMap::new(),
        glyph_widths: widths.collect(),
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
    };
    let name = FontId(slot.face().name().to_owned());
    let glyph = |(code, (_, meaning)): (u16, (&u16, &String))| {
        Codepoint::with_cid(code, 0.0, meaning.clone())
    };
    let ops = vec![
        Op::StartTextSection,
        Op::SetFont { font: PdfFontHandle::External(name.clone()), size: Pt(1.0) },
        Op::ShowText { items: vec![TextItem::GlyphIds((1..).zip(letters).map(glyph).collect())] },
        Op::EndTextSection,
    ];
    let mut pdf = PdfDocument::new("");
    pdf.resources.fonts.map.insert(name, PdfFont::new(parsed));
    pdf.pages.push(PdfPage::new(Mm(1.0), Mm(1.0), ops));
    let mut warnings = Vec::new();
    let options = PdfSaveOptions { subset_fonts: false, ..PdfSaveOptions::default() };
    let document = to_lopdf_doc(&pdf, &options, &mut warnings);
    if warnings.is_empty() { Ok(document) } else { Err(PdfError::Drawing) }
}

fn type_0(document: &Document) -> Result<&Dictionary, PdfError> {
    let named = |object: &&Dictionary| {
        object.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Type0")
    };
    let mut dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    dictionaries.find(named).ok_or(PdfError::Drawing)
}

fn reference(dictionary: &Dictionary, key: &[u8]) -> Result<ObjectId, PdfError> {
    Ok(dictionary.get(key)?.as_reference()?)
}
