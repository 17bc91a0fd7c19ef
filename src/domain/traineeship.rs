//! A period of practice: a stage, bpv or leerbaan.

use crate::domain::field::record;
use crate::domain::{
    AgreementKind, Assessment, Crebo, Day, Hours, Id, Learner, Leerbedrijf, Niveau, Note,
    Praktijkopleider, Title, TraineeshipStatus,
};

record! {
    /// A learner at a leerbedrijf, guided by one praktijkopleider, for one kwalificatie. The kwalificatie is kept in
    /// full: a change of the catalogue does not alter what was agreed.
    Traineeship, TraineeshipField {
        learner / Learner: Id<Learner> = "leerling",
        leerbedrijf / Leerbedrijf: Id<Leerbedrijf> = "leerbedrijf",
        praktijkopleider / Praktijkopleider: Option<Id<Praktijkopleider>> = "praktijkopleider",
        crebo / Crebo: Option<Crebo> = "crebo",
        /// The name as in the Crebo.
        kwalificatie / Kwalificatie: Option<Title> = "kwalificatie",
        niveau / Niveau: Option<Niveau> = "niveau",
        from / From: Option<Day> = "van",
        to / To: Option<Day> = "tot",
        hours_agreed / HoursAgreed: Option<Hours> = "uren-afgesproken",
        hours_realised / HoursRealised: Option<Hours> = "uren-gerealiseerd",
        /// The realised hours are an estimate, which the regulation allows (S1).
        hours_estimated / HoursEstimated: bool = "uren-geschat",
        agreement / Agreement: Option<AgreementKind> = "overeenkomst",
        signed_school / SignedSchool: Option<Day> = "getekend-school",
        signed_learner / SignedLearner: Option<Day> = "getekend-leerling",
        signed_leerbedrijf / SignedLeerbedrijf: Option<Day> = "getekend-leerbedrijf",
        /// For minors.
        signed_parent / SignedParent: Option<Day> = "getekend-ouder",
        status / Status: TraineeshipStatus = "status",
        note / Note: Option<Note> = "notitie",
        /// The judgement of school and leerbedrijf at its end.
        assessment / Assessment: Option<Assessment> = "beoordeling",
    }
}

impl Traineeship {
    /// One of which only the two sides are known.
    pub const fn blank(learner: Id<Learner>, leerbedrijf: Id<Leerbedrijf>) -> Self {
        Self {
            learner,
            leerbedrijf,
            praktijkopleider: None,
            crebo: None,
            kwalificatie: None,
            niveau: None,
            from: None,
            to: None,
            hours_agreed: None,
            hours_realised: None,
            hours_estimated: false,
            agreement: None,
            signed_school: None,
            signed_learner: None,
            signed_leerbedrijf: None,
            signed_parent: None,
            status: TraineeshipStatus::Running,
            note: None,
            assessment: None,
        }
    }
}
