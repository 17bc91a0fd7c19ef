//! The mbo-certificaat: for an onderdeel of a kwalificatie (bijlage 6) or for a keuzedeel (bijlage 7).
//!
//! Rules: bijlage 8 of the Regeling modellen voor mbo-diploma, mbo-certificaat en mbo-verklaring (BWBR0031616); domain
//! facts 0.3.

mod gaps;

use jiff::civil::Date;

use crate::domain::person::{Kwalificatie, Person, Signer};
use crate::domain::{
    ComponentKind, ComponentResult, Day, ExamComponent, Learner, Leerbedrijf, Ondertekenaar, Route,
    School, Shift, ShortText, Stored, Traineeship,
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
        let (learner, component) = (&self.learner.value, &self.component.value);
        let School { naam, with_result, with_leerweg, with_leerbedrijf, .. } = &self.school;
        Certificaat {
            about: self.about(),
            person: Person::of(learner),
            route: learner.route,
            school: naam.as_ref().map(|naam| naam.as_str().to_owned()),
            requirements: component.requirements.as_ref().map(|text| text.as_str().to_owned()),
            place: self.place.as_ref().map(|place| place.as_str().to_owned()),
            date: self.date.map(Day::date),
            decided_on: component.decided_on.map(Day::date),
            signers: self.signers.iter().map(|signer| Signer::of(&signer.value)).collect(),
            result: component.result.filter(|_| *with_result),
            leerweg: self.leerweg().filter(|_| *with_leerweg),
            leerbedrijf: self.leerbedrijf_name().filter(|_| *with_leerbedrijf),
            shift_right: self.school.shift_right,
            shift_down: self.school.shift_down,
        }
    }

    fn about(&self) -> About {
        let ExamComponent { kind, title, code, dossier, dossier_crebo, .. } = &self.component.value;
        let name = title.as_str().to_owned();
        let code = code.as_ref().map(|code| code.as_str().to_owned());
        match kind {
            ComponentKind::Keuzedeel => About::Keuzedeel { name, code },
            // Of the last three there is no certificaat: that is said as a gap.
            ComponentKind::CertificaatOnderdeel
            | ComponentKind::Werkproces
            | ComponentKind::Specifiek
            | ComponentKind::Generiek => {
                let ExamComponent { kwalificatie, crebo, niveau, .. } = &self.component.value;
                About::Onderdeel {
                    name,
                    code,
                    kwalificatie: Kwalificatie::of(kwalificatie.as_ref(), crebo.as_ref(), *niveau),
                    nlqf: !self.school.no_nlqf,
                    dossier: dossier.as_ref().map(|dossier| dossier.as_str().to_owned()),
                    dossier_crebo: dossier_crebo.as_ref().map(|crebo| crebo.as_str().to_owned()),
                }
            }
        }
    }

    /// A leerweg is of the mbo: who learns at another school has none.
    pub(crate) fn leerweg(&self) -> Option<Route> {
        self.learner.value.route.filter(|route| match route {
            Route::MboBol | Route::MboBbl | Route::DerdeLeerweg => true,
            Route::Pro | Route::Vso | Route::VmboLwt => false,
        })
    }

    pub(crate) fn leerbedrijf_name(&self) -> Option<String> {
        let leerbedrijf = self.leerbedrijf.as_ref()?;
        leerbedrijf.value.naam.as_ref().map(|naam| naam.as_str().to_owned())
    }
}

#[cfg(test)]
mod tests;
