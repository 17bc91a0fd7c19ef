//! `maak`: documents of what is complete, each in a file of its own. No file is overwritten.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::command_line::arguments::{Command, Given, Opt};
use crate::command_line::ready;
use crate::command_line::refusal::{Refusal, Usage};
use crate::command_line::terminal::Terminal;
use crate::command_line::{World, access};
use crate::documents::layout::Standing;
use crate::domain::draft::Wanted;
use crate::domain::{Choice as _, Day, DocumentKind, Entry, Id, Learner, RecordKind, ShortText};
use crate::issuing::{Batch, Bundling, MOST_IN_CHUNK, Made, Naming, NotMade, Order, Outcome};
use crate::store::Store;
use crate::texts::command_line as text;
use crate::texts::errors;

/// What was asked for.
struct Job {
    kind: DocumentKind,
    learners: Learners,
    place: ShortText,
    day: Day,
    folder: PathBuf,
    standing: Standing,
}

enum Learners {
    All,
    These(Vec<Id<Learner>>),
}

pub(super) fn run(
    given: &Given,
    world: &World,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    let [dossier, kind] = given.words([Usage::NoDossier(Command::Make), Usage::NoDocument])?;
    let job = job(given, ready::kind_of(kind)?)?;
    let registers = job.standing == Standing::Final && job.kind.letters().is_some();
    let mut store = if registers {
        access::to_write(dossier, given, terminal)?
    } else {
        access::to_read(dossier, given, terminal)?
    };
    ready::warn_of_unreadable(&store, job.kind, terminal)?;
    let wanted = wanted(&store, &job)?;
    if wanted.is_empty() {
        return Err(Refusal::NothingToMake(job.kind));
    }
    let kind = job.kind;
    let order = Order {
        standing: job.standing,
        place: job.place,
        date: job.day,
        folder: job.folder,
        naming: Naming::of(&store.school()?),
        bundling: Bundling::Loose,
    };
    let mut batch = Batch::new(wanted, order, world.stamp());
    let mut answer = Answer { as_json: given.flag(Opt::Json), lines: Vec::new(), told: 0, made: 0 };
    let ended = make(&mut batch, &mut store, &mut answer, terminal);
    let Answer { as_json, lines, told, made } = answer;
    // Halted before anything was done, it is a refusal and nothing else.
    if told > 0 && as_json {
        terminal.say_json_list(lines)?;
    } else if told > 0 {
        terminal.say(&text::made_count(kind, made, batch.total()))?;
    }
    ended?;
    let of = batch.total();
    match batch.into_halted() {
        Some(why) => Err(Refusal::Halted { why, made, of }),
        None if made == 0 => Err(Refusal::NothingMade(kind)),
        None => Ok(()),
    }
}

/// What is told of each document.
struct Answer {
    as_json: bool,
    lines: Vec<Value>,
    told: usize,
    made: usize,
}

/// Until all is done, the batch halts, or the dossier itself fails.
fn make(
    batch: &mut Batch,
    store: &mut Store,
    answer: &mut Answer,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    let total = batch.total();
    loop {
        let chunk = batch.prepare(store);
        answer.take(batch, terminal)?;
        let Some(chunk) = chunk? else { return Ok(()) };
        let registered = batch.register(store, chunk.print());
        answer.take(batch, terminal)?;
        registered?;
        let left = batch.left().len();
        if total > MOST_IN_CHUNK && left > 0 {
            terminal.warn(&text::progress(total - left, total))?;
        }
    }
}

fn job(given: &Given, kind: DocumentKind) -> Result<Job, Usage> {
    let learners = given.several(Opt::Learner)?;
    let learners = match (given.flag(Opt::All), learners.is_empty()) {
        (true, true) => Learners::All,
        (false, false) => {
            Learners::These(learners.into_iter().map(learner).collect::<Result<_, _>>()?)
        }
        (true, false) | (false, true) => return Err(Usage::LearnersOrAll),
    };
    let required = |option| given.text(option)?.ok_or(Usage::NoOption(option));
    Ok(Job {
        kind,
        learners,
        place: field(Opt::Place, required(Opt::Place)?)?,
        day: field(Opt::Day, required(Opt::Day)?)?,
        folder: PathBuf::from(given.one(Opt::To).ok_or(Usage::NoOption(Opt::To))?),
        standing: if given.flag(Opt::Concept) { Standing::Concept } else { Standing::Final },
    })
}

fn learner(typed: &str) -> Result<Id<Learner>, Usage> {
    Id::parse(typed).map_err(|_no_number| Usage::Number(Opt::Learner))
}

fn field<T: Entry>(option: Opt, typed: &str) -> Result<T, Usage> {
    T::parse(typed).map_err(|error| Usage::Field(option, error))
}

/// Everything of this kind of the learners that were asked for, by learner.
fn wanted(store: &Store, job: &Job) -> Result<Vec<Wanted>, Refusal> {
    let learners: BTreeSet<Id<Learner>> = match &job.learners {
        Learners::All => store.learner_lines()?.into_iter().map(|line| line.id).collect(),
        Learners::These(ids) => ids.iter().copied().collect(),
    };
    let mut out = Vec::new();
    for id in learners {
        if store.learner_line(id)?.is_none() {
            return Err(Refusal::NoSuchLearner(id.raw()));
        }
        out.extend(store.wanted(job.kind, id)?);
    }
    Ok(out)
}

impl Answer {
    fn take(&mut self, batch: &mut Batch, terminal: &mut Terminal<'_>) -> Result<(), Refusal> {
        for outcome in batch.take_outcomes() {
            self.told += 1;
            self.made += usize::from(matches!(outcome.made, Made::File { .. }));
            if self.as_json {
                self.lines.push(line_json(&outcome));
            } else {
                say(&outcome, terminal)?;
            }
        }
        Ok(())
    }
}

fn say(outcome: &Outcome, terminal: &mut Terminal<'_>) -> Result<(), Refusal> {
    let heading = heading(outcome);
    match &outcome.made {
        Made::File { path, number } => {
            terminal.say(&text::file_made(&heading, *number, &shown(path)))
        }
        Made::OnlyRegistered { .. } | Made::Not(_) => {
            terminal.say(&text::not_made(&heading, &why(&outcome.made).unwrap_or_default()))?;
            let Made::Not(NotMade::Missing(missing)) = &outcome.made else { return Ok(()) };
            let route = outcome.about.as_ref().and_then(|about| about.route);
            missing.iter().try_for_each(|missing| {
                terminal.say(&text::missing(&ready::missing_text(missing, route)))
            })
        }
    }
}

fn heading(outcome: &Outcome) -> String {
    match &outcome.about {
        Some(about) => ready::heading(about),
        None => {
            let (kind, id) = ready::record_of(outcome.wanted);
            text::document(kind, id, "", "")
        }
    }
}

/// Why there is no file; `None`: there is.
fn why(made: &Made) -> Option<String> {
    match made {
        Made::File { .. } => None,
        Made::OnlyRegistered { number, error } => {
            Some(text::only_registered(*number, &errors::file_alone(error)))
        }
        Made::Not(error) => Some(errors::not_made(error)),
    }
}

fn line_json(outcome: &Outcome) -> Value {
    let Outcome { wanted, about, made } = outcome;
    let (file, number) = match made {
        Made::File { path, number } => (Some(shown(path)), *number),
        Made::OnlyRegistered { number, .. } => (None, Some(*number)),
        Made::Not(_) => (None, None),
    };
    let missing = match made {
        Made::Not(NotMade::Missing(missing)) => missing.as_slice(),
        Made::Not(_) | Made::File { .. } | Made::OnlyRegistered { .. } => &[],
    };
    let route = about.as_ref().and_then(|about| about.route);
    json!({
        "leerling": about.as_ref().map(|about| about.learner.raw()),
        "stage": ready::id_if(*wanted, RecordKind::Traineeship),
        "onderdeel": ready::id_if(*wanted, RecordKind::ExamComponent),
        "papier": wanted.kind().key(),
        "nummer": number.map(|number| number.to_string()),
        "bestand": file,
        "ontbreekt": missing.iter().map(|missing| ready::missing_json(missing, route)).collect::<Vec<_>>(),
        "waarom": why(made),
    })
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
