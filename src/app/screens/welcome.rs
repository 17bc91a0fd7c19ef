//! What one sees when no dossier is open.

use egui::{Align, Button, CentralPanel, Layout, RichText, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::action::{Action, Actions, DossierAction};
use crate::app::copies::CopiesAction;
use crate::app::dialogs::Dialog;
use crate::app::guard::Keeping;
use crate::app::theme::{self, palette};
use crate::app::widgets::button::{link, picture};
use crate::app::world::Preferences;
use crate::texts::{copies, window as text};

/// Draws the welcome, or that something is going on.
pub(crate) fn ui(
    ui: &mut Ui,
    preferences: &Preferences,
    busy: Option<&str>,
    actions: &mut Actions,
) {
    CentralPanel::default().frame(theme::page(ui)).show(ui, |ui| {
        let height = ui.available_height();
        ui.with_layout(Layout::top_down(Align::Center), |ui| {
            ui.add_space((height * 0.16).max(24.0));
            ui.set_max_width(560.0);
            ui.label(RichText::new(text::WELCOME).heading().size(28.0));
            ui.label(RichText::new(text::WELCOME_TEXT).color(palette(ui).muted));
            ui.add_space(20.0);
            match busy {
                Some(busy) => {
                    ui.spinner();
                    ui.label(busy);
                }
                None => choices_ui(ui, preferences, actions),
            }
        });
    });
}

fn choices_ui(ui: &mut Ui, preferences: &Preferences, actions: &mut Actions) {
    ui.spacing_mut().item_spacing.y = 10.0;
    if choice(ui, Icon::FilePlus, text::NEW_DOSSIER, text::NEW_DOSSIER_TEXT) {
        let (school, keeping) = (String::new(), Keeping::default());
        actions.push(Action::Ask(Dialog::NewDossier { school, path: None, keeping }));
    }
    if choice(ui, Icon::FolderOpen, text::OPEN_DOSSIER, text::OPEN_DOSSIER_TEXT) {
        actions.push(Action::Dossier(DossierAction::ChooseExisting));
    }
    if choice(ui, Icon::History, copies::RESTORE, copies::RESTORE_WELCOME_TEXT) {
        actions.push(Action::Copies(CopiesAction::ChooseBackup));
    }
    if choice(ui, Icon::Sparkles, text::TRY_EXAMPLE, text::TRY_EXAMPLE_TEXT) {
        actions.push(Action::Dossier(DossierAction::Example));
    }
    if preferences.recent.is_empty() {
        return;
    }
    ui.add_space(12.0);
    ui.label(theme::small(text::RECENT).color(palette(ui).muted));
    ui.spacing_mut().item_spacing.y = 2.0;
    for path in &preferences.recent {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        if link(ui, &name).on_hover_text(path.display().to_string()).clicked() {
            actions.push(Action::Dossier(DossierAction::Open(path.clone())));
        }
    }
}

pub(super) fn choice(ui: &mut Ui, icon: Icon, title: &str, help: &str) -> bool {
    let p = palette(ui);
    let size = Vec2::new(440.0, 68.0);
    let response = ui.add(Button::new("").min_size(size).corner_radius(10)).accessible_name(title);
    let inner = response.rect.shrink2(Vec2::new(18.0, 12.0));
    let mut child = ui.new_child(
        egui::UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center)),
    );
    picture(&mut child, icon, 24.0, p.accent);
    child.add_space(8.0);
    child.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add_space(2.0);
        ui.label(theme::bold(title).size(15.0));
        ui.label(theme::small(help).color(p.muted));
    });
    response.clicked()
}
