//! The words about passwords, the recovery code and the lock, in the window.

use crate::texts::window::key;

// A new password.
pub const PASSWORD: &str = "Wachtwoord";
pub const NEW_PASSWORD: &str = "Nieuw wachtwoord";
pub const AGAIN: &str = "Nog een keer";
pub const SHOW: &str = "Laat zien wat u typt";
pub const HIDE: &str = "Verberg wat u typt";
pub const DIFFERS: &str = "Dit is niet hetzelfde als hierboven.";
pub const LONG_ENOUGH: &str = "Lang genoeg.";

/// The rule for a new password.
pub fn rule(least: usize) -> String {
    format!("Minstens {least} tekens. Een zinnetje is goed te onthouden en moeilijk te raden.")
}

/// While it is too short.
pub fn more(count: usize) -> String {
    let characters = if count == 1 { "teken" } else { "tekens" };
    format!("Nog {count} {characters}. Een zinnetje is goed te onthouden en moeilijk te raden.")
}

// A new dossier.
pub const KEEPING: &str = "Beveiliging";
pub const WITH_PASSWORD: &str = "Met een wachtwoord";
pub const WITHOUT_PASSWORD: &str = "Zonder wachtwoord";
pub const OPEN_TO_ALL: &str = "Zonder wachtwoord is het dossier niet versleuteld. Wie bij deze computer of bij het bestand kan, kan alles over uw leerlingen lezen. Ook een dief van de laptop.";
pub const MAKE_OPEN: &str = "Maken zonder wachtwoord";
pub const NEXT: &str = "Verder";

// Coming in.
pub const UNLOCK_TITLE: &str = "Dossier openen";
pub const UNLOCK_HELP: &str =
    "De herstelcode mag ook. Dat is de code op het blad dat op school is bewaard.";
pub const WRONG: &str = "Dit wachtwoord past niet. Let op hoofdletters en probeer het opnieuw.";

/// How long one waits after a wrong password.
pub fn wait(seconds: u64) -> String {
    let unit = if seconds == 1 { "seconde" } else { "seconden" };
    format!("Over {seconds} {unit} kunt u het opnieuw proberen.")
}

// The recovery code.
pub const CODE_TITLE: &str = "Herstelcode";
pub const CODE_TEXT: &str = "Met deze code komt u in het dossier als niemand het wachtwoord meer weet. Zonder wachtwoord en zonder code kan niemand erin.";
pub const CODE_KEEP: &str = "Print het blad, of schrijf de code over. Bewaar het op een veilige plek op school, niet op deze computer.";
pub const PRINT_SHEET: &str = "Blad printen";
pub const SAVE_SHEET: &str = "Blad bewaren…";
pub const ON_PAPER: &str = "De code staat op papier";
pub const TYPE_BACK_TEXT: &str = "Typ de code over van het papier. Zo weten we zeker dat hij goed bewaard is. Pas daarna geldt hij.";
pub const TYPE_BACK: &str = "Herstelcode, overgetypt";
pub const TYPE_BACK_HELP: &str = "Hoofdletters, spaties en streepjes maken niet uit.";
pub const SEE_AGAIN: &str = "Terug naar de code";
pub const CHECK: &str = "Klaar";
pub const WRONG_CODE: &str = "Dit is niet de code. Er is nog niets veranderd. Vergelijk de code met het papier en typ hem opnieuw.";
pub const PREPARING: &str = "De herstelcode wordt gemaakt…";
pub const CHANGING: &str = "De beveiliging wordt aangepast…";
pub const BACK_TO_DOSSIER: &str = "Het dossier wordt weer geopend…";

// The settings.
pub const PART: &str = "Beveiliging";
pub const HAS: &str = "Dit dossier heeft een wachtwoord. Het is versleuteld: zonder wachtwoord of herstelcode kan niemand het lezen.";
pub const HAS_NONE: &str = "Dit dossier heeft geen wachtwoord en is niet versleuteld. Wie bij deze computer of bij het bestand kan, kan alles over uw leerlingen lezen. Ook een dief van de laptop.";
pub const GIVE: &str = "Wachtwoord instellen…";
pub const CHANGE: &str = "Wachtwoord wijzigen…";
pub const NEW_CODE: &str = "Nieuwe herstelcode…";
pub const TAKE: &str = "Wachtwoord weghalen…";
pub const LOCKING: &str = "Vergrendelen";
pub const LOCKING_TEXT: &str = "Als het dossier vergrendeld is, ziet niemand iets van uw leerlingen. Met het wachtwoord gaat u verder waar u was.";
pub const LOCKING_NEEDS_PASSWORD: &str =
    "Vergrendelen kan alleen als het dossier een wachtwoord heeft.";
pub const LOCK_AFTER: &str = "Vergrendelen als u niets doet";
pub const NEVER: &str = "Nooit";

pub fn minutes(minutes: u16) -> String {
    format!("Na {minutes} minuten")
}

pub fn lock_now() -> String {
    format!("Nu vergrendelen ({})", key("L"))
}

// Giving, changing, taking.
pub const GIVE_TITLE: &str = "Wachtwoord instellen";
pub const GIVE_TEXT: &str = "Het dossier wordt versleuteld. U krijgt ook een herstelcode voor op papier. Kopieën en reservekopieën van eerder blijven zonder wachtwoord te lezen.";
pub const CHANGE_TITLE: &str = "Wachtwoord wijzigen";
pub const CHANGE_TEXT: &str = "De herstelcode blijft dezelfde. Reservekopieën van eerder gaan nog open met het oude wachtwoord.";
pub const FORGOTTEN_TEXT: &str = "U hebt het dossier geopend met de herstelcode. Kies nu een nieuw wachtwoord. De herstelcode blijft dezelfde.";
pub const NEW_CODE_TITLE: &str = "Nieuwe herstelcode";
pub const NEW_CODE_TEXT: &str = "U krijgt een nieuwe code. De oude opent het dossier dan niet meer, maar wel reservekopieën van eerder. Het wachtwoord blijft hetzelfde.";
pub const TAKE_TITLE: &str = "Wachtwoord weghalen?";
pub const TAKE_TEXT: &str = "Het dossier is dan niet meer versleuteld. Wie bij deze computer of bij het bestand kan, kan alles over uw leerlingen lezen. Ook een dief van de laptop. De herstelcode geldt dan niet meer.";
pub const PRESENT_PASSWORD: &str = "Wachtwoord van nu";
pub const PRESENT_HELP: &str = "De herstelcode mag ook.";
pub const GIVE_ACT: &str = "Verder";
pub const CHANGE_ACT: &str = "Wijzigen";
pub const TAKE_ACT: &str = "Wachtwoord weghalen";
pub const ONE_MOMENT: &str = "Een ogenblik…";

pub const GIVEN: &str = "Het dossier heeft nu een wachtwoord en is versleuteld.";
pub const CHANGED: &str = "Het wachtwoord is gewijzigd.";
pub const CODE_CHANGED: &str = "De nieuwe herstelcode geldt. De oude kunt u vernietigen.";
pub const TAKEN: &str = "Het wachtwoord is weggehaald. Het dossier is niet meer versleuteld.";

// The lock.
pub const LOCK: &str = "Vergrendelen";
pub const LOCKED_TITLE: &str = "Vergrendeld";
pub const LOCKED_TEXT: &str = "Typ het wachtwoord om verder te gaan waar u was.";
pub const UNLOCK: &str = "Ontgrendelen";
pub const OTHER_DOSSIER: &str = "Ander dossier openen";
pub const STILL_TYPED: &str =
    "U hebt iets getypt dat nog niet past. Dat staat er weer als u ontgrendelt.";
pub const NO_LOCK: &str = "Dit dossier heeft geen wachtwoord. Daarom kan het niet vergrendeld worden. Een wachtwoord stelt u in bij Instellingen, Beveiliging.";
pub const NO_LOCK_NOW: &str =
    "Er worden nog documenten gemaakt. Vergrendelen kan als dat klaar is, of als u het stopt.";
pub const LOCKED_MEANWHILE: &str =
    "Het dossier werd vergrendeld voordat er een plek was gekozen. Er is geen bestand bewaard.";
