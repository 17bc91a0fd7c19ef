//! Who the learner is.

use egui::{RichText, Ui};
use lucide_icons::Icon;

use crate::app::action::{Action, HandoverAction, KwalificatieFor};
use crate::app::dialogs::Dialog;
use crate::app::screens::card_ui;
use crate::app::screens::learner::Desk;
use crate::app::screens::learner::kwalificatie::Named;
use crate::app::theme::{self, palette};
use crate::app::widgets::button::icon_button;
use crate::app::widgets::field::{Whose, fields_ui};
use crate::domain::{LearnerField, RecordKind, Stored};
use crate::texts::{common, documents as words, handover, inzage, window as text};

const NAME: [LearnerField; 4] = [
    LearnerField::Voornamen,
    LearnerField::Voorvoegsel,
    LearnerField::Geslachtsnaam,
    LearnerField::Roepnaam,
];
const BIRTH: [LearnerField; 3] =
    [LearnerField::Geboortedatum, LearnerField::Geboorteplaats, LearnerField::Geboorteland];
const SCHOOL: [LearnerField; 8] = [
    LearnerField::Leerlingnummer,
    LearnerField::Groep,
    LearnerField::Begeleider,
    LearnerField::Route,
    LearnerField::Doelgroep,
    LearnerField::Status,
    LearnerField::Start,
    LearnerField::End,
];
/// What decides whether an mbo-verklaring is owed.
const ENDING: [LearnerField; 2] = [LearnerField::Startkwalificatie, LearnerField::Diploma];
const CONTACT: [LearnerField; 3] = [LearnerField::Email, LearnerField::Phone, LearnerField::Note];

/// Draws the fields.
pub(crate) fn ui(ui: &mut Ui, desk: &mut Desk<'_, '_>) {
    let learner = &desk.page.learner;
    let whose = Whose::Page(learner.id.raw());
    card_ui(ui, text::GROUP_NAME, |ui| {
        fields_ui(ui, &mut desk.form, whose, &learner.value, &NAME);
        let official = learner.value.name().official();
        // The line is there also without a name, so that nothing jumps when there is one.
        let said = if official.is_empty() { String::new() } else { text::name_on_paper(&official) };
        ui.label(RichText::new(said).color(palette(ui).muted));
    });
    card_ui(ui, text::GROUP_BIRTH, |ui| {
        fields_ui(ui, &mut desk.form, whose, &learner.value, &BIRTH);
    });
    card_ui(ui, text::GROUP_SCHOOL, |ui| {
        fields_ui(ui, &mut desk.form, whose, &learner.value, &SCHOOL);
    });
    if learner.id.raw() != 0 {
        card_ui(ui, words::GROUP_OPLEIDING, |ui| opleiding_ui(ui, desk));
    }
    card_ui(ui, text::GROUP_CONTACT, |ui| {
        fields_ui(ui, &mut desk.form, whose, &learner.value, &CONTACT);
    });
    if learner.id.raw() == 0 {
        return;
    }
    ui.add_space(theme::STEP);
    let act = text::remove_learner(learner.value.route);
    ui.horizontal_wrapped(|ui| {
        if icon_button(ui, Icon::FileSearch, inzage::ACT).clicked() {
            desk.form.actions.push(Action::Ask(Dialog::Inzage(learner.id)));
        }
        if icon_button(ui, Icon::Send, handover::HAND_OVER).clicked() {
            desk.form.actions.push(Action::Handover(HandoverAction::Ask(learner.id)));
        }
        if icon_button(ui, Icon::Trash2, &act).clicked() {
            let what = common::named(learner.value.name().official());
            let (kind, id) = (RecordKind::Learner, learner.id.raw());
            desk.form.actions.push(Action::Ask(Dialog::Remove { kind, id, what }));
        }
    });
}

/// For what one is enrolled, and what an mbo-verklaring depends on.
fn opleiding_ui(ui: &mut Ui, desk: &mut Desk<'_, '_>) {
    let Stored { id, value } = &desk.page.learner;
    let opleiding = Named {
        label: words::OPLEIDING,
        kind: RecordKind::Learner,
        id: id.raw(),
        fields: ["opleiding", "opleiding-crebo", "opleiding-niveau"],
        crebo: value.opleiding_crebo.as_ref(),
        name: value.opleiding.as_ref(),
        niveau: value.opleiding_niveau,
        begin: value.start,
        purpose: KwalificatieFor::Learner(*id),
    };
    opleiding.ui(ui, &mut desk.form, &desk.session.catalogue);
    let mut fields = ENDING.to_vec();
    if opleiding.asks_niveau() {
        fields.insert(0, LearnerField::OpleidingNiveau);
    }
    fields_ui(ui, &mut desk.form, Whose::Page(id.raw()), value, &fields);
}
