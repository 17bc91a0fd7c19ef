//! Who ended, until when what there is must be kept, and who may be forgotten.

use egui::{Align, Id, Layout, RichText, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::Scene;
use crate::app::action::{Action, Actions, LearnerPart, PastAction, Place};
use crate::app::listing::Line as _;
use crate::app::past::Past;
use crate::app::past::rows::{RetentionRow, retention_column as column};
use crate::app::screens::learners::{count_ui, narrow_ui, next_sorting};
use crate::app::theme::{self, palette};
use crate::app::widgets::button::{empty, icon_button, message};
use crate::app::widgets::list::{Cell, Column, List, Ticks, Weight};
use crate::app::widgets::search::{moved, search_ui};
use crate::domain::RecordKind;
use crate::texts::{batch, choices, past as text, window};

const COLUMNS: [Column; 6] = [
    Column { title: window::COLUMN_NAME, share: 2.0, least: 200.0 },
    Column { title: window::COLUMN_GROUP, share: 0.5, least: 84.0 },
    Column { title: text::COLUMN_END, share: 0.2, least: 124.0 },
    Column { title: text::COLUMN_UNTIL, share: 0.2, least: 110.0 },
    Column { title: window::COLUMN_STATUS, share: 0.2, least: 124.0 },
    Column { title: text::COLUMN_WHY, share: 3.0, least: 190.0 },
];

/// Draws the list.
pub(crate) fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let past = &mut scene.session.past;
    let without_day = usize::try_from(past.without_day).unwrap_or(usize::MAX);
    if without_day > 0 {
        let p = palette(ui);
        message(ui, Icon::Info, &text::without_day(without_day), p.warn, p.warn_soft);
    }
    if past.retention.all().is_empty() {
        empty(ui, Icon::Hourglass, text::RETENTION_NONE, text::RETENTION_NONE_TEXT);
        return;
    }
    let retention = &mut past.retention;
    let mut open = None;
    ui.horizontal_wrapped(|ui| {
        let id = Id::unique("search terms");
        let searched =
            search_ui(ui, id, &mut retention.typed, window::SEARCH, text::RETENTION_SEARCH, 250.0);
        if std::mem::take(scene.search) {
            searched.response.request_focus();
        }
        retention.find();
        if searched.walk.down != 0 {
            retention.cursor = moved(retention.cursor, searched.walk.down, retention.shown());
        }
        if searched.walk.enter {
            open = retention.cursor;
        }
        narrow_ui(ui, retention, column::STATUS, text::ALL_TERMS, 220.0);
        narrow_ui(ui, retention, column::GROUP, window::ALL_GROUPS, 122.0);
    });
    ticked_ui(ui, past, scene.actions);
    let can_tick = past.shows_only_past();
    let Past { retention, ticked, .. } = past;
    let shown = retention.shown();
    if shown == 0 {
        ui.add_space(2.0 * theme::STEP);
        ui.label(RichText::new(text::RETENTION_NOBODY).color(palette(ui).muted));
        return;
    }
    let in_sight = ticked.shown(retention);
    let (mut cursor, sorted) = (retention.cursor, retention.sorted);
    let muted = palette(ui).muted;
    let cell = |row: usize, column: usize| {
        retention.at(row).map_or_else(Cell::default, |line| cell_of(line, column, muted))
    };
    let ticks = Ticks {
        ticked: &|row| retention.at(row).is_some_and(|line| ticked.has(line.id())),
        all: in_sight == shown,
        all_name: text::TICK_ALL,
    };
    let list = List {
        name: text::PART_RETENTION,
        columns: &COLUMNS,
        length: shown,
        cell: &cell,
        // Of the others nobody can be forgotten here.
        ticks: can_tick.then_some(ticks),
    };
    let listed = list.ui(ui, &mut cursor, sorted);
    open = open.or(listed.opened);
    if let Some(id) = open.and_then(|row| retention.at(row)).map(|line| line.id) {
        scene.actions.push(Action::Go(Place::Learner(id, LearnerPart::Facts)));
    }
    retention.cursor = cursor;
    if let Some(column) = listed.sort_by {
        retention.sorted = next_sorting(retention.sorted, column);
    }
    if let Some(tick) = listed.tick {
        ticked.take(tick, retention);
        past.keep_to_past();
    }
}

/// Always as high, so that the list does not jump.
fn ticked_ui(ui: &mut Ui, past: &mut Past, actions: &mut Actions) {
    let size = Vec2::new(ui.available_width(), theme::CONTROL);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        let kind = RecordKind::Learner;
        count_ui(ui, &past.retention, choices::record(kind), choices::records(kind));
        let (count, p) = (past.ticked.len(), palette(ui));
        if count == 0 && (past.retention.shown() == 0 || !past.shows_only_past()) {
            return;
        }
        if count == 0 {
            ui.label(theme::small(text::TICK_HELP).color(p.muted));
            return;
        }
        let words = text::is_ticked(count);
        ui.label(theme::bold(words).size(12.0).color(p.accent));
        if icon_button(ui, Icon::Eraser, &text::forget_ticked(count)).clicked() {
            actions.push(Action::Past(PastAction::AskForgetTicked));
        }
        if icon_button(ui, Icon::X, batch::SELECT_NONE).clicked() {
            past.ticked.clear();
        }
    });
}

fn cell_of(line: &RetentionRow, column: usize, muted: egui::Color32) -> Cell {
    let weight = if column == column::NAME { Weight::Strong } else { Weight::Plain };
    let ink = (!line.is_past()).then_some(muted);
    Cell { text: line.cell(column), weight, ink, ..Cell::default() }
}
