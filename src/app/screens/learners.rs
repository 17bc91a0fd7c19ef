//! The room with all learners.

use egui::{Align, ComboBox, Id, Layout, Ui};
use lucide_icons::Icon;

use crate::app::Scene;
use crate::app::action::{Action, Actions, BatchAction, HandoverAction, LearnerPart, Place};
use crate::app::listing::{Line, Listing, Sorted};
use crate::app::rows::{LearnerRow, learner_column as column};
use crate::app::screens::head_ui;
use crate::app::selection::Selection;
use crate::app::session::Session;
use crate::app::theme::{self, palette};
use crate::app::widgets::button::{empty, icon_button, main_button};
use crate::app::widgets::list::{Cell, Column, List, Ticks, Weight};
use crate::app::widgets::search::{moved, search_ui};
use crate::domain::{LearnerStatus, RecordKind};
use crate::texts::{batch, choices, common, handover, window as text};

const COLUMNS: [Column; 6] = [
    Column { title: text::COLUMN_NAME, share: 4.0, least: 220.0 },
    Column { title: text::COLUMN_GROUP, share: 1.0, least: 90.0 },
    Column { title: text::COLUMN_NUMBER, share: 1.0, least: 100.0 },
    Column { title: text::COLUMN_ROUTE, share: 1.0, least: 110.0 },
    Column { title: text::COLUMN_BEGELEIDER, share: 2.0, least: 160.0 },
    Column { title: text::COLUMN_STATUS, share: 1.0, least: 90.0 },
];

/// How many values a filter offers.
const MOST_VALUES: usize = 1_000;

/// Draws the list of learners.
pub(crate) fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    head_ui(ui, text::LEARNERS, |ui| {
        if main_button(ui, Icon::UserPlus, text::NEW_LEARNER)
            .on_hover_text(text::key("N"))
            .clicked()
        {
            scene.actions.push(Action::Go(Place::NewLearner));
        }
        take_in_ui(ui, scene.actions);
    });
    ui.add_space(theme::STEP);
    let Session { learners, selected, .. } = &mut *scene.session;
    if learners.all().is_empty() {
        empty(ui, Icon::GraduationCap, text::NO_LEARNERS, text::NO_LEARNERS_TEXT);
        ui.vertical_centered(|ui| {
            if icon_button(ui, Icon::UserPlus, text::FIRST_LEARNER).clicked() {
                scene.actions.push(Action::Go(Place::NewLearner));
            }
        });
        return;
    }
    let mut open = None;
    ui.horizontal_wrapped(|ui| {
        let id = Id::unique("search learners");
        let searched =
            search_ui(ui, id, &mut learners.typed, text::SEARCH, text::SEARCH_LEARNERS, 250.0);
        if std::mem::take(scene.search) {
            searched.response.request_focus();
        }
        learners.find();
        if searched.walk.down != 0 {
            learners.cursor = moved(learners.cursor, searched.walk.down, learners.shown());
        }
        if searched.walk.enter {
            open = learners.cursor;
        }
        for (column, all, width) in [
            (column::GROUP, text::ALL_GROUPS, 122.0),
            (column::ROUTE, text::ALL_ROUTES, 122.0),
            (column::DOELGROEP, text::ALL_DOELGROEPEN, 150.0),
            (column::BEGELEIDER, text::ALL_BEGELEIDERS, 190.0),
            (column::STATUS, text::ALL_STATUSES, 122.0),
        ] {
            narrow_ui(ui, learners, column, all, width);
        }
    });
    let shown = learners.shown();
    let ticked = selected.shown(learners);
    selected_ui(ui, learners, selected, ticked, scene.actions);
    if shown == 0 {
        ui.add_space(2.0 * theme::STEP);
        ui.label(egui::RichText::new(common::NOTHING_FOUND).color(palette(ui).muted));
        return;
    }
    let (mut cursor, sorted) = (learners.cursor, learners.sorted);
    let muted = palette(ui).muted;
    let cell = |row: usize, column: usize| {
        learners.at(row).map_or_else(Cell::default, |l| cell_of(l, column, muted))
    };
    let ticks = Ticks {
        ticked: &|row| learners.at(row).is_some_and(|line| selected.has(line.id())),
        all: ticked == shown,
        all_name: batch::SELECT_ALL,
    };
    let list = List {
        name: text::LEARNERS,
        columns: &COLUMNS,
        length: shown,
        cell: &cell,
        ticks: Some(ticks),
    };
    let listed = list.ui(ui, &mut cursor, sorted);
    open = open.or(listed.opened);
    if let Some(id) = open.and_then(|row| learners.at(row)).map(|learner| learner.line.id) {
        scene.actions.push(Action::Go(Place::Learner(id, LearnerPart::Facts)));
    }
    if let Some(tick) = listed.tick {
        selected.take(tick, learners);
    }
    learners.cursor = cursor;
    if let Some(column) = listed.sort_by {
        learners.sorted = next_sorting(learners.sorted, column);
    }
}

fn cell_of(learner: &LearnerRow, column: usize, muted: egui::Color32) -> Cell {
    let text = learner.cell(column);
    if column == column::NAME {
        let unnamed = text.is_empty();
        return Cell {
            text: if unnamed { common::NAME_UNKNOWN.to_owned() } else { text },
            weight: Weight::Strong,
            ink: unnamed.then_some(muted),
            ..Cell::default()
        };
    }
    let grey = column == column::STATUS && learner.status() != LearnerStatus::Active;
    Cell { text, ink: grey.then_some(muted), ..Cell::default() }
}

/// How many are shown, how many of them are ticked, and what can be done with those. Always as high, so that the list
/// does not jump.
fn selected_ui(
    ui: &mut Ui,
    learners: &Listing<LearnerRow>,
    selected: &mut Selection,
    shown: usize,
    actions: &mut Actions,
) {
    let size = egui::Vec2::new(ui.available_width(), theme::CONTROL);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        let kind = RecordKind::Learner;
        count_ui(ui, learners, choices::record(kind), choices::records(kind));
        let (count, p) = (selected.len(), palette(ui));
        if count == 0 {
            ui.label(theme::small(batch::SELECT_HELP).color(p.muted));
            return;
        }
        let words = match count - shown {
            0 => batch::selected_count(count),
            hidden => batch::selected_and_hidden(count, hidden),
        };
        ui.label(theme::bold(words).size(12.0).color(p.accent));
        if icon_button(ui, Icon::Files, &batch::make_for(count)).clicked() {
            actions.push(Action::Batch(BatchAction::ForSelected));
        }
        if icon_button(ui, Icon::Send, &handover::hand_over(count)).clicked() {
            actions.push(Action::Handover(HandoverAction::AskSelected));
        }
        if icon_button(ui, Icon::X, batch::SELECT_NONE).clicked() {
            selected.clear();
        }
    });
}

/// Those who come from another dossier.
fn take_in_ui(ui: &mut Ui, actions: &mut Actions) {
    if icon_button(ui, Icon::Inbox, handover::TAKE_IN)
        .on_hover_text(handover::TAKE_IN_LONG)
        .clicked()
    {
        actions.push(Action::Handover(HandoverAction::ChooseFile));
    }
}

/// How many are shown, of how many.
pub(crate) fn count_ui<T: Line>(ui: &mut Ui, list: &Listing<T>, one: &str, many: &str) {
    let (shown, all) = (list.shown(), list.all().len());
    let all_of_them = common::counted(all, one, many);
    let words = text::shown_of(&common::grouped(shown), &all_of_them, shown == all);
    ui.label(theme::small(words).color(palette(ui).muted));
}

/// Once: that column. Again: backwards. A third time: by name, as it was.
pub(crate) fn next_sorting(now: Option<Sorted>, column: usize) -> Option<Sorted> {
    match now {
        Some(Sorted { column: own, backwards: false }) if own == column => {
            Some(Sorted { column, backwards: true })
        }
        Some(Sorted { column: own, backwards: true }) if own == column => None,
        Some(_) | None => Some(Sorted { column, backwards: false }),
    }
}

/// A list of the values in a column; only lines with the chosen one are shown.
pub(crate) fn narrow_ui<T: Line>(
    ui: &mut Ui,
    list: &mut Listing<T>,
    column: usize,
    all: &str,
    width: f32,
) {
    let now = list.narrowed.iter().find(|(own, _)| *own == column).map(|(_, only)| only.clone());
    let shown = now.clone().unwrap_or_else(|| all.to_owned());
    let mut chosen = None;
    ComboBox::from_id_salt(("narrow", column))
        .width(width)
        .truncate()
        .selected_text(if now.is_some() {
            theme::bold(shown).color(palette(ui).accent)
        } else {
            egui::RichText::new(shown)
        })
        .show_ui(ui, |ui| {
            if ui.selectable_label(now.is_none(), all).clicked() {
                chosen = Some(None);
            }
            for value in list.values(column, MOST_VALUES) {
                if ui.selectable_label(now.as_ref() == Some(value), value).clicked() {
                    chosen = Some(Some(value.clone()));
                }
            }
        })
        .response
        .accessible_name(all);
    if let Some(only) = chosen {
        list.narrowed.retain(|(own, _)| *own != column);
        list.narrowed.extend(only.map(|only| (column, only)));
    }
}
