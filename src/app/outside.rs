//! What reaches outside the window: opening and making dossiers, fetching logos.

use std::path::{Path, PathBuf};

use egui::Context;

use crate::app::App;
use crate::app::action::{DossierAction, Place};
use crate::app::dialogs::{Dialog, Leave};
use crate::app::perform::Done;
use crate::app::screens::dialogs::holds_work;
use crate::app::session::Session;
use crate::app::world::{PathKind, PathQuestion};
use crate::catalogue::Catalogue;
use crate::changes::{Change, Purpose};
use crate::domain::{Entry as _, School, Spot, Title};
use crate::files;
use crate::pictures::{self, Picture};
use crate::store::{Holder, NewDossier, Password, Stamp, Store, StoreError};
use crate::texts::{errors, trouble, window as text};

/// How a dossier's file ends.
pub(crate) const ENDING: &str = "dossier";
pub(crate) const DOSSIERS: (&str, &[&str]) = (text::DOSSIER_FILES, &[ENDING]);

/// How many learners the example has, and the seed from which it grows.
const EXAMPLE_LEARNERS: u32 = 60;
const EXAMPLE_SEED: u64 = 1;

impl App {
    pub(crate) fn dossier(&mut self, ctx: &Context, action: DossierAction) {
        match action {
            DossierAction::ChooseExisting => {
                let question = PathQuestion {
                    title: text::OPEN_TITLE.to_owned(),
                    kind: PathKind::ExistingFile,
                    filter: Some(DOSSIERS),
                    folder: self.world.data_folder(),
                };
                self.ask_path(ctx, question, Done::Existing);
            }
            DossierAction::ChooseNewPlace => {
                let question = PathQuestion {
                    title: text::NEW_PLACE_TITLE.to_owned(),
                    kind: PathKind::NewFile(format!("{}.{ENDING}", text::DOSSIER_FILE_NAME)),
                    filter: Some(DOSSIERS),
                    folder: self.world.data_folder(),
                };
                self.ask_path(ctx, question, Done::NewPlace);
            }
            DossierAction::Open(path) => self.open(ctx, path),
            DossierAction::Example => self.example(ctx),
            DossierAction::PutHere => self.put_here(ctx),
            DossierAction::Close => {
                self.settle_all(ctx);
                if self.must_ask() {
                    self.dialog = Some(Dialog::Leave(Leave::Dossier));
                } else {
                    self.leave(ctx, Leave::Dossier);
                }
            }
        }
    }

    /// Whether closing now must be asked about first.
    pub(crate) fn must_ask(&self) -> bool {
        self.would_lose() || self.session.as_ref().is_some_and(|s| s.batches.running())
    }

    /// Whether closing now takes away something that was typed.
    pub(crate) fn would_lose(&self) -> bool {
        let form = self.dialog.as_ref().is_some_and(|dialog| holds_work(dialog, &self.drafts));
        form || self.drafts.any_left() || self.guard.keeps_words()
    }

    /// Closes, whatever is still typed.
    pub(crate) fn leave(&mut self, ctx: &Context, leave: Leave) {
        // What is on its way comes back first, so that no half file stays.
        if self.session.as_ref().is_some_and(|session| session.batches.running()) {
            self.stop_batch(Some(leave));
            if self.session.as_ref().is_some_and(|session| session.batches.running()) {
                return;
            }
        }
        if !self.copy_before(ctx, leave) {
            self.close_now(ctx, leave);
        }
    }

    /// Closes, with nothing more to wait for.
    pub(crate) fn close_now(&mut self, ctx: &Context, leave: Leave) {
        match leave {
            Leave::Window => {
                self.leaving = true;
                self.forget_looked_at();
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            Leave::Dossier => {
                self.session = None;
                self.guard.locked = None;
                ctx.send_viewport_cmd(egui::ViewportCommand::Title(text::PROGRAM.to_owned()));
                self.forget_looked_at();
                self.dialog = None;
                self.drafts = crate::app::Drafts::default();
                self.notices.clear();
                self.place = Place::Learners;
                self.copies.dossier_changed();
            }
        }
    }

    /// Where a new dossier comes unless one chooses otherwise: beside the others, under a name that is free.
    pub(crate) fn new_place(&self) -> Option<PathBuf> {
        let folder = self.world.data_folder()?;
        let name = text::DOSSIER_FILE_NAME;
        let first = folder.join(format!("{name}.{ENDING}"));
        let others = (2..).map(|n| folder.join(format!("{name}-{n}.{ENDING}")));
        std::iter::once(first).chain(others).find(|path| !path.exists())
    }

    fn open(&mut self, ctx: &Context, path: PathBuf) {
        let today = self.world.today();
        self.busy = Some(text::OPENING);
        self.trying = None;
        self.begin(ctx, path, move |path| checked(Store::open(path, None)?, today));
    }

    /// As [`Self::open`], while what asks for the password stays.
    pub(crate) fn open_with(&mut self, ctx: &Context, path: PathBuf, password: Password) {
        let today = self.world.today();
        self.trying = Some(password.clone());
        self.begin(ctx, path, move |path| checked(Store::open(path, Some(&password))?, today));
    }

    /// `new`: with the password and the recovery code that it has.
    pub(crate) fn make(
        &mut self,
        ctx: &Context,
        path: PathBuf,
        school: String,
        new: Option<NewDossier>,
    ) {
        let (today, stamp) = (self.world.today(), self.stamp());
        self.dialog = None;
        self.busy = Some(text::MAKING);
        self.begin(ctx, path, move |path| {
            let mut store = create(path, new)?;
            if let Ok(naam) = Title::parse(&school) {
                let school = School { naam: Some(naam), ..School::blank() };
                if let Err(err) = store.apply(&Change::Add(school.into()), &stamp) {
                    store.discard();
                    return Err(err);
                }
            }
            Session::load(store, today)
        });
    }

    /// Opens the example, or makes it where it is not there yet.
    fn example(&mut self, ctx: &Context) {
        let (today, stamp) = (self.world.today(), self.stamp());
        let Some(folder) = self.world.data_folder() else {
            self.notices.bad(text::NO_DATA_FOLDER.to_owned());
            return;
        };
        let path = folder.join(format!("{}.{ENDING}", text::EXAMPLE_FILE_NAME));
        self.busy = Some(text::MAKING);
        self.begin(ctx, path, move |path| {
            let store = if path.exists() {
                Store::open(path, None)?
            } else {
                filled_example(path, today, &stamp)?
            };
            Session::load(store, today)
        });
    }

    /// Does slow work with a dossier beside the window.
    pub(crate) fn begin(
        &mut self,
        ctx: &Context,
        path: PathBuf,
        work: impl FnOnce(&Path) -> Result<Session, StoreError> + Send + 'static,
    ) {
        self.settle_all(ctx);
        // The old one is let go first: it may be the same file.
        self.session = None;
        self.forget_looked_at();
        self.beside(ctx, move || {
            let opened = work(&path).map(Box::new);
            Done::Opened(path, opened)
        });
    }

    pub(crate) fn opened(
        &mut self,
        ctx: &Context,
        path: PathBuf,
        opened: Result<Box<Session>, StoreError>,
    ) {
        self.busy = None;
        match opened {
            Ok(mut session) => {
                self.trying = None;
                self.trouble = None;
                session.store.tell(&Holder {
                    who: self.world.who(),
                    computer: self.world.computer(),
                    since: self.world.now(),
                });
                let code = self.came_in(&session);
                match self.guard.locked.take() {
                    Some(locked) => self.unlocked(ctx, *session, locked),
                    None => self.arrived(ctx, &path, *session),
                }
                self.offer_new_password(code);
            }
            Err(err) => {
                // Who has it locked keeps the page that asks for the password.
                let free = self.guard.locked.is_none() && self.guard.away.is_none();
                if !(free && self.meet_trouble(ctx, &path, &err)) {
                    self.trouble = None;
                    self.kept_out(path, &err);
                }
                self.trying = None;
            }
        }
    }

    fn arrived(&mut self, ctx: &Context, path: &Path, session: Session) {
        let loose = session.loose;
        self.session = Some(session);
        self.place = Place::Learners;
        self.dialog = None;
        self.notices.clear();
        self.drafts = crate::app::Drafts::default();
        self.copies.dossier_changed();
        self.preferences.opened(path);
        self.world.remember(&self.preferences);
        if loose > 0 {
            self.notices.bad(trouble::LOOSE.to_owned());
        }
        self.look_where_it_lies(path);
        ctx.send_viewport_cmd(egui::ViewportCommand::Title(text::window_title(path)));
    }

    pub(crate) fn toggle_theme(&mut self, ctx: &Context) {
        let dark = !ctx.global_style().visuals.dark_mode;
        ctx.set_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light });
        self.preferences.dark = Some(dark);
        self.world.remember(&self.preferences);
    }

    pub(crate) fn ask_path(
        &self,
        ctx: &Context,
        question: PathQuestion,
        done: impl FnOnce(Option<PathBuf>) -> Done + Send + 'static,
    ) {
        let (outbox, ctx) = (self.outbox.clone(), ctx.clone());
        self.world.ask_path(
            question,
            Box::new(move |path| {
                outbox.send(done(path)).ok();
                ctx.request_repaint();
            }),
        );
    }

    pub(crate) fn choose_logo(&self, ctx: &Context, spot: Spot) {
        let question = PathQuestion {
            title: text::LOGO_TITLE.to_owned(),
            kind: PathKind::ExistingFile,
            filter: Some((text::PICTURE_FILES, &["png", "jpg", "jpeg"])),
            folder: None,
        };
        let (outbox, ctx) = (self.outbox.clone(), ctx.clone());
        let dossier = self.open_path();
        self.world.ask_path(
            question,
            Box::new(move |path| {
                let Some(path) = path else { return };
                outbox.send(Done::Logo { dossier, spot, picture: read_logo(&path) }).ok();
                ctx.request_repaint();
            }),
        );
    }

    pub(crate) fn open_path(&self) -> Option<PathBuf> {
        self.session.as_ref().and_then(|s| s.store.path()).map(Path::to_owned)
    }

    /// `dossier`: the one for which it was asked; another may have been opened meanwhile.
    pub(crate) fn set_logo(
        &mut self,
        dossier: Option<PathBuf>,
        spot: Spot,
        picture: Result<Picture, String>,
    ) {
        if dossier != self.open_path() {
            return;
        }
        let Picture { hash, png } = match picture {
            Ok(picture) => picture,
            Err(sentence) => {
                self.notices.bad(sentence);
                return;
            }
        };
        let hash_text = hash.as_str().to_owned();
        let keep = Change::KeepPicture { hash, png };
        if let Some(edit) = self.edit_of(spot, &hash_text) {
            self.apply(&Change::Together(Purpose::SetLogo, vec![keep, edit]));
        }
    }
}

/// Loads a dossier of which every page was looked at: work on one that is damaged would only make it worse.
fn checked(store: Store, today: jiff::civil::Date) -> Result<Session, StoreError> {
    let loose = store.check_pages()?;
    let mut session = Session::load(store, today)?;
    session.loose = loose;
    Ok(session)
}

fn create(path: &Path, new: Option<NewDossier>) -> Result<Store, StoreError> {
    if let Some(folder) = path.parent() {
        files::make_folder(folder).map_err(|_see_path| StoreError::CannotOpen)?;
    }
    match new {
        Some(new) => new.create(),
        None => Ok(Store::create(path, None)?.0),
    }
}

fn filled_example(
    path: &Path,
    today: jiff::civil::Date,
    stamp: &Stamp,
) -> Result<Store, StoreError> {
    let mut store = create(path, None)?;
    let catalogue = Catalogue::new(&[]);
    let change = crate::example::changes(EXAMPLE_SEED, EXAMPLE_LEARNERS, today, &catalogue);
    store.apply(&change, stamp)?;
    Ok(store)
}

fn read_logo(path: &Path) -> Result<Picture, String> {
    let bytes =
        files::read_limited(path, pictures::MOST_BYTES).map_err(|err| errors::file(&err))?;
    pictures::take_in(&bytes).map_err(errors::picture)
}

/// A path for a new dossier, ending as a dossier does.
pub(crate) fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_some_and(|own| own == ENDING) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(format!(".{ENDING}"));
    PathBuf::from(name)
}
