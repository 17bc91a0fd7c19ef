//! What the learner learns: for each traineeship the werkprocessen on the scale, and other components with a result.

use egui::{Align, Layout, RichText, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::action::{Action, KwalificatieFor};
use crate::app::dialogs::Dialog;
use crate::app::pages::TraineeshipView;
use crate::app::screens::card_ui;
use crate::app::screens::learner::kwalificatie::line as kwalificatie_line;
use crate::app::screens::learner::traineeships::name_of;
use crate::app::screens::learner::{Desk, forms, results, scale};
use crate::app::theme::{self, CONTROL, palette};
use crate::app::widgets::button::{bare_icon_about, empty, icon_button, mark};
use crate::app::widgets::field::{Form, Whose, compact_field_ui};
use crate::app::widgets::pick::Pick;
use crate::changes::Change;
use crate::domain::verklaring::WERKPROCESSEN;
use crate::domain::{
    Choice as _, ComponentKind, Evidence, ExamComponent, ExamComponentField, PartCode, RecordKind,
    Scale, ShortText, Spot, Stored, Title,
};
use crate::texts::window as text;

/// Draws the components.
pub(crate) fn ui(ui: &mut Ui, desk: &mut Desk<'_, '_>) {
    let page = desk.page;
    if page.traineeships.is_empty() && page.components.is_empty() {
        let words = text::no_components_text(desk.form.route);
        empty(ui, Icon::ListChecks, text::NO_COMPONENTS, &words);
    }
    for view in &page.traineeships {
        let options =
            view.praktijkopleiders.iter().map(|p| (p.id.raw(), name_of(&p.value))).collect();
        let options = [(RecordKind::Praktijkopleider, options)];
        let (route, today, evidence) = (desk.form.route, desk.today, &page.evidence);
        let Form { drafts, actions, point, .. } = &mut desk.form;
        let mut form = Form { drafts, actions, point, options: &options, route, today };
        ui.push_id(("components of", view.traineeship().id.raw()), |ui| {
            traineeship_ui(ui, &mut form, view, evidence, desk.today);
        });
    }
    results::ui(ui, desk);
}

type EvidenceOf = std::collections::BTreeMap<i64, Vec<Stored<Evidence>>>;

fn traineeship_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    view: &TraineeshipView,
    evidence: &EvidenceOf,
    today: jiff::civil::Date,
) {
    let traineeship = view.traineeship();
    let name = Some(view.leerbedrijf_name()).filter(|name| !name.is_empty());
    let value = &traineeship.value;
    card_ui(ui, name.unwrap_or(text::NO_LEERBEDRIJF_NAME), |ui| {
        let line =
            kwalificatie_line(value.crebo.as_ref(), value.kwalificatie.as_ref(), value.niveau);
        let line = if line.is_empty() { text::KWALIFICATIE_FIRST } else { line.as_str() };
        ui.label(RichText::new(line).color(palette(ui).muted));
        choose_ui(ui, form, view);
        let mut werkprocessen: Vec<&Stored<ExamComponent>> = view
            .concept
            .components
            .iter()
            .filter(|c| c.value.kind == ComponentKind::Werkproces)
            .collect();
        werkprocessen.sort_by_key(|c| {
            let extra = c.value.crebo.as_ref().filter(|_| view.concept.is_extra(&c.value));
            (extra.cloned(), c.value.sort_key(), c.id)
        });
        if werkprocessen.is_empty() {
            ui.label(RichText::new(text::NO_WERKPROCESSEN).color(palette(ui).muted));
        }
        let mut kerntaak = (false, String::new());
        for component in werkprocessen {
            let extra = view.concept.is_extra(&component.value);
            let heading = (extra, heading_of(&component.value, extra));
            if heading != kerntaak {
                heading_ui(ui, &heading.1, extra);
                kerntaak = heading;
            }
            let notes = evidence.get(&component.id.raw()).map(Vec::as_slice).unwrap_or_default();
            ui.push_id(component.id.raw(), |ui| werkproces_ui(ui, form, component, notes, today));
        }
    });
}

fn choose_ui(ui: &mut Ui, form: &mut Form<'_>, view: &TraineeshipView) {
    let traineeship = view.traineeship();
    ui.horizontal_wrapped(|ui| {
        let choose = icon_button(ui, Icon::ListChecks, text::CHOOSE_WERKPROCESSEN);
        let meant = |spot: Spot| spot.id == traineeship.id.raw() && spot.field == WERKPROCESSEN;
        if form.point.is_some_and(meant) {
            choose.request_focus();
            choose.scroll_to_me(Some(egui::Align::Center));
            *form.point = None;
        }
        if choose.clicked() {
            form.actions.push(Action::Ask(forms::werkprocessen(view)));
        }
        if icon_button(ui, Icon::Plus, text::EXTRA_WERKPROCESSEN).clicked() {
            let purpose = KwalificatieFor::Extra(traineeship.id);
            form.actions.push(Action::Ask(Dialog::Kwalificatie { purpose, pick: Pick::default() }));
        }
        if icon_button(ui, Icon::Pencil, text::OWN_WERKPROCES).clicked() {
            form.actions.push(Action::Ask(forms::own_werkproces(view)));
        }
    });
}

/// The kerntaak above its werkprocessen, as on paper.
fn heading_of(component: &ExamComponent, extra: bool) -> String {
    let code = component.code.as_ref().map_or("", PartCode::kerntaak);
    let title = component.kerntaak.as_ref().map_or("", Title::as_str);
    let kerntaak =
        [code, title].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join("  ");
    if !extra {
        return kerntaak;
    }
    let kwalificatie = kwalificatie_line(
        component.crebo.as_ref(),
        component.kwalificatie.as_ref(),
        component.niveau,
    );
    format!("{kwalificatie}: {kerntaak}")
}

fn heading_ui(ui: &mut Ui, heading: &str, extra: bool) {
    let p = palette(ui);
    ui.add_space(theme::STEP);
    ui.horizontal(|ui| {
        if extra {
            mark(ui, text::EXTRA, p.warn, p.warn_soft);
        }
        ui.add(egui::Label::new(theme::bold(heading)).wrap());
    });
}

/// The room for the code, so that titles stand below each other.
const CODE: f32 = 92.0;
/// Below this width the scale stands under the title.
const NARROW: f32 = 800.0;

fn werkproces_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    component: &Stored<ExamComponent>,
    notes: &[Stored<Evidence>],
    today: jiff::civil::Date,
) {
    let Stored { id, value } = component;
    let about = value.title.as_str();
    let narrow = ui.available_width() < NARROW;
    let size = Vec2::new(ui.available_width(), CONTROL);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Min), |ui| {
        if bare_icon_about(ui, Icon::Trash2, text::REMOVE_COMPONENT, about).clicked() {
            form.actions.push(Action::Apply(Change::Remove(RecordKind::ExamComponent, id.raw())));
        }
        if bare_icon_about(ui, Icon::StickyNote, text::ADD_EVIDENCE, about).clicked() {
            form.actions.push(Action::Ask(forms::evidence(component, None, today)));
        }
        if bare_icon_about(ui, Icon::Pencil, text::CORRECT_COMPONENT, about).clicked() {
            form.actions.push(Action::Ask(forms::correction(component)));
        }
        if !narrow {
            scale_ui(ui, form, component);
        }
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| title_ui(ui, value));
    });
    if narrow {
        indented(ui, |ui| scale_ui(ui, form, component));
    }
    if value.scale == Some(Scale::Able) {
        indented(ui, |ui| established_ui(ui, form, component));
    }
    for note in notes {
        indented(ui, |ui| evidence_ui(ui, form, component, note, today));
    }
    ui.add(egui::Separator::default().spacing(theme::STEP));
}

fn indented(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.add_space(CODE + 2.0 * theme::STEP);
        contents(ui);
    });
}

fn title_ui(ui: &mut Ui, component: &ExamComponent) {
    let p = palette(ui);
    let code = component.code.as_ref().map_or("", PartCode::as_str);
    ui.allocate_ui_with_layout(
        Vec2::new(CODE, CONTROL),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.set_width(CODE);
            ui.add(egui::Label::new(RichText::new(code).color(p.muted)).truncate());
        },
    );
    let size = Vec2::new(ui.available_width(), CONTROL);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.add_space(7.0);
        ui.add(egui::Label::new(component.title.as_str()).wrap());
    });
}

/// The widths that the scale and the fields beside the words take.
const SCALE: f32 = 408.0;
const DAY: f32 = 156.0;
const PERSON: f32 = 260.0;

fn scale_ui(ui: &mut Ui, form: &mut Form<'_>, component: &Stored<ExamComponent>) {
    let Stored { id, value } = component;
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(Vec2::new(SCALE, CONTROL), layout, |ui| {
        if let Some(step) = scale::ui(ui, value.scale, value.title.as_str()) {
            let spot = Spot { kind: RecordKind::ExamComponent, id: id.raw(), field: "stand" };
            form.actions.push(Action::Set(spot, step.key().to_owned()));
        }
    });
}

fn established_ui(ui: &mut Ui, form: &mut Form<'_>, component: &Stored<ExamComponent>) {
    let Stored { id, value } = component;
    let muted = palette(ui).muted;
    let whose = Whose::Other(id.raw());
    ui.label(theme::small(text::ESTABLISHED_ON).color(muted));
    compact_field_ui(ui, form, whose, value, ExamComponentField::EstablishedOn, DAY);
    ui.label(theme::small(text::ESTABLISHED_BY).color(muted));
    // In a narrow window there is less: nothing may stand outside it.
    let person = PERSON.min(ui.available_width());
    compact_field_ui(ui, form, whose, value, ExamComponentField::EstablishedBy, person);
}

fn evidence_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    component: &Stored<ExamComponent>,
    note: &Stored<Evidence>,
    today: jiff::civil::Date,
) {
    let p = palette(ui);
    let Evidence { component: _, day, situation, by } = &note.value;
    let by = by.as_ref().map_or("", ShortText::as_str);
    let day = crate::domain::day::shown(day.date());
    let head =
        [day.as_str(), by].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(", ");
    let size = Vec2::new(ui.available_width(), CONTROL);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Min), |ui| {
        if bare_icon_about(ui, Icon::Trash2, text::REMOVE_EVIDENCE, &head).clicked() {
            form.actions.push(Action::Apply(Change::Remove(RecordKind::Evidence, note.id.raw())));
        }
        if bare_icon_about(ui, Icon::Pencil, text::EVIDENCE_TITLE, &head).clicked() {
            form.actions.push(Action::Ask(forms::evidence(component, Some(note), today)));
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.label(theme::small(head).color(p.muted));
            ui.add(egui::Label::new(situation.as_str()).wrap());
        });
    });
}
