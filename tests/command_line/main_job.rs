//! The main job from nothing to paper, and what else is asked of a dossier that is well.

use std::collections::BTreeSet;

use serde_json::json;

use crate::program::{NOW, Program, png};
use crate::read_back::hear;

/// A school, a leerbedrijf, a learner and a traineeship, set without a window.
pub(crate) fn filled(program: &Program) {
    program.run(&["nieuw", "d.dossier"]);
    program.file("logo.png", &png());
    program
        .set(
            "school",
            r#"{"naam": "De Verzonnen Linde", "brin": "99zz", "praktijkbegeleiders": [
                {"voornaam": "Ömer", "achternaam": "Çınar"}]}"#,
        )
        .done();
    program
        .set(
            "leerbedrijf",
            r#"{"naam": "Eetcafé ’t Hoekje", "vestigingsplaats": "Zonderdam", "leerbedrijf-id": "100900001",
                "logo-bestand": "logo.png",
                "praktijkopleiders": [{"voornaam": "Đorđe", "achternaam": "Šarčević"}],
                "erkenningen": [{"crebo": "25168", "van": "1-1-2024", "tot": "2027-12-31"}]}"#,
        )
        .done();
    program
        .set(
            "leerling",
            r#"{"voornamen": "Şükrü Ali", "geslachtsnaam": "Yıldız", "geboortedatum": "00-03-2008",
                "geboorteplaats": "Iğdır", "geboorteland": "Turkije", "route": "pro", "begeleider": 1}"#,
        )
        .done();
    program
        .set(
            "stage",
            r#"[{"leerling": 1, "leerbedrijf": 1, "praktijkopleider": 1, "crebo": "25.168",
                "van": "2025-09-01", "tot": "2026-02-27", "uren-gerealiseerd": 412}]"#,
        )
        .done();
    program
        .set(
            "onderdeel",
            r#"[{"leerling": 1, "soort": "werkproces", "stage": 1, "crebo": "25168", "code": "b1-k1-w3",
                 "stand": "kan-uitvoeren", "vastgesteld-op": "2026-01-15", "vastgesteld-door": 1,
                 "bewijs": [{"datum": "2026-01-10", "situatie": "Ontving een groep van twaalf."}]},
                {"leerling": 1, "soort": "werkproces", "stage": 1, "crebo": "25168", "code": "B1-K1-W4",
                 "stand": "oefent"}]"#,
        )
        .done();
}

pub(crate) fn make<'a>(folder: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let mut words =
        vec!["maak", "d.dossier", "praktijkverklaring", "--plaats", "Zonderdam", "--naar", folder];
    words.extend(["--datum", "2-3-2026", "--nu", NOW]);
    words.extend(more);
    words
}

#[test]
fn from_nothing_to_a_praktijkverklaring_without_a_window() {
    let program = Program::new();
    filled(&program);
    let ready = program.run(&["gereed", "d.dossier", "praktijkverklaring", "--json"]).json();
    assert_eq!(ready[0]["klaar"], json!(true), "{ready}");

    let made = program.run(&make("uit", &["--leerling", "1", "--json"])).json();
    assert_eq!(made[0]["nummer"], json!("PV-2026-0001"));
    assert_eq!(made[0]["bestand"], json!("uit/praktijkverklaring-PV-2026-0001.pdf"));
    let heard = hear(&program.bytes("uit/praktijkverklaring-PV-2026-0001.pdf"));
    let said: Vec<&str> = heard.leaves.iter().map(|leaf| leaf.text.as_str()).collect();
    let said = said.join("\n");
    for what in [
        "Praktijkverklaring",
        "Logo van Eetcafé ’t Hoekje",
        "Şükrü Ali Yıldız",
        "geboren in maart 2008 te Iğdır, Turkije",
        "Gastheer/-vrouw",
        "25168",
        "mbo-2",
        "412",
        "Werkt in de bediening",
        "B1-K1-W3",
        "Ontvangt gasten",
        "Đorđe Šarčević",
        "Zonderdam, 2 maart 2026",
    ] {
        assert!(said.contains(what), "{what} is not in:\n{said}");
    }
    assert!(!said.contains("B1-K1-W4"), "only what the learner can do is on paper");
}

#[test]
fn what_is_missing_is_named_field_by_field() {
    let program = Program::new();
    filled(&program);
    program.set("leerling", r#"{"id": 1, "geboortedatum": null}"#).done();
    program.set("stage", r#"{"id": 1, "uren-gerealiseerd": 0}"#).done();
    let ran = program.run(&["gereed", "d.dossier", "--json"]).json();
    let fields: Vec<&str> = ran[0]["ontbreekt"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| m["veld"].as_str().unwrap())
        .collect();
    assert_eq!(fields, ["geboortedatum", "uren-gerealiseerd"]);
    let ran = program.run(&make("uit", &["--alle"]));
    assert_eq!(ran.status, 1);
    assert!(ran.out.contains("De geboortedatum (leerling 1, veld geboortedatum)"), "{}", ran.out);
    assert_eq!(std::fs::read_dir(program.path("uit")).unwrap().count(), 0);
}

#[test]
fn an_encrypted_dossier_opens_with_its_password_and_its_recovery_code() {
    let program = Program::new();
    program.file("nieuw.txt", "zeer geheim Ł\r\nniet dit".as_bytes());
    let made =
        program.run(&["nieuw", "d.dossier", "--nieuw-wachtwoord-bestand", "nieuw.txt"]).done();
    let code = made.lines().find_map(|line| line.strip_prefix("Herstelcode: ")).unwrap().to_owned();
    assert!(made.contains("papier"), "{made}");

    let password = "zeer geheim Ł";
    program.file("leerling.json", br#"{"geslachtsnaam": "Sukarno"}"#);
    let set = ["zet", "d.dossier", "leerling", "--json", "leerling.json"];
    let with = |path: &'static str| [&set[..], &["--wachtwoord-bestand", path]].concat();
    program.run_with(&with("-"), password.as_bytes()).done();
    for secret in [password, &code, &code.to_lowercase().replace('-', " ")] {
        program.file("geheim.txt", secret.as_bytes());
        let show = ["toon", "d.dossier", "leerlingen", "--wachtwoord-bestand", "geheim.txt"];
        assert!(program.run(&show).done().contains("Sukarno"));
    }
    let keur = ["keur", "d.dossier", "--json", "--wachtwoord-bestand", "geheim.txt"];
    assert_eq!(program.run(&keur).json()["versleuteld"], json!(true));
    let bytes = program.bytes("d.dossier");
    assert!(!bytes.windows(7).any(|window| window == b"Sukarno"));
}

#[test]
fn the_same_seed_gives_the_same_dossier() {
    let whats = ["leerlingen", "leerbedrijven", "stages", "onderdelen", "school"];
    let made = |seed: &str| {
        let program = Program::new();
        let words = ["voorbeeld", "d.dossier", "--leerlingen", "40", "--zaad", seed, "--nu", NOW];
        assert_eq!(program.run(&words).status, 0);
        whats.map(|what| program.run(&["toon", "d.dossier", what, "--json"]).done())
    };
    assert_eq!(made("7"), made("7"));
    assert_ne!(made("7"), made("8"));
}

#[test]
fn looking_changes_nothing() {
    let program = Program::new();
    program.example("12");
    let before = program.bytes("d.dossier");
    for what in [
        "leerlingen",
        "leerbedrijven",
        "stages",
        "onderdelen",
        "documenten",
        "catalogus",
        "geschiedenis",
        "school",
    ] {
        program.run(&["toon", "d.dossier", what]).done();
        program.run(&["toon", "d.dossier", what, "--json"]).json();
    }
    program.run(&["gereed", "d.dossier"]).done();
    let found = program.run(&["keur", "d.dossier", "--json"]).json();
    assert_eq!((&found["heel"], &found["aantallen"]["leerling"]), (&json!(true), &json!(12)));
    assert_eq!(program.bytes("d.dossier"), before);
}

#[test]
fn searching_finds_every_word_in_any_order_without_accents() {
    let program = Program::new();
    filled(&program);
    let found = |what: &str, search: &str| {
        let words = ["toon", "d.dossier", what, "--zoek", search, "--json"];
        program.run(&words).json().as_array().unwrap().len()
    };
    assert_eq!(found("leerlingen", "yildiz sukru"), 1);
    assert_eq!(found("leerlingen", "yildiz sukru anna"), 0);
    assert_eq!(found("stages", "gastheer hoekje"), 1);
    assert_eq!(found("onderdelen", "ontvangt GASTEN"), 1);
    assert_eq!(found("leerbedrijven", "sarcevic"), 1);
    assert!(found("catalogus", "25168") > 1);
    assert_eq!(found("geschiedenis", "toets gezet"), 5);
}

#[test]
fn every_command_has_its_help() {
    let program = Program::new();
    let help = program.run(&["--help"]).done();
    for word in [
        "nieuw",
        "voorbeeld",
        "toon",
        "zet",
        "gereed",
        "maak",
        "opnieuw",
        "trekin",
        "keur",
        "reservekopie",
        "herstel",
        "red",
    ] {
        assert!(help.contains(&format!("praktijkdossier {word} ")), "{word}");
        let own = program.run(&[word, "--help"]).done();
        assert!(own.starts_with(&format!("praktijkdossier {word} ")), "{own}");
    }
    let commands: BTreeSet<&str> =
        help.lines().filter_map(|l| l.strip_prefix("  praktijkdossier ")).collect();
    assert_eq!(commands.len(), 14, "what is not there yet is not listed: {help}");
    let version = format!("Praktijkdossier {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(program.run(&["--version"]).done(), version);
    expect_test::expect_file!["../golden/command_line_help.txt"].assert_eq(&help);
}

#[test]
fn the_history_says_who_did_what() {
    let program = Program::new();
    filled(&program);
    let lines = program.show("geschiedenis");
    let verbs: Vec<&str> =
        lines.as_array().unwrap().iter().map(|l| l["wat"].as_str().unwrap()).collect();
    assert_eq!(verbs, ["set-from-json"; 5]);
    assert_eq!(lines[0]["wie"], json!("toets"));
    assert_eq!(lines[0]["tijdstip"], json!(NOW));
    let shown = program.run(&["toon", "d.dossier", "geschiedenis"]).done();
    assert!(shown.contains("02-03-2026 09:00  toets  gezet uit JSON  onderdelen"), "{shown}");
}

/// Rows that hold what no longer parses, as after a repair by another program.
#[test]
fn what_cannot_be_read_is_told_and_hides_nothing_else() {
    let program = Program::new();
    program.example("12");
    let learners = program.show("leerlingen").as_array().unwrap().len();
    let bytes = program.bytes("d.dossier");
    program.file("d.dossier", &replaced(&bytes, b"gestopt", b"gestapt"));
    let shown = program.run(&["toon", "d.dossier", "leerlingen", "--json"]);
    assert_eq!((shown.status, shown.err.lines().count()), (0, 1), "{}", shown.err);
    let whole: serde_json::Value = serde_json::from_str(&shown.out).unwrap();
    let whole = whole.as_array().unwrap().len();
    assert!(whole > 0 && whole < learners, "{whole} of {learners}");
    let ready = program.run(&["gereed", "d.dossier"]);
    assert!(ready.status == 0 && !ready.err.is_empty(), "{}", ready.err);
    let found = program.run(&["keur", "d.dossier"]);
    assert_eq!(found.status, 1);
    assert!(found.out.contains("Niet te lezen: leerling ") && found.out.contains(", Status"));
    assert!(found.err.starts_with("Dit dossier is niet heel."), "{}", found.err);
}

#[test]
fn a_damaged_dossier_is_not_whole_and_not_touched() {
    let program = Program::new();
    program.example("30");
    let mut bytes = program.bytes("d.dossier");
    let half = bytes.len() / 2;
    bytes[half..half + 9_000].fill(0xA5);
    program.file("d.dossier", &bytes);
    let found = program.run(&["keur", "d.dossier"]);
    assert_eq!((found.status, found.err.lines().count()), (1, 1), "{found:?}");
    assert_eq!(program.bytes("d.dossier"), bytes);
}

/// Every place where `what` stands, with `other` of the same length there.
fn replaced(bytes: &[u8], what: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for at in 0..bytes.len() - what.len() {
        if bytes[at..].starts_with(what) {
            bytes[at..at + what.len()].copy_from_slice(other);
        }
    }
    bytes
}
