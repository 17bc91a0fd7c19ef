//! The mbo-verklaring of an invented student: what is on it, what is missing, what warns, and whether it must be given.

use expect_test::{Expect, expect};

use super::*;
use crate::domain::draft::Draft;
use crate::domain::gap::Missing;
use crate::domain::readiness::Warning;
use crate::domain::verklaring;
use crate::domain::{BirthDate, Crebo, Entry as _, Hours, Id, Niveau, PersonName, Scale, YesNo};

fn day(typed: &str) -> Option<Day> {
    Day::parse(typed).ok()
}

/// Nothing is known.
fn blank() -> Concept {
    Concept {
        learner: Stored { id: Id::new(1), value: Learner::blank() },
        school: School::blank(),
        signers: Vec::new(),
        components: Vec::new(),
        traineeships: Vec::new(),
        verklaringen: Vec::new(),
        tests: Vec::new(),
        has_certificate: false,
        has_mbo_verklaring: false,
        place: None,
        date: None,
    }
}

/// Ready with a sufficient result, and owed.
fn ready() -> Concept {
    let mut of = blank();
    let learner = &mut of.learner.value;
    learner.voornamen = PersonName::parse("Anna").ok();
    learner.geslachtsnaam = PersonName::parse("Smit").ok();
    learner.geboortedatum = BirthDate::parse("1-3-2005").ok();
    learner.geboorteplaats = ShortText::parse("Utrecht").ok();
    learner.route = Some(Route::MboBol);
    learner.end = day("1-2-2026");
    learner.startkwalificatie = Some(YesNo::No);
    learner.opleiding = Title::parse("Verkoper").ok();
    learner.opleiding_crebo = Crebo::parse("25167").ok();
    learner.opleiding_niveau = Niveau::parse("2").ok();
    of.school.naam = Title::parse("ROC Tussen de Rivieren").ok();
    let mut signer = Ondertekenaar::blank();
    signer.naam = PersonName::parse("Johanna de Boer").ok();
    signer.functie = ShortText::parse("voorzitter").ok();
    of.signers.push(Stored { id: Id::new(1), value: signer });
    of.place = ShortText::parse("Utrecht").ok();
    of.date = day("3-5-2026");
    of.components.push(component(1, ComponentKind::Generiek, "Nederlands", "7"));
    of
}

fn component(id: i64, kind: ComponentKind, title: &str, result: &str) -> Stored<ExamComponent> {
    let title = Title::parse(title).unwrap();
    let mut value = ExamComponent::blank(Id::new(1), kind, title);
    value.result = ComponentResult::parse(result).ok();
    Stored { id: Id::new(id), value }
}

fn without_results() -> Concept {
    Concept { components: Vec::new(), ..ready() }
}

/// A traineeship of 100 hours for each id of a leerbedrijf, assessed so.
fn practised(option: BpvOption, assessed: Option<Assessment>, leerbedrijven: &[i64]) -> Concept {
    let mut of = without_results();
    of.learner.value.bpv_option = Some(option);
    of.learner.value.bpv_with_hours = true;
    for (id, leerbedrijf_id) in (1..).zip(leerbedrijven) {
        let mut traineeship = Traineeship::blank(Id::new(1), Id::new(*leerbedrijf_id));
        traineeship.assessment = assessed;
        traineeship.hours_realised = Hours::parse("100").ok();
        let mut leerbedrijf = Leerbedrijf::blank();
        leerbedrijf.naam = Title::parse(&format!("Bedrijf {leerbedrijf_id}")).ok();
        leerbedrijf.vestigingsplaats = ShortText::parse("Ede").ok();
        let traineeship = Stored { id: Id::new(id), value: traineeship };
        let leerbedrijf = Stored { id: Id::new(*leerbedrijf_id), value: leerbedrijf };
        let mut able = component(id, ComponentKind::Werkproces, "Serveert", "");
        able.value.scale = Some(Scale::Able);
        of.verklaringen.push(verklaring::Concept {
            learner: of.learner.clone(),
            traineeship: traineeship.clone(),
            leerbedrijf: leerbedrijf.clone(),
            praktijkopleider: None,
            erkenningen: Vec::new(),
            school: School { school_block: true, ..of.school.clone() },
            components: vec![able],
            place: of.place.clone(),
            date: of.date,
        });
        of.traineeships.push((traineeship, leerbedrijf));
    }
    of
}

fn shown(missing: &[Missing]) -> String {
    let lines = missing.iter().map(|Missing { gap, spot }| {
        let spot = spot.map(|spot| format!(" -> {:?} {} {}", spot.kind, spot.id, spot.field));
        format!("{gap:?}{}\n", spot.unwrap_or_default())
    });
    lines.collect()
}

fn check(missing: &[Missing], expected: Expect) {
    expected.assert_eq(&shown(missing));
}

#[test]
fn all_that_is_missing_is_named_with_its_field() {
    check(
        &blank().missing(),
        expect![[r#"
        Name -> Learner 1 geslachtsnaam
        BirthDate -> Learner 1 geboortedatum
        BirthPlace -> Learner 1 geboorteplaats
        KwalificatieName -> Learner 1 opleiding
        Leerweg -> Learner 1 route
        SchoolName -> School 1 naam
        Signer -> School 1 ondertekenaars
        SigningPlace
        SigningDate
        Result -> Learner 1 bpv-optie
    "#]],
    );
    check(
        &blank().missing_of_overview(),
        expect![[r#"
            Name -> Learner 1 geslachtsnaam
            BirthDate -> Learner 1 geboortedatum
            BirthPlace -> Learner 1 geboorteplaats
            KwalificatieName -> Learner 1 opleiding
            Leerweg -> Learner 1 route
            SchoolName -> School 1 naam
            Signer -> School 1 ondertekenaars
            SigningPlace
            SigningDate
            ExamResult -> Learner 1 onderdelen
        "#]],
    );
    assert_eq!(ready().missing(), []);
    assert_eq!(ready().missing_of_overview(), []);
}

#[test]
fn optie_1_and_2_want_a_positive_assessment_and_the_leerbedrijf() {
    let none = practised(BpvOption::Part, None, &[5]);
    check(
        &none.missing(),
        expect![[r#"
        PositiveAssessment -> Traineeship 1 beoordeling
    "#]],
    );
    check(
        &practised(BpvOption::Whole, None, &[]).missing(),
        expect![[r#"
        PositiveAssessment -> Learner 1 bpv-optie
    "#]],
    );
    let mut positive = practised(BpvOption::Part, Some(Assessment::Positive), &[5]);
    assert_eq!(positive.missing(), []);
    let (traineeship, leerbedrijf) = positive.traineeships.first_mut().unwrap();
    traineeship.value.hours_realised = None;
    leerbedrijf.value.naam = None;
    check(
        &positive.missing(),
        expect![[r#"
        LeerbedrijfName -> Leerbedrijf 5 naam
        Hours -> Traineeship 1 uren-gerealiseerd
    "#]],
    );
    positive.learner.value.bpv_with_hours = false;
    check(
        &positive.missing(),
        expect![[r#"
        LeerbedrijfName -> Leerbedrijf 5 naam
    "#]],
    );
}

#[test]
fn two_periods_at_one_leerbedrijf_are_one_line() {
    let of = practised(BpvOption::Whole, Some(Assessment::Positive), &[5, 6, 5]);
    let Some(Practice::Assessed { leerbedrijven, .. }) = of.facts().practice else { panic!() };
    let lines: Vec<_> =
        leerbedrijven.iter().map(|at| (at.leerbedrijf.as_deref().unwrap(), at.hours)).collect();
    assert_eq!(lines, [("Bedrijf 5", Some(200)), ("Bedrijf 6", Some(100))]);
}

/// Bijlage 10: a part-result carries a marker.
#[test]
fn a_result_of_a_part_says_so() {
    let mut of = ready();
    of.components.last_mut().unwrap().value.partial = true;
    let partial = |groups: Vec<ResultGroup>| -> Vec<bool> {
        groups.iter().flat_map(|group| &group.lines).map(|line| line.partial).collect()
    };
    assert_eq!(partial(of.facts().results), [true]);
    assert_eq!(partial(of.overview().results), [true]);
}

#[test]
fn however_many_periods_there_were_their_hours_stand_on_paper() {
    let mut of = practised(BpvOption::Whole, Some(Assessment::Positive), &[5; 7]);
    for (traineeship, _) in &mut of.traineeships {
        traineeship.value.hours_realised = Hours::parse("9999").ok();
    }
    assert_eq!(shown(&of.missing()), "");
    let Some(Practice::Assessed { leerbedrijven, .. }) = of.facts().practice else { panic!() };
    assert_eq!(leerbedrijven.first().unwrap().hours, Some(69_993));
}

/// What the paper says of the whole must not pass by a part that was assessed otherwise.
#[test]
fn a_negative_assessment_beside_a_positive_one_warns() {
    let mut of = practised(BpvOption::Whole, Some(Assessment::Positive), &[5, 6]);
    assert!(!of.warnings().contains(&Warning::WholeNotPositive));
    of.traineeships.last_mut().unwrap().0.value.assessment = Some(Assessment::Negative);
    assert!(of.warnings().contains(&Warning::WholeNotPositive));
    of.learner.value.bpv_option = Some(BpvOption::Part);
    assert!(!of.warnings().contains(&Warning::WholeNotPositive));
}

#[test]
fn optie_3_wants_each_praktijkverklaring_complete() {
    let of = practised(BpvOption::Praktijkverklaring, None, &[5]);
    check(
        &of.missing(),
        expect![[r#"
        KwalificatieName -> Traineeship 1 kwalificatie
        Praktijkopleider -> Traineeship 1 praktijkopleider
        WerkprocesDay -> ExamComponent 1 vastgesteld-op
        WerkprocesOpleider -> ExamComponent 1 vastgesteld-door
        WerkprocesCode -> ExamComponent 1 code
        WerkprocesKerntaak -> ExamComponent 1 kerntaak
        LeerbedrijfId -> Leerbedrijf 5 leerbedrijf-id
    "#]],
    );
    check(
        &practised(BpvOption::Praktijkverklaring, None, &[]).missing(),
        expect![[r#"
        Werkproces -> Learner 1 bpv-optie
    "#]],
    );
    let negative = practised(BpvOption::Praktijkverklaring, Some(Assessment::Negative), &[5]);
    check(
        &negative.missing(),
        expect![[r#"
        Werkproces -> Traineeship 1 werkprocessen
    "#]],
    );
    assert_eq!(negative.facts().practice, Some(Practice::Praktijkverklaringen(Vec::new())));
    assert!(negative.warnings().contains(&Warning::PracticeNotPositive));
    let Some(Practice::Praktijkverklaringen(all)) = of.facts().practice else { panic!() };
    assert!(all.iter().all(|one| one.school.is_none()), "the school stands on the front page");
}

#[test]
fn a_progress_test_says_what_it_was_and_how_it_went() {
    let test = Voortgangstoets {
        learner: Id::new(1),
        title: Title::parse("Kassa").unwrap(),
        explanation: None,
        result: None,
    };
    let tests = vec![Stored { id: Id::new(7), value: test }];
    check(
        &Concept { tests, ..without_results() }.missing(),
        expect![[r#"
        TestExplanation -> Voortgangstoets 7 toelichting
        TestResult -> Voortgangstoets 7 resultaat
    "#]],
    );
}

#[test]
fn only_what_is_sufficient_stands_in_deel_1_and_all_of_it_in_the_overview() {
    let mut of = ready();
    of.components = vec![
        component(1, ComponentKind::Keuzedeel, "Engels", "5,49"),
        component(2, ComponentKind::Generiek, "Rekenen", "5,5"),
        component(3, ComponentKind::Generiek, "Burgerschap", "niet voldaan"),
        component(4, ComponentKind::CertificaatOnderdeel, "Koken", "goed"),
        component(5, ComponentKind::Werkproces, "Serveert", "8"),
        component(6, ComponentKind::Specifiek, "Bediening", ""),
    ];
    let titles = |groups: Vec<ResultGroup>| -> String {
        let lines = |group: ResultGroup| {
            let part = |partial| if partial { " (part)" } else { "" };
            let lines = group.lines.iter().map(|l| format!("{}{}", l.title, part(l.partial)));
            format!("{:?}: {}\n", group.kind, lines.collect::<Vec<_>>().join(", "))
        };
        groups.into_iter().map(lines).collect()
    };
    expect![[r#"
        Specifiek: Koken, Serveert (part)
        Generiek: Rekenen
    "#]]
    .assert_eq(&titles(of.facts().results));
    expect![[r#"
        Specifiek: Koken, Serveert (part)
        Generiek: Burgerschap, Rekenen
        Keuzedeel: Engels
    "#]]
    .assert_eq(&titles(of.overview().results));
}

fn warned(of: &Concept) -> (Vec<String>, Vec<String>) {
    let say = |draft: Draft| draft.warnings().iter().map(|w| format!("{w:?}")).collect();
    let of = || Box::new(of.clone());
    (say(Draft::MboVerklaring(of())), say(Draft::Totaaloverzicht(of())))
}

#[test]
fn what_to_look_at_is_said() {
    let mut of = ready();
    let mut said = format!("{:?}\n", warned(&of));
    of.components.push(component(2, ComponentKind::Generiek, "Rekenen", "4"));
    of.has_mbo_verklaring = true;
    of.learner.value.end = None;
    said += &format!("{:?}\n", warned(&of));
    let mut forgotten = practised(BpvOption::Whole, Some(Assessment::Positive), &[5]);
    forgotten.learner.value.bpv_option = None;
    forgotten.learner.value.diploma = true;
    said += &format!("{:?}\n", warned(&forgotten));
    expect![[r#"
        (["MboVerklaringOwed"], ["NoOverviewNeeded"])
        (["StillEnrolled", "HasMboVerklaring", "OverviewBelongs"], ["StillEnrolled"])
        (["HasDiploma", "PracticeWithoutOption"], ["HasDiploma"])
    "#]]
    .assert_eq(&said);
}

#[test]
fn who_must_be_given_one_is_told_as_far_as_it_is_known() {
    let duty = |change: fn(&mut Concept)| {
        let mut of = ready();
        change(&mut of);
        of.must_get(Day::parse("3-5-2026").unwrap())
    };
    let born = |typed: &str| BirthDate::parse(typed).ok();
    assert_eq!(born("2003").unwrap().turned(23, Day::parse("1-2-2026").unwrap()), None);
    for (duty, expected) in [
        (duty(|_| {}), Duty::Must),
        (duty(|of| of.learner.value.end = day("3-5-2026")), Duty::Must),
        (duty(|of| of.learner.value.end = day("4-5-2026")), Duty::Not(NoDuty::Enrolled)),
        (duty(|of| of.learner.value.end = None), Duty::Not(NoDuty::Enrolled)),
        (duty(|of| of.learner.value.route = Some(Route::Pro)), Duty::Not(NoDuty::OtherRoute)),
        (duty(|of| of.learner.value.route = None), Duty::Unknown(Doubt::Route)),
        (duty(|of| of.has_mbo_verklaring = true), Duty::Not(NoDuty::Done)),
        (duty(|of| of.has_certificate = true), Duty::Not(NoDuty::Diploma)),
        (duty(|of| of.learner.value.diploma = true), Duty::Not(NoDuty::Diploma)),
        (duty(|of| of.components.clear()), Duty::Not(NoDuty::NoResult)),
        (
            duty(|of| of.components = vec![component(1, ComponentKind::Generiek, "Rekenen", "3")]),
            Duty::Unknown(Doubt::Insufficient),
        ),
        (duty(|of| of.learner.value.startkwalificatie = Some(YesNo::Yes)), Duty::OnRequest),
        (
            duty(|of| of.learner.value.startkwalificatie = None),
            Duty::Unknown(Doubt::Startkwalificatie),
        ),
        (
            duty(|of| of.learner.value.geboortedatum = BirthDate::parse("1-2-2003").ok()),
            Duty::OnRequest,
        ),
        (duty(|of| of.learner.value.geboortedatum = BirthDate::parse("2-2-2003").ok()), Duty::Must),
        (
            duty(|of| of.learner.value.geboortedatum = BirthDate::parse("2003").ok()),
            Duty::Unknown(Doubt::Age),
        ),
        (duty(|of| of.learner.value.geboortedatum = None), Duty::Unknown(Doubt::Age)),
    ] {
        assert_eq!(duty, expected);
    }
}
