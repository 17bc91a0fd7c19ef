//! A date of birth, of which the BRP may not know the day or the month.

use std::fmt;

use jiff::civil::Date;

use crate::domain::day::{MONTHS, parts};
use crate::domain::{Day, Entry, FieldError, FieldValue, Input};

/// Year, and where known month and day. `00-00-1990` and `00-03-1990` exist in the BRP (domain 7.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BirthDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl BirthDate {
    /// The whole date, where all of it is known.
    pub fn whole(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }

    /// Whether it lies before this day, as far as it is known.
    pub fn before(self, day: Day) -> bool {
        self.whole().map_or(self.year <= day.date().year(), |born| born < day.date())
    }

    /// Whether someone has this age on a day; nothing where that hangs on a day or month that is not known. Who was born
    /// on 29 February has it on 1 March of a year without that day.
    pub fn turned(self, age: i16, day: Day) -> Option<bool> {
        let (on, year) = (day.date(), self.year + age);
        let reached = |month, day| (on.year(), on.month(), on.day()) >= (year, month, day);
        let (first, last) = match (self.month, self.day) {
            (Some(month), Some(day)) => ((month, day), (month, day)),
            (Some(month), None) => ((month, 1), (month, 31)),
            (None, _) => ((1, 1), (12, 31)),
        };
        let (at_latest, at_earliest) = (reached(last.0, last.1), reached(first.0, first.1));
        (at_latest == at_earliest).then_some(at_latest)
    }

    /// `jjjj-mm-dd` with zeros for what is not known.
    pub fn stored(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month.unwrap_or(0), self.day.unwrap_or(0))
    }

    /// As on paper: `1 maart 2004`, `maart 2004` or `2004`.
    pub fn in_words(self) -> String {
        let Self { year, month, day } = self;
        let name = month.and_then(|m| MONTHS.get(usize::try_from(m - 1).ok()?));
        match (name, day) {
            (Some(month), Some(day)) => format!("{day} {month} {year}"),
            (Some(month), None) => format!("{month} {year}"),
            (None, _) => year.to_string(),
        }
    }
}

/// `dd-mm-jjjj`, with `00` for what is not known, as on screen.
impl fmt::Display for BirthDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}-{:04}", self.day.unwrap_or(0), self.month.unwrap_or(0), self.year)
    }
}

impl Entry for BirthDate {
    const INPUT: Input = Input::Birth;

    fn parse(typed: &str) -> Result<Self, FieldError> {
        let bare_year = typed.trim().len() == 4 && typed.trim().bytes().all(|b| b.is_ascii_digit());
        let whole = if bare_year { format!("00-00-{}", typed.trim()) } else { typed.to_owned() };
        let (year, month, day) = parts(&whole)?;
        match (month, day) {
            (Some(m), Some(d)) => {
                Date::new(year, m, d).map_err(|_out_of_range| FieldError::DayUnknown)?;
            }
            (None, Some(_)) => return Err(FieldError::DayUnknown),
            (_, None) => {}
        }
        Ok(Self { year, month, day })
    }

    fn value(&self) -> FieldValue {
        FieldValue::Birth(*self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_birth_lies_before_a_day() {
        let day = Day::parse("24-11-2026").unwrap();
        for (typed, before) in
            [("23-11-2026", true), ("24-11-2026", false), ("2026", true), ("3-5-58", false)]
        {
            assert_eq!(BirthDate::parse(typed).unwrap().before(day), before, "{typed}");
        }
    }

    #[test]
    fn an_age_is_reached_as_far_as_it_is_known() {
        for (born, day, turned) in [
            ("24-11-2003", "23-11-2026", Some(false)),
            ("24-11-2003", "24-11-2026", Some(true)),
            ("29-2-2004", "28-2-2027", Some(false)),
            ("29-2-2004", "1-3-2027", Some(true)),
            ("00-11-2003", "31-10-2026", Some(false)),
            ("00-11-2003", "15-11-2026", None),
            ("00-11-2003", "1-12-2026", Some(true)),
            ("2003", "31-12-2025", Some(false)),
            ("2003", "1-7-2026", None),
            ("2003", "1-1-2027", Some(true)),
        ] {
            let (born_on, on) = (BirthDate::parse(born).unwrap(), Day::parse(day).unwrap());
            assert_eq!(born_on.turned(23, on), turned, "{born} on {day}");
        }
    }

    #[test]
    fn a_birth_date_may_be_partly_unknown() {
        for (typed, screen, stored, words) in [
            ("1-3-2004", "01-03-2004", "2004-03-01", "1 maart 2004"),
            ("00-03-2004", "00-03-2004", "2004-03-00", "maart 2004"),
            ("2004-00-00", "00-00-2004", "2004-00-00", "2004"),
            ("1990", "00-00-1990", "1990-00-00", "1990"),
        ] {
            let birth = BirthDate::parse(typed).unwrap();
            assert_eq!((birth.to_string().as_str(), birth.stored().as_str()), (screen, stored));
            assert_eq!(birth.in_words(), words);
            assert_eq!(BirthDate::parse(&birth.stored()), Ok(birth));
        }
        assert_eq!(
            BirthDate::parse("5-0-2004"),
            Err(FieldError::DayUnknown),
            "a day without its month says nothing"
        );
        assert_eq!(BirthDate::parse("30-2-2004"), Err(FieldError::DayUnknown));
    }
}
