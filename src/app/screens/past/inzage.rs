//! What is asked before everything that is held of a learner goes into a file.

use egui::{Align, Label, Layout, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::action::{Action, Actions, PastAction};
use crate::app::past::saving::Form;
use crate::app::theme::{self, CONTROL, palette};
use crate::app::widgets::button::{icon_button, main_button, message};
use crate::domain::{Id, Learner};
use crate::texts::{common, inzage as text};

/// Draws the question.
pub(crate) fn ui(ui: &mut Ui, learner: Id<Learner>, actions: &mut Actions) {
    let p = palette(ui);
    ui.add(Label::new(text::DIALOG_TEXT).wrap());
    message(ui, Icon::ShieldAlert, text::PERSONAL, p.warn, p.warn_soft);
    ui.add_space(theme::STEP);
    let size = Vec2::new(ui.available_width(), CONTROL);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        let pdf = main_button(ui, Icon::FileText, text::SAVE_PDF);
        if ui.memory(|memory| memory.focused().is_none()) {
            pdf.request_focus();
        }
        if pdf.clicked() {
            actions.push(Action::Past(PastAction::SaveInzage(learner, Form::Pdf)));
        }
        if icon_button(ui, Icon::FileBraces, text::SAVE_JSON).clicked() {
            actions.push(Action::Past(PastAction::SaveInzage(learner, Form::Json)));
        }
        let close = egui::Button::new(common::CANCEL).min_size(Vec2::new(0.0, CONTROL));
        if ui.add(close).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}
