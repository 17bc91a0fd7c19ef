//! The room with all leerbedrijven.

use egui::{Id, Ui};
use lucide_icons::Icon;

use crate::app::Scene;
use crate::app::action::{Action, Place};
use crate::app::listing::Line as _;
use crate::app::rows::leerbedrijf_column as column;
use crate::app::screens::head_ui;
use crate::app::screens::learners::{count_ui, next_sorting};
use crate::app::theme::{self, palette};
use crate::app::widgets::button::{empty, icon_button, main_button};
use crate::app::widgets::list::{Cell, Column, List, Weight};
use crate::app::widgets::search::{moved, search_ui};
use crate::domain::RecordKind;
use crate::texts::{choices, common, window as text};

const COLUMNS: [Column; 4] = [
    Column { title: text::COLUMN_NAME, share: 3.0, least: 240.0 },
    Column { title: text::COLUMN_PLACE, share: 2.0, least: 150.0 },
    Column { title: text::COLUMN_LEERBEDRIJF_ID, share: 1.0, least: 120.0 },
    Column { title: text::COLUMN_KVK, share: 1.0, least: 120.0 },
];

/// Draws the list of leerbedrijven.
pub(crate) fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    head_ui(ui, text::LEERBEDRIJVEN, |ui| {
        if main_button(ui, Icon::Plus, text::NEW_LEERBEDRIJF)
            .on_hover_text(text::key("N"))
            .clicked()
        {
            scene.actions.push(Action::Go(Place::NewLeerbedrijf));
        }
    });
    ui.add_space(theme::STEP);
    let companies = &mut scene.session.leerbedrijven;
    if companies.all().is_empty() {
        empty(ui, Icon::Building2, text::NO_LEERBEDRIJVEN, text::NO_LEERBEDRIJVEN_TEXT);
        ui.vertical_centered(|ui| {
            if icon_button(ui, Icon::Plus, text::FIRST_LEERBEDRIJF).clicked() {
                scene.actions.push(Action::Go(Place::NewLeerbedrijf));
            }
        });
        return;
    }
    let id = Id::unique("search leerbedrijven");
    let searched =
        search_ui(ui, id, &mut companies.typed, text::SEARCH, text::SEARCH_LEERBEDRIJVEN, 340.0);
    if std::mem::take(scene.search) {
        searched.response.request_focus();
    }
    companies.find();
    if searched.walk.down != 0 {
        companies.cursor = moved(companies.cursor, searched.walk.down, companies.shown());
    }
    let mut open = companies.cursor.filter(|_| searched.walk.enter);
    let kind = RecordKind::Leerbedrijf;
    count_ui(ui, companies, choices::record(kind), choices::records(kind));
    let shown = companies.shown();
    let muted = palette(ui).muted;
    if shown == 0 {
        ui.label(egui::RichText::new(common::NOTHING_FOUND).color(muted));
        return;
    }
    let (mut cursor, sorted) = (companies.cursor, companies.sorted);
    let cell = |row: usize, at: usize| {
        companies.at(row).map_or_else(Cell::default, |line| {
            let name = at == column::NAME;
            let text = line.cell(at);
            let unnamed = name && text.is_empty();
            Cell {
                text: if unnamed { text::NO_LEERBEDRIJF_NAME.to_owned() } else { text },
                weight: if name { Weight::Strong } else { Weight::Plain },
                ink: unnamed.then_some(muted),
                ..Cell::default()
            }
        })
    };
    let list = List {
        name: text::LEERBEDRIJVEN,
        columns: &COLUMNS,
        length: shown,
        cell: &cell,
        ticks: None,
    };
    let listed = list.ui(ui, &mut cursor, sorted);
    open = open.or(listed.opened);
    if let Some(id) = open.and_then(|row| companies.at(row)).map(|line| line.id) {
        scene.actions.push(Action::Go(Place::Leerbedrijf(id)));
    }
    companies.cursor = cursor;
    if let Some(column) = listed.sort_by {
        companies.sorted = next_sorting(companies.sorted, column);
    }
}
