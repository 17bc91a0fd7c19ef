//! What becomes of a document that was made: withdrawn and replaced, opened, saved and printed again.

use egui::Key;
use praktijkdossier::app::PathKind;
use praktijkdossier::domain::School;

use crate::read_back::hear;
use crate::screens::making::{edit, make_final, number};
use crate::screens::papers::complete;
use crate::screens::window::Window;

#[test]
fn withdrawing_needs_a_reason_and_the_better_one_refers_to_it() {
    let mut window = Window::on(complete);
    window.open("Vries");
    window.click("Documenten");
    make_final(&mut window);
    window.click("Intrekken…");
    window.click("Intrekken");
    assert!(window.says("Vul dit veld in."), "without a reason it stays");
    assert!(window.focused("Waarom"), "where the reason is typed");
    window.type_in("Waarom", "De geboorteplaats was fout");
    window.press(Key::Enter);
    let line = window.store().register_line(number("PV-2026-0001")).unwrap();
    assert_eq!(line.withdrawal.unwrap().reason.as_deref(), Some("De geboorteplaats was fout"));
    assert!(window.says("Ingetrokken: De geboorteplaats was fout"));
    window.click("Verbeterde maken…");
    assert!(window.says("Dit document vervangt PV-2026-0001, dat is ingetrokken."));
    window.click("Definitief maken");
    window.click("Sluiten");
    let line = window.store().register_line(number("PV-2026-0002")).unwrap();
    assert_eq!(line.replaces, Some(number("PV-2026-0001")));
    assert!(window.says("Vervangen door PV-2026-0002"));
    assert!(window.says("Vervangt PV-2026-0001"));
}

#[test]
fn an_issued_document_is_opened_saved_and_printed_again_as_the_school_wants() {
    let mut window = Window::on(|store| {
        complete(store);
        let school = School { duplicates: true, ..store.school().unwrap() };
        edit(store, school);
    });
    let path = window.folder.path().join("weer.pdf");
    *window.computer.answer.borrow_mut() = Some(path.clone());
    window.open("Vries");
    window.click("Documenten");
    make_final(&mut window);
    let issued = window.store().issued_pdf(number("PV-2026-0001")).unwrap();
    window.click("Opslaan als PDF: PV-2026-0001");
    assert_eq!(std::fs::read(&path).unwrap(), issued, "byte for byte");
    window.click("Duplicaat opslaan: PV-2026-0001");
    let asked = window.computer.asked.borrow().last().unwrap().kind.clone();
    let name = "praktijkverklaring-PV-2026-0001-duplicaat.pdf".to_owned();
    assert_eq!(asked, PathKind::NewFile(name), "beside the first one");
    let duplicate = std::fs::read(&path).unwrap();
    assert!(hear(&duplicate).leaves.iter().any(|leaf| leaf.text.starts_with("Duplicaat")));
    window.click("Afdrukken: PV-2026-0001");
    let printed = window.computer.printed.borrow().last().unwrap().clone();
    assert_eq!(std::fs::read(&printed).unwrap(), issued);
    window.click("Openen: PV-2026-0001");
    let seen = window.computer.shown.borrow().last().unwrap().clone();
    assert_eq!(std::fs::read(&seen).unwrap(), issued);
    window.click("Instellingen");
    window.click("Dossier en scherm");
    window.click("Dossier sluiten");
    assert!(!seen.exists(), "what was only looked at does not lie about");
    assert!(path.exists(), "what was saved does");
}
