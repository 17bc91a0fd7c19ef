//! The school that keeps the dossier, who signs on behalf of its examencommissie, and its praktijkbegeleiders.

use crate::domain::field::record;
use crate::domain::names::person;
use crate::domain::{
    Brin, Email, Id, LogoHash, PersonName, Phone, Shift, ShortText, Title, Voorvoegsel,
    retention::Years,
};

record! {
    /// The school. A dossier has one.
    School, SchoolField {
        /// As registered in BRIN.
        naam / Naam: Option<Title> = "naam",
        brin / Brin: Option<Brin> = "brin",
        plaats / Plaats: Option<ShortText> = "plaats",
        logo / Logo: Option<LogoHash> = "logo",
        /// A small block of the school below a praktijkverklaring, outside its legal part (domain facts 0.1).
        school_block / SchoolBlock: bool = "schoolblok",
        /// What it says; empty: that the school hands it out.
        school_block_text / SchoolBlockText: Option<ShortText> = "schoolblok-tekst",
        /// "(NLQF2/EQF2)" behind the niveau: prescribed for the diploma only (domain facts 11).
        nlqf / Nlqf: bool = "praktijkverklaring-met-nlqf",
        no_nlqf / NoNlqf: bool = "certificaat-zonder-nlqf",
        /// What may stand on a certificaat beside what must (domain facts 0.3, nr 15).
        with_result / WithResult: bool = "certificaat-met-waardering",
        with_leerweg / WithLeerweg: bool = "certificaat-met-leerweg",
        with_leerbedrijf / WithLeerbedrijf: bool = "certificaat-met-leerbedrijf",
        /// How far the print of a certificaat must move on the paper of the school to stand right.
        shift_right / ShiftRight: Option<Shift> = "certificaat-naar-rechts",
        shift_down / ShiftDown: Option<Shift> = "certificaat-omlaag",
        /// What is printed again says that it is a duplicaat.
        duplicates / Duplicates: bool = "herdruk-als-duplicaat",
        /// Files of documents bear the name of the learner.
        names_in_files / NamesInFiles: bool = "naam-in-bestandsnaam",
        /// How long each kind of data is kept after the end; empty: the usual term (domain facts 8).
        keep_subsidy / KeepSubsidy: Option<Years> = "bewaar-subsidie",
        keep_exams / KeepExams: Option<Years> = "bewaar-examens",
        keep_aftercare / KeepAftercare: Option<Years> = "bewaar-nazorg",
        keep_rest / KeepRest: Option<Years> = "bewaar-overig",
        /// Issued documents keep their content when their learner is forgotten.
        papers_stay / PapersStay: bool = "documenten-blijven",
    }
}

record! {
    /// Who signs on behalf of the examencommissie (domain facts 0.2 nr 8, 0.3 nr 12).
    Ondertekenaar, OndertekenaarField {
        naam / Naam: Option<PersonName> = "naam",
        functie / Functie: Option<ShortText> = "functie",
        /// Signs what is made from now on.
        signs / Signs: bool = "tekent",
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
    /// Of the one school of a dossier.
    pub const ID: Id<Self> = Id::new(1);

    /// One of which nothing is known yet.
    pub const fn blank() -> Self {
        Self {
            naam: None,
            brin: None,
            plaats: None,
            logo: None,
            school_block: false,
            school_block_text: None,
            nlqf: false,
            no_nlqf: false,
            with_result: false,
            with_leerweg: false,
            with_leerbedrijf: false,
            shift_right: None,
            shift_down: None,
            duplicates: false,
            names_in_files: false,
            keep_subsidy: None,
            keep_exams: None,
            keep_aftercare: None,
            keep_rest: None,
            papers_stay: false,
        }
    }
}

impl Ondertekenaar {
    /// One of whom nothing is known yet but that he signs.
    pub const fn blank() -> Self {
        Self { naam: None, functie: None, signs: true }
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
