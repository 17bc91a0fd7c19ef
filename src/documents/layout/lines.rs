//! A text to lines of at most a given width.
//!
//! Breaks where Unicode allows it and never hyphenates: names and titles stand on paper exactly as they are registered
//! (`docs/decisions/0011-no-hyphens.md`). A word that is wider than the line is broken between its letters.

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use crate::documents::layout::faces::FaceId;
use crate::documents::layout::shape::{Glyph, Shaper};
use crate::documents::layout::units::Pt;

/// A face at a size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    pub face: FaceId,
    pub size: Pt,
    /// From one baseline to the next.
    pub lead: Pt,
}

/// A piece of text that stands on one baseline.
#[derive(Clone, Debug)]
pub struct Line {
    pub face: FaceId,
    pub size: Pt,
    /// With the blank at its end, if the text goes on: so words do not run together when read back.
    pub text: String,
    pub glyphs: Vec<Glyph>,
    /// Without that blank.
    pub width: Pt,
}

pub(crate) fn break_lines(shaper: &mut Shaper, text: &str, of: Type, width: Pt) -> Vec<Line> {
    match whole(shaper, text, of, width) {
        Ok(line) => vec![line],
        Err(glyphs) => Breaker::new(shaper, text, of, glyphs).lines(width),
    }
}

/// Lines of about the same length: for centred text, where a last word alone looks forlorn.
pub(crate) fn balanced_lines(shaper: &mut Shaper, text: &str, of: Type, width: Pt) -> Vec<Line> {
    let breaker = match whole(shaper, text, of, width) {
        Ok(line) => return vec![line],
        Err(glyphs) => Breaker::new(shaper, text, of, glyphs),
    };
    let wanted = breaker.breaks(width).len();
    if wanted < 2 {
        return breaker.lines(width);
    }
    let (mut low, mut high) = (Pt::ZERO, width);
    for _ in 0..8 {
        let middle = (low + high) * 0.5;
        if breaker.breaks(middle).len() > wanted { low = middle } else { high = middle }
    }
    breaker.lines(high)
}

/// A whole text on one line, however long.
pub(crate) fn one_line(shaper: &mut Shaper, text: &str, of: Type) -> Line {
    let glyphs = shaper.shape(of.face, text);
    let width = shaper.width(of.face, of.size, &glyphs);
    Line { face: of.face, size: of.size, text: text.to_owned(), glyphs, width }
}

impl Line {
    /// The same with white between its letters: a part of their size.
    pub(crate) fn tracked(mut self, shaper: &Shaper, white: f32) -> Self {
        let units = (shaper.face(self.face).units_per_em() * white).round() as i32;
        let last = self.glyphs.len().saturating_sub(1);
        for glyph in self.glyphs.iter_mut().take(last) {
            glyph.advance += units;
        }
        self.width = shaper.width(self.face, self.size, &self.glyphs);
        self
    }
}

/// Characters after which a text must be broken.
const MUST: [char; 7] = ['\n', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Most texts fit on a line, and then it does not matter where they may be broken.
fn whole(shaper: &mut Shaper, text: &str, of: Type, width: Pt) -> Result<Line, Vec<Glyph>> {
    let glyphs = shaper.shape(of.face, text);
    let visible = text.trim_end().len();
    let pen: i32 = glyphs.iter().take_while(|g| g.start < visible).map(|g| g.advance).sum();
    let fits = Pt(pen as f32 * (of.size.0 / shaper.face(of.face).units_per_em()));
    if text.is_empty() || fits > width || text.contains(MUST) {
        return Err(glyphs);
    }
    Ok(Line { face: of.face, size: of.size, text: text.to_owned(), glyphs, width: fits })
}

/// Whether this character comes next.
type Next = fn(char) -> bool;

/// What no line should end with, and what then comes next.
const TORN: [(&str, Next); 6] = [
    ("mbo-", char::is_alphabetic),
    ("crebo-", char::is_alphabetic),
    ("Crebo-", char::is_alphabetic),
    ("rebo-code ", |next| next.is_ascii_digit()),
    ("rebo-code: ", |next| next.is_ascii_digit()),
    ("en/", |next| next == 'o'),
];

/// What commonly stands before a surname, and belongs to it.
const BEFORE_SURNAMES: [&str; 22] = [
    "'s", "'t", "aan", "al", "bij", "da", "de", "den", "der", "di", "dos", "el", "in", "la", "op",
    "te", "ten", "ter", "uit", "van", "von", "’t",
];

/// Whether a break there would tear what is read in one breath. It is done only where a line is too short for the whole.
fn torn(text: &str, at: usize) -> bool {
    let Some((before, after)) = text.split_at_checked(at) else { return false };
    let next = after.chars().next();
    let split = |(end, goes_on): &(&str, Next)| before.ends_with(end) && next.is_some_and(goes_on);
    TORN.iter().any(split) || in_surname(before, after)
}

/// Whether up to a capital nothing stands but what stands before a surname.
fn in_surname(before: &str, after: &str) -> bool {
    let stands_before = |word: &&str| BEFORE_SURNAMES.contains(word);
    let begins = before.ends_with(' ')
        && before.split_whitespace().next_back().as_ref().is_some_and(stands_before);
    let surname = || after.split_whitespace().take(3).find(|word| !stands_before(word));
    begins && surname().is_some_and(|word| word.starts_with(char::is_uppercase))
}

struct Breaker<'a> {
    text: &'a str,
    of: Type,
    glyphs: Vec<Glyph>,
    /// How far the pen has come before each glyph, and after the last.
    reached: Vec<i32>,
    /// Points for one font unit.
    scale: f32,
    allowed: Vec<Stop>,
}

/// Where the text may be broken.
struct Stop {
    at: usize,
    must: bool,
    torn: bool,
    /// How far the pen has come before the blanks there.
    pen: i32,
}

impl<'a> Breaker<'a> {
    fn new(shaper: &Shaper, text: &'a str, of: Type, glyphs: Vec<Glyph>) -> Self {
        let scale = of.size.0 / shaper.face(of.face).units_per_em();
        let mut reached = Vec::with_capacity(glyphs.len() + 1);
        reached.push(0);
        reached.extend(glyphs.iter().scan(0, |pen, glyph| {
            *pen += glyph.advance;
            Some(*pen)
        }));
        let mut breaker = Self { text, of, glyphs, reached, scale, allowed: Vec::new() };
        let stop = |(at, kind)| Stop {
            at,
            must: kind == BreakOpportunity::Mandatory,
            torn: torn(text, at),
            pen: breaker.pen(breaker.visible(0, at)),
        };
        breaker.allowed = linebreaks(text).map(stop).collect();
        breaker
    }

    fn lines(&self, width: Pt) -> Vec<Line> {
        let mut start = 0;
        let mut lines = Vec::new();
        for end in self.breaks(width) {
            lines.push(self.line(start, end));
            start = end;
        }
        lines
    }

    /// The byte at which each line ends.
    fn breaks(&self, width: Pt) -> Vec<usize> {
        let mut ends = Vec::new();
        let (mut start, mut start_pen) = (0, 0);
        // The last place for a good break, and the last for any.
        let (mut good, mut any) = (0, 0);
        for &Stop { at, must, torn, pen } in &self.allowed {
            let too_wide = |start_pen: i32| Pt((pen - start_pen) as f32 * self.scale) > width;
            // What no line can hold whole is torn where it comes.
            let first = if too_wide(self.pen(good)) { any } else { good };
            for last in [first, any] {
                if too_wide(start_pen) && last > start {
                    ends.push(last);
                    (start, start_pen) = (last, self.pen(last));
                }
            }
            while too_wide(start_pen) {
                let end = self.last_cluster_within(start, at, width);
                if end >= at {
                    break;
                }
                ends.push(end);
                (start, start_pen) = (end, self.pen(end));
            }
            any = at;
            if !torn {
                good = at;
            }
            if must && at > start {
                ends.push(at);
                (start, start_pen) = (at, self.pen(at));
            }
        }
        ends
    }

    /// At least one cluster, so that there is always progress.
    fn last_cluster_within(&self, start: usize, limit: usize, width: Pt) -> usize {
        let mut end = None;
        for glyph in self.glyphs.get(self.span(start, limit)).unwrap_or(&[]) {
            if end.is_some() && self.width(start, glyph.end) > width {
                break;
            }
            end = Some(glyph.end);
        }
        end.unwrap_or(limit)
    }

    /// Without the blanks at the end.
    fn width(&self, start: usize, end: usize) -> Pt {
        Pt((self.pen(self.visible(start, end)) - self.pen(start)) as f32 * self.scale)
    }

    /// Where the blanks at the end begin.
    fn visible(&self, start: usize, end: usize) -> usize {
        self.text.get(start..end).map_or(end, |text| start + text.trim_end().len())
    }

    /// How far the pen has come before a byte.
    fn pen(&self, at: usize) -> i32 {
        let glyph = self.glyphs.partition_point(|glyph| glyph.start < at);
        self.reached.get(glyph).copied().unwrap_or(0)
    }

    /// The glyphs of a stretch of text.
    fn span(&self, start: usize, end: usize) -> Range<usize> {
        let first = self.glyphs.partition_point(|glyph| glyph.start < start);
        let last = self.glyphs.partition_point(|glyph| glyph.start < end);
        first..last
    }

    fn line(&self, start: usize, end: usize) -> Line {
        let glyphs = self
            .glyphs
            .get(self.span(start, end))
            .unwrap_or(&[])
            .iter()
            .map(|glyph| Glyph { start: glyph.start - start, end: glyph.end - start, ..*glyph });
        Line {
            face: self.of.face,
            size: self.of.size,
            text: self.text.get(start..end).unwrap_or_default().to_owned(),
            glyphs: glyphs.collect(),
            width: self.width(start, end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OF: Type = Type { face: FaceId::Regular, size: Pt(12.0), lead: Pt(15.0) };

    fn broken(text: &str, width: i32) -> Vec<String> {
        let mut shaper = Shaper::new().unwrap();
        let lines = break_lines(&mut shaper, text, OF, Pt(width as f32));
        let lines: Vec<String> = lines.into_iter().map(|line| line.text).collect();
        assert_eq!(lines.concat(), text);
        lines
    }

    #[test]
    fn what_belongs_together_stays_on_a_line() {
        for (text, whole) in [
            ("of dit bij de mbo-verklaring hoort, als op-maat", "mbo-verklaring"),
            ("Technisch specialist in het werk (crebo-code 25670)", "(crebo-code 25670)"),
            ("Kwalificatie Schilder (Crebo-code: 25589)", "(Crebo-code: 25589)"),
            ("systemen van voertuigen en/of mobiele werktuigen", "en/of"),
            ("Lotte Daniëlle Sanne van der Heijden-Oudekerk", "van der Heijden-"),
            ("Roos Zoë uit den Bogaard", "uit den Bogaard"),
            ("Jeroen 't Hart", "'t Hart"),
        ] {
            for width in (110..260).step_by(5) {
                let lines = broken(text, width);
                assert!(lines.iter().any(|line| line.contains(whole)), "at {width}: {lines:?}");
            }
        }
    }

    #[test]
    fn a_line_that_is_too_short_for_it_breaks_between_words() {
        assert_eq!(broken("Sanne van der Heijden", 50), ["Sanne ", "van der ", "Heijden"]);
        assert_eq!(broken("Jan van Wwwwwwwwwwwwwwww", 100)[0], "Jan van ");
    }

    #[test]
    fn no_surname_is_seen_where_none_is() {
        let at = "een deel van ".len();
        assert!(torn("een deel van Der Linden", at));
        assert!(!torn("een deel van der taken van Linden", at));
    }
}
