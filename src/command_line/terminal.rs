//! Where words come from and go to.

use std::ffi::OsStr;
use std::io::{self, BufRead, Read as _, Write};
use std::path::Path;

use serde::Serializer as _;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::command_line::refusal::Refusal;
use crate::files;

/// Standard input, output and error, or what stands in for them in a test.
pub struct Terminal<'a> {
    pub input: &'a mut dyn BufRead,
    /// Whether someone sits at it who can be asked.
    pub input_is_a_person: bool,
    /// Asks for one line that is not seen while it is typed.
    pub ask_hidden: AskHidden,
    pub out: &'a mut dyn Write,
    pub err: &'a mut dyn Write,
}

/// Says a question at the terminal itself, and gives what was typed there.
pub type AskHidden = fn(&str) -> io::Result<String>;

impl Terminal<'_> {
    /// A line of the answer.
    pub(super) fn say(&mut self, line: &str) -> Result<(), Refusal> {
        Ok(writeln!(self.out, "{line}")?)
    }

    /// A line beside the answer: a warning, or what goes on.
    pub(super) fn warn(&mut self, line: &str) -> Result<(), Refusal> {
        Ok(writeln!(self.err, "{line}")?)
    }

    /// The whole answer for a program.
    pub(super) fn say_json(&mut self, value: &Value) -> Result<(), Refusal> {
        serde_json::to_writer_pretty(&mut *self.out, value).map_err(json_refusal)?;
        self.say("")
    }

    /// The whole answer for a program, made while it is written: a list may be long.
    pub(super) fn say_json_list(
        &mut self,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<(), Refusal> {
        let mut serializer = serde_json::Serializer::pretty(&mut *self.out);
        serializer.collect_seq(values).map_err(json_refusal)?;
        self.say("")
    }

    /// The bytes of a file, or of standard input for `-`; at most `limit`, or one more where there are more.
    pub(super) fn read(&mut self, path: &OsStr, limit: u64) -> Result<Vec<u8>, Refusal> {
        if path != STANDARD_INPUT {
            return Ok(files::read_limited(Path::new(path), limit)?);
        }
        let mut bytes = Vec::new();
        self.input.take(limit + 1).read_to_end(&mut bytes).map_err(Refusal::Input)?;
        Ok(bytes)
    }

    /// Asks the person at the terminal for one line.
    pub(super) fn ask(&mut self, question: &str) -> Result<String, Refusal> {
        write!(self.err, "{question}")?;
        self.err.flush()?;
        let mut line = String::new();
        self.input.take(MOST_TYPED).read_line(&mut line).map_err(Refusal::Input)?;
        Ok(line)
    }

    /// As [`Self::ask`], for a password.
    pub(super) fn ask_hidden(&mut self, question: &str) -> Result<Zeroizing<String>, Refusal> {
        // What was said before stands above the question.
        self.out.flush()?;
        self.err.flush()?;
        (self.ask_hidden)(question).map(Zeroizing::new).map_err(Refusal::Input)
    }
}

fn json_refusal(err: serde_json::Error) -> Refusal {
    match err.io_error_kind() {
        Some(kind) => Refusal::Output(kind.into()),
        None => Refusal::Json(err),
    }
}

/// The path that means standard input.
pub(super) const STANDARD_INPUT: &str = "-";
const MOST_TYPED: u64 = 4_096;
