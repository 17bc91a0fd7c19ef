//! Coming in: a password for a dossier that has one, and a new dossier with one.

use std::path::PathBuf;

use egui::Context;

use crate::app::App;
use crate::app::dialogs::Dialog;
use crate::app::guard::forms::{KeepingChoice, Pending, RecoveryStep, SecurityForm, State, Unlock};
use crate::app::guard::locking::By;
use crate::app::guard::{Back, GuardAction, Keeping, Secret};
use crate::app::perform::Done;
use crate::app::session::Session;
use crate::store::{NewDossier, Password, StoreError};
use crate::texts::{errors, security as words};

impl App {
    pub(crate) fn guard(&mut self, ctx: &Context, action: GuardAction) {
        match action {
            GuardAction::Lock => self.lock(ctx, By::Hand),
            GuardAction::Unlock => self.try_locked(ctx),
            GuardAction::SeeCode => self.see_code_again(ctx),
            GuardAction::SaveSheet => self.save_sheet(ctx),
            GuardAction::PrintSheet => self.print_sheet(ctx),
            GuardAction::LockAfter(minutes) => {
                self.preferences.lock_after = Some(minutes);
                self.world.remember(&self.preferences);
            }
        }
    }

    /// Tells the open form how long one must still wait, before it is drawn.
    pub(crate) fn count_down(&mut self, ctx: &Context) {
        let rest = self.guard.tries.rest(self.world.now());
        let locked = self.guard.locked.as_mut().map(|locked| &mut locked.unlock.rest);
        let asked = self.dialog.as_mut().and_then(Dialog::rest);
        let mut waits = false;
        for own in [locked, asked].into_iter().flatten() {
            *own = rest;
            waits = rest > 0;
        }
        if waits {
            ctx.request_repaint_after(std::time::Duration::from_millis(200));
        }
    }

    /// Tries what was typed in the dialog. The dialog stays until it is known.
    pub(crate) fn try_password(&mut self, ctx: &Context, mut unlock: Unlock) {
        let ready = unlock.is_ready();
        let (path, typed) = (unlock.path.clone(), unlock.typed.password());
        if ready {
            unlock.state = State::Busy;
        }
        self.dialog = Some(Dialog::Unlock(unlock));
        if ready {
            self.open_with(ctx, path, typed);
        }
    }

    fn try_locked(&mut self, ctx: &Context) {
        let Some(locked) = &mut self.guard.locked else { return };
        let unlock = &mut locked.unlock;
        if unlock.is_ready() {
            unlock.state = State::Busy;
            let (path, typed) = (unlock.path.clone(), unlock.typed.password());
            self.open_with(ctx, path, typed);
        }
    }

    /// The form in which a password was typed, if there is one.
    fn unlock_form(&mut self) -> Option<&mut Unlock> {
        match (&mut self.guard.locked, &mut self.dialog) {
            (Some(locked), _) => Some(&mut locked.unlock),
            (None, Some(Dialog::Unlock(unlock))) => Some(unlock),
            (None, _) => None,
        }
    }

    /// The password that was typed, when it was right.
    pub(crate) fn came_in(&mut self, session: &Session) -> Option<Password> {
        self.guard.tries.was_right();
        let typed = self.unlock_form().map(|unlock| unlock.typed.password());
        typed.filter(|_| session.store.opened_with_recovery_code())
    }

    /// A dossier did not open: a password is asked, or asked again.
    pub(crate) fn kept_out(&mut self, path: PathBuf, err: &StoreError) {
        let now = self.world.now();
        let wrong = matches!(err, StoreError::WrongPassword);
        if wrong {
            self.guard.tries.was_wrong(now);
        }
        if let Some(unlock) = self.unlock_form() {
            unlock.state = if wrong { State::Wrong } else { State::Asking };
            if wrong {
                unlock.typed = Secret::default();
            } else {
                self.notices.bad(errors::store(err));
            }
        } else if wrong || matches!(err, StoreError::NeedsPassword) {
            self.dialog = Some(Dialog::Unlock(Unlock::new(path)));
        } else {
            self.notices.bad(errors::store(err));
        }
    }

    /// Who came in with the recovery code has forgotten the password.
    pub(crate) fn offer_new_password(&mut self, code: Option<Password>) {
        if let Some(code) = code {
            self.dialog = Some(Dialog::Security(Box::new(SecurityForm::after_code(code))));
        }
    }

    /// Makes the dossier that the dialog describes, or first the recovery code that it needs.
    pub(crate) fn make_dossier(
        &mut self,
        ctx: &Context,
        school: String,
        path: PathBuf,
        keeping: Keeping,
    ) {
        match (keeping.choice, keeping.new.taken()) {
            (KeepingChoice::Open, _) => self.make(ctx, path, school, None),
            (KeepingChoice::Password, None) => {
                self.dialog = Some(Dialog::NewDossier { school, path: Some(path), keeping });
            }
            (KeepingChoice::Password, Some(password)) => {
                let today = self.world.today();
                self.busy = Some(words::PREPARING);
                self.beside(ctx, move || {
                    let ready = NewDossier::prepare(&path, &password).map(|new| {
                        Box::new(RecoveryStep::new(Pending::New(new), path, school, today))
                    });
                    Done::Guard(Back::Ready(ready))
                });
            }
        }
    }
}
