//! Who is forgotten is nowhere in the file any more, and nothing else is different.

use std::fs;
use std::path::Path;

use praktijkdossier::changes::Change;
use praktijkdossier::domain::{Entry as _, RecordKind, ShortText, Subject};
use praktijkdossier::store::{Papers, Store, StoreError, Swept, inspect};
use proptest::prelude::*;

use super::builders::{
    add, apply, everything, filled, learner, learner_id, rows, stamp, whole, with,
};
use super::files::dossier;
use super::register::{number, verklaring};

const FIRST: &str = "PV-2026-0001";
const LEARNER: Subject = Subject { kind: RecordKind::Learner, id: 1 };

fn forget(store: &mut Store, papers: Papers) {
    let swept = store.forget(&[LEARNER], papers, &stamp()).unwrap();
    assert!(matches!(swept, Swept::Yes), "{swept:?}");
}

/// Whether a text stands in any file of this folder, as any encoding of ours would write it.
fn in_any_file(folder: &Path, text: &str) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    })
}

/// A life in the file: typed, corrected, moved about, removed, brought back, issued, withdrawn.
fn live_through(store: &mut Store) {
    for (key, typed) in [
        ("notitie", &"Vertelde Zonnebloemveld. ".repeat(150)[..3_000]),
        ("groep", "5 Zonnebloemveld"),
    ] {
        let edited = with(whole(RecordKind::Learner), key, typed);
        apply(store, &Change::Edit(1, edited)).unwrap();
    }
    apply(
        store,
        &Change::Edit(1, with(whole(RecordKind::Learner), "geslachtsnaam", "Zonnebloemveld")),
    )
    .unwrap();
    let seen = with(whole(RecordKind::Evidence), "situatie", "Zonnebloemveld maakte schoon.");
    apply(store, &Change::Edit(1, seen.clone())).unwrap();
    add(store, seen);
    store.undo(&stamp()).unwrap();
    let mut paper = verklaring(number(FIRST));
    paper.name = "Zonnebloemveld, Zoë".to_owned();
    paper.pdf = b"%PDF Zonnebloemveld".repeat(900);
    store.issue(&[paper], &stamp()).unwrap();
    store
        .withdraw(number(FIRST), &ShortText::parse("Zonnebloemveld heet anders").unwrap(), &stamp())
        .unwrap();
    apply(store, &Change::Remove(RecordKind::Learner, 1)).unwrap();
    apply(store, &Change::Restore(RecordKind::Learner, 1)).unwrap();
    apply(store, &Change::Remove(RecordKind::Learner, 1)).unwrap();
}

#[test]
fn not_a_byte_of_the_name_is_left_in_the_file() {
    let (dir, path) = dossier();
    let mut store = Store::open(&path, None).unwrap();
    live_through(&mut store);
    for n in 0..200 {
        add(&mut store, learner(&format!("Ander{n}")));
    }
    drop(store);
    assert!(in_any_file(dir.path(), "Zonnebloemveld"), "the test can fail");
    let mut store = Store::open(&path, None).unwrap();
    forget(&mut store, Papers::Blank);
    // While it is open too: the journal of SQLite lies beside it.
    assert!(!in_any_file(dir.path(), "Zonnebloemveld"));
    assert!(!in_any_file(dir.path(), "Öztürk"));
    drop(store);
    assert!(!in_any_file(dir.path(), "Zonnebloemveld"));
    let found = inspect(&path, None).unwrap();
    assert!(found.whole(), "{found:?}");
}

#[test]
fn it_is_said_before_what_goes() {
    let mut store = filled();
    live_through(&mut store);
    let going = store.to_forget(LEARNER).unwrap();
    assert_eq!(
        going.records,
        [
            (RecordKind::Learner, 1),
            (RecordKind::Traineeship, 1),
            (RecordKind::ExamComponent, 1),
            (RecordKind::Evidence, 1),
            (RecordKind::Voortgangstoets, 1),
            (RecordKind::ReceivedDocument, 1),
        ]
    );
    assert_eq!((going.history, going.documents), (17, 1));
    assert_eq!(going.since, Some(stamp().at));
}

#[test]
fn the_register_keeps_its_line_and_the_school_chooses_the_rest() {
    for papers in [Papers::Blank, Papers::Keep] {
        let mut store = filled();
        live_through(&mut store);
        forget(&mut store, papers);
        let line = store.register_of(learner_id(1)).unwrap().remove(0);
        let kept = papers == Papers::Keep;
        assert_eq!(line.number, number(FIRST));
        assert_eq!(line.name.is_some(), kept);
        assert_eq!(line.description.is_some(), kept);
        assert_eq!(line.withdrawal.unwrap().reason.is_some(), kept);
        match store.issued_pdf(number(FIRST)) {
            Ok(_) => assert!(kept),
            Err(StoreError::Forgotten(_)) => assert!(!kept),
            Err(other) => panic!("{other:?}"),
        }
        // Numbers go on as if nothing had happened.
        let next = store.next_number(number(FIRST).kind(), 2026).unwrap();
        assert_eq!(next, Some(number("PV-2026-0002")));
    }
}

#[test]
fn undo_does_not_bring_anyone_back_and_goes_on_after_it() {
    let mut store = filled();
    add(&mut store, learner("Vries"));
    apply(&mut store, &Change::Remove(RecordKind::Learner, 1)).unwrap();
    store.undo(&stamp()).unwrap();
    forget(&mut store, Papers::Blank);
    let forgotten = rows(&store);
    assert_eq!(store.undo(&stamp()).unwrap(), None);
    assert_eq!(store.redo(&stamp()).unwrap(), None);
    assert_eq!(rows(&store), forgotten);
    let id = add(&mut store, learner("Jong"));
    store.undo(&stamp()).unwrap();
    assert_eq!(rows(&store), forgotten);
    store.redo(&stamp()).unwrap();
    assert!(store.learner(learner_id(id)).is_ok());
}

#[test]
fn an_id_is_not_used_again() {
    let mut store = filled();
    forget(&mut store, Papers::Blank);
    assert_eq!(add(&mut store, learner("Jong")), 2);
    assert_eq!(add(&mut store, with(whole(RecordKind::Traineeship), "leerling", "2")), 2);
    let component = with(whole(RecordKind::ExamComponent), "leerling", "2");
    assert_eq!(add(&mut store, with(component, "stage", "2")), 2);
    assert_eq!(add(&mut store, with(whole(RecordKind::Evidence), "onderdeel", "2")), 2);
}

#[test]
fn the_trail_says_that_someone_was_forgotten_and_not_who() {
    let mut store = filled();
    live_through(&mut store);
    forget(&mut store, Papers::Blank);
    let line = store.history(1).unwrap().remove(0);
    assert_eq!((line.verb.as_str(), line.subject), ("forget", Some(LEARNER)));
    for line in store.history_of(learner_id(1), 100).unwrap() {
        for row in line.rows {
            assert_eq!(row.fields, [], "{}", line.verb);
        }
    }
}

#[test]
fn who_guides_goes_once_nothing_speaks_of_him_any_more() {
    let mut store = filled();
    let begeleider = Subject { kind: RecordKind::Praktijkbegeleider, id: 1 };
    let opleider = Subject { kind: RecordKind::Praktijkopleider, id: 1 };
    let try_it = |store: &mut Store, subject| store.forget(&[subject], Papers::Blank, &stamp());
    assert!(matches!(try_it(&mut store, opleider), Err(StoreError::InUse)), "still there");
    apply(&mut store, &Change::Remove(RecordKind::Learner, 1)).unwrap();
    apply(&mut store, &Change::Remove(RecordKind::Leerbedrijf, 1)).unwrap();
    apply(&mut store, &Change::Remove(RecordKind::Praktijkbegeleider, 1)).unwrap();
    let before = everything(&store);
    for subject in [opleider, begeleider] {
        assert!(matches!(try_it(&mut store, subject), Err(StoreError::InUse)), "{subject:?}");
    }
    assert_eq!(everything(&store), before);
    forget(&mut store, Papers::Blank);
    for subject in [opleider, begeleider] {
        assert!(try_it(&mut store, subject).is_ok(), "{subject:?}");
    }
    assert!(!store.dump().unwrap().contains("Łukasz"));
}

#[test]
fn what_could_not_be_swept_is_swept_at_the_next_opening() {
    let (dir, path) = dossier();
    super::files::raw(&path, "PRAGMA secure_delete = OFF;
        UPDATE journal_row SET before = NULL, after = NULL; DELETE FROM received_document; DELETE FROM evidence; DELETE FROM exam_component;
        DELETE FROM voortgangstoets; DELETE FROM traineeship; DELETE FROM learner;
        INSERT INTO unswept VALUES (1, '2026-03-02T08:30:00Z');");
    assert!(in_any_file(dir.path(), "Gaziantep"), "the test can fail");
    drop(Store::open(&path, None).unwrap());
    assert!(!in_any_file(dir.path(), "Gaziantep"));
    assert!(!Store::open(&path, None).unwrap().dump().unwrap().contains("INSERT INTO unswept"));
}

/// What is done to one of two learners who work at the same leerbedrijf.
#[derive(Clone, Debug)]
struct Step {
    other: bool,
    kind: usize,
    what: u8,
}

const OWN: [RecordKind; 5] = [
    RecordKind::Learner,
    RecordKind::Traineeship,
    RecordKind::ExamComponent,
    RecordKind::Evidence,
    RecordKind::Voortgangstoets,
];

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (any::<bool>(), 0..OWN.len(), 0..5_u8);
    let step = step.prop_map(|(other, kind, what)| Step { other, kind, what });
    proptest::collection::vec(step, 0..25)
}

/// A record of the first or the second learner, with this in a field of free text.
fn own(kind: RecordKind, id: i64, words: &str) -> praktijkdossier::domain::AnyRecord {
    let mut record = whole(kind);
    for (key, to) in super::builders::points_at(kind) {
        if OWN.contains(&to) {
            record = with(record, key, &id.to_string());
        }
    }
    let free = [
        (RecordKind::Learner, "notitie"),
        (RecordKind::Traineeship, "notitie"),
        (RecordKind::Evidence, "situatie"),
        (RecordKind::ExamComponent, "titel"),
        (RecordKind::Voortgangstoets, "titel"),
    ];
    let (_, key) = free.into_iter().find(|(own, _)| *own == kind).unwrap();
    with(record, key, words)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn of_who_stays_nothing_is_different(steps in steps()) {
        let mut store = filled();
        for kind in OWN {
            prop_assert_eq!(add(&mut store, own(kind, 2, "Blijft")), 2);
        }
        for (n, step) in steps.iter().enumerate() {
            let (id, word) = if step.other { (2, "Blijft") } else { (1, "Verdwijnt") };
            let kind = OWN[step.kind];
            let change = match step.what {
                // Not a third learner.
                0 if kind != RecordKind::Learner => Change::Add(own(kind, id, word)),
                0 | 1 => Change::Edit(id, own(kind, id, &format!("{word} {n}"))),
                2 => Change::Remove(kind, id),
                3 => Change::Restore(kind, id),
                _ => {
                    store.undo(&stamp()).unwrap();
                    continue;
                }
            };
            // What the rules refuse changes nothing.
            apply(&mut store, &change).ok();
        }
        let mut paper = verklaring(number(FIRST));
        paper.learner = learner_id(2);
        store.issue(&[paper], &stamp()).unwrap();
        let seen = |store: &Store| {
            let mut records = Vec::new();
            for kind in RecordKind::ALL {
                records.extend((1..40).filter_map(|id| {
                    let record = store.record_at_all(*kind, id).ok()?;
                    Some((*kind, id, record, super::builders::is_live(store, *kind, id)))
                }));
            }
            let own: Vec<_> = store.trash().unwrap().into_iter()
                .filter(|r| r.learner == Some(learner_id(2)))
                .collect();
            let history = store.history_of(learner_id(2), 1_000).unwrap();
            (records, own, history, store.register().unwrap())
        };
        // Undo may have taken back that there was anyone.
        if let Ok(going) = store.to_forget(LEARNER) {
            let before = seen(&store);
            forget(&mut store, Papers::Blank);
            let after = seen(&store);
            let gone: usize = going.records.iter().map(|(_, count)| count).sum();
            prop_assert_eq!(before.0.len() - gone, after.0.len());
            for record in &after.0 {
                prop_assert!(before.0.contains(record), "{:?}", record);
            }
            prop_assert_eq!((before.1, before.2, before.3), (after.1, after.2, after.3));
            prop_assert!(!store.dump().unwrap().contains("Verdwijnt"));
            prop_assert_eq!(store.undo(&stamp()).unwrap(), None);
        }
    }
}
