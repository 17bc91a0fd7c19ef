//! What one sees of a dossier that is locked, and while its password is changed: nothing of it.

use egui::{Align, CentralPanel, Layout, RichText, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::action::{Action, Actions, DossierAction};
use crate::app::guard::{GuardAction, Locked};
use crate::app::screens::security::tried_ui;
use crate::app::theme::{self, palette};
use crate::app::widgets::button::{link, main_button, picture};
use crate::app::widgets::secret::secret_ui;
use crate::texts::security as text;

const WIDTH: f32 = 360.0;

/// Asks for the password.
pub(crate) fn ui(ui: &mut Ui, locked: &mut Locked, actions: &mut Actions) {
    let p = palette(ui);
    middle(ui, |ui| {
        picture(ui, Icon::Lock, 32.0, p.accent);
        ui.add_space(theme::STEP);
        ui.label(RichText::new(text::LOCKED_TITLE).heading().size(24.0));
        ui.label(RichText::new(text::LOCKED_TEXT).color(p.muted));
        ui.add_space(4.0 * theme::STEP);
        ui.allocate_ui_with_layout(Vec2::new(WIDTH, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing.y = 2.0 * theme::STEP;
            let keeps_words = locked.keeps_words();
            let form = &mut locked.unlock;
            let entered = secret_ui(ui, text::PASSWORD, &mut form.typed, &mut form.sight);
            tried_ui(ui, form.state, form.rest, text::UNLOCK_HELP);
            if keeps_words {
                ui.add(egui::Label::new(theme::small(text::STILL_TYPED).color(p.muted)).wrap());
            }
            ui.add_space(theme::STEP);
            let ready = form.is_ready();
            let act = ui.add_enabled_ui(ready, |ui| main_button(ui, Icon::LockOpen, text::UNLOCK));
            if ready && (entered || act.inner.clicked()) {
                actions.push(Action::Guard(GuardAction::Unlock));
            }
            ui.add_space(2.0 * theme::STEP);
            if link(ui, text::OTHER_DOSSIER).clicked() {
                actions.push(Action::Dossier(DossierAction::Close));
            }
        });
    });
}

/// While a dossier is closed for a change of its password.
pub(crate) fn away_ui(ui: &mut Ui, busy: Option<&str>) {
    middle(ui, |ui| {
        picture(ui, Icon::ShieldCheck, 32.0, palette(ui).accent);
        if let Some(busy) = busy {
            ui.add_space(2.0 * theme::STEP);
            ui.spinner();
            ui.label(busy);
        }
    });
}

fn middle(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    CentralPanel::default().frame(theme::page(ui)).show(ui, |ui| {
        let height = ui.available_height();
        ui.with_layout(Layout::top_down(Align::Center), |ui| {
            ui.add_space((height * 0.2).max(24.0));
            ui.set_max_width(560.0);
            contents(ui);
        });
    });
}
