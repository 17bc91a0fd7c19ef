//! A line of glyphs to drawing operations that read back as the text they stand for.
//!
//! A font gives each glyph one meaning. A cluster that reads otherwise than its glyph does, or that is of several glyphs,
//! says its text itself (ActualText); without that, validators pass and letters are lost.

use crate::documents::layout::lines::Line;
use crate::documents::layout::shape::Glyph;
use crate::documents::layout::units::Pt;
use crate::documents::pdf::file::Slot;
use crate::documents::pdf::fonts::Used;
use crate::documents::pdf::write;

/// A run of clusters that go under one mark.
pub(crate) struct Span<'a> {
    pub(crate) glyphs: &'a [Glyph],
    /// From the start of the line.
    pub(crate) x: Pt,
    /// Where the glyphs alone would read otherwise.
    pub(crate) actual_text: Option<&'a str>,
}

/// The spans of a line, from left to right.
pub(crate) fn spans<'a>(line: &'a Line, fonts: &Used, mut take: impl FnMut(Span<'a>)) {
    let scale = line.size.0 / fonts.common.units_per_em;
    let (mut run, mut run_x, mut at, mut x) = (0, Pt::ZERO, 0, Pt::ZERO);
    let plain = |from: usize, to: usize, x: Pt| {
        line.glyphs.get(from..to).filter(|glyphs| !glyphs.is_empty()).map(|glyphs| Span {
            glyphs,
            x,
            actual_text: None,
        })
    };
    for cluster in line.glyphs.chunk_by(|one, next| one.start == next.start) {
        let text = cluster.first().and_then(|g| line.text.get(g.range())).unwrap_or_default();
        let end = at + cluster.len();
        let width = Pt(cluster.iter().map(|glyph| glyph.advance).sum::<i32>() as f32 * scale);
        if !matches!(cluster, [glyph] if fonts.meaning(glyph.id) == Some(text)) {
            plain(run, at, run_x).map(&mut take);
            take(Span { glyphs: cluster, x, actual_text: Some(text) });
            (run, run_x) = (end, x + width);
        }
        at = end;
        x += width;
    }
    plain(run, at, run_x).map(take);
}

/// The font and size in which text is shown until another is asked for.
pub(crate) type Asked = Option<(Slot, Pt)>;

/// Shows the glyphs of a span with the pen at `x`, `y` from the lower left of the page.
pub(crate) fn show(
    out: &mut Vec<u8>,
    asked: &mut Asked,
    span: &Span<'_>,
    fonts: &Used,
    size: Pt,
    (x, y): (Pt, Pt),
) {
    let units_per_em = fonts.common.units_per_em;
    let (scale, thousandths) = (size.0 / units_per_em, 1_000.0 / units_per_em);
    let mut pen = Pen { out, asked, size, x, y, state: State::Lifted, ahead: 0.0 };
    let mut wanted = x;
    for glyph in span.glyphs {
        let Some((font, code)) = fonts.code(glyph.id) else { continue };
        let aside = glyph.dx != 0 || glyph.dy != 0;
        if aside {
            let (dx, dy) = (Pt(glyph.dx as f32 * scale), Pt(glyph.dy as f32 * scale));
            pen.lift(wanted + dx, y + dy);
        } else if *pen.asked != Some((font.slot, size)) {
            pen.lift(wanted, y);
        }
        pen.show(font.slot, code, (i32::from(glyph.nominal) - glyph.advance) as f32 * thousandths);
        wanted += Pt(glyph.advance as f32 * scale);
        if aside {
            pen.lift(wanted, y);
        }
    }
    pen.lift(wanted, y);
}

/// Thousandths of an em that no one sees: a third of a hundredth of a millimetre in running text.
const UNSEEN: f32 = 3.0;

/// Gathers glyphs that follow each other on one baseline.
struct Pen<'a> {
    out: &'a mut Vec<u8>,
    asked: &'a mut Asked,
    size: Pt,
    x: Pt,
    y: Pt,
    state: State,
    /// How far the viewer's pen is ahead of ours, in thousandths of an em: it knows no kerning.
    ahead: f32,
}

enum State {
    Lifted,
    /// Between two strings.
    Down,
    /// Within a string.
    Showing,
}

impl Pen<'_> {
    fn show(&mut self, slot: Slot, code: u16, ahead: f32) {
        match self.state {
            State::Lifted => {
                if *self.asked != Some((slot, self.size)) {
                    *self.asked = Some((slot, self.size));
                    self.out.extend_from_slice(slot.resource());
                    write::length(self.out, self.size);
                    self.out.extend_from_slice(b" Tf ");
                }
                self.out.extend_from_slice(b"1 0 0 1 ");
                write::lengths(self.out, [self.x, self.y]);
                self.out.extend_from_slice(b"Tm[(");
            }
            State::Down => self.out.push(b'('),
            State::Showing => {}
        }
        self.state = State::Showing;
        write::code(self.out, code);
        self.ahead += ahead;
        if self.ahead.abs() >= UNSEEN {
            let back = self.ahead.round();
            self.ahead -= back;
            self.out.push(b')');
            write::signed(self.out, back as i32);
            self.state = State::Down;
        }
    }

    /// Draws what was gathered and goes on at another place.
    fn lift(&mut self, x: Pt, y: Pt) {
        match self.state {
            State::Lifted => {}
            State::Down => self.out.extend_from_slice(b"]TJ "),
            State::Showing => self.out.extend_from_slice(b")]TJ "),
        }
        self.state = State::Lifted;
        (self.x, self.y, self.ahead) = (x, y, 0.0);
    }
}
