//! The lock: nothing of a learner is left in the window, and with the password one goes on where one was.

use std::path::Path;

use egui::text_edit::TextEditState;
use egui::{Key, Modifiers};
use praktijkdossier::domain::Learner;

use crate::screens::fields::learners;
use crate::screens::window::{Waits, Window};

const SENTENCE: &str = "zeven bruine eekhoorns";
const MINUTE: i64 = 60;

fn on_a_learner() -> Window {
    let mut window = Window::on_locked(SENTENCE, learners(&["Zonnestraal", "Vries"]));
    window.open("Zonnestraal");
    window
}

fn lock(window: &mut Window) {
    window.command(Modifiers::NONE, Key::L);
    assert!(window.says("Vergrendeld"), "{}", window.everything());
}

fn unlock(window: &mut Window) {
    window.type_in("Wachtwoord", SENTENCE);
    window.click("Ontgrendelen");
}

fn is_locked(window: &Window) -> bool {
    window.harness.state().store().is_none() && window.says("Ontgrendelen")
}

#[test]
fn a_locked_window_holds_nothing_of_a_learner() {
    let mut window = on_a_learner();
    window.type_in("Notitie", "Zonnestraal komt met de fiets");
    window.harness.run_steps(4);
    assert!(window.everything().contains("Zonnestraal"));
    let undo = |window: &Window| window.harness.ctx.data(|data| data.count::<TextEditState>());
    assert!(undo(&window) > 0);
    lock(&mut window);
    assert!(window.harness.state().store().is_none(), "the file is closed");
    let all = window.everything();
    assert!(!all.contains("Zonnestraal") && !all.contains("toets"), "{all}");
    assert_eq!(undo(&window), 1, "only the line for the password");

    window.type_in("Wachtwoord", "niet dit");
    window.press(Key::Enter);
    assert!(window.says("Dit wachtwoord past niet") && is_locked(&window));
    window.press(Key::Escape);
    window.press(Key::Escape);
    assert!(is_locked(&window));
    window.wait(1);
    unlock(&mut window);
    assert_eq!(window.value("Notitie"), "Zonnestraal komt met de fiets");
    assert_eq!(window.value("Geslachtsnaam"), "Zonnestraal", "where one was");
    assert_eq!(window.store().all::<Learner>().unwrap().len(), 2);
}

#[test]
fn what_does_not_fit_is_there_again() {
    let mut window = on_a_learner();
    window.fill("Geboortedatum", "31-31-2010");
    lock(&mut window);
    assert!(window.says("U hebt iets getypt dat nog niet past"));
    assert!(!window.everything().contains("31-31-2010"));
    unlock(&mut window);
    assert_eq!(window.value("Geboortedatum"), "31-31-2010");
    assert!(window.store().all::<Learner>().unwrap()[0].value.geboortedatum.is_none());
}

#[test]
fn a_form_that_was_open_is_open_again() {
    let mut window = Window::on_locked(SENTENCE, |_| {});
    window.click("Leerbedrijven");
    window.click("Nieuw leerbedrijf");
    window.fill("Naam van het leerbedrijf", "Bakkerij");
    let form = "Praktijkopleider (leerbedrijf) toevoegen";
    window.click(form);
    window.type_in("Achternaam", "Zonnestraal");
    lock(&mut window);
    assert!(!window.everything().contains("Zonnestraal"));
    unlock(&mut window);
    assert_eq!(window.value("Achternaam"), "Zonnestraal");
}

#[test]
fn it_locks_by_itself_when_nothing_is_done() {
    let mut window = on_a_learner();
    window.wait(15 * MINUTE - 1);
    assert!(!is_locked(&window));
    // A key is a sign of life.
    window.press(Key::Tab);
    window.wait(15 * MINUTE - 1);
    assert!(!is_locked(&window));
    window.wait(1);
    assert!(is_locked(&window));
    assert!(!window.everything().contains("Zonnestraal"));
    unlock(&mut window);

    window.click("Instellingen");
    window.click("Beveiliging");
    window.choose("Vergrendelen als u niets doet", "Na 5 minuten");
    assert_eq!(window.computer.remembered.borrow().lock_after, Some(5));
    window.wait(5 * MINUTE);
    assert!(is_locked(&window));
    unlock(&mut window);
    assert!(window.says("Vergrendelen als u niets doet"), "where one was");
    window.choose("Vergrendelen als u niets doet", "Nooit");
    window.wait(24 * 60 * MINUTE);
    assert!(!is_locked(&window));
    window.click("Nu vergrendelen (Ctrl+L)");
    assert!(is_locked(&window));
}

#[test]
fn a_clock_that_is_set_back_locks_nobody_out_and_nobody_in() {
    let mut window = on_a_learner();
    window.wait(-3 * 24 * 60 * MINUTE);
    assert!(!is_locked(&window));
    window.wait(15 * MINUTE);
    assert!(is_locked(&window));
}

#[test]
fn a_dossier_without_a_password_does_not_lock() {
    let mut window = Window::on(learners(&["Zonnestraal"]));
    window.wait(60 * MINUTE);
    assert!(window.says("Zonnestraal"));
    window.command(Modifiers::NONE, Key::L);
    assert!(window.says("Daarom kan het niet vergrendeld worden") && window.says("Zonnestraal"));
}

#[test]
fn another_dossier_can_be_opened_while_this_one_is_locked() {
    let mut window = on_a_learner();
    window.fill("Geboortedatum", "31-31-2010");
    lock(&mut window);
    window.click("Ander dossier openen");
    assert!(window.says("Toch sluiten?"), "what does not fit would go");
    window.click("Annuleren");
    window.click("Ander dossier openen");
    window.click("Toch sluiten");
    assert!(window.says("Welkom bij Praktijkdossier"));
}

#[test]
fn what_was_under_way_is_told_to_who_unlocks() {
    let mut window = on_a_learner();
    let path = window.folder.path().join("overdracht");
    *window.computer.answer.borrow_mut() = Some(path);
    window.click("Overdragen…");
    window.fill("Wachtwoord van de overdracht", "een andere lange zin");
    window.fill("Nog een keer", "een andere lange zin");
    window.computer.waits.set(Waits::Yes);
    window.click("Kies een plaats…");
    lock(&mut window);
    window.computer.waits.set(Waits::No);
    let work = window.computer.work.borrow_mut().pop_front().unwrap();
    work();
    window.harness.step();
    window.settle();
    assert!(is_locked(&window));
    assert!(
        !window.says("nagekeken"),
        "a name of a file may name someone: {}",
        window.everything()
    );
    unlock(&mut window);
    assert!(window.says("Het bestand is nagekeken"), "{}", window.everything());
}

/// Every file below a folder that holds this text, in the forms that programs write.
fn files_with(folder: &Path, text: &str) -> Vec<String> {
    let forms: [Vec<u8>; 3] = [
        text.as_bytes().to_vec(),
        text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    ];
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_with(&path, text));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let holds = |form: &Vec<u8>| bytes.windows(form.len()).any(|part| part == form.as_slice());
        let name = path.display().to_string();
        if forms.iter().any(holds) || name.contains(text) {
            found.push(name);
        }
    }
    found
}

#[test]
fn no_file_that_the_program_writes_names_a_learner() {
    let mut window = on_a_learner();
    window.fill("Roepnaam", "Quirijnella");
    window.fill("Geboortedatum", "31-31-2010");
    window.click("Documenten");
    window.click("Leerlingen");
    window.type_in("Zoeken", "Quirijnella");
    window.command(Modifiers::NONE, Key::Z);
    lock(&mut window);
    let names = ["Zonnestraal", "Quirijnella"];
    let folder = window.folder.path().to_owned();
    for name in names {
        assert_eq!(files_with(&folder, name), [""; 0], "while it is locked");
    }
    unlock(&mut window);
    assert!(window.says("Zonnestraal"));
    let Window { harness, computer, folder } = window;
    drop(harness);
    for name in names {
        assert_eq!(files_with(folder.path(), name), [""; 0], "when it is closed");
        let remembered = serde_json::to_string(&*computer.remembered.borrow()).unwrap();
        assert!(!remembered.contains(name), "{remembered}");
    }
    // The search itself finds what is there.
    praktijkdossier::files::write_atomic(&folder.path().join("zo"), b"... Zonnestraal ...")
        .unwrap();
    assert_eq!(files_with(folder.path(), "Zonnestraal").len(), 1);
}
