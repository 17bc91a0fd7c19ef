//! Which backups may go: a rule over the moments at which they were made. Knows no files and no clock.
//!
//! All of today stay, then the newest of each day for a month, then the newest of each month for three years. The
//! newest of all always stays, however old, and so does what seems to come from the future: a clock was set wrong.

use std::collections::BTreeSet;

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime};

/// The moments, among those at which backups were made, of which the backup may go. The order of `made` is all one.
pub fn may_go(made: &[DateTime], today: Date) -> Vec<DateTime> {
    let mut newest_first = made.to_vec();
    newest_first.sort_unstable_by(|a, b| b.cmp(a));
    newest_first.dedup();
    let (mut days, mut months) = (BTreeSet::new(), BTreeSet::new());
    let mut go = Vec::new();
    for (n, moment) in newest_first.into_iter().enumerate() {
        let day = moment.date();
        // Of each day and month the newest comes first.
        let newest_of_day = days.insert(day);
        let newest_of_month = months.insert((day.year(), day.month()));
        let stays = n == 0
            || day >= today
            || (newest_of_day && day > before(today, 1))
            || (newest_of_month && day > before(today, 36));
        if !stays {
            go.push(moment);
        }
    }
    go
}

fn before(today: Date, months: i32) -> Date {
    today.saturating_sub(months.months())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moments(texts: &[&str]) -> Vec<DateTime> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    fn check(today: &str, made: &[&str], stay: &[&str]) {
        let made = moments(made);
        let go = may_go(&made, today.parse().unwrap());
        let stays: Vec<DateTime> =
            made.iter().copied().filter(|moment| !go.contains(moment)).collect();
        assert_eq!(stays, moments(stay), "on {today}");
        let again = may_go(&stays, today.parse().unwrap());
        assert_eq!(again, [], "what stays, stays: {today}");
    }

    #[test]
    fn the_rule_as_a_table_of_dates() {
        check("2026-03-15", &[], &[]);
        // All of today.
        check(
            "2026-03-15",
            &["2026-03-15T08:00", "2026-03-15T12:00", "2026-03-15T12:01"],
            &["2026-03-15T08:00", "2026-03-15T12:00", "2026-03-15T12:01"],
        );
        // The newest of each day, for a month.
        check(
            "2026-03-15",
            &[
                "2026-02-15T09:00",
                "2026-02-16T09:00",
                "2026-02-16T17:00",
                "2026-03-14T00:00",
                "2026-03-14T23:59",
                "2026-03-15T08:00",
            ],
            &["2026-02-16T17:00", "2026-03-14T23:59", "2026-03-15T08:00"],
        );
        // The newest of each month, for three years; a month that is partly within the last month counts as one.
        check(
            "2026-03-15",
            &[
                "2023-02-28T12:00",
                "2023-03-15T12:00",
                "2023-03-16T12:00",
                "2023-04-01T12:00",
                "2023-04-30T12:00",
                "2025-12-31T23:59",
                "2026-01-01T00:00",
                "2026-02-03T12:00",
                "2026-02-20T12:00",
            ],
            &[
                "2023-03-16T12:00",
                "2023-04-30T12:00",
                "2025-12-31T23:59",
                "2026-01-01T00:00",
                "2026-02-20T12:00",
            ],
        );
        // The newest of all, however old.
        check("2026-03-15", &["2019-05-01T12:00", "2019-05-02T12:00"], &["2019-05-02T12:00"]);
        // What seems to come from the future.
        check(
            "2026-03-15",
            &["2026-03-14T12:00", "2026-03-16T08:00", "2026-03-16T09:00", "2031-01-01T00:00"],
            &["2026-03-14T12:00", "2026-03-16T08:00", "2026-03-16T09:00", "2031-01-01T00:00"],
        );
        // A month before the last of March is the last of February, also in a leap year.
        check(
            "2024-03-31",
            &["2024-02-28T12:00", "2024-02-29T12:00", "2024-03-01T12:00", "2024-03-31T12:00"],
            &["2024-02-29T12:00", "2024-03-01T12:00", "2024-03-31T12:00"],
        );
        // Of the same moment there is one.
        check("2026-03-15", &["2026-03-15T12:00"], &["2026-03-15T12:00"]);
    }

    #[test]
    fn four_years_of_two_a_day_leave_a_handful_and_no_hole() {
        let first: Date = "2022-11-01".parse().unwrap();
        let mut there: Vec<DateTime> = Vec::new();
        let mut today = first;
        for _ in 0..(4 * 365) {
            there.extend([today.at(9, 0, 0, 0), today.at(16, 30, 0, 0)]);
            let go = may_go(&there, today);
            there.retain(|moment| !go.contains(moment));
            assert!(there.len() <= 31 + 1 + 36, "{today}: {}", there.len());
            today = today.tomorrow().unwrap();
        }
        let days: Vec<Date> = there.iter().map(|moment| moment.date()).collect();
        for pair in days.windows(2) {
            let days_apart = pair[0].until(pair[1]).unwrap().get_days();
            assert!(days_apart <= 31, "{} to {}", pair[0], pair[1]);
        }
        let oldest = days.first().copied().unwrap();
        assert!(oldest < today.saturating_sub(35.months()), "three years back: {oldest}");
    }
}
