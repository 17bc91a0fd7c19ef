//! Pages to the operations that draw them, packed into the file.
//!
//! Every drawing goes under a mark: of a leaf of the tree, or as an artifact.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use crate::documents::layout::lines::Line;
use crate::documents::layout::page::{Artifact, ContentId, Draw, Item, Mark, Pages};
use crate::documents::layout::style::{PAGE_HEIGHT, PAGE_WIDTH};
use crate::documents::layout::units::Pt;
use crate::documents::pdf::PdfError;
use crate::documents::pdf::file::{self, File};
use crate::documents::pdf::fonts::{Used, UsedFonts};
use crate::documents::pdf::pack::Packer;
use crate::documents::pdf::pictures::DrawnPictures;
use crate::documents::pdf::text::{Asked, Span, show, spans};
use crate::documents::pdf::write;
use crate::documents::picture::Picture;

/// Where the leaves of the tree are drawn.
#[derive(Default)]
pub(crate) struct Marks {
    of: Vec<Placed>,
    /// Left, bottom, right and top of each picture.
    pub(crate) boxes: BTreeMap<ContentId, [Pt; 4]>,
    /// How many marks each page has.
    pub(crate) counts: Vec<u32>,
}

/// A mark of a leaf.
#[derive(Clone, Copy)]
pub(crate) struct Placed {
    content: ContentId,
    pub(crate) page: usize,
    /// On that page.
    pub(crate) number: u32,
}

impl Marks {
    /// In the order of drawing, which is also that of reading.
    pub(crate) fn of(&self, content: ContentId) -> &[Placed] {
        let from = self.of.partition_point(|mark| mark.content < content);
        let rest = self.of.get(from..).unwrap_or_default();
        let count = rest.iter().take_while(|mark| mark.content == content).count();
        rest.get(..count).unwrap_or_default()
    }
}

/// Draws on all pages; the digest is of all that was drawn.
pub(crate) fn draw(
    file: &mut File,
    pages: &Pages,
    fonts: &UsedFonts,
    pictures: &mut DrawnPictures,
    packer: &mut Packer,
) -> Result<(Marks, Sha256), PdfError> {
    let mut digest = Sha256::new();
    for font in fonts.all() {
        digest.update(font.digest);
        font.put(file);
    }
    let (used, marks) = (BTreeMap::new(), Marks::default());
    let mut artist = Artist {
        file,
        fonts,
        pictures,
        used,
        marks,
        out: Vec::with_capacity(16 * 1024),
        asked: None,
    };
    for (number, page) in pages.pages.iter().enumerate() {
        artist.out.clear();
        artist.asked = None;
        artist.marks.counts.push(0);
        for item in &page.items {
            artist.item(number, item)?;
        }
        let packed = packer.pack(&artist.out)?;
        digest.update((packed.len() as u64).to_be_bytes());
        digest.update(packed);
        let object = file::of_page(number);
        artist.file.stream(object + 1, b"/Filter/FlateDecode", packed);
        artist.dictionary(number, object);
    }
    artist.resources();
    for picture in artist.used.keys() {
        digest.update(picture);
    }
    let mut marks = artist.marks;
    marks.of.sort_by_key(|mark| mark.content);
    Ok((marks, digest))
}

struct Artist<'a> {
    file: &'a mut File,
    fonts: &'a UsedFonts,
    pictures: &'a mut DrawnPictures,
    /// The objects of the pictures, by their digest.
    used: BTreeMap<[u8; 32], u32>,
    marks: Marks,
    /// What is drawn on this page.
    out: Vec<u8>,
    asked: Asked,
}

impl Artist<'_> {
    fn item(&mut self, page: usize, Item { mark, draw }: &Item) -> Result<(), PdfError> {
        match draw {
            Draw::Text { line, x, baseline, grey } => {
                self.grey(*grey);
                self.text(page, *mark, line, (*x, PAGE_HEIGHT - *baseline));
                self.black(*grey);
            }
            Draw::Rule { x, y, width, thickness } => {
                let y = PAGE_HEIGHT - *y;
                self.begin(page, *mark, None);
                write::length(&mut self.out, *thickness);
                self.put(b" w ");
                write::lengths(&mut self.out, [*x, y]);
                self.put(b"m ");
                write::lengths(&mut self.out, [*x + *width, y]);
                self.put(b"l S EMC\n");
            }
            Draw::Picture { picture, x, y, width, height } => {
                let bottom = PAGE_HEIGHT - *y - *height;
                if let Mark::Content(content) = mark {
                    let corners = [*x, bottom, *x + *width, bottom + *height];
                    self.marks.boxes.insert(*content, corners);
                }
                self.keep(picture)?;
                self.begin(page, *mark, None);
                self.put(b"q ");
                write::lengths(&mut self.out, [*width, Pt::ZERO, Pt::ZERO, *height, *x, bottom]);
                self.put(b"cm");
                name(&mut self.out, picture.digest());
                self.put(b" Do Q EMC\n");
            }
            Draw::Watermark { line, grey } => {
                self.begin(page, *mark, None);
                self.put(b"q ");
                self.slant();
                self.grey(*grey);
                let (x, y) = (-(line.width * 0.5), -(line.size * 0.33));
                let fonts = self.fonts.of(line.face);
                spans(line, fonts, |span| self.show(line, &span, fonts, (x + span.x, y)));
                self.put(b"Q EMC\n");
                // What was asked for within is forgotten.
                self.asked = None;
            }
        }
        Ok(())
    }

    fn text(&mut self, page: usize, mark: Mark, line: &Line, (x, y): (Pt, Pt)) {
        let fonts = self.fonts.of(line.face);
        spans(line, fonts, |span| {
            self.begin(page, mark, span.actual_text);
            self.show(line, &span, fonts, (x + span.x, y));
            self.put(b"EMC\n");
        });
    }

    fn show(&mut self, line: &Line, span: &Span<'_>, fonts: &Used, at: (Pt, Pt)) {
        self.put(b"BT ");
        show(&mut self.out, &mut self.asked, span, fonts, line.size, at);
        self.put(b"ET ");
    }

    /// Opens a mark. Each span has one of its own: some readers lose what follows a span inside another.
    fn begin(&mut self, page: usize, mark: Mark, actual_text: Option<&str>) {
        match mark {
            Mark::Content(content) => {
                self.put(if actual_text.is_some() { b"/Span<</MCID " } else { b"/P<</MCID " });
                if let Some(count) = self.marks.counts.get_mut(page) {
                    self.marks.of.push(Placed { content, page, number: *count });
                    write::number(&mut self.out, *count);
                    *count += 1;
                }
            }
            Mark::Artifact(artifact) => self.put(match artifact {
                Artifact::Rule => b"/Artifact<</Type/Layout",
                Artifact::Header => b"/Artifact<</Type/Pagination/Subtype/Header",
                Artifact::Footer => b"/Artifact<</Type/Pagination/Subtype/Footer",
                Artifact::Background => b"/Artifact<</Type/Background",
            }),
        }
        if let Some(text) = actual_text {
            self.put(b"/ActualText");
            write::text(&mut self.out, text);
        }
        self.put(b">>BDC ");
    }

    fn put(&mut self, operations: &[u8]) {
        self.out.extend_from_slice(operations);
    }

    /// Black is what a page begins with.
    fn grey(&mut self, lightness: f32) {
        if lightness > 0.0 {
            write::length(&mut self.out, Pt(lightness));
            self.put(b" g ");
        }
    }

    fn black(&mut self, after: f32) {
        if after > 0.0 {
            self.put(b"0 g\n");
        }
    }

    /// The middle of the page becomes the origin, and lines rise along its diagonal.
    fn slant(&mut self) {
        let diagonal = (PAGE_WIDTH.0.powi(2) + PAGE_HEIGHT.0.powi(2)).sqrt();
        let (cosine, sine) = (PAGE_WIDTH.0 / diagonal, PAGE_HEIGHT.0 / diagonal);
        self.put(format!("{cosine:.5} {sine:.5} -{sine:.5} {cosine:.5} ").as_bytes());
        write::lengths(&mut self.out, [PAGE_WIDTH * 0.5, PAGE_HEIGHT * 0.5]);
        self.put(b"cm ");
    }

    /// Puts the picture in the file, unless it is.
    fn keep(&mut self, picture: &Picture) -> Result<(), PdfError> {
        if !self.used.contains_key(picture.digest()) {
            let number = self.file.reserve();
            self.file.object(number, &self.pictures.object(picture)?);
            self.used.insert(*picture.digest(), number);
        }
        Ok(())
    }

    fn dictionary(&mut self, page: usize, object: u32) {
        let Self { file, .. } = self;
        file.begin(object);
        file.put(b"<</Type/Page");
        for corners in [b"/MediaBox[0 0 ", b"/TrimBox[0 0 ", b"/CropBox[0 0 "] as [&[u8]; 3] {
            file.put(corners);
            write::lengths(&mut file.bytes, [PAGE_WIDTH, PAGE_HEIGHT]);
            file.put(b"]");
        }
        file.put(b"/Parent ");
        file.reference(file::PAGES);
        file.put(b"/Resources ");
        file.reference(file::RESOURCES);
        file.put(b"/Contents ");
        file.reference(object + 1);
        file.put(b"/Tabs/S/StructParents ");
        write::number(&mut file.bytes, u32::try_from(page).unwrap_or(u32::MAX));
        file.put(b">>");
        file.end();
    }

    fn resources(&mut self) {
        let Self { file, used, .. } = self;
        file.begin(file::RESOURCES);
        file.put(b"<</Font<<");
        for font in self.fonts.all() {
            file.put(font.slot.resource());
            let [number, ..] = font.slot.numbers();
            file.reference(number);
        }
        file.put(b">>/XObject<<");
        for (picture, number) in used {
            name(&mut file.bytes, picture);
            file.put(b" ");
            file.reference(*number);
        }
        file.put(b">>>>");
        file.end();
    }
}

fn name(out: &mut Vec<u8>, picture: &[u8; 32]) {
    out.extend_from_slice(b"/P");
    write::hexadecimal(out, picture.iter().copied().take(16));
}
