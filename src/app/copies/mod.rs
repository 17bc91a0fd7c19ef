//! Backups in the window: by hand, by themselves, and the way back from one.

mod asking;
mod due;
mod making;
pub(crate) mod plan;
mod restoring;
mod watched;

use std::path::PathBuf;

use egui::Context;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::app::App;
use crate::app::action::{Place, SettingsPart};
use crate::app::copies::plan::{BackupPlace, BackupPlan, MOST_PLACES, Standing};
use crate::app::perform::Done;
use crate::app::world::{PathKind, PathQuestion};
use crate::backup::{self, Kept, Made, Series};
use crate::store::NewestLine;
use crate::texts::{copies as text, errors};

pub(crate) use asking::OwnPassword;
pub(crate) use due::Closing;
pub(crate) use making::Making;
pub(crate) use restoring::{Asked, Restoring, Stage};
pub(crate) use watched::Watched;

/// What the window knows of backups.
#[derive(Default)]
pub(crate) struct Copies {
    pub(crate) making: Option<Box<Making>>,
    /// What came of the last one that was made by hand.
    pub(crate) report: Option<Report>,
    /// Why the last one that should have been made by itself was not.
    pub(crate) failed: Option<String>,
    /// The backups in the folders of this dossier, once they were looked for.
    pub(crate) found: Option<Found>,
    /// Up to where the journal goes, and after how many changes that was looked up.
    newest: Option<(u64, Option<NewestLine>)>,
    /// When it was last looked at whether one is due.
    looked: Option<Timestamp>,
    /// Tells what comes back from what came of an earlier one.
    serial: u64,
}

/// What lies in the folders of a dossier.
pub(crate) struct Found {
    pub(crate) kept: Vec<Kept>,
    /// Folders that are not there now.
    pub(crate) gone: Vec<PathBuf>,
}

/// What came of a backup that was made by hand.
pub(crate) enum Report {
    Made(Box<Made>),
    Stopped,
    Failed(String),
}

/// What concerns backups, as a screen wants it.
#[derive(Debug)]
pub(crate) enum CopiesAction {
    /// One now, by hand.
    Make,
    Stop,
    /// Where they are made by themselves: in the place of this one, or one more.
    ChooseFolder(Option<PathBuf>),
    /// Here no more. What lies there stays.
    LeaveFolder(PathBuf),
    /// Asks which one to restore.
    ChooseBackup,
    Restore(PathBuf),
    /// Asks where the dossier comes.
    ChoosePlace,
    /// Closes without waiting for the backup.
    CloseWithout,
}

/// What comes back from a thread, or from the system's dialog.
pub(crate) enum Back {
    Made(making::Back),
    Place(Option<crate::store::Password>, Option<PathBuf>),
    Folder(Option<PathBuf>, Option<PathBuf>),
    Found(u64, Found),
    Chosen(Option<PathBuf>),
    NewPlace(Option<PathBuf>),
    Restored(restoring::Back),
}

/// An open question about backups.
#[derive(Debug)]
pub(crate) enum CopiesDialog {
    /// Under which password one is made by hand.
    Password(OwnPassword),
    Closing(Closing),
    Restore(Box<Restoring>),
    /// Of a restored dossier, told once.
    Code(String),
}

impl Copies {
    /// Another dossier, or none: what was known was of the one before.
    pub(crate) fn dossier_changed(&mut self) {
        *self = Self { serial: self.serial + 1, ..Self::default() };
    }
}

impl App {
    pub(crate) fn copies(&mut self, ctx: &Context, action: CopiesAction) {
        match action {
            CopiesAction::Make => self.ask_copy(ctx),
            CopiesAction::Stop => self.stop_copy(),
            CopiesAction::ChooseFolder(old) => {
                let folder = old.clone();
                let question = PathQuestion {
                    title: text::FOLDER_TITLE.to_owned(),
                    kind: PathKind::Folder,
                    filter: None,
                    folder,
                };
                self.ask_path(ctx, question, |new| Done::Copies(Back::Folder(old, new)));
            }
            CopiesAction::LeaveFolder(folder) => {
                self.change_plan(|plan| plan.places.retain(|place| place.folder != folder));
                self.look_for_copies(ctx);
            }
            CopiesAction::ChooseBackup => self.choose_backup(ctx),
            CopiesAction::Restore(path) => self.look_at_backup(ctx, path),
            CopiesAction::ChoosePlace => self.choose_restore_place(ctx),
            CopiesAction::CloseWithout => self.close_without_copy(ctx),
        }
    }

    pub(crate) fn copies_back(&mut self, ctx: &Context, back: Back) {
        match back {
            Back::Made(back) => self.copied(ctx, back),
            Back::Place(own, path) => self.copy_place(ctx, own, path),
            Back::Folder(old, new) => self.copy_folder(ctx, old, new),
            Back::Found(serial, found) => {
                if serial == self.copies.serial {
                    self.copies.found = Some(found);
                }
            }
            Back::Chosen(path) => {
                if let Some(path) = path {
                    self.look_at_backup(ctx, path);
                }
            }
            Back::NewPlace(path) => self.restore_place(path),
            Back::Restored(back) => self.restore_back(ctx, back),
        }
    }

    /// What is remembered of the backups of the open dossier.
    pub(crate) fn plan(&self) -> Option<&BackupPlan> {
        self.preferences.backup_plan(self.session.as_ref()?.store.path()?)
    }

    fn change_plan(&mut self, change: impl FnOnce(&mut BackupPlan)) {
        let path = self.session.as_ref().and_then(|session| session.store.path());
        if let Some(path) = path {
            self.preferences.change_backup_plan(path, change);
            self.world.remember(&self.preferences);
        }
    }

    /// How it stands with the backups of the open dossier.
    pub(crate) fn standing_of_copies(&mut self) -> Standing {
        let newest = self.newest_line();
        plan::standing(self.plan(), newest, self.world.today(), &TimeZone::system())
    }

    /// Up to where the journal goes; looked up again only when something was changed.
    fn newest_line(&mut self) -> Option<NewestLine> {
        let session = self.session.as_ref()?;
        match self.copies.newest {
            Some((changes, newest)) if changes == session.changes() => newest,
            Some(_) | None => {
                // What cannot be read says so where it is needed.
                let newest = session.store.newest_line().ok().flatten();
                self.copies.newest = Some((session.changes(), newest));
                newest
            }
        }
    }

    fn copy_folder(&mut self, ctx: &Context, old: Option<PathBuf>, new: Option<PathBuf>) {
        let Some(new) = new else { return };
        let series = match Series::new() {
            Ok(series) => series,
            Err(err) => {
                self.notices.bad(errors::store(&err));
                return;
            }
        };
        self.change_plan(|plan| {
            plan.series.get_or_insert(series);
            if plan.places.iter().any(|place| place.folder == new) {
                return;
            }
            let place = BackupPlace { folder: new, last: None };
            match plan.places.iter_mut().find(|own| Some(&own.folder) == old.as_ref()) {
                Some(own) => *own = place,
                None => plan.places.push(place),
            }
            plan.places.truncate(MOST_PLACES);
        });
        self.copies.failed = None;
        // The first one at once: then it is known whether it can be made there.
        self.copies.looked = None;
        self.look_for_copies(ctx);
    }

    /// Looks beside the window which backups of this dossier there are.
    pub(crate) fn look_for_copies(&mut self, ctx: &Context) {
        let Some(plan) = self.plan() else {
            self.copies.found = None;
            return;
        };
        let plan = plan.clone();
        let Some(session) = &self.session else { return };
        let lock = session.store.lock().cloned();
        self.copies.serial += 1;
        let (serial, outbox, ctx) = (self.copies.serial, self.outbox.clone(), ctx.clone());
        self.world.start(
            "reservekopieën",
            Box::new(move || {
                let mut kept = backup::kept_by(&plan.folders(), lock.as_ref());
                // In the same folder may lie those of another dossier without a password.
                kept.retain(|kept| plan.owns(kept));
                let folders = plan.places.into_iter().map(|place| place.folder);
                let gone = folders.filter(|folder| !folder.is_dir()).collect();
                outbox.send(Done::Copies(Back::Found(serial, Found { kept, gone }))).ok();
                ctx.request_repaint();
            }),
        );
    }

    /// One is at another place now.
    pub(crate) fn now_at(&mut self, ctx: &Context, place: Place) {
        self.place = place;
        if place == Place::Settings(SettingsPart::Backups) {
            self.look_for_copies(ctx);
        }
    }

    /// A dialog about backups was left.
    pub(crate) fn left_copies_dialog(&mut self, dialog: CopiesDialog) {
        match dialog {
            CopiesDialog::Closing(_) => {
                if let Some(making) = &mut self.copies.making {
                    making.do_not_close();
                }
            }
            CopiesDialog::Restore(restoring) => restoring.stop(),
            CopiesDialog::Password(_) | CopiesDialog::Code(_) => {}
        }
    }

    /// What a dialog about backups holds counts.
    pub(crate) fn confirm_copies(&mut self, ctx: &Context, dialog: CopiesDialog) {
        match dialog {
            CopiesDialog::Password(own) => self.confirm_own_password(ctx, own),
            CopiesDialog::Restore(restoring) => self.confirm_restore(ctx, *restoring),
            CopiesDialog::Closing(_) | CopiesDialog::Code(_) => {}
        }
    }
}
