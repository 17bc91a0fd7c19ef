//! Codes of school, company, kwalificatie and their parts. Forms and sources: domain facts 7.2 and 4.2.

use crate::domain::text::{text_value, whole_number};
use crate::domain::{Entry, FieldError, FieldValue, Input};

/// Drops blanks and dots, and makes capitals: what people add when they copy a code.
fn compact(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_whitespace() && *c != '.').flat_map(char::to_uppercase).collect()
}

fn checked(code: String, fits: bool, err: FieldError) -> Result<String, FieldError> {
    if code.is_empty() {
        Err(FieldError::Required)
    } else if fits {
        Ok(code)
    } else {
        Err(err)
    }
}

/// Whether `code` has the shape of `pattern`: `9` a digit, `A` a capital letter, the rest itself.
fn shaped(code: &str, pattern: &str) -> bool {
    code.len() == pattern.len()
        && code.bytes().zip(pattern.bytes()).all(|(have, want)| match want {
            b'9' => have.is_ascii_digit(),
            b'A' => have.is_ascii_uppercase(),
            other => have == other,
        })
}

text_value!(
    /// The school's number in the Basisregistratie Instellingen: two digits and two letters (S34).
    Brin, Input::Line, |typed| {
        let code = compact(typed);
        let fits = shaped(&code, "99AA");
        checked(code, fits, FieldError::Brin)
    }
);

text_value!(
    /// The number of a kwalificatie or dossier in the Crebo: five digits. Dots are dropped: the list of 2015 itself
    /// has one by mistake.
    Crebo, Input::Line, |typed| {
        let code = compact(typed);
        let fits = shaped(&code, "99999");
        checked(code, fits, FieldError::Crebo)
    }
);

text_value!(
    /// SBB's registration number of a leerbedrijf: 1 to 20 letters and digits (S34, S83). Today's are 100 and six
    /// digits (S32); another form is a hint, not an error.
    LeerbedrijfId, Input::Line, |typed| {
        let code = compact(typed);
        let fits = code.len() <= 20 && code.bytes().all(|b| b.is_ascii_alphanumeric());
        checked(code, fits, FieldError::LeerbedrijfId)
    }
);

impl LeerbedrijfId {
    /// Whether it looks like those that SBB gives today.
    pub fn usual(&self) -> bool {
        shaped(self.as_str(), "100999999")
    }
}

text_value!(
    /// The number in the Handelsregister: eight digits, the leading zero kept; it has no check digit.
    Kvk, Input::Line, |typed| {
        let code = compact(typed);
        let fits = shaped(&code, "99999999");
        checked(code, fits, FieldError::Kvk)
    }
);

text_value!(
    /// A Dutch postal code, as `1234 AB`. Never starts with 0; SA, SD and SS are not used.
    PostalCode, Input::Line, |typed| {
        let code = compact(typed);
        let barred = ["SA", "SD", "SS"].iter().any(|letters| code.ends_with(letters));
        let fits = shaped(&code, "9999AA") && !code.starts_with('0') && !barred;
        let code = checked(code, fits, FieldError::PostalCode)?;
        let (digits, letters) = code.split_at_checked(4).ok_or(FieldError::PostalCode)?;
        Ok(format!("{digits} {letters}"))
    }
);

text_value!(
    /// The number of a kerntaak (`B1-K1`) or werkproces (`B1-K1-W2`): `^[BPDC]\d{1,2}-K\d{1,2}(-W\d{1,2})?$`
    /// (domain facts 4.2).
    ComponentCode, Input::Line, |typed| {
        let code = compact(typed);
        let fits = component_shape(&code);
        checked(code, fits, FieldError::ComponentCode)
    }
);

fn component_shape(code: &str) -> bool {
    let part = |text: &str, letters: &str| {
        let mut chars = text.chars();
        let first = chars.next().is_some_and(|c| letters.contains(c));
        let d = chars.as_str();
        first && (1..=2).contains(&d.len()) && d.bytes().all(|b| b.is_ascii_digit())
    };
    let parts: Vec<&str> = code.split('-').collect();
    match parts.as_slice() {
        [first, kerntaak] => part(first, "BPDC") && part(kerntaak, "K"),
        [first, kerntaak, werkproces] => {
            part(first, "BPDC") && part(kerntaak, "K") && part(werkproces, "W")
        }
        _ => false,
    }
}

impl ComponentCode {
    /// The kerntaak it belongs to (`B1-K1-W2` → `B1-K1`), or itself when it is one.
    pub fn kerntaak(&self) -> &str {
        kerntaak_of(self.as_str())
    }

    pub fn is_kerntaak(&self) -> bool {
        self.kerntaak() == self.as_str()
    }

    /// Puts `W2` before `W10`.
    pub fn sort_key(&self) -> (char, Vec<u8>) {
        sort_key_of(self.as_str())
    }
}

text_value!(
    /// The code of a keuzedeel (`K0067`) or of a certificate's onderdeel (`C0021`).
    UnitCode, Input::Line, |typed| {
        let code = compact(typed);
        let fits = shaped(&code, "K9999") || shaped(&code, "C9999");
        checked(code, fits, FieldError::UnitCode)
    }
);

text_value!(
    /// The code of any exam component: a [`ComponentCode`] or a [`UnitCode`].
    PartCode, Input::Line, |typed| {
        let code = compact(typed);
        let fits = component_shape(&code) || shaped(&code, "K9999") || shaped(&code, "C9999");
        checked(code, fits, FieldError::ComponentCode)
    }
);

impl PartCode {
    pub fn is_werkproces(&self) -> bool {
        self.as_str().contains("-W")
    }

    /// Of a keuzedeel, as in `K0067`.
    pub fn is_keuzedeel(&self) -> bool {
        shaped(self.as_str(), "K9999")
    }

    /// Of an onderdeel with a certificaat, as in `C0021`.
    pub fn is_onderdeel(&self) -> bool {
        shaped(self.as_str(), "C9999")
    }

    /// The kerntaak of a werkproces (`B1-K1-W2` → `B1-K1`); any other code is its own.
    pub fn kerntaak(&self) -> &str {
        kerntaak_of(self.as_str())
    }

    /// Puts `W2` before `W10`.
    pub fn sort_key(&self) -> (char, Vec<u8>) {
        sort_key_of(self.as_str())
    }
}

fn kerntaak_of(code: &str) -> &str {
    code.split_once("-W").map_or(code, |(kerntaak, _)| kerntaak)
}

fn sort_key_of(code: &str) -> (char, Vec<u8>) {
    let first = code.chars().next().unwrap_or_default();
    let number = |part: &str| part.get(1..).and_then(|n| n.parse().ok());
    (first, code.split('-').filter_map(number).collect())
}

/// The level of a kwalificatie: 1 to 4, printed as `mbo-2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Niveau(u8);

impl Niveau {
    pub const fn number(self) -> u8 {
        self.0
    }

    pub fn in_words(self) -> String {
        format!("mbo-{}", self.0)
    }
}

impl Entry for Niveau {
    const INPUT: Input = Input::Choice(&["1", "2", "3", "4"]);

    fn parse(typed: &str) -> Result<Self, FieldError> {
        let typed = typed.trim().to_lowercase();
        if typed.is_empty() {
            return Err(FieldError::Required);
        }
        match whole_number(typed.trim_start_matches("mbo-").trim_start_matches("mbo"), 4) {
            Some(number) if number > 0 => Ok(Self(u8::try_from(number).unwrap_or(4))),
            Some(_) | None => Err(FieldError::Niveau),
        }
    }

    fn value(&self) -> FieldValue {
        FieldValue::Number(i64::from(self.0))
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    fn check<T: Entry>(typed: &[&str], expected: &Expect) {
        let lines: Vec<String> = typed
            .iter()
            .map(|t| {
                format!(
                    "{t:?}: {}",
                    T::parse(t).map_or_else(|e| format!("({e})"), |v| v.value().stored())
                )
            })
            .collect();
        expected.assert_eq(&lines.join("\n"));
    }

    #[test]
    fn school_and_company_codes() {
        check::<Brin>(
            &["25pw", " 25 PW", "P25W", "25PW1", ""],
            &expect![[r#"
            "25pw": 25PW
            " 25 PW": 25PW
            "P25W": (not two digits and two letters)
            "25PW1": (not two digits and two letters)
            "": (may not be empty)"#]],
        );
        check::<Kvk>(
            &["01234567", "0123 4567", "1234567", "1234567a"],
            &expect![[r#"
            "01234567": 01234567
            "0123 4567": 01234567
            "1234567": (not eight digits)
            "1234567a": (not eight digits)"#]],
        );
        check::<PostalCode>(
            &["1234ab", "1234 AB", "0234AB", "1234 SS", "12345"],
            &expect![[r#"
            "1234ab": 1234 AB
            "1234 AB": 1234 AB
            "0234AB": (not a postal code)
            "1234 SS": (not a postal code)
            "12345": (not a postal code)"#]],
        );
        check::<LeerbedrijfId>(
            &["100077736", "abc-1", "123456789012345678901"],
            &expect![[r#"
            "100077736": 100077736
            "abc-1": (not a leerbedrijf-ID)
            "123456789012345678901": (not a leerbedrijf-ID)"#]],
        );
    }

    #[test]
    fn codes_of_kwalificatie_and_parts() {
        check::<Crebo>(
            &["25180", "25.080", "2518", "2518O"],
            &expect![[r#"
            "25180": 25180
            "25.080": 25080
            "2518": (not five digits)
            "2518O": (not five digits)"#]],
        );
        check::<ComponentCode>(
            &[
                "b1-k1-w2",
                "P12-K3",
                "C1-K1-W10",
                "B1",
                "B1-K1-W100",
                "E1-K1",
                "B1-W1",
                "B1-K1-W",
                "B1-K1-W1-W1",
            ],
            &expect![[r#"
                "b1-k1-w2": B1-K1-W2
                "P12-K3": P12-K3
                "C1-K1-W10": C1-K1-W10
                "B1": (not a kerntaak or werkproces code)
                "B1-K1-W100": (not a kerntaak or werkproces code)
                "E1-K1": (not a kerntaak or werkproces code)
                "B1-W1": (not a kerntaak or werkproces code)
                "B1-K1-W": (not a kerntaak or werkproces code)
                "B1-K1-W1-W1": (not a kerntaak or werkproces code)"#]],
        );
        check::<UnitCode>(
            &["k0067", "C0021", "K67", "W0067"],
            &expect![[r#"
            "k0067": K0067
            "C0021": C0021
            "K67": (not K or C with four digits)
            "W0067": (not K or C with four digits)"#]],
        );
        check::<Niveau>(
            &["2", "mbo-3", "0", "5", "twee"],
            &expect![[r#"
            "2": 2
            "mbo-3": 3
            "0": (not a level from 1 to 4)
            "5": (not a level from 1 to 4)
            "twee": (not a level from 1 to 4)"#]],
        );
    }

    #[test]
    fn a_werkproces_knows_its_kerntaak_and_its_place() {
        let code = ComponentCode::parse("P1-K2-W10").unwrap();
        assert_eq!((code.kerntaak(), code.is_kerntaak()), ("P1-K2", false));
        assert!(ComponentCode::parse("P1-K2-W9").unwrap().sort_key() < code.sort_key());
        assert!(ComponentCode::parse("B1-K3").unwrap().sort_key() < code.sort_key());
    }
}
