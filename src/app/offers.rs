//! The documents that can be made for a learner, each as it stands.

use crate::app::pages::Page;
use crate::app::session::Session;
use crate::documents::layout::Standing;
use crate::documents::standing;
use crate::domain::draft::{Draft, Facts, Wanted};
use crate::domain::gap::Missing;
use crate::domain::mbo_verklaring::Duty;
use crate::domain::readiness::Warning;
use crate::domain::{
    Choice as _, Day, DocumentKind, DocumentNumber, Id, Learner, ReceivedDocument, Route, Stored,
    Title, Voortgangstoets,
};
use crate::issuing::{Changed, changed};
use crate::store::{RegisterLine, StoreError};
use crate::texts::{choices, documents as words};

/// All of a learner.
#[derive(Debug)]
pub(crate) struct Documents {
    pub(crate) offers: Vec<Offer>,
    /// What was issued, the newest first.
    pub(crate) register: Vec<RegisterLine>,
    /// What others issued, the newest first.
    pub(crate) received: Vec<Stored<ReceivedDocument>>,
    pub(crate) tests: Vec<Stored<Voortgangstoets>>,
    /// Whether a mbo-verklaring must be handed out.
    pub(crate) duty: Option<Duty>,
}

/// A document that can be made.
#[derive(Debug)]
pub(crate) struct Offer {
    pub(crate) draft: Draft,
    /// What it would say now.
    pub(crate) facts: Facts,
    pub(crate) missing: Vec<Missing>,
    pub(crate) warnings: Vec<Warning>,
    /// What tells it from others of its kind.
    pub(crate) about: String,
    /// Under which it was issued, and counts.
    pub(crate) issued: Option<DocumentNumber>,
    /// Where what was issued differs from the dossier of now.
    pub(crate) changed: Option<Changed>,
    /// The withdrawn one that this one would correct.
    pub(crate) replaces: Option<DocumentNumber>,
}

impl Offer {
    pub(crate) fn wanted(&self) -> Wanted {
        self.draft.wanted()
    }

    pub(crate) fn kind(&self) -> DocumentKind {
        self.wanted().kind()
    }

    /// Kind, and what tells it from others.
    pub(crate) fn name(&self) -> String {
        let kind = choices::document(self.kind());
        if self.about.is_empty() { kind.to_owned() } else { words::kind_about(kind, &self.about) }
    }

    /// As it would be printed now.
    pub(crate) fn standing(&self) -> Standing {
        let complete = self.missing.is_empty();
        standing(self.kind(), if complete { Standing::Final } else { Standing::Concept })
    }
}

/// Whether this kind comes first for who is on this route; the others are there for who looks for them.
pub(crate) fn comes_first(kind: DocumentKind, route: Option<Route>) -> bool {
    match kind {
        DocumentKind::Praktijkverklaring => true,
        DocumentKind::Certificaat | DocumentKind::MboVerklaring | DocumentKind::Totaaloverzicht => {
            route.is_some_and(Route::is_mbo)
        }
        DocumentKind::Overneemblad => false,
    }
}

impl Documents {
    /// The one that is looked at: the one that was chosen, else the first that is ready, else the first.
    pub(crate) fn chosen(&self, chosen: Option<Wanted>) -> Option<&Offer> {
        let chosen = self.offers.iter().find(|offer| Some(offer.wanted()) == chosen);
        let waits = |offer: &&Offer| {
            offer.kind() == DocumentKind::Praktijkverklaring
                && offer.missing.is_empty()
                && offer.issued.is_none()
        };
        chosen.or_else(|| self.offers.iter().find(waits)).or_else(|| self.offers.first())
    }
}

impl Session {
    /// The documents of a learner as they stand.
    pub(crate) fn documents(&self, learner: Id<Learner>) -> Result<Documents, StoreError> {
        let mut offers = Vec::new();
        for kind in DocumentKind::ALL {
            for wanted in self.store.wanted(*kind, learner)? {
                offers.push(self.offer(wanted)?);
            }
        }
        let mut tests = Vec::new();
        let mut duty = None;
        for offer in &offers {
            if let Draft::MboVerklaring(of) = &offer.draft {
                tests.clone_from(&of.tests);
                duty = Some(of.must_get(Day::new(self.today())));
            }
        }
        let received = self.store.received_of(learner)?;
        let register = self.store.register_of(learner)?;
        Ok(Documents { offers, register, received, tests, duty })
    }

    fn offer(&self, wanted: Wanted) -> Result<Offer, StoreError> {
        let draft = self.store.draft(wanted, self.signing.place(), self.signing.date())?;
        let issued = self.store.standing(wanted)?;
        Ok(Offer {
            // What cannot be read is said where it is opened.
            changed: issued.and_then(|number| changed(&self.store, wanted, number).ok()?),
            facts: draft.facts(),
            missing: draft.missing(),
            warnings: draft.warnings(),
            about: about(&draft),
            issued,
            replaces: self.store.to_replace(wanted)?,
            draft,
        })
    }

    /// The documents on this page.
    pub(crate) fn documents_here(&self) -> Option<&Documents> {
        match &self.page {
            Page::Learner(page) => page.documents.as_ref(),
            Page::List | Page::Leerbedrijf(_) | Page::Document(_) => None,
        }
    }

    /// The document that is looked at.
    pub(crate) fn chosen_offer(&self) -> Option<&Offer> {
        self.documents_here()?.chosen(self.chosen)
    }

    /// Place and date of signing stand on every document.
    pub(crate) fn sign_documents(&mut self) {
        let (place, date) = (self.signing.place(), self.signing.date());
        if let Page::Learner(page) = &mut self.page
            && let Some(documents) = &mut page.documents
        {
            for offer in &mut documents.offers {
                offer.draft.sign(place.clone(), date);
                offer.facts = offer.draft.facts();
                offer.missing = offer.draft.missing();
                offer.warnings = offer.draft.warnings();
            }
        }
    }
}

/// What tells a document from others of its kind for the same learner.
fn about(draft: &Draft) -> String {
    match draft {
        Draft::Praktijkverklaring(of) | Draft::Overneemblad(of) => {
            of.leerbedrijf.value.naam.as_ref().map_or("", Title::as_str).to_owned()
        }
        Draft::Certificaat(of) => of.component.value.title.as_str().to_owned(),
        Draft::MboVerklaring(_) | Draft::Totaaloverzicht(_) => String::new(),
    }
}
