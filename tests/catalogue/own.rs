//! What the school's own entries do.

use praktijkdossier::catalogue::{Catalogue, Certainty, CertificaatKind, Filter, LooseReason};
use praktijkdossier::domain::{Day, Entry as _, Id, OwnEntryField};

use crate::{BASE, crebo, own};

#[test]
fn an_own_entry_goes_before_that_of_the_base_edition() {
    use OwnEntryField::{Code, Crebo as Number, Kind, Source, Title};
    let catalogue = Catalogue::new(&[
        own(1, &[(Kind, "kwalificatie"), (Number, "25168"), (Title, "Gastheer (oud)")]),
        own(
            2,
            &[
                (Kind, "werkproces"),
                (Number, "25168"),
                (Code, "B1-K1-W3"),
                (Title, "Ontvangt de gasten"),
                (Source, "SBB, dossier 2025"),
            ],
        ),
        own(3, &[(Kind, "certificaat"), (Code, "C9001"), (Title, "verzorgen van Varkens")]),
        own(4, &[(Kind, "keuzedeel"), (Code, "K0023"), (Title, "Digitale vaardigheden")]),
    ]);
    let (was, is) = (
        BASE.kwalificatie(&crebo("25168")).unwrap(),
        catalogue.kwalificatie(&crebo("25168")).unwrap(),
    );
    assert_eq!(is.name.as_str(), "Gastheer (oud)");
    // What the school left empty is kept.
    assert_eq!((is.niveau, &is.dossier), (was.niveau, &was.dossier));
    assert_eq!((is.origin.own(), is.origin.certainty()), (Some(Id::new(1)), Certainty::Own));

    let werkproces = &is.kerntaken[0].werkprocessen[2];
    assert_eq!(werkproces.title.as_str(), "Ontvangt de gasten");
    assert_eq!(werkproces.origin.source().unwrap().as_str(), "SBB, dossier 2025");
    assert_eq!(is.kerntaken[0].werkprocessen.len(), was.kerntaken[0].werkprocessen.len());

    let certificaat =
        catalogue.certificaten().iter().find(|c| c.title.as_str() == "verzorgen van Varkens");
    assert_eq!(certificaat.unwrap().code.as_ref().unwrap().as_str(), "C9001");
    assert_eq!(catalogue.certificaten().len(), BASE.certificaten().len());
    let keuzedeel =
        catalogue.keuzedelen().iter().find(|k| k.origin.own() == Some(Id::new(4))).unwrap();
    assert_eq!(keuzedeel.sbu.unwrap().number(), 240);
    assert_eq!(catalogue.keuzedelen().len(), BASE.keuzedelen().len());
    assert_eq!(catalogue.find("", Filter::Own).len(), 4);
    assert_eq!(catalogue.loose(), []);
}

#[test]
fn an_own_entry_that_is_new_is_added_in_its_place() {
    use OwnEntryField::{
        Code, Crebo as Number, Dossier, DossierCrebo, Kind, Niveau, ReplacedBy, Title,
    };
    // Lower things first: the order of entering does not matter.
    let catalogue = Catalogue::new(&[
        own(1, &[(Kind, "werkproces"), (Number, "29001"), (Code, "P1-K1-W10"), (Title, "Tien")]),
        own(2, &[(Kind, "werkproces"), (Number, "29001"), (Code, "P1-K1-W2"), (Title, "Twee")]),
        own(3, &[(Kind, "kerntaak"), (Number, "29001"), (Code, "P1-K1"), (Title, "Profiel")]),
        own(4, &[(Kind, "kerntaak"), (Number, "29001"), (Code, "B1-K1"), (Title, "Basis")]),
        own(
            5,
            &[
                (Kind, "kwalificatie"),
                (Number, "29001"),
                (Title, "Kokkerel"),
                (Niveau, "2"),
                (DossierCrebo, "23085"),
            ],
        ),
        own(
            6,
            &[
                (Kind, "kwalificatie"),
                (Number, "29002"),
                (Title, "Kokkerel"),
                (ReplacedBy, "29001"),
            ],
        ),
        own(
            7,
            &[
                (Kind, "kwalificatie"),
                (Number, "29003"),
                (Title, "Zonder"),
                (Dossier, "Ons dossier"),
            ],
        ),
        own(8, &[(Kind, "keuzedeel"), (Title, "Iets nieuws")]),
    ]);
    assert_eq!(catalogue.loose(), []);
    let kerntaken = catalogue.kerntaken(&crebo("29001"));
    assert_eq!(
        kerntaken.iter().map(|k| k.title.as_str()).collect::<Vec<_>>(),
        ["Basis", "Profiel"]
    );
    let titles: Vec<&str> = kerntaken[1].werkprocessen.iter().map(|w| w.title.as_str()).collect();
    assert_eq!(titles, ["Twee", "Tien"]);
    let numbers: Vec<&str> =
        catalogue.find_kwalificaties("kokkerel").iter().map(|k| k.crebo.as_str()).collect();
    assert_eq!(numbers, ["29001", "29002"]);
    let dossier = |code: &str| {
        let under = catalogue.kwalificatie(&crebo(code)).unwrap().under.clone();
        under.map(|dossier| dossier.name.as_str().to_owned())
    };
    assert_eq!(dossier("29001").as_deref(), Some("Keuken"));
    assert_eq!(dossier("29002"), None);
    assert_eq!(dossier("29003").as_deref(), Some("Ons dossier"));
    assert_eq!(catalogue.keuzedelen().len(), BASE.keuzedelen().len() + 1);
}

#[test]
fn an_own_entry_without_a_place_is_named_with_the_reason() {
    use OwnEntryField::{Code, Crebo as Number, Kind, Title};
    let catalogue = Catalogue::new(&[
        own(1, &[(Kind, "kwalificatie"), (Title, "Zonder nummer")]),
        own(2, &[(Kind, "kerntaak"), (Number, "29999"), (Code, "B1-K1"), (Title, "Onbekend")]),
        own(3, &[(Kind, "kerntaak"), (Number, "25168"), (Code, "B1-K1-W1"), (Title, "Te diep")]),
        own(4, &[(Kind, "werkproces"), (Number, "25168"), (Title, "Zonder code")]),
        own(5, &[(Kind, "werkproces"), (Number, "25168"), (Code, "P9-K9-W1"), (Title, "Los")]),
        own(6, &[(Kind, "keuzedeel"), (Code, "B1-K1"), (Title, "Verkeerde code")]),
        own(7, &[(Kind, "keuzedeel"), (Code, "K9001"), (Title, "Eerst")]),
        own(8, &[(Kind, "keuzedeel"), (Code, "K9001"), (Title, "Later")]),
    ]);
    let why: Vec<(i64, LooseReason)> =
        catalogue.loose().iter().map(|loose| (loose.id.raw(), loose.why)).collect();
    assert_eq!(
        why,
        [
            (1, LooseReason::NoKwalificatie),
            (2, LooseReason::NoKwalificatie),
            (3, LooseReason::NoCode),
            (4, LooseReason::NoCode),
            (5, LooseReason::NoKerntaak),
            (6, LooseReason::NoCode),
            (7, LooseReason::Doubled),
        ]
    );
    let found = catalogue.find("K9001", Filter::All);
    assert_eq!((found.len(), found[0].title()), (1, "Later"));
}

#[test]
fn a_title_tells_entries_apart_only_where_a_code_is_missing() {
    use OwnEntryField::{Code, Crebo as Number, Kind, Title, ValidTo};
    let catalogue = Catalogue::new(&[
        // A newer edition of a keuzedeel has the same title and another code.
        own(1, &[(Kind, "keuzedeel"), (Code, "K9001"), (Title, "Voorbereiding pabo")]),
        own(2, &[(Kind, "certificaat"), (Code, "K9001"), (Title, "Voorbereiding pabo")]),
        own(3, &[(Kind, "certificaat"), (Number, "25180"), (Title, "triage")]),
        own(
            4,
            &[(Kind, "kwalificatie"), (Number, "25180"), (Title, "Kok"), (ValidTo, "31-7-2026")],
        ),
    ]);
    let named = |catalogue: &Catalogue| {
        catalogue.keuzedelen().iter().filter(|k| k.title.as_str() == "Voorbereiding pabo").count()
    };
    assert_eq!((named(&BASE), named(&catalogue)), (2, 3));

    let kinds: Vec<_> =
        catalogue.certificaten().iter().filter(|c| c.origin.own().is_some()).collect();
    assert_eq!(kinds.len(), 2);
    // Without a code the school's entry keeps that of the base edition, and what it belongs to.
    assert_eq!(kinds[0].code.as_ref().unwrap().as_str(), "C0141");
    assert_eq!(kinds[0].kwalificaties, [crebo("25695"), crebo("25180")]);
    assert_eq!(kinds[1].kind, CertificaatKind::Keuzedeel);

    let kok = catalogue.kwalificatie(&crebo("25180")).unwrap();
    let expired = |day: &str| kok.expired(Day::parse(day).unwrap());
    assert_eq!((expired("31-7-2026"), expired("1-8-2026")), (false, true));
    assert!(!BASE.kwalificatie(&crebo("25180")).unwrap().expired(Day::parse("1-8-2099").unwrap()));
}
