//! A dossier that another program has, that may not be written, that is damaged, or that lies where others copy it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::rc::Rc;

use egui::Key;
use praktijkdossier::domain::Learner;
use praktijkdossier::files::SharedPlace;
use praktijkdossier::store::{Holder, Password, Store};

use crate::screens::window::{Computer, Window};

const PATH: &str = "PRAKTIJKDOSSIER_TEST_HOLD";

/// A dossier of four people, closed.
fn dossier(password: Option<&Password>) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("klas.dossier");
    let (mut store, _) = Store::create(&path, password).unwrap();
    let catalogue = praktijkdossier::catalogue::Catalogue::new(&[]);
    let people = praktijkdossier::example::changes(1, 4, crate::screens::window::TODAY, &catalogue);
    let stamp = praktijkdossier::store::Stamp {
        at: "2026-11-24T10:00:00Z".parse().unwrap(),
        who: "toets".to_owned(),
    };
    store.apply(&people, &stamp).unwrap();
    drop(store);
    (folder, path)
}

/// The other program: has the dossier open until its input ends.
#[test]
#[expect(clippy::print_stdout, reason = "the program that waits for it reads it")]
fn another_program_has_it() {
    let Some(path) = std::env::var_os(PATH) else { return };
    let mut store = Store::open(Path::new(&path), None).unwrap();
    store.tell(&Holder {
        who: "f.berg".to_owned(),
        computer: "LOKAAL-12".to_owned(),
        since: "2026-11-24T09:00:00Z".parse().unwrap(),
    });
    println!("open");
    let mut rest = String::new();
    std::io::Read::read_to_string(&mut std::io::stdin(), &mut rest).unwrap();
}

fn other_program(path: &Path) -> Child {
    use std::io::{BufRead as _, BufReader};
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "screens::neighbours::another_program_has_it", "--nocapture"])
        .env(PATH, path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let said = BufReader::new(child.stdout.as_mut().unwrap()).lines();
    assert!(said.map(|line| line.unwrap()).any(|line| line.contains("open")), "it has it open");
    child
}

#[test]
fn who_finds_a_dossier_busy_is_told_by_whom_and_can_look() {
    let (folder, path) = dossier(None);
    let mut other = other_program(&path);
    let mut window = Window::start(folder, Rc::<Computer>::default(), Some(path));
    assert!(window.says("Dit dossier is al open"));
    assert!(window.says("Het is open bij f.berg op computer LOKAAL-12, sinds 24-11-2026"));
    window.click("Alleen lezen openen");
    assert!(window.says("Alleen lezen: zo stond het er om 24-11-2026"));
    assert!(window.says("4 leerlingen"));
    // Nothing can be changed, and that is said.
    window.click("Nieuwe leerling");
    assert!(window.says("Dit dossier is alleen-lezen geopend. Er is niets veranderd."));
    assert_eq!(window.store().all::<Learner>().unwrap().len(), 4);
    window.click("Instellingen");
    let before = window.value("Naam van de school");
    window.fill("Naam van de school", "Andere school");
    assert_eq!(window.value("Naam van de school"), before, "what stood there is back");

    window.click("Dossier en scherm");
    window.click("Dossier sluiten");
    drop(other.stdin.take());
    other.wait().unwrap();
    window.click("klas");
    assert!(window.says("4 leerlingen"));
    assert!(!window.says("Alleen lezen"));
    window.click("Nieuwe leerling");
    assert!(window.says("Nieuwe leerling"));
}

#[test]
fn trying_again_opens_what_is_free_by_now() {
    let (folder, path) = dossier(None);
    let mut other = other_program(&path);
    let mut window = Window::start(folder, Rc::<Computer>::default(), Some(path));
    window.click("Opnieuw proberen");
    assert!(window.says("Dit dossier is al open"), "it still is");
    drop(other.stdin.take());
    other.wait().unwrap();
    window.click("Opnieuw proberen");
    assert!(window.says("4 leerlingen"));
}

#[test]
fn on_a_network_folder_looking_is_not_offered() {
    let (folder, path) = dossier(None);
    let mut other = other_program(&path);
    let computer = Rc::<Computer>::default();
    computer.shared.set(Some(SharedPlace::Network));
    let mut window = Window::start(folder, computer, Some(path));
    assert!(window.says("meekijken niet veilig"));
    assert!(!window.says("Alleen lezen openen"));
    window.click("Terug");
    assert!(window.says("Welkom bij Praktijkdossier"));
    drop(other.stdin.take());
    other.wait().unwrap();
}

#[test]
fn a_dossier_that_may_not_be_written_opens_to_look() {
    let (folder, path) = dossier(None);
    let mut rights = fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).unwrap();
    let bytes = fs::read(&path).unwrap();
    let mut window = Window::start(folder, Rc::<Computer>::default(), Some(path.clone()));
    assert!(window.says("In dit dossier mag niet geschreven worden"));
    window.click("Alleen lezen openen");
    assert!(window.says("Alleen lezen: in dit bestand mag niet geschreven worden."));
    assert!(window.says("4 leerlingen"));
    window.command(egui::Modifiers::NONE, Key::Z);
    assert!(window.says("alleen-lezen geopend"));
    drop(window.harness);
    assert!(fs::read(&path).unwrap() == bytes);
}

/// Some pages in the middle are gone.
fn wreck(path: &Path) -> Vec<u8> {
    let mut bytes = fs::read(path).unwrap();
    let pages = bytes.len() / 4096;
    for page in [pages / 2, pages - 2] {
        bytes.get_mut(page * 4096..(page + 1) * 4096).unwrap().fill(0x55);
    }
    std::io::Write::write_all(&mut fs::File::create(path).unwrap(), &bytes).unwrap();
    bytes
}

#[test]
fn of_a_damaged_dossier_what_can_be_read_is_saved_beside_it() {
    for password in [None, Some("eik en beuk en es")] {
        let typed = password.map(|typed| Password::new(typed.to_owned()));
        let (folder, path) = dossier(typed.as_ref());
        let wrecked = wreck(&path);
        let mut window = Window::start(folder, Rc::<Computer>::default(), Some(path.clone()));
        if let Some(password) = password {
            window.type_in("Wachtwoord", password);
            window.press(Key::Enter);
        }
        assert!(window.says("Dit dossier is beschadigd"), "{password:?}");
        assert!(window.says("geen goede reservekopie gevonden"));
        window.click("Redden wat leesbaar is");
        assert!(window.says("Gered wat leesbaar is"));
        assert!(window.says("Niet alles was te lezen"));
        assert!(window.says("2 van de"));
        window.click("Het geredde dossier openen");
        assert!(window.says("4 leerlingen"), "{password:?}");
        assert!(path.with_file_name("klas (gered).dossier").exists());
        assert!(fs::read(&path).unwrap() == wrecked, "the damaged one stays as it is");
    }
}

#[test]
fn the_newest_good_backup_comes_beside_a_damaged_dossier() {
    let (folder, path) = dossier(None);
    let store = Store::open(&path, None).unwrap();
    for (name, at) in [
        ("klas oud.reservekopie", "2026-11-20T10:00:00Z"),
        ("klas nieuw.reservekopie", "2026-11-22T10:00:00Z"),
    ] {
        let to = path.with_file_name(name);
        let under = praktijkdossier::backup::Under::Dossiers;
        praktijkdossier::backup::write(&store, &to, under, at.parse().unwrap(), &mut |_| {
            std::ops::ControlFlow::Continue(())
        })
        .unwrap();
    }
    drop(store);
    // A newer one that is not whole does not count.
    fs::copy(
        path.with_file_name("klas nieuw.reservekopie"),
        path.with_file_name("klas half.reservekopie"),
    )
    .unwrap();
    let half = fs::File::options()
        .write(true)
        .open(path.with_file_name("klas half.reservekopie"))
        .unwrap();
    half.set_len(half.metadata().unwrap().len() - 9).unwrap();
    let wrecked = wreck(&path);
    let mut window = Window::start(folder, Rc::<Computer>::default(), Some(path.clone()));
    assert!(window.says("Van 22-11-2026"));
    assert!(window.says("met 4 leerlingen"));
    window.click("Reservekopie terugzetten");
    assert!(window.says("4 leerlingen"));
    assert!(window.store().path().unwrap().ends_with("klas (uit reservekopie).dossier"));
    assert!(fs::read(&path).unwrap() == wrecked);
}

#[test]
fn a_dossier_on_a_shared_place_is_warned_of_once_and_can_be_put_here() {
    let elsewhere = tempfile::tempdir().unwrap();
    let (folder, first) = dossier(None);
    let path = elsewhere.path().join("klas.dossier");
    fs::rename(&first, &path).unwrap();
    fs::remove_file(folder.path().join("klas.dossier-journal")).ok();
    let computer = Rc::<Computer>::default();
    computer.shared.set(Some(SharedPlace::OneDrive));
    let mut window = Window::start(folder, computer.clone(), Some(path.clone()));
    assert!(window.says("Dit dossier staat op een gedeelde plek"));
    assert!(window.says("Het dossier staat in OneDrive."));
    window.click("Hier laten staan");
    // Once; in the settings it can still be done.
    let Window { harness, computer, folder } = window;
    drop(harness);
    let mut window = Window::start(folder, computer, Some(path.clone()));
    assert!(!window.says("Dit dossier staat op een gedeelde plek"));
    window.click("Instellingen");
    window.click("Dossier en scherm");
    window.computer.shared.set(None);
    window.click("Op deze computer zetten");
    assert!(window.says("Het dossier staat nu op deze computer"));
    assert!(window.says("4 leerlingen"));
    assert_eq!(window.store().path().unwrap(), window.folder.path().join("klas.dossier"));
    assert!(!path.exists() && path.with_file_name("klas (verplaatst).dossier").exists());
    let remembered = window.computer.remembered.borrow();
    let plan =
        remembered.backups.iter().find(|plan| plan.dossier.starts_with(window.folder.path()));
    assert_eq!(plan.unwrap().folders(), [elsewhere.path().to_owned()], "backups go there");
}
