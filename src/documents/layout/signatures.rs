//! Room to sign: what is signed as, white, a line for the ink, and the name below it. Never cut in two.

use crate::documents::layout::blocks::Drafter;
use crate::documents::layout::lines::break_lines;
use crate::documents::layout::page::{Mark, Node, Role};
use crate::documents::layout::piece::Piece;
use crate::documents::layout::style::{BODY, LEFT, RULE, SIGNING_GAP, SIGNING_ROOM, SMALL, WIDTH};
use crate::documents::layout::units::{Mm, Pt};
use crate::documents::paper::Signature;

pub(crate) fn draft(drafter: &mut Drafter<'_>, signatures: &[Signature]) {
    let count = signatures.len().max(1) as f32;
    let width = (WIDTH - SIGNING_GAP * (count - 1.0)) * (1.0 / count);
    let mut piece = Piece { before: Mm(4.5).pt(), stretch: 0.5, ..Piece::default() };
    let mut nodes = Vec::new();
    let mut x = LEFT;
    for Signature { label, name } in signatures {
        let (label_id, name_id) = (drafter.contents.next(), drafter.contents.next());
        let label = break_lines(drafter.shaper, label, SMALL, width);
        let name = break_lines(drafter.shaper, name, BODY, width);
        let above = piece.lines(Mark::Content(label_id), label, SMALL, x, Pt::ZERO);
        let line = above + SIGNING_ROOM;
        piece.rule(x, line, width, RULE);
        let below = piece.lines(Mark::Content(name_id), name, BODY, x, line + Pt(3.0));
        piece.height = piece.height.max(line + Pt(3.0) + below);
        nodes.push(Node::of(
            Role::Section,
            vec![Node::leaf(Role::Paragraph, label_id), Node::leaf(Role::Paragraph, name_id)],
        ));
        x += width + SIGNING_GAP;
    }
    keep_with_body(drafter);
    drafter.push(piece);
    drafter.out.tree.extend(nodes);
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
