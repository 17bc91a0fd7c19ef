//! Where things stand: within the margins, not on top of each other, and together with what they belong to.

use std::collections::{BTreeMap, BTreeSet};

use praktijkdossier::documents::layout::page::{
    ContentId, Draw, Item, Kid, Mark, Node, Page, Pages, Role,
};
use praktijkdossier::documents::layout::shape::Shaper;
use praktijkdossier::documents::layout::style::{BOTTOM, LEFT, RIGHT, TOP};
use praktijkdossier::documents::layout::units::Pt;
use praktijkdossier::documents::layout::{Standing, lay_out};
use praktijkdossier::documents::praktijkverklaring::compose;
use praktijkdossier::domain::person::{BirthPlace, Person};
use praktijkdossier::domain::verklaring::{Extra, Kerntaak, Praktijkverklaring};
use proptest::prelude::*;

use crate::cases::{self, Case, pictures};
use crate::said;

/// Left, top, right and bottom, as far as letters and marks on them commonly reach.
type Box = [f32; 4];

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

fn within_margins(page: &Page) {
    for Item { draw, .. } in &page.items {
        if let Some([left, top, right, bottom]) = boxed(draw) {
            let inside = left >= LEFT.0 - LEEWAY
                && top >= TOP.0 - LEEWAY
                && right <= RIGHT.0 + LEEWAY
                && bottom <= BOTTOM.0 + LEEWAY;
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

fn is_well_laid_out(verklaring: &Praktijkverklaring, standing: Standing, shaper: &mut Shaper) {
    let paper = compose(verklaring, &pictures());
    let pages = lay_out(&paper, standing, shaper);
    for page in &pages.pages {
        within_margins(page);
        nothing_overlaps(page);
    }
    let leaves = leaves(&pages);
    let mut order = Vec::new();
    in_order(&pages.tree, &mut order);
    let texts: Vec<String> = order
        .iter()
        .map(|(_, id, alt)| alt.clone().unwrap_or_else(|| leaves[id].0.clone()))
        .collect();
    let wanted: Vec<String> = said(&paper, standing).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, wanted, "all is there, in order");

    let signatures: BTreeSet<usize> =
        signed(&pages.tree).iter().flat_map(|content| leaves[content].1.iter().copied()).collect();
    assert_eq!(signatures.len(), 1, "the signatures stand together");
    let sheet = signatures.first().unwrap();
    let registered = order.iter().any(|(role, id, _)| {
        *role == Role::Cell
            && leaves[id].0.starts_with("registratienummer")
            && leaves[id].1.contains(sheet)
    });
    assert!(registered, "the signatures are not alone on a page");
    kerntaken_keep_their_first_werkproces(verklaring, &order, &leaves);
}

fn signed(tree: &[Node]) -> Vec<ContentId> {
    let mut contents = Vec::new();
    for node in tree.iter().filter(|node| node.role == Role::Section) {
        let mut order = Vec::new();
        in_order(std::slice::from_ref(node), &mut order);
        contents.extend(order.into_iter().map(|(_, content, _)| content));
    }
    contents
}

fn kerntaken_keep_their_first_werkproces(
    verklaring: &Praktijkverklaring,
    order: &[(Role, ContentId, Option<String>)],
    leaves: &BTreeMap<ContentId, (String, BTreeSet<usize>)>,
) {
    let extra = verklaring.extra.iter().flat_map(|extra| &extra.kerntaken);
    for kerntaak in verklaring.kerntaken.iter().chain(extra) {
        let row = [&kerntaak.code, &kerntaak.title];
        let first = [&kerntaak.werkprocessen[0].0, &kerntaak.werkprocessen[0].1];
        let together = order.windows(4).any(|cells| {
            let text = |index: usize| &leaves[&cells[index].1].0;
            let on = |index: usize| &leaves[&cells[index].1].1;
            [text(0), text(1)] == row && [text(2), text(3)] == first && on(0) == on(3)
        });
        assert!(together, "a kerntaak stands with its first werkproces");
    }
}

#[test]
fn every_shape_is_well_laid_out() {
    let mut shaper = Shaper::new().unwrap();
    for Case { name: _, verklaring } in cases::cases() {
        is_well_laid_out(&verklaring, Standing::Final, &mut shaper);
        is_well_laid_out(&verklaring, Standing::Concept, &mut shaper);
    }
}

#[test]
fn a_table_of_any_length_breaks_well() {
    let mut shaper = Shaper::new().unwrap();
    for count in (1..30).chain([43, 60, 89]) {
        is_well_laid_out(&cases::many(count), Standing::Final, &mut shaper);
    }
}

/// As the table grows line by line, its end passes every place on the page.
#[test]
fn signatures_move_to_the_next_page_with_their_company() {
    let mut shaper = Shaper::new().unwrap();
    let mut moved = 0;
    for words in 0..25 {
        let mut verklaring = cases::many(8);
        let last = verklaring.kerntaken.last_mut().unwrap().werkprocessen.last_mut().unwrap();
        last.1 = "toont vakmanschap ".repeat(words).trim_end().to_owned() + "x";
        last.1.truncate(300);
        verklaring.leerbedrijf = Some("Bedrijf ".repeat(words / 2 + 1).trim_end().to_owned());
        is_well_laid_out(&verklaring, Standing::Final, &mut shaper);
        let paper = compose(&verklaring, &pictures());
        moved += lay_out(&paper, Standing::Final, &mut shaper).pages.len() - 1;
    }
    assert!(moved > 0);
}

#[test]
fn the_head_of_a_table_stands_again_on_each_page_but_is_not_read_again() {
    let paper = compose(&cases::many(44), &pictures());
    let pages = lay_out(&paper, Standing::Final, &mut Shaper::new().unwrap());
    for page in &pages.pages {
        let heads = page.items.iter().filter(
            |item| matches!(&item.draw, Draw::Text { line, .. } if line.text == "Kerntaak en werkprocessen"),
        );
        assert_eq!(heads.count(), 1);
    }
}

#[test]
fn the_name_is_the_largest_after_the_title() {
    let mut shaper = Shaper::new().unwrap();
    for Case { name, verklaring } in cases::cases() {
        let paper = compose(&verklaring, &pictures());
        let pages = lay_out(&paper, Standing::Final, &mut shaper);
        let sizes: Vec<(f32, bool)> = pages
            .pages
            .iter()
            .flat_map(|page| &page.items)
            .filter_map(|item| match &item.draw {
                Draw::Text { line, .. } => {
                    Some((line.size.0, verklaring.person.name.contains(line.text.trim_end())))
                }
                Draw::Rule { .. } | Draw::Picture { .. } | Draw::Watermark { .. } => None,
            })
            .collect();
        let largest = |named| {
            sizes.iter().filter(|(_, n)| *n == named).map(|(size, _)| *size).collect::<Vec<_>>()
        };
        let mut others = largest(false);
        others.sort_by(f32::total_cmp);
        let title = others.pop().unwrap();
        let named = largest(true).into_iter().fold(0.0, f32::max);
        assert!(title > named && named > *others.last().unwrap(), "{name}");
        let long = verklaring.person.name.chars().count() > 60;
        assert_eq!(long, named < 26.0, "{name}: a long name is set smaller");
        assert!(sizes.iter().all(|(size, _)| *size >= 9.0), "nothing is smaller than 9 points");
    }
    assert!(LEFT >= Pt(56.7) && TOP >= Pt(56.7) && RIGHT <= Pt(538.6) && BOTTOM <= Pt(785.2));
}

/// Letters of all kinds, with and without places to break.
fn text(max: usize) -> impl Strategy<Value = String> {
    let pattern = format!("[a-zA-ZÀ-žȘșŁłĲĳẞ\u{300}-\u{304}’'/(), -]{{1,{max}}}");
    proptest::string::string_regex(&pattern).unwrap().prop_map(|text| {
        let text = praktijkdossier::domain::clean(&text);
        if text.is_empty() { "x".to_owned() } else { text }
    })
}

fn kerntaken(max: usize) -> impl Strategy<Value = Vec<Kerntaak>> {
    let werkproces = (text(20), text(300));
    let kerntaak = (text(20), text(300), prop::collection::vec(werkproces, 1..7))
        .prop_map(|(code, title, werkprocessen)| Kerntaak { code, title, werkprocessen });
    prop::collection::vec(kerntaak, 0..max)
}

fn any_verklaring() -> impl Strategy<Value = Praktijkverklaring> {
    let names = (text(421), text(421), text(300), text(120), text(120));
    let parts = (kerntaken(5), text(300), kerntaken(2), any::<bool>(), any::<bool>());
    let born = (text(120), text(120));
    (names, parts, born).prop_map(|(names, parts, born)| {
        let (name, praktijkopleider, leerbedrijf, vestigingsplaats, place) = names;
        let (kerntaken, kwalificatie, extra, logo, branche_logo) = parts;
        let extra = (!extra.is_empty()).then(|| Extra {
            kwalificatie,
            crebo: "25998".to_owned(),
            kerntaken: extra,
        });
        Praktijkverklaring {
            person: Person {
                birth_place: Some(BirthPlace::Abroad { place: born.0, country: born.1 }),
                ..cases::named(&name)
            },
            praktijkopleider: Some(praktijkopleider),
            leerbedrijf: Some(leerbedrijf),
            vestigingsplaats: Some(vestigingsplaats),
            place: Some(place),
            kerntaken,
            extra: extra.into_iter().collect(),
            logo: logo.then(|| cases::hash('a')),
            branche_logo: branche_logo.then(|| cases::hash('b')),
            ..cases::short()
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_filled_in_is_well_laid_out(verklaring in any_verklaring()) {
        let mut shaper = Shaper::new().unwrap();
        is_well_laid_out(&verklaring, Standing::Final, &mut shaper);
        is_well_laid_out(&verklaring, Standing::Concept, &mut shaper);
    }
}
