//! Who gets a document, and who does not: each reason is a way to what mends it.

use egui::{Id, Label, Layout, Rect, RichText, ScrollArea, Ui, UiBuilder, Vec2};

use crate::app::Scene;
use crate::app::action::{Action, Actions, LearnerPart, Place};
use crate::app::batch::{Candidate, Found, Reason, Who};
use crate::app::screens::batch::filled_card_ui;
use crate::app::screens::learner::tab_ui;
use crate::app::theme::{self, ROW, STEP, palette};
use crate::app::widgets::button::link_as;
use crate::domain::{DocumentKind, Spot};
use crate::texts::{batch as text, common, readiness};

/// The room for a name and for a group; the rest is for what is said.
const NAME: f32 = 0.34;
const GROUP: f32 = 0.1;

/// Which of the two lists is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shown {
    #[default]
    Gets,
    LeftOut,
}

/// Draws both lists, one of them in sight.
pub(crate) fn ui(ui: &mut Ui, scene: &mut Scene<'_>, found: &Found) {
    let id = Id::unique("who gets a document");
    let mut shown = ui.data(|data| data.get_temp::<Shown>(id)).unwrap_or_default();
    let p = palette(ui);
    filled_card_ui(ui, |ui| {
        ui.horizontal(|ui| {
            for (this, words) in [
                (Shown::Gets, text::gets(found.gets.len())),
                (Shown::LeftOut, text::left_out(found.left_out.len())),
            ] {
                if tab_ui(ui, &words, shown == this).clicked() {
                    shown = this;
                }
            }
            if let Some((done, all)) = scene.session.batches.scan.progress() {
                ui.spinner();
                ui.label(theme::small(text::looking(done, all)).color(p.muted));
            }
        });
        ui.add_space(STEP);
        let (lines, nobody) = match shown {
            Shown::Gets => (&found.gets, text::NOBODY_GETS),
            Shown::LeftOut => (&found.left_out, text::NOBODY_LEFT_OUT),
        };
        if lines.is_empty() {
            nobody_ui(ui, scene, shown, nobody);
            return;
        }
        let kind = scene.session.batches.plan.kind;
        let size = ui.spacing().item_spacing;
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().id_salt(("people", shown == Shown::Gets));
        area.auto_shrink(false).show_rows(ui, ROW, lines.len(), |ui, rows| {
            ui.spacing_mut().item_spacing.x = size.x;
            for row in rows {
                if let Some(line) = lines.get(row) {
                    ui.push_id(row, |ui| line_ui(ui, line, kind, scene.actions));
                }
            }
        });
    });
    ui.data_mut(|data| data.insert_temp(id, shown));
}

fn nobody_ui(ui: &mut Ui, scene: &Scene<'_>, shown: Shown, nobody: &str) {
    let p = palette(ui);
    if scene.session.batches.scan.progress().is_some() {
        return;
    }
    let plan = &scene.session.batches.plan;
    if plan.who == Who::Selected && scene.session.selected.len() == 0 {
        ui.label(RichText::new(text::NOBODY_CHOSEN).color(p.muted));
        return;
    }
    ui.label(RichText::new(nobody).color(p.muted));
    if shown == Shown::Gets {
        ui.add(Label::new(RichText::new(text::NOBODY_GETS_TEXT).color(p.muted)).wrap());
    }
}

fn line_ui(ui: &mut Ui, line: &Candidate, kind: DocumentKind, actions: &mut Actions) {
    let p = palette(ui);
    let size = Vec2::new(ui.available_width(), ROW);
    let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    let (name, group) = (rect.width() * NAME, rect.width() * GROUP);
    let part = |from: f32, width: f32| {
        Rect::from_min_size(rect.min + Vec2::new(from, 0.0), Vec2::new(width - 2.0 * STEP, ROW))
    };
    let shown = common::named(line.name.clone());
    let cell = |ui: &mut Ui, rect: Rect, words: RichText| {
        let layout = Layout::left_to_right(egui::Align::Center);
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
        child.add(Label::new(words).truncate())
    };
    cell(ui, part(0.0, name), theme::bold(shown));
    cell(ui, part(name, group), RichText::new(&line.groep).color(p.muted));
    let rest = part(name + group, rect.width() - name - group);
    match &line.reason {
        None => {
            cell(ui, rest, RichText::new(&line.description).color(p.muted));
        }
        Some(reason) => {
            let layout = Layout::left_to_right(egui::Align::Center);
            let mut child = ui.new_child(UiBuilder::new().max_rect(rest).layout(layout));
            reasons_ui(&mut child, line, reason, kind, actions);
        }
    }
    let stroke = egui::Stroke::new(1.0, p.line.gamma_multiply(0.5));
    ui.painter().hline(rect.x_range(), rect.bottom(), stroke);
}

/// As many reasons as fit on the line, each a link; the rest is counted.
fn reasons_ui(
    ui: &mut Ui,
    line: &Candidate,
    reason: &Reason,
    kind: DocumentKind,
    actions: &mut Actions,
) {
    let reasons = reasons(line, reason, kind);
    let mut left = reasons.len();
    for (words, action) in reasons {
        let more = if left > 1 { width_of(ui, &common::and_more(left)) } else { 0.0 };
        let first = line_is_empty(ui);
        if !first && width_of(ui, &words) + more > ui.available_width() {
            break;
        }
        left -= 1;
        let ink = palette(ui).accent;
        let name = text::whose(&words, &line.name);
        if link_as(ui, RichText::new(&words).color(ink), &name).clicked() {
            actions.push(action);
        }
    }
    if left > 0 {
        let words = common::and_more(left);
        let ink = palette(ui).accent;
        let name = text::whose(&words, &line.name);
        if link_as(ui, RichText::new(&words).color(ink), &name).clicked() {
            actions.push(Action::Go(Place::Learner(line.learner, LearnerPart::Documents)));
        }
    }
}

fn line_is_empty(ui: &Ui) -> bool {
    ui.min_rect().width() < 1.0
}

/// Each with where it leads.
fn reasons(line: &Candidate, reason: &Reason, kind: DocumentKind) -> Vec<(String, Action)> {
    let part = |part| Action::Go(Place::Learner(line.learner, part));
    let to =
        |spot: Option<Spot>| spot.map_or_else(|| part(LearnerPart::Documents), Action::PointAt);
    match reason {
        Reason::Missing(missing) => {
            let words = missing.iter().map(|gap| readiness::gap(gap.gap, line.route));
            words.zip(missing.iter().map(|gap| to(gap.spot))).collect()
        }
        Reason::Issued(number) => {
            vec![(text::issued(*number), Action::Go(Place::Document(*number)))]
        }
        Reason::Nothing => {
            let there = match kind {
                DocumentKind::Praktijkverklaring | DocumentKind::Overneemblad => {
                    LearnerPart::Traineeships
                }
                DocumentKind::Certificaat
                | DocumentKind::MboVerklaring
                | DocumentKind::Totaaloverzicht => LearnerPart::Components,
            };
            vec![(text::nothing_of(kind).to_owned(), part(there))]
        }
        Reason::WrongField(spot) => vec![(text::WRONG_FIELD.to_owned(), to(Some(*spot)))],
        Reason::Unreadable => vec![(text::UNREADABLE.to_owned(), part(LearnerPart::Facts))],
    }
}

/// The room that a link takes, with what stands around it.
fn width_of(ui: &Ui, words: &str) -> f32 {
    let font = egui::TextStyle::Button.resolve(ui.style());
    let galley = ui.painter().layout_no_wrap(words.to_owned(), font, palette(ui).accent);
    galley.size().x + 2.0 * STEP + ui.spacing().item_spacing.x
}
