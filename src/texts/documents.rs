//! The words of the window about documents: choosing, looking, making, keeping and withdrawing them, and what a school
//! wants of them.

use crate::domain::mbo_verklaring::{Doubt, Duty, NoDuty};
use crate::domain::{DocumentKind, DocumentNumber, Route};
use crate::texts::choices;

// Settings.
pub const SETTINGS: &str = "Documenten";
pub const SETTINGS_PRAKTIJKVERKLARING: &str = "Praktijkverklaring";
pub const SETTINGS_CERTIFICAAT: &str = "Mbo-certificaat";
pub const SETTINGS_ALL_KINDS: &str = "Alle documenten";
pub const SIGNERS: &str = "Ondertekenaars van de examencommissie";
pub const SIGNERS_TEXT: &str = "Zij tekenen het mbo-certificaat en de mbo-verklaring, met de pen. Vink aan wie de documenten tekent die nu gemaakt worden.";
pub const NEW_SIGNER: &str = "Ondertekenaar toevoegen";
pub const SECURE_PAPER: &str = "Certificaat op waardepapier";
pub const SECURE_PAPER_TEXT: &str = "Staat de tekst niet goed op het waardepapier van de school? Verschuif de afdruk. Met een uitlijnblad ziet u hoeveel.";
pub const MAKE_CALIBRATION: &str = "Uitlijnblad maken…";
pub const CALIBRATION_FILE: &str = "uitlijnblad";

// A learner.
pub const GROUP_OPLEIDING: &str = "Opleiding";
pub const OPLEIDING: &str = "Opleiding (kwalificatie)";
pub const KWALIFICATIE_OF_ONDERDEEL: &str = "Kwalificatie van dit onderdeel";
pub const PROGRESS_TEST: &str = "Voortgangstoets";

// The documents of a learner.
pub const DOCUMENTS: &str = "Documenten";
pub const OTHER_DOCUMENTS: &str = "Andere documenten";
pub const READY: &str = "Klaar";
pub const READY_TO_HAND_OUT: &str = "Klaar voor uitreiken?";
pub const CERTIFICATE_HOW: &str = "Mbo-certificaat: voeg eerst een onderdeel toe";
pub const CERTIFICATE_WHERE: &str = "Een mbo-certificaat hoort bij een onderdeel of keuzedeel waaraan een certificaat is verbonden. Voeg dat toe bij Onderdelen.";
pub const SHOW_PAPER: &str = "Voorbeeld tonen";
pub const BACK_TO_FACTS: &str = "Terug naar de gegevens";
pub const NOT_HANDED_OUT: &str = "Dit blad is om over te nemen in het Praktijkloket van SBB. Het krijgt geen nummer en wordt niet uitgereikt.";

/// A kind of document, and what tells it from others.
pub fn kind_about(kind: &str, about: &str) -> String {
    format!("{kind} – {about}")
}

/// How many things are still missing.
pub fn gaps(count: usize) -> String {
    if count == 1 { "Nog 1 ding".to_owned() } else { format!("Nog {count} dingen") }
}

/// A kind, where there is little room.
pub const fn short_kind(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Overneemblad => "Overneemblad",
        DocumentKind::Totaaloverzicht => "Totaaloverzicht",
        DocumentKind::Praktijkverklaring
        | DocumentKind::Certificaat
        | DocumentKind::MboVerklaring => choices::document(kind),
    }
}

/// Where there is little room, of a document that says something else than the dossier.
pub fn issued_but_changed(number: DocumentNumber) -> String {
    format!("{number}, nu anders")
}

pub fn issued_as(number: DocumentNumber) -> String {
    format!("Gemaakt: {number}")
}

/// What is typed to get to where a document of this kind is made.
pub fn make(kind: DocumentKind) -> String {
    format!("{} maken", short_kind(kind))
}

/// Below that, where nobody is named.
pub const FOR_SEVERAL: &str = "Voor meer leerlingen tegelijk";

// Making.
pub const MAKE_FINAL: &str = "Definitief maken…";
pub const MAKE_BETTER: &str = "Verbeterde maken…";
pub const SAVE_CONCEPT: &str = "Concept opslaan…";
pub const SAVE_SHEET: &str = "Opslaan als PDF…";
pub const SAVE_TITLE: &str = "Document bewaren";
pub const NOT_SAVED: &str = "Er is geen plek gekozen. Er is geen bestand bewaard.";
pub const WRONG_FIELD: &str =
    "Het document is niet gemaakt. In een veld staat iets dat niet past. Verbeter dat eerst.";
pub const FINAL_TITLE: &str = "Definitief maken?";
pub const FINAL_TEXT: &str = "Het document krijgt een nummer en komt in het register. Daarna verandert het niet meer. Is het toch fout, dan kunt u het intrekken en een verbeterd document maken.";
pub const FINAL_ACT: &str = "Definitief maken";
pub const MADE_TITLE: &str = "Gemaakt";
pub const SAVE_AS_PDF: &str = "Opslaan als PDF…";

pub const NOT_RIGHT: &str =
    "Is het document fout? Trek het dan in. Daarna kunt u een verbeterd document maken.";

// Of an issued document that says something else than the dossier does now.
pub const CHANGED: &str = "Het dossier zegt nu iets anders.";
pub const CHANGED_THEN: &str = "Op het document";
pub const CHANGED_NOW: &str = "Nu in het dossier";
pub const CHANGED_WHAT_TO_DO: &str = "Was dit al fout toen het document getekend werd? Trek het dan in en maak een verbeterd document. Is het pas later veranderd? Dan hoeft u niets te doen.";

pub fn made_as(number: DocumentNumber) -> String {
    format!("Gemaakt, met nummer {number}.")
}

pub fn would_replace(old: DocumentNumber) -> String {
    format!("Dit document vervangt {old}, dat is ingetrokken.")
}

/// Place and date, before it is made.
pub fn to_be_signed(signed: &str) -> String {
    format!("Te tekenen: {signed}")
}

pub fn made_for(kind: &str, person: &str) -> String {
    format!("{kind} voor {person} staat in het register. Druk het af en laat het tekenen.")
}

pub const ON_SECURE_PAPER: &str = "Leg eerst het waardepapier van de school in de printer.";

pub fn more_sheets(sheets: usize) -> String {
    format!(
        "Dit certificaat past niet op één vel waardepapier: het worden er {sheets}. Kort zo mogelijk iets in."
    )
}

pub fn not_made_without(gap: &str) -> String {
    let mut chars = gap.chars();
    let lower: String =
        chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect());
    format!("Het document is niet gemaakt. Dit ontbreekt nog: {lower}.")
}

pub fn file_there(name: &str) -> String {
    format!(
        "Er is al een bestand met de naam {name}. Het is niet overschreven, en het document is niet bewaard. Kies een andere naam."
    )
}

// The register.
pub const ISSUED: &str = "Gemaakte documenten";
pub const WITHDRAWN: &str = "Ingetrokken";
pub const OPEN: &str = "Openen";
pub const SAVE_ISSUED: &str = "Opslaan als PDF…";
pub const SAVE_DUPLICATE: &str = "Duplicaat opslaan…";
pub const NOT_SHOWN: &str =
    "Er is geen programma gevonden dat een PDF kan tonen. Sla het document op en open het zelf.";
pub const WITHDRAW: &str = "Intrekken…";
pub const WITHDRAW_TITLE: &str = "Intrekken?";
pub const WITHDRAW_TEXT: &str = "Het document blijft in het register staan, als ingetrokken. Dit kan niet ongedaan gemaakt worden. Vraag het papier terug als dat kan.";
pub const WITHDRAW_ACT: &str = "Intrekken";
pub const REASON: &str = "Waarom";
pub const REASON_HELP: &str = "Bijvoorbeeld: de geboortedatum was fout";

pub fn replaced_by(number: DocumentNumber) -> String {
    format!("Vervangen door {number}")
}

pub fn replaces(number: DocumentNumber) -> String {
    format!("Vervangt {number}")
}

pub fn withdrawn_because(reason: &str) -> String {
    if reason.is_empty() { WITHDRAWN.to_owned() } else { format!("{WITHDRAWN}: {reason}") }
}

pub fn withdrawn(number: DocumentNumber) -> String {
    format!("{number} is ingetrokken. U kunt nu een verbeterd document maken.")
}

pub fn signed_on(day: &str) -> String {
    format!("Getekend op {day}")
}

// The mbo-verklaring.
pub const LEAVER: &str = "Gegevens voor de mbo-verklaring";
pub const DEEL_2: &str = "Deel 2: resultaten beroepspraktijkvorming";
pub const DEEL_3: &str = "Deel 3: overige resultaten";
pub const PROGRESS_TESTS: &str = "Voortgangstoetsen";
pub const ADD_PROGRESS_TEST: &str = "Voortgangstoets toevoegen…";
/// The rule (WEB art. 7.4.6a; domain facts 2).
pub const DUTY_RULE: &str = "De school moet een mbo-verklaring geven aan wie is uitgeschreven, jonger is dan 23, geen startkwalificatie heeft, geen diploma of certificaat kreeg en minstens één resultaat heeft. Anderen krijgen hem als zij erom vragen.";

/// What the rule says of this learner.
pub fn duty(duty: Duty, route: Option<Route>) -> String {
    let learner = choices::learner(route);
    let text = match duty {
        Duty::Must => return format!("Deze {learner} moet een mbo-verklaring krijgen."),
        Duty::OnRequest => {
            return format!("Deze {learner} krijgt een mbo-verklaring op verzoek.");
        }
        Duty::Not(NoDuty::OtherRoute) => "Niet verplicht: dit is geen mbo-opleiding.",
        Duty::Not(NoDuty::Enrolled) => {
            return format!("Niet verplicht: deze {learner} is nog niet uitgeschreven.");
        }
        Duty::Not(NoDuty::Diploma) => "Niet verplicht: er is een diploma of certificaat.",
        Duty::Not(NoDuty::NoResult) => "Niet verplicht: er is nog geen resultaat.",
        Duty::Not(NoDuty::Done) => "De mbo-verklaring is al gemaakt.",
        Duty::Unknown(Doubt::Route) => {
            "Vul de route in. Dan is te zien of een mbo-verklaring moet."
        }
        Duty::Unknown(Doubt::Startkwalificatie) => {
            "Vul in of er een startkwalificatie is. Dan is te zien of een mbo-verklaring moet."
        }
        Duty::Unknown(Doubt::Age) => {
            "Vul de geboortedatum in. Dan is te zien of een mbo-verklaring moet."
        }
        Duty::Unknown(Doubt::Insufficient) => {
            "Er zijn alleen onvoldoende resultaten. Of een mbo-verklaring dan moet, staat niet vast."
        }
    };
    text.to_owned()
}
