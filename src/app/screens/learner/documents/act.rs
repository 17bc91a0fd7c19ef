//! Place and date of signing, and what can be done with the document.

use egui::{RichText, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::action::{Action, DocumentAction};
use crate::app::offers::Offer;
use crate::app::pages::Signing;
use crate::app::screens::changed;
use crate::app::theme::{self, palette};
use crate::app::widgets::button::{icon_button, main_button, message};
use crate::app::widgets::field::{Form, line_box};
use crate::app::widgets::search::mark_loose;
use crate::domain::{Day, DocumentKind, DocumentNumber, Entry as _, FieldError, ShortText};
use crate::issuing::Changed;
use crate::texts::{common, documents as words, fields, register, window as text};

pub(crate) const PLACE: &str = text::SIGNING_PLACE;
pub(crate) const DATE: &str = text::SIGNING_DATE;

/// The two fields: the same for all documents of one sitting.
pub(crate) fn signing_ui(ui: &mut Ui, signing: &mut Signing) {
    ui.label(theme::bold(text::SIGNING));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 3.0 * theme::STEP;
        let room = ui.available_width() - 3.0 * theme::STEP;
        let error = ShortText::parse(&signing.place).err();
        field_ui(ui, PLACE, "", &mut signing.place, error, (room * 0.58).min(280.0));
        let error = Day::parse(&signing.date).err();
        field_ui(ui, DATE, common::DAY_FORM, &mut signing.date, error, (room * 0.42).min(200.0));
    });
}

fn field_ui(
    ui: &mut Ui,
    label: &str,
    placeholder: &str,
    typed: &mut String,
    error: Option<FieldError>,
    width: f32,
) {
    let p = palette(ui);
    ui.allocate_ui(Vec2::new(width, 72.0), |ui| {
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 2.0;
            if error.is_some() {
                ui.visuals_mut().widgets.inactive.bg_stroke = egui::Stroke::new(1.5, p.bad);
            }
            let name = ui.label(theme::small(label).color(p.muted));
            ui.add(
                line_box(typed, egui::Id::unique(label), width)
                    .hint_text(RichText::new(placeholder).color(p.muted)),
            )
            .labelled_by(name.id);
            mark_loose(ui, egui::Id::unique(label));
            if let Some(error) = error {
                ui.label(theme::small(fields::error(error)).color(p.bad));
            }
        });
    });
}

/// The buttons.
pub(crate) fn ui(ui: &mut Ui, form: &mut Form<'_>, offer: &Offer) {
    let wanted = offer.wanted();
    let mut act = |action| form.actions.push(Action::Document(action));
    if let Some(number) = offer.replaces {
        ui.add(egui::Label::new(words::would_replace(number)).wrap());
    }
    ui.horizontal_wrapped(|ui| {
        if offer.kind() == DocumentKind::Overneemblad {
            if main_button(ui, Icon::Save, words::SAVE_SHEET).clicked() {
                act(DocumentAction::Save(wanted));
            }
            return;
        }
        let name = if offer.replaces.is_some() { words::MAKE_BETTER } else { words::MAKE_FINAL };
        let ready = offer.missing.is_empty();
        if ui.add_enabled_ui(ready, |ui| main_button(ui, Icon::FileCheck, name)).inner.clicked() {
            act(DocumentAction::AskFinal(wanted));
        }
        if icon_button(ui, Icon::Save, words::SAVE_CONCEPT).clicked() {
            act(DocumentAction::Save(wanted));
        }
    });
}

/// It was made: under which number, and what to do when it is not right.
pub(crate) fn issued_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    number: DocumentNumber,
    differs: Option<&Changed>,
) {
    let p = palette(ui);
    message(ui, Icon::FileCheck, &words::made_as(number), p.good, p.good_soft);
    let mut act = |ui: &mut Ui, icon, name, action| {
        if icon_button(ui, icon, name).clicked() {
            form.actions.push(Action::Document(action));
        }
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0 * theme::STEP;
        act(ui, Icon::Eye, words::OPEN, DocumentAction::Open(number));
        act(ui, Icon::Printer, register::PRINT, DocumentAction::Print(number));
        act(ui, Icon::Save, words::SAVE_ISSUED, DocumentAction::SaveIssued(number));
    });
    match differs {
        Some(differs) => changed::ui(ui, differs),
        None => {
            ui.add(egui::Label::new(RichText::new(words::NOT_RIGHT).color(p.muted)).wrap());
        }
    }
    act(ui, Icon::Ban, words::WITHDRAW, DocumentAction::AskWithdraw(number));
}
