//! The words of what was: the trash, forgetting, terms, and who did what.

use crate::domain::RecordKind;
use crate::domain::retention::DataKind;
use crate::texts::choices;
use crate::texts::common::{capital, counted, grouped};

pub const ROOM: &str = "Geschiedenis";
pub const PART_CHANGES: &str = "Wijzigingen";
pub const PART_TRASH: &str = "Prullenbak";
pub const PART_RETENTION: &str = "Bewaartermijn";

// Trash.
pub const TRASH_SEARCH: &str = "Wat, van wie of door wie";
pub const TRASH_NONE: &str = "De prullenbak is leeg";
pub const TRASH_NONE_TEXT: &str =
    "Wat u verwijdert, komt hier. U kunt het terugzetten of voorgoed wissen.";
pub const ALL_KINDS: &str = "Elke soort";
pub const COLUMN_WHAT: &str = "Wat";
pub const COLUMN_WHOSE: &str = "Van wie";
pub const COLUMN_REMOVED: &str = "Verwijderd op";
pub const COLUMN_BY: &str = "Door";
pub const COLUMN_ALONG: &str = "Ging mee";
pub const ONE_REMOVED: &str = "verwijderd gegeven";
pub const MANY_REMOVED: &str = "verwijderde gegevens";
pub const IN_TRASH: &str = "In de prullenbak";
pub const RESTORE: &str = "Terugzetten";
pub const ERASE: &str = "Voorgoed wissen…";
/// What can be read no longer.
pub const UNREADABLE: &str = "Niet te lezen";

pub fn removed_by(moment: &str, who: &str) -> String {
    if who.is_empty() {
        format!("Verwijderd op {moment}.")
    } else {
        format!("Verwijderd op {moment} door {who}.")
    }
}

pub fn along(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => "1 gegeven".to_owned(),
        _ => format!("{} gegevens", grouped(count)),
    }
}

pub fn along_text(count: usize) -> String {
    let what = along(count);
    match count {
        0 => String::new(),
        1 => format!("Er ging {what} mee weg. Dat komt ook terug."),
        _ => format!("Er gingen {what} mee weg. Die komen ook terug."),
    }
}

/// What came back; `others`: how many beside it.
pub fn restored(what: &str, others: usize) -> String {
    match others {
        0 => format!("Teruggezet: {what}."),
        _ => format!("Teruggezet: {what}, met {}.", along(others)),
    }
}

/// As that, where it leaned on something that was in the trash too.
pub fn restored_with(what: &str, others: usize, leaned_on: &str) -> String {
    format!("{} Ook terug, want het hoort erbij: {leaned_on}.", restored(what, others))
}

// Forgetting.
pub const FORGET_TITLE: &str = "Voorgoed wissen?";
pub const FORGET_ACT: &str = "Voorgoed wissen";
pub const GOES: &str = "Dit gaat weg en komt nooit terug:";
pub const STAYS: &str = "Let op";
pub const NO_UNDO: &str = "Ook wat u hiervoor deed, kunt u daarna niet meer ongedaan maken.";
pub const ELSEWHERE: &str =
    "Afgedrukt papier en wat in notities bij anderen staat, blijft bestaan.";
pub const OTHERS_PAPERS: &str = "Op documenten die al zijn uitgegeven, blijft deze naam staan.";
/// To type where there is no name to type.
pub const ERASE_WORD: &str = "wissen";

/// One line for each kind: `2 plaatsingen`.
pub fn records(kind: RecordKind, count: usize) -> String {
    counted(count, choices::record(kind), choices::records(kind))
}

pub fn history_lines(count: usize) -> String {
    match count {
        1 => "wat 1 regel in de geschiedenis ervan zegt".to_owned(),
        _ => format!("wat {} regels in de geschiedenis ervan zeggen", grouped(count)),
    }
}

pub fn documents_go(count: usize) -> String {
    let what = counted(count, "uitgegeven document", "uitgegeven documenten");
    format!("naam, inhoud en bestand van {what}; nummer en datum blijven in het register")
}

pub fn documents_stay(count: usize) -> String {
    match count {
        1 => "1 uitgegeven document blijft in het register, met naam en inhoud. Zo staat het bij Instellingen.".to_owned(),
        _ => format!(
            "{} uitgegeven documenten blijven in het register, met naam en inhoud. Zo staat het bij Instellingen.",
            grouped(count)
        ),
    }
}

/// `since`: the day on which the first of it was entered.
pub fn backups(since: Option<&str>) -> String {
    match since {
        Some(day) => format!(
            "Elke reservekopie van {day} of later, tot vandaag, bevat deze gegevens nog. Gooi oude reservekopieën zelf weg."
        ),
        None => {
            "Elke reservekopie tot vandaag kan deze gegevens nog bevatten. Gooi oude reservekopieën zelf weg.".to_owned()
        }
    }
}

pub fn type_to_confirm(word: &str) -> String {
    format!("Typ om te bevestigen: {word}")
}

pub fn several_learners(count: usize) -> String {
    counted(count, choices::record(RecordKind::Learner), choices::records(RecordKind::Learner))
}

pub fn forgotten(what: &str) -> String {
    format!("{} voorgoed gewist.", capital(what))
}

/// Without a name: that is gone.
pub const ONE_FORGOTTEN: &str = "een leerling is";
pub const RECORD_FORGOTTEN: &str = "dit gegeven is";

pub fn several_forgotten(count: usize) -> String {
    format!("{} zijn", several_learners(count))
}

/// What is left to be done, with the sentence that says why.
pub fn swept_later(why: &str) -> String {
    format!(
        "De gegevens zijn gewist, maar het bestand is nog niet opgeschoond: er kunnen resten in staan. Dat gebeurt vanzelf als u het dossier weer opent. {why}"
    )
}

// Terms.
pub const TERMS: &str = "Hoe lang worden gegevens bewaard?";
pub const TERMS_TEXT: &str = "De termijn begint op de dag waarop een leerling stopt of klaar is. Het programma wist niets uit zichzelf: het doet een voorstel, en u beslist.";
pub const PAPERS: &str = "Uitgegeven documenten";
pub const PAPERS_TEXT: &str = "Als een leerling voorgoed gewist wordt, blijven nummer en datum van elk document in het register. Naam en inhoud gaan weg, tenzij u ze hier bewaart. Hoe lang een mbo-school gegevens over uitgegeven certificaten moet bewaren, vraagt u na bij de school.";
pub const PEOPLE: &str = "Andere mensen";
pub const PEOPLE_TEXT: &str = "Praktijkopleiders, praktijkbegeleiders en ondertekenaars hebben geen vaste termijn. Verwijder wie er niet meer is. In de prullenbak kunt u hen voorgoed wissen, zodra geen leerling meer naar hen verwijst.";
pub const TO_RETENTION: &str = "Naar wie de termijn voorbij is";

/// Where a term comes from (domain facts 8).
pub const fn basis(kind: DataKind) -> &'static str {
    match kind {
        DataKind::Subsidy => {
            "Overeenkomst, aanwezigheid en begeleiding: een werkgever met subsidie bewaart ze 5 jaar na het studiejaar."
        }
        DataKind::Exams => "De inspectie verwacht ze tot anderhalf jaar na het diploma (2014).",
        DataKind::Aftercare => "Wie het praktijkonderwijs verlaat, wordt 2 jaar gevolgd.",
        DataKind::Rest => "Het leerlingdossier: gewoonlijk 2 jaar na vertrek.",
    }
}

pub const fn data_kind(kind: DataKind) -> &'static str {
    match kind {
        DataKind::Subsidy => "bewijs voor subsidie",
        DataKind::Exams => "examens en resultaten",
        DataKind::Aftercare => "nazorg",
        DataKind::Rest => "overige gegevens",
    }
}

pub const RETENTION_SEARCH: &str = "Naam of groep";
pub const RETENTION_NONE: &str = "Nog niemand is klaar of gestopt";
pub const RETENTION_NONE_TEXT: &str = "Hier staat wie klaar of gestopt is, en tot wanneer de gegevens bewaard blijven. Vul daarvoor bij de leerling in op welke dag dat was.";
pub const RETENTION_NOBODY: &str = "Van niemand is de termijn voorbij.";
pub const ALL_TERMS: &str = "Alle die klaar of gestopt zijn";
pub const PAST: &str = "Termijn voorbij";
pub const KEPT: &str = "Nog bewaren";
pub const COLUMN_END: &str = "Klaar of gestopt";
pub const COLUMN_UNTIL: &str = "Bewaren t/m";
pub const COLUMN_WHY: &str = "Waarvoor";
pub const TICK_HELP: &str = "Vink aan wie voorgoed gewist mag worden.";
pub const TICK_ALL: &str = "Allen van wie de termijn voorbij is";

pub fn without_day(count: usize) -> String {
    match count {
        1 => "1 leerling is klaar of gestopt, maar zonder datum. Daarvoor is er geen voorstel."
            .to_owned(),
        _ => format!(
            "{} leerlingen zijn klaar of gestopt, maar zonder datum. Daarvoor is er geen voorstel.",
            grouped(count)
        ),
    }
}

pub fn forget_ticked(count: usize) -> String {
    format!("{} voorgoed wissen…", several_learners(count))
}

pub fn is_ticked(count: usize) -> String {
    format!("{} aangevinkt", grouped(count))
}

/// `examens en resultaten t/m 3-5-2027`.
pub fn kept_to(kind: &str, day: &str) -> String {
    format!("{kind} t/m {day}")
}

pub fn saved(name: &str, folder: &str) -> String {
    format!("Bewaard als {name} in {folder}.")
}

// Changes.
pub const CHANGES_SEARCH: &str = "Naam, of iets dat is ingevuld";
pub const CHANGES_SEARCH_ENTER: &str = "Typ iets en druk op Enter";
pub const COLUMN_WHEN: &str = "Wanneer";
pub const COLUMN_DONE: &str = "Wat gebeurde er";
pub const COLUMN_ABOUT: &str = "Waarover";
pub const PERIOD: &str = "Periode";
pub const ALL_ACCOUNTS: &str = "Iedereen";
pub const ALL_LEARNERS: &str = "Van iedereen";
pub const ONE_CHANGE: &str = "wijziging";
pub const MANY_CHANGES: &str = "wijzigingen";
pub const SAVE_CSV: &str = "Opslaan als CSV…";
pub const CSV_FILES: &str = "CSV, voor een rekenblad";
pub const CSV_FILE: &str = "geschiedenis";
pub const SEARCH_HISTORY: &str = "Zoeken in deze geschiedenis…";
pub const NOTHING_KEPT: &str = "Van deze regel is de inhoud niet (meer) bewaard.";
pub const CSV_HEAD: [&str; 9] =
    ["wanneer", "wie", "wat", "waarover", "van wie", "soort", "veld", "was", "werd"];

// Stretches of time that end today.
pub const ALWAYS: &str = "Alle dagen";
pub const TODAY: &str = "Vandaag";
pub const WEEK: &str = "Laatste 7 dagen";
pub const MONTH: &str = "Laatste 30 dagen";
pub const YEAR: &str = "Laatste jaar";

pub fn only_of(name: &str) -> String {
    format!("Alleen van {name}")
}

pub fn done_by(verb: &str, moment: &str, who: &str) -> String {
    if who.is_empty() {
        format!("{verb} op {moment}.")
    } else {
        format!("{verb} op {moment} door {who}.")
    }
}
pub const LINE: &str = "Wijziging";

/// In a line of the history: what was put aside.
pub fn went(what: &str) -> String {
    format!("{what}, verwijderd")
}
