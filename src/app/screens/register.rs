//! A line of the register: under which number something was issued, when, whether it counts, and what can be done with it.

use egui::{Align, Label, Layout, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::action::{Action, Actions, DocumentAction, Place};
use crate::app::issued_rows::IssuedStatus;
use crate::app::theme::{self, CONTROL, STEP, palette};
use crate::app::widgets::button::{bare_icon_about, mark, name_link};
use crate::domain::School;
use crate::domain::day::shown;
use crate::store::RegisterLine;
use crate::texts::{choices, documents as words, register};

/// Draws it, for who knows whose it is.
pub(crate) fn line_ui(ui: &mut Ui, line: &RegisterLine, school: &School, actions: &mut Actions) {
    let p = palette(ui);
    let number = line.number.to_string();
    ui.push_id(&number, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        head_ui(ui, line, school, actions);
        let kind = choices::document(line.number.kind());
        let about = line.description.as_deref().unwrap_or_default();
        let about = if about.is_empty() { kind.to_owned() } else { words::kind_about(kind, about) };
        ui.add(Label::new(about).wrap());
        let mut under = vec![words::signed_on(&shown(line.date.date()))];
        under.extend(line.replaces.map(words::replaces));
        under.extend(line.replaced_by.map(words::replaced_by));
        for under in under {
            ui.label(theme::small(under).color(p.muted));
        }
        if let Some(withdrawal) = &line.withdrawal {
            let reason = withdrawal.reason.as_deref().unwrap_or_default();
            ui.add(Label::new(theme::small(words::withdrawn_because(reason))).wrap());
        }
        ui.add_space(STEP);
    });
}

/// The number leads to the page of the document; behind it what is done most.
fn head_ui(ui: &mut Ui, line: &RegisterLine, school: &School, actions: &mut Actions) {
    let p = palette(ui);
    let number = line.number.to_string();
    let acts = acts(line, school);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.spacing_mut().button_padding.x = 2.0 * STEP;
        let icons: f32 = acts.iter().map(|_| CONTROL).sum();
        let room = Vec2::new(ui.available_width() - icons, CONTROL);
        ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(room);
            ui.spacing_mut().item_spacing.x = 2.0 * STEP;
            if name_link(ui, theme::bold(&number)).clicked() {
                actions.push(Action::Go(Place::Document(line.number)));
            }
            let status = IssuedStatus::of(line);
            let (ink, ground) = match status {
                IssuedStatus::Valid => (p.good, p.good_soft),
                IssuedStatus::Withdrawn | IssuedStatus::Replaced => (p.bad, p.bad_soft),
            };
            mark(ui, status.word(), ink, ground);
        });
        for (icon, name, action) in acts {
            if bare_icon_about(ui, icon, name, &number).clicked() {
                actions.push(Action::Document(action));
            }
        }
    });
}

fn acts(line: &RegisterLine, school: &School) -> Vec<(Icon, &'static str, DocumentAction)> {
    let number = line.number;
    let mut acts = vec![
        (Icon::Eye, words::OPEN, DocumentAction::Open(number)),
        (Icon::Printer, register::PRINT, DocumentAction::Print(number)),
        (Icon::Save, words::SAVE_ISSUED, DocumentAction::SaveIssued(number)),
    ];
    if school.duplicates {
        acts.push((Icon::Copy, words::SAVE_DUPLICATE, DocumentAction::SaveDuplicate(number)));
    }
    if line.withdrawal.is_none() {
        acts.push((Icon::Ban, words::WITHDRAW, DocumentAction::AskWithdraw(number)));
    }
    acts
}
