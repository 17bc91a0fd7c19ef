//! Taking what a dialog holds.

use egui::Context;

use crate::app::App;
use crate::app::action::{DocumentAction, KwalificatieFor};
use crate::app::dialogs::{Dialog, RecordDialog, Werkprocessen};
use crate::app::session::Session;
use crate::catalogue::{Filter, Found};
use crate::changes::{Change, Purpose};
use crate::domain::{
    AnyRecord, Crebo, Day, Erkenning, ExamComponent, FieldError, Id, Learner, Leerbedrijf,
    Praktijkopleider, RecordKind, Route, Scale, Spot, Stored, Title, Traineeship,
};
use crate::store::StoreError;
use crate::texts::{errors, window as text};

impl App {
    /// What the open dialog holds counts; the dialog closes, unless something in it does not fit.
    pub(crate) fn confirm(&mut self, ctx: &Context) {
        match self.dialog.take() {
            None => {}
            Some(Dialog::NewDossier { school, path: Some(path), keeping }) => {
                self.make_dossier(ctx, school, path, keeping);
            }
            Some(Dialog::Unlock(unlock)) => self.try_password(ctx, unlock),
            Some(Dialog::Security(form)) => self.confirm_security(ctx, form),
            Some(Dialog::Recovery(step)) => self.confirm_recovery(ctx, step),
            Some(Dialog::Werkprocessen(chosen)) => self.add_werkprocessen(&chosen),
            Some(Dialog::Record(form)) => self.confirm_record(ctx, form),
            Some(Dialog::Copies(dialog)) => self.confirm_copies(ctx, dialog),
            Some(Dialog::Leave(leave)) => self.leave(ctx, leave),
            Some(Dialog::Shared(_)) => self.put_here(ctx),
            Some(Dialog::Final(asked)) => self.make_final(ctx, asked),
            Some(Dialog::FinalBatch(_)) => self.start_batch(ctx),
            Some(Dialog::MadeFinal(made)) => {
                self.document(ctx, DocumentAction::SaveIssued(made.number));
            }
            Some(Dialog::HandOver(asked)) => self.confirm_hand_over(ctx, asked),
            Some(Dialog::TakeIn(form)) => self.open_handover(ctx, form.path, &form.typed),
            Some(Dialog::Withdraw(asked)) => self.withdraw(asked),
            Some(Dialog::Forget(asked)) => self.forget(asked),
            Some(Dialog::Remove { kind, id, what }) => self.remove(kind, id, &what),
            // These take a hit as soon as it is chosen; without a place there is nothing to make.
            Some(
                Dialog::NewDossier { path: None, .. }
                | Dialog::Kwalificatie { .. }
                | Dialog::Leerbedrijf { .. }
                | Dialog::Component { .. }
                | Dialog::Removed(_)
                | Dialog::Inzage(_)
                | Dialog::Line(_)
                | Dialog::Palette(_),
            ) => {}
        }
    }

    fn remove(&mut self, kind: RecordKind, id: i64, what: &str) {
        if self.apply(&Change::Remove(kind, id)).is_some() {
            self.notices.good(text::removed(what));
        }
    }

    fn confirm_record(&mut self, ctx: &Context, form: RecordDialog) {
        let spot = |field| Spot { kind: form.kind, id: RecordDialog::ID, field };
        let typed = |field: &'static str| {
            let start = form.start.get(field).cloned().unwrap_or_default();
            self.drafts.get(spot(field)).map_or(start, |draft| draft.text.clone())
        };
        let wrong: Vec<(&'static str, String, FieldError)> = form
            .asked
            .iter()
            .filter_map(|field| {
                let text = typed(field);
                let left_out = form.required.contains(field) && text.trim().is_empty();
                let error = match form.kind.check(field, &text)? {
                    Ok(()) if left_out => FieldError::Required,
                    Ok(()) => return None,
                    Err(error) => error,
                };
                Some((*field, text, error))
            })
            .collect();
        let record = AnyRecord::read(form.kind, typed);
        match record {
            Ok(record) if wrong.is_empty() => {
                let change = self.change_of(&form, record);
                self.dialog = Some(Dialog::Record(form));
                if change.is_some_and(|change| self.apply(&change).is_some()) {
                    self.close_dialog(ctx);
                }
            }
            Ok(_) | Err(_) => {
                self.point = wrong.first().map(|(field, ..)| spot(field));
                for (field, text, error) in &wrong {
                    self.drafts.refused(spot(field), text.clone(), *error);
                }
                self.dialog = Some(Dialog::Record(form));
            }
        }
    }

    /// What a form does when it fits; `None`: it cannot be done, and why was said.
    fn change_of(&mut self, form: &RecordDialog, record: AnyRecord) -> Option<Change> {
        let Some(traineeship) = form.signs_for else {
            return Some(match form.id {
                None => Change::Add(record),
                Some(id) => Change::Edit(id, record),
            });
        };
        let session = self.session.as_ref()?;
        match session.store.traineeship(traineeship) {
            Ok(Stored { id, mut value }) => {
                value.praktijkopleider = Some(Id::added(0));
                let signs = Change::Edit(id.raw(), value.into());
                Some(Change::Together(Purpose::Choose, vec![Change::Add(record), signs]))
            }
            Err(err) => {
                self.notices.bad(errors::store(&err));
                None
            }
        }
    }

    fn add_werkprocessen(&mut self, chosen: &Werkprocessen) {
        let Some(session) = &self.session else { return };
        let traineeship = match session.store.traineeship(chosen.traineeship) {
            Ok(traineeship) => traineeship,
            Err(err) => {
                self.notices.bad(errors::store(&err));
                return;
            }
        };
        let catalogue = &session.catalogue;
        let adds: Vec<Change> = catalogue
            .find("", Filter::PartsOf(&chosen.crebo))
            .into_iter()
            .filter(|found| {
                is_werkproces(*found) && found.code().is_some_and(|c| chosen.chosen.contains(c))
            })
            .filter_map(|found| catalogue.facts(found))
            .map(|facts| {
                let component = ExamComponent {
                    traineeship: Some(traineeship.id),
                    scale: Some(Scale::NotStarted),
                    ..facts.component(traineeship.value.learner)
                };
                Change::Add(component.into())
            })
            .collect();
        if !adds.is_empty() {
            self.apply(&Change::Together(Purpose::Choose, adds));
        }
    }

    /// Takes the kwalificatie that was chosen.
    pub(crate) fn take_kwalificatie(&mut self, purpose: KwalificatieFor, crebo: &Crebo) {
        self.dialog = None;
        match self.change_for_kwalificatie(purpose, crebo) {
            Ok(Some(change @ Change::Add(_))) => self.add_then_point(&change, "van"),
            Ok(Some(change)) => drop(self.apply(&change)),
            Ok(None) => {}
            Err(err) => self.notices.bad(errors::store(&err)),
        }
        if let KwalificatieFor::Extra(traineeship) = purpose
            && let Some(session) = &self.session
        {
            let there = crate::app::screens::picks::codes_there(session, traineeship, crebo);
            self.dialog = Some(Dialog::Werkprocessen(Werkprocessen {
                traineeship,
                crebo: crebo.clone(),
                typed: String::new(),
                chosen: std::collections::BTreeSet::new(),
                there,
            }));
        }
    }

    fn change_for_kwalificatie(
        &self,
        purpose: KwalificatieFor,
        crebo: &Crebo,
    ) -> Result<Option<Change>, StoreError> {
        let Some(session) = &self.session else { return Ok(None) };
        Ok(match purpose {
            KwalificatieFor::Traineeship(id) => {
                let mut traineeship = session.store.traineeship(id)?.value;
                if let Some(kwalificatie) = session.catalogue.kwalificatie(crebo) {
                    kwalificatie.fill(&mut traineeship);
                }
                Some(Change::Edit(id.raw(), traineeship.into()))
            }
            KwalificatieFor::Erkenning(leerbedrijf) => {
                let crebo = crebo.clone();
                let new = Erkenning { leerbedrijf, crebo, from: None, to: None };
                Some(Change::Add(new.into()))
            }
            KwalificatieFor::Extra(_) => None,
            KwalificatieFor::Learner(id) => {
                let mut learner = session.store.learner(id)?.value;
                if let Some(kwalificatie) = session.catalogue.kwalificatie(crebo) {
                    learner.opleiding_crebo = Some(kwalificatie.crebo.clone());
                    learner.opleiding = Some(kwalificatie.name.clone());
                    learner.opleiding_niveau = kwalificatie.niveau;
                }
                Some(Change::Edit(id.raw(), learner.into()))
            }
            KwalificatieFor::Component(id) => {
                let mut component = session.store.component(id)?.value;
                if let Some(kwalificatie) = session.catalogue.kwalificatie(crebo) {
                    let dossier = kwalificatie.dossier.as_ref();
                    component.crebo = Some(kwalificatie.crebo.clone());
                    component.kwalificatie = Some(kwalificatie.name.clone());
                    component.niveau = kwalificatie.niveau;
                    component.dossier = dossier.map(|dossier| dossier.name.clone());
                    component.dossier_crebo = dossier.and_then(|dossier| dossier.crebo.clone());
                }
                Some(Change::Edit(id.raw(), component.into()))
            }
        })
    }

    /// The change that puts this text in a field; `None` where it changes nothing, or the record is gone, which was said.
    pub(crate) fn edit_of(&mut self, spot: Spot, typed: &str) -> Option<Change> {
        let mut record = match self.record_at(spot) {
            Ok(record) => record,
            Err(err) => {
                self.notices.bad(errors::store(&err));
                return None;
            }
        };
        let before = record.clone();
        record.set(spot.field, typed)?.ok()?;
        if record == before {
            return None;
        }
        let id = if spot.kind == RecordKind::School { self.school_id() } else { spot.id };
        Some(if id == 0 { Change::Add(record) } else { Change::Edit(id, record) })
    }

    /// A new traineeship, with the agreement that belongs to the route of the learner; `name`: at a leerbedrijf that is
    /// made in the same step.
    pub(crate) fn add_traineeship(
        &mut self,
        learner: Id<Learner>,
        leerbedrijf: Id<Leerbedrijf>,
        name: Option<Title>,
    ) {
        self.dialog = None;
        let Some(session) = &self.session else { return };
        let route = session.store.learner(learner).ok().and_then(|learner| learner.value.route);
        let mut traineeship = Traineeship::blank(learner, leerbedrijf);
        traineeship.agreement = route.map(Route::agreement);
        if name.is_none() {
            traineeship.praktijkopleider = only_praktijkopleider(session, leerbedrijf);
        }
        let add = Change::Add(traineeship.into());
        let change = match name {
            None => add,
            Some(naam) => {
                let new = Leerbedrijf { naam: Some(naam), ..Leerbedrijf::blank() };
                Change::Together(Purpose::Choose, vec![Change::Add(new.into()), add])
            }
        };
        let Some(applied) = self.apply(&change) else { return };
        let Some(session) = &mut self.session else { return };
        // The change may be about the leerbedrijf: the list of these must know it too.
        for subject in applied.records {
            let loaded = session.after(subject, self.place);
            if let Err(err) = loaded {
                self.notices.bad(errors::store(&err));
                return;
            }
        }
    }

    /// What else follows from what was filled in: established by whom and when, once someone can do it.
    pub(crate) fn follow_up(&self, before: &AnyRecord, record: &mut AnyRecord) {
        let (AnyRecord::ExamComponent(before), AnyRecord::ExamComponent(now)) = (before, record)
        else {
            return;
        };
        let (was, is) = (before.scale == Some(Scale::Able), now.scale == Some(Scale::Able));
        if !was && is {
            now.established_on = now.established_on.or(Some(Day::new(self.world.today())));
            now.established_by = now.established_by.or_else(|| self.signer_of(now));
        }
    }

    /// Who signs from now on has established what stood without anyone: only one can sign for this traineeship.
    pub(crate) fn along_with(
        &self,
        before: &AnyRecord,
        record: &AnyRecord,
        id: i64,
    ) -> Vec<Change> {
        let (AnyRecord::Traineeship(before), AnyRecord::Traineeship(now)) = (before, record) else {
            return Vec::new();
        };
        let (None, Some(signer)) = (before.praktijkopleider, now.praktijkopleider) else {
            return Vec::new();
        };
        let components = self.session.as_ref().map(|s| s.store.components_of(now.learner));
        // Where they cannot be read the change itself will say so.
        let components = components.and_then(Result::ok).unwrap_or_default();
        let here = |c: &Stored<ExamComponent>| c.value.traineeship == Some(Id::new(id));
        let open = |c: &Stored<ExamComponent>| {
            c.value.scale == Some(Scale::Able) && c.value.established_by.is_none()
        };
        components
            .into_iter()
            .filter(|component| here(component) && open(component))
            .map(|Stored { id, mut value }| {
                value.established_by = Some(signer);
                Change::Edit(id.raw(), value.into())
            })
            .collect()
    }

    fn signer_of(&self, component: &ExamComponent) -> Option<Id<Praktijkopleider>> {
        let session = self.session.as_ref()?;
        let traineeship = session.store.traineeship(component.traineeship?).ok()?;
        traineeship.value.praktijkopleider
    }
}

/// Where a leerbedrijf has one praktijkopleider, that is the one.
fn only_praktijkopleider(session: &Session, id: Id<Leerbedrijf>) -> Option<Id<Praktijkopleider>> {
    match session.store.praktijkopleiders_of(id).ok()?.as_slice() {
        [only] => Some(only.id),
        _ => None,
    }
}

fn is_werkproces(found: Found<'_>) -> bool {
    found.kind() == crate::domain::OwnEntryKind::Werkproces
}
