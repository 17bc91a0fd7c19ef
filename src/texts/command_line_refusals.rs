//! What the command line says when it does not do something: what happened, what it means for the data, what to do now.

use crate::domain::{DocumentKind, FieldError, Input, RecordKind};
use crate::texts::{choices, command_line as words, fields};

pub const SEE_HELP: &str = "praktijkdossier --help laat zien hoe het moet.";

pub fn unknown_command(word: &str) -> String {
    format!("{} is geen opdracht. {SEE_HELP}", quoted(word))
}

pub fn unknown_option(word: &str) -> String {
    let dashes = if word.starts_with('-') { "" } else { "--" };
    format!("{} kan hier niet. {SEE_HELP}", quoted(&format!("{dashes}{word}")))
}

pub fn missing_value(option: &str) -> String {
    format!("Achter {option} hoort nog iets. {SEE_HELP}")
}

pub fn unexpected_value(option: &str) -> String {
    format!("Achter {option} hoort niets. {SEE_HELP}")
}

pub fn twice(option: &str) -> String {
    format!("--{option} staat er twee keer. Laat er één weg.")
}

pub fn too_much(word: &str) -> String {
    format!("{} staat er te veel. {SEE_HELP}", quoted(word))
}

pub const NOT_TEXT: &str = "Een van de woorden is geen leesbare tekst. Typ het opnieuw.";

pub fn no_dossier(command: &str) -> String {
    format!("Achter {command} hoort het bestand van het dossier. {SEE_HELP}")
}

pub fn no_backup(command: &str) -> String {
    format!("Achter {command} hoort het bestand van de reservekopie. {SEE_HELP}")
}

pub fn no_what(all: &str) -> String {
    format!("Zeg ook wat er getoond moet worden: {all}.")
}

pub fn unknown_what(word: &str, all: &str) -> String {
    format!("{} kan niet getoond worden. Kies uit: {all}.", quoted(word))
}

pub fn no_kind(all: &str) -> String {
    format!("Zeg ook wat er gezet moet worden: {all}.")
}

pub fn unknown_kind(word: &str, all: &str) -> String {
    format!("{} kan niet gezet worden. Kies uit: {all}.", quoted(word))
}

pub fn no_document(all: &str) -> String {
    format!("Zeg ook welk document: {all}.")
}

pub fn unknown_document(word: &str, all: &str) -> String {
    format!("{} kan niet gemaakt worden. Kies uit: {all}.", quoted(word))
}

pub const NO_NUMBER: &str = "Zeg ook welk document: het nummer dat erop staat, zoals PV-2026-0001.";

pub fn not_a_number(word: &str) -> String {
    format!("{} is geen nummer van een document. Zo wel: PV-2026-0001.", quoted(word))
}

pub fn no_option(option: &str) -> String {
    format!("--{option} ontbreekt. {SEE_HELP}")
}

pub const LEARNERS_OR_ALL: &str =
    "Kies voor wie: --leerling met een of meer nummers, of --alle. Niet allebei.";

pub fn number(option: &str) -> String {
    format!("Achter --{option} hoort een heel getal dat hier past.")
}

pub fn option_value(option: &str, error: FieldError) -> String {
    format!("--{option}: {}", fields::error(error))
}

pub const MOMENT: &str =
    "Achter --nu hoort een tijdstip van 2000 tot 2100, zoals 2026-03-02T09:00:00Z.";
pub const INPUT_TWICE: &str = "De JSON en het wachtwoord kunnen niet allebei van standaardinvoer komen. Zet een van de twee in een bestand.";
pub const NEW_PASSWORD_MEANT: &str = "Een nieuw dossier heeft nog geen wachtwoord. Gebruik --nieuw-wachtwoord-bestand. Er is niets gemaakt.";
pub const PASSWORDS_FROM_INPUT: &str = "Het oude en het nieuwe wachtwoord kunnen niet allebei van standaardinvoer komen. Zet een van de twee in een bestand.";
pub const TAKE_OR_GIVE: &str = "Het wachtwoord weghalen en tegelijk iets nieuws maken kan niet. Laat --weghalen weg, of gebruik alleen --weghalen.";
pub const NO_NEW_PASSWORD: &str =
    "Zeg ook wat er moet gebeuren: --nieuw-wachtwoord-bestand, --nieuwe-herstelcode of --weghalen.";
pub const NO_SEARCH: &str = "In school valt niets te zoeken. Laat --zoek weg.";

pub const NO_WINDOW: &str = "Er is geen scherm waarop het venster open kan. Er is niets veranderd. \
    Gebruik een opdracht: nieuw, voorbeeld, toon, zet, gereed, maak, opnieuw, trekin, keur, reservekopie, herstel of wachtwoord. praktijkdossier --help legt ze uit.";

pub const INPUT: &str =
    "De standaardinvoer kan niet gelezen worden. Er is niets veranderd. Geef een bestand op.";
pub const EMPTY_PASSWORD: &str = "Er is geen wachtwoord gegeven: de eerste regel is leeg. Er is niets veranderd. Zet het wachtwoord op de eerste regel.";
pub const HAS_NO_PASSWORD: &str = "Dit dossier heeft geen wachtwoord. Er is niets veranderd. Een wachtwoord instellen kan met --nieuw-wachtwoord-bestand.";
pub const PASSWORDS_DIFFER: &str = "De twee keer getypte wachtwoorden zijn niet gelijk. Er is niets veranderd. Probeer het opnieuw.";
pub const WRONG_CODE: &str = "Dit is niet de herstelcode die er staat. Er is niets veranderd, en die code geldt niet. Probeer het opnieuw; je krijgt dan een andere code.";
pub const STRANGE_PASSWORD: &str = "Het wachtwoord is geen gewone tekst van hoogstens 1000 tekens. Er is niets veranderd. Kijk het bestand na.";

pub fn no_such_learner(id: i64) -> String {
    format!(
        "Leerling {id} is er niet. Er is niets gemaakt. De opdracht toon leerlingen laat de nummers zien."
    )
}

pub fn nothing_to_make(kind: DocumentKind) -> String {
    let first = match kind {
        DocumentKind::Praktijkverklaring | DocumentKind::Overneemblad => {
            "Voeg eerst een stage toe."
        }
        DocumentKind::Certificaat => "Voeg eerst een onderdeel toe waarbij een certificaat hoort.",
        DocumentKind::MboVerklaring | DocumentKind::Totaaloverzicht => {
            "Voeg eerst een leerling toe."
        }
    };
    format!(
        "Er is niets om {} van te maken. Er is niets gemaakt. {first}",
        choices::documents(kind)
    )
}

pub fn nothing_made(kind: DocumentKind) -> String {
    format!(
        "Er zijn geen {} gemaakt. In het antwoord staat bij elk waarom; herstel dat en probeer het opnieuw.",
        choices::documents(kind)
    )
}

pub fn halted(why: &str, made: usize, of: usize) -> String {
    if made == 0 {
        return format!(
            "{why} Er is niets gemaakt. Herstel dit en geef dezelfde opdracht nog eens."
        );
    }
    format!(
        "{why} Daardoor is het maken gestopt: {made} van {of} zijn klaar, en de rest is niet uitgegeven. Herstel dit en geef dezelfde opdracht nog eens; wat al is uitgegeven, wordt overgeslagen."
    )
}

pub const NOT_WHOLE: &str =
    "Dit dossier is niet heel. Het is niet veranderd. Bewaar het en open een reservekopie.";
pub const OUTPUT: &str = "Het antwoord kan niet geschreven worden. Is de schijf vol?";
pub const OUR_FAULT: &str =
    "Dit had niet mogen gebeuren. Het dossier is niet veranderd. Meld dit aan de makers.";

/// After each sentence about a document of JSON.
const NOTHING_CHANGED: &str = "Er is niets veranderd.";

pub fn too_large(most: u64) -> String {
    format!(
        "Deze JSON is te groot: hoogstens {} MB. {NOTHING_CHANGED} Verdeel hem in stukken.",
        most / 1024 / 1024
    )
}

pub fn too_deep() -> String {
    format!(
        "In deze JSON zitten te veel lijsten in elkaar. {NOTHING_CHANGED} Geef een object of een lijst van objecten."
    )
}

pub fn not_json(line: usize) -> String {
    format!(
        "Dit is geen goede JSON; op regel {line} gaat het mis. {NOTHING_CHANGED} Verbeter de tekst en probeer het opnieuw."
    )
}

pub fn key_twice(line: usize) -> String {
    format!(
        "Op regel {line} staat een veld twee keer in hetzelfde gegeven. {NOTHING_CHANGED} Laat er één weg."
    )
}

pub fn not_objects() -> String {
    format!(
        "Deze JSON is geen object en geen lijst van objecten. {NOTHING_CHANGED} Zet elk gegeven tussen accolades."
    )
}

/// `Gegeven 2, praktijkopleiders 1, veld email: …`
pub fn at(record: usize, inside: Option<(&str, usize)>, field: Option<&str>, what: &str) -> String {
    let mut out = format!("Gegeven {record}");
    if let Some((list, number)) = inside {
        out.push_str(&format!(", {list} {number}"));
    }
    if let Some(field) = field {
        out.push_str(&format!(", veld {}", short(field)));
    }
    format!("{out}: {what} {NOTHING_CHANGED}")
}

pub const UNKNOWN_FIELD: &str = "Dit veld bestaat niet.";
pub const EXPECTS_TEXT: &str = "Hier hoort tekst, tussen aanhalingstekens.";
pub const EXPECTS_NUMBER: &str = "Hier hoort een heel getal, zonder aanhalingstekens.";
pub const EXPECTS_FLAG: &str = "Hier hoort true of false.";
pub const EXPECTS_LIST: &str = "Hier hoort een lijst, tussen vierkante haken.";
pub const EXPECTS_OBJECT: &str = "Hier hoort een object, tussen accolades.";
pub const ID_TWICE: &str = "Dit id staat twee keer in deze JSON.";
pub const OF_ANOTHER: &str = "Dit hoort bij een ander gegeven dan waar het in staat.";
pub const TWO_LOGOS: &str = "Geef het logo of het bestand van het logo, niet allebei.";
pub const PICTURE_FILE: &str = "Dit bestand kan niet gelezen worden: het is er niet, het mag niet, of het is groter dan 10 MB.";
pub const NOT_A_PICTURE: &str = "Dit bestand is geen PNG of JPEG die te lezen is.";
pub const PICTURE_TOO_LARGE: &str = "Deze afbeelding is te groot: hoogstens 8000 bij 8000 punten.";

pub fn no_such_record(kind: RecordKind, id: i64) -> String {
    format!("{} {id} is er niet.", crate::texts::common::capital(words::kind(kind)))
}

/// What would fit in a field; of a choice all there is to choose.
pub fn field(error: FieldError, input: Input) -> String {
    match (error, input) {
        (FieldError::Choice | FieldError::Niveau, Input::Choice(keys)) => {
            format!("Kies uit: {}.", keys.join(", "))
        }
        (FieldError::Reference, Input::Ref(kind)) => {
            format!("Deze {} is er niet, of past hier niet bij.", choices::record(kind))
        }
        (error, _) => fields::error(error),
    }
}

fn quoted(word: &str) -> String {
    format!("“{}”", short(word))
}

/// What someone typed, without what could upset a screen.
fn short(word: &str) -> String {
    let clean = crate::domain::clean(word).replace('\n', " ");
    if clean.chars().count() > 40 { clean.chars().take(39).chain(['…']).collect() } else { clean }
}
