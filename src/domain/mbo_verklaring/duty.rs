//! Who must be given a mbo-verklaring (WEB 7.4.6a; domain facts 2: S27, S3).

use crate::domain::mbo_verklaring::Concept;
use crate::domain::{Day, Learner, YesNo};

/// Whether the school must hand one out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// Whether or not it is asked for.
    Must,
    OnRequest,
    Not(NoDuty),
    /// It cannot be told from what is filled in.
    Unknown(Doubt),
}

/// Why nobody has to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDuty {
    /// Not a route of the mbo.
    OtherRoute,
    /// Not enrolled any more is the first condition.
    Enrolled,
    /// A diploma or certificaat was given.
    Diploma,
    NoResult,
    /// It was handed out.
    Done,
}

/// What would have to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    Route,
    /// Whether the results that there are, all of them insufficient, count: no source says so.
    Insufficient,
    Startkwalificatie,
    /// Younger than 23 or not.
    Age,
}

/// Whoever is younger must be given one.
const AGE: i16 = 23;

impl Concept {
    /// As it is on this day.
    pub fn must_get(&self, day: Day) -> Duty {
        let Learner { route, end, diploma, startkwalificatie, geboortedatum, .. } =
            &self.learner.value;
        let Some(end) = end.filter(|end| *end <= day) else { return Duty::Not(NoDuty::Enrolled) };
        match route {
            None => return Duty::Unknown(Doubt::Route),
            Some(route) if !route.is_mbo() => return Duty::Not(NoDuty::OtherRoute),
            Some(_) => {}
        }
        if self.has_mbo_verklaring {
            return Duty::Not(NoDuty::Done);
        }
        if *diploma || self.has_certificate {
            return Duty::Not(NoDuty::Diploma);
        }
        if !self.has_result() {
            let insufficient = self.components.iter().any(|c| c.value.result.is_some());
            return if insufficient {
                Duty::Unknown(Doubt::Insufficient)
            } else {
                Duty::Not(NoDuty::NoResult)
            };
        }
        let younger = geboortedatum.and_then(|born| born.turned(AGE, end)).map(|turned| !turned);
        match (startkwalificatie, younger) {
            (Some(YesNo::Yes), _) | (_, Some(false)) => Duty::OnRequest,
            (Some(YesNo::No), Some(true)) => Duty::Must,
            (None, _) => Duty::Unknown(Doubt::Startkwalificatie),
            (Some(YesNo::No), None) => Duty::Unknown(Doubt::Age),
        }
    }

    /// There is something for one of the parts, whether or not it was chosen for paper.
    fn has_result(&self) -> bool {
        let listed = self.components.iter().filter_map(|c| c.value.result).any(|r| r.is_listed());
        listed
            || self.positive().next().is_some()
            || self.described().next().is_some()
            || self.other().is_some()
    }
}
