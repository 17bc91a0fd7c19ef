//! Text from outside: cleaned once, limited in length, and then a value.

use unicode_normalization::UnicodeNormalization as _;

use crate::domain::{FieldError, Input};

/// Composes (NFC), drops what cannot be seen and can deceive (control characters, marks of direction, byte order
/// marks, tags), makes every blank a space and folds runs of them. Keeps line breaks, and the two joiners that some
/// scripts need.
pub fn clean(typed: &str) -> String {
    let mut out = String::with_capacity(typed.len());
    let mut blank = false;
    for c in typed.nfc() {
        match c {
            '\n' => {
                while out.ends_with(' ') {
                    out.pop();
                }
                out.push('\n');
                blank = false;
            }
            '\r'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}'
            | '\u{FEFF}' => {}
            '\u{200B}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' => {}
            c if c.is_whitespace() => blank = true,
            c if c.is_control() => {}
            c => {
                if blank && !out.is_empty() && !out.ends_with('\n') {
                    out.push(' ');
                }
                blank = false;
                out.push(c);
            }
        }
    }
    out.trim().to_owned()
}

/// One clean line of at most `max` characters that is not empty.
pub(crate) fn line(typed: &str, max: usize) -> Result<String, FieldError> {
    let text = clean(typed);
    if text.is_empty() {
        return Err(FieldError::Required);
    }
    if text.contains('\n') {
        return Err(FieldError::LineBreak);
    }
    limited(text, max)
}

fn limited(text: String, max: usize) -> Result<String, FieldError> {
    if text.chars().count() > max { Err(FieldError::TooLong { max }) } else { Ok(text) }
}

macro_rules! text_value {
    ($(#[$doc:meta])* $name:ident, $input:expr, $parse:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl $crate::domain::Entry for $name {
            const INPUT: $crate::domain::Input = $input;

            fn parse(typed: &str) -> Result<Self, $crate::domain::FieldError> {
                let parse: fn(&str) -> Result<String, $crate::domain::FieldError> = $parse;
                parse(typed).map(Self)
            }

            fn value(&self) -> $crate::domain::FieldValue {
                $crate::domain::FieldValue::Text(self.0.clone())
            }
        }
    };
}
pub(crate) use text_value;

text_value!(
    /// A line of free text of at most 120 characters: a place, a group, a street.
    ShortText, Input::Line, |typed| line(typed, 120)
);

text_value!(
    /// An official name or title of at most 300 characters: of a kwalificatie, a kerntaak, a werkproces, a company.
    Title, Input::Line, |typed| line(typed, 300)
);

text_value!(
    /// Free text of at most 4,000 characters, with line breaks.
    Note, Input::Note, |typed| {
        let text = clean(typed);
        if text.is_empty() { Err(FieldError::Required) } else { limited(text, 4_000) }
    }
);

text_value!(
    /// The SHA-256 of a picture that the dossier keeps, as 64 hexadecimal digits.
    LogoHash, Input::Logo, |typed| {
        let typed = typed.trim();
        let whole = typed.len() == 64 && typed.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        if whole { Ok(typed.to_owned()) } else { Err(FieldError::Logo) }
    }
);

text_value!(
    /// The SHA-256 of a document that the dossier keeps, as 64 hexadecimal digits.
    FileHash, Input::Line, |typed| {
        let typed = typed.trim();
        let whole = typed.len() == 64 && typed.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        if whole { Ok(typed.to_owned()) } else { Err(FieldError::File) }
    }
);

/// A number that fits the file: used by `Entry` of counted things.
pub(crate) fn whole_number(typed: &str, max: i64) -> Option<i64> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    if digits.is_empty() || digits.len() > 9 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|number| *number <= max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clean_drops_what_deceives_and_keeps_letters() {
        for (typed, kept) in [
            ("  Anna\t de   Vries ", "Anna de Vries"),
            ("Zoe\u{308}", "Zoë"),
            ("X\u{30C}", "X\u{30C}"),
            ("a\u{202E}b\u{200F}c\u{FEFF}", "abc"),
            ("één\r\ntwee \n drie", "één\ntwee\ndrie"),
            ("\u{0}\u{7}", ""),
            ("नमस\u{94D}\u{200D}ते", "नमस\u{94D}\u{200D}ते"),
        ] {
            assert_eq!(clean(typed), kept, "{typed:?}");
        }
    }

    #[test]
    fn a_line_is_not_empty_not_long_and_one_line() {
        assert_eq!(line(" ", 3), Err(FieldError::Required));
        assert_eq!(line("a\nb", 3), Err(FieldError::LineBreak));
        assert_eq!(line("abcd", 3), Err(FieldError::TooLong { max: 3 }));
        assert_eq!(line("ééé", 3), Ok("ééé".to_owned()));
    }
}
