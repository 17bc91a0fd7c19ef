//! Sending documents to the printer, and the files that this needs for a while.

use std::path::{Path, PathBuf};

use egui::Context;

use crate::app::App;
use crate::app::perform::Done;
use crate::app::world::Printed;
use crate::domain::DocumentNumber;
use crate::files;
use crate::issuing::{self, NotMade};
use crate::store::Store;
use crate::texts::{errors, register as text};

/// Below the folder of dossiers: files that are only looked at or printed. They go when the dossier is closed, and what
/// a crash left goes at the next start.
pub(crate) const LOOKED_AT: &str = "bekeken";

impl App {
    /// Prints an issued document.
    pub(crate) fn print_issued(&mut self, ctx: &Context, number: DocumentNumber) {
        self.print_made(ctx, &format!("{number}.pdf"), |store| issuing::again(store, number));
    }

    /// As [`Self::print_issued`], and it says that it was printed before.
    pub(crate) fn print_duplicate(&mut self, ctx: &Context, number: DocumentNumber) {
        let moment = self.world.now();
        self.print_made(ctx, &format!("{number}-{}.pdf", text::DUPLICATE_FILE), |store| {
            issuing::duplicate(store, number, moment)
        });
    }

    fn print_made(
        &mut self,
        ctx: &Context,
        name: &str,
        make: impl FnOnce(&Store) -> Result<Vec<u8>, NotMade>,
    ) {
        let Some(session) = &self.session else { return };
        let bytes = match make(&session.store) {
            Ok(bytes) => bytes,
            Err(err) => {
                self.notices.bad(errors::not_made(&err));
                return;
            }
        };
        if let Some(path) = self.put_aside(name, &bytes) {
            self.print_file(ctx, path);
        }
    }

    /// Prints a file that is there.
    pub(crate) fn print_file(&self, ctx: &Context, path: PathBuf) {
        let (outbox, ctx) = (self.outbox.clone(), ctx.clone());
        self.world.print(
            path,
            Box::new(move |printed| {
                outbox.send(Done::PrintedOut(printed)).ok();
                ctx.request_repaint();
            }),
        );
    }

    /// Says what became of a file that was to be printed.
    pub(crate) fn printed_out(&mut self, printed: Printed) {
        match printed {
            Printed::Sent => self.notices.good(text::SENT.to_owned()),
            Printed::InViewer => self.notices.plain(text::IN_VIEWER.to_owned()),
            Printed::Failed => self.notices.bad(text::NOT_PRINTED.to_owned()),
        }
    }

    /// Puts bytes in a file that only this account can read, for a while; `None`: that cannot be, and why was said. Its
    /// name names nobody.
    pub(crate) fn put_aside(&mut self, name: &str, bytes: &[u8]) -> Option<PathBuf> {
        let Some(folder) = self.looked_at_folder() else {
            self.notices.bad(text::NO_FOLDER.to_owned());
            return None;
        };
        let path = folder.join(name);
        let written =
            files::make_own_folder(&folder).and_then(|()| files::write_atomic(&path, bytes));
        if let Err(err) = written {
            self.notices.bad(errors::file(&err));
            return None;
        }
        self.looked_at.insert(path.clone());
        Some(path)
    }

    fn looked_at_folder(&self) -> Option<PathBuf> {
        Some(self.world.data_folder()?.join(LOOKED_AT))
    }

    /// What was only looked at does not lie about.
    pub(crate) fn forget_looked_at(&mut self) {
        for path in std::mem::take(&mut self.looked_at) {
            files::remove_own(&path);
        }
    }

    /// At the start: what an earlier window could not take away. Another window may still be at work, so what is of the
    /// last hour stays.
    pub(crate) fn forget_left_behind(&self) {
        let Some(folder) = self.looked_at_folder() else { return };
        files::remove_own_before(&folder, is_paper, self.world.now());
    }
}

fn is_paper(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "pdf" || ending == "deel")
}
