//! What the school wants of its documents: what they say beside what they must, who signs them, and where a certificaat
//! stands on its own paper.

use egui::{RichText, Ui};
use lucide_icons::Icon;

use crate::app::action::{Action, DocumentAction};
use crate::app::dialogs::Dialog;
use crate::app::screens::card_ui;
use crate::app::session::Session;
use crate::app::theme::{self, CONTROL, palette};
use crate::app::widgets::button::{icon_button, icon_button_about};
use crate::app::widgets::field::{Form, Whose, compact_field_ui, fields_ui};
use crate::changes::Change;
use crate::domain::{
    Ondertekenaar, OndertekenaarField, PersonName, RecordKind, School, SchoolField, Stored,
};
use crate::texts::{common, documents as words, window as text};

const PRAKTIJKVERKLARING: [SchoolField; 2] = [SchoolField::Nlqf, SchoolField::SchoolBlock];
const CERTIFICAAT: [SchoolField; 4] = [
    SchoolField::NoNlqf,
    SchoolField::WithResult,
    SchoolField::WithLeerweg,
    SchoolField::WithLeerbedrijf,
];
const ALL_KINDS: [SchoolField; 2] = [SchoolField::Duplicates, SchoolField::NamesInFiles];
const SHIFT: [SchoolField; 2] = [SchoolField::ShiftRight, SchoolField::ShiftDown];
const SIGNER: [OndertekenaarField; 3] =
    [OndertekenaarField::Naam, OndertekenaarField::Functie, OndertekenaarField::Signs];

/// The one row of the school.
const SCHOOL: Whose = Whose::Page(1);

/// Draws the three cards.
pub(crate) fn ui(ui: &mut Ui, form: &mut Form<'_>, session: &Session) {
    signers_ui(ui, form, session);
    card_ui(ui, words::SETTINGS, |ui| {
        let school = &session.school;
        ui.label(theme::bold(words::SETTINGS_PRAKTIJKVERKLARING));
        flags_ui(ui, form, school, &PRAKTIJKVERKLARING);
        if school.school_block {
            fields_ui(ui, form, SCHOOL, school, &[SchoolField::SchoolBlockText]);
        }
        ui.label(theme::bold(words::SETTINGS_CERTIFICAAT));
        flags_ui(ui, form, school, &CERTIFICAAT);
        ui.label(theme::bold(words::SETTINGS_ALL_KINDS));
        flags_ui(ui, form, school, &ALL_KINDS);
    });
    card_ui(ui, words::SECURE_PAPER, |ui| {
        ui.add(egui::Label::new(RichText::new(words::SECURE_PAPER_TEXT).color(palette(ui).muted)));
        fields_ui(ui, form, SCHOOL, &session.school, &SHIFT);
        if icon_button(ui, Icon::Ruler, words::MAKE_CALIBRATION).clicked() {
            form.actions.push(Action::Document(DocumentAction::SaveCalibration));
        }
    });
}

/// What can be ticked, one below the other: their words are sentences.
fn flags_ui(ui: &mut Ui, form: &mut Form<'_>, school: &School, fields: &[SchoolField]) {
    let width = ui.available_width();
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for field in fields {
            compact_field_ui(ui, form, SCHOOL, school, *field, width);
        }
    });
}

fn signers_ui(ui: &mut Ui, form: &mut Form<'_>, session: &Session) {
    card_ui(ui, words::SIGNERS, |ui| {
        let muted = palette(ui).muted;
        ui.add(egui::Label::new(RichText::new(words::SIGNERS_TEXT).color(muted)).wrap());
        for Stored { id, value } in &session.ondertekenaars {
            ui.push_id(("ondertekenaar", id.raw()), |ui| {
                fields_ui(ui, form, Whose::Other(id.raw()), value, &SIGNER);
                let naam = value.naam.as_ref().map_or("", PersonName::as_str).to_owned();
                let what = common::named(naam);
                if icon_button_about(ui, Icon::Trash2, text::REMOVE, &what).clicked() {
                    let kind = RecordKind::Ondertekenaar;
                    form.actions.push(Action::Ask(Dialog::Remove { kind, id: id.raw(), what }));
                }
                ui.add(egui::Separator::default().spacing(CONTROL / 2.0));
            });
        }
        let add = icon_button(ui, Icon::UserPlus, words::NEW_SIGNER);
        // Where nobody signs yet, this is what mends it.
        if form.point.is_some_and(|spot| spot.kind == RecordKind::Ondertekenaar && spot.id == 0) {
            add.request_focus();
            add.scroll_to_me(Some(egui::Align::Center));
            *form.point = None;
        }
        if add.clicked() {
            let new = Change::Add(Ondertekenaar::blank().into());
            form.actions.push(Action::AddThenPoint(new, "naam"));
        }
    });
}
