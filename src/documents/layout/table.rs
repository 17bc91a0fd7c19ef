//! The table of kerntaken and werkprocessen: a row is never cut, a kerntaak stays with its first werkproces, and the
//! head of the table and the kerntaak that goes on stand again on each page.

use crate::documents::layout::blocks::Drafter;
use crate::documents::layout::lines::{Type, break_lines};
use crate::documents::layout::page::{Artifact, Mark, Node, Role};
use crate::documents::layout::piece::{Hold, Piece};
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
/// Right below the head, whose rule is enough.
const FIRST_GROUP: Look = Look { above: None, ..GROUP };
const ROW: Look = Look { of: CELL, pad: ROW_PAD, above: None, below: None, ..GROUP };

pub(crate) fn draft(drafter: &mut Drafter<'_>, parts: &Parts) {
    let Parts { code, title, groups, continued } = parts;
    let head = Row { code: code.clone(), title: title.clone() };
    let (mut piece, head_node) = row(drafter, &head, HEAD);
    piece.before = Pt(5.0);
    // What says of what the table is stays with it.
    if let Some(above) = drafter.out.pieces.last_mut() {
        above.keep = Hold::Firm;
        if above.entry.is_none() {
            piece.before = Pt(9.0);
        }
    }
    piece.keep = Hold::Firm;
    drafter.push(piece);
    let head_again = again(drafter, &head, HEAD);
    let repeat = repeated(drafter, head_again.clone());

    let mut rows = Vec::new();
    let mut look = FIRST_GROUP;
    for Group { head, rows: members } in groups {
        let (mut piece, node) = row(drafter, head, look);
        look = GROUP;
        if !members.is_empty() {
            piece.keep = Hold::Firm;
        }
        piece.repeat = Some(repeat);
        drafter.push(piece);
        rows.push(node);
        let head = Row { code: head.code.clone(), title: format!("{} {continued}", head.title) };
        let group_again = again(drafter, &head, FIRST_GROUP);
        let repeat = repeated(drafter, head_again.clone().above(group_again));
        for (index, member) in members.iter().enumerate() {
            let (mut piece, node) = row(drafter, member, ROW);
            piece.repeat = Some(repeat);
            // The last row does not go to the next page without company.
            if index + 2 == members.len() {
                piece.keep = Hold::Company;
            }
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

/// Keeps what stands again at the top of a page.
fn repeated(drafter: &mut Drafter<'_>, piece: Piece) -> usize {
    drafter.out.repeats.push(piece);
    drafter.out.repeats.len() - 1
}

fn row(drafter: &mut Drafter<'_>, row: &Row, look: Look) -> (Piece, Node) {
    let (code, title) = (drafter.contents.next(), drafter.contents.next());
    let piece = drawn(drafter, row, look, [Mark::Content(code), Mark::Content(title)]);
    let [code_role, title_role] = look.roles;
    let cells = vec![Node::leaf(code_role, code), Node::leaf(title_role, title)];
    (piece, Node::of(Role::Row, cells))
}

/// A row as it stands on later pages: seen, but not read again.
fn again(drafter: &mut Drafter<'_>, row: &Row, look: Look) -> Piece {
    let mark = Mark::Artifact(Artifact::Header);
    drawn(drafter, row, look, [mark, mark])
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
