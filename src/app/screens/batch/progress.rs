//! How far a batch is, and the way to stop it.

use egui::{ProgressBar, RichText, Ui};
use lucide_icons::Icon;

use crate::app::action::{Action, Actions, BatchAction};
use crate::app::batch::Run;
use crate::app::screens::card_ui;
use crate::app::theme::{self, CONTROL, palette};
use crate::app::widgets::button::icon_button_if;
use crate::texts::batch as text;

/// The widest that it becomes.
const WIDTH: f32 = 640.0;

/// Draws it. Every line keeps its room, so that nothing jumps.
pub(crate) fn ui(ui: &mut Ui, run: &Run, actions: &mut Actions) {
    let size = egui::Vec2::new(WIDTH.min(ui.available_width()), 0.0);
    ui.allocate_ui(size, |ui| {
        card_ui(ui, "", |ui| {
            let p = palette(ui);
            let (done, all) = (run.done(), run.total());
            ui.label(theme::section(text::progress(done, all)));
            let part = done as f32 / all.max(1) as f32;
            ui.scope(|ui| {
                // On a card the bar would not show how much is left.
                ui.visuals_mut().extreme_bg_color = p.line;
                ui.add(ProgressBar::new(part).desired_height(12.0).fill(p.accent))
                    .accessible_name(text::progress(done, all));
            });
            let left = if run.stopping() {
                text::STOPPING.to_owned()
            } else {
                run.time_left().map_or_else(|| text::STARTING.to_owned(), text::time_left)
            };
            ui.label(RichText::new(left).color(p.muted));
            ui.label(theme::small(text::GO_ON_WORKING).color(p.muted));
            ui.horizontal(|ui| {
                ui.set_min_height(CONTROL);
                if icon_button_if(ui, !run.stopping(), Icon::Square, text::STOP).clicked() {
                    actions.push(Action::Batch(BatchAction::Stop));
                }
            });
        })
    });
}
