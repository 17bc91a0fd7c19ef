//! Making many documents at once, on one page: what and how at the left, who gets one at the right; then how far it is,
//! and what became of it.

mod choose;
mod people;
mod progress;
mod report;

use egui::{Rect, ScrollArea, Ui, UiBuilder, Vec2, pos2};
use lucide_icons::Icon;

use crate::app::Scene;
use crate::app::action::{Action, BatchAction, Place};
use crate::app::batch::{Batches, Way};
use crate::app::screens::{back_ui, head_ui};
use crate::app::session::Session;
use crate::app::theme::{self, STEP};
use crate::app::widgets::button::main_button;
use crate::documents::layout::Standing;
use crate::texts::batch as text;

/// From here on who gets one stands beside what is chosen; on a narrower window below it.
const BESIDE: f32 = 860.0;
/// The room for what is chosen.
const CHOICES: f32 = 416.0;
/// The least height of the list of people where it stands below.
const PEOPLE: f32 = 360.0;

/// Draws the page.
pub(crate) fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    ui.horizontal(|ui| back_ui(ui, text::BACK, Place::Documents, scene));
    match &scene.session.batches.way {
        Way::Choosing => choosing_ui(ui, scene),
        Way::Running(run) => {
            head_ui(ui, text::TITLE, |_| {});
            ui.add_space(STEP);
            progress::ui(ui, run, scene.actions);
        }
        Way::Done(done) => {
            head_ui(ui, text::TITLE, |_| {});
            ui.add_space(STEP);
            report::ui(ui, done, scene.actions);
        }
    }
}

fn choosing_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let found = scene.session.batches.scan.found.clone();
    let count = found.gets.len();
    let ready = can_start(scene.session);
    head_ui(ui, text::TITLE, |ui| {
        let plan = &scene.session.batches.plan;
        let words = match plan.standing() {
            Standing::Final if plan.kind.letters().is_none() => text::make_sheets(count),
            Standing::Final => text::make(count),
            Standing::Concept => text::make_concepts(count),
        };
        if ui.add_enabled_ui(ready, |ui| main_button(ui, Icon::FileCheck, &words)).inner.clicked() {
            scene.actions.push(Action::Batch(BatchAction::Start));
        }
    });
    ui.add_space(STEP);
    let all = ui.available_rect_before_wrap();
    if all.width() < BESIDE {
        ScrollArea::vertical().id_salt("batch").auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 2.0 * STEP);
            choose::ui(ui, scene);
            ui.add_space(3.0 * STEP);
            let size = Vec2::new(ui.available_width(), PEOPLE);
            ui.allocate_ui(size, |ui| people::ui(ui, scene, &found));
        });
        return;
    }
    let left = Rect::from_min_size(all.min, Vec2::new(CHOICES, all.height()));
    let right = Rect::from_min_max(pos2(left.right() + 3.0 * STEP, all.top()), all.max);
    ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
        ScrollArea::vertical().id_salt("choices").auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 2.0 * STEP);
            choose::ui(ui, scene);
        });
    });
    ui.scope_builder(UiBuilder::new().max_rect(right), |ui| people::ui(ui, scene, &found));
}

/// Somebody gets one, all were looked at, and place and date are there.
fn can_start(session: &Session) -> bool {
    let Batches { scan, .. } = &session.batches;
    let signed = session.signing.place().is_some() && session.signing.date().is_some();
    signed && scan.progress().is_none() && !scan.found.gets.is_empty()
}

/// How far a batch is, for the navigation: one can be elsewhere meanwhile.
pub(crate) fn in_navigation(session: &Session) -> Option<String> {
    match &session.batches.way {
        Way::Running(run) => Some(text::in_navigation(run.done(), run.total())),
        Way::Choosing | Way::Done(_) => None,
    }
}

/// A card as high as its room.
fn filled_card_ui(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let room = ui.available_rect_before_wrap();
    theme::card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.set_min_height(room.height() - 2.0 * CARD);
        contents(ui);
    });
}

/// What a card keeps free above and below what stands in it.
const CARD: f32 = 18.0;
