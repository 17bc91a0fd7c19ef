//! Who a paper is about, and for what: the facts that all papers share. What is not known is left open: it shows as a gap on
//! a concept, and [`crate::domain::gap`] keeps it from anything else.

use crate::domain::fold::fold;
use crate::domain::gap::{Gap, Gaps};
use crate::domain::{
    BirthDate, Crebo, Day, Field as _, Learner, LearnerField, Niveau, Ondertekenaar,
    OndertekenaarField, PersonName, School, SchoolField, ShortText, Stored, Title,
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

/// The field name under which the list of who signs is pointed at, of the school.
pub const ONDERTEKENAARS: &str = "ondertekenaars";

/// What is missing of who a paper is about; nobody is born on or after the day of signing.
pub(super) fn missing_of_person(learner: &Stored<Learner>, signed: Option<Day>, out: &mut Gaps) {
    let Stored { id, value: learner } = learner;
    let mut need = |gap, field: LearnerField, there: bool| {
        out.need::<Learner>(gap, id.raw(), field.key(), there);
    };
    need(Gap::Name, LearnerField::Geslachtsnaam, learner.geslachtsnaam.is_some());
    let born = learner.geboortedatum.filter(|born| signed.is_none_or(|day| born.before(day)));
    need(Gap::BirthDate, LearnerField::Geboortedatum, born.is_some());
    need(Gap::BirthPlace, LearnerField::Geboorteplaats, birth_place(learner).is_some());
}

/// What is missing of the school and of who signs on behalf of its examencommissie.
pub(super) fn missing_of_signing(
    school: &School,
    signers: &[Stored<Ondertekenaar>],
    out: &mut Gaps,
) {
    let id = School::ID.raw();
    out.need::<School>(Gap::SchoolName, id, SchoolField::Naam.key(), school.naam.is_some());
    out.need::<School>(Gap::Signer, id, ONDERTEKENAARS, !signers.is_empty());
    for Stored { id, value: Ondertekenaar { naam, functie, signs: _ } } in signers {
        let mut need = |gap, field: OndertekenaarField, there: bool| {
            out.need::<Ondertekenaar>(gap, id.raw(), field.key(), there);
        };
        need(Gap::SignerName, OndertekenaarField::Naam, naam.is_some());
        need(Gap::SignerFunctie, OndertekenaarField::Functie, functie.is_some());
    }
}

fn birth_place(learner: &Learner) -> Option<BirthPlace> {
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
