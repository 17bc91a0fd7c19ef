//! A day in the calendar, typed the Dutch way.

use jiff::civil::Date;

use crate::domain::{Entry, FieldError, FieldValue, Input};

/// A whole, known day between 1900 and 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(Date);

impl Day {
    pub const fn new(date: Date) -> Self {
        Self(date)
    }

    pub const fn date(self) -> Date {
        self.0
    }
}

impl Entry for Day {
    const INPUT: Input = Input::Day;

    fn parse(typed: &str) -> Result<Self, FieldError> {
        let (year, month, day) = parts(typed)?;
        let (Some(month), Some(day)) = (month, day) else { return Err(FieldError::DayUnknown) };
        Date::new(year, month, day).map(Self).map_err(|_out_of_range| FieldError::DayUnknown)
    }

    fn value(&self) -> FieldValue {
        FieldValue::Day(self.0)
    }
}

/// `03-05-2026`, the form of screen and paper.
pub fn shown(date: Date) -> String {
    format!("{:02}-{:02}-{:04}", date.day(), date.month(), date.year())
}

/// `3 mei 2026`.
pub fn in_words(date: Date) -> String {
    let month = usize::try_from(date.month() - 1).ok().and_then(|m| MONTHS.get(m)).unwrap_or(&"");
    format!("{} {month} {}", date.day(), date.year())
}

/// Dutch names of the months, from January.
pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// Year, month and day of `3-5-2026`, `03052026`, `3/5/26`, `3 mei 2026` or `2026-05-03`; a month or day of zero
/// (unknown, as in the BRP) is `None`. The day is not checked against the calendar.
pub(crate) fn parts(typed: &str) -> Result<(i16, Option<i8>, Option<i8>), FieldError> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return Err(FieldError::Required);
    }
    let words: Vec<&str> = if typed.len() == 8 && typed.bytes().all(|b| b.is_ascii_digit()) {
        split_digits(&typed)
    } else {
        typed
            .split(|c: char| matches!(c, '-' | '/' | '.' | '–') || c.is_whitespace())
            .filter(|w| !w.is_empty())
            .collect()
    };
    let [first, second, third] = words.as_slice() else { return Err(FieldError::DayShape) };
    let (day, year) = if first.len() == 4 { (third, first) } else { (first, third) };
    let month = month_number(second).ok_or(FieldError::DayShape)?;
    let day = small_number(day).ok_or(FieldError::DayShape)?;
    let year = year_number(year)?;
    Ok((year, Some(month).filter(|m| *m != 0), Some(day).filter(|d| *d != 0)))
}

fn split_digits(typed: &str) -> Vec<&str> {
    [typed.get(0..2), typed.get(2..4), typed.get(4..8)].into_iter().flatten().collect()
}

fn small_number(word: &str) -> Option<i8> {
    if word.len() > 2 || !word.bytes().all(|b| b.is_ascii_digit()) {
        None
    } else {
        word.parse().ok()
    }
}

fn month_number(word: &str) -> Option<i8> {
    if let Some(number) = small_number(word) {
        return Some(number).filter(|n| *n <= 12);
    }
    let mut number = 0;
    for name in MONTHS {
        number += 1;
        let short = name.get(..3)?;
        if word == name || word == short || (name == "maart" && word == "mrt") {
            return Some(number);
        }
    }
    None
}

/// Two digits mean 2000 to 2059 or 1960 to 1999: nobody here was born before, and no date lies after.
fn year_number(word: &str) -> Result<i16, FieldError> {
    let number: i16 = word.parse().map_err(|_not_a_number| FieldError::DayShape)?;
    let year = match (word.len(), number) {
        (2, 0..60) => 2000 + number,
        (2, _) => 1900 + number,
        (4, _) => number,
        _ => return Err(FieldError::DayShape),
    };
    if (1900..2200).contains(&year) { Ok(year) } else { Err(FieldError::DayYear) }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn days_are_read_as_people_type_them() {
        let lines: Vec<String> = [
            "3-5-2026",
            "03052026",
            "3/5/26",
            "3 mei 2026",
            "2026-05-03",
            "3.5.99",
            " 03 – 05 – 2026 ",
            "1 mrt 2024",
            "29-2-2024",
            "29-2-2023",
            "31-4-2026",
            "0-5-2026",
            "3-13-2026",
            "morgen",
            "3-5",
            "3-5-1026",
            "3-5-2500",
            "",
            "3-5-026",
            "003-5-2026",
        ]
        .iter()
        .map(|typed| {
            format!(
                "{typed:?}: {}",
                Day::parse(typed).map_or_else(|e| e.to_string(), |d| shown(d.date()))
            )
        })
        .collect();
        expect![[r#"
            "3-5-2026": 03-05-2026
            "03052026": 03-05-2026
            "3/5/26": 03-05-2026
            "3 mei 2026": 03-05-2026
            "2026-05-03": 03-05-2026
            "3.5.99": 03-05-1999
            " 03 – 05 – 2026 ": 03-05-2026
            "1 mrt 2024": 01-03-2024
            "29-2-2024": 29-02-2024
            "29-2-2023": no such day in the calendar
            "31-4-2026": no such day in the calendar
            "0-5-2026": no such day in the calendar
            "3-13-2026": not a date
            "morgen": not a date
            "3-5": not a date
            "3-5-1026": year out of range
            "3-5-2500": year out of range
            "": may not be empty
            "3-5-026": not a date
            "003-5-2026": not a date"#]]
        .assert_eq(&lines.join("\n"));
    }
}
