//! The words on an overneemblad: the fields of a praktijkverklaring, to be copied by hand. All of it is ours; the names
//! and the order of the fields are those of the praktijkverklaring.

use crate::domain::BirthDate;
use crate::domain::person::BirthPlace;
use crate::texts::paper::GAP;

pub const TITLE: &str = "Overneemblad";
pub const BEHIND: &str = "voor het Praktijkloket van SBB";

pub const NATURE: &str = "Neem elk gegeven over in het Praktijkloket en zet er een vinkje bij. \
                          Dit blad is geen praktijkverklaring en wordt niet uitgereikt.";

pub const LOGO: &str = "Logo";
pub const LOGO_LEERBEDRIJF: &str = "van het leerbedrijf toevoegen";
pub const LOGO_BRANCHE: &str = "van de brancheorganisatie toevoegen, met de verplichte zin";
pub const NAME: &str = "Naam";
pub const BORN_ON: &str = "Geboren op";
pub const BORN_AT: &str = "Geboren te";
pub const COMPANY: &str = "Praktijkopleider en leerbedrijf";
pub const LEERBEDRIJF_PLACE: &str = "Vestigingsplaats";
pub const REGISTRATION: &str = "Erkend leerbedrijf, registratienummer";

pub const COLOPHON: &str = "Geen praktijkverklaring. Volgorde van de gegevens volgens de Regeling \
                            modellen voor mbo-diploma, mbo-certificaat en mbo-verklaring, bijlage 10 \
                            (optie 3)";

pub const CONCEPT_LINE: &str = "Op dit blad ontbreken nog gegevens.";

/// As one types it: `01-03-2004`; what the BRP does not know is `00`.
pub fn born_on(date: Option<BirthDate>) -> String {
    date.map_or_else(|| GAP.to_owned(), |date| date.to_string())
}

pub fn born_at(place: Option<&BirthPlace>) -> String {
    match place {
        None => GAP.to_owned(),
        Some(BirthPlace::Netherlands { place }) => place.clone(),
        Some(BirthPlace::Abroad { place, country }) => format!("{place}, {country}"),
        Some(BirthPlace::CountryOnly { country }) => format!("{country} (plaats onbekend)"),
    }
}

pub fn running_head(name: &str) -> String {
    format!("{TITLE} voor {name}")
}
