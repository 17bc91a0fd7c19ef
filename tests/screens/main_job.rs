//! The main job by hand: from nothing to a praktijkverklaring on paper.

use praktijkdossier::domain::{Learner, LearnerStatus, Scale};

use crate::read_back::hear;
use crate::screens::papers::complete;
use crate::screens::window::{TODAY, Window};

#[test]
fn from_a_first_start_to_a_praktijkverklaring_on_paper() {
    let mut window = Window::first_start();
    new_dossier(&mut window);
    new_learner(&mut window);
    new_traineeship(&mut window);
    praktijkopleider_and_company(&mut window);
    werkprocessen(&mut window);
    paper(&mut window);
}

fn new_dossier(window: &mut Window) {
    window.click("Nieuw dossier");
    window.type_in("Naam van de school", "Praktijkcollege De Eik");
    window.click("Zonder wachtwoord");
    assert!(window.says("niet versleuteld"));
    window.click("Maken zonder wachtwoord");
    assert_eq!(window.store().school().unwrap().naam.unwrap().as_str(), "Praktijkcollege De Eik");
    window.click("Instellingen");
    window.fill("Plaats", "Utrecht");
    window.click("Leerlingen");
    assert!(window.says("Nog geen leerlingen"));
}

fn new_learner(window: &mut Window) {
    window.click("Nieuwe leerling");
    assert!(window.focused("Voornamen"), "the cursor waits in the first field");
    window.fill("Voornamen", "Şükrü Emre");
    window.fill("Geslachtsnaam", "Yıldız");
    window.fill("Geboortedatum", "3-5-2009");
    window.fill("Geboorteplaats", "Ankara");
    window.fill("Geboorteland", "Turkije");
    window.choose("Route", "Praktijkonderwijs (pro)");
    let learners = window.store().all::<Learner>().unwrap();
    assert_eq!(learners.len(), 1, "one learner, however many fields were left");
    assert_eq!(learners[0].value.name().official(), "Şükrü Emre Yıldız");
    assert_eq!(learners[0].value.status, LearnerStatus::Active);
}

fn new_traineeship(window: &mut Window) {
    window.click("Plaatsingen");
    window.click("Nieuwe plaatsing…");
    window.type_in("Leerbedrijf kiezen", "Bakkerij Het Stoepje");
    window.press(egui::Key::Enter);
    assert!(window.says("Bakkerij Het Stoepje"));
    window.click("Kwalificatie");
    window.type_in("Kwalificatie kiezen", "25252");
    window.press(egui::Key::Enter);
    window.fill("Begin", "01-09-2026");
    window.fill("Einde", "20-11-2026");
    window.fill("Gerealiseerde uren", "320");
    let learner = window.store().all::<Learner>().unwrap().remove(0);
    let traineeship = window.store().traineeships_of(learner.id).unwrap().remove(0).value;
    assert_eq!(traineeship.crebo.unwrap().as_str(), "25252");
    assert_eq!(traineeship.hours_realised.unwrap().number(), 320);
    assert_eq!(
        traineeship.agreement.map(praktijkdossier::texts::choices::agreement),
        Some("Stage-overeenkomst"),
        "the agreement follows the route"
    );
}

fn praktijkopleider_and_company(window: &mut Window) {
    assert!(window.says("Nog"), "what is missing is named");
    window.click("Documenten");
    window.click("Het leerbedrijf-ID");
    assert!(window.focused("Leerbedrijf-ID"), "the cursor is where it must be mended");
    window.fill("Leerbedrijf-ID", "100077736");
    window.fill("Vestigingsplaats", "Nieuwegein");
    window.click("Yıldız, Şükrü Emre");
    window.click("Praktijkopleider (leerbedrijf) toevoegen");
    assert!(window.focused("Voornaam"));
    window.fill("Voornaam", "Joke");
    window.click("Bewaren");
    assert!(window.says("Vul dit veld in"), "without a surname nobody can sign");
    window.fill("Voorvoegsel", "van 't");
    window.fill("Achternaam", "Hof");
    window.click("Bewaren");
    let learner = window.store().all::<Learner>().unwrap().remove(0);
    let traineeship = window.store().traineeships_of(learner.id).unwrap().remove(0).value;
    let signer = window.store().praktijkopleider(traineeship.praktijkopleider.unwrap()).unwrap();
    assert_eq!(signer.value.full_name().unwrap(), "Joke van 't Hof");
}

fn werkprocessen(window: &mut Window) {
    window.click("Onderdelen");
    for (code, title) in [
        ("B1-K1-W1", "Bereidt (assisterende) werkzaamheden voor"),
        ("B1-K1-W2", "Voert (assisterende) werkzaamheden uit"),
    ] {
        window.click("Zelf invoeren…");
        window.fill("Code", code);
        window.fill("Titel", title);
        window.fill("Titel van de kerntaak", "Werkt als assistent in een arbeidsorganisatie");
        window.click("Bewaren");
        window.click(&format!("Kan uitvoeren: {title}"));
    }
    let learner = window.store().all::<Learner>().unwrap().remove(0);
    let components = window.store().components_of(learner.id).unwrap();
    assert_eq!(components.len(), 2);
    for component in components {
        assert_eq!(component.value.scale, Some(Scale::Able));
        assert!(component.value.established_by.is_some(), "the praktijkopleider who signs, today");
        assert_eq!(component.value.established_on.unwrap().date(), TODAY);
    }
}

fn paper(window: &mut Window) {
    let path = window.folder.path().join("verklaring.pdf");
    *window.computer.answer.borrow_mut() = Some(path.clone());
    assert!(window.says("Klaar voor de praktijkverklaring"));
    window.click("Documenten");
    assert_eq!(window.value("Plaats van ondertekening"), "Utrecht");
    assert_eq!(window.value("Datum van ondertekening"), "24-11-2026");
    assert!(window.says("Voorbeeld: Praktijkverklaring – Bakkerij Het Stoepje"), "it is seen");
    window.click("Definitief maken…");
    assert!(
        window.says("Definitief maken?") && window.says("Te tekenen: Utrecht, 24 november 2026")
    );
    window.click("Definitief maken");
    assert!(window.says("PV-2026-0001"), "the number is said");
    window.click("Opslaan als PDF…");
    assert_eq!(window.computer.shown.borrow().first(), Some(&path), "it is shown at once");
    let heard = hear(&std::fs::read(&path).unwrap());
    let text: String = heard.leaves.iter().map(|leaf| leaf.text.clone() + "\n").collect();
    for said in [
        "Praktijkverklaring",
        "Şükrü Emre Yıldız",
        "3 mei 2009",
        "Ankara",
        "25252",
        "320",
        "B1-K1-W2",
        "Voert (assisterende) werkzaamheden uit",
        "Joke van 't Hof",
        "Bakkerij Het Stoepje",
        "Nieuwegein",
        "100077736",
        "Utrecht",
        "PV-2026-0001",
    ] {
        assert!(text.contains(said), "{said} is not on paper:\n{text}");
    }
    let name = window.computer.asked.borrow().first().unwrap().kind.clone();
    assert!(!format!("{name:?}").contains("ıldız"), "the name of the file names nobody");
    assert_eq!(window.store().register().unwrap().len(), 1);
}

#[test]
fn from_the_list_to_a_praktijkverklaring_on_screen_takes_two_clicks_and_to_its_pdf_five() {
    let mut window = Window::on(complete);
    let path = window.folder.path().join("verklaring.pdf");
    *window.computer.answer.borrow_mut() = Some(path.clone());
    let steps: [fn(&mut Window); 5] = [
        |window| window.open("Vries"),
        |window| window.click("Documenten"),
        |window| window.click("Definitief maken…"),
        |window| window.click("Definitief maken"),
        |window| window.click("Opslaan als PDF…"),
    ];
    for (clicks, step) in (1..).zip(steps) {
        step(&mut window);
        let page = window.says("Praktijkverklaring – Hotel De Kroon, pagina 1 van 1")
            || window.says("Praktijkverklaring PV-2026-0001, pagina 1 van 1");
        assert_eq!(page, clicks >= 2, "the very page is on screen after {clicks}");
    }
    // The sixth is Enter in the system's dialog.
    assert_eq!(window.computer.shown.borrow().last(), Some(&path));
}
