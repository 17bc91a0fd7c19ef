//! Entering: each field is kept when it is left; what does not fit stays, marked, and overwrites nothing.

use egui::{Key, Modifiers};
use praktijkdossier::changes::Change;
use praktijkdossier::domain::{Entry as _, Learner, PersonName};
use praktijkdossier::store::{Stamp, Store};

use crate::screens::window::Window;

pub(crate) fn stamp() -> Stamp {
    Stamp { at: jiff::Timestamp::UNIX_EPOCH, who: "toets".to_owned() }
}

/// Learners with these surnames.
pub(crate) fn learners(names: &[&str]) -> impl FnOnce(&mut Store) {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    move |store| {
        for name in names {
            let geslachtsnaam = Some(PersonName::parse(&name).unwrap());
            let learner = Learner { geslachtsnaam, ..Learner::blank() };
            store.apply(&Change::Add(learner.into()), &stamp()).unwrap();
        }
    }
}

fn only(window: &Window) -> Learner {
    window.store().all::<Learner>().unwrap().remove(0).value
}

#[test]
fn a_wrong_value_is_marked_and_kept_and_overwrites_nothing() {
    let mut window = Window::on(learners(&["Vries"]));
    window.open("Vries");
    window.fill("Geboortedatum", "3-5-2009");
    assert_eq!(window.value("Geboortedatum"), "03-05-2009", "as it is always shown");
    window.fill("Geboortedatum", "31-2-2009");
    assert!(window.says("Deze dag bestaat niet"));
    assert_eq!(only(&window).geboortedatum.unwrap().to_string(), "03-05-2009");
    window.click("Leerbedrijven");
    window.click("Leerlingen");
    window.open("Vries");
    assert_eq!(window.value("Geboortedatum"), "31-2-2009", "still there after coming back");
    assert!(window.says("Deze dag bestaat niet"));
    window.fill("Geboortedatum", "28-2-2009");
    assert!(!window.says("Deze dag bestaat niet"));
    assert_eq!(only(&window).geboortedatum.unwrap().to_string(), "28-02-2009");
}

#[test]
fn what_is_typed_counts_also_when_one_clicks_away() {
    let mut window = Window::on(learners(&["Vries"]));
    window.open("Vries");
    window.type_in("Groep of klas", "P4b");
    window.click("Leerbedrijven");
    assert_eq!(only(&window).groep.unwrap().as_str(), "P4b");
    let history = window.store().history(9).unwrap();
    assert_eq!(history.len(), 2, "one line for the learner, one for the group");
    assert_eq!(history[0].who, "toets");
}

#[test]
fn enter_keeps_a_field_and_nothing_typed_changes_nothing() {
    let mut window = Window::on(learners(&["Vries"]));
    window.open("Vries");
    window.type_in("Roepnaam", "Bo");
    window.press(Key::Enter);
    assert_eq!(only(&window).roepnaam.unwrap().as_str(), "Bo");
    window.fill("Roepnaam", "Bo");
    assert_eq!(window.store().history(9).unwrap().len(), 2, "the same text is no change");
}

#[test]
fn undo_and_redo_show_what_the_file_says() {
    let mut window = Window::on(learners(&["Vries"]));
    window.open("Vries");
    window.fill("Groep of klas", "P4b");
    window.fill("Leerlingnummer", "260001");
    window.command(Modifiers::NONE, Key::Z);
    assert_eq!(
        (window.value("Leerlingnummer"), window.value("Groep of klas")),
        (String::new(), "P4b".to_owned())
    );
    window.command(Modifiers::NONE, Key::Z);
    assert_eq!(window.value("Groep of klas"), "");
    window.command(Modifiers::SHIFT, Key::Z);
    window.command(Modifiers::SHIFT, Key::Z);
    assert_eq!(only(&window).leerlingnummer.unwrap().as_str(), "260001");
    assert_eq!(window.value("Leerlingnummer"), "260001");
}

#[test]
fn a_new_learner_exists_from_the_first_field_on() {
    let mut window = Window::on(|_| {});
    window.click("Nieuwe leerling");
    window.click("Leerlingen");
    assert!(window.store().all::<Learner>().unwrap().is_empty(), "looking makes nobody");
    window.click("Nieuwe leerling");
    window.fill("Geboortedatum", "gisteren");
    assert!(window.store().all::<Learner>().unwrap().is_empty(), "a wrong value makes nobody");
    window.fill("Geslachtsnaam", "Vries");
    assert_eq!(window.value("Geboortedatum"), "gisteren", "what did not fit comes along");
    assert_eq!(only(&window).geslachtsnaam.unwrap().as_str(), "Vries");
}

#[test]
fn arrows_step_a_day() {
    let mut window = Window::on(learners(&["Vries"]));
    window.open("Vries");
    window.fill("Gestart op", "31-08-2026");
    window.type_in("Gestart op", "31-08-2026");
    window.press(Key::ArrowUp);
    assert_eq!(window.value("Gestart op"), "01-09-2026");
    window.press(Key::Tab);
    assert_eq!(only(&window).start.unwrap().date(), jiff::civil::date(2026, 9, 1));
}

#[test]
fn a_removed_learner_comes_back_by_undo() {
    let mut window = Window::on(learners(&["Vries", "Bakker"]));
    window.open("Vries");
    window.click("Leerling verwijderen…");
    window.click("Verwijderen");
    assert_eq!(window.rows(), ["Bakker, Actief"]);
    window.command(Modifiers::NONE, Key::Z);
    assert_eq!(window.value("Geslachtsnaam"), "Vries", "undo shows who came back");
}

#[test]
fn a_day_is_picked_from_the_calendar() {
    let mut window = Window::on(learners(&["Vries"]));
    window.open("Vries");
    window.click("Kies een datum: Gestart op");
    assert!(window.says("november 2026"), "it opens on today");
    window.click("Vorige maand");
    window.click("Vorige maand");
    window.click("7 september 2026");
    assert_eq!(window.value("Gestart op"), "07-09-2026");
    assert_eq!(only(&window).start.unwrap().date(), jiff::civil::date(2026, 9, 7));
    assert!(!window.says("september 2026"), "it closes");
}
