//! A dossier of invented people, to try the program with, to test it and to measure it.
//!
//! The same seed, number and day give the same dossier. Nobody and nothing in it exists: the school, the leerbedrijven
//! and their towns are made up, addresses end in `.example`, and phone numbers are of a form that is not given out.
//! Kwalificaties and werkprocessen are those of the catalogue.

mod companies;
mod dice;
mod ending;
mod maker;
mod names;
mod people;
mod practice;
mod results;
mod school;
mod trades;

use jiff::civil::Date;

use crate::catalogue::Catalogue;
use crate::changes::{Change, Purpose};

use maker::Maker;
use trades::Trade;

/// A school with its praktijkbegeleiders, leerbedrijven, `learners` learners and what they did in practice around
/// `today`. Made for a dossier in which nothing stands yet.
pub fn changes(seed: u64, learners: u32, today: Date, catalogue: &Catalogue) -> Change {
    let mut maker = Maker::new(seed, today);
    let begeleiders = school::add(&mut maker);
    let trades = Trade::all(catalogue);
    let companies = companies::add(&mut maker, &trades, learners);
    for nth in 0..learners {
        let learner = people::learner(&mut maker, nth, &begeleiders);
        practice::add(&mut maker, &learner, nth, &companies, catalogue);
    }
    Change::Together(Purpose::Example, maker.changes)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::Timestamp;
    use jiff::civil::date;

    use super::*;
    use crate::domain::gap::Gap;
    use crate::domain::readiness::{self, Warning};
    use crate::domain::{
        Choice as _, DocumentKind, Entry as _, Erkenning, Evidence, ExamComponent, Learner,
        Leerbedrijf, ShortText, Stored, Traineeship, TraineeshipStatus, Voortgangstoets, YesNo,
    };
    use crate::store::{Stamp, Store};

    fn made(seed: u64, learners: u32) -> Store {
        let mut store = Store::in_memory().unwrap();
        let change = changes(seed, learners, date(2026, 3, 2), &Catalogue::new(&[]));
        let stamp = Stamp { at: Timestamp::UNIX_EPOCH, who: "toets".to_owned() };
        store.apply(&change, &stamp).unwrap();
        store
    }

    #[test]
    fn the_same_seed_gives_the_same_people() {
        let catalogue = Catalogue::new(&[]);
        let made = |seed| changes(seed, 30, date(2026, 3, 2), &catalogue);
        assert_eq!(made(7), made(7));
        assert_ne!(made(7), made(8));
    }

    #[test]
    fn many_are_ready_and_most_others_miss_one_or_two_things() {
        let store = made(1, 400);
        let mut gaps: BTreeMap<usize, u32> = BTreeMap::new();
        let mut kinds = Vec::new();
        let mut warnings = Vec::new();
        let mut started = 0;
        for traineeship in store.all::<Traineeship>().unwrap() {
            let place = ShortText::parse("Voorbeeldstad").ok();
            let day = dice::day(date(2026, 3, 2));
            let concept = store.concept(traineeship.id, place, day).unwrap();
            warnings.extend(readiness::warnings(&concept));
            if traineeship.value.status == TraineeshipStatus::Planned {
                continue;
            }
            started += 1;
            let missing = concept.complete().err().unwrap_or_default();
            *gaps.entry(missing.len()).or_default() += 1;
            kinds.extend(missing.into_iter().map(|missing| missing.gap));
        }
        let [ready, one, two] = [0, 1, 2].map(|n| gaps.get(&n).copied().unwrap_or(0));
        assert!(ready * 100 > started * 40, "{ready} of {started} ready: {gaps:?}");
        assert!((one + two) * 100 > (started - ready) * 80, "{gaps:?}");
        for warning in [
            Warning::NoFirstNames,
            Warning::AgreementNotSigned,
            Warning::SignedAfterStart,
            Warning::NoErkenning,
            Warning::ErkenningNotWholePeriod,
            Warning::HoursEstimated,
            Warning::HoursDeviate,
            Warning::HasExtra,
            Warning::UnusualLeerbedrijfId,
        ] {
            assert!(warnings.contains(&warning), "{warning:?}");
        }
        for gap in [
            Gap::BirthDate,
            Gap::BirthPlace,
            Gap::Niveau,
            Gap::Hours,
            Gap::Werkproces,
            Gap::WerkprocesDay,
            Gap::WerkprocesOpleider,
            Gap::WerkprocesKerntaak,
            Gap::Praktijkopleider,
            Gap::PraktijkopleiderName,
            Gap::LeerbedrijfPlace,
            Gap::LeerbedrijfId,
        ] {
            assert!(kinds.contains(&gap), "{gap:?}");
        }
    }

    #[test]
    fn nothing_ends_before_it_begins() {
        let store = made(3, 400);
        let mut ended = 0;
        for Stored { value, .. } in store.all::<Learner>().unwrap() {
            let whole = value.start.zip(value.end);
            ended += u32::from(whole.is_some());
            assert!(whole.is_none_or(|(start, end)| start < end), "{whole:?}");
        }
        assert!(ended > 40, "{ended}");
        for Stored { value, .. } in store.all::<Traineeship>().unwrap() {
            assert!(value.from.zip(value.to).is_some_and(|(from, to)| from < to), "{value:?}");
        }
    }

    #[test]
    fn what_every_kind_of_document_needs_is_there() {
        let store = made(1, 60);
        let signers = store.ondertekenaars().unwrap();
        assert_eq!(signers.iter().map(|s| s.value.signs).collect::<Vec<_>>(), [true, false]);
        let components = store.all::<ExamComponent>().unwrap();
        let decided = components.iter().filter(|c| c.value.decided_on.is_some());
        assert!(decided.count() >= 3, "certificates on which the examencommissie has decided");
        let learners = store.all::<Learner>().unwrap();
        let options: std::collections::BTreeSet<_> =
            learners.iter().filter_map(|l| l.value.bpv_option).collect();
        assert_eq!(options.len(), 3);
        let owed = |learner: &&Stored<Learner>| {
            let Learner { startkwalificatie, end, diploma, opleiding, .. } = &learner.value;
            let results = components
                .iter()
                .any(|c| c.value.learner == learner.id && c.value.result.is_some());
            *startkwalificatie == Some(YesNo::No)
                && end.is_some()
                && opleiding.is_some()
                && !diploma
                && results
        };
        assert!(learners.iter().filter(owed).count() >= 4, "leavers with results and no diploma");
        assert!(store.all::<Voortgangstoets>().unwrap().len() >= 5);
        let assessed =
            store.all::<Traineeship>().unwrap().into_iter().filter_map(|t| t.value.assessment);
        assert!(assessed.count() >= 15);
    }

    #[test]
    fn some_of_every_kind_of_document_are_complete_and_some_lack_something() {
        let store = made(1, 60);
        let (place, day) = (ShortText::parse("Voorbeeldstad").ok(), dice::day(date(2026, 3, 2)));
        for kind in DocumentKind::ALL {
            let (mut complete, mut lacking) = (0, 0);
            for learner in store.all::<Learner>().unwrap() {
                for wanted in store.wanted(*kind, learner.id).unwrap() {
                    let missing = store.draft(wanted, place.clone(), day).unwrap().missing();
                    *(if missing.is_empty() { &mut complete } else { &mut lacking }) += 1;
                }
            }
            assert!(complete >= 3 && lacking >= 2, "{kind:?}: {complete} and {lacking}");
        }
    }

    #[test]
    fn everything_is_there() {
        let store = made(2, 200);
        assert_eq!(store.all::<Learner>().unwrap().len(), 200);
        assert_eq!(store.all::<Leerbedrijf>().unwrap().len(), 25);
        assert!(store.all::<Erkenning>().unwrap().len() > 25);
        assert!(store.all::<Evidence>().unwrap().len() > 100);
        let components = store.all::<ExamComponent>().unwrap();
        let longest = components.iter().map(|c| c.value.title.as_str().chars().count()).max();
        assert_eq!(longest, Some(178));
        let states: Vec<_> =
            store.all::<Traineeship>().unwrap().iter().map(|t| t.value.status).collect();
        assert!(crate::domain::Choice::ALL.iter().all(|state| states.contains(state)));
        let names: Vec<_> = store.all::<Learner>().unwrap();
        assert!(names.iter().any(|learner| learner.value.voornamen.is_none()));
    }
}
