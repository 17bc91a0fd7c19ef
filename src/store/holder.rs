//! Who has a dossier open: a small file beside it, for whoever finds it busy. It is a message and no lock: whether someone
//! has the dossier only SQLite's lock says, and a message that stayed behind is not read while that is free.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::clean;
use crate::files;
use crate::store::Store;

/// Who has a dossier open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The account.
    pub who: String,
    pub computer: String,
    pub since: Timestamp,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Message {
    versie: u32,
    wie: String,
    computer: String,
    sinds: String,
}

const VERSION: u32 = 1;
const LIMIT: u64 = 4096;
const LONGEST: usize = 60;

/// A message that goes when the dossier is closed.
#[derive(Debug)]
pub(crate) struct Told(PathBuf);

impl Drop for Told {
    fn drop(&mut self) {
        files::remove_own(&self.0);
    }
}

impl Store {
    /// Tells who finds this dossier busy that it is open here.
    pub fn tell(&mut self, holder: &Holder) {
        let Some(path) = self.path.as_deref().filter(|_| !self.is_only_to_read()) else { return };
        let Holder { who, computer, since } = holder.clone();
        let message = Message { versie: VERSION, wie: who, computer, sinds: since.to_string() };
        let place = place(path);
        let written =
            serde_json::to_vec(&message).ok().map(|text| files::write_atomic(&place, &text));
        // Where no file can be made nobody is told: the lock holds all the same.
        if let Some(Ok(())) = written {
            self.told = Some(Told(place));
        }
    }
}

/// Who says to have a dossier that was found busy.
pub fn holder(dossier: &Path) -> Option<Holder> {
    let bytes = files::read_limited(&place(dossier), LIMIT).ok()?;
    let Message { versie, wie, computer, sinds } = serde_json::from_slice(&bytes).ok()?;
    let short = |text: &str| clean(text).chars().take(LONGEST).collect::<String>();
    let since = sinds.parse().ok().filter(|_| versie == VERSION)?;
    Some(Holder { who: short(&wie), computer: short(&computer), since })
}

/// Takes away a message that stayed behind. By who has the dossier.
pub(super) fn forget(dossier: &Path) {
    files::remove_own(&place(dossier));
}

fn place(dossier: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(dossier.file_name().unwrap_or_default());
    name.push(".open");
    dossier.with_file_name(name)
}
