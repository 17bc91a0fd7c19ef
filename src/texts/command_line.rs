//! The words of the command line: its answers.

use crate::domain::{DocumentKind, DocumentNumber, RecordKind};
use crate::texts::choices::documents;
use crate::texts::common::{counted, grouped};

pub const ASK_PASSWORD: &str = "Wachtwoord (wat je typt, zie je niet): ";
pub const ASK_NEW_PASSWORD: &str = "Nieuw wachtwoord (wat je typt, zie je niet): ";
pub const ASK_AGAIN: &str = "Nog een keer het nieuwe wachtwoord: ";
pub const ASK_CODE: &str =
    "Schrijf de herstelcode op en typ hem hier over. Pas dan geldt het nieuwe: ";
pub const PASTE_JSON: &str =
    "Typ of plak hier de JSON en sluit af met Ctrl+D (Windows: Ctrl+Z, Enter).";

pub fn made(path: &str) -> String {
    format!("Nieuw dossier gemaakt: {path}")
}

pub fn example_made(path: &str, learners: usize) -> String {
    let learners = counted(learners, "verzonnen leerling", "verzonnen leerlingen");
    format!("Voorbeelddossier met {learners} gemaakt: {path}")
}

pub fn recovery_code(code: &str) -> String {
    format!(
        "Herstelcode: {code}\nSchrijf deze code op papier en bewaar die apart. Hij wordt niet nog eens getoond. \
         Ben je het wachtwoord kwijt, dan open je het dossier met deze code. Zonder wachtwoord en zonder code kan niemand erin."
    )
}

pub const PASSWORD_GIVEN: &str = "Dit dossier heeft nu een wachtwoord. Het is versleuteld. Reservekopieën en kopieën van daarvoor zijn dat niet.";
pub const PASSWORD_CHANGED: &str = "Het wachtwoord is gewijzigd. Het oude opent dit dossier niet meer, maar wel reservekopieën en kopieën van daarvoor.";
pub const CODE_KEPT: &str =
    "De herstelcode is dezelfde gebleven. Een andere maakt --nieuwe-herstelcode.";
pub const CODE_CHANGED: &str = "De oude herstelcode opent dit dossier niet meer.";
pub const PASSWORD_TAKEN: &str = "Het wachtwoord is weggehaald.";

pub const NO_PASSWORD: &str =
    "Dit dossier heeft geen wachtwoord. Wie bij het bestand kan, kan alles lezen.";

/// The word for a kind of record in commands and in JSON. Scripts hang on these: never rename one.
pub const fn kind(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::School => "school",
        RecordKind::Praktijkbegeleider => "praktijkbegeleider",
        RecordKind::Learner => "leerling",
        RecordKind::Leerbedrijf => "leerbedrijf",
        RecordKind::Praktijkopleider => "praktijkopleider",
        RecordKind::Erkenning => "erkenning",
        RecordKind::Traineeship => "stage",
        RecordKind::ExamComponent => "onderdeel",
        RecordKind::Ondertekenaar => "ondertekenaar",
        RecordKind::Evidence => "bewijs",
        RecordKind::Voortgangstoets => "voortgangstoets",
        RecordKind::ReceivedDocument => "ontvangen-document",
        RecordKind::OwnEntry => "eigen-regel",
    }
}

/// Several of a kind, as in the words of `toon`.
pub const fn kinds(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Traineeship => "stages",
        RecordKind::School
        | RecordKind::Praktijkbegeleider
        | RecordKind::Learner
        | RecordKind::Leerbedrijf
        | RecordKind::Praktijkopleider
        | RecordKind::Erkenning
        | RecordKind::ExamComponent
        | RecordKind::Evidence
        | RecordKind::Ondertekenaar
        | RecordKind::Voortgangstoets
        | RecordKind::ReceivedDocument
        | RecordKind::OwnEntry => crate::texts::choices::records(kind),
    }
}

/// `stage 3`.
pub fn numbered(kind: RecordKind, id: i64) -> String {
    format!("{} {id}", self::kind(kind))
}

pub const LEARNERS_HEAD: [&str; 6] =
    ["Nummer", "Naam", "Groep", "Leerlingnummer", "Route", "Status"];
pub const LEERBEDRIJVEN_HEAD: [&str; 6] =
    ["Nummer", "Naam", "Vestigingsplaats", "Leerbedrijf-ID", "KvK", "Praktijkopleiders"];
pub const TRAINEESHIPS_HEAD: [&str; 8] =
    ["Nummer", "Leerling", "Leerbedrijf", "Begin", "Einde", "Uren", "Status", "Kwalificatie"];
pub const COMPONENTS_HEAD: [&str; 7] =
    ["Nummer", "Leerling", "Code", "Stand", "Vastgesteld op", "Resultaat", "Titel"];
pub const CATALOGUE_HEAD: [&str; 5] = ["Soort", "Code", "Crebo", "Kwalificatie", "Titel"];
pub const HISTORY_HEAD: [&str; 4] = ["Tijdstip", "Wie", "Wat", "Waarvan"];
pub const SCHOOL_HEAD: [&str; 2] = ["Veld", "Waarde"];
pub const BEGELEIDERS_HEAD: [&str; 3] = ["Nummer", "Naam", "Functie"];
pub const INSPECTION_HEAD: [&str; 2] = ["Wat", "Aantal"];

pub const NOTHING_FOUND: &str = "Niets gevonden.";

/// A heading above a part of an answer.
pub fn part(of: &str) -> String {
    crate::texts::common::capital(of)
}

pub fn unreadable_rows(count: usize) -> String {
    let rows = counted(count, "regel is", "regels zijn");
    format!("Let op: {rows} niet te lezen en daarom weggelaten. De opdracht keur zegt welke.")
}

/// What a line of the journal did.
pub fn verb(verb: &str) -> &str {
    match verb {
        "add" => "toegevoegd",
        "edit" => "veranderd",
        "remove" => "verwijderd",
        "restore" => "teruggezet",
        "forget" => "voorgoed gewist",
        "keep-picture" => "logo bewaard",
        "set-logo" => "logo gezet",
        "choose" => "gekozen uit de catalogus",
        "hand-over" => "overgedragen",
        "take-in" => "overgenomen uit een overdracht",
        "set-from-json" => "gezet uit JSON",
        "example" => "voorbeeld gemaakt",
        "undo" => "ongedaan gemaakt",
        "redo" => "opnieuw gedaan",
        "issue" => "document uitgegeven",
        "withdraw" => "document ingetrokken",
        other => other,
    }
}

pub fn set(kind: RecordKind, id: i64, done: &str) -> String {
    format!("{} {done}", numbered(kind, id))
}

pub const ADDED: &str = "toegevoegd";
pub const CHANGED: &str = "veranderd";
pub const UNCHANGED: &str = "was al zo";
pub const NOTHING_SET: &str = "De lijst is leeg. Er is niets veranderd.";

/// `Stage 3: Vries, Anna de (Bakkerij Het Lam, 25180 …)`; what is not known is left out.
pub fn document(kind: RecordKind, id: i64, learner: &str, description: &str) -> String {
    let mut out = part(&numbered(kind, id));
    if !learner.is_empty() {
        out.push_str(&format!(": {learner}"));
    }
    if !description.is_empty() {
        out.push_str(&format!(" ({description})"));
    }
    out
}

pub fn with_state(heading: &str, ready: bool, issued: Option<DocumentNumber>) -> String {
    let ready = if ready { "klaar" } else { "nog niet klaar" };
    match issued {
        Some(number) => format!("{heading}: {ready}, al uitgegeven als {number}"),
        None => format!("{heading}: {ready}"),
    }
}

pub fn missing(what: &str) -> String {
    format!("  ontbreekt: {what}")
}

pub fn missing_at(what: &str, kind: RecordKind, id: i64, field: &str) -> String {
    format!("{what} ({}, veld {field})", numbered(kind, id))
}

pub fn look_at(warning: &str) -> String {
    format!("  let op: {warning}")
}

pub fn ready_count(kind: DocumentKind, ready: usize, all: usize) -> String {
    format!("Klaar: {ready} van {} {}.", grouped(all), documents(kind))
}

/// With its number, if it is in the register.
pub fn file_made(heading: &str, number: Option<DocumentNumber>, path: &str) -> String {
    match number {
        Some(number) => format!("{heading}: {number}, {path}"),
        None => format!("{heading}: {path}"),
    }
}

pub fn only_registered(number: DocumentNumber, why: &str) -> String {
    format!(
        "Het is wel uitgegeven, als {number}. {why} Maak het bestand daarna met de opdracht opnieuw."
    )
}

pub fn not_made(heading: &str, why: &str) -> String {
    format!("{heading}: niet gemaakt. {why}")
}

pub fn made_count(kind: DocumentKind, made: usize, all: usize) -> String {
    format!("Gemaakt: {} van {} {}.", grouped(made), grouped(all), documents(kind))
}

/// While a long batch goes on.
pub fn progress(done: usize, all: usize) -> String {
    format!("{} van {}…", grouped(done), grouped(all))
}

pub fn made_again(number: DocumentNumber, path: &str) -> String {
    format!("{number}: {path}")
}

pub fn is_withdrawn(number: DocumentNumber, replaced_by: Option<DocumentNumber>) -> String {
    match replaced_by {
        Some(new) => format!("Let op: {number} is ingetrokken en vervangen door {new}."),
        None => format!("Let op: {number} is ingetrokken."),
    }
}

pub const WANTS_DUPLICATES: &str =
    "Let op: de school wil dat op een herdruk Duplicaat staat. Dat doet --duplicaat.";

pub fn withdrawn(number: DocumentNumber) -> String {
    format!("{number} is ingetrokken. Het blijft in het register staan.")
}

pub const DOCUMENTS_HEAD: [&str; 6] =
    ["Nummer", "Datum", "Naam", "Groep", "Ingetrokken", "Waarvoor"];
/// In the column of that name.
pub const WITHDRAWN: &str = "ja";

pub fn replaced_by(number: DocumentNumber) -> String {
    format!("nu {number}")
}

pub const ENCRYPTED: &str = "Dit dossier heeft een wachtwoord.";
pub const NOT_ENCRYPTED: &str = "Dit dossier heeft geen wachtwoord.";
pub const DOCUMENTS: &str = "Uitgegeven documenten";
pub const JOURNAL_LINES: &str = "Regels in de geschiedenis";
pub const WHOLE: &str = "Het dossier is heel.";

pub fn damage(line: &str) -> String {
    format!("Schade: {line}")
}

pub fn loose_references(count: u64) -> String {
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    format!("{} naar iets dat er niet is.", counted(count, "regel verwijst", "regels verwijzen"))
}

pub fn bad_document(number: DocumentNumber) -> String {
    format!("Veranderd na het uitgeven: document {number}")
}

pub fn bad_row(kind: RecordKind, id: i64, field: &str) -> String {
    format!("Niet te lezen: {}, {field}", numbered(kind, id))
}
