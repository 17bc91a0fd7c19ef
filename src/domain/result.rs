//! The result of an exam component.

use crate::domain::{Entry, FieldError, FieldValue, Input};

/// A figure from 1 to 10 with at most two decimals, or a word of the series (domain facts 0.4: S1, S37 art. 15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ComponentResult {
    /// In hundredths: 5,5 is 550.
    Figure(u16),
    /// One of [`ComponentResult::WORDS`].
    Word(&'static str),
}

impl ComponentResult {
    /// Every word that may stand as a result.
    pub const WORDS: [&'static str; 13] = [
        "zeer slecht",
        "slecht",
        "ruim onvoldoende",
        "onvoldoende",
        "bijna voldoende",
        "voldoende",
        "ruim voldoende",
        "goed",
        "zeer goed",
        "uitmuntend",
        "voldaan",
        "niet voldaan",
        "vrijstelling",
    ];

    /// Enough for a specifiek examenonderdeel: at least 6, or at least voldoende (S37 art. 17). What is said in another
    /// way counts as enough: voldaan, vrijstelling. Nothing is rounded: whoever rounds fills in the whole figure.
    pub fn passes(self) -> bool {
        self.is_enough(600)
    }

    /// Enough to stand on a mbo-verklaring: at least 5,5, or at least voldoende (S1; domain facts 0.2).
    pub fn is_listed(self) -> bool {
        self.is_enough(550)
    }

    fn is_enough(self, hundredths: u16) -> bool {
        match self {
            Self::Figure(figure) => figure >= hundredths,
            Self::Word(word) => ENOUGH.contains(&word),
        }
    }
}

const ENOUGH: [&str; 7] =
    ["voldoende", "ruim voldoende", "goed", "zeer goed", "uitmuntend", "voldaan", "vrijstelling"];

impl Entry for ComponentResult {
    const INPUT: Input = Input::Line;

    fn parse(typed: &str) -> Result<Self, FieldError> {
        let typed = typed.trim().to_lowercase();
        if typed.is_empty() {
            return Err(FieldError::Required);
        }
        if let Some(word) = Self::WORDS.into_iter().find(|word| *word == typed) {
            return Ok(Self::Word(word));
        }
        let (whole, decimals) = typed.split_once([',', '.']).unwrap_or((&typed, ""));
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty()
            || whole.len() > 2
            || decimals.len() > 2
            || !digits(whole)
            || !digits(decimals)
        {
            return Err(FieldError::Result);
        }
        let hundredths =
            format!("{whole}{decimals:0<2}").parse().map_err(|_not_a_number| FieldError::Result)?;
        if (100..=1_000).contains(&hundredths) {
            Ok(Self::Figure(hundredths))
        } else {
            Err(FieldError::Result)
        }
    }

    fn value(&self) -> FieldValue {
        FieldValue::Text(match self {
            Self::Word(word) => (*word).to_owned(),
            Self::Figure(h) if h % 100 == 0 => (h / 100).to_string(),
            Self::Figure(h) if h % 10 == 0 => format!("{},{}", h / 100, h % 100 / 10),
            Self::Figure(h) => format!("{},{:02}", h / 100, h % 100),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_enough_is_not_rounded() {
        let of = |typed: &str| {
            let result = ComponentResult::parse(typed).unwrap();
            (result.passes(), result.is_listed())
        };
        for typed in ["6", "10", "6,01", "voldoende", "uitmuntend", "voldaan", "vrijstelling"] {
            assert_eq!(of(typed), (true, true), "{typed}");
        }
        for typed in ["5,5", "5,99"] {
            assert_eq!(of(typed), (false, true), "{typed}");
        }
        for typed in ["5,49", "1", "bijna voldoende", "zeer slecht", "niet voldaan"] {
            assert_eq!(of(typed), (false, false), "{typed}");
        }
        assert!(ENOUGH.iter().all(|word| ComponentResult::WORDS.contains(word)));
        assert!(ComponentResult::WORDS.iter().take(5).all(|word| !ENOUGH.contains(word)));
    }

    #[test]
    fn results_are_figures_or_words_of_the_series() {
        for (typed, shown) in [
            ("7", "7"),
            ("5.5", "5,5"),
            ("6,25", "6,25"),
            ("10", "10"),
            ("7,50", "7,5"),
            ("Goed", "goed"),
        ] {
            assert_eq!(ComponentResult::parse(typed).unwrap().value().shown(), shown);
        }
        for bad in ["0,9", "10,5", "11", "7,125", "prima", "-3", ",5"] {
            assert_eq!(ComponentResult::parse(bad), Err(FieldError::Result), "{bad}");
        }
    }
}
