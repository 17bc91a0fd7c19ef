//! Reading what a document is made of: its facts as they stand.

use crate::domain::draft::{Draft, Wanted};
use crate::domain::{
    Day, DocumentKind, ExamComponent, Id, Learner, Ondertekenaar, ShortText, Stored,
};
use crate::domain::{certificaat, mbo_verklaring};
use crate::store::{Store, StoreError};

impl Store {
    /// The documents of a kind that could be made for a learner, ready or not; the oldest first.
    pub fn wanted(
        &self,
        kind: DocumentKind,
        learner: Id<Learner>,
    ) -> Result<Vec<Wanted>, StoreError> {
        let traineeships = || -> Result<_, StoreError> {
            let mut ids: Vec<_> =
                self.traineeships_of(learner)?.into_iter().map(|t| t.id).collect();
            ids.sort_unstable();
            Ok(ids)
        };
        Ok(match kind {
            DocumentKind::Praktijkverklaring => {
                traineeships()?.into_iter().map(Wanted::Praktijkverklaring).collect()
            }
            DocumentKind::Overneemblad => {
                traineeships()?.into_iter().map(Wanted::Overneemblad).collect()
            }
            DocumentKind::Certificaat => {
                let mut components = self.components_of(learner)?;
                components.retain(|component| component.value.can_have_certificate());
                let mut ids: Vec<_> = components.into_iter().map(|c| c.id).collect();
                ids.sort_unstable();
                ids.into_iter().map(Wanted::Certificaat).collect()
            }
            DocumentKind::MboVerklaring => vec![Wanted::MboVerklaring(learner)],
            DocumentKind::Totaaloverzicht => vec![Wanted::Totaaloverzicht(learner)],
        })
    }

    /// All facts for a document, as they stand.
    pub fn draft(
        &self,
        wanted: Wanted,
        place: Option<ShortText>,
        date: Option<Day>,
    ) -> Result<Draft, StoreError> {
        Ok(match wanted {
            Wanted::Praktijkverklaring(id) => {
                Draft::Praktijkverklaring(Box::new(self.concept(id, place, date)?))
            }
            Wanted::Overneemblad(id) => {
                Draft::Overneemblad(Box::new(self.concept(id, place, date)?))
            }
            Wanted::Certificaat(id) => {
                Draft::Certificaat(Box::new(self.certificaat(id, place, date)?))
            }
            Wanted::MboVerklaring(id) => {
                Draft::MboVerklaring(Box::new(self.mbo_verklaring(id, place, date)?))
            }
            Wanted::Totaaloverzicht(id) => {
                Draft::Totaaloverzicht(Box::new(self.mbo_verklaring(id, place, date)?))
            }
        })
    }

    /// Everyone who may sign on behalf of the examencommissie.
    pub fn ondertekenaars(&self) -> Result<Vec<Stored<Ondertekenaar>>, StoreError> {
        self.whole("1 ORDER BY id", &[])
    }

    fn signers(&self) -> Result<Vec<Stored<Ondertekenaar>>, StoreError> {
        self.whole("tekent = 1 ORDER BY id", &[])
    }

    fn certificaat(
        &self,
        id: Id<ExamComponent>,
        place: Option<ShortText>,
        date: Option<Day>,
    ) -> Result<certificaat::Concept, StoreError> {
        let component = self.component(id)?;
        let learner = self.learner(component.value.learner)?;
        let traineeship = match component.value.traineeship {
            Some(id) => Some(self.traineeship(id)?),
            None => None,
        };
        let leerbedrijf = match &traineeship {
            Some(traineeship) => Some(self.leerbedrijf(traineeship.value.leerbedrijf)?),
            None => None,
        };
        Ok(certificaat::Concept {
            learner,
            component,
            traineeship,
            leerbedrijf,
            school: self.school()?,
            signers: self.signers()?,
            place,
            date,
        })
    }

    fn mbo_verklaring(
        &self,
        id: Id<Learner>,
        place: Option<ShortText>,
        date: Option<Day>,
    ) -> Result<mbo_verklaring::Concept, StoreError> {
        let mut traineeships = Vec::new();
        let mut verklaringen = Vec::new();
        let mut all = self
            .whole::<crate::domain::Traineeship>("leerling = ?1 ORDER BY van, id", &[&id.raw()])?;
        for traineeship in all.drain(..) {
            verklaringen.push(self.concept(traineeship.id, place.clone(), date)?);
            let leerbedrijf = self.leerbedrijf(traineeship.value.leerbedrijf)?;
            traineeships.push((traineeship, leerbedrijf));
        }
        let mut components: Vec<Stored<ExamComponent>> =
            self.whole("leerling = ?1", &[&id.raw()])?;
        components.sort_by_key(|c| (c.value.sort_key(), c.id));
        Ok(mbo_verklaring::Concept {
            learner: self.learner(id)?,
            school: self.school()?,
            signers: self.signers()?,
            components,
            traineeships,
            verklaringen,
            tests: self.whole("leerling = ?1 ORDER BY id", &[&id.raw()])?,
            has_certificate: self.has(DocumentKind::Certificaat, id)?,
            has_mbo_verklaring: self.has(DocumentKind::MboVerklaring, id)?,
            place,
            date,
        })
    }
}
