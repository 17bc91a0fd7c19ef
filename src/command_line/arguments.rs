//! The words behind the program's name: commands and options, before anyone asks what they mean together.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};

use lexopt::{Arg, Parser};

use crate::command_line::refusal::Usage;

/// Everything that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    New,
    Example,
    Show,
    Set,
    Ready,
    Make,
    Again,
    Withdraw,
    Inspect,
    Backup,
    Restore,
    Rescue,
    Password,
}

impl Command {
    pub(super) const ALL: &'static [Self] = &[
        Self::New,
        Self::Example,
        Self::Show,
        Self::Set,
        Self::Ready,
        Self::Make,
        Self::Again,
        Self::Withdraw,
        Self::Inspect,
        Self::Backup,
        Self::Restore,
        Self::Rescue,
        Self::Password,
    ];

    /// The word for it. Scripts hang on these: never rename one.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::New => "nieuw",
            Self::Example => "voorbeeld",
            Self::Show => "toon",
            Self::Set => "zet",
            Self::Ready => "gereed",
            Self::Make => "maak",
            Self::Again => "opnieuw",
            Self::Withdraw => "trekin",
            Self::Inspect => "keur",
            Self::Backup => "reservekopie",
            Self::Restore => "herstel",
            Self::Rescue => "red",
            Self::Password => "wachtwoord",
        }
    }

    const fn options(self) -> &'static [Opt] {
        match self {
            Self::New => &[Opt::NewPassword],
            Self::Example => &[Opt::NewPassword, Opt::Learners, Opt::Seed],
            Self::Show => &[Opt::Password, Opt::Search, Opt::Json],
            Self::Set => &[Opt::Password, Opt::JsonFile],
            Self::Ready | Self::Inspect => &[Opt::Password, Opt::Json],
            Self::Backup => &[Opt::Password, Opt::NewPassword, Opt::To],
            Self::Restore => &[Opt::Password, Opt::To],
            Self::Rescue => &[Opt::Password, Opt::To, Opt::Json],
            Self::Password => {
                &[Opt::Password, Opt::NewPassword, Opt::NewRecoveryCode, Opt::TakeAway]
            }
            Self::Make => &[
                Opt::Password,
                Opt::Learner,
                Opt::All,
                Opt::Place,
                Opt::Day,
                Opt::To,
                Opt::Concept,
                Opt::Json,
            ],
            Self::Again => &[Opt::Password, Opt::To, Opt::Duplicate],
            Self::Withdraw => &[Opt::Password, Opt::Reason],
        }
    }

    fn named(word: &OsStr) -> Option<Self> {
        Self::ALL.iter().copied().find(|command| word == command.word())
    }
}

/// Everything that may stand behind two dashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Opt {
    Password,
    NewPassword,
    /// Sets the clock; every command takes it.
    Now,
    /// Asks for JSON.
    Json,
    /// Gives JSON.
    JsonFile,
    Search,
    Learners,
    Seed,
    Learner,
    All,
    Place,
    Day,
    /// The folder or the file where it comes.
    To,
    Concept,
    Duplicate,
    Reason,
    NewRecoveryCode,
    TakeAway,
}

/// How many values follow an option.
enum Takes {
    Nothing,
    One,
    /// One or more, up to the next option.
    Several,
}

impl Opt {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Password => "wachtwoord-bestand",
            Self::NewPassword => "nieuw-wachtwoord-bestand",
            Self::Now => "nu",
            Self::Json | Self::JsonFile => "json",
            Self::Search => "zoek",
            Self::Learners => "leerlingen",
            Self::Seed => "zaad",
            Self::Learner => "leerling",
            Self::All => "alle",
            Self::Place => "plaats",
            Self::Day => "datum",
            Self::To => "naar",
            Self::Concept => "concept",
            Self::Duplicate => "duplicaat",
            Self::Reason => "reden",
            Self::NewRecoveryCode => "nieuwe-herstelcode",
            Self::TakeAway => "weghalen",
        }
    }

    const fn takes(self) -> Takes {
        match self {
            Self::Json
            | Self::All
            | Self::Concept
            | Self::Duplicate
            | Self::NewRecoveryCode
            | Self::TakeAway => Takes::Nothing,
            Self::Learner => Takes::Several,
            Self::Password
            | Self::NewPassword
            | Self::Now
            | Self::JsonFile
            | Self::Search
            | Self::Learners
            | Self::Seed
            | Self::Place
            | Self::Day
            | Self::To
            | Self::Reason => Takes::One,
        }
    }
}

/// What was asked, before it is done.
#[derive(Debug)]
pub(super) enum Asked {
    /// Open the window, with this dossier.
    Window(Option<OsString>),
    /// The help of the program, or of one command.
    Help(Option<Command>),
    Version,
    Command(Command, Given),
}

/// The words and options behind a command.
#[derive(Debug, Default)]
pub(super) struct Given {
    words: Vec<OsString>,
    options: BTreeMap<Opt, Vec<OsString>>,
}

/// Reads all of it. What is not known is refused before anything is done.
pub(super) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Asked, Usage> {
    let mut parser = Parser::from_args(arguments);
    let first = match parser.next()? {
        None => return Ok(Asked::Window(None)),
        Some(Arg::Long("help") | Arg::Short('h')) => return Ok(Asked::Help(None)),
        Some(Arg::Long("version") | Arg::Short('V')) => return Ok(Asked::Version),
        Some(Arg::Long(name)) => return Err(Usage::UnknownOption(name.to_owned())),
        Some(Arg::Short(letter)) => return Err(Usage::UnknownOption(format!("-{letter}"))),
        Some(Arg::Value(word)) => word,
    };
    match Command::named(&first) {
        Some(command) => read_command(command, &mut parser),
        None => match parser.next()? {
            None => Ok(Asked::Window(Some(first))),
            Some(Arg::Long("help") | Arg::Short('h')) => Ok(Asked::Help(None)),
            Some(_) => Err(Usage::UnknownCommand(first.to_string_lossy().into_owned())),
        },
    }
}

fn read_command(command: Command, parser: &mut Parser) -> Result<Asked, Usage> {
    let mut given = Given::default();
    while let Some(argument) = parser.next()? {
        let option = match argument {
            Arg::Value(word) => {
                given.words.push(word);
                continue;
            }
            Arg::Long("help") | Arg::Short('h') => return Ok(Asked::Help(Some(command))),
            Arg::Long("version") | Arg::Short('V') => return Ok(Asked::Version),
            Arg::Short(letter) => return Err(Usage::UnknownOption(format!("-{letter}"))),
            Arg::Long(name) => option(command, name)?,
        };
        given.take(option, parser)?;
    }
    Ok(Asked::Command(command, given))
}

fn option(command: Command, name: &str) -> Result<Opt, Usage> {
    let known = command.options().iter().copied().chain([Opt::Now]);
    known.into_iter().find(|option| option.word() == name).ok_or_else(|| {
        // A new dossier has no password yet; to pass it over would leave the dossier open.
        if name == Opt::Password.word() {
            Usage::NewPasswordMeant
        } else {
            Usage::UnknownOption(name.to_owned())
        }
    })
}

impl Given {
    fn take(&mut self, option: Opt, parser: &mut Parser) -> Result<(), Usage> {
        let values = match option.takes() {
            Takes::Nothing => Vec::new(),
            Takes::One => vec![parser.value()?],
            Takes::Several => parser.values()?.collect(),
        };
        let again = self.options.contains_key(&option);
        let known = self.options.entry(option).or_default();
        if again && !matches!(option.takes(), Takes::Several) {
            return Err(Usage::Twice(option.word()));
        }
        known.extend(values);
        Ok(())
    }

    pub(super) fn flag(&self, option: Opt) -> bool {
        self.options.contains_key(&option)
    }

    pub(super) fn one(&self, option: Opt) -> Option<&OsStr> {
        self.options.get(&option)?.first().map(OsString::as_os_str)
    }

    /// As [`Given::one`], as text.
    pub(super) fn text(&self, option: Opt) -> Result<Option<&str>, Usage> {
        self.one(option).map(|text| text.to_str().ok_or(Usage::NotText)).transpose()
    }

    /// All values of an option that may be given more than once.
    pub(super) fn several(&self, option: Opt) -> Result<Vec<&str>, Usage> {
        let all = self.options.get(&option).map_or(&[][..], Vec::as_slice);
        all.iter().map(|text| text.to_str().ok_or(Usage::NotText)).collect()
    }

    /// The words behind the command, when there are as many as this.
    pub(super) fn words<const N: usize>(&self, missing: [Usage; N]) -> Result<[&OsStr; N], Usage> {
        if let Some(extra) = self.words.get(N) {
            return Err(Usage::TooMuch(extra.to_string_lossy().into_owned()));
        }
        let mut out = [OsStr::new(""); N];
        let mut words = self.words.iter();
        for (place, missing) in out.iter_mut().zip(missing) {
            *place = words.next().ok_or(missing)?;
        }
        Ok(out)
    }
}
