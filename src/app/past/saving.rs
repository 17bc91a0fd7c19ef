//! What leaves the dossier as a file: an inzage, or the history.

use std::path::{Path, PathBuf};

use egui::Context;

use crate::app::App;
use crate::app::past::changes::csv_of;
use crate::app::perform::Done;
use crate::app::world::{PathKind, PathQuestion};
use crate::domain::{Id, Learner};
use crate::files;
use crate::issuing;
use crate::texts::{documents as words, errors, inzage as text, past};
use crate::transfer;

/// In which form it is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Pdf,
    Json,
}

impl App {
    /// Asks where, and saves everything that is held of a learner.
    pub(crate) fn save_inzage(&mut self, ctx: &Context, learner: Id<Learner>, form: Form) {
        self.dialog = None;
        self.settle_all(ctx);
        let now = self.world.now();
        let Some(session) = &self.session else { return };
        match form {
            Form::Pdf => match issuing::inzage(&session.store, learner, now) {
                Ok(bytes) => self.ask_paper_place(ctx, format!("{}.pdf", text::FILE), bytes),
                Err(err) => self.say_not_made(&err),
            },
            Form::Json => match transfer::inzage(&session.store, learner, now) {
                Ok(json) => {
                    let bytes = format!("{json:#}\n").into_bytes();
                    self.ask_file_place(ctx, text::FILE, (text::JSON_FILES, &["json"]), bytes);
                }
                Err(err) => self.notices.bad(errors::store(&err)),
            },
        }
    }

    /// Asks where, and saves the changes that are shown.
    pub(crate) fn save_changes(&mut self, ctx: &Context) {
        let Some(session) = &self.session else { return };
        match csv_of(&session.store, &session.past.changes.lines) {
            Ok(bytes) => {
                self.ask_file_place(ctx, past::CSV_FILE, (past::CSV_FILES, &["csv"]), bytes);
            }
            Err(err) => self.notices.bad(errors::store(&err)),
        }
    }

    /// Asks where a file goes that is no document.
    pub(crate) fn ask_file_place(
        &self,
        ctx: &Context,
        name: &str,
        filter: (&'static str, &'static [&'static str]),
        bytes: Vec<u8>,
    ) {
        let ending = filter.1.first().copied().unwrap_or_default();
        let question = PathQuestion {
            title: words::SAVE_TITLE.to_owned(),
            kind: PathKind::NewFile(format!("{name}.{ending}")),
            filter: Some(filter),
            folder: self.preferences.folder.clone(),
        };
        self.ask_path(ctx, question, move |path| Done::FilePlace { bytes, ending, path });
    }

    pub(crate) fn write_file(&mut self, bytes: &[u8], ending: &str, path: Option<PathBuf>) {
        let Some(mut path) = path else {
            self.notices.plain(words::NOT_SAVED.to_owned());
            return;
        };
        if !path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending)) {
            path.as_mut_os_string().push(format!(".{ending}"));
            // The system asked whether the name that was typed may be overwritten, not this one.
            if path.exists() {
                self.notices.bad(words::file_there(&name_of(&path)));
                return;
            }
        }
        match files::write_atomic(&path, bytes) {
            Ok(()) => {
                self.preferences.folder = path.parent().map(Path::to_owned);
                self.world.remember(&self.preferences);
                let folder = path.parent().unwrap_or(Path::new("")).display().to_string();
                self.notices.no_longer_bad();
                self.notices.good(past::saved(&name_of(&path), &folder));
            }
            Err(err) => self.notices.bad(errors::file(&err)),
        }
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
