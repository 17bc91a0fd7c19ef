//! How long data of a learner is kept after the end (domain facts 8). The program proposes; a person decides.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use crate::domain::text::whole_number;
use crate::domain::{Entry, FieldError, FieldValue, Input, Route, School};

/// A term in whole years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Years(u8);

impl Years {
    pub const fn number(self) -> u8 {
        self.0
    }
}

impl Entry for Years {
    const INPUT: Input = Input::Number;

    fn parse(typed: &str) -> Result<Self, FieldError> {
        if typed.trim().is_empty() {
            return Err(FieldError::Required);
        }
        let number = whole_number(typed, 99).filter(|years| *years > 0).ok_or(FieldError::Years)?;
        u8::try_from(number).map(Self).map_err(|_too_large| FieldError::Years)
    }

    fn value(&self) -> FieldValue {
        FieldValue::Number(i64::from(self.0))
    }
}

/// A kind of data with a term of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DataKind {
    /// Agreements, attendance and guidance: evidence for a subsidy.
    Subsidy,
    /// What was achieved.
    Exams,
    /// Leavers of the praktijkonderwijs are followed.
    Aftercare,
    Rest,
}

impl DataKind {
    pub const ALL: &'static [Self] = &[Self::Subsidy, Self::Exams, Self::Aftercare, Self::Rest];

    /// The term where the school has chosen no other.
    pub const fn usual(self) -> Years {
        match self {
            Self::Subsidy => Years(5),
            Self::Exams | Self::Aftercare | Self::Rest => Years(2),
        }
    }

    pub fn term(self, school: &School) -> Years {
        let chosen = match self {
            Self::Subsidy => school.keep_subsidy,
            Self::Exams => school.keep_exams,
            Self::Aftercare => school.keep_aftercare,
            Self::Rest => school.keep_rest,
        };
        chosen.unwrap_or(self.usual())
    }
}

/// What there is of a learner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    pub end: Date,
    pub route: Option<Route>,
    pub traineeships: u32,
    pub components: u32,
}

/// Until which day each kind of data that there is must be kept, in the order of [`DataKind::ALL`].
pub fn kept_until(school: &School, held: Held) -> Vec<(DataKind, Date)> {
    let Held { end, route, traineeships, components } = held;
    let applies = |kind: &DataKind| match kind {
        DataKind::Subsidy => traineeships > 0,
        DataKind::Exams => components > 0,
        // Where the route is not known, it may be the one that is followed.
        DataKind::Aftercare => route.is_none_or(|route| route == Route::Pro),
        DataKind::Rest => true,
    };
    let until = |kind: DataKind| {
        let from = match kind {
            DataKind::Subsidy => end_of_study_year(end),
            DataKind::Exams | DataKind::Aftercare | DataKind::Rest => end,
        };
        let years = i64::from(kind.term(school).number());
        from.checked_add(years.years()).unwrap_or(Date::MAX)
    };
    DataKind::ALL.iter().copied().filter(applies).map(|kind| (kind, until(kind))).collect()
}

/// The kinds that must still be kept; none: everything is past its term.
pub fn still_kept(school: &School, held: Held, today: Date) -> Vec<(DataKind, Date)> {
    kept_until(school, held).into_iter().filter(|(_, until)| *until >= today).collect()
}

/// A study year goes from 1 August to 31 July.
fn end_of_study_year(day: Date) -> Date {
    let same_year = date(day.year(), 7, 31);
    if day <= same_year { same_year } else { date(day.year() + 1, 7, 31) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(end: Date) -> Held {
        Held { end, route: Some(Route::Pro), traineeships: 1, components: 1 }
    }

    #[test]
    fn each_kind_has_its_own_day() {
        use DataKind::{Aftercare, Exams, Rest, Subsidy};
        let school = School::blank();
        let all = held(date(2024, 2, 29));
        let two = date(2026, 2, 28);
        for (held, expected) in [
            (all, vec![(Subsidy, date(2029, 7, 31)), (Exams, two), (Aftercare, two), (Rest, two)]),
            (Held { traineeships: 0, ..all }, vec![(Exams, two), (Aftercare, two), (Rest, two)]),
            (Held { traineeships: 0, components: 0, ..all }, vec![(Aftercare, two), (Rest, two)]),
            (
                Held { traineeships: 0, components: 0, route: Some(Route::MboBbl), ..all },
                vec![(Rest, two)],
            ),
            (
                Held { traineeships: 0, components: 0, route: None, ..all },
                vec![(Aftercare, two), (Rest, two)],
            ),
        ] {
            assert_eq!(kept_until(&school, held), expected, "{held:?}");
        }
    }

    #[test]
    fn evidence_for_a_subsidy_counts_from_the_end_of_the_study_year() {
        for (end, until) in [
            (date(2021, 7, 31), date(2026, 7, 31)),
            (date(2021, 8, 1), date(2027, 7, 31)),
            (date(2021, 12, 31), date(2027, 7, 31)),
            (date(2021, 1, 1), date(2026, 7, 31)),
        ] {
            let days = kept_until(&School::blank(), held(end));
            assert_eq!(days.first(), Some(&(DataKind::Subsidy, until)), "{end}");
        }
    }

    #[test]
    fn someone_is_past_the_term_the_day_after_the_longest_one() {
        let mut school = School::blank();
        let held = Held { traineeships: 0, ..held(date(2024, 11, 23)) };
        assert_eq!(still_kept(&school, held, date(2026, 11, 23)).len(), 3, "the last day");
        assert_eq!(still_kept(&school, held, date(2026, 11, 24)), []);
        school.keep_exams = Some(Years(3));
        assert_eq!(
            still_kept(&school, held, date(2026, 11, 24)),
            [(DataKind::Exams, date(2027, 11, 23))]
        );
    }

    #[test]
    fn a_term_is_1_to_99_years() {
        assert_eq!(Years::parse(" 10 ").map(Years::number), Ok(10));
        for bad in ["0", "100", "-1", "2,5", "lang"] {
            assert_eq!(Years::parse(bad), Err(FieldError::Years), "{bad}");
        }
    }
}
