//! Ways to reach someone. Checked leniently: a wrong refusal costs more than a typing error.

use crate::domain::text::{line, text_value};
use crate::domain::{FieldError, Input};

text_value!(
    /// Something with one `@` and a dot behind it, without blanks.
    Email, Input::Line, |typed| {
        let text = line(typed, 254)?;
        let fits = text.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && !host.contains('@') && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
        });
        if fits && !text.contains(' ') { Ok(text) } else { Err(FieldError::Email) }
    }
);

text_value!(
    /// A phone number: at least six digits, with the signs people put between them.
    Phone, Input::Line, |typed| {
        let text = line(typed, 30)?;
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let fits = text.chars().all(|c| c.is_ascii_digit() || " +-()./".contains(c));
        if fits && digits >= 6 { Ok(text) } else { Err(FieldError::Phone) }
    }
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Entry as _;

    #[test]
    fn lenient_but_not_blind() {
        for good in ["a@b.nl", "an.na+x@school.example.nl"] {
            assert!(Email::parse(good).is_ok(), "{good}");
        }
        for bad in ["a@b", "@b.nl", "a b@c.nl", "a@b@c.nl", "a@.nl"] {
            assert_eq!(Email::parse(bad), Err(FieldError::Email), "{bad}");
        }
        for good in ["06-12345678", "+31 (0)20 123 45 67"] {
            assert!(Phone::parse(good).is_ok(), "{good}");
        }
        for bad in ["12345", "bel Piet", "06-1234567x"] {
            assert_eq!(Phone::parse(bad), Err(FieldError::Phone), "{bad}");
        }
    }
}
