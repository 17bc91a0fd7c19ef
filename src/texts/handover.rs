//! The words about handing learners over to another dossier, and taking them in.

use crate::domain::RecordKind;
use crate::texts::choices;
use crate::texts::common::counted;

// Giving out.
pub const HAND_OVER: &str = "Overdragen…";
pub const HAND_OVER_TITLE: &str = "Overdragen";
pub const HAND_OVER_ACT: &str = "Kies een plaats…";
pub const WHAT_GOES: &str = "Mee gaan: de gegevens, plaatsingen met leerbedrijf en praktijkopleider, onderdelen met bewijs, toetsen, uitgegeven documenten en notities.";
pub const WHAT_STAYS: &str =
    "Niet mee gaan: de geschiedenis, wat verwijderd is, en uw notities bij een leerbedrijf.";
pub const PASSWORD: &str = "Wachtwoord van de overdracht";
pub const PASSWORD_HELP: &str = "Geef het wachtwoord apart door, liefst per telefoon.";
pub const AFTERWARDS: &str = "Wat gebeurt er hier met de status?";
pub const AFTER_NOTHING: &str = "Die blijft zoals hij is";
pub const AFTER_FINISHED: &str = "Wordt ‘Afgerond’";
pub const AFTER_STOPPED: &str = "Wordt ‘Gestopt’";
pub const PLACE_TITLE: &str = "Overdracht opslaan";
pub const FILES: &str = "Overdracht";
pub const ENDING: &str = "overdracht";
pub const MAKING: &str = "De overdracht wordt gemaakt en nagekeken…";

/// `overdracht-2026-03-02.overdracht`: never with a name.
pub fn file_name(today: &str) -> String {
    format!("overdracht-{today}.{ENDING}")
}

pub fn hand_over(count: usize) -> String {
    format!("Overdragen ({count})…")
}

pub fn people(count: usize) -> String {
    counted(count, choices::record(RecordKind::Learner), choices::records(RecordKind::Learner))
}

pub fn made(count: usize, file: &str) -> String {
    let stand = if count == 1 { "staat" } else { "staan" };
    format!("{} {stand} in {file}. Het bestand is nagekeken.", people(count))
}

// Taking in.
pub const TAKE_IN: &str = "Overnemen…";
pub const TAKE_IN_LONG: &str = "Leerlingen overnemen uit een overdracht…";
pub const TAKE_IN_TITLE: &str = "Leerlingen overnemen";
pub const OPEN_TITLE: &str = "Overdracht openen";
pub const OPEN_HELP: &str = "U krijgt het wachtwoord van wie de overdracht maakte.";
pub const OPEN_ACT: &str = "Bekijken";
pub const OPENING: &str = "De overdracht wordt nagekeken…";
pub const HOW: &str = "Er is nog niets veranderd. Kies per leerling wat u overneemt. Lege velden in de overdracht maken hier niets leeg, en wat alleen hier staat, blijft.";
pub const CANCEL: &str = "Sluiten zonder overnemen";
pub const NOBODY: &str = "Er zit niemand in deze overdracht.";
pub const CHANGED_MEANWHILE: &str = "In dit dossier is intussen iets veranderd. Er is nog niets overgenomen. Kijk de lijst nog een keer na.";
pub const TWICE: &str = "Twee leerlingen uit de overdracht kunnen hier niet dezelfde zijn. Er is niets overgenomen. Kies bij één van beiden iets anders.";

pub const NEW: &str = "Nieuw";
pub const PUT_ASIDE: &str = "Hier verwijderd";
pub const SAME: &str = "Hetzelfde";
pub const CHANGED: &str = "Gewijzigd";
pub const ALIKE: &str = "Lijkt op iemand";

pub const LEAVE: &str = "Niet overnemen";
pub const AS_NEW: &str = "Overnemen als nieuw";
pub const BRING_UP_TO_DATE: &str = "Bijwerken";
pub const NOTHING_NEW: &str = "Alles uit de overdracht staat hier al zo.";
pub const PUT_ASIDE_TEXT: &str =
    "Deze leerling stond hier al en is verwijderd. Overnemen maakt een nieuwe.";

pub fn alike(name: &str, by: &str) -> String {
    format!("Hier staat {name}, met {by}. Is dit dezelfde?")
}

pub const BY_NAME: &str = "dezelfde naam en geboortedatum";
pub const BY_NUMBER: &str = "hetzelfde leerlingnummer";

pub fn same_as(name: &str) -> String {
    format!("Ja: {name} bijwerken")
}

pub const ANOTHER: &str = "Nee: overnemen als nieuw";

pub fn from(school: Option<&str>, made: &str) -> String {
    match school {
        Some(school) => format!("Uit de overdracht van {school}, gemaakt op {made}"),
        None => format!("Uit de overdracht van {made}"),
    }
}

pub fn take(count: usize) -> String {
    match count {
        0 => "Overnemen".to_owned(),
        _ => format!("{} overnemen", people(count)),
    }
}

pub fn taken(count: usize) -> String {
    format!("Overgenomen: {}. Met ‘Ongedaan maken’ gaat dit in één keer terug.", people(count))
}

/// `2 plaatsingen`
pub fn so_many(count: usize, kind: RecordKind) -> String {
    // The number stays with its word.
    counted(count, choices::record(kind), choices::records(kind)).replacen(' ', "\u{a0}", 1)
}

pub fn comes(what: &str) -> String {
    format!("Erbij: {what}")
}

pub fn stays(count: usize) -> String {
    let what = counted(count, "gegeven", "gegevens");
    format!("Alleen hier: {what} die niet in de overdracht staan. Die blijven.")
}

pub fn begeleider_there(name: &str) -> String {
    format!("De begeleider daar was {name}. Die staat hier niet; vul zelf in wie hier begeleidt.")
}

/// `Plaatsing Bakkerij De Korenaar`
pub fn of(kind: &str, name: &str) -> String {
    format!("{kind} {name}")
}

// What was received.
pub const RECEIVED: &str = "Van een andere school";
pub const RECEIVED_TEXT: &str = "Meegekomen met een overdracht; niet in uw register.";

pub fn received_from(school: &str, date: &str) -> String {
    if school.is_empty() { date.to_owned() } else { format!("{school}, {date}") }
}

pub fn withdrawn(date: &str) -> String {
    format!("Ingetrokken op {date}")
}
