//! What only shows with a person at the terminal, or with one who has gone away: the program as a library.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::ffi::OsString;
use std::io::{self, Write};

use jiff::tz::TimeZone;
use praktijkdossier::command_line::{self, DONE, Ending, REFUSED, Terminal, World};

use crate::program::{NOW, Program};

thread_local! {
    /// What is typed where it is not seen, and what was asked there.
    static HIDDEN: RefCell<(VecDeque<String>, Vec<String>)> = RefCell::default();
}

fn hidden(question: &str) -> io::Result<String> {
    HIDDEN.with_borrow_mut(|(typed, asked)| {
        asked.push(question.to_owned());
        typed.pop_front().ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    })
}

/// As [`run`], with these lines typed where they are not seen.
fn run_hidden(
    words: &[&str],
    lines: &[&str],
    typed: &str,
    out: &mut dyn Write,
) -> (Ending, String) {
    let lines = lines.iter().map(ToString::to_string).collect();
    HIDDEN.set((lines, Vec::new()));
    run(words, typed, out)
}

fn run(words: &[&str], typed: &str, out: &mut dyn Write) -> (Ending, String) {
    let world = World { now: NOW.parse().unwrap(), zone: TimeZone::UTC, who: "toets".to_owned() };
    let mut err = Vec::new();
    let mut terminal = Terminal {
        input: &mut typed.as_bytes(),
        input_is_a_person: true,
        ask_hidden: hidden,
        out,
        err: &mut err,
    };
    let ending = command_line::run(words.iter().map(OsString::from), world, &mut terminal);
    (ending, String::from_utf8(err).unwrap())
}

#[test]
fn a_password_is_asked_of_who_can_answer() {
    let program = Program::new();
    program.file("geheim.txt", b"geheim");
    program.run(&["nieuw", "d.dossier", "--nieuw-wachtwoord-bestand", "geheim.txt"]).done();
    let dossier = program.path("d.dossier").display().to_string();
    let words = ["keur", dossier.as_str()];
    let mut out = Vec::new();
    let (ending, err) = run_hidden(&words, &["geheim"], "", &mut out);
    assert_eq!(ending, Ending::Status(DONE), "{err}");
    let asked = HIDDEN.with_borrow(|(_, asked)| asked.clone());
    assert_eq!(asked, ["Wachtwoord (wat je typt, zie je niet): "]);
    for (typed, said) in
        [(&["fout"][..], "past niet"), (&[""], "de eerste regel is leeg"), (&[], "gelezen")]
    {
        let (ending, err) = run_hidden(&words, typed, "geheim\n", &mut Vec::new());
        assert_eq!(ending, Ending::Status(REFUSED));
        assert!(err.contains(said), "{err}");
    }
}

#[test]
fn a_new_password_is_typed_twice_and_counts_when_the_recovery_code_is_typed_back() {
    let program = Program::new();
    program.run(&["nieuw", "d.dossier"]);
    let before = program.bytes("d.dossier");
    let dossier = program.path("d.dossier").display().to_string();
    let words = ["wachtwoord", dossier.as_str()];
    for (lines, typed, said) in [
        (&["een", "twee"][..], "", "niet gelijk"),
        (&[""], "", "de eerste regel is leeg"),
        (&["een", "een"], "ABCDE\n", "niet de herstelcode"),
    ] {
        let (ending, err) = run_hidden(&words, lines, typed, &mut Vec::new());
        assert_eq!(ending, Ending::Status(REFUSED), "{err}");
        assert!(err.contains(said), "{err}");
        assert!(
            program.bytes("d.dossier") == before && !program.path("d.dossier.sleutels").exists()
        );
    }
    // Without a new code there is nothing to type back.
    program.file("een.txt", b"een");
    program.run(&[&words[..], &["--nieuw-wachtwoord-bestand", "een.txt"]].concat()).done();
    let (ending, err) = run_hidden(&words, &["een", "twee", "twee"], "", &mut Vec::new());
    assert_eq!(ending, Ending::Status(DONE), "{err}");
    let (ending, _) = run_hidden(&["keur", dossier.as_str()], &["twee"], "", &mut Vec::new());
    assert_eq!(ending, Ending::Status(DONE));
}

/// As `praktijkdossier toon … | head` does.
#[test]
fn who_stops_reading_is_no_failure() {
    struct Gone;
    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let program = Program::new();
    program.example("5");
    let dossier = program.path("d.dossier").display().to_string();
    for more in [&["leerlingen"][..], &["leerlingen", "--json"], &["school", "--json"]] {
        let words = [&["toon", dossier.as_str()][..], more].concat();
        assert_eq!(run(&words, "", &mut Gone), (Ending::Status(DONE), String::new()));
    }
}

#[test]
fn an_answer_that_cannot_be_written_is_refused() {
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let (ending, err) = run(&["--help"], "", &mut Full);
    assert_eq!((ending, err.lines().count()), (Ending::Status(REFUSED), 1), "{err}");
}

#[test]
fn a_path_alone_asks_for_the_window() {
    let (ending, _) = run(&["map/d.dossier"], "", &mut Vec::new());
    assert_eq!(ending, Ending::Window(Some("map/d.dossier".into())));
    assert_eq!(run(&[], "", &mut Vec::new()).0, Ending::Window(None));
}

#[test]
fn a_dossier_that_is_open_elsewhere_is_left_alone() {
    let program = Program::new();
    program.example("3");
    let open = praktijkdossier::store::Store::open(&program.path("d.dossier"), None).unwrap();
    for words in
        [&["toon", "d.dossier", "school"][..], &["keur", "d.dossier"], &["gereed", "d.dossier"]]
    {
        let ran = program.run(words);
        assert_eq!(ran.status, 1, "{words:?}");
        assert!(ran.err.contains("al open in een ander programma"), "{words:?} {}", ran.err);
    }
    let ran = program.set("leerling", r#"{"geslachtsnaam": "Haidari"}"#);
    assert!(ran.status == 1 && ran.err.contains("al open"), "{ran:?}");
    drop(open);
    program.run(&["toon", "d.dossier", "school"]).done();
}
