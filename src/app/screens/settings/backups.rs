//! Backups: one now, where they are made by themselves, and the way back.

use std::path::Path;

use egui::{Align, Layout, RichText, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::action::{Action, Actions};
use crate::app::copies::plan::{BackupPlace, BackupPlan, MOST_PLACES, Standing};
use crate::app::copies::{Copies, CopiesAction, Making, Report};
use crate::app::screens::card_ui;
use crate::app::screens::copies::{moment, progress_ui};
use crate::app::session::Session;
use crate::app::theme::{self, CONTROL, palette};
use crate::app::widgets::button::{
    icon_button, icon_button_about, icon_button_if, main_button, message, picture,
};
use crate::backup::{Contents, Kept, Made, Protection};
use crate::domain::RecordKind;
use crate::texts::{choices, copies as text};

/// How many of those that lie there are shown.
const MOST_SHOWN: usize = 8;

/// Draws the three cards.
pub(crate) fn ui(
    ui: &mut Ui,
    actions: &mut Actions,
    session: &Session,
    copies: &Copies,
    plan: Option<&BackupPlan>,
    standing: Standing,
) {
    card_ui(ui, text::PART, |ui| {
        standing_ui(ui, standing);
        if let Some(failed) = &copies.failed {
            let p = palette(ui);
            message(ui, Icon::CircleAlert, failed, p.bad, p.bad_soft);
        }
        match &copies.making {
            Some(making) => making_ui(ui, making, actions),
            None => make_ui(ui, session, copies, actions),
        }
    });
    card_ui(ui, text::AUTOMATIC, |ui| automatic_ui(ui, session, copies, plan, actions));
    card_ui(ui, text::RESTORE_PART, |ui| {
        muted_ui(ui, text::RESTORE_TEXT);
        if icon_button(ui, Icon::History, text::RESTORE).clicked() {
            actions.push(Action::Copies(CopiesAction::ChooseBackup));
        }
        if let Some(found) = copies.found.as_ref().filter(|_| plan.is_some()) {
            found_ui(ui, &found.kept, actions);
        }
    });
}

fn muted_ui(ui: &mut Ui, words: &str) {
    let muted = palette(ui).muted;
    ui.add(egui::Label::new(RichText::new(words).color(muted)).wrap());
}

fn standing_ui(ui: &mut Ui, standing: Standing) {
    let p = palette(ui);
    let (icon, words, ink, ground) = match standing {
        Standing::NothingToKeep => {
            muted_ui(ui, text::NOTHING_YET);
            return;
        }
        Standing::Never => (Icon::TriangleAlert, text::NEVER.to_owned(), p.warn, p.warn_soft),
        Standing::Overdue(at) => {
            (Icon::TriangleAlert, text::overdue(&moment(at)), p.warn, p.warn_soft)
        }
        Standing::Good(at) => (Icon::CircleCheck, text::last(&moment(at)), p.good, p.good_soft),
    };
    message(ui, icon, &words, ink, ground);
}

fn making_ui(ui: &mut Ui, making: &Making, actions: &mut Actions) {
    let what = if making.checking() { text::CHECKING } else { text::MAKING };
    ui.label(theme::bold(what));
    progress_ui(ui, what, &making.watched, making.time_left);
    if icon_button_if(ui, !making.watched.stopping(), Icon::Square, text::STOP).clicked() {
        actions.push(Action::Copies(CopiesAction::Stop));
    }
}

fn make_ui(ui: &mut Ui, session: &Session, copies: &Copies, actions: &mut Actions) {
    let p = palette(ui);
    match &copies.report {
        Some(Report::Made(made)) => made_ui(ui, made),
        Some(Report::Stopped) => {
            message(ui, Icon::Info, text::STOPPED, p.muted, p.line);
        }
        Some(Report::Failed(sentence)) => {
            message(ui, Icon::CircleAlert, sentence, p.bad, p.bad_soft);
        }
        None => {}
    }
    muted_ui(ui, text::MAKE_TEXT);
    if session.store.lock().is_some() {
        muted_ui(ui, text::SAME_PASSWORD);
    }
    if main_button(ui, Icon::Archive, text::MAKE).clicked() {
        actions.push(Action::Copies(CopiesAction::Make));
    }
}

/// How large it is, what it holds, and that it was read back.
fn made_ui(ui: &mut Ui, made: &Made) {
    let p = palette(ui);
    let Made { path, bytes, contents, .. } = made;
    theme::banner(p.good_soft).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            picture(ui, Icon::CircleCheck, 14.0, p.good);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = theme::STEP;
                let place = text::made_where(&path.display().to_string(), *bytes);
                for words in [text::MADE.to_owned(), place, holds(contents)] {
                    ui.add(
                        egui::Label::new(RichText::new(words).color(p.good))
                            .wrap()
                            .selectable(true),
                    );
                }
            });
        });
    });
}

/// What is in a backup, in a sentence.
fn holds(contents: &Contents) -> String {
    let kinds = [RecordKind::Learner, RecordKind::Leerbedrijf, RecordKind::Traineeship];
    let mut counts: Vec<String> =
        kinds.iter().map(|kind| choices::count_of(*kind, contents.records(*kind))).collect();
    counts.push(text::document_count(contents.documents()));
    text::holds(&counts)
}

fn automatic_ui(
    ui: &mut Ui,
    session: &Session,
    copies: &Copies,
    plan: Option<&BackupPlan>,
    actions: &mut Actions,
) {
    let p = palette(ui);
    muted_ui(ui, text::AUTOMATIC_TEXT);
    let places = plan.map_or(&[][..], |plan| &plan.places);
    for place in places {
        place_ui(ui, place, copies, actions);
    }
    if !places.is_empty() && session.store.lock().is_none() {
        message(ui, Icon::TriangleAlert, text::OPEN_TO_ALL, p.warn, p.warn_soft);
    }
    if places.len() < MOST_PLACES {
        let words = if places.is_empty() {
            text::FIRST_FOLDER
        } else {
            muted_ui(ui, text::SECOND_TEXT);
            text::SECOND_FOLDER
        };
        if icon_button(ui, Icon::FolderOpen, words).clicked() {
            actions.push(Action::Copies(CopiesAction::ChooseFolder(None)));
        }
    }
}

fn place_ui(ui: &mut Ui, place: &BackupPlace, copies: &Copies, actions: &mut Actions) {
    let p = palette(ui);
    let BackupPlace { folder, last } = place;
    let gone = copies.found.as_ref().is_some_and(|found| found.gone.contains(folder));
    let name = folder.display().to_string();
    ui.horizontal(|ui| {
        ui.set_min_height(CONTROL);
        picture(ui, Icon::Folder, 16.0, p.muted);
        let width = (ui.available_width() - ACT).max(ACT);
        ui.allocate_ui_with_layout(Vec2::new(width, CONTROL), Layout::top_down(Align::Min), |ui| {
            ui.set_min_width(width);
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add(egui::Label::new(&name).truncate());
            let (words, ink) = match last {
                Some(_) | None if gone => (text::FOLDER_GONE.to_owned(), p.warn),
                Some(last) => (text::folder_last(&moment(last.at)), p.muted),
                None => (text::FOLDER_NEVER.to_owned(), p.muted),
            };
            ui.label(theme::small(words).color(ink));
        });
        if icon_button_about(ui, Icon::X, text::FOLDER_STOP, &name).clicked() {
            actions.push(Action::Copies(CopiesAction::LeaveFolder(folder.clone())));
        }
    });
}

/// The room for what can be done with a folder.
const ACT: f32 = 150.0;

/// The newest that lie in the folders of this dossier.
fn found_ui(ui: &mut Ui, kept: &[Kept], actions: &mut Actions) {
    let p = palette(ui);
    if kept.is_empty() {
        muted_ui(ui, text::NO_BACKUPS_HERE);
        return;
    }
    ui.label(theme::bold(text::found(kept.len())));
    egui::Grid::new("backups that lie there").spacing([24.0, 4.0]).show(ui, |ui| {
        for one in kept.iter().take(MOST_SHOWN) {
            let Kept { path, bytes, protection, contents } = one;
            let made = moment(contents.made);
            ui.label(&made).on_hover_text(path.display().to_string());
            ui.label(RichText::new(text::size_of(*bytes)).color(p.muted));
            ui.label(RichText::new(folder_of(path)).color(p.muted));
            let open = matches!(protection, Protection::Geen);
            ui.label(theme::small(if open { text::WITHOUT } else { "" }).color(p.warn));
            if icon_button_about(ui, Icon::Eye, text::LOOK, &made).clicked() {
                actions.push(Action::Copies(CopiesAction::Restore(path.clone())));
            }
            ui.end_row();
        }
    });
    if kept.len() > MOST_SHOWN {
        muted_ui(ui, &text::and_older(kept.len() - MOST_SHOWN));
    }
}

fn folder_of(path: &Path) -> String {
    let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
    folder.to_string_lossy().into_owned()
}
