//! The table of kerntaken and werkprocessen: a row is never cut, a kerntaak stays with its first werkproces, and the
//! head of the table stands again on each page.

use crate::documents::layout::blocks::Drafter;
use crate::documents::layout::lines::{Type, break_lines};
use crate::documents::layout::page::{Artifact, Mark, Node, Role};
use crate::documents::layout::piece::Piece;
use crate::documents::layout::style::{
    CELL, CELL_BOLD, GROUP_END, GROUP_PAD, HAIRLINE, HEAD_PAD, LEFT, ROW_PAD, RULE, SMALL, VALUE,
    WIDTH,
};
use crate::documents::layout::units::{Mm, Pt};
use crate::documents::paper::{Group, Parts, Row};

/// How a row looks.
#[derive(Clone, Copy)]
struct Look {
    of: Type,
    /// White above and below.
    pad: [Pt; 2],
    above: Option<Pt>,
    below: Option<Pt>,
    roles: [Role; 2],
}

const HEAD: Look = Look {
    of: SMALL,
    pad: HEAD_PAD,
    above: None,
    below: Some(RULE),
    roles: [Role::ColumnHeader, Role::ColumnHeader],
};
const GROUP: Look = Look {
    of: CELL_BOLD,
    pad: GROUP_PAD,
    above: Some(HAIRLINE),
    below: None,
    roles: [Role::RowHeader, Role::Cell],
};
const ROW: Look = Look { of: CELL, pad: ROW_PAD, above: None, below: None, ..GROUP };

pub(crate) fn draft(drafter: &mut Drafter<'_>, parts: &Parts) {
    let Parts { code, title, groups } = parts;
    let head = Row { code: code.clone(), title: title.clone() };
    let again = artifact_row(drafter, &head);
    let repeat = drafter.out.repeats.len();
    drafter.out.repeats.push(again);

    // What says of what the table is stays with it.
    if let Some(piece) = drafter.out.pieces.last_mut() {
        piece.keep = true;
    }
    let (mut piece, head_node) = row(drafter, &head, HEAD);
    piece.before = Pt(5.0);
    piece.keep = true;
    drafter.push(piece);

    let mut rows = Vec::new();
    for Group { head, rows: members } in groups {
        let (mut piece, node) = row(drafter, head, GROUP);
        piece.keep = !members.is_empty();
        piece.repeat = Some(repeat);
        drafter.push(piece);
        rows.push(node);
        for member in members {
            let (mut piece, node) = row(drafter, member, ROW);
            piece.repeat = Some(repeat);
            drafter.push(piece);
            rows.push(node);
        }
        if let Some(piece) = drafter.out.pieces.last_mut() {
            piece.height += GROUP_END;
        }
    }
    if let Some(piece) = drafter.out.pieces.last_mut() {
        piece.rule(LEFT, piece.height, WIDTH, RULE);
    }
    drafter.out.tree.push(Node::of(
        Role::Table,
        vec![Node::of(Role::TableHead, vec![head_node]), Node::of(Role::TableBody, rows)],
    ));
}

fn row(drafter: &mut Drafter<'_>, row: &Row, look: Look) -> (Piece, Node) {
    let (code, title) = (drafter.contents.next(), drafter.contents.next());
    let piece = drawn(drafter, row, look, [Mark::Content(code), Mark::Content(title)]);
    let [code_role, title_role] = look.roles;
    let cells = vec![Node::leaf(code_role, code), Node::leaf(title_role, title)];
    (piece, Node::of(Role::Row, cells))
}

/// The head as it stands on later pages: seen, but not read again.
fn artifact_row(drafter: &mut Drafter<'_>, head: &Row) -> Piece {
    let mark = Mark::Artifact(Artifact::Header);
    drawn(drafter, head, HEAD, [mark, mark])
}

fn drawn(drafter: &mut Drafter<'_>, row: &Row, look: Look, marks: [Mark; 2]) -> Piece {
    let Look { of, pad: [top, bottom], above, below, roles: _ } = look;
    let [code_mark, title_mark] = marks;
    let mut piece = Piece::default();
    let code = break_lines(drafter.shaper, &row.code, of, VALUE - Mm(3.0).pt());
    let title = break_lines(drafter.shaper, &row.title, of, WIDTH - VALUE);
    let codes = piece.lines(code_mark, code, of, LEFT, top);
    let titles = piece.lines(title_mark, title, of, LEFT + VALUE, top);
    piece.height = top + codes.max(titles) + bottom;
    if let Some(thickness) = above {
        piece.rule(LEFT, Pt::ZERO, WIDTH, thickness);
    }
    if let Some(thickness) = below {
        piece.rule(LEFT, piece.height, WIDTH, thickness);
    }
    piece
}
