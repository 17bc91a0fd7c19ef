//! The words of an inzage: everything that the dossier holds of one learner, for that learner.

pub const TITLE: &str = "Inzage";
pub const BEHIND: &str = "in het dossier van één leerling";
pub const ABOUT: &str = "Van";
pub const NATURE: &str = "Dit is alles wat het dossier over deze leerling bevat, ook wat verwijderd is en nog in de \
    prullenbak ligt. Van anderen staan er alleen namen in: van wie begeleidt, tekent of een gegeven invulde. \
    Dit overzicht bevat persoonsgegevens. Geef het alleen aan wie erom vroeg.";
pub const SCHOOL: &str = "School";
pub const MADE: &str = "Gemaakt op";
pub const COLOPHON: &str = "Overzicht van persoonsgegevens volgens de AVG. Geen praktijkverklaring, certificaat of mbo-verklaring.";
pub const CONCEPT_LINE: &str = "Concept.";
pub const FACTS: &str = "Gegevens";
pub const TRAINEESHIPS: &str = "Plaatsingen";
pub const COMPONENTS: &str = "Onderdelen en bewijs";
pub const TESTS: &str = "Voortgangstoetsen";
pub const DOCUMENTS: &str = "Uitgegeven documenten";
pub const RECEIVED: &str = "Documenten van andere scholen";
pub const HISTORY: &str = "Wie veranderde wat en wanneer";
pub const NOTHING: &str = "Hierover staat niets in het dossier.";
pub const COLUMN_FIELD: &str = "Gegeven";
pub const COLUMN_VALUE: &str = "Wat er staat";
pub const IN_TRASH: &str = "verwijderd, in de prullenbak";
pub const NUMBER: &str = "Nummer";
pub const FOR_WHAT: &str = "Waarvoor";
pub const SIGNED: &str = "Getekend";
pub const STATE: &str = "Stand";
pub const FILE: &str = "inzage";

pub fn running_head(name: &str) -> String {
    format!("{TITLE} van {name}")
}

/// A title with what it is about.
pub fn titled(kind: &str, name: &str) -> String {
    if name.is_empty() { kind.to_owned() } else { format!("{kind}: {name}") }
}

pub fn aside(title: &str) -> String {
    format!("{title} ({IN_TRASH})")
}

/// `24-11-2026 14:05, gewijzigd door a.jansen`.
pub fn line(moment: &str, verb: &str, who: &str) -> String {
    let verb = verb.to_lowercase();
    if who.is_empty() {
        format!("{moment}, {verb}")
    } else {
        format!("{moment}, {verb} door {who}")
    }
}

// In the window.
pub const ACT: &str = "Inzage…";
pub const DIALOG: &str = "Inzage";
pub const DIALOG_TEXT: &str = "Alles wat het dossier over deze leerling bevat, in één bestand: gegevens, plaatsingen, onderdelen, bewijs, uitgegeven documenten en wie wat veranderde. Ook wat in de prullenbak ligt.";
pub const PERSONAL: &str = "Het bestand bevat persoonsgegevens en krijgt geen wachtwoord. Geef het alleen aan wie erom vroeg, en bewaar het niet langer dan nodig.";
pub const SAVE_PDF: &str = "Opslaan als PDF…";
pub const SAVE_JSON: &str = "Opslaan als JSON…";
pub const JSON_FILES: &str = "JSON";
