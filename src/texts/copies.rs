//! The words of backups in the window: making one, making them by themselves, and the way back.

use std::time::Duration;

use crate::texts::backup::size;
use crate::texts::batch;
use crate::texts::common::{counted, grouped};

pub const PART: &str = "Reservekopieën";
pub const NEVER: &str = "Er is nog geen reservekopie van dit dossier.";
pub const NOTHING_YET: &str = "Dit dossier is nog leeg. Er is nog niets om te bewaren.";

pub fn last(moment: &str) -> String {
    format!("Laatste reservekopie: {moment}")
}

pub fn overdue(moment: &str) -> String {
    format!(
        "Laatste reservekopie: {moment}. Dat is langer dan een week geleden, en er is daarna iets veranderd."
    )
}

// In the navigation.
pub const NAV_NEVER: &str = "Nog geen reservekopie";

pub fn nav_last(days: i32) -> String {
    match days {
        ..=0 => "Reservekopie: vandaag".to_owned(),
        1 => "Reservekopie: gisteren".to_owned(),
        days => format!("Reservekopie: {days} dagen"),
    }
}

pub fn nav_making(percent: u32) -> String {
    format!("Reservekopie: {percent} %")
}

// Making one.
pub const MAKE: &str = "Reservekopie maken…";
pub const MAKE_TITLE: &str = "Waar komt de reservekopie?";
pub const MAKE_TEXT: &str = "Een reservekopie is één bestand met alles uit dit dossier: ook de documenten, de geschiedenis en wat is verwijderd. Bewaar er een op een andere plek dan op deze computer.";
pub const SAME_PASSWORD: &str =
    "De reservekopie opent met het wachtwoord van dit dossier, of met de herstelcode.";
pub const FILES: &str = "Reservekopie van Praktijkdossier";
pub const MAKING: &str = "Reservekopie wordt gemaakt…";
pub const CHECKING: &str = "De reservekopie wordt nagekeken…";
pub const STOPPING: &str = "Stopt…";
pub const STOP: &str = "Stoppen";
pub const MADE: &str = "De reservekopie is gemaakt, teruggelezen en nagekeken.";
pub const STOPPED: &str = "Gestopt. Er is geen reservekopie gemaakt.";

pub fn made_where(path: &str, bytes: u64) -> String {
    format!("{path} ({})", size(bytes))
}

pub fn holds(counts: &[String]) -> String {
    format!("Er zit in: {}.", counts.join(", "))
}

pub fn document_count(count: u64) -> String {
    counted(
        usize::try_from(count).unwrap_or(usize::MAX),
        "uitgegeven document",
        "uitgegeven documenten",
    )
}

pub fn time_left(left: Option<Duration>) -> String {
    left.map_or_else(|| batch::STARTING.to_owned(), batch::time_left)
}

// A password of its own.
pub const OWN_TITLE: &str = "Een wachtwoord op de reservekopie?";
pub const OWN_TEXT: &str = "Dit dossier heeft geen wachtwoord. De reservekopie kan er wel een krijgen. Dat is nodig als hij op een USB-stick of een netwerkmap komt.";
pub const WITH_PASSWORD: &str = "Met een wachtwoord";
pub const WITHOUT_PASSWORD: &str = "Zonder wachtwoord";
pub const WITHOUT_TEXT: &str =
    "Wie bij het bestand kan, kan dan alle gegevens van alle leerlingen lezen.";
pub const PASSWORD: &str = "Wachtwoord van de reservekopie";
pub const PASSWORD_HELP: &str =
    "Bewaar het goed: zonder dit wachtwoord kan niemand de reservekopie openen.";
pub const GO_ON: &str = "Verder";

// By themselves.
pub const AUTOMATIC: &str = "Vanzelf";
pub const AUTOMATIC_TEXT: &str = "Kies een map. Het programma maakt daar een reservekopie als u het dossier sluit, en één keer per dag als het open blijft. Alleen als er iets is veranderd. Oude reservekopieën ruimt het zelf op: die van vandaag blijven, daarna één per dag voor een maand, en één per maand voor drie jaar.";
pub const FIRST_FOLDER: &str = "Map kiezen…";
pub const SECOND_FOLDER: &str = "Tweede map kiezen…";
pub const SECOND_TEXT: &str = "Een tweede map mag op een USB-stick of op het netwerk staan. Is die er niet, dan slaat het programma hem over.";
pub const FOLDER_TITLE: &str = "In welke map komen de reservekopieën?";
pub const FOLDER_STOP: &str = "Hier niet meer";
pub const FOLDER_NEVER: &str = "Hier is nog geen reservekopie gemaakt.";
pub const FOLDER_GONE: &str = "Deze map is er nu niet. Hij wordt overgeslagen.";
pub const OPEN_TO_ALL: &str = "Dit dossier heeft geen wachtwoord. Deze reservekopieën dan ook niet: wie bij de map kan, kan alles lezen.";

pub fn folder_last(moment: &str) -> String {
    format!("Hier voor het laatst: {moment}")
}

pub fn automatic_failed(sentence: &str) -> String {
    format!("De reservekopie is niet gemaakt. De oude reservekopieën zijn er nog. {sentence}")
}

// Closing.
pub const CLOSING_TITLE: &str = "Reservekopie wordt gemaakt…";
pub const CLOSING_TEXT: &str = "Daarna sluit het dossier. Alles wat u deed, is al bewaard.";
pub const CLOSE_WITHOUT: &str = "Sluit zonder";

// The way back.
pub const RESTORE: &str = "Reservekopie terugzetten…";
pub const RESTORE_WELCOME_TEXT: &str = "Maak een dossier uit een reservekopie.";
pub const RESTORE_PART: &str = "Terugzetten";
pub const RESTORE_TEXT: &str = "U ziet eerst wat er in de reservekopie zit, naast wat er nu is. Zet u hem terug, dan blijft het dossier van nu ernaast bewaard.";
pub const RESTORE_ASK: &str = "Welke reservekopie?";
pub const RESTORE_TITLE: &str = "Reservekopie terugzetten";
pub const RESTORE_PASSWORD: &str = "Wachtwoord van de reservekopie";
pub const RESTORE_PASSWORD_TEXT: &str =
    "Het wachtwoord van toen hij is gemaakt. De herstelcode van toen past ook.";
pub const LOOKING: &str = "De reservekopie wordt helemaal nagekeken…";
pub const BUILDING: &str = "Het dossier wordt opgebouwd…";
pub const PUTTING: &str = "Reservekopie wordt teruggezet…";
pub const RESTORE_NOW: &str = "Terugzetten";
pub const LOOK: &str = "Kijken";
pub const IN_BACKUP: &str = "In de reservekopie";
pub const OPEN_NOW: &str = "Nu open";
pub const DIFFERENCE: &str = "Verschil";
pub const EQUAL: &str = "gelijk";
pub const MADE_AT: &str = "Gemaakt";
pub const SCHOOL: &str = "School";
pub const NEWEST_CHANGE: &str = "Laatste wijziging";
pub const VERSION: &str = "Versie";
pub const DOCUMENTS: &str = "Uitgegeven documenten";
pub const LINES: &str = "Regels in de geschiedenis";
pub const NONE: &str = "–";
pub const PLACE: &str = "Hier komt het dossier";
pub const PRESENT_STAYS: &str = "Het dossier van nu gaat niet weg. Het blijft ernaast staan, met ‘voor herstel’ en de tijd in de naam.";
pub const OLDER: &str = "De reservekopie is ouder. Wat na die tijd is veranderd, staat er niet in.";
pub const NEWER: &str = "De reservekopie is nieuwer dan het dossier dat nu open is.";
pub const SAME_TIME: &str = "De laatste wijziging is dezelfde als in het dossier dat nu open is.";
pub const OTHER_SCHOOL: &str = "Let op: deze reservekopie is van een andere school.";
pub const BATCH_FIRST: &str =
    "Er worden nog documenten gemaakt. Wacht tot dat klaar is, of stop het eerst.";
pub const BACKUPS_HERE: &str = "Reservekopieën van dit dossier";
pub const NO_BACKUPS_HERE: &str = "In deze mappen is nog geen reservekopie gevonden.";
pub const WITHOUT: &str = "zonder wachtwoord";
pub const CODE_TITLE: &str = "Nieuwe herstelcode";
pub const CODE_TEXT: &str = "Dit dossier heeft nu het wachtwoord van de reservekopie, en deze nieuwe herstelcode. Schrijf hem op en bewaar hem op een veilige plek. Hij staat hier maar één keer.";
pub const CODE_NOTED: &str = "Ik heb hem opgeschreven";

pub fn version(program: &str, schema: u32) -> String {
    format!("{program} (dossier {schema})")
}

pub fn older_version(schema: u32) -> String {
    format!(
        "Deze reservekopie is van een oudere versie ({schema}). Hij wordt bij het terugzetten bijgewerkt."
    )
}

/// How many more or fewer there are in the backup than now.
pub fn difference(backup: u64, now: u64) -> String {
    let count = |n: u64| grouped(usize::try_from(n).unwrap_or(usize::MAX));
    match backup.cmp(&now) {
        std::cmp::Ordering::Equal => EQUAL.to_owned(),
        std::cmp::Ordering::Greater => format!("{} meer dan nu", count(backup - now)),
        std::cmp::Ordering::Less => format!("{} minder dan nu", count(now - backup)),
    }
}

pub fn restored(kept: Option<&str>) -> String {
    match kept {
        Some(kept) => format!(
            "De reservekopie is teruggezet. Het dossier van hiervoor is bewaard als {kept}."
        ),
        None => "De reservekopie is teruggezet.".to_owned(),
    }
}

pub fn found(count: usize) -> String {
    format!("{BACKUPS_HERE} ({})", grouped(count))
}

pub fn and_older(count: usize) -> String {
    counted(count, "oudere staat in de map", "oudere staan in de map")
}

pub fn size_of(bytes: u64) -> String {
    size(bytes)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_difference_says_which_way() {
        assert_eq!(super::difference(5, 5), "gelijk");
        assert_eq!(super::difference(1_012, 0), "1.012 meer dan nu");
        assert_eq!(super::difference(3, 5), "2 minder dan nu");
    }
}
