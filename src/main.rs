//! Opens the window, or does a command. The only clock.

use std::alloc::System;
use std::io::{self, BufWriter, IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use praktijkdossier::app;
use praktijkdossier::command_line::{self, Ending, REFUSED, Terminal, World};
use praktijkdossier::texts::command_line_refusals::NO_WINDOW;
use zeroizing_alloc::ZeroAlloc;

/// What is given back holds nothing any more: not the name of a learner that was on the screen before it was locked.
#[global_allocator]
static WIPED: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    let who = account();
    let world = World { now: now(), zone: TimeZone::system(), who: who.clone() };
    let input = io::stdin();
    let input_is_a_person = input.is_terminal();
    let ending = command_line::run(
        std::env::args_os().skip(1),
        world,
        &mut Terminal {
            input: &mut input.lock(),
            input_is_a_person,
            ask_hidden: |question| rpassword::prompt_password(question),
            out: &mut BufWriter::new(io::stdout().lock()),
            err: &mut io::stderr().lock(),
        },
    );
    match ending {
        Ending::Status(status) => ExitCode::from(status),
        Ending::Window(dossier) => window(dossier, &who),
    }
}

fn window(dossier: Option<PathBuf>, who: &str) -> ExitCode {
    match app::open_window(dossier, now, who) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_no_window) => {
            // When even this cannot be written, the status still says it.
            writeln!(io::stderr(), "{NO_WINDOW}").ok();
            ExitCode::from(REFUSED)
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "here the clock is read, for everything else")]
fn now() -> Timestamp {
    Timestamp::now()
}

/// The account that works here, for the history.
fn account() -> String {
    let named = ["USER", "USERNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    named.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| "onbekend".to_owned())
}
