//! `keur`: is this dossier or backup whole? Changes nothing.

use std::path::Path;

use serde_json::{Value, json};

use crate::backup::is_backup;
use crate::command_line::arguments::{Command, Given, Opt};
use crate::command_line::refusal::{Refusal, Usage};
use crate::command_line::table::Table;
use crate::command_line::terminal::Terminal;
use crate::command_line::{World, access, backup};
use crate::store::{self, BadRow, Inspection};
use crate::texts::command_line as text;
use crate::texts::{common, fields};

pub(super) fn run(
    given: &Given,
    world: &World,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    let [dossier] = given.words([Usage::NoDossier(Command::Inspect)])?;
    // What cannot even be looked at is refused below, with the sentence for a dossier.
    if is_backup(Path::new(dossier)).unwrap_or(false) {
        return backup::inspect(dossier, given, world, terminal);
    }
    let found = access::with_password(given, terminal, |password| {
        store::inspect(Path::new(dossier), password)
    })?;
    if given.flag(Opt::Json) {
        terminal.say_json(&as_json(&found))?;
    } else {
        say(&found, terminal)?;
    }
    if found.whole() { Ok(()) } else { Err(Refusal::NotWhole) }
}

fn as_json(found: &Inspection) -> Value {
    let Inspection {
        schema_version,
        encrypted,
        counts,
        documents,
        journal_lines,
        damage,
        loose_references,
        bad_rows,
        bad_documents,
    } = found;
    let counts: serde_json::Map<String, Value> =
        counts.iter().map(|(kind, n)| (text::kind(*kind).to_owned(), Value::from(*n))).collect();
    let bad_rows: Vec<Value> = bad_rows
        .iter()
        .map(|BadRow { kind, id, field }| json!({"soort": text::kind(*kind), "id": id, "veld": field}))
        .collect();
    json!({
        "heel": found.whole(),
        "versie": schema_version,
        "versleuteld": encrypted,
        "aantallen": counts,
        "documenten": documents,
        "wijzigingen": journal_lines,
        "schade": damage,
        "losse-verwijzingen": loose_references,
        "onleesbaar": bad_rows,
        "veranderde-documenten": bad_documents.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

fn say(found: &Inspection, terminal: &mut Terminal<'_>) -> Result<(), Refusal> {
    terminal.say(if found.encrypted { text::ENCRYPTED } else { text::NOT_ENCRYPTED })?;
    let mut table = Table::new(text::INSPECTION_HEAD);
    for (kind, count) in &found.counts {
        let count = common::grouped(usize::try_from(*count).unwrap_or(usize::MAX));
        table.add([common::capital(text::kinds(*kind)), count]);
    }
    for (what, count) in
        [(text::DOCUMENTS, found.documents), (text::JOURNAL_LINES, found.journal_lines)]
    {
        let count = common::grouped(usize::try_from(count).unwrap_or(usize::MAX));
        table.add([what.to_owned(), count]);
    }
    table.write(terminal.out)?;
    for line in &found.damage {
        terminal.say(&text::damage(line))?;
    }
    if found.loose_references > 0 {
        terminal.say(&text::loose_references(found.loose_references))?;
    }
    for BadRow { kind, id, field } in &found.bad_rows {
        terminal.say(&text::bad_row(*kind, *id, fields::label(*kind, field)))?;
    }
    for number in &found.bad_documents {
        terminal.say(&text::bad_document(*number))?;
    }
    if found.whole() { terminal.say(text::WHOLE) } else { Ok(()) }
}
