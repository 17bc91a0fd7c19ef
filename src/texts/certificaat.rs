//! The words on a mbo-certificaat, in the order of domain facts 0.3.
//!
//! Literal: the sentence on legal professional requirements, `De ondergetekenden verklaren dat`, `geboren`, `te`, `aan`
//! (bijlage 4 of the Regeling modellen voor mbo-diploma, mbo-certificaat en mbo-verklaring, BWBR0031616, which bijlage 8
//! points at), and that crossing out makes it invalid (from the resultatenlijst of the same regulation; that it stands on
//! a certificaat too is inferred). The models themselves, bijlage 6 and 7, are pictures that could not be read: the
//! sentence that says what was done ([`closing`]) and the labels of what a school adds are of our own wording.

use crate::domain::certificaat::About;
use crate::domain::{ComponentResult, Route};
use crate::texts::choices::route_short;
use crate::texts::paper::{filled, result};

pub const TITLE: &str = "CERTIFICAAT";
/// In the outline and in the file: not in capitals, which some read aloud letter by letter.
pub const NAME: &str = "Mbo-certificaat";
pub const KIND: &str = "Middelbaar beroepsonderwijs";

pub const OPENING: &str = "De ondergetekenden verklaren dat";
pub const AT: &str = "aan";

pub const PLACE: &str = "Plaats";
pub const DATE: &str = "Datum";

pub const SIGNATURE_CANDIDATE: &str = "Handtekening van de kandidaat";

/// At the foot of every page, below what a school adds: that must not be altered either.
pub const INVALID: &str = "Doorhalingen en/of wijzigingen maken dit certificaat ongeldig.";

pub const CONCEPT_LINE: &str = "Dit is een concept. Het is geen geldig certificaat.";

pub const fn label(about: &About) -> &'static str {
    match about {
        About::Onderdeel { .. } => "Onderdeel",
        About::Keuzedeel { .. } => "Keuzedeel",
    }
}

pub fn code(code: Option<&String>) -> String {
    format!("Code: {}", filled(code))
}

pub fn kwalificatie(name: Option<&String>, crebo: Option<&String>) -> String {
    format!("Kwalificatie {} (Crebo-code: {})", filled(name), filled(crebo))
}

pub fn dossier(name: Option<&String>, crebo: Option<&String>) -> String {
    format!("Behorende bij kwalificatiedossier {} (Crebo-code: {})", filled(name), filled(crebo))
}

pub fn niveau(niveau: &str) -> String {
    format!("Niveau van de kwalificatie: {niveau}")
}

pub const fn closing(about: &About) -> &'static str {
    match about {
        About::Onderdeel { .. } => {
            "dit onderdeel van de kwalificatie met goed gevolg heeft afgerond."
        }
        About::Keuzedeel { .. } => "dit keuzedeel met goed gevolg heeft afgerond.",
    }
}

/// Directly above place and date.
pub fn requirements(text: &str) -> String {
    let stop = if text.ends_with('.') { "" } else { "." };
    format!("De kandidaat heeft voldaan aan de wettelijke beroepsvereisten vermeld in {text}{stop}")
}

/// Between what a school adds.
pub const BETWEEN: &str = " · ";

pub fn appraisal(of: ComponentResult) -> String {
    format!("Waardering: {}", result(of))
}

pub fn leerweg(route: Route) -> String {
    format!("Leerweg: {}", route_short(route))
}

pub fn leerbedrijf(name: &str) -> String {
    format!("Leerbedrijf: {name}")
}

pub fn running_head(name: &str) -> String {
    format!("{NAME} van {name}")
}
