//! Any document before it is issued: which one, its facts as they stand, and what keeps it from paper that counts.

use crate::domain::certificaat::{self, Certificaat};
use crate::domain::gap::{Complete, Missing};
use crate::domain::mbo_verklaring::{self, MboVerklaring, Totaaloverzicht};
use crate::domain::readiness::{self, Warning};
use crate::domain::verklaring::{self, Praktijkverklaring};
use crate::domain::{
    Day, DocumentKind, ExamComponent, Id, Learner, LogoHash, ShortText, Stored, Traineeship,
};

/// A document that could be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wanted {
    Praktijkverklaring(Id<Traineeship>),
    Certificaat(Id<ExamComponent>),
    MboVerklaring(Id<Learner>),
    Totaaloverzicht(Id<Learner>),
    Overneemblad(Id<Traineeship>),
}

/// Its facts as they stand.
#[derive(Clone, Debug)]
pub enum Draft {
    Praktijkverklaring(Box<verklaring::Concept>),
    Certificaat(Box<certificaat::Concept>),
    MboVerklaring(Box<mbo_verklaring::Concept>),
    Totaaloverzicht(Box<mbo_verklaring::Concept>),
    Overneemblad(Box<verklaring::Concept>),
}

/// What it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Facts {
    Praktijkverklaring(Praktijkverklaring),
    Certificaat(Certificaat),
    MboVerklaring(MboVerklaring),
    Totaaloverzicht(Totaaloverzicht),
    Overneemblad(Praktijkverklaring),
}

impl Wanted {
    pub const fn kind(self) -> DocumentKind {
        match self {
            Self::Praktijkverklaring(_) => DocumentKind::Praktijkverklaring,
            Self::Certificaat(_) => DocumentKind::Certificaat,
            Self::MboVerklaring(_) => DocumentKind::MboVerklaring,
            Self::Totaaloverzicht(_) => DocumentKind::Totaaloverzicht,
            Self::Overneemblad(_) => DocumentKind::Overneemblad,
        }
    }
}

impl Draft {
    pub fn wanted(&self) -> Wanted {
        match self {
            Self::Praktijkverklaring(of) => Wanted::Praktijkverklaring(of.traineeship.id),
            Self::Certificaat(of) => Wanted::Certificaat(of.component.id),
            Self::MboVerklaring(of) => Wanted::MboVerklaring(of.learner.id),
            Self::Totaaloverzicht(of) => Wanted::Totaaloverzicht(of.learner.id),
            Self::Overneemblad(of) => Wanted::Overneemblad(of.traineeship.id),
        }
    }

    pub fn learner(&self) -> &Stored<Learner> {
        match self {
            Self::Praktijkverklaring(of) | Self::Overneemblad(of) => &of.learner,
            Self::Certificaat(of) => &of.learner,
            Self::MboVerklaring(of) | Self::Totaaloverzicht(of) => &of.learner,
        }
    }

    /// All that is missing.
    pub fn missing(&self) -> Vec<Missing> {
        match self {
            Self::Praktijkverklaring(of) => of.missing(),
            Self::Certificaat(of) => of.missing(),
            Self::MboVerklaring(of) => of.missing(),
            Self::Totaaloverzicht(of) => of.missing_of_overview(),
            // To copy from one needs no signing.
            Self::Overneemblad(of) => of.missing_facts(),
        }
    }

    /// What is missing apart from place and date of signing, which are asked for when the document is made.
    pub fn missing_facts(&self) -> Vec<Missing> {
        let mut missing = self.missing();
        missing.retain(|missing| missing.spot.is_some());
        missing
    }

    pub fn warnings(&self) -> Vec<Warning> {
        readiness::warnings_of(self)
    }

    /// What would be printed now, gaps and all.
    pub fn facts(&self) -> Facts {
        match self {
            Self::Praktijkverklaring(of) => Facts::Praktijkverklaring(of.facts()),
            Self::Certificaat(of) => Facts::Certificaat(of.facts()),
            Self::MboVerklaring(of) => Facts::MboVerklaring(of.facts()),
            Self::Totaaloverzicht(of) => Facts::Totaaloverzicht(of.overview()),
            Self::Overneemblad(of) => Facts::Overneemblad(of.facts()),
        }
    }

    /// The one gate to paper that counts.
    pub fn complete(&self) -> Result<Complete<Facts>, Vec<Missing>> {
        Complete::of(self.facts(), self.missing())
    }

    /// Place and date of signing.
    pub fn signed(&self) -> (Option<&ShortText>, Option<Day>) {
        match self {
            Self::Praktijkverklaring(of) | Self::Overneemblad(of) => (of.place.as_ref(), of.date),
            Self::Certificaat(of) => (of.place.as_ref(), of.date),
            Self::MboVerklaring(of) | Self::Totaaloverzicht(of) => (of.place.as_ref(), of.date),
        }
    }

    /// Place and date of signing become others.
    pub fn sign(&mut self, place: Option<ShortText>, date: Option<Day>) {
        let (own_place, own_date) = match self {
            Self::Praktijkverklaring(of) | Self::Overneemblad(of) => (&mut of.place, &mut of.date),
            Self::Certificaat(of) => (&mut of.place, &mut of.date),
            Self::MboVerklaring(of) | Self::Totaaloverzicht(of) => {
                for verklaring in &mut of.verklaringen {
                    verklaring.place.clone_from(&place);
                    verklaring.date = date;
                }
                (&mut of.place, &mut of.date)
            }
        };
        *own_place = place;
        *own_date = date;
    }
}

impl Facts {
    pub const fn kind(&self) -> DocumentKind {
        match self {
            Self::Praktijkverklaring(_) => DocumentKind::Praktijkverklaring,
            Self::Certificaat(_) => DocumentKind::Certificaat,
            Self::MboVerklaring(_) => DocumentKind::MboVerklaring,
            Self::Totaaloverzicht(_) => DocumentKind::Totaaloverzicht,
            Self::Overneemblad(_) => DocumentKind::Overneemblad,
        }
    }

    /// The logos that stand on it.
    pub fn logos(&self) -> Vec<&LogoHash> {
        fn of(verklaring: &Praktijkverklaring) -> impl Iterator<Item = &LogoHash> {
            verklaring.logo.iter().chain(&verklaring.branche_logo)
        }
        match self {
            Self::Praktijkverklaring(verklaring) => of(verklaring).collect(),
            Self::MboVerklaring(verklaring) => {
                let practice = match &verklaring.practice {
                    Some(mbo_verklaring::Practice::Praktijkverklaringen(all)) => all.as_slice(),
                    Some(mbo_verklaring::Practice::Assessed { .. }) | None => &[],
                };
                verklaring.logo.iter().chain(practice.iter().flat_map(of)).collect()
            }
            Self::Certificaat(_) | Self::Totaaloverzicht(_) | Self::Overneemblad(_) => Vec::new(),
        }
    }
}
