//! The pages of a paper in the window: paging, sizes, and drawn only when something is different.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use praktijkdossier::app::{Preview, PreviewDocument, install};
use praktijkdossier::documents::layout::shape::Shaper;
use praktijkdossier::documents::layout::{Standing, lay_out};
use praktijkdossier::documents::praktijkverklaring::compose;
use praktijkdossier::domain::verklaring::Praktijkverklaring;

use crate::cases;
use crate::screens::making::at_mbo;
use crate::screens::window::Window;

struct Room {
    preview: Preview,
    document: PreviewDocument,
}

fn document(verklaring: &Praktijkverklaring, generation: u64) -> PreviewDocument {
    let paper = compose(verklaring, &cases::pictures());
    let pages = lay_out(&paper, Standing::Concept, &mut Shaper::new().unwrap());
    PreviewDocument { pages: Arc::new(pages), generation, title: "Praktijkverklaring".to_owned() }
}

/// A room of this size with a paper of three pages.
fn room(width: f32, height: f32) -> Harness<'static, Room> {
    let room = Room { preview: Preview::default(), document: document(&cases::many(44), 1) };
    let mut harness = Harness::builder()
        .with_size(vec2(width, height))
        .with_max_steps(40)
        .with_context_setup(install)
        .build_ui_state(|ui, room: &mut Room| room.preview.ui(ui, &room.document), room);
    harness.run();
    harness
}

fn page(harness: &Harness<'_, Room>) -> usize {
    harness.state().preview.page()
}

fn percent(harness: &Harness<'_, Room>) -> f32 {
    harness.state().preview.percent().round()
}

fn click(harness: &mut Harness<'_, Room>, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

fn press(harness: &mut Harness<'_, Room>, key: Key) {
    harness.key_press(key);
    harness.run();
}

/// Where a page stands, if it is drawn.
fn sheet(harness: &Harness<'_, Room>, number: usize) -> Option<Rect> {
    let name = format!("Praktijkverklaring, pagina {number} van 3");
    harness.query_by_label(&name).map(|node| node.rect())
}

fn pages_have_focus(harness: &mut Harness<'_, Room>) {
    harness.get_by_label("Voorbeeld: Praktijkverklaring").focus();
    harness.run();
}

#[test]
fn a_whole_page_is_seen_and_said_to_be_one_of_three() {
    let harness = room(700.0, 900.0);
    assert!(harness.query_by_label("Pagina 1 van 3").is_some());
    let first = sheet(&harness, 1).unwrap();
    assert!(first.top() > 0.0 && first.bottom() < 900.0 && first.height() > 700.0, "{first}");
    assert_eq!(sheet(&harness, 3), None, "what is not seen is not drawn");
    let node = harness.get_by_label("Praktijkverklaring, pagina 1 van 3");
    assert_eq!(node.accesskit_node().role(), Role::Image);
}

#[test]
fn buttons_and_keys_lead_through_the_pages() {
    let mut harness = room(700.0, 900.0);
    click(&mut harness, "Volgende pagina");
    assert!(harness.query_by_label("Pagina 2 van 3").is_some());
    let top = sheet(&harness, 2).unwrap().top();
    click(&mut harness, "Volgende pagina");
    assert_eq!(page(&harness), 3);
    assert!((sheet(&harness, 3).unwrap().top() - top).abs() < 2.0, "in the same place");
    assert!(harness.get_by_label("Volgende pagina").accesskit_node().is_disabled());
    click(&mut harness, "Vorige pagina");
    assert_eq!(page(&harness), 2);
    press(&mut harness, Key::PageDown);
    assert_eq!(page(&harness), 2, "keys belong to who has the focus");
    pages_have_focus(&mut harness);
    for (key, expected) in [
        (Key::PageDown, 3),
        (Key::PageDown, 3),
        (Key::PageUp, 2),
        (Key::PageUp, 1),
        (Key::PageUp, 1),
        (Key::End, 3),
        (Key::Home, 1),
    ] {
        press(&mut harness, key);
        assert_eq!(page(&harness), expected, "{key:?}");
    }
}

#[test]
fn a_click_on_the_pages_gives_them_the_keys_and_dragging_moves_them() {
    let mut harness = room(700.0, 900.0);
    let middle = egui::pos2(350.0, 500.0);
    harness.hover_at(middle);
    harness.run();
    harness.drag_at(middle);
    harness.drop_at(middle);
    harness.run();
    press(&mut harness, Key::PageDown);
    assert_eq!(page(&harness), 2);
    let before = sheet(&harness, 2).unwrap();
    harness.drag_at(middle);
    harness.step();
    harness.hover_at(middle - vec2(0.0, 100.0));
    harness.step();
    harness.drop_at(middle - vec2(0.0, 100.0));
    harness.run();
    assert_eq!(sheet(&harness, 2).unwrap().top(), before.top() - 100.0);
}

#[test]
fn also_where_more_pages_are_seen_at_once_each_gets_its_turn() {
    let mut harness = room(900.0, 1_400.0);
    for _ in 0..6 {
        click(&mut harness, "Kleiner");
    }
    assert!((1..=3).all(|number| sheet(&harness, number).is_some()));
    for expected in [2, 3] {
        click(&mut harness, "Volgende pagina");
        assert_eq!(page(&harness), expected);
    }
    click(&mut harness, "Vorige pagina");
    assert_eq!(page(&harness), 2);
}

#[test]
fn sizes_are_chosen_and_stepped_through() {
    let mut harness = room(700.0, 900.0);
    let whole = percent(&harness);
    click(&mut harness, "Ware grootte");
    assert_eq!(percent(&harness), 100.0);
    let width = sheet(&harness, 1).unwrap().width();
    assert!((width - 210.0 / 25.4 * 96.0).abs() < 1.0, "as wide as paper: {width}");
    click(&mut harness, "Groter");
    assert_eq!(percent(&harness), 110.0);
    click(&mut harness, "Kleiner");
    click(&mut harness, "Kleiner");
    assert_eq!(percent(&harness), 80.0);
    click(&mut harness, "Paginabreedte");
    let sheet = sheet(&harness, 1).unwrap();
    assert!(sheet.left() < 40.0 && sheet.right() > 640.0 && sheet.right() < 700.0, "{sheet}");
    click(&mut harness, "Hele pagina");
    assert_eq!(percent(&harness), whole);
    for _ in 0..20 {
        if !harness.get_by_label("Groter").accesskit_node().is_disabled() {
            click(&mut harness, "Groter");
        }
    }
    assert_eq!(percent(&harness), 300.0);
}

#[test]
fn the_wheel_with_ctrl_makes_larger_what_is_under_the_pointer() {
    let mut harness = room(700.0, 900.0);
    click(&mut harness, "Ware grootte");
    let pointer = egui::pos2(300.0, 500.0);
    harness.hover_at(pointer);
    harness.run();
    let before = sheet(&harness, 1).unwrap();
    let under = (pointer - before.min) / before.size();
    harness.event(Event::Zoom(1.3));
    harness.run();
    assert_eq!(percent(&harness), 130.0);
    let after = sheet(&harness, 1).unwrap();
    let now = (pointer - after.min) / after.size();
    assert!((now - under).length() < 0.005, "{now} {under}");
    harness.hover_at(egui::pos2(300.0, 10.0));
    harness.event(Event::Zoom(1.3));
    harness.run();
    assert_eq!(percent(&harness), 130.0, "only over the pages");
}

#[test]
fn what_is_the_same_is_not_drawn_again() {
    let mut harness = room(700.0, 900.0);
    let drawn = harness.state().preview.drawn();
    assert!(drawn <= 4, "at most two sizes of the pages in sight: {drawn}");
    harness.run_steps(10);
    click(&mut harness, "Volgende pagina");
    click(&mut harness, "Vorige pagina");
    let after = harness.state().preview.drawn();
    harness.run_steps(10);
    click(&mut harness, "Volgende pagina");
    click(&mut harness, "Vorige pagina");
    assert_eq!(harness.state().preview.drawn(), after, "seen before in this size");
}

#[test]
fn another_document_is_shown_at_the_same_place() {
    let mut harness = room(700.0, 900.0);
    click(&mut harness, "Paginabreedte");
    pages_have_focus(&mut harness);
    for key in [Key::PageDown, Key::ArrowDown, Key::ArrowDown] {
        press(&mut harness, key);
    }
    let (before, drawn) = (sheet(&harness, 2).unwrap(), harness.state().preview.drawn());
    let changed = Praktijkverklaring { person: cases::named("Noor Jansen"), ..cases::many(44) };
    harness.state_mut().document = document(&changed, 2);
    harness.step();
    assert!(harness.state().preview.drawn() > drawn, "in the same frame");
    harness.run();
    assert_eq!((page(&harness), sheet(&harness, 2)), (2, Some(before)));
    harness.state_mut().document = document(&cases::short(), 3);
    harness.run();
    assert_eq!(page(&harness), 1, "the page is no more");
    assert!(harness.query_by_label("Pagina 1 van 1").is_some());
    assert!(harness.query_by_label("Praktijkverklaring, pagina 1 van 1").is_some());
}

#[test]
fn all_of_it_fits_in_a_narrow_room_and_on_a_fine_screen() {
    let mut harness = room(320.0, 600.0);
    for name in
        ["Vorige pagina", "Volgende pagina", "Kleiner", "Groter", "Hele pagina", "Ware grootte"]
    {
        let button = harness.get_by_label(name).rect();
        assert!(button.left() >= 0.0 && button.right() <= 320.0, "{name} {button}");
    }
    click(&mut harness, "Paginabreedte");
    assert!(sheet(&harness, 1).unwrap().width() > 250.0);
    harness.set_pixels_per_point(1.5);
    harness.run();
    let sheet = sheet(&harness, 1).unwrap();
    for edge in [sheet.left(), sheet.top(), sheet.width(), sheet.height()] {
        assert!((edge * 1.5 - (edge * 1.5).round()).abs() < 0.01, "on whole dots: {sheet}");
    }
}

#[test]
fn every_button_is_reached_with_tab() {
    let mut harness = room(700.0, 900.0);
    click(&mut harness, "Volgende pagina");
    let mut reached = Vec::new();
    for _ in 0..8 {
        harness.key_press_modifiers(Modifiers::NONE, Key::Tab);
        harness.run();
        let focused = harness.root().children_recursive().find(|node| node.is_focused());
        reached.extend(focused.and_then(|node| node.accesskit_node().label()));
    }
    for name in ["Volgende pagina", "Groter", "Paginabreedte", "Voorbeeld: Praktijkverklaring"] {
        assert!(reached.iter().any(|own| own == name), "{name} not in {reached:?}");
    }
}

#[test]
fn another_document_begins_at_its_first_page_and_the_same_one_stays_where_it_is() {
    let mut window = Window::on(at_mbo);
    window.open("Vries");
    window.click("Documenten");
    window.open("Mbo-verklaring");
    window.choose(
        "Resultaat van de beroepspraktijkvorming",
        "Optie 3: deel van de bpv als praktijkverklaring",
    );
    window.click("Volgende pagina");
    window.type_in("Plaats van ondertekening", "Urk");
    assert!(window.says("Pagina 2 van 3"));
    window.open("Totaaloverzicht");
    window.open("Mbo-verklaring");
    assert!(window.says("Pagina 1 van 3"));
}
