//! Backups over the window: a password for one, closing that waits for one, what one holds before it is restored.

use std::cmp::Ordering;
use std::time::Duration;

use egui::{Align, Label, Layout, ProgressBar, RichText, ScrollArea, Ui, Vec2};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use lucide_icons::Icon;

use crate::app::action::{Action, Actions};
use crate::app::copies::plan::Standing;
use crate::app::copies::{
    Asked, Closing, Copies, CopiesAction, CopiesDialog, OwnPassword, Restoring, Stage, Watched,
};
use crate::app::guard::KeepingChoice;
use crate::app::screens::dialogs::acts_ui;
use crate::app::screens::security::new_password_ui;
use crate::app::theme::{self, CONTROL, palette};
use crate::app::widgets::button::{icon_button, icon_button_if, message};
use crate::app::widgets::secret::secret_ui;
use crate::backup::{Contents, Protection};
use crate::domain::RecordKind;
use crate::domain::day::shown;
use crate::texts::{backup as words, choices, common, copies as text, window};

/// What the dialog is called.
pub(crate) const fn title(dialog: &CopiesDialog) -> &'static str {
    match dialog {
        CopiesDialog::Password(_) => text::OWN_TITLE,
        CopiesDialog::Closing(_) => text::CLOSING_TITLE,
        CopiesDialog::Restore(_) => text::RESTORE_TITLE,
        CopiesDialog::Code(_) => text::CODE_TITLE,
    }
}

/// Whether what is shown needs room.
pub(crate) const fn wide(dialog: &CopiesDialog) -> bool {
    match dialog {
        CopiesDialog::Restore(restoring) => matches!(restoring.stage, Stage::Asking(_)),
        CopiesDialog::Password(_) | CopiesDialog::Closing(_) | CopiesDialog::Code(_) => false,
    }
}

/// Whether something would be lost that was typed, or that is shown once.
pub(crate) fn holds_work(dialog: &CopiesDialog) -> bool {
    match dialog {
        CopiesDialog::Password(own) => !own.new.first.is_empty(),
        CopiesDialog::Code(_) => true,
        CopiesDialog::Closing(_) | CopiesDialog::Restore(_) => false,
    }
}

/// Draws the dialog.
pub(crate) fn ui(ui: &mut Ui, dialog: &mut CopiesDialog, copies: &Copies, actions: &mut Actions) {
    match dialog {
        CopiesDialog::Password(own) => password_ui(ui, own, actions),
        CopiesDialog::Closing(closing) => closing_ui(ui, closing, copies, actions),
        CopiesDialog::Restore(restoring) => restore_ui(ui, restoring, actions),
        CopiesDialog::Code(code) => {
            ui.add(Label::new(text::CODE_TEXT).wrap());
            ui.add(Label::new(theme::bold(code.as_str()).monospace().size(18.0)).selectable(true));
            if icon_button(ui, Icon::Check, text::CODE_NOTED).clicked() {
                actions.push(Action::CloseDialog);
            }
        }
    }
}

fn password_ui(ui: &mut Ui, own: &mut OwnPassword, actions: &mut Actions) {
    let p = palette(ui);
    ui.add(Label::new(text::OWN_TEXT).wrap());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0 * theme::STEP;
        for (choice, words) in [
            (KeepingChoice::Password, text::WITH_PASSWORD),
            (KeepingChoice::Open, text::WITHOUT_PASSWORD),
        ] {
            ui.radio_value(&mut own.choice, choice, words);
        }
    });
    match own.choice {
        KeepingChoice::Password => {
            if new_password_ui(ui, text::PASSWORD, &mut own.new) {
                actions.push(Action::Confirm);
            }
            ui.add(Label::new(theme::small(text::PASSWORD_HELP).color(p.muted)).wrap());
        }
        KeepingChoice::Open => {
            message(ui, Icon::TriangleAlert, text::WITHOUT_TEXT, p.warn, p.warn_soft);
        }
    }
    acts_ui(ui, Icon::ArrowRight, text::GO_ON, own.fits(), actions);
}

fn closing_ui(ui: &mut Ui, closing: &Closing, copies: &Copies, actions: &mut Actions) {
    let p = palette(ui);
    if let Some(failed) = &closing.failed {
        message(ui, Icon::CircleAlert, failed, p.bad, p.bad_soft);
    } else {
        ui.add(Label::new(RichText::new(text::CLOSING_TEXT).color(p.muted)).wrap());
        if let Some(making) = &copies.making {
            progress_ui(ui, text::CLOSING_TITLE, &making.watched, making.time_left);
        }
    }
    ui.add_space(theme::STEP);
    ui.horizontal(|ui| {
        let stopping = copies.making.as_ref().is_some_and(|making| making.watched.stopping());
        if icon_button_if(ui, !stopping, Icon::LogOut, text::CLOSE_WITHOUT).clicked() {
            actions.push(Action::Copies(CopiesAction::CloseWithout));
        }
        if ui.add(egui::Button::new(common::CANCEL).min_size([0.0, CONTROL].into())).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

/// How far it is, and how long it takes; every line keeps its room.
pub(crate) fn progress_ui(ui: &mut Ui, name: &str, watched: &Watched, left: Option<Duration>) {
    let p = palette(ui);
    ui.scope(|ui| {
        // On a card the bar would not show how much is left.
        ui.visuals_mut().extreme_bg_color = p.line;
        ui.add(ProgressBar::new(watched.part()).desired_height(12.0).fill(p.accent))
            .accessible_name(name);
    });
    let words = if watched.stopping() { text::STOPPING.to_owned() } else { text::time_left(left) };
    ui.label(RichText::new(words).color(p.muted));
}

fn restore_ui(ui: &mut Ui, restoring: &mut Restoring, actions: &mut Actions) {
    let p = palette(ui);
    let name = restoring.file.file_name().unwrap_or_default().to_string_lossy();
    ui.add(Label::new(RichText::new(name).color(p.muted)).wrap());
    match &mut restoring.stage {
        Stage::Looking(watched) => {
            working_ui(ui, text::LOOKING, watched, restoring.time_left, actions);
        }
        Stage::Building(watched) => {
            working_ui(ui, text::BUILDING, watched, restoring.time_left, actions);
        }
        Stage::Password { typed, sight, wrong } => {
            if let Some(wrong) = wrong {
                message(ui, Icon::CircleAlert, wrong, p.bad, p.bad_soft);
            }
            let entered = secret_ui(ui, text::RESTORE_PASSWORD, typed, sight);
            let help = theme::small(text::RESTORE_PASSWORD_TEXT).color(p.muted);
            ui.add(Label::new(help).wrap());
            if entered && !typed.is_empty() {
                actions.push(Action::Confirm);
            }
            acts_ui(ui, Icon::Eye, text::LOOK, !typed.is_empty(), actions);
        }
        Stage::Asking(asked) => asking_ui(ui, asked, actions),
        Stage::Refused(sentence) => {
            message(ui, Icon::CircleAlert, sentence, p.bad, p.bad_soft);
            if icon_button(ui, Icon::X, common::CLOSE).clicked() {
                actions.push(Action::CloseDialog);
            }
        }
    }
}

fn working_ui(
    ui: &mut Ui,
    what: &str,
    watched: &Watched,
    left: Option<Duration>,
    actions: &mut Actions,
) {
    ui.label(what);
    progress_ui(ui, what, watched, left);
    if icon_button_if(ui, !watched.stopping(), Icon::Square, text::STOP).clicked() {
        actions.push(Action::CloseDialog);
    }
}

fn asking_ui(ui: &mut Ui, asked: &Asked, actions: &mut Actions) {
    // What is decided with stays in sight, however low the window is.
    let most = (ui.ctx().content_rect().height() - AROUND).max(LEAST);
    ScrollArea::vertical().max_height(most).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0 * theme::STEP;
        judge_ui(ui, asked);
        compare_ui(ui, &asked.contents, asked.present.as_ref());
        place_ui(ui, asked, actions);
    });
    acts_ui(ui, Icon::History, text::RESTORE_NOW, asked.to.is_some(), actions);
}

/// What the dialog takes above and below what it shows, with room around it; and the least that is shown.
const AROUND: f32 = 220.0;
const LEAST: f32 = 160.0;

/// What to know before one decides.
fn judge_ui(ui: &mut Ui, asked: &Asked) {
    let p = palette(ui);
    let Asked { contents, present, protection, .. } = asked;
    if let Some(present) = present {
        let other = contents.school != present.school;
        if other && contents.school.is_some() && present.school.is_some() {
            message(ui, Icon::TriangleAlert, text::OTHER_SCHOOL, p.warn, p.warn_soft);
        }
        let (icon, words, ink, ground) = match contents.newest_change.cmp(&present.newest_change) {
            Ordering::Less => (Icon::TriangleAlert, text::OLDER, p.warn, p.warn_soft),
            Ordering::Equal => (Icon::Info, text::SAME_TIME, p.good, p.good_soft),
            Ordering::Greater => (Icon::Info, text::NEWER, p.good, p.good_soft),
        };
        message(ui, icon, words, ink, ground);
    }
    let older = contents.schema_version < crate::store::newest_version();
    let older = older.then(|| text::older_version(contents.schema_version));
    let open = (*protection == Protection::Geen).then(|| words::OPEN_TO_ALL.to_owned());
    for words in older.into_iter().chain(open) {
        ui.add(Label::new(RichText::new(words).color(p.muted)).wrap());
    }
}

fn place_ui(ui: &mut Ui, asked: &Asked, actions: &mut Actions) {
    let p = palette(ui);
    let place = asked.to.as_ref().map(|to| to.display().to_string()).unwrap_or_default();
    ui.label(theme::small(text::PLACE).color(p.muted));
    ui.add(Label::new(place).wrap());
    if asked.present.is_some() {
        ui.add(Label::new(RichText::new(text::PRESENT_STAYS).color(p.good)).wrap());
    } else if icon_button(ui, Icon::FolderOpen, window::OTHER_PLACE).clicked() {
        actions.push(Action::Copies(CopiesAction::ChoosePlace));
    }
}

/// How wide the columns are, and how high a line.
const COLUMNS: [f32; 4] = [184.0, 168.0, 158.0, 160.0];
const LINE: f32 = 22.0;

/// What the backup holds, beside what is open.
fn compare_ui(ui: &mut Ui, backup: &Contents, present: Option<&Contents>) {
    let p = palette(ui);
    let moment = |at: Option<Timestamp>| at.map_or_else(|| text::NONE.to_owned(), moment);
    let school = |contents: &Contents| contents.school.clone().unwrap_or(text::NONE.to_owned());
    let version = |contents: &Contents| text::version(&contents.program, contents.schema_version);
    ui.spacing_mut().item_spacing.y = 0.0;
    let head = |words: &str| theme::small(words).color(p.muted);
    let now_head = present.map_or("", |_| text::OPEN_NOW);
    let difference_head = present.map_or("", |_| text::DIFFERENCE);
    line_ui(ui, [head(""), head(text::IN_BACKUP), head(now_head), head(difference_head)]);
    let mut fact = |name: &str, there: String, now: Option<String>| {
        let now = RichText::new(now.unwrap_or_default());
        line_ui(ui, [RichText::new(name), RichText::new(there), now, RichText::new("")]);
    };
    fact(text::MADE_AT, self::moment(backup.made), None);
    fact(text::SCHOOL, school(backup), present.map(school));
    let newest = present.map(|now| moment(now.newest_change));
    fact(text::NEWEST_CHANGE, moment(backup.newest_change), newest);
    fact(text::VERSION, version(backup), present.map(version));
    let kinds = RecordKind::ALL.iter().filter(|kind| **kind != RecordKind::School);
    let counted = kinds.map(|kind| {
        let name = common::capital(choices::records(*kind));
        (name, backup.records(*kind), present.map(|now| now.records(*kind)))
    });
    let all = counted.chain([
        (text::DOCUMENTS.to_owned(), backup.documents(), present.map(Contents::documents)),
        (text::LINES.to_owned(), backup.journal_lines(), present.map(Contents::journal_lines)),
    ]);
    for (name, there, now) in all.filter(|(_, there, now)| there + now.unwrap_or(0) > 0) {
        let difference = match now {
            Some(now) if now != there => theme::bold(text::difference(there, now)),
            Some(_) => RichText::new(text::EQUAL).color(p.muted),
            None => RichText::new(""),
        };
        let now = RichText::new(now.map(count).unwrap_or_default());
        line_ui(ui, [RichText::new(name), RichText::new(count(there)), now, difference]);
    }
    ui.spacing_mut().item_spacing.y = 2.0 * theme::STEP;
    ui.add_space(theme::STEP);
}

/// A line of the comparison: what does not fit is cut, and shown when one points at it.
fn line_ui(ui: &mut Ui, cells: [RichText; 4]) {
    ui.horizontal(|ui| {
        ui.set_min_height(LINE);
        ui.spacing_mut().interact_size.y = LINE;
        for (width, words) in COLUMNS.into_iter().zip(cells) {
            let left = Layout::left_to_right(Align::Center);
            ui.allocate_ui_with_layout(Vec2::new(width, LINE), left, |ui| {
                ui.set_min_width(width);
                ui.add(Label::new(words).truncate());
            });
        }
    });
}

/// A discreet line in the navigation: how it stands, or how far one is.
pub(crate) fn in_navigation(copies: &Copies, standing: Standing, today: Date) -> Option<String> {
    if let Some(making) = &copies.making {
        return Some(text::nav_making(making.watched.percent()));
    }
    let days = |at: Timestamp| {
        let made = at.to_zoned_datetime(TimeZone::system()).date();
        made.until(today).map_or(0, |span| span.get_days())
    };
    match standing {
        Standing::NothingToKeep => None,
        Standing::Never => Some(text::NAV_NEVER.to_owned()),
        Standing::Overdue(at) | Standing::Good(at) => Some(text::nav_last(days(at))),
    }
}

pub(crate) fn moment(at: Timestamp) -> String {
    let at = at.to_zoned_datetime(TimeZone::system());
    format!("{} {:02}:{:02}", shown(at.date()), at.hour(), at.minute())
}

pub(crate) fn count(n: u64) -> String {
    common::grouped(usize::try_from(n).unwrap_or(usize::MAX))
}
