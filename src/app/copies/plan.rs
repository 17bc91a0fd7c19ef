//! What is remembered of the backups of a dossier: where they are made by themselves, and when the last one was made.
//! Paths and moments, never a name of a person.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::app::world::Preferences;
use crate::backup::{Kept, Series};
use crate::store::NewestLine;

/// What is remembered for one dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BackupPlan {
    pub dossier: PathBuf,
    /// Those that are made by themselves belong together.
    pub series: Option<Series>,
    /// Where they are made by themselves.
    pub places: Vec<BackupPlace>,
    /// Those that were made by hand, the newest first.
    pub by_hand: Vec<MadeByHand>,
}

/// A folder in which backups are made by themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupPlace {
    pub folder: PathBuf,
    pub last: Option<LastBackup>,
}

/// A backup that was made by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeByHand {
    pub path: PathBuf,
    pub last: LastBackup,
}

/// When a backup was made, and up to which line of the journal it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastBackup {
    #[serde(serialize_with = "as_text", deserialize_with = "of_text")]
    pub at: Timestamp,
    pub line: i64,
}

fn as_text<S: Serializer>(at: &Timestamp, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(at)
}

fn of_text<'de, D: Deserializer<'de>>(from: D) -> Result<Timestamp, D::Error> {
    String::deserialize(from)?.parse().map_err(D::Error::custom)
}

/// How it stands with the backups of a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// There is nothing in the dossier yet.
    NothingToKeep,
    Never,
    /// The newest, which is old enough to warn.
    Overdue(Timestamp),
    Good(Timestamp),
}

/// Where backups are made by themselves: beside each other, such as a folder and a stick.
pub(crate) const MOST_PLACES: usize = 2;
/// How many that were made by hand are remembered.
const MOST_BY_HAND: usize = 20;
/// After so many days without a backup there is a warning.
const MOST_DAYS: i32 = 7;

impl BackupPlan {
    /// Every folder in which a backup of this dossier may lie.
    pub fn folders(&self) -> Vec<PathBuf> {
        let places = self.places.iter().map(|place| place.folder.clone());
        let by_hand = self.by_hand.iter().filter_map(|made| made.path.parent());
        let mut all: Vec<PathBuf> = places.chain(by_hand.map(Path::to_owned)).collect();
        all.sort();
        all.dedup();
        all
    }

    /// Whether a backup that lies in one of these is of this dossier: one that was made by itself, or by hand here.
    pub fn owns(&self, kept: &Kept) -> bool {
        let series = self.series.as_ref().map(Series::as_str);
        let in_series = series.is_some() && kept.contents.series.as_deref() == series;
        in_series || self.by_hand.iter().any(|made| made.path == kept.path)
    }

    /// One was made by hand.
    pub(crate) fn made_by_hand(&mut self, path: PathBuf, last: LastBackup) {
        self.by_hand.retain(|made| made.path != path);
        self.by_hand.insert(0, MadeByHand { path, last });
        self.by_hand.truncate(MOST_BY_HAND);
    }

    /// The newest of all.
    pub(crate) fn newest(&self) -> Option<LastBackup> {
        let places = self.places.iter().filter_map(|place| place.last);
        places.chain(self.by_hand.iter().map(|made| made.last)).max_by_key(|last| last.at)
    }
}

impl BackupPlace {
    /// Whether something in the dossier is not in its newest backup here.
    pub(crate) fn is_behind(&self, newest: Option<NewestLine>) -> bool {
        newest.is_some_and(|newest| self.last.is_none_or(|last| last.line != newest.id))
    }
}

/// How it stands, today.
pub(crate) fn standing(
    plan: Option<&BackupPlan>,
    newest: Option<NewestLine>,
    today: Date,
    zone: &TimeZone,
) -> Standing {
    let last = plan.and_then(BackupPlan::newest);
    let (newest, last) = match (newest, last) {
        (None, None) => return Standing::NothingToKeep,
        (Some(_), None) => return Standing::Never,
        (None, Some(last)) => return Standing::Good(last.at),
        (Some(newest), Some(last)) => (newest, last),
    };
    let made = last.at.to_zoned_datetime(zone.clone()).date();
    let days = made.until(today).map_or(0, |span| span.get_days());
    if last.line != newest.id && days > MOST_DAYS {
        Standing::Overdue(last.at)
    } else {
        Standing::Good(last.at)
    }
}

impl Preferences {
    /// What is remembered of the backups of this dossier.
    pub fn backup_plan(&self, dossier: &Path) -> Option<&BackupPlan> {
        let dossier = whole(dossier);
        self.backups.iter().find(|plan| plan.dossier == dossier)
    }

    /// Changes what is remembered of the backups of this dossier.
    pub(crate) fn change_backup_plan(
        &mut self,
        dossier: &Path,
        change: impl FnOnce(&mut BackupPlan),
    ) {
        let dossier = whole(dossier);
        let at = self.backups.iter().position(|plan| plan.dossier == dossier);
        let mut plan = at.map(|at| self.backups.remove(at)).unwrap_or_default();
        plan.dossier = dossier;
        change(&mut plan);
        // The last one that was changed stands first.
        self.backups.insert(0, plan);
        self.backups.truncate(MOST_DOSSIERS);
    }

    /// A dossier that comes in the place of another one is kept safe in the same folders, as a series of its own.
    pub(crate) fn keep_as(&mut self, old: &Path, new: &Path) {
        let Some(plan) = self.backup_plan(old).filter(|plan| !plan.places.is_empty()) else {
            return;
        };
        let folders: Vec<PathBuf> = plan.places.iter().map(|place| place.folder.clone()).collect();
        // Without chance from the system nothing is told apart; one chooses the folder again.
        let Ok(series) = Series::new() else { return };
        self.change_backup_plan(new, |plan| {
            plan.series = Some(series);
            plan.places =
                folders.into_iter().map(|folder| BackupPlace { folder, last: None }).collect();
        });
    }
}

/// Of how many dossiers it is remembered.
const MOST_DOSSIERS: usize = 50;

/// The same dossier, from whatever folder it was opened.
fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_no_folder| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_in_the_place_of_a_dossier_is_kept_safe_where_that_was() {
        let mut kept = Preferences::default();
        kept.keep_as(Path::new("klas"), Path::new("nieuw"));
        assert_eq!(kept.backup_plan(Path::new("nieuw")), None, "there was nothing to take over");
        let last = Some(LastBackup { at: Timestamp::UNIX_EPOCH, line: 3 });
        kept.change_backup_plan(Path::new("klas"), |plan| {
            plan.series = Some(Series::new().unwrap());
            plan.places = vec![BackupPlace { folder: PathBuf::from("stick"), last }];
        });
        let old = kept.backup_plan(Path::new("klas")).unwrap().clone();
        kept.keep_as(Path::new("klas"), Path::new("nieuw"));
        let new = kept.backup_plan(Path::new("nieuw")).unwrap();
        assert_eq!(new.places, [BackupPlace { folder: PathBuf::from("stick"), last: None }]);
        assert!(new.series.is_some() && new.series != old.series, "neither thins the other");
        assert_eq!(kept.backup_plan(Path::new("klas")), Some(&old));
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_backup_is_overdue_after_a_week_in_which_something_changed() {
        let today = jiff::civil::date(2026, 3, 20);
        let line = |id| Some(NewestLine { id, at: None });
        let made = |day: u32, line| {
            let last = LastBackup { at: at(&format!("2026-03-{day:02}T16:00:00Z")), line };
            let place = BackupPlace { folder: PathBuf::from("kopie"), last: Some(last) };
            Some(BackupPlan { places: vec![place], ..BackupPlan::default() })
        };
        let good = |day: u32| Standing::Good(at(&format!("2026-03-{day:02}T16:00:00Z")));
        for (plan, newest, expected) in [
            (None, None, Standing::NothingToKeep),
            (None, line(1), Standing::Never),
            (made(13, 4), line(5), good(13)),
            (made(12, 4), line(5), Standing::Overdue(at("2026-03-12T16:00:00Z"))),
            (made(1, 5), line(5), good(1)),
            (made(28, 4), line(5), good(28)),
            (made(1, 5), None, good(1)),
        ] {
            assert_eq!(
                standing(plan.as_ref(), newest, today, &TimeZone::UTC),
                expected,
                "{plan:?}"
            );
        }
    }

    #[test]
    fn what_is_remembered_comes_back_as_it_was() {
        let mut kept = Preferences::default();
        let last = LastBackup { at: at("2026-03-01T16:00:00Z"), line: 7 };
        kept.change_backup_plan(Path::new("klas"), |plan| {
            plan.series = Some(Series::new().unwrap());
            plan.places = vec![BackupPlace { folder: PathBuf::from("a"), last: Some(last) }];
            plan.made_by_hand(PathBuf::from("b/x"), last);
        });
        let text = serde_json::to_string(&kept).unwrap();
        let back: Preferences = serde_json::from_str(&text).unwrap();
        assert_eq!(back, kept);
        assert_eq!(back.backup_plan(Path::new("klas")), kept.backups.first());
    }

    #[test]
    fn the_newest_of_all_counts_wherever_it_lies() {
        let last = |text| LastBackup { at: at(text), line: 1 };
        let mut plan = BackupPlan::default();
        let place = |last| BackupPlace { folder: PathBuf::from("a"), last };
        plan.places = vec![place(None), place(Some(last("2026-03-01T16:00:00Z")))];
        plan.made_by_hand(PathBuf::from("b/x"), last("2026-03-02T16:00:00Z"));
        assert_eq!(plan.newest(), Some(last("2026-03-02T16:00:00Z")));
        assert_eq!(plan.folders(), [PathBuf::from("a"), PathBuf::from("b")]);
    }
}
