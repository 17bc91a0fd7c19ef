//! What invented learners do in practice: traineeships in every state, with werkprocessen on the learning scale.
//!
//! Many are ready for a praktijkverklaring; others miss exactly one or two things, so that one can see what happens.

use jiff::civil::Date;

use crate::catalogue::{Catalogue, Found, Kwalificatie};
use crate::domain::{
    Assessment, Evidence, ExamComponent, Id, LearnerStatus, Niveau, Praktijkopleider, Scale,
    Traineeship, TraineeshipStatus,
};
use crate::example::companies::Company;
use crate::example::dice::{Dice, day, days_after, hours, value};
use crate::example::ending::{self, Last};
use crate::example::maker::Maker;
use crate::example::people::Added;
use crate::example::results;

/// What is left out of a traineeship that would otherwise be ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    Niveau,
    Kwalificatie,
    Hours,
    Praktijkopleider,
    NothingEstablished,
    OneWithoutDay,
    OneWithoutOpleider,
    OneWithoutKerntaak,
}

const GAPS: [Gap; 8] = [
    Gap::Niveau,
    Gap::Kwalificatie,
    Gap::Hours,
    Gap::Praktijkopleider,
    Gap::NothingEstablished,
    Gap::OneWithoutDay,
    Gap::OneWithoutOpleider,
    Gap::OneWithoutKerntaak,
];

/// A traineeship before its parts are added.
struct Plan<'a> {
    company: &'a Company<'a>,
    kwalificatie: &'a Kwalificatie,
    opleider: Option<Id<Praktijkopleider>>,
    state: TraineeshipStatus,
    from: Date,
    to: Date,
    /// One of those that bear the longest titles: complete, with all there is.
    showpiece: bool,
}

/// Adds the traineeships of a learner with all that belongs to them.
pub(super) fn add(
    maker: &mut Maker,
    learner: &Added,
    nth: u32,
    companies: &[Company<'_>],
    catalogue: &Catalogue,
) {
    let showpiece = nth < 4;
    let mut last = None;
    for state in states(&mut maker.dice, learner.status, showpiece) {
        let company = if showpiece { companies.get(nth as usize) } else { None };
        let Some(company) = company.or_else(|| maker.dice.pick(companies)) else { return };
        let Some(plan) = plan(maker, learner, company, *state, showpiece) else { continue };
        let traineeship = traineeship(maker, learner, &plan, catalogue);
        last = Some(Last { traineeship, kwalificatie: plan.kwalificatie });
    }
    results::add(maker, learner, last.as_ref().map(|last| last.kwalificatie), catalogue);
    ending::add(maker, learner, nth, last.as_ref(), catalogue);
}

/// The states of a learner's traineeships, the oldest first.
fn states(dice: &mut Dice, status: LearnerStatus, showpiece: bool) -> &'static [TraineeshipStatus] {
    use TraineeshipStatus::{Finished, Planned, Running, Stopped};
    if showpiece {
        return &[Finished];
    }
    match (status, dice.below(100)) {
        (LearnerStatus::Active, 0..6) => &[],
        (LearnerStatus::Active, 6..16) => &[Planned],
        (LearnerStatus::Active, 16..60) => &[Running],
        (LearnerStatus::Active, 60..80) => &[Finished],
        (LearnerStatus::Active, 80..85) => &[Finished, Planned],
        (LearnerStatus::Active, _) => &[Finished, Running],
        (LearnerStatus::Finished, 0..75) => &[Finished],
        (LearnerStatus::Finished, _) => &[Finished, Finished],
        (LearnerStatus::Stopped, 0..70) => &[Stopped],
        (LearnerStatus::Stopped, _) => &[Finished, Stopped],
    }
}

fn plan<'a>(
    maker: &mut Maker,
    learner: &Added,
    company: &'a Company<'a>,
    state: TraineeshipStatus,
    showpiece: bool,
) -> Option<Plan<'a>> {
    let dice = &mut maker.dice;
    let fitting: Vec<&Kwalificatie> = company
        .kwalificaties
        .iter()
        .copied()
        .filter(|k| k.niveau.map_or(0, Niveau::number) <= learner.highest)
        .collect();
    let kwalificatie = match dice.pick(&fitting) {
        Some(fitting) if !showpiece => fitting,
        Some(_) | None => company.kwalificaties.first()?,
    };
    let (from, to) = period(dice, maker.today, state);
    let opleider = dice.pick(&company.opleiders).copied();
    Some(Plan { company, kwalificatie, opleider, state, from, to, showpiece })
}

fn period(dice: &mut Dice, today: Date, state: TraineeshipStatus) -> (Date, Date) {
    let mut days = |from, to| i64::from(dice.between(from, to));
    let (from, to) = match state {
        TraineeshipStatus::Planned => {
            let from = days(5, 60);
            (from, from + days(60, 200))
        }
        TraineeshipStatus::Running => (-days(40, 200), days(3, 150)),
        TraineeshipStatus::Finished => {
            let to = -days(1, 320);
            (to - days(80, 280), to)
        }
        TraineeshipStatus::Stopped => {
            let from = -days(60, 300);
            (from, from + days(15, 50))
        }
    };
    (days_after(today, from), days_after(today, to))
}

fn traineeship(
    maker: &mut Maker,
    learner: &Added,
    plan: &Plan<'_>,
    catalogue: &Catalogue,
) -> Id<Traineeship> {
    let gaps = gaps(&mut maker.dice, plan);
    let mut record = Traineeship {
        praktijkopleider: plan.opleider,
        from: day(plan.from),
        to: day(plan.to),
        agreement: Some(learner.route.agreement()),
        status: plan.state,
        assessment: assessment(&mut maker.dice, plan),
        ..Traineeship::blank(learner.id, plan.company.id)
    };
    plan.kwalificatie.fill(&mut record);
    worked(maker, plan, &mut record);
    signed(&mut maker.dice, learner, plan, &mut record);
    for gap in &gaps {
        match gap {
            Gap::Niveau => record.niveau = None,
            Gap::Kwalificatie => record.kwalificatie = None,
            Gap::Hours => record.hours_realised = None,
            Gap::Praktijkopleider => record.praktijkopleider = None,
            Gap::NothingEstablished
            | Gap::OneWithoutDay
            | Gap::OneWithoutOpleider
            | Gap::OneWithoutKerntaak => {}
        }
    }
    let id = maker.add(record);
    werkprocessen(maker, learner, id, plan, &gaps, catalogue);
    id
}

/// Of what is over: mostly positive, and of what was broken off also when a part of it went well.
fn assessment(dice: &mut Dice, plan: &Plan<'_>) -> Option<Assessment> {
    let (positive, negative) = match plan.state {
        TraineeshipStatus::Planned | TraineeshipStatus::Running => (0, 0),
        TraineeshipStatus::Finished => (88, 5),
        TraineeshipStatus::Stopped => (55, 25),
    };
    match dice.below(100) {
        _ if plan.showpiece => Some(Assessment::Positive),
        drawn if drawn < positive => Some(Assessment::Positive),
        drawn if drawn < positive + negative => Some(Assessment::Negative),
        _ => None,
    }
}

/// None for about the half; one for a third; two for the others.
fn gaps(dice: &mut Dice, plan: &Plan<'_>) -> Vec<Gap> {
    let count = match dice.below(100) {
        _ if plan.showpiece => 0,
        0..55 => 0,
        55..88 => 1,
        _ => 2,
    };
    (0..count).filter_map(|_| dice.pick(&GAPS).copied()).collect()
}

/// Four days a week on average, eight hours a day.
fn worked(maker: &mut Maker, plan: &Plan<'_>, record: &mut Traineeship) {
    let of_days = |from: Date, to: Date| {
        let days = from.until(to).map_or(0, |span| span.get_days());
        u32::try_from(days.max(0)).unwrap_or(0) * 8 * 4 / 7
    };
    let agreed = of_days(plan.from, plan.to) / 10 * 10;
    let so_far = of_days(plan.from, plan.to.min(maker.today));
    let dice = &mut maker.dice;
    record.hours_agreed = hours(agreed);
    record.hours_realised = match plan.state {
        TraineeshipStatus::Planned => None,
        TraineeshipStatus::Running | TraineeshipStatus::Finished | TraineeshipStatus::Stopped => {
            hours((so_far * dice.between(82, 104) / 100).max(1))
        }
    };
    record.hours_estimated = record.hours_realised.is_some() && dice.happens(15);
    if dice.happens(8) {
        record.note = value(dice.word(NOTES));
    }
}

/// Mostly by everyone and in time.
fn signed(dice: &mut Dice, learner: &Added, plan: &Plan<'_>, record: &mut Traineeship) {
    let planned = plan.state == TraineeshipStatus::Planned;
    let mut on = |never: u32| {
        let early = i64::from(dice.between(0, 20)) - if dice.happens(6) { 30 } else { 0 };
        if dice.happens(never) { None } else { day(days_after(plan.from, -early)) }
    };
    let never = if planned { 55 } else { 4 };
    record.signed_school = on(never);
    record.signed_learner = on(never);
    record.signed_leerbedrijf = on(never);
    record.signed_parent = if learner.minor { on(never) } else { None };
}

fn werkprocessen(
    maker: &mut Maker,
    learner: &Added,
    traineeship: Id<Traineeship>,
    plan: &Plan<'_>,
    gaps: &[Gap],
    catalogue: &Catalogue,
) {
    let mut gaps: Vec<Gap> = gaps.to_vec();
    let most = if plan.showpiece { usize::MAX } else { maker.dice.between(3, 8) as usize };
    let mut chosen = parts(plan.kwalificatie, catalogue, learner);
    chosen.truncate(most);
    // Something else that is done at the same place: printed under Extra.
    if maker.dice.happens(6)
        && let Some(other) =
            plan.company.kwalificaties.iter().find(|k| k.crebo != plan.kwalificatie.crebo)
    {
        chosen.extend(parts(other, catalogue, learner).into_iter().take(2));
    }
    for (at, mut component) in chosen.into_iter().enumerate() {
        component.traineeship = Some(traineeship);
        component.scale = Some(scale(&mut maker.dice, plan, at == 0));
        if component.scale == Some(Scale::Able) {
            established(maker, plan, &mut component, &mut gaps);
        }
        let seen = component.scale != Some(Scale::NotStarted);
        let id = maker.add(component);
        if seen && maker.dice.happens(30) {
            evidence(maker, plan, id);
        }
    }
}

/// Every werkproces of a kwalificatie, as a component with which nothing was done yet.
fn parts(
    kwalificatie: &Kwalificatie,
    catalogue: &Catalogue,
    learner: &Added,
) -> Vec<ExamComponent> {
    let mut out = Vec::new();
    for kerntaak in &kwalificatie.kerntaken {
        for werkproces in &kerntaak.werkprocessen {
            let found = Found::Werkproces(kwalificatie, kerntaak, werkproces);
            out.extend(catalogue.facts(found).map(|facts| facts.component(learner.id)));
        }
    }
    out
}

fn scale(dice: &mut Dice, plan: &Plan<'_>, first: bool) -> Scale {
    let able = match plan.state {
        TraineeshipStatus::Planned => return Scale::NotStarted,
        _ if first || plan.showpiece => 100,
        TraineeshipStatus::Running => 35,
        TraineeshipStatus::Finished => 75,
        TraineeshipStatus::Stopped => 15,
    };
    match dice.below(100) {
        drawn if drawn < able => Scale::Able,
        drawn => match drawn % 3 {
            0 => Scale::NotStarted,
            1 => Scale::Practises,
            _ => Scale::Guided,
        },
    }
}

/// Established by the praktijkopleider in the period; what is to be missing is left out of the first that comes.
fn established(
    maker: &mut Maker,
    plan: &Plan<'_>,
    component: &mut ExamComponent,
    gaps: &mut Vec<Gap>,
) {
    if gaps.contains(&Gap::NothingEstablished) {
        component.scale = Some(Scale::Guided);
        return;
    }
    component.established_on = day(moment(maker, plan));
    component.established_by = plan.opleider;
    let mut due = |gap: Gap| {
        let at = gaps.iter().position(|other| *other == gap);
        at.map(|at| gaps.remove(at)).is_some()
    };
    if due(Gap::OneWithoutDay) {
        component.established_on = None;
    } else if due(Gap::OneWithoutOpleider) {
        component.established_by = None;
    } else if due(Gap::OneWithoutKerntaak) {
        component.kerntaak = None;
    }
}

/// A day in the period that has passed.
fn moment(maker: &mut Maker, plan: &Plan<'_>) -> Date {
    let last = plan.to.min(maker.today);
    let days = plan.from.until(last).map_or(0, |span| span.get_days()).max(0);
    let drawn = maker.dice.below(u32::try_from(days).unwrap_or(0) + 1);
    days_after(plan.from, i64::from(drawn))
}

fn evidence(maker: &mut Maker, plan: &Plan<'_>, component: Id<ExamComponent>) {
    let on = moment(maker, plan);
    let situation = maker.dice.word(SITUATIONS);
    let by = maker.dice.word(WITNESSES);
    if let (Some(day), Some(situation)) = (day(on), value(situation)) {
        maker.add(Evidence { component, day, situation, by: value(by) });
    }
}

const NOTES: &[&str] = &[
    "Op vrijdag naar school.",
    "Bezoek in de derde week gepland.",
    "Leerbedrijf wil na de zomer verder met deze leerling.",
];

const SITUATIONS: &[&str] = &[
    "Werkte een hele ochtend zelfstandig en vroeg op tijd om uitleg.",
    "Deed dit bij grote drukte, zonder dat er iets hersteld moest worden.",
    "Legde een nieuwe collega uit hoe het moet.",
    "Volgde de werkinstructie stap voor stap; het resultaat was in één keer goed.",
    "Controleerde het eigen werk en verbeterde zelf twee fouten.",
    "Samen gedaan; de volgende keer alleen.",
    "Werkte veilig, met de juiste beschermingsmiddelen.\nRuimde daarna alles op.",
];

const WITNESSES: &[&str] = &["praktijkopleider", "collega op de werkvloer", "stagedocent", ""];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Note, ShortText};

    #[test]
    fn every_note_parses() {
        for note in NOTES.iter().chain(SITUATIONS) {
            assert!(value::<Note>(note).is_some(), "{note}");
        }
        assert!(WITNESSES.iter().all(|by| value::<Option<ShortText>>(by).is_some()));
    }
}
