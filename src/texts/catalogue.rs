//! Words about the catalogue. Knows its closed lists, not what stands in it.

use crate::catalogue::{Certainty, CertificaatKind, KwalificatieKind, LooseReason, Status};

/// Beside the name of the edition.
pub const EDITION_SOURCE: &str = "Codes en namen: Regeling vaststelling kwalificatiedossiers 2015 en de crebolijst. \
    Teksten: © Samenwerkingsorganisatie Beroepsonderwijs Bedrijfsleven (SBB). Deze lijst is niet volledig en komt niet \
    rechtstreeks van SBB. Vergelijk een titel met kwalificaties.s-bb.nl voordat hij op papier komt.";

/// Where the kerntaken of a kwalificatie would stand.
pub const NO_KERNTAKEN: &str =
    "Van deze kwalificatie zijn nog geen kerntaken en werkprocessen opgenomen. Voeg ze zelf toe.";

/// Above kerntaken and werkprocessen that were not read at SBB itself.
pub const BORROWED: &str = "Deze titels zijn ontleend aan documenten van scholen. Controleer ze met kwalificaties.s-bb.nl voordat ze op papier komen.";

pub const STARTER_KEUZEDELEN: &str =
    "Dit is een beginlijst: er zijn ongeveer 1.200 keuzedelen. Voeg zelf toe wat ontbreekt.";
pub const STARTER_CERTIFICATEN: &str =
    "Dit is een beginlijst: er zijn ongeveer 250 certificaten. Voeg zelf toe wat ontbreekt.";

/// Of a keuzedeel or certificaat without a code.
pub const CODE_MISSING: &str = "code nog invullen – zie Certificatenloket SBB";

/// Above the kwalificaties that stand under no dossier.
pub const NO_DOSSIER: &str = "Zonder dossier";

/// Above the entries that have no place.
pub const LOOSE: &str = "Eigen invoer zonder plaats";

/// A mark beside the title; `None`: it needs none.
pub const fn certainty(certainty: Certainty) -> Option<&'static str> {
    match certainty {
        Certainty::Listed => None,
        Certainty::Borrowed => Some("ontleend, controleer"),
        Certainty::Doubtful => Some("titel onzeker, controleer"),
        Certainty::Own => Some("eigen invoer"),
    }
}

/// A mark beside the name; `None`: it needs none.
pub const fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Current => None,
        Status::Until2026 => Some("opvolger vanaf 2026"),
        Status::Unknown => Some("geldigheid onbekend"),
        Status::Superseded => Some("vervangen"),
    }
}

/// A mark beside a kwalificatie that was not in force any more; with its last day.
pub fn expired(last: &str) -> String {
    format!("verlopen: geldig tot en met {last}")
}

pub fn replaced_by(by: &str) -> String {
    format!("vervangen door {by}")
}

pub const fn kwalificatie_kind(kind: KwalificatieKind) -> &'static str {
    match kind {
        KwalificatieKind::Kwalificatie => "kwalificatie",
        KwalificatieKind::CrossOver => "cross-over",
        KwalificatieKind::Regionaal => "regionale kwalificatie",
    }
}

pub const fn certificaat_kind(kind: CertificaatKind) -> &'static str {
    match kind {
        CertificaatKind::Onderdeel => "certificaat voor een onderdeel van een kwalificatie",
        CertificaatKind::Keuzedeel => "certificaat voor een keuzedeel",
    }
}

/// Why an entry of the school has no place, and what the user can do.
pub const fn loose(why: LooseReason) -> &'static str {
    match why {
        LooseReason::NoKwalificatie => {
            "Vul de crebo-code in van een kwalificatie die in de catalogus staat."
        }
        LooseReason::NoCode => {
            "Vul een code in die bij de soort past, zoals B1-K1, B1-K1-W1, K0067 of C0021."
        }
        LooseReason::NoKerntaak => "Voeg eerst de kerntaak toe waar dit werkproces bij hoort.",
        LooseReason::Doubled => {
            "Er is een latere invoer met dezelfde code. Die telt; verwijder deze."
        }
    }
}
