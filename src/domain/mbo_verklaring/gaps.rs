//! What keeps a mbo-verklaring and a totaaloverzicht from paper, and which field mends it (domain facts 0.2 and 9.4).

use crate::domain::gap::{Gap, Gaps, Missing};
use crate::domain::mbo_verklaring::{Concept, RESULTS, realised};
use crate::domain::person::{missing_of_person, missing_of_signing};
use crate::domain::{
    BpvOption, ComponentKind, ExamComponent, ExamComponentField, Field as _, Learner, LearnerField,
    Leerbedrijf, LeerbedrijfField, Stored, Traineeship, TraineeshipField, Voortgangstoets,
    VoortgangstoetsField,
};

impl Concept {
    /// All that is missing for the mbo-verklaring.
    pub fn missing(&self) -> Vec<Missing> {
        let mut out = Gaps::default();
        self.missing_of_front(&mut out);
        let nothing = self.results(|result| result.is_listed()).is_empty()
            && self.learner.value.bpv_option.is_none()
            && self.other().is_none();
        if nothing {
            self.result_wanted(Gap::Result, LearnerField::BpvOption.key(), &mut out);
        }
        match self.learner.value.bpv_option {
            Some(BpvOption::Whole | BpvOption::Part) => self.missing_of_assessed(&mut out),
            Some(BpvOption::Praktijkverklaring) => self.missing_of_described(&mut out),
            None => {}
        }
        for Stored { id, value: Voortgangstoets { learner: _, title: _, explanation, result } } in
            &self.tests
        {
            let mut need = |gap, field: VoortgangstoetsField, there: bool| {
                out.need::<Voortgangstoets>(gap, id.raw(), field.key(), there);
            };
            need(Gap::TestExplanation, VoortgangstoetsField::Explanation, explanation.is_some());
            need(Gap::TestResult, VoortgangstoetsField::Result, result.is_some());
        }
        out.list()
    }

    /// All that is missing for the totaaloverzicht.
    pub fn missing_of_overview(&self) -> Vec<Missing> {
        let mut out = Gaps::default();
        self.missing_of_front(&mut out);
        if self.results(|_| true).is_empty() {
            self.result_wanted(Gap::ExamResult, RESULTS, &mut out);
        }
        out.list()
    }

    /// What both say: who, of which opleiding, at which school, and signed.
    fn missing_of_front(&self, out: &mut Gaps) {
        missing_of_person(&self.learner, self.date, out);
        let Learner { opleiding, opleiding_crebo, opleiding_niveau, .. } = &self.learner.value;
        let none = opleiding.is_none() && opleiding_crebo.is_none();
        self.need(out, Gap::KwalificatieName, LearnerField::Opleiding, opleiding.is_some());
        // Chosen as a whole: without any of it, that is one thing to do.
        let crebo = none || opleiding_crebo.is_some();
        self.need(out, Gap::Crebo, LearnerField::OpleidingCrebo, crebo);
        let niveau = none || opleiding_niveau.is_some();
        self.need(out, Gap::Niveau, LearnerField::OpleidingNiveau, niveau);
        self.need(out, Gap::Leerweg, LearnerField::Route, self.leerweg().is_some());
        missing_of_signing(&self.school, &self.signers, out);
        out.without_spot(Gap::SigningPlace, self.place.is_some());
        out.without_spot(Gap::SigningDate, self.date.is_some());
    }

    fn need(&self, out: &mut Gaps, gap: Gap, field: LearnerField, there: bool) {
        out.need::<Learner>(gap, self.learner.id.raw(), field.key(), there);
    }

    /// Where a first result could be filled in; `none`: where that begins without any component.
    fn result_wanted(&self, gap: Gap, none: &'static str, out: &mut Gaps) {
        let exam = |component: &&Stored<ExamComponent>| {
            component.value.kind != ComponentKind::Werkproces && component.value.result.is_none()
        };
        match self.components.iter().find(exam) {
            Some(Stored { id, .. }) => {
                let field = ExamComponentField::Result.key();
                out.need::<ExamComponent>(gap, id.raw(), field, false);
            }
            None => out.need::<Learner>(gap, self.learner.id.raw(), none, false),
        }
    }

    fn missing_of_assessed(&self, out: &mut Gaps) {
        if self.positive().next().is_none() {
            match self.traineeships.first() {
                Some((Stored { id, .. }, _)) => {
                    let field = TraineeshipField::Assessment.key();
                    out.need::<Traineeship>(Gap::PositiveAssessment, id.raw(), field, false);
                }
                None => self.need(out, Gap::PositiveAssessment, LearnerField::BpvOption, false),
            }
        }
        for (traineeship, Stored { id, value: Leerbedrijf { naam, vestigingsplaats, .. } }) in
            self.positive()
        {
            let mut need = |gap, field: LeerbedrijfField, there: bool| {
                out.need::<Leerbedrijf>(gap, id.raw(), field.key(), there);
            };
            need(Gap::LeerbedrijfName, LeerbedrijfField::Naam, naam.is_some());
            let place = vestigingsplaats.is_some();
            need(Gap::LeerbedrijfPlace, LeerbedrijfField::Vestigingsplaats, place);
            // The hours need not be printed; but where they are, none is left out.
            let hours =
                !self.learner.value.bpv_with_hours || realised(&traineeship.value).is_some();
            let field = TraineeshipField::HoursRealised.key();
            out.need::<Traineeship>(Gap::Hours, traineeship.id.raw(), field, hours);
        }
    }

    /// Each praktijkverklaring is on paper as it would be alone, so what it lacks is lacking here.
    fn missing_of_described(&self, out: &mut Gaps) {
        if self.described().next().is_none() {
            match self.verklaringen.first() {
                Some(of) => {
                    let id = of.traineeship.id.raw();
                    let field = crate::domain::verklaring::WERKPROCESSEN;
                    out.need::<Traineeship>(Gap::Werkproces, id, field, false);
                }
                None => self.need(out, Gap::Werkproces, LearnerField::BpvOption, false),
            }
        }
        for of in self.described() {
            out.also(of.missing());
        }
    }
}
