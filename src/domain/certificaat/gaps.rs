//! What keeps a certificaat from paper, and which field mends it (domain facts 0.3 and 9.4).

use crate::domain::certificaat::Concept;
use crate::domain::gap::{Gap, Gaps, Missing};
use crate::domain::person::{missing_of_person, missing_of_signing};
use crate::domain::{
    ComponentKind, ComponentResult, ExamComponent, ExamComponentField, Field as _, PartCode, Stored,
};

impl Concept {
    /// All that is missing.
    pub fn missing(&self) -> Vec<Missing> {
        let mut out = Gaps::default();
        missing_of_person(&self.learner, self.date, &mut out);
        self.missing_of_component(&mut out);
        missing_of_signing(&self.school, &self.signers, &mut out);
        out.without_spot(Gap::SigningPlace, self.place.is_some());
        out.without_spot(Gap::SigningDate, self.date.is_some());
        out.list()
    }

    fn missing_of_component(&self, out: &mut Gaps) {
        let Stored { id, value } = &self.component;
        let ExamComponent { kind, code, result, partial, decided_on, .. } = value;
        let mut need = |gap, field: ExamComponentField, there: bool| {
            out.need::<ExamComponent>(gap, id.raw(), field.key(), there);
        };
        need(Gap::Certificate, ExamComponentField::Certificate, value.can_have_certificate());
        match kind {
            ComponentKind::Keuzedeel => {
                let coded = code.as_ref().is_some_and(PartCode::is_keuzedeel);
                need(Gap::KeuzedeelCode, ExamComponentField::Code, coded);
            }
            ComponentKind::CertificaatOnderdeel => {
                let coded = code.as_ref().is_some_and(PartCode::is_onderdeel);
                need(Gap::OnderdeelCode, ExamComponentField::Code, coded);
                missing_of_kwalificatie(value, &mut need);
            }
            ComponentKind::Werkproces | ComponentKind::Specifiek | ComponentKind::Generiek => {}
        }
        need(
            Gap::SufficientResult,
            ExamComponentField::Result,
            result.is_some_and(ComponentResult::passes),
        );
        need(Gap::WholeResult, ExamComponentField::Partial, !partial);
        need(Gap::Decision, ExamComponentField::DecidedOn, decided_on.is_some());
    }
}

fn missing_of_kwalificatie(
    component: &ExamComponent,
    need: &mut impl FnMut(Gap, ExamComponentField, bool),
) {
    let ExamComponent { kwalificatie, crebo, niveau, dossier, dossier_crebo, .. } = component;
    need(Gap::KwalificatieName, ExamComponentField::Kwalificatie, kwalificatie.is_some());
    // Chosen as a whole: without any of it, that is one thing to do.
    let none = kwalificatie.is_none() && crebo.is_none();
    need(Gap::Crebo, ExamComponentField::Crebo, none || crebo.is_some());
    need(Gap::Niveau, ExamComponentField::Niveau, none || niveau.is_some());
    need(Gap::DossierName, ExamComponentField::Dossier, dossier.is_some());
    need(Gap::DossierCrebo, ExamComponentField::DossierCrebo, dossier_crebo.is_some());
}
