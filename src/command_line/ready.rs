//! `gereed`: what is ready for paper, and for the rest what is missing.

use serde_json::{Value, json};

use crate::command_line::arguments::{Command, Given, Opt};
use crate::command_line::refusal::{Refusal, Usage};
use crate::command_line::terminal::Terminal;
use crate::command_line::{access, notices};
use crate::domain::gap::Missing;
use crate::domain::readiness::{self, Warning};
use crate::domain::verklaring::Concept;
use crate::domain::{Crebo, Route, Title, Traineeship};
use crate::store::{Store, StoreError};
use crate::texts::command_line as text;
use crate::texts::readiness as words;

/// The only paper there is so far.
pub(super) const PRAKTIJKVERKLARING: &str = "praktijkverklaring";

pub(super) fn run(given: &Given, terminal: &mut Terminal<'_>) -> Result<(), Refusal> {
    let dossier = match given.words([Usage::NoDossier(Command::Ready)]) {
        Ok([dossier]) => dossier,
        Err(Usage::TooMuch(_)) => {
            let [dossier, paper] =
                given.words([Usage::NoDossier(Command::Ready), Usage::NoPaper])?;
            paper_of(paper)?;
            dossier
        }
        Err(usage) => return Err(usage.into()),
    };
    let store = access::to_read(dossier, given, terminal)?;
    warn_of_unreadable(&store, terminal)?;
    let as_json = given.flag(Opt::Json);
    let (mut ready, mut all, mut lines) = (0, 0, Vec::new());
    for learner in store.learner_lines()? {
        for traineeship in store.traineeships_of(learner.id)?.into_iter().rev() {
            let Some(concept) = readable(store.concept(traineeship.id, None, None), terminal)?
            else {
                continue;
            };
            all += 1;
            ready += usize::from(concept.missing_facts().is_empty());
            if as_json {
                lines.push(line_json(&concept));
            } else {
                say(&concept, terminal)?;
            }
        }
    }
    if as_json {
        terminal.say_json_list(lines)
    } else {
        terminal.say(&text::ready_count(ready, all))
    }
}

/// Says how many traineeships cannot be read, and are therefore on no list and no paper.
pub(super) fn warn_of_unreadable(
    store: &Store,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    let bad = store.bad_rows::<Traineeship>()?.len();
    if bad == 0 { Ok(()) } else { terminal.warn(&text::unreadable_rows(bad)) }
}

/// What can be read. What holds a value of another time or hand is told beside the answer, and hides nothing else.
pub(super) fn readable<T>(
    read: Result<T, StoreError>,
    terminal: &mut Terminal<'_>,
) -> Result<Option<T>, Refusal> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(err) if matches!(err, StoreError::BadRow { .. } | StoreError::Gone { .. }) => {
            terminal.warn(&notices::sentence(&err.into()))?;
            Ok(None)
        }
        Err(err) => Err(err.into()),
    }
}

pub(super) fn paper_of(word: &std::ffi::OsStr) -> Result<(), Usage> {
    if word == PRAKTIJKVERKLARING {
        Ok(())
    } else {
        Err(Usage::UnknownPaper(word.to_string_lossy().into_owned()))
    }
}

/// Who, where and for what, in one line.
pub(super) fn heading(concept: &Concept) -> String {
    let traineeship = &concept.traineeship.value;
    text::traineeship(
        concept.traineeship.id.raw(),
        &concept.learner.value.name().listed(),
        concept.leerbedrijf.value.naam.as_ref().map_or("", Title::as_str),
        traineeship.crebo.as_ref().map_or("", Crebo::as_str),
    )
}

fn say(concept: &Concept, terminal: &mut Terminal<'_>) -> Result<(), Refusal> {
    let missing = concept.missing_facts();
    terminal.say(&text::with_state(&heading(concept), missing.is_empty()))?;
    let route = concept.learner.value.route;
    for missing in &missing {
        terminal.say(&text::missing(&missing_text(missing, route)))?;
    }
    for warning in readiness::warnings(concept) {
        terminal.say(&text::look_at(&words::warning(warning, route)))?;
    }
    Ok(())
}

/// What is missing, with where it must be filled in.
pub(super) fn missing_text(Missing { gap, spot }: &Missing, route: Option<Route>) -> String {
    let words = words::gap(*gap, route);
    match spot {
        Some(spot) => text::missing_at(&words, spot.kind, spot.id, spot.field),
        None => words,
    }
}

pub(super) fn missing_json(Missing { gap, spot }: &Missing, route: Option<Route>) -> Value {
    json!({
        "soort": spot.map(|spot| text::kind(spot.kind)),
        "id": spot.map(|spot| spot.id),
        "veld": spot.map(|spot| spot.field),
        "tekst": words::gap(*gap, route),
    })
}

fn line_json(concept: &Concept) -> Value {
    let missing = concept.missing_facts();
    let route = concept.learner.value.route;
    let warnings =
        readiness::warnings(concept).into_iter().map(|w: Warning| words::warning(w, route));
    json!({
        "leerling": concept.learner.id.raw(),
        "naam": concept.learner.value.name().official(),
        "stage": concept.traineeship.id.raw(),
        "leerbedrijf": concept.leerbedrijf.value.naam.as_ref().map(Title::as_str),
        "papier": PRAKTIJKVERKLARING,
        "klaar": missing.is_empty(),
        "ontbreekt": missing.iter().map(|missing| missing_json(missing, route)).collect::<Vec<_>>(),
        "let-op": warnings.collect::<Vec<_>>(),
    })
}
