//! Words that follow the route of the learner.

use egui_kittest::kittest::NodeT as _;
use praktijkdossier::changes::Change;
use praktijkdossier::domain::{Entry as _, Id, Learner, Leerbedrijf, Route, Title, Traineeship};
use praktijkdossier::store::Store;

use crate::screens::fields::stamp;
use crate::screens::window::Window;

fn learner_on(route: &'static str) -> impl FnOnce(&mut Store) {
    move |store| {
        let route = Route::parse(route).ok();
        let learner = Learner { route, ..Learner::blank() };
        let naam = Title::parse("Hotel De Kroon").ok();
        let leerbedrijf = Leerbedrijf { naam, ..Leerbedrijf::blank() };
        for record in [learner.into(), leerbedrijf.into()] {
            store.apply(&Change::Add(record), &stamp()).unwrap();
        }
    }
}

fn traineeship(window: &mut Window) {
    window.click("Plaatsingen");
    window.click("Nieuwe plaatsing…");
    window.open("Hotel De Kroon");
}

/// All that stands in the window and says "leerling", apart from the room of that name.
fn learner_words(window: &Window) -> Vec<String> {
    let nodes = window.harness.root().children_recursive();
    nodes
        .flat_map(|node| {
            let node = node.accesskit_node();
            [node.label(), node.value()]
        })
        .flatten()
        .filter(|said| said.to_lowercase().contains("leerling") && said != "Leerlingen")
        .collect()
}

#[test]
fn a_kandidaat_is_called_so_on_the_whole_page() {
    let mut window = Window::on(learner_on("derde-leerweg"));
    window.open("Naam nog leeg");
    assert!(window.says("Nieuwe kandidaat") && window.says("Kandidaat verwijderen…"));
    window.click("Plaatsingen");
    assert!(window.says("waar deze kandidaat leert"));
    window.click("Onderdelen");
    assert!(window.says("die de kandidaat daar leert"));
    traineeship(&mut window);
    assert!(window.says("De geslachtsnaam van de kandidaat"));
    assert!(window.says("Alleen als de kandidaat minderjarig is"));
    window.click("Documenten");
    assert!(window.says("Minstens één werkproces dat de kandidaat kan uitvoeren"));
    assert!(window.says("Klopt het dat deze kandidaat maar één naam heeft?"));
    window.click("Geschiedenis");
    assert!(window.says("Kandidaat"));
    for part in ["Gegevens", "Plaatsingen", "Onderdelen", "Documenten", "Geschiedenis"] {
        window.click(part);
        assert_eq!(learner_words(&window), Vec::<String>::new(), "{part}");
    }
    window.click("Gegevens");
    window.fill("Geslachtsnaam", "Vries");
    window.command(egui::Modifiers::NONE, egui::Key::Z);
    assert!(window.says("Ongedaan gemaakt: de laatste wijziging (kandidaat)."));
}

#[test]
fn a_student_and_a_leerling_are_called_so() {
    let mut window = Window::on(learner_on("mbo-bol"));
    window.open("Naam nog leeg");
    assert!(window.says("Student verwijderen…") && window.says("Studentnummer"));
    window.choose("Route", "Praktijkonderwijs (pro)");
    assert!(window.says("Leerling verwijderen…") && window.says("Leerlingnummer"));
}

#[test]
fn the_question_before_a_traineeship_goes_is_a_sentence() {
    let mut window = Window::on(learner_on("pro"));
    window.open("Naam nog leeg");
    traineeship(&mut window);
    window.click("Plaatsing verwijderen…");
    assert!(window.says("De plaatsing bij Hotel De Kroon gaat weg, met alles wat erbij hoort."));
    window.click("Verwijderen");
    assert!(window.store().traineeships_of(Id::<Learner>::new(1)).unwrap().is_empty());
    assert!(window.store().all::<Traineeship>().unwrap().is_empty());
}
