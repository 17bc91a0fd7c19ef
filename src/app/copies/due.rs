//! Backups that are made by themselves: once a day, and before something closes.

use std::path::{Path, PathBuf};
use std::time::Duration;

use egui::Context;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::app::App;
use crate::app::copies::CopiesDialog;
use crate::app::copies::making::Why;
use crate::app::copies::plan::LastBackup;
use crate::app::dialogs::{Dialog, Leave};
use crate::files;
use crate::texts::backup as names;

/// Closing waits for a backup.
#[derive(Debug)]
pub(crate) struct Closing {
    pub(crate) leave: Leave,
    /// Why there is none after all.
    pub(crate) failed: Option<String>,
}

/// How often it is looked at whether one is due, in seconds.
const OFTEN: u64 = 600;
/// So long after the last change one is made by itself, in seconds: then nobody is in the middle of something.
const CALM: i128 = 60;

impl App {
    /// One is made by itself once a day, when something has changed and nobody is in the middle of something.
    pub(super) fn copy_if_due(&mut self, ctx: &Context, now: Timestamp) {
        let Some(session) = &self.session else { return };
        let busy = self.dialog.is_some() || session.batches.running();
        if busy || !self.drafts.unsettled().is_empty() {
            return;
        }
        let since = |then: Timestamp| now.duration_since(then).as_millis() / 1_000;
        if self.copies.looked.is_some_and(|then| since(then) < i128::from(OFTEN)) {
            return;
        }
        self.copies.looked = Some(now);
        ctx.request_repaint_after(Duration::from_secs(OFTEN));
        let newest = self.newest_line();
        let calm = newest.and_then(|line| line.at).is_none_or(|at| !(0..CALM).contains(&since(at)));
        let today = self.world.today();
        let day = |last: LastBackup| last.at.to_zoned_datetime(TimeZone::system()).date();
        let Some(plan) = self.plan() else { return };
        let due = plan.places.iter().filter(|place| {
            let old = place.last.is_none_or(|last| day(last) < today && calm);
            old && place.is_behind(newest)
        });
        let mut folders: Vec<PathBuf> = due.map(|place| place.folder.clone()).collect();
        if !folders.is_empty() {
            let folder = folders.remove(0);
            self.begin_copy(ctx, Why::Automatic(folder), None, folders, None);
        }
    }

    /// Before something closes: whether a backup is made first. The dossier closes by itself after it.
    pub(crate) fn copy_before(&mut self, ctx: &Context, leave: Leave) -> bool {
        let newest = self.newest_line();
        let places = self.plan().map(|plan| plan.places.clone()).unwrap_or_default();
        let behind = places.into_iter().filter(|place| place.is_behind(newest));
        let mut folders: Vec<PathBuf> = behind.map(|place| place.folder).collect();
        match &mut self.copies.making {
            Some(making) => {
                if let Why::Automatic(folder) = &making.why {
                    folders.retain(|own| own != folder);
                }
                (making.then, making.left) = (Some(leave), folders);
            }
            None if folders.is_empty() => return false,
            None => {
                let folder = folders.remove(0);
                self.begin_copy(ctx, Why::Automatic(folder), None, folders, Some(leave));
            }
        }
        // What could not even begin has said so there.
        if self.copies.making.is_some() {
            let closing = Closing { leave, failed: None };
            self.dialog = Some(Dialog::Copies(CopiesDialog::Closing(closing)));
        }
        true
    }

    /// Nothing more is made, and no half file stays.
    pub(super) fn stop_copy(&mut self) {
        if let Some(making) = &self.copies.making {
            making.watched.stop();
        }
    }

    /// Closes without waiting for the backup. A thread that has it is told to stop first.
    pub(super) fn close_without_copy(&mut self, ctx: &Context) {
        let Some(Dialog::Copies(CopiesDialog::Closing(closing))) = &self.dialog else { return };
        let leave = closing.leave;
        if let Some(making) = &mut self.copies.making {
            making.watched.stop();
            (making.then, making.left) = (Some(leave), Vec::new());
        } else {
            self.close_now(ctx, leave);
        }
    }
}

/// The name of one that is made by itself: of the dossier and the moment.
pub(super) fn free_name(folder: &Path, dossier: &Path, now: Timestamp) -> PathBuf {
    let now = now.to_zoned_datetime(TimeZone::system()).datetime();
    let named = |n| folder.join(names::numbered_name(dossier, now, n));
    (1..MOST_NAMES)
        .map(named)
        .find(|path| !files::is_there(path))
        .unwrap_or_else(|| named(MOST_NAMES))
}

const MOST_NAMES: u32 = 100;
