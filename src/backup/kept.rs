//! The backups that lie in a folder: which are of this dossier, which may go, and which still hold a person. Only what
//! says inside, under its seal, that it is of the same series is ever taken away.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::backup::header::{MAGIC_LENGTH, SealedKind};
use crate::backup::{Backup, BackupError, Contents, Protection, is_backup, thinning};
use crate::files;
use crate::store::keys::{Lock, hex, random};
use crate::store::{Store, StoreError};
use crate::texts::backup as text;

/// By what the backups that are made by themselves know each other: of one dossier, on one computer. It says nothing
/// of the dossier.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Series(String);

impl Series {
    /// One that no other dossier has.
    pub fn new() -> Result<Self, StoreError> {
        Ok(Self(hex(&random::<16>()?)))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A backup that lies somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub path: PathBuf,
    pub bytes: u64,
    pub protection: Protection,
    /// What it says that it holds.
    pub contents: Contents,
}

/// How many files of a folder are looked at. A folder of backups holds some seventy for each dossier.
const MOST_FILES: usize = 5_000;

/// The backups in these folders that what opens this dossier opens, or everyone can read, the newest first. They are
/// looked at, not verified; what cannot be read, or needs another password, is left out: whose it is nobody can say. A
/// folder that is not there holds none.
pub fn kept(folders: &[PathBuf], store: &Store) -> Vec<Kept> {
    kept_by(folders, store.lock())
}

/// As [`kept`], by what opens the dossier.
pub(crate) fn kept_by(folders: &[PathBuf], lock: Option<&Lock>) -> Vec<Kept> {
    let mut found: Vec<Kept> = folders
        .iter()
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flat_map(|entries| entries.flatten().take(MOST_FILES))
        // A link is not followed.
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        .filter_map(|entry| look(&entry.path(), lock).ok().flatten())
        .collect();
    found.sort_by(|a, b| b.contents.made.cmp(&a.contents.made).then_with(|| a.path.cmp(&b.path)));
    found
}

fn look(path: &Path, lock: Option<&Lock>) -> Result<Option<Kept>, BackupError> {
    if !is_backup(path)? {
        return Ok(None);
    }
    let Some(backup) = Backup::open_by_key(path, lock.map(|lock| &lock.key))? else {
        return Ok(None);
    };
    let contents = backup.first_line()?;
    let bytes = path.metadata().map_or(0, |metadata| metadata.len());
    Ok(Some(Kept { path: path.to_owned(), bytes, protection: backup.protection(), contents }))
}

/// Which of these hold someone who is in the dossier since `entered`: all that were made from then on. They hold whoever was
/// removed later, too: a backup is never changed.
pub fn holding(kept: &[Kept], entered: Timestamp) -> impl Iterator<Item = &Kept> {
    kept.iter().filter(move |kept| kept.contents.made >= entered)
}

/// Takes away those of this series that the rule of [`thinning`] lets go; those that are gone now. Never one of another
/// series, or one that was made by hand.
pub(crate) fn thin(
    folder: &Path,
    series: &Series,
    lock: Option<&Lock>,
    (today, zone): (Date, &TimeZone),
) -> Vec<PathBuf> {
    let own = |kept: &Kept| kept.contents.series.as_deref() == Some(series.as_str());
    let mut ours = kept_by(&[folder.to_owned()], lock);
    ours.retain(own);
    let moment = |kept: &Kept| kept.contents.made.to_zoned_datetime(zone.clone()).datetime();
    let made: Vec<_> = ours.iter().map(moment).collect();
    let go = thinning::may_go(&made, today);
    let mut gone = Vec::new();
    for kept in ours.iter().filter(|kept| go.contains(&moment(kept))) {
        files::remove_own(&kept.path);
        if !files::is_there(&kept.path) {
            gone.push(kept.path.clone());
        }
    }
    gone
}

/// Takes away what was left half done of backups of this dossier, by a program that ended halfway: hidden, with the name that
/// such a file has, begun as a backup begins, and not written in for an hour.
pub(crate) fn sweep(folder: &Path, dossier: &Path, now: Timestamp) {
    let name = text::name_begins(dossier);
    let is_ours = |path: &Path| {
        let own = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        own.strip_prefix('.').is_some_and(|own| own.starts_with(&name))
            && own.ends_with(".deel")
            && own.contains(&format!(".{}.", text::ENDING))
            && begins_as_one(path)
    };
    files::remove_own_before(folder, is_ours, now);
}

/// Whether a file begins as a backup does, as far as it goes.
fn begins_as_one(path: &Path) -> bool {
    let is_file = fs::symlink_metadata(path).is_ok_and(|data| data.is_file());
    let begin = files::read_begin(path, MAGIC_LENGTH as u64);
    is_file && begin.is_ok_and(|begin| SealedKind::Backup.magic().starts_with(&begin))
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::ops::ControlFlow;
    use std::time::UNIX_EPOCH;

    use super::*;
    use crate::backup::{Packer, Seal, Slice, Slices};
    use crate::store::Password;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    /// A backup in slices, as the window makes it.
    fn make(store: &Store, to: &Path, series: Option<&Series>, now: Timestamp) {
        let series = series.map(|series| series.as_str().to_owned());
        let mut slices = Slices::begin(store, series, now).unwrap();
        let mut packer = Packer::begin(to, Seal::Dossiers(store.lock().cloned())).unwrap();
        loop {
            let slice = slices.go_on(store, || false).unwrap();
            packer.take(&slices.take()).unwrap();
            match slice {
                Slice::More => {}
                Slice::All => break,
                Slice::Stale => panic!("nothing changed"),
            }
        }
        packer.finish(slices.contents().clone(), &mut |_| ControlFlow::Continue(())).unwrap();
    }

    fn dossier(dir: &Path, name: &str, password: Option<&Password>) -> Store {
        Store::create(&dir.join(name), password).unwrap().0
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<_> = entries.map(|name| name.into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn only_backups_of_this_series_are_thinned() {
        let password = Password::new("geheim".to_owned());
        for password in [None, Some(&password)] {
            let (dir, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
            let store = dossier(dir.path(), "klas.dossier", password);
            let other = dossier(dir.path(), "ander.dossier", None);
            let (ours, theirs) = (Series::new().unwrap(), Series::new().unwrap());
            let to = |name: &str| folder.path().join(name);
            make(&store, &to("a"), Some(&ours), at("2026-03-02T09:00:00Z"));
            make(&store, &to("b"), Some(&ours), at("2026-03-02T17:00:00Z"));
            make(&store, &to("c"), Some(&ours), at("2026-03-03T09:00:00Z"));
            make(&store, &to("met de hand"), None, at("2026-03-02T08:00:00Z"));
            make(&other, &to("ander"), Some(&theirs), at("2026-03-02T08:00:00Z"));
            files::write_atomic(&to("d"), &[b"PrkDkopi", &[0; 99][..]].concat()).unwrap();
            files::write_atomic(&to("brief"), b"van een ander").unwrap();

            let today = (jiff::civil::date(2026, 3, 3), &TimeZone::UTC);
            let gone = thin(folder.path(), &ours, store.lock(), today);
            assert_eq!(gone, [to("a")]);
            assert_eq!(
                names(folder.path()),
                ["ander", "b", "brief", "c", "d", "met de hand"],
                "what is not ours stays"
            );
        }
    }

    #[test]
    fn whoever_was_there_is_in_every_backup_from_then_on() {
        let (dir, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let password = Password::new("geheim".to_owned());
        let store = dossier(dir.path(), "klas.dossier", Some(&password));
        let stranger = dossier(dir.path(), "ander.dossier", Some(&password));
        for (name, day) in [("een", 1), ("twee", 2), ("drie", 3)] {
            let now = at(&format!("2026-03-0{day}T09:00:00Z"));
            make(&store, &folder.path().join(name), None, now);
        }
        make(&stranger, &folder.path().join("vreemd"), None, at("2026-03-02T09:00:00Z"));
        let nowhere = dir.path().join("weg");
        let found = kept(&[nowhere, folder.path().to_owned()], &store);
        let names = |kept: &[&Kept]| -> Vec<String> {
            kept.iter().map(|k| k.path.file_name().unwrap().to_str().unwrap().to_owned()).collect()
        };
        assert_eq!(names(&found.iter().collect::<Vec<_>>()), ["drie", "twee", "een"]);
        let holding: Vec<_> = holding(&found, at("2026-03-02T09:00:00Z")).collect();
        assert_eq!(names(&holding), ["drie", "twee"]);
    }

    #[test]
    fn only_what_was_surely_left_behind_by_us_is_swept_away() {
        let folder = tempfile::tempdir().unwrap();
        let left = ".klas 2026-03-02 09.05.reservekopie.12-0.deel";
        for (name, bytes) in [
            (left, &b"PrkDkopi en meer"[..]),
            (".klas 2026-03-02 09.06.reservekopie.12-0.deel", b"Prk"),
            (".klas 2026-03-02 09.07.reservekopie.12-0.deel", b"van een ander"),
            (".anders 2026-03-02 09.05.reservekopie.12-0.deel", b"PrkDkopi"),
            ("klas 2026-03-02 09.05.reservekopie", b"PrkDkopi"),
            (".klas 2026-03-02 09.05.reservekopie", b"PrkDkopi"),
        ] {
            let path = folder.path().join(name);
            files::write_atomic(&path, bytes).unwrap();
            File::options().write(true).open(&path).unwrap().set_modified(UNIX_EPOCH).unwrap();
        }
        let growing = ".klas 2026-03-02 09.08.reservekopie.13-0.deel";
        files::write_atomic(&folder.path().join(growing), b"PrkDkopi").unwrap();
        let modified = fs::metadata(folder.path().join(growing)).unwrap().modified().unwrap();
        let now = Timestamp::try_from(modified).unwrap();
        sweep(folder.path(), Path::new("/elders/klas.dossier"), now);
        assert_eq!(
            names(folder.path()),
            [
                ".anders 2026-03-02 09.05.reservekopie.12-0.deel",
                ".klas 2026-03-02 09.05.reservekopie",
                ".klas 2026-03-02 09.07.reservekopie.12-0.deel",
                growing,
                "klas 2026-03-02 09.05.reservekopie",
            ]
        );
    }

    #[test]
    fn a_change_in_between_makes_what_was_read_stale() {
        let dir = tempfile::tempdir().unwrap();
        let mut store = dossier(dir.path(), "klas.dossier", None);
        let stamp = crate::store::Stamp { at: at("2026-03-02T09:00:00Z"), who: "toets".to_owned() };
        let mut slices = Slices::begin(&store, None, stamp.at).unwrap();
        assert_eq!(slices.go_on(&store, || false).unwrap(), Slice::More);
        let school = crate::domain::School {
            naam: Some(crate::domain::Entry::parse("De Linde").unwrap()),
            ..crate::domain::School::blank()
        };
        store.apply(&crate::changes::Change::Add(school.into()), &stamp).unwrap();
        assert_eq!(slices.go_on(&store, || true).unwrap(), Slice::Stale);
        let mut slices = slices.again(&store).unwrap();
        assert_eq!(slices.go_on(&store, || true).unwrap(), Slice::All);
        assert_eq!(slices.contents().school.as_deref(), Some("De Linde"));
    }
}
