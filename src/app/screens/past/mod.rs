//! The room of what was: what was put aside, and who is past the term.

mod changes;
pub(crate) mod forget;
pub(crate) mod inzage;
mod retention;
mod trash;

pub(crate) use changes::line_ui;
use egui::{Stroke, Ui};
pub(crate) use trash::removed_ui;

use crate::app::Scene;
use crate::app::action::{Action, Actions, PastPart, Place};
use crate::app::screens::head_ui;
use crate::app::screens::learner::tab_ui;
use crate::app::theme::{self, palette};
use crate::texts::past as text;

/// Draws the room.
pub(crate) fn ui(ui: &mut Ui, part: PastPart, scene: &mut Scene<'_>) {
    head_ui(ui, text::ROOM, |_| {});
    parts_ui(ui, part, scene.actions);
    match part {
        PastPart::Changes => changes::ui(ui, scene),
        PastPart::Trash => trash::ui(ui, scene),
        PastPart::Retention => retention::ui(ui, scene),
    }
}

fn parts_ui(ui: &mut Ui, part: PastPart, actions: &mut Actions) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        for (this, name) in [
            (PastPart::Changes, text::PART_CHANGES),
            (PastPart::Trash, text::PART_TRASH),
            (PastPart::Retention, text::PART_RETENTION),
        ] {
            if tab_ui(ui, name, this == part).clicked() {
                actions.push(Action::Go(Place::Past(this)));
            }
        }
    });
    let line = ui.cursor().top() - theme::STEP;
    ui.painter().hline(ui.max_rect().x_range(), line, Stroke::new(1.0, palette(ui).line));
    ui.add_space(theme::STEP);
}
