//! What all papers say in the same words.

use std::fmt::Display;

use jiff::civil::Date;

use crate::domain::day::MONTHS;
use crate::domain::person::{BirthPlace, Person};
use crate::domain::{BirthDate, ComponentResult, Entry as _, Niveau};

/// In the place of what is not known, on a concept.
pub const GAP: &str = "[nog niet ingevuld]";

/// Above the room to sign of who signs for the school.
pub const SIGNER: &str = "Namens de examencommissie";

pub const CONCEPT_MARK: &str = "CONCEPT";

/// The value, or [`GAP`].
pub fn filled(value: Option<impl Display>) -> String {
    value.map_or_else(|| GAP.to_owned(), |value| value.to_string())
}

/// The title of a kerntaak, or [`GAP`].
pub fn title_of(title: &str) -> String {
    filled(Some(title).filter(|title| !title.is_empty()))
}

pub fn name(person: &Person) -> String {
    filled(Some(&person.name).filter(|name| !name.is_empty()))
}

/// As [`born`], with a gap for what is not known at all.
pub fn birth(person: &Person) -> String {
    match (person.born, &person.birth_place) {
        (Some(date), Some(place)) => born(date, place),
        (Some(date), None) => format!("{} te {GAP}", born_on(date)),
        (None, Some(place)) => format!("geboren op {GAP} {}", born_at(place)),
        (None, None) => format!("geboren op {GAP} te {GAP}"),
    }
}

/// The niveau as in `mbo-2`, with its place in the NLQF and EQF if that is wanted (domain facts 4.1).
pub fn niveau(niveau: Option<Niveau>, nlqf: bool) -> String {
    match niveau {
        Some(niveau) if nlqf => {
            format!("{} (NLQF{n}/EQF{n})", niveau.in_words(), n = niveau.number())
        }
        Some(niveau) => niveau.in_words(),
        None => GAP.to_owned(),
    }
}

/// `geboren op 1 maart 2004 te Utrecht`; what is not known is left out (bijlage 4).
pub fn born(date: BirthDate, place: &BirthPlace) -> String {
    format!("{} {}", born_on(date), born_at(place))
}

fn born_on(date: BirthDate) -> String {
    let on = if date.whole().is_some() { "op" } else { "in" };
    format!("geboren {on} {}", date.in_words())
}

fn born_at(place: &BirthPlace) -> String {
    match place {
        BirthPlace::Netherlands { place } => format!("te {place}"),
        BirthPlace::Abroad { place, country } => format!("te {place}, {country}"),
        BirthPlace::CountryOnly { country } => format!("in {country}"),
    }
}

/// `3 mei 2026`.
pub fn day(date: Date) -> String {
    let month = usize::try_from(date.month() - 1).ok().and_then(|m| MONTHS.get(m)).unwrap_or(&"");
    format!("{} {month} {}", date.day(), date.year())
}

/// Place and date of signing: `Utrecht, 3 mei 2026`.
pub fn signed(place: Option<&String>, date: Option<Date>) -> String {
    format!("{}, {}", filled(place), filled(date.map(day)))
}

/// A figure in figures and letters, as in `7 – zeven` (domain facts 0.4); decimals after a comma, one by one, as in
/// `7,25 – zeven komma twee vijf`. A word as it is.
pub fn result(result: ComponentResult) -> String {
    let figure = match result {
        ComponentResult::Word(word) => return word.to_owned(),
        ComponentResult::Figure(_) => result.value().shown(),
    };
    let word = |number: &str| number.parse().ok().and_then(|n: usize| FIGURES.get(n)).copied();
    let (whole, decimals) = figure.split_once(',').unwrap_or((&figure, ""));
    let mut letters: Vec<&str> = word(whole).into_iter().collect();
    if !decimals.is_empty() {
        letters.push("komma");
        letters.extend(decimals.split("").filter_map(word));
    }
    format!("{figure} – {}", letters.join(" "))
}

const FIGURES: [&str; 11] =
    ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"];

/// The number of a page, with [`PAGE_NUMBER`] and [`PAGE_COUNT`] in it.
/// Behind a kerntaak whose werkprocessen go on, on the next page.
pub const CONTINUED: &str = "(vervolg)";

pub const PAGE: &str = "Pagina {nummer} van {aantal}";
pub const PAGE_NUMBER: &str = "{nummer}";
pub const PAGE_COUNT: &str = "{aantal}";

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn results_stand_in_figures_and_letters() {
        let said = ["7", "10", "1", "5,5", "6.25", "6,05", "goed", "vrijstelling"]
            .map(|typed| result(ComponentResult::parse(typed).unwrap()));
        expect![[r#"
            7 – zeven
            10 – tien
            1 – een
            5,5 – vijf komma vijf
            6,25 – zes komma twee vijf
            6,05 – zes komma nul vijf
            goed
            vrijstelling"#]]
        .assert_eq(&said.join("\n"));
    }

    #[test]
    fn birth_is_said_as_far_as_it_is_known() {
        let places = [
            BirthPlace::Netherlands { place: "Ens".to_owned() },
            BirthPlace::Abroad { place: "Homs".to_owned(), country: "Syrië".to_owned() },
            BirthPlace::CountryOnly { country: "Syrië".to_owned() },
        ];
        let mut lines = Vec::new();
        for typed in ["1-3-2004", "00-03-2004", "2004"] {
            let date = BirthDate::parse(typed).unwrap();
            lines.extend(places.iter().map(|place| born(date, place)));
        }
        expect![[r#"
            geboren op 1 maart 2004 te Ens
            geboren op 1 maart 2004 te Homs, Syrië
            geboren op 1 maart 2004 in Syrië
            geboren in maart 2004 te Ens
            geboren in maart 2004 te Homs, Syrië
            geboren in maart 2004 in Syrië
            geboren in 2004 te Ens
            geboren in 2004 te Homs, Syrië
            geboren in 2004 in Syrië"#]]
        .assert_eq(&lines.join("\n"));
    }
}
