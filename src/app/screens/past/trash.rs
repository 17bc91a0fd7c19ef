//! What was put aside.

use egui::{Id, Label, RichText, Ui};
use lucide_icons::Icon;

use crate::app::Scene;
use crate::app::action::{Action, Actions, PastAction};
use crate::app::dialogs::Dialog;
use crate::app::listing::Line as _;
use crate::app::past::rows::{TrashRow, trash_column as column};
use crate::app::screens::learners::{count_ui, narrow_ui, next_sorting};
use crate::app::theme::{self, palette};
use crate::app::widgets::button::{empty, icon_button, main_button};
use crate::app::widgets::list::{Cell, Column, List, Weight};
use crate::app::widgets::search::{moved, search_ui};
use crate::texts::{choices, common, past as text, window};

const COLUMNS: [Column; 6] = [
    Column { title: text::COLUMN_WHAT, share: 3.0, least: 200.0 },
    Column { title: window::COLUMN_KIND, share: 0.5, least: 150.0 },
    Column { title: text::COLUMN_WHOSE, share: 2.0, least: 150.0 },
    Column { title: text::COLUMN_REMOVED, share: 0.2, least: 140.0 },
    Column { title: text::COLUMN_BY, share: 0.6, least: 100.0 },
    Column { title: text::COLUMN_ALONG, share: 0.3, least: 110.0 },
];

/// Draws the trash.
pub(crate) fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let trash = &mut scene.session.past.trash;
    if trash.all().is_empty() {
        empty(ui, Icon::Trash2, text::TRASH_NONE, text::TRASH_NONE_TEXT);
        return;
    }
    let mut open = None;
    ui.horizontal_wrapped(|ui| {
        let id = Id::unique("search trash");
        let searched =
            search_ui(ui, id, &mut trash.typed, window::SEARCH, text::TRASH_SEARCH, 280.0);
        if std::mem::take(scene.search) {
            searched.response.request_focus();
        }
        trash.find();
        if searched.walk.down != 0 {
            trash.cursor = moved(trash.cursor, searched.walk.down, trash.shown());
        }
        if searched.walk.enter {
            open = trash.cursor;
        }
        narrow_ui(ui, trash, column::KIND, text::ALL_KINDS, 170.0);
    });
    count_ui(ui, trash, text::ONE_REMOVED, text::MANY_REMOVED);
    let shown = trash.shown();
    if shown == 0 {
        ui.add_space(2.0 * theme::STEP);
        ui.label(RichText::new(common::NOTHING_FOUND).color(palette(ui).muted));
        return;
    }
    let (mut cursor, sorted) = (trash.cursor, trash.sorted);
    let cell = |row: usize, column: usize| {
        let weight = if column == column::WHAT { Weight::Strong } else { Weight::Plain };
        trash.at(row).map_or_else(Cell::default, |line| Cell {
            text: line.cell(column),
            weight,
            ..Cell::default()
        })
    };
    let list =
        List { name: text::PART_TRASH, columns: &COLUMNS, length: shown, cell: &cell, ticks: None };
    let listed = list.ui(ui, &mut cursor, sorted);
    open = open.or(listed.opened);
    if let Some(row) = open.and_then(|row| trash.at(row)) {
        scene.actions.push(Action::Ask(Dialog::Removed(Box::new(row.clone()))));
    }
    trash.cursor = cursor;
    if let Some(column) = listed.sort_by {
        trash.sorted = next_sorting(trash.sorted, column);
    }
}

/// One of them, and what can be done with it.
pub(crate) fn removed_ui(ui: &mut Ui, row: &TrashRow, actions: &mut Actions) {
    let p = palette(ui);
    ui.add(Label::new(RichText::new(&row.what).font(theme::strong(20.0))).wrap());
    let kind = common::capital(choices::record(row.subject.kind));
    let kind = if row.whose.is_empty() { kind } else { common::about(&kind, &row.whose) };
    ui.add(Label::new(theme::bold(kind)).wrap());
    let by = text::removed_by(&row.when, &row.who);
    ui.add(Label::new(RichText::new(by).color(p.muted)).wrap());
    if row.along > 0 {
        ui.add(Label::new(text::along_text(row.along)).wrap());
    }
    ui.add_space(theme::STEP);
    let size = egui::Vec2::new(ui.available_width(), theme::CONTROL);
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        let back = main_button(ui, Icon::ArchiveRestore, text::RESTORE);
        if ui.memory(|memory| memory.focused().is_none()) {
            back.request_focus();
        }
        if back.clicked() {
            actions.push(Action::Past(PastAction::Restore(row.subject)));
        }
        if icon_button(ui, Icon::Eraser, text::ERASE).clicked() {
            actions.push(Action::Past(PastAction::AskForget(row.subject)));
        }
        let close = egui::Button::new(common::CLOSE).min_size(egui::Vec2::new(0.0, theme::CONTROL));
        if ui.add(close).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}
