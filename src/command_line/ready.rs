//! `gereed`: what is ready for paper, and for the rest what is missing.

use serde_json::{Value, json};

use crate::command_line::access;
use crate::command_line::arguments::{Command, Given, Opt};
use crate::command_line::refusal::{Refusal, Usage};
use crate::command_line::terminal::Terminal;
use crate::domain::readiness::{self, Warning};
use crate::domain::verklaring::{Concept, Missing};
use crate::domain::{Crebo, Title, Traineeship};
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
    let traineeships = store.all::<Traineeship>()?;
    let mut concepts = Vec::new();
    for traineeship in &traineeships {
        concepts.push(store.concept(traineeship.id, None, None)?);
    }
    concepts.sort_by_cached_key(|c| {
        (c.learner.value.name().sort_key(), c.learner.id, c.traineeship.id)
    });
    if given.flag(Opt::Json) {
        return terminal.say_json_list(concepts.iter().map(as_json));
    }
    let mut ready = 0_usize;
    for concept in &concepts {
        ready += usize::from(concept.missing_facts().is_empty());
        say(concept, terminal)?;
    }
    terminal.say(&text::ready_count(ready, concepts.len()))
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
    for missing in &missing {
        terminal.say(&text::missing(&missing_text(missing)))?;
    }
    for warning in readiness::warnings(concept) {
        terminal.say(&text::look_at(words::warning(warning)))?;
    }
    Ok(())
}

/// What is missing, with where it must be filled in.
pub(super) fn missing_text(Missing { gap, spot }: &Missing) -> String {
    match spot {
        Some(spot) => text::missing_at(words::gap(*gap), spot.kind, spot.id, spot.field),
        None => words::gap(*gap).to_owned(),
    }
}

pub(super) fn missing_json(Missing { gap, spot }: &Missing) -> Value {
    json!({
        "soort": spot.map(|spot| text::kind(spot.kind)),
        "id": spot.map(|spot| spot.id),
        "veld": spot.map(|spot| spot.field),
        "tekst": words::gap(*gap),
    })
}

fn as_json(concept: &Concept) -> Value {
    let missing = concept.missing_facts();
    let warnings = readiness::warnings(concept).into_iter().map(|w: Warning| words::warning(w));
    json!({
        "leerling": concept.learner.id.raw(),
        "naam": concept.learner.value.name().official(),
        "stage": concept.traineeship.id.raw(),
        "leerbedrijf": concept.leerbedrijf.value.naam.as_ref().map(Title::as_str),
        "papier": PRAKTIJKVERKLARING,
        "klaar": missing.is_empty(),
        "ontbreekt": missing.iter().map(missing_json).collect::<Vec<_>>(),
        "let-op": warnings.collect::<Vec<_>>(),
    })
}
