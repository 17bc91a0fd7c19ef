//! What is found by typing, and in which order.

use expect_test::{Expect, expect};
use praktijkdossier::catalogue::{Filter, Status};
use praktijkdossier::domain::OwnEntryKind;
use proptest::prelude::*;

use crate::{BASE, crebo, shown};

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
