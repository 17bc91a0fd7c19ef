//! `nieuw` and `voorbeeld`: a dossier that was not there.

use crate::catalogue::Catalogue;
use crate::command_line::arguments::{Command, Given, Opt};
use crate::command_line::refusal::{Refusal, Usage};
use crate::command_line::terminal::Terminal;
use crate::command_line::{World, access};
use crate::example;
use crate::texts::command_line as text;

pub(super) fn new(given: &Given, terminal: &mut Terminal<'_>) -> Result<(), Refusal> {
    let [dossier] = given.words([Usage::NoDossier(Command::New)])?;
    let (_, recovery_code) = access::make(dossier, given, terminal)?;
    terminal.say(&text::made(&dossier.to_string_lossy()))?;
    say_how_it_is_kept(recovery_code.as_deref(), terminal)
}

/// How many learners, when it is not said.
const LEARNERS: u32 = 60;
const MOST_LEARNERS: u32 = 1_000_000;
const SEED: u64 = 1;

pub(super) fn example(
    given: &Given,
    world: &World,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    let [dossier] = given.words([Usage::NoDossier(Command::Example)])?;
    let learners = number(given, Opt::Learners, LEARNERS)?;
    if learners == 0 || learners > MOST_LEARNERS {
        return Err(Usage::Number(Opt::Learners).into());
    }
    let seed = number(given, Opt::Seed, SEED)?;
    let (mut store, recovery_code) = access::make(dossier, given, terminal)?;
    let change = example::changes(seed, learners, world.today(), &Catalogue::new(&[]));
    if let Err(err) = store.apply(&change, &world.stamp()) {
        store.discard();
        return Err(err.into());
    }
    terminal.say(&text::example_made(&dossier.to_string_lossy(), learners as usize))?;
    say_how_it_is_kept(recovery_code.as_deref(), terminal)
}

fn number<T: std::str::FromStr>(given: &Given, option: Opt, otherwise: T) -> Result<T, Usage> {
    match given.text(option)? {
        None => Ok(otherwise),
        Some(typed) => typed.parse().map_err(|_not_a_number| Usage::Number(option)),
    }
}

fn say_how_it_is_kept(
    recovery_code: Option<&str>,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    match recovery_code {
        Some(code) => terminal.say(&text::recovery_code(code)),
        None => terminal.warn(text::NO_PASSWORD),
    }
}
