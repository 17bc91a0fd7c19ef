//! Nothing that was entered goes astray: not while typing, not by closing, not by going back a step.

use egui::Key;
use praktijkdossier::changes::Change;
use praktijkdossier::domain::{
    Entry as _, ExamComponent, Id, Leerbedrijf, PersonName, Praktijkopleider, Record as _, Scale,
    Title, Traineeship,
};
use praktijkdossier::store::Store;

use crate::screens::fields::{learners, stamp};
use crate::screens::window::{TODAY, Window};

/// A learner at a leerbedrijf with two praktijkopleiders, who can do one werkproces, established by nobody yet.
fn at_work(store: &mut Store) {
    learners(&["Vries"])(store);
    let naam = Title::parse("Hotel De Kroon").ok();
    let add = |store: &mut Store, record| {
        store.apply(&Change::Add(record), &stamp()).unwrap();
    };
    add(store, Leerbedrijf { naam, ..Leerbedrijf::blank() }.into());
    for name in ["Aarts", "Bos"] {
        let (voornaam, achternaam) = (PersonName::parse("Jo").ok(), PersonName::parse(name).ok());
        let person = Praktijkopleider::blank(Id::new(1));
        add(store, Praktijkopleider { voornaam, achternaam, ..person }.into());
    }
    add(store, Traineeship::blank(Id::new(1), Id::new(1)).into());
    for (code, kerntaak) in
        [("B1-K1-W1", "Werkt in de bediening"), ("B1-K1-W2", "Werkt in de keuken")]
    {
        let text = |field: praktijkdossier::domain::ExamComponentField| {
            use praktijkdossier::domain::Field as _;
            let text = match field.key() {
                "leerling" | "stage" => "1",
                "soort" => "werkproces",
                "stand" => "kan-uitvoeren",
                "code" => code,
                "kerntaak" => kerntaak,
                "titel" => "Ontvangt gasten",
                _ => "",
            };
            text.to_owned()
        };
        add(store, ExamComponent::read(text).unwrap().into());
    }
}

fn component(window: &Window, id: i64) -> ExamComponent {
    window.store().component(Id::new(id)).unwrap().value
}

#[test]
fn what_is_being_typed_is_kept_at_a_pause_and_stands_as_it_was_typed() {
    let mut window = Window::on(learners(&["Vries"]));
    window.open("Vries");
    window.type_in("Notitie", "Komt met de fiets ");
    window.harness.run_steps(16);
    let note = |window: &Window| window.store().learner(Id::new(1)).unwrap().value.note;
    assert_eq!(note(&window).unwrap().as_str(), "Komt met de fiets");
    assert_eq!(
        window.value("Notitie"),
        "Komt met de fiets ",
        "the blank at the end is not taken away"
    );
    let lines = window.store().history(9).unwrap().len();
    window.harness.run_steps(16);
    window.click("Leerlingen");
    assert_eq!(window.store().history(9).unwrap().len(), lines, "leaving it changes nothing more");
}

#[test]
fn what_is_being_typed_is_kept_when_the_window_loses_the_keyboard() {
    let mut window = Window::on(learners(&["Vries"]));
    window.open("Vries");
    window.type_in("Groep of klas", "P4b");
    window.harness.input_mut().focused = false;
    window.harness.step();
    let learner = window.store().learner(Id::new(1)).unwrap().value;
    assert_eq!(learner.groep.unwrap().as_str(), "P4b");
}

#[test]
fn closing_a_dossier_asks_about_what_does_not_fit() {
    let mut window = Window::on(learners(&["Vries"]));
    window.open("Vries");
    window.fill("Geboortedatum", "31-2-2009");
    window.click("Instellingen");
    window.click("Dossier en scherm");
    window.click("Dossier sluiten");
    assert!(window.says("Er staat nog iets dat niet past"));
    window.click("Annuleren");
    window.click("Leerlingen");
    window.open("Vries");
    assert_eq!(window.value("Geboortedatum"), "31-2-2009");
    window.click("Instellingen");
    window.click("Dossier en scherm");
    window.click("Dossier sluiten");
    window.click("Toch sluiten");
    assert!(window.says("Welkom bij Praktijkdossier"));
}

#[test]
fn one_who_signs_from_now_on_has_established_what_stood_without_anyone() {
    let mut window = Window::on(at_work);
    window.open("Vries");
    window.click("Plaatsingen");
    window.choose("Praktijkopleider (leerbedrijf)", "Jo Bos");
    assert_eq!(component(&window, 1).established_by, Some(Id::new(2)));
    assert_eq!(component(&window, 2).established_by, Some(Id::new(2)));
    window.command(egui::Modifiers::NONE, Key::Z);
    assert_eq!(component(&window, 1).established_by, None, "one step");
}

#[test]
fn a_step_back_on_the_scale_forgets_no_date() {
    let mut window = Window::on(at_work);
    window.open("Vries");
    window.click("Onderdelen");
    window.click("Onder begeleiding: Ontvangt gasten");
    window.click("Kan uitvoeren: Ontvangt gasten");
    let able = component(&window, 2);
    assert_eq!((able.scale, able.established_on.unwrap().date()), (Some(Scale::Able), TODAY));
    window.fill("Vastgesteld op", "2-3-2026");
    window.click("Onder begeleiding: Ontvangt gasten");
    window.click("Kan uitvoeren: Ontvangt gasten");
    let again = component(&window, 2).established_on.unwrap().date();
    assert_eq!(again, jiff::civil::date(2026, 3, 2));
}

#[test]
fn one_code_with_two_titles_is_mended_in_its_form() {
    let mut window = Window::on(at_work);
    window.open("Vries");
    window.click("Documenten");
    window.click("Eén titel voor een code die nu met twee titels staat");
    assert!(window.focused("Titel"), "the form of the werkproces opens, the cursor in the field");
    window.fill("Titel van de kerntaak", "Werkt in de bediening");
    window.click("Bewaren");
    assert_eq!(component(&window, 1).kerntaak, component(&window, 2).kerntaak);
    window.click("Documenten");
    assert!(!window.says("met twee titels"));
}

#[test]
fn the_head_of_a_page_is_one_line_whatever_is_missing() {
    let mut window = Window::on(at_work);
    window.open("Vries");
    let tabs = |window: &Window| window.place_of("Onderdelen").top();
    let before = tabs(&window);
    for width in [900.0, 1_000.0, 1_100.0, 1_280.0, 1_500.0] {
        window.harness.set_size(egui::vec2(width, 900.0));
        window.settle();
        assert!((tabs(&window) - before).abs() < 0.5, "at {width}");
    }
    window.fill("Geboortedatum", "3-5-2009");
    window.fill("Geboorteplaats", "Utrecht");
    assert!((tabs(&window) - before).abs() < 0.5, "nothing below it jumps");
}
