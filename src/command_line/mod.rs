//! The same deeds as in the window, without one: for administrators, scripts and checks.
//!
//! Everything comes in as an argument: the words, the moment, the account, the terminal. Answers for people and for
//! programs go to standard output, all else to standard error.

mod arguments;
mod refusal;
mod terminal;

mod notices;
mod table;

mod access;
mod again;
mod backup;
mod create;
mod inspect;
mod make;
mod password;
mod ready;
mod rescue;
mod set;
mod show;
mod show_rows;

use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::store::Stamp;
use crate::texts::command_line_help as text;

use arguments::{Asked, Command, Given, Opt};
use refusal::{Refusal, Usage};

pub use terminal::{AskHidden, Terminal};

/// What surrounds a command.
#[derive(Clone, Debug)]
pub struct World {
    pub now: Timestamp,
    pub zone: TimeZone,
    /// The account on this computer.
    pub who: String,
}

impl World {
    fn today(&self) -> Date {
        self.now.to_zoned_datetime(self.zone.clone()).date()
    }

    fn stamp(&self) -> Stamp {
        Stamp { at: self.now, who: self.who.clone() }
    }
}

/// How a command ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The window is to be opened, with this dossier.
    Window(Option<PathBuf>),
    /// Done, or refused and said so.
    Status(u8),
}

pub const DONE: u8 = 0;
pub const REFUSED: u8 = 1;
pub const WRONG_USE: u8 = 2;

/// Does what the words behind the program's name ask for.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    world: World,
    terminal: &mut Terminal<'_>,
) -> Ending {
    let done = match arguments::read(arguments) {
        Ok(Asked::Window(dossier)) => return Ending::Window(dossier.map(PathBuf::from)),
        Ok(Asked::Help(command)) => terminal.say(&text::help(command.map(Command::word))),
        Ok(Asked::Version) => terminal.say(&text::version(env!("CARGO_PKG_VERSION"))),
        Ok(Asked::Command(command, given)) => run_command(command, &given, world, terminal),
        Err(usage) => Err(usage.into()),
    };
    match done.and_then(|()| terminal.out.flush().map_err(Refusal::Output)) {
        Ok(()) => Ending::Status(DONE),
        Err(refusal) => Ending::Status(refuse(&refusal, terminal)),
    }
}

fn run_command(
    command: Command,
    given: &Given,
    mut world: World,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    if let Some(moment) = given.text(Opt::Now)? {
        world.now = moment_of(moment, &world.zone)?;
    }
    match command {
        Command::New => create::new(given, terminal),
        Command::Example => create::example(given, &world, terminal),
        Command::Show => show::run(given, &world, terminal),
        Command::Set => set::run(given, &world, terminal),
        Command::Ready => ready::run(given, terminal),
        Command::Make => make::run(given, &world, terminal),
        Command::Again => again::again(given, &world, terminal),
        Command::Withdraw => again::withdraw(given, &world, terminal),
        Command::Inspect => inspect::run(given, &world, terminal),
        Command::Backup => backup::make(given, &world, terminal),
        Command::Restore => backup::restore(given, &world, terminal),
        Command::Rescue => rescue::run(given, &world, terminal),
        Command::Password => password::run(given, terminal),
    }
}

/// A moment with its zone, or a day or civil time in the zone of this computer; of a year in which a dossier may be.
fn moment_of(typed: &str, zone: &TimeZone) -> Result<Timestamp, Usage> {
    let civil = || {
        let civil: jiff::civil::DateTime = typed.parse().ok()?;
        civil.to_zoned_datetime(zone.clone()).ok().map(|zoned| zoned.timestamp())
    };
    let moment = typed.parse().ok().or_else(civil).ok_or(Usage::Moment)?;
    let year = moment.to_zoned_datetime(zone.clone()).year();
    if (2000..2100).contains(&year) { Ok(moment) } else { Err(Usage::Moment) }
}

fn refuse(refusal: &Refusal, terminal: &mut Terminal<'_>) -> u8 {
    if let Refusal::Output(err) = refusal
        && err.kind() == ErrorKind::BrokenPipe
    {
        // Who reads the answer has had enough, as `head` does.
        return DONE;
    }
    // Flushed first, so that the sentence comes last where both go to one screen. If neither can be written to,
    // the status still says it.
    terminal.out.flush().ok();
    writeln!(terminal.err, "{}", notices::sentence(refusal)).ok();
    if matches!(refusal, Refusal::Usage(_)) { WRONG_USE } else { REFUSED }
}
