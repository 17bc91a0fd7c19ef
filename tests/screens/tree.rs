//! The catalogue per dossier, and what is told about a row.

use egui::Key;

use crate::screens::window::Window;

fn tree() -> Window {
    let mut window = Window::on(|_| {});
    window.click("Catalogus");
    window.choose("Soort", "Per dossier");
    window
}

#[test]
fn kwalificaties_stand_under_their_dossier() {
    let mut window = tree();
    assert!(window.rows().len() > 20, "with nothing typed: all of it");
    window.type_in("Zoeken", "25180");
    assert_eq!(window.rows().len(), 2);
    assert_eq!(window.rows()[0], "23085, Keuken", "the dossier comes along");
    assert!(window.rows()[1].starts_with("25180, Kok, mbo-2"));
    window.type_in("Zoeken", "23085");
    assert_eq!(window.rows()[0], "23085, Keuken");
    assert_eq!(window.rows().len(), 5, "a hit on the dossier keeps all that is under it");
    window.type_in("Zoeken", "xyzzy");
    assert!(window.says("Niets gevonden"));
}

#[test]
fn a_dossier_tells_its_kwalificaties_and_a_kwalificatie_its_kerntaken() {
    let mut window = tree();
    window.type_in("Zoeken", "25180");
    window.press(Key::ArrowDown);
    assert_eq!(window.chosen_row().as_deref(), Some("23085, Keuken"));
    assert!(window.says("Kwalificatiedossier") && window.says("Kwalificaties"));
    assert!(window.says("25182  Zelfstandig werkend kok"), "also what is not in the list now");
    window.press(Key::ArrowDown);
    assert!(window.says("Kerntaken en werkprocessen"));
    assert!(!window.says("25182"));
}

#[test]
fn what_is_no_usual_kwalificatie_says_so() {
    let mut window = tree();
    window.type_in("Zoeken", "26017");
    assert_eq!(window.rows()[0], "Zonder dossier");
    assert!(window.rows()[1].contains("mbo-2 · cross-over"), "{}", window.rows()[1]);
    window.open("26017");
    assert!(window.says("Cross-over"));
    window.choose("Soort", "Alles");
    assert!(window.rows()[0].contains("cross-over"), "{}", window.rows()[0]);
    window.type_in("Zoeken", "25180");
    window.open("25180");
    assert!(!window.says("ross-over"));
}

#[test]
fn a_list_that_is_far_from_whole_says_so() {
    let mut window = tree();
    assert!(!window.says("Dit is een beginlijst"));
    window.choose("Soort", "Keuzedeel");
    assert!(window.says("1.200 keuzedelen"));
    window.choose("Soort", "Certificaat");
    assert!(window.says("250 certificaten"));
}
