//! An open dossier, and what of it stands ready for the screen. Loads; draws nothing and changes nothing.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::app::action::{KwalificatieFor, LearnerPart, Place};
use crate::app::listing::Listing;
use crate::app::rows::{
    LearnerRow, LeerbedrijfRow, learner_rows, leerbedrijf_row, leerbedrijf_rows,
};
use crate::catalogue::Catalogue;
use crate::domain::gap::Missing;
use crate::domain::readiness::{Warning, warnings};
use crate::domain::verklaring::Concept;
use crate::domain::{
    AnyRecord, Day, Entry as _, Erkenning, Evidence, ExamComponent, Id, Learner, Leerbedrijf,
    Praktijkbegeleider, Praktijkopleider, RecordKind, Route, School, ShortText, Stored, Subject,
    Title, Traineeship,
};
use crate::store::{HistoryLine, Store, StoreError, UndoState};
use crate::texts::choices;

/// The dossier and everything that is kept ready beside it.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) store: Store,
    pub(crate) school: School,
    pub(crate) begeleiders: Vec<Stored<Praktijkbegeleider>>,
    pub(crate) learners: Listing<LearnerRow>,
    pub(crate) leerbedrijven: Listing<LeerbedrijfRow>,
    pub(crate) catalogue: Catalogue,
    pub(crate) undo: UndoState,
    pub(crate) page: Page,
    /// Place and date of signing as typed: the same for all papers of one sitting.
    pub(crate) signing: Signing,
    today: Date,
}

/// What is loaded for the place where one is.
#[derive(Debug)]
pub(crate) enum Page {
    List,
    Learner(Box<LearnerPage>),
    Leerbedrijf(Box<LeerbedrijfPage>),
}

/// Place and date of signing, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signing {
    pub(crate) place: String,
    pub(crate) date: String,
}

impl Signing {
    pub(crate) fn place(&self) -> Option<ShortText> {
        ShortText::parse(&self.place).ok()
    }

    pub(crate) fn date(&self) -> Option<Day> {
        Day::parse(&self.date).ok()
    }
}

/// A learner with all that is the learner's. An id of 0: not made yet.
#[derive(Debug)]
pub(crate) struct LearnerPage {
    pub(crate) learner: Stored<Learner>,
    pub(crate) traineeships: Vec<TraineeshipView>,
    pub(crate) components: Vec<Stored<ExamComponent>>,
    pub(crate) evidence: BTreeMap<i64, Vec<Stored<Evidence>>>,
    pub(crate) history: Vec<HistoryLine>,
}

/// A traineeship with the company, and how far it is from paper.
#[derive(Debug)]
pub(crate) struct TraineeshipView {
    pub(crate) concept: Concept,
    pub(crate) praktijkopleiders: Vec<Stored<Praktijkopleider>>,
    pub(crate) missing: Vec<Missing>,
    pub(crate) warnings: Vec<Warning>,
}

impl TraineeshipView {
    pub(crate) fn traineeship(&self) -> &Stored<Traineeship> {
        &self.concept.traineeship
    }

    pub(crate) fn leerbedrijf_name(&self) -> &str {
        self.concept.leerbedrijf.value.naam.as_ref().map_or("", Title::as_str)
    }
}

/// A leerbedrijf with all that is its own. An id of 0: not made yet.
#[derive(Debug)]
pub(crate) struct LeerbedrijfPage {
    pub(crate) leerbedrijf: Stored<Leerbedrijf>,
    pub(crate) praktijkopleiders: Vec<Stored<Praktijkopleider>>,
    pub(crate) erkenningen: Vec<Stored<Erkenning>>,
    /// With the name of the learner.
    pub(crate) traineeships: Vec<(Stored<Traineeship>, String)>,
}

/// How many lines of a history are shown at once; one more is read, to know whether there are more.
pub(crate) const HISTORY: u32 = 200;

impl Session {
    /// Loads what the lists show; with 100,000 learners that takes a moment.
    pub(crate) fn load(store: Store, today: Date) -> Result<Self, StoreError> {
        let begeleiders = store.praktijkbegeleiders()?;
        let learners = learner_rows(&store, &begeleiders)?;
        let leerbedrijven = Listing::new(leerbedrijf_rows(&store)?);
        let catalogue = Catalogue::new(&store.own_entries()?);
        let school = store.school()?;
        let undo = store.undo_state()?;
        let place = school.plaats.as_ref().map_or("", ShortText::as_str).to_owned();
        let date = crate::domain::day::shown(today);
        Ok(Self {
            store,
            school,
            begeleiders,
            learners: Listing::new(learners),
            leerbedrijven,
            catalogue,
            undo,
            page: Page::List,
            signing: Signing { place, date },
            today,
        })
    }

    /// Loads what this place shows.
    pub(crate) fn arrive(&mut self, place: Place) -> Result<(), StoreError> {
        self.page = match place {
            Place::Learners | Place::Leerbedrijven | Place::Catalogue | Place::Settings => {
                Page::List
            }
            Place::NewLearner => Page::Learner(Box::new(LearnerPage::new_one())),
            Place::Learner(id, part) => Page::Learner(Box::new(self.learner_page(id, part)?)),
            Place::NewLeerbedrijf => Page::Leerbedrijf(Box::new(LeerbedrijfPage::new_one())),
            Place::Leerbedrijf(id) => Page::Leerbedrijf(Box::new(self.leerbedrijf_page(id)?)),
        };
        Ok(())
    }

    /// Loads anew what a change may have touched.
    pub(crate) fn after(&mut self, subject: Subject, place: Place) -> Result<(), StoreError> {
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

    fn load_about(&mut self, subject: Subject) -> Result<(), StoreError> {
        match subject.kind {
            RecordKind::School => self.load_school()?,
            RecordKind::Praktijkbegeleider => {
                self.begeleiders = self.store.praktijkbegeleiders()?;
                self.learners.reword(|row| row.name_begeleider(&self.begeleiders));
            }
            RecordKind::Learner if subject.id == 0 => {
                self.learners.renew(learner_rows(&self.store, &self.begeleiders)?);
            }
            RecordKind::Learner => {
                let line = self.store.learner_line(Id::new(subject.id))?;
                let row = line.map(|line| LearnerRow::new(line, &self.begeleiders));
                self.learners.update(subject.id, row);
            }
            RecordKind::Leerbedrijf if subject.id == 0 => {
                self.leerbedrijven.renew(leerbedrijf_rows(&self.store)?);
            }
            RecordKind::Leerbedrijf => {
                let row = leerbedrijf_row(&self.store, Id::new(subject.id))?;
                self.leerbedrijven.update(subject.id, row);
            }
            RecordKind::OwnEntry => self.catalogue = Catalogue::new(&self.store.own_entries()?),
            RecordKind::Praktijkopleider
            | RecordKind::Erkenning
            | RecordKind::Traineeship
            | RecordKind::ExamComponent
            | RecordKind::Evidence
            | RecordKind::Ondertekenaar
            | RecordKind::Voortgangstoets => {}
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
            Ok(AnyRecord::ExamComponent(component)) => component.title.as_str().to_owned(),
            Ok(AnyRecord::Traineeship(traineeship)) => {
                self.name_of(RecordKind::Leerbedrijf, traineeship.leerbedrijf.raw())
            }
            Ok(
                AnyRecord::School(_)
                | AnyRecord::Ondertekenaar(_)
                | AnyRecord::Voortgangstoets(_)
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
            Page::List | Page::Leerbedrijf(_) => None,
        }
    }

    /// When the traineeship on this page begins for which a kwalificatie is chosen.
    pub(crate) fn begin_of(&self, purpose: KwalificatieFor) -> Option<Day> {
        let id = match purpose {
            KwalificatieFor::Traineeship(id) | KwalificatieFor::Extra(id) => id,
            KwalificatieFor::Erkenning(_) => return None,
        };
        let Page::Learner(page) = &self.page else { return None };
        let view = page.traineeships.iter().find(|view| view.traineeship().id == id)?;
        view.traineeship().value.from
    }

    /// Whether what a place shows is still there.
    pub(crate) fn exists(&self, place: Place) -> bool {
        match place {
            Place::Learner(id, _) => self.store.learner(id).is_ok(),
            Place::Leerbedrijf(id) => self.store.leerbedrijf(id).is_ok(),
            Place::Learners
            | Place::NewLearner
            | Place::Leerbedrijven
            | Place::NewLeerbedrijf
            | Place::Catalogue
            | Place::Settings => true,
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

    fn learner_page(&self, id: Id<Learner>, part: LearnerPart) -> Result<LearnerPage, StoreError> {
        let learner = self.store.learner(id)?;
        let mut traineeships = Vec::new();
        for traineeship in self.store.traineeships_of(id)? {
            traineeships.push(self.traineeship_view(traineeship.id)?);
        }
        let components = self.store.components_of(id)?;
        let mut evidence = BTreeMap::new();
        for component in &components {
            evidence.insert(component.id.raw(), self.store.evidence_of(component.id)?);
        }
        let history = match part {
            LearnerPart::History => self.store.history_of(id, HISTORY + 1)?,
            LearnerPart::Facts
            | LearnerPart::Traineeships
            | LearnerPart::Components
            | LearnerPart::Documents => Vec::new(),
        };
        Ok(LearnerPage { learner, traineeships, components, evidence, history })
    }

    fn traineeship_view(&self, id: Id<Traineeship>) -> Result<TraineeshipView, StoreError> {
        let concept = self.store.concept(id, self.signing.place(), self.signing.date())?;
        let praktijkopleiders = self.store.praktijkopleiders_of(concept.leerbedrijf.id)?;
        let missing = concept.missing_facts();
        let warnings = warnings(&concept);
        Ok(TraineeshipView { concept, praktijkopleiders, missing, warnings })
    }

    fn leerbedrijf_page(&self, id: Id<Leerbedrijf>) -> Result<LeerbedrijfPage, StoreError> {
        let mut traineeships = Vec::new();
        for traineeship in self.store.traineeships_at(id)? {
            let name = self.store.learner(traineeship.value.learner)?.value.name().listed();
            traineeships.push((traineeship, name));
        }
        Ok(LeerbedrijfPage {
            leerbedrijf: self.store.leerbedrijf(id)?,
            praktijkopleiders: self.store.praktijkopleiders_of(id)?,
            erkenningen: self.store.erkenningen_of(id)?,
            traineeships,
        })
    }
}

impl LearnerPage {
    pub(crate) const fn is_new(&self) -> bool {
        self.learner.id.raw() == 0
    }

    fn new_one() -> Self {
        Self {
            learner: Stored { id: Id::new(0), value: Learner::blank() },
            traineeships: Vec::new(),
            components: Vec::new(),
            evidence: BTreeMap::new(),
            history: Vec::new(),
        }
    }
}

impl LeerbedrijfPage {
    pub(crate) const fn is_new(&self) -> bool {
        self.leerbedrijf.id.raw() == 0
    }

    fn new_one() -> Self {
        Self {
            leerbedrijf: Stored { id: Id::new(0), value: Leerbedrijf::blank() },
            praktijkopleiders: Vec::new(),
            erkenningen: Vec::new(),
            traineeships: Vec::new(),
        }
    }
}
