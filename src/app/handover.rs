//! Learners on their way to another dossier, and from one.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use egui::Context;

use crate::app::App;
use crate::app::action::{HandoverAction, Place};
use crate::app::dialogs::Dialog;
use crate::app::guard::{NewPassword, Progress, Secret, Sight};
use crate::app::perform::Done;
use crate::app::selection::Selection;
use crate::app::world::{PathKind, PathQuestion};
use crate::backup::{BackupError, Made};
use crate::changes::{Change, Purpose};
use crate::domain::{FileHash, Id, Learner, LearnerStatus, RecordKind, Stored, Subject};
use crate::handover::{Arrival, Choice, HandoverError, Incoming, Outgoing, Relation};
use crate::store::{Store, StoreError};
use crate::texts::{common, errors, handover as words};

/// Learners that are about to be handed over.
pub(crate) struct HandingOver {
    pub(crate) learners: Vec<Id<Learner>>,
    pub(crate) names: Vec<String>,
    pub(crate) new: NewPassword,
    pub(crate) after: After,
}

/// What becomes of the status of who was handed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum After {
    #[default]
    Nothing,
    Finished,
    Stopped,
}

/// A handover that came, and its password as far as it is typed.
#[derive(Debug)]
pub(crate) struct OpeningHandover {
    pub(crate) path: PathBuf,
    pub(crate) typed: Secret,
    pub(crate) sight: Sight,
}

impl OpeningHandover {
    pub(crate) fn of(path: PathBuf) -> Self {
        Self { path, typed: Secret::default(), sight: Sight::default() }
    }
}

/// A handover that is looked at: nothing of it is taken in yet.
#[derive(Debug)]
pub(crate) struct TakingIn {
    incoming: Incoming,
    pub(crate) arrivals: Vec<Arrival>,
    /// By the id that a learner has in the handover.
    pub(crate) choices: BTreeMap<i64, Choice>,
}

/// Passwords are no one's business.
impl std::fmt::Debug for HandingOver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HandingOver")
            .field("learners", &self.learners.len())
            .finish_non_exhaustive()
    }
}

impl TakingIn {
    fn new(incoming: Incoming, store: &Store) -> Result<Self, HandoverError> {
        let arrivals = incoming.look(store)?;
        // Who is surely new is what one came for; whatever else is for a person to say.
        let first = |arrival: &Arrival| match arrival.relation {
            Relation::New => Choice::New,
            Relation::PutAside | Relation::Known(_) | Relation::Alike(..) => Choice::Leave,
        };
        let choices = arrivals.iter().map(|one| (one.learner.id.raw(), first(one))).collect();
        Ok(Self { incoming, arrivals, choices })
    }

    pub(crate) fn school(&self) -> Option<&str> {
        self.incoming.contents().school.as_deref()
    }

    pub(crate) const fn made(&self) -> jiff::Timestamp {
        self.incoming.contents().made
    }

    pub(crate) fn choice(&self, arrival: &Arrival) -> Choice {
        self.choices.get(&arrival.learner.id.raw()).copied().unwrap_or_default()
    }

    /// How many are taken in.
    pub(crate) fn chosen(&self) -> usize {
        self.arrivals.iter().filter(|one| self.choice(one) != Choice::Leave).count()
    }

    /// Lays it beside the dossier once more; whether that made no difference.
    pub(crate) fn look_again(&mut self, store: &Store) -> Result<bool, HandoverError> {
        let arrivals = self.incoming.look(store)?;
        let same = arrivals == self.arrivals;
        for (now, before) in arrivals.iter().zip(&self.arrivals) {
            if now.relation != before.relation {
                self.choices.insert(now.learner.id.raw(), Choice::Leave);
            }
        }
        self.arrivals = arrivals;
        Ok(same)
    }

    fn change(&self, store: &Store) -> Result<Option<Change>, HandoverError> {
        let chosen: Vec<(&Arrival, Choice)> =
            self.arrivals.iter().map(|one| (one, self.choice(one))).collect();
        self.incoming.change(store, &chosen)
    }
}

impl App {
    pub(crate) fn handover(&mut self, ctx: &Context, action: HandoverAction) {
        match action {
            HandoverAction::AskSelected => {
                let learners = self.session.as_ref().map(|session| session.selected.learners());
                self.ask_hand_over(ctx, learners.unwrap_or_default());
            }
            HandoverAction::Ask(learner) => self.ask_hand_over(ctx, vec![learner]),
            HandoverAction::ChooseFile => {
                let question = PathQuestion {
                    title: words::OPEN_TITLE.to_owned(),
                    kind: PathKind::ExistingFile,
                    filter: Some((words::FILES, &[words::ENDING])),
                    folder: None,
                };
                self.ask_path(ctx, question, Done::HandoverFile);
            }
            HandoverAction::Choose(learner, choice) => {
                if let Some(taking) = self.taking() {
                    taking.choices.insert(learner.raw(), choice);
                }
            }
            HandoverAction::Take => self.take_in(ctx),
            HandoverAction::Leave => {
                if let Some(session) = &mut self.session {
                    session.taking_in = None;
                }
                self.go(ctx, Place::Learners);
            }
            HandoverAction::OpenReceived(hash) => self.open_received(&hash),
        }
    }

    fn taking(&mut self) -> Option<&mut TakingIn> {
        self.session.as_mut()?.taking_in.as_mut()
    }

    fn ask_hand_over(&mut self, ctx: &Context, learners: Vec<Id<Learner>>) {
        self.settle_all(ctx);
        let Some(session) = &self.session else { return };
        let name = |id: &Id<Learner>| session.store.learner(*id).map(|l| l.value.name().official());
        match learners.iter().map(name).collect::<Result<Vec<_>, _>>() {
            Ok(names) if !names.is_empty() => {
                let names = names.into_iter().map(common::named).collect();
                let (new, after) = (NewPassword::default(), After::default());
                let asked = HandingOver { learners, names, new, after };
                self.ask(ctx, Dialog::HandOver(asked));
            }
            Ok(_) => {}
            Err(err) => self.notices.bad(errors::store(&err)),
        }
    }

    /// With a password that fits: asks where it must go.
    pub(crate) fn confirm_hand_over(&mut self, ctx: &Context, asked: HandingOver) {
        if asked.new.progress() != Progress::Ready {
            self.dialog = Some(Dialog::HandOver(asked));
            return;
        }
        let question = PathQuestion {
            title: words::PLACE_TITLE.to_owned(),
            kind: PathKind::NewFile(words::file_name(&self.world.today().to_string())),
            filter: Some((words::FILES, &[words::ENDING])),
            folder: self.preferences.folder.clone(),
        };
        self.ask_path(ctx, question, move |path| Done::HandoverPlace(asked, path));
    }

    /// Writes it beside the window.
    pub(crate) fn hand_over(&mut self, ctx: &Context, asked: HandingOver, path: Option<PathBuf>) {
        let Some(mut path) = path else {
            // What was typed is not lost by a look at the folders.
            self.dialog = Some(Dialog::HandOver(asked));
            return;
        };
        if path.extension().is_none_or(|ending| ending != words::ENDING) {
            path.as_mut_os_string().push(format!(".{}", words::ENDING));
        }
        let now = self.world.now();
        let Some(password) = asked.new.taken() else { return };
        let Some(session) = &mut self.session else { return };
        let outgoing = match Outgoing::of(&mut session.store, &asked.learners) {
            Ok(outgoing) => outgoing,
            Err(err) => {
                self.notices.bad(errors::handover(&err));
                return;
            }
        };
        self.notices.plain(words::MAKING.to_owned());
        let (outbox, ctx) = (self.outbox.clone(), ctx.clone());
        let dossier = self.open_path();
        let work = move || {
            let go_on = &mut |_| ControlFlow::Continue(());
            let made = outgoing.write(&path, &password, now, go_on);
            outbox.send(Done::HandedOver(dossier, asked, made)).ok();
            ctx.request_repaint();
        };
        self.world.start("overdracht", Box::new(work));
    }

    /// It was written and read back, or was not.
    pub(crate) fn handed_over(
        &mut self,
        dossier: Option<PathBuf>,
        asked: &HandingOver,
        made: Result<Made, HandoverError>,
    ) {
        self.notices.clear();
        let made = match made {
            Ok(made) => made,
            Err(err) => {
                self.notices.bad(errors::handover(&err));
                return;
            }
        };
        let HandingOver { learners, after, .. } = asked;
        self.preferences.folder = made.path.parent().map(Path::to_owned);
        self.world.remember(&self.preferences);
        let file = made.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.notices.good(words::made(learners.len(), &file));
        if dossier != self.open_path() {
            return;
        }
        let status = match after {
            After::Nothing => return,
            After::Finished => LearnerStatus::Finished,
            After::Stopped => LearnerStatus::Stopped,
        };
        let Some(session) = &self.session else { return };
        let all = learners.iter().filter_map(|id| session.store.learner(*id).ok());
        let edits = all
            .filter(|learner| learner.value.status != status)
            .map(|Stored { id, value }| Change::Edit(id.raw(), Learner { status, ..value }.into()))
            .collect();
        self.apply(&Change::Together(Purpose::HandOver, edits));
    }

    pub(crate) fn open_handover(&mut self, ctx: &Context, path: PathBuf, typed: &Secret) {
        let typed = typed.password();
        self.notices.plain(words::OPENING.to_owned());
        let (outbox, ctx) = (self.outbox.clone(), ctx.clone());
        let dossier = self.open_path();
        let work = move || {
            let go_on = &mut |_| ControlFlow::Continue(());
            let opened = Incoming::open(&path, &typed, go_on).map(Box::new);
            outbox.send(Done::CameIn(dossier, path, opened)).ok();
            ctx.request_repaint();
        };
        self.world.start("overdracht", Box::new(work));
    }

    pub(crate) fn handover_opened(
        &mut self,
        ctx: &Context,
        dossier: Option<PathBuf>,
        path: PathBuf,
        opened: Result<Box<Incoming>, HandoverError>,
    ) {
        self.notices.clear();
        if dossier != self.open_path() {
            return;
        }
        let Some(session) = &mut self.session else { return };
        match opened.and_then(|incoming| TakingIn::new(*incoming, &session.store)) {
            Ok(taking) => {
                session.taking_in = Some(taking);
                self.go(ctx, Place::TakeIn);
            }
            Err(err) => {
                self.notices.bad(errors::handover(&err));
                if matches!(err, HandoverError::File(BackupError::WrongPassword)) {
                    self.ask(ctx, Dialog::TakeIn(OpeningHandover::of(path)));
                }
            }
        }
    }

    /// Takes in those who were chosen, as one change; where the dossier became another, a person looks again first.
    fn take_in(&mut self, ctx: &Context) {
        self.settle_all(ctx);
        let Some(session) = &mut self.session else { return };
        let Some(taking) = &mut session.taking_in else { return };
        let count = taking.chosen();
        let change = taking
            .look_again(&session.store)
            .and_then(|same| if same { taking.change(&session.store) } else { Ok(None) });
        match change {
            Ok(Some(change)) => {
                if self.apply(&change).is_none() {
                    return;
                }
                let Some(session) = &mut self.session else { return };
                session.taking_in = None;
                session.selected = Selection::default();
                let loaded = [RecordKind::Learner, RecordKind::Leerbedrijf]
                    .into_iter()
                    .try_for_each(|kind| session.after(Subject { kind, id: 0 }, Place::Learners));
                self.place = Place::Learners;
                self.say_if_bad(loaded);
                self.notices.good(words::taken(count));
            }
            Ok(None) => self.notices.bad(words::CHANGED_MEANWHILE.to_owned()),
            Err(HandoverError::Store(StoreError::InUse)) => {
                self.notices.bad(words::TWICE.to_owned());
            }
            Err(err) => self.notices.bad(errors::handover(&err)),
        }
    }

    /// Shows a document that another dossier issued in the program that the system has for it.
    fn open_received(&mut self, hash: &FileHash) {
        let Some(session) = &self.session else { return };
        let pdf = match session.store.received_pdf(hash) {
            Ok(pdf) => pdf,
            Err(err) => {
                self.notices.bad(errors::store(&err));
                return;
            }
        };
        let name = format!("ontvangen-{}.pdf", hash.as_str().get(..12).unwrap_or_default());
        let Some(path) = self.put_aside(&name, &pdf) else { return };
        if !self.world.show(&path) {
            self.notices.plain(crate::texts::documents::NOT_SHOWN.to_owned());
        }
    }
}
