//! Doing what screens want: the one place where a wish becomes a deed.

use egui::Context;

use crate::app::action::{Action, DossierAction, LearnerPart, Place};
use crate::app::dialogs::{Dialog, RecordDialog};
use crate::app::handover::OpeningHandover;
use crate::app::pages::Page;
use crate::app::taking_back::Back;
use crate::app::{App, above, typing};
use crate::changes::{Change, Purpose};
use crate::domain::{AnyRecord, Id, RecordKind, Spot};
use crate::store::{Applied, Stamp, StoreError};
use crate::texts::errors;

pub(crate) use crate::app::done::Done;

impl App {
    pub(crate) fn perform_all(&mut self, ctx: &Context, actions: Vec<Action>) {
        for action in actions {
            self.perform(ctx, action);
        }
    }

    fn perform(&mut self, ctx: &Context, action: Action) {
        if self.only_to_look(&action) {
            return;
        }
        match action {
            Action::Go(place) => self.go(ctx, place),
            Action::PointAt(spot) => self.point_at(ctx, spot),
            Action::Focus(id) => ctx.memory_mut(|memory| memory.request_focus(id)),
            Action::Settle(spot) => self.settle(spot),
            Action::Set(spot, typed) => {
                self.drafts.typed(spot, typed);
                self.settle(spot);
            }
            Action::Apply(change) => drop(self.apply(&change)),
            Action::AddThenPoint(change, field) => self.add_then_point(&change, field),
            Action::Undo => self.take_back(ctx, Back::Undo),
            Action::Redo => self.take_back(ctx, Back::Redo),
            Action::Ask(dialog) => self.ask(ctx, dialog),
            Action::CloseDialog => self.close_dialog(ctx),
            Action::Confirm => self.confirm(ctx),
            Action::Dossier(action) => self.dossier(ctx, action),
            Action::TakeKwalificatie(purpose, crebo) => self.take_kwalificatie(purpose, &crebo),
            Action::TakeLeerbedrijf(learner, leerbedrijf) => {
                self.add_traineeship(learner, leerbedrijf, None);
            }
            Action::TakeNewLeerbedrijf(learner, name) => {
                self.add_traineeship(learner, Id::added(0), Some(name));
            }
            Action::ShowInCatalogue(typed) => {
                crate::app::screens::catalogue::type_in(ctx, typed);
                self.go(ctx, Place::Catalogue);
            }
            Action::Document(action) => self.document(ctx, action),
            Action::Batch(action) => self.batch(ctx, action),
            Action::Copies(action) => self.copies(ctx, action),
            Action::Guard(action) => self.guard(ctx, action),
            Action::Trouble(action) => self.trouble(ctx, action),
            Action::Past(action) => self.past(ctx, action),
            Action::Handover(action) => self.handover(ctx, action),
            Action::ChooseLogo(spot) => self.choose_logo(ctx, spot),
            Action::ToggleTheme => self.toggle_theme(ctx),
        }
    }

    /// Takes what came back from work beside the window.
    pub(crate) fn take_done(&mut self, ctx: &Context) {
        while let Ok(done) = self.inbox.try_recv() {
            let Some(done) = self.unless_locked(done) else { continue };
            match done {
                Done::Opened(path, opened) => self.opened(ctx, path, opened),
                Done::NewPlace(path) => {
                    if let Some(Dialog::NewDossier { path: own, .. }) = &mut self.dialog {
                        *own = path.map(crate::app::outside::with_ending).or(own.take());
                    }
                }
                Done::Existing(path) => {
                    if let Some(path) = path {
                        self.dossier(ctx, DossierAction::Open(path));
                    }
                }
                Done::PaperPlace(bytes, path) => self.write_paper(&bytes, path),
                Done::FilePlace { bytes, ending, path } => self.write_file(&bytes, ending, path),
                Done::BatchFolder(folder) => self.batch_folder(folder),
                Done::BatchFolderThenStart(folder) => {
                    if folder.is_some() {
                        self.batch_folder(folder);
                        self.start_batch(ctx);
                    }
                }
                Done::Printed(back) => self.printed(ctx, back),
                Done::Copies(back) => self.copies_back(ctx, back),
                Done::Guard(back) => self.guard_back(ctx, back),
                Done::Trouble(back) => self.trouble_back(ctx, back),
                Done::Moved(moved) => self.moved(ctx, *moved),
                Done::PrintedOut(printed) => self.printed_out(printed),
                Done::HandoverPlace(asked, path) => self.hand_over(ctx, asked, path),
                Done::HandedOver(dossier, asked, made) => self.handed_over(dossier, &asked, made),
                Done::HandoverFile(Some(path)) => {
                    self.ask(ctx, Dialog::TakeIn(OpeningHandover::of(path)));
                }
                Done::HandoverFile(None) => {}
                Done::CameIn(dossier, path, opened) => {
                    self.handover_opened(ctx, dossier, path, opened)
                }
                Done::Logo { dossier, spot, picture } => self.set_logo(dossier, spot, picture),
            }
        }
    }

    pub(crate) fn stamp(&self) -> Stamp {
        Stamp { at: self.world.now(), who: self.world.who() }
    }

    /// Goes somewhere, after what was being typed has been taken.
    pub(crate) fn go(&mut self, ctx: &Context, place: Place) {
        if !self.is_reachable() {
            return;
        }
        self.settle_all(ctx);
        typing::forget(ctx);
        let today = self.world.today();
        let Some(session) = &mut self.session else { return };
        session.today_is(today);
        match session.arrive(place) {
            Ok(()) => self.now_at(ctx, place),
            Err(err) => {
                self.notices.bad(errors::store(&err));
                self.place = above(place);
                session.page = Page::List;
            }
        }
        if place == Place::NewLearner {
            self.point = Some(Spot { kind: RecordKind::Learner, id: 0, field: "voornamen" });
        } else if place == Place::NewLeerbedrijf {
            self.point = Some(Spot { kind: RecordKind::Leerbedrijf, id: 0, field: "naam" });
        }
    }

    /// Takes everything that was typed and not looked at yet.
    pub(crate) fn settle_all(&mut self, _ctx: &Context) {
        for spot in self.drafts.unsettled() {
            self.settle(spot);
        }
    }

    /// Takes what was typed in a field: kept when it fits, marked when it does not.
    pub(crate) fn settle(&mut self, spot: Spot) {
        let Some(draft) = self.drafts.get(spot).filter(|draft| draft.error.is_none()) else {
            return;
        };
        let typed = draft.text.clone();
        if spot.id == RecordDialog::ID {
            if let Some(Err(error)) = spot.kind.check(spot.field, &typed)
                && !typed.trim().is_empty()
            {
                self.drafts.refused(spot, typed, error);
            }
            return;
        }
        if !self.is_reachable() {
            return;
        }
        let mut record = match self.record_at(spot) {
            Ok(record) => record,
            Err(err) => {
                if !err.may_pass() {
                    self.drafts.forget(spot);
                }
                self.notices.bad(errors::store(&err));
                return;
            }
        };
        let before = record.clone();
        if self.only_read_back(spot, &record, &typed) {
            return;
        }
        match record.set(spot.field, &typed) {
            Some(Err(error)) => self.drafts.refused(spot, typed, error),
            Some(Ok(())) if record == before => self.drafts.forget(spot),
            Some(Ok(())) => {
                self.follow_up(&before, &mut record);
                let along = self.along_with(&before, &record, spot.id);
                self.keep(spot, record, along);
            }
            None => self.drafts.forget(spot),
        }
    }

    fn keep(&mut self, spot: Spot, record: AnyRecord, mut along: Vec<Change>) {
        let id = if spot.kind == RecordKind::School { self.school_id() } else { spot.id };
        let kind = record.kind();
        if id != 0 {
            let mut change = Change::Edit(id, record);
            if !along.is_empty() {
                along.insert(0, change);
                change = Change::Together(Purpose::Choose, along);
            }
            if self.apply(&change).is_some() {
                self.drafts.forget(spot);
            }
            return;
        }
        let Some(applied) = self.apply(&Change::Add(record)) else { return };
        self.drafts.forget(spot);
        self.drafts.move_new(kind, applied.subject.id);
        if let Some(point) = self.point.as_mut().filter(|p| p.kind == kind && p.id == 0) {
            point.id = applied.subject.id;
        }
        let new = applied.subject.id;
        match self.place {
            Place::NewLearner => self.arrive(Place::Learner(Id::new(new), LearnerPart::Facts)),
            Place::NewLeerbedrijf => self.arrive(Place::Leerbedrijf(Id::new(new))),
            Place::Learners
            | Place::Learner(..)
            | Place::Leerbedrijven
            | Place::Leerbedrijf(_)
            | Place::Documents
            | Place::Document(_)
            | Place::Batch
            | Place::TakeIn
            | Place::Catalogue
            | Place::Settings(_)
            | Place::Past(_) => {}
        }
    }

    fn arrive(&mut self, place: Place) {
        let Some(session) = &mut self.session else { return };
        match session.arrive(place) {
            Ok(()) => self.place = place,
            Err(err) => self.notices.bad(errors::store(&err)),
        }
    }

    /// The record to which a field belongs, as the file has it; a new one where it is not made yet.
    pub(crate) fn record_at(&self, spot: Spot) -> Result<AnyRecord, StoreError> {
        let gone = StoreError::Gone { kind: spot.kind, id: spot.id };
        let Some(session) = &self.session else { return Err(gone) };
        if spot.kind == RecordKind::School {
            return Ok(session.school.clone().into());
        }
        if spot.id != 0 {
            return session.store.record(spot.kind, spot.id);
        }
        match &session.page {
            Page::Learner(page) if spot.kind == RecordKind::Learner && page.is_new() => {
                Ok(page.learner.value.clone().into())
            }
            Page::Leerbedrijf(page) if spot.kind == RecordKind::Leerbedrijf && page.is_new() => {
                Ok(page.leerbedrijf.value.clone().into())
            }
            Page::List | Page::Learner(_) | Page::Leerbedrijf(_) | Page::Document(_) => Err(gone),
        }
    }

    /// The school has one row, once anything is known of it.
    pub(crate) fn school_id(&self) -> i64 {
        let there = self.session.as_ref().map(|s| s.store.record(RecordKind::School, 1).is_ok());
        i64::from(there == Some(true))
    }

    /// Changes the data, and loads what that touches. `None`: nothing changed, and why was said.
    pub(crate) fn apply(&mut self, change: &Change) -> Option<Applied> {
        if !self.is_reachable() {
            return None;
        }
        let stamp = self.stamp();
        let place = self.place;
        let session = self.session.as_mut()?;
        let applied = match session.store.apply(change, &stamp) {
            Ok(applied) => applied,
            Err(err) => {
                self.notices.bad(errors::store(&err));
                return None;
            }
        };
        self.notices.no_longer_bad();
        if session.exists(place) {
            let loaded = session.after(applied.subject, place);
            self.say_if_bad(loaded);
        } else {
            let loaded = session.after(applied.subject, above(place));
            self.place = above(place);
            self.say_if_bad(loaded);
        }
        Some(applied)
    }

    pub(crate) fn add_then_point(&mut self, change: &Change, field: &'static str) {
        if let Some(Applied { subject, .. }) = self.apply(change) {
            self.point = Some(Spot { kind: subject.kind, id: subject.id, field });
        }
    }

    pub(crate) fn ask(&mut self, ctx: &Context, mut dialog: Dialog) {
        self.settle_all(ctx);
        if let Dialog::NewDossier { path: path @ None, .. } = &mut dialog {
            *path = self.new_place();
        }
        self.close_dialog(ctx);
        typing::forget(ctx);
        // Nothing keeps the cursor: the dialog takes it.
        ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
        if let Dialog::Record(form) = &dialog {
            let field = form.asked.first().copied().unwrap_or_default();
            self.point = Some(Spot { kind: form.kind, id: RecordDialog::ID, field });
        }
        self.dialog = Some(dialog);
    }

    pub(crate) fn close_dialog(&mut self, ctx: &Context) {
        let closed = self.dialog.take();
        if let Some(Dialog::Recovery(step)) = closed {
            self.give_up(ctx, *step);
        } else if let Some(Dialog::Copies(dialog)) = closed {
            self.left_copies_dialog(dialog);
        } else if let Some(Dialog::Record(form)) = closed {
            let (kind, id) = (form.kind, RecordDialog::ID);
            for field in kind.fields() {
                self.drafts.forget(Spot { kind, id, field: field.key });
            }
        }
    }
}
