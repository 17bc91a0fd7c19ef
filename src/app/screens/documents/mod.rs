//! The room with all issued documents.

pub(crate) mod document;

use egui::{Id, RichText, Ui};
use lucide_icons::Icon;

use crate::app::Scene;
use crate::app::action::{Action, BatchAction, Place};
use crate::app::issued_rows::{IssuedRow, IssuedStatus, issued_column as column};
use crate::app::listing::Line as _;
use crate::app::screens::head_ui;
use crate::app::screens::learners::{count_ui, narrow_ui, next_sorting};
use crate::app::theme::{self, palette};
use crate::app::widgets::button::{empty, icon_button, main_button};
use crate::app::widgets::list::{Cell, Column, List, Weight};
use crate::app::widgets::search::{moved, search_ui};
use crate::texts::{common, register as text, window};

const COLUMNS: [Column; 7] = [
    Column { title: text::COLUMN_NUMBER, share: 0.2, least: 128.0 },
    Column { title: window::COLUMN_NAME, share: 2.0, least: 180.0 },
    Column { title: window::COLUMN_KIND, share: 1.0, least: 144.0 },
    Column { title: window::COLUMN_STATUS, share: 0.2, least: 100.0 },
    Column { title: text::COLUMN_DATE, share: 0.2, least: 104.0 },
    Column { title: window::COLUMN_GROUP, share: 0.8, least: 84.0 },
    Column { title: text::COLUMN_ABOUT, share: 3.0, least: 190.0 },
];

/// Draws the register.
pub(crate) fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    head_ui(ui, text::ROOM, |ui| {
        if main_button(ui, Icon::Files, text::MAKE).on_hover_text(window::key("N")).clicked() {
            scene.actions.push(Action::Batch(BatchAction::ForAll));
        }
    });
    ui.add_space(theme::STEP);
    let issued = &mut scene.session.issued;
    if issued.all().is_empty() {
        empty(ui, Icon::FileText, text::NONE, text::NONE_TEXT);
        ui.vertical_centered(|ui| {
            if icon_button(ui, Icon::Files, text::MAKE).clicked() {
                scene.actions.push(Action::Batch(BatchAction::ForAll));
            }
        });
        return;
    }
    let mut open = None;
    ui.horizontal_wrapped(|ui| {
        let id = Id::unique("search documents");
        let searched =
            search_ui(ui, id, &mut issued.typed, window::SEARCH, text::SEARCH_HINT, 280.0);
        if std::mem::take(scene.search) {
            searched.response.request_focus();
        }
        issued.find();
        if searched.walk.down != 0 {
            issued.cursor = moved(issued.cursor, searched.walk.down, issued.shown());
        }
        if searched.walk.enter {
            open = issued.cursor;
        }
        for (column, all, width) in [
            (column::KIND, text::ALL_KINDS, 150.0),
            (column::YEAR, text::ALL_YEARS, 100.0),
            (column::GROUP, window::ALL_GROUPS, 122.0),
            (column::STATUS, window::ALL_STATUSES, 122.0),
        ] {
            narrow_ui(ui, issued, column, all, width);
        }
    });
    count_ui(ui, issued, text::ONE, text::MANY);
    let shown = issued.shown();
    if shown == 0 {
        ui.add_space(2.0 * theme::STEP);
        ui.label(RichText::new(common::NOTHING_FOUND).color(palette(ui).muted));
        return;
    }
    let (mut cursor, sorted) = (issued.cursor, issued.sorted);
    let muted = palette(ui).muted;
    let cell = |row: usize, column: usize| {
        issued.at(row).map_or_else(Cell::default, |line| cell_of(line, column, muted))
    };
    let list =
        List { name: text::ROOM, columns: &COLUMNS, length: shown, cell: &cell, ticks: None };
    let listed = list.ui(ui, &mut cursor, sorted);
    open = open.or(listed.opened);
    if let Some(number) = open.and_then(|row| issued.at(row)).map(|line| line.number) {
        scene.actions.push(Action::Go(Place::Document(number)));
    }
    issued.cursor = cursor;
    if let Some(column) = listed.sort_by {
        issued.sorted = next_sorting(issued.sorted, column);
    }
}

/// What does not count any more is grey, all along its line.
fn cell_of(line: &IssuedRow, column: usize, muted: egui::Color32) -> Cell {
    let weight = if column == column::NAME { Weight::Strong } else { Weight::Plain };
    let grey = line.status != IssuedStatus::Valid;
    Cell { text: line.cell(column), weight, ink: grey.then_some(muted), ..Cell::default() }
}
