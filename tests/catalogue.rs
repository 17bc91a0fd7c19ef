//! The catalogue: what the base edition holds, what is found by typing, and what the school's own entries do to it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use expect_test::{Expect, expect, expect_file};
use praktijkdossier::catalogue::{Catalogue, Certainty, Facts, Filter, Found, LooseReason, Status};
use praktijkdossier::domain::{
    ComponentKind, Crebo, Entry as _, ExamComponent, Id, OwnEntry, OwnEntryField, OwnEntryKind,
    Record as _, Stored, Traineeship,
};
use praktijkdossier::texts;
use proptest::prelude::*;

static BASE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(&[]));

fn crebo(code: &str) -> Crebo {
    Crebo::parse(code).unwrap()
}

/// An entry of the school from the text of its fields.
fn own(id: i64, fields: &[(OwnEntryField, &str)]) -> Stored<OwnEntry> {
    let text = |field| {
        fields.iter().find(|(name, _)| *name == field).map_or("", |(_, text)| text).to_owned()
    };
    Stored { id: Id::new(id), value: OwnEntry::read(text).unwrap() }
}

fn shown(found: Found<'_>) -> String {
    let code = found.code().unwrap_or("–");
    let of = match found {
        Found::Kerntaak(kwalificatie, _) | Found::Werkproces(kwalificatie, _, _) => {
            format!(" ({})", kwalificatie.crebo.as_str())
        }
        Found::Kwalificatie(_) | Found::Keuzedeel(_) | Found::Certificaat(_) => String::new(),
    };
    let status =
        found.kwalificatie().and_then(|kwalificatie| texts::catalogue::status(kwalificatie.status));
    let mark = status.map_or(String::new(), |status| format!(" [{status}]"));
    format!("{code} {}{of}{mark}", found.title())
}

fn check(typed: &str, filter: Filter<'_>, most: usize, expected: &Expect) {
    let found = BASE.find(typed, filter);
    let mut lines: Vec<String> = found.iter().take(most).map(|found| shown(*found)).collect();
    if found.len() > most {
        lines.push(format!("and {} more", found.len() - most));
    }
    expected.assert_eq(&lines.join("\n"));
}

const KWALIFICATIES: Filter<'_> = Filter::Kind(OwnEntryKind::Kwalificatie);

#[test]
fn the_base_edition_holds_what_it_says() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut count = |what: String| *counts.entry(what).or_default() += 1;
    for kwalificatie in BASE.kwalificaties() {
        count("kwalificatie".to_owned());
        count(format!("kwalificatie, {:?}", kwalificatie.kind));
        count(format!("kwalificatie, {:?}", kwalificatie.status));
        count(format!("kwalificatie, {:?}", kwalificatie.origin.certainty()));
        count(format!("kwalificatie, niveau {}", kwalificatie.niveau.unwrap().number()));
        if kwalificatie.dossier.is_some() {
            count("kwalificatie with its dossier".to_owned());
        }
        if kwalificatie.replaced_by.is_some() {
            count("kwalificatie with its successor".to_owned());
        }
        if !kwalificatie.kerntaken.is_empty() {
            count("kwalificatie with kerntaken".to_owned());
            count(format!("kwalificatie with kerntaken, {:?}", kwalificatie.status));
        }
        for kerntaak in &kwalificatie.kerntaken {
            count(format!("kerntaak, {:?}", kerntaak.origin.certainty()));
            for werkproces in &kerntaak.werkprocessen {
                count(format!("werkproces, {:?}", werkproces.origin.certainty()));
            }
        }
    }
    for keuzedeel in BASE.keuzedelen() {
        count(format!("keuzedeel, {:?}", keuzedeel.origin.certainty()));
        if keuzedeel.code.is_none() {
            count("keuzedeel without a code".to_owned());
        }
    }
    for certificaat in BASE.certificaten() {
        count(format!("certificaat, {:?}", certificaat.kind));
        if certificaat.code.is_none() {
            count("certificaat without a code".to_owned());
        }
    }
    for branch in BASE.tree() {
        count(
            if branch.dossier.is_some() { "branch" } else { "branch without a dossier" }.to_owned(),
        );
    }
    let lines: Vec<String> =
        counts.iter().map(|(what, number)| format!("{number:>5} {what}\n")).collect();
    expect_file!["golden/catalogue_counts.txt"].assert_eq(&lines.concat());
}

#[test]
fn every_line_of_the_files_is_an_entry() {
    let lines = |text: &str| text.lines().count() - 1;
    let parts = BASE.find("", Filter::Kind(OwnEntryKind::Kerntaak)).len()
        + BASE.find("", Filter::Kind(OwnEntryKind::Werkproces)).len();
    assert_eq!(
        [BASE.kwalificaties().len(), parts, BASE.keuzedelen().len(), BASE.certificaten().len()],
        [
            lines(include_str!("../assets/catalogue/kwalificaties.csv")),
            lines(include_str!("../assets/catalogue/werkprocessen.csv")),
            lines(include_str!("../assets/catalogue/keuzedelen.csv")),
            lines(include_str!("../assets/catalogue/certificaten.csv")),
        ]
    );
}

#[test]
fn nothing_stands_in_the_base_edition_twice() {
    let mut seen = BTreeSet::new();
    for found in BASE.find("", Filter::All) {
        let of = found.kwalificatie().map(|kwalificatie| kwalificatie.crebo.as_str());
        let name = if found.code().is_none() { found.title() } else { "" };
        assert!(seen.insert((found.kind(), of, found.code(), name)), "{}", shown(found));
    }
}

#[test]
fn kerntaken_and_werkprocessen_stand_in_the_order_of_their_codes() {
    for kwalificatie in BASE.kwalificaties() {
        assert!(kwalificatie.kerntaken.is_sorted_by_key(|k| k.code.sort_key()));
        for kerntaak in &kwalificatie.kerntaken {
            assert!(
                !kerntaak.werkprocessen.is_empty(),
                "{} {}",
                kwalificatie.crebo.as_str(),
                kerntaak.code.as_str()
            );
            assert!(
                kerntaak.werkprocessen.iter().all(|w| w.code.kerntaak() == kerntaak.code.as_str())
            );
            // Numbered without gaps: what the base edition has of a kerntaak, it has whole.
            let last = kerntaak.werkprocessen.last().unwrap().code.as_str();
            assert_eq!(
                last,
                format!("{}-W{}", kerntaak.code.as_str(), kerntaak.werkprocessen.len())
            );
        }
    }
    let codes: Vec<&str> =
        BASE.kerntaken(&crebo("25168"))[0].werkprocessen.iter().map(|w| w.code.as_str()).collect();
    assert_eq!(codes[8..], ["B1-K1-W9", "B1-K1-W10"]);
}

#[test]
fn kwalificaties_are_found_by_code_and_by_part_of_the_name() {
    check(
        "kok",
        KWALIFICATIES,
        12,
        &expect![[r#"
        27060 Kok
        25180 Kok [opvolger vanaf 2026]
        27064 Gespecialiseerd kok
        27062 Zelfstandig werkend kok
        25179 Gespecialiseerd kok [opvolger vanaf 2026]
        25182 Zelfstandig werkend kok [opvolger vanaf 2026]"#]],
    );
    check("25180", KWALIFICATIES, 12, &expect!["25180 Kok [opvolger vanaf 2026]"]);
    check(
        "25.180",
        KWALIFICATIES,
        12,
        &expect![[r#"
        25180 Kok [opvolger vanaf 2026]
        25473 Doktersassistent [vervangen]"#]],
    );
    check("varkens", Filter::All, 12, &expect!["– Verzorgen van varkens"]);
    check(
        "dienstverlening zorg",
        KWALIFICATIES,
        12,
        &expect![[r#"
        25960 Helpende Zorg en Welzijn
        25251 Assistent dienstverlening en zorg [vervangen]
        25498 Helpende Zorg en Welzijn [vervangen]"#]],
    );
    check(
        "ZORG  dienstverlening",
        KWALIFICATIES,
        12,
        &expect![[r#"
        25960 Helpende Zorg en Welzijn
        25251 Assistent dienstverlening en zorg [vervangen]
        25498 Helpende Zorg en Welzijn [vervangen]"#]],
    );
    check(
        "coordinator duurzaamheid",
        KWALIFICATIES,
        12,
        &expect!["25996 Coördinator duurzaamheid"],
    );
    check("geen enkele", Filter::All, 12, &expect![[""]]);
}

#[test]
fn entries_of_every_kind_are_found() {
    check(
        "kok",
        Filter::All,
        14,
        &expect![[r#"
        27060 Kok
        – Koken in de horeca
        25180 Kok [opvolger vanaf 2026]
        27064 Gespecialiseerd kok
        27062 Zelfstandig werkend kok
        25179 Gespecialiseerd kok [opvolger vanaf 2026]
        25182 Zelfstandig werkend kok [opvolger vanaf 2026]"#]],
    );
    check("K0802", Filter::All, 12, &expect!["K0802 Engels A2/B1"]);
    check(
        "b1-k1-w10",
        Filter::All,
        4,
        &expect!["B1-K1-W10 Werkt met de kassa (25168) [opvolger vanaf 2026]"],
    );
    check(
        "medewerker hovenier",
        Filter::Kind(OwnEntryKind::Werkproces),
        4,
        &expect![[r#"
        P3-K1-W3 Begeleidt medewerker(s) en/of stagiair(s) op vaktechnisch gebied (27083)
        B1-K1-W3 Communiceert over het werk (27081)
        B1-K1-W1 Draagt zorg voor flora, fauna, bodem en water (27081)
        P1-K1-W1 Legt tuinen en/of openbaar groen aan (27081)
        and 3 more"#]],
    );
    check(
        "gasten",
        Filter::PartsOf(&crebo("25168")),
        4,
        &expect![[r#"
        B1-K1-W4 Adviseert gasten en neemt de bestelling op (25168) [opvolger vanaf 2026]
        B1-K1-W3 Ontvangt gasten (25168) [opvolger vanaf 2026]"#]],
    );
}

#[test]
fn superseded_kwalificaties_come_last_and_are_marked() {
    for typed in ["", "k", "verkoper", "monteur", "medewerker"] {
        let found = BASE.find(typed, KWALIFICATIES);
        assert!(found.is_sorted_by_key(|found| found.superseded()), "{typed}");
        assert!(found.iter().any(|found| found.superseded()), "{typed}");
    }
    let old = BASE.kwalificatie(&crebo("25003")).unwrap();
    assert_eq!(
        (old.status, old.replaced_by.as_ref().unwrap().as_str()),
        (Status::Superseded, "25943")
    );
    // Whoever types its number wants that very one.
    assert_eq!(BASE.find_kwalificaties("25003")[0].crebo, old.crebo);
}

#[test]
fn the_eight_certificates_have_a_name_and_no_code() {
    for title in [
        "Beheersen voedselproductie",
        "Verzorgen van varkens",
        "Voedselveiligheid in de productieketen – basis",
        "Voedselveiligheid in de productieketen – verdieping",
        "Kunstmatige inseminatie paard",
        "Productietechniek geschikt voor niveau 2",
        "Productietechniek geschikt voor niveau 3",
        "Verdieping diervoeders",
    ] {
        let found = BASE.certificaten().iter().find(|c| c.title.as_str() == title);
        assert!(found.unwrap().code.is_none(), "{title}");
    }
}

#[test]
fn werkprocessen_say_that_they_are_borrowed() {
    for found in BASE.find("", Filter::All) {
        match found.kind() {
            OwnEntryKind::Kwalificatie => {}
            OwnEntryKind::Kerntaak
            | OwnEntryKind::Werkproces
            | OwnEntryKind::Keuzedeel
            | OwnEntryKind::Certificaat => {
                assert!(found.origin().certainty() > Certainty::Listed);
                let source = found.origin().source().unwrap().as_str();
                assert!(source.contains("controleer") && source.starts_with("SBB"), "{source}");
            }
        }
    }
}

#[test]
fn an_expired_kwalificatie_names_the_dossier_it_was_in_and_stands_under_the_next() {
    let old = BASE.kwalificatie(&crebo("25003")).unwrap();
    let name = |dossier: &Option<praktijkdossier::catalogue::Dossier>| {
        dossier.as_ref().map(|d| d.crebo.as_ref().unwrap().as_str().to_owned())
    };
    assert_eq!(
        (name(&old.dossier), name(&old.under)),
        (Some("23002".to_owned()), Some("23376".to_owned()))
    );
    let branch = BASE.tree().find(|branch| branch.kwalificaties.contains(&old)).unwrap();
    assert!(branch.kwalificaties.is_sorted_by_key(|k| k.status));
    let all: usize = BASE.tree().map(|branch| branch.kwalificaties.len()).sum();
    assert_eq!(all, BASE.kwalificaties().len());
    assert!(BASE.tree().last().unwrap().dossier.is_none());
}

#[test]
fn an_own_entry_goes_before_that_of_the_base_edition() {
    use OwnEntryField::{Code, Crebo as Number, Kind, Source, Title};
    let catalogue = Catalogue::new(&[
        own(1, &[(Kind, "kwalificatie"), (Number, "25168"), (Title, "Gastheer (oud)")]),
        own(
            2,
            &[
                (Kind, "werkproces"),
                (Number, "25168"),
                (Code, "B1-K1-W3"),
                (Title, "Ontvangt de gasten"),
                (Source, "SBB, dossier 2025"),
            ],
        ),
        own(3, &[(Kind, "certificaat"), (Code, "C9001"), (Title, "verzorgen van Varkens")]),
        own(4, &[(Kind, "keuzedeel"), (Code, "K0023"), (Title, "Digitale vaardigheden")]),
    ]);
    let (was, is) = (
        BASE.kwalificatie(&crebo("25168")).unwrap(),
        catalogue.kwalificatie(&crebo("25168")).unwrap(),
    );
    assert_eq!(is.name.as_str(), "Gastheer (oud)");
    // What the school left empty is kept.
    assert_eq!((is.niveau, &is.dossier), (was.niveau, &was.dossier));
    assert_eq!((is.origin.own(), is.origin.certainty()), (Some(Id::new(1)), Certainty::Own));

    let werkproces = &is.kerntaken[0].werkprocessen[2];
    assert_eq!(werkproces.title.as_str(), "Ontvangt de gasten");
    assert_eq!(werkproces.origin.source().unwrap().as_str(), "SBB, dossier 2025");
    assert_eq!(is.kerntaken[0].werkprocessen.len(), was.kerntaken[0].werkprocessen.len());

    let certificaat =
        catalogue.certificaten().iter().find(|c| c.title.as_str() == "verzorgen van Varkens");
    assert_eq!(certificaat.unwrap().code.as_ref().unwrap().as_str(), "C9001");
    assert_eq!(catalogue.certificaten().len(), BASE.certificaten().len());
    let keuzedeel =
        catalogue.keuzedelen().iter().find(|k| k.origin.own() == Some(Id::new(4))).unwrap();
    assert_eq!(keuzedeel.sbu.unwrap().number(), 240);
    assert_eq!(catalogue.keuzedelen().len(), BASE.keuzedelen().len());
    assert_eq!(catalogue.find("", Filter::Own).len(), 4);
    assert_eq!(catalogue.loose(), []);
}

#[test]
fn an_own_entry_that_is_new_is_added_in_its_place() {
    use OwnEntryField::{
        Code, Crebo as Number, Dossier, DossierCrebo, Kind, Niveau, ReplacedBy, Title,
    };
    // Lower things first: the order of entering does not matter.
    let catalogue = Catalogue::new(&[
        own(1, &[(Kind, "werkproces"), (Number, "29001"), (Code, "P1-K1-W10"), (Title, "Tien")]),
        own(2, &[(Kind, "werkproces"), (Number, "29001"), (Code, "P1-K1-W2"), (Title, "Twee")]),
        own(3, &[(Kind, "kerntaak"), (Number, "29001"), (Code, "P1-K1"), (Title, "Profiel")]),
        own(4, &[(Kind, "kerntaak"), (Number, "29001"), (Code, "B1-K1"), (Title, "Basis")]),
        own(
            5,
            &[
                (Kind, "kwalificatie"),
                (Number, "29001"),
                (Title, "Kokkerel"),
                (Niveau, "2"),
                (DossierCrebo, "23085"),
            ],
        ),
        own(
            6,
            &[
                (Kind, "kwalificatie"),
                (Number, "29002"),
                (Title, "Kokkerel"),
                (ReplacedBy, "29001"),
            ],
        ),
        own(
            7,
            &[
                (Kind, "kwalificatie"),
                (Number, "29003"),
                (Title, "Zonder"),
                (Dossier, "Ons dossier"),
            ],
        ),
        own(8, &[(Kind, "keuzedeel"), (Title, "Iets nieuws")]),
    ]);
    assert_eq!(catalogue.loose(), []);
    let kerntaken = catalogue.kerntaken(&crebo("29001"));
    assert_eq!(
        kerntaken.iter().map(|k| k.title.as_str()).collect::<Vec<_>>(),
        ["Basis", "Profiel"]
    );
    let titles: Vec<&str> = kerntaken[1].werkprocessen.iter().map(|w| w.title.as_str()).collect();
    assert_eq!(titles, ["Twee", "Tien"]);
    let numbers: Vec<&str> =
        catalogue.find_kwalificaties("kokkerel").iter().map(|k| k.crebo.as_str()).collect();
    assert_eq!(numbers, ["29001", "29002"]);
    let dossier = |code: &str| {
        let under = catalogue.kwalificatie(&crebo(code)).unwrap().under.clone();
        under.map(|dossier| dossier.name.as_str().to_owned())
    };
    assert_eq!(dossier("29001").as_deref(), Some("Keuken"));
    assert_eq!(dossier("29002"), None);
    assert_eq!(dossier("29003").as_deref(), Some("Ons dossier"));
    assert_eq!(catalogue.keuzedelen().len(), BASE.keuzedelen().len() + 1);
}

#[test]
fn an_own_entry_without_a_place_is_named_with_the_reason() {
    use OwnEntryField::{Code, Crebo as Number, Kind, Title};
    let catalogue = Catalogue::new(&[
        own(1, &[(Kind, "kwalificatie"), (Title, "Zonder nummer")]),
        own(2, &[(Kind, "kerntaak"), (Number, "29999"), (Code, "B1-K1"), (Title, "Onbekend")]),
        own(3, &[(Kind, "kerntaak"), (Number, "25168"), (Code, "B1-K1-W1"), (Title, "Te diep")]),
        own(4, &[(Kind, "werkproces"), (Number, "25168"), (Title, "Zonder code")]),
        own(5, &[(Kind, "werkproces"), (Number, "25168"), (Code, "P9-K9-W1"), (Title, "Los")]),
        own(6, &[(Kind, "keuzedeel"), (Code, "B1-K1"), (Title, "Verkeerde code")]),
        own(7, &[(Kind, "keuzedeel"), (Code, "K9001"), (Title, "Eerst")]),
        own(8, &[(Kind, "keuzedeel"), (Code, "K9001"), (Title, "Later")]),
    ]);
    let why: Vec<(i64, LooseReason)> =
        catalogue.loose().iter().map(|loose| (loose.id.raw(), loose.why)).collect();
    assert_eq!(
        why,
        [
            (1, LooseReason::NoKwalificatie),
            (2, LooseReason::NoKwalificatie),
            (3, LooseReason::NoCode),
            (4, LooseReason::NoCode),
            (5, LooseReason::NoKerntaak),
            (6, LooseReason::NoCode),
            (7, LooseReason::Doubled),
        ]
    );
    let found = catalogue.find("K9001", Filter::All);
    assert_eq!((found.len(), found[0].title()), (1, "Later"));
}

fn facts(catalogue: &Catalogue, typed: &str, filter: Filter<'_>) -> Facts {
    catalogue.facts(catalogue.find(typed, filter)[0]).unwrap()
}

#[test]
fn a_record_copies_its_title_and_keeps_it_when_the_catalogue_changes() {
    use OwnEntryField::{Code, Crebo as Number, Kind, Title};
    let of = crebo("25168");
    let component = facts(&BASE, "b1-k1-w3", Filter::PartsOf(&of)).component(Id::new(7));
    let text = |component: &ExamComponent| {
        praktijkdossier::domain::RecordKind::ExamComponent
            .fields()
            .iter()
            .filter_map(|field| {
                let value = praktijkdossier::domain::AnyRecord::from(component.clone())
                    .value(field.key)?
                    .stored();
                (!value.is_empty()).then(|| format!("{}: {value}", field.key))
            })
            .collect::<Vec<_>>()
            .join("\n")
    };
    expect![[r#"
        leerling: 7
        soort: werkproces
        crebo: 25168
        kwalificatie: Gastheer/-vrouw
        niveau: 2
        code: B1-K1-W3
        kerntaak: Werkt in de bediening
        titel: Ontvangt gasten
        deelexamen: 0
        bron: SBB, via OER's en examenplannen 2023–2026 – ontleend, controleer"#]]
    .assert_eq(&text(&component));

    let changed = Catalogue::new(&[own(
        1,
        &[
            (Kind, "werkproces"),
            (Number, "25168"),
            (Code, "B1-K1-W3"),
            (Title, "Heet gasten welkom"),
        ],
    )]);
    let mut later = component.clone();
    facts(&changed, "b1-k1-w3", Filter::PartsOf(&of)).fill(&mut later);
    assert_eq!(later.title.as_str(), "Heet gasten welkom");
    assert_eq!(later.source, None);
    assert_eq!(component.title.as_str(), "Ontvangt gasten");
}

#[test]
fn every_part_gives_the_facts_of_a_component_and_a_kwalificatie_those_of_a_traineeship() {
    for found in BASE.find("", Filter::All) {
        let facts = BASE.facts(found);
        match found {
            Found::Kwalificatie(_) => assert_eq!(facts, None),
            Found::Werkproces(kwalificatie, kerntaak, _) => {
                let facts = facts.unwrap();
                assert_eq!(facts.kind, ComponentKind::Werkproces);
                assert_eq!(facts.kwalificatie.unwrap(), kwalificatie.name);
                assert_eq!(facts.kerntaak.unwrap(), kerntaak.title);
                assert_eq!(facts.code.unwrap().kerntaak(), kerntaak.code.as_str());
            }
            Found::Kerntaak(..) | Found::Keuzedeel(_) | Found::Certificaat(_) => {
                let facts = facts.unwrap();
                assert_eq!(facts.title.as_str(), found.title());
                assert_eq!(
                    facts.code.as_ref().map(praktijkdossier::domain::PartCode::as_str),
                    found.code()
                );
            }
        }
    }
    let triage = facts(&BASE, "C0141", Filter::All);
    assert_eq!(triage.kind, ComponentKind::CertificaatOnderdeel);
    assert_eq!((triage.crebo.unwrap().as_str(), triage.niveau.unwrap().number()), ("25695", 4));

    let mut traineeship = Traineeship::read(|field| {
        let key = praktijkdossier::domain::Field::key(field);
        if key == "leerling" || key == "leerbedrijf" { "1".to_owned() } else { String::new() }
    });
    if let Ok(traineeship) = &mut traineeship {
        BASE.kwalificatie(&crebo("25180")).unwrap().fill(traineeship);
        assert_eq!(traineeship.kwalificatie.as_ref().unwrap().as_str(), "Kok");
    }
}

proptest! {
    /// Whatever part of its words is typed, in whatever order, the entry is among the hits.
    #[test]
    fn an_entry_is_found_by_its_own_words(at in any::<prop::sample::Index>(), skip in 0_usize..3, turn in any::<bool>()) {
        let all = BASE.find("", Filter::All);
        let entry = *at.get(&all);
        let mut words: Vec<&str> = entry.title().split_whitespace().chain(entry.code()).collect();
        if turn {
            words.reverse();
        }
        let typed = words[skip.min(words.len() - 1)..].join(" ");
        prop_assert!(BASE.find(&typed, Filter::All).contains(&entry), "{typed}");
    }

    /// Nothing that is typed breaks the search, and a filter only takes away.
    #[test]
    fn any_text_can_be_typed(typed in ".{0,12}") {
        let all = BASE.find(&typed, Filter::All);
        let some = BASE.find(&typed, KWALIFICATIES);
        prop_assert!(some.iter().all(|found| all.contains(found)));
    }
}
