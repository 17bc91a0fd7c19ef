//! The way of a batch: the window prepares and registers, a thread beside it renders and writes.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use egui::Context;
use jiff::Timestamp;

use crate::app::App;
use crate::app::action::{BatchAction, Place};
use crate::app::batch::report::{End, Report};
use crate::app::batch::{Plan, Scan, Way, Who};
use crate::app::dialogs::{Dialog, FinalBatch, Leave};
use crate::app::perform::Done;
use crate::app::world::{PathKind, PathQuestion};
use crate::documents::layout::Standing;
use crate::domain::draft::Wanted;
use crate::issuing::{Batch, Naming, Order, Printed, Progress};
use crate::store::StoreError;
use crate::texts::{batch as words, errors};

/// Documents on their way.
pub(crate) struct Run {
    batch: Batch,
    report: Report,
    began: Timestamp,
    /// Of what is on its way.
    progress: Option<Progress>,
    time_left: Option<Duration>,
    step: Step,
    /// What is closed as soon as nothing is on its way any more.
    then: Option<Leave>,
    /// Tells what comes back from what came of an earlier one.
    serial: u64,
}

/// What it waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// The window, to prepare the next documents.
    Next,
    /// A thread.
    Away,
    /// A thread, and what it brings is thrown away.
    Stopping,
}

/// What a thread brings back.
pub(crate) struct Back {
    serial: u64,
    printed: Printed,
}

/// Of the rest there is nothing to read.
impl fmt::Debug for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.step.fmt(f)
    }
}

impl Run {
    pub(crate) fn total(&self) -> usize {
        self.batch.total()
    }

    /// How many of these were looked at: made, on paper, or left out.
    pub(crate) fn done(&self) -> usize {
        let printed = self.progress.as_ref().map_or(0, Progress::printed);
        self.batch.total() - self.batch.left().len() + printed
    }

    pub(crate) const fn stopping(&self) -> bool {
        matches!(self.step, Step::Stopping)
    }

    /// How long the rest takes; `None`: nothing to go by.
    pub(crate) const fn time_left(&self) -> Option<Duration> {
        self.time_left
    }

    fn estimate(&self, now: Timestamp) -> Option<Duration> {
        let elapsed = Duration::try_from(now.duration_since(self.began)).ok()?;
        let done = u32::try_from(self.done()).ok().filter(|done| *done > 0)?;
        let left = u32::try_from(self.total().checked_sub(self.done())?).ok()?;
        elapsed.checked_mul(left)?.checked_div(done)
    }
}

impl App {
    pub(crate) fn batch(&mut self, ctx: &Context, action: BatchAction) {
        match action {
            BatchAction::ForAll => {
                self.go_to_batch(ctx, |session| {
                    let list = &session.learners;
                    Who::first(&session.selected, list.shown(), list.all().len())
                });
            }
            BatchAction::ForKind(kind) => {
                self.batch(ctx, BatchAction::ForAll);
                if let Some(session) = &mut self.session
                    && !session.batches.running()
                {
                    session.batches.plan.kind = kind;
                }
            }
            BatchAction::ForSelected => self.go_to_batch(ctx, |_| Who::Selected),
            BatchAction::ChooseFolder => self.ask_batch_folder(ctx, Done::BatchFolder),
            BatchAction::Start => self.ask_batch(ctx),
            BatchAction::GoOn => self.go_on_with_batch(),
            BatchAction::Stop => self.stop_batch(None),
            BatchAction::Again => {
                if let Some(session) = &mut self.session {
                    session.batches.way = Way::Choosing;
                }
            }
            BatchAction::OpenFolder(path) => {
                if !self.world.show(&path) {
                    self.notices.plain(words::in_folder(&path.display().to_string()));
                }
            }
            BatchAction::Print(path) => self.print_file(ctx, path),
        }
    }

    fn go_to_batch(&mut self, ctx: &Context, who: impl Fn(&crate::app::session::Session) -> Who) {
        if let Some(session) = &mut self.session {
            session.learners.find();
            if !session.batches.running() {
                session.batches.plan.who = who(session);
                session.batches.way = Way::Choosing;
            }
        }
        self.go(ctx, Place::Batch);
    }

    fn ask_batch_folder(
        &self,
        ctx: &Context,
        done: impl FnOnce(Option<PathBuf>) -> Done + Send + 'static,
    ) {
        let chosen = self.session.as_ref().and_then(|s| s.batches.plan.folder.clone());
        let question = PathQuestion {
            title: words::FOLDER_TITLE.to_owned(),
            kind: PathKind::Folder,
            filter: None,
            folder: chosen.or(self.preferences.folder.clone()),
        };
        self.ask_path(ctx, question, done);
    }

    /// A folder was chosen, or not.
    pub(crate) fn batch_folder(&mut self, folder: Option<PathBuf>) {
        let Some(folder) = folder else { return };
        self.preferences.folder = Some(folder.clone());
        self.world.remember(&self.preferences);
        if let Some(session) = &mut self.session {
            session.batches.plan.folder = Some(folder);
        }
    }

    /// What counts is asked first: numbers cannot be taken back.
    fn ask_batch(&mut self, ctx: &Context) {
        self.settle_all(ctx);
        let Some(session) = &self.session else { return };
        let Plan { kind, .. } = session.batches.plan;
        let counts = kind.letters().is_some() && session.batches.plan.standing() == Standing::Final;
        let (Some(place), Some(date)) = (session.signing.place(), session.signing.date()) else {
            return;
        };
        if counts {
            let found = &session.batches.scan.found;
            let (count, warned) = (found.gets.len(), found.warned.len());
            self.ask(ctx, Dialog::FinalBatch(FinalBatch { kind, count, warned, place, date }));
        } else {
            self.start_batch(ctx);
        }
    }

    /// Begins; asks first where the files must come, if that was not said yet.
    pub(crate) fn start_batch(&mut self, ctx: &Context) {
        self.settle_all(ctx);
        let Some(session) = &self.session else { return };
        if session.batches.plan.folder.is_none() {
            self.ask_batch_folder(ctx, Done::BatchFolderThenStart);
            return;
        }
        let plan = session.batches.plan.clone();
        let (Some(place), Some(date), Some(folder)) =
            (session.signing.place(), session.signing.date(), plan.folder.clone())
        else {
            return;
        };
        let order = Order {
            standing: plan.standing(),
            place,
            date,
            folder,
            naming: Naming::of(&session.school),
            bundling: plan.bundling,
        };
        let wanted: Vec<Wanted> =
            session.batches.scan.found.gets.iter().filter_map(|one| one.wanted).collect();
        let left_out = session.batches.scan.found.left_out.len();
        let report = Report::new(plan.kind, order.clone(), left_out);
        self.run_batch(wanted, order, report);
    }

    fn go_on_with_batch(&mut self) {
        let Some(session) = &mut self.session else { return };
        if let Way::Done(report) = std::mem::take(&mut session.batches.way) {
            self.run_batch(report.left.clone(), report.order.clone(), *report);
        }
    }

    fn run_batch(&mut self, wanted: Vec<Wanted>, order: Order, report: Report) {
        let stamp = self.stamp();
        self.batches_begun += 1;
        let serial = self.batches_begun;
        let Some(session) = &mut self.session else { return };
        if wanted.is_empty() || session.batches.running() {
            return;
        }
        let began = stamp.at;
        let batch = Batch::new(wanted, order, stamp);
        let run = Run {
            batch,
            report,
            began,
            progress: None,
            time_left: None,
            step: Step::Next,
            then: None,
            serial,
        };
        session.batches.way = Way::Running(Box::new(run));
    }

    /// Nothing more is made. What is on its way is thrown away when it comes back: it has no number and leaves no file.
    pub(crate) fn stop_batch(&mut self, then: Option<Leave>) {
        let Some(session) = &mut self.session else { return };
        let Way::Running(run) = &mut session.batches.way else { return };
        run.then = then.or(run.then);
        match run.step {
            Step::Next => self.end_batch(End::Stopped),
            Step::Away | Step::Stopping => {
                run.step = Step::Stopping;
                run.progress.iter().for_each(Progress::stop);
            }
        }
    }

    /// Does what of long work can be done between two frames.
    pub(crate) fn go_on_beside(&mut self, ctx: &Context) {
        self.look_who_gets(ctx);
        let drafts = &self.drafts;
        let Some(session) = &mut self.session else { return };
        let Way::Running(run) = &mut session.batches.way else { return };
        run.time_left = run.estimate(self.world.now());
        if run.step != Step::Next {
            // More of it is printed by then.
            ctx.request_repaint_after(LOOK);
            return;
        }
        match run.batch.prepare_beside(&session.store, &|draft| drafts.refused_in(draft)) {
            Ok(Some(chunk)) => {
                run.step = Step::Away;
                run.progress = Some(chunk.progress());
                let (serial, outbox, ctx) = (run.serial, self.outbox.clone(), ctx.clone());
                self.world.start(
                    "batch",
                    Box::new(move || {
                        let printed = chunk.print();
                        // Where nobody listens any more, it is dropped, and leaves nothing.
                        outbox.send(Done::Printed(Back { serial, printed })).ok();
                        ctx.request_repaint();
                    }),
                );
            }
            Ok(None) => {
                let halted = run.batch.halted().map(errors::not_made);
                self.end_batch(halted.map_or(End::Finished, End::Halted));
            }
            Err(err) => self.end_batch(End::Halted(errors::store(&err))),
        }
        ctx.request_repaint();
    }

    /// A slice of looking who gets a document, if that is on the screen.
    fn look_who_gets(&mut self, ctx: &Context) {
        if self.place != Place::Batch || self.dialog.is_some() {
            return;
        }
        let Some(session) = &mut self.session else { return };
        if !matches!(session.batches.way, Way::Choosing) {
            return;
        }
        let (world, from) = (&self.world, self.world.now());
        let time = || world.now().duration_since(from).as_millis() < SLICE;
        match Scan::go_on(session, &self.drafts, time) {
            Ok(true) => ctx.request_repaint(),
            Ok(false) => {}
            Err(err) => self.notices.bad(errors::store(&err)),
        }
    }

    /// A thread brought documents: they are registered, or thrown away if there is no more need for them.
    pub(crate) fn printed(&mut self, ctx: &Context, back: Back) {
        let Back { serial, printed } = back;
        let (place, drafts) = (self.place, &self.drafts);
        let Some(session) = &mut self.session else { return };
        let Way::Running(run) = &mut session.batches.way else { return };
        if run.serial != serial {
            return;
        }
        if run.step == Step::Stopping {
            drop(printed);
            let then = run.then;
            self.end_batch(End::Stopped);
            if let Some(leave) = then {
                self.leave(ctx, leave);
            }
            return;
        }
        let registered = run
            .batch
            .register_beside(&mut session.store, printed, &|draft| drafts.refused_in(draft));
        run.report.add(run.batch.take_outcomes());
        (run.step, run.progress) = (Step::Next, None);
        let loaded = session.register_changed(None).and_then(|()| session.look_again(place));
        self.say_if_bad(loaded);
        if let Err(err) = registered {
            self.end_batch(End::Halted(errors::store(&err)));
        }
    }

    fn end_batch(&mut self, end: End) {
        let Some(session) = &mut self.session else { return };
        let way = std::mem::take(&mut session.batches.way);
        let Way::Running(run) = way else {
            session.batches.way = way;
            return;
        };
        let Run { mut batch, mut report, .. } = *run;
        report.add(batch.take_outcomes());
        report.close(batch, end);
        session.batches.way = Way::Done(Box::new(report));
        let loaded: Result<(), StoreError> = session.register_changed(None);
        self.say_if_bad(loaded);
    }
}

/// How often the screen follows what a thread does.
const LOOK: Duration = Duration::from_millis(100);
/// How long a slice may take, in milliseconds: half a frame.
const SLICE: i128 = 8;
