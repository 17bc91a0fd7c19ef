//! `maak`: papers of what is complete, each in a file of its own. No file is overwritten.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::command_line::arguments::{Command, Given, Opt};
use crate::command_line::ready::{self, PRAKTIJKVERKLARING};
use crate::command_line::refusal::{Refusal, Usage};
use crate::command_line::terminal::Terminal;
use crate::command_line::{World, access, notices};
use crate::documents::layout::Standing;
use crate::documents::pdf::{RenderOptions, Renderer};
use crate::documents::picture::Pictures;
use crate::documents::praktijkverklaring::compose;
use crate::domain::gap::Missing;
use crate::domain::verklaring::{Concept, Praktijkverklaring};
use crate::domain::{Day, Entry, Id, Learner, ShortText, Traineeship};
use crate::files;
use crate::store::{Store, StoreError};
use crate::texts::command_line as text;

/// What was asked for.
struct Job {
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

/// What became of one traineeship.
enum Made {
    File(PathBuf),
    Incomplete(Vec<Missing>),
    /// Complete, but there is no file of it.
    Refused(Refusal),
    AlreadyThere(PathBuf),
}

pub(super) fn run(
    given: &Given,
    world: &World,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    let [dossier, paper] = given.words([Usage::NoDossier(Command::Make), Usage::NoPaper])?;
    ready::paper_of(paper)?;
    let job = job(given)?;
    let store = access::to_read(dossier, given, terminal)?;
    ready::warn_of_unreadable(&store, terminal)?;
    let traineeships = traineeships(&store, &job)?;
    if traineeships.is_empty() {
        return Err(Refusal::NothingToMake);
    }
    files::make_folder(&job.folder)?;
    let mut renderer = Renderer::new()?;
    let mut pictures = Pictures::new();
    let as_json = given.flag(Opt::Json);
    let (mut count, mut lines) = (0, Vec::new());
    for id in &traineeships {
        let concept = store.concept(*id, Some(job.place.clone()), Some(job.day));
        let Some(concept) = ready::readable(concept, terminal)? else { continue };
        let made = make(&store, &job, world, &concept, &mut renderer, &mut pictures)?;
        count += usize::from(matches!(made, Made::File(_)));
        if as_json {
            lines.push(line_json(&concept, &made));
        } else {
            say(&concept, &made, terminal)?;
        }
    }
    if as_json {
        terminal.say_json_list(lines)?;
    } else {
        terminal.say(&text::made_count(count, traineeships.len()))?;
    }
    if count == 0 { Err(Refusal::NothingMade) } else { Ok(()) }
}

fn job(given: &Given) -> Result<Job, Usage> {
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
        learners,
        place: field(Opt::Place, required(Opt::Place)?)?,
        day: field(Opt::Day, required(Opt::Day)?)?,
        folder: PathBuf::from(given.one(Opt::Folder).ok_or(Usage::NoOption(Opt::Folder))?),
        standing: if given.flag(Opt::Concept) { Standing::Concept } else { Standing::Final },
    })
}

fn learner(typed: &str) -> Result<Id<Learner>, Usage> {
    Id::parse(typed).map_err(|_no_number| Usage::Number(Opt::Learner))
}

fn field<T: Entry>(option: Opt, typed: &str) -> Result<T, Usage> {
    T::parse(typed).map_err(|error| Usage::Field(option, error))
}

/// Every traineeship of the learners that were asked for, by learner.
fn traineeships(store: &Store, job: &Job) -> Result<Vec<Id<Traineeship>>, Refusal> {
    let learners: BTreeSet<Id<Learner>> = match &job.learners {
        Learners::All => store.learner_lines()?.into_iter().map(|line| line.id).collect(),
        Learners::These(ids) => ids.iter().copied().collect(),
    };
    let mut out = Vec::new();
    for id in learners {
        if store.learner_line(id)?.is_none() {
            return Err(Refusal::NoSuchLearner(id.raw()));
        }
        let mut ids: Vec<_> = store.traineeships_of(id)?.into_iter().map(|t| t.id).collect();
        ids.sort_unstable();
        out.extend(ids);
    }
    Ok(out)
}

fn make(
    store: &Store,
    job: &Job,
    world: &World,
    concept: &Concept,
    renderer: &mut Renderer,
    pictures: &mut Pictures,
) -> Result<Made, Refusal> {
    let verklaring = match concept.complete() {
        Ok(verklaring) => verklaring,
        Err(missing) => return Ok(Made::Incomplete(missing)),
    };
    let path = job.folder.join(file_name(concept, job.standing));
    if path.exists() {
        return Ok(Made::AlreadyThere(path));
    }
    take_pictures(store, verklaring.facts(), pictures)?;
    let options = RenderOptions { standing: job.standing, moment: world.now };
    let bytes = match renderer.render(&compose(verklaring.facts(), pictures), &options) {
        Ok(bytes) => bytes,
        Err(err) => return Ok(Made::Refused(err.into())),
    };
    match files::write_atomic(&path, &bytes) {
        Ok(()) => Ok(Made::File(path)),
        Err(err) => Ok(Made::Refused(err.into())),
    }
}

/// No name of a person: paths travel in logs, mails and listings.
fn file_name(concept: &Concept, standing: Standing) -> String {
    let (learner, traineeship) = (concept.learner.id.raw(), concept.traineeship.id.raw());
    let mark = match standing {
        Standing::Concept => text::CONCEPT_FILE,
        Standing::Final => "",
    };
    format!("{mark}{PRAKTIJKVERKLARING}-{learner}-{traineeship}.pdf")
}

/// Reads the logos of a verklaring, unless they were read for one before.
fn take_pictures(
    store: &Store,
    verklaring: &Praktijkverklaring,
    pictures: &mut Pictures,
) -> Result<(), StoreError> {
    for hash in [&verklaring.logo, &verklaring.branche_logo].into_iter().flatten() {
        if pictures.get(hash).is_none()
            && let Some(png) = store.picture(hash)?
        {
            pictures.insert(hash.clone(), &png).map_err(|_no_picture| StoreError::Damaged)?;
        }
    }
    Ok(())
}

fn say(concept: &Concept, made: &Made, terminal: &mut Terminal<'_>) -> Result<(), Refusal> {
    let heading = ready::heading(concept);
    match made {
        Made::File(path) => terminal.say(&text::file_made(&heading, &shown(path))),
        Made::AlreadyThere(path) => terminal.say(&text::not_made(&heading, &already_there(path))),
        Made::Refused(refusal) => {
            terminal.say(&text::not_made(&heading, &notices::sentence(refusal)))
        }
        Made::Incomplete(missing) => {
            terminal.say(&text::not_made(&heading, text::NOT_COMPLETE))?;
            let route = concept.learner.value.route;
            missing.iter().try_for_each(|missing| {
                terminal.say(&text::missing(&ready::missing_text(missing, route)))
            })
        }
    }
}

fn line_json(concept: &Concept, made: &Made) -> Value {
    let (file, missing, why) = match made {
        Made::File(path) => (Some(shown(path)), &[][..], None),
        Made::Incomplete(missing) => {
            (None, missing.as_slice(), Some(text::NOT_COMPLETE.to_owned()))
        }
        Made::Refused(refusal) => (None, &[][..], Some(notices::sentence(refusal))),
        Made::AlreadyThere(path) => (None, &[][..], Some(already_there(path))),
    };
    let route = concept.learner.value.route;
    json!({
        "leerling": concept.learner.id.raw(),
        "stage": concept.traineeship.id.raw(),
        "papier": PRAKTIJKVERKLARING,
        "bestand": file,
        "ontbreekt": missing.iter().map(|missing| ready::missing_json(missing, route)).collect::<Vec<_>>(),
        "waarom": why,
    })
}

fn already_there(path: &Path) -> String {
    text::file_already_there(&shown(path))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
