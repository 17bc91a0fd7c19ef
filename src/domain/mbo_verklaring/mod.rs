//! The mbo-verklaring and the totaaloverzicht that may go with it (bijlage 9 and 10 of the Regeling modellen voor
//! mbo-diploma, mbo-certificaat en mbo-verklaring, BWBR0031616; domain facts 0.2).

use jiff::civil::Date;

use crate::domain::gap::Missing;
use crate::domain::person::{Kwalificatie, Person, Signer};
use crate::domain::verklaring::{self, Praktijkverklaring};
use crate::domain::{
    BpvOption, ComponentKind, ComponentResult, Day, ExamComponent, Learner, Leerbedrijf, LogoHash,
    Ondertekenaar, Route, School, ShortText, Stored, Traineeship, Voortgangstoets,
};

/// Everything that is printed. What is not known is left open, for a concept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MboVerklaring {
    pub person: Person,
    pub route: Option<Route>,
    pub opleiding: Kwalificatie,
    /// As registered in BRIN.
    pub school: Option<String>,
    pub logo: Option<LogoHash>,
    pub signers: Vec<Signer>,
    pub place: Option<String>,
    pub date: Option<Date>,
    /// Deel 1; empty: left out.
    pub results: Vec<ResultGroup>,
    /// Deel 2.
    pub practice: Option<Practice>,
    /// Deel 3.
    pub other: Option<Other>,
}

/// All results, sufficient and not: a document of its own (deel 4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totaaloverzicht {
    pub person: Person,
    pub route: Option<Route>,
    pub opleiding: Kwalificatie,
    pub school: Option<String>,
    pub signers: Vec<Signer>,
    pub place: Option<String>,
    pub date: Option<Date>,
    pub results: Vec<ResultGroup>,
}

/// A table of results: specifieke or generieke examenonderdelen, or keuzedelen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultGroup {
    pub kind: ComponentKind,
    pub lines: Vec<ResultLine>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultLine {
    pub code: Option<String>,
    pub title: String,
    /// Of a part of the exam only.
    pub partial: bool,
    pub result: ComponentResult,
}

/// Deel 2, "Resultaten beroepspraktijkvorming": one of three options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Practice {
    /// Optie 1 and 2.
    Assessed {
        option: BpvOption,
        /// Name, vestigingsplaats, and the hours if the school wants them printed.
        leerbedrijven: Vec<(Option<String>, Option<String>, Option<u16>)>,
        description: Option<String>,
    },
    /// Optie 3.
    Praktijkverklaringen(Vec<Praktijkverklaring>),
}

/// Deel 3, "Overige resultaten".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    pub text: Option<String>,
    /// Title, short explanation and result.
    pub tests: Vec<(String, Option<String>, Option<String>)>,
}

/// The facts as they stand, with gaps.
#[derive(Clone, Debug)]
pub struct Concept {
    pub learner: Stored<Learner>,
    pub school: School,
    /// Those who sign what is made from now on.
    pub signers: Vec<Stored<Ondertekenaar>>,
    /// All components of the learner.
    pub components: Vec<Stored<ExamComponent>>,
    pub traineeships: Vec<(Stored<Traineeship>, Stored<Leerbedrijf>)>,
    /// Of every traineeship, for optie 3.
    pub verklaringen: Vec<verklaring::Concept>,
    pub tests: Vec<Stored<Voortgangstoets>>,
    /// A certificaat of this learner stands in the register and was not withdrawn.
    pub has_certificate: bool,
    /// A mbo-verklaring of this learner stands in the register and was not withdrawn.
    pub has_mbo_verklaring: bool,
    pub place: Option<ShortText>,
    pub date: Option<Day>,
}

impl Concept {
    /// What the mbo-verklaring would say now, gaps and all.
    pub fn facts(&self) -> MboVerklaring {
        todo!()
    }

    /// What the totaaloverzicht would say now, gaps and all.
    pub fn overview(&self) -> Totaaloverzicht {
        todo!()
    }

    /// All that is missing for the mbo-verklaring.
    pub fn missing(&self) -> Vec<Missing> {
        todo!()
    }

    /// All that is missing for the totaaloverzicht.
    pub fn missing_of_overview(&self) -> Vec<Missing> {
        todo!()
    }
}
