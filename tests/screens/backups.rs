//! Backups: one by hand, by themselves when the dossier closes and once a day, stopping, and what cannot be made.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use praktijkdossier::app::{BackupPlace, BackupPlan, LastBackup, Preferences};
use praktijkdossier::backup::{self, Backup, Contents, Protection, Series, Under};
use praktijkdossier::catalogue::Catalogue;
use praktijkdossier::domain::RecordKind;
use praktijkdossier::store::{Password, Store};

use crate::screens::fields::stamp;
use crate::screens::window::{Computer, TODAY, Waits, Window};

fn example(store: &mut Store) {
    let change = praktijkdossier::example::changes(1, 12, TODAY, &Catalogue::new(&[]));
    store.apply(&change, &stamp()).unwrap();
}

fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn verify(path: &Path, password: Option<&str>) -> (Protection, Contents) {
    let password = password.map(|password| Password::new(password.to_owned()));
    let backup = Backup::open(path, password.as_ref()).unwrap();
    let contents = backup.verify(&mut |_| ControlFlow::Continue(())).unwrap();
    (backup.protection(), contents)
}

/// On the page of backups, with the path that the next dialog gives.
fn on_the_page(fill: impl FnOnce(&mut Store)) -> (Window, PathBuf) {
    let mut window = Window::on(fill);
    let path = window.folder.path().join("uit.reservekopie");
    *window.computer.answer.borrow_mut() = Some(path.clone());
    to_the_page(&mut window);
    (window, path)
}

fn to_the_page(window: &mut Window) {
    window.click("Instellingen");
    window.click("Reservekopieën");
}

fn answer(window: &Window, path: &Path) {
    *window.computer.answer.borrow_mut() = Some(path.to_owned());
}

/// Does the work that waits, one piece.
fn one_piece(window: &mut Window) -> bool {
    let work = window.computer.work.borrow_mut().pop_front();
    let there = work.is_some();
    if let Some(work) = work {
        work();
    }
    window.settle();
    there
}

fn change(window: &mut Window) {
    window.click("School");
    window.fill("Naam van de school", "Praktijkschool De Linde");
}

/// A dossier of which backups are made in `map`, the last one then.
fn planned(last: Option<LastBackup>, folder: &str) -> Window {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("klas.dossier");
    let (mut store, _) = Store::create(&path, None).unwrap();
    example(&mut store);
    drop(store);
    let computer = Rc::<Computer>::default();
    let place = BackupPlace { folder: dir.path().join(folder), last };
    std::fs::create_dir(dir.path().join("map")).unwrap();
    let plan = BackupPlan {
        dossier: path.clone(),
        series: Some(Series::new().unwrap()),
        places: vec![place],
        by_hand: Vec::new(),
    };
    *computer.remembered.borrow_mut() =
        Preferences { backups: vec![plan], ..Preferences::default() };
    Window::start(dir, computer, Some(path))
}

fn made_on(at: &str, line: i64) -> Option<LastBackup> {
    Some(LastBackup { at: at.parse().unwrap(), line })
}

#[test]
fn a_backup_by_hand_has_knowingly_no_password_and_says_what_it_holds() {
    let (mut window, path) = on_the_page(example);
    assert!(window.says("Er is nog geen reservekopie van dit dossier."));
    assert!(window.says("Nog geen reservekopie"));
    window.click("Reservekopie maken…");
    assert!(window.says("Dit dossier heeft geen wachtwoord"));
    window.click("Zonder wachtwoord");
    assert!(window.says("Wie bij het bestand kan"));
    window.click("Verder");
    assert!(window.says("teruggelezen en nagekeken"));
    assert!(window.says("12 leerlingen"));
    assert!(window.says("Reservekopie: vandaag"));
    assert!(window.says("Laatste reservekopie: 24-11-2026 10:00"));
    let (protection, contents) = verify(&path, None);
    assert_eq!(protection, Protection::Geen);
    assert_eq!(contents.records(RecordKind::Learner), 12);
    assert_eq!(contents.series, None, "what is made by hand is never thinned");
    let asked = window.computer.asked.borrow().last().unwrap().clone();
    assert_eq!(
        asked.kind,
        praktijkdossier::app::PathKind::NewFile("toets 2026-11-24 10.00.reservekopie".to_owned())
    );
}

#[test]
fn a_password_of_its_own_is_typed_twice() {
    let (mut window, path) = on_the_page(example);
    window.click("Reservekopie maken…");
    window.type_in("Wachtwoord van de reservekopie", "eik en beuk en es");
    window.type_in("Nog een keer", "eik en berk en es");
    assert!(window.says("Dit is niet hetzelfde als hierboven."));
    window.click("Verder");
    assert!(!path.exists());
    window.type_in("Nog een keer", "eik en beuk en es");
    window.click("Verder");
    assert_eq!(verify(&path, Some("eik en beuk en es")).0, Protection::Eigen);
}

#[test]
fn of_a_dossier_with_a_password_the_same_one_opens_the_backup() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("geheim.dossier");
    let password = Password::new("eik en beuk en es".to_owned());
    let (mut store, _) = Store::create(&path, Some(&password)).unwrap();
    example(&mut store);
    drop(store);
    let mut window = Window::start(dir, Rc::<Computer>::default(), Some(path));
    window.type_in("Wachtwoord", "eik en beuk en es");
    window.click("Openen");
    to_the_page(&mut window);
    let to = window.folder.path().join("uit.reservekopie");
    answer(&window, &to);
    window.click("Reservekopie maken…");
    assert_eq!(verify(&to, Some("eik en beuk en es")).0, Protection::Dossier);
}

#[test]
fn one_works_on_while_a_backup_is_made_and_what_comes_meanwhile_is_for_the_next() {
    let (mut window, path) = on_the_page(example);
    window.computer.waits.set(Waits::Yes);
    window.click("Reservekopie maken…");
    window.click("Zonder wachtwoord");
    window.click("Verder");
    one_piece(&mut window);
    assert!(window.says("Reservekopie wordt gemaakt…"));
    change(&mut window);
    while one_piece(&mut window) {}
    assert_ne!(verify(&path, None).1.school.as_deref(), Some("Praktijkschool De Linde"));
    assert!(window.says("Praktijkschool De Linde"));
    let left: Vec<_> = names(window.folder.path());
    assert!(left.iter().all(|name| !name.ends_with(".deel")), "{left:?}");
}

#[test]
fn stopping_leaves_no_half_file() {
    for pieces in 0..4 {
        let (mut window, path) = on_the_page(example);
        window.computer.waits.set(Waits::Yes);
        window.click("Reservekopie maken…");
        window.click("Zonder wachtwoord");
        window.click("Verder");
        for _ in 0..pieces {
            if window.says("Reservekopie wordt gemaakt…") {
                one_piece(&mut window);
            }
        }
        if !window.says("Reservekopie wordt gemaakt…") && !window.says("wordt nagekeken") {
            continue;
        }
        window.click("Stoppen");
        while one_piece(&mut window) {}
        assert!(window.says("Gestopt. Er is geen reservekopie gemaakt."), "after {pieces}");
        assert!(!path.exists());
        let left = names(window.folder.path());
        assert!(left.iter().all(|name| !name.ends_with(".deel")), "{left:?}");
    }
}

#[test]
fn a_file_that_is_there_is_not_overwritten() {
    let (mut window, path) = on_the_page(example);
    praktijkdossier::files::write_atomic(&path, b"van een ander").unwrap();
    window.click("Reservekopie maken…");
    window.click("Zonder wachtwoord");
    window.click("Verder");
    assert!(window.says("Er is al een bestand met deze naam"));
    assert_eq!(std::fs::read(&path).unwrap(), b"van een ander");
}

#[test]
fn a_chosen_folder_gets_one_at_once_and_one_at_closing_when_something_changed() {
    let (mut window, _) = on_the_page(example);
    let map = window.folder.path().join("map");
    std::fs::create_dir(&map).unwrap();
    answer(&window, &map);
    // Of another dossier, and readable for all as well.
    let (other, _) = Store::create(&window.folder.path().join("ander.dossier"), None).unwrap();
    let (now, under) = ("2026-11-24T09:00:00Z".parse().unwrap(), Under::Dossiers);
    let to = window.folder.path().join("ander.reservekopie");
    backup::write(&other, &to, under, now, &mut |_| ControlFlow::Continue(())).unwrap();
    std::fs::rename(&to, map.join("ander.reservekopie")).unwrap();
    window.click("Map kiezen…");
    std::fs::remove_file(map.join("ander.reservekopie")).unwrap();
    assert_eq!(names(&map), ["toets 2026-11-24 10.00.reservekopie"]);
    assert!(window.says("Reservekopieën van dit dossier (1)"));
    assert!(verify(&map.join("toets 2026-11-24 10.00.reservekopie"), None).1.series.is_some());
    // Nothing changed: nothing is made.
    window.click("Dossier en scherm");
    window.click("Dossier sluiten");
    assert_eq!(names(&map).len(), 1);

    window.click("toets");
    window.click("Instellingen");
    change(&mut window);
    window.click("Dossier en scherm");
    window.click("Dossier sluiten");
    assert!(window.says("Welkom bij Praktijkdossier"));
    let second = map.join("toets 2026-11-24 10.00 (2).reservekopie");
    assert_eq!(verify(&second, None).1.school.as_deref(), Some("Praktijkschool De Linde"));
}

#[test]
fn closing_says_what_is_going_on_and_goes_without_when_one_wants() {
    for without in [false, true] {
        let mut window = planned(made_on("2026-11-24T08:00:00Z", 0), "map");
        let map = window.folder.path().join("map");
        window.computer.waits.set(Waits::Yes);
        window.click("Instellingen");
        window.click("Dossier en scherm");
        window.click("Dossier sluiten");
        assert!(window.says("Alles wat u deed, is al bewaard."));
        if without {
            one_piece(&mut window);
            window.click("Sluit zonder");
        }
        while one_piece(&mut window) {}
        assert!(window.says("Welkom bij Praktijkdossier"));
        assert_eq!(names(&map).len(), usize::from(!without), "{:?}", names(&map));
    }
}

#[test]
fn closing_is_called_off_and_the_backup_goes_on() {
    let mut window = planned(made_on("2026-11-24T08:00:00Z", 0), "map");
    window.computer.waits.set(Waits::Yes);
    window.click("Instellingen");
    window.click("Dossier en scherm");
    window.click("Dossier sluiten");
    window.click("Annuleren");
    while one_piece(&mut window) {}
    assert!(window.says("Dossier sluiten"), "it is still open");
    assert_eq!(names(&window.folder.path().join("map")).len(), 1);
}

#[test]
fn once_a_day_one_is_made_by_itself_when_something_changed() {
    let yesterday = planned(made_on("2026-11-23T16:00:00Z", 0), "map");
    assert_eq!(names(&yesterday.folder.path().join("map")).len(), 1);
    assert!(yesterday.says("Reservekopie: vandaag"));
    let today = planned(made_on("2026-11-24T08:00:00Z", 0), "map");
    assert_eq!(names(&today.folder.path().join("map")).len(), 0);
    let unchanged = planned(made_on("2026-11-01T08:00:00Z", 1), "map");
    assert_eq!(names(&unchanged.folder.path().join("map")).len(), 0);
    assert!(unchanged.says("Reservekopie: 23 dagen"));
}

#[test]
fn a_stick_that_is_not_in_is_passed_over_in_silence_and_shows_as_overdue() {
    let mut window = planned(made_on("2026-11-10T16:00:00Z", 0), "stick");
    to_the_page(&mut window);
    assert!(window.says("Deze map is er nu niet."));
    assert!(window.says("langer dan een week geleden"));
    window.click("Dossier en scherm");
    window.click("Dossier sluiten");
    assert!(window.says("Welkom bij Praktijkdossier"));
}

#[test]
fn what_fails_by_itself_says_so_and_keeps_the_older_ones() {
    let dir = tempfile::tempdir().unwrap();
    // With the moment behind it this is no name for a file.
    let path = dir.path().join(format!("{}.dossier", "k".repeat(235)));
    let (mut store, _) = Store::create(&path, None).unwrap();
    example(&mut store);
    drop(store);
    let mut window = Window::start(dir, Rc::<Computer>::default(), Some(path));
    let map = window.folder.path().join("map");
    std::fs::create_dir(&map).unwrap();
    praktijkdossier::files::write_atomic(&map.join("oud"), b"oud").unwrap();
    to_the_page(&mut window);
    answer(&window, &map);
    window.click("Map kiezen…");
    assert!(window.says("De oude reservekopieën zijn er nog."));
    window.click("Dossier en scherm");
    window.click("Dossier sluiten");
    assert!(window.says("De oude reservekopieën zijn er nog."));
    window.click("Sluit zonder");
    assert!(window.says("Welkom bij Praktijkdossier"));
    assert_eq!(names(&map), ["oud"]);
}

#[test]
fn a_folder_that_is_left_keeps_what_lies_there() {
    let mut window = planned(made_on("2026-11-23T16:00:00Z", 0), "map");
    to_the_page(&mut window);
    let button = window.button_that_begins("Hier niet meer");
    window.click(&button);
    assert!(!window.says("Hier voor het laatst"));
    assert_eq!(names(&window.folder.path().join("map")).len(), 1);
}
