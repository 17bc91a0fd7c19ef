//! The words of the window: its frame, its rooms, its dialogs.

use std::path::Path;

use crate::domain::Route;
use crate::texts::choices;
use crate::texts::common::capital;

pub const PROGRAM: &str = "Praktijkdossier";

pub fn window_title(path: &Path) -> String {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    format!("{name} – {PROGRAM}")
}

// Files.
pub const DOSSIER_FILES: &str = "Praktijkdossier";
pub const PDF_FILES: &str = "PDF";
pub const PICTURE_FILES: &str = "Afbeelding (PNG of JPEG)";
pub const DOSSIER_FILE_NAME: &str = "school";
pub const EXAMPLE_FILE_NAME: &str = "voorbeeld";
pub const OPEN_TITLE: &str = "Dossier openen";
pub const NEW_PLACE_TITLE: &str = "Waar komt het nieuwe dossier?";
pub const LOGO_TITLE: &str = "Logo kiezen";
pub const NO_DATA_FOLDER: &str = "Er is geen map gevonden voor het voorbeeld. Er is niets gemaakt. Maak zelf een nieuw dossier op een plek die u kiest.";
pub const OPENING: &str = "Dossier wordt geopend…";
pub const MAKING: &str = "Dossier wordt gemaakt…";

// Welcome.
pub const WELCOME: &str = "Welkom bij Praktijkdossier";
pub const WELCOME_TEXT: &str = "Houd leerlingen, stages en behaalde werkprocessen bij, en maak er de praktijkverklaring van. Alles blijft op deze computer.";
pub const NEW_DOSSIER: &str = "Nieuw dossier";
pub const NEW_DOSSIER_TEXT: &str = "Begin met een leeg dossier voor uw school.";
pub const OPEN_DOSSIER: &str = "Dossier openen";
pub const OPEN_DOSSIER_TEXT: &str = "Kies een dossier dat er al is.";
pub const TRY_EXAMPLE: &str = "Probeer met voorbeeldgegevens";
pub const TRY_EXAMPLE_TEXT: &str = "Kijk rond met verzonnen leerlingen en leerbedrijven.";
pub const RECENT: &str = "Eerder geopend";
pub const SCHOOL_NAME: &str = "Naam van de school";
pub const SCHOOL_NAME_HELP: &str = "Zoals in BRIN. U kunt dit later ook invullen.";
pub const FILE_PLACE: &str = "Bestand";
pub const OTHER_PLACE: &str = "Andere plek…";
pub const OPEN: &str = "Openen";

// Frame.
pub const LEARNERS: &str = "Leerlingen";
pub const LEERBEDRIJVEN: &str = "Leerbedrijven";
pub const CATALOGUE: &str = "Catalogus";
pub const SETTINGS: &str = "Instellingen";
pub const UNDO: &str = "Ongedaan maken";
pub const REDO: &str = "Opnieuw doen";
pub const PALETTE: &str = "Ga naar of doe…";
pub const PALETTE_HINT: &str = "Typ een naam, een code of wat u wilt doen";
pub const LIGHT: &str = "Licht scherm";
pub const DARK: &str = "Donker scherm";
pub const CLOSE_DOSSIER: &str = "Dossier sluiten";

pub const KEY_UNDO: &str = "Z";
pub const KEY_REDO: &str = "Shift+Z";

/// Keys to press together, as this computer names them.
pub fn key(with: &str) -> String {
    if cfg!(target_os = "macos") { format!("⌘{with}") } else { format!("Ctrl+{with}") }
}

pub fn undone(what: &str) -> String {
    format!("Ongedaan gemaakt: de laatste wijziging ({what}).")
}

pub fn redone(what: &str) -> String {
    format!("Opnieuw gedaan: de wijziging ({what}).")
}

// Lists.
pub const SEARCH: &str = "Zoeken";
pub const SEARCH_LEARNERS: &str = "Naam, groep of nummer";
pub const SEARCH_LEERBEDRIJVEN: &str = "Naam, plaats, leerbedrijf-ID of KvK";
pub const NEW_LEARNER: &str = "Nieuwe leerling";
pub const NEW_LEERBEDRIJF: &str = "Nieuw leerbedrijf";
pub const FIRST_LEARNER: &str = "Eerste leerling toevoegen";
pub const FIRST_LEERBEDRIJF: &str = "Eerste leerbedrijf toevoegen";
pub const NO_LEARNERS: &str = "Nog geen leerlingen";
pub const NO_LEARNERS_TEXT: &str = "Hier komen de leerlingen die u begeleidt. Voeg de eerste toe; meer dan een naam is niet nodig om te beginnen.";
pub const NO_LEERBEDRIJVEN: &str = "Nog geen leerbedrijven";
pub const NO_LEERBEDRIJVEN_TEXT: &str = "Hier komen de bedrijven waar uw leerlingen in de praktijk leren, met hun praktijkopleiders en erkenningen.";
pub const ALL_GROUPS: &str = "Alle groepen";
pub const ALL_ROUTES: &str = "Alle routes";
pub const ALL_DOELGROEPEN: &str = "Alle doelgroepen";
pub const ALL_BEGELEIDERS: &str = "Alle begeleiders (school)";
pub const ALL_STATUSES: &str = "Elke status";
pub const COLUMN_NAME: &str = "Naam";
pub const COLUMN_GROUP: &str = "Groep";
pub const COLUMN_NUMBER: &str = "Nummer";
pub const COLUMN_ROUTE: &str = "Route";
pub const COLUMN_BEGELEIDER: &str = "Begeleider (school)";
pub const COLUMN_STATUS: &str = "Status";
pub const COLUMN_PLACE: &str = "Vestigingsplaats";
pub const COLUMN_LEERBEDRIJF_ID: &str = "Leerbedrijf-ID";
pub const COLUMN_KVK: &str = "KvK-nummer";
pub const COLUMN_CODE: &str = "Code";
pub const COLUMN_TITLE: &str = "Titel";
pub const COLUMN_KIND: &str = "Soort";
pub const COLUMN_BELONGS_TO: &str = "Hoort bij";
pub const COLUMN_REMARK: &str = "Let op";

/// `12 van 60`, or only how many there are.
pub fn shown_of(shown: &str, all: &str, everything: bool) -> String {
    if everything { all.to_owned() } else { format!("{shown} van {all}") }
}

// A learner.
pub const PART_FACTS: &str = "Gegevens";
pub const PART_TRAINEESHIPS: &str = "Plaatsingen";
pub const PART_COMPONENTS: &str = "Onderdelen";
pub const PART_DOCUMENTS: &str = "Documenten";
pub const PART_HISTORY: &str = "Geschiedenis";
pub const GROUP_NAME: &str = "Naam";
pub const GROUP_BIRTH: &str = "Geboren";
pub const GROUP_SCHOOL: &str = "Op school";
pub const GROUP_CONTACT: &str = "Bereikbaar op school, en notitie";

/// Above the page of a learner without a name.
pub fn new_learner(route: Option<Route>) -> String {
    format!("Nieuwe {}", choices::learner(route))
}

pub fn remove_learner(route: Option<Route>) -> String {
    format!("{} verwijderen…", capital(choices::learner(route)))
}

pub fn name_on_paper(name: &str) -> String {
    format!("Op papier: {name}")
}

pub fn ready(count: usize) -> String {
    if count == 1 {
        "Klaar voor de praktijkverklaring".to_owned()
    } else {
        format!("Klaar voor {count} praktijkverklaringen")
    }
}

pub const NO_TRAINEESHIP_YET: &str =
    "Voor een praktijkverklaring is eerst een plaatsing bij een leerbedrijf nodig.";

pub fn missing_count(count: usize, leerbedrijf: &str) -> String {
    let what = if count == 1 {
        "Nog 1 ding nodig".to_owned()
    } else {
        format!("Nog {count} dingen nodig")
    };
    if leerbedrijf.is_empty() {
        format!("{what} voor de praktijkverklaring:")
    } else {
        format!("{what} voor de praktijkverklaring bij {leerbedrijf}:")
    }
}

// Traineeships.
pub const NEW_TRAINEESHIP: &str = "Nieuwe plaatsing…";
pub const NO_TRAINEESHIPS: &str = "Nog geen plaatsing";

pub fn no_traineeships_text(route: Option<Route>) -> String {
    let learner = choices::learner(route);
    format!(
        "Kies het leerbedrijf waar deze {learner} leert. Daarna vult u de kwalificatie, de periode en de uren in."
    )
}

pub const KWALIFICATIE: &str = "Kwalificatie";
pub const CHOOSE_KWALIFICATIE: &str = "Kwalificatie kiezen…";
pub const TO_LEERBEDRIJF: &str = "Naar het leerbedrijf";
pub const NEW_PRAKTIJKOPLEIDER: &str = "Praktijkopleider (leerbedrijf) toevoegen";
pub const GROUP_AGREEMENT: &str = "Overeenkomst";
pub const GROUP_PERIOD: &str = "Periode en uren";
pub const REMOVE_TRAINEESHIP: &str = "Plaatsing verwijderen…";
pub const NO_LEERBEDRIJF_NAME: &str = "Leerbedrijf zonder naam";

// Components.
pub const CHOOSE_WERKPROCESSEN: &str = "Werkprocessen kiezen…";
pub const EXTRA_WERKPROCESSEN: &str = "Extra: andere kwalificatie…";
pub const OWN_WERKPROCES: &str = "Zelf invoeren…";
pub const OWN_WERKPROCES_TITLE: &str = "Werkproces zelf invoeren";
pub const EXTRA: &str = "Extra";
pub const NO_COMPONENTS: &str = "Nog geen onderdelen";

pub fn no_components_text(route: Option<Route>) -> String {
    let learner = choices::learner(route);
    format!(
        "Voor werkprocessen is eerst een plaatsing nodig. Kies daarna de werkprocessen die de {learner} daar leert. Een keuzedeel of een onderdeel met certificaat kan ook zonder plaatsing."
    )
}

pub const NO_WERKPROCESSEN: &str = "Nog geen werkprocessen gekozen voor deze plaatsing.";
pub const KWALIFICATIE_FIRST: &str = "Kies eerst bij Plaatsingen de kwalificatie.";
pub const OTHER_RESULTS: &str = "Andere onderdelen met een resultaat";
pub const OTHER_RESULTS_TEXT: &str = "Keuzedelen, kerntaken, onderdelen met certificaat en generieke onderdelen. Ze staan niet op de praktijkverklaring.";
pub const ADD_COMPONENT: &str = "Onderdeel toevoegen…";
pub const COMPONENT_PICK: &str = "Onderdeel kiezen";
pub const COMPONENT_PICK_HINT: &str = "Code of titel van een keuzedeel, kerntaak of certificaat";
pub const GENERIC: &str = "Generiek examenonderdeel";
pub const ADD_EVIDENCE: &str = "Bewijsnotitie…";
pub const EVIDENCE_TITLE: &str = "Bewijsnotitie";
pub const CORRECT_COMPONENT: &str = "Onderdeel verbeteren";
pub const CORRECT_COMPONENT_TITLE: &str = "Onderdeel verbeteren";
pub const REMOVE_COMPONENT: &str = "Onderdeel verwijderen";
pub const REMOVE_EVIDENCE: &str = "Bewijsnotitie verwijderen";
pub const ESTABLISHED_ON: &str = "Vastgesteld op";
pub const ESTABLISHED_BY: &str = "door";

/// The generic exam components (domain facts 0.2).
pub const GENERIC_COMPONENTS: [&str; 6] =
    ["Nederlandse taal", "Rekenen", "Engels", "Loopbaan", "Burgerschap", "Loopbaan en burgerschap"];

pub fn werkprocessen_chosen(count: usize) -> String {
    if count == 1 {
        "1 werkproces toevoegen".to_owned()
    } else {
        format!("{count} werkprocessen toevoegen")
    }
}

pub const ALL_OF_KERNTAAK: &str = "Alle";
pub const ALREADY_CHOSEN: &str = "al gekozen";

// Documents.
pub const SIGNING: &str = "Ondertekening";
pub const SIGNING_PLACE: &str = "Plaats van ondertekening";
pub const SIGNING_DATE: &str = "Datum van ondertekening";
pub const BLOCKS: &str = "Dit ontbreekt nog";
pub const WARNS: &str = "Kijk hier nog naar";
pub const ALL_THERE: &str = "Alles is ingevuld.";
pub const NO_DOCUMENTS: &str = "Nog geen documenten";
pub const NO_DOCUMENTS_TEXT: &str =
    "Een praktijkverklaring hoort bij een plaatsing. Maak eerst een plaatsing bij een leerbedrijf.";

pub fn paper_saved(name: &str, folder: &str) -> String {
    format!("Bewaard als {name} in {folder}. Het bestand wordt geopend.")
}

pub fn paper_saved_not_shown(name: &str, folder: &str) -> String {
    format!(
        "Bewaard als {name} in {folder}. Er is geen programma gevonden dat het kan tonen. Open het bestand zelf."
    )
}

// History.
pub const NO_HISTORY: &str = "Nog geen wijzigingen";
pub const NO_HISTORY_TEXT: &str = "Hier staat wie wat wanneer heeft veranderd.";
pub const EMPTY_VALUE: &str = "leeg";
/// Below a history that goes further back.
pub fn last_changes(count: usize) -> String {
    format!("De laatste {count} wijzigingen.")
}

pub fn changed(before: &str, after: &str) -> String {
    format!("{before} → {after}")
}

pub fn verb(verb: &str) -> &'static str {
    match verb {
        "add" => "Toegevoegd",
        "edit" => "Gewijzigd",
        "remove" => "Verwijderd",
        "restore" => "Teruggezet",
        "forget" => "Voorgoed gewist",
        "set-logo" => "Logo gekozen",
        "choose" => "Gekozen",
        "hand-over" => "Overgedragen",
        "take-in" => "Overgenomen uit een overdracht",
        "set-from-json" => "Overgenomen uit een bestand",
        "example" => "Voorbeeldgegevens gemaakt",
        "undo" => "Ongedaan gemaakt",
        "redo" => "Opnieuw gedaan",
        "issue" => "Document uitgegeven",
        "withdraw" => "Document ingetrokken",
        "rescue" => "Gered uit een beschadigd dossier",
        _ => "Veranderd",
    }
}

// A leerbedrijf.
pub const GROUP_REGISTERED: &str = "Zoals bij SBB geregistreerd";
pub const GROUP_REACH: &str = "Adres en bereikbaarheid";
pub const GROUP_LOGOS: &str = "Logo's op de praktijkverklaring";
pub const PRAKTIJKOPLEIDERS: &str = "Praktijkopleiders (leerbedrijf)";
pub const NO_PRAKTIJKOPLEIDERS: &str =
    "Nog geen praktijkopleider. Die stelt vast wat een leerling kan, en tekent.";
pub const ERKENNINGEN: &str = "Erkenningen";
pub const NO_ERKENNINGEN: &str =
    "Nog geen erkenning. SBB erkent een leerbedrijf per kwalificatie, voor een aantal jaren.";
pub const ENDS_BEFORE_START: &str = "einde ligt voor het begin";
pub const LEERBEDRIJF_IN_USE: &str =
    "Dit leerbedrijf kan niet weg zolang er plaatsingen zijn. Verwijder eerst die plaatsingen.";
pub const NEW_ERKENNING: &str = "Erkenning toevoegen…";
pub const EXPIRED: &str = "verlopen";
pub const EXPIRES_SOON: &str = "verloopt binnenkort";
pub const TRAINEESHIPS_HERE: &str = "Plaatsingen bij dit leerbedrijf";
pub const NO_TRAINEESHIPS_HERE: &str = "Nog geen plaatsingen.";
pub const REMOVE_LEERBEDRIJF: &str = "Leerbedrijf verwijderen…";
pub const REMOVE: &str = "Verwijderen";
pub const CHOOSE_LOGO: &str = "Logo kiezen…";
pub const REMOVE_LOGO: &str = "Logo weghalen";
pub const NO_LOGO: &str = "Nog geen logo";
pub const BRANCHE_SENTENCE: &str = "Bij dit logo komt een vaste zin over de steun van de branche.";
pub const LEERBEDRIJF_PICK: &str = "Leerbedrijf kiezen";
pub const MAKE_LEERBEDRIJF: &str = "Nieuw leerbedrijf maken";

pub fn make_leerbedrijf(name: &str) -> String {
    format!("Nieuw leerbedrijf: {name}")
}

// Leaving.
pub const LEAVE_TITLE: &str = "Toch sluiten?";
pub const LEAVE_TEXT: &str = "Er staat nog iets dat niet past of niet bewaard is. Als u nu sluit, gaat dat weg. Al het andere is bewaard.";
pub const LEAVE: &str = "Toch sluiten";

// Removing.
pub fn traineeship_at(leerbedrijf: &str) -> String {
    format!("De plaatsing bij {leerbedrijf}")
}

pub const REMOVE_TITLE: &str = "Verwijderen?";
pub const REMOVE_TEXT: &str = "U vindt het terug in de prullenbak, bij Geschiedenis.";

pub fn removed(what: &str) -> String {
    format!(
        "Verwijderd: {what}. Het ligt in de prullenbak; met {} komt het meteen terug.",
        key(KEY_UNDO)
    )
}

pub fn remove_what(what: &str) -> String {
    format!("{what} gaat weg, met alles wat erbij hoort.")
}

// Catalogue.
pub const SEARCH_CATALOGUE: &str = "Code of titel";
pub const CATALOGUE_ALL: &str = "Alles";
pub const CATALOGUE_TREE: &str = "Per dossier";
pub const CATALOGUE_OWN: &str = "Eigen invoer";
pub const ADD_ENTRY: &str = "Zelf toevoegen…";
pub const ADD_ENTRY_TITLE: &str = "Regel toevoegen aan de catalogus";
pub const CORRECT_ENTRY: &str = "Verbeteren…";
pub const CORRECT_ENTRY_TITLE: &str = "Regel van de catalogus verbeteren";
pub const REMOVE_ENTRY: &str = "Eigen invoer verwijderen…";
pub const PICK_ENTRY: &str = "Kies een regel om meer te zien.";
pub const SOURCE: &str = "Bron";
pub const STATUS: &str = "Geldigheid";
pub const DOSSIER: &str = "Kwalificatiedossier";
pub const KWALIFICATIES: &str = "Kwalificaties";
pub const SECTORKAMER: &str = "Sectorkamer";
pub const KERNTAKEN: &str = "Kerntaken en werkprocessen";

pub fn edition(name: &str) -> String {
    format!("Editie: {name}")
}

// Settings.
pub const SCHOOL: &str = "School";
pub const BEGELEIDERS: &str = "Praktijkbegeleiders (school)";
pub const NO_BEGELEIDERS: &str = "Nog geen praktijkbegeleiders. Voeg uzelf en uw collega's toe.";
pub const NEW_BEGELEIDER: &str = "Praktijkbegeleider (school) toevoegen";
pub const LOOK: &str = "Scherm";
pub const LOOK_TEXT: &str =
    "Groter of kleiner: Ctrl en + of -. Met Ctrl en 0 is alles weer gewoon.";
pub const FILE: &str = "Dossier";
pub const PART_SCHOOL: &str = "School";
pub const PART_RETENTION: &str = "Bewaren";
pub const PART_DOSSIER: &str = "Dossier en scherm";

// Dialogs.
pub const KWALIFICATIE_PICK: &str = "Kwalificatie kiezen";
pub const KWALIFICATIE_PICK_HINT: &str = "Crebo-code of naam, zoals 25180 of kok";
pub const WERKPROCESSEN_PICK: &str = "Werkprocessen kiezen";
pub const WERKPROCESSEN_PICK_HINT: &str = "Code of titel";
pub const SAVE: &str = "Bewaren";

/// Of a dossier that could not be reached for a while.
pub const BACK_KEPT: &str = "Het dossier is er weer. De laatste wijziging staat erin.";
pub const BACK_NOT_KEPT: &str =
    "Het dossier is er weer. De laatste wijziging stond er nog niet in.";
