//! The way back from a backup: first shown beside what is open, then put in its place.

use std::path::{Path, PathBuf};

use praktijkdossier::backup::{self, Under};
use praktijkdossier::catalogue::Catalogue;
use praktijkdossier::domain::Learner;
use praktijkdossier::store::{Password, Store};

use crate::screens::fields::stamp;
use crate::screens::window::{TODAY, Waits, Window};

/// A backup of a dossier with so many learners.
fn backup_of(folder: &Path, learners: u32, own: Option<&str>) -> PathBuf {
    let path = folder.join(format!("ander-{learners}.dossier"));
    let to = folder.join(format!("{learners}.reservekopie"));
    let (mut store, _) = Store::create(&path, None).unwrap();
    let change = praktijkdossier::example::changes(1, learners, TODAY, &Catalogue::new(&[]));
    store.apply(&change, &stamp()).unwrap();
    let own = own.map(|own| Password::new(own.to_owned()));
    let under = own.as_ref().map_or(Under::Dossiers, Under::Own);
    let now = "2026-11-20T09:00:00Z".parse().unwrap();
    backup::write(&store, &to, under, now, &mut |_| std::ops::ControlFlow::Continue(())).unwrap();
    to
}

fn choose(window: &mut Window, path: &Path) {
    *window.computer.answer.borrow_mut() = Some(path.to_owned());
    window.click("Reservekopie terugzetten…");
}

fn on_the_page() -> Window {
    let mut window = Window::on(|store| {
        let change = praktijkdossier::example::changes(1, 5, TODAY, &Catalogue::new(&[]));
        store.apply(&change, &stamp()).unwrap();
    });
    window.click("Instellingen");
    window.click("Reservekopieën");
    window
}

fn learners(window: &Window) -> usize {
    window.store().all::<Learner>().unwrap().len()
}

fn beside(window: &Window) -> Vec<String> {
    let entries = std::fs::read_dir(window.folder.path()).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name.starts_with("toets") || name.contains(".deel"));
    names.retain(|name| !name.ends_with("-journal"));
    names.sort();
    names
}

#[test]
fn what_a_backup_holds_is_shown_beside_what_is_open_before_anything_happens() {
    let mut window = on_the_page();
    let backup = backup_of(window.folder.path(), 17, None);
    choose(&mut window, &backup);
    assert!(window.says("12 meer dan nu"));
    assert!(window.says("20-11-2026 09:00"));
    assert!(window.says("Het dossier van nu gaat niet weg."));
    assert_eq!(learners(&window), 5);
    window.click("Annuleren");
    assert_eq!((learners(&window), beside(&window)), (5, vec!["toets.dossier".to_owned()]));

    choose(&mut window, &backup);
    window.click("Terugzetten");
    assert_eq!(learners(&window), 17);
    assert!(window.says("De reservekopie is teruggezet"));
    let kept = "toets (voor herstel 2026-11-24 10.00).dossier";
    assert_eq!(beside(&window), [kept, "toets.dossier"]);
    let kept = Store::open(&window.folder.path().join(kept), None).unwrap();
    assert_eq!(kept.all::<Learner>().unwrap().len(), 5);
}

#[test]
fn a_backup_with_a_password_asks_for_it_kindly() {
    let mut window = on_the_page();
    let backup = backup_of(window.folder.path(), 7, Some("eik en beuk"));
    choose(&mut window, &backup);
    window.type_in("Wachtwoord van de reservekopie", "eik en berk");
    window.click("Kijken");
    assert!(window.says("Dit wachtwoord past niet op deze reservekopie."));
    window.type_in("Wachtwoord van de reservekopie", "eik en beuk");
    window.click("Kijken");
    window.click("Terugzetten");
    assert_eq!(learners(&window), 7);
}

#[test]
fn from_the_welcome_a_backup_becomes_a_dossier_in_a_free_place() {
    let mut window = Window::first_start();
    let backup = backup_of(window.folder.path(), 7, None);
    choose(&mut window, &backup);
    assert!(!window.says("meer dan nu"), "nothing is open");
    window.click("Terugzetten");
    assert_eq!(learners(&window), 7);
    assert!(window.store().path().unwrap().starts_with(window.folder.path()));
}

#[test]
fn what_cannot_be_restored_says_why_and_changes_nothing() {
    let mut window = on_the_page();
    let good = backup_of(window.folder.path(), 7, None);
    let bytes = std::fs::read(&good).unwrap();
    let mut damaged = bytes.clone();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    for (bytes, sentence) in [
        (&damaged[..], "Deze reservekopie is beschadigd."),
        (&bytes[..bytes.len() - 20], "Deze reservekopie is beschadigd."),
        (b"een brief", "geen reservekopie van Praktijkdossier"),
    ] {
        let path = window.folder.path().join("slecht.reservekopie");
        praktijkdossier::files::write_atomic(&path, bytes).unwrap();
        choose(&mut window, &path);
        assert!(window.says(sentence), "{sentence}");
        window.click("Sluiten");
        assert_eq!((learners(&window), beside(&window)), (5, vec!["toets.dossier".to_owned()]));
    }
}

#[test]
fn stopping_while_it_is_built_leaves_everything_as_it_was() {
    let mut window = on_the_page();
    let backup = backup_of(window.folder.path(), 7, None);
    choose(&mut window, &backup);
    window.computer.waits.set(Waits::Yes);
    window.click("Terugzetten");
    assert!(window.says("Het dossier wordt opgebouwd…"));
    window.click("Stoppen");
    loop {
        let work = window.computer.work.borrow_mut().pop_front();
        let Some(work) = work else { break };
        work();
        window.settle();
    }
    assert_eq!((learners(&window), beside(&window)), (5, vec!["toets.dossier".to_owned()]));
}
