//! Who a paper is about, and for what: the facts that all papers share. What is not known is left open: it shows as a gap on
//! a concept, and [`crate::domain::gap`] keeps it from anything else.

use crate::domain::fold::fold;
use crate::domain::{
    BirthDate, Crebo, Learner, Niveau, Ondertekenaar, PersonName, ShortText, Title,
};

/// Whose paper it is (domain facts 0.1, nr 3 and 4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Official first names in full, voorvoegsel and surname.
    pub name: String,
    pub born: Option<BirthDate>,
    pub birth_place: Option<BirthPlace>,
}

/// Where someone was born, as bijlage 4 wants it: place; abroad place and country; place unknown: the country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BirthPlace {
    Netherlands { place: String },
    Abroad { place: String, country: String },
    CountryOnly { country: String },
}

/// A kwalificatie as in the Crebo.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kwalificatie {
    pub name: Option<String>,
    pub crebo: Option<String>,
    pub niveau: Option<Niveau>,
}

/// Who signs on behalf of the examencommissie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    pub name: Option<String>,
    pub functie: Option<String>,
}

impl Person {
    pub fn of(learner: &Learner) -> Self {
        Self {
            name: learner.name().official(),
            born: learner.geboortedatum,
            birth_place: birth_place(learner),
        }
    }
}

impl Kwalificatie {
    pub fn of(name: Option<&Title>, crebo: Option<&Crebo>, niveau: Option<Niveau>) -> Self {
        Self {
            name: name.map(|name| name.as_str().to_owned()),
            crebo: crebo.map(|crebo| crebo.as_str().to_owned()),
            niveau,
        }
    }
}

impl Signer {
    pub fn of(signer: &Ondertekenaar) -> Self {
        Self {
            name: signer.naam.as_ref().map(|name| PersonName::as_str(name).to_owned()),
            functie: signer.functie.as_ref().map(|functie| ShortText::as_str(functie).to_owned()),
        }
    }
}

pub(super) fn birth_place(learner: &Learner) -> Option<BirthPlace> {
    let place = learner.geboorteplaats.as_ref().map(|p| p.as_str().to_owned());
    let country = learner.geboorteland.as_ref().map(|c| c.as_str().to_owned());
    let abroad = country.filter(|c| fold(c) != "nederland");
    match (place, abroad) {
        (Some(place), None) => Some(BirthPlace::Netherlands { place }),
        (Some(place), Some(country)) => Some(BirthPlace::Abroad { place, country }),
        (None, Some(country)) => Some(BirthPlace::CountryOnly { country }),
        (None, None) => None,
    }
}
