//! Names of people, as in the BRP. Rules: domain facts 7.3.

use crate::domain::fold::fold;
use crate::domain::text::{line, text_value};
use crate::domain::{FieldError, Input};

fn name(typed: &str, max: usize) -> Result<String, FieldError> {
    let text = line(typed, max)?;
    if text.chars().any(char::is_alphabetic) { Ok(text) } else { Err(FieldError::NoLetter) }
}

text_value!(
    /// Given names or a surname: one line with at least one letter, at most 200 characters (S83).
    PersonName, Input::Line, |typed| name(typed, 200)
);

text_value!(
    /// What stands before a surname, such as `van der` or `'t`: at most 20 characters (S83).
    Voorvoegsel, Input::Line, |typed| name(typed, 20)
);

text_value!(
    /// The number that the school itself gives a learner: at most 20 characters, no further form.
    LearnerNumber, Input::Line, |typed| line(typed, 20)
);

/// The name of a learner in the forms in which it is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LearnerName<'a> {
    /// All official first names; empty for who has one name only.
    pub voornamen: &'a str,
    pub roepnaam: &'a str,
    pub voorvoegsel: &'a str,
    pub geslachtsnaam: &'a str,
}

impl LearnerName<'_> {
    /// As on paper: first names in full, voorvoegsel, surname.
    pub fn official(&self) -> String {
        joined(&[self.voornamen, self.voorvoegsel, self.geslachtsnaam])
    }

    /// As in a list: `Vries, Anna de`.
    pub fn listed(&self) -> String {
        let given = if self.voornamen.is_empty() { self.roepnaam } else { self.voornamen };
        let behind = joined(&[given, self.voorvoegsel]);
        match (self.geslachtsnaam.is_empty(), behind.is_empty()) {
            (false, false) => format!("{}, {behind}", self.geslachtsnaam),
            (false, true) => self.geslachtsnaam.to_owned(),
            (true, _) => behind,
        }
    }

    /// As one says it: `Anna de Vries`, with the roepnaam where there is one.
    pub fn spoken(&self) -> String {
        let given = if self.roepnaam.is_empty() { self.voornamen } else { self.roepnaam };
        joined(&[given, self.voorvoegsel, self.geslachtsnaam])
    }

    /// Orders by surname without voorvoegsel, then voorvoegsel, then first names; marks on letters do not count.
    pub fn sort_key(&self) -> String {
        format!(
            "{}\u{1}{}\u{1}{}",
            fold(self.geslachtsnaam),
            fold(self.voorvoegsel),
            fold(self.voornamen)
        )
    }
}

/// The name of someone at the school or at a leerbedrijf, as far as it is known.
pub(crate) fn person(
    voornaam: Option<&PersonName>,
    voorvoegsel: Option<&Voorvoegsel>,
    achternaam: Option<&PersonName>,
) -> String {
    joined(&[
        voornaam.map_or("", PersonName::as_str),
        voorvoegsel.map_or("", Voorvoegsel::as_str),
        achternaam.map_or("", PersonName::as_str),
    ])
}

fn joined(parts: &[&str]) -> String {
    let mut out = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        // After `d'` or `l’` no blank follows.
        if !out.is_empty() && !out.ends_with(['\'', '’']) {
            out.push(' ');
        }
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Entry as _;

    #[test]
    fn a_name_is_shown_in_each_form() {
        let anna = LearnerName {
            voornamen: "Anna Maria",
            roepnaam: "Annie",
            voorvoegsel: "de",
            geslachtsnaam: "Vries",
        };
        assert_eq!(anna.official(), "Anna Maria de Vries");
        assert_eq!(anna.listed(), "Vries, Anna Maria de");
        assert_eq!(anna.spoken(), "Annie de Vries");
        let mono = LearnerName { geslachtsnaam: "Sukarno", ..LearnerName::default() };
        assert_eq!((mono.official().as_str(), mono.listed().as_str()), ("Sukarno", "Sukarno"));
        let ancona =
            LearnerName { voornamen: "Ida", voorvoegsel: "d'", geslachtsnaam: "Ancona", ..mono };
        assert_eq!(ancona.official(), "Ida d'Ancona");
    }

    #[test]
    fn marks_do_not_change_the_order() {
        let key = |voorvoegsel, geslachtsnaam| {
            LearnerName { voorvoegsel, geslachtsnaam, ..LearnerName::default() }.sort_key()
        };
        assert!(key("", "Ölmez") < key("van", "Olst"));
        assert!(key("", "Berg") < key("van den", "Berg"));
    }

    #[test]
    fn a_name_has_a_letter() {
        assert_eq!(PersonName::parse("123"), Err(FieldError::NoLetter));
        assert_eq!(
            PersonName::parse("Şükrü").map(|n| n.as_str().to_owned()),
            Ok("Şükrü".to_owned())
        );
        assert_eq!(
            Voorvoegsel::parse("van der en nog veel meer"),
            Err(FieldError::TooLong { max: 20 })
        );
    }
}
