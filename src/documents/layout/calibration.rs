//! Rulers around the room in which a certificaat is printed, crosses at places that can be measured, and how to use them.
//!
//! The rulers count millimetres from the left and from the top of the page; all of it moves as a certificaat does.

use crate::documents::calibration::Calibration;
use crate::documents::layout::lines::{balanced_lines, break_lines, one_line};
use crate::documents::layout::on_sheet;
use crate::documents::layout::page::{Artifact, ContentId, Entry, Mark, Node, Page, Pages, Role};
use crate::documents::layout::piece::{Contents, Piece};
use crate::documents::layout::shape::Shaper;
use crate::documents::layout::style::{
    BASELINE, BLACK, BODY, BOTTOM, FOOT, HAIRLINE, HEADING, LEFT, RIGHT, TITLE_SMALL, TOP, WIDTH,
};
use crate::documents::layout::units::{Mm, Pt};

/// Millimetres from cross A to cross B, and from cross A to cross C.
pub const A_TO_B: u16 = 110;
pub const A_TO_C: u16 = 200;

/// In millimetres from the left and from the top.
const A: (u16, u16) = (50, 50);
const CROSSES: [(&str, u16, u16); 4] = [
    ("A", A.0, A.1),
    ("B", A.0 + A_TO_B, A.1),
    ("C", A.0, A.1 + A_TO_C),
    ("D", A.0 + A_TO_B, A.1 + A_TO_C),
];
/// Half of an arm of a cross.
const ARM: Pt = Mm(5.0).pt();

/// Of the text between the rulers.
const TEXT_LEFT: Pt = Mm(46.0).pt();
const TEXT_TOP: Pt = Mm(70.0).pt();
const TEXT_WIDTH: Pt = Mm(118.0).pt();
const INDENT: Pt = Mm(6.0).pt();

/// What is not read: a ruler is for the eye.
const SEEN: Mark = Mark::Artifact(Artifact::Rule);

pub fn lay_out(calibration: &Calibration, shaper: &mut Shaper) -> Pages {
    let Calibration { title, introduction, now, steps, sheet } = calibration;
    let mut contents = Contents::default();
    let mut piece = Piece::default();
    rulers(&mut piece, shaper);
    crosses(&mut piece, shaper);

    let title_id = contents.next();
    let lines = break_lines(shaper, title, TITLE_SMALL, TEXT_WIDTH);
    let mut y = TEXT_TOP;
    y += piece.lines(Mark::Content(title_id), lines, TITLE_SMALL, TEXT_LEFT, y) + Pt(8.0);
    let mut tree = vec![Node::leaf(Role::Title, title_id)];
    for (text, of) in [(introduction, BODY), (now, HEADING)] {
        let content = contents.next();
        let lines = balanced_lines(shaper, text, of, TEXT_WIDTH);
        y += piece.lines(Mark::Content(content), lines, of, TEXT_LEFT, y) + Pt(10.0);
        tree.push(Node::leaf(Role::Paragraph, content));
    }
    for (number, text) in steps {
        let content = contents.next();
        y += step(&mut piece, shaper, content, y, number, text) + Pt(6.0);
        tree.push(Node::leaf(Role::Paragraph, content));
    }

    let Piece { items, .. } = piece;
    let entry = Entry { text: title.clone(), page: 0, top: TEXT_TOP };
    let pages =
        Pages { title: title.clone(), pages: vec![Page { items }], tree, outline: vec![entry] };
    on_sheet(pages, *sheet)
}

fn step(
    piece: &mut Piece,
    shaper: &mut Shaper,
    content: ContentId,
    top: Pt,
    number: &str,
    text: &str,
) -> Pt {
    let mark = Mark::Content(content);
    let number = one_line(shaper, number, BODY);
    piece.text(mark, number, TEXT_LEFT, top + BODY.lead * BASELINE, BLACK);
    let lines = break_lines(shaper, text, BODY, TEXT_WIDTH - INDENT);
    piece.lines(mark, lines, BODY, TEXT_LEFT + INDENT, top)
}

/// Along all four sides of the room, with ticks inwards.
fn rulers(piece: &mut Piece, shaper: &mut Shaper) {
    piece.rule(LEFT, TOP, WIDTH, HAIRLINE);
    piece.rule(LEFT, BOTTOM, WIDTH, HAIRLINE);
    let half = HAIRLINE * 0.5;
    upright(piece, LEFT + half, TOP, BOTTOM - TOP);
    upright(piece, RIGHT - half, TOP, BOTTOM - TOP);
    for millimetre in 0..=297_u16 {
        let at = Mm(f32::from(millimetre)).pt();
        let length = tick(millimetre);
        if at > LEFT && at < RIGHT {
            upright(piece, at, TOP, length);
            upright(piece, at, BOTTOM - length, length);
        }
        if at > TOP && at < BOTTOM {
            piece.rule(LEFT, at, length, HAIRLINE);
            piece.rule(RIGHT - length, at, length, HAIRLINE);
        }
        if millimetre.is_multiple_of(10) {
            numbers(piece, shaper, millimetre, at);
        }
    }
}

const fn tick(millimetre: u16) -> Pt {
    match millimetre {
        m if m.is_multiple_of(10) => Mm(4.0).pt(),
        m if m.is_multiple_of(5) => Mm(2.8).pt(),
        _ => Mm(1.6).pt(),
    }
}

/// At the ends of the ticks, but not in the corners: there they would stand on each other.
fn numbers(piece: &mut Piece, shaper: &mut Shaper, millimetre: u16, at: Pt) {
    let clear = Mm(12.0).pt();
    let beyond = tick(millimetre) + Mm(0.8).pt();
    let line = one_line(shaper, &millimetre.to_string(), FOOT);
    let half = line.width * 0.5;
    if at >= LEFT + clear && at <= RIGHT - clear {
        piece.text(SEEN, line.clone(), at - half, TOP + beyond + FOOT.size * 0.7, BLACK);
        piece.text(SEEN, line.clone(), at - half, BOTTOM - beyond, BLACK);
    }
    if at >= TOP + Mm(7.0).pt() && at <= BOTTOM - Mm(5.0).pt() {
        let baseline = at + FOOT.size * 0.33;
        let right = RIGHT - beyond - line.width;
        piece.text(SEEN, line.clone(), LEFT + beyond, baseline, BLACK);
        piece.text(SEEN, line, right, baseline, BLACK);
    }
}

fn crosses(piece: &mut Piece, shaper: &mut Shaper) {
    for (name, left, top) in CROSSES {
        let (x, y) = (Mm(f32::from(left)).pt(), Mm(f32::from(top)).pt());
        piece.rule(x - ARM, y, ARM * 2.0, HAIRLINE);
        upright(piece, x, y - ARM, ARM * 2.0);
        let line = one_line(shaper, name, HEADING);
        piece.text(SEEN, line, x + Mm(1.5).pt(), y - Mm(1.5).pt(), BLACK);
    }
}

/// A short rule that is as thick as the line is long.
fn upright(piece: &mut Piece, x: Pt, top: Pt, length: Pt) {
    piece.rule(x - HAIRLINE * 0.5, top + length * 0.5, HAIRLINE, length);
}
