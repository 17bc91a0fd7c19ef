//! A learner. In Dutch the word changes with the route; in code it is always this one.

use crate::domain::field::record;
use crate::domain::{
    BirthDate, Day, Doelgroep, Email, Id, LearnerName, LearnerNumber, LearnerStatus, Note,
    PersonName, Phone, Praktijkbegeleider, Route, ShortText, Voorvoegsel,
};

record! {
    /// Someone who learns in practice. No BSN, no nationality, no health: none of the papers prints them, and this
    /// program has no purpose for them (domain facts 8).
    Learner, LearnerField {
        /// All official first names, as in the BRP; empty for who has one name only.
        voornamen / Voornamen: Option<PersonName> = "voornamen",
        roepnaam / Roepnaam: Option<PersonName> = "roepnaam",
        voorvoegsel / Voorvoegsel: Option<Voorvoegsel> = "voorvoegsel",
        /// The surname at birth, as in the BRP.
        geslachtsnaam / Geslachtsnaam: Option<PersonName> = "geslachtsnaam",
        geboortedatum / Geboortedatum: Option<BirthDate> = "geboortedatum",
        geboorteplaats / Geboorteplaats: Option<ShortText> = "geboorteplaats",
        /// Empty means the Netherlands.
        geboorteland / Geboorteland: Option<ShortText> = "geboorteland",
        leerlingnummer / Leerlingnummer: Option<LearnerNumber> = "leerlingnummer",
        groep / Groep: Option<ShortText> = "groep",
        route / Route: Option<Route> = "route",
        doelgroep / Doelgroep: Option<Doelgroep> = "doelgroep",
        begeleider / Begeleider: Option<Id<Praktijkbegeleider>> = "begeleider",
        start / Start: Option<Day> = "start",
        end / End: Option<Day> = "eind",
        status / Status: LearnerStatus = "status",
        /// At school; nothing of the home.
        email / Email: Option<Email> = "email",
        phone / Phone: Option<Phone> = "telefoon",
        note / Note: Option<Note> = "notitie",
    }
}

impl Learner {
    /// One of whom nothing is known yet.
    pub const fn blank() -> Self {
        Self {
            voornamen: None,
            roepnaam: None,
            voorvoegsel: None,
            geslachtsnaam: None,
            geboortedatum: None,
            geboorteplaats: None,
            geboorteland: None,
            leerlingnummer: None,
            groep: None,
            route: None,
            doelgroep: None,
            begeleider: None,
            start: None,
            end: None,
            status: LearnerStatus::Active,
            email: None,
            phone: None,
            note: None,
        }
    }

    pub fn name(&self) -> LearnerName<'_> {
        LearnerName {
            voornamen: self.voornamen.as_ref().map_or("", PersonName::as_str),
            roepnaam: self.roepnaam.as_ref().map_or("", PersonName::as_str),
            voorvoegsel: self.voorvoegsel.as_ref().map_or("", Voorvoegsel::as_str),
            geslachtsnaam: self.geslachtsnaam.as_ref().map_or("", PersonName::as_str),
        }
    }
}
