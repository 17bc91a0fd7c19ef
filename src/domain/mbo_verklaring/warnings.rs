//! What to look at before a mbo-verklaring or a totaaloverzicht is handed out (domain facts 0.2, 2 and 9.4).

use crate::domain::mbo_verklaring::{Concept, Duty};
use crate::domain::readiness::{self, Warning};
use crate::domain::{Assessment, BpvOption};

impl Concept {
    /// All that warns for the mbo-verklaring.
    pub fn warnings(&self) -> Vec<Warning> {
        let mut out = self.warnings_of_both();
        let owed = self.date.is_some_and(|day| self.must_get(day) == Duty::Must);
        let option = self.learner.value.bpv_option;
        let forgotten = option.is_none()
            && (self.positive().next().is_some() || self.described().next().is_some());
        for (warns, warning) in [
            (owed, Warning::MboVerklaringOwed),
            (self.has_mbo_verklaring, Warning::HasMboVerklaring),
            (forgotten, Warning::PracticeWithoutOption),
            (self.has_insufficient(), Warning::OverviewBelongs),
        ] {
            if warns {
                out.push(warning);
            }
        }
        let all_positive = self
            .traineeships
            .iter()
            .all(|(of, _)| of.value.assessment == Some(Assessment::Positive));
        if option == Some(BpvOption::Whole) && !all_positive {
            out.push(Warning::WholeNotPositive);
        }
        match option {
            Some(BpvOption::Whole | BpvOption::Part) => {
                let estimated = self.positive().any(|(of, _)| of.value.hours_estimated);
                if estimated && self.learner.value.bpv_with_hours {
                    out.push(Warning::HoursEstimated);
                }
            }
            Some(BpvOption::Praktijkverklaring) => {
                if self.verklaringen.iter().any(left_out) {
                    out.push(Warning::PracticeNotPositive);
                }
                for warning in self.described().flat_map(readiness::warnings) {
                    if !out.contains(&warning) {
                        out.push(warning);
                    }
                }
            }
            None => {}
        }
        out
    }

    /// All that warns for the totaaloverzicht.
    pub fn warnings_of_overview(&self) -> Vec<Warning> {
        let mut out = self.warnings_of_both();
        if !self.has_insufficient() && !self.results(|_| true).is_empty() {
            out.push(Warning::NoOverviewNeeded);
        }
        out
    }

    fn warnings_of_both(&self) -> Vec<Warning> {
        let learner = &self.learner.value;
        let enrolled = learner.end.is_none_or(|end| self.date.is_some_and(|day| end > day));
        [
            (learner.voornamen.is_none(), Warning::NoFirstNames),
            (enrolled, Warning::StillEnrolled),
            (learner.diploma || self.has_certificate, Warning::HasDiploma),
        ]
        .into_iter()
        .filter_map(|(warns, warning)| warns.then_some(warning))
        .collect()
    }

    fn has_insufficient(&self) -> bool {
        self.components.iter().filter_map(|c| c.value.result).any(|result| !result.is_listed())
    }
}

/// Optie 3 is for practice that was assessed positively.
fn left_out(of: &crate::domain::verklaring::Concept) -> bool {
    of.traineeship.value.assessment == Some(Assessment::Negative) && of.able().next().is_some()
}
