//! What records take over from the catalogue.

use expect_test::expect;
use praktijkdossier::catalogue::{Catalogue, Facts, Filter, Found};
use praktijkdossier::domain::{
    AnyRecord, ComponentKind, ExamComponent, Id, OwnEntryField, PartCode, RecordKind, Traineeship,
};

use crate::{BASE, crebo, own};

fn facts(catalogue: &Catalogue, typed: &str, filter: Filter<'_>) -> Facts {
    catalogue.facts(catalogue.find(typed, filter)[0]).unwrap()
}

#[test]
fn a_record_copies_its_title_and_keeps_it_when_the_catalogue_changes() {
    use OwnEntryField::{Code, Crebo as Number, Kind, Title};
    let of = crebo("25168");
    let component = facts(&BASE, "b1-k1-w3", Filter::PartsOf(&of)).component(Id::new(7));
    let text = |component: &ExamComponent| {
        RecordKind::ExamComponent
            .fields()
            .iter()
            .filter_map(|field| {
                let value = AnyRecord::from(component.clone()).value(field.key)?.stored();
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
        stand: niet-gestart
        deelexamen: 0
        bron: SBB, via OER's en examenplannen 2023–2026 – ontleend, controleer
        certificaat: 0"#]]
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
    let later = facts(&changed, "b1-k1-w3", Filter::PartsOf(&of)).component(Id::new(7));
    assert_eq!(later.title.as_str(), "Heet gasten welkom");
    // All of it is new, also that the school named no source.
    assert_eq!(
        later,
        ExamComponent { title: later.title.clone(), source: None, ..component.clone() }
    );
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
                assert_eq!(facts.code.as_ref().map(PartCode::as_str), found.code());
            }
        }
    }
    let triage = facts(&BASE, "C0141", Filter::All);
    assert_eq!(triage.kind, ComponentKind::CertificaatOnderdeel);
    assert_eq!((triage.crebo.unwrap().as_str(), triage.niveau.unwrap().number()), ("25695", 4));

    let mut traineeship = Traineeship::blank(Id::new(1), Id::new(2));
    BASE.kwalificatie(&crebo("25180")).unwrap().fill(&mut traineeship);
    assert_eq!(traineeship.kwalificatie.unwrap().as_str(), "Kok");
    assert_eq!(
        (traineeship.crebo.unwrap().as_str(), traineeship.niveau.unwrap().number()),
        ("25180", 2)
    );
}
