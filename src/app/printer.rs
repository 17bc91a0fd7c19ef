//! Printing as the system does it. What cannot be printed directly is opened in the program that the system has for it.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::app::world::Printed;

/// Prints a PDF, or shows it.
pub(crate) fn print(path: &Path) -> Printed {
    if send(path) {
        Printed::Sent
    } else if open::that_detached(path).is_ok() {
        Printed::InViewer
    } else {
        Printed::Failed
    }
}

/// Hands the file to the program that prints this kind of file here. The path goes along in the environment: as part of
/// the command it would be read as one.
#[cfg(windows)]
fn send(path: &Path) -> bool {
    use std::os::windows::process::CommandExt as _;
    /// Without it a black window flashes up.
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    let mut command = Command::new("powershell.exe");
    command
        .args(["-NoProfile", "-NonInteractive", "-Command", PRINT_VERB])
        .env(PATH, path)
        .creation_flags(CREATE_NO_WINDOW);
    succeeds(&mut command)
}

#[cfg(windows)]
const PATH: &str = "PRAKTIJKDOSSIER_AFDRUKKEN";
/// Fails where no program prints PDFs: some viewers do not offer it.
#[cfg(windows)]
const PRINT_VERB: &str = "$ErrorActionPreference = 'Stop'; Start-Process -FilePath $env:PRAKTIJKDOSSIER_AFDRUKKEN -Verb Print -WindowStyle Hidden";

/// To the printer that is chosen for this account, if there is one.
#[cfg(not(windows))]
fn send(path: &Path) -> bool {
    let asked = Command::new("lpstat").arg("-d").env("LC_ALL", "C").stdin(Stdio::null()).output();
    let chosen = asked.is_ok_and(|answer| {
        answer.status.success() && names_printer(&String::from_utf8_lossy(&answer.stdout))
    });
    chosen && succeeds(Command::new("lp").arg("--").arg(path))
}

/// `system default destination: Naam`, or `no system default destination`.
#[cfg(not(windows))]
fn names_printer(answer: &str) -> bool {
    answer.split_once("destination:").is_some_and(|(_, name)| !name.trim().is_empty())
}

fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

#[cfg(all(test, not(windows)))]
mod tests {
    use super::names_printer;

    #[test]
    fn a_printer_is_there_only_when_it_has_a_name() {
        assert!(names_printer("system default destination: Lokaal_12\n"));
        assert!(!names_printer("no system default destination\n"));
        assert!(!names_printer("system default destination:\n"));
        assert!(!names_printer(""));
    }
}
