//! What companies there are, and for which kwalificaties each kind takes learners.

use crate::catalogue::{Catalogue, Kwalificatie, Status};
use crate::domain::Title;
use crate::domain::fold::fold;

/// Companies of one kind, and what they may be recognised for.
pub(super) struct Trade<'a> {
    /// What such a company calls itself.
    pub(super) names: &'static [&'static str],
    pub(super) kwalificaties: Vec<&'a Kwalificatie>,
}

impl<'a> Trade<'a> {
    /// Those of which the catalogue knows kwalificaties with werkprocessen.
    pub(super) fn all(catalogue: &'a Catalogue) -> Vec<Self> {
        let usable: Vec<&Kwalificatie> =
            catalogue.kwalificaties().iter().filter(|k| usable(k)).collect();
        let trade = |(names, words): &(&'static [&'static str], &[&str])| {
            let fits = |k: &&&Kwalificatie| {
                let name = fold(k.name.as_str());
                words.iter().any(|word| name.contains(word))
            };
            Trade { names, kwalificaties: usable.iter().filter(fits).copied().collect() }
        };
        TRADES.iter().map(trade).filter(|trade| !trade.kwalificaties.is_empty()).collect()
    }

    pub(super) fn has(&self, kwalificatie: &Kwalificatie) -> bool {
        self.kwalificaties.iter().any(|known| known.crebo == kwalificatie.crebo)
    }
}

fn usable(kwalificatie: &Kwalificatie) -> bool {
    let in_force = matches!(kwalificatie.status, Status::Current | Status::Until2026);
    let werkprocessen: usize = kwalificatie.kerntaken.iter().map(|k| k.werkprocessen.len()).sum();
    in_force && kwalificatie.niveau.is_some() && werkprocessen > 2
}

/// The kwalificaties with the longest title of a werkproces, name and title of a kerntaak, and with the most
/// werkprocessen: what a layout must bear. The first companies have them, and the first learners are there.
pub(super) fn longest<'a>(trades: &[Trade<'a>]) -> Vec<&'a Kwalificatie> {
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

/// What companies of a kind call themselves, and what the name of a kwalificatie that is learnt there holds.
const TRADES: &[(&[&str], &[&str])] = &[
    (&["Bouwbedrijf", "Aannemersbedrijf"], &["timmerman", "metselaar", "tegelzetter", "bouwen"]),
    (
        &["Installatiebedrijf"],
        &["elektrotechnische", "laagspanning", "werktuigkundige", "utiliteit"],
    ),
    (&["Schildersbedrijf", "Glaszetterij"], &["schilder", "glaszetter"]),
    (&["Garage", "Autobedrijf"], &["voertuigen"]),
    (&["Fietsenmaker"], &["fiets"]),
    (&["Straatmakersbedrijf"], &["straat", "bestrating", "waterbouwer", "asfalt", "grondverzet"]),
    (&["Meubelmakerij"], &["meubelmaker"]),
    (&["Hoveniersbedrijf", "Kwekerij"], &["hovenier", "groen", "plant", "natuur"]),
    (&["Bloemist"], &["bloem"]),
    (
        &["Melkveebedrijf", "Manege", "Kinderboerderij"],
        &["veehouderij", "paarden", "dier", "agrohandel"],
    ),
    (&["Restaurant", "Eetcafé", "Lunchroom"], &["gastheer", "horeca"]),
    (&["Voedingsfabriek"], &["voeding", "procesoperator"]),
    (&["Supermarkt", "Kledingwinkel", "Bouwmarkt"], &["retail", "ondernemer handel"]),
    (&["Magazijn", "Groothandel"], &["logistiek"]),
    (&["Woonzorgcentrum", "Buurthuis"], &["zorg", "dienstverlening", "verzorgende"]),
    (&["Kinderopvang"], &["kinderopvang", "pedagogisch", "onderwijsassistent"]),
    (&["Sporthal", "Zwembad"], &["sport", "coach"]),
    (&["Kapsalon"], &["kapper"]),
    (&["Computerwinkel"], &["ict", "it systems", "software"]),
    (&["Administratiekantoor"], &["business", "office", "legal"]),
    (&["Machinefabriek"], &["productietechniek", "engineering"]),
    (&["Reclamemakerij", "Drukkerij"], &["sign", "media"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_company_has_something_to_learn() {
        let catalogue = Catalogue::new(&[]);
        let trades = Trade::all(&catalogue);
        assert_eq!(trades.len(), TRADES.len());
        let longest: Vec<&str> = longest(&trades).iter().map(|k| k.name.as_str()).collect();
        assert_eq!(longest.len(), 4);
        assert!(longest[1].chars().count() >= 65, "{longest:?}");
    }
}
