//! The words on a praktijkverklaring. Where the law gives a sentence or a label, it stands here literally.
//!
//! Labels and order: bijlage 10 (optie 3) of the Regeling modellen voor mbo-diploma, mbo-certificaat en
//! mbo-verklaring; domain facts 0.1. Other wording is ours.

use crate::domain::Route;
use crate::domain::verklaring::SchoolBlock;
use crate::texts::choices::learner;
use crate::texts::paper::filled;

pub const TITLE: &str = "Praktijkverklaring";

/// Obligatory, word for word, beside the logo of a branche organisation (bijlage 10).
pub const BRANCHE_SENTENCE: &str = "De branche steunt praktijkverklaringen voor inzetbaarheid in de branche en leven lang ontwikkelen.";

pub const OPENING: &str =
    "Ondergetekende, praktijkopleider bij onderstaand erkend leerbedrijf, verklaart dat";

pub const KWALIFICATIE: &str = "Kwalificatie";
pub const CREBO: &str = "Crebo-code";
pub const NIVEAU: &str = "Niveau";
pub const HOURS: &str = "Aantal uren in het leerbedrijf";

pub const WERKPROCESSEN: &str = "Werkprocessen";
pub const CODE: &str = "Code";
pub const PARTS: &str = "Kerntaak en werkprocessen";
pub const EXTRA: &str = "Extra";

pub const ISSUED_BY: &str = "Afgegeven door";
pub const PRAKTIJKOPLEIDER_AT: &str = "Praktijkopleider bij";
pub const ERKEND_LEERBEDRIJF: &str = "Erkend leerbedrijf";

pub const SIGNATURES: &str = "Handtekeningen";
pub const PLACE_AND_DATE: &str = "Plaats en datum";
pub const SIGNATURE_PRAKTIJKOPLEIDER: &str = "Handtekening praktijkopleider";

pub const COLOPHON: &str = "Inhoud volgens de Regeling modellen voor mbo-diploma, mbo-certificaat en \
                            mbo-verklaring, bijlage 10 (optie 3)";

pub const CONCEPT_LINE: &str = "Dit is een concept. Het is geen geldige praktijkverklaring.";

pub const BRANCHE_LOGO: &str = "Logo van de brancheorganisatie";

pub fn logo(leerbedrijf: &str) -> String {
    format!("Logo van {leerbedrijf}")
}

/// The end of the sentence that begins with [`OPENING`] and the name.
pub fn closing(route: Option<Route>, werkprocessen: usize) -> String {
    let practice = match route {
        Some(Route::MboBol | Route::MboBbl | Route::DerdeLeerweg) => "de beroepspraktijkvorming",
        Some(Route::Pro | Route::Vso | Route::VmboLwt) | None => "de stage",
    };
    let shown = if werkprocessen == 1 {
        "het onderstaande werkproces"
    } else {
        "de onderstaande werkprocessen"
    };
    format!(
        "tijdens {practice} heeft laten zien {shown} in de praktijk van het leerbedrijf te kunnen uitvoeren."
    )
}

pub fn hours(hours: Option<u16>, estimated: bool) -> String {
    match hours {
        Some(hours) if estimated => format!("{hours} (geschat)"),
        hours => filled(hours),
    }
}

/// Above what belongs to other kwalificaties; `own` counts the werkprocessen that stand before it.
pub fn extra(
    route: Option<Route>,
    own: usize,
    kwalificaties: usize,
    werkprocessen: usize,
) -> String {
    let learner = learner(route);
    let also = if own == 0 { "" } else { "ook " };
    let what = if werkprocessen == 1 { "een werkproces" } else { "werkprocessen" };
    let of = if kwalificaties == 1 { "een andere kwalificatie" } else { "andere kwalificaties" };
    format!("De {learner} kan in dit leerbedrijf {also}{what} van {of} uitvoeren.")
}

pub fn leerbedrijf(name: Option<&String>, vestigingsplaats: Option<&String>) -> String {
    format!("{}, {}", filled(name), filled(vestigingsplaats))
}

pub fn registration(leerbedrijf_id: Option<&String>) -> String {
    format!("registratienummer {}", filled(leerbedrijf_id))
}

pub fn signature_learner(route: Option<Route>) -> String {
    format!("Handtekening {}", learner(route))
}

/// Small, below the part that the law prescribes; the school chose it (domain facts 0.1).
pub fn school_block(school: &SchoolBlock) -> String {
    let SchoolBlock { name, brin, place, text } = school;
    let own = text.clone().unwrap_or_else(|| "Uitgereikt namens de school".to_owned());
    let brin = brin.as_ref().map(|brin| format!(" (BRIN {brin})")).unwrap_or_default();
    let place = place.as_ref().map(|place| format!(", {place}")).unwrap_or_default();
    format!("{own}: {}{brin}{place}", filled(name.as_ref()))
}

pub fn running_head(name: &str) -> String {
    format!("{TITLE} van {name}")
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn each_route_has_its_words() {
        let mut lines = Vec::new();
        for route in [
            None,
            Some(Route::Pro),
            Some(Route::Vso),
            Some(Route::VmboLwt),
            Some(Route::MboBol),
            Some(Route::MboBbl),
            Some(Route::DerdeLeerweg),
        ] {
            lines.push(format!("{} | {}", signature_learner(route), closing(route, 2)));
        }
        lines.extend([
            closing(None, 1),
            extra(None, 1, 1, 1),
            extra(None, 1, 2, 3),
            extra(Some(Route::MboBol), 0, 1, 2),
        ]);
        expect![[r#"
            Handtekening leerling | tijdens de stage heeft laten zien de onderstaande werkprocessen in de praktijk van het leerbedrijf te kunnen uitvoeren.
            Handtekening leerling | tijdens de stage heeft laten zien de onderstaande werkprocessen in de praktijk van het leerbedrijf te kunnen uitvoeren.
            Handtekening leerling | tijdens de stage heeft laten zien de onderstaande werkprocessen in de praktijk van het leerbedrijf te kunnen uitvoeren.
            Handtekening leerling | tijdens de stage heeft laten zien de onderstaande werkprocessen in de praktijk van het leerbedrijf te kunnen uitvoeren.
            Handtekening student | tijdens de beroepspraktijkvorming heeft laten zien de onderstaande werkprocessen in de praktijk van het leerbedrijf te kunnen uitvoeren.
            Handtekening student | tijdens de beroepspraktijkvorming heeft laten zien de onderstaande werkprocessen in de praktijk van het leerbedrijf te kunnen uitvoeren.
            Handtekening kandidaat | tijdens de beroepspraktijkvorming heeft laten zien de onderstaande werkprocessen in de praktijk van het leerbedrijf te kunnen uitvoeren.
            tijdens de stage heeft laten zien het onderstaande werkproces in de praktijk van het leerbedrijf te kunnen uitvoeren.
            De leerling kan in dit leerbedrijf ook een werkproces van een andere kwalificatie uitvoeren.
            De leerling kan in dit leerbedrijf ook werkprocessen van andere kwalificaties uitvoeren.
            De student kan in dit leerbedrijf werkprocessen van een andere kwalificatie uitvoeren."#]].assert_eq(&lines.join("\n"));
    }
}
