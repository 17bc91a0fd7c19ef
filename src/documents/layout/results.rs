//! A table of any columns: a row is never cut, and the titles of the columns stand again on each page.

use crate::documents::layout::blocks::Drafter;
use crate::documents::layout::lines::{Type, break_lines};
use crate::documents::layout::page::{Artifact, ContentId, Mark, Node, Role};
use crate::documents::layout::piece::{Hold, Piece};
use crate::documents::layout::style::{
    CELL, COLUMN_GAP, HAIRLINE, HEAD_PAD, LEFT, LINE_PAD, RIGHT, RULE, SMALL, WIDTH,
};
use crate::documents::layout::units::Pt;
use crate::documents::paper::{Column, Table};

/// A row of this height may stand alone.
const TALL: Pt = Pt(80.0);

/// Where a column begins, and how wide its text may be.
#[derive(Clone, Copy)]
struct Place {
    x: Pt,
    width: Pt,
}

pub(crate) fn draft(drafter: &mut Drafter<'_>, table: &Table) {
    let Table { columns, rows } = table;
    let places = places(columns);
    let titles: Vec<&str> = columns.iter().map(|column| column.title.as_str()).collect();
    let ids: Vec<ContentId> = titles.iter().map(|_| drafter.contents.next()).collect();
    let marks: Vec<Mark> = ids.iter().copied().map(Mark::Content).collect();
    let mut head = drawn(drafter, &titles, &places, SMALL, HEAD_PAD, &marks);
    head.rule(LEFT, head.height, WIDTH, RULE);
    let again = vec![Mark::Artifact(Artifact::Header); titles.len()];
    let mut repeat = drawn(drafter, &titles, &places, SMALL, HEAD_PAD, &again);
    repeat.rule(LEFT, repeat.height, WIDTH, RULE);
    drafter.out.repeats.push(repeat);
    let repeat = drafter.out.repeats.len() - 1;

    head.before = Pt(9.0);
    // What says of what the table is stays with it.
    if let Some(above) = drafter.out.pieces.last_mut() {
        above.keep = Hold::Firm;
        if above.entry.is_some() {
            head.before = Pt(5.0);
        }
    }
    head.keep = Hold::Firm;
    drafter.push(head);
    let head = ids.into_iter().map(|id| Node::leaf(Role::ColumnHeader, id)).collect();

    let mut nodes = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let texts: Vec<&str> = row.iter().map(String::as_str).collect();
        let ids: Vec<ContentId> = texts.iter().map(|_| drafter.contents.next()).collect();
        let marks: Vec<Mark> = ids.iter().copied().map(Mark::Content).collect();
        let mut piece = drawn(drafter, &texts, &places, CELL, LINE_PAD, &marks);
        let last = index + 1 == rows.len();
        piece.rule(LEFT, piece.height, WIDTH, if last { RULE } else { HAIRLINE });
        piece.repeat = Some(repeat);
        // The last row does not go to the next page without company, unless the two would fill it.
        if index + 2 == rows.len() && piece.height < TALL {
            piece.keep = Hold::Company;
        }
        drafter.push(piece);
        let mut roles = [Role::RowHeader].into_iter().chain(std::iter::repeat(Role::Cell));
        let cells = ids.into_iter().zip(&mut roles).map(|(id, role)| Node::leaf(role, id));
        nodes.push(Node::of(Role::Row, cells.collect()));
    }
    let head = Node::of(Role::TableHead, vec![Node::of(Role::Row, head)]);
    drafter.out.tree.push(Node::of(Role::Table, vec![head, Node::of(Role::TableBody, nodes)]));
}

/// Shares are of the whole page, white between columns and all: so equal shares align from table to table.
fn places(columns: &[Column]) -> Vec<Place> {
    let shares: f32 = columns.iter().map(|column| f32::from(column.share)).sum();
    let unit = WIDTH * (1.0 / shares.max(1.0));
    let mut x = LEFT;
    columns
        .iter()
        .map(|column| {
            let whole = unit * f32::from(column.share);
            let gap = if x + whole < RIGHT - COLUMN_GAP { COLUMN_GAP } else { Pt::ZERO };
            let place = Place { x, width: whole - gap };
            x += whole;
            place
        })
        .collect()
}

fn drawn(
    drafter: &mut Drafter<'_>,
    texts: &[&str],
    places: &[Place],
    of: Type,
    [top, bottom]: [Pt; 2],
    marks: &[Mark],
) -> Piece {
    let mut piece = Piece::default();
    let mut tallest = Pt::ZERO;
    for ((text, Place { x, width }), mark) in texts.iter().zip(places).zip(marks) {
        let lines = break_lines(drafter.shaper, text, of, *width);
        tallest = tallest.max(piece.lines(*mark, lines, of, *x, top));
    }
    piece.height = top + tallest + bottom;
    piece
}
