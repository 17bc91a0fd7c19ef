//! Keys that work everywhere.

use egui::{Key, Modifiers};

use crate::screens::fields::learners;
use crate::screens::window::Window;

#[test]
fn numbers_go_to_rooms_and_escape_goes_up() {
    let mut window = Window::on(learners(&["Vries"]));
    window.command(Modifiers::NONE, Key::Num4);
    assert!(window.says("Editie"));
    window.command(Modifiers::NONE, Key::Num3);
    assert!(window.says("Nog geen documenten uitgegeven"));
    window.command(Modifiers::NONE, Key::Num2);
    assert!(window.says("Nog geen leerbedrijven"));
    window.command(Modifiers::NONE, Key::Num1);
    window.open("Vries");
    assert!(window.says("Geslachtsnaam"));
    window.press(Key::Escape);
    assert!(window.says("1 leerling"));
    assert!(!window.says("Geslachtsnaam"));
}

#[test]
fn go_to_or_do_finds_people_rooms_and_acts() {
    let mut window = Window::on(learners(&["Vries", "Bakker"]));
    window.command(Modifiers::NONE, Key::K);
    window.type_in("Ga naar of doe…", "bakk");
    window.press(Key::Enter);
    assert_eq!(window.value("Geslachtsnaam"), "Bakker");
    window.command(Modifiers::NONE, Key::K);
    window.type_in("Ga naar of doe…", "instell");
    window.press(Key::Enter);
    assert!(window.says("Praktijkbegeleiders (school)"));
    window.command(Modifiers::NONE, Key::K);
    window.type_in("Ga naar of doe…", "25180 kok");
    window.press(Key::Enter);
    assert!(window.says("25180"));
    window.command(Modifiers::NONE, Key::K);
    window.press(Key::Escape);
    assert!(!window.says("Typ een naam, een code"), "escape closes it");
}

#[test]
fn the_first_escape_leaves_the_field_and_the_second_the_page() {
    let mut window = Window::on(learners(&["Vries"]));
    window.open("Vries");
    window.type_in("Groep of klas", "P4b");
    window.press(Key::Escape);
    assert_eq!(window.value("Groep of klas"), "P4b", "still on the page");
    window.press(Key::Escape);
    assert_eq!(window.rows(), ["Vries, P4b, Actief"]);
}

#[test]
fn who_comes_into_a_field_by_key_types_over_what_stands_there() {
    let mut window = Window::on(learners(&["Vries"]));
    window.open("Vries");
    window.fill("Groep of klas", "P4b");
    window.type_in("Leerlingnummer", "260001");
    window.press(Key::Tab);
    assert!(window.focused("Groep of klas"));
    window.harness.event(egui::Event::Text("P5a".to_owned()));
    window.settle();
    assert_eq!(window.value("Groep of klas"), "P5a");
}
