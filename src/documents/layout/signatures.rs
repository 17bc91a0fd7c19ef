//! Room to sign: what is signed as, white, a line for the ink, and below it the name and in what office. Never cut in
//! two; more than three stand in rows.

use crate::documents::layout::blocks::{Density, Drafter};
use crate::documents::layout::lines::{balanced_lines, break_lines};
use crate::documents::layout::page::{Mark, Node, Role};
use crate::documents::layout::piece::{Hold, Piece};
use crate::documents::layout::style::{
    BODY, LEFT, LESS_SIGNING_ROOM, RULE, SIGNING_GAP, SIGNING_GAP_OF_THREE, SIGNING_ROOM, SMALL,
    WIDTH,
};
use crate::documents::layout::units::{Mm, Pt};
use crate::documents::paper::{Field, Signature};

/// Names of more lines than this are set smaller.
const MOST_LINES: usize = 3;

/// White above the first row of those who sign, and above the others.
const FIRST_GAP: Pt = Mm(4.5).pt();
const ROW_GAP: Pt = Mm(3.0).pt();

/// Nobody signs along a whole line of text.
const LONGEST_RULE: Pt = Mm(72.0).pt();

/// How many stand side by side, unless there is no room for that.
pub(crate) const fn columns(signatures: usize, density: Density) -> usize {
    match (signatures, density) {
        (0..=2 | 4, Density::Airy | Density::Tight) | (_, Density::Packed) => 2,
        (_, Density::Airy | Density::Tight) => 3,
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
    let mut piece =
        Piece { before: Mm(6.0).pt(), stretch: 3.0, keep: Hold::Firm, ..Piece::default() };
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
    keep_with_body(drafter);
    let rows = match drafter.density {
        Density::Airy | Density::Tight => {
            rows(drafter, signatures, columns(signatures.len(), drafter.density))
        }
        Density::Packed => lowest(drafter, signatures),
    };
    for (index, (mut piece, nodes)) in rows.into_iter().enumerate() {
        piece.stretch = 0.5;
        if index == 0 {
            piece.before = FIRST_GAP;
        }
        drafter.push(piece);
        drafter.out.tree.extend(nodes);
    }
    if let Some(last) = drafter.out.pieces.last_mut() {
        last.keep = Hold::Loose;
    }
}

/// In rows of one to three, so that they take the least height together.
fn lowest(drafter: &mut Drafter<'_>, signatures: &[Signature]) -> Vec<(Piece, Vec<Node>)> {
    // Of the first so many: their height, and how many stand in the last row.
    let mut best = vec![(Pt::ZERO, 0)];
    let start = drafter.contents.clone();
    for end in 1..=signatures.len() {
        let mut lowest: Option<(Pt, usize)> = None;
        for columns in 1..=end.min(3) {
            let row = signatures.get(end - columns..end).unwrap_or_default();
            let above = best.get(end - columns).map_or(Pt::ZERO, |(height, _)| *height);
            let taken = rows(drafter, row, columns).iter().map(|(piece, _)| piece.height).sum();
            let height = above + ROW_GAP + taken;
            if lowest.is_none_or(|(lowest, _)| height < lowest) {
                lowest = Some((height, columns));
            }
        }
        best.extend(lowest);
    }
    *drafter.contents = start;
    let mut lengths = Vec::new();
    let mut end = signatures.len();
    while let Some((_, columns @ 1..)) = best.get(end) {
        lengths.push(*columns);
        end -= columns;
    }
    let mut rest = signatures;
    let mut out = Vec::new();
    for columns in lengths.into_iter().rev() {
        let (row, after) = rest.split_at_checked(columns).unwrap_or((rest, &[]));
        out.extend(rows(drafter, row, columns));
        rest = after;
    }
    out
}

fn rows(
    drafter: &mut Drafter<'_>,
    signatures: &[Signature],
    columns: usize,
) -> Vec<(Piece, Vec<Node>)> {
    let rows = signatures.chunks(columns).map(|signatures| {
        let (piece, nodes) = row(drafter, signatures, columns);
        (Piece { before: ROW_GAP, keep: Hold::Signing, ..piece }, nodes)
    });
    rows.collect()
}

fn row(drafter: &mut Drafter<'_>, signatures: &[Signature], columns: usize) -> (Piece, Vec<Node>) {
    let (left, width) = places(columns);
    let mut piece = Piece::default();
    let mut nodes = Vec::new();
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
            Some((content, balanced_lines(drafter.shaper, text, of, width), of))
        });
        names.push((x, below.collect::<Vec<_>>()));
        nodes.push(Node::of(Role::Section, kids));
    }
    line += match drafter.density {
        Density::Airy => SIGNING_ROOM,
        Density::Tight | Density::Packed => LESS_SIGNING_ROOM,
    };
    for (x, below) in names {
        piece.rule(x, line, width.min(LONGEST_RULE), RULE);
        let mut y = line + Pt(3.0);
        for (content, lines, of) in below {
            y += piece.lines(Mark::Content(content), lines, of, x, y);
        }
        piece.height = piece.height.max(y);
    }
    (piece, nodes)
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
    for (index, piece) in pieces.iter_mut().enumerate().rev() {
        let inside_table = piece.repeat.is_some() && below == Some(piece.block);
        if piece.block < body || inside_table {
            break;
        }
        piece.keep = piece.keep.max(if index + 1 < heading { Hold::Company } else { Hold::Firm });
        below = Some(piece.block);
    }
}
