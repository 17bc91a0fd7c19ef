//! Getting into a dossier: its path, its password, to read or to write.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::command_line::arguments::{Given, Opt};
use crate::command_line::refusal::Refusal;
use crate::command_line::terminal::Terminal;
use crate::store::{Password, Store, StoreError};
use crate::texts::command_line as text;

/// Opens to look; nothing is written.
pub(super) fn to_read(
    dossier: &OsStr,
    given: &Given,
    terminal: &mut Terminal<'_>,
) -> Result<Store, Refusal> {
    with_password(given, terminal, |password| Store::open_to_read(Path::new(dossier), password))
}

/// As [`to_read`], in the shape that the file has.
pub(super) fn as_it_is(
    dossier: &OsStr,
    given: &Given,
    terminal: &mut Terminal<'_>,
) -> Result<Store, Refusal> {
    with_password(given, terminal, |password| Store::open_as_it_is(Path::new(dossier), password))
}

pub(super) fn to_write(
    dossier: &OsStr,
    given: &Given,
    terminal: &mut Terminal<'_>,
) -> Result<Store, Refusal> {
    with_password(given, terminal, |password| Store::open(Path::new(dossier), password))
}

/// Does something with the password that was given. Where none was given and one is needed, asks for it when there is
/// someone to ask.
pub(super) fn with_password<T>(
    given: &Given,
    terminal: &mut Terminal<'_>,
    open: impl Fn(Option<&Password>) -> Result<T, StoreError>,
) -> Result<T, Refusal> {
    with_password_for(given, terminal, open, |err| matches!(err, StoreError::NeedsPassword))
}

/// As [`with_password`], for whatever can be opened and knows when it needs a password.
pub(super) fn with_password_for<T, E: Into<Refusal>>(
    given: &Given,
    terminal: &mut Terminal<'_>,
    open: impl Fn(Option<&Password>) -> Result<T, E>,
    needs_one: impl Fn(&E) -> bool,
) -> Result<T, Refusal> {
    let password = of_file(given.one(Opt::Password), terminal)?;
    match open(password.as_ref()) {
        Err(err) if terminal.input_is_a_person && needs_one(&err) => {
            let typed = terminal.ask_hidden(text::ASK_PASSWORD)?;
            open(Some(&first_line(&typed)?)).map_err(Into::into)
        }
        done => done.map_err(Into::into),
    }
}

/// The password that something new is to have, when one was given.
pub(super) fn new_password(
    given: &Given,
    terminal: &mut Terminal<'_>,
) -> Result<Option<Password>, Refusal> {
    of_file(given.one(Opt::NewPassword), terminal)
}

/// The password of a dossier that has one, out of a file or asked for.
pub(super) fn present_password(
    given: &Given,
    terminal: &mut Terminal<'_>,
) -> Result<Password, Refusal> {
    match of_file(given.one(Opt::Password), terminal)? {
        Some(password) => Ok(password),
        None if terminal.input_is_a_person => typed_password(text::ASK_PASSWORD, terminal),
        None => Err(StoreError::NeedsPassword.into()),
    }
}

pub(super) fn typed_password(
    question: &str,
    terminal: &mut Terminal<'_>,
) -> Result<Password, Refusal> {
    let typed = terminal.ask_hidden(question)?;
    first_line(&typed)
}

/// Makes a new dossier, with the password that was given for it.
pub(super) fn make(
    dossier: &OsStr,
    given: &Given,
    terminal: &mut Terminal<'_>,
) -> Result<(Store, Option<String>), Refusal> {
    let password = new_password(given, terminal)?;
    let path = PathBuf::from(dossier);
    Ok(Store::create(&path, password.as_ref())?)
}

/// The first line of a file, or of standard input.
fn of_file(path: Option<&OsStr>, terminal: &mut Terminal<'_>) -> Result<Option<Password>, Refusal> {
    let Some(path) = path else { return Ok(None) };
    let bytes = Zeroizing::new(terminal.read(path, MOST_BYTES)?);
    if bytes.len() > usize::try_from(MOST_BYTES).unwrap_or(usize::MAX) {
        return Err(Refusal::StrangePassword);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let typed = std::str::from_utf8(bytes).map_err(|_not_text| Refusal::StrangePassword)?;
    first_line(typed).map(Some)
}

fn first_line(typed: &str) -> Result<Password, Refusal> {
    let line = typed.lines().next().unwrap_or_default();
    match line.chars().count() {
        0 => Err(Refusal::EmptyPassword),
        1..=MOST_CHARACTERS => Ok(Password::new(line.to_owned())),
        _ => Err(Refusal::StrangePassword),
    }
}

const MOST_BYTES: u64 = 64 * 1024;
const MOST_CHARACTERS: usize = 1_000;
