//! The real computer around the window.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};

use directories::{ProjectDirs, UserDirs};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::app::printer;
use crate::app::world::{PathKind, PathQuestion, Preferences, WithPath, WithPrinted, Work, World};
use crate::files::{self, SharedPlace, Surroundings};

/// The desktop of this computer.
pub(crate) struct Desktop {
    clock: fn() -> Timestamp,
    who: String,
    folders: Option<ProjectDirs>,
}

/// The largest file of preferences that is read, in bytes.
const PREFERENCES_LIMIT: u64 = 64 * 1024;

impl Desktop {
    pub(crate) fn new(clock: fn() -> Timestamp, who: String) -> Self {
        Self { clock, who, folders: ProjectDirs::from("nl", "", "Praktijkdossier") }
    }

    fn preferences_file(&self) -> Option<PathBuf> {
        self.folders.as_ref().map(|folders| folders.config_local_dir().join("voorkeuren.json"))
    }
}

impl World for Desktop {
    fn now(&self) -> Timestamp {
        (self.clock)()
    }

    fn today(&self) -> Date {
        self.now().to_zoned_datetime(TimeZone::system()).date()
    }

    fn who(&self) -> String {
        self.who.clone()
    }

    fn data_folder(&self) -> Option<PathBuf> {
        self.folders.as_ref().map(|folders| folders.data_local_dir().to_owned())
    }

    fn start(&self, name: &'static str, work: Work) {
        if let Err(err) = std::thread::Builder::new().name(name.to_owned()).spawn(work) {
            // The work is lost, and with it only the answer to a click.
            eprintln!("no thread for {name}: {err}");
        }
    }

    fn ask_path(&self, question: PathQuestion, then: WithPath) {
        let PathQuestion { title, kind, filter, folder } = question;
        let mut dialog = rfd::AsyncFileDialog::new().set_title(title);
        let own = UserDirs::new();
        let documents = own.as_ref().and_then(UserDirs::document_dir).map(Path::to_owned);
        let folder = folder.filter(|folder| folder.is_dir()).or(documents);
        if let Some((name, endings)) = filter {
            dialog = dialog.add_filter(name, endings);
        }
        if let Some(folder) = folder {
            dialog = dialog.set_directory(folder);
        }
        // The dialog is made here, as macOS wants, and waited for elsewhere.
        match kind {
            PathKind::ExistingFile => {
                let chosen = dialog.pick_file();
                self.start("dialog", Box::new(move || then(path_of(wait_for(chosen)))));
            }
            PathKind::Folder => {
                let chosen = dialog.pick_folder();
                self.start("dialog", Box::new(move || then(path_of(wait_for(chosen)))));
            }
            PathKind::NewFile(name) => {
                let chosen = dialog.set_file_name(name).save_file();
                self.start("dialog", Box::new(move || then(path_of(wait_for(chosen)))));
            }
        }
    }

    fn show(&self, path: &Path) -> bool {
        open::that_detached(path).is_ok()
    }

    fn print(&self, path: PathBuf, then: WithPrinted) {
        self.start("print", Box::new(move || then(printer::print(&path))));
    }

    fn computer(&self) -> String {
        gethostname::gethostname().to_string_lossy().into_owned()
    }

    fn shared_place(&self, path: &Path) -> Option<SharedPlace> {
        let path = path.canonicalize().unwrap_or_else(|_not_there| path.to_owned());
        files::shared_place(&path, &Surroundings::of_this_computer())
    }

    fn recall(&self) -> Preferences {
        self.preferences_file()
            .and_then(|path| files::read_limited(&path, PREFERENCES_LIMIT).ok())
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    fn remember(&self, preferences: &Preferences) {
        let Some(path) = self.preferences_file() else { return };
        let written = path.parent().map_or(Ok(()), files::make_folder).and_then(|()| {
            files::write_atomic(&path, &serde_json::to_vec_pretty(preferences).unwrap_or_default())
        });
        if let Err(err) = written {
            // Only tastes are lost.
            eprintln!("preferences not kept: {err}");
        }
    }
}

fn path_of(chosen: Option<rfd::FileHandle>) -> Option<PathBuf> {
    chosen.map(|handle| handle.path().to_owned())
}

/// Waits on this thread until a future is done; a whole runtime would be too much for one dialog.
fn wait_for<F: Future>(future: F) -> F::Output {
    struct Unpark(std::thread::Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut future = std::pin::pin!(future);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => return output,
            Poll::Pending => std::thread::park(),
        }
    }
}
