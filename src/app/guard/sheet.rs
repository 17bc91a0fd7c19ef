//! The sheet with the recovery code: printed, or saved.

use egui::Context;

use crate::app::App;
use crate::app::dialogs::Dialog;
use crate::app::perform::Done;
use crate::app::world::{PathKind, PathQuestion};
use crate::documents::recovery::{Recovery, pdf};
use crate::texts::{documents as words, errors, recovery as text, window};

impl App {
    pub(crate) fn save_sheet(&mut self, ctx: &Context) {
        let Some(bytes) = self.sheet() else { return };
        let question = PathQuestion {
            title: words::SAVE_TITLE.to_owned(),
            kind: PathKind::NewFile(format!("{}.pdf", text::FILE_NAME)),
            filter: Some((window::PDF_FILES, &["pdf"])),
            folder: None,
        };
        self.ask_path(ctx, question, move |path| Done::PaperPlace(bytes, path));
    }

    pub(crate) fn print_sheet(&mut self, ctx: &Context) {
        let Some(bytes) = self.sheet() else { return };
        if let Some(path) = self.put_aside(&format!("{}.pdf", text::FILE_NAME), &bytes) {
            self.print_file(ctx, path);
        }
    }

    fn sheet(&mut self) -> Option<Vec<u8>> {
        let moment = self.world.now();
        let Some(Dialog::Recovery(step)) = &self.dialog else { return None };
        let dossier = step.path.file_name().unwrap_or_default().to_string_lossy();
        let recovery =
            Recovery { code: step.code(), dossier: &dossier, school: &step.school, day: step.day };
        match pdf(recovery, moment) {
            Ok(bytes) => Some(bytes),
            Err(err) => {
                self.notices.bad(errors::pdf(&err));
                None
            }
        }
    }
}
