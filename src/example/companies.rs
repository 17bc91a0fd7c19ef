//! Invented leerbedrijven, with who guides learners there and what they are recognised for.

use crate::catalogue::{Catalogue, Kwalificatie, Status};
use crate::domain::{
    Erkenning, Id, Leerbedrijf, Niveau, PersonName, Praktijkopleider, ShortText, Title,
};
use crate::example::dice::{Dice, day, days_after, value};
use crate::example::maker::Maker;
use crate::example::people::{address_of, named, phone};

/// What a company may be recognised for: kwalificaties of one sectorkamer of which the werkprocessen are known.
pub(super) struct Trade<'a> {
    sector: &'a str,
    kwalificaties: Vec<&'a Kwalificatie>,
}

/// A company that was added.
pub(super) struct Company<'a> {
    pub(super) id: Id<Leerbedrijf>,
    pub(super) opleiders: Vec<Id<Praktijkopleider>>,
    pub(super) kwalificaties: Vec<&'a Kwalificatie>,
}

impl<'a> Trade<'a> {
    /// In the order in which the catalogue first shows each sectorkamer.
    pub(super) fn all(catalogue: &'a Catalogue) -> Vec<Self> {
        let mut trades: Vec<Self> = Vec::new();
        for kwalificatie in catalogue.kwalificaties().iter().filter(|k| usable(k)) {
            let sector = kwalificatie.sectorkamer.as_ref().map_or("", ShortText::as_str);
            match trades.iter_mut().find(|trade| trade.sector == sector) {
                Some(trade) => trade.kwalificaties.push(kwalificatie),
                None => trades.push(Self { sector, kwalificaties: vec![kwalificatie] }),
            }
        }
        trades
    }
}

fn usable(kwalificatie: &Kwalificatie) -> bool {
    let in_force = matches!(kwalificatie.status, Status::Current | Status::Until2026);
    let werkprocessen: usize = kwalificatie.kerntaken.iter().map(|k| k.werkprocessen.len()).sum();
    in_force && kwalificatie.niveau.is_some() && werkprocessen > 2
}

/// The kwalificaties with the longest name, title of a kerntaak and title of a werkproces: what a layout must bear.
/// The first companies have them, and the first learners are there.
fn longest<'a>(trades: &[Trade<'a>]) -> Vec<&'a Kwalificatie> {
    fn werkproces(k: &Kwalificatie) -> usize {
        let all = k.kerntaken.iter().flat_map(|kerntaak| &kerntaak.werkprocessen);
        all.map(|w| length(&w.title)).max().unwrap_or(0)
    }
    fn kerntaak(k: &Kwalificatie) -> usize {
        k.kerntaken.iter().map(|kerntaak| length(&kerntaak.title)).max().unwrap_or(0)
    }
    fn count(k: &Kwalificatie) -> usize {
        k.kerntaken.iter().map(|kerntaak| kerntaak.werkprocessen.len()).sum()
    }
    let all = || trades.iter().flat_map(|trade| trade.kwalificaties.iter().copied());
    let by: [fn(&Kwalificatie) -> usize; 4] = [werkproces, |k| length(&k.name), kerntaak, count];
    by.into_iter().filter_map(|by| all().max_by_key(|k| by(k))).collect()
}

fn length(title: &Title) -> usize {
    title.as_str().chars().count()
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
        Some(first) => {
            trades.iter().find(|t| t.kwalificaties.iter().any(|k| k.crebo == first.crebo))
        }
        None => maker.dice.pick(trades),
    };
    let kwalificaties = kwalificaties(&mut maker.dice, trade, first);
    let sector = trade.map_or("", |trade| trade.sector);
    let (leerbedrijf, host) = facts(&mut maker.dice, sector, nth);
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
fn facts(dice: &mut Dice, sector: &str, nth: u32) -> (Leerbedrijf, String) {
    let kind = dice.word(kinds(sector));
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

/// What kinds of company belong to a sectorkamer.
fn kinds(sector: &str) -> &'static [&'static str] {
    match sector {
        "Techniek en gebouwde omgeving" => &["Bouwbedrijf", "Installatiebedrijf", "Timmerfabriek"],
        "Mobiliteit, transport, logistiek en maritiem" => {
            &["Garage", "Fietsenmaker", "Transportbedrijf"]
        }
        "Zorg, welzijn en sport" => &["Woonzorgcentrum", "Kinderopvang", "Sporthal"],
        "Handel" => &["Supermarkt", "Kledingwinkel", "Tuincentrum"],
        "Ict en creatieve industrie" => &["Computerwinkel", "Reclamemakerij", "Theater"],
        "Zakelijke dienstverlening en veiligheid" => &["Administratiekantoor", "Notariskantoor"],
        "Voedsel, groen en gastvrijheid" => {
            &["Hoveniersbedrijf", "Restaurant", "Melkveebedrijf", "Kwekerij"]
        }
        _ => &["Sociale werkplaats", "Magazijn", "Kringloopwinkel", "Kantine"],
    }
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
    use crate::domain::{Brin, Kvk, Note};

    #[test]
    fn every_invented_word_of_a_company_parses() {
        for words in [FANTASY, INVENTED_TOWNS, STREETS, FUNCTIONS] {
            assert!(words.iter().all(|word| value::<ShortText>(word).is_some()));
        }
        assert!(NOTES.iter().all(|note| value::<Note>(note).is_some()));
        assert!(value::<Brin>("99ZZ").is_some() && value::<Kvk>("00000012").is_some());
    }

    #[test]
    fn a_sectorkamer_has_companies_of_its_own_and_the_longest_titles_are_found() {
        let catalogue = Catalogue::new(&[]);
        let trades = Trade::all(&catalogue);
        let others = trades.iter().filter(|t| kinds(t.sector) == kinds("")).map(|t| t.sector);
        assert_eq!(others.collect::<Vec<_>>(), ["Entree"]);
        assert!(length(&longest(&trades)[1].name) >= 65);
    }
}
