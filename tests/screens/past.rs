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
    assert!(!window.says("Vink aan wie"), "here nobody can be ticked");
    window.choose("Alle die klaar of gestopt zijn", "Termijn voorbij");
    for name in ["Aalst", "Cohen"] {
        window.click_row_with(egui::Modifiers::COMMAND, name);
    }
    window.click("2 leerlingen voorgoed wissen…");
    window.type_in("Typ om te bevestigen: 2", "2");
    window.click("Voorgoed wissen");
    assert_eq!(names(&window), ["Bakker", "Dijk"]);
    assert!(window.says("Van niemand is de termijn voorbij."));
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

#[test]
fn changes_are_found_by_word_by_account_and_by_learner_and_saved_for_a_spreadsheet() {
    let mut window = Window::on(|store| {
        learners(&["Aalst", "=Bakker"])(store);
        end(store, 1, "2024-01-01");
    });
    window.click("Geschiedenis");
    assert_eq!(window.rows().len(), 3);
    assert!(window.rows()[0].contains("Gewijzigd") && window.rows()[0].contains("j.visser"));
    window.open(&window.rows()[0].clone());
    assert!(window.says("leeg → 01-01-2024"));
    window.press(egui::Key::Escape);

    window.fill("Zoeken", "bakker");
    assert_eq!(window.rows().len(), 1);
    window.type_in("Zoeken", "x");
    window.press(egui::Key::Backspace);
    window.choose("Iedereen", "j.visser");
    assert_eq!(window.rows().len(), 1);
    let path = window.folder.path().join("lijst");
    *window.computer.answer.borrow_mut() = Some(path);
    window.click("Opslaan als CSV…");
    let csv = std::fs::read_to_string(window.folder.path().join("lijst.csv")).unwrap();
    assert!(csv.starts_with("\u{FEFF}\"wanneer\";\"wie\""), "{csv}");
    assert!(csv.contains("\"Status\";\"Actief\";\"Afgerond\""), "{csv}");
    window.choose("Iedereen", "Iedereen");

    window.click("Leerlingen");
    window.open("Aalst");
    window.click("Geschiedenis");
    window.click("Zoeken in deze geschiedenis…");
    assert_eq!(window.rows().len(), 2);
    window.click("Van iedereen");
    assert_eq!(window.rows().len(), 3);
    window.click("Opslaan als CSV…");
    let csv = std::fs::read_to_string(window.folder.path().join("lijst.csv")).unwrap();
    assert!(csv.contains("\"'=Bakker\""), "{csv}");
}

#[test]
fn an_inzage_is_saved_where_one_chooses() {
    let mut window = Window::on(learners(&["Aalst", "Bakker"]));
    window.open("Aalst");
    window.click("Inzage…");
    assert!(window.says("bevat persoonsgegevens"));
    let path = window.folder.path().join("inzage.pdf");
    *window.computer.answer.borrow_mut() = Some(path.clone());
    window.click("Opslaan als PDF…");
    assert!(std::fs::read(path).unwrap().starts_with(b"%PDF"));
    window.click("Inzage…");
    *window.computer.answer.borrow_mut() = Some(window.folder.path().join("inzage"));
    window.click("Opslaan als JSON…");
    let json = std::fs::read_to_string(window.folder.path().join("inzage.json")).unwrap();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["leerling"][0]["geslachtsnaam"], "Aalst");
    assert!(!json.to_string().contains("Bakker"));
}
