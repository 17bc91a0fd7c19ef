//! A dossier that lies where others copy or share it: said once, with the offer to put it on this computer.

use std::path::{Path, PathBuf};

use egui::Context;

use crate::app::App;
use crate::app::copies::plan::{BackupPlace, BackupPlan};
use crate::app::dialogs::Dialog;
use crate::app::perform::Done;
use crate::app::session::Session;
use crate::files;
use crate::store::{self, StoreError};
use crate::texts::trouble as text;

/// A dossier that was put on this computer.
pub(crate) struct Moved {
    from: PathBuf,
    to: PathBuf,
    kept: PathBuf,
    opened: Result<Box<Session>, StoreError>,
}

impl App {
    /// Looks where the open dossier lies, and says it the first time.
    pub(crate) fn look_where_it_lies(&mut self, path: &Path) {
        let place = self.world.shared_place(path);
        let Some(session) = &mut self.session else { return };
        session.shared = place;
        let (Some(place), None) = (place, session.only_read.as_ref()) else { return };
        if !self.preferences.warned.iter().any(|warned| warned == path) {
            self.preferences.warned.push(path.to_owned());
            self.world.remember(&self.preferences);
            self.dialog = Some(Dialog::Shared(place));
        }
    }

    /// Copies the open dossier to the folder of this computer, and goes on there.
    pub(crate) fn put_here(&mut self, ctx: &Context) {
        self.settle_all(ctx);
        if self.must_ask() {
            self.dialog = Some(Dialog::Leave(crate::app::dialogs::Leave::Dossier));
            return;
        }
        let Some(folder) = self.world.data_folder() else {
            self.notices.bad(crate::texts::window::NO_DATA_FOLDER.to_owned());
            return;
        };
        let Some(session) = self.session.take() else { return };
        let Some(from) = session.store.path().map(Path::to_owned) else { return };
        self.dialog = None;
        self.forget_looked_at();
        self.drafts = crate::app::Drafts::default();
        self.busy = Some(text::MOVING);
        let today = self.world.today();
        self.beside(ctx, move || {
            let to = free(&folder.join(from.file_name().unwrap_or_default()), numbered);
            let kept = free(&from, text::moved_name);
            let made = files::make_folder(&folder).map_err(|_see_path| StoreError::CannotOpen);
            let opened = made
                .and_then(|()| session.store.move_to(&to, &kept))
                .and_then(|store| Session::load(store, today))
                .map(Box::new);
            Done::Moved(Box::new(Moved { from, to, kept, opened }))
        });
    }

    pub(crate) fn moved(&mut self, ctx: &Context, moved: Moved) {
        let Moved { from, to, kept, opened } = moved;
        match opened {
            Ok(session) => {
                self.keep_copies_there(&from, &to);
                self.preferences.recent.retain(|recent| *recent != from);
                self.opened(ctx, to, Ok(session));
                let kept = kept.file_name().unwrap_or_default().to_string_lossy().into_owned();
                self.notices.good(text::moved(&kept));
            }
            // Nothing was moved: the old one is asked for again.
            Err(err) => {
                self.busy = None;
                self.notices.bad(crate::texts::errors::store(&err));
                self.dossier(ctx, crate::app::action::DossierAction::Open(from));
            }
        }
    }

    /// What is shared is a good place for backups: they are finished files, and elsewhere.
    fn keep_copies_there(&mut self, from: &Path, to: &Path) {
        let Some(folder) = from.parent().map(Path::to_owned) else { return };
        let mut plan = self.preferences.backups.iter().find(|plan| plan.dossier == from).cloned();
        let plan = plan.get_or_insert_with(BackupPlan::default);
        plan.dossier = to.to_owned();
        if plan.places.is_empty() {
            plan.places.push(BackupPlace { folder, last: None });
        }
        let plan = plan.clone();
        self.preferences.backups.retain(|own| own.dossier != from && own.dossier != to);
        self.preferences.backups.push(plan);
    }
}

fn free(path: &Path, named: fn(&Path, u32) -> PathBuf) -> PathBuf {
    let mut names = (1..100).map(|n| named(path, n));
    names.find(|name| store::is_free(name)).unwrap_or_else(|| named(path, 100))
}

/// `klas.dossier`, `klas-2.dossier`.
fn numbered(path: &Path, n: u32) -> PathBuf {
    if n == 1 {
        return path.to_owned();
    }
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{n}"));
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}
