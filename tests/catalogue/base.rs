//! What the base edition holds.

use std::collections::{BTreeMap, BTreeSet};

use expect_test::expect_file;
use praktijkdossier::catalogue::{Certainty, Dossier, Filter};
use praktijkdossier::domain::OwnEntryKind;

use crate::{BASE, crebo, shown};

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
    expect_file!["../golden/catalogue_counts.txt"].assert_eq(&lines.concat());
}

#[test]
fn every_line_of_the_files_is_an_entry() {
    let lines = |text: &str| text.lines().count() - 1;
    let parts = BASE.find("", Filter::Kind(OwnEntryKind::Kerntaak)).len()
        + BASE.find("", Filter::Kind(OwnEntryKind::Werkproces)).len();
    assert_eq!(
        [BASE.kwalificaties().len(), parts, BASE.keuzedelen().len(), BASE.certificaten().len()],
        [
            lines(include_str!("../../assets/catalogue/kwalificaties.csv")),
            lines(include_str!("../../assets/catalogue/werkprocessen.csv")),
            lines(include_str!("../../assets/catalogue/keuzedelen.csv")),
            lines(include_str!("../../assets/catalogue/certificaten.csv")),
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
    let name = |dossier: &Option<Dossier>| {
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
