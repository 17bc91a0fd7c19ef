//! The list of learners: found by typing, walked by keys, drawn only where it is seen.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use praktijkdossier::changes::{Change, Purpose};
use praktijkdossier::domain::{
    Entry as _, Id, Learner, Leerbedrijf, PersonName, ShortText, Title, Voorvoegsel,
};

use crate::screens::fields::{learners, stamp};
use crate::screens::window::Window;

#[test]
fn typing_finds_without_accents_in_any_order() {
    let mut window = Window::on(|store| {
        for (voornamen, voorvoegsel, geslachtsnaam, groep) in [
            ("Anna Maria", "de", "Vries", "4b"),
            ("Şükrü", "", "Yıldız", "3a"),
            ("Jan-Willem", "van 't", "Hof", "3a"),
        ] {
            let learner = Learner {
                voornamen: PersonName::parse(voornamen).ok(),
                voorvoegsel: Voorvoegsel::parse(voorvoegsel).ok(),
                geslachtsnaam: PersonName::parse(geslachtsnaam).ok(),
                groep: ShortText::parse(groep).ok(),
                ..Learner::blank()
            };
            store.apply(&Change::Add(learner.into()), &stamp()).unwrap();
        }
    });
    for (typed, found) in [
        ("sukru", vec!["Yıldız, Şükrü, 3a, Actief"]),
        ("vries anna", vec!["Vries, Anna Maria de, 4b, Actief"]),
        ("3A", vec!["Hof, Jan-Willem van 't, 3a, Actief", "Yıldız, Şükrü, 3a, Actief"]),
        ("hof jan willem", vec!["Hof, Jan-Willem van 't, 3a, Actief"]),
        ("xyzzy", vec![]),
    ] {
        window.type_in("Zoeken", typed);
        assert_eq!(window.rows(), found, "{typed}");
    }
    assert!(window.says("Niets gevonden"));
}

#[test]
fn arrows_and_enter_in_the_search_field_open_a_learner() {
    let mut window = Window::on(learners(&["Aalst", "Bakker", "Boer"]));
    window.command(Modifiers::NONE, Key::F);
    assert!(window.focused("Zoeken"));
    window.type_in("Zoeken", "b");
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_eq!(window.value("Geslachtsnaam"), "Boer");
}

#[test]
fn a_column_sorts_and_a_filter_narrows() {
    let mut window = Window::on(learners(&["Aalst", "Bakker", "Boer"]));
    window.open("Bakker");
    window.fill("Groep of klas", "P1");
    window.choose("Status", "Afgerond");
    window.click("Leerlingen");
    window.choose("Elke status", "Afgerond");
    assert_eq!(window.rows(), ["Bakker, P1, Afgerond"]);
    window.choose("Elke status", "Elke status");
    let head = window.harness.query_all_by_role(Role::ColumnHeader).next().unwrap();
    head.click();
    window.settle();
    let first_to_last = window.rows();
    let head = window.harness.query_all_by_role(Role::ColumnHeader).next().unwrap();
    head.click();
    window.settle();
    let mut last_to_first = window.rows();
    last_to_first.reverse();
    assert_eq!(first_to_last, last_to_first);
    assert_eq!(first_to_last.len(), 3);
}

#[test]
fn learners_are_narrowed_by_doelgroep() {
    let mut window = Window::on(learners(&["Aalst", "Bakker", "Boer"]));
    for (name, doelgroep) in [("Bakker", "Werkende"), ("Boer", "Jeugdwerkloosheid (JWL)")] {
        window.open(name);
        window.choose("Doelgroep", doelgroep);
        window.click("Leerlingen");
    }
    window.choose("Alle doelgroepen", "Werkende");
    assert_eq!(window.rows(), ["Bakker, Actief"], "the doelgroep is no column");
    window.choose("Alle doelgroepen", "Alle doelgroepen");
    assert_eq!(window.rows().len(), 3);
}

#[test]
fn of_many_learners_only_those_in_sight_are_drawn() {
    let mut window = Window::on(|store| {
        let adds = (0..3_000)
            .map(|n| {
                let geslachtsnaam = PersonName::parse(&format!("Naam{n:05}")).ok();
                Change::Add(Learner { geslachtsnaam, ..Learner::blank() }.into())
            })
            .collect();
        store.apply(&Change::Together(Purpose::SetFromJson, adds), &stamp()).unwrap();
    });
    assert!(window.says("3.000 leerlingen"));
    assert!(window.rows().len() < 100, "{} rows are drawn", window.rows().len());
    window.harness.get_by_role(Role::ListBox).focus();
    window.settle();
    window.press(Key::End);
    let last = window.harness.query_all_by_role(Role::ListBoxOption).last().unwrap();
    assert_eq!(last.accesskit_node().position_in_set(), Some(3_000));
    window.press(Key::Enter);
    assert_eq!(window.value("Geslachtsnaam"), "Naam02999");
}

#[test]
fn the_list_of_leerbedrijven_stays_as_it_was_when_one_is_edited() {
    let mut window = Window::on(|store| {
        for (naam, plaats) in [("Bakker Aa", "Zwolle"), ("Bakker Bee", "Assen"), ("Slager", "Ede")]
        {
            let leerbedrijf = Leerbedrijf {
                naam: Title::parse(naam).ok(),
                vestigingsplaats: ShortText::parse(plaats).ok(),
                ..Leerbedrijf::blank()
            };
            store.apply(&Change::Add(leerbedrijf.into()), &stamp()).unwrap();
        }
    });
    window.click("Leerbedrijven");
    window.type_in("Zoeken", "bakker");
    window.sort_by("Vestigingsplaats");
    assert_eq!(window.rows(), ["Bakker Bee, Assen", "Bakker Aa, Zwolle"]);
    window.open("Bakker Aa");
    window.fill("KvK-nummer", "12345678");
    window.click("Leerbedrijven");
    assert_eq!(window.rows(), ["Bakker Bee, Assen", "Bakker Aa, Zwolle, 12345678"]);
    assert_eq!(window.value("Zoeken"), "bakker");
    assert_eq!(window.chosen_row().as_deref(), Some("Bakker Aa, Zwolle, 12345678"));
}

#[test]
fn a_history_says_where_it_is_cut_off() {
    let with_lines = |count: usize| {
        Window::on(move |store| {
            learners(&["Vries"])(store);
            for n in 1..count {
                let mut learner = store.learner(Id::new(1)).unwrap().value;
                learner.groep = ShortText::parse(&format!("P{n}")).ok();
                store.apply(&Change::Edit(1, learner.into()), &stamp()).unwrap();
            }
        })
    };
    for (lines, cut) in [(200, false), (201, true)] {
        let mut window = with_lines(lines);
        window.open("Vries");
        window.click("Geschiedenis");
        assert_eq!(window.says("De laatste 200 wijzigingen."), cut, "{lines}");
        assert_eq!(window.says("Toegevoegd"), !cut, "the first line: {lines}");
    }
}
