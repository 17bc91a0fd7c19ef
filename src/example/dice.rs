//! Chance that repeats itself: the same seed throws the same.

use jiff::ToSpan as _;
use jiff::civil::Date;
use oorandom::Rand64;

use crate::domain::{Day, Entry, Hours};

pub(super) struct Dice(Rand64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(Rand64::new(u128::from(seed)))
    }

    /// A number from 0 up to and without `end`.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        let drawn = self.0.rand_range(0..u64::from(end.max(1)));
        u32::try_from(drawn).unwrap_or(0)
    }

    /// A number of `from` to `to`, both included.
    pub(super) fn between(&mut self, from: u32, to: u32) -> u32 {
        from + self.below(to.saturating_sub(from) + 1)
    }

    /// Whether it happens, `percent` times in a hundred.
    pub(super) fn happens(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of these; `None` only of nothing.
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(u32::try_from(from.len()).unwrap_or(u32::MAX)) as usize)
    }

    pub(super) fn word(&mut self, from: &[&'static str]) -> &'static str {
        self.pick(from).copied().unwrap_or_default()
    }

    /// The number of one of these shares, each as often as it is large.
    pub(super) fn share(&mut self, shares: &[u32]) -> usize {
        let mut drawn = self.below(shares.iter().sum());
        for (at, share) in shares.iter().enumerate() {
            if drawn < *share {
                return at;
            }
            drawn -= share;
        }
        0
    }
}

/// `days` after `date`; before it when negative.
pub(super) fn days_after(date: Date, days: i64) -> Date {
    date.saturating_add(days.days())
}

pub(super) fn day(date: Date) -> Option<Day> {
    Some(Day::new(date))
}

/// A value of the example's own words, which a test says all parse.
pub(super) fn value<T: Entry>(text: &str) -> Option<T> {
    T::parse(text).ok()
}

pub(super) fn hours(number: u32) -> Option<Hours> {
    value(&number.to_string())
}
