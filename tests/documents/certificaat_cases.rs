//! Certificaten of invented people, in every shape that paper can take.

use jiff::civil::date;
use praktijkdossier::domain::certificaat::{About, Certificaat};
use praktijkdossier::domain::draft::Facts;
use praktijkdossier::domain::person::{Kwalificatie, Person, Signer};
use praktijkdossier::domain::{ComponentResult, Entry as _, Route, Shift};

use crate::cases::{self, Case, solid, words};

pub(crate) fn cases() -> Vec<Case> {
    certificaten()
        .into_iter()
        .map(|(name, certificaat)| Case { name, facts: Facts::Certificaat(certificaat) })
        .collect()
}

pub(crate) fn certificaten() -> Vec<(&'static str, Certificaat)> {
    vec![
        ("onderdeel", onderdeel()),
        ("keuzedeel", keuzedeel()),
        ("alles", everything()),
        ("moeilijkste-namen", hardest()),
        ("langste-titels", longest_titles()),
        ("langste-velden", longest()),
        ("veel-ondertekenaars", signed_by(5)),
        ("leeg", empty()),
    ]
}

pub(crate) fn onderdeel() -> Certificaat {
    Certificaat {
        about: about("Koken in de horeca", "Kok", "Keuken"),
        person: cases::fatima(),
        route: Some(Route::DerdeLeerweg),
        school: Some("Voorbeeldcollege Midden-Nederland".to_owned()),
        requirements: None,
        place: Some("Utrecht".to_owned()),
        date: Some(date(2026, 7, 3)),
        decided_on: Some(date(2026, 6, 26)),
        signers: vec![signer("drs. M.J. van der Velden", "voorzitter examencommissie")],
        result: None,
        leerweg: None,
        leerbedrijf: None,
        shift_right: None,
        shift_down: None,
    }
}

pub(crate) fn keuzedeel() -> Certificaat {
    Certificaat {
        about: About::Keuzedeel {
            name: "Duurzaamheid in het beroep".to_owned(),
            code: Some("K9999".to_owned()),
        },
        person: cases::named("Jan-Willem Christiaan de Vries"),
        signers: vec![
            signer("drs. M.J. van der Velden", "voorzitter examencommissie"),
            signer("Zoë d’Ancona", "secretaris examencommissie"),
        ],
        ..onderdeel()
    }
}

pub(crate) fn everything() -> Certificaat {
    Certificaat {
        about: about(
            "Adviseren over energiebesparende maatregelen",
            "Allround medewerker beheer openbare ruimte",
            "Afval, milieu, beheer & onderhoud openbare ruimte",
        ),
        requirements: Some("artikel 1 van een Voorbeeldregeling vakbekwaamheid".to_owned()),
        result: ComponentResult::parse("8").ok(),
        leerweg: Some(Route::MboBbl),
        leerbedrijf: Some("Stichting Woonzorgcentrum De Wilgenhof".to_owned()),
        shift_right: Shift::parse("-3,5").ok(),
        shift_down: Shift::parse("4").ok(),
        ..keuzedeel()
    }
}

pub(crate) fn hardest() -> Certificaat {
    Certificaat {
        person: cases::hardest_person(),
        school: Some("’t Hœkje & Zn. – «De ﬁjne Wĳn» № 1½".to_owned()),
        place: Some("’s-Hertogenbosch".to_owned()),
        signers: vec![signer("Zoë d’Ancona-ẞtrauß", "plv. voorzitter (a.i.)")],
        ..onderdeel()
    }
}

/// The longest names in the catalogue of today, and a name that takes two lines.
pub(crate) fn longest_titles() -> Certificaat {
    Certificaat {
        about: about(LONGEST_ONDERDEEL, LONGEST_KWALIFICATIE, LONGEST_DOSSIER),
        person: cases::named(
            "Wilhelmina Maria Johanna Elisabeth van den Heuvel-van Oldenbarnevelt",
        ),
        ..everything()
    }
}

/// Every field as long as it may be, some without a place to break.
pub(crate) fn longest() -> Certificaat {
    Certificaat {
        about: about(&words(300), &words(300), &solid(300)),
        person: cases::longest_person(),
        school: Some(words(300)),
        requirements: Some(words(120)),
        place: Some(words(120)),
        signers: vec![signer(&words(200), &words(120)), signer(&solid(200), &solid(120))],
        result: ComponentResult::parse("7,25").ok(),
        leerbedrijf: Some(words(300)),
        shift_right: Shift::parse("15").ok(),
        shift_down: Shift::parse("-15").ok(),
        ..everything()
    }
}

pub(crate) fn signed_by(count: usize) -> Certificaat {
    let signer = |number| signer(&format!("A.B. Voorbeeld-{number}"), "lid examencommissie");
    Certificaat { signers: (1..=count).map(signer).collect(), ..everything() }
}

/// Nothing is known yet.
pub(crate) fn empty() -> Certificaat {
    Certificaat {
        about: About::Onderdeel {
            name: "Koken in de horeca".to_owned(),
            code: None,
            kwalificatie: Kwalificatie::default(),
            nlqf: true,
            dossier: None,
            dossier_crebo: None,
        },
        person: Person { name: String::new(), born: None, birth_place: None },
        school: None,
        place: None,
        date: None,
        decided_on: None,
        signers: Vec::new(),
        ..onderdeel()
    }
}

fn about(name: &str, kwalificatie: &str, dossier: &str) -> About {
    About::Onderdeel {
        name: name.to_owned(),
        code: Some("C9998".to_owned()),
        kwalificatie: cases::kwalificatie(kwalificatie, "25997", "3"),
        nlqf: true,
        dossier: Some(dossier.to_owned()),
        dossier_crebo: Some("23999".to_owned()),
    }
}

fn signer(name: &str, functie: &str) -> Signer {
    Signer { name: Some(name.to_owned()), functie: Some(functie.to_owned()) }
}

const LONGEST_ONDERDEEL: &str =
    "IPM-KBA (Integrated Pest Management: Knaagdierbeheersing Agrarische Bedrijven)";
const LONGEST_KWALIFICATIE: &str =
    "Handhaver toezicht en veiligheid Milieu, welzijn en infrastructuur (domein II)";
const LONGEST_DOSSIER: &str = "Assemblage, Carrosseriebouw en Recreatievoertuigen";
