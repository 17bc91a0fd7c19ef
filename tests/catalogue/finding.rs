//! What is found by typing, and in which order.

use expect_test::{Expect, expect};
use praktijkdossier::catalogue::{Catalogue, Filter, Status};
use praktijkdossier::domain::{OwnEntryField, OwnEntryKind};
use proptest::prelude::*;

use crate::{BASE, crebo, own, shown};

const KWALIFICATIES: Filter<'_> = Filter::Kind(OwnEntryKind::Kwalificatie);

fn check(typed: &str, filter: Filter<'_>, most: usize, expected: &Expect) {
    let found = BASE.find(typed, filter);
    let mut lines: Vec<String> = found.iter().take(most).map(|found| shown(*found)).collect();
    if found.len() > most {
        lines.push(format!("and {} more", found.len() - most));
    }
    expected.assert_eq(&lines.join("\n"));
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
    check("25.180", KWALIFICATIES, 12, &expect!["25180 Kok [opvolger vanaf 2026]"]);
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
            C0021 Koken in de horeca
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
            B1-K1-W3 Ontvangt gasten (25168) [opvolger vanaf 2026]
            B1-K1-W4 Adviseert gasten en neemt de bestelling op (25168) [opvolger vanaf 2026]"#]],
    );
}

#[test]
fn what_fits_in_its_own_words_comes_before_what_fits_by_its_dossier() {
    check(
        "keuken",
        KWALIFICATIES,
        8,
        &expect![[r#"
            25955 Keukenmonteur
            26017 Keukenmonteur [geldigheid onbekend]
            27065 Leidinggevende keuken
            25181 Leidinggevende keuken [opvolger vanaf 2026]
            25956 Allround keukenmonteur
            26022 Allround keukenmonteur [geldigheid onbekend]
            27064 Gespecialiseerd kok
            27060 Kok
            and 5 more"#]],
    );
    check(
        "verpleeg",
        Filter::All,
        20,
        &expect![[r#"
        K0616 Verpleegkundige zorg voor kwetsbare ouderen in een kortdurende (acute) opnamesituatie
        C0155 Verpleegkundige ondersteuning en begeleiding
        C0106 Verpleegtechnisch handelen, niveau 3
        C0156 Verpleegtechnisch handelen, niveau 4
        25655 Mbo-Verpleegkundige
        C0147 Coördinatie en organisatie van de verpleegkundige zorg
        C0150 Individuele verpleegkundige zorg
        C0151 Kwaliteitszorg en professionalisering in de verpleegkundige zorg
        C0153 Plannen van verpleegkundige zorg
        B1-K1 Bieden van zorg en ondersteuning in het verpleegkundig proces (25655)
        B1-K1-W2 Stelt de verpleegkundige diagnose en stelt het individuele plan van de zorgvrager op (Zorgverlener) (25655)
        B1-K1-W4 Voert verpleegtechnische handelingen uit (Zorgverlener) (25655)
        B1-K1-W5 Voert verpleegtechnische handelingen uit (Zorgverlener) (25656)
        B1-K2 Werken aan organisatie- en professiegebonden taken (25655)
        B1-K1-W5 Communiceert met de zorgvrager en het sociale netwerk (Communicator) (25655)
        B1-K2-W3 Draagt bij aan goede kwaliteit van zorg (Professional en kwaliteitsbevorderaar) (25655)
        B1-K1-W1 Onderkent bestaande of dreigende gezondheidsproblemen (Gezondheidsbevorderaar) (25655)
        B1-K1-W6 Organiseert en coördineert de zorgverlening van de zorgvragers (Organisator) (25655)
        B1-K1-W7 Reageert op onvoorziene en crisissituaties (Organisator) (25655)
        B1-K1-W3 Voert interventies uit (Zorgverlener) (25655)
        and 5 more"#]],
    );
    let parts = BASE.find("", Filter::PartsOf(&crebo("25168")));
    assert_eq!(
        (parts.len(), parts.iter().filter(|f| f.kind() == OwnEntryKind::Kerntaak).count()),
        (15, 2)
    );
}

#[test]
fn an_exact_code_comes_first_even_when_it_is_superseded() {
    use OwnEntryField::{Crebo as Number, Kind, Title};
    let catalogue = Catalogue::new(&[own(
        1,
        &[(Kind, "kwalificatie"), (Number, "29001"), (Title, "25003 voortgezet")],
    )]);
    let numbers: Vec<&str> =
        catalogue.find_kwalificaties("25003").iter().map(|k| k.crebo.as_str()).collect();
    assert_eq!(numbers, ["25003", "29001"]);
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

/// What is found of the tree: number of the dossier, and of how many kwalificaties.
fn branches(typed: &str) -> Vec<(Option<&'static str>, usize)> {
    let found = BASE.find_branches(typed).into_iter();
    found
        .map(|branch| {
            let crebo = branch.dossier.and_then(|dossier| dossier.crebo.as_ref());
            (crebo.map(|crebo| crebo.as_str()), branch.kwalificaties.len())
        })
        .collect()
}

#[test]
fn a_dossier_keeps_its_kwalificaties_and_a_kwalificatie_its_dossier() {
    assert_eq!(BASE.find_branches(""), BASE.tree().collect::<Vec<_>>());
    assert_eq!(branches("23085"), [(Some("23085"), 4)], "all of the dossier");
    assert_eq!(branches("25.180"), [(Some("23085"), 1)], "the dossier of the kwalificatie");
    assert_eq!(branches("26017"), [(None, 1)], "what has no dossier");
    assert_eq!(branches("xyzzy"), []);
    let whole = BASE.branch(BASE.find_branches("25180")[0].dossier).unwrap();
    assert_eq!(whole.kwalificaties.len(), 4);
}

#[test]
fn a_word_of_its_own_comes_before_a_part_of_a_word() {
    let catalogue = Catalogue::new(&[]);
    let found = catalogue.find_kwalificaties("bakker");
    let whole = |title: &str| title.to_lowercase().split(' ').any(|word| word == "bakker");
    let current =
        found.iter().filter(|k| k.status != praktijkdossier::catalogue::Status::Superseded);
    let wholes: Vec<bool> = current.map(|k| whole(k.name.as_str())).collect();
    assert!(wholes.contains(&true) && wholes.contains(&false), "both are in the catalogue");
    let first_part = wholes.iter().position(|whole| !whole).unwrap();
    assert!(wholes[first_part..].iter().all(|whole| !whole), "{wholes:?}");
}
