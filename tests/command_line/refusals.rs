//! Every sentence with which something is refused, in one golden file.

use std::fmt::Write as _;

use expect_test::expect_file;

use crate::program::{NOW, Program, png};

/// Runs a command and writes down what a person would see of it.
fn note(out: &mut String, program: &Program, words: &[&str], input: &str) {
    let ran = program.run_with(words, input.as_bytes());
    let given = if input.is_empty() { String::new() } else { format!(" <<< {input}") };
    writeln!(out, "$ praktijkdossier {}{given}", words.join(" ")).unwrap();
    let err = ran.err.replace(&program.path("").display().to_string(), "MAP/");
    writeln!(out, "{}: {err}", ran.status).unwrap();
    assert_ne!(ran.status, 0, "{words:?} {}", ran.out);
    assert_eq!(ran.out, "", "{words:?}");
}

#[test]
fn wrong_use_is_said_in_one_sentence() {
    let program = Program::new();
    let mut out = String::new();
    for words in [
        &["importeer", "d.dossier", "x.csv"][..],
        &["--alles"],
        &["-x"],
        &["nieuw"],
        &["nieuw", "a", "b"],
        &["nieuw", "a", "--wachtwoord-bestand", "x"],
        &["nieuw", "a", "--json"],
        &["nieuw", "a", "--nieuw-wachtwoord-bestand"],
        &["voorbeeld", "a", "--leerlingen", "nul"],
        &["voorbeeld", "a", "--leerlingen", "0"],
        &["voorbeeld", "a", "--leerlingen", "2000000"],
        &["voorbeeld", "a", "--zaad", "-1"],
        &["voorbeeld", "a", "--nu", "gisteren"],
        &["voorbeeld", "a", "--nu", "1850-01-01T00:00:00Z"],
        &["toon", "a"],
        &["toon", "a", "overzichten"],
        &["toon", "a", "school", "--zoek", "linde"],
        &["toon", "a", "leerlingen", "--json=ja"],
        &["toon", "a", "leerlingen", "--zoek", "a", "--zoek", "b"],
        &["zet", "a"],
        &["zet", "a", "catalogus"],
        &["zet", "a", "school", "--wachtwoord-bestand", "-"],
        &["gereed"],
        &["gereed", "a", "diploma"],
        &["maak", "a"],
        &["opnieuw", "a"],
        &["opnieuw", "a", "PV-2026"],
        &["opnieuw", "a", "PV-2026-0001"],
        &["trekin", "a", "PV-2026-0001"],
        &["trekin", "a", "PV-2026-0001", "--reden", " "],
        &["maak", "a", "diploma"],
        &["maak", "a", "praktijkverklaring"],
        &["maak", "a", "praktijkverklaring", "--alle", "--leerling", "1"],
        &["maak", "a", "praktijkverklaring", "--leerling", "één"],
        &["maak", "a", "praktijkverklaring", "--alle"],
        &["maak", "a", "praktijkverklaring", "--alle", "--plaats", " "],
        &["maak", "a", "praktijkverklaring", "--alle", "--plaats", "P", "--datum", "31-4-2026"],
        &["maak", "a", "praktijkverklaring", "--alle", "--plaats", "P", "--datum", "30-4-2026"],
        &["keur"],
        &["wachtwoord"],
        &["wachtwoord", "a"],
        &["wachtwoord", "a", "--weghalen", "--nieuw-wachtwoord-bestand", "x"],
        &["wachtwoord", "a", "--weghalen", "--nieuwe-herstelcode"],
        &["wachtwoord", "a", "--wachtwoord-bestand", "-", "--nieuw-wachtwoord-bestand", "-"],
    ] {
        note(&mut out, &program, words, "");
        assert_eq!(std::fs::read_dir(program.path("")).unwrap().count(), 0, "{words:?}");
    }
    assert!(!out.contains("\n1: "), "wrong use ends with 2");
    expect_file!["../golden/command_line_wrong_use.txt"].assert_eq(&out);
}

#[test]
fn what_cannot_be_done_is_said_in_one_sentence() {
    let program = Program::new();
    let mut out = String::new();
    program.example("4");
    program.run(&["nieuw", "leeg.dossier"]);
    program.file("geen.dossier", b"zomaar een tekst");
    program.file("leeg.txt", b"\nwachtwoord");
    program.file("raar.txt", b"\xFF\xFF");
    program.file("fout.txt", b"fout");
    program.file("goed.txt", b"goed");
    program.run(&["nieuw", "dicht.dossier", "--nieuw-wachtwoord-bestand", "goed.txt"]);
    program.run(&["nieuw", "sleutelloos.dossier", "--nieuw-wachtwoord-bestand", "goed.txt"]);
    program.file("sleutelloos.dossier.sleutels", b"{}");
    let make =
        ["maak", "d.dossier", "praktijkverklaring", "--plaats", "P", "--datum", "2026-03-02"];
    let make = |more: &[&'static str]| [&make[..], more].concat();
    let empty =
        ["maak", "leeg.dossier", "praktijkverklaring", "--plaats", "P", "--datum", "2026-03-02"];
    for words in [
        &[][..],
        &["d.dossier"],
        &["nieuw", "d.dossier"],
        &["nieuw", "map/d.dossier"],
        &["nieuw", "n.dossier", "--nieuw-wachtwoord-bestand", "weg.txt"],
        &["nieuw", "n.dossier", "--nieuw-wachtwoord-bestand", "leeg.txt"],
        &["nieuw", "n.dossier", "--nieuw-wachtwoord-bestand", "raar.txt"],
        &["voorbeeld", "d.dossier"],
        &["toon", "weg.dossier", "leerlingen"],
        &["toon", "geen.dossier", "leerlingen"],
        &["toon", "d.dossier", "leerlingen", "--wachtwoord-bestand", "goed.txt"],
        &["toon", "dicht.dossier", "leerlingen"],
        &["toon", "dicht.dossier", "leerlingen", "--wachtwoord-bestand", "fout.txt"],
        &["toon", "sleutelloos.dossier", "leerlingen", "--wachtwoord-bestand", "goed.txt"],
        &["zet", "d.dossier", "leerling", "--json", "weg.json"],
        &make(&["--naar", "uit", "--leerling", "1", "99"]),
        &make(&["--naar", "geen.dossier", "--alle"]),
        &[&empty[..], &["--naar", "uit", "--alle"]].concat(),
        &["opnieuw", "d.dossier", "PV-2026-0001", "--naar", "x.pdf"],
        &["trekin", "d.dossier", "MC-2026-0001", "--reden", "Verkeerde naam"],
        &["keur", "geen.dossier"],
        &["wachtwoord", "d.dossier", "--weghalen"],
        &["wachtwoord", "d.dossier", "--nieuw-wachtwoord-bestand", "leeg.txt"],
        &["wachtwoord", "geen.dossier", "--nieuw-wachtwoord-bestand", "goed.txt"],
        &["wachtwoord", "dicht.dossier", "--weghalen"],
        &["wachtwoord", "dicht.dossier", "--weghalen", "--wachtwoord-bestand", "fout.txt"],
    ] {
        note(&mut out, &program, words, "");
    }
    assert!(!out.contains("\n2: "), "what is refused ends with 1");
    expect_file!["../golden/command_line_refused.txt"].assert_eq(&out);
}

#[test]
fn what_is_wrong_in_json_is_said_with_its_number_and_field() {
    let program = Program::new();
    program.example("4");
    program.file("tekst.png", b"geen plaatje");
    let mut logo = png();
    logo.truncate(40);
    program.file("half.png", &logo);
    let mut out = String::new();
    for (kind, json) in [
        ("leerling", "{"),
        ("leerling", r#"{"groep": "P4", "groep": "P5"}"#),
        ("leerling", "3"),
        ("leerling", "[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]"),
        ("leerling", r#"[{"groep": "P4"}, {"bsn": "111222333"}]"#),
        ("leerling", r#"{"groep": 4}"#),
        ("leerling", r#"{"begeleider": "Ömer"}"#),
        ("leerling", r#"{"begeleider": 99}"#),
        ("leerling", r#"{"status": "ziek"}"#),
        ("leerling", r#"{"geboortedatum": "30-2-2008"}"#),
        ("leerling", r#"{"id": 99}"#),
        ("leerling", r#"{"id": true}"#),
        ("leerling", r#"[{"id": 1, "groep": "A"}, {"id": 1, "groep": "B"}]"#),
        ("leerbedrijf", r#"{"praktijkopleiders": "Jan"}"#),
        ("leerbedrijf", r#"{"praktijkopleiders": ["Jan"]}"#),
        ("leerbedrijf", r#"[{}, {"praktijkopleiders": [{}, {"email": "jan"}]}]"#),
        ("leerbedrijf", r#"{"id": 1, "praktijkopleiders": [{"id": 20}]}"#),
        ("leerbedrijf", r#"{"erkenningen": [{"van": "2026-01-01"}]}"#),
        ("leerbedrijf", r#"{"logo-bestand": "weg.png"}"#),
        ("leerbedrijf", r#"{"logo-bestand": "tekst.png"}"#),
        ("leerbedrijf", r#"{"logo-bestand": "half.png"}"#),
        ("leerbedrijf", r#"{"logo-bestand": "half.png", "logo": null}"#),
        ("leerbedrijf", r#"{"logo": "aa"}"#),
        ("stage", r#"{"leerling": 1}"#),
        ("stage", r#"{"leerling": 1, "leerbedrijf": 1, "niveau": 5}"#),
        ("stage", r#"{"leerling": 1, "leerbedrijf": 1, "praktijkopleider": 20}"#),
        ("stage", r#"{"leerling": 1, "leerbedrijf": 1, "uren-geschat": "ja"}"#),
        ("stage", r#"{"leerling": 1, "leerbedrijf": 1, "uren-gerealiseerd": 12.5}"#),
        ("onderdeel", r#"{"leerling": 1, "soort": "werkproces", "code": "B1-K1-W1"}"#),
        ("onderdeel", r#"{"leerling": 2, "soort": "generiek", "titel": "Rekenen", "stage": 1}"#),
        (
            "onderdeel",
            r#"{"leerling": 2, "soort": "generiek", "titel": "Rekenen", "resultaat": "11"}"#,
        ),
        ("school", r#"{"brin": "P25W"}"#),
    ] {
        note(&mut out, &program, &["zet", "d.dossier", kind, "--nu", NOW], json);
    }
    expect_file!["../golden/command_line_json.txt"].assert_eq(&out);
}

#[test]
fn what_can_be_read_of_a_damaged_dossier_is_saved_and_the_rest_is_named() {
    let program = Program::new();
    program.example("30");
    let mut bytes = program.bytes("d.dossier");
    let before = program.show("leerlingen");
    // The last page of all, and the first.
    for page in [0, bytes.len() / 4096 - 1] {
        bytes.get_mut(page * 4096..(page + 1) * 4096).unwrap().fill(0x55);
    }
    program.file("d.dossier", &bytes);
    let refused = program.run(&["toon", "d.dossier", "leerlingen"]);
    assert!(refused.status == 1 && refused.err.contains("geen dossier"), "{}", refused.err);
    let saved = program.run(&["red", "d.dossier", "--naar", "gered.dossier", "--nu", NOW]);
    assert_eq!(saved.status, 0, "{}", saved.err);
    for said in ["Gered in: gered.dossier", "Niet alles was te lezen", "bladzijden van het bestand"]
    {
        assert!(saved.out.contains(said), "{}", saved.out);
    }
    let list = program.run(&["toon", "gered.dossier", "leerlingen", "--json"]).done();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&list).unwrap(), before);
    assert!(program.bytes("d.dossier") == bytes, "the damaged one stays as it is");
    let again = program.run(&["red", "d.dossier", "--naar", "gered.dossier"]);
    assert!(again.status == 1 && again.err.contains("al een bestand"), "{}", again.err);
    let json = program.run(&["red", "d.dossier", "--naar", "tweede.dossier", "--json"]);
    assert_eq!(json.json()["alles"], false);
}
