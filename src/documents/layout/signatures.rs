//! Room to sign: what is signed as, white, a line for the ink, and below it the name and in what office. Never cut in
//! two; more than three stand in rows.

use crate::documents::layout::blocks::{Density, Drafter};
use crate::documents::layout::lines::break_lines;
use crate::documents::layout::page::{Mark, Node, Role};
use crate::documents::layout::piece::Piece;
use crate::documents::layout::style::{
    BODY, LEFT, LESS_SIGNING_ROOM, RULE, SIGNING_GAP, SIGNING_GAP_OF_THREE, SIGNING_ROOM, SMALL,
    WIDTH,
};
use crate::documents::layout::units::{Mm, Pt};
use crate::documents::paper::{Field, Signature};

/// Names of more lines than this are set smaller.
const MOST_LINES: usize = 3;

/// How many stand side by side.
pub(crate) const fn columns(signatures: usize) -> usize {
    match signatures {
        0..=2 | 4 => 2,
        _ => 3,
    }
}

/// Where each of the columns begins, and how wide they are.
fn places(columns: usize) -> (impl Iterator<Item = Pt>, Pt) {
    let gap = if columns > 2 { SIGNING_GAP_OF_THREE } else { SIGNING_GAP };
    let width = (WIDTH - gap * (columns as f32 - 1.0)) * (1.0 / columns as f32);
    let left = (0..columns).map(move |column| LEFT + (width + gap) * column as f32);
    (left, width)
}

/// What is said above the room to sign: small what it is, and below that what it says.
pub(crate) fn beside(drafter: &mut Drafter<'_>, fields: &[Field]) {
    let (left, width) = places(drafter.signing_columns);
    let mut piece = Piece { before: Mm(6.0).pt(), stretch: 3.0, keep: true, ..Piece::default() };
    for (Field { label, value }, x) in fields.iter().zip(left) {
        let (label_id, value_id) = (drafter.contents.next(), drafter.contents.next());
        let label = break_lines(drafter.shaper, label, SMALL, width);
        let value = break_lines(drafter.shaper, value, BODY, width);
        let above = piece.lines(Mark::Content(label_id), label, SMALL, x, Pt::ZERO);
        let below = piece.lines(Mark::Content(value_id), value, BODY, x, above);
        piece.height = piece.height.max(above + below);
        let leaves = [label_id, value_id].map(|id| Node::leaf(Role::Paragraph, id));
        drafter.out.tree.push(Node::of(Role::Section, leaves.into()));
    }
    drafter.push(piece);
}

pub(crate) fn draft(drafter: &mut Drafter<'_>, signatures: &[Signature]) {
    let columns = columns(signatures.len());
    keep_with_body(drafter);
    let rows = signatures.len().div_ceil(columns);
    for (index, signatures) in signatures.chunks(columns).enumerate() {
        let before = if index == 0 { Mm(4.5) } else { Mm(3.0) };
        let mut piece = row(drafter, signatures, columns);
        piece.before = before.pt();
        piece.stretch = 0.5;
        piece.keep = index + 1 < rows;
        drafter.push(piece);
    }
}

fn row(drafter: &mut Drafter<'_>, signatures: &[Signature], columns: usize) -> Piece {
    let (left, width) = places(columns);
    let mut piece = Piece::default();
    let mut names = Vec::new();
    let mut many = |signature: &Signature| {
        break_lines(drafter.shaper, &signature.name, BODY, width).len() > MOST_LINES
    };
    let of_name = if signatures.iter().any(&mut many) { SMALL } else { BODY };
    let mut line = Pt::ZERO;
    for (Signature { label, name, functie }, x) in signatures.iter().zip(left) {
        let content = drafter.contents.next();
        let lines = break_lines(drafter.shaper, label, SMALL, width);
        line = line.max(piece.lines(Mark::Content(content), lines, SMALL, x, Pt::ZERO));
        let mut kids = vec![Node::leaf(Role::Paragraph, content)];
        let below = [(Some(name), of_name), (functie.as_ref(), SMALL)];
        let below = below.into_iter().filter_map(|(text, of)| {
            let text = text?;
            let content = drafter.contents.next();
            kids.push(Node::leaf(Role::Paragraph, content));
            Some((content, break_lines(drafter.shaper, text, of, width), of))
        });
        names.push((x, below.collect::<Vec<_>>()));
        drafter.out.tree.push(Node::of(Role::Section, kids));
    }
    line += match drafter.density {
        Density::Airy => SIGNING_ROOM,
        Density::Tight => LESS_SIGNING_ROOM,
    };
    for (x, below) in names {
        piece.rule(x, line, width, RULE);
        let mut y = line + Pt(3.0);
        for (content, lines, of) in below {
            y += piece.lines(Mark::Content(content), lines, of, x, y);
        }
        piece.height = piece.height.max(y);
    }
    piece
}

/// Signatures alone on a page could be signed under anything: what stands before their heading goes along, the whole of
/// it or, of a table, its last row.
fn keep_with_body(drafter: &mut Drafter<'_>) {
    let pieces = &mut drafter.out.pieces;
    // Without a heading of their own, they stand with what says so itself.
    let Some(heading @ 1..) = pieces.iter().rposition(|piece| piece.entry.is_some()) else {
        return;
    };
    let body = pieces.get(..heading).and_then(<[Piece]>::last).map_or(0, |piece| piece.block);
    let mut below = None;
    for piece in pieces.iter_mut().rev() {
        let inside_table = piece.repeat.is_some() && below == Some(piece.block);
        if piece.block < body || inside_table {
            break;
        }
        piece.keep = true;
        below = Some(piece.block);
    }
}
