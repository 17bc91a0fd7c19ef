//! The way back from a backup: looked at as a whole, shown beside what is open, and only then put in its place.

use std::path::{Path, PathBuf};
use std::time::Duration;

use egui::Context;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::app::App;
use crate::app::copies::{CopiesDialog, Watched};
use crate::app::dialogs::Dialog;
use crate::app::guard::{Secret, Sight};
use crate::app::outside::{DOSSIERS, ENDING, with_ending};
use crate::app::perform::Done;
use crate::app::session::Session;
use crate::app::world::{PathKind, PathQuestion};
use crate::backup::{Backup, BackupError, Contents, Protection, Rebuilt, Restored};
use crate::store::keys::Lock;
use crate::store::{Password, Store, StoreError};
use crate::texts::{backup as names, copies as text, errors, window};

/// A backup on its way back.
#[derive(Debug)]
pub(crate) struct Restoring {
    pub(crate) file: PathBuf,
    pub(crate) stage: Stage,
    pub(crate) time_left: Option<Duration>,
    serial: u64,
    began: Timestamp,
}

/// How far it is.
#[derive(Debug)]
pub(crate) enum Stage {
    /// All of it is read.
    Looking(Watched),
    Password {
        typed: Secret,
        sight: Sight,
        /// What is wrong with the one before.
        wrong: Option<String>,
    },
    /// What it holds, before anything happens.
    Asking(Box<Asked>),
    /// The new dossier is built beside the present one.
    Building(Watched),
    Refused(String),
}

/// What is to be decided upon.
#[derive(Debug)]
pub(crate) struct Asked {
    backup: Backup,
    pub(crate) contents: Contents,
    pub(crate) protection: Protection,
    /// What the open dossier holds.
    pub(crate) present: Option<Contents>,
    /// Where the dossier comes.
    pub(crate) to: Option<PathBuf>,
}

/// What a thread brings back.
pub(crate) enum Back {
    Looked(u64, Box<Result<(Backup, Contents), BackupError>>),
    Built(u64, Box<Result<Rebuilt, BackupError>>),
    Put(Box<Put>),
}

/// What stands in the place of the dossier now.
pub(crate) struct Put {
    to: PathBuf,
    restored: Result<Restored, BackupError>,
    opened: Option<Result<Box<Session>, StoreError>>,
}

impl Restoring {
    /// Whoever works for it stops.
    pub(super) fn stop(&self) {
        match &self.stage {
            Stage::Looking(watched) | Stage::Building(watched) => watched.stop(),
            Stage::Password { .. } | Stage::Asking(_) | Stage::Refused(_) => {}
        }
    }

    /// How long the rest takes, now.
    fn follow(&mut self, now: Timestamp) {
        self.time_left = match &self.stage {
            Stage::Looking(watched) | Stage::Building(watched) => {
                watched.time_left(self.began, now)
            }
            Stage::Password { .. } | Stage::Asking(_) | Stage::Refused(_) => None,
        };
    }

    pub(crate) const fn working(&self) -> bool {
        matches!(self.stage, Stage::Looking(_) | Stage::Building(_))
    }
}

const ALL: (u32, u32) = (0, 1_000);
/// Reading is most of it; then the new dossier is looked at.
const BUILDING: (u32, u32) = (0, 900);
const LOOK: Duration = Duration::from_millis(100);

impl App {
    pub(super) fn choose_backup(&mut self, ctx: &Context) {
        let folder = self.plan().and_then(|plan| plan.folders().into_iter().next());
        let question = PathQuestion {
            title: text::RESTORE_ASK.to_owned(),
            kind: PathKind::ExistingFile,
            filter: Some((text::FILES, &[names::ENDING])),
            folder,
        };
        self.ask_path(ctx, question, |path| Done::Copies(super::Back::Chosen(path)));
    }

    /// Looks at all of a backup, beside the window.
    pub(super) fn look_at_backup(&mut self, ctx: &Context, file: PathBuf) {
        if self.session.as_ref().is_some_and(|session| session.batches.running()) {
            self.notices.bad(text::BATCH_FIRST.to_owned());
            return;
        }
        self.look_with(ctx, file, None);
    }

    fn look_with(&mut self, ctx: &Context, file: PathBuf, password: Option<Password>) {
        let watched = Watched::default();
        let (mut watch, path) = (watched.watch(ALL), file.clone());
        let lock = self.session.as_ref().and_then(|session| session.store.lock().cloned());
        let serial = self.show_restore(ctx, file, Stage::Looking(watched));
        let work = move || {
            let opened = open(&path, password.as_ref(), lock.as_ref());
            let looked = opened.and_then(|backup| {
                let contents = backup.verify(&mut watch)?;
                Ok((backup, contents))
            });
            Back::Looked(serial, Box::new(looked))
        };
        self.beside_restore(ctx, work);
    }

    /// Shows this stage; the number by which what comes back is known.
    fn show_restore(&mut self, ctx: &Context, file: PathBuf, stage: Stage) -> u64 {
        self.copies.serial += 1;
        let (serial, began) = (self.copies.serial, self.world.now());
        let restoring = Restoring { file, stage, time_left: None, serial, began };
        self.ask(ctx, Dialog::Copies(CopiesDialog::Restore(Box::new(restoring))));
        serial
    }

    fn beside_restore(&self, ctx: &Context, work: impl FnOnce() -> Back + Send + 'static) {
        let (outbox, ctx) = (self.outbox.clone(), ctx.clone());
        self.world.start(
            "terugzetten",
            Box::new(move || {
                let back = work();
                // Where nobody listens any more, it is dropped, and leaves nothing.
                outbox.send(Done::Copies(super::Back::Restored(back))).ok();
                ctx.request_repaint();
            }),
        );
    }

    pub(super) fn restore_back(&mut self, ctx: &Context, back: Back) {
        match back {
            Back::Looked(serial, looked) => self.looked_at_backup(serial, *looked),
            Back::Built(serial, built) => self.built(ctx, serial, *built),
            Back::Put(put) => self.put_back(ctx, *put),
        }
    }

    /// What is on the screen of this one, if it still is.
    fn restoring(&mut self, serial: u64) -> Option<&mut Restoring> {
        match &mut self.dialog {
            Some(Dialog::Copies(CopiesDialog::Restore(own))) if own.serial == serial => Some(own),
            Some(_) | None => None,
        }
    }

    fn looked_at_backup(&mut self, serial: u64, looked: Result<(Backup, Contents), BackupError>) {
        let now = self.world.now();
        let present = self.session.as_ref().map(|session| Contents::of(&session.store, now));
        // What is open and cannot be counted is not compared.
        let present = present.and_then(Result::ok);
        let open = self.session.as_ref().and_then(|session| session.store.path());
        let to = open.map(Path::to_owned).or_else(|| self.new_place());
        let Some(restoring) = self.restoring(serial) else { return };
        let asked = |wrong| {
            let (typed, sight) = (Secret::default(), Sight::default());
            Stage::Password { typed, sight, wrong }
        };
        restoring.stage = match looked {
            Ok((backup, contents)) => {
                let protection = backup.protection();
                Stage::Asking(Box::new(Asked { backup, contents, protection, present, to }))
            }
            Err(BackupError::NeedsPassword) => asked(None),
            Err(err @ BackupError::WrongPassword) => asked(Some(errors::backup(&err))),
            Err(err) => Stage::Refused(errors::backup(&err)),
        };
    }

    pub(super) fn choose_restore_place(&mut self, ctx: &Context) {
        let question = PathQuestion {
            title: window::NEW_PLACE_TITLE.to_owned(),
            kind: PathKind::NewFile(format!("{}.{ENDING}", window::DOSSIER_FILE_NAME)),
            filter: Some(DOSSIERS),
            folder: self.world.data_folder(),
        };
        self.ask_path(ctx, question, |path| Done::Copies(super::Back::NewPlace(path)));
    }

    pub(super) fn restore_place(&mut self, path: Option<PathBuf>) {
        if let (Some(path), Some(Dialog::Copies(CopiesDialog::Restore(restoring)))) =
            (path, &mut self.dialog)
            && let Stage::Asking(asked) = &mut restoring.stage
        {
            asked.to = Some(with_ending(path));
        }
    }

    /// On with the password that was typed, or with what was shown.
    pub(super) fn confirm_restore(&mut self, ctx: &Context, restoring: Restoring) {
        let Restoring { file, stage, .. } = restoring;
        match stage {
            Stage::Password { typed, .. } => {
                self.look_with(ctx, file, Some(typed.password()));
            }
            Stage::Asking(asked) => {
                let Asked { backup, to: Some(to), .. } = *asked else { return };
                let watched = Watched::default();
                let mut watch = watched.watch(BUILDING);
                let serial = self.show_restore(ctx, file, Stage::Building(watched));
                let work = move || {
                    let made = to.parent().map_or(Ok(()), crate::files::make_folder);
                    let built = made.map_err(BackupError::from);
                    let built = built.and_then(|()| backup.rebuild(&to, &mut watch));
                    Back::Built(serial, Box::new(built))
                };
                self.beside_restore(ctx, work);
            }
            Stage::Looking(_) | Stage::Building(_) | Stage::Refused(_) => {}
        }
    }

    /// The new dossier is there: the present one is closed, and makes room for it.
    fn built(&mut self, ctx: &Context, serial: u64, built: Result<Rebuilt, BackupError>) {
        let Some(restoring) = self.restoring(serial) else { return };
        let rebuilt = match built {
            Ok(rebuilt) => rebuilt,
            Err(err) => {
                restoring.stage = Stage::Refused(errors::backup(&err));
                return;
            }
        };
        self.settle_all(ctx);
        self.dialog = None;
        self.copies.making = None;
        let session = self.session.take();
        let before = session.as_ref().map(|session| session.store.lock().cloned());
        drop(session);
        self.forget_looked_at();
        self.busy = Some(text::PUTTING);
        let today = self.world.today();
        let now = self.world.now().to_zoned_datetime(TimeZone::system()).datetime();
        self.beside_restore(ctx, move || {
            let (to, lock) = (rebuilt.to().to_owned(), rebuilt.lock());
            let restored = rebuilt.put(now);
            let load = |lock| Session::load(Store::open_with(&to, lock)?, today).map(Box::new);
            let opened = match &restored {
                Ok(_) => Some(load(lock)),
                // What was there is there still.
                Err(_) => before.map(load),
            };
            Back::Put(Box::new(Put { to, restored, opened }))
        });
    }

    fn put_back(&mut self, ctx: &Context, put: Put) {
        let Put { to, restored, opened } = put;
        self.busy = None;
        if let Some(opened) = opened {
            self.opened(ctx, to, opened);
        }
        match restored {
            Ok(Restored { contents: _, kept, recovery_code }) => {
                let kept = kept.as_deref().and_then(Path::file_name);
                let kept = kept.map(|name| name.to_string_lossy().into_owned());
                self.notices.good(text::restored(kept.as_deref()));
                if let Some(code) = recovery_code {
                    self.dialog = Some(Dialog::Copies(CopiesDialog::Code(code)));
                }
            }
            Err(err) => self.notices.bad(errors::backup(&err)),
        }
    }

    /// The screen follows what a thread does.
    pub(crate) fn follow_restore(&mut self, ctx: &Context) {
        let now = self.world.now();
        if let Some(Dialog::Copies(CopiesDialog::Restore(restoring))) = &mut self.dialog {
            restoring.follow(now);
            if restoring.working() {
                ctx.request_repaint_after(LOOK);
            }
        }
    }
}

/// By what was typed; else by what opens the dossier that is open now, or by nothing where everyone can read it.
fn open(
    path: &Path,
    password: Option<&Password>,
    lock: Option<&Lock>,
) -> Result<Backup, BackupError> {
    if password.is_none()
        && let Some(backup) = Backup::open_by_key(path, lock.map(|lock| &lock.key))?
    {
        return Ok(backup);
    }
    Backup::open(path, password)
}
