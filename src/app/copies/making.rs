//! The way of a backup: the window reads a slice between two frames, a thread beside it packs, reads back and thins.

use std::path::{Path, PathBuf};
use std::time::Duration;

use egui::Context;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::app::App;
use crate::app::copies::due::free_name;
use crate::app::copies::plan::LastBackup;
use crate::app::copies::{Closing, CopiesDialog, Report, Watched};
use crate::app::dialogs::{Dialog, Leave};
use crate::app::perform::Done;
use crate::backup::{self, BackupError, Made, Packer, Seal, Slice, Slices};
use crate::store::{NewestLine, Password, Store};
use crate::texts::{copies as text, errors};

/// A backup on its way.
pub(crate) struct Making {
    pub(super) why: Why,
    own: Option<Password>,
    slices: Slices,
    read: Slice,
    packing: Packing,
    pub(crate) watched: Watched,
    began: Timestamp,
    pub(crate) time_left: Option<Duration>,
    line: Option<NewestLine>,
    /// The folders that come after this one.
    pub(super) left: Vec<PathBuf>,
    /// What is closed as soon as this is done.
    pub(super) then: Option<Leave>,
    stopped_at: Option<Timestamp>,
    serial: u64,
}

/// Who asked for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Why {
    ByHand(PathBuf),
    /// By itself, in this folder.
    Automatic(PathBuf),
}

enum Packing {
    /// With a thread.
    Away,
    /// With a thread, which reads it back.
    Checking,
    Here(Box<Packer>),
}

/// What a thread brings back.
pub(crate) struct Back {
    serial: u64,
    what: What,
}

enum What {
    Packer(Result<Box<Packer>, BackupError>),
    Made(Result<Box<Made>, BackupError>),
    /// The folder is not there now: a stick that is not in.
    NoFolder,
}

/// How long a slice may take, in milliseconds: half a frame, or longer when nobody is at work.
const SLICE: i128 = 8;
const CLOSING_SLICE: i128 = 40;
/// From so many bytes on it is worth packing them.
const ENOUGH: usize = 1024 * 1024;
/// Stretches of the work, in thousandths: reading, and reading back.
const READING: (u32, u32) = (0, 650);
const CHECKING: (u32, u32) = (650, 1_000);
/// How often the screen follows what a thread does.
const LOOK: Duration = Duration::from_millis(100);
/// How long closing waits for a thread that was told to stop.
const PATIENCE: Duration = Duration::from_secs(3);
impl Making {
    pub(super) fn do_not_close(&mut self) {
        self.then = None;
    }

    /// Whether someone asked for it.
    pub(crate) const fn by_hand(&self) -> bool {
        matches!(self.why, Why::ByHand(_))
    }

    /// Whether it is being read back.
    pub(crate) const fn checking(&self) -> bool {
        matches!(self.packing, Packing::Checking)
    }

    /// A slice, when there is room for one.
    fn read_on(&mut self, store: &Store, time: impl FnMut() -> bool) -> Result<(), BackupError> {
        if self.read == Slice::More && self.slices.ready() < ENOUGH {
            self.read = self.slices.go_on(store, time)?;
            let (rows, all) = self.slices.progress();
            self.watched.set(READING, rows, all);
        }
        Ok(())
    }
}

impl App {
    pub(super) fn begin_copy(
        &mut self,
        ctx: &Context,
        why: Why,
        own: Option<Password>,
        left: Vec<PathBuf>,
        then: Option<Leave>,
    ) {
        let now = self.world.now();
        let series = match &why {
            Why::ByHand(_) => None,
            Why::Automatic(_) => self.plan().and_then(|plan| plan.series.clone()),
        };
        let line = self.newest_line();
        let Some(session) = &self.session else { return };
        let series = series.as_ref().map(|series| series.as_str().to_owned());
        match Slices::begin(&session.store, series, now) {
            Ok(slices) => {
                self.copies.serial += 1;
                self.copies.making = Some(Box::new(Making {
                    why,
                    own,
                    slices,
                    read: Slice::More,
                    packing: Packing::Away,
                    watched: Watched::default(),
                    began: now,
                    time_left: None,
                    line,
                    left,
                    then,
                    stopped_at: None,
                    serial: self.copies.serial,
                }));
                self.start_packer(ctx);
            }
            Err(err) => self.copy_failed(&why, then, &err),
        }
        ctx.request_repaint();
    }

    /// A thread begins the file.
    fn start_packer(&self, ctx: &Context) {
        let (Some(session), Some(making)) = (&self.session, &self.copies.making) else { return };
        let Some(dossier) = session.store.path().map(Path::to_owned) else { return };
        let seal = match &making.own {
            Some(password) => Seal::Own(password.clone()),
            None => Seal::Dossiers(session.store.lock().cloned()),
        };
        let (why, now) = (making.why.clone(), making.began);
        self.beside_copy(ctx, making.serial, move || {
            let to = match why {
                Why::ByHand(to) => to,
                Why::Automatic(folder) => {
                    if !folder.is_dir() {
                        return What::NoFolder;
                    }
                    backup::sweep(&folder, &dossier, now);
                    free_name(&folder, &dossier, now)
                }
            };
            What::Packer(Packer::begin(&to, seal).map(Box::new))
        });
    }

    fn beside_copy(
        &self,
        ctx: &Context,
        serial: u64,
        work: impl FnOnce() -> What + Send + 'static,
    ) {
        let (outbox, ctx) = (self.outbox.clone(), ctx.clone());
        self.world.start(
            "reservekopie",
            Box::new(move || {
                let back = Back { serial, what: work() };
                // Where nobody listens any more, it is dropped, and leaves nothing.
                outbox.send(Done::Copies(super::Back::Made(back))).ok();
                ctx.request_repaint();
            }),
        );
    }

    /// Does what of a backup can be done between two frames.
    pub(crate) fn go_on_copying(&mut self, ctx: &Context) {
        let now = self.world.now();
        if self.session.is_none() {
            // What was read is of a file that is open no more.
            self.copies.making = None;
            return;
        }
        if self.copies.making.is_none() {
            self.copy_if_due(ctx, now);
        }
        let closing = matches!(self.dialog, Some(Dialog::Copies(CopiesDialog::Closing(_))));
        let slice = if closing { CLOSING_SLICE } else { SLICE };
        let (Some(session), Some(making)) = (&self.session, &mut self.copies.making) else {
            return;
        };
        making.time_left = making.watched.time_left(making.began, now);
        if making.watched.stopping() {
            let since = *making.stopped_at.get_or_insert(now);
            let waited = Duration::try_from(now.duration_since(since)).unwrap_or_default();
            let here = matches!(making.packing, Packing::Here(_));
            if here || (making.then.is_some() && waited > PATIENCE) {
                self.copy_stopped(ctx);
            }
            ctx.request_repaint_after(LOOK);
            return;
        }
        let (world, from) = (&self.world, self.world.now());
        let time = || world.now().duration_since(from).as_millis() < slice;
        // What is printed meanwhile would make it begin anew each time.
        if !session.batches.running()
            && let Err(err) = making.read_on(&session.store, time)
        {
            let (why, then) = (making.why.clone(), making.then);
            self.copies.making = None;
            self.copy_failed(&why, then, &err);
            return;
        }
        if making.read == Slice::Stale {
            self.copy_again(ctx);
        } else {
            self.pack_on(ctx);
        }
        ctx.request_repaint_after(LOOK);
    }

    /// The dossier has changed: all of it once more.
    fn copy_again(&mut self, ctx: &Context) {
        let line = self.newest_line();
        let (Some(session), Some(making)) = (&self.session, &mut self.copies.making) else {
            return;
        };
        match making.slices.again(&session.store) {
            Ok(slices) => {
                self.copies.serial += 1;
                making.serial = self.copies.serial;
                (making.slices, making.read, making.packing) = (slices, Slice::More, Packing::Away);
                (making.line, making.began) = (line, self.world.now());
                self.start_packer(ctx);
            }
            Err(err) => {
                let (why, then) = (making.why.clone(), making.then);
                self.copies.making = None;
                self.copy_failed(&why, then, &err);
            }
        }
    }

    /// Gives what was read to a thread, if it has time; or tells it that this was all.
    fn pack_on(&mut self, ctx: &Context) {
        let series = self.plan().and_then(|plan| plan.series.clone());
        let today = self.world.today();
        let (Some(session), Some(making)) = (&self.session, &mut self.copies.making) else {
            return;
        };
        let (ready, all) = (making.slices.ready(), making.read == Slice::All);
        if !matches!(making.packing, Packing::Here(_)) || (ready == 0 && !all) {
            if ready < ENOUGH && !all {
                // There is more to read in the next frame.
                ctx.request_repaint();
            }
            return;
        }
        let Packing::Here(mut packer) = std::mem::replace(&mut making.packing, Packing::Away)
        else {
            return;
        };
        let serial = making.serial;
        let work: Box<dyn FnOnce() -> What + Send> = if ready > 0 {
            let lines = making.slices.take();
            Box::new(move || What::Packer(packer.take(&lines).map(|()| packer)))
        } else {
            making.packing = Packing::Checking;
            let contents = making.slices.contents().clone();
            let (mut watch, lock) = (making.watched.watch(CHECKING), session.store.lock().cloned());
            let folder = match &making.why {
                Why::ByHand(_) => None,
                Why::Automatic(folder) => Some(folder.clone()),
            };
            Box::new(move || {
                let made = packer.finish(contents, &mut watch);
                if let (Ok(_), Some(folder), Some(series)) = (&made, folder, series) {
                    let day = (today, &TimeZone::system());
                    backup::thin(&folder, &series, lock.as_ref(), day);
                }
                What::Made(made.map(Box::new))
            })
        };
        self.beside_copy(ctx, serial, work);
        ctx.request_repaint();
    }

    /// A thread brought something back.
    pub(super) fn copied(&mut self, ctx: &Context, back: Back) {
        let Back { serial, what } = back;
        let Some(making) = self.copies.making.as_mut().filter(|own| own.serial == serial) else {
            return;
        };
        match what {
            What::Packer(Ok(packer)) => {
                making.packing = Packing::Here(packer);
                ctx.request_repaint();
            }
            What::NoFolder => self.copy_next(ctx),
            What::Made(Ok(made)) => {
                let line = making.line.map_or(0, |line| line.id);
                let last = LastBackup { at: making.slices.contents().made, line };
                let why = making.why.clone();
                self.copy_made(why, last, made);
                self.copy_next(ctx);
            }
            What::Packer(Err(BackupError::Stopped)) | What::Made(Err(BackupError::Stopped)) => {
                self.copy_stopped(ctx);
            }
            What::Packer(Err(err)) | What::Made(Err(err)) => {
                let (why, then) = (making.why.clone(), making.then);
                self.copies.making = None;
                self.copy_failed(&why, then, &err);
            }
        }
    }

    fn copy_made(&mut self, why: Why, last: LastBackup, made: Box<Made>) {
        match why {
            Why::ByHand(_) => {
                let path = made.path.clone();
                self.change_plan(|plan| plan.made_by_hand(path, last));
                self.notices.good(text::MADE.to_owned());
                self.copies.report = Some(Report::Made(made));
            }
            Why::Automatic(folder) => {
                self.copies.failed = None;
                self.change_plan(|plan| {
                    let place = plan.places.iter_mut().find(|place| place.folder == folder);
                    if let Some(place) = place {
                        place.last = Some(last);
                    }
                });
            }
        }
    }

    /// This one is done: on with the next folder, or with what waited for it.
    fn copy_next(&mut self, ctx: &Context) {
        let Some(making) = self.copies.making.take() else { return };
        let Making { mut left, then, .. } = *making;
        if !left.is_empty() {
            let folder = left.remove(0);
            self.begin_copy(ctx, Why::Automatic(folder), None, left, then);
            return;
        }
        self.look_for_copies(ctx);
        if let Some(leave) = then {
            self.close_now(ctx, leave);
        }
    }

    fn copy_stopped(&mut self, ctx: &Context) {
        let Some(making) = self.copies.making.take() else { return };
        if making.by_hand() {
            self.copies.report = Some(Report::Stopped);
        }
        if let Some(leave) = making.then {
            self.close_now(ctx, leave);
        }
    }

    fn copy_failed(&mut self, why: &Why, then: Option<Leave>, err: &BackupError) {
        let sentence = errors::backup(err);
        match why {
            Why::ByHand(_) => {
                self.notices.bad(sentence.clone());
                self.copies.report = Some(Report::Failed(sentence));
            }
            Why::Automatic(_) => {
                let sentence = text::automatic_failed(&sentence);
                self.copies.failed = Some(sentence.clone());
                if let Some(leave) = then {
                    let closing = Closing { leave, failed: Some(sentence) };
                    self.dialog = Some(Dialog::Copies(CopiesDialog::Closing(closing)));
                } else {
                    self.notices.bad(sentence);
                }
            }
        }
    }
}
