//! Invented leerbedrijven, with who guides learners there and what they are recognised for.

use crate::catalogue::Kwalificatie;
use crate::domain::{Erkenning, Id, Leerbedrijf, Niveau, PersonName, Praktijkopleider};
use crate::example::dice::{Dice, day, days_after, value};
use crate::example::maker::Maker;
use crate::example::people::{address_of, named, phone};
use crate::example::trades::{Trade, longest};

/// A company that was added.
pub(super) struct Company<'a> {
    pub(super) id: Id<Leerbedrijf>,
    pub(super) opleiders: Vec<Id<Praktijkopleider>>,
    pub(super) kwalificaties: Vec<&'a Kwalificatie>,
}

/// Adds about one company for eight learners, and at least twelve.
pub(super) fn add<'a>(maker: &mut Maker, trades: &[Trade<'a>], learners: u32) -> Vec<Company<'a>> {
    let longest = longest(trades);
    (0..(learners / 8).max(12))
        .map(|nth| {
            let first = longest.get(nth as usize).copied();
            company(maker, trades, nth, first)
        })
        .collect()
}

fn company<'a>(
    maker: &mut Maker,
    trades: &[Trade<'a>],
    nth: u32,
    first: Option<&'a Kwalificatie>,
) -> Company<'a> {
    let trade = match first {
        Some(first) => trades.iter().find(|trade| trade.has(first)),
        None => maker.dice.pick(trades),
    };
    let kwalificaties = kwalificaties(&mut maker.dice, trade, first);
    let names = trade.map_or(&[][..], |trade| trade.names);
    let (leerbedrijf, host) = facts(&mut maker.dice, names, nth);
    let id = maker.add(leerbedrijf);
    let opleiders =
        (0..maker.dice.between(1, 3)).map(|at| opleider(maker, id, nth, at, &host)).collect();
    for kwalificatie in &kwalificaties {
        erkenning(maker, id, nth, kwalificatie);
    }
    Company { id, opleiders, kwalificaties }
}

/// One to three of a trade, the lower levels more often: most learners are there.
fn kwalificaties<'a>(
    dice: &mut Dice,
    trade: Option<&Trade<'a>>,
    first: Option<&'a Kwalificatie>,
) -> Vec<&'a Kwalificatie> {
    let mut out: Vec<&Kwalificatie> = first.into_iter().collect();
    let Some(trade) = trade else { return out };
    let low: Vec<&Kwalificatie> = trade
        .kwalificaties
        .iter()
        .copied()
        .filter(|k| k.niveau.map_or(0, Niveau::number) < 3)
        .collect();
    for _ in 0..dice.between(1, 3) {
        let from = if dice.happens(60) && !low.is_empty() { &low } else { &trade.kwalificaties };
        if let Some(kwalificatie) = dice.pick(from)
            && !out.iter().any(|other| other.crebo == kwalificatie.crebo)
        {
            out.push(kwalificatie);
        }
    }
    out
}

/// The company itself, and the host of its addresses.
fn facts(dice: &mut Dice, names: &[&'static str], nth: u32) -> (Leerbedrijf, String) {
    let kind = dice.word(names);
    let name = dice.word(FANTASY);
    let full = match dice.below(4) {
        0 => format!("{kind} {name} B.V."),
        1 => format!("{kind} {name} & Zonen"),
        _ => format!("{kind} {name}"),
    };
    let host = format!("{}{nth}.example", address_of(&[name], "").trim_end_matches('@'));
    let town = dice.word(INVENTED_TOWNS);
    let (digits, letters) = (dice.between(1_000, 9_999), dice.word(&["AB", "CK", "EX", "ZZ"]));
    // The first four, and most of the others, have all that a praktijkverklaring needs.
    let gap = if nth < 4 { 99 } else { dice.below(30) };
    let leerbedrijf = Leerbedrijf {
        naam: value(&full),
        vestigingsplaats: if gap == 0 { None } else { value(town) },
        leerbedrijf_id: match gap {
            1 => None,
            2 => value(&format!("OUD{nth}")),
            _ => value(&format!("100{:06}", (900_000 + nth) % 1_000_000)),
        },
        kvk: value(&format!("00{:06}", nth % 1_000_000)),
        adres: value(&format!("{} {}", dice.word(STREETS), dice.between(1, 180))),
        postcode: value(&format!("{digits} {letters}")),
        plaats: value(town),
        phone: value(&phone(dice)),
        email: value(&format!("stage@{host}")),
        logo: None,
        branche_logo: None,
        note: if dice.happens(10) { value(dice.word(NOTES)) } else { None },
    };
    (leerbedrijf, host)
}

fn opleider(
    maker: &mut Maker,
    leerbedrijf: Id<Leerbedrijf>,
    company: u32,
    nth: u32,
    host: &str,
) -> Id<Praktijkopleider> {
    let dice = &mut maker.dice;
    let named = named(dice, 1);
    // Of some only the surname was written down.
    let voornaam: Option<PersonName> =
        if company >= 4 && dice.happens(4) { None } else { value(&named.voornamen) };
    let given = voornaam.as_ref().map_or("", PersonName::as_str).to_owned();
    let opleider = Praktijkopleider {
        leerbedrijf,
        voornaam,
        voorvoegsel: value(named.voorvoegsel),
        achternaam: value(named.achternaam),
        functie: value(dice.word(FUNCTIONS)),
        phone: value(&phone(dice)),
        email: if nth == 0 { value(&address_of(&[&given, named.achternaam], host)) } else { None },
    };
    maker.add(opleider)
}

/// For four years (S48); some have run out, some are not there at all.
fn erkenning(maker: &mut Maker, leerbedrijf: Id<Leerbedrijf>, nth: u32, of: &Kwalificatie) {
    let today = maker.today;
    let dice = &mut maker.dice;
    if nth >= 4 && dice.happens(5) {
        return;
    }
    let last = if nth >= 4 && dice.happens(15) {
        -i64::from(dice.between(5, 300))
    } else {
        i64::from(dice.between(20, 1_300))
    };
    let to = days_after(today, last);
    let erkenning = Erkenning {
        leerbedrijf,
        crebo: of.crebo.clone(),
        from: day(days_after(to, -4 * 365)),
        to: day(to),
    };
    maker.add(erkenning);
}

const FANTASY: &[&str] = &[
    "De Zilveren Spar",
    "Het Blauwe Lam",
    "De Drie Ooievaars",
    "Morgenrood",
    "De Glazen Klomp",
    "'t Vrolijke Ei",
    "De Verzonnen Eik",
    "Nergenshuizen",
    "Het Papieren Schip",
    "De Fluitende Ketel",
    "Zevenmijl",
    "Élan & Ær",
];

const INVENTED_TOWNS: &[&str] = &[
    "Voorbeeldstad",
    "Nergenshuizen",
    "Oud-Verzonnen",
    "Zonderdam",
    "'t Niemandsveld",
    "Schijnwoude",
];

const STREETS: &[&str] = &["Denkbeeldlaan", "Fabelstraat", "Industrieweg-Noord", "Mijmerkade"];

const FUNCTIONS: &[&str] =
    &["Praktijkopleider", "Chef", "Voorman", "Teamleider", "Eigenaar", "Bedrijfsleider"];

const NOTES: &[&str] = &[
    "Parkeren achter het gebouw.",
    "Alleen op dinsdag en donderdag te bezoeken.",
    "Neemt twee leerlingen tegelijk.",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Brin, Kvk, Note, ShortText};

    #[test]
    fn every_invented_word_of_a_company_parses() {
        for words in [FANTASY, INVENTED_TOWNS, STREETS, FUNCTIONS] {
            assert!(words.iter().all(|word| value::<ShortText>(word).is_some()));
        }
        assert!(NOTES.iter().all(|note| value::<Note>(note).is_some()));
        assert!(value::<Brin>("99ZZ").is_some() && value::<Kvk>("00000012").is_some());
    }
}
