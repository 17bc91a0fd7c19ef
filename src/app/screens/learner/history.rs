//! Who changed what of this learner, and when.

use egui::{RichText, Ui, Vec2};
use jiff::tz::TimeZone;
use lucide_icons::Icon;

use crate::app::action::{Action, PastAction};
use crate::app::pages::HISTORY;
use crate::app::screens::card_ui;
use crate::app::screens::learner::Desk;
use crate::app::session::Session;
use crate::app::theme::{self, palette};
use crate::app::widgets::button::{empty, icon_button};
use crate::domain::RecordKind;
use crate::store::{HistoryLine, RowChange};
use crate::texts::{choices, common, fields, past, values, window as text};

/// Draws the history, newest first.
pub(crate) fn ui(ui: &mut Ui, desk: &mut Desk<'_, '_>) {
    let history = &desk.page.history;
    if history.is_empty() {
        empty(ui, Icon::History, text::NO_HISTORY, text::NO_HISTORY_TEXT);
        return;
    }
    if icon_button(ui, Icon::Search, past::SEARCH_HISTORY).clicked() {
        let learner = desk.page.learner.id;
        desk.form.actions.push(Action::Past(PastAction::ChangesOf(learner)));
    }
    let most = HISTORY as usize;
    card_ui(ui, "", |ui| {
        for (n, line) in history.iter().take(most).enumerate() {
            if n > 0 {
                ui.separator();
            }
            line_ui(ui, desk, line);
        }
        if history.len() > most {
            ui.separator();
            ui.label(RichText::new(text::last_changes(most)).color(palette(ui).muted));
        }
    });
}

fn line_ui(ui: &mut Ui, desk: &Desk<'_, '_>, line: &HistoryLine) {
    let p = palette(ui);
    let at = line.at.to_zoned_datetime(TimeZone::system());
    let when =
        format!("{} {:02}:{:02}", crate::domain::day::shown(at.date()), at.hour(), at.minute());
    ui.spacing_mut().item_spacing.y = theme::STEP;
    ui.spacing_mut().interact_size.y = 0.0;
    ui.horizontal(|ui| {
        ui.label(RichText::new(when).color(p.muted));
        ui.label(theme::bold(text::verb(&line.verb)));
        if let Some(document) = line.document {
            ui.label(document.to_string());
        }
        ui.label(RichText::new(&line.who).color(p.muted));
    });
    for row in &line.rows {
        row_ui(ui, desk, row);
    }
}

/// The room for the name of a field.
const NAME: f32 = 220.0;

fn row_ui(ui: &mut Ui, desk: &Desk<'_, '_>, row: &RowChange) {
    let p = palette(ui);
    let (kind, route) = (row.subject.kind, desk.form.route);
    let mut head = common::capital(choices::record_for(kind, route));
    if row.removed {
        head = format!("{head}: {}", text::verb("remove").to_lowercase());
    }
    ui.label(theme::small(head).color(p.muted));
    for (key, before, after) in &row.fields {
        let shown = |stored: &str| shown(desk.session, kind, key, stored);
        ui.horizontal(|ui| {
            ui.add_space(3.0 * theme::STEP);
            ui.allocate_ui(Vec2::new(NAME, 18.0), |ui| {
                ui.set_width(NAME);
                ui.add(
                    egui::Label::new(
                        RichText::new(fields::label_for(kind, key, route)).color(p.muted),
                    )
                    .truncate(),
                );
            });
            let words =
                if row.added { shown(after) } else { text::changed(&shown(before), &shown(after)) };
            ui.add(egui::Label::new(words).wrap());
        });
    }
}

/// A stored value as people read it.
pub(crate) fn shown(session: &Session, kind: RecordKind, key: &str, stored: &str) -> String {
    if stored.is_empty() {
        return text::EMPTY_VALUE.to_owned();
    }
    values::shown(kind, key, stored, |kind, id| session.name_of(kind, id))
}
