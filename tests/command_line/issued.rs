//! Documents that were issued: made, made again, withdrawn, corrected, shown.

use serde_json::{Value, json};

use crate::main_job::{filled, make};
use crate::program::{NOW, Program, only_file};
use crate::read_back::hear;

const FILE: &str = "uit/praktijkverklaring-PV-2026-0001.pdf";

fn documents(program: &Program) -> Value {
    program.show("documenten")
}

fn names(program: &Program, folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(program.path(folder)).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn an_issued_document_is_made_again_byte_for_byte() {
    let program = Program::new();
    filled(&program);
    program.run(&make("uit", &["--alle"])).done();
    let first = program.bytes(FILE);
    // Whatever changes afterwards.
    program.set("leerling", r#"{"id": 1, "geslachtsnaam": "Heel Anders"}"#).done();
    let again = ["opnieuw", "d.dossier", "pv-2026-1", "--naar", "nog.pdf"];
    assert_eq!(program.run(&again).done(), "PV-2026-0001: nog.pdf\n");
    assert!(program.bytes("nog.pdf") == first);
    let twice = program.run(&again);
    assert_eq!(twice.status, 1);
    assert!(twice.err.starts_with("nog.pdf bestaat al en is niet overschreven."), "{}", twice.err);

    let line = &documents(&program)[0];
    let hash: String = {
        use sha2::Digest as _;
        sha2::Sha256::digest(&first).iter().map(|byte| format!("{byte:02x}")).collect()
    };
    assert_eq!((&line["nummer"], &line["sha256"]), (&json!("PV-2026-0001"), &json!(hash)));
    assert_eq!(
        (&line["naam"], &line["datum"]),
        (&json!("Yıldız, Şükrü Ali"), &json!("2026-03-02"))
    );
    assert_eq!((&line["gemaakt-door"], &line["gemaakt-op"]), (&json!("toets"), &json!(NOW)));
    assert_eq!(
        (&line["leerling"], &line["stage"], &line["ingetrokken"]),
        (&json!(1), &json!(1), &Value::Null)
    );
}

#[test]
fn what_was_issued_is_not_issued_again_until_it_is_withdrawn() {
    let program = Program::new();
    filled(&program);
    program.run(&make("uit", &["--alle"])).done();
    let first = program.bytes(FILE);
    let again = program.run(&make("uit", &["--alle"]));
    assert_eq!(again.status, 1);
    assert!(again.out.contains("al uitgegeven als PV-2026-0001"), "{}", again.out);
    let ready = program.run(&["gereed", "d.dossier", "--json"]).json();
    assert_eq!(
        (&ready[0]["klaar"], &ready[0]["uitgegeven"]),
        (&json!(true), &json!("PV-2026-0001"))
    );

    let withdraw = |reason| ["trekin", "d.dossier", "PV-2026-0001", "--reden", reason, "--nu", NOW];
    let done = program.run(&withdraw("Verkeerde naam")).done();
    assert!(done.starts_with("PV-2026-0001 is ingetrokken."), "{done}");
    let twice = program.run(&withdraw("Nog eens"));
    assert_eq!((twice.status, twice.err.contains("was al ingetrokken")), (1, true));
    program.set("leerling", r#"{"id": 1, "roepnaam": "Şükrü"}"#).done();
    let made = program.run(&make("uit", &["--alle", "--json"])).json();
    assert_eq!(made[0]["nummer"], json!("PV-2026-0002"));

    let lines = documents(&program);
    assert_eq!(
        (&lines[0]["nummer"], &lines[0]["vervangt"]),
        (&json!("PV-2026-0002"), &json!("PV-2026-0001"))
    );
    assert_eq!(lines[1]["vervangen-door"], json!("PV-2026-0002"));
    assert_eq!(
        lines[1]["ingetrokken"],
        json!({"tijdstip": NOW, "wie": "toets", "reden": "Verkeerde naam"})
    );
    let old = program.run(&["opnieuw", "d.dossier", "PV-2026-0001", "--naar", "oud.pdf"]);
    assert_eq!(old.status, 0);
    assert!(old.err.contains("is ingetrokken en vervangen door PV-2026-0002"), "{}", old.err);
    assert!(program.bytes("oud.pdf") == first);

    let shown =
        program.run(&["toon", "d.dossier", "documenten", "--zoek", "verkeerde yildiz"]).done();
    let shown: Vec<&str> = shown.lines().collect();
    assert_eq!(shown.len(), 2, "{shown:?}");
    assert!(shown[1].starts_with("PV-2026-0001") && shown[1].contains("nu PV-2026-0002"));
    let history = program.run(&["toon", "d.dossier", "geschiedenis", "--zoek", "document"]).done();
    assert!(history.contains("document ingetrokken  PV-2026-0001, leerling 1"), "{history}");
    assert_eq!(history.lines().count(), 4);
}

#[test]
fn a_duplicaat_says_so_on_the_page_and_says_what_was_issued() {
    let program = Program::new();
    filled(&program);
    program.run(&make("uit", &["--alle"])).done();
    program.set("leerling", r#"{"id": 1, "geslachtsnaam": "Heel Anders"}"#).done();
    program.set("school", r#"{"herdruk-als-duplicaat": true}"#).done();
    let number = ["opnieuw", "d.dossier", "PV-2026-0001", "--nu", NOW, "--naar"];
    let same = program.run(&[&number[..], &["zelfde.pdf"]].concat());
    assert!(same.err.contains("--duplicaat"), "{}", same.err);
    assert!(program.bytes("zelfde.pdf") == program.bytes(FILE));
    program.run(&[&number[..], &["dubbel.pdf", "--duplicaat"]].concat()).done();

    let (first, duplicate) = (hear(&program.bytes(FILE)), hear(&program.bytes("dubbel.pdf")));
    let said = |heard: &crate::read_back::Heard| {
        let all = heard.leaves.iter().map(|leaf| leaf.text.clone());
        all.chain(heard.artifacts.iter().cloned()).collect::<Vec<_>>().join("\n")
    };
    let (first, duplicate) = (said(&first), said(&duplicate));
    assert!(!first.contains("Duplicaat") && duplicate.contains("Duplicaat"), "{duplicate}");
    assert!(duplicate.contains("Şükrü Ali Yıldız") && duplicate.contains("Logo van Eetcafé"));
    assert!(first.contains("PV-2026-0001") && duplicate.contains("PV-2026-0001"));
}

#[test]
fn a_concept_is_made_with_gaps_and_leaves_no_trace() {
    let program = Program::new();
    filled(&program);
    program.set("leerling", r#"{"id": 1, "geboortedatum": null}"#).done();
    let before = program.bytes("d.dossier");
    program.run(&make("concept", &["--alle", "--concept"])).done();
    let concept = only_file(&program.path("concept"));
    assert!(concept.ends_with("concept-praktijkverklaring-1-1.pdf"));
    let heard = hear(&std::fs::read(&concept).unwrap());
    assert!(heard.artifacts[0].contains("CONCEPT"));
    assert!(heard.leaves.iter().any(|leaf| leaf.text.contains("[nog niet ingevuld]")));
    assert!(program.bytes("d.dossier") == before);
    let again = program.run(&make("concept", &["--alle", "--concept"]));
    assert!(again.out.contains("bestaat al en is niet overschreven"), "{}", again.out);
}

/// Two dossiers that give the same numbers, one folder.
#[test]
fn the_file_of_another_dossier_stops_the_batch_before_a_number_is_given() {
    let program = Program::new();
    filled(&program);
    program.run(&make("uit", &["--alle"])).done();
    let first = program.bytes(FILE);
    std::fs::rename(program.path("d.dossier"), program.path("ander.dossier")).unwrap();
    filled(&program);
    let stopped = program.run(&make("uit", &["--alle"]));
    assert_eq!(stopped.status, 1);
    let expected = format!("{FILE} bestaat al en is niet overschreven.");
    assert!(stopped.err.starts_with(&expected), "{}", stopped.err);
    assert!(program.bytes(FILE) == first);
    assert_eq!(documents(&program), json!([]));
    program.run(&make("elders", &["--alle"])).done();
}

#[test]
fn files_bear_the_name_of_the_learner_only_if_the_school_wants_that() {
    let program = Program::new();
    filled(&program);
    program.set("school", r#"{"naam-in-bestandsnaam": true}"#).done();
    program.run(&make("uit", &["--alle"])).done();
    assert_eq!(names(&program, "uit"), ["Yıldız-Şükrü-Ali-praktijkverklaring-PV-2026-0001.pdf"]);
}

#[test]
fn a_folder_that_cannot_be_written_gives_no_numbers() {
    let program = Program::new();
    filled(&program);
    program.file("uit", b"geen map");
    let stopped = program.run(&make("uit", &["--alle"]));
    assert_eq!(stopped.status, 1);
    assert!(stopped.err.starts_with("uit kan niet gemaakt worden."), "{}", stopped.err);
    assert!(stopped.err.contains("Er is niets gemaakt"), "{}", stopped.err);
    assert_eq!(documents(&program), json!([]));
}

#[test]
fn every_kind_is_told_ready_made_and_shown() {
    let program = Program::new();
    program.example("60");
    let mut issued = 0;
    for (kind, letters) in [
        ("praktijkverklaring", Some("PV")),
        ("certificaat", Some("MC")),
        ("mbo-verklaring", Some("MV")),
        ("totaaloverzicht", Some("TO")),
        ("overneemblad", None),
    ] {
        let ready = program.run(&["gereed", "d.dossier", kind, "--json"]).json();
        let ready: Vec<&Value> = ready.as_array().unwrap().iter().collect();
        let klaar = ready.iter().filter(|line| line["klaar"] == json!(true)).count();
        assert!(klaar > 0 && klaar < ready.len(), "{kind}: {klaar} of {}", ready.len());
        let words = ["maak", "d.dossier", kind, "--alle", "--plaats", "Zonderdam", "--json"];
        let more = ["--datum", "2-3-2026", "--naar", kind, "--nu", NOW];
        let made = program.run(&[&words[..], &more[..]].concat()).json();
        let made: Vec<&Value> = made.as_array().unwrap().iter().collect();
        assert_eq!(made.len(), ready.len(), "{kind}");
        let files = made.iter().filter(|line| line["bestand"] != Value::Null).count();
        assert_eq!((files, names(&program, kind).len()), (klaar, klaar), "{kind}");
        for line in made {
            assert_eq!(line["papier"], json!(kind));
            let same = |other: &&&Value| {
                ["leerling", "stage", "onderdeel"].iter().all(|key| line[key] == other[key])
            };
            let klaar = ready.iter().find(same).unwrap()["klaar"] == json!(true);
            assert_eq!(line["bestand"] != Value::Null, klaar);
            let number = line["nummer"].as_str();
            assert_eq!(number.is_some(), letters.is_some() && klaar);
            assert!(number.is_none_or(|n| n.starts_with(letters.unwrap())), "{number:?}");
        }
        issued += letters.map_or(0, |_| klaar);
    }
    let lines = documents(&program);
    assert_eq!(lines.as_array().unwrap().len(), issued);
    let found = program.run(&["keur", "d.dossier", "--json"]).json();
    assert_eq!((&found["heel"], &found["documenten"]), (&json!(true), &json!(issued)));
    for line in lines.as_array().unwrap().iter().step_by(7) {
        let (number, kind) = (line["nummer"].as_str().unwrap(), line["soort"].as_str().unwrap());
        program.run(&["opnieuw", "d.dossier", number, "--naar", "weer.pdf"]);
        let first = program.bytes(&format!("{kind}/{kind}-{number}.pdf"));
        assert!(program.bytes("weer.pdf") == first, "{number}");
        std::fs::remove_file(program.path("weer.pdf")).unwrap();
    }
}

/// A long batch tells how far it is, beside the answer.
#[test]
fn a_long_batch_tells_how_far_it_is() {
    let program = Program::new();
    program.example("150");
    let words = ["maak", "d.dossier", "praktijkverklaring", "--alle", "--plaats", "Zonderdam"];
    let more = ["--datum", "2-3-2026", "--naar", "uit", "--concept", "--json", "--nu", NOW];
    let made = program.run(&[&words[..], &more[..]].concat());
    let lines: Value = serde_json::from_str(&made.out).unwrap();
    let total = lines.as_array().unwrap().len();
    assert!(total > 100, "{total}");
    assert_eq!(made.err.lines().next(), Some(format!("100 van {total}…").as_str()));
    assert_eq!(names(&program, "uit").len(), total);
}
