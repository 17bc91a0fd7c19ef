//! A line of glyphs to drawing operations that read back as the text they stand for.
//!
//! A PDF gives each glyph one meaning for the whole document. A cluster that reads otherwise than its glyphs do, or that
//! is of several glyphs, says its text itself (ActualText); without that, validators pass and letters are lost.

use std::collections::BTreeMap;

use printpdf::{Codepoint, Op, PdfFontHandle, Pt as PdfPt, TextItem, TextMatrix};

use crate::documents::layout::faces::FaceId;
use crate::documents::layout::lines::Line;
use crate::documents::layout::shape::{Glyph, Shaper};
use crate::documents::layout::units::Pt;
use crate::documents::pdf::PdfError;
use crate::documents::pdf::draw::placed;
use crate::documents::pdf::font::{Font, Meaning, Shown};

/// What each glyph means, as first read in the document.
#[derive(Default)]
pub(crate) struct Meanings(BTreeMap<(FaceId, u16), String>);

/// A run of clusters that go under one mark.
pub(crate) struct Span<'a> {
    pub(crate) glyphs: &'a [Glyph],
    /// From the start of the line.
    pub(crate) x: Pt,
    /// Where the glyphs alone would read otherwise.
    pub(crate) actual_text: Option<&'a str>,
}

impl Meanings {
    pub(crate) fn new(shaper: &Shaper) -> Self {
        // Characters that are not seen are drawn as a blank of no width: they must not become its meaning.
        let blanks = FaceId::ALL
            .iter()
            .filter_map(|id| Some(((*id, shaper.face(*id).glyph(' ')?), " ".to_owned())));
        Self(blanks.collect())
    }

    /// Whether the glyphs of a cluster alone read as its text.
    fn read(&mut self, face: FaceId, cluster: &[Glyph], text: &str) -> bool {
        if let [glyph] = cluster {
            let meaning = self.0.entry((face, glyph.id)).or_insert_with(|| text.to_owned());
            return meaning == text;
        }
        let mut characters = text.chars();
        let mut last = ' ';
        for glyph in cluster {
            last = characters.next().unwrap_or(last);
            self.0.entry((face, glyph.id)).or_insert_with(|| last.to_string());
        }
        false
    }

    /// The glyphs of a face and what they mean.
    pub(crate) fn of(&self, id: FaceId) -> impl Iterator<Item = (u16, &str)> {
        let of_face = self.0.range((id, 0)..=(id, u16::MAX));
        of_face.map(|((_, glyph), text)| (*glyph, text.as_str()))
    }
}

/// The first character that the typeface lacks is an error.
pub(crate) fn check(line: &Line) -> Result<(), PdfError> {
    let lacking = line.glyphs.iter().find(|glyph| glyph.id == 0);
    let character = lacking.map(|g| line.text.get(g.range()).and_then(|text| text.chars().next()));
    character.map_or(Ok(()), |character| {
        Err(PdfError::MissingCharacter {
            character: character.unwrap_or(char::REPLACEMENT_CHARACTER),
        })
    })
}

pub(crate) fn spans<'a>(line: &'a Line, scale: f32, meanings: &mut Meanings) -> Vec<Span<'a>> {
    let mut spans: Vec<Span<'a>> = Vec::new();
    let (mut run_start, mut run_x, mut at, mut x) = (0, Pt::ZERO, 0, Pt::ZERO);
    for cluster in line.glyphs.chunk_by(|one, next| one.start == next.start) {
        let text = cluster.first().and_then(|g| line.text.get(g.range())).unwrap_or_default();
        let end = at + cluster.len();
        let width = Pt(cluster.iter().map(|glyph| glyph.advance).sum::<i32>() as f32 * scale);
        if !meanings.read(line.face, cluster, text) {
            plain(&mut spans, line, run_start, at, run_x);
            spans.push(Span { glyphs: cluster, x, actual_text: Some(text) });
            (run_start, run_x) = (end, x + width);
        }
        at = end;
        x += width;
    }
    plain(&mut spans, line, run_start, at, run_x);
    spans
}

fn plain<'a>(spans: &mut Vec<Span<'a>>, line: &'a Line, from: usize, to: usize, x: Pt) {
    if let Some(glyphs) = line.glyphs.get(from..to)
        && !glyphs.is_empty()
    {
        spans.push(Span { glyphs, x, actual_text: None });
    }
}

/// Shows the glyphs of a span with the pen at `x`, `y` from the lower left of the page.
pub(crate) fn show(span: &Span<'_>, size: Pt, font: &Font, x: Pt, y: Pt) -> Vec<Op> {
    let mut ops = vec![
        Op::StartTextSection,
        Op::SetFont { font: PdfFontHandle::External(font.id.clone()), size: PdfPt(size.0) },
    ];
    let scale = size.0 / font.units_per_em;
    let mut pen = Pen::new(x, y);
    let mut wanted = x;
    for glyph in span.glyphs {
        let Some(shown) = font.shown(glyph.id) else { continue };
        let (dx, dy) = (Pt(glyph.dx as f32 * scale), Pt(glyph.dy as f32 * scale));
        let aside = glyph.dx != 0 || glyph.dy != 0;
        if aside {
            pen.lift(&mut ops, wanted + dx, y + dy);
        }
        pen.show(shown, glyph.advance as f32 * 1_000.0 / font.units_per_em);
        wanted += Pt(glyph.advance as f32 * scale);
        if aside {
            pen.lift(&mut ops, wanted, y);
        }
    }
    pen.lift(&mut ops, wanted, y);
    ops.push(Op::EndTextSection);
    ops
}

/// Thousandths of an em that no one sees: a third of a hundredth of a millimetre in running text.
const UNSEEN: f32 = 3.0;

/// Gathers glyphs that follow each other on one baseline.
struct Pen {
    x: Pt,
    y: Pt,
    items: Vec<TextItem>,
    /// Characters since the last item.
    run: String,
    /// How far the viewer's pen is ahead of ours, in thousandths of an em: it knows whole widths and no kerning.
    ahead: f32,
}

impl Pen {
    const fn new(x: Pt, y: Pt) -> Self {
        Self { x, y, items: Vec::new(), run: String::new(), ahead: 0.0 }
    }

    fn show(&mut self, Shown { code, width, meaning }: &Shown, advance: f32) {
        match meaning {
            Meaning::Character(character) => self.run.push(*character),
            Meaning::Text(text) => {
                self.end_run();
                let glyph = Codepoint::with_cid(*code, 0.0, text.clone());
                self.items.push(TextItem::GlyphIds(vec![glyph]));
            }
        }
        self.ahead += *width as f32 - advance;
        if self.ahead.abs() >= UNSEEN {
            let back = self.ahead.round();
            self.ahead -= back;
            self.end_run();
            self.items.push(TextItem::Offset(back));
        }
    }

    fn end_run(&mut self) {
        if !self.run.is_empty() {
            self.items.push(TextItem::Text(std::mem::take(&mut self.run)));
        }
    }

    /// Draws what was gathered and goes on at another place.
    fn lift(&mut self, ops: &mut Vec<Op>, x: Pt, y: Pt) {
        self.end_run();
        if !self.items.is_empty() {
            let matrix = TextMatrix::Translate(placed(self.x), placed(self.y));
            ops.push(Op::SetTextMatrix { matrix });
            ops.push(Op::ShowText { items: std::mem::take(&mut self.items) });
        }
        *self = Self::new(x, y);
    }
}
