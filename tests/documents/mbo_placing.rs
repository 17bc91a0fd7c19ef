//! Where things stand on a mbo-verklaring, a totaaloverzicht and an overneemblad.

use praktijkdossier::documents::compose;
use praktijkdossier::documents::layout::Standing;
use praktijkdossier::documents::layout::page::{Artifact, Draw, Item, Mark, Role};
use praktijkdossier::documents::layout::shape::Shaper;
use praktijkdossier::documents::layout::style::LEFT;
use praktijkdossier::domain::draft::Facts;
use praktijkdossier::domain::mbo_verklaring::{
    MboVerklaring, Other, Practice, PracticeAt, ResultGroup, ResultLine, Totaaloverzicht,
};
use praktijkdossier::domain::person::{BirthPlace, Kwalificatie, Person, Signer};
use praktijkdossier::domain::{BpvOption, ComponentKind, ComponentResult};
use proptest::prelude::*;

use crate::cases::{self, Case, pictures};
use crate::mbo_cases;
use crate::placing::{Laid, laid, papers, sizes, text};

fn laid_out(facts: &Facts, standing: Standing, shaper: &mut Shaper) -> Laid {
    let laid = laid(&compose(facts, &pictures()), standing, shaper);
    headings_have_company(&laid);
    laid
}

fn headings_have_company(Laid { order, leaves, .. }: &Laid) {
    for pair in order.windows(2) {
        let [(role, heading, _), (_, next, _)] = pair else { continue };
        let below = match role {
            Role::Heading | Role::Subheading | Role::Minor => true,
            Role::Title
            | Role::Paragraph
            | Role::Figure
            | Role::Table
            | Role::TableHead
            | Role::TableBody
            | Role::Row
            | Role::ColumnHeader
            | Role::RowHeader
            | Role::Cell
            | Role::Section => false,
        };
        let (text, on) = &leaves[heading];
        assert!(!below || on.last() == leaves[next].1.first(), "{text} stands alone");
    }
}

/// The first page on which a leaf of this role that says this stands.
fn page_of(Laid { order, leaves, .. }: &Laid, wanted: Role, said: &str) -> Option<usize> {
    let found = order.iter().find(|(role, id, _)| *role == wanted && leaves[id].0 == said);
    found.map(|(_, id, _)| *leaves[id].1.first().unwrap())
}

#[test]
fn every_sheet_is_well_laid_out() {
    let mut shaper = Shaper::new().unwrap();
    for Case { name: _, facts } in mbo_cases::cases() {
        laid_out(&facts, Standing::Final, &mut shaper);
        laid_out(&facts, Standing::Concept, &mut shaper);
    }
}

#[test]
fn the_front_page_is_a_page_of_its_own_with_its_signatures() {
    let mut shaper = Shaper::new().unwrap();
    for (name, verklaring) in mbo_cases::verklaringen() {
        if name == "langste-velden" {
            continue;
        }
        let laid = laid_out(&Facts::MboVerklaring(verklaring), Standing::Final, &mut shaper);
        let signed = page_of(&laid, Role::Paragraph, "Namens de examencommissie");
        assert_eq!(signed, Some(0), "{name}");
        for title in ["Deel 1 Examenresultaten", "Deel 3 Overige resultaten"] {
            let part = page_of(&laid, Role::Heading, title);
            assert!(part.is_none_or(|page| page > 0), "{name}");
        }
    }
}

#[test]
fn each_praktijkverklaring_within_stands_on_a_page_of_its_own() {
    let verklaringen = mbo_cases::verklaringen();
    let (_, twice) = verklaringen.iter().find(|(name, _)| name.starts_with("twee")).unwrap();
    let facts = Facts::MboVerklaring(twice.clone());
    let Laid { order, leaves, pages, .. } =
        laid_out(&facts, Standing::Final, &mut Shaper::new().unwrap());
    let on: Vec<_> = order
        .iter()
        .map(|(_, id, _)| &leaves[id])
        .filter(|(text, _)| text == "Praktijkverklaring")
        .map(|(_, on)| *on.first().unwrap())
        .collect();
    assert_eq!(on.len(), 2);
    assert!(on[0] < on[1]);
    let outline: Vec<&str> = pages.outline.iter().map(|entry| entry.text.as_str()).collect();
    let part = "Deel 2 Resultaten beroepspraktijkvorming";
    let title = "Praktijkverklaring";
    assert_eq!(outline, ["Mbo-verklaring", "Ondertekening", part, title, title]);
}

/// It must not be taken for a diploma or certificaat (bijlage 10).
#[test]
fn a_sheet_is_flush_left() {
    let mut shaper = Shaper::new().unwrap();
    for Case { name, facts } in mbo_cases::cases() {
        let Laid { pages, .. } = laid_out(&facts, Standing::Final, &mut shaper);
        for Item { draw, .. } in &pages.pages[0].items {
            if let Draw::Text { line, x, .. } = draw {
                let large = line.size.0 > 12.5;
                assert!(!large || *x == LEFT, "{name}: {}", line.text);
            }
        }
    }
}

#[test]
fn the_name_is_the_largest_after_the_title() {
    let mut shaper = Shaper::new().unwrap();
    for (name, verklaring) in mbo_cases::verklaringen() {
        if matches!(verklaring.practice, Some(Practice::Praktijkverklaringen(_))) {
            continue;
        }
        let person = verklaring.person.name.clone();
        let facts = Facts::MboVerklaring(verklaring);
        let Laid { pages, .. } = laid_out(&facts, Standing::Final, &mut shaper);
        let person = if person.is_empty() { "[nog niet ingevuld]" } else { &person };
        let (named, mut others) = sizes(&pages, person);
        let title = others.pop().unwrap();
        let longest = *others.last().unwrap();
        let named = *named.last().unwrap();
        let small = person.chars().count() > 200;
        assert!(title > named && (small || named > longest), "{name}: {title} {named} {longest}");
    }
}

#[test]
fn a_table_of_results_breaks_between_rows_and_shows_its_head_again() {
    let mut shaper = Shaper::new().unwrap();
    for count in (1..40).chain([60, 90]) {
        let lines = (0..count).map(|number| ResultLine {
            code: Some(format!("B1-K1-W{number}")),
            title: "Ontvangt en verwerkt goederen ".repeat(number % 7 + 1).trim_end().to_owned(),
            partial: number % 2 == 0,
            result: ComponentResult::Figure(700),
        });
        let group = ResultGroup { kind: ComponentKind::Specifiek, lines: lines.collect() };
        let overview = overview_of(mbo_cases::everything(), vec![group]);
        let laid = laid_out(&Facts::Totaaloverzicht(overview), Standing::Final, &mut shaper);
        let Laid { order, leaves, pages, signed, .. } = &laid;
        let mut sheets = Vec::new();
        for row in order.windows(3) {
            let [(Role::RowHeader, name, _), (Role::Cell, _, _), (Role::Cell, result, _)] = row
            else {
                continue;
            };
            let (name, result) = (&leaves[name].1, &leaves[result].1);
            assert!(name == result && name.len() == 1, "a row is never cut");
            sheets.extend(name);
        }
        assert_eq!(sheets.len(), count);
        assert_eq!(signed.as_ref(), sheets.last(), "the last row stands with the signatures");
        sheets.dedup();
        for sheet in sheets {
            let heads = pages.pages[sheet].items.iter().filter(
                |item| matches!(&item.draw, Draw::Text { line, .. } if line.text == "Resultaat"),
            );
            assert_eq!(heads.count(), 1, "{count} rows, page {sheet}");
        }
    }
}

fn overview_of(verklaring: MboVerklaring, results: Vec<ResultGroup>) -> Totaaloverzicht {
    let MboVerklaring { person, route, opleiding, school, signers, place, date, .. } = verklaring;
    Totaaloverzicht { person, route, opleiding, school, signers, place, date, results }
}

/// A text of any length goes on, on the next page, and nowhere leaves one of its lines alone.
#[test]
fn a_long_text_breaks_with_two_lines_on_either_side() {
    let mut shaper = Shaper::new().unwrap();
    for words in (150..420).step_by(9) {
        let text =
            "Zij hielp klanten, vulde de schappen en nam bestellingen aan. ".repeat(words / 10);
        let text = format!("{}\n\n{}", "Eerst.\n".repeat(words / 30), text.trim_end());
        let other = Some(Other { text: Some(text), tests: Vec::new() });
        let verklaring = MboVerklaring { other, ..mbo_cases::everything() };
        let facts = Facts::MboVerklaring(verklaring);
        let Laid { order, leaves, pages, .. } = laid_out(&facts, Standing::Final, &mut shaper);
        let (_, long, _) =
            order.iter().find(|(_, id, _)| leaves[id].0.starts_with("Zij hielp")).unwrap();
        for page in &pages.pages {
            let lines = page.items.iter().filter(|item| item.mark == Mark::Content(*long)).count();
            assert_ne!(lines, 1, "{words}");
        }
    }
}

/// Who copies a werkproces sees of which kerntaak it is.
#[test]
fn on_an_overneemblad_a_kerntaak_that_goes_on_stands_again() {
    let mut shaper = Shaper::new().unwrap();
    let mut again = 0;
    for count in 12..60 {
        let facts = Facts::Overneemblad(cases::many(count));
        let Laid { pages, .. } = laid_out(&facts, Standing::Final, &mut shaper);
        for page in &pages.pages[1..] {
            let texts = |wanted: fn(&Mark) -> bool| {
                page.items.iter().filter(move |item| wanted(&item.mark)).filter_map(|item| {
                    if let Draw::Text { line, .. } = &item.draw {
                        Some(line.text.trim_end())
                    } else {
                        None
                    }
                })
            };
            let first = texts(|mark| matches!(mark, Mark::Content(_))).next().unwrap();
            let Some((kerntaak, _)) = first.split_once("-W") else { continue };
            let mut seen = texts(|mark| *mark == Mark::Artifact(Artifact::Header));
            assert!(seen.any(|text| text == kerntaak), "{count}: {first} without its kerntaak");
            assert!(seen.any(|text| text.ends_with("(vervolg)")), "{count}");
            again += 1;
        }
    }
    assert!(again > 5);
}

fn signer() -> impl Strategy<Value = Signer> {
    (text(200), text(120))
        .prop_map(|(name, functie)| Signer { name: Some(name), functie: Some(functie) })
}

fn groups() -> impl Strategy<Value = Vec<ResultGroup>> {
    let kinds = [ComponentKind::Specifiek, ComponentKind::Generiek, ComponentKind::Keuzedeel];
    let result = prop_oneof![
        (100_u16..=1_000).prop_map(ComponentResult::Figure),
        (0..ComponentResult::WORDS.len())
            .prop_map(|index| ComponentResult::Word(ComponentResult::WORDS[index])),
    ];
    let line = (prop::option::of(text(12)), text(300), any::<bool>(), result)
        .prop_map(|(code, title, partial, result)| ResultLine { code, title, partial, result });
    let lines = prop::collection::vec(prop::collection::vec(line, 0..12), 3);
    lines.prop_map(move |lines| {
        let groups = kinds.into_iter().zip(lines).map(|(kind, lines)| ResultGroup { kind, lines });
        groups.filter(|group| !group.lines.is_empty()).collect()
    })
}

fn practice() -> impl Strategy<Value = Option<Practice>> {
    let at =
        (text(300), text(120), prop::option::of(1_u32..10_000)).prop_map(|(name, place, hours)| {
            PracticeAt {
                leerbedrijf: Some(name),
                vestigingsplaats: Some(place),
                hours,
                hours_estimated: true,
            }
        });
    let places = prop::collection::vec(at, 0..4);
    prop_oneof![
        Just(None),
        Just(Some(Practice::Praktijkverklaringen(vec![cases::everything(), cases::many(19)]))),
        (places, any::<bool>(), prop::option::of(text(4_000))).prop_map(
            |(leerbedrijven, with_hours, description)| {
                let option = BpvOption::Part;
                Some(Practice::Assessed { option, leerbedrijven, with_hours, description })
            }
        ),
    ]
}

fn any_verklaring() -> impl Strategy<Value = MboVerklaring> {
    let tests = prop::collection::vec((text(300), Just(None), prop::option::of(text(120))), 0..5);
    let other = prop::option::of((prop::option::of(text(4_000)), tests));
    let names = (text(421), text(120), text(120), text(300), text(300));
    let signers = prop::collection::vec(signer(), 0..5);
    (names, signers, groups(), practice(), other).prop_map(
        |((name, place, country, opleiding, school), signers, results, practice, other)| {
            let birth_place = Some(BirthPlace::Abroad { place: place.clone(), country });
            MboVerklaring {
                person: Person { birth_place, ..cases::named(&name) },
                opleiding: Kwalificatie {
                    name: Some(opleiding),
                    ..cases::kwalificatie("Verkoper", "25167", "2")
                },
                school: Some(school),
                signers,
                place: Some(place),
                results,
                practice,
                other: other.map(|(text, tests)| Other { text, tests }),
                ..mbo_cases::everything()
            }
        },
    )
}

proptest! {
    #![proptest_config(papers(32))]

    #[test]
    fn whatever_is_filled_in_is_well_laid_out(verklaring in any_verklaring()) {
        let mut shaper = Shaper::new().unwrap();
        let overview = overview_of(verklaring.clone(), verklaring.results.clone());
        for facts in [Facts::MboVerklaring(verklaring), Facts::Totaaloverzicht(overview)] {
            let paper = compose(&facts, &pictures());
            laid(&paper, Standing::Final, &mut shaper);
            laid(&paper, Standing::Concept, &mut shaper);
        }
    }
}
