//! Where the learner learns in practice: one card for each traineeship.

use egui::{Button, Id, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::action::{Action, KwalificatieFor, Place};
use crate::app::dialogs::{Dialog, RecordDialog};
use crate::app::screens::card_ui;
use crate::app::screens::catalogue::out_of_force;
use crate::app::screens::learner::Desk;
use crate::app::session::TraineeshipView;
use crate::app::theme::{self, CONTROL, palette};
use crate::app::widgets::button::{empty, icon_button, main_button, mark};
use crate::app::widgets::field::{Form, Whose, fields_ui};
use crate::app::widgets::pick::Pick;
use crate::catalogue::Catalogue;
use crate::domain::{
    Crebo, Day, Niveau, Praktijkopleider, RecordKind, ShortText, Spot, Stored, Title, Traineeship,
    TraineeshipField,
};
use crate::texts::{common, window as text};

const WHO: [TraineeshipField; 2] = [TraineeshipField::Praktijkopleider, TraineeshipField::Status];
const PERIOD: [TraineeshipField; 5] = [
    TraineeshipField::From,
    TraineeshipField::To,
    TraineeshipField::HoursAgreed,
    TraineeshipField::HoursRealised,
    TraineeshipField::HoursEstimated,
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
        kwalificatie_ui(ui, form, view.traineeship(), catalogue);
        if value.crebo.is_some() && value.niveau.is_none() {
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

/// Code, name and level of a kwalificatie in one line.
pub(crate) fn kwalificatie_line(
    crebo: Option<&Crebo>,
    name: Option<&Title>,
    niveau: Option<Niveau>,
) -> String {
    let niveau = niveau.map(|niveau| format!("({})", niveau.in_words()));
    let parts = [crebo.map(Crebo::as_str), name.map(Title::as_str), niveau.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The kwalificatie is chosen as a whole: number, name and level belong together.
fn kwalificatie_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    traineeship: &Stored<Traineeship>,
    catalogue: &Catalogue,
) {
    let Traineeship { crebo, kwalificatie, niveau, from, .. } = &traineeship.value;
    let shown = kwalificatie_line(crebo.as_ref(), kwalificatie.as_ref(), *niveau);
    ui.spacing_mut().item_spacing.y = 2.0;
    let label = ui.label(theme::small(text::KWALIFICATIE).color(palette(ui).muted));
    let words = if shown.is_empty() { text::CHOOSE_KWALIFICATIE } else { shown.as_str() };
    let width = ui.available_width().min(2.0 * theme::FIELD + 120.0);
    let id = Id::unique(("kwalificatie of", traineeship.id.raw()));
    let known = crebo.as_ref().and_then(|crebo| catalogue.kwalificatie(crebo));
    let begin = from.unwrap_or(Day::new(form.today));
    let response = ui
        .horizontal_wrapped(|ui| {
            let button = Button::new(words).truncate().right_text(theme::icon(Icon::ChevronRight));
            let add = |ui: &mut Ui| ui.add(button.min_size(Vec2::new(width, CONTROL)));
            let response = ui.push_id(id, add).inner.labelled_by(label.id);
            let p = palette(ui);
            for line in known.map(|known| out_of_force(known, begin)).unwrap_or_default() {
                mark(ui, &line, p.warn, p.warn_soft);
            }
            response
        })
        .inner;
    let no_crebo = crebo.is_none();
    let meant = |spot: Spot| {
        spot.kind == RecordKind::Traineeship
            && spot.id == traineeship.id.raw()
            && (["kwalificatie", "crebo"].contains(&spot.field)
                || no_crebo && spot.field == "niveau")
    };
    if form.point.is_some_and(meant) {
        response.request_focus();
        response.scroll_to_me(Some(egui::Align::Center));
        *form.point = None;
    }
    if response.clicked() {
        let purpose = KwalificatieFor::Traineeship(traineeship.id);
        form.actions.push(Action::Ask(Dialog::Kwalificatie { purpose, pick: Pick::default() }));
    }
    ui.add_space(theme::STEP);
}
