//! "Klaar voor uitreiken?": what warns, beside what blocks ([`crate::domain::gap::Gap`]).
//!
//! Rules: domain facts 9.4, and the order in time of 7.2 (S57).

use crate::domain::draft::Draft;
use crate::domain::verklaring::Concept;
use crate::domain::{Day, ExamComponent, Traineeship, certificaat};

/// Something to look at before handing out; it does not block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Nothing but a surname: right for who has one name only.
    NoFirstNames,
    AgreementNotSigned,
    SignedAfterStart,
    NoErkenning,
    ErkenningNotWholePeriod,
    NoPeriod,
    EndBeforeStart,
    HoursEstimated,
    /// More than 10 % from what was agreed.
    HoursDeviate,
    HasExtra,
    /// Nothing of the kwalificatie that is named.
    OnlyExtra,
    EstablishedOutsidePeriod,
    EstablishedByOther,
    IssuedBeforeEstablished,
    UnusualLeerbedrijfId,
    /// A diploma or certificaat for the same opleiding was given already (domain facts 3: not both).
    DiplomaInstead,
    /// None is named: right if the law sets none.
    NoRequirements,
    DecidedBeforeResult,
    SignedBeforeDecided,
    /// The school wants it on its certificaten, but it is not known.
    ExtraNotKnown,
    /// A mbo-verklaring must be handed out and was not yet.
    MboVerklaringOwed,
    HasMboVerklaring,
    StillEnrolled,
    /// Who has a diploma or certificaat needs no mbo-verklaring.
    HasDiploma,
    /// There are results of practice, but none of the three options was chosen: they will not be on paper.
    PracticeWithoutOption,
    /// Werkprocessen at a traineeship that was not assessed positively: optie 3 leaves them out.
    PracticeNotPositive,
    /// Optie 1 says that the whole of the practice was assessed positively, and of a traineeship that is not known.
    WholeNotPositive,
    /// There are insufficient results, so the totaaloverzicht goes with it.
    OverviewBelongs,
    /// All results are sufficient, and stand on the mbo-verklaring already.
    NoOverviewNeeded,
}

/// All that warns for a document.
pub fn warnings_of(draft: &Draft) -> Vec<Warning> {
    match draft {
        Draft::Praktijkverklaring(of) | Draft::Overneemblad(of) => warnings(of),
        Draft::Certificaat(of) => warnings_of_certificaat(of),
        Draft::MboVerklaring(of) => of.warnings(),
        Draft::Totaaloverzicht(of) => of.warnings_of_overview(),
    }
}

/// All that warns for this concept, in the order of the learner page.
pub fn warnings(concept: &Concept) -> Vec<Warning> {
    let traineeship = &concept.traineeship.value;
    let mut out = Vec::new();
    let mut when = |warns: bool, warning: Warning| {
        if warns {
            out.push(warning);
        }
    };
    when(concept.learner.value.voornamen.is_none(), Warning::NoFirstNames);
    when(!signed(traineeship), Warning::AgreementNotSigned);
    when(signed_after_start(traineeship), Warning::SignedAfterStart);
    when(ends_before_start(traineeship), Warning::EndBeforeStart);
    match period(traineeship) {
        None => when(true, Warning::NoPeriod),
        Some((from, to)) => {
            let mut own = concept
                .erkenningen
                .iter()
                .filter(|e| Some(&e.value.crebo) == traineeship.crebo.as_ref())
                .peekable();
            when(own.peek().is_none(), Warning::NoErkenning);
            when(
                own.peek().is_some() && !own.any(|e| e.value.covers(from, to)),
                Warning::ErkenningNotWholePeriod,
            );
            let outside = |day: Day| day < from || day > to;
            let any_outside = concept.able().filter_map(|c| c.value.established_on).any(outside);
            when(any_outside, Warning::EstablishedOutsidePeriod);
        }
    }
    when(traineeship.hours_estimated, Warning::HoursEstimated);
    when(hours_deviate(traineeship), Warning::HoursDeviate);
    let extra = concept.able().filter(|c| concept.is_extra(&c.value)).count();
    let only_extra = extra > 0 && extra == concept.able().count();
    when(extra > 0 && !only_extra, Warning::HasExtra);
    when(only_extra, Warning::OnlyExtra);
    let signer = traineeship.praktijkopleider;
    let by_other = concept
        .able()
        .filter_map(|c| c.value.established_by)
        .any(|by| signer.is_some_and(|s| s != by));
    when(by_other, Warning::EstablishedByOther);
    let last = concept.able().filter_map(|c| c.value.established_on).max();
    when(
        concept.date.zip(last).is_some_and(|(issued, last)| issued < last),
        Warning::IssuedBeforeEstablished,
    );
    let unusual = concept.leerbedrijf.value.leerbedrijf_id.as_ref().is_some_and(|id| !id.usual());
    when(unusual, Warning::UnusualLeerbedrijfId);
    out
}

fn warnings_of_certificaat(concept: &certificaat::Concept) -> Vec<Warning> {
    let (learner, school) = (&concept.learner.value, &concept.school);
    let ExamComponent { result_on, decided_on, requirements, .. } = &concept.component.value;
    let mut out = Vec::new();
    let mut when = |warns: bool, warning: Warning| {
        if warns {
            out.push(warning);
        }
    };
    let before = |earlier: Option<Day>, later: Option<Day>| {
        earlier.zip(later).is_some_and(|(earlier, later)| earlier < later)
    };
    when(learner.voornamen.is_none(), Warning::NoFirstNames);
    when(learner.diploma, Warning::DiplomaInstead);
    when(requirements.is_none(), Warning::NoRequirements);
    when(before(*decided_on, *result_on), Warning::DecidedBeforeResult);
    when(before(concept.date, *decided_on), Warning::SignedBeforeDecided);
    let unknown = school.with_leerweg && concept.leerweg().is_none()
        || school.with_leerbedrijf && concept.leerbedrijf_name().is_none();
    when(unknown, Warning::ExtraNotKnown);
    out
}

/// Whether school, learner and leerbedrijf have signed; a parent only signs for a minor.
fn signed(traineeship: &Traineeship) -> bool {
    let Traineeship { signed_school, signed_learner, signed_leerbedrijf, .. } = traineeship;
    [signed_school, signed_learner, signed_leerbedrijf].iter().all(|day| day.is_some())
}

fn signed_after_start(traineeship: &Traineeship) -> bool {
    let Traineeship { from, signed_school, signed_learner, signed_leerbedrijf, .. } = traineeship;
    let last =
        [signed_school, signed_learner, signed_leerbedrijf].into_iter().copied().flatten().max();
    last.zip(*from).is_some_and(|(signed, from)| signed > from)
}

fn ends_before_start(traineeship: &Traineeship) -> bool {
    traineeship.from.zip(traineeship.to).is_some_and(|(from, to)| to < from)
}

fn period(traineeship: &Traineeship) -> Option<(Day, Day)> {
    traineeship.from.zip(traineeship.to)
}

fn hours_deviate(traineeship: &Traineeship) -> bool {
    let hours = |h: Option<crate::domain::Hours>| h.map(|h| i32::from(h.number()));
    match (hours(traineeship.hours_agreed), hours(traineeship.hours_realised)) {
        (Some(agreed), Some(realised)) => (agreed - realised).abs() * 10 > agreed,
        (None, _) | (_, None) => false,
    }
}
