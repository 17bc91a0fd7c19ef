//! What the window needs from the computer around it: the clock, threads, dialogs, the viewer, what is remembered.
//!
//! Behind one trait, so that tests walk through the whole window without any of these.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;

use crate::files::SharedPlace;

use crate::app::copies::plan::BackupPlan;

/// Slow work, done beside the window.
pub type Work = Box<dyn FnOnce() + Send>;
/// What is done with a path once it is chosen; `None`: nothing was.
pub type WithPath = Box<dyn FnOnce(Option<PathBuf>) + Send>;

/// What is done once a file was printed, or not.
pub type WithPrinted = Box<dyn FnOnce(Printed) + Send>;

/// What became of a file that was to be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// It went to the printer, or to what asks which one.
    Sent,
    /// No printer takes it directly; it is open in the program that the system has for it.
    InViewer,
    Failed,
}

/// A question that the system's own dialog asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathQuestion {
    pub title: String,
    pub kind: PathKind,
    /// What the files are called, and how they end.
    pub filter: Option<(&'static str, &'static [&'static str])>,
    pub folder: Option<PathBuf>,
}

/// What is to be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathKind {
    ExistingFile,
    Folder,
    /// With a name to begin with.
    NewFile(String),
}

/// The computer around the window.
pub trait World {
    fn now(&self) -> Timestamp;
    fn today(&self) -> Date;
    /// The account that works here.
    fn who(&self) -> String;
    /// Where dossiers lie unless one chooses otherwise; `None` where the system names no place.
    fn data_folder(&self) -> Option<PathBuf>;
    /// Does slow work on a thread of this name.
    fn start(&self, name: &'static str, work: Work);
    /// Asks for a path, and goes on with the answer later.
    fn ask_path(&self, question: PathQuestion, then: WithPath);
    /// Opens a file in the program that the system has for it; whether that began.
    fn show(&self, path: &Path) -> bool;
    /// Prints a PDF as the system does that, and goes on with what became of it.
    fn print(&self, path: PathBuf, then: WithPrinted);
    /// What was remembered the last time; empty the first time.
    /// What this computer is called.
    fn computer(&self) -> String;
    /// Who copies or shares what lies there.
    fn shared_place(&self, path: &Path) -> Option<SharedPlace>;
    fn recall(&self) -> Preferences;
    fn remember(&self, preferences: &Preferences);
}

/// What the window remembers of itself. Paths and tastes; never a name of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The dossiers that were open, the last one first.
    pub recent: Vec<PathBuf>,
    pub dark: Option<bool>,
    /// Where papers were last saved.
    pub folder: Option<PathBuf>,
    /// After how many minutes in which nothing is done a dossier with a password is locked; 0: never.
    pub lock_after: Option<u16>,
    /// What is remembered of backups, per dossier.
    pub backups: Vec<BackupPlan>,
    /// Dossiers of which was said that they lie where others copy or share them.
    pub warned: Vec<PathBuf>,
}

/// How many dossiers are remembered.
const MOST_RECENT: usize = 6;

impl Preferences {
    /// A dossier was opened.
    pub fn opened(&mut self, path: &Path) {
        self.recent.retain(|own| own != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(MOST_RECENT);
    }
}
