//! Records as JSON, out and in again; and documents that no one should send.

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::program::{Program, png};

const KINDS: [(&str, &str); 5] = [
    ("leerling", "leerlingen"),
    ("leerbedrijf", "leerbedrijven"),
    ("stage", "stages"),
    ("onderdeel", "onderdelen"),
    ("school", "school"),
];

#[test]
fn what_is_shown_can_be_set_again_and_nothing_changes() {
    let program = Program::new();
    program.example("25");
    let before = program.bytes("d.dossier");
    for (kind, what) in KINDS {
        let shown = program.run(&["toon", "d.dossier", what, "--json"]).done();
        let answer = program.set(kind, &shown).json();
        let done: Vec<&Value> =
            answer.as_array().unwrap().iter().map(|line| &line["gedaan"]).collect();
        assert!(!done.is_empty() && done.iter().all(|done| **done == json!("was al zo")), "{kind}");
    }
    assert_eq!(program.bytes("d.dossier"), before);
}

#[test]
fn what_is_shown_makes_the_same_records_elsewhere() {
    let program = Program::new();
    program.example("10");
    let elsewhere = Program::new();
    elsewhere.run(&["nieuw", "d.dossier"]);
    // Ids begin at 1 and are given in order, so that references stay right.
    for (kind, what) in [KINDS[4], KINDS[0], KINDS[1], KINDS[2], KINDS[3]] {
        let mut shown = program.show(what);
        if let Value::Array(all) = &mut shown {
            all.sort_by_key(|record| record["id"].as_i64());
        }
        let same = shown.clone();
        without_ids(&mut shown);
        elsewhere.set(kind, &shown.to_string()).done();
        let mut there = elsewhere.show(what);
        if let Value::Array(all) = &mut there {
            all.sort_by_key(|record| record["id"].as_i64());
        }
        assert_eq!(there, same, "{what}");
    }
}

fn without_ids(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(without_ids),
        Value::Object(object) => {
            object.shift_remove("id");
            object.values_mut().for_each(without_ids);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn only_given_fields_change_and_null_makes_empty() {
    let program = Program::new();
    program.run(&["nieuw", "d.dossier"]);
    let added = program.set("leerling", r#"{"geslachtsnaam": "Haidari", "groep": "P4"}"#).json();
    assert_eq!(added, json!([{"soort": "leerling", "id": 1, "gedaan": "toegevoegd"}]));
    let changed = program.set("leerling", r#"{"id": 1, "roepnaam": "Omid", "groep": null}"#).json();
    assert_eq!(changed[0]["gedaan"], json!("veranderd"));
    let shown = &program.show("leerlingen")[0];
    assert_eq!(
        (&shown["geslachtsnaam"], &shown["roepnaam"], &shown["groep"], &shown["status"]),
        (&json!("Haidari"), &json!("Omid"), &json!(null), &json!("actief"))
    );
}

#[test]
fn the_catalogue_fills_what_is_not_given() {
    let program = Program::new();
    program.run(&["nieuw", "d.dossier"]);
    program.set("leerling", r#"{"geslachtsnaam": "Haidari"}"#).done();
    program.set("leerbedrijf", r#"{"naam": "Kantine"}"#).done();
    let stage = |fields: &str| {
        program.set("stage", &format!(r#"{{"leerling": 1, "leerbedrijf": 1, {fields}}}"#)).done();
        program.show("stages").as_array().unwrap().last().unwrap().clone()
    };
    let filled = stage(r#""crebo": "25168""#);
    assert_eq!(
        (&filled["kwalificatie"], &filled["niveau"]),
        (&json!("Gastheer/-vrouw"), &json!(2))
    );
    let own = stage(r#""crebo": "25168", "kwalificatie": "Gastheer (oud)", "niveau": 3"#);
    assert_eq!((&own["kwalificatie"], &own["niveau"]), (&json!("Gastheer (oud)"), &json!(3)));
    let unknown = stage(r#""crebo": "99999""#);
    assert_eq!(unknown["kwalificatie"], json!(null));

    // Another code: what followed from the old one does not stay.
    program.set("stage", r#"{"id": 1, "crebo": "25180"}"#).done();
    assert_eq!(program.show("stages")[0]["kwalificatie"], json!("Kok"));
    program.set("stage", r#"{"id": 1, "notitie": "Vroeg begin"}"#).done();
    assert_eq!(program.show("stages")[0]["kwalificatie"], json!("Kok"));

    let part = r#"{"leerling": 1, "soort": "werkproces", "crebo": "25168", "code": "B1-K1-W1"}"#;
    program.set("onderdeel", part).done();
    let part = &program.show("onderdelen")[0];
    assert_eq!(part["titel"], json!("Voert voorbereidende werkzaamheden uit"));
    assert_eq!(part["kerntaak"], json!("Werkt in de bediening"));
    assert_eq!(part["kwalificatie"], json!("Gastheer/-vrouw"));
}

/// Adding and changing in one document, with lists inside, is one step of the history.
#[test]
fn lists_inside_are_added_and_changed_with_what_they_stand_in() {
    let program = Program::new();
    program.run(&["nieuw", "d.dossier"]);
    program.file("logo.png", &png());
    let two = r#"[{"naam": "Een", "praktijkopleiders": [{"achternaam": "A"}]},
                  {"naam": "Twee", "logo-bestand": "logo.png", "branchelogo-bestand": "logo.png",
                   "praktijkopleiders": [{"achternaam": "B"}, {"achternaam": "C"}],
                   "erkenningen": [{"crebo": "25168"}]}]"#;
    program.set("leerbedrijf", two).done();
    let change =
        r#"{"id": 2, "praktijkopleiders": [{"id": 3, "voornaam": "Cé"}, {"achternaam": "D"}]}"#;
    program.set("leerbedrijf", change).done();
    let shown = program.show("leerbedrijven");
    let names = |at: usize| -> Vec<String> {
        let all = shown[at]["praktijkopleiders"].as_array().unwrap();
        all.iter()
            .map(|p| format!("{}{}", p["voornaam"].as_str().unwrap_or(""), p["achternaam"]))
            .collect()
    };
    assert_eq!(names(0), ["\"A\""]);
    assert_eq!(names(1), ["\"B\"", "Cé\"C\"", "\"D\""]);
    assert_eq!(shown[1]["logo"], shown[1]["branchelogo"]);
    assert_eq!(shown[1]["logo"].as_str().unwrap().len(), 64);
    assert_eq!(program.show("geschiedenis").as_array().unwrap().len(), 2);
}

/// Documents in which something is wrong, of every sort: nothing of them may be done.
#[test]
fn nasty_documents_are_refused_and_change_nothing() {
    let program = Program::new();
    program.example("6");
    let before = program.bytes("d.dossier");
    let deep = format!("{}1{}", "[".repeat(5_000), "]".repeat(5_000));
    let deep_inside = format!(r#"{{"notitie": {}1{}}}"#, "[".repeat(90), "]".repeat(90));
    let long = format!(r#"{{"geslachtsnaam": "{}"}}"#, "a".repeat(5_000_000));
    let long_key = format!(r#"{{"{}": 1}}"#, "k\u{202E}\\u0007".repeat(10_000));
    let half = format!(r#"[{}{{"id": 999999}}]"#, r#"{"geslachtsnaam": "Goed"},"#.repeat(500));
    let nasty: Vec<(&str, &[u8])> = vec![
        ("leerling", b""),
        ("leerling", b"\0\0\0\0"),
        ("leerling", b"\xFF\xFE{\0}\0"),
        ("leerling", b"nul"),
        ("leerling", b"[1, 2]"),
        ("leerling", b"{\"geslachtsnaam\": \"A\"} en meer"),
        ("leerling", b"{\"geslachtsnaam\": \"\xC3\"}"),
        ("leerling", b"{\"id\": 9223372036854775808}"),
        ("leerling", b"{\"id\": -1}"),
        ("leerling", b"{\"id\": 0}"),
        ("leerling", b"{\"id\": 1.5}"),
        ("leerling", b"{\"id\": 1e400}"),
        ("leerling", b"{\"id\": \"1\"}"),
        ("leerling", b"{\"begeleider\": -3}"),
        ("leerling", b"{\"begeleider\": 1.0}"),
        ("leerling", b"{\"geslachtsnaam\": {\"$ref\": \"#\"}}"),
        ("leerling", b"{\"geslachtsnaam\": \"'; DROP TABLE learner; --\", \"x\": 1}"),
        ("leerling", b"{\"removed_at\": null}"),
        ("leerling", b"{\"status\": null}"),
        ("leerling", b"{\"bewijs\": []}"),
        ("leerbedrijf", b"{\"praktijkopleiders\": {}}"),
        ("leerbedrijf", b"{\"praktijkopleiders\": [[]]}"),
        ("leerbedrijf", b"{\"praktijkopleiders\": [{\"leerbedrijf\": 1}]}"),
        ("leerbedrijf", b"{\"id\": 1, \"praktijkopleiders\": [{\"id\": 9}]}"),
        ("leerbedrijf", b"{\"logo-bestand\": \"../../../etc/passwd\"}"),
        ("leerbedrijf", b"{\"logo-bestand\": \"\"}"),
        ("leerbedrijf", b"{\"logo-bestand\": \"d.dossier\"}"),
        ("leerbedrijf", b"{\"logo\": \"0000\"}"),
        ("stage", b"{\"uren-gerealiseerd\": 10000}"),
        ("stage", b"{\"leerling\": 1, \"leerbedrijf\": 1, \"uren-geschat\": \"ja\"}"),
        ("stage", b"{\"leerling\": 1, \"leerbedrijf\": 77}"),
        ("stage", b"{\"id\": 1, \"praktijkopleider\": 24}"),
        ("onderdeel", b"{\"leerling\": 1, \"soort\": \"werkproces\"}"),
        ("onderdeel", b"{\"id\": 1, \"bewijs\": [{\"situatie\": \"zonder datum\"}]}"),
        ("onderdeel", b"{\"id\": 1, \"leerling\": 2}"),
        ("school", b"{\"id\": 2, \"naam\": \"Andere\"}"),
        ("school", b"[{\"naam\": \"A\"}, {\"naam\": \"B\"}]"),
        ("leerling", deep.as_bytes()),
        ("leerling", deep_inside.as_bytes()),
        ("leerling", long.as_bytes()),
        ("leerling", long_key.as_bytes()),
        ("leerling", half.as_bytes()),
    ];
    for (kind, document) in nasty {
        let shown = String::from_utf8_lossy(&document[..document.len().min(80)]).into_owned();
        let ran = program.run_with(&["zet", "d.dossier", kind, "--json", "-"], document);
        assert_eq!(ran.status, 1, "{kind} {shown}: {ran:?}");
        assert_eq!((ran.out.as_str(), ran.err.lines().count()), ("", 1), "{kind} {shown}");
        assert!(
            ran.err.len() < 500 && !ran.err.contains("panicked"),
            "{kind} {shown}: {}",
            ran.err
        );
        assert_eq!(program.bytes("d.dossier"), before, "{kind} {shown}");
    }
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        prop::sample::select(vec![
            "1",
            "2026-03-02",
            "actief",
            "kan-uitvoeren",
            "25168",
            "B1-K1-W1"
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let keys = prop::sample::select(vec![
            "id",
            "naam",
            "geslachtsnaam",
            "status",
            "leerling",
            "leerbedrijf",
            "soort",
            "titel",
            "crebo",
            "code",
            "praktijkopleiders",
            "erkenningen",
            "bewijs",
            "logo",
            "x",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((keys, inner), 0..5).prop_map(|fields| {
                fields
                    .into_iter()
                    .map(|(k, v)| (k.to_owned(), v))
                    .collect::<serde_json::Map<_, _>>()
                    .into()
            }),
        ]
    })
}

/// Whatever the document: done or refused, with the dossier whole; and refused means that nothing changed.
#[test]
fn no_document_breaks_the_program_or_the_dossier() {
    let program = Program::new();
    program.example("4");
    let mut runner = TestRunner::new(ProptestConfig { cases: 60, ..ProptestConfig::default() });
    let kinds = prop::sample::select(KINDS.map(|(kind, _)| kind).to_vec());
    let done = runner.run(&(kinds, values()), |(kind, document)| {
        let before = program.bytes("d.dossier");
        let ran = program.set(kind, &document.to_string());
        match ran.status {
            0 => {}
            1 => prop_assert_eq!(program.bytes("d.dossier"), before),
            _ => prop_assert!(false, "{:?}", ran),
        }
        prop_assert!(!ran.err.contains("panicked"), "{}", ran.err);
        Ok(())
    });
    done.unwrap();
    assert_eq!(program.run(&["keur", "d.dossier", "--json"]).json()["heel"], json!(true));
}
