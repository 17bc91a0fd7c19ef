//! What was saved of a damaged dossier, and what was not: each loss is named.

use crate::texts::common::{capital, counted, grouped};

/// What is told of one kind of thing.
pub struct Part<'a> {
    /// In the plural: `leerlingen`.
    pub what: &'a str,
    pub from_history: &'a [i64],
    pub doubtful: &'a [i64],
    pub lost: &'a [i64],
    pub nameless: u64,
    pub holes: &'a [(Option<i64>, Option<i64>)],
    pub loosened: &'a [i64],
    pub blank: &'a [i64],
}

pub const PICTURES: &str = "logo's";
pub const HISTORY: &str = "regels geschiedenis";
pub const IMAGES: &str = "beelden in de geschiedenis";
pub const DOCUMENTS: &str = "uitgegeven documenten";
pub const DOCUMENT_FILES: &str = "bestanden van documenten";
pub const WITHDRAWALS: &str = "intrekkingen";
pub const MARKS: &str = "kenmerken van wat is overgedragen";
pub const RECEIVED_FILES: &str = "bestanden van ontvangen documenten";

pub const HEAD: [&str; 4] = ["Soort", "Gered", "Uit geschiedenis", "Niet te lezen"];
pub const UNKNOWN: &str = "onbekend";

/// How many are lost, in a cell.
pub fn lost_count(lost: usize, unknown: bool) -> String {
    match (lost, unknown) {
        (0, true) => UNKNOWN.to_owned(),
        (lost, true) => format!("{} of meer", grouped(lost)),
        (lost, false) => grouped(lost),
    }
}

/// What is to be known of one kind beyond the counts; nothing where all of it is as it was.
pub fn lines(part: &Part<'_>) -> Vec<String> {
    let Part { what, from_history, doubtful, lost, nameless, holes, loosened, blank } = part;
    let what = capital(what);
    let mut out = Vec::new();
    let mut say = |ids: &[i64], sentence: &str| {
        if !ids.is_empty() {
            out.push(format!("{what}: {sentence} (nummer {}).", numbers(ids)));
        }
    };
    say(lost, "niet te lezen");
    say(blank, "alleen het nummer is nog bekend; vul de gegevens opnieuw in");
    say(from_history, "niet te lezen, en teruggehaald uit de geschiedenis");
    say(doubtful, "wel te lezen, maar misschien niet goed; kijk ze na");
    say(loosened, "verwezen naar iets dat niet te lezen is; die verwijzing is nu leeg");
    if *nameless > 0 {
        let count = counted(usize::try_from(*nameless).unwrap_or(usize::MAX), "rij", "rijen");
        out.push(format!("{what}: nog {count} niet te lezen, zonder bekend nummer."));
    }
    if !holes.is_empty() {
        out.push(match ranges(holes) {
            Some(ranges) => format!("{what}: misschien ontbreken er nog meer (nummer {ranges})."),
            None => format!("{what}: misschien ontbreken er nog meer. Welke, is niet te zien."),
        });
    }
    out
}

pub fn saved(what: &str, count: u64) -> String {
    let count = grouped(usize::try_from(count).unwrap_or(usize::MAX));
    format!("{}: {count} gered.", capital(what))
}

/// How much of the file could be read.
pub fn pages(unread: u32, all: u32) -> String {
    let all = grouped(usize::try_from(all).unwrap_or(usize::MAX));
    match unread {
        0 => format!("Alle {all} bladzijden van het bestand zijn gelezen."),
        1 => format!("1 van de {all} bladzijden van het bestand is niet te lezen."),
        _ => format!("{unread} van de {all} bladzijden van het bestand zijn niet te lezen."),
    }
}

pub fn lost_files(numbers: &[String]) -> String {
    format!(
        "Het bestand zelf is verloren van {}. In het register staan ze nog. Misschien hebt u de PDF nog, of de papieren versie.",
        numbers.join(", ")
    )
}

pub fn saved_in(path: &str) -> String {
    format!("Gered in: {path}")
}

pub const ALL_SAVED: &str = "Alles is gered.";
pub const NOT_ALL_SAVED: &str = "Niet alles was te lezen. Wat hieronder staat, is verloren of onzeker. Het beschadigde dossier is bewaard zoals het was.";
pub const HISTORY_NOT_WHOLE: &str =
    "Ook de geschiedenis is niet heel. Daarom is niet van alles te zeggen of het er is geweest.";

/// `1, 2, 5 t/m 9`, and how many more there are.
fn numbers(ids: &[i64]) -> String {
    let mut ranges: Vec<(i64, i64)> = Vec::new();
    for id in ids {
        match ranges.last_mut() {
            Some((_, to)) if to.checked_add(1) == Some(*id) => *to = *id,
            Some(_) | None => ranges.push((*id, *id)),
        }
    }
    let mut words: Vec<String> = ranges.iter().take(MOST).map(range).collect();
    if ranges.len() > MOST {
        words.push(format!("en nog {}", grouped(ranges.len() - MOST)));
    }
    words.join(", ")
}

const MOST: usize = 20;

fn range((from, to): &(i64, i64)) -> String {
    match to - from {
        0 => from.to_string(),
        1 => format!("{from}, {to}"),
        _ => format!("{from} t/m {to}"),
    }
}

/// `None`: no end of it is known.
fn ranges(holes: &[(Option<i64>, Option<i64>)]) -> Option<String> {
    let words: Option<Vec<String>> = holes
        .iter()
        .map(|hole| match hole {
            (Some(from), Some(to)) => Some(range(&(*from, (*to).max(*from)))),
            (Some(from), None) => Some(format!("vanaf {from}")),
            (None, Some(to)) => Some(format!("tot en met {to}")),
            (None, None) => None,
        })
        .take(MOST)
        .collect();
    words.map(|words| words.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_a_row_are_told_as_a_range() {
        for (ids, text) in [
            (&[3][..], "3"),
            (&[3, 4], "3, 4"),
            (&[1, 3, 4, 5, 6, 9], "1, 3 t/m 6, 9"),
            (&[i64::MAX], "9223372036854775807"),
        ] {
            assert_eq!(numbers(ids), text);
        }
        let odd: Vec<i64> = (0..30).map(|n| 2 * n).collect();
        assert!(numbers(&odd).ends_with("38, en nog 10"));
    }

    #[test]
    fn what_may_be_missing_is_told_as_far_as_it_is_known() {
        let part = |holes| Part {
            what: "leerlingen",
            from_history: &[],
            doubtful: &[],
            lost: &[],
            nameless: 0,
            holes,
            loosened: &[],
            blank: &[],
        };
        assert_eq!(lines(&part(&[])), Vec::<String>::new());
        assert_eq!(
            lines(&part(&[(Some(3), Some(9)), (Some(20), None)])),
            ["Leerlingen: misschien ontbreken er nog meer (nummer 3 t/m 9, vanaf 20)."]
        );
        assert_eq!(
            lines(&part(&[(None, None)])),
            ["Leerlingen: misschien ontbreken er nog meer. Welke, is niet te zien."]
        );
    }
}
