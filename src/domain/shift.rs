//! How far a print moves on paper that was printed before.

use crate::domain::{Entry, FieldError, FieldValue, Input};

/// In tenths of a millimetre, to the right or down; at most 15 mm each way, so that nothing comes nearer to the edge of the
/// page than printers can reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shift(i16);

const MOST: i16 = 150;

impl Shift {
    /// Of a millimetre.
    pub const fn tenths(self) -> i16 {
        self.0
    }
}

impl Entry for Shift {
    const INPUT: Input = Input::Line;

    fn parse(typed: &str) -> Result<Self, FieldError> {
        let typed = typed.trim().trim_end_matches("mm").trim_end();
        if typed.is_empty() {
            return Err(FieldError::Required);
        }
        let (negative, digits) = match typed.strip_prefix(['-', '−', '–']) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, typed.strip_prefix('+').unwrap_or(typed)),
        };
        let (whole, tenth) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
        let number = |text: &str, longest: usize| {
            let fits =
                (1..=longest).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
            text.parse::<i16>().ok().filter(|_| fits).ok_or(FieldError::Shift)
        };
        let tenths = number(whole, 2)? * 10 + number(tenth, 1)?;
        if tenths > MOST {
            Err(FieldError::Shift)
        } else {
            Ok(Self(if negative { -tenths } else { tenths }))
        }
    }

    fn value(&self) -> FieldValue {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, tenth) = (self.0.abs() / 10, self.0.abs() % 10);
        FieldValue::Text(format!("{sign}{whole},{tenth}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shift_is_read_in_tenths_of_a_millimetre() {
        for (typed, shown) in
            [("2", "2,0"), ("-1,5", "-1,5"), ("+0.3 mm", "0,3"), ("−15", "-15,0"), ("0", "0,0")]
        {
            assert_eq!(Shift::parse(typed).unwrap().value().shown(), shown, "{typed}");
        }
        for bad in ["15,1", "1,25", "x", "--1", "1,", "300"] {
            assert_eq!(Shift::parse(bad), Err(FieldError::Shift), "{bad}");
        }
        assert_eq!(Shift::parse("-1,5").unwrap().tenths(), -15);
    }
}
