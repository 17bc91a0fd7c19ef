//! What must be known to make a backup by hand: a password of its own, where the dossier has none, and where it comes.

use std::path::{Path, PathBuf};

use egui::Context;
use jiff::tz::TimeZone;

use crate::app::App;
use crate::app::copies::CopiesDialog;
use crate::app::copies::making::Why;
use crate::app::dialogs::Dialog;
use crate::app::guard::{KeepingChoice, NewPassword, Progress};
use crate::app::perform::Done;
use crate::app::world::{PathKind, PathQuestion};
use crate::store::Password;
use crate::texts::{backup as names, copies as text};

/// What is typed for a backup of a dossier that has no password.
#[derive(Debug, Default)]
pub(crate) struct OwnPassword {
    pub(crate) choice: KeepingChoice,
    pub(crate) new: NewPassword,
}

impl OwnPassword {
    pub(crate) fn fits(&self) -> bool {
        match self.choice {
            KeepingChoice::Password => self.new.progress() == Progress::Ready,
            KeepingChoice::Open => true,
        }
    }
}

impl App {
    /// Asks what must be known to make one by hand.
    pub(super) fn ask_copy(&mut self, ctx: &Context) {
        self.settle_all(ctx);
        let Some(session) = &self.session else { return };
        if self.copies.making.is_some() {
            return;
        }
        if session.store.lock().is_some() {
            self.ask_copy_place(ctx, None);
        } else {
            self.ask(ctx, Dialog::Copies(CopiesDialog::Password(OwnPassword::default())));
        }
    }

    pub(super) fn confirm_own_password(&mut self, ctx: &Context, own: OwnPassword) {
        if !own.fits() {
            self.dialog = Some(Dialog::Copies(CopiesDialog::Password(own)));
            return;
        }
        let password = match own.choice {
            KeepingChoice::Password => own.new.taken(),
            KeepingChoice::Open => None,
        };
        self.ask_copy_place(ctx, password);
    }

    fn ask_copy_place(&self, ctx: &Context, own: Option<Password>) {
        let Some(path) = self.session.as_ref().and_then(|session| session.store.path()) else {
            return;
        };
        let now = self.world.now().to_zoned_datetime(TimeZone::system()).datetime();
        let last = self.plan().and_then(|plan| plan.by_hand.first());
        let question = PathQuestion {
            title: text::MAKE_TITLE.to_owned(),
            kind: PathKind::NewFile(names::name(path, now)),
            filter: Some((text::FILES, &[names::ENDING])),
            folder: last.and_then(|made| made.path.parent()).map(Path::to_owned),
        };
        self.ask_path(ctx, question, |path| Done::Copies(super::Back::Place(own, path)));
    }

    /// The place of one by hand was chosen, or not.
    pub(super) fn copy_place(
        &mut self,
        ctx: &Context,
        own: Option<Password>,
        path: Option<PathBuf>,
    ) {
        let Some(path) = path else { return };
        let path = match path.extension() {
            Some(_) => path,
            None => path.with_extension(names::ENDING),
        };
        self.copies.report = None;
        self.begin_copy(ctx, Why::ByHand(path), own, Vec::new(), None);
    }
}
