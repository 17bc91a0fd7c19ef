//! The questions about who gets in: a password, a new one, a recovery code.

use egui::{Align, Frame, Label, Layout, Margin, Ui};
use lucide_icons::Icon;

use crate::app::action::{Action, Actions};
use crate::app::guard::{
    GuardAction, Keeping, KeepingChoice, NewPassword, Present, Progress, RecoveryStep,
    SecurityForm, State, Task, Unlock, View,
};
use crate::app::screens::dialogs::{First, acts_from, acts_ui};
use crate::app::theme::{self, palette};
use crate::app::widgets::button::{icon_button, message};
use crate::app::widgets::secret::secret_ui;
use crate::documents::recovery::in_two_lines;
use crate::store::LEAST_CHARACTERS;
use crate::texts::{security as text, window};

pub(crate) const fn title_of(task: Task) -> &'static str {
    match task {
        Task::Give => text::GIVE_TITLE,
        Task::Change => text::CHANGE_TITLE,
        Task::NewCode => text::NEW_CODE_TITLE,
        Task::Take => text::TAKE_TITLE,
    }
}

/// With a password, or knowingly without. Says whether Enter was pressed.
pub(crate) fn keeping_ui(ui: &mut Ui, keeping: &mut Keeping) -> bool {
    let p = palette(ui);
    ui.add_space(theme::STEP);
    ui.label(theme::small(text::KEEPING).color(p.muted));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0 * theme::STEP;
        for (choice, words) in [
            (KeepingChoice::Password, text::WITH_PASSWORD),
            (KeepingChoice::Open, text::WITHOUT_PASSWORD),
        ] {
            ui.radio_value(&mut keeping.choice, choice, words);
        }
    });
    match keeping.choice {
        KeepingChoice::Password => new_password_ui(ui, text::PASSWORD, &mut keeping.new),
        KeepingChoice::Open => {
            message(ui, Icon::TriangleAlert, text::OPEN_TO_ALL, p.warn, p.warn_soft);
            false
        }
    }
}

/// What makes the dossier, and whether it can.
pub(crate) fn act_of(keeping: &Keeping) -> (Icon, &'static str, bool) {
    match keeping.choice {
        KeepingChoice::Password => {
            (Icon::ArrowRight, text::NEXT, keeping.new.progress() == Progress::Ready)
        }
        KeepingChoice::Open => (Icon::FilePlus, text::MAKE_OPEN, true),
    }
}

/// A password that is typed twice. Says whether Enter was pressed when it was ready.
pub(crate) fn new_password_ui(ui: &mut Ui, label: &str, new: &mut NewPassword) -> bool {
    let p = palette(ui);
    let mut entered = secret_ui(ui, label, &mut new.first, &mut new.sight);
    let (words, ink) = match new.progress() {
        Progress::Empty => (text::rule(LEAST_CHARACTERS), p.muted),
        Progress::Short(more) => (text::more(more), p.warn),
        Progress::Differs | Progress::Ready => (text::LONG_ENOUGH.to_owned(), p.good),
    };
    ui.label(theme::small(&words).color(ink));
    entered |= secret_ui(ui, text::AGAIN, &mut new.again, &mut new.sight);
    let differs = new.progress() == Progress::Differs && !new.again.is_empty();
    let begins = new.first.as_str().starts_with(new.again.as_str());
    // The line keeps its room: nothing moves while one types.
    let words = if differs && !begins { text::DIFFERS } else { " " };
    ui.label(theme::small(words).color(p.bad));
    entered && new.progress() == Progress::Ready
}

/// Below a password: how it is typed, that it was wrong, how long one waits.
pub(crate) fn tried_ui(ui: &mut Ui, state: State, rest: u64, help: &str) {
    let p = palette(ui);
    if state == State::Wrong {
        message(ui, Icon::CircleAlert, text::WRONG, p.bad, p.bad_soft);
    }
    let waits = text::wait(rest);
    // One line, whichever: nothing moves when the wait is over.
    let words = match (state, rest) {
        (State::Busy, _) => text::ONE_MOMENT,
        (State::Asking | State::Wrong, 0) => help,
        (State::Asking | State::Wrong, _) => &waits,
    };
    ui.add(Label::new(theme::small(words).color(p.muted)).wrap());
}

pub(crate) fn unlock_ui(ui: &mut Ui, form: &mut Unlock, actions: &mut Actions) {
    let name = form.path.file_stem().unwrap_or_default().to_string_lossy();
    ui.add(Label::new(theme::bold(&*name)).truncate());
    let entered = secret_ui(ui, text::PASSWORD, &mut form.typed, &mut form.sight);
    tried_ui(ui, form.state, form.rest, text::UNLOCK_HELP);
    if entered && form.is_ready() {
        actions.push(Action::Confirm);
    }
    acts_ui(ui, Icon::FolderOpen, window::OPEN, form.is_ready(), actions);
}

pub(crate) fn form_ui(ui: &mut Ui, form: &mut SecurityForm, actions: &mut Actions) {
    let p = palette(ui);
    let words = match (form.task, &form.present) {
        (Task::Give, _) => text::GIVE_TEXT,
        (Task::Change, Present::Code(_)) => text::FORGOTTEN_TEXT,
        (Task::Change, Present::None | Present::Typed(_)) => text::CHANGE_TEXT,
        (Task::NewCode, _) => text::NEW_CODE_TEXT,
        (Task::Take, _) => text::TAKE_TEXT,
    };
    if form.task == Task::Take {
        message(ui, Icon::TriangleAlert, words, p.warn, p.warn_soft);
    } else {
        ui.add(Label::new(words).wrap());
    }
    let mut entered = false;
    if let Present::Typed(typed) = &mut form.present {
        entered |= secret_ui(ui, text::PRESENT_PASSWORD, typed, &mut form.sight);
        tried_ui(ui, form.state, form.rest, text::PRESENT_HELP);
    }
    if form.task.has_new() {
        entered |= new_password_ui(ui, text::NEW_PASSWORD, &mut form.new);
    }
    let (icon, act) = match form.task {
        Task::Give | Task::NewCode => (Icon::ArrowRight, text::GIVE_ACT),
        Task::Change => (Icon::Check, text::CHANGE_ACT),
        Task::Take => (Icon::LockOpen, text::TAKE_ACT),
    };
    if entered && form.is_ready() {
        actions.push(Action::Confirm);
    }
    acts_ui(ui, icon, act, form.is_ready(), actions);
}

pub(crate) fn recovery_ui(ui: &mut Ui, step: &mut RecoveryStep, actions: &mut Actions) {
    match step.view {
        View::Code => code_ui(ui, step, actions),
        View::TypeBack => type_back_ui(ui, step, actions),
    }
}

fn code_ui(ui: &mut Ui, step: &RecoveryStep, actions: &mut Actions) {
    let p = palette(ui);
    ui.add(Label::new(text::CODE_TEXT).wrap());
    Frame::new().fill(p.accent_soft).corner_radius(8).inner_margin(Margin::same(16)).show(
        ui,
        |ui| {
            ui.set_width(ui.available_width());
            ui.with_layout(Layout::top_down(Align::Center), |ui| {
                for line in in_two_lines(step.code()) {
                    // It is written on paper: what is copied stays in the computer.
                    let words = egui::RichText::new(line).font(theme::strong(18.0));
                    ui.add(Label::new(words).selectable(false));
                }
            });
        },
    );
    ui.add(Label::new(text::CODE_KEEP).wrap());
    ui.horizontal(|ui| {
        if icon_button(ui, Icon::Printer, text::PRINT_SHEET).clicked() {
            actions.push(Action::Guard(GuardAction::PrintSheet));
        }
        if icon_button(ui, Icon::Save, text::SAVE_SHEET).clicked() {
            actions.push(Action::Guard(GuardAction::SaveSheet));
        }
    });
    acts_from(ui, Icon::ArrowRight, text::ON_PAPER, true, First::Elsewhere, actions);
}

fn type_back_ui(ui: &mut Ui, step: &mut RecoveryStep, actions: &mut Actions) {
    let p = palette(ui);
    ui.add(Label::new(text::TYPE_BACK_TEXT).wrap());
    let entered = secret_ui(ui, text::TYPE_BACK, &mut step.typed, &mut step.sight);
    ui.label(theme::small(text::TYPE_BACK_HELP).color(p.muted));
    if step.state == State::Wrong {
        message(ui, Icon::CircleAlert, text::WRONG_CODE, p.bad, p.bad_soft);
    }
    if icon_button(ui, Icon::ArrowLeft, text::SEE_AGAIN).clicked() {
        actions.push(Action::Guard(GuardAction::SeeCode));
    }
    let ready = !step.typed.is_empty();
    if entered && ready {
        actions.push(Action::Confirm);
    }
    acts_ui(ui, Icon::Check, text::CHECK, ready, actions);
}
