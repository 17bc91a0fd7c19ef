//! What was removed is found again; who must go for good is asked about first, and is gone.

use praktijkdossier::changes::Change;
use praktijkdossier::domain::{Day, Entry as _, Learner, LearnerStatus, RecordKind};
use praktijkdossier::store::{Stamp, Store};

use crate::screens::fields::learners;
use crate::screens::window::Window;

fn stamp() -> Stamp {
    Stamp { at: "2026-11-20T09:00:00Z".parse().unwrap(), who: "j.visser".to_owned() }
}

fn remove(store: &mut Store, kind: RecordKind, id: i64) {
    store.apply(&Change::Remove(kind, id), &stamp()).unwrap();
}

fn end(store: &mut Store, id: i64, day: &str) {
    let mut learner: Learner = store.learner(praktijkdossier::domain::Id::new(id)).unwrap().value;
    learner.status = LearnerStatus::Finished;
    learner.end = Some(Day::parse(day).unwrap());
    store.apply(&Change::Edit(id, learner.into()), &stamp()).unwrap();
}

fn names(window: &Window) -> Vec<String> {
    let all = window.store().all::<Learner>().unwrap();
    all.into_iter().map(|l| l.value.geslachtsnaam.unwrap().as_str().to_owned()).collect()
}

#[test]
fn an_empty_trash_says_what_belongs_there() {
    let mut window = Window::on(learners(&["Aalst"]));
    window.click("Geschiedenis");
    window.click("Prullenbak");
    assert!(window.says("De prullenbak is leeg"));
    window.click("Bewaartermijn");
    assert!(window.says("Nog niemand is klaar of gestopt"));
}

#[test]
fn what_was_removed_is_found_in_the_trash_and_comes_back() {
    let mut window = Window::on(|store| {
        learners(&["Aalst", "Bakker"])(store);
        remove(store, RecordKind::Learner, 1);
    });
    window.click("Geschiedenis");
    window.click("Prullenbak");
    let rows = window.rows();
    assert_eq!(rows.len(), 1);
    assert!(rows[0].starts_with("Aalst") && rows[0].contains("j.visser"), "{rows:?}");
    window.open("Aalst");
    window.click("Terugzetten");
    assert_eq!(names(&window), ["Aalst", "Bakker"]);
    assert!(window.says("Teruggezet: Aalst"));
    assert!(window.says("De prullenbak is leeg"));
    window.click("Leerlingen");
    assert_eq!(window.rows().len(), 2, "the list knows it too");
    window.click("Ongedaan maken");
    assert_eq!(names(&window), ["Bakker"]);
}

#[test]
fn someone_is_forgotten_only_once_the_name_was_typed() {
    let mut window = Window::on(|store| {
        learners(&["Aalst", "Bakker"])(store);
        remove(store, RecordKind::Learner, 1);
    });
    window.click("Geschiedenis");
    window.click("Prullenbak");
    window.open("Aalst");
    window.click("Voorgoed wissen…");
    for said in ["1 leerling", "reservekopie", "Afgedrukt papier", "niet meer ongedaan maken"] {
        assert!(window.says(said), "{said}");
    }
    window.type_in("Typ om te bevestigen: Aalst", "Bakker");
    window.press(egui::Key::Enter);
    assert!(window.store().record_at_all(RecordKind::Learner, 1).is_ok());
    window.type_in("Typ om te bevestigen: Aalst", "aalst");
    window.click("Voorgoed wissen");
    assert!(window.store().record_at_all(RecordKind::Learner, 1).is_err());
    assert!(window.says("Een leerling is voorgoed gewist."));
    assert!(!window.says("Aalst"), "nowhere in the window");
    assert_eq!(names(&window), ["Bakker"]);
    let path = window.folder.path().join("toets.dossier");
    let bytes = std::fs::read(path).unwrap();
    assert!(!bytes.windows(5).any(|part| part == b"Aalst"));
}

#[test]
fn only_who_is_past_the_term_is_proposed_and_can_be_ticked() {
    let mut window = Window::on(|store| {
        learners(&["Aalst", "Bakker", "Cohen", "Dijk"])(store);
        end(store, 1, "2024-01-01");
        end(store, 2, "2024-11-24");
        end(store, 3, "2023-01-01");
    });
    window.click("Geschiedenis");
    window.click("Bewaartermijn");
    let firsts = |window: &Window| -> Vec<String> {
        window.rows().iter().map(|r| r.split(',').next().unwrap().to_owned()).collect()
    };
    assert_eq!(firsts(&window), ["Aalst", "Cohen"]);
    window.choose("Alle die klaar of gestopt zijn", "Alle die klaar of gestopt zijn");
    assert_eq!(firsts(&window), ["Aalst", "Bakker", "Cohen"]);
    assert!(window.rows()[1].contains("t/m 24-11-2026"), "{:?}", window.rows());
    for name in ["Aalst", "Bakker", "Cohen"] {
        window.click_row_with(egui::Modifiers::COMMAND, name);
    }
    window.click("2 leerlingen voorgoed wissen…");
    window.type_in("Typ om te bevestigen: 2", "2");
    window.click("Voorgoed wissen");
    assert_eq!(names(&window), ["Bakker", "Dijk"]);
    assert_eq!(firsts(&window), ["Bakker"]);
}

#[test]
fn the_terms_are_the_schools_own() {
    let mut window = Window::on(|store| {
        learners(&["Aalst"])(store);
        end(store, 1, "2024-01-01");
    });
    window.click("Instellingen");
    window.click("Bewaren");
    window.fill("Overige gegevens (jaren)", "10");
    window.fill("Examens en resultaten (jaren)", "0");
    assert!(window.says("Typ een heel aantal jaren van 1 tot en met 99."));
    window.fill("Examens en resultaten (jaren)", "");
    window.click("Naar wie de termijn voorbij is");
    assert!(window.says("Van niemand is de termijn voorbij."));
}
