//! Who gets a document, and who does not: each reason is a way to what mends it.

use egui::{Button, Id, Label, Layout, Rect, RichText, ScrollArea, Ui, UiBuilder, Vec2};

use crate::app::Scene;
use crate::app::action::{Action, Actions, LearnerPart, Place};
use crate::app::batch::{Candidate, Found, Reason, Who};
use crate::app::screens::batch::filled_card_ui;
use crate::app::screens::learner::tab_ui;
use crate::app::theme::{self, STEP, palette};
use crate::domain::readiness::Warning;
use crate::domain::{DocumentKind, Spot};
use crate::texts::{batch as text, common, readiness};

/// The height of a line.
const LINE: f32 = 52.0;
/// Between two reasons.
const APART: f32 = 16.0;

/// Which of the two lists is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Shown {
    Gets,
    /// Those who get one of which something must be looked at.
    Warned,
    LeftOut,
}

/// Draws both lists, one of them in sight.
pub(crate) fn ui(ui: &mut Ui, scene: &mut Scene<'_>, found: &Found) {
    let id = Id::unique("who gets a document");
    // Until one of them is asked for: the one in which there is someone.
    let mut asked = ui.data(|data| data.get_temp::<Shown>(id));
    let only_left_out = found.gets.is_empty() && !found.left_out.is_empty();
    let first = if only_left_out { Shown::LeftOut } else { Shown::Gets };
    let shown = asked.unwrap_or(first);
    let p = palette(ui);
    filled_card_ui(ui, |ui| {
        ui.horizontal(|ui| {
            let warned = (Shown::Warned, text::warned(found.warned.len()));
            let tabs = [
                Some((Shown::Gets, text::gets(found.gets.len()))),
                Some(warned).filter(|_| !found.warned.is_empty() || shown == Shown::Warned),
                Some((Shown::LeftOut, text::left_out(found.left_out.len()))),
            ];
            for (this, words) in tabs.into_iter().flatten() {
                if tab_ui(ui, &words, shown == this).clicked() {
                    asked = Some(this);
                }
            }
            if let Some((done, all)) = scene.session.batches.scan.progress() {
                ui.spinner();
                ui.add(
                    Label::new(theme::small(text::looking(done, all)).color(p.muted)).truncate(),
                );
            }
        });
        ui.add_space(STEP);
        let (length, nobody) = match shown {
            Shown::Gets => (found.gets.len(), text::NOBODY_GETS),
            Shown::Warned => (found.warned.len(), text::NOBODY_WARNED),
            Shown::LeftOut => (found.left_out.len(), text::NOBODY_LEFT_OUT),
        };
        let line = |row: usize| match shown {
            Shown::Gets => found.gets.get(row),
            Shown::Warned => found.warned.get(row).and_then(|place| found.gets.get(*place)),
            Shown::LeftOut => found.left_out.get(row),
        };
        if length == 0 {
            nobody_ui(ui, scene, shown, nobody);
            return;
        }
        let kind = scene.session.batches.plan.kind;
        let size = ui.spacing().item_spacing;
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().id_salt(("people", shown));
        area.auto_shrink(false).show_rows(ui, LINE, length, |ui, rows| {
            ui.spacing_mut().item_spacing.x = size.x;
            for row in rows {
                if let Some(line) = line(row) {
                    let says = match shown {
                        Shown::Gets => Vec::new(),
                        Shown::Warned => warnings(line),
                        Shown::LeftOut => reasons(line, kind),
                    };
                    ui.push_id(row, |ui| line_ui(ui, line, says, scene.actions));
                }
            }
        });
    });
    if let Some(asked) = asked {
        ui.data_mut(|data| data.insert_temp(id, asked));
    }
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

/// Whose it is, and below that for what, or why not.
fn line_ui(ui: &mut Ui, line: &Candidate, says: Vec<Says>, actions: &mut Actions) {
    let p = palette(ui);
    let size = Vec2::new(ui.available_width(), LINE);
    let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    let half = Vec2::new(rect.width(), 0.5 * LINE - 0.5 * STEP);
    let top = Rect::from_min_size(rect.min + Vec2::new(0.0, 0.5 * STEP), half);
    let mut above = within(ui, top);
    above.add(Label::new(theme::bold(common::named(line.name.clone()))).truncate());
    above.add(Label::new(theme::small(&line.groep).color(p.muted)).truncate());
    if !says.is_empty() {
        above.add(Label::new(theme::small(&line.description).color(p.muted)).truncate());
    }
    let mut below = within(ui, top.translate(Vec2::new(0.0, half.y)));
    if says.is_empty() {
        below.add(Label::new(RichText::new(&line.description).color(p.muted)).truncate());
    } else {
        below.spacing_mut().item_spacing.x = 0.0;
        says_ui(&mut below, line, says, actions);
    }
    let stroke = egui::Stroke::new(1.0, p.line.gamma_multiply(0.5));
    ui.painter().hline(rect.x_range(), rect.bottom(), stroke);
}

/// A part of a line, for what stands beside each other in it.
fn within(ui: &mut Ui, rect: Rect) -> Ui {
    let layout = Layout::left_to_right(egui::Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    child.spacing_mut().interact_size.y = 0.0;
    child.spacing_mut().button_padding = Vec2::new(0.0, 2.0);
    child
}

/// As many as fit on the line, each a link; the rest is counted.
fn says_ui(ui: &mut Ui, line: &Candidate, reasons: Vec<Says>, actions: &mut Actions) {
    let mut left = reasons.len();
    let mut first = true;
    for (words, action) in reasons {
        let rest = if left > 1 { width_of(ui, &common::and_more(left)) } else { 0.0 };
        if !first && width_of(ui, &words) + rest > ui.available_width() {
            break;
        }
        let room = ui.available_width() - rest;
        if reason_ui(ui, &words, line, room) {
            actions.push(action);
        }
        left -= 1;
        first = false;
    }
    if left > 0 && reason_ui(ui, &common::and_more(left), line, ui.available_width()) {
        actions.push(Action::Go(Place::Learner(line.learner, LearnerPart::Documents)));
    }
}

/// A reason as a link; what does not fit is cut off, and a screen reader hears all of it and whose it is.
fn reason_ui(ui: &mut Ui, words: &str, line: &Candidate, room: f32) -> bool {
    let name = text::whose(words, &line.name);
    let shown = RichText::new(words).color(palette(ui).accent);
    let button = Button::new(shown).frame_when_inactive(false).truncate();
    let width = width_of(ui, words).min(room) - APART;
    let size = Vec2::new(width.max(0.0), ui.available_height());
    let clicked = ui.add_sized(size, button).accessible_name(name).clicked();
    ui.add_space(APART);
    clicked
}

/// What is said of a document, and where it leads.
type Says = (String, Action);

fn leads(line: &Candidate, spot: Option<Spot>) -> Action {
    let documents = Action::Go(Place::Learner(line.learner, LearnerPart::Documents));
    spot.map_or(documents, Action::PointAt)
}

/// What to look at before it is handed out.
fn warnings(line: &Candidate) -> Vec<Says> {
    let says = |(warning, spot): &(Warning, Option<Spot>)| {
        (readiness::warning(*warning, line.route), leads(line, *spot))
    };
    line.warnings.iter().map(says).collect()
}

/// Why it is not made.
fn reasons(line: &Candidate, kind: DocumentKind) -> Vec<Says> {
    let part = |part| Action::Go(Place::Learner(line.learner, part));
    let Some(reason) = &line.reason else { return Vec::new() };
    match reason {
        Reason::Missing(missing) => {
            let words = missing.iter().map(|gap| readiness::gap(gap.gap, line.route));
            words.zip(missing.iter().map(|gap| leads(line, gap.spot))).collect()
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
        Reason::WrongField(spot) => vec![(text::WRONG_FIELD.to_owned(), Action::PointAt(*spot))],
        Reason::Unreadable => vec![(text::UNREADABLE.to_owned(), part(LearnerPart::Facts))],
    }
}

/// The room that a reason takes, with what keeps it from the next.
fn width_of(ui: &Ui, words: &str) -> f32 {
    let font = egui::TextStyle::Button.resolve(ui.style());
    let galley = ui.painter().layout_no_wrap(words.to_owned(), font, palette(ui).accent);
    galley.size().x.ceil() + 1.0 + APART
}
