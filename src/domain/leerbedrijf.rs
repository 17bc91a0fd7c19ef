//! A company that takes learners, the people there who guide them, and what it is recognised for.

use crate::domain::field::record;
use crate::domain::names::person;
use crate::domain::{
    Crebo, Day, Email, Id, Kvk, LeerbedrijfId, LogoHash, Note, PersonName, Phone, PostalCode,
    ShortText, Title, Voorvoegsel,
};

record! {
    /// A company as SBB registers it (domain facts 0.1, nr 12 and 13).
    Leerbedrijf, LeerbedrijfField {
        /// As registered by SBB.
        naam / Naam: Option<Title> = "naam",
        /// The place of establishment, as registered by SBB.
        vestigingsplaats / Vestigingsplaats: Option<ShortText> = "vestigingsplaats",
        leerbedrijf_id / LeerbedrijfId: Option<LeerbedrijfId> = "leerbedrijf-id",
        kvk / Kvk: Option<Kvk> = "kvk",
        adres / Adres: Option<ShortText> = "adres",
        postcode / Postcode: Option<PostalCode> = "postcode",
        plaats / Plaats: Option<ShortText> = "plaats",
        phone / Phone: Option<Phone> = "telefoon",
        email / Email: Option<Email> = "email",
        logo / Logo: Option<LogoHash> = "logo",
        /// Of the branche organisation. On paper it brings an obligatory sentence with it.
        branche_logo / BrancheLogo: Option<LogoHash> = "branchelogo",
        note / Note: Option<Note> = "notitie",
    }
}

record! {
    /// Who guides learners at a leerbedrijf, and declares what they can do.
    Praktijkopleider, PraktijkopleiderField {
        leerbedrijf / Leerbedrijf: Id<Leerbedrijf> = "leerbedrijf",
        voornaam / Voornaam: Option<PersonName> = "voornaam",
        voorvoegsel / Voorvoegsel: Option<Voorvoegsel> = "voorvoegsel",
        achternaam / Achternaam: Option<PersonName> = "achternaam",
        functie / Functie: Option<ShortText> = "functie",
        phone / Phone: Option<Phone> = "telefoon",
        email / Email: Option<Email> = "email",
    }
}

record! {
    /// The recognition of a leerbedrijf for one kwalificatie, by SBB, for a term (S48).
    Erkenning, ErkenningField {
        leerbedrijf / Leerbedrijf: Id<Leerbedrijf> = "leerbedrijf",
        crebo / Crebo: Crebo = "crebo",
        from / From: Option<Day> = "van",
        to / To: Option<Day> = "tot",
    }
}

impl Leerbedrijf {
    /// One of which nothing is known yet.
    pub const fn blank() -> Self {
        Self {
            naam: None,
            vestigingsplaats: None,
            leerbedrijf_id: None,
            kvk: None,
            adres: None,
            postcode: None,
            plaats: None,
            phone: None,
            email: None,
            logo: None,
            branche_logo: None,
            note: None,
        }
    }
}

impl Praktijkopleider {
    /// One of whom nothing is known yet but the company.
    pub const fn blank(leerbedrijf: Id<Leerbedrijf>) -> Self {
        Self {
            leerbedrijf,
            voornaam: None,
            voorvoegsel: None,
            achternaam: None,
            functie: None,
            phone: None,
            email: None,
        }
    }

    /// First name and surname, as on paper (domain facts 0.1, nr 11); `None` while one of the two is not known.
    pub fn full_name(&self) -> Option<String> {
        self.voornaam.as_ref()?;
        self.achternaam.as_ref()?;
        Some(self.known_name())
    }

    /// What is known of the name; may be empty.
    pub fn known_name(&self) -> String {
        person(self.voornaam.as_ref(), self.voorvoegsel.as_ref(), self.achternaam.as_ref())
    }
}

impl Erkenning {
    /// Whether it covers every day of `from` to `to`. An unknown end of its own is taken as open.
    pub fn covers(&self, from: Day, to: Day) -> bool {
        self.from.is_none_or(|own| own <= from) && self.to.is_none_or(|own| to <= own)
    }
}
