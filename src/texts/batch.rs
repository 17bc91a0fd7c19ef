//! The words of making many documents at once.

use std::time::Duration;

use crate::domain::{DocumentKind, DocumentNumber};
use crate::texts::common::{counted, grouped};
use crate::texts::{choices, common};

pub const TITLE: &str = "Documenten maken";
pub const BACK: &str = "Documenten";

// What, for whom, how.
pub const WHAT: &str = "Wat en voor wie";
pub const KIND: &str = "Soort document";
pub const WHO: &str = "Voor wie";
pub const GROUP: &str = "Groep";
pub const SIGNING: &str = "Ondertekening";
pub const HOW: &str = "Hoe";
pub const FINAL: &str = "Definitief";
pub const FINAL_TEXT: &str = "Met een nummer, in het register.";
pub const CONCEPT: &str = "Concept";
pub const CONCEPT_TEXT: &str =
    "Om na te kijken. Zonder nummer, met een merk op elke pagina. Ook als er nog iets ontbreekt.";
pub const SHEET_TEXT: &str = "Een overneemblad is alleen om over te nemen: het krijgt geen nummer.";
pub const BUNDLE: &str = "Ook één bestand voor de printer";
pub const BUNDLE_TEXT: &str = "Elk document begint daarin op een voorkant.";
pub const FOLDER: &str = "Map";
pub const NO_FOLDER: &str = "Nog geen map gekozen";
pub const CHOOSE_FOLDER: &str = "Map kiezen…";
pub const FOLDER_TITLE: &str = "In welke map komen de documenten?";
pub const WITH_NAMES: &str = "De naam van de leerling staat in de bestandsnaam (Instellingen).";
pub const WITHOUT_NAMES: &str =
    "In de bestandsnaam staat het nummer, niet de naam van de leerling (Instellingen).";
/// Of what gets no number.
pub const WITHOUT_NAMES_OR_NUMBERS: &str = "In de bestandsnaam staat een volgnummer van dit dossier, niet de naam van de leerling (Instellingen).";

pub fn all_in_list(count: usize) -> String {
    format!("Alle leerlingen ({})", grouped(count))
}

/// Where some of them finished or stopped.
pub fn all_in_list_and_gone(count: usize) -> String {
    format!("Alle leerlingen ({}), ook wie klaar of gestopt is", grouped(count))
}

pub fn active_in_list(count: usize) -> String {
    format!("Alleen wie actief is ({})", grouped(count))
}

/// As the list of learners is narrowed now.
pub fn shown_in_list(count: usize) -> String {
    format!("Wie nu in de lijst Leerlingen staat ({})", grouped(count))
}

pub fn selected(count: usize) -> String {
    format!("Gekozen leerlingen ({})", grouped(count))
}

// Who gets one.
pub fn gets(count: usize) -> String {
    format!("Krijgt een document ({})", grouped(count))
}

pub fn left_out(count: usize) -> String {
    format!("Krijgt er geen ({})", grouped(count))
}

pub fn warned(count: usize) -> String {
    format!("Let op ({})", grouped(count))
}

pub const NOBODY_WARNED: &str = "Er is niets om nog naar te kijken.";

/// Before many are made final.
pub fn warned_of(count: usize, all: usize) -> String {
    let words = if count == 1 {
        format!("Bij 1 van de {} documenten is er nog iets om naar te kijken.", grouped(all))
    } else {
        format!(
            "Bij {} van de {} documenten is er nog iets om naar te kijken.",
            grouped(count),
            grouped(all)
        )
    };
    let words = if all == 1 { "Er is nog iets om naar te kijken.".to_owned() } else { words };
    format!("{words} Het staat in de lijst onder Let op.")
}

pub const NOBODY_GETS: &str = "Niemand krijgt nu een document.";
pub const NOBODY_GETS_TEXT: &str =
    "Kijk bij wie afvalt wat er nog ontbreekt, of kies een andere soort.";
pub const NOBODY_LEFT_OUT: &str = "Iedereen krijgt een document.";
pub const NOBODY_CHOSEN: &str = "Er zijn geen leerlingen gekozen.";

pub fn looking(done: usize, all: usize) -> String {
    format!("Kijken wie klaar is… {} van {}", grouped(done), grouped(all))
}

/// Why there is nothing to make for a learner at all.
pub const fn nothing_of(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Praktijkverklaring | DocumentKind::Overneemblad => "Heeft geen plaatsing",
        DocumentKind::Certificaat => "Heeft geen onderdeel met een certificaat",
        DocumentKind::MboVerklaring | DocumentKind::Totaaloverzicht => "Heeft geen resultaten",
    }
}

pub fn issued(number: DocumentNumber) -> String {
    format!("Heeft al {number}")
}

pub const UNREADABLE: &str = "De gegevens zijn niet goed te lezen";
pub const WRONG_FIELD: &str = "In een veld staat iets dat niet past";

pub fn make(count: usize) -> String {
    let what = counted(count, "document", "documenten");
    format!("{what} maken…")
}

/// What has no number is made without a question.
pub fn make_sheets(count: usize) -> String {
    let what = counted(count, "overneemblad", "overneembladen");
    format!("{what} maken")
}

pub fn make_concepts(count: usize) -> String {
    let what = counted(count, "concept", "concepten");
    format!("{what} maken")
}

/// Above the list of learners.
pub fn make_for(count: usize) -> String {
    let who = counted(count, "leerling", "leerlingen");
    format!("Documenten maken voor {who}…")
}

pub fn selected_count(count: usize) -> String {
    format!("{} gekozen", grouped(count))
}

pub fn selected_and_hidden(count: usize, hidden: usize) -> String {
    format!("{} gekozen, {} niet in beeld", grouped(count), grouped(hidden))
}

pub const SELECT_NONE: &str = "Keuze wissen";
pub const SELECT_ALL: &str = "Alle regels kiezen";
pub const SELECT_HELP: &str = "Kies leerlingen met het vakje, of met Ctrl of Shift en klikken.";

// On the way.
pub const STOP: &str = "Stoppen";
pub const STOPPING: &str = "Stopt…";
pub const STARTING: &str = "Begint…";

pub fn progress(done: usize, all: usize) -> String {
    format!("{} van {} documenten", grouped(done), grouped(all))
}

pub fn in_navigation(done: usize, all: usize) -> String {
    format!("{} van {}", grouped(done), grouped(all))
}

pub fn time_left(left: Duration) -> String {
    let seconds = left.as_secs();
    if seconds < 5 {
        "Nog een paar seconden".to_owned()
    } else if seconds < 60 {
        format!("Nog ongeveer {} seconden", seconds.div_ceil(5) * 5)
    } else {
        let minutes = seconds.div_ceil(60);
        format!(
            "Nog ongeveer {}",
            counted(usize::try_from(minutes).unwrap_or(1), "minuut", "minuten")
        )
    }
}

pub const GO_ON_WORKING: &str = "U kunt gewoon verder werken in andere schermen.";

// Afterwards.
pub const READY: &str = "Klaar";
pub const STOPPED: &str = "Gestopt";
pub const HALTED: &str = "Niet alles is gemaakt";

pub fn made(count: usize, kind: DocumentKind) -> String {
    let what = if count == 1 { choices::one_document(kind) } else { choices::documents(kind) };
    format!("{} {what} gemaakt", grouped(count))
}

/// Many that are about to be made final.
pub fn final_head(count: usize, kind: DocumentKind) -> String {
    let what = if count == 1 { choices::one_document(kind) } else { choices::documents(kind) };
    format!("{} {what}", grouped(count))
}

pub const FINAL_QUESTION: &str = "Elk document krijgt een nummer en komt in het register. Daarna verandert het niet meer. Is er toch een fout, dan kunt u dat document intrekken en een verbeterd document maken.";

/// For whom nothing was made, as it was clear before it began.
pub fn left_out_before(count: usize) -> String {
    let who = if count == 1 { "1 viel" } else { &format!("{} vielen", grouped(count)) };
    format!("{who} vooraf af: daar was geen document voor te maken.")
}

pub fn not_made(count: usize) -> String {
    format!("Niet gemaakt ({})", grouped(count))
}

pub fn still_left(count: usize) -> String {
    let what = counted(count, "document is", "documenten zijn");
    format!("{what} nog niet gemaakt.")
}

/// Of those that would get a number.
pub const NOT_IN_REGISTER: &str = "Wat niet gemaakt is, staat ook niet in het register.";

pub const GO_ON: &str = "Verder met de rest";
pub const AGAIN: &str = "Andere documenten maken";
pub const OPEN_FOLDER: &str = "Map openen";
pub const IN_REGISTER: &str = "Bekijk in het register";

/// The button for one of the files for the printer.
pub fn print_bundle(number: usize, all: usize) -> String {
    if all == 1 {
        "Alles afdrukken".to_owned()
    } else {
        format!("Afdrukken: deel {number} van {all}")
    }
}

pub fn in_folder(folder: &str) -> String {
    format!("In de map {folder}")
}

/// A document that stands in the register while its file could not be put in its place.
pub fn only_registered(number: DocumentNumber) -> String {
    format!(
        "Staat in het register als {number}, maar het bestand kon niet in de map. Open het vanuit het register."
    )
}

pub fn bundle_failed(sentence: &str) -> String {
    format!("Het bestand voor de printer is niet gemaakt. {sentence}")
}

// Closing meanwhile.
pub const LEAVE_TEXT: &str = "Er worden nog documenten gemaakt. Als u nu sluit, stopt dat. Wat al gemaakt is, blijft en staat in het register; de rest wordt niet gemaakt.";

/// The words that a button or link says about whose it is.
pub fn whose(words: &str, name: &str) -> String {
    common::about(words, name)
}
