//! A dossier that cannot be opened to work in: another program has it, it may not be written, or it is damaged. What one
//! can do then. A damaged file is never written; a backup and a rescue come beside it.

mod backups;

use std::path::{Path, PathBuf};

use egui::Context;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::app::App;
use crate::app::action::{Action, DossierAction};
use crate::app::perform::Done;
use crate::app::session::{OnlyRead, Session};
use crate::backup::{BackupError, Contents};
use crate::domain::{AnyRecord, RecordKind, Spot};
use crate::files::SharedPlace;
use crate::store::{self, Holder, PartKind, Password, Rescue, RescuedPart, Store, StoreError};
use crate::texts::rescue::{self as words, Part};
use crate::texts::{choices, errors, trouble as text};

/// What stands in the way, and of which dossier.
pub(crate) struct Trouble {
    pub(crate) path: PathBuf,
    /// That was typed for it.
    password: Option<Password>,
    pub(crate) what: What,
}

pub(crate) enum What {
    /// Another program has it.
    Busy {
        holder: Option<String>,
        /// On a network folder nobody can be sure to see it whole meanwhile.
        shared: Option<SharedPlace>,
    },
    /// It may not be written.
    ReadOnly,
    Damaged {
        sentence: String,
        newest: Newest,
    },
    /// What a rescue came to.
    Rescued {
        to: PathBuf,
        all: bool,
        lines: Vec<String>,
    },
}

/// The newest backup that is whole.
pub(crate) enum Newest {
    /// It is being looked for.
    Looking,
    None,
    Found {
        file: PathBuf,
        words: String,
    },
}

/// What one can want then.
#[derive(Clone, Debug)]
pub(crate) enum TroubleAction {
    Retry,
    /// Opens it so that nothing can be changed.
    Read,
    Rescue,
    /// The newest backup becomes a dossier beside it.
    Restore(PathBuf),
    OpenRescued(PathBuf),
    Leave,
}

/// What comes back from work beside the window.
pub(crate) enum Back {
    Newest(PathBuf, Option<(PathBuf, Contents)>),
    Rescued(PathBuf, Result<Rescue, StoreError>),
    Restored(PathBuf, Result<(), BackupError>),
}

impl App {
    /// Whether a page tells what can be done; otherwise a sentence will do.
    pub(crate) fn meet_trouble(&mut self, ctx: &Context, path: &Path, err: &StoreError) -> bool {
        let known = self.preferences.recent.iter().any(|recent| recent == path);
        let damaged = matches!(err, StoreError::Damaged | StoreError::KeyFile)
            || (known && matches!(err, StoreError::NotOurs));
        let what = if matches!(err, StoreError::Busy) {
            let shared = self.world.shared_place(path);
            What::Busy { holder: self.told_of(path), shared }
        } else if matches!(err, StoreError::ReadOnly) {
            What::ReadOnly
        } else if damaged {
            let sentence = text::what_is_wrong(other_kind(err)).to_owned();
            What::Damaged { sentence, newest: Newest::Looking }
        } else {
            return false;
        };
        self.dialog = None;
        let password = self.trying.take();
        if damaged {
            self.look_for_backup(ctx, path, password.clone());
        }
        self.trouble = Some(Trouble { path: path.to_owned(), password, what });
        true
    }

    fn told_of(&self, path: &Path) -> Option<String> {
        let Holder { who, computer, since } = store::holder(path)?;
        Some(text::holder(&who, &computer, &self.moment(since)))
    }

    fn moment(&self, at: Timestamp) -> String {
        at.to_zoned_datetime(TimeZone::system()).strftime("%d-%m-%Y %H:%M").to_string()
    }

    pub(crate) fn trouble(&mut self, ctx: &Context, action: TroubleAction) {
        let Some(Trouble { path, password, what }) = self.trouble.take() else { return };
        match action {
            TroubleAction::Leave => self.notices.clear(),
            TroubleAction::Retry => match password {
                Some(password) => self.open_with(ctx, path, password),
                None => self.perform_all(ctx, vec![Action::Dossier(DossierAction::Open(path))]),
            },
            TroubleAction::Read => self.read(ctx, path, password, &what),
            TroubleAction::OpenRescued(to) => match password {
                Some(password) => self.open_with(ctx, to, password),
                None => self.perform_all(ctx, vec![Action::Dossier(DossierAction::Open(to))]),
            },
            TroubleAction::Rescue => {
                let to = free(&path, text::rescued_name);
                let (stamp, from, typed) = (self.stamp(), path.clone(), password.clone());
                self.busy = Some(text::RESCUING);
                self.trouble = Some(Trouble { path, password, what });
                self.beside(ctx, move || {
                    let done = store::rescue(&from, typed.as_ref(), &to, &stamp);
                    Done::Trouble(Back::Rescued(to, done))
                });
            }
            TroubleAction::Restore(file) => {
                let to = free(&path, text::restored_name);
                let now = self.world.now().to_zoned_datetime(TimeZone::system()).datetime();
                let typed = password.clone();
                self.busy = Some(text::RESTORING);
                self.trouble = Some(Trouble { path, password, what });
                self.beside(ctx, move || {
                    let done = backups::restore(&file, typed.as_ref(), &to, now);
                    Done::Trouble(Back::Restored(to, done))
                });
            }
        }
    }

    fn read(&mut self, ctx: &Context, path: PathBuf, password: Option<Password>, what: &What) {
        let (today, at) = (self.world.today(), self.moment(self.world.now()));
        let busy = matches!(what, What::Busy { .. });
        self.trying = password.clone();
        self.busy = Some(crate::texts::window::OPENING);
        self.begin(ctx, path, move |path| {
            let store = if busy {
                Store::read_busy(path, password.as_ref())?
            } else {
                Store::open_only_to_read(path, password.as_ref())?
            };
            let mut session = Session::load(store, today)?;
            session.only_read = Some(if busy { OnlyRead::Busy { at } } else { OnlyRead::Marked });
            Ok(session)
        });
    }

    pub(crate) fn trouble_back(&mut self, ctx: &Context, back: Back) {
        match back {
            Back::Newest(of, found) => {
                let newest = match found {
                    Some((file, contents)) => {
                        let learners = contents.records(RecordKind::Learner);
                        let words = text::newest(&self.moment(contents.made), learners);
                        Newest::Found { file, words }
                    }
                    None => Newest::None,
                };
                if let Some(Trouble { what: What::Damaged { newest: own, .. }, .. }) =
                    self.trouble.as_mut().filter(|trouble| trouble.path == of)
                {
                    *own = newest;
                }
            }
            Back::Rescued(to, done) => {
                self.busy = None;
                let Some(trouble) = &mut self.trouble else { return };
                match done {
                    Ok(done) => {
                        self.preferences.keep_as(&trouble.path, &to);
                        self.world.remember(&self.preferences);
                        trouble.what = What::Rescued { to, all: done.whole(), lines: told(&done) };
                    }
                    Err(err) => self.notices.bad(errors::store(&err)),
                }
            }
            Back::Restored(to, done) => {
                self.busy = None;
                match done {
                    Ok(()) => {
                        if let Some(trouble) = &self.trouble {
                            self.preferences.keep_as(&trouble.path, &to);
                            self.world.remember(&self.preferences);
                        }
                        self.notices.clear();
                        self.trouble(ctx, TroubleAction::OpenRescued(to));
                    }
                    Err(err) => self.notices.bad(errors::backup(&err)),
                }
            }
        }
    }

    fn look_for_backup(&self, ctx: &Context, path: &Path, password: Option<Password>) {
        let plan = self.preferences.backups.iter().find(|plan| plan.dossier == path);
        let own = plan.map(|plan| plan.by_hand.iter().map(|made| made.path.clone()).collect());
        let mut folders = plan.map(|plan| plan.folders()).unwrap_or_default();
        folders.extend(path.parent().map(Path::to_owned));
        let (path, own): (_, Vec<PathBuf>) = (path.to_owned(), own.unwrap_or_default());
        self.beside(ctx, move || {
            let found = backups::newest(&path, &own, &folders, password.as_ref());
            Done::Trouble(Back::Newest(path, found))
        });
    }

    /// What is typed in a dossier that is only read goes, and what stands in the file comes back; that is said.
    pub(crate) fn only_read_back(&mut self, spot: Spot, record: &AnyRecord, typed: &str) -> bool {
        let only = self.session.as_ref().is_some_and(|session| session.only_read.is_some());
        if only {
            let mut typed_in = record.clone();
            let same =
                matches!(typed_in.set(spot.field, typed), Some(Ok(()))) && typed_in == *record;
            self.drafts.forget(spot);
            if !same {
                self.notices.bad(errors::store(&StoreError::OnlyToRead));
            }
        }
        only
    }

    /// Whether this would change something in a dossier that is only read; then it was said.
    pub(crate) fn only_to_look(&mut self, action: &Action) -> bool {
        let only = self.session.as_ref().is_some_and(|session| session.only_read.is_some());
        let refused = only && action.would_change();
        if refused {
            self.notices.bad(errors::store(&StoreError::OnlyToRead));
        }
        refused
    }
}

const fn other_kind(err: &StoreError) -> text::Wrong {
    if matches!(err, StoreError::KeyFile) { text::Wrong::Keys } else { text::Wrong::Pages }
}

/// A name beside the dossier that nothing has.
fn free(dossier: &Path, named: fn(&Path, u32) -> PathBuf) -> PathBuf {
    (1..100)
        .map(|n| named(dossier, n))
        .find(|path| store::is_free(path))
        .unwrap_or_else(|| named(dossier, 100))
}

/// Line by line what is lost, and then what was saved.
fn told(done: &Rescue) -> Vec<String> {
    let mut out = vec![words::pages(done.unread_pages, done.pages)];
    let mut saved_lines = Vec::new();
    for part in &done.parts {
        let RescuedPart {
            kind,
            saved,
            from_history,
            doubtful,
            lost,
            nameless,
            holes,
            loosened,
            blank,
        } = part;
        let what = name(*kind);
        if *saved > 0 {
            saved_lines.push(words::saved(what, *saved));
        }
        out.extend(words::lines(&Part {
            what,
            from_history,
            doubtful,
            lost,
            nameless: *nameless,
            holes,
            loosened,
            blank,
        }));
    }
    if !done.lost_files.is_empty() {
        let numbers: Vec<String> = done.lost_files.iter().map(ToString::to_string).collect();
        out.push(words::lost_files(&numbers));
    }
    if !done.history_whole {
        out.push(words::HISTORY_NOT_WHOLE.to_owned());
    }
    out.extend(saved_lines);
    out
}

const fn name(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Records(kind) => choices::records(kind),
        PartKind::Pictures => words::PICTURES,
        PartKind::History => words::HISTORY,
        PartKind::Images => words::IMAGES,
        PartKind::Documents => words::DOCUMENTS,
        PartKind::DocumentFiles => words::DOCUMENT_FILES,
        PartKind::Withdrawals => words::WITHDRAWALS,
        PartKind::Marks => words::MARKS,
        PartKind::ReceivedFiles => words::RECEIVED_FILES,
    }
}
