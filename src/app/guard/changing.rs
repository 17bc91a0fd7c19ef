//! A first password for the open dossier, another one, another recovery code, or none any more.
//!
//! The dossier is closed for it, and opened again where one was, whatever became of it.

use std::path::Path;

use egui::Context;
use jiff::civil::Date;

use crate::app::App;
use crate::app::action::Action;
use crate::app::dialogs::Dialog;
use crate::app::guard::forms::{Pending, Present, RecoveryStep, SecurityForm, State, Task, View};
use crate::app::guard::{Away, Secret};
use crate::app::perform::Done;
use crate::app::session::Session;
use crate::app::widgets::secret::secret_id;
use crate::domain::Title;
use crate::store::{Password, PasswordChange, Renewal, Store, StoreError};
use crate::texts::{errors, security as words};

/// What comes back from work beside the window.
pub(crate) enum Back {
    /// Whether the password of now was right.
    Checked(Result<(), StoreError>),
    /// A recovery code, to be typed back.
    Ready(Result<Box<RecoveryStep>, StoreError>),
    /// The dossier is open again.
    Again { outcome: Outcome, session: Result<Box<Session>, StoreError> },
}

/// What became of a change.
#[derive(Debug)]
pub(crate) enum Outcome {
    Done(Task),
    GivenUp,
    Failed(StoreError),
}

impl App {
    pub(crate) fn guard_back(&mut self, ctx: &Context, back: Back) {
        match back {
            Back::Checked(Ok(())) => {
                self.guard.tries.was_right();
                if let Some(Dialog::Security(form)) = self.dialog.take() {
                    self.change_password(ctx, *form);
                }
            }
            Back::Checked(Err(err)) => self.present_was_wrong(&err),
            Back::Ready(Ok(step)) => {
                self.busy = None;
                self.dialog = Some(Dialog::Recovery(step));
            }
            Back::Ready(Err(err)) => {
                self.busy = None;
                self.notices.bad(errors::store(&err));
            }
            Back::Again { outcome, session } => self.open_again(ctx, outcome, session),
        }
    }

    /// Does what the form asks, once the password of now is known to be right.
    pub(crate) fn confirm_security(&mut self, ctx: &Context, mut form: Box<SecurityForm>) {
        if !form.is_ready() {
            self.dialog = Some(Dialog::Security(form));
            return;
        }
        let check = self.session.as_ref().and_then(|session| session.store.password_check());
        match (&form.present, check) {
            (Present::Typed(typed), Some(check)) => {
                let typed = typed.password();
                form.state = State::Busy;
                self.dialog = Some(Dialog::Security(form));
                self.beside(ctx, move || Done::Guard(Back::Checked(check.check(&typed))));
            }
            (Present::None | Present::Code(_) | Present::Typed(_), _) => {
                self.change_password(ctx, *form);
            }
        }
    }

    fn present_was_wrong(&mut self, err: &StoreError) {
        let now = self.world.now();
        let wrong = matches!(err, StoreError::WrongPassword);
        if wrong {
            self.guard.tries.was_wrong(now);
        } else {
            self.notices.bad(errors::store(err));
        }
        if let Some(Dialog::Security(form)) = &mut self.dialog {
            form.state = if wrong { State::Wrong } else { State::Asking };
            if let (Present::Typed(typed), true) = (&mut form.present, wrong) {
                *typed = Secret::default();
                self.actions.push(Action::Focus(secret_id(words::PRESENT_PASSWORD)));
            }
        }
    }

    /// Closes the dossier and begins.
    fn change_password(&mut self, ctx: &Context, form: SecurityForm) {
        self.settle_all(ctx);
        crate::app::typing::forget(ctx);
        let today = self.world.today();
        let place = self.place;
        let Some(session) = self.session.take() else { return };
        self.copies.making = None;
        let Some(away) = Away::of(&session, place) else {
            self.session = Some(session);
            return;
        };
        let school = session.school.naam.as_ref().map_or("", Title::as_str).to_owned();
        drop(session);
        self.forget_looked_at();
        let path = away.path.clone();
        self.guard.away = Some(away);
        self.busy = Some(match form.task {
            Task::Give | Task::NewCode => words::PREPARING,
            Task::Change | Task::Take => words::CHANGING,
        });
        self.beside(ctx, move || Done::Guard(begin(&path, form, school, today)));
    }

    /// The recovery code was typed back, or not.
    pub(crate) fn confirm_recovery(&mut self, ctx: &Context, mut step: Box<RecoveryStep>) {
        if step.view == View::Code {
            step.view = View::TypeBack;
            self.dialog = Some(Dialog::Recovery(step));
            return;
        }
        if !step.is_typed_back() {
            step.state = State::Wrong;
            self.dialog = Some(Dialog::Recovery(step));
            return;
        }
        self.forget_looked_at();
        crate::app::typing::forget(ctx);
        let today = self.world.today();
        let RecoveryStep { pending, path, school, .. } = *step;
        match pending {
            Pending::New(new) => self.make(ctx, path, school, Some(new)),
            Pending::Change { task, change, before, after } => {
                self.busy = Some(words::CHANGING);
                self.beside(ctx, move || {
                    let done = change.apply().map(|()| task);
                    Done::Guard(again(&path, done, before.as_ref(), after.as_ref(), today))
                });
            }
        }
    }

    /// The code was not typed back: everything stays as it was.
    pub(crate) fn give_up(&mut self, ctx: &Context, step: RecoveryStep) {
        self.forget_looked_at();
        crate::app::typing::forget(ctx);
        let today = self.world.today();
        let RecoveryStep { pending, path, .. } = step;
        match pending {
            Pending::New(_) => {}
            Pending::Change { task: _, change, before, after: _ } => {
                self.busy = Some(words::BACK_TO_DOSSIER);
                self.beside(ctx, move || {
                    drop(change);
                    let session = load(&path, before.as_ref(), today);
                    Done::Guard(Back::Again { outcome: Outcome::GivenUp, session })
                });
            }
        }
    }

    pub(crate) fn see_code_again(&mut self, ctx: &Context) {
        crate::app::typing::forget(ctx);
        if let Some(Dialog::Recovery(step)) = &mut self.dialog {
            step.view = View::Code;
            step.typed = Secret::default();
            step.state = State::Asking;
        }
    }

    fn open_again(
        &mut self,
        ctx: &Context,
        outcome: Outcome,
        session: Result<Box<Session>, StoreError>,
    ) {
        self.busy = None;
        let away = self.guard.away.take();
        match outcome {
            Outcome::Done(task) => self.notices.good(
                match task {
                    Task::Give => words::GIVEN,
                    Task::Change => words::CHANGED,
                    Task::NewCode => words::CODE_CHANGED,
                    Task::Take => words::TAKEN,
                }
                .to_owned(),
            ),
            Outcome::GivenUp => {}
            Outcome::Failed(err) => self.notices.bad(errors::store(&err)),
        }
        match (session, away) {
            (Ok(session), Some(away)) => self.come_back(ctx, *session, away),
            (Err(err), Some(away)) => self.kept_out(away.path, &err),
            (Ok(_) | Err(_), None) => {}
        }
    }

    /// Does slow work beside the window, and hands on what comes of it.
    pub(crate) fn beside(&self, ctx: &Context, work: impl FnOnce() -> Done + Send + 'static) {
        let (outbox, ctx) = (self.outbox.clone(), ctx.clone());
        self.world.start(
            "guard",
            Box::new(move || {
                // Nobody listens any more once the window is closed.
                outbox.send(work()).ok();
                ctx.request_repaint();
            }),
        );
    }
}

/// Changes what needs no recovery code typed back, and makes ready what does.
fn begin(path: &Path, form: SecurityForm, school: String, day: Date) -> Back {
    let (task, before, new) = (form.task, form.present_password(), form.new.taken());
    drop(form);
    let renew = |renewal: &Renewal| {
        let present = before.as_ref().ok_or(StoreError::NeedsPassword)?;
        PasswordChange::renew(path, present, renewal)
    };
    let wanted = || new.clone().ok_or(StoreError::NeedsPassword);
    let (change, after) = match task {
        Task::Give => (wanted().and_then(|new| PasswordChange::give(path, &new)), new.clone()),
        Task::NewCode => (renew(&Renewal::RecoveryCode), before.clone()),
        Task::Change => (wanted().and_then(|new| renew(&Renewal::Password(new))), new.clone()),
        Task::Take => (
            before
                .as_ref()
                .ok_or(StoreError::NeedsPassword)
                .and_then(|present| PasswordChange::take(path, present)),
            None,
        ),
    };
    match (change, task) {
        (Ok(change), Task::Give | Task::NewCode) => {
            let change = Box::new(change);
            let pending = Pending::Change { task, change, before, after };
            Back::Ready(Ok(Box::new(RecoveryStep::new(pending, path.to_owned(), school, day))))
        }
        (change, _) => {
            let done = change.and_then(PasswordChange::apply).map(|()| task);
            again(path, done, before.as_ref(), after.as_ref(), day)
        }
    }
}

/// Opens the dossier as it is now.
fn again(
    path: &Path,
    done: Result<Task, StoreError>,
    before: Option<&Password>,
    after: Option<&Password>,
    today: Date,
) -> Back {
    match done {
        Ok(task) => Back::Again { outcome: Outcome::Done(task), session: load(path, after, today) },
        Err(err) => {
            // It may have failed at the very last step.
            let session = load(path, before, today).or_else(|_| load(path, after, today));
            Back::Again { outcome: Outcome::Failed(err), session }
        }
    }
}

fn load(path: &Path, password: Option<&Password>, today: Date) -> Result<Box<Session>, StoreError> {
    Session::load(Store::open(path, password)?, today).map(Box::new)
}
