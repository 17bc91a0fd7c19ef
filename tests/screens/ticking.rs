//! Several learners at once: ticked by mouse and by keyboard, and what is done with them.

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::screens::fields::learners;
use crate::screens::window::Window;

fn window() -> Window {
    Window::on(learners(&["Aalst", "Bakker", "Boer", "Cohen", "Dijk"]))
}

fn ticked(window: &Window) -> Vec<String> {
    window
        .harness
        .query_all_by_role(Role::ListBoxOption)
        .map(|node| node.accesskit_node())
        .filter(|node| node.toggled() == Some(Toggled::True))
        .map(|node| node.label().unwrap().split(',').next().unwrap().to_owned())
        .collect()
}

fn walk_with(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.harness.key_press_modifiers(modifiers, key);
    window.settle();
}

#[test]
fn learners_are_ticked_by_keyboard() {
    let mut window = window();
    window.harness.get_by_role(Role::ListBox).focus();
    window.settle();
    window.press(Key::ArrowDown);
    window.press(Key::Space);
    assert_eq!(ticked(&window), ["Aalst"]);
    walk_with(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    walk_with(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(ticked(&window), ["Aalst", "Bakker", "Boer"]);
    assert!(window.says("3 gekozen"));
    window.press(Key::Space);
    assert_eq!(ticked(&window), ["Aalst", "Bakker"]);
    walk_with(&mut window, Modifiers::COMMAND, Key::A);
    assert_eq!(ticked(&window).len(), 5);
    window.click("Keuze wissen");
    assert_eq!(ticked(&window).len(), 0);
}

#[test]
fn ctrl_and_shift_tick_and_do_not_open() {
    let mut window = window();
    window.click_row_with(Modifiers::COMMAND, "Bakker");
    window.click_row_with(Modifiers::SHIFT, "Dijk");
    assert_eq!(ticked(&window), ["Bakker", "Boer", "Cohen", "Dijk"]);
    window.click_row_with(Modifiers::COMMAND, "Cohen");
    assert_eq!(ticked(&window), ["Bakker", "Boer", "Dijk"]);
    window.open("Boer");
    assert_eq!(window.value("Geslachtsnaam"), "Boer", "a plain click opens, as before");
}

#[test]
fn ticks_stay_while_one_searches_and_say_how_many_are_out_of_sight() {
    let mut window = window();
    window.click_row_with(Modifiers::COMMAND, "Aalst");
    window.type_in("Zoeken", "b");
    assert!(window.says("1 gekozen, 1 niet in beeld"));
    window.click("Alle regels kiezen");
    assert!(window.says("3 gekozen, 1 niet in beeld"));
    window.click("Documenten maken voor 3 leerlingen…");
    assert!(window.says("Gekozen leerlingen (3)"));
    assert!(window.says("Krijgt er geen (3)"));
}

#[test]
fn a_list_that_is_narrowed_is_who_it_is_for() {
    let mut window = window();
    window.type_in("Zoeken", "b");
    window.click("Documenten");
    window.click("Documenten maken…");
    assert!(window.says("Wie nu in de lijst Leerlingen staat (2)"));
    assert!(window.says("Krijgt er geen (2)"));
    window.click("Alle leerlingen (5)");
    assert!(window.says("Krijgt er geen (5)"));
}

#[test]
fn who_is_removed_is_ticked_no_more() {
    let mut window = window();
    window.click_row_with(Modifiers::COMMAND, "Aalst");
    window.click_row_with(Modifiers::COMMAND, "Boer");
    window.open("Boer");
    window.click("Leerling verwijderen…");
    window.click("Verwijderen");
    assert!(window.says("1 gekozen"));
}
