//! What is asked before a document counts, said once it does, and asked before it counts no more.

use egui::{Align, Layout, RichText, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::action::{Action, Actions, DocumentAction};
use crate::app::dialogs::{Final, FinalBatch, MadeFinal, Withdrawing};
use crate::app::screens::dialogs::{First, acts_from, line_ui};
use crate::app::theme::{self, CONTROL, palette};
use crate::app::widgets::button::{icon_button, main_button, message, picture};
use crate::domain::day::shown;
use crate::domain::readiness::Warning;
use crate::domain::{DocumentKind, ShortText};
use crate::texts::{
    batch, choices, common, documents as words, fields, paper, readiness, register, window as text,
};

/// What is handed out, and what to look at once more.
pub(crate) fn final_ui(ui: &mut Ui, asked: &Final, actions: &mut Actions) {
    let p = palette(ui);
    let Final { wanted, person, about, place, date, route, warnings, sheets, replaces } = asked;
    ui.add(egui::Label::new(RichText::new(person).font(theme::strong(20.0))).wrap());
    ui.add(egui::Label::new(theme::bold(choices::document(wanted.kind()))).wrap());
    if !about.is_empty() {
        ui.add(egui::Label::new(RichText::new(about).color(p.muted)).wrap());
    }
    let signed = paper::signed(Some(&place.as_str().to_owned()), Some(date.date()));
    ui.label(RichText::new(words::to_be_signed(&signed)).color(p.muted));
    if let Some(old) = replaces {
        ui.add(egui::Label::new(words::would_replace(*old)).wrap());
    }
    // That it is owed is why it is made.
    let warnings = warnings.iter().filter(|warning| **warning != Warning::MboVerklaringOwed);
    let warnings = warnings.map(|warning| readiness::warning(*warning, *route));
    let sheets = sheets.map(words::more_sheets);
    let warnings: Vec<_> = warnings.chain(sheets).collect();
    if !warnings.is_empty() {
        theme::banner(p.warn_soft).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(theme::bold(text::WARNS).color(p.warn));
            for warning in warnings {
                ui.horizontal_top(|ui| {
                    picture(ui, Icon::TriangleAlert, 14.0, p.warn);
                    ui.add(egui::Label::new(warning).wrap());
                });
            }
        });
    }
    ui.add(egui::Label::new(words::FINAL_TEXT).wrap());
    acts_from(ui, Icon::FileCheck, words::FINAL_ACT, true, First::Cancel, actions);
}

/// How many, and when they are signed.
pub(crate) fn final_batch_ui(ui: &mut Ui, asked: &FinalBatch, actions: &mut Actions) {
    let FinalBatch { kind, count, warned, place, date } = asked;
    let what = RichText::new(batch::final_head(*count, *kind)).font(theme::strong(20.0));
    ui.add(egui::Label::new(what).wrap());
    let signed = paper::signed(Some(&place.as_str().to_owned()), Some(date.date()));
    ui.label(RichText::new(words::to_be_signed(&signed)).color(palette(ui).muted));
    if *warned > 0 {
        let p = palette(ui);
        message(ui, Icon::TriangleAlert, &batch::warned_of(*warned, *count), p.warn, p.warn_soft);
    }
    ui.add(egui::Label::new(batch::FINAL_QUESTION).wrap());
    acts_from(ui, Icon::FileCheck, words::FINAL_ACT, true, First::Cancel, actions);
}

/// Its number, and what to do next.
pub(crate) fn made_ui(ui: &mut Ui, made: &MadeFinal, actions: &mut Actions) {
    let MadeFinal { number, person } = made;
    let p = palette(ui);
    ui.horizontal(|ui| {
        picture(ui, Icon::CircleCheck, 20.0, p.good);
        ui.label(RichText::new(number.to_string()).font(theme::strong(20.0)));
    });
    let kind = choices::document(number.kind());
    ui.add(egui::Label::new(words::made_for(kind, person)).wrap());
    if number.kind() == DocumentKind::Certificaat {
        ui.add(egui::Label::new(words::ON_SECURE_PAPER).wrap());
    }
    ui.add_space(theme::STEP);
    let size = Vec2::new(ui.available_width(), CONTROL);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        let save = main_button(ui, Icon::Save, words::SAVE_AS_PDF);
        if ui.memory(|memory| memory.focused().is_none()) {
            save.request_focus();
        }
        if save.clicked() {
            actions.push(Action::Confirm);
        }
        for (icon, name, action) in [
            (Icon::Printer, register::PRINT, DocumentAction::Print(*number)),
            (Icon::Eye, words::OPEN, DocumentAction::Open(*number)),
        ] {
            if icon_button(ui, icon, name).clicked() {
                actions.push(Action::Document(action));
                actions.push(Action::CloseDialog);
            }
        }
        let close = egui::Button::new(common::CLOSE).min_size(Vec2::new(0.0, CONTROL));
        if ui.add(close).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

/// Which one, and why.
pub(crate) fn withdraw_ui(ui: &mut Ui, asked: &mut Withdrawing, actions: &mut Actions) {
    let p = palette(ui);
    let Withdrawing { number, learner: _, person, about, date, reason, asked } = asked;
    ui.label(RichText::new(number.to_string()).font(theme::strong(20.0)));
    ui.add(egui::Label::new(theme::bold(person.as_str())).wrap());
    let kind = choices::document(number.kind());
    let what = if about.is_empty() { kind.to_owned() } else { words::kind_about(kind, about) };
    ui.add(egui::Label::new(RichText::new(what).color(p.muted)).wrap());
    ui.label(RichText::new(words::signed_on(&shown(date.date()))).color(p.muted));
    ui.add(egui::Label::new(words::WITHDRAW_TEXT).wrap());
    if line_ui(ui, words::REASON, "", reason) {
        actions.push(Action::Confirm);
    }
    // The one stands where the other stood, so that nothing jumps.
    let below = match fields::error_in::<ShortText>(reason).filter(|_| *asked) {
        Some(error) => theme::small(error).color(p.bad),
        None => theme::small(words::REASON_HELP).color(p.muted),
    };
    ui.add(egui::Label::new(below).wrap());
    acts_from(ui, Icon::Ban, words::WITHDRAW_ACT, true, First::Elsewhere, actions);
}
