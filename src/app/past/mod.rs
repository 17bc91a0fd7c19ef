//! What was: the trash, who is past the term, and what is asked before anyone is forgotten.

pub(crate) mod changes;
pub(crate) mod rows;
pub(crate) mod saving;

use egui::Context;

use crate::app::App;
use crate::app::action::{PastAction, PastPart, Place};
use crate::app::dialogs::Dialog;
use crate::app::listing::Listing;
use crate::app::looking::Looking;
use crate::app::past::changes::{Changes, Wanted};
use crate::app::past::rows::{RetentionRow, TrashRow, retention_rows, trash_rows};
use crate::app::selection::Selection;
use crate::app::session::Session;
use crate::changes::Change;
use crate::domain::{RecordKind, Subject};
use crate::store::{Forgetting, Papers, StoreError, Swept};
use crate::texts::{common, errors, past as text};

/// What is shown of it, loaded when one comes there.
#[derive(Debug)]
pub(crate) struct Past {
    pub(crate) trash: Listing<TrashRow>,
    pub(crate) retention: Listing<RetentionRow>,
    /// Learners who may be forgotten.
    pub(crate) ticked: Selection,
    /// How many ended without a day.
    pub(crate) without_day: u32,
    pub(crate) changes: Changes,
}

impl Default for Past {
    fn default() -> Self {
        let mut retention = Listing::new(Vec::new());
        retention.narrowed = vec![(rows::retention_column::STATUS, text::PAST.to_owned())];
        Self {
            trash: Listing::new(Vec::new()),
            retention,
            ticked: Selection::default(),
            without_day: 0,
            changes: Changes::default(),
        }
    }
}

/// What is about to be forgotten.
#[derive(Clone, Debug)]
pub(crate) struct Forget {
    pub(crate) subjects: Vec<Subject>,
    /// Who or what, in words.
    pub(crate) what: String,
    pub(crate) going: Forgetting,
    pub(crate) papers: Papers,
    /// What must be typed, and what was.
    pub(crate) word: String,
    pub(crate) typed: String,
}

impl Forget {
    pub(crate) fn is_confirmed(&self) -> bool {
        use crate::domain::fold::fold;
        fold(self.typed.trim()) == fold(&self.word)
    }

    pub(crate) fn is_of_learners(&self) -> bool {
        self.subjects.iter().any(|subject| subject.kind == RecordKind::Learner)
    }
}

impl Session {
    /// Loads what this part shows.
    pub(crate) fn load_past(&mut self, part: PastPart) -> Result<(), StoreError> {
        match part {
            // Found when it is drawn: it depends on what is asked there.
            PastPart::Changes => {}
            PastPart::Trash => {
                let rows = trash_rows(&self.store)?;
                self.past.trash.renew(rows);
            }
            PastPart::Retention => {
                let rows = retention_rows(&self.store, &self.school, self.today())?;
                self.past.retention.renew(rows);
                self.past.keep_to_past();
                self.past.without_day = self.store.ended_without_a_day()?;
            }
        }
        Ok(())
    }

    /// Loads everything anew: who was forgotten may stand anywhere.
    fn load_all(&mut self, place: Place) -> Result<(), StoreError> {
        let fresh = [
            RecordKind::School,
            RecordKind::Praktijkbegeleider,
            RecordKind::Ondertekenaar,
            RecordKind::Learner,
            RecordKind::Leerbedrijf,
            RecordKind::OwnEntry,
        ];
        for kind in fresh {
            self.load_about(Subject { kind, id: 0 })?;
        }
        self.issued.renew(crate::app::issued_rows::issued_rows(&self.store)?);
        self.chosen = None;
        self.undo = self.store.undo_state()?;
        self.data_changed();
        self.arrive(place)
    }
}

impl Past {
    /// Whether the list is narrowed to who is past the term.
    pub(crate) fn shows_only_past(&self) -> bool {
        let column = rows::retention_column::STATUS;
        self.retention.narrowed.iter().any(|(own, only)| *own == column && only == text::PAST)
    }

    /// Only who is past the term can be ticked.
    pub(crate) fn keep_to_past(&mut self) {
        let Self { retention, ticked, .. } = self;
        let past = |id: i64| retention.all().iter().any(|row| row.id.raw() == id && row.is_past());
        ticked.retain(past);
    }
}

impl App {
    pub(crate) fn past(&mut self, ctx: &Context, action: PastAction) {
        match action {
            PastAction::Restore(subject) => self.restore(subject),
            PastAction::ChangesOf(learner) => {
                if let Some(session) = &mut self.session {
                    session.past.changes.typed.clear();
                    session.past.changes.wanted =
                        Wanted { learner: Some(learner), ..Wanted::default() };
                }
                self.go(ctx, Place::Past(PastPart::Changes));
            }
            PastAction::SaveChanges => self.save_changes(ctx),
            PastAction::SaveInzage(learner, form) => self.save_inzage(ctx, learner, form),
            PastAction::AskForget(subject) => self.ask_forget(ctx, vec![subject]),
            PastAction::AskForgetTicked => {
                let Some(session) = &self.session else { return };
                let learner = |id| Subject { kind: RecordKind::Learner, id };
                let subjects = session.past.ticked.ids().map(learner).collect();
                self.ask_forget(ctx, subjects);
            }
        }
    }

    fn restore(&mut self, subject: Subject) {
        self.dialog = None;
        let Some(applied) = self.apply(&Change::Restore(subject.kind, subject.id)) else { return };
        let place = self.place;
        let Some(session) = &mut self.session else { return };
        let loaded = session.after_undo(subject, place);
        let Some(session) = &self.session else { return };
        // What it hangs on came back too if that was in the trash; of those the highest is named.
        let hung_on = rows::highest(&applied.records).filter(|highest| *highest != subject);
        let what = rows::what_of(&session.store, subject);
        let others = applied.records.len().saturating_sub(1);
        let said = match hung_on {
            Some(highest) if rows::is_above(highest.kind, subject.kind) => {
                text::restored_with(&what, others, &rows::what_of(&session.store, highest))
            }
            Some(_) | None => text::restored(&what, others),
        };
        self.notices.good(said);
        self.say_if_bad(loaded);
    }

    fn ask_forget(&mut self, ctx: &Context, subjects: Vec<Subject>) {
        match self.forgetting(subjects) {
            Ok(Some(asked)) => self.ask(ctx, Dialog::Forget(Box::new(asked))),
            Ok(None) => {}
            Err(err) => self.notices.bad(errors::store(&err)),
        }
    }

    fn forgetting(&self, subjects: Vec<Subject>) -> Result<Option<Forget>, StoreError> {
        let Some(session) = &self.session else { return Ok(None) };
        let Some(first) = subjects.first().copied() else { return Ok(None) };
        let store = &session.store;
        let mut going = Forgetting::default();
        for subject in &subjects {
            going.add(store.to_forget(*subject)?);
        }
        let (what, word) = match subjects.len() {
            1 => {
                let what = rows::what_of(store, first);
                let word = rows::surname_of(store, first);
                (what, word.unwrap_or_else(|| text::ERASE_WORD.to_owned()))
            }
            count => (text::several_learners(count), common::grouped(count)),
        };
        let papers = if session.school.papers_stay { Papers::Keep } else { Papers::Blank };
        Ok(Some(Forget { subjects, what, going, papers, word, typed: String::new() }))
    }

    /// Takes the question; it stays open until what must be typed was typed.
    pub(crate) fn forget(&mut self, asked: Box<Forget>) {
        if !asked.is_confirmed() {
            self.dialog = Some(Dialog::Forget(asked));
            return;
        }
        let stamp = self.stamp();
        let Forget { subjects, papers, .. } = &*asked;
        let Some(session) = &mut self.session else { return };
        let swept = match session.store.forget(subjects, *papers, &stamp) {
            Ok(swept) => swept,
            Err(err) => {
                self.notices.bad(errors::store(&err));
                return;
            }
        };
        // What was typed, said and drawn may be about who was forgotten.
        self.notices.clear();
        self.drafts = crate::app::Drafts::default();
        self.looking = Looking::default();
        session.past.ticked.clear();
        let loaded = session.load_all(self.place);
        self.notices.good(text::forgotten(&match subjects.len() {
            1 if asked.is_of_learners() => text::ONE_FORGOTTEN.to_owned(),
            1 => text::RECORD_FORGOTTEN.to_owned(),
            count => text::several_forgotten(count),
        }));
        if let Swept::Later(err) = swept {
            self.notices.bad(text::swept_later(&errors::store(&err)));
        }
        self.say_if_bad(loaded);
    }
}
