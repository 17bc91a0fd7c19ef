//! What a change does, and that one that fails does nothing at all.

use expect_test::expect_file;
use praktijkdossier::changes::{Change, Purpose};
use praktijkdossier::domain::{
    Entry as _, Field as _, Id, LogoHash, Record, RecordKind, School, SchoolField, Subject,
};
use praktijkdossier::store::{Store, StoreError};

use super::builders::{
    LOGO, PDF, add, apply, bare, everything, example, fill, filled, is_live, journal_lines,
    keep_file, keep_picture, learner, names, refused, rows, stamp, together, whole, with,
};

#[test]
fn schema_is_as_in_the_golden_file() {
    let store = Store::in_memory().unwrap();
    expect_file!["../golden/schema.sql"].assert_eq(&store.schema().unwrap());
}

#[test]
fn every_field_of_every_record_reads_back_as_it_was() {
    let store = filled();
    for kind in RecordKind::ALL {
        assert_eq!(store.record(*kind, 1).unwrap(), whole(*kind), "{kind:?}");
    }
    let school = store.school().unwrap();
    assert_eq!(
        School::read(|field: SchoolField| example(RecordKind::School, field.key()).to_owned()),
        Ok(school)
    );
}

#[test]
fn a_record_may_be_almost_empty() {
    let mut store = Store::in_memory().unwrap();
    apply(&mut store, &keep_file(PDF)).unwrap();
    for kind in RecordKind::ALL {
        assert_eq!(add(&mut store, bare(*kind)), 1, "{kind:?}");
        assert_eq!(store.record(*kind, 1).unwrap(), bare(*kind), "{kind:?}");
    }
}

#[test]
fn every_record_can_be_edited_and_the_edit_taken_back() {
    let mut store = filled();
    for kind in RecordKind::ALL {
        let before = rows(&store);
        let applied = apply(&mut store, &Change::Edit(1, bare(*kind))).unwrap();
        assert_eq!(applied.records, [Subject { kind: *kind, id: 1 }]);
        assert_eq!(store.record(*kind, 1).unwrap(), bare(*kind), "{kind:?}");
        assert_eq!(store.undo(&stamp()).unwrap(), Some(Subject { kind: *kind, id: 1 }));
        assert_eq!(rows(&store), before, "{kind:?}");
    }
}

#[test]
fn a_change_that_changes_nothing_leaves_no_line() {
    let mut store = filled();
    let before = everything(&store);
    for kind in RecordKind::ALL {
        apply(&mut store, &Change::Edit(1, whole(*kind))).unwrap();
    }
    apply(&mut store, &Change::Add(whole(RecordKind::School))).unwrap();
    apply(&mut store, &keep_picture(LOGO)).unwrap();
    apply(&mut store, &together(vec![])).unwrap();
    apply(&mut store, &together(vec![Change::Edit(1, whole(RecordKind::Learner))])).unwrap();
    assert_eq!(everything(&store), before);
}

#[test]
fn a_picture_alone_is_kept_and_leaves_no_line() {
    let mut store = Store::in_memory().unwrap();
    let change = keep_picture(LOGO);
    let Change::KeepPicture { hash, .. } = &change else { panic!("not a picture") };
    assert_eq!(store.picture(hash).unwrap(), None);
    apply(&mut store, &change).unwrap();
    assert_eq!(store.picture(hash).unwrap().as_deref(), Some(LOGO));
    assert_eq!(journal_lines(&store), 0);
    assert_eq!(store.undo(&stamp()).unwrap(), None, "there is nothing to take back");
}

#[test]
fn a_new_picture_does_not_end_redo() {
    let mut store = Store::in_memory().unwrap();
    add(&mut store, learner("Öztürk"));
    store.undo(&stamp()).unwrap();
    apply(&mut store, &keep_picture(LOGO)).unwrap();
    store.redo(&stamp()).unwrap();
    assert_eq!(names(&store), ["Öztürk"]);
}

#[test]
fn a_logo_set_together_with_its_record_can_be_taken_back() {
    let mut store = Store::in_memory().unwrap();
    let change = Change::Together(
        Purpose::SetLogo,
        vec![keep_picture(LOGO), Change::Add(whole(RecordKind::School))],
    );
    apply(&mut store, &change).unwrap();
    assert!(store.school().unwrap().logo.is_some());
    store.undo(&stamp()).unwrap();
    assert_eq!(store.school().unwrap(), School::blank());
    store.redo(&stamp()).unwrap();
    assert!(store.school().unwrap().logo.is_some());
}

#[test]
fn the_school_set_twice_is_one_school_with_a_past() {
    let mut store = Store::in_memory().unwrap();
    let first = with(bare(RecordKind::School), "naam", "Het Gilde");
    let second = with(bare(RecordKind::School), "naam", "De Werkplaats");
    let name = |store: &Store| store.school().unwrap().naam.map(|n| n.as_str().to_owned());
    apply(&mut store, &Change::Add(first)).unwrap();
    apply(&mut store, &Change::Add(second)).unwrap();
    assert_eq!(name(&store).as_deref(), Some("De Werkplaats"));
    store.undo(&stamp()).unwrap();
    assert_eq!(name(&store).as_deref(), Some("Het Gilde"));
    store.undo(&stamp()).unwrap();
    assert_eq!(name(&store), None);
    store.redo(&stamp()).unwrap();
    store.redo(&stamp()).unwrap();
    assert_eq!(name(&store).as_deref(), Some("De Werkplaats"));
}

#[test]
fn an_id_is_never_used_twice() {
    let mut store = filled();
    for kind in RecordKind::ALL.iter().copied().filter(|kind| *kind != RecordKind::School) {
        let second = add(&mut store, bare(kind));
        store.undo(&stamp()).unwrap();
        let third = add(&mut store, bare(kind));
        assert!(third > second, "{kind:?}: the journal still speaks of {second}");
        apply(&mut store, &Change::Remove(kind, third)).unwrap();
        assert!(add(&mut store, bare(kind)) > third, "{kind:?}: {third} is only put aside");
    }
}

#[test]
fn an_edit_or_removal_of_what_is_not_there_leaves_nothing() {
    let mut store = filled();
    for kind in RecordKind::ALL {
        let error = refused(&mut store, &Change::Edit(77, bare(*kind)));
        assert!(matches!(error, StoreError::Gone { kind: k, id: 77 } if k == *kind), "{error:?}");
        let error = refused(&mut store, &Change::Remove(*kind, 77));
        let fits = if *kind == RecordKind::School {
            matches!(error, StoreError::InUse)
        } else {
            matches!(error, StoreError::Gone { kind: gone, id: 77 } if gone == *kind)
        };
        assert!(fits, "{kind:?}: {error:?}");
    }
}

#[test]
fn what_was_put_aside_cannot_be_edited_or_removed_again() {
    let mut store = Store::in_memory().unwrap();
    let id = add(&mut store, learner("Öztürk"));
    apply(&mut store, &Change::Remove(RecordKind::Learner, id)).unwrap();
    let error = refused(&mut store, &Change::Edit(id, learner("Yıldız")));
    assert!(matches!(error, StoreError::Gone { .. }));
    let error = refused(&mut store, &Change::Remove(RecordKind::Learner, id));
    assert!(matches!(error, StoreError::Gone { .. }));
}

#[test]
fn a_picture_that_is_not_what_its_hash_says_is_refused() {
    let mut store = Store::in_memory().unwrap();
    let hash = LogoHash::parse(&"a".repeat(64)).unwrap();
    let change = Change::KeepPicture { hash: hash.clone(), png: LOGO.to_owned() };
    assert!(matches!(refused(&mut store, &change), StoreError::NoPicture));
    assert_eq!(store.picture(&hash).unwrap(), None);
}

#[test]
fn several_changes_are_done_all_or_none() {
    for kind in RecordKind::ALL {
        let mut store = filled();
        let change = together(vec![
            keep_picture(b"een ander logo"),
            Change::Add(learner("Yıldız")),
            Change::Edit(1, bare(*kind)),
            Change::Add(bare(*kind)),
            together(vec![
                Change::Remove(RecordKind::Evidence, 1),
                Change::Remove(RecordKind::Learner, 77),
            ]),
        ]);
        let error = refused(&mut store, &change);
        assert!(matches!(error, StoreError::Gone { kind: RecordKind::Learner, id: 77 }));
    }
}

#[test]
fn several_changes_are_one_line_and_one_step_back() {
    let mut store = filled();
    let (before, lines) = (rows(&store), journal_lines(&store));
    let change = together(vec![
        Change::Add(learner("Yıldız")),
        Change::Add(with(whole(RecordKind::Traineeship), "leerling", "2")),
        Change::Edit(1, learner("Ölmez")),
        Change::Remove(RecordKind::ExamComponent, 1),
    ]);
    let applied = apply(&mut store, &change).unwrap();
    assert_eq!(applied.subject, Subject { kind: RecordKind::Learner, id: 0 }, "several learners");
    assert_eq!(applied.records.len(), 4);
    assert_eq!(journal_lines(&store), lines + 1);
    store.undo(&stamp()).unwrap();
    assert_eq!(rows(&store), before);
}

#[test]
fn strange_texts_come_back_from_undo_and_redo_to_the_letter() {
    let mut store = Store::in_memory().unwrap();
    for text in [
        "'; DROP TABLE learner; --",
        "\"geciteerd\" \\ en \\u0041 \\n",
        "{\"before\": null, \"x\": [1, 2]}",
        "🎓 नमस्\u{200D}ते Ÿ ſ ﬀ İ \u{10FFFF}",
        "0012",
        "1e5",
        "null",
        "regel één\nregel twee",
    ] {
        let record = with(learner("Öztürk"), "notitie", text);
        let id = add(&mut store, record.clone());
        let full = rows(&store);
        store.undo(&stamp()).unwrap();
        assert!(!is_live(&store, RecordKind::Learner, id));
        store.redo(&stamp()).unwrap();
        assert_eq!(rows(&store), full, "{text}");
        assert_eq!(store.record(RecordKind::Learner, id).unwrap(), record);
    }
}

#[test]
fn a_verklaring_is_not_made_from_facts_that_cannot_all_be_read() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("dossier.praktijk");
    let (mut store, _) = Store::create(&path, None).unwrap();
    fill(&mut store);
    assert!(store.concept(Id::new(1), None, None).unwrap().components.len() == 1);
    drop(store);
    super::files::raw(&path, "UPDATE exam_component SET code = 'W2'");
    let store = Store::open(&path, None).unwrap();
    let error = store.concept(Id::new(1), None, None).unwrap_err();
    assert!(
        matches!(
            error,
            StoreError::BadRow { kind: RecordKind::ExamComponent, id: 1, field: "code" }
        ),
        "{error:?}"
    );
}
