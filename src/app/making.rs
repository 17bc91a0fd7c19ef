//! Making documents: to look at and final; what is done with one that stands in the register.

use std::path::{Path, PathBuf};

use egui::Context;

use crate::app::App;
use crate::app::action::{Action, DocumentAction, LearnerPart, Place};
use crate::app::dialogs::{Dialog, Final, MadeFinal, Withdrawing};
use crate::app::perform::Done;
use crate::app::screens::dialogs::line_id;
use crate::app::world::{PathKind, PathQuestion};
use crate::documents::calibration;
use crate::documents::layout::Standing;
use crate::domain::draft::{Draft, Wanted};
use crate::domain::gap::Missing;
use crate::domain::{
    DocumentKind, DocumentNumber, Entry as _, Id, Learner, RecordKind, School, ShortText, Subject,
};
use crate::files;
use crate::issuing::{self, About, Issued, Naming, NotMade};
use crate::store::RegisterLine;
use crate::texts::{documents as words, errors, readiness, register, window as text};

impl App {
    pub(crate) fn document(&mut self, ctx: &Context, action: DocumentAction) {
        match action {
            DocumentAction::Look(wanted) => {
                if let Some(session) = &mut self.session {
                    session.chosen = Some(wanted);
                }
            }
            DocumentAction::LookFor(learner, kind) => self.look_for(ctx, learner, kind),
            DocumentAction::SaveCalibration => self.save_calibration(ctx),
            DocumentAction::Save(wanted) => self.save_draft(ctx, wanted),
            DocumentAction::AskFinal(wanted) => self.ask_final(ctx, wanted),
            DocumentAction::Open(number) => self.open_issued(number),
            DocumentAction::SaveIssued(number) => {
                if let Some(session) = &self.session {
                    let made = issuing::again(&session.store, number);
                    self.save_of_register(ctx, self.name_of_issued(number), made);
                }
            }
            DocumentAction::SaveDuplicate(number) => {
                let moment = self.world.now();
                if let Some(session) = &self.session {
                    let made = issuing::duplicate(&session.store, number, moment);
                    // Beside the first one, not in its place.
                    let name = self.name_of_issued(number);
                    let name = name.strip_suffix(".pdf").unwrap_or(&name);
                    let name = format!("{name}-{}.pdf", register::DUPLICATE_FILE);
                    self.save_of_register(ctx, name, made);
                }
            }
            DocumentAction::AskWithdraw(number) => self.ask_withdraw(ctx, number),
            DocumentAction::Print(number) => self.print_issued(ctx, number),
            DocumentAction::PrintDuplicate(number) => self.print_duplicate(ctx, number),
        }
    }

    fn look_for(&mut self, ctx: &Context, learner: Id<Learner>, kind: DocumentKind) {
        self.go(ctx, Place::Learner(learner, LearnerPart::Documents));
        let Some(session) = &mut self.session else { return };
        // Where there is none of this kind, the page says what there is.
        session.chosen =
            session.store.wanted(kind, learner).ok().and_then(|all| all.first().copied());
    }

    fn save_calibration(&mut self, ctx: &Context) {
        self.settle_all(ctx);
        let moment = self.world.now();
        let Some(session) = &self.session else { return };
        let School { shift_right, shift_down, .. } = session.school;
        match calibration::pdf(shift_right, shift_down, moment) {
            Ok(bytes) => {
                self.ask_paper_place(ctx, format!("{}.pdf", words::CALIBRATION_FILE), bytes);
            }
            Err(err) => self.notices.bad(errors::pdf(&err)),
        }
    }

    /// The facts of a document as they stand, after what was typed has been taken; `None`: there is nothing to make of
    /// them, and why was said.
    fn draft_to_make(&mut self, ctx: &Context, wanted: Wanted) -> Option<Draft> {
        self.settle_all(ctx);
        let session = self.session.as_ref()?;
        let draft = session.store.draft(wanted, session.signing.place(), session.signing.date());
        let draft = match draft {
            Ok(draft) => draft,
            Err(err) => {
                self.notices.bad(errors::store(&err));
                return None;
            }
        };
        if let Some(wrong) = self.drafts.refused_in(&draft) {
            self.notices.bad(words::WRONG_FIELD.to_owned());
            self.actions.push(Action::PointAt(wrong));
            return None;
        }
        Some(draft)
    }

    /// Makes what does not stand in the register, and asks where it must go.
    fn save_draft(&mut self, ctx: &Context, wanted: Wanted) {
        let Some(draft) = self.draft_to_make(ctx, wanted) else { return };
        let moment = self.world.now();
        let Some(session) = &self.session else { return };
        let sheet = wanted.kind().letters().is_none() && draft.missing().is_empty();
        let (standing, made) = if sheet {
            (Standing::Final, issuing::sheet(&session.store, &draft, moment))
        } else {
            (Standing::Concept, issuing::concept(&session.store, &draft, moment))
        };
        let naming = Naming::of(&session.school);
        let name = issuing::file_name(&About::of(&draft), standing, None, naming);
        match made {
            Ok(bytes) => self.ask_paper_place(ctx, name, bytes),
            Err(err) => self.say_not_made(&err),
        }
    }

    pub(crate) fn ask_paper_place(&self, ctx: &Context, name: String, bytes: Vec<u8>) {
        let question = PathQuestion {
            title: words::SAVE_TITLE.to_owned(),
            kind: PathKind::NewFile(name),
            filter: Some((text::PDF_FILES, &["pdf"])),
            folder: self.preferences.folder.clone(),
        };
        self.ask_path(ctx, question, move |path| Done::PaperPlace(bytes, path));
    }

    pub(crate) fn write_paper(&mut self, bytes: &[u8], path: Option<PathBuf>) {
        let Some(mut path) = path else {
            self.notices.plain(words::NOT_SAVED.to_owned());
            return;
        };
        if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf")) {
            path.as_mut_os_string().push(".pdf");
            // The system asked whether the name that was typed may be overwritten, not this one.
            if path.exists() {
                self.notices.bad(words::file_there(&file_name(&path)));
                return;
            }
        }
        if let Err(err) = files::write_atomic(&path, bytes) {
            self.notices.bad(errors::file(&err));
            return;
        }
        self.preferences.folder = path.parent().map(Path::to_owned);
        self.world.remember(&self.preferences);
        let name = file_name(&path);
        let folder = path.parent().unwrap_or(Path::new("")).display().to_string();
        self.notices.no_longer_bad();
        if self.world.show(&path) {
            self.notices.good(text::paper_saved(&name, &folder));
        } else {
            self.notices.plain(text::paper_saved_not_shown(&name, &folder));
        }
    }

    /// Shows what would be handed out; what is missing is said instead.
    fn ask_final(&mut self, ctx: &Context, wanted: Wanted) {
        let Some(draft) = self.draft_to_make(ctx, wanted) else { return };
        let missing = draft.missing();
        let (Some(place), Some(date)) = draft.signed() else {
            self.say_missing(&missing);
            return;
        };
        if !missing.is_empty() {
            self.say_missing(&missing);
            return;
        }
        let Some(session) = &self.session else { return };
        // What keeps it from being laid out is said when it is made.
        let sheets = || issuing::pages(&session.store, &draft).ok().filter(|pages| *pages > 1);
        let asked = Final {
            wanted,
            person: draft.learner().value.name().official(),
            about: About::of(&draft).description,
            place: place.clone(),
            date,
            route: draft.learner().value.route,
            warnings: draft.warnings(),
            sheets: (wanted.kind() == DocumentKind::Certificaat).then(sheets).flatten(),
            replaces: session.store.to_replace(wanted).ok().flatten(),
        };
        self.ask(ctx, Dialog::Final(asked));
    }

    /// Makes it final: from here on it stands in the register.
    pub(crate) fn make_final(&mut self, ctx: &Context, asked: Final) {
        let stamp = self.stamp();
        let Some(session) = &mut self.session else { return };
        let Final { wanted, person, place, date, .. } = asked;
        match issuing::issue(&mut session.store, wanted, place, date, &stamp) {
            Ok(Issued { number, about, pdf: _ }) => {
                // Another one must not take its place below the dialog.
                session.chosen = Some(wanted);
                self.renew_learner(about.learner, None);
                self.notices.no_longer_bad();
                self.ask(ctx, Dialog::MadeFinal(MadeFinal { number, person }));
            }
            Err(err) => self.say_not_made(&err),
        }
    }

    pub(crate) fn say_not_made(&mut self, err: &NotMade) {
        match err {
            NotMade::Missing(missing) => self.say_missing(missing),
            NotMade::WrongField(_)
            | NotMade::KeepsChanging
            | NotMade::Issued(_)
            | NotMade::NotRegistered
            | NotMade::MustBeIssued
            | NotMade::FileThere(_)
            | NotMade::File(_)
            | NotMade::Store(_)
            | NotMade::Pdf(_)
            | NotMade::Kept(_) => self.notices.bad(errors::not_made(err)),
        }
    }

    fn say_missing(&mut self, missing: &[Missing]) {
        let route = self.session.as_ref().and_then(|session| session.route());
        let Some(first) = missing.first() else { return };
        self.notices.bad(words::not_made_without(&readiness::gap(first.gap, route)));
        if let Some(spot) = first.spot {
            self.actions.push(Action::PointAt(spot));
        }
    }

    fn register_line(&mut self, number: DocumentNumber) -> Option<RegisterLine> {
        match self.session.as_ref()?.store.register_line(number) {
            Ok(line) => Some(line),
            Err(err) => {
                self.notices.bad(errors::store(&err));
                None
            }
        }
    }

    /// Shows an issued document in the program that the system has for it. The file goes when the dossier is closed.
    fn open_issued(&mut self, number: DocumentNumber) {
        let Some(session) = &self.session else { return };
        let bytes = match issuing::again(&session.store, number) {
            Ok(bytes) => bytes,
            Err(err) => {
                self.say_not_made(&err);
                return;
            }
        };
        let Some(path) = self.put_aside(&format!("{number}.pdf"), &bytes) else { return };
        if !self.world.show(&path) {
            self.notices.plain(words::NOT_SHOWN.to_owned());
        }
    }

    fn save_of_register(&mut self, ctx: &Context, name: String, made: Result<Vec<u8>, NotMade>) {
        match made {
            Ok(bytes) => self.ask_paper_place(ctx, name, bytes),
            Err(err) => self.say_not_made(&err),
        }
    }

    /// As when it was made.
    fn name_of_issued(&self, number: DocumentNumber) -> String {
        let line = self.session.as_ref().and_then(|s| s.store.register_line(number).ok());
        let naming = self.session.as_ref().map(|session| Naming::of(&session.school));
        match (line, naming) {
            (Some(line), Some(naming)) => issuing::name_of_line(&line, naming),
            (_, _) => format!("{number}.pdf"),
        }
    }

    fn ask_withdraw(&mut self, ctx: &Context, number: DocumentNumber) {
        let Some(line) = self.register_line(number) else { return };
        let RegisterLine { name, description, date, learner, .. } = line;
        let asked = Withdrawing {
            number,
            learner,
            person: name.unwrap_or_default(),
            about: description.unwrap_or_default(),
            date,
            reason: String::new(),
            asked: false,
        };
        self.ask(ctx, Dialog::Withdraw(asked));
    }

    /// Says of an issued document that it does not count; without a reason the dialog stays.
    pub(crate) fn withdraw(&mut self, asked: Withdrawing) {
        let Ok(reason) = ShortText::parse(&asked.reason) else {
            self.dialog = Some(Dialog::Withdraw(Withdrawing { asked: true, ..asked }));
            self.actions.push(Action::Focus(line_id(words::REASON)));
            return;
        };
        let stamp = self.stamp();
        let Some(session) = &mut self.session else { return };
        match session.store.withdraw(asked.number, &reason, &stamp) {
            Ok(()) => {
                self.renew_learner(asked.learner, Some(asked.number));
                self.notices.good(words::withdrawn(asked.number));
            }
            Err(err) => self.notices.bad(errors::store(&err)),
        }
    }

    /// The register of a learner has another line.
    fn renew_learner(&mut self, id: Id<Learner>, withdrawn: Option<DocumentNumber>) {
        let place = self.place;
        let Some(session) = &mut self.session else { return };
        let lines = session.register_changed(withdrawn);
        let loaded = session.after(Subject { kind: RecordKind::Learner, id: id.raw() }, place);
        self.say_if_bad(lines.and(loaded));
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
