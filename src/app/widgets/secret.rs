//! A line for what nobody may read over a shoulder, with an eye to see it after all.

use egui::{Id, Key, Ui};
use lucide_icons::Icon;

use crate::app::guard::{Secret, Sight};
use crate::app::theme::{self, CONTROL, palette};
use crate::app::widgets::button::bare_icon_about;
use crate::app::widgets::field::line_box;
use crate::texts::security as text;

/// Where the cursor is in the line of this name.
pub(crate) fn secret_id(label: &str) -> Id {
    Id::unique(("secret", label))
}

/// Draws it; gets the cursor when nothing has it. Says whether Enter was pressed in it.
pub(crate) fn secret_ui(ui: &mut Ui, label: &str, typed: &mut Secret, sight: &mut Sight) -> bool {
    let p = palette(ui);
    let name = ui.label(theme::small(label).color(p.muted));
    let width = ui.available_width() - CONTROL - theme::STEP;
    let mut entered = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        // The eye is as wide as it is high.
        ui.spacing_mut().button_padding.x = theme::STEP;
        let line = line_box(typed.text(), secret_id(label), width)
            .password(*sight == Sight::Hidden)
            .char_limit(Secret::MOST);
        let response = ui.add(line).labelled_by(name.id);
        // Asked before the cursor is put back: that would undo the leaving.
        entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if ui.memory(|memory| memory.focused().is_none()) {
            response.request_focus();
        }
        let (icon, words, other) = match sight {
            Sight::Hidden => (Icon::Eye, text::SHOW, Sight::Shown),
            Sight::Shown => (Icon::EyeOff, text::HIDE, Sight::Hidden),
        };
        if bare_icon_about(ui, icon, words, label).clicked() {
            *sight = other;
        }
    });
    entered
}
