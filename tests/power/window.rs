//! The window on a disk that fails: it says so, what was typed stays typed, and it goes on when the disk is there again.

use super::watched::{Failing, Watched, Why, fail, well};
use crate::builders::{learner, stamp};
use crate::window_of_tests::Window;
use praktijkdossier::changes::Change;
use praktijkdossier::domain::{Id, ShortText};

const GROUP: &str = "Groep of klas";

#[test]
fn the_window_in_a_process_of_its_own() {
    if std::env::var_os(WATCHED).is_none() {
        return;
    }
    let mut window = Window::on(|store| {
        store.apply(&Change::Add(learner("Vries")), &stamp()).unwrap();
    });
    window.open("Vries");

    // Nothing can be written.
    fail(Failing::Always(Why::Broken), 3);
    window.fill(GROUP, "P4a");
    assert!(well());
    assert!(window.says("De schijf gaf een fout bij het bewaren."));
    assert_eq!(group(&window), None, "it is not kept");
    assert_eq!(window.value(GROUP), "P4a", "and stays typed");
    window.click("Plaatsingen");
    assert_eq!(group(&window).as_deref(), Some("P4a"), "kept at the next occasion");
    assert!(!window.says("De schijf gaf een fout"));

    // No room.
    window.click("Gegevens");
    fail(Failing::Full, 1);
    window.fill(GROUP, "P4b");
    assert!(window.says("De schijf is vol."));
    assert!(well());
    assert_eq!((window.value(GROUP).as_str(), group(&window).as_deref()), ("P4b", Some("P4a")));
    window.click("Plaatsingen");
    assert_eq!(group(&window).as_deref(), Some("P4b"));

    // The stick is pulled out, and put back.
    window.click("Gegevens");
    fail(Failing::Gone, 2);
    window.fill(GROUP, "P4c");
    assert!(window.says("Het dossier is nu niet te bereiken."));
    assert_eq!(window.value(GROUP), "P4c");
    window.click("Leerlingen");
    assert!(window.says("Het dossier is nu niet te bereiken."));
    assert_eq!(window.value(GROUP), "P4c", "one stays where one was");
    assert!(well());
    window.click("Leerlingen");
    assert!(window.says("Het dossier is er weer."));
    assert_eq!(group(&window).as_deref(), Some("P4c"), "what was typed is kept");
    window.open("Vries");
    assert_eq!(window.value(GROUP), "P4c");
}

fn group(window: &Window) -> Option<String> {
    let learner = window.store().learner(Id::new(1)).unwrap().value;
    learner.groep.as_ref().map(ShortText::as_str).map(str::to_owned)
}

const WATCHED: &str = "POWER_WINDOW";

#[test]
fn the_window_says_what_stands_in_the_file_and_what_was_typed_stays() {
    let watched = Watched::without_record();
    let root = watched.root();
    let given = [(WATCHED, "yes".as_ref()), ("TMPDIR", root.as_os_str())];
    let said = watched.test("power::window::the_window_in_a_process_of_its_own", &given);
    assert!(said.contains("1 passed"));
}
