//! The school that keeps the dossier, and its praktijkbegeleiders.

use crate::domain::field::record;
use crate::domain::names::person;
use crate::domain::{Brin, Email, LogoHash, PersonName, Phone, ShortText, Title, Voorvoegsel};

record! {
    /// The school. A dossier has one.
    School, SchoolField {
        /// As registered in BRIN.
        naam / Naam: Option<Title> = "naam",
        brin / Brin: Option<Brin> = "brin",
        plaats / Plaats: Option<ShortText> = "plaats",
        logo / Logo: Option<LogoHash> = "logo",
    }
}

record! {
    /// Who guides learners on behalf of the school.
    Praktijkbegeleider, PraktijkbegeleiderField {
        voornaam / Voornaam: Option<PersonName> = "voornaam",
        voorvoegsel / Voorvoegsel: Option<Voorvoegsel> = "voorvoegsel",
        achternaam / Achternaam: Option<PersonName> = "achternaam",
        functie / Functie: Option<ShortText> = "functie",
        phone / Phone: Option<Phone> = "telefoon",
        email / Email: Option<Email> = "email",
    }
}

impl School {
    /// One of which nothing is known yet.
    pub const fn blank() -> Self {
        Self { naam: None, brin: None, plaats: None, logo: None }
    }
}

impl Praktijkbegeleider {
    /// One of whom nothing is known yet.
    pub const fn blank() -> Self {
        Self {
            voornaam: None,
            voorvoegsel: None,
            achternaam: None,
            functie: None,
            phone: None,
            email: None,
        }
    }

    /// What is known of the name; may be empty.
    pub fn known_name(&self) -> String {
        person(self.voornaam.as_ref(), self.voorvoegsel.as_ref(), self.achternaam.as_ref())
    }
}
