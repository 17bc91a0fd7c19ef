//! The words of the command line: help, answers, and what to say when something cannot be done.

use crate::domain::RecordKind;
use crate::texts::common::counted;

/// One line about each command, and what it takes. The words themselves are in `command_line`.
const COMMANDS: [(&str, &str, &str); 9] = [
    (
        "nieuw",
        "praktijkdossier nieuw DOSSIER [--nieuw-wachtwoord-bestand PAD]",
        "Maakt een nieuw, leeg dossier.\n\n\
         Met --nieuw-wachtwoord-bestand krijgt het dossier een wachtwoord: de eerste regel van dat\n\
         bestand (- is standaardinvoer). De herstelcode die dan verschijnt, hoort op papier.\n\
         Een bestand dat er al is, wordt nooit overschreven.",
    ),
    (
        "voorbeeld",
        "praktijkdossier voorbeeld DOSSIER [--leerlingen N] [--zaad GETAL] [--nieuw-wachtwoord-bestand PAD]",
        "Maakt een nieuw dossier met verzonnen mensen, leerbedrijven, stages en behaalde onderdelen.\n\n\
         --leerlingen N   hoeveel leerlingen (anders 60)\n\
         --zaad GETAL     hetzelfde getal geeft hetzelfde dossier (anders 1); gebruik dan ook --nu,\n\
         \u{20}                want de datums liggen rond vandaag",
    ),
    (
        "toon",
        "praktijkdossier toon DOSSIER WAT [--zoek TEKST] [--json]",
        "Laat zien wat er in een dossier staat.\n\n\
         WAT is leerlingen, leerbedrijven, stages, onderdelen, catalogus, geschiedenis of school.\n\n\
         --zoek TEKST   alleen waar alle woorden in voorkomen; accenten en hoofdletters tellen niet\n\
         --json         als JSON: id en alle velden, datums als jjjj-mm-dd, leeg als null. Wat zo\n\
         \u{20}              getoond wordt, neemt de opdracht zet terug.",
    ),
    (
        "zet",
        "praktijkdossier zet DOSSIER SOORT [--json BESTAND]",
        "Voegt gegevens toe of verandert ze, uit JSON. Alles of niets.\n\n\
         SOORT is leerling, leerbedrijf, stage, onderdeel of school. De JSON is één object of een\n\
         lijst. Met een id verandert dat gegeven, zonder id komt er een bij. Alleen velden die er\n\
         staan, veranderen; null maakt een veld leeg.\n\n\
         --json BESTAND   lees dit bestand en antwoord in JSON; - of weglaten is standaardinvoer\n\n\
         Een leerbedrijf mag lijsten praktijkopleiders en erkenningen hebben, een onderdeel een lijst\n\
         bewijs, de school een lijst praktijkbegeleiders. Een logo kan met logo-bestand of\n\
         branchelogo-bestand: het pad van een PNG of JPEG. Met een crebo (en een code) vult de\n\
         catalogus de namen en titels in die niet gegeven zijn.",
    ),
    (
        "gereed",
        "praktijkdossier gereed DOSSIER [praktijkverklaring] [--json]",
        "Zegt per stage of de praktijkverklaring gemaakt kan worden, en anders welk veld ontbreekt.",
    ),
    (
        "maak",
        "praktijkdossier maak DOSSIER praktijkverklaring (--leerling ID… | --alle) --plaats PLAATS --datum DATUM --naar MAP [--concept] [--json]",
        "Maakt een PDF van elke stage die klaar is voor een praktijkverklaring.\n\n\
         --leerling ID…   van deze leerlingen\n\
         --alle           van alle leerlingen\n\
         --plaats PLAATS  waar getekend wordt\n\
         --datum DATUM    wanneer: jjjj-mm-dd of dd-mm-jjjj\n\
         --naar MAP       waar de bestanden komen: praktijkverklaring-LEERLING-STAGE.pdf. Een bestand\n\
         \u{20}                dat er al is, wordt niet overschreven.\n\
         --concept        met het woord CONCEPT erop",
    ),
    (
        "keur",
        "praktijkdossier keur BESTAND [--json]",
        "Kijkt of een dossier of reservekopie heel is en zegt wat erin zit. Verandert niets.",
    ),
    (
        "reservekopie",
        "praktijkdossier reservekopie DOSSIER --naar BESTAND [--nieuw-wachtwoord-bestand PAD]",
        "Maakt een reservekopie van een dossier, en kijkt die na.\n\n\
         --naar BESTAND   waar hij komt. Een bestand dat er al is, wordt nooit overschreven.\n\n\
         De reservekopie opent met het wachtwoord of de herstelcode van het dossier. Met\n\
         --nieuw-wachtwoord-bestand krijgt hij een eigen wachtwoord: de eerste regel van dat bestand.\n\
         Van een dossier zonder wachtwoord is de reservekopie anders voor iedereen te lezen.",
    ),
    (
        "herstel",
        "praktijkdossier herstel BESTAND --naar DOSSIER",
        "Maakt weer een dossier van een reservekopie.\n\n\
         --naar DOSSIER   waar het komt. Een dossier dat er al is, wordt bewaard onder een andere naam\n\
         \u{20}                ernaast, en pas nadat de hele reservekopie is nagekeken.\n\n\
         Het dossier krijgt het wachtwoord dat het had. Had de reservekopie een eigen wachtwoord, dan\n\
         krijgt een dossier met een wachtwoord dat, en een nieuwe herstelcode.",
    ),
];

const HEAD: &str = "Praktijkdossier: leerlingen, stages en behaalde werkprocessen, en de praktijkverklaring daarvan.";

const COMMON: &str = "\
Bij elke opdracht:
  --wachtwoord-bestand PAD   het wachtwoord van het dossier: de eerste regel van dit bestand;
                             - is standaardinvoer. Anders wordt het gevraagd.
  --nu TIJDSTIP              zet de klok, zoals 2026-03-02T09:00:00Z
  --help                     deze uitleg, of die van een opdracht
  --version                  de versie

Zonder opdracht gaat het venster open. Een opdracht eindigt met 0 (gedaan), 1 (geweigerd, met een
zin die zegt waarom; dan is er niets veranderd) of 2 (verkeerd gebruikt).";

/// The help of the program, or of one command.
pub fn help(command: Option<&str>) -> String {
    let known = COMMANDS.iter().find(|(word, _, _)| Some(*word) == command);
    if let Some((_, use_of, about)) = known {
        return format!("{use_of}\n\n{about}");
    }
    let mut out = format!("{HEAD}\n\n  praktijkdossier [DOSSIER]\n      Opent het venster.\n");
    for (_, use_of, about) in COMMANDS {
        let first = about.lines().next().unwrap_or_default();
        out.push_str(&format!("  {use_of}\n      {first}\n"));
    }
    format!("{out}\n{COMMON}")
}

pub fn version(number: &str) -> String {
    format!("Praktijkdossier {number}")
}

pub const ASK_PASSWORD: &str = "Wachtwoord (wat je typt is zichtbaar): ";
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
        "keep-picture" => "logo bewaard",
        "set-logo" => "logo gezet",
        "choose" => "gekozen uit de catalogus",
        "set-from-json" => "gezet uit JSON",
        "example" => "voorbeeld gemaakt",
        "undo" => "ongedaan gemaakt",
        "redo" => "opnieuw gedaan",
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

/// `Stage 3: Vries, Anna de, bij Bakkerij Het Lam (crebo 25180)`; what is not known is left out.
pub fn traineeship(id: i64, learner: &str, leerbedrijf: &str, crebo: &str) -> String {
    let mut out = format!("Stage {id}: {learner}");
    if !leerbedrijf.is_empty() {
        out.push_str(&format!(", bij {leerbedrijf}"));
    }
    if !crebo.is_empty() {
        out.push_str(&format!(" (crebo {crebo})"));
    }
    out
}

pub fn with_state(heading: &str, ready: bool) -> String {
    if ready { format!("{heading}: klaar") } else { format!("{heading}: nog niet klaar") }
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

pub fn ready_count(ready: usize, all: usize) -> String {
    format!("Klaar voor een praktijkverklaring: {ready} van {}.", counted(all, "stage", "stages"))
}

/// Before the name of a file that is a concept.
pub const CONCEPT_FILE: &str = "concept-";

pub fn file_made(heading: &str, path: &str) -> String {
    format!("{heading}: {path}")
}

pub fn not_made(heading: &str, why: &str) -> String {
    format!("{heading}: niet gemaakt. {why}")
}

pub const NOT_COMPLETE: &str = "Er ontbreken gegevens.";

pub fn file_already_there(path: &str) -> String {
    format!("{path} bestaat al en is niet overschreven. Haal het weg of kies een andere map.")
}

pub fn made_count(made: usize, all: usize) -> String {
    format!("Gemaakt: {made} van {}.", counted(all, "praktijkverklaring", "praktijkverklaringen"))
}

pub const ENCRYPTED: &str = "Dit dossier heeft een wachtwoord.";
pub const NOT_ENCRYPTED: &str = "Dit dossier heeft geen wachtwoord.";
pub const JOURNAL_LINES: &str = "Regels in de geschiedenis";
pub const WHOLE: &str = "Het dossier is heel.";

pub fn damage(line: &str) -> String {
    format!("Schade: {line}")
}

pub fn loose_references(count: u64) -> String {
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    format!("{} naar iets dat er niet is.", counted(count, "regel verwijst", "regels verwijzen"))
}

pub fn bad_row(kind: RecordKind, id: i64, field: &str) -> String {
    format!("Niet te lezen: {}, {field}", numbered(kind, id))
}
