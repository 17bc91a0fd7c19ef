//! `red`: what can be read of a damaged dossier, in a new one.

use std::path::Path;

use serde_json::{Value, json};

use crate::command_line::arguments::{Command, Given, Opt};
use crate::command_line::refusal::{Refusal, Usage};
use crate::command_line::table::Table;
use crate::command_line::terminal::Terminal;
use crate::command_line::{World, access};
use crate::store::{self, PartKind, Rescue, RescuedPart};
use crate::texts::rescue::{self as text, Part};
use crate::texts::{command_line as words, common};

/// `red DOSSIER --naar NIEUW`.
pub(super) fn run(
    given: &Given,
    world: &World,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    let [dossier] = given.words([Usage::NoDossier(Command::Rescue)])?;
    let to = given.one(Opt::To).ok_or(Usage::NoOption(Opt::To))?;
    let done = access::with_password(given, terminal, |password| {
        store::rescue(Path::new(dossier), password, Path::new(to), &world.stamp())
    })?;
    if given.flag(Opt::Json) {
        return terminal.say_json(&as_json(&done));
    }
    terminal.say(&text::saved_in(&to.to_string_lossy()))?;
    say(&done, terminal)
}

fn say(done: &Rescue, terminal: &mut Terminal<'_>) -> Result<(), Refusal> {
    let mut table = Table::new(text::HEAD);
    let mut lines = Vec::new();
    for part in &done.parts {
        let count = |n: usize| common::grouped(n);
        let what = name(part.kind);
        let saved = usize::try_from(part.saved).unwrap_or(usize::MAX);
        let lost = part.lost.len() + usize::try_from(part.nameless).unwrap_or(usize::MAX);
        table.add([
            common::capital(what),
            count(saved),
            count(part.from_history.len()),
            text::lost_count(lost, !part.holes.is_empty()),
        ]);
        lines.extend(text::lines(&words_of(part)));
    }
    table.write(terminal.out)?;
    terminal.say(&text::pages(done.unread_pages, done.pages))?;
    if done.whole() {
        return terminal.say(text::ALL_SAVED);
    }
    terminal.say(text::NOT_ALL_SAVED)?;
    for line in lines {
        terminal.say(&line)?;
    }
    if !done.lost_files.is_empty() {
        let numbers: Vec<String> = done.lost_files.iter().map(ToString::to_string).collect();
        terminal.say(&text::lost_files(&numbers))?;
    }
    if !done.history_whole {
        terminal.say(text::HISTORY_NOT_WHOLE)?;
    }
    Ok(())
}

fn words_of(part: &RescuedPart) -> Part<'_> {
    let RescuedPart {
        kind,
        saved: _,
        from_history,
        doubtful,
        lost,
        nameless,
        holes,
        loosened,
        blank,
    } = part;
    Part {
        what: name(*kind),
        from_history,
        doubtful,
        lost,
        nameless: *nameless,
        holes,
        loosened,
        blank,
    }
}

const fn name(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Records(kind) => words::kinds(kind),
        PartKind::Pictures => text::PICTURES,
        PartKind::History => text::HISTORY,
        PartKind::Images => text::IMAGES,
        PartKind::Documents => text::DOCUMENTS,
        PartKind::DocumentFiles => text::DOCUMENT_FILES,
        PartKind::Withdrawals => text::WITHDRAWALS,
        PartKind::Marks => text::MARKS,
        PartKind::ReceivedFiles => text::RECEIVED_FILES,
    }
}

fn as_json(done: &Rescue) -> Value {
    let Rescue { parts, pages, unread_pages, history_whole, lost_files } = done;
    let parts: Vec<Value> = parts
        .iter()
        .map(|part| {
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
            json!({
                "wat": name(*kind),
                "gered": saved,
                "uit-geschiedenis": from_history,
                "onzeker": doubtful,
                "verloren": lost,
                "verloren-zonder-nummer": nameless,
                "misschien-verloren": holes.iter().map(|(from, to)| json!({"van": from, "tot": to})).collect::<Vec<_>>(),
                "verwijzing-leeg": loosened,
                "alleen-nummer": blank,
            })
        })
        .collect();
    json!({
        "alles": done.whole(),
        "bladzijden": pages,
        "onleesbare-bladzijden": unread_pages,
        "geschiedenis-heel": history_whole,
        "verloren-bestanden": lost_files.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "delen": parts,
    })
}
