//! An open dossier, and what of it stands ready for the screen. Loads; draws nothing and changes nothing.

use jiff::civil::Date;

use crate::app::action::{KwalificatieFor, Place};
use crate::app::batch::Batches;
use crate::app::handover::TakingIn;
use crate::app::issued_rows::{IssuedRow, issued_rows};
use crate::app::listing::Listing;
use crate::app::pages::{LearnerPage, LeerbedrijfPage, Page, Signing};
use crate::app::past::Past;
use crate::app::rows::{
    LearnerRow, LeerbedrijfRow, learner_rows, leerbedrijf_row, leerbedrijf_rows,
};
use crate::app::selection::Selection;
use crate::catalogue::Catalogue;
use crate::domain::draft::Wanted;
use crate::domain::readiness::warnings;
use crate::domain::{
    AnyRecord, Day, Id, Leerbedrijf, Ondertekenaar, PersonName, Praktijkbegeleider, RecordKind,
    Route, School, ShortText, Stored, Subject, Title,
};
use crate::files::SharedPlace;
use crate::store::{Store, StoreError, UndoState};
use crate::texts::choices;

/// The dossier and everything that is kept ready beside it.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) store: Store,
    pub(crate) school: School,
    pub(crate) begeleiders: Vec<Stored<Praktijkbegeleider>>,
    /// Who may sign on behalf of the examencommissie.
    pub(crate) ondertekenaars: Vec<Stored<Ondertekenaar>>,
    pub(crate) learners: Listing<LearnerRow>,
    pub(crate) leerbedrijven: Listing<LeerbedrijfRow>,
    pub(crate) batches: Batches,
    /// A handover that is looked at.
    pub(crate) taking_in: Option<TakingIn>,
    /// Learners that are ticked in their list.
    pub(crate) selected: Selection,
    /// What was put aside, and who is past the term.
    pub(crate) past: Past,
    /// Every issued document.
    pub(crate) issued: Listing<IssuedRow>,
    pub(crate) catalogue: Catalogue,
    pub(crate) undo: UndoState,
    /// Nothing can be changed, and why.
    pub(crate) only_read: Option<OnlyRead>,
    /// Who copies or shares the file while it is in use.
    pub(crate) shared: Option<SharedPlace>,
    /// Rows that point at nothing.
    pub(crate) loose: u64,
    pub(crate) page: Page,
    /// Place and date of signing as typed: the same for all papers of one sitting.
    pub(crate) signing: Signing,
    /// The document that was chosen to look at; that of another learner counts for nothing here.
    pub(crate) chosen: Option<Wanted>,
    today: Date,
    /// How often something was changed.
    changes: u64,
}

/// Why nothing can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum OnlyRead {
    /// The file may not be written.
    Marked,
    /// Another program has it; this is how it stood then.
    Busy { at: String },
}

impl Session {
    /// Loads what the lists show; with 100,000 learners that takes a moment.
    pub(crate) fn load(store: Store, today: Date) -> Result<Self, StoreError> {
        let begeleiders = store.praktijkbegeleiders()?;
        let learners = learner_rows(&store, &begeleiders)?;
        let leerbedrijven = Listing::new(leerbedrijf_rows(&store)?);
        let issued = Listing::new(issued_rows(&store)?);
        let catalogue = Catalogue::new(&store.own_entries()?);
        let school = store.school()?;
        let ondertekenaars = store.ondertekenaars()?;
        let undo =
            if store.is_only_to_read() { UndoState::default() } else { store.undo_state()? };
        let place = school.plaats.as_ref().map_or("", ShortText::as_str).to_owned();
        let date = crate::domain::day::shown(today);
        Ok(Self {
            store,
            school,
            begeleiders,
            ondertekenaars,
            learners: Listing::new(learners),
            leerbedrijven,
            batches: Batches::default(),
            taking_in: None,
            selected: Selection::default(),
            past: Past::default(),
            issued,
            catalogue,
            undo,
            only_read: None,
            shared: None,
            loose: 0,
            page: Page::List,
            signing: Signing { place, date },
            chosen: None,
            today,
            changes: 0,
        })
    }

    /// Loads what this place shows.
    pub(crate) fn arrive(&mut self, place: Place) -> Result<(), StoreError> {
        self.page = match place {
            Place::Learners
            | Place::Leerbedrijven
            | Place::Documents
            | Place::Batch
            | Place::TakeIn
            | Place::Catalogue
            | Place::Settings(_) => Page::List,
            Place::Past(part) => {
                self.load_past(part)?;
                Page::List
            }
            Place::NewLearner => Page::Learner(Box::new(LearnerPage::new_one())),
            Place::Learner(id, part) => Page::Learner(Box::new(self.learner_page(id, part)?)),
            Place::NewLeerbedrijf => Page::Leerbedrijf(Box::new(LeerbedrijfPage::new_one())),
            Place::Leerbedrijf(id) => Page::Leerbedrijf(Box::new(self.leerbedrijf_page(id)?)),
            Place::Document(number) => Page::Document(Box::new(self.document_page(number)?)),
        };
        Ok(())
    }

    /// Another number as soon as the data may be others.
    pub(crate) const fn changes(&self) -> u64 {
        self.changes
    }

    pub(crate) const fn data_changed(&mut self) {
        self.changes += 1;
    }

    /// Loads anew what a change may have touched.
    pub(crate) fn after(&mut self, subject: Subject, place: Place) -> Result<(), StoreError> {
        self.data_changed();
        self.undo = self.store.undo_state()?;
        self.load_about(subject)?;
        self.arrive(place)
    }

    /// As [`Self::after`], for what was taken back: that may have been of several kinds at once.
    pub(crate) fn after_undo(&mut self, subject: Subject, place: Place) -> Result<(), StoreError> {
        for kind in self.store.kinds_of_newest()? {
            if kind != subject.kind {
                self.load_about(Subject { kind, id: 0 })?;
            }
        }
        self.after(subject, place)
    }

    pub(crate) fn load_about(&mut self, subject: Subject) -> Result<(), StoreError> {
        match subject.kind {
            RecordKind::School => self.load_school()?,
            RecordKind::Praktijkbegeleider => {
                self.begeleiders = self.store.praktijkbegeleiders()?;
                self.learners.reword(|row| row.name_begeleider(&self.begeleiders));
            }
            RecordKind::Learner if subject.id == 0 => {
                self.learners.renew(learner_rows(&self.store, &self.begeleiders)?);
                self.selected.keep_to(&self.learners);
            }
            RecordKind::Learner => {
                let line = self.store.learner_line(Id::new(subject.id))?;
                let row = line.map(|line| LearnerRow::new(line, &self.begeleiders));
                self.learners.update(subject.id, row);
                self.selected.keep_to(&self.learners);
            }
            RecordKind::Leerbedrijf if subject.id == 0 => {
                self.leerbedrijven.renew(leerbedrijf_rows(&self.store)?);
            }
            RecordKind::Leerbedrijf => {
                let row = leerbedrijf_row(&self.store, Id::new(subject.id))?;
                self.leerbedrijven.update(subject.id, row);
            }
            RecordKind::Ondertekenaar => self.ondertekenaars = self.store.ondertekenaars()?,
            RecordKind::OwnEntry => self.catalogue = Catalogue::new(&self.store.own_entries()?),
            RecordKind::Praktijkopleider
            | RecordKind::Erkenning
            | RecordKind::Traineeship
            | RecordKind::ExamComponent
            | RecordKind::Evidence
            | RecordKind::Voortgangstoets
            | RecordKind::ReceivedDocument => {}
        }
        Ok(())
    }

    /// It became another day: the date of signing goes along, unless another was typed.
    pub(crate) fn today_is(&mut self, today: Date) {
        if self.today != today {
            if self.signing.date == crate::domain::day::shown(self.today) {
                self.signing.date = crate::domain::day::shown(today);
            }
            self.today = today;
        }
    }

    /// Place and date of signing were typed: what is missing and what warns may change with them.
    pub(crate) fn sign(&mut self, signing: Signing) {
        if self.signing == signing {
            return;
        }
        self.signing = signing;
        let (place, date) = (self.signing.place(), self.signing.date());
        if let Page::Learner(page) = &mut self.page {
            for view in &mut page.traineeships {
                view.concept.place = place.clone();
                view.concept.date = date;
                view.missing = view.concept.missing_facts();
                view.warnings = warnings(&view.concept);
            }
        }
        self.sign_documents();
    }

    pub(crate) const fn today(&self) -> Date {
        self.today
    }

    /// What a record is called where another points at it; its number where it is gone.
    pub(crate) fn name_of(&self, kind: RecordKind, id: i64) -> String {
        let name = match self.store.record(kind, id) {
            Ok(AnyRecord::Learner(learner)) => learner.name().official(),
            Ok(AnyRecord::Leerbedrijf(Leerbedrijf { naam, .. })) => {
                naam.as_ref().map_or("", Title::as_str).to_owned()
            }
            Ok(AnyRecord::Praktijkopleider(person)) => person.known_name(),
            Ok(AnyRecord::Praktijkbegeleider(person)) => person.known_name(),
            Ok(AnyRecord::Ondertekenaar(Ondertekenaar { naam, .. })) => {
                naam.as_ref().map_or("", PersonName::as_str).to_owned()
            }
            Ok(AnyRecord::Voortgangstoets(test)) => test.title.as_str().to_owned(),
            Ok(AnyRecord::ReceivedDocument(document)) => document.number.as_str().to_owned(),
            Ok(AnyRecord::ExamComponent(component)) => component.title.as_str().to_owned(),
            Ok(AnyRecord::Traineeship(traineeship)) => {
                self.name_of(RecordKind::Leerbedrijf, traineeship.leerbedrijf.raw())
            }
            Ok(
                AnyRecord::School(_)
                | AnyRecord::Erkenning(_)
                | AnyRecord::Evidence(_)
                | AnyRecord::OwnEntry(_),
            )
            | Err(_) => String::new(),
        };
        if name.is_empty() {
            let route = self.route_of(Subject { kind, id });
            format!("{} {id}", choices::record_for(kind, route))
        } else {
            name
        }
    }

    /// The route of a learner, which decides the words; `None` for anything else.
    pub(crate) fn route_of(&self, subject: Subject) -> Option<Route> {
        let learner = (subject.kind == RecordKind::Learner).then(|| Id::new(subject.id))?;
        self.store.learner(learner).ok()?.value.route
    }

    /// The route of the learner on this page.
    pub(crate) fn route(&self) -> Option<Route> {
        match &self.page {
            Page::Learner(page) => page.learner.value.route,
            Page::List | Page::Leerbedrijf(_) | Page::Document(_) => None,
        }
    }

    /// When that on this page begins for which a kwalificatie is chosen.
    pub(crate) fn begin_of(&self, purpose: KwalificatieFor) -> Option<Day> {
        let Page::Learner(page) = &self.page else { return None };
        let id = match purpose {
            KwalificatieFor::Traineeship(id) | KwalificatieFor::Extra(id) => id,
            KwalificatieFor::Learner(_) => return page.learner.value.start,
            KwalificatieFor::Erkenning(_) | KwalificatieFor::Component(_) => return None,
        };
        let view = page.traineeships.iter().find(|view| view.traineeship().id == id)?;
        view.traineeship().value.from
    }

    /// Whether what a place shows is still there.
    pub(crate) fn exists(&self, place: Place) -> bool {
        match place {
            Place::Learner(id, _) => self.store.learner(id).is_ok(),
            Place::Leerbedrijf(id) => self.store.leerbedrijf(id).is_ok(),
            Place::TakeIn => self.taking_in.is_some(),
            Place::Learners
            | Place::NewLearner
            | Place::Leerbedrijven
            | Place::NewLeerbedrijf
            | Place::Documents
            // Lines of the register stay.
            | Place::Document(_)
            | Place::Batch
            | Place::Catalogue
            | Place::Settings(_)
            | Place::Past(_) => true,
        }
    }

    /// Papers are mostly signed where the school is.
    fn load_school(&mut self) -> Result<(), StoreError> {
        self.school = self.store.school()?;
        if self.signing.place.is_empty()
            && let Some(place) = &self.school.plaats
        {
            self.signing.place = place.as_str().to_owned();
        }
        Ok(())
    }
}
