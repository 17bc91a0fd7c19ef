//! The invented school and its praktijkbegeleiders.

use crate::domain::{Id, Praktijkbegeleider, School};
use crate::example::dice::value;
use crate::example::maker::Maker;
use crate::example::people::{address_of, phone};

const BEGELEIDERS: [(&str, &str, &str, &str); 4] = [
    ("Marijke", "van der", "Zwaan", "Stagecoördinator"),
    ("Ömer", "", "Çınar", "Praktijkbegeleider"),
    ("Joëlle", "in 't", "Groen", "Stagedocent"),
    ("Teun", "", "Bijlsma-Øvergård", "Praktijkbegeleider"),
];

/// Adds both; gives the praktijkbegeleiders.
pub(super) fn add(maker: &mut Maker) -> Vec<Id<Praktijkbegeleider>> {
    maker.add(School {
        naam: value("Praktijkcollege De Verzonnen Linde"),
        brin: value("99ZZ"),
        plaats: value("Voorbeeldstad"),
        ..School::blank()
    });
    let begeleiders =
        BEGELEIDERS.into_iter().map(|(voornaam, voorvoegsel, achternaam, functie)| {
            let phone = phone(&mut maker.dice);
            maker.add(Praktijkbegeleider {
                voornaam: value(voornaam),
                voorvoegsel: value(voorvoegsel),
                achternaam: value(achternaam),
                functie: value(functie),
                phone: value(&phone),
                email: value(&address_of(&[voornaam, achternaam], "verzonnenlinde.example")),
            })
        });
    begeleiders.collect()
}
