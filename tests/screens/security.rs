//! A password on a dossier: given when it is made or later, changed, forgotten, taken away.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use egui::Key;
use praktijkdossier::store::{Password, Store, StoreError};

use crate::read_back::hear;
use crate::screens::fields::learners;
use crate::screens::window::{Computer, Waits, Window};

const SENTENCE: &str = "zeven bruine eekhoorns";
const OTHER: &str = "acht natte eenden";

fn password(typed: &str) -> Option<Password> {
    Some(Password::new(typed.to_owned()))
}

fn opens(path: &Path, typed: &str) -> bool {
    match Store::open(path, password(typed).as_ref()) {
        Ok(_) => true,
        Err(StoreError::WrongPassword) => false,
        Err(err) => panic!("{err}"),
    }
}

/// The recovery code that the dialog shows.
fn code(window: &Window) -> String {
    let shown: Vec<String> = window
        .everything()
        .lines()
        .filter(|line| line.split(" – ").all(|group| (4..=5).contains(&group.len())))
        .filter(|line| line.contains(" – "))
        .map(ToOwned::to_owned)
        .collect();
    assert_eq!(shown.len(), 2, "in two lines: {shown:?}");
    shown.join(" – ")
}

fn files(window: &Window) -> Vec<String> {
    let entries = std::fs::read_dir(window.folder.path()).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| !name.ends_with("-journal"));
    names.sort();
    names
}

fn fill_in_new(window: &mut Window) {
    window.click("Nieuw dossier");
    window.type_in("Naam van de school", "Praktijkcollege De Eik");
    window.type_in("Wachtwoord", SENTENCE);
    window.type_in("Nog een keer", SENTENCE);
}

fn to_security(window: &mut Window) {
    window.click("Instellingen");
    window.click("Beveiliging");
}

#[test]
fn a_new_dossier_is_there_once_its_recovery_code_was_typed_back() {
    let mut window = Window::first_start();
    fill_in_new(&mut window);
    window.click("Verder");
    let code = code(&window);
    assert_eq!(files(&window), [""; 0], "nothing of it is on the disk");

    let sheet = window.folder.path().join("blad.pdf");
    *window.computer.answer.borrow_mut() = Some(sheet.clone());
    window.click("Blad bewaren…");
    let heard = hear(&std::fs::read(&sheet).unwrap());
    let said: Vec<&str> = heard.leaves.iter().map(|leaf| leaf.text.as_str()).collect();
    let says = |text: &str| said.iter().any(|said| said.replace('\n', " ").contains(text));
    assert!(code.split(" – ").all(says), "{said:?}");
    assert!(says("school.dossier") && says("Praktijkcollege De Eik") && says("24-11-2026"));
    window.click("Blad printen");
    assert_eq!(window.computer.printed.borrow().len(), 1);

    window.click("De code staat op papier");
    assert!(!window.everything().contains(&code[..5]), "it is out of sight while it is typed");
    window.type_in("Herstelcode, overgetypt", "ABCDE");
    window.click("Klaar");
    assert!(window.says("Dit is niet de code"));
    assert_eq!(files(&window), ["bekeken", "blad.pdf"]);
    window.type_in("Herstelcode, overgetypt", &code.to_lowercase());
    window.press(Key::Enter);
    assert!(window.says("Nog geen leerlingen"));
    assert!(window.store().has_password());
    assert_eq!(window.store().school().unwrap().naam.unwrap().as_str(), "Praktijkcollege De Eik");
    let left = std::fs::read_dir(window.folder.path().join("bekeken")).unwrap().count();
    assert_eq!(left, 0, "the sheet does not lie about");

    let path = window.store().path().unwrap().to_owned();
    let Window { harness, folder, .. } = window;
    drop(harness);
    assert!(opens(&path, SENTENCE) && opens(&path, &code) && !opens(&path, OTHER));
    drop(folder);
}

#[test]
fn who_gives_up_halfway_leaves_no_half_dossier() {
    for far in [0, 1, 2] {
        let mut window = Window::first_start();
        fill_in_new(&mut window);
        for step in ["Verder", "De code staat op papier"].iter().take(far) {
            window.click(step);
        }
        window.click("Annuleren");
        assert_eq!(files(&window), [""; 0], "{far}");
        assert!(window.says("Welkom bij Praktijkdossier"));
    }
}

#[test]
fn a_password_that_is_short_or_typed_otherwise_is_not_taken() {
    let mut window = Window::first_start();
    window.click("Nieuw dossier");
    for (first, again, said) in [
        ("", "", "Minstens 12 tekens"),
        ("eik en beuk", "eik en beuk", "Nog 1 teken."),
        (SENTENCE, "zeven", "Lang genoeg"),
        (SENTENCE, "zeven grijze", "niet hetzelfde"),
    ] {
        window.type_in("Wachtwoord", first);
        window.type_in("Nog een keer", again);
        assert!(window.says(said), "{said}: {}", window.everything());
        window.press(Key::Enter);
        window.click("Verder");
        assert!(window.says("Nieuw dossier") && window.says("Nog een keer"), "{first}");
    }
    // What is typed is hidden, until one wants to see it.
    assert!(!window.says(SENTENCE));
    window.click("Laat zien wat u typt: Wachtwoord");
    assert!(window.says(SENTENCE));
    window.click("Verberg wat u typt: Wachtwoord");
    assert!(!window.says(SENTENCE));
}

#[test]
fn a_password_is_given_changed_and_taken_away_and_one_stays_where_one_was() {
    let mut window = Window::on(learners(&["Vries"]));
    let path = window.store().path().unwrap().to_owned();
    to_security(&mut window);
    assert!(window.says("Dit dossier heeft geen wachtwoord"));
    assert!(window.says("Vergrendelen kan alleen als"));
    let all = window.store().dump().unwrap();

    // Given up: it has none.
    give(&mut window, SENTENCE);
    window.click("Annuleren");
    assert!(window.says("Dit dossier heeft geen wachtwoord"), "{}", window.everything());
    assert_eq!(files(&window), ["toets.dossier"]);

    give(&mut window, SENTENCE);
    let first = code(&window);
    type_back(&mut window, &first);
    assert!(window.says("Dit dossier heeft een wachtwoord"));
    assert!(window.says("Het dossier heeft nu een wachtwoord"));
    assert_eq!(window.store().dump().unwrap(), all);

    window.click("Wachtwoord wijzigen…");
    window.type_in("Wachtwoord van nu", "niet dit");
    window.type_in("Nieuw wachtwoord", OTHER);
    window.type_in("Nog een keer", OTHER);
    window.click("Wijzigen");
    assert!(window.says("Dit wachtwoord past niet"));
    window.wait(1);
    window.type_in("Wachtwoord van nu", SENTENCE);
    window.click("Wijzigen");
    assert!(window.says("Het wachtwoord is gewijzigd"));
    assert!(window.says("Dit dossier heeft een wachtwoord"));

    window.click("Nieuwe herstelcode…");
    window.type_in("Wachtwoord van nu", OTHER);
    window.press(Key::Enter);
    let second = code(&window);
    assert_ne!(first, second);
    window.click("Annuleren");
    assert!(window.says("Dit dossier heeft een wachtwoord"));
    window.click("Nieuwe herstelcode…");
    window.type_in("Wachtwoord van nu", OTHER);
    window.press(Key::Enter);
    let third = code(&window);
    type_back(&mut window, &third);
    assert!(window.says("De nieuwe herstelcode geldt"));
    close(&mut window);
    for (typed, fits) in
        [(OTHER, true), (&third, true), (SENTENCE, false), (&first, false), (&second, false)]
    {
        assert_eq!(opens(&path, typed), fits, "{typed}");
    }

    open(&mut window, &path);
    window.type_in("Wachtwoord", OTHER);
    window.press(Key::Enter);
    to_security(&mut window);
    window.click("Wachtwoord weghalen…");
    assert!(window.says("Ook een dief van de laptop"));
    window.type_in("Wachtwoord van nu", OTHER);
    window.click("Wachtwoord weghalen");
    assert!(window.says("Het wachtwoord is weggehaald"));
    assert!(window.says("Dit dossier heeft geen wachtwoord"));
    assert_eq!(window.store().dump().unwrap(), all);
    assert_eq!(files(&window), ["toets.dossier"]);
}

fn give(window: &mut Window, typed: &str) {
    window.click("Wachtwoord instellen…");
    window.type_in("Nieuw wachtwoord", typed);
    window.type_in("Nog een keer", typed);
    window.click("Verder");
}

fn type_back(window: &mut Window, code: &str) {
    window.click("De code staat op papier");
    window.type_in("Herstelcode, overgetypt", code);
    window.click("Klaar");
}

fn close(window: &mut Window) {
    window.click("Instellingen");
    window.click("Dossier en scherm");
    window.click("Dossier sluiten");
}

fn open(window: &mut Window, path: &Path) {
    *window.computer.answer.borrow_mut() = Some(path.to_owned());
    window.click("Dossier openen");
}

#[test]
fn each_wrong_password_makes_one_wait_longer() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("geheim.dossier");
    drop(Store::create(&path, password(SENTENCE).as_ref()).unwrap());
    let mut window = Window::start(folder, Rc::<Computer>::default(), Some(path.clone()));
    for seconds in [1, 2, 4, 8] {
        window.type_in("Wachtwoord", OTHER);
        window.press(Key::Enter);
        assert!(window.says("Dit wachtwoord past niet"));
        let unit = if seconds == 1 { "seconde " } else { "seconden " };
        assert!(window.says(&format!("Over {seconds} {unit}")), "{}", window.everything());
        // Also the right one waits its turn.
        window.type_in("Wachtwoord", SENTENCE);
        window.press(Key::Enter);
        assert!(window.harness.state().store().is_none());
        window.wait(seconds - 1);
        if seconds > 1 {
            assert!(window.says("Over 1 seconde "));
        }
        window.wait(1);
        assert!(!window.says("kunt u het opnieuw proberen"));
    }
    // Who closes the question and comes back has not begun anew.
    window.type_in("Wachtwoord", OTHER);
    window.press(Key::Enter);
    window.click("Annuleren");
    open(&mut window, &path);
    assert!(window.says("Over 16 seconden"));
    window.wait(16);
    window.type_in("Wachtwoord", SENTENCE);
    window.press(Key::Enter);
    assert!(window.says("Nog geen leerlingen"));
}

#[test]
fn who_comes_in_with_the_recovery_code_chooses_a_new_password() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("geheim.dossier");
    let (store, code) = Store::create(&path, password(SENTENCE).as_ref()).unwrap();
    drop(store);
    let mut window = Window::start(folder, Rc::<Computer>::default(), Some(path.clone()));
    assert!(window.says("De herstelcode mag ook"));
    window.type_in("Wachtwoord", &code.clone().unwrap());
    window.click("Openen");
    assert!(window.says("U hebt het dossier geopend met de herstelcode"));
    window.type_in("Nieuw wachtwoord", OTHER);
    window.type_in("Nog een keer", OTHER);
    window.click("Wijzigen");
    assert!(window.says("Het wachtwoord is gewijzigd"));
    assert!(window.says("Nog geen leerlingen"));
    close(&mut window);
    assert!(opens(&path, OTHER) && opens(&path, &code.unwrap()) && !opens(&path, SENTENCE));
}

#[test]
fn the_question_stays_while_a_password_is_tried() {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join("geheim.dossier");
    drop(Store::create(&path, password(SENTENCE).as_ref()).unwrap());
    let mut window = Window::start(folder, Rc::<Computer>::default(), Some(path));
    window.computer.waits.set(Waits::Yes);
    window.type_in("Wachtwoord", SENTENCE);
    window.press(Key::Enter);
    assert!(window.says("Een ogenblik…"));
    // Once is enough.
    window.press(Key::Enter);
    assert_eq!(window.computer.work.borrow().len(), 1);
    let work = window.computer.work.borrow_mut().pop_front().unwrap();
    work();
    window.harness.step();
    window.settle();
    assert!(window.says("Nog geen leerlingen"));
}
