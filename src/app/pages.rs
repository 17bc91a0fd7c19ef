//! What is loaded for the page where one is. Draws nothing and changes nothing.

use std::collections::BTreeMap;

use crate::app::action::LearnerPart;
use crate::app::issued::DocumentPage;
use crate::app::offers::Documents;
use crate::app::session::Session;
use crate::domain::draft::Wanted;
use crate::domain::gap::Missing;
use crate::domain::readiness::{Warning, warnings};
use crate::domain::verklaring::Concept;
use crate::domain::{
    Day, DocumentNumber, Entry as _, Erkenning, Evidence, ExamComponent, Id, Learner, Leerbedrijf,
    Praktijkopleider, ShortText, Stored, Title, Traineeship,
};
use crate::store::{HistoryLine, StoreError};

/// What is loaded for the place where one is.
#[derive(Debug)]
pub(crate) enum Page {
    List,
    Learner(Box<LearnerPage>),
    Leerbedrijf(Box<LeerbedrijfPage>),
    Document(Box<DocumentPage>),
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
    /// Loaded for the part that shows them.
    pub(crate) documents: Option<Documents>,
}

/// A traineeship with the company, and how far it is from paper.
#[derive(Debug)]
pub(crate) struct TraineeshipView {
    pub(crate) concept: Concept,
    pub(crate) praktijkopleiders: Vec<Stored<Praktijkopleider>>,
    pub(crate) missing: Vec<Missing>,
    pub(crate) warnings: Vec<Warning>,
    /// Its praktijkverklaring was made and counts.
    pub(crate) issued: Option<DocumentNumber>,
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
    pub(crate) fn learner_page(
        &self,
        id: Id<Learner>,
        part: LearnerPart,
    ) -> Result<LearnerPage, StoreError> {
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
        let documents = match part {
            LearnerPart::Documents => Some(self.documents(id)?),
            LearnerPart::Facts
            | LearnerPart::Traineeships
            | LearnerPart::Components
            | LearnerPart::History => None,
        };
        Ok(LearnerPage { learner, traineeships, components, evidence, history, documents })
    }

    pub(crate) fn traineeship_view(
        &self,
        id: Id<Traineeship>,
    ) -> Result<TraineeshipView, StoreError> {
        let concept = self.store.concept(id, self.signing.place(), self.signing.date())?;
        let praktijkopleiders = self.store.praktijkopleiders_of(concept.leerbedrijf.id)?;
        let missing = concept.missing_facts();
        let warnings = warnings(&concept);
        let issued = self.store.standing(Wanted::Praktijkverklaring(id))?;
        Ok(TraineeshipView { concept, praktijkopleiders, missing, warnings, issued })
    }

    pub(crate) fn leerbedrijf_page(
        &self,
        id: Id<Leerbedrijf>,
    ) -> Result<LeerbedrijfPage, StoreError> {
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

    pub(crate) fn new_one() -> Self {
        Self {
            learner: Stored { id: Id::new(0), value: Learner::blank() },
            traineeships: Vec::new(),
            components: Vec::new(),
            evidence: BTreeMap::new(),
            history: Vec::new(),
            documents: None,
        }
    }
}

impl LeerbedrijfPage {
    pub(crate) const fn is_new(&self) -> bool {
        self.leerbedrijf.id.raw() == 0
    }

    pub(crate) fn new_one() -> Self {
        Self {
            leerbedrijf: Stored { id: Id::new(0), value: Leerbedrijf::blank() },
            praktijkopleiders: Vec::new(),
            erkenningen: Vec::new(),
            traineeships: Vec::new(),
        }
    }
}
