//! The invented school, who signs for its examencommissie, and its praktijkbegeleiders.

use crate::domain::{Id, Ondertekenaar, Praktijkbegeleider, School};
use crate::example::dice::value;
use crate::example::maker::Maker;
use crate::example::people::{address_of, phone};

const BEGELEIDERS: [(&str, &str, &str, &str); 4] = [
    ("Marijke", "van der", "Zwaan", "Stagecoördinator"),
    ("Ömer", "", "Çınar", "Praktijkbegeleider"),
    ("Joëlle", "in 't", "Groen", "Stagedocent"),
    ("Teun", "", "Bijlsma-Øvergård", "Praktijkbegeleider"),
];

/// Who signs for the examencommissie; the first one signs what is made now.
const SIGNERS: [(&str, &str); 2] = [
    ("Hedwig van Zonderen", "Voorzitter examencommissie"),
    ("Rûn Özdemir-Postma", "Secretaris examencommissie"),
];

/// Adds these; gives the praktijkbegeleiders.
pub(super) fn add(maker: &mut Maker) -> Vec<Id<Praktijkbegeleider>> {
    maker.add(School {
        naam: value("Praktijkcollege De Verzonnen Linde"),
        brin: value("99ZZ"),
        plaats: value("Voorbeeldstad"),
        ..School::blank()
    });
    for (nth, (naam, functie)) in SIGNERS.into_iter().enumerate() {
        let (naam, functie) = (value(naam), value(functie));
        maker.add(Ondertekenaar { naam, functie, signs: nth == 0 });
    }
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
