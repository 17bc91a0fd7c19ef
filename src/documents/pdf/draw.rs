//! Pages to printpdf's operations, and from those to the document that lopdf goes on with.
//!
//! Every drawing goes under a mark: of a leaf of the tree, or as an artifact.

use std::collections::BTreeMap;
use std::sync::Arc;

use lopdf::Document;
use printpdf::{
    Color, CurTransMat, DictItem, Greyscale, Line as PdfLine, LinePoint, Mm, Op, PdfDocument,
    PdfFont, PdfPage, PdfSaveOptions, Point, Pt as PdfPt, XObjectId, XObjectTransform,
    to_lopdf_doc,
};

use crate::documents::layout::faces::FaceId;
use crate::documents::layout::lines::Line;
use crate::documents::layout::page::{Artifact, ContentId, Draw, Item, Mark, Pages};
use crate::documents::layout::shape::Shaper;
use crate::documents::layout::style::{PAGE_HEIGHT, PAGE_WIDTH};
use crate::documents::layout::units::Pt;
use crate::documents::pdf::PdfError;
use crate::documents::pdf::font::Font;
use crate::documents::pdf::fonts::{Fonts, Program};
use crate::documents::pdf::pictures::DrawnPictures;
use crate::documents::pdf::text::{Meanings, Span, check, show, spans};

/// Where the leaves of the tree are drawn.
#[derive(Default)]
pub(crate) struct Marks {
    /// Page and number of the mark on it, for each leaf, in reading order.
    pub(crate) of: BTreeMap<ContentId, Vec<(usize, i64)>>,
    /// Left, bottom, right and top of each picture.
    pub(crate) boxes: BTreeMap<ContentId, [f32; 4]>,
    /// How many marks each page has.
    pub(crate) counts: Vec<i64>,
}

pub(crate) struct Drawing {
    pub(crate) document: Document,
    pub(crate) marks: Marks,
    /// By the name of the font.
    pub(crate) programs: Vec<(String, Arc<Program>)>,
}

pub(crate) fn draw(
    pages: &Pages,
    shaper: &Shaper,
    fonts: &mut Fonts,
    pictures: &mut DrawnPictures,
) -> Result<Drawing, PdfError> {
    let mut meanings = Meanings::new(shaper);
    let spans = all_spans(pages, shaper, &mut meanings)?;
    let mut used = Vec::new();
    for face in FaceId::ALL {
        let glyphs = meanings.of(face).map(|(glyph, _)| glyph).collect();
        let program = fonts.program(face, &glyphs)?;
        used.push(Font::new(face, shaper.face(face), program, &meanings));
    }

    let mut pdf = PdfDocument::new(&pages.title);
    for font in &used {
        let parsed = font.stub(shaper.face(font.face), &meanings);
        pdf.resources.fonts.map.insert(font.id.clone(), PdfFont::new(parsed));
    }
    let mut artist = Artist { pdf, pictures, fonts: &used, marks: Marks::default() };
    for (number, (page, spans)) in pages.pages.iter().zip(&spans).enumerate() {
        artist.page(number, &page.items, spans)?;
    }
    let Artist { pdf, marks, .. } = artist;

    let mut warnings = Vec::new();
    let options = PdfSaveOptions { subset_fonts: false, ..PdfSaveOptions::default() };
    let document = to_lopdf_doc(&pdf, &options, &mut warnings);
    if !warnings.is_empty() {
        return Err(PdfError::Drawing);
    }
    let programs = used.iter().map(|font| (font.name(), Arc::clone(&font.program))).collect();
    Ok(Drawing { document, marks, programs })
}

/// The spans of every item, page by page. Before anything is drawn, all meanings and glyphs are known.
fn all_spans<'a>(
    pages: &'a Pages,
    shaper: &Shaper,
    meanings: &mut Meanings,
) -> Result<Vec<Vec<Vec<Span<'a>>>>, PdfError> {
    let mut all = Vec::with_capacity(pages.pages.len());
    for page in &pages.pages {
        let mut of_page = Vec::with_capacity(page.items.len());
        for Item { mark: _, draw } in &page.items {
            of_page.push(match draw {
                Draw::Text { line, .. } | Draw::Watermark { line, .. } => {
                    check(line)?;
                    let scale = line.size.0 / shaper.face(line.face).units_per_em();
                    spans(line, scale, meanings)
                }
                Draw::Rule { .. } | Draw::Picture { .. } => Vec::new(),
            });
        }
        all.push(of_page);
    }
    Ok(all)
}

/// From the lower left, in hundredths of a point: no one sees less, and the file is smaller.
pub(crate) fn placed(length: Pt) -> PdfPt {
    PdfPt((length.0 * 100.0).round() / 100.0)
}

struct Artist<'a> {
    pdf: PdfDocument,
    pictures: &'a mut DrawnPictures,
    fonts: &'a [Font],
    marks: Marks,
}

impl Artist<'_> {
    fn page(
        &mut self,
        number: usize,
        items: &[Item],
        spans: &[Vec<Span<'_>>],
    ) -> Result<(), PdfError> {
        self.marks.counts.push(0);
        let mut ops = Vec::with_capacity(items.len() * 8);
        for (Item { mark, draw }, spans) in items.iter().zip(spans) {
            match draw {
                Draw::Text { line, x, baseline, grey } => {
                    ops.extend(set_grey(*grey));
                    self.text(&mut ops, number, *mark, line, spans, (*x, PAGE_HEIGHT - *baseline));
                    ops.extend(reset_grey(*grey));
                }
                Draw::Rule { x, y, width, thickness } => {
                    ops.push(self.begin(number, *mark, None));
                    ops.extend(rule(*x, PAGE_HEIGHT - *y, *width, *thickness));
                    ops.push(Op::EndMarkedContent);
                }
                Draw::Picture { picture, x, y, width, height } => {
                    let id = XObjectId(format!("P{}", hexadecimal(picture.digest())));
                    let bottom = PAGE_HEIGHT - *y - *height;
                    if let Mark::Content(content) = mark {
                        let corners = [*x, bottom, *x + *width, bottom + *height];
                        self.marks.boxes.insert(*content, corners.map(|length| placed(length).0));
                    }
                    ops.push(self.begin(number, *mark, None));
                    ops.extend(image(&id, *x, bottom, *width, *height));
                    ops.push(Op::EndMarkedContent);
                    self.pdf.resources.xobjects.map.insert(id, self.pictures.xobject(picture)?);
                }
                Draw::Watermark { line, grey } => {
                    ops.push(self.begin(number, *mark, None));
                    ops.push(Op::SaveGraphicsState);
                    ops.push(Op::SetTransformationMatrix { matrix: slanted() });
                    ops.extend(set_grey(*grey));
                    let x = -(line.width * 0.5);
                    let y = -(line.size * 0.33);
                    for span in spans {
                        if let Some(font) = self.fonts.iter().find(|font| font.face == line.face) {
                            ops.extend(show(span, line.size, font, x + span.x, y));
                        }
                    }
                    ops.push(Op::RestoreGraphicsState);
                    ops.push(Op::EndMarkedContent);
                }
            }
        }
        let (width, height) = (PdfPt(PAGE_WIDTH.0), PdfPt(PAGE_HEIGHT.0));
        self.pdf.pages.push(PdfPage::new(Mm::from(width), Mm::from(height), ops));
        Ok(())
    }

    fn text(
        &mut self,
        ops: &mut Vec<Op>,
        page: usize,
        mark: Mark,
        line: &Line,
        spans: &[Span<'_>],
        (x, y): (Pt, Pt),
    ) {
        for span in spans {
            let Some(font) = self.fonts.iter().find(|font| font.face == line.face) else {
                continue;
            };
            ops.push(self.begin(page, mark, span.actual_text));
            ops.extend(show(span, line.size, font, x + span.x, y));
            ops.push(Op::EndMarkedContent);
        }
    }

    /// Opens a mark. Each span has one of its own: some readers lose what follows a span inside another.
    fn begin(&mut self, page: usize, mark: Mark, actual_text: Option<&str>) -> Op {
        let mut map = BTreeMap::new();
        let tag = match mark {
            Mark::Content(content) => {
                if let Some(count) = self.marks.counts.get_mut(page) {
                    self.marks.of.entry(content).or_default().push((page, *count));
                    map.insert("MCID".to_owned(), DictItem::Int(*count));
                    *count += 1;
                }
                if actual_text.is_some() { "Span" } else { "P" }
            }
            Mark::Artifact(artifact) => {
                let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
                let (kind, subtype) = match artifact {
                    Artifact::Rule => ("Layout", None),
                    Artifact::Header => ("Pagination", Some("Header")),
                    Artifact::Footer => ("Pagination", Some("Footer")),
                    Artifact::Background => ("Background", None),
                };
                map.insert("Type".to_owned(), name(kind));
                map.extend(subtype.map(|subtype| ("Subtype".to_owned(), name(subtype))));
                "Artifact"
            }
        };
        if let Some(text) = actual_text {
            let data = utf16(text);
            map.insert("ActualText".to_owned(), DictItem::String { data, literal: false });
        }
        let properties = DictItem::Dict { map };
        Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties }
    }
}

/// With the mark of its byte order, as PDF wants text.
pub(crate) fn utf16(text: &str) -> Vec<u8> {
    [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect()
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

fn grey(percent: f32) -> Color {
    Color::Greyscale(Greyscale { percent, icc_profile: None })
}

/// Black is what a page begins with.
fn set_grey(percent: f32) -> Option<Op> {
    (percent > 0.0).then(|| Op::SetFillColor { col: grey(percent) })
}

fn reset_grey(percent: f32) -> Option<Op> {
    (percent > 0.0).then(|| Op::SetFillColor { col: grey(0.0) })
}

fn rule(x: Pt, y: Pt, width: Pt, thickness: Pt) -> [Op; 2] {
    let point = |x| LinePoint { p: Point { x: placed(x), y: placed(y) }, bezier: false };
    let line = PdfLine { points: vec![point(x), point(x + width)], is_closed: false };
    [Op::SetOutlineThickness { pt: PdfPt(thickness.0) }, Op::DrawLine { line }]
}

fn image(id: &XObjectId, x: Pt, bottom: Pt, width: Pt, height: Pt) -> [Op; 4] {
    let [x, bottom, width, height] = [x, bottom, width, height].map(|length| placed(length).0);
    let matrix = CurTransMat::Raw([width, 0.0, 0.0, height, x, bottom]);
    let transform = XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() };
    [
        Op::SaveGraphicsState,
        Op::SetTransformationMatrix { matrix },
        Op::UseXobject { id: id.clone(), transform },
        Op::RestoreGraphicsState,
    ]
}

/// The middle of the page as origin, rising along its diagonal.
fn slanted() -> CurTransMat {
    let diagonal = (PAGE_WIDTH.0.powi(2) + PAGE_HEIGHT.0.powi(2)).sqrt();
    let (cosine, sine) = (PAGE_WIDTH.0 / diagonal, PAGE_HEIGHT.0 / diagonal);
    CurTransMat::Raw([cosine, sine, -sine, cosine, PAGE_WIDTH.0 * 0.5, PAGE_HEIGHT.0 * 0.5])
}
