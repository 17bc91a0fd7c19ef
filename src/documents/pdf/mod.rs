//! From placed pages to the bytes of a PDF that may be kept for ever (PDF/A-2a) and read aloud (PDF/UA-1).
//!
//! printpdf draws; lopdf adds what printpdf cannot: structure, metadata, output intent, ids. Knows no clock: the same
//! facts and the same moment give the same bytes.

mod draw;
mod font;
mod fonts;
mod metadata;
mod pack;
mod pictures;
mod structure;
mod text;

use jiff::Timestamp;
use lopdf::Document;

use crate::documents::layout::faces::FaceError;
use crate::documents::layout::page::Pages;
use crate::documents::layout::shape::Shaper;
use crate::documents::layout::{Standing, lay_out};
use crate::documents::paper::Paper;
use crate::documents::pdf::fonts::Fonts;
use crate::documents::pdf::pack::Packer;
use crate::documents::pdf::pictures::DrawnPictures;

/// What is not in the paper itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RenderOptions {
    pub standing: Standing,
    /// When it is made; stands in the file, not on the page.
    pub moment: Timestamp,
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// Nothing may be left out or replaced on paper that someone signs.
    #[error("the typeface of paper has no character U+{:04X}", u32::from(*.character))]
    MissingCharacter { character: char },
    #[error(transparent)]
    Face(#[from] FaceError),
    #[error("the built-in font {0} cannot be subset")]
    Subset(&'static str),
    #[error("the drawing was refused")]
    Drawing,
    #[error("a stream could not be packed")]
    Packing,
    #[error("the PDF could not be put together")]
    Structure(#[from] lopdf::Error),
    #[error("the PDF could not be written to memory")]
    Write(#[from] std::io::Error),
}

/// What can be used again for the next document: parsed faces, shaped words, subset fonts, packed pictures.
pub struct Renderer {
    shaper: Shaper,
    fonts: Fonts,
    pictures: DrawnPictures,
    packer: Packer,
}

impl Renderer {
    pub fn new() -> Result<Self, PdfError> {
        let shaper = Shaper::new()?;
        let fonts = Fonts::new(&shaper)?;
        Ok(Self { shaper, fonts, pictures: DrawnPictures::default(), packer: Packer::new() })
    }

    pub fn render(&mut self, paper: &Paper, options: &RenderOptions) -> Result<Vec<u8>, PdfError> {
        let pages = self.lay_out(paper, options.standing);
        self.write(&pages, options)
    }

    /// The first half of [`Self::render`]: a document laid out.
    pub fn lay_out(&mut self, paper: &Paper, standing: Standing) -> Pages {
        lay_out(paper, standing, &mut self.shaper)
    }

    /// The second half of [`Self::render`]: from pages that were laid out before.
    pub fn write(&mut self, pages: &Pages, options: &RenderOptions) -> Result<Vec<u8>, PdfError> {
        let Self { shaper, fonts, pictures, packer } = self;
        let drawing = draw::draw(pages, shaper, fonts, pictures)?;
        let mut document = drawing.document;
        fonts::embed(&mut document, &drawing.programs)?;
        structure::add(&mut document, pages, &drawing.marks)?;
        metadata::add(&mut document, &pages.title, options.moment)?;
        packer.pack(&mut document)?;
        written(document)
    }
}

/// One document on its own; for a batch, keep a [`Renderer`].
pub fn render(paper: &Paper, options: &RenderOptions) -> Result<Vec<u8>, PdfError> {
    Renderer::new()?.render(paper, options)
}

fn written(mut document: Document) -> Result<Vec<u8>, PdfError> {
    document.version = "1.7".to_owned();
    let mut bytes = Vec::with_capacity(96 * 1024);
    document.save_to(&mut bytes)?;
    // Without it, a signature that is added later begins on the line of the end mark.
    if bytes.last() != Some(&b'\n') {
        bytes.push(b'\n');
    }
    Ok(bytes)
}
