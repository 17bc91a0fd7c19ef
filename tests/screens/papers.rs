//! What comes on paper is what stands on the screen, and no file is lost for it.

use praktijkdossier::changes::{Change, Purpose};
use praktijkdossier::domain::gap::Gap;
use praktijkdossier::domain::{
    AnyRecord, BirthDate, ComponentKind, ComponentResult, Crebo, Day, Entry as _, ExamComponent,
    Hours, Id, Learner, Leerbedrijf, LeerbedrijfId, Niveau, PartCode, PersonName, Praktijkopleider,
    RecordKind, School, ShortText, Title, Traineeship,
};
use praktijkdossier::store::Store;

use crate::screens::fields::stamp;
use crate::screens::making::{at_mbo, make_final, text_of};
use crate::screens::window::Window;

/// Learner 1 at leerbedrijf 1, complete for a praktijkverklaring.
pub(crate) fn complete(store: &mut Store) {
    let name = |text: &str| PersonName::parse(text).ok();
    let place = |text: &str| ShortText::parse(text).ok();
    let learner = Learner {
        voornamen: name("Bo"),
        geslachtsnaam: name("Vries"),
        geboortedatum: BirthDate::parse("3-5-2009").ok(),
        geboorteplaats: place("Ens"),
        ..Learner::blank()
    };
    let leerbedrijf = Leerbedrijf {
        naam: Title::parse("Hotel De Kroon").ok(),
        vestigingsplaats: place("Urk"),
        leerbedrijf_id: LeerbedrijfId::parse("100077736").ok(),
        ..Leerbedrijf::blank()
    };
    let opleider = Praktijkopleider {
        voornaam: name("Joke"),
        achternaam: name("Hof"),
        ..Praktijkopleider::blank(Id::added(0))
    };
    let traineeship = Traineeship {
        praktijkopleider: Some(Id::added(0)),
        crebo: Crebo::parse("25168").ok(),
        kwalificatie: Title::parse("Gastheer/-vrouw").ok(),
        niveau: Niveau::parse("2").ok(),
        hours_realised: Hours::parse("320").ok(),
        ..Traineeship::blank(Id::added(0), Id::added(0))
    };
    let school = School { plaats: place("Ens"), ..School::blank() };
    let adds = vec![
        Change::Add(school.into()),
        Change::Add(learner.into()),
        Change::Add(leerbedrijf.into()),
        Change::Add(opleider.into()),
        Change::Add(traineeship.into()),
    ];
    store.apply(&Change::Together(Purpose::SetFromJson, adds), &stamp()).unwrap();
    add(store, able("B1-K1-W1", "25168"));
}

/// A werkproces that learner 1 can perform, says praktijkopleider 1.
pub(crate) fn able(code: &str, crebo: &str) -> ExamComponent {
    let read = |key: &'static str| {
        let text = match key {
            "leerling" | "stage" | "vastgesteld-door" => "1",
            "soort" => "werkproces",
            "stand" => "kan-uitvoeren",
            "crebo" => crebo,
            "code" => code,
            "kerntaak" => "Ontvangt en bedient gasten",
            "titel" => "Ontvangt gasten",
            "vastgesteld-op" => "2026-11-20",
            _ => "",
        };
        text.to_owned()
    };
    let AnyRecord::ExamComponent(component) =
        AnyRecord::read(RecordKind::ExamComponent, read).unwrap()
    else {
        unreachable!()
    };
    component
}

pub(crate) fn add(store: &mut Store, record: impl Into<AnyRecord>) {
    store.apply(&Change::Add(record.into()), &stamp()).unwrap();
}

fn concept(store: &Store) -> praktijkdossier::domain::verklaring::Concept {
    let day = Day::parse("24-11-2026").ok();
    store.concept(Id::new(1), ShortText::parse("Ens").ok(), day).unwrap()
}

fn store() -> Store {
    let mut store = Store::in_memory().unwrap();
    complete(&mut store);
    assert!(concept(&store).complete().is_ok());
    store
}

#[test]
fn no_paper_while_a_field_holds_what_does_not_fit() {
    let mut window = Window::on(complete);
    *window.computer.answer.borrow_mut() = Some(window.folder.path().join("verklaring.pdf"));
    window.open("Vries");
    window.fill("Geboortedatum", "4-5-20099");
    window.click("Documenten");
    window.click("Definitief maken…");
    assert!(!window.says("Definitief maken?"), "nothing is asked before that is mended");
    assert!(window.store().register().unwrap().is_empty());
    window.click("Documenten");
    window.click("Concept opslaan…");
    let made = window.computer.shown.borrow().len();
    assert_eq!(made, 0, "the screen says 4-5-20099, the paper would say 3 mei 2009");
}

#[test]
fn no_certificaat_while_the_name_of_who_signs_does_not_fit() {
    let mut window = Window::on(|store| {
        at_mbo(store);
        let title = Title::parse("Digitale vaardigheden").unwrap();
        let keuzedeel = ExamComponent {
            code: PartCode::parse("K0023").ok(),
            certificate: true,
            result: ComponentResult::parse("8").ok(),
            decided_on: Day::parse("20-11-2026").ok(),
            ..ExamComponent::blank(Id::new(1), ComponentKind::Keuzedeel, title)
        };
        add(store, keuzedeel);
    });
    window.click("Instellingen");
    window.click("Documenten");
    window.fill("Naam", "123");
    window.click("Leerlingen");
    window.open("Vries");
    window.click("Documenten");
    window.open("Mbo-certificaat – Digitale vaardigheden");
    window.click("Definitief maken…");
    assert!(!window.says("Definitief maken?"), "the screen says 123, the paper would say Hedwig");
    window.command(egui::Modifiers::NONE, egui::Key::Num5);
    window.click("Documenten");
    window.fill("Naam", "Ru Smit");
    window.command(egui::Modifiers::NONE, egui::Key::Num1);
    window.open("Vries");
    window.click("Documenten");
    window.open("Mbo-certificaat – Digitale vaardigheden");
    make_final(&mut window);
    assert!(text_of(&window, "MC-2026-0001").contains("Ru Smit"));
}

#[test]
fn a_paper_does_not_overwrite_a_file_that_nobody_was_asked_about() {
    let mut window = Window::on(complete);
    let there = window.folder.path().join("verklaring.pdf");
    std::io::Write::write_all(&mut std::fs::File::create(&there).unwrap(), b"iets anders").unwrap();
    // The system asked about `verklaring`, which is not there.
    *window.computer.answer.borrow_mut() = Some(window.folder.path().join("verklaring"));
    window.open("Vries");
    window.click("Documenten");
    window.click("Concept opslaan…");
    assert!(std::fs::read(&there).unwrap() == b"iets anders", "it is another file now");
}

#[test]
fn only_a_praktijkopleider_of_the_leerbedrijf_establishes() {
    let mut store = store();
    add(&mut store, Leerbedrijf::blank());
    add(&mut store, Praktijkopleider::blank(Id::new(2)));
    let other = ExamComponent { established_by: Some(Id::new(2)), ..able("B1-K1-W2", "25168") };
    let refused = store.apply(&Change::Add(other.into()), &stamp()).is_err();
    assert!(refused || concept(&store).complete().is_err(), "someone of another leerbedrijf");
}

#[test]
fn a_werkproces_stands_on_paper_once() {
    let mut store = store();
    add(&mut store, able("B1-K1-W1", "25168"));
    let complete = concept(&store).complete();
    let rows =
        complete.map_or(1, |v| v.facts().kerntaken.iter().map(|k| k.werkprocessen.len()).sum());
    assert_eq!(rows, 1);
}

#[test]
fn only_the_code_of_a_werkproces_is_one() {
    for code in ["B1-K1", "K0067"] {
        let mut store = store();
        add(&mut store, able(code, "25168"));
        assert!(concept(&store).complete().is_err(), "{code} is no werkproces");
    }
}

#[test]
fn a_kerntaak_stands_on_paper_once_also_when_a_crebo_was_left_out() {
    let mut store = store();
    add(&mut store, able("B1-K1-W2", ""));
    add(&mut store, able("B1-K2-W1", ""));
    let verklaring = concept(&store).complete().unwrap();
    let codes: Vec<&str> = verklaring.facts().kerntaken.iter().map(|k| k.code.as_str()).collect();
    assert_eq!(codes, ["B1-K1", "B1-K2"]);
}

#[test]
fn nobody_is_born_after_the_signing() {
    let mut store = store();
    let mut learner = store.learner(Id::new(1)).unwrap().value;
    learner.geboortedatum = BirthDate::parse("3-5-58").ok();
    store.apply(&Change::Edit(1, learner.into()), &stamp()).unwrap();
    let born = concept(&store).complete().map(|v| v.facts().person.born);
    assert!(born.map_or(true, |born| born.unwrap().stored().as_str() < "2026"));
}

fn gaps(store: &Store) -> Vec<Gap> {
    concept(store).missing().into_iter().map(|missing| missing.gap).collect()
}

#[test]
fn a_code_has_one_title_on_paper_also_when_a_crebo_was_left_out() {
    let mut store = store();
    add(&mut store, titled("B1-K1-W1", "", "Neemt afscheid"));
    assert_eq!(gaps(&store), [Gap::WerkprocesTitles]);
}

fn titled(code: &str, crebo: &str, title: &str) -> ExamComponent {
    ExamComponent { title: Title::parse(title).unwrap(), ..able(code, crebo) }
}

#[test]
fn a_crebo_has_one_name_on_paper() {
    let mut store = store();
    for (code, name) in [("B1-K1-W2", "Kok"), ("B1-K1-W3", "Bakker")] {
        let kwalificatie = Title::parse(name).ok();
        add(&mut store, ExamComponent { kwalificatie, ..able(code, "25180") });
    }
    assert_eq!(gaps(&store), [Gap::ExtraKwalificatie], "25180 is no Bakker");
}

#[test]
fn what_is_named_after_another_kwalificatie_is_not_printed_as_of_this_one() {
    let mut store = store();
    let kwalificatie = Title::parse("Kok").ok();
    add(&mut store, ExamComponent { kwalificatie, ..able("B1-K1-W2", "") });
    assert_eq!(gaps(&store), [Gap::ExtraKwalificatie]);
}
