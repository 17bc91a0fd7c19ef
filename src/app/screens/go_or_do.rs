//! "Ga naar of doe…": typing leads to people, companies, acts and entries of the catalogue alike.

use egui::Ui;

use crate::app::action::{
    Action, Actions, BatchAction, DocumentAction, DossierAction, HandoverAction, LearnerPart,
    PastPart, Place, SettingsPart,
};
use crate::app::issued_rows::{IssuedRow, IssuedStatus, issued_column};
use crate::app::listing::Line as _;
use crate::app::pages::Page;
use crate::app::screens::picks::hit_of;
use crate::app::session::Session;
use crate::app::widgets::pick::{Hit, Pick};
use crate::catalogue::Filter;
use crate::domain::fold::fold;
use crate::domain::{Choice as _, DocumentKind, Id, Learner};
use crate::texts::{common, documents as words, handover, past, register, window as text};

/// How many hits of one kind are shown.
const MOST: usize = 8;
/// For how many people a document is offered.
const MOST_PEOPLE: usize = 3;
/// Fewer letters are no word of an act.
const LEAST_LETTERS: usize = 3;

/// One thing to go to or to do.
struct Goal {
    hit: Hit,
    action: Action,
}

pub(crate) fn ui(ui: &mut Ui, pick: &mut Pick, session: Option<&Session>, actions: &mut Actions) {
    let Some(session) = session else { return };
    let hits = |typed: &str| goals(session, typed).into_iter().map(|goal| goal.hit).collect();
    let taken = pick.ui(ui, text::PALETTE, text::PALETTE_HINT, &hits);
    if let Some(goal) = taken.and_then(|n| goals(session, &pick.typed).into_iter().nth(n)) {
        actions.push(Action::CloseDialog);
        actions.push(goal.action);
    }
}

fn goals(session: &Session, typed: &str) -> Vec<Goal> {
    let folded = fold(typed);
    let fits = |name: &str| folded.split_whitespace().all(|word| fold(name).contains(word));
    let act =
        |name: &str, action| Goal { hit: Hit { title: name.to_owned(), ..Hit::default() }, action };
    let mut goals: Vec<Goal> = [
        (text::NEW_LEARNER, Action::Go(Place::NewLearner)),
        (text::NEW_LEERBEDRIJF, Action::Go(Place::NewLeerbedrijf)),
        (text::LEARNERS, Action::Go(Place::Learners)),
        (text::LEERBEDRIJVEN, Action::Go(Place::Leerbedrijven)),
        (register::ROOM, Action::Go(Place::Documents)),
        (register::MAKE, Action::Batch(BatchAction::ForAll)),
        (handover::TAKE_IN_LONG, Action::Handover(HandoverAction::ChooseFile)),
        (text::CATALOGUE, Action::Go(Place::Catalogue)),
        (text::SETTINGS, Action::Go(Place::Settings(SettingsPart::School))),
        (past::ROOM, Action::Go(Place::Past(PastPart::Changes))),
        (past::PART_TRASH, Action::Go(Place::Past(PastPart::Trash))),
        (past::PART_RETENTION, Action::Go(Place::Past(PastPart::Retention))),
        (text::CLOSE_DOSSIER, Action::Dossier(DossierAction::Close)),
    ]
    .into_iter()
    .filter(|(name, _)| fits(name))
    .map(|(name, action)| act(name, action))
    .collect();
    if folded.trim().is_empty() {
        return goals;
    }
    let mut people: Vec<Goal> = session
        .learners
        .found(typed)
        .take(MOST)
        .map(|row| Goal {
            hit: Hit {
                title: row.line.name.clone(),
                under: row.line.groep.clone(),
                mark: String::new(),
            },
            action: Action::Go(Place::Learner(row.line.id, LearnerPart::Facts)),
        })
        .collect();
    people.extend(session.leerbedrijven.found(typed).take(MOST).map(|row| Goal {
        hit: Hit { title: row.name.clone(), under: row.cell(1), mark: String::new() },
        action: Action::Go(Place::Leerbedrijf(row.id)),
    }));
    people.extend(documents(session, &folded));
    people.extend(session.issued.found(typed).take(MOST).map(issued));
    people.append(&mut goals);
    people.extend(session.catalogue.find(typed, Filter::All).into_iter().take(MOST).map(|found| {
        Goal {
            hit: hit_of(found),
            action: Action::ShowInCatalogue(format!(
                "{} {}",
                found.code().unwrap_or_default(),
                found.title()
            )),
        }
    }));
    if people.is_empty() {
        people.push(act(common::NOTHING_FOUND, Action::CloseDialog));
    }
    people
}

/// A document that was issued.
fn issued(row: &IssuedRow) -> Goal {
    let mark = match row.status {
        IssuedStatus::Valid => String::new(),
        IssuedStatus::Withdrawn | IssuedStatus::Replaced => row.status.word().to_owned(),
    };
    let title = register::found(row.number, &row.name);
    Goal {
        hit: Hit { title, under: row.cell(issued_column::KIND), mark },
        action: Action::Go(Place::Document(row.number)),
    }
}

/// Documents that can be made: some of the words say which, and the others whose; without those, of who is in sight, or of
/// all.
fn documents(session: &Session, folded: &str) -> Vec<Goal> {
    let mut goals = Vec::new();
    for kind in DocumentKind::ALL {
        let act = words::make(*kind);
        let known = fold(&act);
        let says = |word: &&str| {
            word.chars().count() >= LEAST_LETTERS
                && known
                    .split([' ', '-'])
                    .any(|own| own.starts_with(word) || known.starts_with(word))
        };
        let (of_act, of_person): (Vec<&str>, Vec<&str>) = folded.split_whitespace().partition(says);
        if of_act.is_empty() {
            continue;
        }
        let goal = |id: Id<Learner>, name: String| Goal {
            hit: Hit { title: act.clone(), under: name, mark: String::new() },
            action: Action::Document(DocumentAction::LookFor(id, *kind)),
        };
        match &session.page {
            _ if !of_person.is_empty() => {
                let typed = of_person.join(" ");
                let found = session.learners.found(&typed).take(MOST_PEOPLE);
                goals.extend(found.map(|row| goal(row.line.id, row.line.name.clone())));
            }
            Page::Learner(page) if !page.is_new() => {
                let name = page.learner.value.name().listed();
                goals.push(goal(page.learner.id, common::named(name)));
            }
            Page::Learner(_) | Page::List | Page::Leerbedrijf(_) | Page::Document(_) => {
                goals.push(Goal {
                    hit: Hit {
                        title: act.clone(),
                        under: words::FOR_SEVERAL.to_owned(),
                        mark: String::new(),
                    },
                    action: Action::Batch(BatchAction::ForKind(*kind)),
                });
            }
        }
    }
    goals
}
