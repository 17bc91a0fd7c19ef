//! A learner. In Dutch the word changes with the route; in code it is always this one.

use crate::domain::field::record;
use crate::domain::{
    BirthDate, BpvOption, Crebo, Day, Doelgroep, Email, Id, LearnerName, LearnerNumber,
    LearnerStatus, Niveau, Note, PersonName, Phone, Praktijkbegeleider, Route, ShortText, Title,
    Voorvoegsel, YesNo,
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
        /// The kwalificatie for which one is enrolled, as in the Crebo: the beroepsopleiding of an mbo-verklaring.
        opleiding_crebo / OpleidingCrebo: Option<Crebo> = "opleiding-crebo",
        opleiding / Opleiding: Option<Title> = "opleiding",
        opleiding_niveau / OpleidingNiveau: Option<Niveau> = "opleiding-niveau",
        /// Has a diploma of havo, vwo or mbo-2 or higher. Empty: not known.
        startkwalificatie / Startkwalificatie: Option<YesNo> = "startkwalificatie",
        /// Was given a diploma or certificaat for this opleiding, also one that is not in this dossier.
        diploma / Diploma: bool = "diploma",
        /// Deel 2 of the mbo-verklaring; empty: there is no result of practice.
        bpv_option / BpvOption: Option<BpvOption> = "bpv-optie",
        bpv_with_hours / BpvWithHours: bool = "bpv-met-uren",
        bpv_description / BpvDescription: Option<Note> = "bpv-omschrijving",
        /// Deel 3 of the mbo-verklaring.
        other_results / OtherResults: Option<Note> = "overige-resultaten",
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
            opleiding_crebo: None,
            opleiding: None,
            opleiding_niveau: None,
            startkwalificatie: None,
            diploma: false,
            bpv_option: None,
            bpv_with_hours: false,
            bpv_description: None,
            other_results: None,
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
