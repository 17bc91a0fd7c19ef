//! The mbo-certificaat: for an onderdeel of a kwalificatie (bijlage 6) or for a keuzedeel (bijlage 7).
//!
//! Rules: bijlage 8 of the Regeling modellen voor mbo-diploma, mbo-certificaat en mbo-verklaring (BWBR0031616); domain
//! facts 0.3.

use jiff::civil::Date;

use crate::domain::gap::Missing;
use crate::domain::person::{Kwalificatie, Person, Signer};
use crate::domain::{
    ComponentResult, Day, ExamComponent, Learner, Leerbedrijf, Ondertekenaar, Route, School, Shift,
    ShortText, Stored, Traineeship,
};

/// Everything that is printed, and where on the paper of the school. What is not known is left open, for a concept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificaat {
    pub about: About,
    pub person: Person,
    pub route: Option<Route>,
    /// As registered in BRIN.
    pub school: Option<String>,
    /// Where the legal professional requirements stand that were met.
    pub requirements: Option<String>,
    pub place: Option<String>,
    pub date: Option<Date>,
    /// The decision of the examencommissie; not printed, but without it this stays a concept.
    pub decided_on: Option<Date>,
    pub signers: Vec<Signer>,
    /// What the school adds.
    pub result: Option<ComponentResult>,
    pub leerweg: Option<Route>,
    pub leerbedrijf: Option<String>,
    pub shift_right: Option<Shift>,
    pub shift_down: Option<Shift>,
}

/// For what it is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    Onderdeel {
        name: String,
        code: Option<String>,
        kwalificatie: Kwalificatie,
        /// "(NLQF2/EQF2)" behind the niveau.
        nlqf: bool,
        dossier: Option<String>,
        dossier_crebo: Option<String>,
    },
    Keuzedeel {
        name: String,
        code: Option<String>,
    },
}

/// The facts as they stand, with gaps.
#[derive(Clone, Debug)]
pub struct Concept {
    pub learner: Stored<Learner>,
    pub component: Stored<ExamComponent>,
    /// Where it was learnt, if that is said.
    pub traineeship: Option<Stored<Traineeship>>,
    pub leerbedrijf: Option<Stored<Leerbedrijf>>,
    pub school: School,
    /// Those who sign what is made from now on.
    pub signers: Vec<Stored<Ondertekenaar>>,
    /// Of signing by the examencommissie.
    pub place: Option<ShortText>,
    pub date: Option<Day>,
}

impl Concept {
    /// What would be printed now, gaps and all.
    pub fn facts(&self) -> Certificaat {
        todo!()
    }

    /// All that is missing.
    pub fn missing(&self) -> Vec<Missing> {
        todo!()
    }
}
