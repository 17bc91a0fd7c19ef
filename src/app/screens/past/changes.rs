//! Who changed what and when, of the whole dossier or of one learner.

use egui::{ComboBox, Id, Label, RichText, ScrollArea, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::Scene;
use crate::app::action::{Action, Actions, PastAction};
use crate::app::dialogs::Dialog;
use crate::app::past::changes::{Changes, Period, about, moment, value};
use crate::app::past::rows::what_of;
use crate::app::session::Session;
use crate::app::theme::{self, CONTROL, STEP, palette};
use crate::app::widgets::button::{empty, icon_button};
use crate::app::widgets::list::{Cell, Column, List, Weight};
use crate::app::widgets::search::{moved, search_ui};
use crate::domain::{RecordKind, Subject};
use crate::store::{HistoryLine, RowChange};
use crate::texts::{choices, common, errors, fields, past as text, window};

const COLUMNS: [Column; 5] = [
    Column { title: text::COLUMN_WHEN, share: 0.2, least: 140.0 },
    Column { title: text::COLUMN_DONE, share: 0.4, least: 150.0 },
    Column { title: text::COLUMN_ABOUT, share: 3.0, least: 230.0 },
    Column { title: text::COLUMN_WHOSE, share: 1.5, least: 150.0 },
    Column { title: text::COLUMN_BY, share: 0.6, least: 100.0 },
];

/// Draws the list.
pub(crate) fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let session = &mut *scene.session;
    if let Err(err) = session.find_changes() {
        ui.add(Label::new(errors::store(&err)).wrap());
        return;
    }
    if session.past.changes.all == 0 {
        empty(ui, Icon::History, window::NO_HISTORY, window::NO_HISTORY_TEXT);
        return;
    }
    let mut open = None;
    ui.horizontal_wrapped(|ui| {
        let changes = &mut session.past.changes;
        let id = Id::unique("search changes");
        let hint =
            if changes.at_once() { text::CHANGES_SEARCH } else { text::CHANGES_SEARCH_ENTER };
        let searched = search_ui(ui, id, &mut changes.typed, window::SEARCH, hint, 280.0);
        if std::mem::take(scene.search) {
            searched.response.request_focus();
        }
        if searched.walk.down != 0 {
            changes.cursor = moved(changes.cursor, searched.walk.down, changes.lines.len());
        }
        let taken = changes.wanted.words == changes.typed;
        let asked = searched.walk.enter || searched.response.lost_focus();
        if !taken && (changes.at_once() || asked) {
            changes.wanted.words.clone_from(&changes.typed);
            ui.ctx().request_repaint();
        }
        // With many lines Enter first looks; only then it opens.
        if taken && searched.walk.enter {
            open = changes.cursor;
        }
        filters_ui(ui, changes);
    });
    about_ui(ui, session, scene.actions);
    let Session { store, past, .. } = session;
    let changes = &mut past.changes;
    let shown = changes.lines.len();
    if shown == 0 {
        ui.add_space(2.0 * STEP);
        ui.label(RichText::new(common::NOTHING_FOUND).color(palette(ui).muted));
        return;
    }
    let mut cursor = changes.cursor;
    let cell = |row: usize, column: usize| {
        let weight = if column == 2 { Weight::Strong } else { Weight::Plain };
        Cell { text: changes.cell(store, row, column), weight, ..Cell::default() }
    };
    let list = List {
        name: text::PART_CHANGES,
        columns: &COLUMNS,
        length: shown,
        cell: &cell,
        ticks: None,
    };
    let listed = list.ui(ui, &mut cursor, None);
    open = open.or(listed.opened);
    if let Some(line) = open.and_then(|row| changes.lines.get(row)) {
        if let Ok(line) = store.trail_line(*line) {
            scene.actions.push(Action::Ask(Dialog::Line(Box::new(line))));
        }
    }
    changes.cursor = cursor;
}

fn filters_ui(ui: &mut Ui, changes: &mut Changes) {
    let Changes { wanted, accounts, .. } = changes;
    let chosen = |ui: &Ui, narrowed: bool, words: &str| match narrowed {
        true => theme::bold(words).color(palette(ui).accent),
        false => RichText::new(words),
    };
    let now = chosen(ui, wanted.period != Period::Always, wanted.period.word());
    ComboBox::from_id_salt("period")
        .width(150.0)
        .truncate()
        .selected_text(now)
        .show_ui(ui, |ui| {
            for period in Period::ALL {
                ui.selectable_value(&mut wanted.period, period, period.word());
            }
        })
        .response
        .accessible_name(text::PERIOD);
    let name = wanted.kind.map_or(text::ALL_KINDS, choices::record);
    let now = chosen(ui, wanted.kind.is_some(), &common::capital(name));
    ComboBox::from_id_salt("kind")
        .width(170.0)
        .truncate()
        .selected_text(now)
        .show_ui(ui, |ui| {
            ui.selectable_value(&mut wanted.kind, None, text::ALL_KINDS);
            for kind in RecordKind::ALL {
                let name = common::capital(choices::record(*kind));
                ui.selectable_value(&mut wanted.kind, Some(*kind), name);
            }
        })
        .response
        .accessible_name(text::ALL_KINDS);
    let now = chosen(ui, wanted.who.is_some(), wanted.who.as_deref().unwrap_or(text::ALL_ACCOUNTS));
    ComboBox::from_id_salt("who")
        .width(150.0)
        .truncate()
        .selected_text(now)
        .show_ui(ui, |ui| {
            ui.selectable_value(&mut wanted.who, None, text::ALL_ACCOUNTS);
            for who in accounts.iter() {
                ui.selectable_value(&mut wanted.who, Some(who.clone()), who);
            }
        })
        .response
        .accessible_name(text::ALL_ACCOUNTS);
}

/// How many, of whom, and what can be done with them. Always as high, so that the list does not jump.
fn about_ui(ui: &mut Ui, session: &mut Session, actions: &mut Actions) {
    let p = palette(ui);
    let size = Vec2::new(ui.available_width(), CONTROL);
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        let Session { past, store, .. } = session;
        let changes = &mut past.changes;
        let (shown, all) = (changes.lines.len(), changes.all);
        let all_of_them = common::counted(all, text::ONE_CHANGE, text::MANY_CHANGES);
        let words = window::shown_of(&common::grouped(shown), &all_of_them, shown == all);
        ui.label(theme::small(words).color(p.muted));
        if let Some(learner) = changes.wanted.learner {
            let name = what_of(store, Subject { kind: RecordKind::Learner, id: learner.raw() });
            ui.label(theme::bold(text::only_of(&name)).size(12.0).color(p.accent));
            if icon_button(ui, Icon::X, text::ALL_LEARNERS).clicked() {
                changes.wanted.learner = None;
            }
        }
        if shown > 0 && icon_button(ui, Icon::Save, text::SAVE_CSV).clicked() {
            actions.push(Action::Past(PastAction::SaveChanges));
        }
    });
}

/// The room for the name of a field.
const NAME: f32 = 220.0;
/// The most that a line may take of the window before it scrolls.
const HIGHEST: f32 = 440.0;

/// One line, with every field that it changed.
pub(crate) fn line_ui(
    ui: &mut Ui,
    line: &HistoryLine,
    session: Option<&Session>,
    actions: &mut Actions,
) {
    let Some(session) = session else { return };
    let (p, store) = (palette(ui), &session.store);
    let what = about(store, line);
    ui.add(Label::new(RichText::new(what).font(theme::strong(18.0))).wrap());
    let by = text::done_by(window::verb(&line.verb), &moment(line.at), &line.who);
    ui.add(Label::new(RichText::new(by).color(p.muted)).wrap());
    ScrollArea::vertical().id_salt("line").max_height(HIGHEST).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = STEP;
        let silent = |row: &RowChange| row.fields.is_empty() && !row.added && !row.removed;
        if line.document.is_none() && line.rows.iter().all(silent) {
            ui.label(RichText::new(text::NOTHING_KEPT).color(p.muted));
        }
        for row in line.rows.iter().filter(|row| !silent(row)) {
            let RowChange { subject, added, removed, fields: changed } = row;
            let kind = subject.kind;
            let name =
                common::about(&common::capital(choices::record(kind)), &what_of(store, *subject));
            let name = if *removed { text::went(&name) } else { name };
            ui.add(Label::new(theme::small(name).color(p.muted)).wrap());
            for (key, before, after) in changed {
                let shown = |stored: &str| value(store, kind, key, stored);
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().interact_size.y = 0.0;
                    ui.allocate_ui(Vec2::new(NAME, 18.0), |ui| {
                        ui.set_width(NAME);
                        let name = RichText::new(fields::label(kind, key)).color(p.muted);
                        ui.add(Label::new(name).truncate());
                    });
                    let words = if *added {
                        shown(after)
                    } else {
                        window::changed(&shown(before), &shown(after))
                    };
                    ui.add(Label::new(words).wrap());
                });
            }
        }
    });
    ui.add_space(STEP);
    let size = Vec2::new(ui.available_width(), CONTROL);
    ui.allocate_ui_with_layout(size, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let close = ui.add(egui::Button::new(common::CLOSE).min_size(Vec2::new(0.0, CONTROL)));
        if ui.memory(|memory| memory.focused().is_none()) {
            close.request_focus();
        }
        if close.clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}
