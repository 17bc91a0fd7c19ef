//! The certificaat of an invented kandidaat: what is on it, what is missing, what warns.

use expect_test::{Expect, expect};

use super::*;
use crate::domain::draft::Draft;
use crate::domain::gap::Missing;
use crate::domain::{BirthDate, Crebo, Entry as _, Id, Niveau, PartCode, PersonName, Title};

/// Nothing is known but what it is of.
fn blank(kind: ComponentKind) -> Concept {
    let title = Title::parse("Koken in de horeca").unwrap();
    let component = ExamComponent::blank(Id::new(1), kind, title);
    Concept {
        learner: Stored { id: Id::new(1), value: Learner::blank() },
        component: Stored { id: Id::new(7), value: component },
        traineeship: None,
        leerbedrijf: None,
        school: School::blank(),
        signers: Vec::new(),
        place: None,
        date: None,
    }
}

/// An onderdeel of which nothing is missing.
fn ready() -> Concept {
    let mut of = blank(ComponentKind::CertificaatOnderdeel);
    let learner = &mut of.learner.value;
    learner.voornamen = PersonName::parse("Anna").ok();
    learner.geslachtsnaam = PersonName::parse("Smit").ok();
    learner.geboortedatum = BirthDate::parse("1-3-2005").ok();
    learner.geboorteplaats = ShortText::parse("Utrecht").ok();
    learner.route = Some(Route::DerdeLeerweg);
    let component = &mut of.component.value;
    component.code = PartCode::parse("C0021").ok();
    component.kwalificatie = Title::parse("Kok").ok();
    component.crebo = Crebo::parse("25180").ok();
    component.niveau = Niveau::parse("2").ok();
    component.dossier = Title::parse("Keuken").ok();
    component.dossier_crebo = Crebo::parse("23085").ok();
    component.requirements = ShortText::parse("een regeling").ok();
    component.result = ComponentResult::parse("7").ok();
    component.result_on = Day::parse("1-6-2026").ok();
    component.decided_on = Day::parse("8-6-2026").ok();
    of.school.naam = Title::parse("ROC Tussen de Rivieren").ok();
    of.signers.push(signer(4));
    of.place = ShortText::parse("Utrecht").ok();
    of.date = Day::parse("9-6-2026").ok();
    of
}

fn signer(id: i64) -> Stored<Ondertekenaar> {
    let naam = PersonName::parse("Johanna de Boer").ok();
    let functie = ShortText::parse("voorzitter").ok();
    Stored { id: Id::new(id), value: Ondertekenaar { naam, functie, signs: true } }
}

fn with(change: impl FnOnce(&mut Concept)) -> Concept {
    let mut of = ready();
    change(&mut of);
    of
}

fn check(of: &Concept, expected: Expect) {
    let missing = of.missing();
    let lines = missing.iter().map(|Missing { gap, spot }| {
        let spot = spot.map(|spot| format!(" -> {:?} {} {}", spot.kind, spot.id, spot.field));
        format!("{gap:?}{}\n", spot.unwrap_or_default())
    });
    expected.assert_eq(&lines.collect::<String>());
    let complete = Draft::Certificaat(Box::new(of.clone())).complete();
    assert_eq!(complete.is_ok(), missing.is_empty(), "the gate lets through what is complete");
}

#[test]
fn all_that_is_missing_is_named_with_its_field() {
    check(
        &blank(ComponentKind::CertificaatOnderdeel),
        expect![[r#"
            Name -> Learner 1 geslachtsnaam
            BirthDate -> Learner 1 geboortedatum
            BirthPlace -> Learner 1 geboorteplaats
            OnderdeelCode -> ExamComponent 7 code
            KwalificatieName -> ExamComponent 7 kwalificatie
            DossierName -> ExamComponent 7 dossier
            DossierCrebo -> ExamComponent 7 dossier-crebo
            SufficientResult -> ExamComponent 7 resultaat
            Decision -> ExamComponent 7 besluit-examencommissie
            SchoolName -> School 1 naam
            Signer -> School 1 ondertekenaars
            SigningPlace
            SigningDate
        "#]],
    );
    check(
        &blank(ComponentKind::Keuzedeel),
        expect![[r#"
            Name -> Learner 1 geslachtsnaam
            BirthDate -> Learner 1 geboortedatum
            BirthPlace -> Learner 1 geboorteplaats
            Certificate -> ExamComponent 7 certificaat
            KeuzedeelCode -> ExamComponent 7 code
            SufficientResult -> ExamComponent 7 resultaat
            Decision -> ExamComponent 7 besluit-examencommissie
            SchoolName -> School 1 naam
            Signer -> School 1 ondertekenaars
            SigningPlace
            SigningDate
        "#]],
    );
    check(&ready(), expect![[""]]);
}

#[test]
fn each_gap_alone_keeps_it_from_paper() {
    let alone = [
        with(|of| of.learner.value.geslachtsnaam = None),
        with(|of| of.learner.value.geboorteplaats = None),
        with(|of| of.learner.value.geboortedatum = BirthDate::parse("2027").ok()),
        with(|of| of.component.value.crebo = None),
        with(|of| of.component.value.niveau = None),
        with(|of| of.component.value.decided_on = None),
        with(|of| of.signers[0].value.naam = None),
        with(|of| of.signers[0].value.functie = None),
        with(|of| of.place = None),
        with(|of| of.date = None),
    ];
    let gaps: Vec<String> = alone
        .iter()
        .map(|of| {
            let missing = of.missing();
            let spot = missing[0].spot.map_or("", |spot| spot.field);
            assert_eq!(missing.len(), 1);
            format!("{:?} {spot}", missing[0].gap)
        })
        .collect();
    expect![[r#"
        Name geslachtsnaam
        BirthPlace geboorteplaats
        BirthDate geboortedatum
        Crebo crebo
        Niveau niveau
        Decision besluit-examencommissie
        SignerName naam
        SignerFunctie functie
        SigningPlace 
        SigningDate "#]]
    .assert_eq(&gaps.join("\n"));
}

#[test]
fn only_a_whole_and_sufficient_result_counts() {
    let result =
        |typed: &str| with(|of| of.component.value.result = ComponentResult::parse(typed).ok());
    for typed in ["6", "10", "voldoende", "uitmuntend", "voldaan", "vrijstelling"] {
        check(&result(typed), expect![[""]]);
    }
    for typed in ["5,9", "5,5", "1", "bijna voldoende", "niet voldaan", ""] {
        check(
            &result(typed),
            expect![[r#"
                SufficientResult -> ExamComponent 7 resultaat
            "#]],
        );
    }
    check(
        &with(|of| of.component.value.partial = true),
        expect![[r#"
            WholeResult -> ExamComponent 7 deelexamen
        "#]],
    );
}

#[test]
fn each_kind_has_a_code_of_its_own() {
    let code = |kind, typed: &str| {
        with(|of| {
            of.component.value.kind = kind;
            of.component.value.certificate = true;
            of.component.value.code = PartCode::parse(typed).ok();
        })
        .missing()
    };
    assert_eq!(code(ComponentKind::CertificaatOnderdeel, "C0021"), []);
    assert_eq!(code(ComponentKind::Keuzedeel, "K0067"), []);
    assert_eq!(code(ComponentKind::CertificaatOnderdeel, "K0067").len(), 1);
    assert_eq!(code(ComponentKind::CertificaatOnderdeel, "B1-K1").len(), 1);
    assert_eq!(code(ComponentKind::Keuzedeel, "C0021").len(), 1);
}

#[test]
fn of_a_werkproces_there_is_no_certificaat() {
    for kind in [ComponentKind::Werkproces, ComponentKind::Specifiek, ComponentKind::Generiek] {
        check(
            &with(|of| of.component.value.kind = kind),
            expect![[r#"
                Certificate -> ExamComponent 7 certificaat
            "#]],
        );
    }
}

#[test]
fn what_the_school_does_not_want_stays_off() {
    let facts = ready().facts();
    assert_eq!((facts.result, facts.leerweg, &facts.leerbedrijf), (None, None, &None));
    let facts = with(|of| of.school.with_leerweg = true).facts();
    assert_eq!(facts.leerweg, Some(Route::DerdeLeerweg));
    let facts = with(|of| {
        of.school.with_leerweg = true;
        of.learner.value.route = Some(Route::Pro);
    })
    .facts();
    assert_eq!(facts.leerweg, None, "pro has no leerweg");
    let facts = with(|of| of.school.with_result = true).facts();
    assert_eq!(facts.result, Some(ComponentResult::Figure(700)));
}

#[test]
fn what_is_out_of_order_warns() {
    let warned = [
        with(|of| of.learner.value.voornamen = None),
        with(|of| of.learner.value.diploma = true),
        with(|of| of.component.value.requirements = None),
        with(|of| of.component.value.decided_on = Day::parse("31-5-2026").ok()),
        with(|of| of.date = Day::parse("7-6-2026").ok()),
        with(|of| of.school.with_leerbedrijf = true),
        ready(),
    ];
    let warnings: Vec<String> = warned
        .into_iter()
        .map(|of| format!("{:?}", Draft::Certificaat(Box::new(of)).warnings()))
        .collect();
    expect![[r#"
        [NoFirstNames]
        [DiplomaInstead]
        [NoRequirements]
        [DecidedBeforeResult]
        [SignedBeforeDecided]
        [ExtraNotKnown]
        []"#]]
    .assert_eq(&warnings.join("\n"));
}
