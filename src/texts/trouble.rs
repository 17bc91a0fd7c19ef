//! What to say of a dossier that cannot be opened to work in, and of one that lies where others copy it.

use std::path::{Path, PathBuf};

use crate::texts::common::counted;

// Someone has it.
pub const BUSY_TITLE: &str = "Dit dossier is al open";
pub const BUSY_UNKNOWN: &str = "Een ander programma of venster heeft het open.";
pub const BUSY_TEXT: &str =
    "Twee tegelijk kan niet: dan zou werk verloren gaan. Er is niets veranderd.";
pub const BUSY_SHARED: &str =
    "Het dossier staat in een map op het netwerk. Daar is meekijken niet veilig.";
pub const RETRY: &str = "Opnieuw proberen";
pub const RETRY_BUSY_TEXT: &str = "Als het daar gesloten is, gaat het hier open.";
pub const RETRY_TEXT: &str = "Bijvoorbeeld als u iets hebt teruggezet.";
pub const READ: &str = "Alleen lezen openen";
pub const READ_BUSY_TEXT: &str = "U ziet hoe het er nu in staat. Veranderen kan niet.";
pub const READ_MARKED_TEXT: &str = "Bekijken, bewaren en afdrukken kan. Veranderen niet.";
pub const LEAVE: &str = "Terug";

/// Who has it, since when.
pub fn holder(who: &str, computer: &str, since: &str) -> String {
    if computer.is_empty() {
        format!("Het is open bij {who}, sinds {since}.")
    } else {
        format!("Het is open bij {who} op computer {computer}, sinds {since}.")
    }
}

// Not to be written.
pub const MARKED_TITLE: &str = "In dit dossier mag niet geschreven worden";
pub const MARKED_TEXT: &str = "Het bestand of de schijf is beveiligd tegen schrijven. Zet het dossier in een map waarin u mag schrijven om ermee te werken.";

/// Above every page of a dossier in which nothing can be changed.
pub const BANNER_MARKED: &str = "Alleen lezen: in dit bestand mag niet geschreven worden.";

pub fn banner_busy(at: &str) -> String {
    format!("Alleen lezen: zo stond het er om {at}. Het dossier is ergens anders open.")
}

// Damaged.
pub const DAMAGED_TITLE: &str = "Dit dossier is beschadigd";

/// What is the matter with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    Pages,
    Keys,
}

pub const fn what_is_wrong(wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::Pages => {
            "Een deel van het bestand is niet goed te lezen. Dat komt bijvoorbeeld door een kapotte schijf of stick. Het bestand is niet veranderd en blijft zoals het is."
        }
        Wrong::Keys => {
            "Het sleutelbestand (.sleutels) naast het dossier ontbreekt of is beschadigd. Zonder dat bestand kan niemand het dossier lezen. Staat het nog ergens, zet het dan terug naast het dossier. Het dossier zelf is niet veranderd."
        }
    }
}

pub const RESTORE: &str = "Reservekopie terugzetten";
pub const LOOKING: &str = "Er wordt gezocht naar een goede reservekopie…";
pub const NO_BACKUP: &str = "Er is geen goede reservekopie gevonden in de mappen die bekend zijn. Hebt u er ergens anders een, zet die dan terug.";

pub fn newest(made: &str, learners: u64) -> String {
    let learners = usize::try_from(learners).unwrap_or(usize::MAX);
    format!("Van {made}, met {}. Komt ernaast.", counted(learners, "leerling", "leerlingen"))
}

pub const RESCUE: &str = "Redden wat leesbaar is";
pub const RESCUE_TEXT: &str = "In een nieuw dossier, hiernaast. U ziet daarna wat er mist.";
pub const RESCUING: &str = "Wat leesbaar is, wordt gered…";
pub const RESTORING: &str = "De reservekopie wordt teruggezet…";
pub const RESCUED_TITLE: &str = "Gered wat leesbaar is";
pub const OPEN_RESCUED: &str = "Het geredde dossier openen";
pub const OPEN_RESCUED_TEXT: &str = "Vul daarin aan wat er mist. Bewaar het beschadigde ook.";

pub fn rescued_in(path: &str) -> String {
    format!("Het nieuwe dossier is {path}")
}

pub fn rescued_name(dossier: &Path, n: u32) -> PathBuf {
    named(dossier, "gered", n)
}

pub fn restored_name(dossier: &Path, n: u32) -> PathBuf {
    named(dossier, "uit reservekopie", n)
}

pub fn moved_name(dossier: &Path, n: u32) -> PathBuf {
    named(dossier, "verplaatst", n)
}

/// `klas (gered).dossier`, `klas (gered, 2).dossier`.
fn named(dossier: &Path, why: &str, n: u32) -> PathBuf {
    let mut name = dossier.file_stem().unwrap_or_default().to_owned();
    name.push(if n > 1 { format!(" ({why}, {n})") } else { format!(" ({why})") });
    if let Some(ending) = dossier.extension() {
        name.push(".");
        name.push(ending);
    }
    dossier.with_file_name(name)
}

// Where others copy it.
pub const SHARED_TITLE: &str = "Dit dossier staat op een gedeelde plek";

pub fn shared_text(place: &str) -> String {
    format!(
        "Het dossier staat in {place}. Die kopieert of deelt bestanden terwijl u werkt, en kan het dossier zo beschadigen. Zet het liever op deze computer, en maak daar reservekopieën van in {place}."
    )
}

pub const ONEDRIVE: &str = "OneDrive";
pub const DROPBOX: &str = "Dropbox";
pub const GOOGLE_DRIVE: &str = "Google Drive";
pub const ICLOUD: &str = "iCloud";
pub const NEXTCLOUD: &str = "Nextcloud";
pub const NETWORK: &str = "een map op het netwerk";
pub const MOVE: &str = "Op deze computer zetten";
pub const STAY: &str = "Hier laten staan";
pub const MOVE_TEXT: &str =
    "Het dossier wordt gekopieerd en nagekeken. Het oude blijft bewaard onder een andere naam.";
pub const MOVING: &str = "Het dossier wordt op deze computer gezet…";

pub fn moved(kept: &str) -> String {
    format!("Het dossier staat nu op deze computer. Het oude is bewaard als {kept}.")
}

pub const LOOSE: &str = "In dit dossier verwijst iets naar gegevens die er niet meer zijn. Er is niets veranderd. Laat het nakijken met de opdracht keur.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_beside_a_dossier_says_what_it_is() {
        let dossier = Path::new("map/klas.dossier");
        assert_eq!(rescued_name(dossier, 1), Path::new("map/klas (gered).dossier"));
        assert_eq!(restored_name(dossier, 2), Path::new("map/klas (uit reservekopie, 2).dossier"));
        assert_eq!(moved_name(Path::new("klas"), 1), Path::new("klas (verplaatst)"));
    }
}
