//! Who gets into the dossier: its password, its recovery code, and when it is locked.

use egui::{ComboBox, RichText, Ui};
use lucide_icons::Icon;

use crate::app::action::{Action, Actions};
use crate::app::dialogs::Dialog;
use crate::app::guard::{CHOICES, GuardAction, SecurityForm, Task, minutes_of};
use crate::app::screens::card_ui;
use crate::app::session::Session;
use crate::app::theme::{self, FIELD, palette};
use crate::app::widgets::button::{icon_button, main_button, message};
use crate::app::world::Preferences;
use crate::texts::security as text;

pub(super) fn ui(ui: &mut Ui, actions: &mut Actions, session: &Session, preferences: &Preferences) {
    let has_password = session.store.has_password();
    card_ui(ui, text::PASSWORD, |ui| {
        if has_password {
            with_password_ui(ui, actions);
        } else {
            without_password_ui(ui, actions);
        }
    });
    card_ui(ui, text::LOCKING, |ui| {
        let p = palette(ui);
        if has_password {
            ui.add(egui::Label::new(RichText::new(text::LOCKING_TEXT).color(p.muted)).wrap());
            lock_after_ui(ui, actions, minutes_of(preferences));
            if icon_button(ui, Icon::Lock, &text::lock_now()).clicked() {
                actions.push(Action::Guard(GuardAction::Lock));
            }
        } else {
            ui.label(RichText::new(text::LOCKING_NEEDS_PASSWORD).color(p.muted));
        }
    });
}

fn with_password_ui(ui: &mut Ui, actions: &mut Actions) {
    let p = palette(ui);
    message(ui, Icon::ShieldCheck, text::HAS, p.good, p.good_soft);
    ui.horizontal_wrapped(|ui| {
        for (icon, words, task) in [
            (Icon::KeyRound, text::CHANGE, Task::Change),
            (Icon::FileKey, text::NEW_CODE, Task::NewCode),
            (Icon::LockOpen, text::TAKE, Task::Take),
        ] {
            if icon_button(ui, icon, words).clicked() {
                ask(actions, task);
            }
        }
    });
}

fn without_password_ui(ui: &mut Ui, actions: &mut Actions) {
    let p = palette(ui);
    message(ui, Icon::TriangleAlert, text::HAS_NONE, p.warn, p.warn_soft);
    if main_button(ui, Icon::KeyRound, text::GIVE).clicked() {
        ask(actions, Task::Give);
    }
}

fn ask(actions: &mut Actions, task: Task) {
    actions.push(Action::Ask(Dialog::Security(Box::new(SecurityForm::new(task)))));
}

fn lock_after_ui(ui: &mut Ui, actions: &mut Actions, now: u16) {
    let word = |minutes| if minutes == 0 { text::NEVER.to_owned() } else { text::minutes(minutes) };
    let name = ui.label(theme::small(text::LOCK_AFTER).color(palette(ui).muted));
    let list = ComboBox::from_id_salt("lock after").width(FIELD).selected_text(word(now));
    let shown = list.show_ui(ui, |ui| {
        for minutes in CHOICES {
            if ui.selectable_label(minutes == now, word(minutes)).clicked() {
                actions.push(Action::Guard(GuardAction::LockAfter(minutes)));
                ui.close();
            }
        }
    });
    shown.response.labelled_by(name.id);
}
