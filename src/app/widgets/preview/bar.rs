//! The buttons above the pages.

use egui::{Button, Label, RichText, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::theme::{self, CONTROL, STEP};
use crate::app::widgets::preview::{Go, Preview, STEPS, Zoom};
use crate::texts::preview as text;

/// Room for the longest words between the buttons, so that these stay where they are.
const NUMBER: f32 = 108.0;
const PERCENT: f32 = 48.0;
/// From here on all buttons stand on one line.
const ONE_LINE: f32 = 500.0;

impl Preview {
    pub(super) fn bar_ui(&mut self, ui: &mut Ui, count: usize) {
        ui.spacing_mut().item_spacing = Vec2::splat(STEP);
        if ui.available_width() >= ONE_LINE {
            ui.horizontal(|ui| {
                self.pager_ui(ui, count);
                ui.add_space(2.0 * STEP);
                self.zoom_ui(ui);
            });
        } else {
            ui.horizontal(|ui| self.pager_ui(ui, count));
            ui.horizontal(|ui| self.zoom_ui(ui));
        }
    }

    fn pager_ui(&mut self, ui: &mut Ui, count: usize) {
        let last = count.saturating_sub(1);
        if step_ui(ui, self.page > 0, Icon::ChevronUp, text::PREVIOUS) {
            self.go = Some(Go::Page(self.page.saturating_sub(1)));
        }
        words_ui(ui, NUMBER, &text::page(self.page.min(last) + 1, count));
        if step_ui(ui, self.page < last, Icon::ChevronDown, text::NEXT) {
            self.go = Some(Go::Page(self.page + 1));
        }
    }

    fn zoom_ui(&mut self, ui: &mut Ui) {
        // As it is said, so that the next step differs from it.
        let now = self.percent().round() / 100.0;
        let smaller = STEPS.iter().rev().find(|step| **step < now).copied();
        let larger = STEPS.iter().find(|step| **step > now).copied();
        if step_ui(ui, smaller.is_some(), Icon::Minus, text::SMALLER) {
            self.zoom = smaller.map_or(self.zoom, Zoom::Times);
        }
        words_ui(ui, PERCENT, &text::percent(self.percent()));
        if step_ui(ui, larger.is_some(), Icon::Plus, text::LARGER) {
            self.zoom = larger.map_or(self.zoom, Zoom::Times);
        }
        for (zoom, face, name) in [
            (Zoom::WholePage, theme::icon(Icon::RectangleVertical), text::WHOLE_PAGE),
            (Zoom::PageWidth, theme::icon(Icon::MoveHorizontal), text::PAGE_WIDTH),
            (Zoom::Times(1.0), RichText::new(text::ACTUAL_SHORT), text::ACTUAL),
        ] {
            let here = self.zoom == zoom;
            let button = Button::selectable(here, face).min_size(Vec2::splat(CONTROL));
            if ui.add(button).accessible_name(name).on_hover_text(name).clicked() {
                self.zoom = zoom;
            }
        }
    }
}

fn step_ui(ui: &mut Ui, enabled: bool, icon: Icon, name: &str) -> bool {
    let button =
        Button::new(theme::icon(icon)).frame_when_inactive(false).min_size(Vec2::splat(CONTROL));
    ui.add_enabled(enabled, button).accessible_name(name).on_hover_text(name).clicked()
}

fn words_ui(ui: &mut Ui, width: f32, words: &str) {
    ui.add_sized(Vec2::new(width, CONTROL), Label::new(words));
}
