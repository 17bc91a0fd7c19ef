//! What keeps a concept from paper, and which field mends it (domain facts 9.4).

use crate::domain::gap::{Gap, Gaps, Missing};
use crate::domain::person::missing_of_person;
use crate::domain::verklaring::{Concept, WERKPROCESSEN};
use crate::domain::{
    ExamComponent, ExamComponentField, Field as _, Leerbedrijf, LeerbedrijfField, PartCode,
    Praktijkopleider, PraktijkopleiderField, Stored, Traineeship, TraineeshipField,
};

impl Concept {
    /// What is missing apart from place and date of signing, which are asked for when the paper is made.
    pub fn missing_facts(&self) -> Vec<Missing> {
        let mut missing = self.missing();
        missing.retain(|m| m.spot.is_some());
        missing
    }

    /// All that is missing.
    pub fn missing(&self) -> Vec<Missing> {
        let mut out = Gaps::default();
        missing_of_person(&self.learner, self.date, &mut out);
        self.missing_of_traineeship(&mut out);
        self.missing_of_components(&mut out);
        self.missing_of_company(&mut out);
        out.without_spot(Gap::SigningPlace, self.place.is_some());
        out.without_spot(Gap::SigningDate, self.date.is_some());
        out.list()
    }

    fn missing_of_traineeship(&self, out: &mut Gaps) {
        let Stored { id, value } = &self.traineeship;
        let mut need = |gap, field: TraineeshipField, there: bool| {
            out.need::<Traineeship>(gap, id.raw(), field.key(), there)
        };
        need(Gap::KwalificatieName, TraineeshipField::Kwalificatie, value.kwalificatie.is_some());
        // Chosen as a whole: without any of it, that is one thing to do.
        let none = value.kwalificatie.is_none() && value.crebo.is_none();
        need(Gap::Crebo, TraineeshipField::Crebo, none || value.crebo.is_some());
        need(Gap::Niveau, TraineeshipField::Niveau, none || value.niveau.is_some());
        need(
            Gap::Hours,
            TraineeshipField::HoursRealised,
            value.hours_realised.is_some_and(|h| h.number() > 0),
        );
        need(
            Gap::Praktijkopleider,
            TraineeshipField::Praktijkopleider,
            self.praktijkopleider.is_some(),
        );
    }

    fn missing_of_components(&self, out: &mut Gaps) {
        let able: Vec<_> = self.able().collect();
        if able.is_empty() {
            out.need::<Traineeship>(
                Gap::Werkproces,
                self.traineeship.id.raw(),
                WERKPROCESSEN,
                false,
            );
        }
        for Stored { id, value } in &able {
            let mut need = |gap, field: ExamComponentField, there: bool| {
                out.need::<ExamComponent>(gap, id.raw(), field.key(), there);
            };
            need(
                Gap::WerkprocesDay,
                ExamComponentField::EstablishedOn,
                value.established_on.is_some(),
            );
            need(
                Gap::WerkprocesOpleider,
                ExamComponentField::EstablishedBy,
                value.established_by.is_some(),
            );
            let werkproces = value.code.as_ref().is_some_and(PartCode::is_werkproces);
            need(Gap::WerkprocesCode, ExamComponentField::Code, werkproces);
            need(Gap::WerkprocesKerntaak, ExamComponentField::Kerntaak, value.kerntaak.is_some());
            // Said once, of the later of two.
            let before =
                || able.iter().take_while(|other| other.id != *id).map(|other| &other.value);
            let titled = before().all(|other| self.same_titles(value, other));
            need(Gap::WerkprocesTitles, ExamComponentField::Title, titled);
            let known = !self.is_extra(value) || value.kwalificatie.is_some();
            let named = before().all(|other| self.same_kwalificatie(value, other));
            need(Gap::ExtraKwalificatie, ExamComponentField::Kwalificatie, known && named);
            need(Gap::ExtraKwalificatie, ExamComponentField::Crebo, !self.named_otherwise(value));
        }
    }

    fn missing_of_company(&self, out: &mut Gaps) {
        if let Some(Stored { id, value }) = &self.praktijkopleider {
            let field = if value.voornaam.is_none() {
                PraktijkopleiderField::Voornaam
            } else {
                PraktijkopleiderField::Achternaam
            };
            let named = value.full_name().is_some();
            out.need::<Praktijkopleider>(Gap::PraktijkopleiderName, id.raw(), field.key(), named);
        }
        let Stored { id, value } = &self.leerbedrijf;
        let mut need = |gap, field: LeerbedrijfField, there: bool| {
            out.need::<Leerbedrijf>(gap, id.raw(), field.key(), there)
        };
        need(Gap::LeerbedrijfName, LeerbedrijfField::Naam, value.naam.is_some());
        need(
            Gap::LeerbedrijfPlace,
            LeerbedrijfField::Vestigingsplaats,
            value.vestigingsplaats.is_some(),
        );
        need(Gap::LeerbedrijfId, LeerbedrijfField::LeerbedrijfId, value.leerbedrijf_id.is_some());
    }
}

impl Concept {
    /// Whether two werkprocessen agree on what their codes mean.
    fn same_titles(&self, one: &ExamComponent, other: &ExamComponent) -> bool {
        let (Some(code), Some(of_other)) = (&one.code, &other.code) else { return true };
        if self.other_crebo(one) != self.other_crebo(other) {
            return true;
        }
        let kerntaak = code.kerntaak() != of_other.kerntaak() || one.kerntaak == other.kerntaak;
        kerntaak && (code != of_other || one.title == other.title)
    }

    /// Whether two werkprocessen of one other kwalificatie agree on its name: paper says it once.
    fn same_kwalificatie(&self, one: &ExamComponent, other: &ExamComponent) -> bool {
        let crebo = self.other_crebo(one);
        crebo.is_none()
            || crebo != self.other_crebo(other)
            || one.kwalificatie == other.kwalificatie
    }

    /// Without a number it would stand under the kwalificatie of the traineeship, yet it bears the name of another.
    fn named_otherwise(&self, component: &ExamComponent) -> bool {
        let own = &self.traineeship.value.kwalificatie;
        component.crebo.is_none()
            && component.kwalificatie.is_some()
            && own.is_some()
            && component.kwalificatie != *own
    }
}
