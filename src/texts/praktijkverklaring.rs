//! The words on a praktijkverklaring. Where the law gives a sentence or a label, it stands here literally.
//!
//! Labels and order: bijlage 10 (optie 3) of the Regeling modellen voor mbo-diploma, mbo-certificaat en
//! mbo-verklaring; domain facts 0.1. Other wording is ours.

use jiff::civil::Date;

use crate::domain::day::MONTHS;
use crate::domain::verklaring::BirthPlace;
use crate::domain::{BirthDate, Route};

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

pub const CONCEPT_MARK: &str = "CONCEPT";
pub const CONCEPT_LINE: &str = "Dit is een concept. Het is geen geldige praktijkverklaring.";

pub const BRANCHE_LOGO: &str = "Logo van de brancheorganisatie";

pub fn logo(leerbedrijf: &str) -> String {
    format!("Logo van {leerbedrijf}")
}

/// `geboren op 1 maart 2004 te Utrecht`; what is not known is left out (bijlage 4).
pub fn born(date: BirthDate, place: &BirthPlace) -> String {
    let on = if date.whole().is_some() { "op" } else { "in" };
    let date = date.in_words();
    let place = match place {
        BirthPlace::Netherlands { place } => format!("te {place}"),
        BirthPlace::Abroad { place, country } => format!("te {place}, {country}"),
        BirthPlace::CountryOnly { country } => format!("in {country}"),
    };
    format!("geboren {on} {date} {place}")
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

pub fn hours(hours: u16, estimated: bool) -> String {
    if estimated { format!("{hours} (geschat)") } else { hours.to_string() }
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

/// Of a kerntaak whose werkprocessen go on, on the next page.
pub fn continued(kerntaak: &str) -> String {
    format!("{kerntaak} (vervolg)")
}

pub fn leerbedrijf(name: &str, vestigingsplaats: &str) -> String {
    format!("{name}, {vestigingsplaats}")
}

pub fn registration(leerbedrijf_id: &str) -> String {
    format!("registratienummer {leerbedrijf_id}")
}

/// Place and date of signing: `Utrecht, 3 mei 2026`.
pub fn signed(place: &str, date: Date) -> String {
    let month = usize::try_from(date.month() - 1).ok().and_then(|m| MONTHS.get(m)).unwrap_or(&"");
    format!("{place}, {} {month} {}", date.day(), date.year())
}

pub fn signature_learner(route: Option<Route>) -> String {
    format!("Handtekening {}", learner(route))
}

pub fn running_head(name: &str) -> String {
    format!("{TITLE} van {name}")
}

pub fn page(number: usize, of: usize) -> String {
    format!("Pagina {number} van {of}")
}

/// What the learner is called along each route (domain facts 5.1).
fn learner(route: Option<Route>) -> &'static str {
    match route {
        Some(Route::Pro | Route::Vso | Route::VmboLwt) | None => "leerling",
        Some(Route::MboBol | Route::MboBbl) => "student",
        Some(Route::DerdeLeerweg) => "kandidaat",
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::domain::Entry as _;

    #[test]
    fn birth_is_said_as_far_as_it_is_known() {
        let places = [
            BirthPlace::Netherlands { place: "Ens".to_owned() },
            BirthPlace::Abroad { place: "Homs".to_owned(), country: "Syrië".to_owned() },
            BirthPlace::CountryOnly { country: "Syrië".to_owned() },
        ];
        let mut lines = Vec::new();
        for typed in ["1-3-2004", "00-03-2004", "2004"] {
            let date = BirthDate::parse(typed).unwrap();
            lines.extend(places.iter().map(|place| born(date, place)));
        }
        expect![[r#"
            geboren op 1 maart 2004 te Ens
            geboren op 1 maart 2004 te Homs, Syrië
            geboren op 1 maart 2004 in Syrië
            geboren in maart 2004 te Ens
            geboren in maart 2004 te Homs, Syrië
            geboren in maart 2004 in Syrië
            geboren in 2004 te Ens
            geboren in 2004 te Homs, Syrië
            geboren in 2004 in Syrië"#]]
        .assert_eq(&lines.join("\n"));
    }

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
