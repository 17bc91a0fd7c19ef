//! Where things stand: within the margins, not on top of each other, and together with what they belong to.

use std::collections::{BTreeMap, BTreeSet};

use praktijkdossier::documents::compose;
use praktijkdossier::documents::layout::lines::Line;
use praktijkdossier::documents::layout::page::{
    Artifact, ContentId, Draw, Item, Kid, Mark, Node, Page, Pages, Role,
};
use praktijkdossier::documents::layout::shape::Shaper;
use praktijkdossier::documents::layout::style::{BOTTOM, LEFT, RIGHT, TOP};
use praktijkdossier::documents::layout::units::{Mm, Pt};
use praktijkdossier::documents::layout::{Standing, lay_out};
use praktijkdossier::documents::paper::{Block, Paper, Sheet};
use proptest::prelude::*;

use crate::cases::pictures;
use crate::every_case;
use crate::proof::said;

/// Left, top, right and bottom, as far as letters and marks on them commonly reach.
type Box = [f32; 4];

/// So many random papers, other ones each time; `PROPTEST_CASES` asks for more, `PROPTEST_RNG_SEED` for the same again.
pub(crate) fn papers(cases: u32) -> ProptestConfig {
    let asked = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    let more = std::env::var_os("PROPTEST_CASES").is_some();
    if more { asked } else { ProptestConfig { cases, ..asked } }
}

/// Roundings of the last digit are no fault.
const LEEWAY: f32 = 0.05;

fn boxed(draw: &Draw) -> Option<Box> {
    match draw {
        Draw::Text { line, x, baseline, .. } => {
            let (above, below) = (line.size * 0.75, line.size * 0.24);
            Some([x.0, (*baseline - above).0, (*x + line.width).0, (*baseline + below).0])
        }
        Draw::Picture { x, y, width, height, .. } => {
            Some([x.0, y.0, (*x + *width).0, (*y + *height).0])
        }
        Draw::Rule { x, y, width, .. } => Some([x.0, y.0, (*x + *width).0, y.0]),
        Draw::Watermark { .. } => None,
    }
}

/// How far a print is moved.
fn moved(sheet: Sheet) -> (Pt, Pt) {
    match sheet {
        Sheet::Blank => (Pt::ZERO, Pt::ZERO),
        Sheet::Preprinted { right, down } => {
            let of = |tenths: i16| Mm(f32::from(tenths) / 10.0).pt();
            (of(right), of(down))
        }
    }
}

fn within_margins(page: &Page, (dx, dy): (Pt, Pt)) {
    for Item { draw, .. } in &page.items {
        if let Some([left, top, right, bottom]) = boxed(draw) {
            let inside = left >= (LEFT + dx).0 - LEEWAY
                && top >= (TOP + dy).0 - LEEWAY
                && right <= (RIGHT + dx).0 + LEEWAY
                && bottom <= (BOTTOM + dy).0 + LEEWAY;
            assert!(inside, "{draw:?}");
        }
    }
}

fn nothing_overlaps(page: &Page) {
    let solid = |item: &&Item| !matches!(item.draw, Draw::Rule { .. });
    let boxes: Vec<(Box, &Draw)> = page
        .items
        .iter()
        .filter(solid)
        .filter_map(|item| Some((boxed(&item.draw)?, &item.draw)))
        .collect();
    for (index, (a, first)) in boxes.iter().enumerate() {
        for (b, second) in &boxes[index + 1..] {
            let apart = a[2] <= b[0] + LEEWAY
                || b[2] <= a[0] + LEEWAY
                || a[3] <= b[1] + LEEWAY
                || b[3] <= a[1] + LEEWAY;
            assert!(apart, "{first:?} and {second:?}");
        }
    }
}

/// Nothing outside the margins of the sheet, and nothing on top of anything.
pub(crate) fn well_placed(pages: &Pages, sheet: Sheet) {
    for page in &pages.pages {
        within_margins(page, moved(sheet));
        nothing_overlaps(page);
    }
}

/// What each leaf says, and on which pages.
fn leaves(pages: &Pages) -> BTreeMap<ContentId, (String, BTreeSet<usize>)> {
    let mut leaves: BTreeMap<ContentId, (String, BTreeSet<usize>)> = BTreeMap::new();
    for (number, page) in pages.pages.iter().enumerate() {
        for Item { mark, draw } in &page.items {
            if let Mark::Content(content) = mark {
                let (text, on) = leaves.entry(*content).or_default();
                on.insert(number);
                if let Draw::Text { line, .. } = draw {
                    text.push_str(&line.text);
                }
            }
        }
    }
    leaves
}

/// The leaves of the tree in reading order, with the role that each has.
fn in_order(nodes: &[Node], out: &mut Vec<(Role, ContentId, Option<String>)>) {
    for Node { role, alt, kids } in nodes {
        for kid in kids {
            match kid {
                Kid::Node(node) => in_order(std::slice::from_ref(node), out),
                Kid::Content(content) => out.push((*role, *content, alt.clone())),
            }
        }
    }
}

/// A document laid out, and what its leaves say.
pub(crate) struct Laid {
    pub(crate) pages: Pages,
    /// The leaves in reading order, with the role that each has.
    pub(crate) order: Vec<(Role, ContentId, Option<String>)>,
    /// What each leaf says, and on which pages.
    pub(crate) leaves: BTreeMap<ContentId, (String, BTreeSet<usize>)>,
    /// On which all sign; of a paper with others within it, those of the last.
    pub(crate) signed: Option<usize>,
}

/// At each end of a page: white that goes, what of a line is not letters, and the heads of a table and of a group that
/// stand again. With 20 mm, 2 of some 16,000 random papers were taken for torn: they missed by 8 and 13 points.
const BETWEEN: Pt = Mm(30.0).pt();

impl Laid {
    /// Holds that all of these stand on one page, unless they are too high for any.
    fn stand_together(&self, all: &[ContentId], why: &str) {
        let on: Vec<(usize, [f32; 2])> = (0..self.pages.pages.len())
            .filter_map(|page| Some((page, self.extent(page, all)?)))
            .collect();
        let [(first, _), (second, [top, _]), ..] = on[..] else { return };
        let foot = self.pages.pages[first]
            .items
            .iter()
            .filter(|item| item.mark == Mark::Artifact(Artifact::Footer))
            .filter_map(|item| boxed(&item.draw))
            .fold(BOTTOM.0, |foot, [_, top, _, _]| foot.min(top));
        let needed: f32 = on.iter().map(|(_, [top, bottom])| bottom - top).sum();
        let breaks = on.len() as f32 - 1.0;
        assert!(
            needed + BETWEEN.0 * breaks > foot - top,
            "{why}: {needed} of {} on pages {first} to {second}",
            foot - top
        );
    }

    /// From where to where these take a page, if they are on it.
    fn extent(&self, page: usize, all: &[ContentId]) -> Option<[f32; 2]> {
        let items = self.pages.pages[page].items.iter();
        let of_all =
            items.filter(|item| matches!(item.mark, Mark::Content(id) if all.contains(&id)));
        let boxes = of_all.filter_map(|item| boxed(&item.draw));
        boxes
            .map(|[_, top, _, bottom]| [top, bottom])
            .reduce(|[top, bottom], [other, lower]| [top.min(other), bottom.max(lower)])
    }

    /// From the end of what is signed up to the last of these. Without a heading, so many leaves stand between.
    fn with_body(&self, first: ContentId, last: ContentId, beside: usize) -> Vec<ContentId> {
        let at = |content| self.order.iter().position(|(_, id, _)| *id == content).unwrap();
        let is_heading = |(role, _, _): &(Role, ContentId, _)| {
            matches!(role, Role::Heading | Role::Subheading | Role::Minor)
        };
        let above = &self.order[..at(first)];
        let mut from = above.iter().rposition(is_heading).unwrap_or(above.len() - beside) - 1;
        // Of a table, its last row.
        while self.order[from].0 == Role::Cell {
            from -= 1;
        }
        self.order[from..=at(last)].iter().map(|(_, id, _)| *id).collect()
    }

    /// Holds that room to sign is never cut in two, and that all sign on the page where what they sign ends, or if no page
    /// can hold all of that, those in the first row.
    fn is_well_signed(&self, rooms: &[Vec<ContentId>], beside: usize) {
        for room in rooms {
            let on: BTreeSet<_> = room.iter().flat_map(|id| &self.leaves[id].1).collect();
            assert_eq!(on.len(), 1, "room to sign is never cut in two");
        }
        let place = |room: &Vec<ContentId>| {
            let page = *self.leaves[&room[0]].1.first().unwrap();
            (page, self.extent(page, &room[..1]).unwrap()[0])
        };
        let row: Vec<_> = rooms.iter().take_while(|room| place(room) == place(&rooms[0])).collect();
        for last in [rooms.last().unwrap(), row.last().unwrap()] {
            let all = self.with_body(rooms[0][0], *last.last().unwrap(), beside);
            self.stand_together(&all, "the signatures are not alone on a page");
        }
    }
}

/// Lays out, and holds what must be so for paper of any kind.
pub(crate) fn laid(paper: &Paper, standing: Standing, shaper: &mut Shaper) -> Laid {
    let pages = lay_out(paper, standing, shaper);
    well_placed(&pages, paper.sheet);
    let leaves = leaves(&pages);
    let mut order = Vec::new();
    in_order(&pages.tree, &mut order);
    let texts: Vec<String> = order
        .iter()
        .map(|(_, id, alt)| alt.clone().unwrap_or_else(|| leaves[id].0.clone()))
        .collect();
    let wanted: Vec<String> = said(paper, standing).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, wanted, "all is there, in order");

    let groups = signed(&pages.tree);
    let signers = groups.last().map(|rooms| rooms.concat()).unwrap_or_default();
    let signed = signers.last().and_then(|last| leaves[last].1.last().copied());
    let laid = Laid { pages, order, leaves, signed };
    // Place and date on a certificaat: a part of the tree for each, with what it is and what it says.
    let beside =
        |block: &Block| if let Block::Beside(fields) = block { Some(fields.len()) } else { None };
    let beside = paper.blocks.iter().find_map(beside).unwrap_or(0);
    groups.iter().for_each(|rooms| laid.is_well_signed(&rooms[beside..], 2 * beside));
    laid
}

/// The rooms to sign, those for the same paper together.
fn signed(tree: &[Node]) -> Vec<Vec<Vec<ContentId>>> {
    let signs = |node: &Node| node.role == Role::Section;
    let groups = tree.chunk_by(|one, other| signs(one) == signs(other));
    let leaves = |node: &Node| {
        let mut order = Vec::new();
        in_order(std::slice::from_ref(node), &mut order);
        order.into_iter().map(|(_, content, _)| content).collect()
    };
    groups
        .filter(|group| group.first().is_some_and(signs))
        .map(|group| group.iter().map(leaves).collect())
        .collect()
}

#[test]
fn every_shape_is_well_laid_out() {
    let mut shaper = Shaper::new().unwrap();
    for case in every_case() {
        let paper = compose(&case.facts, &pictures());
        laid(&paper, Standing::Final, &mut shaper);
        laid(&paper, Standing::Concept, &mut shaper);
    }
}

/// The sizes of what says the name, and of all else.
pub(crate) fn sizes(pages: &Pages, name: &str) -> (Vec<f32>, Vec<f32>) {
    let lines =
        pages.pages.iter().flat_map(|page| &page.items).filter_map(|item| match &item.draw {
            Draw::Text { line, .. } => Some(line),
            Draw::Rule { .. } | Draw::Picture { .. } | Draw::Watermark { .. } => None,
        });
    let (named, others): (Vec<_>, Vec<_>) =
        lines.partition(|line| name.contains(line.text.trim_end()));
    let of = |lines: Vec<&Line>| {
        let mut sizes: Vec<f32> = lines.iter().map(|line| line.size.0).collect();
        sizes.sort_by(f32::total_cmp);
        sizes
    };
    let (named, others) = (of(named), of(others));
    let smallest = named.iter().chain(&others).copied().fold(f32::MAX, f32::min);
    assert!(smallest >= 9.0, "nothing is smaller than 9 points");
    (named, others)
}

#[test]
fn the_margins_are_twenty_millimetres_at_least() {
    assert!(LEFT >= Pt(56.7) && TOP >= Pt(56.7) && RIGHT <= Pt(538.6) && BOTTOM <= Pt(785.2));
}

/// Letters of all kinds, with and without places to break; ordinary words; and now and then as much as may be, of a letter
/// that takes much room or little.
pub(crate) fn text(max: usize) -> impl Strategy<Value = String> {
    let pattern = format!("[a-zA-ZÀ-žȘșŁłĲĳẞ\u{300}-\u{304}’'/(), -]{{1,{max}}}");
    let any = proptest::string::string_regex(&pattern).unwrap();
    let words = proptest::string::string_regex(&format!("[a-z ]{{1,{max}}}")).unwrap();
    let solid = prop::sample::select(vec!["W", "m", "i", "Ĳ"]).prop_map(move |one| one.repeat(max));
    prop_oneof![5 => any, 2 => words, 1 => solid].prop_map(|text| {
        let text = praktijkdossier::domain::clean(&text);
        if text.is_empty() { "x".to_owned() } else { text }
    })
}
