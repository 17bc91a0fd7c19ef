//! The mbo-verklaring and the totaaloverzicht that may go with it (bijlage 9 and 10 of the Regeling modellen voor
//! mbo-diploma, mbo-certificaat en mbo-verklaring, BWBR0031616; domain facts 0.2).

mod duty;
mod gaps;
mod warnings;

use jiff::civil::Date;

use crate::domain::person::{Kwalificatie, Person, Signer};
use crate::domain::verklaring::{self, Praktijkverklaring};
use crate::domain::{
    Assessment, BpvOption, ComponentKind, ComponentResult, Day, ExamComponent, Learner,
    Leerbedrijf, LogoHash, Note, Ondertekenaar, PartCode, Route, School, ShortText, Stored, Title,
    Traineeship, Voortgangstoets,
};

pub use duty::{Doubt, Duty, NoDuty};

/// The field name under which a learner's list of components with a result is pointed at.
pub const RESULTS: &str = "onderdelen";

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
        leerbedrijven: Vec<PracticeAt>,
        /// The school wants the hours printed, which need not be.
        with_hours: bool,
        description: Option<String>,
    },
    /// Optie 3.
    Praktijkverklaringen(Vec<Praktijkverklaring>),
}

/// Where the practice was that was assessed positively: a leerbedrijf as registered by SBB, once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PracticeAt {
    pub leerbedrijf: Option<String>,
    pub vestigingsplaats: Option<String>,
    /// Realised; more than 0. Of all periods together.
    pub hours: Option<u32>,
    pub hours_estimated: bool,
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
        let learner = &self.learner.value;
        MboVerklaring {
            person: Person::of(learner),
            route: self.leerweg(),
            opleiding: self.opleiding(),
            school: self.school_name(),
            logo: self.school.logo.clone(),
            signers: self.signers.iter().map(|signer| Signer::of(&signer.value)).collect(),
            place: self.place.as_ref().map(|place| place.as_str().to_owned()),
            date: self.date.map(Day::date),
            results: self.results(ComponentResult::is_listed),
            practice: self.practice(),
            other: self.other(),
        }
    }

    /// What the totaaloverzicht would say now, gaps and all.
    pub fn overview(&self) -> Totaaloverzicht {
        Totaaloverzicht {
            person: Person::of(&self.learner.value),
            route: self.leerweg(),
            opleiding: self.opleiding(),
            school: self.school_name(),
            signers: self.signers.iter().map(|signer| Signer::of(&signer.value)).collect(),
            place: self.place.as_ref().map(|place| place.as_str().to_owned()),
            date: self.date.map(Day::date),
            results: self.results(|_| true),
        }
    }

    /// The route, where it is one of the mbo.
    fn leerweg(&self) -> Option<Route> {
        self.learner.value.route.filter(|route| route.is_mbo())
    }

    fn opleiding(&self) -> Kwalificatie {
        let Learner { opleiding, opleiding_crebo, opleiding_niveau, .. } = &self.learner.value;
        Kwalificatie::of(opleiding.as_ref(), opleiding_crebo.as_ref(), *opleiding_niveau)
    }

    fn school_name(&self) -> Option<String> {
        self.school.naam.as_ref().map(|naam| Title::as_str(naam).to_owned())
    }

    /// The results that are to be listed, each in its table, in order of code.
    fn results(&self, listed: fn(ComponentResult) -> bool) -> Vec<ResultGroup> {
        let mut components: Vec<&ExamComponent> =
            self.components.iter().map(|c| &c.value).collect();
        components.sort_by_key(|component| component.sort_key());
        let table = |kind| ResultGroup {
            kind,
            lines: components
                .iter()
                .filter(|component| table_of(component.kind) == kind)
                .filter_map(|component| ResultLine::of(component, listed))
                .collect(),
        };
        [ComponentKind::Specifiek, ComponentKind::Generiek, ComponentKind::Keuzedeel]
            .into_iter()
            .map(table)
            .filter(|table| !table.lines.is_empty())
            .collect()
    }

    fn practice(&self) -> Option<Practice> {
        let Learner { bpv_option, bpv_with_hours, bpv_description, .. } = &self.learner.value;
        Some(match (*bpv_option)? {
            option @ (BpvOption::Whole | BpvOption::Part) => Practice::Assessed {
                option,
                leerbedrijven: self.practised_at(),
                with_hours: *bpv_with_hours,
                description: bpv_description.as_ref().map(|text| Note::as_str(text).to_owned()),
            },
            BpvOption::Praktijkverklaring => Practice::Praktijkverklaringen(
                // The school stands on the front page: below each of them it would say the same again.
                self.described()
                    .map(|of| Praktijkverklaring { school: None, ..of.facts() })
                    .collect(),
            ),
        })
    }

    /// Traineeships with a positive assessment, for optie 1 and 2.
    fn positive(&self) -> impl Iterator<Item = &(Stored<Traineeship>, Stored<Leerbedrijf>)> {
        let positive = |of: &Traineeship| of.assessment == Some(Assessment::Positive);
        self.traineeships.iter().filter(move |(traineeship, _)| positive(&traineeship.value))
    }

    /// The praktijkverklaringen of optie 3: there is something that the learner can perform, and nobody judged otherwise.
    fn described(&self) -> impl Iterator<Item = &verklaring::Concept> {
        self.verklaringen.iter().filter(|of| {
            of.traineeship.value.assessment != Some(Assessment::Negative)
                && of.able().next().is_some()
        })
    }

    /// Two periods at one leerbedrijf are one line, with the hours of both.
    fn practised_at(&self) -> Vec<PracticeAt> {
        let mut places: Vec<(_, PracticeAt)> = Vec::new();
        for (Stored { value: traineeship, .. }, Stored { id, value: leerbedrijf }) in
            self.positive()
        {
            let hours = realised(traineeship);
            let estimated = traineeship.hours_estimated;
            if let Some((_, at)) = places.iter_mut().find(|(known, _)| known == id) {
                at.hours = at.hours.zip(hours).map(|(one, other)| one.saturating_add(other));
                at.hours_estimated |= estimated;
                continue;
            }
            let Leerbedrijf { naam, vestigingsplaats, .. } = leerbedrijf;
            let at = PracticeAt {
                leerbedrijf: naam.as_ref().map(|naam| naam.as_str().to_owned()),
                vestigingsplaats: vestigingsplaats.as_ref().map(|place| place.as_str().to_owned()),
                hours,
                hours_estimated: estimated,
            };
            places.push((*id, at));
        }
        places.into_iter().map(|(_, at)| at).collect()
    }

    fn other(&self) -> Option<Other> {
        let text = self.learner.value.other_results.as_ref().map(|text| text.as_str().to_owned());
        let tests: Vec<_> = self
            .tests
            .iter()
            .map(
                |Stored {
                     value: Voortgangstoets { learner: _, title, explanation, result },
                     ..
                 }| {
                    let text =
                        |text: &Option<ShortText>| text.as_ref().map(|t| t.as_str().to_owned());
                    (title.as_str().to_owned(), text(explanation), text(result))
                },
            )
            .collect();
        (text.is_some() || !tests.is_empty()).then_some(Other { text, tests })
    }
}

impl ResultLine {
    fn of(component: &ExamComponent, listed: fn(ComponentResult) -> bool) -> Option<Self> {
        Some(Self {
            code: component.code.as_ref().map(|code| PartCode::as_str(code).to_owned()),
            title: component.title.as_str().to_owned(),
            // A werkproces is never more than a part of its kerntaak.
            partial: component.partial || component.kind == ComponentKind::Werkproces,
            result: component.result.filter(|result| listed(*result))?,
        })
    }
}

/// In which table a result stands. Kerntaken are the specifieke examenonderdelen (bijlage 5); a werkproces is a part of one,
/// and an onderdeel with a certificaat of its own is made of them.
const fn table_of(kind: ComponentKind) -> ComponentKind {
    match kind {
        ComponentKind::Specifiek
        | ComponentKind::Werkproces
        | ComponentKind::CertificaatOnderdeel => ComponentKind::Specifiek,
        ComponentKind::Generiek => ComponentKind::Generiek,
        ComponentKind::Keuzedeel => ComponentKind::Keuzedeel,
    }
}

fn realised(traineeship: &Traineeship) -> Option<u32> {
    traineeship.hours_realised.map(|hours| u32::from(hours.number())).filter(|hours| *hours > 0)
}

#[cfg(test)]
mod tests;
