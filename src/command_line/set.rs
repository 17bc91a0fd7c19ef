//! `zet`: adds and changes records from JSON, all or nothing.

use std::ffi::OsStr;
use std::path::Path;

use serde_json::{Value, json};

use crate::command_line::arguments::{Command, Given, Opt};
use crate::command_line::refusal::{Refusal, Usage};
use crate::command_line::terminal::{STANDARD_INPUT, Terminal};
use crate::command_line::{World, access};
use crate::domain::RecordKind;
use crate::files;
use crate::pictures;
use crate::store::Applied;
use crate::texts::command_line as text;
use crate::transfer::{self, Done, MOST_BYTES, Outcome};

pub(super) fn run(
    given: &Given,
    world: &World,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    let [dossier, kind] = given.words([Usage::NoDossier(Command::Set), Usage::NoKind])?;
    let kind = kind_of(kind)?;
    let from = given.one(Opt::JsonFile).unwrap_or(OsStr::new(STANDARD_INPUT));
    if from == STANDARD_INPUT && given.one(Opt::Password).is_some_and(|p| p == STANDARD_INPUT) {
        return Err(Usage::InputTwice.into());
    }
    if from == STANDARD_INPUT && terminal.input_is_a_person {
        terminal.warn(text::PASTE_JSON)?;
    }
    let objects = transfer::objects(&terminal.read(from, MOST_BYTES)?)?;
    let mut store = access::to_write(dossier, given, terminal)?;
    let read_file = |path: &str| files::read_limited(Path::new(path), pictures::MOST_BYTES);
    let plan = transfer::plan(&store, kind, &objects, &read_file)?;
    let Applied { records, .. } = store.apply(&plan.change, &world.stamp())?;
    let mut made = records.into_iter();
    let mut lines = Vec::new();
    for Outcome { kind, id, done } in plan.outcomes {
        let id = match done {
            Done::Unchanged => id,
            Done::Added | Done::Changed => made.next().map(|subject| subject.id).or(id),
        };
        lines.push((kind, id.unwrap_or_default(), done));
    }
    say(&lines, given.flag(Opt::JsonFile), terminal)
}

/// The kinds that can be set; what stands inside them comes along.
pub(super) const KINDS: [RecordKind; 5] = [
    RecordKind::Learner,
    RecordKind::Leerbedrijf,
    RecordKind::Traineeship,
    RecordKind::ExamComponent,
    RecordKind::School,
];

fn kind_of(word: &OsStr) -> Result<RecordKind, Usage> {
    let known = KINDS.into_iter().find(|kind| word == text::kind(*kind));
    known.ok_or_else(|| Usage::UnknownKind(word.to_string_lossy().into_owned()))
}

const fn done_word(done: Done) -> &'static str {
    match done {
        Done::Added => text::ADDED,
        Done::Changed => text::CHANGED,
        Done::Unchanged => text::UNCHANGED,
    }
}

fn say(
    lines: &[(RecordKind, i64, Done)],
    as_json: bool,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    if as_json {
        let lines: Vec<Value> = lines
            .iter()
            .map(|(kind, id, done)| {
                json!({"soort": text::kind(*kind), "id": id, "gedaan": done_word(*done)})
            })
            .collect();
        return terminal.say_json(&Value::Array(lines));
    }
    for (kind, id, done) in lines {
        terminal.say(&text::set(*kind, *id, done_word(*done)))?;
    }
    if lines.is_empty() { terminal.say(text::NOTHING_SET) } else { Ok(()) }
}
