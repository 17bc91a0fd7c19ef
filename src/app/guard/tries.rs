//! How long one waits after a wrong password. A moment for who mistypes, long for who guesses.

use jiff::Timestamp;

/// Wrong passwords in a row.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tries {
    wrong: u32,
    last: Option<Timestamp>,
}

impl Tries {
    pub(crate) fn was_wrong(&mut self, now: Timestamp) {
        self.wrong = self.wrong.saturating_add(1);
        self.last = Some(now);
    }

    pub(crate) fn was_right(&mut self) {
        *self = Self::default();
    }

    /// How many seconds are left. A clock that is set back never makes it more than it was.
    pub(crate) fn rest(&self, now: Timestamp) -> u64 {
        let Some(last) = self.last else { return 0 };
        let wait = seconds_after(self.wrong);
        let gone = now.duration_since(last).as_secs().clamp(0, i64::MAX);
        wait.saturating_sub(u64::try_from(gone).unwrap_or(0))
    }
}

/// The wait after so many wrong ones in a row, in seconds.
const fn seconds_after(wrong: u32) -> u64 {
    match wrong {
        0 => 0,
        1 => 1,
        2 => 2,
        3 => 4,
        4 => 8,
        5 => 16,
        6.. => 30,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wrong_one_costs_more_up_to_half_a_minute() {
        let mut tries = Tries::default();
        let start: Timestamp = "2026-11-24T10:00:00Z".parse().unwrap();
        let mut waits = Vec::new();
        for _ in 0..8 {
            tries.was_wrong(start);
            waits.push(tries.rest(start));
        }
        assert_eq!(waits, [1, 2, 4, 8, 16, 30, 30, 30]);
        let later = |seconds| start + jiff::SignedDuration::from_secs(seconds);
        assert_eq!(tries.rest(later(29)), 1);
        assert_eq!(tries.rest(later(30)), 0);
        assert_eq!(tries.rest(later(-86_400)), 30, "a clock that is set back");
        tries.was_right();
        assert_eq!(tries.rest(start), 0);
    }
}
