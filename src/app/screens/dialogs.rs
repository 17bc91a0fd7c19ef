//! The open question over the window.

use std::path::PathBuf;

use egui::{
    Align, Frame, Id, Key, Layout, Margin, Modal, Modifiers, RichText, ScrollArea, Ui, Vec2,
};
use jiff::civil::Date;
use lucide_icons::Icon;

use crate::app::action::{Action, Actions, DossierAction};
use crate::app::copies::Copies;
use crate::app::dialogs::{Dialog, RecordDialog};
use crate::app::drafts::Drafts;
use crate::app::guard::Keeping;
use crate::app::screens::{copies, go_or_do, handover, issuing, past, picks, security};
use crate::app::session::Session;
use crate::app::theme::{self, CONTROL, DIALOG, WIDE_DIALOG, palette};
use crate::app::widgets::button::{icon_button, main_button};
use crate::app::widgets::field::{Form, Whose, any_fields_ui, line_box};
use crate::domain::{AnyField, FieldValue, Spot};
use crate::files::SharedPlace;
use crate::texts::{
    batch, common, documents as words, handover as handover_words, inzage, past as gone,
    security as protection, trouble as shared, window as text,
};

/// What a dialog leaves free above and below, with its own title and margins.
const AROUND: f32 = 128.0;

/// Draws the dialog; Escape closes it.
pub(crate) fn ui(
    ui: &mut Ui,
    dialog: &mut Dialog,
    session: Option<&Session>,
    known: &Copies,
    drafts: &mut Drafts,
    actions: &mut Actions,
    point: &mut Option<Spot>,
    today: Date,
) {
    let frame = Frame::window(ui.style()).inner_margin(Margin::same(24));
    // Each by its own name: one of another kind had another size.
    let response = Modal::new(Id::unique(("window over all", title_of(dialog).to_owned())))
        .frame(frame)
        .show(ui.ctx(), |ui| {
            ui.set_width(if wide(dialog) { WIDE_DIALOG } else { DIALOG });
            ui.spacing_mut().item_spacing.y = 2.0 * theme::STEP;
            ui.label(RichText::new(title_of(dialog)).font(theme::strong(18.0)));
            match dialog {
                Dialog::NewDossier { school, path, keeping } => {
                    // In a small window, or with large letters, it is higher than the window.
                    let most = ui.ctx().content_rect().height() - AROUND;
                    // The least: it grows back when the window does.
                    let scrolls = ScrollArea::vertical().max_height(most).min_scrolled_height(most);
                    scrolls.show(ui, |ui| new_dossier_ui(ui, school, path, keeping, actions));
                }
                Dialog::Unlock(form) => security::unlock_ui(ui, form, actions),
                Dialog::Security(form) => security::form_ui(ui, form, actions),
                Dialog::Recovery(step) => security::recovery_ui(ui, step, actions),
                Dialog::Record(form) => record_ui(ui, form, drafts, actions, point, today),
                Dialog::Remove { what, .. } => remove_ui(ui, what, actions),
                Dialog::Copies(dialog) => copies::ui(ui, dialog, known, actions),
                Dialog::Leave(_) => leave_ui(ui, session, actions),
                Dialog::Shared(place) => shared_ui(ui, *place, actions),
                Dialog::Final(asked) => issuing::final_ui(ui, asked, actions),
                Dialog::FinalBatch(asked) => issuing::final_batch_ui(ui, asked, actions),
                Dialog::MadeFinal(made) => issuing::made_ui(ui, made, actions),
                Dialog::Withdraw(asked) => issuing::withdraw_ui(ui, asked, actions),
                Dialog::HandOver(asked) => handover::hand_over_ui(ui, asked, actions),
                Dialog::TakeIn(form) => handover::open_ui(ui, form, actions),
                Dialog::Werkprocessen(chosen) => {
                    picks::werkprocessen_ui(ui, chosen, session, actions)
                }
                Dialog::Kwalificatie { purpose, pick } => {
                    picks::kwalificatie_ui(ui, *purpose, pick, session, actions, today);
                }
                Dialog::Leerbedrijf { learner, pick } => {
                    picks::leerbedrijf_ui(ui, *learner, pick, session, actions);
                }
                Dialog::Component { learner, pick } => {
                    picks::component_ui(ui, *learner, pick, session, actions);
                }
                Dialog::Removed(row) => past::removed_ui(ui, row, actions),
                Dialog::Line(line) => past::line_ui(ui, line, session, actions),
                Dialog::Inzage(learner) => past::inzage::ui(ui, *learner, actions),
                Dialog::Forget(asked) => past::forget::ui(ui, asked, actions),
                Dialog::Palette(pick) => go_or_do::ui(ui, pick, session, actions),
            }
        });
    // It is centred by the size that it had in the frame before: once more until that is the size it has.
    let (id, rect) = (Id::unique("dialog rect"), response.response.rect);
    if ui.data(|data| data.get_temp::<egui::Rect>(id)) != Some(rect) {
        ui.data_mut(|data| data.insert_temp(id, rect));
        ui.ctx().request_repaint();
    }
    // A click beside it, or Escape to leave a field, throws away nothing that was typed; a second Escape does.
    let (id, focused) =
        (Id::unique("dialog focus"), ui.memory(|memory| memory.focused().is_some()));
    let was_focused = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    ui.data_mut(|data| data.insert_temp(id, focused));
    let slip = response.backdrop_response.clicked() || was_focused;
    if response.should_close() && !(slip && holds_work(dialog, drafts)) {
        actions.push(Action::CloseDialog);
    }
}

/// Whether something was typed or ticked that would be lost.
pub(crate) fn holds_work(dialog: &Dialog, drafts: &Drafts) -> bool {
    match dialog {
        Dialog::Record(form) => form.asked.iter().any(|field| {
            drafts.get(Spot { kind: form.kind, id: RecordDialog::ID, field }).is_some()
        }),
        Dialog::Werkprocessen(chosen) => !chosen.chosen.is_empty(),
        Dialog::NewDossier { school, keeping, .. } => {
            !school.is_empty() || !keeping.new.first.is_empty()
        }
        Dialog::Security(form) => !form.new.first.is_empty(),
        // Who slips beside it does not lose the code.
        Dialog::Recovery(_) => true,
        Dialog::Withdraw(asked) => !asked.reason.is_empty(),
        Dialog::Copies(dialog) => copies::holds_work(dialog),
        Dialog::Forget(asked) => !asked.typed.is_empty(),
        Dialog::HandOver(asked) => !asked.new.first.is_empty(),
        Dialog::Removed(_)
        | Dialog::Inzage(_)
        | Dialog::Line(_)
        | Dialog::Final(_)
        | Dialog::FinalBatch(_)
        | Dialog::MadeFinal(_)
        | Dialog::Unlock(_)
        | Dialog::TakeIn(_)
        | Dialog::Kwalificatie { .. }
        | Dialog::Leerbedrijf { .. }
        | Dialog::Component { .. }
        | Dialog::Remove { .. }
        | Dialog::Leave(_)
        | Dialog::Shared(_)
        | Dialog::Palette(_) => false,
    }
}

const fn wide(dialog: &Dialog) -> bool {
    match dialog {
        Dialog::Copies(dialog) => copies::wide(dialog),
        Dialog::Werkprocessen(_)
        | Dialog::Kwalificatie { .. }
        | Dialog::Leerbedrijf { .. }
        | Dialog::Component { .. }
        | Dialog::Record(_)
        | Dialog::HandOver(_)
        | Dialog::Forget(_)
        | Dialog::Line(_)
        | Dialog::Palette(_) => true,
        Dialog::NewDossier { .. }
        | Dialog::Unlock(_)
        | Dialog::Security(_)
        | Dialog::Recovery(_)
        | Dialog::Removed(_)
        | Dialog::Inzage(_)
        | Dialog::Remove { .. }
        | Dialog::Final(_)
        | Dialog::FinalBatch(_)
        | Dialog::MadeFinal(_)
        | Dialog::Withdraw(_)
        | Dialog::Shared(_)
        | Dialog::TakeIn(_)
        | Dialog::Leave(_) => false,
    }
}

fn title_of(dialog: &Dialog) -> &str {
    match dialog {
        Dialog::NewDossier { .. } => text::NEW_DOSSIER,
        Dialog::Unlock(_) => protection::UNLOCK_TITLE,
        Dialog::Security(form) => security::title_of(form.task),
        Dialog::Recovery(_) => protection::CODE_TITLE,
        Dialog::Record(form) => &form.title,
        Dialog::Remove { .. } => text::REMOVE_TITLE,
        Dialog::Leave(_) => text::LEAVE_TITLE,
        Dialog::Shared(_) => shared::SHARED_TITLE,
        Dialog::Copies(dialog) => copies::title(dialog),
        Dialog::Final(_) | Dialog::FinalBatch(_) => words::FINAL_TITLE,
        Dialog::MadeFinal(_) => words::MADE_TITLE,
        Dialog::Withdraw(_) => words::WITHDRAW_TITLE,
        Dialog::HandOver(_) => handover_words::HAND_OVER_TITLE,
        Dialog::TakeIn(_) => handover_words::OPEN_TITLE,
        Dialog::Werkprocessen(_) => text::WERKPROCESSEN_PICK,
        Dialog::Kwalificatie { .. } => text::KWALIFICATIE_PICK,
        Dialog::Leerbedrijf { .. } => text::LEERBEDRIJF_PICK,
        Dialog::Component { .. } => text::COMPONENT_PICK,
        Dialog::Removed(_) => gone::IN_TRASH,
        Dialog::Line(_) => gone::LINE,
        Dialog::Inzage(_) => inzage::DIALOG,
        Dialog::Forget(_) => gone::FORGET_TITLE,
        Dialog::Palette(_) => text::PALETTE,
    }
}

/// Below a dialog: the act at the right, and beside it the way out.
pub(crate) fn acts_ui(ui: &mut Ui, icon: Icon, act: &str, enabled: bool, actions: &mut Actions) {
    acts_from(ui, icon, act, enabled, First::Elsewhere, actions);
}

/// Where the cursor begins in a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum First {
    Elsewhere,
    Cancel,
}

pub(crate) fn acts_from(
    ui: &mut Ui,
    icon: Icon,
    act: &str,
    enabled: bool,
    first: First,
    actions: &mut Actions,
) {
    ui.add_space(theme::STEP);
    ui.allocate_ui_with_layout(
        Vec2::new(ui.available_width(), CONTROL),
        Layout::right_to_left(Align::Center),
        |ui| {
            if ui.add_enabled_ui(enabled, |ui| main_button(ui, icon, act)).inner.clicked() {
                actions.push(Action::Confirm);
            }
            let cancel =
                ui.add(egui::Button::new(common::CANCEL).min_size(Vec2::new(0.0, CONTROL)));
            // The way out has the cursor where there is no field that takes it.
            if first == First::Cancel && ui.memory(|memory| memory.focused().is_none()) {
                cancel.request_focus();
            }
            if cancel.clicked() {
                actions.push(Action::CloseDialog);
            }
        },
    );
}

/// The field of a dialog that has this name.
pub(crate) fn line_id(label: &str) -> egui::Id {
    egui::Id::unique(("dialog", label))
}

/// A line to type in, with its name above; gets the cursor when nothing has it. Says whether Enter was pressed in it.
pub(crate) fn line_ui(ui: &mut Ui, label: &str, help: &str, typed: &mut String) -> bool {
    let p = palette(ui);
    let name = ui.label(theme::small(label).color(p.muted));
    let response =
        ui.add(line_box(typed, line_id(label), ui.available_width())).labelled_by(name.id);
    // Asked before the cursor is put back: that would undo the leaving.
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    if !help.is_empty() {
        ui.label(theme::small(help).color(p.muted));
    }
    entered
}

fn new_dossier_ui(
    ui: &mut Ui,
    school: &mut String,
    path: &Option<PathBuf>,
    keeping: &mut Keeping,
    actions: &mut Actions,
) {
    let p = palette(ui);
    let mut entered = line_ui(ui, text::SCHOOL_NAME, text::SCHOOL_NAME_HELP, school);
    ui.label(theme::small(text::FILE_PLACE).color(p.muted));
    let shown = path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
    ui.add(egui::Label::new(shown).wrap());
    if icon_button(ui, Icon::FolderOpen, text::OTHER_PLACE).clicked() {
        actions.push(Action::Dossier(DossierAction::ChooseNewPlace));
    }
    entered |= security::keeping_ui(ui, keeping);
    let (icon, act, ready) = security::act_of(keeping);
    let ready = ready && path.is_some();
    if entered && ready {
        actions.push(Action::Confirm);
    }
    acts_ui(ui, icon, act, ready, actions);
}

fn shared_ui(ui: &mut Ui, place: SharedPlace, actions: &mut Actions) {
    ui.add(egui::Label::new(shared::shared_text(place_words(place))).wrap());
    let muted = RichText::new(shared::MOVE_TEXT).color(palette(ui).muted);
    ui.add(egui::Label::new(muted).wrap());
    ui.add_space(theme::STEP);
    ui.allocate_ui_with_layout(
        Vec2::new(ui.available_width(), CONTROL),
        Layout::right_to_left(Align::Center),
        |ui| {
            if main_button(ui, Icon::HardDrive, shared::MOVE).clicked() {
                actions.push(Action::Confirm);
            }
            if icon_button(ui, Icon::X, shared::STAY).clicked() {
                actions.push(Action::CloseDialog);
            }
        },
    );
}

/// What a place is called that is shared.
pub(crate) const fn place_words(place: SharedPlace) -> &'static str {
    match place {
        SharedPlace::OneDrive => shared::ONEDRIVE,
        SharedPlace::Dropbox => shared::DROPBOX,
        SharedPlace::GoogleDrive => shared::GOOGLE_DRIVE,
        SharedPlace::ICloud => shared::ICLOUD,
        SharedPlace::Nextcloud => shared::NEXTCLOUD,
        SharedPlace::Network => shared::NETWORK,
    }
}

fn leave_ui(ui: &mut Ui, session: Option<&Session>, actions: &mut Actions) {
    let words = match session {
        Some(session) if session.batches.running() => batch::LEAVE_TEXT,
        Some(_) | None => text::LEAVE_TEXT,
    };
    ui.add(egui::Label::new(words).wrap());
    acts_from(ui, Icon::LogOut, text::LEAVE, true, First::Cancel, actions);
}

fn remove_ui(ui: &mut Ui, what: &str, actions: &mut Actions) {
    ui.add(egui::Label::new(text::remove_what(what)).wrap());
    ui.label(text::REMOVE_TEXT);
    acts_from(ui, Icon::Trash2, text::REMOVE, true, First::Cancel, actions);
}

fn record_ui(
    ui: &mut Ui,
    dialog: &RecordDialog,
    drafts: &mut Drafts,
    actions: &mut Actions,
    point: &mut Option<Spot>,
    today: Date,
) {
    let fields: Vec<(AnyField, FieldValue)> = dialog
        .kind
        .fields()
        .into_iter()
        .filter(|field| dialog.asked.contains(&field.key))
        .map(|field| (field, value_of(dialog, field)))
        .collect();
    let order = |field: &AnyField| dialog.asked.iter().position(|key| *key == field.key);
    let mut fields = fields;
    fields.sort_by_key(|(field, _)| order(field));
    let mut form = Form { drafts, actions, point, options: &[], route: None, today };
    any_fields_ui(ui, &mut form, dialog.kind, Whose::Other(RecordDialog::ID), &fields);
    let sent = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    // Enter leaves a field of one line; a note keeps the cursor.
    let left = ui.input(|input| input.key_pressed(Key::Enter))
        && ui.memory(|memory| memory.focused().is_none());
    if sent || left {
        actions.push(Action::Confirm);
    }
    acts_ui(ui, Icon::Check, text::SAVE, true, actions);
}

/// What a field holds to begin with, in the form in which it is shown.
fn value_of(dialog: &RecordDialog, field: AnyField) -> FieldValue {
    use crate::domain::{Day, Entry as _, Input};
    let stored = dialog.start.get(field.key).cloned().unwrap_or_default();
    if stored.is_empty() {
        return FieldValue::Empty;
    }
    match field.input {
        Input::Day => Day::parse(&stored).map_or(FieldValue::Text(stored), |day| day.value()),
        Input::Flag => FieldValue::Flag(stored == "1"),
        Input::Line
        | Input::Note
        | Input::Birth
        | Input::Number
        | Input::Choice(_)
        | Input::Ref(_)
        | Input::Logo => FieldValue::Text(stored),
    }
}
