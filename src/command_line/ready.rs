//! `gereed`: what is ready to be issued, and for the rest what is missing.

use std::ffi::OsStr;

use serde_json::{Value, json};

use crate::command_line::arguments::{Command, Given, Opt};
use crate::command_line::refusal::{Refusal, Usage};
use crate::command_line::terminal::Terminal;
use crate::command_line::{access, notices};
use crate::domain::draft::{Draft, Wanted};
use crate::domain::gap::Missing;
use crate::domain::{
    Choice as _, DocumentKind, DocumentNumber, Entry as _, ExamComponent, Learner, RecordKind,
    Route, Title, Traineeship,
};
use crate::issuing::About;
use crate::store::{Store, StoreError};
use crate::texts::command_line as text;
use crate::texts::readiness as words;

pub(super) fn run(given: &Given, terminal: &mut Terminal<'_>) -> Result<(), Refusal> {
    let (dossier, kind) = match given.words([Usage::NoDossier(Command::Ready)]) {
        // As it was when there was but one kind.
        Ok([dossier]) => (dossier, DocumentKind::Praktijkverklaring),
        Err(Usage::TooMuch(_)) => {
            let missing = [Usage::NoDossier(Command::Ready), Usage::NoDocument];
            let [dossier, kind] = given.words(missing)?;
            (dossier, kind_of(kind)?)
        }
        Err(usage) => return Err(usage.into()),
    };
    let store = access::to_read(dossier, given, terminal)?;
    warn_of_unreadable(&store, kind, terminal)?;
    let as_json = given.flag(Opt::Json);
    let (mut ready, mut all, mut lines) = (0, 0, Vec::new());
    for learner in store.learner_lines()? {
        let Some(of_learner) = readable(store.wanted(kind, learner.id), terminal)? else {
            continue;
        };
        for wanted in of_learner {
            let Some(draft) = readable(store.draft(wanted, None, None), terminal)? else {
                continue;
            };
            let issued = store.standing(wanted)?;
            all += 1;
            ready += usize::from(draft.missing_facts().is_empty());
            if as_json {
                lines.push(line_json(&draft, issued));
            } else {
                say(&draft, issued, terminal)?;
            }
        }
    }
    if as_json {
        terminal.say_json_list(lines)
    } else {
        terminal.say(&text::ready_count(kind, ready, all))
    }
}

/// Says how many records cannot be read, and are therefore on no list and no paper.
pub(super) fn warn_of_unreadable(
    store: &Store,
    kind: DocumentKind,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    let bad = match kind {
        DocumentKind::Praktijkverklaring | DocumentKind::Overneemblad => {
            store.bad_rows::<Traineeship>()?
        }
        DocumentKind::Certificaat => store.bad_rows::<ExamComponent>()?,
        DocumentKind::MboVerklaring | DocumentKind::Totaaloverzicht => {
            store.bad_rows::<Learner>()?
        }
    };
    if bad.is_empty() { Ok(()) } else { terminal.warn(&text::unreadable_rows(bad.len())) }
}

/// What can be read. What holds a value of another time or hand is told beside the answer, and hides nothing else.
fn readable<T>(
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

pub(super) fn kind_of(word: &OsStr) -> Result<DocumentKind, Usage> {
    let known = word.to_str().and_then(|word| DocumentKind::parse(word).ok());
    known.ok_or_else(|| Usage::UnknownDocument(word.to_string_lossy().into_owned()))
}

/// Of what, whose and for what, in one line.
pub(super) fn heading(about: &About) -> String {
    let (kind, id) = record_of(about.wanted);
    text::document(kind, id, &about.name, &about.description)
}

/// The record that the document is made of.
pub(super) const fn record_of(wanted: Wanted) -> (RecordKind, i64) {
    match wanted {
        Wanted::Praktijkverklaring(id) | Wanted::Overneemblad(id) => {
            (RecordKind::Traineeship, id.raw())
        }
        Wanted::Certificaat(id) => (RecordKind::ExamComponent, id.raw()),
        Wanted::MboVerklaring(id) | Wanted::Totaaloverzicht(id) => (RecordKind::Learner, id.raw()),
    }
}

fn say(
    draft: &Draft,
    issued: Option<DocumentNumber>,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    let missing = draft.missing_facts();
    let heading = heading(&About::of(draft));
    terminal.say(&text::with_state(&heading, missing.is_empty(), issued))?;
    let route = draft.learner().value.route;
    for missing in &missing {
        terminal.say(&text::missing(&missing_text(missing, route)))?;
    }
    for warning in draft.warnings() {
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

/// The id of the record that the document is made of, if it is of this kind.
pub(super) fn id_if(wanted: Wanted, kind: RecordKind) -> Option<i64> {
    let (own, id) = record_of(wanted);
    (own == kind).then_some(id)
}

/// Of the practice that the document is about.
fn leerbedrijf(draft: &Draft) -> Option<&str> {
    let leerbedrijf = match draft {
        Draft::Praktijkverklaring(of) | Draft::Overneemblad(of) => Some(&of.leerbedrijf),
        Draft::Certificaat(of) => of.leerbedrijf.as_ref(),
        Draft::MboVerklaring(_) | Draft::Totaaloverzicht(_) => None,
    };
    leerbedrijf?.value.naam.as_ref().map(Title::as_str)
}

fn line_json(draft: &Draft, issued: Option<DocumentNumber>) -> Value {
    let About { wanted, learner, description, route, .. } = About::of(draft);
    let missing = draft.missing_facts();
    let warnings = draft.warnings().into_iter().map(|warning| words::warning(warning, route));
    json!({
        "leerling": learner.raw(),
        "naam": draft.learner().value.name().official(),
        "stage": id_if(wanted, RecordKind::Traineeship),
        "onderdeel": id_if(wanted, RecordKind::ExamComponent),
        "leerbedrijf": leerbedrijf(draft),
        "omschrijving": description,
        "papier": wanted.kind().key(),
        "klaar": missing.is_empty(),
        "uitgegeven": issued.map(|number| number.to_string()),
        "ontbreekt": missing.iter().map(|missing| missing_json(missing, route)).collect::<Vec<_>>(),
        "let-op": warnings.collect::<Vec<_>>(),
    })
}
