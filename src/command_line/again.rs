//! `opnieuw` and `trekin`: what is done with a document that was issued.

use std::path::Path;

use crate::command_line::arguments::{Command, Given, Opt};
use crate::command_line::refusal::{Refusal, Usage};
use crate::command_line::terminal::Terminal;
use crate::command_line::{World, access};
use crate::domain::{DocumentNumber, Entry as _, ShortText};
use crate::files;
use crate::issuing::{self, NotMade};
use crate::texts::command_line as text;

/// The bytes that were issued, unless a duplicaat is asked for.
pub(super) fn again(
    given: &Given,
    world: &World,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    let [dossier, number] = given.words([Usage::NoDossier(Command::Again), Usage::NoNumber])?;
    let number = number_of(number)?;
    let file = Path::new(given.one(Opt::To).ok_or(Usage::NoOption(Opt::To))?);
    let store = access::to_read(dossier, given, terminal)?;
    let line = store.register_line(number)?;
    if files::is_there(file) {
        return Err(NotMade::FileThere(file.to_owned()).into());
    }
    let duplicate = given.flag(Opt::Duplicate);
    let pdf = if duplicate {
        issuing::duplicate(&store, number, world.now)?
    } else {
        issuing::again(&store, number)?
    };
    files::write_beside(file, &pdf)?.put()?;
    let path = file.display().to_string();
    terminal.say(&text::made_again(number, &path))?;
    if line.withdrawal.is_some() {
        terminal.warn(&text::is_withdrawn(number, line.replaced_by))?;
    }
    if store.school()?.duplicates && !duplicate {
        terminal.warn(text::WANTS_DUPLICATES)?;
    }
    Ok(())
}

pub(super) fn withdraw(
    given: &Given,
    world: &World,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    let [dossier, number] = given.words([Usage::NoDossier(Command::Withdraw), Usage::NoNumber])?;
    let number = number_of(number)?;
    let reason = given.text(Opt::Reason)?.ok_or(Usage::NoOption(Opt::Reason))?;
    let reason = ShortText::parse(reason).map_err(|error| Usage::Field(Opt::Reason, error))?;
    let mut store = access::to_write(dossier, given, terminal)?;
    store.withdraw(number, &reason, &world.stamp())?;
    terminal.say(&text::withdrawn(number))
}

fn number_of(word: &std::ffi::OsStr) -> Result<DocumentNumber, Usage> {
    let typed = word.to_str().ok_or(Usage::NotText)?;
    DocumentNumber::parse(typed).map_err(|_no_number| Usage::NotANumber(typed.to_owned()))
}
