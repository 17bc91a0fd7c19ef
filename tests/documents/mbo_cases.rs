//! Mbo-verklaringen, totaaloverzichten and overneembladen of invented people, in every shape that they can take.

use jiff::civil::date;
use praktijkdossier::domain::draft::Facts;
use praktijkdossier::domain::mbo_verklaring::{
    MboVerklaring, Other, Practice, PracticeAt, ResultGroup, ResultLine, Totaaloverzicht,
};
use praktijkdossier::domain::person::{Kwalificatie, Person, Signer};
use praktijkdossier::domain::verklaring::Praktijkverklaring;
use praktijkdossier::domain::{BpvOption, ComponentKind, ComponentResult, Entry as _, Route};

use crate::cases::{self, Case};

pub(crate) fn cases() -> Vec<Case> {
    let verklaringen = verklaringen().into_iter();
    let overviews = overviews().into_iter();
    let sheets = sheets().into_iter();
    verklaringen
        .map(|(name, facts)| Case { name, facts: Facts::MboVerklaring(facts) })
        .chain(overviews.map(|(name, facts)| Case { name, facts: Facts::Totaaloverzicht(facts) }))
        .chain(sheets.map(|(name, facts)| Case { name, facts: Facts::Overneemblad(facts) }))
        .collect()
}

pub(crate) fn verklaringen() -> Vec<(&'static str, MboVerklaring)> {
    vec![
        ("alles", everything()),
        ("alleen-deel-1", only_results()),
        ("optie-2", MboVerklaring { practice: Some(part()), ..front() }),
        ("optie-3", described()),
        ("twee-praktijkverklaringen", twice_described()),
        ("alleen-deel-3", MboVerklaring { other: Some(other()), ..front() }),
        ("gaten", gaps()),
        ("vier-paginas", many()),
        ("moeilijkste-namen", hardest()),
        ("langste-velden", longest()),
    ]
}

fn overviews() -> Vec<(&'static str, Totaaloverzicht)> {
    let failed = [
        group(
            ComponentKind::Specifiek,
            &[line("B1-K1", "Voert assisterende werkzaamheden uit", "4")],
        ),
        group(
            ComponentKind::Generiek,
            &[
                line("", "Nederlandse taal 2F", "6"),
                line("", "Rekenen mbo-rekenniveau 2", "bijna voldoende"),
                line("", "Loopbaan en burgerschap", "niet voldaan"),
            ],
        ),
    ];
    let everything = everything();
    let of = |verklaring: MboVerklaring, results: Vec<ResultGroup>| {
        let MboVerklaring { person, route, opleiding, school, signers, place, date, .. } =
            verklaring;
        Totaaloverzicht { person, route, opleiding, school, signers, place, date, results }
    };
    vec![
        ("kort", of(front(), failed.to_vec())),
        ("alles", of(everything.clone(), everything.results)),
        ("gaten", of(gaps(), Vec::new())),
        ("drie-paginas", of(front(), many().results)),
        ("langste-velden", of(longest(), longest().results)),
    ]
}

fn sheets() -> Vec<(&'static str, Praktijkverklaring)> {
    let hidden = Praktijkverklaring { place: None, date: None, ..cases::short() };
    vec![
        ("kort", hidden),
        ("alles", cases::everything()),
        ("twee-paginas", cases::two_pages()),
        ("gaten", empty()),
        ("langste-velden", cases::longest()),
        ("moeilijkste-namen", cases::hardest()),
    ]
}

fn front() -> MboVerklaring {
    MboVerklaring {
        person: cases::fatima(),
        route: Some(Route::MboBol),
        opleiding: cases::kwalificatie("Verkoper", "25167", "2"),
        school: Some("ROC Tussen de Rivieren".to_owned()),
        logo: None,
        signers: vec![signer("Johanna Maria van der Heijden", "voorzitter examencommissie")],
        place: Some("Utrecht".to_owned()),
        date: Some(date(2026, 5, 3)),
        results: Vec::new(),
        practice: None,
        other: None,
    }
}

pub(crate) fn signer(name: &str, functie: &str) -> Signer {
    Signer { name: Some(name.to_owned()), functie: Some(functie.to_owned()) }
}

/// An empty code is none.
fn line(code: &str, title: &str, result: &str) -> ResultLine {
    ResultLine {
        code: Some(code.to_owned()).filter(|code| !code.is_empty()),
        title: title.to_owned(),
        partial: false,
        result: ComponentResult::parse(result).unwrap(),
    }
}

fn group(kind: ComponentKind, lines: &[ResultLine]) -> ResultGroup {
    ResultGroup { kind, lines: lines.to_vec() }
}

fn part_of(line: ResultLine) -> ResultLine {
    ResultLine { partial: true, ..line }
}

fn results() -> Vec<ResultGroup> {
    vec![
        group(
            ComponentKind::Specifiek,
            &[
                line("B1-K1", "Houdt de presentatie van artikelen op orde", "7"),
                part_of(line("B1-K2", "Ontvangt en verwerkt goederen: theorie", "6,25")),
                line("P1-K1", "Adviseert klanten en handelt verkopen af", "ruim voldoende"),
            ],
        ),
        group(
            ComponentKind::Generiek,
            &[
                line("", "Nederlandse taal 2F", "6"),
                part_of(line("", "Engels A2, gesprekken voeren", "5,5")),
                line("", "Rekenen mbo-rekenniveau 2", "vrijstelling"),
                part_of(line("", "Loopbaan", "voldaan")),
            ],
        ),
        group(
            ComponentKind::Keuzedeel,
            &[
                line("K0067", "Engels A2/B1", "8"),
                line("", "Oriëntatie op ondernemerschap", "goed"),
            ],
        ),
    ]
}

fn only_results() -> MboVerklaring {
    let results = vec![group(
        ComponentKind::Generiek,
        &[line("", "Nederlandse taal 2F", "7"), line("", "Loopbaan en burgerschap", "voldaan")],
    )];
    MboVerklaring { results, logo: Some(cases::hash('a')), ..front() }
}

fn at(leerbedrijf: &str, place: &str, hours: Option<u32>) -> PracticeAt {
    PracticeAt {
        leerbedrijf: Some(leerbedrijf.to_owned()),
        vestigingsplaats: Some(place.to_owned()),
        hours,
        hours_estimated: false,
    }
}

fn part() -> Practice {
    Practice::Assessed {
        option: BpvOption::Part,
        leerbedrijven: vec![at("Bakkerij De Gouden Korst", "Nieuwegein", None)],
        with_hours: false,
        description: None,
    }
}

fn other() -> Other {
    Other {
        text: Some(
            "In het tweede leerjaar haalde Fatima het branchecertificaat Sociale hygiëne. Een kopie is als bijlage \
             toegevoegd.\n\nZij was ook vrijwilliger bij:\n– de open dagen van de school;\n– de kerstmarkt in de wijk."
                .to_owned(),
        ),
        tests: vec![
            test("Productkennis", "Kennis van het assortiment van de winkel", "7,5"),
            test("Kassa", "Afrekenen en de kas opmaken, onder tijdsdruk en met storingen", "voldoende"),
        ],
    }
}

fn test(title: &str, explanation: &str, result: &str) -> (String, Option<String>, Option<String>) {
    (title.to_owned(), Some(explanation.to_owned()), Some(result.to_owned()))
}

pub(crate) fn everything() -> MboVerklaring {
    let estimated = PracticeAt {
        hours_estimated: true,
        ..at("Supermarkt Van Dalen B.V.", "Houten", Some(320))
    };
    MboVerklaring {
        route: Some(Route::MboBbl),
        logo: Some(cases::hash('b')),
        signers: vec![
            signer("Johanna Maria van der Heijden", "voorzitter examencommissie"),
            signer("Şükrü Öztürk", "secretaris examencommissie"),
        ],
        results: results(),
        practice: Some(Practice::Assessed {
            option: BpvOption::Whole,
            leerbedrijven: vec![at("Bakkerij De Gouden Korst", "Nieuwegein", Some(640)), estimated],
            with_hours: true,
            description: Some(
                "Fatima werkte in de winkel en in het magazijn. Zij hielp klanten, vulde de schappen en nam bestellingen aan."
                    .to_owned(),
            ),
        }),
        other: Some(other()),
        ..front()
    }
}

fn described() -> MboVerklaring {
    MboVerklaring {
        person: cases::everything().person,
        route: Some(Route::DerdeLeerweg),
        results: results().into_iter().take(1).collect(),
        practice: Some(Practice::Praktijkverklaringen(vec![cases::everything()])),
        other: Some(Other { text: None, ..other() }),
        ..front()
    }
}

fn twice_described() -> MboVerklaring {
    let verklaringen = [cases::short(), cases::only_extra()]
        .map(|of| Praktijkverklaring { route: Some(Route::MboBol), ..of });
    MboVerklaring {
        practice: Some(Practice::Praktijkverklaringen(verklaringen.to_vec())),
        ..front()
    }
}

/// Nothing is filled in but what was chosen.
fn gaps() -> MboVerklaring {
    MboVerklaring {
        person: Person { name: String::new(), born: None, birth_place: None },
        route: None,
        opleiding: Kwalificatie::default(),
        school: None,
        signers: Vec::new(),
        place: None,
        date: None,
        practice: Some(Practice::Assessed {
            option: BpvOption::Part,
            leerbedrijven: Vec::new(),
            with_hours: true,
            description: None,
        }),
        other: Some(Other { text: None, tests: vec![("Kassa".to_owned(), None, None)] }),
        ..front()
    }
}

fn empty() -> Praktijkverklaring {
    Praktijkverklaring {
        person: gaps().person,
        route: None,
        kwalificatie: Kwalificatie::default(),
        hours: None,
        kerntaken: Vec::new(),
        praktijkopleider: None,
        leerbedrijf: None,
        vestigingsplaats: None,
        leerbedrijf_id: None,
        place: None,
        date: None,
        ..cases::short()
    }
}

fn many() -> MboVerklaring {
    let lines = |count: usize| -> Vec<ResultLine> {
        let titles = ["Bereidt de werkzaamheden voor", "Stemt af met collega’s en leidinggevende"];
        (1..=count)
            .map(|number| {
                let code = format!("B1-K1-W{number}");
                part_of(line(&code, titles[number % 2], ["7", "8,2", "goed"][number % 3]))
            })
            .collect()
    };
    MboVerklaring {
        person: cases::named("Jan-Willem Christiaan de Vries"),
        results: vec![
            group(ComponentKind::Specifiek, &lines(41)),
            group(ComponentKind::Generiek, &results()[1].lines),
            group(ComponentKind::Keuzedeel, &results()[2].lines),
        ],
        ..everything()
    }
}

fn hardest() -> MboVerklaring {
    MboVerklaring {
        person: cases::hardest().person,
        school: Some("Collège ’t Hœkje & Zn. – «De ﬁjne Wĳn» № 1½".to_owned()),
        signers: vec![signer("Zoë d’Ancona-ẞtrauß", "vice-voorzitter a.i. (façade)")],
        practice: Some(Practice::Praktijkverklaringen(vec![cases::hardest()])),
        ..everything()
    }
}

/// Every field as long as it may be, some without a place to break.
pub(crate) fn longest() -> MboVerklaring {
    let words = |count: usize| -> String {
        "Wilhelmina Mária Ǻmálie ".chars().cycle().take(count - 1).chain(['x']).collect()
    };
    let solid = |count: usize| "W".repeat(count);
    let long = |code: &str| {
        let codes = line(code, &solid(300), "ruim onvoldoende");
        [part_of(codes), part_of(line(code, &words(300), "9,99"))]
    };
    MboVerklaring {
        person: cases::longest().person,
        opleiding: cases::longest().kwalificatie,
        school: Some(solid(300)),
        logo: Some(cases::hash('a')),
        signers: vec![signer(&solid(200), &words(120)), signer(&words(200), &solid(120))],
        place: Some(words(120)),
        results: vec![
            group(ComponentKind::Specifiek, &long("B10-K10-W10")),
            group(ComponentKind::Keuzedeel, &long("K0067")),
        ],
        practice: Some(Practice::Assessed {
            option: BpvOption::Whole,
            leerbedrijven: vec![
                at(&solid(300), &words(120), Some(9_999)),
                at(&words(300), &solid(120), Some(1)),
            ],
            with_hours: true,
            description: Some(words(4_000)),
        }),
        other: Some(Other {
            text: Some(format!("{}\n\n{}\n{}", solid(1_500), words(1_500), "a\n".repeat(400))),
            tests: vec![
                test(&solid(300), &solid(120), &solid(120)),
                test(&words(300), &words(120), "6"),
            ],
        }),
        ..front()
    }
}
