//! What goes astray: typed text that is lost, that comes where it does not belong, or that paper does not know of.

use egui::{Key, Modifiers};
use praktijkdossier::changes::{Change, Purpose};
use praktijkdossier::domain::{
    Entry as _, ExamComponent, Id, Learner, Leerbedrijf, OwnEntry, PersonName, Title, Traineeship,
};
use praktijkdossier::store::Store;

use crate::screens::fields::{learners, stamp};
use crate::screens::window::Window;

/// A learner at a leerbedrijf.
fn placed(store: &mut Store) {
    learners(&["Vries"])(store);
    let naam = Title::parse("Hotel De Kroon").ok();
    store
        .apply(&Change::Add(Leerbedrijf { naam, ..Leerbedrijf::blank() }.into()), &stamp())
        .unwrap();
    let traineeship = Traineeship::blank(Id::new(1), Id::new(1));
    store.apply(&Change::Add(traineeship.into()), &stamp()).unwrap();
}

#[test]
fn undo_in_a_search_field_is_of_the_text_and_not_of_the_data() {
    let mut window = Window::on(learners(&["Vries", "Bakker"]));
    window.type_in("Zoeken", "bak");
    window.command(Modifiers::NONE, Key::Z);
    assert_eq!(window.store().all::<Learner>().unwrap().len(), 2, "nobody is taken away");
}

#[test]
fn undo_in_the_place_of_signing_is_of_the_text_and_not_of_the_data() {
    let mut window = Window::on(placed);
    window.open("Vries");
    window.click("Documenten");
    window.type_in("Plaats van ondertekening", "Utrech");
    window.command(Modifiers::NONE, Key::Z);
    assert_eq!(window.store().all::<Traineeship>().unwrap().len(), 1, "the traineeship stays");
}

#[test]
fn undo_while_typing_brings_nothing_of_another_learner() {
    let mut window = Window::on(learners(&["Bakker", "Vries"]));
    window.open("Bakker");
    window.type_in("Notitie", "Alleen over Bakker");
    window.harness.run_steps(12);
    window.press(Key::Tab);
    window.command(Modifiers::NONE, Key::K);
    window.type_in("Ga naar of doe…", "vries");
    window.press(Key::Enter);
    assert_eq!(window.value("Geslachtsnaam"), "Vries");
    window.type_in("Notitie", "x");
    window.harness.run_steps(12);
    for _ in 0..4 {
        window.command(Modifiers::NONE, Key::Z);
        assert!(!window.value("Notitie").contains("Bakker"), "{}", window.value("Notitie"));
    }
}

#[test]
fn a_click_beside_a_form_does_not_throw_away_what_is_typed() {
    let mut window = Window::on(placed);
    window.open("Vries");
    window.click("Onderdelen");
    window.click("Zelf invoeren…");
    window.type_in("Titel", "Ontvangt gasten");
    window.harness.drag_at(egui::pos2(20.0, 2_300.0));
    window.settle();
    window.harness.drop_at(egui::pos2(20.0, 2_300.0));
    window.settle();
    assert!(window.says("Werkproces zelf invoeren"), "the form is still there");
    window.click("Bewaren");
    assert_eq!(window.store().all::<ExamComponent>().unwrap().len(), 1);
}

#[test]
fn escape_in_a_form_leaves_the_field_and_keeps_what_is_typed() {
    let mut window = Window::on(placed);
    window.open("Vries");
    window.click("Onderdelen");
    window.click("Zelf invoeren…");
    window.type_in("Titel", "Ontvangt gasten");
    window.press(Key::Escape);
    assert!(window.says("Werkproces zelf invoeren"), "the form is still there");
    assert_eq!(window.value("Titel"), "Ontvangt gasten");
}

#[test]
fn escape_closes_a_list_of_choices_and_not_the_page() {
    let mut window = Window::on(learners(&["Vries"]));
    window.open("Vries");
    window.open_list("Route");
    assert!(window.says("Mbo bbl"));
    window.press(Key::Escape);
    assert!(window.says("Geslachtsnaam"), "still on the page of the learner");
}

#[test]
fn what_is_corrected_in_an_own_entry_leaves_the_rest_of_it() {
    let mut window = Window::on(|store| {
        let read = |key: &'static str| {
            let text = match key {
                "soort" => "keuzedeel",
                "titel" => "Duurzaam werken",
                "code" => "K9999",
                "geldig-van" => "2026-08-01",
                "geldig-tot" => "2030-07-31",
                "vervangen-door" => "K9998",
                "dossier" => "Een dossier",
                _ => "",
            };
            text.to_owned()
        };
        let kind = praktijkdossier::domain::RecordKind::OwnEntry;
        let entry = praktijkdossier::domain::AnyRecord::read(kind, read).unwrap();
        store.apply(&Change::Add(entry), &stamp()).unwrap();
    });
    window.click("Catalogus");
    window.choose("Soort", "Eigen invoer");
    window.open("K9999");
    window.click("Verbeteren…");
    window.fill("Titel", "Duurzaam werken in de keuken");
    window.click("Bewaren");
    let entry = window.store().all::<OwnEntry>().unwrap().remove(0).value;
    assert_eq!(entry.title.as_str(), "Duurzaam werken in de keuken");
    assert!(entry.valid_from.is_some(), "what was not touched is still there: {entry:?}");
    assert!(entry.replaced_by.is_some() && entry.dossier.is_some());
}

#[test]
fn undo_of_a_change_of_several_kinds_shows_in_every_list() {
    let mut window = Window::on(|store| {
        let geslachtsnaam = PersonName::parse("Vries").ok();
        let learner = Learner { geslachtsnaam, ..Learner::blank() };
        let both = vec![Change::Add(Leerbedrijf::blank().into()), Change::Add(learner.into())];
        store.apply(&Change::Together(Purpose::SetFromJson, both), &stamp()).unwrap();
    });
    assert_eq!(window.rows().len(), 1);
    window.command(Modifiers::NONE, Key::Z);
    assert!(window.store().all::<Learner>().unwrap().is_empty());
    assert_eq!(window.rows(), Vec::<String>::new(), "the list says what the file says");
}

#[test]
fn a_new_name_of_a_begeleider_shows_in_the_list() {
    let mut window = Window::on(|store| {
        let begeleider = praktijkdossier::domain::Praktijkbegeleider::blank();
        store.apply(&Change::Add(begeleider.into()), &stamp()).unwrap();
        let learner = Learner { begeleider: Some(Id::new(1)), ..Learner::blank() };
        store.apply(&Change::Add(learner.into()), &stamp()).unwrap();
    });
    window.click("Instellingen");
    window.fill("Achternaam", "Smit");
    window.click("Leerlingen");
    assert_eq!(window.rows(), ["Naam nog leeg, Smit, Actief"]);
    window.choose("Alle begeleiders (school)", "Smit");
    window.command(Modifiers::NONE, Key::Z);
    assert!(!window.says("Smit, Actief"));
}
