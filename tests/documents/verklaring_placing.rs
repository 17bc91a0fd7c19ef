//! Where things stand on a praktijkverklaring.

use praktijkdossier::documents::layout::page::Draw;
use praktijkdossier::documents::layout::shape::Shaper;
use praktijkdossier::documents::layout::{Standing, lay_out};
use praktijkdossier::documents::praktijkverklaring::compose;
use praktijkdossier::domain::person::{BirthPlace, Person};
use praktijkdossier::domain::verklaring::{Extra, Kerntaak, Praktijkverklaring, SchoolBlock};
use proptest::prelude::*;

use crate::cases::{self, pictures};
use crate::placing::{Laid, laid, papers, sizes, text};

fn is_well_laid_out(verklaring: &Praktijkverklaring, standing: Standing, shaper: &mut Shaper) {
    let laid = laid(&compose(verklaring, &pictures()), standing, shaper);
    kerntaken_keep_their_first_werkproces(verklaring, &laid);
}

fn kerntaken_keep_their_first_werkproces(verklaring: &Praktijkverklaring, laid: &Laid) {
    let Laid { order, leaves, .. } = laid;
    let extra = verklaring.extra.iter().flat_map(|extra| &extra.kerntaken);
    for kerntaak in verklaring.kerntaken.iter().chain(extra) {
        let title = praktijkdossier::texts::paper::title_of(&kerntaak.title);
        let row = [&kerntaak.code, &title];
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
fn every_verklaring_is_well_laid_out() {
    let mut shaper = Shaper::new().unwrap();
    for (_, verklaring) in cases::verklaringen() {
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
    let known = |(_, verklaring): &(_, Praktijkverklaring)| !verklaring.person.name.is_empty();
    for (name, verklaring) in cases::verklaringen().into_iter().filter(known) {
        let pages = lay_out(&compose(&verklaring, &pictures()), Standing::Final, &mut shaper);
        let (named, mut others) = sizes(&pages, &verklaring.person.name);
        let (title, named) = (others.pop().unwrap(), *named.last().unwrap());
        assert!(title > named && named > *others.last().unwrap(), "{name}");
        let long = verklaring.person.name.chars().count() > 60;
        assert_eq!(long, named < 26.0, "{name}: a long name is set smaller");
    }
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
    let born = (
        text(120),
        text(120),
        prop::option::of((text(300), text(120), prop::option::of(text(120)))),
    );
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
            school: born.2.map(|(name, place, text)| SchoolBlock {
                name: Some(name),
                brin: Some("99ZZ".to_owned()),
                place: Some(place),
                text,
            }),
            kerntaken,
            extra: extra.into_iter().collect(),
            logo: logo.then(|| cases::hash('a')),
            branche_logo: branche_logo.then(|| cases::hash('b')),
            ..cases::short()
        }
    })
}

proptest! {
    #![proptest_config(papers(32))]

    #[test]
    fn whatever_is_filled_in_is_well_laid_out(verklaring in any_verklaring()) {
        let mut shaper = Shaper::new().unwrap();
        is_well_laid_out(&verklaring, Standing::Final, &mut shaper);
        is_well_laid_out(&verklaring, Standing::Concept, &mut shaper);
    }
}
