//! Backups without a window: made, looked at, restored.

use std::fs;

use expect_test::expect;
use serde_json::json;

use crate::program::{NOW, Program};

fn done(program: &Program, words: &[&str]) -> String {
    let ran = program.run(&[words, &["--nu", NOW]].concat());
    assert_eq!(ran.status, 0, "{words:?} {}", ran.err);
    ran.out
}

#[test]
fn a_dossier_is_backed_up_wrecked_and_restored() {
    let program = Program::new();
    program.example("4");
    let before = program.show("leerlingen");
    let made = program.run(&["reservekopie", "d.dossier", "--naar", "d.bak", "--nu", NOW]);
    let size = made.out.rsplit_once(", ").unwrap();
    assert_eq!(size.0, "Reservekopie gemaakt en nagekeken: d.bak (4 leerlingen");
    expect![[r#"
        Deze reservekopie heeft geen wachtwoord. Wie bij het bestand kan, kan alles lezen.
    "#]]
    .assert_eq(&made.err);

    program.file("d.dossier", b"kapot");
    let restored = program.run(&["herstel", "d.bak", "--naar", "d.dossier", "--nu", NOW]);
    expect![[r#"
        Dossier teruggezet: d.dossier (4 leerlingen)
        Het dossier dat er was, is bewaard: d (voor herstel 2026-03-02 09.00).dossier
    "#]]
    .assert_eq(&restored.out);
    assert_eq!(program.show("leerlingen"), before);
    assert_eq!(program.bytes("d (voor herstel 2026-03-02 09.00).dossier"), b"kapot");
}

#[test]
fn a_backup_with_a_password_is_looked_at_and_restored_with_it() {
    let program = Program::new();
    program.file("dossier.txt", b"van het dossier\n");
    program.file("kopie.txt", b"van de kopie\n");
    done(
        &program,
        &[
            "voorbeeld",
            "d.dossier",
            "--leerlingen",
            "3",
            "--nieuw-wachtwoord-bestand",
            "dossier.txt",
        ],
    );
    let of_dossier = ["--wachtwoord-bestand", "dossier.txt"];
    done(&program, &[&["reservekopie", "d.dossier", "--naar", "d.bak"], &of_dossier[..]].concat());
    done(
        &program,
        &[
            "reservekopie",
            "d.dossier",
            "--naar",
            "eigen.bak",
            "--wachtwoord-bestand",
            "dossier.txt",
            "--nieuw-wachtwoord-bestand",
            "kopie.txt",
        ],
    );
    let looked = done(&program, &[&["keur", "d.bak"], &of_dossier[..]].concat());
    expect![[r#"
        Deze reservekopie opent met het wachtwoord of de herstelcode die het dossier toen had.
        Gemaakt: 02-03-2026 09:00, met versie 0.1.0
        School: Praktijkcollege De Verzonnen Linde
        Laatste wijziging: 02-03-2026 09:00
    "#]]
    .assert_eq(&looked.split_inclusive('\n').take(4).collect::<String>());
    assert!(looked.ends_with("De reservekopie is heel.\n"), "{looked}");

    let own = ["--wachtwoord-bestand", "kopie.txt"];
    let json = program.run(&[&["keur", "eigen.bak", "--json"], &own[..]].concat()).json();
    assert_eq!(json["reservekopie"], json!("eigen"));
    assert_eq!(json["versleuteld"], json!(true));
    assert_eq!(json["aantallen"]["leerling"], json!(3));

    let restored =
        done(&program, &[&["herstel", "eigen.bak", "--naar", "e.dossier"], &own[..]].concat());
    assert!(restored.contains("\nHerstelcode: "), "{restored}");
    let restored =
        done(&program, &[&["herstel", "d.bak", "--naar", "f.dossier"], &of_dossier[..]].concat());
    assert!(!restored.contains("Herstelcode"), "the old one still counts: {restored}");
    let shown = ["d.dossier", "e.dossier", "f.dossier"].map(|dossier| {
        let password = if dossier == "e.dossier" { own } else { of_dossier };
        done(&program, &[&["toon", dossier, "leerlingen"], &password[..]].concat())
    });
    assert_eq!(shown[0], shown[1]);
    assert_eq!(shown[0], shown[2]);
}

#[test]
fn issued_documents_come_back_byte_for_byte() {
    let program = Program::new();
    program.example("10");
    let ran = program.run(&[
        "maak",
        "d.dossier",
        "praktijkverklaring",
        "--alle",
        "--plaats",
        "Zonderdam",
        "--datum",
        "2026-03-02",
        "--naar",
        "map",
        "--nu",
        NOW,
    ]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let again = |to: &str| {
        done(&program, &["opnieuw", "d.dossier", "PV-2026-0001", "--naar", to]);
        program.bytes(to)
    };
    let before = again("voor.pdf");
    done(&program, &["trekin", "d.dossier", "PV-2026-0002", "--reden", "Verkeerde datum"]);
    let register = program.show("documenten");
    done(&program, &["reservekopie", "d.dossier", "--naar", "d.bak"]);
    let looked = program.run(&["keur", "d.bak", "--json"]).json();
    assert!(looked["documenten"].as_u64() > Some(1), "{looked}");
    program.file("d.dossier", b"kapot");
    done(&program, &["herstel", "d.bak", "--naar", "d.dossier"]);
    assert_eq!(program.show("documenten"), register);
    assert!(again("na.pdf") == before);
}

#[test]
fn a_restore_that_was_cut_off_is_finished_by_who_opens_the_dossier() {
    let program = Program::new();
    program.example("2");
    let before = program.show("leerlingen");
    // As a power cut leaves it: the old one is aside, the new one not yet in place.
    fs::rename(program.path("d.dossier"), program.path(".d.dossier.1.deel")).unwrap();
    let marker = json!({
        "versie": 1, "nieuw": ".d.dossier.1.deel", "sleutels": false, "bewaard": "d (bewaard).dossier",
    });
    program.file("d.dossier.wissel", marker.to_string().as_bytes());
    // Looking changes nothing.
    let looked = program.run(&["keur", "d.dossier"]);
    assert_eq!(looked.status, 1);
    assert!(
        looked.err.starts_with("Dit dossier is de vorige keer niet goed gesloten"),
        "{}",
        looked.err
    );
    assert!(!program.path("d.dossier").exists());
    let set = program.set("school", "{\"plaats\": \"Utrecht\"}");
    assert_eq!(set.status, 0, "{}", set.err);
    assert_eq!(program.show("leerlingen"), before);
    assert!(!program.path("d.dossier.wissel").exists());
}

#[test]
fn what_cannot_be_backed_up_or_restored_is_said_in_one_sentence() {
    let program = Program::new();
    program.example("2");
    program.file("goed.txt", b"goed");
    program.file("fout.txt", b"fout");
    done(&program, &["reservekopie", "d.dossier", "--naar", "open.bak"]);
    let own = ["--nieuw-wachtwoord-bestand", "goed.txt"];
    done(&program, &[&["reservekopie", "d.dossier", "--naar", "dicht.bak"], &own[..]].concat());
    let bytes = program.bytes("open.bak");
    program.file("stuk.bak", &bytes[..bytes.len() - 1]);
    let mut out = String::new();
    for words in [
        &["reservekopie"][..],
        &["reservekopie", "d.dossier"],
        &["reservekopie", "weg.dossier", "--naar", "x.bak"],
        &["reservekopie", "d.dossier", "--naar", "open.bak"],
        &["reservekopie", "d.dossier", "--naar", "weg/x.bak"],
        &["reservekopie", "open.bak", "--naar", "x.bak"],
        &["keur", "stuk.bak"],
        &["keur", "dicht.bak"],
        &["keur", "dicht.bak", "--wachtwoord-bestand", "fout.txt"],
        &["keur", "open.bak", "--wachtwoord-bestand", "goed.txt"],
        &["herstel"],
        &["herstel", "open.bak"],
        &["herstel", "weg.bak", "--naar", "e.dossier"],
        &["herstel", "stuk.bak", "--naar", "d.dossier"],
        &["herstel", "d.dossier", "--naar", "e.dossier"],
        &["herstel", "open.bak", "--naar", "weg/e.dossier"],
    ] {
        let before = files(&program);
        let ran = program.run(words);
        assert!(ran.status != 0 && ran.out.is_empty(), "{words:?} {}", ran.out);
        out.push_str(&format!("$ {}\n{}: {}", words.join(" "), ran.status, ran.err));
        assert!(files(&program) == before, "{words:?} changed something");
    }
    expect_test::expect_file!["../golden/command_line_backup.txt"].assert_eq(&out);
}

fn files(program: &Program) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(program.path("")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> =
        entries.map(|path| (path.display().to_string(), fs::read(&path).unwrap())).collect();
    files.sort();
    files
}
