//! The words about backups: what one holds, who can read it, and the names of files.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;

use crate::texts::common::{counted, grouped};

/// The name under which a dossier is kept when a backup takes its place: `klas (voor herstel 2026-03-02 09.05).praktijk`.
pub fn kept_name(dossier: &Path, now: DateTime, n: u32) -> PathBuf {
    let mut name = OsString::from(dossier.file_stem().unwrap_or_default());
    name.push(format!(" (voor herstel {}", now.strftime("%Y-%m-%d %H.%M")));
    if n > 1 {
        name.push(format!(", {n}"));
    }
    name.push(")");
    if let Some(ending) = dossier.extension() {
        name.push(".");
        name.push(ending);
    }
    dossier.with_file_name(name)
}

/// How the file of a backup ends.
pub const ENDING: &str = "reservekopie";

/// How the names of the backups of a dossier begin.
pub fn name_begins(dossier: &Path) -> String {
    format!("{} ", dossier.file_stem().unwrap_or_default().to_string_lossy())
}

/// The name of a backup: of the dossier, never of a person. `klas 2026-03-02 09.05.reservekopie`.
pub fn name(dossier: &Path, now: DateTime) -> String {
    numbered_name(dossier, now, 1)
}

/// As [`name`], where others have that name already.
pub fn numbered_name(dossier: &Path, now: DateTime, n: u32) -> String {
    let number = if n > 1 { format!(" ({n})") } else { String::new() };
    format!("{}{}{number}.{ENDING}", name_begins(dossier), now.strftime("%Y-%m-%d %H.%M"))
}

pub fn made(path: &str, learners: u64, bytes: u64) -> String {
    format!(
        "Reservekopie gemaakt en nagekeken: {path} ({}, {})",
        learner_count(learners),
        size(bytes)
    )
}

pub fn restored(path: &str, learners: u64) -> String {
    format!("Dossier teruggezet: {path} ({})", learner_count(learners))
}

pub fn kept(path: &str) -> String {
    format!("Het dossier dat er was, is bewaard: {path}")
}

pub const OF_DOSSIER: &str =
    "Deze reservekopie opent met het wachtwoord of de herstelcode die het dossier toen had.";
pub const OF_ITS_OWN: &str = "Deze reservekopie heeft een eigen wachtwoord.";
pub const OPEN_TO_ALL: &str =
    "Deze reservekopie heeft geen wachtwoord. Wie bij het bestand kan, kan alles lezen.";
pub const WHOLE: &str = "De reservekopie is heel.";

pub fn made_at(moment: &str, program: &str) -> String {
    format!("Gemaakt: {moment}, met versie {program}")
}

pub fn school(name: &str) -> String {
    format!("School: {name}")
}

pub fn newest_change(moment: &str) -> String {
    format!("Laatste wijziging: {moment}")
}

/// `12 %`, with what is being done.
pub fn progress(what: &str, percent: u64) -> String {
    format!("{what}: {percent} %")
}

pub const WRITING: &str = "Schrijven";
pub const VERIFYING: &str = "Nakijken";
pub const RESTORING: &str = "Terugzetten";

fn learner_count(learners: u64) -> String {
    counted(usize::try_from(learners).unwrap_or(usize::MAX), "leerling", "leerlingen")
}

/// `340 kB`, `12 MB`: how much room something takes.
pub fn size(bytes: u64) -> String {
    let (number, unit) = match bytes {
        0..10_000_000 => (bytes.div_ceil(1_000), "kB"),
        _ => (bytes.div_ceil(1_000_000), "MB"),
    };
    format!("{} {unit}", grouped(usize::try_from(number).unwrap_or(usize::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dossier_that_is_kept_has_a_name_that_says_why() {
        let now = jiff::civil::date(2026, 3, 2).at(9, 5, 0, 0);
        for (dossier, n, name) in [
            ("map/klas.praktijk", 1, "map/klas (voor herstel 2026-03-02 09.05).praktijk"),
            ("klas", 3, "klas (voor herstel 2026-03-02 09.05, 3)"),
        ] {
            assert_eq!(kept_name(Path::new(dossier), now, n), Path::new(name));
        }
    }

    #[test]
    fn sizes_read_easily() {
        for (bytes, text) in [(1, "1 kB"), (9_999_001, "10.000 kB"), (23_400_000, "24 MB")] {
            assert_eq!(size(bytes), text);
        }
    }
}
