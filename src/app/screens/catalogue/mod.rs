//! The room with the catalogue: everything that can be chosen, where it comes from, and the school's own entries.

mod entry;
mod forms;
mod rows;

use egui::{ComboBox, Panel, RichText, Ui};
use lucide_icons::Icon;

use crate::app::Scene;
use crate::app::action::Action;
use crate::app::screens::catalogue::forms::new_entry;
use crate::app::screens::catalogue::rows::{Only, rows};
use crate::app::screens::head_ui;
use crate::app::theme::{self, palette};
use crate::app::widgets::button::main_button;
use crate::app::widgets::list::{Cell, Column, List};
use crate::app::widgets::search::{moved, search_ui};
use crate::catalogue::{Catalogue, EDITION};
use crate::texts::{catalogue as words, common, window as text};

pub(crate) use entry::{belongs_to, expired, out_of_force, remark};

/// What is typed and chosen in this room; it stays while one is elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct View {
    typed: String,
    only: Only,
    cursor: Option<usize>,
}

const COLUMNS: [Column; 4] = [
    Column { title: text::COLUMN_CODE, share: 0.3, least: 104.0 },
    Column { title: text::COLUMN_TITLE, share: 4.0, least: 240.0 },
    Column { title: text::COLUMN_BELONGS_TO, share: 2.0, least: 140.0 },
    Column { title: text::COLUMN_REMARK, share: 0.5, least: 150.0 },
];

/// The width of what is told about one entry.
const DETAIL: f32 = 360.0;

/// The next time that the room is drawn, this is typed.
pub(crate) fn type_in(ctx: &egui::Context, typed: String) {
    let view = View { typed, only: Only::All, cursor: Some(0) };
    ctx.data_mut(|data| data.insert_temp(egui::Id::unique("catalogue view"), view));
}

/// Draws the catalogue.
pub(crate) fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let id = egui::Id::unique("catalogue view");
    let mut view = ui.data(|data| data.get_temp::<View>(id)).unwrap_or_default();
    head_ui(ui, text::CATALOGUE, |ui| {
        if main_button(ui, Icon::Plus, text::ADD_ENTRY).clicked() {
            scene.actions.push(Action::Ask(new_entry(view.only)));
        }
    });
    let p = palette(ui);
    ui.label(theme::small(text::edition(EDITION)).color(p.muted))
        .on_hover_text(words::EDITION_SOURCE);
    let walk = ui.horizontal(|ui| view_ui(ui, &mut view, scene.search)).inner;
    if let Some(note) = view.only.note() {
        ui.label(theme::small(note).color(p.muted));
    }
    let catalogue = &scene.session.catalogue;
    let rows = rows(catalogue, view.only, &view.typed);
    if walk != 0 {
        view.cursor = moved(view.cursor, walk, rows.len());
    }
    let chosen = view.cursor.and_then(|at| rows.get(at));
    Panel::right("catalogue entry")
        .exact_size(DETAIL)
        .resizable(false)
        .show_separator_line(false)
        .frame(egui::Frame::new().inner_margin(egui::Margin { left: 16, ..egui::Margin::ZERO }))
        .show(ui, |ui| entry::ui(ui, scene.session, chosen, scene.actions));
    loose_ui(ui, catalogue);
    if rows.is_empty() {
        ui.label(RichText::new(common::NOTHING_FOUND).color(p.muted));
    } else {
        let cell = |row: usize, column: usize| {
            rows.get(row).map_or_else(Cell::default, |r| r.cell(column, &p))
        };
        let list = List {
            name: text::CATALOGUE,
            columns: &COLUMNS,
            length: rows.len(),
            cell: &cell,
            ticks: None,
        };
        list.ui(ui, &mut view.cursor, None);
    }
    ui.data_mut(|data| data.insert_temp(id, view));
}

/// What is typed and which kind is shown; gives how far the cursor was moved.
fn view_ui(ui: &mut Ui, view: &mut View, search: &mut bool) -> i64 {
    let id = egui::Id::unique("search catalogue");
    let before = (view.typed.clone(), view.only);
    let searched = search_ui(ui, id, &mut view.typed, text::SEARCH, text::SEARCH_CATALOGUE, 300.0);
    if std::mem::take(search) {
        searched.response.request_focus();
    }
    ComboBox::from_id_salt("catalogue kind")
        .width(180.0)
        .selected_text(view.only.word())
        .show_ui(ui, |ui| {
            for only in Only::ALL {
                ui.selectable_value(&mut view.only, only, only.word());
            }
        })
        .response
        .accessible_name(text::COLUMN_KIND);
    if before != (view.typed.clone(), view.only) {
        view.cursor = None;
    }
    searched.walk.down
}

/// Entries of the school that have no place, and what to do about it.
fn loose_ui(ui: &mut Ui, catalogue: &Catalogue) {
    let p = palette(ui);
    for loose in catalogue.loose() {
        let line =
            format!("{}: {}. {}", words::LOOSE, loose.title.as_str(), words::loose(loose.why));
        crate::app::widgets::button::message(ui, Icon::TriangleAlert, &line, p.warn, p.warn_soft);
    }
}
