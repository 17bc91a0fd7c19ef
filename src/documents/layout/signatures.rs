//! Room to sign: what is signed as, white, a line for the ink, and below it the name and in what office. Never cut in
//! two; more than three stand in rows.

use crate::documents::layout::blocks::Drafter;
use crate::documents::layout::lines::break_lines;
use crate::documents::layout::page::{Mark, Node, Role};
use crate::documents::layout::piece::Piece;
use crate::documents::layout::style::{
    BODY, LEFT, RULE, SIGNING_GAP, SIGNING_GAP_OF_THREE, SIGNING_ROOM, SMALL, WIDTH,
};
use crate::documents::layout::units::{Mm, Pt};
use crate::documents::paper::Signature;

pub(crate) fn draft(drafter: &mut Drafter<'_>, signatures: &[Signature]) {
    let columns = match signatures.len() {
        0..=2 | 4 => 2,
        _ => 3,
    };
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
    let count = columns as f32;
    let gap = if columns > 2 { SIGNING_GAP_OF_THREE } else { SIGNING_GAP };
    let width = (WIDTH - gap * (count - 1.0)) * (1.0 / count);
    let mut piece = Piece::default();
    let mut names = Vec::new();
    let mut line = Pt::ZERO;
    let mut x = LEFT;
    for Signature { label, name, functie } in signatures {
        let content = drafter.contents.next();
        let lines = break_lines(drafter.shaper, label, SMALL, width);
        line = line.max(piece.lines(Mark::Content(content), lines, SMALL, x, Pt::ZERO));
        let mut kids = vec![Node::leaf(Role::Paragraph, content)];
        let below = [(Some(name), BODY), (functie.as_ref(), SMALL)];
        let below = below.into_iter().filter_map(|(text, of)| {
            let text = text?;
            let content = drafter.contents.next();
            kids.push(Node::leaf(Role::Paragraph, content));
            Some((content, break_lines(drafter.shaper, text, of, width), of))
        });
        names.push((x, below.collect::<Vec<_>>()));
        drafter.out.tree.push(Node::of(Role::Section, kids));
        x += width + gap;
    }
    line += SIGNING_ROOM;
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
    let heading = pieces.iter().rposition(|piece| piece.entry.is_some()).unwrap_or(0);
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
