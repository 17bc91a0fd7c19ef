//! Hours of practice.

use crate::domain::text::whole_number;
use crate::domain::{Entry, FieldError, FieldValue, Input};

/// A whole number of hours from 0 to 9999: the width of `omvang` in DUO's BPV record (S34).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hours(u16);

impl Hours {
    pub const fn number(self) -> u16 {
        self.0
    }
}

impl Entry for Hours {
    const INPUT: Input = Input::Number;

    fn parse(typed: &str) -> Result<Self, FieldError> {
        if typed.trim().is_empty() {
            return Err(FieldError::Required);
        }
        let number = whole_number(typed, 9_999).ok_or(FieldError::Hours)?;
        u16::try_from(number).map(Self).map_err(|_too_large| FieldError::Hours)
    }

    fn value(&self) -> FieldValue {
        FieldValue::Number(i64::from(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_whole_and_at_most_four_digits() {
        assert_eq!(Hours::parse("640").map(Hours::number), Ok(640));
        assert_eq!(Hours::parse(" 1.280 ").map(Hours::number), Ok(1280));
        for bad in ["10000", "-1", "6,5", "veel"] {
            assert_eq!(Hours::parse(bad), Err(FieldError::Hours), "{bad}");
        }
    }
}
