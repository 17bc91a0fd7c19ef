//! The room of all issued documents: found, narrowed, opened, printed, withdrawn.

use egui::{Key, Modifiers};
use praktijkdossier::app::Printed;
use praktijkdossier::changes::Change;
use praktijkdossier::domain::draft::Wanted;
use praktijkdossier::domain::{Day, Entry as _, Id, Learner, School, ShortText};
use praktijkdossier::issuing;
use praktijkdossier::store::Store;

use crate::read_back::hear;
use crate::screens::fields::stamp;
use crate::screens::papers::complete;
use crate::screens::window::Window;

fn issue(store: &mut Store, date: &str) {
    let place = ShortText::parse("Ens").unwrap();
    let wanted = Wanted::Praktijkverklaring(Id::new(1));
    issuing::issue(store, wanted, place, Day::parse(date).unwrap(), &stamp()).unwrap();
}

/// Learner 1 got one in 2025, it was withdrawn and replaced, and an overview.
fn issued(store: &mut Store) {
    complete(store);
    let mut learner = store.learner(Id::<Learner>::new(1)).unwrap().value;
    learner.groep = ShortText::parse("4b").ok();
    store.apply(&Change::Edit(1, learner.into()), &stamp()).unwrap();
    issue(store, "30-12-2025");
    let reason = ShortText::parse("Naam was fout").unwrap();
    let number = store.register().unwrap()[0].number;
    store.withdraw(number, &reason, &stamp()).unwrap();
    issue(store, "24-11-2026");
}

fn in_the_room(fill: impl FnOnce(&mut Store)) -> Window {
    let mut window = Window::on(fill);
    window.command(Modifiers::NONE, Key::Num3);
    window
}

fn begins(window: &Window) -> Vec<String> {
    window.rows().iter().map(|row| row.split(',').next().unwrap().to_owned()).collect()
}

#[test]
fn an_empty_room_says_what_belongs_there_and_offers_the_first_act() {
    let mut window = in_the_room(|_| {});
    assert!(window.says("Nog geen documenten uitgegeven"));
    window.click("Documenten maken…");
    assert!(window.says("Wat en voor wie"));
    window.press(Key::Escape);
    assert!(window.says("Nog geen documenten uitgegeven"));
}

#[test]
fn documents_are_found_narrowed_and_sorted() {
    let mut window = in_the_room(issued);
    assert_eq!(begins(&window), ["PV-2026-0001", "PV-2025-0001"], "the newest first");
    for (typed, found) in [
        ("2025 1", vec!["PV-2025-0001"]),
        ("pv-2026", vec!["PV-2026-0001"]),
        ("bo vries gastheer", vec!["PV-2026-0001", "PV-2025-0001"]),
        ("kroon 4b", vec!["PV-2026-0001", "PV-2025-0001"]),
        ("xyzzy", vec![]),
    ] {
        window.type_in("Zoeken", typed);
        assert_eq!(begins(&window), found, "{typed}");
    }
    window.type_in("Zoeken", "vries");
    for (filter, value, found) in [
        ("Elk jaar", "2025", vec!["PV-2025-0001"]),
        ("Elk jaar", "Elk jaar", vec!["PV-2026-0001", "PV-2025-0001"]),
        ("Elke status", "Geldig", vec!["PV-2026-0001"]),
        ("Elke status", "Vervangen", vec!["PV-2025-0001"]),
        ("Elke status", "Elke status", vec!["PV-2026-0001", "PV-2025-0001"]),
        ("Elke soort", "Praktijkverklaring", vec!["PV-2026-0001", "PV-2025-0001"]),
        ("Alle groepen", "4b", vec!["PV-2026-0001", "PV-2025-0001"]),
    ] {
        window.choose(filter, value);
        assert_eq!(begins(&window), found, "{filter}: {value}");
    }
    window.sort_by("Getekend op");
    assert_eq!(begins(&window), ["PV-2025-0001", "PV-2026-0001"], "by day, not by its letters");
}

#[test]
fn a_document_says_what_the_register_knows_and_shows_its_pages() {
    let mut window = in_the_room(issued);
    window.open("PV-2025-0001");
    for said in ["Vries, Bo", "Hotel De Kroon", "Ens, 30-12-2025", "Naam was fout", "toets"] {
        assert!(window.says(said), "{said}");
    }
    assert!(window.says("Pagina 1 van 1"));
    window.click("PV-2026-0001");
    assert!(window.says("Praktijkverklaring PV-2026-0001"), "the one that came instead");
    window.click("Naar de leerling");
    assert!(window.says("Bo Vries"));
}

#[test]
fn a_document_is_withdrawn_with_a_reason_where_one_looks_at_it() {
    let mut window = in_the_room(issued);
    window.open("PV-2026-0001");
    window.click("Intrekken…");
    window.click("Intrekken");
    assert!(window.says("Intrekken?"), "not without a reason");
    window.fill("Waarom", "Uren waren fout");
    window.click("Intrekken");
    assert!(window.says("Reden: Uren waren fout"));
    window.press(Key::Escape);
    assert!(window.rows()[0].contains("Ingetrokken"), "{:?}", window.rows());
    let line = window.store().register().unwrap().remove(0);
    assert_eq!(line.withdrawal.unwrap().reason.as_deref(), Some("Uren waren fout"));
}

#[test]
fn a_document_is_opened_and_printed_from_a_file_that_names_nobody_and_goes() {
    let mut window = in_the_room(issued);
    window.open("PV-2026-0001");
    window.click("Openen");
    let shown = window.computer.shown.borrow()[0].clone();
    for (printed, said) in [
        (Printed::Sent, "naar de printer gestuurd"),
        (Printed::InViewer, "Druk af vanuit het programma dat nu opengaat"),
        (Printed::Failed, "Afdrukken is niet gelukt"),
    ] {
        window.computer.printing.set(Some(printed));
        window.click("Afdrukken");
        assert!(window.says(said), "{said}");
    }
    let paths = window.computer.printed.borrow().clone();
    assert_eq!(paths.len(), 3);
    let kept = window.store().register().unwrap()[0].number;
    assert!(std::fs::read(&shown).unwrap() == window.store().issued_pdf(kept).unwrap());
    for path in paths.iter().chain([&shown]) {
        assert!(!path.to_string_lossy().contains("Vries"), "{path:?}");
    }
    window.click("Instellingen");
    window.click("Dossier en scherm");
    window.click("Dossier sluiten");
    assert!(paths.iter().chain([&shown]).all(|path| !path.exists()), "gone with the dossier");
}

#[test]
fn a_reprint_says_that_it_is_one_only_if_the_school_wants_it() {
    let mut window = in_the_room(issued);
    window.open("PV-2026-0001");
    assert!(!window.says("Duplicaat"));
    let mut window = in_the_room(|store| {
        issued(store);
        let school = School { duplicates: true, ..store.school().unwrap() };
        store.apply(&Change::Edit(1, school.into()), &stamp()).unwrap();
    });
    window.open("PV-2026-0001");
    window.click("Duplicaat afdrukken");
    let path = window.computer.printed.borrow()[0].clone();
    let heard = hear(&std::fs::read(path).unwrap());
    assert!(heard.leaves.iter().any(|leaf| leaf.text.contains("Duplicaat")));
}

#[test]
fn ga_naar_of_doe_finds_documents_by_number_and_by_name() {
    for typed in ["pv-2026-1", "vries pv 2026"] {
        let mut window = Window::on(issued);
        window.command(Modifiers::NONE, Key::K);
        window.type_in("Ga naar of doe…", typed);
        window.press(Key::Enter);
        assert!(window.says("Praktijkverklaring PV-2026-0001"), "{typed}");
    }
}

#[test]
fn what_is_made_final_at_the_learner_is_in_the_room_at_once() {
    let mut window = in_the_room(complete);
    assert!(window.says("Nog geen documenten uitgegeven"));
    window.click("Leerlingen");
    window.open("Vries");
    window.click("Documenten");
    window.click("Definitief maken…");
    window.click("Definitief maken");
    window.click("Sluiten");
    window.command(Modifiers::NONE, Key::Num3);
    assert_eq!(begins(&window), ["PV-2026-0001"]);
}
