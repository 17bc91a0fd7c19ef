//! From placed pages to the bytes of a PDF that may be kept for ever (PDF/A-2a) and read aloud (PDF/UA-1).
//!
//! What is the same in every document is made once, the fonts by printpdf and lopdf, and copied; the rest is written
//! straight into the file. Knows no clock: the same facts and the same moment give the same bytes.

mod draw;
mod file;
mod font;
mod fonts;
mod metadata;
mod object;
mod pack;
mod pictures;
mod program;
mod structure;
mod text;
mod write;

use jiff::Timestamp;

use crate::documents::layout::faces::FaceError;
use crate::documents::layout::page::Pages;
use crate::documents::layout::shape::Shaper;
use crate::documents::layout::{Standing, lay_out};
use crate::documents::paper::Paper;
use crate::documents::pdf::file::File;
use crate::documents::pdf::font::Font;
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
    #[error("a part of the PDF could not be written")]
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
        let mut packer = Packer::new();
        let fonts = Fonts::new(&shaper, &mut packer)?;
        Ok(Self { shaper, fonts, pictures: DrawnPictures::default(), packer })
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
        let used = fonts.used(pages, shaper, packer)?;
        let count = pages.pages.len();
        let fonts_size: usize = used.all().map(Font::size).sum();
        let mut file = File::new(count, fonts_size + ROOM * (count + 1));
        let (marks, drawn) = draw::draw(&mut file, pages, &used, pictures, packer)?;
        let structure = structure::add(&mut file, pages, &marks);
        let id = metadata::add(&mut file, count, &pages.title, options.moment, &structure, drawn);
        Ok(file.finish(&id))
    }
}

/// What a page takes with its part of the tree, pictures aside.
const ROOM: usize = 12 * 1024;

/// One document on its own; for a batch, keep a [`Renderer`].
pub fn render(paper: &Paper, options: &RenderOptions) -> Result<Vec<u8>, PdfError> {
    Renderer::new()?.render(paper, options)
}
