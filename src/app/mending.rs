//! Which field mends what warns. What nothing can mend leads nowhere.

use crate::domain::certificaat;
use crate::domain::draft::Draft;
use crate::domain::mbo_verklaring::{self, Doubt};
use crate::domain::readiness::{self, Warning};
use crate::domain::verklaring::Concept;
use crate::domain::{
    Assessment, Day, Erkenning, ErkenningField, ExamComponent, ExamComponentField, Field as _,
    Learner, LearnerField, Leerbedrijf, LeerbedrijfField, Record, Route, Spot, Stored,
    TraineeshipField,
};

/// The field name under which the place is pointed at where a leerbedrijf gets an erkenning.
pub(crate) const ERKENNINGEN: &str = "erkenningen";

/// The field, if there is one.
pub(crate) fn spot(draft: &Draft, warning: Warning) -> Option<Spot> {
    let learner = draft.learner();
    let practice = || practice(draft, warning);
    let traineeship = |field| Some(at(&practice()?.traineeship, field));
    match warning {
        Warning::NoFirstNames => Some(at(learner, LearnerField::Voornamen)),
        Warning::AgreementNotSigned => traineeship(unsigned(practice()?)),
        Warning::SignedAfterStart => traineeship(signed_last(practice()?)),
        Warning::NoErkenning => Some(Spot {
            kind: Leerbedrijf::KIND,
            id: practice()?.leerbedrijf.id.raw(),
            field: ERKENNINGEN,
        }),
        Warning::ErkenningNotWholePeriod => Some(at(erkenning(practice()?)?, ErkenningField::To)),
        Warning::NoPeriod => match practice()?.traineeship.value.from {
            Some(_) => traineeship(TraineeshipField::To),
            None => traineeship(TraineeshipField::From),
        },
        Warning::EndBeforeStart => traineeship(TraineeshipField::To),
        Warning::HoursEstimated => traineeship(TraineeshipField::HoursEstimated),
        Warning::HoursDeviate => traineeship(TraineeshipField::HoursRealised),
        Warning::OnlyExtra => traineeship(TraineeshipField::Kwalificatie),
        Warning::EstablishedOutsidePeriod => {
            Some(at(outside_period(practice()?)?, ExamComponentField::EstablishedOn))
        }
        Warning::EstablishedByOther => {
            Some(at(by_other(practice()?)?, ExamComponentField::EstablishedBy))
        }
        Warning::UnusualLeerbedrijfId => {
            Some(at(&practice()?.leerbedrijf, LeerbedrijfField::LeerbedrijfId))
        }
        Warning::StillEnrolled => Some(at(learner, LearnerField::End)),
        Warning::HasDiploma => learner.value.diploma.then(|| at(learner, LearnerField::Diploma)),
        Warning::PracticeWithoutOption | Warning::WholeNotPositive => {
            Some(at(learner, LearnerField::BpvOption))
        }
        Warning::PracticeNotPositive => not_positive(draft),
        Warning::DiplomaInstead => Some(at(learner, LearnerField::Diploma)),
        Warning::NoRequirements => component(draft, ExamComponentField::Requirements),
        Warning::DecidedBeforeResult | Warning::SignedBeforeDecided => {
            component(draft, ExamComponentField::DecidedOn)
        }
        Warning::ExtraNotKnown => extra(draft),
        Warning::HasExtra
        | Warning::IssuedBeforeEstablished
        | Warning::MboVerklaringOwed
        | Warning::HasMboVerklaring
        | Warning::OverviewBelongs
        | Warning::NoOverviewNeeded => None,
    }
}

/// What would have to be known to tell whether a mbo-verklaring is owed.
pub(crate) fn doubt(learner: &Stored<Learner>, doubt: Doubt) -> Option<Spot> {
    match doubt {
        Doubt::Route => Some(at(learner, LearnerField::Route)),
        Doubt::Startkwalificatie => Some(at(learner, LearnerField::Startkwalificatie)),
        Doubt::Age => Some(at(learner, LearnerField::Geboortedatum)),
        Doubt::Insufficient => None,
    }
}

fn at<R: Record>(record: &Stored<R>, field: R::Field) -> Spot {
    Spot { kind: R::KIND, id: record.id.raw(), field: field.key() }
}

fn certificaat(draft: &Draft) -> Option<&certificaat::Concept> {
    match draft {
        Draft::Certificaat(of) => Some(of),
        Draft::Praktijkverklaring(_)
        | Draft::Overneemblad(_)
        | Draft::MboVerklaring(_)
        | Draft::Totaaloverzicht(_) => None,
    }
}

fn component(draft: &Draft, field: ExamComponentField) -> Option<Spot> {
    Some(at(&certificaat(draft)?.component, field))
}

/// What the school wants on its certificaten beside what must stand there.
fn extra(draft: &Draft) -> Option<Spot> {
    let of = certificaat(draft)?;
    let leerweg = of.learner.value.route.is_some_and(Route::is_mbo);
    if of.school.with_leerweg && !leerweg {
        Some(at(&of.learner, LearnerField::Route))
    } else {
        component(draft, ExamComponentField::Traineeship)
    }
}

fn leaver(draft: &Draft) -> Option<&mbo_verklaring::Concept> {
    match draft {
        Draft::MboVerklaring(of) | Draft::Totaaloverzicht(of) => Some(of),
        Draft::Praktijkverklaring(_) | Draft::Overneemblad(_) | Draft::Certificaat(_) => None,
    }
}

/// The practice of which this warns: on an mbo-verklaring there may be several.
fn practice(draft: &Draft, warning: Warning) -> Option<&Concept> {
    match draft {
        Draft::Praktijkverklaring(of) | Draft::Overneemblad(of) => Some(of),
        Draft::MboVerklaring(_) | Draft::Totaaloverzicht(_) | Draft::Certificaat(_) => {
            let mut all = leaver(draft)?.verklaringen.iter();
            all.find(|of| readiness::warnings(of).contains(&warning))
        }
    }
}

/// The first of those who have not signed.
fn unsigned(of: &Concept) -> TraineeshipField {
    let traineeship = &of.traineeship.value;
    if traineeship.signed_school.is_none() {
        TraineeshipField::SignedSchool
    } else if traineeship.signed_learner.is_none() {
        TraineeshipField::SignedLearner
    } else {
        TraineeshipField::SignedLeerbedrijf
    }
}

fn signed_last(of: &Concept) -> TraineeshipField {
    let traineeship = &of.traineeship.value;
    let signed = [
        (traineeship.signed_school, TraineeshipField::SignedSchool),
        (traineeship.signed_learner, TraineeshipField::SignedLearner),
        (traineeship.signed_leerbedrijf, TraineeshipField::SignedLeerbedrijf),
    ];
    let last = signed.into_iter().max_by_key(|(day, _)| *day);
    last.map_or(TraineeshipField::SignedSchool, |(_, field)| field)
}

/// The one of this kwalificatie that lasts longest.
fn erkenning(of: &Concept) -> Option<&Stored<Erkenning>> {
    let crebo = of.traineeship.value.crebo.as_ref();
    let own = of.erkenningen.iter().filter(|own| Some(&own.value.crebo) == crebo);
    own.max_by_key(|own| own.value.to)
}

fn outside_period(of: &Concept) -> Option<&Stored<ExamComponent>> {
    let (from, to) = of.traineeship.value.from.zip(of.traineeship.value.to)?;
    let outside = |day: Day| day < from || day > to;
    of.able().find(|component| component.value.established_on.is_some_and(outside))
}

fn by_other(of: &Concept) -> Option<&Stored<ExamComponent>> {
    let signer = of.traineeship.value.praktijkopleider?;
    of.able().find(|component| component.value.established_by.is_some_and(|by| by != signer))
}

/// A traineeship that was judged otherwise, though something was learnt there.
fn not_positive(draft: &Draft) -> Option<Spot> {
    let judged = |of: &&Concept| {
        of.traineeship.value.assessment == Some(Assessment::Negative) && of.able().next().is_some()
    };
    let of = leaver(draft)?.verklaringen.iter().find(judged)?;
    Some(at(&of.traineeship, TraineeshipField::Assessment))
}
