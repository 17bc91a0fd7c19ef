//! A dossier that cannot be opened to work in, and what can be done.

use egui::{Align, CentralPanel, Label, Layout, RichText, ScrollArea, Ui};
use lucide_icons::Icon;

use crate::app::action::{Action, Actions};
use crate::app::screens::welcome::choice;
use crate::app::theme::{self, palette};
use crate::app::trouble::{Newest, Trouble, TroubleAction, What};
use crate::app::widgets::button::{link, picture};
use crate::texts::{rescue as words, trouble as text};

/// How high the report of a rescue may be before it scrolls.
const REPORT: f32 = 260.0;

/// Draws it, or that something is going on.
pub(crate) fn ui(ui: &mut Ui, trouble: &Trouble, busy: Option<&str>, actions: &mut Actions) {
    CentralPanel::default().frame(theme::page(ui)).show(ui, |ui| {
        let height = ui.available_height();
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.with_layout(Layout::top_down(Align::Center), |ui| {
                ui.add_space((height * 0.12).max(20.0));
                ui.set_max_width(560.0);
                ui.spacing_mut().item_spacing.y = 8.0;
                let (icon, title) = head(&trouble.what);
                picture(ui, icon, 32.0, palette(ui).accent);
                ui.label(RichText::new(title).heading().size(24.0));
                let name =
                    trouble.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                ui.label(theme::bold(name)).on_hover_text(trouble.path.display().to_string());
                match busy {
                    Some(busy) => {
                        ui.add_space(12.0);
                        ui.spinner();
                        ui.label(busy);
                    }
                    None => what_ui(ui, &trouble.what, actions),
                }
            });
        });
    });
}

const fn head(what: &What) -> (Icon, &'static str) {
    match what {
        What::Busy { .. } => (Icon::Users, text::BUSY_TITLE),
        What::ReadOnly => (Icon::BookLock, text::MARKED_TITLE),
        What::Damaged { .. } => (Icon::FileWarning, text::DAMAGED_TITLE),
        What::Rescued { .. } => (Icon::LifeBuoy, text::RESCUED_TITLE),
    }
}

fn what_ui(ui: &mut Ui, what: &What, actions: &mut Actions) {
    let say = |ui: &mut Ui, words: &str| {
        ui.add(Label::new(RichText::new(words).color(palette(ui).muted)).wrap());
    };
    let mut act = |ui: &mut Ui, icon, title: &str, help: &str, action| {
        if choice(ui, icon, title, help) {
            actions.push(Action::Trouble(action));
        }
    };
    match what {
        What::Busy { holder, shared } => {
            say(ui, holder.as_deref().unwrap_or(text::BUSY_UNKNOWN));
            say(ui, text::BUSY_TEXT);
            if shared.is_some() {
                say(ui, text::BUSY_SHARED);
            }
            ui.add_space(8.0);
            act(ui, Icon::RotateCw, text::RETRY, text::RETRY_BUSY_TEXT, TroubleAction::Retry);
            if shared.is_none() {
                act(ui, Icon::Eye, text::READ, text::READ_BUSY_TEXT, TroubleAction::Read);
            }
        }
        What::ReadOnly => {
            say(ui, text::MARKED_TEXT);
            ui.add_space(8.0);
            act(ui, Icon::Eye, text::READ, text::READ_MARKED_TEXT, TroubleAction::Read);
            act(ui, Icon::RotateCw, text::RETRY, text::RETRY_TEXT, TroubleAction::Retry);
        }
        What::Damaged { sentence, newest } => {
            say(ui, sentence);
            ui.add_space(8.0);
            match newest {
                Newest::Looking => {
                    ui.spinner();
                    say(ui, text::LOOKING);
                }
                Newest::None => {
                    say(ui, text::NO_BACKUP);
                    ui.add_space(8.0);
                }
                Newest::Found { file, words } => {
                    let restore = TroubleAction::Restore(file.clone());
                    act(ui, Icon::ArchiveRestore, text::RESTORE, words, restore);
                }
            }
            act(ui, Icon::LifeBuoy, text::RESCUE, text::RESCUE_TEXT, TroubleAction::Rescue);
            act(ui, Icon::RotateCw, text::RETRY, text::RETRY_TEXT, TroubleAction::Retry);
        }
        What::Rescued { to, all, lines } => {
            say(ui, &text::rescued_in(&to.display().to_string()));
            ui.add(Label::new(if *all { words::ALL_SAVED } else { words::NOT_ALL_SAVED }).wrap());
            theme::card(ui).show(ui, |ui| {
                ScrollArea::vertical().max_height(REPORT).id_salt("report").show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.with_layout(Layout::top_down(Align::Min), |ui| {
                        ui.spacing_mut().item_spacing.y = 4.0;
                        for line in lines {
                            ui.add(Label::new(line).wrap().selectable(true));
                        }
                    });
                });
            });
            ui.add_space(8.0);
            let open = TroubleAction::OpenRescued(to.clone());
            act(ui, Icon::FolderOpen, text::OPEN_RESCUED, text::OPEN_RESCUED_TEXT, open);
        }
    }
    ui.add_space(4.0);
    if link(ui, text::LEAVE).clicked() {
        actions.push(Action::Trouble(TroubleAction::Leave));
    }
}
