//! The words of the room with all issued documents.

use crate::domain::DocumentNumber;

pub const ROOM: &str = "Documenten";
pub const SEARCH_HINT: &str = "Nummer, naam of kwalificatie";
pub const MAKE: &str = "Documenten maken…";
pub const NONE: &str = "Nog geen documenten uitgegeven";
pub const NONE_TEXT: &str = "Hier komt elk document dat u definitief maakt, met zijn nummer. Het blijft hier staan, ook als het later is ingetrokken.";
pub const ONE: &str = "document";
pub const MANY: &str = "documenten";

pub const ALL_KINDS: &str = "Elke soort";
pub const ALL_YEARS: &str = "Elk jaar";

pub const COLUMN_NUMBER: &str = "Nummer";
pub const COLUMN_ABOUT: &str = "Waarvoor";
pub const COLUMN_DATE: &str = "Getekend op";

pub const VALID: &str = "Geldig";
pub const WITHDRAWN: &str = "Ingetrokken";
pub const REPLACED: &str = "Vervangen";

/// Instead of the name of who was forgotten.
pub const FORGOTTEN: &str = "Naam gewist";

// One document.
pub const FORGOTTEN_TEXT: &str = "Naam, inhoud en bestand van dit document zijn voorgoed gewist. Alleen het nummer en de datum zijn nog bekend.";
pub const ACTS: &str = "Wat wilt u doen?";
pub const OPEN: &str = "Openen";
pub const SAVE_AS: &str = "Opslaan als PDF…";
pub const PRINT: &str = "Afdrukken";
pub const DUPLICATE: &str = "Duplicaat opslaan…";
pub const PRINT_DUPLICATE: &str = "Duplicaat afdrukken";
pub const WITHDRAW: &str = "Intrekken…";
pub const TO_LEARNER: &str = "Naar de leerling";
pub const FACTS: &str = "In het register";
pub const NAME: &str = "Naam";
pub const GROUP: &str = "Groep";
pub const ABOUT: &str = "Waarvoor";
pub const SIGNED: &str = "Getekend";
pub const MADE: &str = "Gemaakt";
pub const PROGRAM: &str = "Versie van het programma";
pub const HASH: &str = "Controlegetal (SHA-256)";
pub const REPLACES: &str = "Vervangt";
pub const REPLACED_BY: &str = "Vervangen door";
pub const NO_PAGES: &str =
    "De pagina's kunnen hier niet getoond worden. Open het document om het te bekijken.";
pub const GONE_LEARNER: &str = "Deze leerling staat niet meer in het dossier.";

/// `Utrecht, 24-11-2026`.
pub fn signed(place: &str, date: &str) -> String {
    format!("{place}, {date}")
}

/// `24-11-2026 14:05, a.jansen`.
pub fn made(moment: &str, by: &str) -> String {
    if by.is_empty() { moment.to_owned() } else { format!("{moment}, {by}") }
}

/// A banner above a document that does not count.
pub fn withdrawn(moment: &str, by: &str, reason: &str) -> String {
    let by = if by.is_empty() { String::new() } else { format!(" door {by}") };
    format!("Ingetrokken op {moment}{by}. Reden: {reason}")
}

/// Instead of a reason that was forgotten.
pub const REASON_FORGOTTEN: &str = "gewist.";

pub fn title(kind: &str, number: DocumentNumber) -> String {
    format!("{kind} {number}")
}

/// A hit in "Ga naar of doe…".
pub fn found(number: DocumentNumber, name: &str) -> String {
    format!("{number}  {name}")
}

// Printing.
/// In the name of a file for the printer.
pub const DUPLICATE_FILE: &str = "duplicaat";
pub const SENT: &str = "Het document is naar de printer gestuurd.";
pub const IN_VIEWER: &str = "Er is geen printer ingesteld die direct kan afdrukken. Druk af vanuit het programma dat nu opengaat.";
pub const NOT_PRINTED: &str = "Afdrukken is niet gelukt. Er is niets verloren. Open of bewaar het document en druk het zelf af.";
pub const NO_FOLDER: &str = "Er is geen map gevonden om het document even in te zetten. Er is niets afgedrukt of geopend. Sla het document op en open het bestand zelf.";
