//! Choosing from the catalogue, and what else stands on a learner's page.

use egui::Key;
use praktijkdossier::changes::Change;
use praktijkdossier::domain::{
    AnyRecord, Entry as _, Erkenning, Evidence, ExamComponent, Id, Leerbedrijf, OwnEntry,
    Praktijkbegeleider, Praktijkopleider, RecordKind, Title, Traineeship,
};
use praktijkdossier::store::Store;

use crate::screens::fields::{learners, stamp};
use crate::screens::window::Window;

/// A learner at a leerbedrijf.
fn placed(store: &mut Store) {
    learners(&["Vries"])(store);
    let naam = Title::parse("Hotel De Kroon").ok();
    let leerbedrijf = Leerbedrijf { naam, ..Leerbedrijf::blank() };
    store.apply(&Change::Add(leerbedrijf.into()), &stamp()).unwrap();
    let traineeship = Traineeship::blank(Id::new(1), Id::new(1));
    store.apply(&Change::Add(traineeship.into()), &stamp()).unwrap();
}

fn components(window: &Window) -> Vec<ExamComponent> {
    window.store().components_of(Id::new(1)).unwrap().into_iter().map(|c| c.value).collect()
}

#[test]
fn werkprocessen_are_ticked_from_the_catalogue() {
    let mut window = Window::on(placed);
    window.open("Vries");
    window.click("Plaatsingen");
    window.click("Kwalificatie");
    window.type_in("Kwalificatie kiezen", "25168");
    assert!(window.says("Gastheer"));
    window.press(Key::Enter);
    window.click("Onderdelen");
    window.click("Werkprocessen kiezen…");
    let first = window
        .harness
        .state()
        .store()
        .and_then(|store| store.traineeship(Id::new(1)).ok())
        .and_then(|traineeship| traineeship.value.crebo);
    assert_eq!(first.unwrap().as_str(), "25168");
    let boxes = window.ticks();
    if boxes.is_empty() {
        assert!(window.says("nog geen kerntaken"), "an empty list says why");
        return;
    }
    window.click(&boxes[0]);
    window.click("1 werkproces toevoegen");
    assert_eq!(components(&window).len(), 1);
    assert!(boxes[0].contains(components(&window)[0].title.as_str()));
    window.click("Werkprocessen kiezen…");
    assert!(window.says("al gekozen"));
}

#[test]
fn a_kwalificatie_with_werkprocessen_fills_the_table() {
    let mut window = Window::on(placed);
    window.open("Vries");
    window.click("Onderdelen");
    window.click("Werkprocessen kiezen…");
    assert!(window.focused("Kwalificatie kiezen"), "the kwalificatie comes first");
    window.type_in("Kwalificatie kiezen", "25978");
    window.press(Key::Enter);
    window.click("Werkprocessen kiezen…");
    let boxes = window.ticks();
    assert!(boxes.len() > 3, "this one is in the base edition");
    window.click(&boxes[0]);
    window.click(&boxes[1]);
    window.click("2 werkprocessen toevoegen");
    let components = components(&window);
    assert_eq!(components.len(), 2);
    assert!(components.iter().all(|c| c.kerntaak.is_some() && c.source.is_some()));
    assert_eq!(window.store().history(1).unwrap()[0].rows.len(), 2, "one step of undo");
}

#[test]
fn evidence_and_results_are_kept() {
    let mut window = Window::on(placed);
    window.open("Vries");
    window.click("Onderdelen");
    window.click("Onderdeel toevoegen…");
    window.type_in("Onderdeel kiezen", "nederlandse");
    window.press(Key::Enter);
    window.fill("Resultaat", "5.5");
    assert_eq!(window.value("Resultaat"), "5,5");
    window.fill("Resultaat", "prima");
    assert!(window.says("Een resultaat is een cijfer"));
    window.click("Zelf invoeren…");
    window.click("Bewaren");
    assert!(window.says("Vul dit veld in"), "a form that lacks something stays open");
    window.fill("Titel", "Ontvangt gasten");
    window.click("Bewaren");
    window.click("Bewijsnotitie: Ontvangt gasten");
    window.fill("Situatie", "Ontving een groep van twaalf");
    window.click("Bewaren");
    let werkproces = window
        .store()
        .components_of(Id::new(1))
        .unwrap()
        .into_iter()
        .find(|c| c.value.title.as_str() == "Ontvangt gasten");
    let evidence = window.store().evidence_of(werkproces.unwrap().id).unwrap();
    assert_eq!(evidence[0].value.situation.as_str(), "Ontving een groep van twaalf");
    assert!(window.says("24-11-2026"));
    assert_eq!(components(&window).len(), 2);
    window.click("Bewijsnotitie verwijderen: 24-11-2026");
    assert!(window.store().all::<Evidence>().unwrap().is_empty());
    window.click("Onderdeel verwijderen: Nederlandse taal");
    window.click("Onderdeel verwijderen: Ontvangt gasten");
    assert!(components(&window).is_empty());
}

#[test]
fn the_school_adds_to_the_catalogue_and_corrects_it() {
    let mut window = Window::on(|_| {});
    window.click("Catalogus");
    window.type_in("Zoeken", "25180");
    assert!(window.rows()[0].starts_with("25180, Kok"));
    window.open("25180");
    window.click("Verbeteren…");
    window.fill("Titel", "Kok (verbeterd)");
    window.click("Bewaren");
    assert_eq!(window.rows()[0].split(", ").nth(1), Some("Kok (verbeterd)"));
    window.click("Zelf toevoegen…");
    window.fill("Titel", "Bakker van morgen");
    window.fill("Crebo-code van de kwalificatie", "2999");
    assert!(window.says("Een crebo-code heeft 5 cijfers"));
    window.fill("Crebo-code van de kwalificatie", "29999");
    window.click("Bewaren");
    assert_eq!(window.store().all::<OwnEntry>().unwrap().len(), 2);
    window.type_in("Zoeken", "bakker morgen");
    assert!(window.rows()[0].contains("Bakker van morgen"));
}

#[test]
fn a_logo_is_taken_in_and_a_bad_one_refused() {
    let mut window = Window::on(placed);
    let bad = window.folder.path().join("logo.png");
    std::fs::File::create(&bad).unwrap();
    *window.computer.answer.borrow_mut() = Some(bad.clone());
    window.click("Leerbedrijven");
    window.open("Hotel De Kroon");
    window.click("Logo kiezen…");
    assert!(window.says("geen PNG of JPEG"));
    image::RgbImage::new(40, 20).save(&bad).unwrap();
    window.click("Logo kiezen…");
    let leerbedrijf = window.store().leerbedrijf(Id::new(1)).unwrap().value;
    let hash = leerbedrijf.branche_logo.unwrap();
    assert!(window.store().picture(&hash).unwrap().is_some());
    window.click("Logo weghalen");
    assert_eq!(window.store().leerbedrijf(Id::new(1)).unwrap().value.branche_logo, None);
}

#[test]
fn a_kwalificatie_that_is_not_in_force_is_marked() {
    let mut window = Window::on(|store| {
        placed(store);
        let read = |key: &'static str| {
            let text = match key {
                "soort" => "kwalificatie",
                "titel" => "Bakker van vroeger",
                "crebo" => "29999",
                "geldig-tot" => "2024-07-31",
                _ => "",
            };
            text.to_owned()
        };
        let entry = AnyRecord::read(RecordKind::OwnEntry, read).unwrap();
        store.apply(&Change::Add(entry), &stamp()).unwrap();
    });
    let expired = "verlopen: geldig tot en met 31-07-2024";
    window.open("Vries");
    window.click("Plaatsingen");
    window.click("Kwalificatie");
    window.type_in("Kwalificatie kiezen", "29999");
    assert!(window.says(expired), "in the list");
    window.press(Key::Enter);
    assert!(window.says(expired), "without a begin: against today");
    window.fill("Begin", "31-07-2024");
    assert!(!window.says(expired), "who begins on the last day is in time");
    window.click("Kwalificatie");
    window.type_in("Kwalificatie kiezen", "29999");
    assert!(!window.says(expired), "the list looks at the begin too");
    window.type_in("Kwalificatie kiezen", "25003");
    window.press(Key::Enter);
    assert!(window.says("vervangen door 25943"));
}

#[test]
fn a_button_that_removes_says_what() {
    let mut window = Window::on(placed);
    window.click("Instellingen");
    window.click("Praktijkbegeleider (school) toevoegen");
    window.fill("Achternaam", "Smit");
    window.click("Verwijderen: Smit");
    window.click("Verwijderen");
    assert!(window.store().all::<Praktijkbegeleider>().unwrap().is_empty());
    window.click("Leerbedrijven");
    window.open("Hotel De Kroon");
    window.click("Praktijkopleider (leerbedrijf) toevoegen");
    window.fill("Achternaam", "Jansen");
    window.click("Verwijderen: Jansen");
    window.click("Verwijderen");
    assert!(window.store().all::<Praktijkopleider>().unwrap().is_empty());
    window.click("Erkenning toevoegen…");
    window.type_in("Kwalificatie kiezen", "25180");
    window.press(Key::Enter);
    window.click("Verwijderen: 25180 Kok");
    assert!(window.store().all::<Erkenning>().unwrap().is_empty());
}

#[test]
fn the_scale_is_one_stop_and_is_walked_with_arrows() {
    let mut window = Window::on(placed);
    window.open("Vries");
    window.click("Onderdelen");
    window.click("Zelf invoeren…");
    window.type_in("Titel", "Ontvangt gasten");
    window.press(Key::Enter);
    assert_eq!(components(&window).len(), 1, "Enter sends a form");
    window.focus("Niet gestart: Ontvangt gasten");
    for step in ["Oefent", "Onder begeleiding", "Kan uitvoeren"] {
        window.press(Key::ArrowRight);
        assert!(window.focused(&format!("{step}: Ontvangt gasten")), "{step}");
    }
    assert_eq!(components(&window)[0].scale, Some(praktijkdossier::domain::Scale::Able));
}

#[test]
fn an_erkenning_is_chosen_and_its_term_typed() {
    let mut window = Window::on(placed);
    window.click("Leerbedrijven");
    window.open("Hotel De Kroon");
    window.click("Erkenning toevoegen…");
    window.type_in("Kwalificatie kiezen", "25180");
    window.press(Key::Enter);
    assert!(window.focused("Erkend vanaf"), "the cursor waits where the term begins");
    window.fill("Erkend vanaf", "1-1-2024");
    window.fill("Erkend tot en met", "31-12-2023");
    assert!(window.says("einde ligt voor het begin"));
    let erkenning = window.store().erkenningen_of(Id::new(1)).unwrap().remove(0).value;
    assert_eq!(erkenning.crebo.as_str(), "25180");
}

#[test]
fn a_leerbedrijf_with_plaatsingen_says_why_it_stays() {
    let mut window = Window::on(placed);
    window.click("Leerbedrijven");
    window.open("Hotel De Kroon");
    assert!(window.says("kan niet weg zolang er plaatsingen zijn"));
}
