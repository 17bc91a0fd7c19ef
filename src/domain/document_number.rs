//! The number under which an issued document stands in the register.

use std::fmt;

use crate::domain::DocumentKind;

/// Kind, year of signing, and the how-manieth of these: `PV-2026-0001`. Never given twice within a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocumentNumber {
    kind: DocumentKind,
    year: u16,
    sequence: u32,
}

/// What was typed is no number of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no number of a document")]
pub struct NotANumber;

/// The years that a [`crate::domain::Day`] can have.
const YEARS: std::ops::Range<u16> = 1900..2200;

impl DocumentKind {
    /// What its numbers begin with; `None`: it is not registered. They stand on paper that was handed out: never change one.
    pub const fn letters(self) -> Option<&'static str> {
        match self {
            Self::Praktijkverklaring => Some("PV"),
            Self::Certificaat => Some("MC"),
            Self::MboVerklaring => Some("MV"),
            Self::Totaaloverzicht => Some("TO"),
            Self::Overneemblad => None,
        }
    }
}

impl DocumentNumber {
    /// `None`: there is no such number.
    pub fn new(kind: DocumentKind, year: u16, sequence: u32) -> Option<Self> {
        let fits = kind.letters().is_some() && YEARS.contains(&year) && sequence > 0;
        fits.then_some(Self { kind, year, sequence })
    }

    /// Takes what a person types: small letters and missing zeros are forgiven.
    pub fn parse(typed: &str) -> Result<Self, NotANumber> {
        let mut parts = typed.trim().split('-');
        let (Some(letters), Some(year), Some(sequence), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NotANumber);
        };
        let letters = letters.to_uppercase();
        let kind = <DocumentKind as crate::domain::Choice>::ALL
            .iter()
            .find(|kind| kind.letters() == Some(&letters))
            .ok_or(NotANumber)?;
        let digits = |text: &str| {
            let whole = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
            text.parse::<u32>().ok().filter(|_| whole).ok_or(NotANumber)
        };
        let year = u16::try_from(digits(year)?).map_err(|_too_great| NotANumber)?;
        Self::new(*kind, year, digits(sequence)?).ok_or(NotANumber)
    }

    pub const fn kind(self) -> DocumentKind {
        self.kind
    }

    /// Of the date of signing.
    pub const fn year(self) -> u16 {
        self.year
    }

    pub const fn sequence(self) -> u32 {
        self.sequence
    }

    /// The one that comes after it.
    pub const fn next(self) -> Self {
        Self { sequence: self.sequence.saturating_add(1), ..self }
    }
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, year, sequence } = self;
        write!(f, "{}-{year:04}-{sequence:04}", kind.letters().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let typed = [
            "PV-2026-0001",
            " mc-2026-12 ",
            "MV-2026-123456",
            "to-1999-1",
            "PV-2026-0",
            "PV-26-1",
            "PV-2200-1",
            "XX-2026-1",
            "PV-2026",
            "PV-2026-1-1",
            "PV-2026-+1",
            "PV-2026-99999999999",
            "",
        ];
        let lines: Vec<String> = typed
            .iter()
            .map(|typed| match DocumentNumber::parse(typed) {
                Ok(number) => format!("{typed:?}: {number}"),
                Err(error) => format!("{typed:?}: {error}"),
            })
            .collect();
        expect![[r#"
            "PV-2026-0001": PV-2026-0001
            " mc-2026-12 ": MC-2026-0012
            "MV-2026-123456": MV-2026-123456
            "to-1999-1": TO-1999-0001
            "PV-2026-0": no number of a document
            "PV-26-1": no number of a document
            "PV-2200-1": no number of a document
            "XX-2026-1": no number of a document
            "PV-2026": no number of a document
            "PV-2026-1-1": no number of a document
            "PV-2026-+1": no number of a document
            "PV-2026-99999999999": no number of a document
            "": no number of a document"#]]
        .assert_eq(&lines.join("\n"));
    }
}
