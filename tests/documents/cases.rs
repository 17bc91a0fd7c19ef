//! Invented people and companies, in every shape that paper can take.

use image::{ImageFormat, Rgba, RgbaImage};
use jiff::civil::date;
use praktijkdossier::documents::picture::Pictures;
use praktijkdossier::domain::draft::Facts;
use praktijkdossier::domain::person::{BirthPlace, Kwalificatie, Person};
use praktijkdossier::domain::verklaring::{Extra, Kerntaak, Praktijkverklaring, SchoolBlock};
use praktijkdossier::domain::{BirthDate, Entry as _, LogoHash, Niveau, Route};

/// Facts of any kind, under a name that is theirs alone within their kind.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) facts: Facts,
}

/// A mark on X that no single character holds, a ligature, letters from the far end of Latin.
pub(crate) const HARDEST_NAME: &str = "Ǻsa-Żofia X\u{30C}ime\u{301}na x\u{30C} Đặng Thị Ngọc Ṩẽ İbrahim ffi ’t Hóf-Łuczak Őry Ĳsbrand";

pub(crate) fn cases() -> Vec<Case> {
    verklaringen()
        .into_iter()
        .map(|(name, verklaring)| Case { name, facts: Facts::Praktijkverklaring(verklaring) })
        .collect()
}

pub(crate) fn verklaringen() -> Vec<(&'static str, Praktijkverklaring)> {
    vec![
        ("kort", short()),
        ("twee-paginas", two_pages()),
        ("drie-paginas", many(44)),
        ("alles", everything()),
        ("moeilijkste-namen", hardest()),
        ("langste-velden", longest()),
        ("alleen-extra", only_extra()),
        ("geboortejaar", birth_year_only()),
        ("schoolblok", with_school_block()),
        ("gaten", with_gaps()),
        ("leeg", empty()),
    ]
}

pub(crate) fn fatima() -> Person {
    Person {
        name: "Fatima Zahra el Amrani".to_owned(),
        born: BirthDate::parse("1-3-2008").ok(),
        birth_place: Some(BirthPlace::Netherlands { place: "Utrecht".to_owned() }),
    }
}

pub(crate) fn named(name: &str) -> Person {
    Person { name: name.to_owned(), ..fatima() }
}

pub(crate) fn kwalificatie(name: &str, crebo: &str, niveau: &str) -> Kwalificatie {
    Kwalificatie {
        name: Some(name.to_owned()),
        crebo: Some(crebo.to_owned()),
        niveau: Niveau::parse(niveau).ok(),
    }
}

pub(crate) fn short() -> Praktijkverklaring {
    Praktijkverklaring {
        person: fatima(),
        route: Some(Route::Pro),
        kwalificatie: kwalificatie("Assistent dienstverlening en zorg", "25251", "1"),
        nlqf: false,
        hours: Some(240),
        hours_estimated: false,
        kerntaken: vec![
            kerntaak(
                1,
                "Voert assisterende werkzaamheden uit",
                &[
                    "Bereidt assisterende werkzaamheden voor",
                    "Voert assisterende werkzaamheden uit",
                    "Meldt zich af en rondt werkzaamheden af",
                ],
            ),
            kerntaak(
                2,
                "Assisteert bij dienstverlening en zorg",
                &[
                    "Maakt ruimtes schoon en houdt deze op orde",
                    "Helpt bij het bereiden en verstrekken van eten en drinken",
                ],
            ),
        ],
        extra: Vec::new(),
        praktijkopleider: Some("Marieke van der Velden".to_owned()),
        leerbedrijf: Some("Stichting Woonzorgcentrum De Wilgenhof".to_owned()),
        vestigingsplaats: Some("Utrecht".to_owned()),
        leerbedrijf_id: Some("100099999".to_owned()),
        place: Some("Utrecht".to_owned()),
        date: Some(date(2026, 5, 3)),
        logo: None,
        branche_logo: None,
        school: None,
    }
}

pub(crate) fn two_pages() -> Praktijkverklaring {
    Praktijkverklaring { route: Some(Route::MboBbl), ..many(19) }
}

/// A practice of `count` werkprocessen, five to a kerntaak.
pub(crate) fn many(count: usize) -> Praktijkverklaring {
    let titles: Vec<&str> = TITLES.iter().copied().cycle().take(count).collect();
    let kerntaken = titles
        .chunks(5)
        .enumerate()
        .map(|(index, titles)| kerntaak(index + 1, KERNTAKEN[index % KERNTAKEN.len()], titles))
        .collect();
    Praktijkverklaring {
        person: named("Jan-Willem Christiaan de Vries"),
        kwalificatie: kwalificatie("Medewerker productpresentatie", "25999", "2"),
        hours: Some(1280),
        hours_estimated: true,
        kerntaken,
        ..short()
    }
}

pub(crate) fn everything() -> Praktijkverklaring {
    Praktijkverklaring {
        route: Some(Route::DerdeLeerweg),
        person: Person {
            birth_place: Some(BirthPlace::Abroad {
                place: "Diyarbakır".to_owned(),
                country: "Turkije".to_owned(),
            }),
            ..named("Şükrü Ünal-Čarnogurský")
        },
        extra: vec![
            Extra {
                kwalificatie: "Medewerker facilitaire dienstverlening".to_owned(),
                crebo: "25998".to_owned(),
                kerntaken: vec![kerntaak(
                    3,
                    "Verzorgt de gastvrijheid",
                    &["Ontvangt gasten en wijst de weg"],
                )],
            },
            Extra {
                kwalificatie: "Assistent horeca, voeding of voedingsindustrie".to_owned(),
                crebo: "25997".to_owned(),
                kerntaken: vec![kerntaak(
                    1,
                    "Assisteert bij voorbereidende werkzaamheden",
                    &["Maakt producten gereed voor gebruik"],
                )],
            },
        ],
        logo: Some(hash('a')),
        branche_logo: Some(hash('b')),
        ..short()
    }
}

pub(crate) fn hardest() -> Praktijkverklaring {
    Praktijkverklaring {
        person: hardest_person(),
        route: None,
        praktijkopleider: Some("Zoë d’Ancona-ẞtrauß".to_owned()),
        leerbedrijf: Some("Café ’t Hœkje & Zn. – «De ﬁjne Wĳn» № 1½".to_owned()),
        vestigingsplaats: Some("’s-Hertogenbosch".to_owned()),
        logo: Some(hash('a')),
        ..short()
    }
}

pub(crate) fn hardest_person() -> Person {
    Person {
        name: HARDEST_NAME.to_owned(),
        born: BirthDate::parse("00-03-1990").ok(),
        birth_place: Some(BirthPlace::CountryOnly {
            country: "Ivoorkust (Côte d’Ivoire)".to_owned(),
        }),
    }
}

/// As long as its field may be, with places to break.
pub(crate) fn words(count: usize) -> String {
    "Wilhelmina Mária Ǻmálie ".chars().cycle().take(count - 1).chain(['x']).collect()
}

/// As long as its field may be, without a place to break.
pub(crate) fn solid(count: usize) -> String {
    "W".repeat(count)
}

pub(crate) fn longest_person() -> Person {
    Person {
        name: format!("{} van der en van den {}", words(200), solid(200)),
        birth_place: Some(BirthPlace::Abroad { place: solid(120), country: words(120) }),
        ..fatima()
    }
}

/// Every field as long as it may be, some without a place to break.
pub(crate) fn longest() -> Praktijkverklaring {
    Praktijkverklaring {
        person: longest_person(),
        kwalificatie: kwalificatie(&words(300), "25999", "4"),
        hours: Some(9999),
        hours_estimated: true,
        kerntaken: vec![kerntaak(1, &words(300), &[&solid(300), &words(300), "Kort"])],
        praktijkopleider: Some(format!("{} {}", words(200), solid(200))),
        leerbedrijf: Some(solid(300)),
        vestigingsplaats: Some(words(120)),
        leerbedrijf_id: Some("A".repeat(20)),
        place: Some(words(120)),
        ..short()
    }
}

pub(crate) fn only_extra() -> Praktijkverklaring {
    let extra = everything().extra.into_iter().take(1).collect();
    Praktijkverklaring { kerntaken: Vec::new(), extra, branche_logo: Some(hash('b')), ..short() }
}

pub(crate) fn birth_year_only() -> Praktijkverklaring {
    Praktijkverklaring {
        person: Person {
            name: "Sukarno".to_owned(),
            born: BirthDate::parse("1990").ok(),
            birth_place: Some(BirthPlace::CountryOnly { country: "Syrië".to_owned() }),
        },
        route: Some(Route::MboBol),
        // Not among the pictures: left out.
        logo: Some(hash('c')),
        ..short()
    }
}

pub(crate) fn with_school_block() -> Praktijkverklaring {
    let school = SchoolBlock {
        name: Some("Voorbeeldcollege Midden-Nederland".to_owned()),
        brin: Some("99ZZ".to_owned()),
        place: Some("Utrecht".to_owned()),
        text: None,
    };
    Praktijkverklaring { school: Some(school), ..two_pages() }
}

/// Some of it is known.
pub(crate) fn with_gaps() -> Praktijkverklaring {
    let school = SchoolBlock { name: None, brin: None, place: None, text: None };
    let mut kerntaken = short().kerntaken;
    for kerntaak in &mut kerntaken {
        kerntaak.title.clear();
    }
    Praktijkverklaring {
        kerntaken,
        person: Person { birth_place: None, ..fatima() },
        hours: None,
        praktijkopleider: None,
        leerbedrijf_id: None,
        place: None,
        date: None,
        school: Some(school),
        ..short()
    }
}

/// Nothing is known yet.
pub(crate) fn empty() -> Praktijkverklaring {
    Praktijkverklaring {
        person: Person { name: String::new(), born: None, birth_place: None },
        route: None,
        kwalificatie: Kwalificatie::default(),
        kerntaken: Vec::new(),
        leerbedrijf: None,
        vestigingsplaats: None,
        school: None,
        ..with_gaps()
    }
}

pub(crate) fn pictures() -> Pictures {
    let mut pictures = Pictures::new();
    pictures.insert(hash('a'), &logo(640, 200, [20, 70, 120])).unwrap();
    pictures.insert(hash('b'), &logo(300, 300, [150, 60, 20])).unwrap();
    pictures
}

pub(crate) fn hash(digit: char) -> LogoHash {
    LogoHash::parse(&digit.to_string().repeat(64)).unwrap()
}

/// A ring and a beam on nothing.
pub(crate) fn logo(width: u32, height: u32, [r, g, b]: [u8; 3]) -> Vec<u8> {
    let radius = f64::from(height) / 2.0;
    let picture = RgbaImage::from_fn(width, height, |x, y| {
        let (dx, dy) = (f64::from(x) - radius, f64::from(y) - radius);
        let distance = dx.hypot(dy);
        let ring = distance < radius && distance > radius * 0.6;
        let beam = x > height + 20 && y > height / 3 && y < height * 2 / 3;
        if ring || beam { Rgba([r, g, b, 255]) } else { Rgba([0, 0, 0, 0]) }
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn kerntaak(number: usize, title: &str, werkprocessen: &[&str]) -> Kerntaak {
    let werkprocessen = werkprocessen
        .iter()
        .zip(1..)
        .map(|(title, index)| (format!("B1-K{number}-W{index}"), (*title).to_owned()));
    Kerntaak {
        code: format!("B1-K{number}"),
        title: title.to_owned(),
        werkprocessen: werkprocessen.collect(),
    }
}

const KERNTAKEN: [&str; 3] = [
    "Houdt de presentatie van artikelen op orde",
    "Ontvangt en verwerkt goederen",
    "Adviseert klanten en handelt verkopen af",
];

const TITLES: [&str; 7] = [
    "Bereidt de werkzaamheden voor en stemt deze af met collega’s",
    "Vult artikelen aan en controleert de houdbaarheid",
    "Bouwt een presentatie op en verzorgt de signing, volgens de richtlijnen van de winkelformule en met \
     oog voor de veiligheid van klanten en collega’s",
    "Controleert de ontvangen goederen",
    "Slaat goederen op",
    "Begroet klanten en peilt hun wensen",
    "Rekent artikelen af en bewaakt de kas",
];
