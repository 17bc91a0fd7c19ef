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
    let password = of_file(given.one(Opt::Password), terminal)?;
    match open(password.as_ref()) {
        Err(StoreError::NeedsPassword) if terminal.input_is_a_person => {
            let typed = Zeroizing::new(terminal.ask(text::ASK_PASSWORD)?);
            Ok(open(Some(&first_line(&typed)?))?)
        }
        done => Ok(done?),
    }
}

/// Makes a new dossier, with the password that was given for it.
pub(super) fn make(
    dossier: &OsStr,
    given: &Given,
    terminal: &mut Terminal<'_>,
) -> Result<(Store, Option<String>), Refusal> {
    let password = of_file(given.one(Opt::NewPassword), terminal)?;
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
