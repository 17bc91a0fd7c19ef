//! Handing learners over to a second dossier, in the window: ticked, closed by a password, looked at and taken in.

use egui::{Key, Modifiers};
use praktijkdossier::domain::{Learner, LearnerStatus, Stored};

use crate::screens::fields::learners;
use crate::screens::window::Window;

const PASSWORD: &str = "een lange zin met een geit";

/// The ticked learners go into a file of this name.
fn hand_over(window: &mut Window, after: &str) -> std::path::PathBuf {
    let path = window.folder.path().join("naar.overdracht");
    *window.computer.answer.borrow_mut() = Some(path.clone());
    window.fill("Wachtwoord van de overdracht", PASSWORD);
    window.fill("Nog een keer", PASSWORD);
    window.click(after);
    window.click("Kies een plaats…");
    path
}

fn come_in(window: &mut Window, path: &std::path::Path) {
    *window.computer.answer.borrow_mut() = Some(path.to_owned());
    window.click("Leerlingen");
    window.click("Overnemen…");
    window.fill("Wachtwoord van de overdracht", PASSWORD);
    window.click("Bekijken");
}

fn names(window: &Window) -> Vec<String> {
    let all = window.store().all::<Learner>().unwrap();
    all.into_iter().map(|l| l.value.geslachtsnaam.unwrap().as_str().to_owned()).collect()
}

#[test]
fn learners_that_are_ticked_go_to_a_second_dossier_and_come_by_one_undo() {
    let mut window = Window::on(learners(&["Aalst", "Bakker", "Boer"]));
    window.click_row_with(Modifiers::COMMAND, "Aalst");
    window.click_row_with(Modifiers::COMMAND, "Boer");
    window.click("Overdragen (2)…");
    let path = hand_over(&mut window, "Wordt ‘Afgerond’");
    assert!(window.says("2 leerlingen staan in naar.overdracht. Het bestand is nagekeken."));
    let status = |Stored { value, .. }: Stored<Learner>| value.status;
    let statuses: Vec<_> = window.store().all().unwrap().into_iter().map(status).collect();
    use LearnerStatus::{Active, Finished};
    assert_eq!(statuses, [Finished, Active, Finished]);

    let mut other = Window::on(learners(&["Dijk"]));
    come_in(&mut other, &path);
    assert!(other.says("Er is nog niets veranderd."));
    assert_eq!(names(&other), ["Dijk"]);
    other.click("Niet overnemen: Boer");
    other.click("1 leerling overnemen");
    assert_eq!(names(&other), ["Dijk", "Aalst"]);
    assert!(other.says("Overgenomen: 1 leerling."));
    other.command(Modifiers::NONE, Key::Z);
    assert_eq!(names(&other), ["Dijk"]);

    // The same again: what was left is new, what was taken back too.
    come_in(&mut other, &path);
    other.click("2 leerlingen overnemen");
    assert_eq!(names(&other), ["Dijk", "Aalst", "Boer"]);
    come_in(&mut other, &path);
    assert!(other.says("Hetzelfde"));
    other.click("Sluiten zonder overnemen");
    assert_eq!(names(&other), ["Dijk", "Aalst", "Boer"]);
}

#[test]
fn what_changed_is_shown_and_taken_over_only_when_chosen() {
    let mut window = Window::on(learners(&["Aalst"]));
    window.open("Aalst");
    window.click("Overdragen…");
    let path = hand_over(&mut window, "Die blijft zoals hij is");
    let mut other = Window::on(|_| {});
    come_in(&mut other, &path);
    other.click("1 leerling overnemen");

    // Here the name becomes another.
    other.open("Aalst");
    other.fill("Geslachtsnaam", "Zanten");
    come_in(&mut other, &path);
    assert!(other.says("Gewijzigd"));
    assert!(other.says("Zanten → Aalst"));
    other.click("Bijwerken: Aalst");
    // Once more meanwhile: what is done is what was seen.
    other.click("Leerlingen");
    other.open("Zanten");
    other.fill("Geslachtsnaam", "Zuid");
    other.click("Overdracht");
    other.click("1 leerling overnemen");
    assert!(other.says("In dit dossier is intussen iets veranderd."));
    assert_eq!(names(&other), ["Zuid"]);
    assert!(other.says("Zuid → Aalst"));
    other.click("1 leerling overnemen");
    assert_eq!(names(&other), ["Aalst"]);
}

#[test]
fn a_password_that_is_short_or_not_the_same_twice_makes_nothing() {
    let mut window = Window::on(learners(&["Aalst"]));
    window.open("Aalst");
    window.click("Overdragen…");
    window.fill("Wachtwoord van de overdracht", "kort");
    window.fill("Nog een keer", "kort");
    window.click("Kies een plaats…");
    assert!(window.says("Nog 8 tekens."));
    window.fill("Wachtwoord van de overdracht", PASSWORD);
    window.click("Kies een plaats…");
    assert!(window.says("Dit is niet hetzelfde als hierboven."));
    assert!(window.computer.asked.borrow().is_empty());
}

#[test]
fn another_password_shows_nothing_and_asks_again() {
    let mut window = Window::on(learners(&["Aalst"]));
    window.open("Aalst");
    window.click("Overdragen…");
    let path = hand_over(&mut window, "Die blijft zoals hij is");
    let mut other = Window::on(|_| {});
    *other.computer.answer.borrow_mut() = Some(path);
    other.click("Overnemen…");
    other.fill("Wachtwoord van de overdracht", "een andere lange zin");
    other.click("Bekijken");
    assert!(other.says("Dit wachtwoord past niet op deze overdracht."));
    assert!(!other.says("Aalst"));
    other.fill("Wachtwoord van de overdracht", PASSWORD);
    other.click("Bekijken");
    assert!(other.says("Aalst"));
}
