//! Where the learner learns in practice: one card for each traineeship.

use egui::Ui;
use lucide_icons::Icon;

use crate::app::action::{Action, KwalificatieFor, Place};
use crate::app::dialogs::{Dialog, RecordDialog};
use crate::app::pages::TraineeshipView;
use crate::app::screens::card_ui;
use crate::app::screens::learner::Desk;
use crate::app::screens::learner::kwalificatie::Named;
use crate::app::theme::{self, palette};
use crate::app::widgets::button::{empty, icon_button, main_button};
use crate::app::widgets::field::{Form, Whose, fields_ui};
use crate::app::widgets::pick::Pick;
use crate::catalogue::Catalogue;
use crate::domain::{
    Praktijkopleider, RecordKind, ShortText, Stored, Traineeship, TraineeshipField,
};
use crate::texts::{common, window as text};

const WHO: [TraineeshipField; 2] = [TraineeshipField::Praktijkopleider, TraineeshipField::Status];
const PERIOD: [TraineeshipField; 6] = [
    TraineeshipField::From,
    TraineeshipField::To,
    TraineeshipField::HoursAgreed,
    TraineeshipField::HoursRealised,
    TraineeshipField::HoursEstimated,
    TraineeshipField::Assessment,
];
const AGREEMENT: [TraineeshipField; 5] = [
    TraineeshipField::Agreement,
    TraineeshipField::SignedSchool,
    TraineeshipField::SignedLearner,
    TraineeshipField::SignedLeerbedrijf,
    TraineeshipField::SignedParent,
];

/// Draws the traineeships.
pub(crate) fn ui(ui: &mut Ui, desk: &mut Desk<'_, '_>) {
    let ask = Dialog::Leerbedrijf { learner: desk.page.learner.id, pick: Pick::default() };
    if desk.page.traineeships.is_empty() {
        let words = text::no_traineeships_text(desk.form.route);
        empty(ui, Icon::Briefcase, text::NO_TRAINEESHIPS, &words);
        ui.vertical_centered(|ui| {
            if main_button(ui, Icon::Plus, text::NEW_TRAINEESHIP).clicked() {
                desk.form.actions.push(Action::Ask(ask));
            }
        });
        return;
    }
    ui.horizontal(|ui| {
        if main_button(ui, Icon::Plus, text::NEW_TRAINEESHIP).clicked() {
            desk.form.actions.push(Action::Ask(ask));
        }
    });
    let page = desk.page;
    for view in &page.traineeships {
        let options =
            view.praktijkopleiders.iter().map(|p| (p.id.raw(), name_of(&p.value))).collect();
        let options = [(RecordKind::Praktijkopleider, options)];
        let (route, today) = (desk.form.route, desk.today);
        let Form { drafts, actions, point, .. } = &mut desk.form;
        let mut form = Form { drafts, actions, point, options: &options, route, today };
        let catalogue = &desk.session.catalogue;
        ui.push_id(view.traineeship().id.raw(), |ui| card(ui, &mut form, view, catalogue));
    }
}

/// What is known of someone's name, or that it is not.
pub(crate) fn name_of(praktijkopleider: &Praktijkopleider) -> String {
    common::named(praktijkopleider.known_name())
}

fn card(ui: &mut Ui, form: &mut Form<'_>, view: &TraineeshipView, catalogue: &Catalogue) {
    let Stored { id, value } = view.traineeship();
    let company = &view.concept.leerbedrijf;
    let place = company.value.vestigingsplaats.as_ref().map_or("", ShortText::as_str);
    let name = Some(view.leerbedrijf_name()).filter(|name| !name.is_empty());
    card_ui(ui, name.unwrap_or(text::NO_LEERBEDRIJF_NAME), |ui| {
        ui.label(theme::small(place).color(palette(ui).muted));
        ui.horizontal_wrapped(|ui| {
            if icon_button(ui, Icon::Building2, text::TO_LEERBEDRIJF).clicked() {
                form.actions.push(Action::Go(Place::Leerbedrijf(company.id)));
            }
            if icon_button(ui, Icon::UserPlus, text::NEW_PRAKTIJKOPLEIDER).clicked() {
                form.actions.push(Action::Ask(new_praktijkopleider(view)));
            }
        });
        let whose = Whose::Other(id.raw());
        fields_ui(ui, form, whose, value, &WHO);
        let kwalificatie = kwalificatie_of(view.traineeship());
        kwalificatie.ui(ui, form, catalogue);
        if kwalificatie.asks_niveau() {
            fields_ui(ui, form, whose, value, &[TraineeshipField::Niveau]);
        }
        ui.add_space(theme::STEP);
        ui.label(theme::bold(text::GROUP_PERIOD));
        fields_ui(ui, form, whose, value, &PERIOD);
        ui.label(theme::bold(text::GROUP_AGREEMENT));
        fields_ui(ui, form, whose, value, &AGREEMENT);
        fields_ui(ui, form, whose, value, &[TraineeshipField::Note]);
        if icon_button(ui, Icon::Trash2, text::REMOVE_TRAINEESHIP).clicked() {
            let what = text::traineeship_at(name.unwrap_or(text::NO_LEERBEDRIJF_NAME));
            let (kind, id) = (RecordKind::Traineeship, id.raw());
            form.actions.push(Action::Ask(Dialog::Remove { kind, id, what }));
        }
    });
}

/// A form for someone who signs for this traineeship from now on.
fn new_praktijkopleider(view: &TraineeshipView) -> Dialog {
    let company = view.concept.leerbedrijf.id.raw().to_string();
    Dialog::Record(RecordDialog {
        title: format!("{}: {}", text::NEW_PRAKTIJKOPLEIDER, view.leerbedrijf_name()),
        kind: RecordKind::Praktijkopleider,
        id: None,
        start: [("leerbedrijf", company)].into_iter().collect(),
        asked: vec!["voornaam", "voorvoegsel", "achternaam", "functie", "telefoon", "email"],
        required: &["voornaam", "achternaam"],
        signs_for: Some(view.traineeship().id),
    })
}

fn kwalificatie_of(traineeship: &Stored<Traineeship>) -> Named<'_> {
    let Stored { id, value } = traineeship;
    Named {
        label: text::KWALIFICATIE,
        kind: RecordKind::Traineeship,
        id: id.raw(),
        fields: ["kwalificatie", "crebo", "niveau"],
        crebo: value.crebo.as_ref(),
        name: value.kwalificatie.as_ref(),
        niveau: value.niveau,
        begin: value.from,
        purpose: KwalificatieFor::Traineeship(*id),
    }
}
