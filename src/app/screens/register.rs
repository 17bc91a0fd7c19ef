//! A line of the register: under which number something was issued, when, whether it counts, and what can be done with it.

use egui::{RichText, Ui};
use lucide_icons::Icon;

use crate::app::action::{Action, Actions, DocumentAction};
use crate::app::theme::{self, STEP, palette};
use crate::app::widgets::button::{icon_button_about, mark};
use crate::domain::School;
use crate::domain::day::shown;
use crate::store::RegisterLine;
use crate::texts::{choices, documents as words, register};

/// Draws it, for who knows whose it is.
pub(crate) fn line_ui(ui: &mut Ui, line: &RegisterLine, school: &School, actions: &mut Actions) {
    let p = palette(ui);
    let number = line.number.to_string();
    let (state, ink, ground) = match (&line.withdrawal, line.replaced_by) {
        (None, _) => (words::COUNTS.to_owned(), p.good, p.good_soft),
        (Some(_), None) => (words::WITHDRAWN.to_owned(), p.bad, p.bad_soft),
        (Some(_), Some(by)) => (words::replaced_by(by), p.bad, p.bad_soft),
    };
    ui.push_id(&number, |ui| {
        ui.spacing_mut().item_spacing.y = STEP;
        ui.horizontal_wrapped(|ui| {
            ui.label(theme::bold(&number));
            mark(ui, &state, ink, ground);
            ui.label(theme::small(shown(line.date.date())).color(p.muted));
        });
        let kind = choices::document(line.number.kind());
        let about = line.description.as_deref().unwrap_or_default();
        let about = if about.is_empty() { kind.to_owned() } else { words::kind_about(kind, about) };
        ui.add(egui::Label::new(RichText::new(about).color(p.muted)).wrap());
        if let Some(old) = line.replaces {
            ui.label(theme::small(words::replaces(old)).color(p.muted));
        }
        if let Some(withdrawal) = &line.withdrawal {
            let reason = withdrawal.reason.as_deref().unwrap_or_default();
            ui.add(egui::Label::new(theme::small(words::withdrawn_because(reason))).wrap());
        }
        ui.horizontal_wrapped(|ui| {
            let mut act = |icon, name: &str, action| {
                if icon_button_about(ui, icon, name, &number).clicked() {
                    actions.push(Action::Document(action));
                }
            };
            act(Icon::Eye, words::OPEN, DocumentAction::Open(line.number));
            act(Icon::Printer, register::PRINT, DocumentAction::Print(line.number));
            act(Icon::Save, words::SAVE_ISSUED, DocumentAction::SaveIssued(line.number));
            if school.duplicates {
                act(Icon::Copy, words::SAVE_DUPLICATE, DocumentAction::SaveDuplicate(line.number));
            }
            if line.withdrawal.is_none() {
                act(Icon::Ban, words::WITHDRAW, DocumentAction::AskWithdraw(line.number));
            }
        });
    });
}
