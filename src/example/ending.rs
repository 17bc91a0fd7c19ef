//! What invented learners at a mbo-school leave with: an opleiding, certificates, and what a mbo-verklaring says beside
//! results.

use crate::catalogue::{Catalogue, Certificaat, CertificaatKind, Found, Kwalificatie};
use crate::domain::{
    BpvOption, Choice as _, ExamComponent, Id, Route, ShortText, Traineeship, Voortgangstoets,
    YesNo,
};
use crate::example::dice::{Dice, day, days_after, value};
use crate::example::maker::Maker;
use crate::example::people::Added;

/// The last traineeship of a learner, and for what it was.
pub(super) struct Last<'a> {
    pub(super) traineeship: Id<Traineeship>,
    pub(super) kwalificatie: &'a Kwalificatie,
}

/// Adds it to who is at a mbo-school.
pub(super) fn add(
    maker: &mut Maker,
    learner: &Added,
    nth: u32,
    last: Option<&Last<'_>>,
    catalogue: &Catalogue,
) {
    match learner.route {
        Route::Pro | Route::Vso | Route::VmboLwt => return,
        Route::MboBol | Route::MboBbl | Route::DerdeLeerweg => {}
    }
    facts(maker, learner, nth, last.map(|last| last.kwalificatie));
    if maker.dice.happens(30) {
        progress_tests(maker, learner);
    }
    if !learner.leaver && maker.dice.happens(45) {
        certificate(maker, learner, last, catalogue);
    }
}

fn facts(maker: &mut Maker, of: &Added, nth: u32, kwalificatie: Option<&Kwalificatie>) {
    let dice = &mut maker.dice;
    let (named, known, unknown) = (dice.happens(95), dice.happens(30), dice.happens(15));
    let option = match dice.below(100) {
        _ if of.leaver => BpvOption::ALL.get(nth as usize / 12 % 3).copied(),
        0..35 => None,
        _ => dice.pick(BpvOption::ALL).copied(),
    };
    let (hours, words) = (dice.happens(50), dice.word(DESCRIPTIONS));
    let other = dice.happens(20).then(|| dice.word(OTHER_RESULTS));
    let Some(learner) = maker.learner_mut(of.at) else { return };
    if let Some(kwalificatie) = kwalificatie.filter(|_| named || of.leaver) {
        learner.opleiding_crebo = Some(kwalificatie.crebo.clone());
        learner.opleiding = Some(kwalificatie.name.clone());
        learner.opleiding_niveau = kwalificatie.niveau;
    }
    learner.startkwalificatie = match (of.leaver, unknown, known) {
        (true, _, _) | (false, false, false) => Some(YesNo::No),
        (false, true, _) => None,
        (false, false, true) => Some(YesNo::Yes),
    };
    learner.bpv_option = option;
    learner.bpv_with_hours = hours && option.is_some();
    learner.bpv_description =
        option.filter(|option| *option != BpvOption::Praktijkverklaring).and_then(|_| value(words));
    learner.other_results = other.and_then(value);
}

fn progress_tests(maker: &mut Maker, learner: &Added) {
    for (title, explanation, results) in TESTS {
        if !maker.dice.happens(60) {
            continue;
        }
        let result = maker.dice.word(results);
        if let Some(title) = value(title) {
            let (explanation, result) = (value(explanation), value::<ShortText>(result));
            maker.add(Voortgangstoets { learner: learner.id, title, explanation, result });
        }
    }
}

/// One that belongs to the kwalificatie of the learner, or any other of which all is known.
fn certificate(maker: &mut Maker, learner: &Added, last: Option<&Last<'_>>, catalogue: &Catalogue) {
    let crebo = last.map(|last| &last.kwalificatie.crebo);
    let belongs = |c: &&Certificaat| crebo.is_some_and(|crebo| c.kwalificaties.contains(crebo));
    let own: Vec<&Certificaat> = catalogue.certificaten().iter().filter(belongs).collect();
    let whole: Vec<&Certificaat> = catalogue.certificaten().iter().filter(|c| whole(c)).collect();
    let fits = !own.is_empty();
    let Some(certificaat) = maker.dice.pick(if fits { &own } else { &whole }).copied() else {
        return;
    };
    let Some(facts) = catalogue.facts(Found::Certificaat(certificaat)) else { return };
    let mut component = facts.component(learner.id);
    component.traineeship = last.filter(|_| fits).map(|last| last.traineeship);
    decided(&mut maker.dice, maker.today, &mut component);
    maker.add(component);
}

fn whole(certificaat: &Certificaat) -> bool {
    certificaat.code.is_some()
        && (certificaat.kind == CertificaatKind::Keuzedeel || certificaat.kwalificaties.len() == 1)
}

/// Passed, and mostly the examencommissie has decided on it.
fn decided(dice: &mut Dice, today: jiff::civil::Date, component: &mut ExamComponent) {
    let result = dice.word(&["voldoende", "goed", "7", "8", "6", "onvoldoende"]);
    let ago = i64::from(dice.between(20, 200));
    component.result = value(result);
    component.result_on = day(days_after(today, -ago));
    let weeks = i64::from(dice.between(3, 18));
    if result != "onvoldoende" && dice.happens(75) {
        component.decided_on = day(days_after(today, weeks - ago));
    }
}

const DESCRIPTIONS: &[&str] = &[
    "Meegewerkt in alle dagelijkse werkzaamheden, van voorbereiding tot opruimen.",
    "Vooral uitvoerend werk onder leiding van een vaste collega.\nDaarnaast contact met klanten.",
    "",
];

const OTHER_RESULTS: &[&str] = &[
    "VCA Basis behaald. Het diploma zit als bijlage bij deze verklaring.",
    "Cursus Bedrijfshulpverlening gevolgd, met bewijs van deelname in de bijlage.",
];

const TESTS: &[(&str, &str, &[&str])] = &[
    ("Voortgangstoets Nederlands", "Lezen en luisteren, niveau 2F", &["6,1", "5,4", "7"]),
    ("Voortgangstoets rekenen", "Verhoudingen en procenten", &["5,8", "6,6", "8"]),
    ("Proeve van bekwaamheid, oefenronde", "", &["voldoende", "goed", "nog niet voldoende"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Note, Title};

    #[test]
    fn every_word_of_an_ending_parses() {
        for words in DESCRIPTIONS.iter().chain(OTHER_RESULTS) {
            assert!(value::<Option<Note>>(words).is_some(), "{words}");
        }
        for (title, explanation, results) in TESTS {
            assert!(value::<Title>(title).is_some(), "{title}");
            assert!(value::<Option<ShortText>>(explanation).is_some(), "{explanation}");
            assert!(results.iter().all(|result| value::<ShortText>(result).is_some()));
        }
    }
}
