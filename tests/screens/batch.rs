//! Many documents at once: who gets one, who does not and why, making, stopping, closing meanwhile.

use std::collections::BTreeSet;
use std::path::PathBuf;

use praktijkdossier::catalogue::Catalogue;
use praktijkdossier::domain::draft::Wanted;
use praktijkdossier::domain::{
    BirthDate, Day, DocumentKind, Entry as _, Learner, LearnerStatus, PersonName, ShortText,
};
use praktijkdossier::store::Store;

use crate::screens::fields::stamp;
use crate::screens::papers::{add, complete};
use crate::screens::window::{TODAY, Waits, Window};

fn example(store: &mut Store) {
    let change = praktijkdossier::example::changes(1, 24, TODAY, &Catalogue::new(&[]));
    store.apply(&change, &stamp()).unwrap();
}

/// The praktijkverklaringen that are ready, and how many are not.
fn ready(store: &Store) -> (Vec<Wanted>, usize) {
    let (place, date) = (ShortText::parse("Ens").ok(), Day::parse("24-11-2026").ok());
    let (mut ready, mut not) = (Vec::new(), 0);
    for learner in store.all::<Learner>().unwrap() {
        let wanted = store.wanted(DocumentKind::Praktijkverklaring, learner.id).unwrap();
        not += usize::from(wanted.is_empty());
        for one in wanted {
            let draft = store.draft(one, place.clone(), date).unwrap();
            if draft.missing().is_empty() { ready.push(one) } else { not += 1 }
        }
    }
    (ready, not)
}

/// On the page where documents are made, with a folder that will be chosen.
fn on_the_page(fill: impl FnOnce(&mut Store)) -> (Window, PathBuf) {
    let mut window = Window::on(fill);
    let folder = window.folder.path().join("uit");
    *window.computer.answer.borrow_mut() = Some(folder.clone());
    window.click("Documenten");
    window.click("Documenten maken…");
    (window, folder)
}

fn files(folder: &PathBuf) -> BTreeSet<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return BTreeSet::new() };
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// What counts is asked once more.
fn make_final(window: &mut Window, name: &str) {
    window.click(name);
    window.click("Definitief maken");
}

/// Does the work that waits, and what that brings along.
fn work(window: &mut Window) {
    while let Some(work) = window.computer.work.borrow_mut().pop_front() {
        work();
    }
    window.settle();
}

#[test]
fn what_counts_is_asked_first_and_cancelling_makes_nothing() {
    let (mut window, folder) = on_the_page(one_ready_one_not);
    window.click("1 document maken…");
    assert!(window.says("1 praktijkverklaring") && window.says("Elk document krijgt een nummer"));
    window.click("Annuleren");
    assert_eq!((window.store().register().unwrap().len(), files(&folder).len()), (0, 0));
    window.click("1 document maken…");
    window.click("Definitief maken");
    assert_eq!(window.store().register().unwrap().len(), 1);
}

/// One learner is complete, one has no traineeship.
fn one_ready_one_not(store: &mut Store) {
    complete(store);
    let other = Learner {
        geslachtsnaam: PersonName::parse("Aalst").ok(),
        groep: ShortText::parse("4b").ok(),
        ..Learner::blank()
    };
    add(store, other);
}

#[test]
fn all_that_are_ready_get_a_document() {
    let (mut window, folder) = on_the_page(example);
    let (ready, not) = ready(window.store());
    assert!(ready.len() > 3 && not > 1, "the example has both");
    assert!(window.says(&format!("Krijgt een document ({})", ready.len())));
    assert!(window.says(&format!("Krijgt er geen ({not})")));
    make_final(&mut window, &format!("{} documenten maken…", ready.len()));
    assert!(window.says(&format!("{} praktijkverklaringen gemaakt", ready.len())));
    let register = window.store().register().unwrap();
    let made: BTreeSet<String> =
        register.iter().map(|line| format!("praktijkverklaring-{}.pdf", line.number)).collect();
    assert_eq!((register.len(), files(&folder)), (ready.len(), made), "no name in a file name");
    for line in &register {
        let path = folder.join(format!("praktijkverklaring-{}.pdf", line.number));
        let kept = window.store().issued_pdf(line.number).unwrap();
        assert!(std::fs::read(path).unwrap() == kept, "{} is what is kept", line.number);
    }
    window.click("Bekijk in het register");
    assert!(window.says(&format!("{} documenten", ready.len())));
    window.click("Documenten maken…");
    assert!(window.says("Krijgt een document (0)"), "nobody gets a second one");
    assert!(window.says("Heeft al PV-2026-0001"));
}

#[test]
fn what_must_be_looked_at_is_counted_and_leads_to_its_field() {
    let (mut window, _) = on_the_page(one_ready_one_not);
    window.click("Let op (1)");
    window.click("De overeenkomst is nog niet door iedereen getekend: Vries, Bo");
    assert!(window.focused("School tekende op"));
    window.command(egui::Modifiers::NONE, egui::Key::Num3);
    window.click("Documenten maken…");
    window.click("1 document maken…");
    assert!(window.says("Er is nog iets om naar te kijken. Het staat in de lijst onder Let op."));
    window.click("Definitief maken");
    assert!(window.says("1 viel vooraf af: daar was geen document voor te maken."));
}

#[test]
fn who_stopped_is_counted_among_all_and_can_be_left_out() {
    let (mut window, _) = on_the_page(|store| {
        one_ready_one_not(store);
        let stopped = Learner { status: LearnerStatus::Stopped, ..Learner::blank() };
        add(store, stopped);
    });
    assert!(window.says("Alle leerlingen (3), ook wie klaar of gestopt is"));
    assert!(window.says("Krijgt er geen (2)"));
    window.click("Alleen wie actief is (2)");
    assert!(window.says("Krijgt er geen (1)"));
}

#[test]
fn what_a_file_is_called_is_said_as_it_will_be() {
    let (mut window, _) = on_the_page(one_ready_one_not);
    assert!(window.says("Alle leerlingen (2)"));
    let number =
        "In de bestandsnaam staat het nummer, niet de naam van de leerling (Instellingen).";
    assert!(window.says(number));
    window.choose("Soort document", "Overneemblad voor het Praktijkloket");
    assert!(!window.says(number), "it has none");
    window.choose("Soort document", "Praktijkverklaring");
    window.click("Concept");
    assert!(!window.says(number), "nor has a concept");
}

#[test]
fn who_is_left_out_is_said_with_the_way_to_the_field() {
    let (mut window, _) = on_the_page(|store| {
        one_ready_one_not(store);
        let mut learner = store.all::<Learner>().unwrap().remove(0);
        learner.value.geboortedatum = None;
        let change = praktijkdossier::changes::Change::Edit(1, learner.value.into());
        store.apply(&change, &stamp()).unwrap();
    });
    assert!(window.says("Krijgt een document (0)"));
    window.click("Heeft geen plaatsing: Aalst");
    assert!(window.says("Nieuwe plaatsing…"), "where one is added");
    window.command(egui::Modifiers::NONE, egui::Key::Num3);
    window.click("Documenten maken…");
    window.click("De geboortedatum: Vries, Bo");
    assert!(window.focused("Geboortedatum"));
    window.fill("Geboortedatum", "3-5-2009");
    window.command(egui::Modifiers::NONE, egui::Key::Num3);
    window.click("Documenten maken…");
    assert!(window.says("Krijgt een document (1)"), "mended, it is there");
    let born = window.store().all::<Learner>().unwrap().remove(0).value.geboortedatum;
    assert_eq!(born, BirthDate::parse("3-5-2009").ok());
}

#[test]
fn a_wrong_field_a_group_and_a_missing_date_keep_documents_from_being_made() {
    let mut window = Window::on(one_ready_one_not);
    window.open("Vries");
    window.fill("Geboortedatum", "4-5-20099");
    window.command(egui::Modifiers::NONE, egui::Key::Num3);
    window.click("Documenten maken…");
    assert!(window.says("In een veld staat iets dat niet past: Vries, Bo"));
    window.click("In een veld staat iets dat niet past: Vries, Bo");
    window.fill("Geboortedatum", "3-5-2009");
    window.command(egui::Modifiers::NONE, egui::Key::Num3);
    window.click("Documenten maken…");
    assert!(window.says("Krijgt een document (1)"));
    window.choose("Groep", "4b");
    assert!(window.says("Krijgt een document (0)") && window.says("Krijgt er geen (1)"));
    window.choose("Groep", "Alle groepen");
    window.fill("Datum van ondertekening", "");
    make_final(&mut window, "1 document maken…");
    assert_eq!(window.store().register().unwrap().len(), 0, "no date, no document");
}

#[test]
fn stopping_leaves_no_number_and_no_file_and_the_rest_can_be_made() {
    let (mut window, folder) = on_the_page(example);
    let (ready, _) = ready(window.store());
    window.computer.waits.set(Waits::Yes);
    make_final(&mut window, &format!("{} documenten maken…", ready.len()));
    assert!(window.says(&format!("0 van {} documenten", ready.len())));
    window.click("Stoppen");
    window.computer.waits.set(Waits::No);
    work(&mut window);
    assert!(window.says("Gestopt"));
    assert_eq!((window.store().register().unwrap().len(), files(&folder).len()), (0, 0));
    window.click("Verder met de rest");
    assert!(window.says(&format!("{} praktijkverklaringen gemaakt", ready.len())));
    assert_eq!(window.store().register().unwrap().len(), ready.len());
}

#[test]
fn one_can_work_on_meanwhile() {
    let (mut window, _) = on_the_page(one_ready_one_not);
    window.computer.waits.set(Waits::Yes);
    make_final(&mut window, "1 document maken…");
    window.click("Leerlingen");
    assert!(window.says("0 van 1"), "in sight wherever one is");
    window.computer.waits.set(Waits::No);
    work(&mut window);
    window.open("Aalst");
    window.fill("Roepnaam", "Jo");
    assert_eq!(window.store().register().unwrap().len(), 1);
    let other = window.store().all::<Learner>().unwrap().pop().unwrap();
    assert_eq!(other.value.roepnaam, PersonName::parse("Jo").ok());
    window.command(egui::Modifiers::NONE, egui::Key::Num3);
    assert_eq!(window.rows().len(), 1, "the register has its line");
}

#[test]
fn closing_meanwhile_asks_first_and_leaves_nothing_half() {
    let (mut window, folder) = on_the_page(one_ready_one_not);
    window.computer.waits.set(Waits::Yes);
    make_final(&mut window, "1 document maken…");
    window.click("Instellingen");
    window.click("Dossier en scherm");
    window.click("Dossier sluiten");
    assert!(window.says("Er worden nog documenten gemaakt"));
    window.click("Toch sluiten");
    window.computer.waits.set(Waits::No);
    work(&mut window);
    assert!(window.says("Welkom bij Praktijkdossier"));
    assert_eq!(files(&folder).len(), 0);
    window.click("toets");
    assert_eq!(window.store().register().unwrap().len(), 0);
}

#[test]
fn the_file_for_the_printer_is_printed_and_concepts_are_not_registered() {
    let (mut window, folder) = on_the_page(one_ready_one_not);
    window.click("Ook één bestand voor de printer");
    make_final(&mut window, "1 document maken…");
    window.click("Alles afdrukken");
    let printed = window.computer.printed.borrow().first().cloned().unwrap();
    assert!(printed.starts_with(&folder) && printed.exists());
    assert!(printed.file_name().unwrap().to_str().unwrap().starts_with("afdrukken-"));
    window.click("Map openen");
    assert_eq!(window.computer.shown.borrow().last(), Some(&folder));
    window.click("Andere documenten maken");
    window.click("Concept");
    window.click("1 concept maken");
    assert!(window.says("1 praktijkverklaring gemaakt"));
    assert_eq!(window.store().register().unwrap().len(), 1, "only the one that counts");
    assert!(files(&folder).iter().any(|name| name.starts_with("concept-")));
}

#[test]
fn a_file_that_is_there_stops_the_batch_and_is_not_overwritten() {
    let (mut window, folder) = on_the_page(one_ready_one_not);
    std::fs::create_dir_all(&folder).unwrap();
    let there = folder.join("praktijkverklaring-PV-2026-0001.pdf");
    std::io::Write::write_all(&mut std::fs::File::create(&there).unwrap(), b"anders").unwrap();
    make_final(&mut window, "1 document maken…");
    assert!(window.says("bestaat al en is niet overschreven"));
    assert!(window.says("1 document is nog niet gemaakt"));
    assert_eq!(window.store().register().unwrap().len(), 0);
    assert!(std::fs::read(&there).unwrap() == b"anders");
    std::fs::remove_file(&there).unwrap();
    window.click("Verder met de rest");
    assert_eq!(window.store().register().unwrap().len(), 1);
}

#[test]
fn who_is_ticked_instead_of_another_gets_the_document() {
    let mut window = Window::on(one_ready_one_not);
    window.click_row_with(egui::Modifiers::COMMAND, "Vries");
    window.click("Documenten maken voor 1 leerling…");
    assert!(window.says("Krijgt een document (1)"));
    window.click("Leerlingen");
    window.click_row_with(egui::Modifiers::COMMAND, "Vries");
    window.click_row_with(egui::Modifiers::COMMAND, "Aalst");
    window.click("Documenten maken voor 1 leerling…");
    assert!(window.says("Krijgt een document (0)"), "who was ticked before is not any more");
}

#[test]
fn a_field_that_went_wrong_meanwhile_keeps_its_document_from_being_made() {
    let (mut window, _) = on_the_page(one_ready_one_not);
    window.computer.waits.set(Waits::Yes);
    make_final(&mut window, "1 document maken…");
    window.click("Leerlingen");
    window.open("Vries");
    window.fill("Geboortedatum", "4-5-20099");
    window.computer.waits.set(Waits::No);
    work(&mut window);
    assert_eq!(window.store().register().unwrap().len(), 0, "the screen says 4-5-20099");
}

#[test]
fn typing_a_kind_of_document_leads_to_making_it_for_many() {
    let mut window = Window::on(one_ready_one_not);
    window.command(egui::Modifiers::NONE, egui::Key::K);
    window.type_in("Ga naar of doe…", "totaalov");
    window.press(egui::Key::Enter);
    assert!(window.says("Documenten maken") && window.says("Totaaloverzicht examenresultaten"));
}
