//! After a document was issued the dossier goes on: what then differs is said, with what to do about it.

use egui::{Key, Modifiers};

use crate::screens::making::make_final;
use crate::screens::papers::complete;
use crate::screens::window::Window;

const DIFFERS: &str = "Het dossier zegt nu iets anders.";

/// Learner 1 has a praktijkverklaring.
fn issued() -> Window {
    let mut window = Window::on(complete);
    window.open("Vries");
    window.click("Documenten");
    make_final(&mut window);
    window
}

#[test]
fn what_changed_after_a_document_was_issued_is_said_with_it() {
    let mut window = issued();
    assert!(!window.says(DIFFERS));
    window.click("Gegevens");
    window.fill("Geslachtsnaam", "Bakker");
    window.click("Documenten");
    let row = "Praktijkverklaring – Hotel De Kroon, PV-2026-0001, nu anders";
    assert!(window.says(row));
    for said in [DIFFERS, "Op het document", "Bo Vries", "Nu in het dossier", "Bo Bakker"] {
        assert!(window.says(said), "{said}");
    }
    window.command(Modifiers::COMMAND, Key::Z);
    assert!(!window.says(DIFFERS) && !window.says(row));
}

#[test]
fn the_page_of_a_document_says_it_until_it_is_withdrawn() {
    let mut window = issued();
    window.click("PV-2026-0001");
    assert!(window.says("Praktijkverklaring PV-2026-0001") && !window.says(DIFFERS));
    window.click("Naar de leerling");
    window.click("Gegevens");
    window.fill("Geslachtsnaam", "Bakker");
    window.command(Modifiers::NONE, Key::Num3);
    window.open("PV-2026-0001");
    assert!(window.says(DIFFERS) && window.says("Bo Bakker"));
    window.click("Intrekken…");
    window.type_in("Waarom", "De naam was fout");
    window.press(Key::Enter);
    assert!(!window.says(DIFFERS), "what does not count needs no looking at");
}
