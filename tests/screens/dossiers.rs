//! Opening and making dossiers, and what cannot be opened.

use std::rc::Rc;

use egui::Key;
use praktijkdossier::domain::Learner;
use praktijkdossier::store::{Password, Store};

use crate::screens::window::{Computer, Window};

#[test]
fn the_example_is_made_once_and_opened_again() {
    let mut window = Window::first_start();
    window.click("Probeer met voorbeeldgegevens");
    assert_eq!(window.store().all::<Learner>().unwrap().len(), 60);
    assert!(window.says("60 leerlingen"));
    window.click("Instellingen");
    window.click("Dossier en scherm");
    window.click("Dossier sluiten");
    window.click("Probeer met voorbeeldgegevens");
    assert_eq!(window.store().all::<Learner>().unwrap().len(), 60);
}

#[test]
fn the_last_dossier_opens_by_itself() {
    let mut window = Window::first_start();
    window.click("Probeer met voorbeeldgegevens");
    let Window { harness, computer, folder } = window;
    drop(harness);
    let again = Window::start(folder, computer, None);
    assert!(again.says("60 leerlingen"));
}

#[test]
fn a_dossier_with_a_password_asks_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("geheim.dossier");
    drop(Store::create(&path, Some(&Password::new("eik en beuk".to_owned()))).unwrap());
    let mut window = Window::start(folder, Rc::<Computer>::default(), Some(path));
    window.type_in("Wachtwoord", "fout");
    window.press(Key::Enter);
    assert!(window.says("Dit wachtwoord past niet"));
    assert!(window.harness.state().store().is_none());
    window.wait(1);
    window.type_in("Wachtwoord", "eik en beuk");
    window.click("Openen");
    assert!(window.says("Nog geen leerlingen"));
}

#[test]
fn what_is_no_dossier_is_refused_with_a_sentence() {
    let mut window = Window::first_start();
    let path = window.folder.path().join("brief.dossier");
    std::io::Write::write_all(&mut std::fs::File::create(&path).unwrap(), &[7; 400]).unwrap();
    *window.computer.answer.borrow_mut() = Some(path);
    window.click("Dossier openen");
    assert!(window.says("geen dossier van Praktijkdossier"));
    assert!(window.says("Welkom bij Praktijkdossier"), "one can go on");
}

#[test]
fn a_new_dossier_does_not_overwrite_another() {
    let mut window = Window::first_start();
    let path = window.folder.path().join("al-daar.dossier");
    drop(Store::create(&path, None).unwrap());
    *window.computer.answer.borrow_mut() = Some(path);
    window.click("Nieuw dossier");
    window.click("Andere plek…");
    window.click("Zonder wachtwoord");
    window.click("Maken zonder wachtwoord");
    assert!(window.says("al een bestand met deze naam"));
}
