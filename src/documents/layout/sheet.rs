//! The blocks of a sheet of facts: flush left, with rules across the page, so that nobody takes it for a diploma.

use crate::documents::layout::blocks::{Drafter, print_size};
use crate::documents::layout::lines::{Line, Type, balanced_lines, break_lines};
use crate::documents::layout::page::{Artifact, Draw, Item, Mark, Node, Role};
use crate::documents::layout::piece::{Hold, Piece};
use crate::documents::layout::style::{
    AFTER_BOX, BASELINE, BEARERS, BODY, BOX, CHECKED, CHECKED_BOLD, HAIRLINE, HEADING, LABEL, LEFT,
    LINE_PAD, LOGO_GAP, MEASURE, PART, RIGHT, RULE, SENTENCE, TITLE, VALUE, WIDTH,
};
use crate::documents::layout::units::{Mm, Pt};
use crate::documents::paper::{Check, Field, Figure};

/// Between the title of a sheet and the rule below it.
const BELOW_TITLE: Pt = Pt(9.0);
const BELOW_PART: Pt = Pt(5.0);
const FEW_LINES: usize = 3;

pub(crate) fn masthead(drafter: &mut Drafter<'_>, title: &str, behind: Option<&str>) {
    let content = drafter.contents.next();
    let mark = Mark::Content(content);
    let whole = behind.map_or_else(|| title.to_owned(), |behind| format!("{title} {behind}"));
    let mut piece =
        Piece { entry: Some((whole, Role::Title)), keep: Hold::Firm, ..Piece::default() };
    // With its blank, so that the rest of the title does not run on in it when read back.
    let title = if behind.is_some() { format!("{title} ") } else { title.to_owned() };
    let lines = balanced_lines(drafter.shaper, &title, TITLE, WIDTH);
    piece.height = piece.lines(mark, lines, TITLE, LEFT, Pt::ZERO);
    if let Some(behind) = behind {
        let lines = break_lines(drafter.shaper, behind, SENTENCE, WIDTH);
        let below = piece.height;
        piece.height = below + piece.lines(mark, lines, SENTENCE, LEFT, below);
    }
    piece.height += BELOW_TITLE;
    piece.rule(LEFT, piece.height, WIDTH, RULE);
    drafter.push(piece);
    drafter.out.tree.push(Node::leaf(Role::Title, content));
}

/// Whether a masthead came last, so that there is room for a logo beside it.
pub(crate) fn takes_pictures(drafter: &Drafter<'_>) -> bool {
    let title = drafter.out.pieces.first();
    drafter.out.pieces.len() == 1
        && title.is_some_and(|piece| piece.items.iter().any(|item| is_rule_across(&item.draw)))
}

fn is_rule_across(draw: &Draw) -> bool {
    matches!(draw, Draw::Rule { width, .. } if *width == WIDTH)
}

/// At the right, standing on the rule of the masthead.
pub(crate) fn beside_masthead(drafter: &mut Drafter<'_>, figures: &[Figure]) {
    let Some(mut piece) = drafter.out.pieces.pop() else { return };
    let sizes: Vec<(Pt, Pt)> = figures.iter().map(|f| print_size(f, figures.len())).collect();
    let tallest = sizes.iter().fold(Pt::ZERO, |tallest, (_, height)| tallest.max(*height));
    let lower = (tallest + BELOW_TITLE - piece.height).max(Pt::ZERO);
    let items = std::mem::take(&mut piece.items).into_iter();
    piece.items =
        items.map(|Item { mark, draw }| Item { mark, draw: draw.moved(Pt::ZERO, lower) }).collect();
    piece.height += lower;
    let mut x = RIGHT;
    for (figure, (width, height)) in figures.iter().zip(sizes) {
        let content = drafter.contents.next();
        x = x - width;
        let y = piece.height - BELOW_TITLE - height;
        let picture = figure.picture.clone();
        piece.item(Mark::Content(content), Draw::Picture { picture, x, y, width, height });
        x = x - LOGO_GAP;
        let node = Node::leaf(Role::Figure, content);
        drafter.out.tree.push(Node { alt: Some(figure.alt.clone()), ..node });
    }
    drafter.out.pieces.push(piece);
}

pub(crate) fn bearer(drafter: &mut Drafter<'_>, label: &str, value: &str) {
    let mut piece =
        Piece { before: Mm(8.0).pt(), stretch: 2.0, keep: Hold::Firm, ..Piece::default() };
    let (label_id, value_id) = (drafter.contents.next(), drafter.contents.next());
    let lines = break_lines(drafter.shaper, label, LABEL, WIDTH);
    let labels = piece.lines(Mark::Content(label_id), lines, LABEL, LEFT, Pt::ZERO);
    let (lines, of) = fitting(drafter, value);
    // A capital may have marks upon marks.
    let top = labels + Pt(3.0);
    piece.height = top + piece.lines(Mark::Content(value_id), lines, of, LEFT, top);
    drafter.push(piece);
    drafter.out.tree.push(Node::leaf(Role::Paragraph, label_id));
    drafter.out.tree.push(Node::leaf(Role::Paragraph, value_id));
}

/// In the largest letters in which a name takes one line, or two if it is long.
fn fitting(drafter: &mut Drafter<'_>, name: &str) -> (Vec<Line>, Type) {
    let mut few_enough = 1;
    let mut chosen = (Vec::new(), HEADING);
    for of in BEARERS {
        chosen = (balanced_lines(drafter.shaper, name, of, WIDTH), of);
        if chosen.0.len() <= few_enough {
            break;
        }
        few_enough = 2;
    }
    chosen
}

/// Its number in small letters, its title below, and a rule as below the title of the sheet.
pub(crate) fn part(drafter: &mut Drafter<'_>, number: &str, title: &str) {
    let content = drafter.contents.next();
    let mark = Mark::Content(content);
    let entry = Some((format!("{number} {title}"), Role::Heading));
    let mut piece = Piece { before: Mm(14.0).pt(), keep: Hold::Firm, entry, ..Piece::default() };
    let lines = break_lines(drafter.shaper, &format!("{number} "), LABEL, WIDTH);
    let below = piece.lines(mark, lines, LABEL, LEFT, Pt::ZERO);
    let lines = break_lines(drafter.shaper, title, PART, WIDTH);
    piece.height = below + piece.lines(mark, lines, PART, LEFT, below) + BELOW_PART;
    piece.rule(LEFT, piece.height, WIDTH, RULE);
    drafter.push(piece);
    drafter.out.tree.push(Node::leaf(Role::Heading, content));
}

pub(crate) fn subheading(drafter: &mut Drafter<'_>, text: &str) {
    let content = drafter.contents.next();
    let lines = break_lines(drafter.shaper, text, HEADING, WIDTH);
    let entry = Some((text.to_owned(), Role::Subheading));
    let mut piece = Piece { before: Mm(6.0).pt(), keep: Hold::Firm, entry, ..Piece::default() };
    piece.height = piece.lines(Mark::Content(content), lines, HEADING, LEFT, Pt::ZERO);
    drafter.push(piece);
    drafter.out.tree.push(Node::leaf(Role::Subheading, content));
}

/// Each line of the text is a paragraph, which may go on, on the next page: two of its lines at least.
pub(crate) fn text(drafter: &mut Drafter<'_>, text: &str) {
    // Close to its heading; elsewhere it may stand free.
    let above = drafter.out.pieces.last().and_then(|piece| piece.entry.as_ref());
    let (mut before, mut stretch) = match above {
        Some((_, Role::Heading | Role::Subheading)) => (Pt(6.0), 0.0),
        Some(_) | None => (Mm(5.0).pt(), 1.0),
    };
    let mut blank = false;
    for paragraph in text.split('\n') {
        if paragraph.is_empty() {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank) {
            before = BODY.lead;
        }
        let content = drafter.contents.next();
        let mut lines = break_lines(drafter.shaper, paragraph, BODY, MEASURE);
        // Of a short text, a last word alone looks forlorn.
        if lines.len() <= FEW_LINES {
            lines = balanced_lines(drafter.shaper, paragraph, BODY, MEASURE);
        }
        let count = lines.len();
        for (index, line) in lines.into_iter().enumerate() {
            let mut piece = Piece { before, stretch, ..Piece::default() };
            stretch = 0.0;
            piece.height = piece.lines(Mark::Content(content), vec![line], BODY, LEFT, Pt::ZERO);
            if index + 1 < count && (index == 0 || index + 2 == count) {
                piece.keep = Hold::Firm;
            }
            drafter.push(piece);
            before = Pt::ZERO;
        }
        before = Pt(1.0);
        drafter.out.tree.push(Node::leaf(Role::Paragraph, content));
    }
}

/// A table of what it is and what it says, with a box before each row. What stands above rows that go on, on the next page,
/// stands there again.
pub(crate) fn checks(drafter: &mut Drafter<'_>, rows: &[Check]) {
    let mut nodes = Vec::new();
    let after_heading = drafter.out.pieces.last().is_some_and(|piece| piece.entry.is_some());
    let mut before = if after_heading { Pt(4.0) } else { Mm(5.0).pt() };
    let mut repeat = None;
    for (index, row) in rows.iter().enumerate() {
        let ids = [drafter.contents.next(), drafter.contents.next()];
        let mut piece = check(drafter, row, ids.map(Mark::Content));
        piece.before = std::mem::take(&mut before);
        match row {
            Check::Head(Field { label, value }) => {
                let again = format!("{value} {}", drafter.continued);
                let again = Check::Head(Field::new(label, again.trim_end()));
                let again = check(drafter, &again, [Mark::Artifact(Artifact::Header); 2]);
                drafter.out.repeats.push(again);
                repeat = Some(drafter.out.repeats.len() - 1);
            }
            Check::Tick(_) => piece.repeat = repeat,
        }
        // What stands above rows goes to no page without them, and the last of them to none without company.
        let head = |index: usize| matches!(rows.get(index), Some(Check::Head(_)));
        let first = index == 0 || (index == 1 && head(2));
        if (first || head(index)) && index + 1 < rows.len() {
            piece.keep = Hold::Firm;
        } else if index + 2 == rows.len() || head(index + 2) {
            piece.keep = Hold::Company;
        }
        drafter.push(piece);
        let [label, value] = ids;
        nodes.push(Node::of(
            Role::Row,
            vec![Node::leaf(Role::RowHeader, label), Node::leaf(Role::Cell, value)],
        ));
    }
    drafter.out.tree.push(Node::of(Role::Table, vec![Node::of(Role::TableBody, nodes)]));
}

fn check(drafter: &mut Drafter<'_>, row: &Check, marks: [Mark; 2]) -> Piece {
    let (Field { label, value }, of) = match row {
        Check::Head(field) => (field, CHECKED_BOLD),
        Check::Tick(field) => (field, CHECKED),
    };
    let mut piece = Piece::default();
    let ([top, bottom], [label_mark, value_mark]) = (LINE_PAD, marks);
    let lines = break_lines(drafter.shaper, label, LABEL, VALUE - AFTER_BOX - Mm(3.0).pt());
    let lower = top + (of.lead - LABEL.lead) * BASELINE;
    let labels = piece.lines(label_mark, lines, LABEL, LEFT + AFTER_BOX, lower);
    let lines = break_lines(drafter.shaper, value, of, WIDTH - VALUE);
    let values = piece.lines(value_mark, lines, of, LEFT + VALUE, top);
    piece.height = top + labels.max(values) + bottom;
    if let Check::Tick(_) = row {
        tick_box(&mut piece, top + (of.lead - BOX) * 0.5);
    }
    piece.rule(LEFT, piece.height, WIDTH, HAIRLINE);
    piece
}

/// A square of four rules; the upright ones are short and thick.
fn tick_box(piece: &mut Piece, top: Pt) {
    piece.rule(LEFT, top, BOX, RULE);
    piece.rule(LEFT, top + BOX, BOX, RULE);
    for x in [LEFT, LEFT + BOX - RULE] {
        piece.rule(x, top + BOX * 0.5, RULE, BOX);
    }
}
