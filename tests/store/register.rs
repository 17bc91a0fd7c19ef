//! The register: what was issued stands as it was issued, whatever is done to the rest of the dossier, or to the file.

use praktijkdossier::changes::Change;
use praktijkdossier::domain::draft::{Draft, Wanted};
use praktijkdossier::domain::{
    Day, DocumentKind, DocumentNumber, Entry as _, Id, RecordKind, ShortText,
};
use praktijkdossier::store::{Issue, RegisterLine, Store, StoreError, inspect};

use super::builders::{
    add, apply, everything, filled, journal_lines, learner, learner_id, rows, stamp, whole, with,
};
use super::files::{dossier, raw};

pub(crate) fn number(typed: &str) -> DocumentNumber {
    DocumentNumber::parse(typed).unwrap()
}

fn text(typed: &str) -> ShortText {
    ShortText::parse(typed).unwrap()
}

/// A praktijkverklaring of the first traineeship.
pub(crate) fn verklaring(number: DocumentNumber) -> Issue {
    Issue {
        number,
        wanted: Wanted::Praktijkverklaring(Id::new(1)),
        learner: learner_id(1),
        name: "Öztürk, Zoë Şükran van der".to_owned(),
        groep: Some("4b".to_owned()),
        description: "Bakkerij De Korenaar, 25180".to_owned(),
        place: "Utrecht".to_owned(),
        date: Day::parse(&format!("{}-07-03", number.year())).unwrap(),
        replaces: None,
        content: format!("{{\"nummer\": \"{number}\"}}"),
        format: 1,
        pdf: format!("%PDF {number}").into_bytes(),
    }
}

fn issue(store: &mut Store, typed: &str) {
    store.issue(&[verklaring(number(typed))], &stamp()).unwrap();
}

fn withdraw(store: &mut Store, typed: &str) {
    store.withdraw(number(typed), &text("Verkeerde naam"), &stamp()).unwrap();
}

/// The register with all bytes.
fn register(store: &Store) -> Vec<(RegisterLine, Vec<u8>, (u32, String))> {
    let lines = store.register().unwrap().into_iter();
    lines
        .map(|line| {
            let pdf = store.issued_pdf(line.number).unwrap();
            let content = store.issued_content(line.number).unwrap();
            (line, pdf, content)
        })
        .collect()
}

#[test]
fn what_was_issued_stands_in_the_register_with_all_that_was_said_of_it() {
    let mut store = filled();
    assert_eq!(
        store.next_number(DocumentKind::Praktijkverklaring, 2026).unwrap(),
        Some(number("PV-2026-0001"))
    );
    assert_eq!(store.next_number(DocumentKind::Overneemblad, 2026).unwrap(), None);
    issue(&mut store, "PV-2026-0001");
    let line = store.register_line(number("PV-2026-0001")).unwrap();
    assert_eq!(
        (line.learner, line.traineeship, line.component),
        (learner_id(1), Some(Id::new(1)), None)
    );
    assert_eq!(line.name.as_deref(), Some("Öztürk, Zoë Şükran van der"));
    assert_eq!((line.place.as_str(), line.date), ("Utrecht", Day::parse("2026-07-03").unwrap()));
    assert_eq!((line.made_at, line.made_by), (stamp().at, stamp().who));
    assert_eq!((line.program.as_str(), line.format), (env!("CARGO_PKG_VERSION"), 1));
    assert_eq!(store.issued_pdf(line.number).unwrap(), b"%PDF PV-2026-0001");
    let expected = (1, "{\"nummer\": \"PV-2026-0001\"}".to_owned());
    assert_eq!(store.issued_content(line.number).unwrap(), expected);
    assert_eq!(store.register_of(learner_id(1)).unwrap().len(), 1);
    assert_eq!(store.register_of(learner_id(2)).unwrap(), []);
    let wanted = Wanted::Praktijkverklaring(Id::new(1));
    assert_eq!(store.standing(wanted).unwrap(), Some(line.number));
    assert_eq!(store.standing(Wanted::Overneemblad(Id::new(1))).unwrap(), None);
}

#[test]
fn numbers_follow_each_other_per_kind_and_year_and_none_is_given_twice() {
    let mut store = filled();
    issue(&mut store, "PV-2026-0001");
    issue(&mut store, "PV-2025-0001");
    let two = ["PV-2026-0002", "PV-2026-0003"].map(|typed| verklaring(number(typed)));
    store.issue(&two, &stamp()).unwrap();
    let certificaat =
        Issue { wanted: Wanted::Certificaat(Id::new(1)), ..verklaring(number("MC-2026-0001")) };
    store.issue(std::slice::from_ref(&certificaat), &stamp()).unwrap();

    let before = everything(&store);
    for taken in ["PV-2026-0001", "PV-2026-0003", "PV-2026-0006", "PV-2025-0001", "MC-2026-0003"] {
        // All or none: the first of the two would have been right.
        let pair = [verklaring(number("PV-2026-0004")), verklaring(number(taken))];
        let error = store.issue(&pair, &stamp()).unwrap_err();
        assert!(matches!(error, StoreError::NotNext(n) if n == number(taken)), "{error:?}");
        assert_eq!(everything(&store), before, "{taken}");
    }
    let numbers: Vec<String> =
        store.register().unwrap().iter().rev().map(|line| line.number.to_string()).collect();
    assert_eq!(
        numbers,
        ["PV-2026-0001", "PV-2025-0001", "PV-2026-0002", "PV-2026-0003", "MC-2026-0001"]
    );
}

#[test]
fn a_withdrawn_document_stays_and_the_corrected_one_refers_to_it() {
    let mut store = filled();
    let wanted = Wanted::Praktijkverklaring(Id::new(1));
    issue(&mut store, "PV-2026-0001");
    let correcting =
        |typed, replaces| Issue { replaces: Some(number(replaces)), ..verklaring(number(typed)) };
    // One that counts is not replaced.
    let error = store.issue(&[correcting("PV-2026-0002", "PV-2026-0001")], &stamp()).unwrap_err();
    assert!(matches!(error, StoreError::NotToReplace(_)), "{error:?}");

    withdraw(&mut store, "PV-2026-0001");
    assert_eq!(store.standing(wanted).unwrap(), None);
    assert_eq!(store.to_replace(wanted).unwrap(), Some(number("PV-2026-0001")));
    let again = store.withdraw(number("PV-2026-0001"), &text("Nog eens"), &stamp());
    assert!(matches!(again, Err(StoreError::Withdrawn(_))));
    let nothing = store.withdraw(number("PV-2026-0009"), &text("Bestaat niet"), &stamp());
    assert!(matches!(nothing, Err(StoreError::NoDocument(_))));

    let of_another = Issue { learner: learner_id(2), ..correcting("PV-2026-0002", "PV-2026-0001") };
    assert!(matches!(store.issue(&[of_another], &stamp()), Err(StoreError::NotToReplace(_))));
    store.issue(&[correcting("PV-2026-0002", "PV-2026-0001")], &stamp()).unwrap();
    assert_eq!(store.to_replace(wanted).unwrap(), None, "it was replaced");
    let twice = store.issue(&[correcting("PV-2026-0003", "PV-2026-0001")], &stamp());
    assert!(matches!(twice, Err(StoreError::NotToReplace(_))));

    let old = store.register_line(number("PV-2026-0001")).unwrap();
    let withdrawal = old.withdrawal.unwrap();
    assert_eq!((withdrawal.at, withdrawal.by), (stamp().at, stamp().who));
    assert_eq!(withdrawal.reason.as_deref(), Some("Verkeerde naam"));
    assert_eq!(old.replaced_by, Some(number("PV-2026-0002")));
    let new = store.register_line(number("PV-2026-0002")).unwrap();
    assert_eq!((new.replaces, new.withdrawal), (Some(number("PV-2026-0001")), None));
    assert_eq!(store.issued_pdf(old.number).unwrap(), b"%PDF PV-2026-0001", "it can still be seen");
}

/// Whether a mbo-verklaring is owed hangs on it.
#[test]
fn what_was_withdrawn_was_not_given() {
    let mut store = filled();
    let given = |store: &Store| match store.draft(Wanted::MboVerklaring(learner_id(1)), None, None)
    {
        Ok(Draft::MboVerklaring(of)) => (of.has_certificate, of.has_mbo_verklaring),
        other => panic!("{other:?}"),
    };
    assert_eq!(given(&store), (false, false));
    for (wanted, typed) in [
        (Wanted::Certificaat(Id::new(1)), "MC-2026-0001"),
        (Wanted::MboVerklaring(learner_id(1)), "MV-2026-0001"),
    ] {
        store.issue(&[Issue { wanted, ..verklaring(number(typed)) }], &stamp()).unwrap();
    }
    assert_eq!(given(&store), (true, true));
    withdraw(&mut store, "MC-2026-0001");
    assert_eq!(given(&store), (false, true));
    withdraw(&mut store, "MV-2026-0001");
    assert_eq!(given(&store), (false, false));
}

#[test]
fn undo_and_redo_pass_over_the_register() {
    let mut store = filled();
    let change = Change::Edit(1, with(whole(RecordKind::Learner), "groep", "4c"));
    let before = rows(&store);
    apply(&mut store, &change).unwrap();
    let after = rows(&store);
    issue(&mut store, "PV-2026-0001");
    withdraw(&mut store, "PV-2026-0001");
    issue(&mut store, "PV-2026-0002");
    let expected = register(&store);

    assert!(store.undo(&stamp()).unwrap().is_some());
    assert_eq!(rows(&store), before, "undo takes back the change before it");
    issue(&mut store, "PV-2026-0003");
    assert!(store.undo_state().unwrap().can_redo, "issuing does not end redo");
    assert!(store.redo(&stamp()).unwrap().is_some());
    assert_eq!(rows(&store), after);
    while store.undo(&stamp()).unwrap().is_some() {}
    assert_eq!(rows(&store), "", "also the learner is gone");
    let kept = register(&store);
    assert_eq!(kept.get(1..), Some(expected.as_slice()));
    assert_eq!(store.register_of(learner_id(1)).unwrap().len(), 3);
}

#[test]
fn issuing_and_withdrawing_stand_in_the_history_of_the_learner() {
    let mut store = filled();
    add(&mut store, learner("Yıldız"));
    let lines = journal_lines(&store);
    issue(&mut store, "PV-2026-0001");
    withdraw(&mut store, "PV-2026-0001");
    assert_eq!(journal_lines(&store), lines + 2);
    let history = store.history_of(learner_id(1), 2).unwrap();
    let said: Vec<_> = history.iter().map(|line| (line.verb.as_str(), line.document)).collect();
    let document = Some(number("PV-2026-0001"));
    assert_eq!(said, [("withdraw", document), ("issue", document)]);
    assert!(store.history_of(learner_id(2), 9).unwrap().iter().all(|l| l.document.is_none()));
    assert_eq!(store.history(1).unwrap().first().unwrap().document, document);
}

/// As someone with a tool of SQLite would try, or a mistake of ours.
#[test]
fn no_sql_changes_what_was_issued() {
    let (_dir, path) = dossier();
    let mut store = Store::open(&path, None).unwrap();
    issue(&mut store, "PV-2026-0001");
    issue(&mut store, "PV-2026-0002");
    withdraw(&mut store, "PV-2026-0001");
    let expected = register(&store);
    drop(store);
    #[expect(clippy::disallowed_methods, reason = "past the store")]
    let conn = rusqlite::Connection::open(&path).unwrap();
    let columns = "soort jaar volgnummer leerling stage onderdeel naam groep omschrijving plaats datum gemaakt_op \
                   gemaakt_door programma vorm sha256 vervangt id";
    let mut tried: Vec<String> = columns
        .split(' ')
        .flat_map(|column| {
            let other = match column {
                "jaar" | "volgnummer" | "leerling" | "stage" | "onderdeel" | "vorm"
                | "vervangt" | "id" => "7",
                "datum" => "'2026-01-01'",
                "sha256" => "hex(zeroblob(32))",
                _ => "'anders'",
            };
            ["UPDATE", "UPDATE OR REPLACE", "UPDATE OR IGNORE"]
                .map(|update| format!("{update} issued SET {column} = {other}"))
        })
        .collect();
    tried.extend(
        [
            "DELETE FROM issued",
            "DELETE FROM issued_file",
            "DELETE FROM withdrawal",
            "UPDATE issued_file SET pdf = x'00'",
            "UPDATE issued_file SET inhoud = 'anders'",
            "UPDATE OR REPLACE issued_file SET document = 2 WHERE document = 1",
            "UPDATE withdrawal SET reden = 'anders'",
            "UPDATE withdrawal SET reden = NULL",
            "UPDATE withdrawal SET document = 2",
            "REPLACE INTO issued_file VALUES (1, 'anders', x'00')",
            "REPLACE INTO withdrawal VALUES (1, 'nu', 'ik', 'anders')",
            "REPLACE INTO issued SELECT * FROM issued",
            "REPLACE INTO issued SELECT id + 9, soort, jaar, volgnummer, leerling, stage, onderdeel, 'anders', groep, \
             omschrijving, plaats, datum, gemaakt_op, gemaakt_door, programma, vorm, sha256, vervangt FROM issued",
            "INSERT INTO issued_file VALUES (1, 'anders', x'00') ON CONFLICT DO UPDATE SET pdf = excluded.pdf",
            // Half of what forgetting does.
            "UPDATE issued SET naam = NULL",
        ]
        .map(str::to_owned),
    );
    for sql in &tried {
        let error = conn.execute_batch(sql).unwrap_err().to_string();
        assert!(error.starts_with("register:") || error.contains("constraint"), "{sql}: {error}");
    }
    drop(conn);
    let store = Store::open(&path, None).unwrap();
    assert!(register(&store) == expected);
}

/// What a later version will need to forget someone, and what it cannot do either.
#[test]
fn a_line_can_be_blanked_and_its_file_forgotten_but_nothing_comes_in_their_place() {
    let (_dir, path) = dossier();
    let mut store = Store::open(&path, None).unwrap();
    issue(&mut store, "PV-2026-0001");
    withdraw(&mut store, "PV-2026-0001");
    drop(store);
    raw(
        &path,
        "UPDATE issued SET naam = NULL, groep = NULL, omschrijving = NULL;
         DELETE FROM issued_file; UPDATE withdrawal SET reden = NULL;",
    );
    #[expect(clippy::disallowed_methods, reason = "past the store")]
    let conn = rusqlite::Connection::open(&path).unwrap();
    for sql in [
        "UPDATE issued SET naam = 'Iemand anders'",
        "INSERT INTO issued_file VALUES (1, 'anders', x'00')",
        "UPDATE withdrawal SET reden = 'anders'",
        "DELETE FROM issued",
    ] {
        let error = conn.execute_batch(sql).unwrap_err().to_string();
        assert!(error.starts_with("register:"), "{sql}: {error}");
    }
    drop(conn);
    let store = Store::open(&path, None).unwrap();
    let line = store.register_line(number("PV-2026-0001")).unwrap();
    assert_eq!((line.name, line.withdrawal.unwrap().reason), (None, None));
    let forgotten = store.issued_pdf(number("PV-2026-0001"));
    assert!(matches!(forgotten, Err(StoreError::Forgotten(_))));
    assert!(matches!(store.issued_content(number("PV-2026-0001")), Err(StoreError::Forgotten(_))));
    assert_eq!(
        store.next_number(DocumentKind::Praktijkverklaring, 2026).unwrap(),
        Some(number("PV-2026-0002")),
        "its number is not given again"
    );
    drop(store);
    assert!(inspect(&path, None).unwrap().whole());
}

/// The triggers are part of the shape of a file; without them it is not ours.
#[test]
fn a_dossier_without_its_triggers_is_refused_and_other_bytes_are_seen() {
    let (_dir, path) = dossier();
    let mut store = Store::open(&path, None).unwrap();
    issue(&mut store, "PV-2026-0001");
    drop(store);
    #[expect(clippy::disallowed_methods, reason = "past the store")]
    let conn = rusqlite::Connection::open(&path).unwrap();
    let trigger = "issued_file_is_fixed";
    let sql: String = conn
        .query_row("SELECT sql FROM sqlite_master WHERE name = ?1", [trigger], |row| row.get(0))
        .unwrap();
    conn.execute_batch(&format!("DROP TRIGGER {trigger}; UPDATE issued_file SET pdf = x'00'"))
        .unwrap();
    assert!(matches!(inspect(&path, None), Err(StoreError::Shape)));
    conn.execute_batch(&sql).unwrap();
    drop(conn);
    let found = inspect(&path, None).unwrap();
    assert_eq!(
        (found.documents, found.bad_documents.as_slice()),
        (1, [number("PV-2026-0001")].as_slice())
    );
    assert!(!found.whole());
    let store = Store::open(&path, None).unwrap();
    assert!(matches!(store.issued_pdf(number("PV-2026-0001")), Err(StoreError::Damaged)));
}
