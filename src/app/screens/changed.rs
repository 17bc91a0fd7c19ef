//! Where an issued document differs from what the dossier says now, and what to do about it.

use egui::{Label, RichText, Ui};
use lucide_icons::Icon;

use crate::app::theme::{self, STEP, palette};
use crate::app::widgets::button::picture_of_line;
use crate::issuing::Changed;
use crate::texts::{common, documents as words};

/// How many lines of each side are shown.
const MOST: usize = 4;

/// Draws it.
pub(crate) fn ui(ui: &mut Ui, changed: &Changed) {
    let p = palette(ui);
    let Changed { then, now } = changed;
    theme::banner(p.warn_soft).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.5 * STEP;
        ui.horizontal_top(|ui| {
            picture_of_line(ui, Icon::TriangleAlert, p.warn);
            ui.add(Label::new(theme::bold(words::CHANGED).color(p.warn)).wrap());
        });
        lines_ui(ui, words::CHANGED_THEN, then);
        lines_ui(ui, words::CHANGED_NOW, now);
        ui.add_space(STEP);
        ui.add(Label::new(words::CHANGED_WHAT_TO_DO).wrap());
    });
}

fn lines_ui(ui: &mut Ui, name: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    ui.add_space(STEP);
    ui.label(theme::small(name).color(palette(ui).muted));
    for line in lines.iter().take(MOST) {
        ui.add(Label::new(RichText::new(line)).wrap().selectable(true));
    }
    let more = lines.len().saturating_sub(MOST);
    if more > 0 {
        ui.label(theme::small(common::and_more(more)).color(palette(ui).muted));
    }
}
