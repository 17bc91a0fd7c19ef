//! `reservekopie` and `herstel`, and `keur` for a backup.

use std::ffi::OsStr;
use std::ops::ControlFlow;
use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use crate::backup::{self, Backup, BackupError, Contents, Progress, Protection, Step, Under};
use crate::command_line::arguments::{Command, Given, Opt};
use crate::command_line::refusal::{Refusal, Usage};
use crate::command_line::table::Table;
use crate::command_line::terminal::Terminal;
use crate::command_line::{World, access};
use crate::domain::RecordKind;
use crate::texts::backup as text;
use crate::texts::{command_line as words, common};

/// `reservekopie DOSSIER --naar BESTAND`.
pub(super) fn make(
    given: &Given,
    world: &World,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    let [dossier] = given.words([Usage::NoDossier(Command::Backup)])?;
    let to = given.one(Opt::To).ok_or(Usage::NoOption(Opt::To))?;
    let own = access::new_password(given, terminal)?;
    let store = access::as_it_is(dossier, given, terminal)?;
    let under = own.as_ref().map_or(Under::Dossiers, Under::Own);
    let mut watch = watch(terminal);
    let made = backup::write(&store, Path::new(to), under, world.now, &mut watch)?;
    drop(watch);
    let learners = made.contents.records(RecordKind::Learner);
    terminal.say(&text::made(&made.path.to_string_lossy(), learners, made.bytes))?;
    match made.protection {
        Protection::Dossier | Protection::Eigen => Ok(()),
        Protection::Geen => terminal.warn(text::OPEN_TO_ALL),
    }
}

/// `herstel BESTAND --naar DOSSIER`.
pub(super) fn restore(
    given: &Given,
    world: &World,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    let [file] = given.words([Usage::NoBackup(Command::Restore)])?;
    let to = given.one(Opt::To).ok_or(Usage::NoOption(Opt::To))?;
    let backup = open(file, given, terminal)?;
    let now = world.now.to_zoned_datetime(world.zone.clone()).datetime();
    let mut watch = watch(terminal);
    let restored = backup.restore(Path::new(to), now, &mut watch)?;
    drop(watch);
    let learners = restored.contents.records(RecordKind::Learner);
    terminal.say(&text::restored(&to.to_string_lossy(), learners))?;
    if let Some(kept) = restored.kept {
        terminal.say(&text::kept(&kept.to_string_lossy()))?;
    }
    match restored.recovery_code {
        Some(code) => terminal.say(&words::recovery_code(&code)),
        None if restored.contents.encrypted => Ok(()),
        None => terminal.warn(words::NO_PASSWORD),
    }
}

/// `keur BESTAND`, when it is a backup.
pub(super) fn inspect(
    file: &OsStr,
    given: &Given,
    world: &World,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    let backup = open(file, given, terminal)?;
    let mut watch = watch(terminal);
    let contents = backup.verify(&mut watch)?;
    drop(watch);
    if given.flag(Opt::Json) {
        return terminal.say_json(&as_json(backup.protection(), &contents));
    }
    say(backup.protection(), &contents, &world.zone, terminal)
}

fn open(file: &OsStr, given: &Given, terminal: &mut Terminal<'_>) -> Result<Backup, Refusal> {
    access::with_password_for(
        given,
        terminal,
        |password| Backup::open(Path::new(file), password),
        |err| matches!(err, BackupError::NeedsPassword),
    )
}

/// Says how far it is to who sits at the terminal. A script is told nothing.
fn watch<'a>(terminal: &'a mut Terminal<'_>) -> impl FnMut(Progress) -> ControlFlow<()> + 'a {
    let mut last = None;
    move |Progress { step, done, of }| {
        let what = match step {
            Step::Writing => text::WRITING,
            Step::Verifying => text::VERIFYING,
            Step::Restoring | Step::Checking => text::RESTORING,
        };
        let percent = done.saturating_mul(100).checked_div(of).unwrap_or(100);
        let tens = (step, percent / 10);
        if terminal.input_is_a_person && last != Some(tens) {
            last = Some(tens);
            // Who cannot be told is not kept waiting for it.
            writeln!(terminal.err, "{}", text::progress(what, percent)).ok();
        }
        ControlFlow::Continue(())
    }
}

fn as_json(protection: Protection, contents: &Contents) -> Value {
    let Contents {
        made,
        program,
        schema_version,
        school,
        encrypted,
        newest_change,
        series: _,
        tables: _,
    } = contents;
    let counts: serde_json::Map<String, Value> = RecordKind::ALL
        .iter()
        .map(|kind| (words::kind(*kind).to_owned(), Value::from(contents.records(*kind))))
        .collect();
    json!({
        "heel": true,
        "reservekopie": protection,
        "versie": schema_version,
        "programma": program,
        "gemaakt": made.to_string(),
        "school": school,
        "versleuteld": encrypted,
        "laatste-wijziging": newest_change.map(|at| at.to_string()),
        "aantallen": counts,
        "documenten": contents.documents(),
        "wijzigingen": contents.journal_lines(),
    })
}

fn say(
    protection: Protection,
    contents: &Contents,
    zone: &TimeZone,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    terminal.say(match protection {
        Protection::Dossier => text::OF_DOSSIER,
        Protection::Eigen => text::OF_ITS_OWN,
        Protection::Geen => text::OPEN_TO_ALL,
    })?;
    terminal.say(&text::made_at(&moment(contents.made, zone), &contents.program))?;
    if let Some(school) = &contents.school {
        terminal.say(&text::school(school))?;
    }
    if let Some(at) = contents.newest_change {
        terminal.say(&text::newest_change(&moment(at, zone)))?;
    }
    let mut table = Table::new(words::INSPECTION_HEAD);
    let count = |n: u64| common::grouped(usize::try_from(n).unwrap_or(usize::MAX));
    for kind in RecordKind::ALL {
        table.add([common::capital(words::kinds(*kind)), count(contents.records(*kind))]);
    }
    table.add([words::DOCUMENTS.to_owned(), count(contents.documents())]);
    table.add([words::JOURNAL_LINES.to_owned(), count(contents.journal_lines())]);
    table.write(terminal.out)?;
    terminal.say(text::WHOLE)
}

fn moment(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned_datetime(zone.clone()).strftime("%d-%m-%Y %H:%M").to_string()
}
