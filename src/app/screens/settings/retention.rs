//! How long each kind of data is kept, and what goes when someone is forgotten.

use egui::{RichText, Ui};
use lucide_icons::Icon;

use crate::app::action::{Action, PastPart, Place};
use crate::app::screens::card_ui;
use crate::app::session::Session;
use crate::app::theme::{self, palette};
use crate::app::widgets::button::icon_button;
use crate::app::widgets::field::{Form, Whose, fields_ui};
use crate::domain::SchoolField;
use crate::domain::retention::DataKind;
use crate::texts::past as text;

pub(super) const FIELDS: [SchoolField; 5] = [
    SchoolField::KeepSubsidy,
    SchoolField::KeepExams,
    SchoolField::KeepAftercare,
    SchoolField::KeepRest,
    SchoolField::PapersStay,
];

/// Draws the part.
pub(super) fn ui(ui: &mut Ui, form: &mut Form<'_>, session: &Session) {
    let muted = |ui: &mut Ui, words: &str| {
        let words = RichText::new(words).color(palette(ui).muted);
        ui.add(egui::Label::new(words).wrap());
    };
    card_ui(ui, text::TERMS, |ui| {
        muted(ui, text::TERMS_TEXT);
        for (kind, field) in DataKind::ALL.iter().zip(FIELDS) {
            fields_ui(ui, form, Whose::Page(1), &session.school, &[field]);
            ui.add_space(-theme::STEP);
            let basis = theme::small(text::basis(*kind)).color(palette(ui).muted);
            ui.add(egui::Label::new(basis).wrap());
            ui.add_space(3.0 * theme::STEP);
        }
        if icon_button(ui, Icon::Hourglass, text::TO_RETENTION).clicked() {
            form.actions.push(Action::Go(Place::Past(PastPart::Retention)));
        }
    });
    card_ui(ui, text::PAPERS, |ui| {
        fields_ui(ui, form, Whose::Page(1), &session.school, &[SchoolField::PapersStay]);
        muted(ui, text::PAPERS_TEXT);
    });
    card_ui(ui, text::PEOPLE, |ui| muted(ui, text::PEOPLE_TEXT));
}
