//! Invented learners, and what else people need: names, addresses and phone numbers.

use jiff::civil::Date;

use crate::domain::fold::fold;
use crate::domain::{
    BirthDate, Doelgroep, Id, Learner, LearnerStatus, PersonName, Praktijkbegeleider, Route,
};
use crate::example::dice::{Dice, day, days_after, value};
use crate::example::maker::Maker;
use crate::example::names::{MONONYMS, ORIGINS, TOWNS};

/// A learner that was added, with what decides about practice.
pub(super) struct Added {
    pub(super) id: Id<Learner>,
    /// The place of the change that adds it.
    pub(super) at: usize,
    pub(super) route: Route,
    pub(super) status: LearnerStatus,
    /// The highest level that fits the route.
    pub(super) highest: u8,
    pub(super) minor: bool,
    /// Left a mbo-school young and without a diploma: one to whom a mbo-verklaring is owed.
    pub(super) leaver: bool,
}

/// A name as in the BRP, with a place of birth abroad.
#[derive(Default)]
pub(super) struct Named {
    pub(super) voornamen: String,
    pub(super) voorvoegsel: &'static str,
    pub(super) achternaam: &'static str,
    abroad: Option<(&'static str, &'static str)>,
}

/// Someone with this many given names at most.
pub(super) fn named(dice: &mut Dice, most_given: u32) -> Named {
    let weights: Vec<u32> = ORIGINS.iter().map(|origin| origin.weight).collect();
    let Some(origin) = ORIGINS.get(dice.share(&weights)) else { return Named::default() };
    let given = dice.pick(&origin.given).copied().unwrap_or_default();
    let mut voornamen: Vec<&str> = Vec::new();
    for _ in 0..dice.between(1, most_given) {
        let name = dice.word(given);
        if !voornamen.contains(&name) {
            voornamen.push(name);
        }
    }
    let (voorvoegsel, achternaam) = dice.pick(origin.surnames).copied().unwrap_or_default();
    let abroad = dice.pick(origin.abroad).copied();
    Named { voornamen: voornamen.join(" "), voorvoegsel, achternaam, abroad }
}

/// An address that leads nowhere.
pub(super) fn address_of(names: &[&str], host: &str) -> String {
    let plain =
        |text: &str| -> String { fold(text).chars().filter(char::is_ascii_alphanumeric).collect() };
    let parts: Vec<String> = names.iter().map(|name| plain(name)).collect();
    format!("{}@{host}", parts.join("."))
}

/// No subscriber's number starts with 000.
pub(super) fn phone(dice: &mut Dice) -> String {
    format!("0{}-000 {:04}", dice.word(&["10", "20", "38", "58"]), dice.below(10_000))
}

const ROUTES: [(u32, Route); 6] = [
    (35, Route::Pro),
    (15, Route::Vso),
    (10, Route::VmboLwt),
    (10, Route::MboBol),
    (15, Route::MboBbl),
    (15, Route::DerdeLeerweg),
];

/// Adds learner number `nth`.
pub(super) fn learner(maker: &mut Maker, nth: u32, of: &[Id<Praktijkbegeleider>]) -> Added {
    let today = maker.today;
    let dice = &mut maker.dice;
    let (_, route) = ROUTES.get(dice.share(&ROUTES.map(|(share, _)| share))).copied().unwrap_or(
        // There are as many routes as shares.
        (0, Route::Pro),
    );
    // Some of those to whom a mbo-verklaring is owed are always there.
    let leaver = nth % 12 == 7;
    let route = if leaver { Route::MboBbl } else { route };
    let (from, to) = if leaver { (17, 21) } else { ages(route) };
    let age_in_days = dice.between(from * 365, to * 365);
    let born = days_after(today, -i64::from(age_in_days));
    let status = if leaver { LearnerStatus::Stopped } else { status(dice) };
    let days_ago = i64::from(dice.between(20, 700));
    let mut learner = Learner {
        leerlingnummer: value(&format!("{}", 260_001 + nth)),
        groep: value(&group(dice, route)),
        route: Some(route),
        doelgroep: Some(doelgroep(dice, route)),
        begeleider: if dice.happens(95) { dice.pick(of).copied() } else { None },
        start: day(days_after(today, -days_ago)),
        end: match status {
            LearnerStatus::Active => None,
            LearnerStatus::Finished | LearnerStatus::Stopped => {
                // Never before the start.
                let ago = i64::from(dice.between(1, 300)).min(days_ago - 1);
                day(days_after(today, -ago))
            }
        },
        status,
        ..Learner::blank()
    };
    name(dice, nth, &mut learner, born);
    leave_out(dice, nth, &mut learner);
    if dice.happens(60) {
        let given = learner.voornamen.as_ref().map_or("", PersonName::as_str);
        let surname = learner.geslachtsnaam.as_ref().map_or("", PersonName::as_str);
        learner.email = value(&address_of(&[given, surname], "leerling.verzonnenlinde.example"));
    }
    if dice.happens(40) {
        learner.phone = value(&phone(dice));
    }
    if dice.happens(15) {
        learner.note = value(dice.word(NOTES));
    }
    let at = maker.next_place();
    let id = maker.add(learner);
    let minor = age_in_days < 18 * 365;
    Added { id, at, route, status, highest: highest(route), minor, leaver }
}

/// Names, and birth where the names come from.
fn name(dice: &mut Dice, nth: u32, learner: &mut Learner, born: Date) {
    if nth % 60 == 17 {
        let (name, place, country) = dice.pick(MONONYMS).copied().unwrap_or_default();
        learner.geslachtsnaam = value(name);
        learner.geboorteplaats = value(place);
        learner.geboorteland = value(country);
        learner.geboortedatum = birth(dice, born, 60);
        return;
    }
    // The first has the longest name that the example knows.
    let named = if nth == 0 { longest_name() } else { named(dice, 3) };
    learner.voornamen = value(&named.voornamen);
    learner.voorvoegsel = value(named.voorvoegsel);
    learner.geslachtsnaam = value(named.achternaam);
    if dice.happens(40) {
        let first = named.voornamen.split_whitespace().next().unwrap_or_default();
        learner.roepnaam = value(first);
    }
    let abroad = named.abroad.filter(|_| dice.happens(35));
    match abroad {
        Some((place, country)) => {
            learner.geboorteplaats = value(place);
            learner.geboorteland = value(country);
            learner.geboortedatum = birth(dice, born, 15);
        }
        None => {
            learner.geboorteplaats = value(dice.word(TOWNS));
            learner.geboortedatum = birth(dice, born, 0);
        }
    }
}

fn longest_name() -> Named {
    Named {
        voornamen: "Anna Cornelia Petronella Wilhelmina Geertruida Noëlle".to_owned(),
        voorvoegsel: "van der",
        achternaam: "Heijden-Oudekerk",
        abroad: None,
    }
}

/// A date of birth, of which day or month is not known so many times in a hundred.
fn birth(dice: &mut Dice, born: Date, unknown: u32) -> Option<BirthDate> {
    if !dice.happens(unknown) {
        value(&born.to_string())
    } else if dice.happens(50) {
        value(&format!("00-00-{}", born.year()))
    } else {
        value(&format!("00-{}-{}", born.month(), born.year()))
    }
}

/// A few have one thing missing that a praktijkverklaring needs.
fn leave_out(dice: &mut Dice, nth: u32, learner: &mut Learner) {
    if nth < 4 {
        return;
    }
    match dice.below(40) {
        0 => learner.geboortedatum = None,
        1 => {
            learner.geboorteplaats = None;
            learner.geboorteland = None;
        }
        _ => {}
    }
}

/// The youngest and oldest that are common on a route, in years.
const fn ages(route: Route) -> (u32, u32) {
    match route {
        Route::Pro => (15, 18),
        Route::Vso => (15, 20),
        Route::VmboLwt => (14, 17),
        Route::MboBol | Route::MboBbl => (17, 24),
        Route::DerdeLeerweg => (19, 59),
    }
}

const fn highest(route: Route) -> u8 {
    match route {
        Route::Pro | Route::Vso | Route::VmboLwt => 2,
        Route::DerdeLeerweg => 3,
        Route::MboBol | Route::MboBbl => 4,
    }
}

fn group(dice: &mut Dice, route: Route) -> String {
    let letter = dice.word(&["a", "b", "c"]);
    match route {
        Route::Pro => format!("P{}{letter}", dice.between(3, 6)),
        Route::Vso => format!("V{}{letter}", dice.between(4, 6)),
        Route::VmboLwt => format!("L{}{letter}", dice.between(3, 4)),
        Route::MboBol => format!("BOL {}{letter}", dice.between(1, 3)),
        Route::MboBbl => format!("BBL {}{letter}", dice.between(1, 3)),
        Route::DerdeLeerweg => "Derde leerweg".to_owned(),
    }
}

fn doelgroep(dice: &mut Dice, route: Route) -> Doelgroep {
    match route {
        Route::Pro => Doelgroep::ProLeerling,
        Route::Vso => Doelgroep::VsoLeerling,
        Route::VmboLwt => Doelgroep::VmboLwtLeerling,
        Route::MboBol | Route::MboBbl => Doelgroep::MboUitvaller,
        Route::DerdeLeerweg => match dice.below(4) {
            0 => Doelgroep::Werkende,
            1 => Doelgroep::MetWerkloosheidBedreigd,
            2 => Doelgroep::Jeugdwerkloosheid,
            _ => Doelgroep::Werkzoekende,
        },
    }
}

fn status(dice: &mut Dice) -> LearnerStatus {
    match dice.below(100) {
        0..7 => LearnerStatus::Stopped,
        7..22 => LearnerStatus::Finished,
        _ => LearnerStatus::Active,
    }
}

const NOTES: &[&str] = &[
    "Komt met de fiets; tot tien kilometer gaat goed.",
    "Werkt het liefst buiten.",
    "Wil na de stage graag blijven werken.",
    "Rijbewijs B in oktober.\nDaarna kan een leerbedrijf verder weg ook.",
    "Spreekt ook Turks en Duits.",
    "Ouders graag mailen, niet bellen.",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Note, ShortText, Voorvoegsel};

    /// Everything of the example's own words parses, so that nothing silently falls out.
    #[test]
    fn every_invented_name_and_place_parses() {
        for origin in ORIGINS {
            assert!(origin.given.iter().all(|names| !names.is_empty()));
            for name in origin.given.iter().copied().flatten() {
                assert!(value::<PersonName>(name).is_some(), "{name}");
            }
            for (voorvoegsel, name) in origin.surnames {
                assert!(value::<Option<Voorvoegsel>>(voorvoegsel).is_some(), "{voorvoegsel}");
                assert!(value::<PersonName>(name).is_some(), "{name}");
            }
            for (place, country) in origin.abroad {
                assert!(value::<Option<ShortText>>(place).is_some(), "{place}");
                assert!(value::<ShortText>(country).is_some(), "{country}");
            }
        }
        assert_eq!(ORIGINS.iter().map(|origin| origin.weight).sum::<u32>(), 1_000);
        for (name, place, country) in MONONYMS {
            assert!(value::<PersonName>(name).is_some(), "{name}");
            assert!(value::<Option<ShortText>>(place).is_some(), "{place}");
            assert!(value::<ShortText>(country).is_some(), "{country}");
        }
        assert!(TOWNS.iter().all(|town| value::<ShortText>(town).is_some()));
        assert!(NOTES.iter().all(|note| value::<Note>(note).is_some()));
    }
}
