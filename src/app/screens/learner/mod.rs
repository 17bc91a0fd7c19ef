//! The page of one learner: who it is, what is missing for paper, and the parts.

mod components;
mod documents;
mod facts;
pub(crate) mod forms;
mod history;
pub(crate) mod kwalificatie;
mod results;
mod scale;
mod traineeships;

pub(crate) use documents::signing_ui;
use egui::{RichText, Ui};
pub(crate) use history::shown as shown_value;
use lucide_icons::Icon;

use crate::app::Scene;
use crate::app::action::{Action, Actions, LearnerPart, Place};
use crate::app::pages::{LearnerPage, Page, TraineeshipView};
use crate::app::screens::{back_ui, page_ui};
use crate::app::session::Session;
use crate::app::theme::{self, palette};
use crate::app::widgets::button::{link_as, mark, picture};
use crate::app::widgets::field::Form;
use crate::domain::{RecordKind, ShortText};
use crate::texts::{choices, common, documents as words, readiness, window as text};

/// What the parts draw from.
pub(crate) struct Desk<'a, 'b> {
    pub(crate) session: &'a Session,
    pub(crate) page: &'a LearnerPage,
    pub(crate) form: Form<'b>,
    pub(crate) today: jiff::civil::Date,
}

/// Fields of a learner that only an mbo-verklaring prints: they stand beside it.
pub(crate) const MBO_FIELDS: [&str; 4] =
    ["bpv-optie", "bpv-met-uren", "bpv-omschrijving", "overige-resultaten"];

/// Draws the page.
pub(crate) fn ui(ui: &mut Ui, part: LearnerPart, scene: &mut Scene<'_>) {
    ui.horizontal(|ui| back_ui(ui, text::LEARNERS, Place::Learners, scene));
    let Scene { session, drafts, actions, point, today, looking, .. } = scene;
    // Place and date of signing are typed on this page.
    let mut signing = session.signing.clone();
    let session_now: &Session = session;
    let Page::Learner(page) = &session_now.page else { return };
    let begeleiders = session_now
        .begeleiders
        .iter()
        .map(|b| (b.id.raw(), common::named(b.value.known_name())))
        .collect();
    let options = [(RecordKind::Praktijkbegeleider, begeleiders)];
    let route = page.learner.value.route;
    let form = Form { drafts, actions, point, options: &options, route, today: *today };
    let mut desk = Desk { session: session_now, page, form, today: *today };
    head_ui(ui, part, &mut desk);
    let name = format!("{part:?}");
    match part {
        LearnerPart::Facts => page_ui(ui, &name, |ui| facts::ui(ui, &mut desk)),
        LearnerPart::Traineeships => page_ui(ui, &name, |ui| traineeships::ui(ui, &mut desk)),
        LearnerPart::Components => page_ui(ui, &name, |ui| components::ui(ui, &mut desk)),
        LearnerPart::Documents => documents::ui(ui, &mut desk, &mut signing, looking),
        LearnerPart::History => page_ui(ui, &name, |ui| history::ui(ui, &mut desk)),
    }
    session.sign(signing);
}

/// The room for what stands behind the name.
const BESIDE_NAME: f32 = 220.0;

fn head_ui(ui: &mut Ui, part: LearnerPart, desk: &mut Desk<'_, '_>) {
    let p = palette(ui);
    let learner = &desk.page.learner.value;
    let spoken = learner.name().spoken();
    let size = egui::Vec2::new(ui.available_width(), theme::CONTROL);
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        let title = if spoken.is_empty() { text::new_learner(learner.route) } else { spoken };
        // What stands behind a long name stays in sight.
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width() - BESIDE_NAME);
            ui.add(egui::Label::new(RichText::new(title).heading()).truncate());
        });
        mark(
            ui,
            choices::learner_status(learner.status),
            p.muted,
            ui.visuals().widgets.hovered.weak_bg_fill,
        );
        if let Some(group) = &learner.groep {
            ui.label(RichText::new(ShortText::as_str(group)).color(p.muted));
        }
    });
    // Before the first field is taken there is nobody yet; the room is kept, so that nothing jumps when there is.
    let made = desk.page.learner.id.raw() != 0;
    missing_ui(ui, desk.page, desk.form.actions);
    ui.add_space(theme::STEP);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        for (this, name) in [
            (LearnerPart::Facts, text::PART_FACTS),
            (LearnerPart::Traineeships, text::PART_TRAINEESHIPS),
            (LearnerPart::Components, text::PART_COMPONENTS),
            (LearnerPart::Documents, text::PART_DOCUMENTS),
            (LearnerPart::History, text::PART_HISTORY),
        ] {
            if ui.add_enabled_ui(made, |ui| tab_ui(ui, name, this == part)).inner.clicked() {
                desk.form.actions.push(Action::Go(Place::Learner(desk.page.learner.id, this)));
            }
        }
    });
    let line = ui.cursor().top() - theme::STEP;
    ui.painter().hline(ui.max_rect().x_range(), line, egui::Stroke::new(1.0, p.line));
    ui.add_space(theme::STEP);
}

pub(crate) fn tab_ui(ui: &mut Ui, name: &str, here: bool) -> egui::Response {
    let p = palette(ui);
    let words = if here { theme::bold(name).color(p.accent) } else { RichText::new(name) };
    // As wide as when one is there: the others stay where they are.
    let size = egui::TextStyle::Button.resolve(ui.style()).size;
    let bold = ui.painter().layout_no_wrap(name.to_owned(), theme::strong(size), p.accent);
    let width = bold.size().x.ceil() + 2.0 * ui.spacing().button_padding.x;
    let response = ui.add(
        egui::Button::selectable(false, words)
            .frame_when_inactive(false)
            .min_size(egui::Vec2::new(width, 36.0)),
    );
    if here {
        let rect = response.rect;
        let stroke = egui::Stroke::new(3.0, p.accent);
        ui.painter().hline(
            rect.shrink2(egui::Vec2::new(8.0, 0.0)).x_range(),
            rect.bottom() + 1.0,
            stroke,
        );
    }
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Tab);
        node.set_label(name);
        node.set_selected(here);
    });
    response
}

/// At a glance: ready for a praktijkverklaring, or what is missing, each a way to its field. Always one line, so that
/// nothing below it jumps.
fn missing_ui(ui: &mut Ui, page: &LearnerPage, actions: &mut Actions) {
    let p = palette(ui);
    let size = egui::Vec2::new(ui.available_width(), theme::CONTROL);
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        if page.traineeships.is_empty() {
            picture(ui, Icon::Info, 14.0, p.muted);
            ui.label(RichText::new(text::NO_TRAINEESHIP_YET).color(p.muted));
            return;
        }
        let documents = Action::Go(Place::Learner(page.learner.id, LearnerPart::Documents));
        let open = || page.traineeships.iter().filter(|view| view.issued.is_none());
        let ready = open().filter(|view| view.missing.is_empty()).count();
        if ready > 0 {
            picture(ui, Icon::CircleCheck, 14.0, p.good);
            let words = RichText::new(text::ready(ready)).color(p.good);
            if link_as(ui, words, &text::ready(ready)).clicked() {
                actions.push(documents);
                return;
            }
        }
        let made = page.traineeships.iter().find_map(|view| view.issued);
        if let Some(number) = made.filter(|_| open().next().is_none()) {
            picture(ui, Icon::FileCheck, 14.0, p.good);
            let said = words::issued_as(number);
            if link_as(ui, RichText::new(&said).color(p.good), &said).clicked() {
                actions.push(documents);
            }
            return;
        }
        let gaps = open().find(|view| !view.missing.is_empty());
        if let Some(view) = gaps {
            picture(ui, Icon::CircleAlert, 14.0, p.warn);
            let shown = if page.traineeships.len() == 1 { "" } else { view.leerbedrijf_name() };
            let count = text::missing_count(view.missing.len(), shown);
            ui.add(egui::Label::new(RichText::new(count).color(p.warn)).truncate());
            gaps_line_ui(ui, view, actions);
        }
    });
}

/// As many gaps as fit on the line, each a link to its field; the rest is counted, and leads to the whole list.
fn gaps_line_ui(ui: &mut Ui, view: &TraineeshipView, actions: &mut Actions) {
    let (missing, route) = (&view.missing, view.concept.learner.value.route);
    let mut left = missing.len();
    for gap in missing {
        let words = readiness::gap(gap.gap, route);
        let more = if left > 1 { width_of(ui, &common::and_more(left)) } else { 0.0 };
        if width_of(ui, &words) + more > ui.available_width() {
            break;
        }
        left -= 1;
        if one_line(ui, &words).clicked()
            && let Some(spot) = gap.spot
        {
            actions.push(Action::PointAt(spot));
        }
    }
    let rest = common::and_more(left);
    if left > 0 && width_of(ui, &rest) <= ui.available_width() && one_line(ui, &rest).clicked() {
        let id = view.concept.learner.id;
        actions.push(Action::Go(Place::Learner(id, LearnerPart::Documents)));
    }
}

fn one_line(ui: &mut Ui, words: &str) -> egui::Response {
    let ink = palette(ui).accent;
    link_as(ui, RichText::new(words).color(ink), words)
}

/// The room that a link of one line takes, with what stands around it.
fn width_of(ui: &Ui, words: &str) -> f32 {
    let font = egui::TextStyle::Button.resolve(ui.style());
    let galley = ui.painter().layout_no_wrap(words.to_owned(), font, palette(ui).accent);
    galley.size().x + 2.0 * theme::STEP + ui.spacing().item_spacing.x
}
