//! Who gets a document and who does not, and why. Worked out a slice at a time: a thousand learners hold up no frame.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::batch::{Plan, Who};
use crate::app::drafts::Drafts;
use crate::app::listing::Line as _;
use crate::app::mending;
use crate::app::pages::Signing;
use crate::app::rows::LearnerRow;
use crate::app::session::Session;
use crate::documents::layout::Standing;
use crate::domain::draft::{Draft, Wanted};
use crate::domain::gap::Missing;
use crate::domain::readiness::Warning;
use crate::domain::{DocumentNumber, Id, Learner, LearnerStatus, Route, Spot};
use crate::issuing::{About, Bundling};
use crate::store::{Store, StoreError};

/// A document that could be made, or a learner for whom there is none.
#[derive(Debug)]
pub(crate) struct Candidate {
    pub(crate) learner: Id<Learner>,
    pub(crate) wanted: Option<Wanted>,
    pub(crate) name: String,
    pub(crate) groep: String,
    /// For what it is.
    pub(crate) description: String,
    pub(crate) route: Option<Route>,
    /// Why it is not made; `None`: it is.
    pub(crate) reason: Option<Reason>,
    /// What to look at before it is handed out, and the field that mends it.
    pub(crate) warnings: Vec<(Warning, Option<Spot>)>,
}

/// Why a document is not made.
#[derive(Debug)]
pub(crate) enum Reason {
    Missing(Vec<Missing>),
    Issued(DocumentNumber),
    /// There is nothing of which this kind could be made.
    Nothing,
    /// A field shows what does not fit: the paper would say something else than the screen.
    WrongField(Spot),
    Unreadable,
}

/// What was found, and how far it is.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    answers: Option<Question>,
    queue: Vec<Id<Learner>>,
    at: usize,
    /// How many learners are active.
    active: usize,
    /// What is found is shown when all of it is: nothing jumps meanwhile.
    fresh: Found,
    pub(crate) found: Arc<Found>,
}

/// Who gets one, and who does not.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) gets: Vec<Candidate>,
    pub(crate) left_out: Vec<Candidate>,
    /// Those of whom something must be looked at: their places in `gets`.
    pub(crate) warned: Vec<usize>,
}

/// To which the answer is being found.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Question {
    plan: Plan,
    signing: Signing,
    /// Of the data, of the list of learners, and of what is typed.
    versions: (u64, u64, u64),
    selected: Vec<i64>,
}

/// How many learners are looked at before the time is asked.
const AT_ONCE: usize = 4;

impl Scan {
    /// How many learners were looked at, of how many; `None`: all were.
    pub(crate) fn progress(&self) -> Option<(usize, usize)> {
        (self.at < self.queue.len()).then_some((self.at, self.queue.len()))
    }

    pub(crate) const fn active(&self) -> usize {
        self.active
    }

    /// Goes on for as long as `time` says; whether there is more to do.
    pub(crate) fn go_on(
        session: &mut Session,
        drafts: &Drafts,
        mut time: impl FnMut() -> bool,
    ) -> Result<bool, StoreError> {
        let question = Question {
            // Where it goes and how it is bundled is the same to all.
            plan: Plan { folder: None, bundling: Bundling::Loose, ..session.batches.plan.clone() },
            signing: session.signing.clone(),
            versions: (session.changes(), session.learners.times_found(), drafts.times_typed()),
            selected: session.selected.ids().collect(),
        };
        if session.batches.scan.answers.as_ref() != Some(&question) {
            let queue = learners(session, &question.plan);
            let everybody = session.learners.all().iter();
            let active = everybody.filter(|row| row.status() == LearnerStatus::Active).count();
            let scan = &mut session.batches.scan;
            let other = scan.answers.as_ref().is_none_or(|old| old.plan != question.plan);
            if other {
                scan.found = Arc::default();
            }
            scan.active = active;
            scan.answers = Some(question.clone());
            (scan.queue, scan.at, scan.fresh) = (queue, 0, Found::default());
            if scan.queue.is_empty() {
                scan.found = Arc::default();
            }
        }
        let Session { store, batches, learners, .. } = session;
        let scan = &mut batches.scan;
        while scan.at < scan.queue.len() {
            let next: Vec<Id<Learner>> =
                scan.queue.iter().skip(scan.at).take(AT_ONCE).copied().collect();
            for learner in next {
                let found = candidates(store, &question, learner, learners.all(), drafts)?;
                for candidate in found {
                    match candidate.reason {
                        None => {
                            if !candidate.warnings.is_empty() {
                                scan.fresh.warned.push(scan.fresh.gets.len());
                            }
                            scan.fresh.gets.push(candidate);
                        }
                        Some(_) => scan.fresh.left_out.push(candidate),
                    }
                }
                scan.at += 1;
            }
            if scan.at >= scan.queue.len() {
                scan.found = Arc::new(std::mem::take(&mut scan.fresh));
            } else if !time() {
                break;
            }
        }
        Ok(scan.progress().is_some())
    }
}

/// In the order of their list.
fn learners(session: &Session, plan: &Plan) -> Vec<Id<Learner>> {
    let list = &session.learners;
    let fits = |row: &&LearnerRow| plan.group.as_ref().is_none_or(|group| row.line.groep == *group);
    match plan.who {
        Who::All => list.all().iter().filter(fits).map(|row| row.line.id).collect(),
        Who::Active => {
            let active = list.all().iter().filter(|row| row.status() == LearnerStatus::Active);
            active.filter(fits).map(|row| row.line.id).collect()
        }
        Who::Shown => {
            let shown = (0..list.shown()).filter_map(|n| list.at(n));
            shown.filter(fits).map(|row| row.line.id).collect()
        }
        Who::Selected => {
            let ids: BTreeSet<i64> = session.selected.ids().collect();
            let selected = list.all().iter().filter(|row| ids.contains(&row.id()));
            selected.filter(fits).map(|row| row.line.id).collect()
        }
    }
}

fn candidates(
    store: &Store,
    question: &Question,
    learner: Id<Learner>,
    rows: &[LearnerRow],
    drafts: &Drafts,
) -> Result<Vec<Candidate>, StoreError> {
    let of_row = |wanted, reason| {
        let row = rows.iter().find(|row| row.line.id == learner);
        Candidate {
            learner,
            wanted,
            name: row.map(|row| row.line.name.clone()).unwrap_or_default(),
            groep: row.map(|row| row.line.groep.clone()).unwrap_or_default(),
            description: String::new(),
            route: None,
            reason: Some(reason),
            warnings: Vec::new(),
        }
    };
    let wanted = match store.wanted(question.plan.kind, learner) {
        Ok(wanted) => wanted,
        Err(StoreError::BadRow { .. } | StoreError::Gone { .. }) => {
            return Ok(vec![of_row(None, Reason::Unreadable)]);
        }
        Err(err) => return Err(err),
    };
    if wanted.is_empty() {
        return Ok(vec![of_row(None, Reason::Nothing)]);
    }
    let mut out = Vec::new();
    for wanted in wanted {
        let (place, date) = (question.signing.place(), question.signing.date());
        match store.draft(wanted, place, date) {
            Ok(draft) => out.push(candidate(store, question, &draft, drafts)?),
            Err(StoreError::BadRow { .. } | StoreError::Gone { .. }) => {
                out.push(of_row(Some(wanted), Reason::Unreadable));
            }
            Err(err) => return Err(err),
        }
    }
    Ok(out)
}

fn candidate(
    store: &Store,
    question: &Question,
    draft: &Draft,
    drafts: &Drafts,
) -> Result<Candidate, StoreError> {
    let About { wanted, learner, name, groep, route, description } = About::of(draft);
    let reason = match (drafts.refused_in(draft), question.plan.standing()) {
        (Some(spot), _) => Some(Reason::WrongField(spot)),
        (None, Standing::Concept) => None,
        (None, Standing::Final) => {
            let missing = draft.missing_facts();
            if missing.is_empty() {
                store.standing(wanted)?.map(Reason::Issued)
            } else {
                Some(Reason::Missing(missing))
            }
        }
    };
    let groep = groep.unwrap_or_default();
    let warned = |warning| (warning, mending::spot(draft, warning));
    let warnings = draft.warnings().into_iter().map(warned).collect();
    Ok(Candidate {
        learner,
        wanted: Some(wanted),
        name,
        groep,
        description,
        route,
        reason,
        warnings,
    })
}
