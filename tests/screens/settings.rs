//! What a school wants of its documents.

use praktijkdossier::domain::{Entry as _, Shift};

use crate::read_back::hear;
use crate::screens::window::Window;

#[test]
fn what_documents_say_beside_what_they_must_is_ticked() {
    let mut window = Window::on(|_| {});
    window.click("Instellingen");
    window.click("Documenten");
    for tick in [
        "Schoolblok onder de praktijkverklaring",
        "NLQF/EQF achter het niveau op de praktijkverklaring",
        "Geen NLQF/EQF achter het niveau op het certificaat",
        "Waardering op het certificaat",
        "Leerweg op het certificaat",
        "Leerbedrijf op het certificaat",
        "Bied ook een duplicaat aan, met ‘Duplicaat’ op elke pagina",
        "Zet de naam in de bestandsnaam",
    ] {
        window.click(tick);
    }
    window.fill("Tekst van het schoolblok", "Uitgereikt op de diploma-avond");
    let school = window.store().school().unwrap();
    assert!(school.school_block && school.nlqf && school.no_nlqf && school.with_result);
    assert!(school.with_leerweg && school.with_leerbedrijf);
    assert!(school.duplicates && school.names_in_files);
    assert_eq!(school.school_block_text.unwrap().as_str(), "Uitgereikt op de diploma-avond");
    assert_eq!(window.store().history(99).unwrap().len(), 9, "each is one step");
}

#[test]
fn a_print_on_secure_paper_is_moved_and_proved_by_a_sheet() {
    let mut window = Window::on(|_| {});
    let path = window.folder.path().join("blad.pdf");
    *window.computer.answer.borrow_mut() = Some(path.clone());
    window.click("Instellingen");
    window.click("Documenten");
    window.fill("Naar rechts (mm)", "-1,5");
    window.fill("Omlaag (mm)", "99");
    assert!(window.says("Typ een aantal millimeters"), "further is another sheet of paper");
    assert_eq!(window.store().school().unwrap().shift_right, Shift::parse("-1,5").ok());
    window.click("Uitlijnblad maken…");
    let text: String =
        hear(&std::fs::read(&path).unwrap()).leaves.iter().map(|leaf| leaf.text.clone()).collect();
    assert!(text.contains("1,5"), "{text}");
    assert!(window.store().register().unwrap().is_empty());
}

#[test]
fn those_who_sign_are_added_ticked_and_removed() {
    let mut window = Window::on(|_| {});
    window.click("Instellingen");
    window.click("Documenten");
    window.click("Ondertekenaar toevoegen");
    window.fill("Naam", "Ru Smit");
    window.fill("Functie", "Secretaris");
    let signer = window.store().ondertekenaars().unwrap().remove(0).value;
    assert!(signer.signs && signer.naam.is_some() && signer.functie.is_some());
    window.click("Tekent nu de documenten");
    assert!(!window.store().ondertekenaars().unwrap().remove(0).value.signs);
    window.click("Verwijderen: Ru Smit");
    window.click("Verwijderen");
    assert!(window.store().ondertekenaars().unwrap().is_empty());
}
