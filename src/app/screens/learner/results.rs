//! Components with a result that are no werkproces: kept for other documents than a praktijkverklaring.

use egui::{Align, Layout, RichText, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::action::{Action, KwalificatieFor};
use crate::app::dialogs::Dialog;
use crate::app::pages::LearnerPage;
use crate::app::screens::card_ui;
use crate::app::screens::learner::kwalificatie::Named;
use crate::app::screens::learner::{Desk, forms};
use crate::app::theme::{self, CONTROL, palette};
use crate::app::widgets::button::{bare_icon_about, icon_button};
use crate::app::widgets::field::{Form, Whose, fields_ui};
use crate::app::widgets::pick::Pick;
use crate::catalogue::Catalogue;
use crate::changes::Change;
use crate::domain::mbo_verklaring::RESULTS;
use crate::domain::{
    ComponentKind, ExamComponent, ExamComponentField, PartCode, RecordKind, Spot, Stored,
};
use crate::texts::{choices, documents as words, window as text};

const RESULT: [ExamComponentField; 3] =
    [ExamComponentField::Result, ExamComponentField::ResultOn, ExamComponentField::Partial];
/// What a certificaat needs beside the result.
const DECISION: [ExamComponentField; 3] = [
    ExamComponentField::DecidedOn,
    ExamComponentField::Requirements,
    ExamComponentField::Traineeship,
];
const DOSSIER: [ExamComponentField; 2] =
    [ExamComponentField::Dossier, ExamComponentField::DossierCrebo];

/// Draws them.
pub(crate) fn ui(ui: &mut Ui, desk: &mut Desk<'_, '_>) {
    let (page, catalogue) = (desk.page, &desk.session.catalogue);
    let options = [(RecordKind::Traineeship, traineeships(page))];
    let (route, today) = (desk.form.route, desk.today);
    let Form { drafts, actions, point, .. } = &mut desk.form;
    let mut form = Form { drafts, actions, point, options: &options, route, today };
    card_ui(ui, text::OTHER_RESULTS, |ui| {
        ui.label(theme::small(text::OTHER_RESULTS_TEXT).color(palette(ui).muted));
        let add = icon_button(ui, Icon::Plus, text::ADD_COMPONENT);
        let (kind, id) = (RecordKind::Learner, page.learner.id.raw());
        if *form.point == Some(Spot { kind, id, field: RESULTS }) {
            add.request_focus();
            add.scroll_to_me(Some(Align::Center));
            *form.point = None;
        }
        if add.clicked() {
            let (learner, pick) = (page.learner.id, Pick::default());
            form.actions.push(Action::Ask(Dialog::Component { learner, pick }));
        }
        for component in
            page.components.iter().filter(|c| c.value.kind != ComponentKind::Werkproces)
        {
            ui.push_id(component.id.raw(), |ui| result_ui(ui, &mut form, component, catalogue));
        }
    });
}

/// Where something may have been learnt, by the name of the leerbedrijf.
fn traineeships(page: &LearnerPage) -> Vec<(i64, String)> {
    let name = |name: &str| {
        if name.is_empty() { text::NO_LEERBEDRIJF_NAME.to_owned() } else { name.to_owned() }
    };
    let views = page.traineeships.iter();
    views.map(|view| (view.traineeship().id.raw(), name(view.leerbedrijf_name()))).collect()
}

fn result_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    component: &Stored<ExamComponent>,
    catalogue: &Catalogue,
) {
    let Stored { id, value } = component;
    ui.add(egui::Separator::default().spacing(theme::STEP));
    head_ui(ui, form, component);
    let whose = Whose::Other(id.raw());
    match value.kind {
        ComponentKind::Werkproces | ComponentKind::Specifiek | ComponentKind::Generiek => {
            fields_ui(ui, form, whose, value, &RESULT);
        }
        ComponentKind::Keuzedeel => {
            let mut fields = RESULT.to_vec();
            fields.push(ExamComponentField::Certificate);
            if value.certificate {
                fields.extend(DECISION);
            }
            fields_ui(ui, form, whose, value, &fields);
        }
        ComponentKind::CertificaatOnderdeel => {
            fields_ui(ui, form, whose, value, &RESULT);
            let kwalificatie = kwalificatie_of(component);
            kwalificatie.ui(ui, form, catalogue);
            let mut fields = Vec::new();
            if kwalificatie.asks_niveau() {
                fields.push(ExamComponentField::Niveau);
            }
            fields.extend(DOSSIER);
            fields.extend(DECISION);
            fields_ui(ui, form, whose, value, &fields);
        }
    }
}

fn head_ui(ui: &mut Ui, form: &mut Form<'_>, component: &Stored<ExamComponent>) {
    let p = palette(ui);
    let Stored { id, value } = component;
    let code = value.code.as_ref().map_or("", PartCode::as_str);
    let about = value.title.as_str();
    let size = Vec2::new(ui.available_width(), CONTROL);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        if bare_icon_about(ui, Icon::Trash2, text::REMOVE_COMPONENT, about).clicked() {
            form.actions.push(Action::Apply(Change::Remove(RecordKind::ExamComponent, id.raw())));
        }
        if bare_icon_about(ui, Icon::Pencil, text::CORRECT_COMPONENT, about).clicked() {
            form.actions.push(Action::Ask(forms::correction(component)));
        }
        ui.label(theme::small(choices::component_kind(value.kind)).color(p.muted));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if !code.is_empty() {
                ui.label(RichText::new(code).color(p.muted));
            }
            ui.add(egui::Label::new(theme::bold(about)).truncate());
        });
    });
}

fn kwalificatie_of(component: &Stored<ExamComponent>) -> Named<'_> {
    let Stored { id, value } = component;
    Named {
        label: words::KWALIFICATIE_OF_ONDERDEEL,
        kind: RecordKind::ExamComponent,
        id: id.raw(),
        fields: ["kwalificatie", "crebo", "niveau"],
        crebo: value.crebo.as_ref(),
        name: value.kwalificatie.as_ref(),
        niveau: value.niveau,
        begin: value.result_on,
        purpose: KwalificatieFor::Component(*id),
    }
}
