//! Where things stand on a certificaat.

use praktijkdossier::documents::certificaat::compose;
use praktijkdossier::documents::layout::page::{Draw, Item, Mark, Pages};
use praktijkdossier::documents::layout::shape::Shaper;
use praktijkdossier::documents::layout::style::PAGE_HEIGHT;
use praktijkdossier::documents::layout::units::Mm;
use praktijkdossier::documents::layout::{Standing, lay_out};
use praktijkdossier::domain::certificaat::{About, Certificaat};
use praktijkdossier::domain::person::{BirthPlace, Person, Signer};
use praktijkdossier::domain::{ComponentResult, Entry as _, Shift};
use proptest::prelude::*;

use crate::cases;
use crate::certificaat_cases::{certificaten, everything, longest_titles, signed_by};
use crate::placing::{laid, papers, sizes, text};

fn is_well_laid_out(certificaat: &Certificaat, standing: Standing, shaper: &mut Shaper) {
    let laid = laid(&compose(certificaat), standing, shaper);
    is_print_for_paper_with_its_own_print(&laid.pages);
}

/// No pictures, no areas, nothing but black, and never at the very edge of the page.
fn is_print_for_paper_with_its_own_print(pages: &Pages) {
    let edge = Mm(5.0).pt();
    for Item { mark: _, draw } in pages.pages.iter().flat_map(|page| &page.items) {
        match draw {
            Draw::Text { grey, baseline, line, .. } => {
                assert!(*grey == 0.0);
                assert!(*baseline - line.size * 0.75 >= edge && *baseline + edge <= PAGE_HEIGHT);
            }
            Draw::Rule { thickness, .. } => assert!(thickness.0 < 1.0),
            // Of a concept only.
            Draw::Watermark { .. } => {}
            Draw::Picture { .. } => panic!("a picture on a certificaat"),
        }
    }
}

fn count(certificaat: &Certificaat, shaper: &mut Shaper) -> usize {
    lay_out(&compose(certificaat), Standing::Final, shaper).pages.len()
}

#[test]
fn every_certificaat_is_well_laid_out() {
    let mut shaper = Shaper::new().unwrap();
    for (_, certificaat) in certificaten() {
        is_well_laid_out(&certificaat, Standing::Final, &mut shaper);
        is_well_laid_out(&certificaat, Standing::Concept, &mut shaper);
    }
}

/// Whatever of it there is in the world: the longest titles of the catalogue, five who sign, all that a school may add.
#[test]
fn a_certificaat_takes_one_sheet() {
    let mut shaper = Shaper::new().unwrap();
    for (name, certificaat) in certificaten() {
        assert_eq!(count(&certificaat, &mut shaper) == 1, name != "langste-velden", "{name}");
    }
    let most = Certificaat { about: longest_titles().about, ..signed_by(5) };
    assert_eq!(count(&most, &mut shaper), 1);
    let most = Certificaat { person: longest_titles().person, ..most };
    assert_eq!(count(&most, &mut shaper), 1);
}

/// More than a sheet can hold: nobody's room is cut in two, and the first of them sign below what they sign.
#[test]
fn any_number_of_people_may_sign() {
    let mut shaper = Shaper::new().unwrap();
    for signers in (6..45).step_by(3) {
        is_well_laid_out(&signed_by(signers), Standing::Final, &mut shaper);
        is_well_laid_out(&signed_by(signers), Standing::Concept, &mut shaper);
    }
}

#[test]
fn the_name_is_the_largest_after_the_title_and_what_is_given_comes_next() {
    let mut shaper = Shaper::new().unwrap();
    for (name, certificaat) in certificaten().into_iter().filter(|(name, _)| *name != "leeg") {
        let pages = lay_out(&compose(&certificaat), Standing::Final, &mut shaper);
        let (named, mut others) = sizes(&pages, &certificaat.person.name);
        let (title, given) = (others.pop().unwrap(), others.pop().unwrap());
        let named = *named.last().unwrap();
        assert!(title > named && named > given && given >= 12.0, "{name}");
    }
}

/// Of a page that is moved, all is moved: the distances on it stay what they were.
#[test]
fn the_whole_page_moves() {
    let mut shaper = Shaper::new().unwrap();
    let at = |right: &str, down: &str, shaper: &mut Shaper| {
        let (shift_right, shift_down) = (Shift::parse(right).ok(), Shift::parse(down).ok());
        let certificaat = Certificaat { shift_right, shift_down, ..everything() };
        let pages = lay_out(&compose(&certificaat), Standing::Concept, shaper);
        let places = pages.pages[0].items.iter().filter_map(|Item { mark, draw }| match draw {
            Draw::Text { x, baseline, .. } => Some((*mark, x.0, baseline.0)),
            Draw::Rule { x, y, .. } => Some((*mark, x.0, y.0)),
            Draw::Picture { .. } | Draw::Watermark { .. } => None,
        });
        places.collect::<Vec<(Mark, f32, f32)>>()
    };
    let (straight, moved) = (at("0", "0", &mut shaper), at("-2,5", "15", &mut shaper));
    assert_eq!(straight.len(), moved.len());
    for ((mark, x, y), (moved_mark, moved_x, moved_y)) in straight.into_iter().zip(moved) {
        assert_eq!(mark, moved_mark);
        assert!((moved_x - x - Mm(-2.5).pt().0).abs() < 0.01);
        assert!((moved_y - y - Mm(15.0).pt().0).abs() < 0.01);
    }
}

fn any_certificaat() -> impl Strategy<Value = Certificaat> {
    let titles = (text(300), text(300), text(300), text(300), any::<bool>());
    let people = (text(421), prop::collection::vec((text(200), text(120)), 1..5));
    let places = (text(120), text(120), text(120), prop::option::of(text(120)));
    let shifts = (-150_i16..=150, -150_i16..=150, prop::option::of(text(300)));
    (titles, people, places, shifts).prop_map(|(titles, people, places, shifts)| {
        let (name, kwalificatie, dossier, school, keuzedeel) = titles;
        let about = if keuzedeel {
            About::Keuzedeel { name, code: Some("K9999".to_owned()) }
        } else {
            About::Onderdeel {
                name,
                code: Some("C9999".to_owned()),
                kwalificatie: cases::kwalificatie(&kwalificatie, "25999", "2"),
                nlqf: true,
                dossier: Some(dossier),
                dossier_crebo: Some("23999".to_owned()),
            }
        };
        let (person, signers) = people;
        let (born, country, place, requirements) = places;
        let (right, down, leerbedrijf) = shifts;
        let signer =
            |(name, functie): (String, String)| Signer { name: Some(name), functie: Some(functie) };
        Certificaat {
            about,
            person: Person {
                birth_place: Some(BirthPlace::Abroad { place: born, country }),
                ..cases::named(&person)
            },
            school: Some(school),
            requirements,
            place: Some(place),
            signers: signers.into_iter().map(signer).collect(),
            result: ComponentResult::parse("7").ok(),
            leerbedrijf,
            shift_right: shift(right),
            shift_down: shift(down),
            ..everything()
        }
    })
}

fn shift(tenths: i16) -> Option<Shift> {
    let sign = if tenths < 0 { "-" } else { "" };
    Shift::parse(&format!("{sign}{},{}", tenths.abs() / 10, tenths.abs() % 10)).ok()
}

proptest! {
    #![proptest_config(papers(32))]

    #[test]
    fn whatever_a_certificaat_says_is_well_laid_out(certificaat in any_certificaat()) {
        let mut shaper = Shaper::new().unwrap();
        is_well_laid_out(&certificaat, Standing::Final, &mut shaper);
        is_well_laid_out(&certificaat, Standing::Concept, &mut shaper);
    }
}
