//! Undo and redo: they walk the trail, leave it whole, and outlive the program.

use praktijkdossier::changes::{Change, Purpose};
use praktijkdossier::domain::{RecordKind, Subject};
use praktijkdossier::store::{Store, StoreError, UndoState};

use super::builders::{
    add, apply, everything, fill, journal_lines, learner, names, rows, stamp, together, whole, with,
};
use super::files::raw;

fn verbs(store: &Store) -> Vec<String> {
    store.history(100).unwrap().into_iter().rev().map(|line| line.verb).collect()
}

fn state(store: &Store) -> (bool, bool) {
    let UndoState { can_undo, can_redo } = store.undo_state().unwrap();
    (can_undo, can_redo)
}

#[test]
fn undo_and_redo_walk_the_trail_and_leave_it_whole() {
    let mut store = Store::in_memory().unwrap();
    assert_eq!(state(&store), (false, false));
    let id = add(&mut store, learner("Yıldız"));
    apply(&mut store, &Change::Edit(id, learner("Öztürk"))).unwrap();
    apply(&mut store, &Change::Remove(RecordKind::Learner, id)).unwrap();
    assert_eq!((names(&store).len(), state(&store)), (0, (true, false)));

    let about = Some(Subject { kind: RecordKind::Learner, id });
    assert_eq!(store.undo(&stamp()).unwrap(), about);
    assert_eq!((names(&store), state(&store)), (vec!["Öztürk".to_owned()], (true, true)));
    assert_eq!(store.undo(&stamp()).unwrap(), about);
    assert_eq!(names(&store), ["Yıldız"]);
    assert_eq!(store.redo(&stamp()).unwrap(), about);
    assert_eq!(names(&store), ["Öztürk"]);
    assert_eq!(store.undo(&stamp()).unwrap(), about);
    assert_eq!(store.undo(&stamp()).unwrap(), about);
    assert_eq!((names(&store).len(), state(&store)), (0, (false, true)));
    assert_eq!(store.undo(&stamp()).unwrap(), None);

    for _ in 0..3 {
        assert_eq!(store.redo(&stamp()).unwrap(), about);
    }
    assert_eq!((names(&store).len(), state(&store)), (0, (true, false)));
    assert_eq!(store.redo(&stamp()).unwrap(), None);
    let expected = "add edit remove undo undo redo undo undo redo redo redo";
    assert_eq!(verbs(&store).join(" "), expected);
}

#[test]
fn a_new_change_ends_redo() {
    let mut store = Store::in_memory().unwrap();
    add(&mut store, learner("Yıldız"));
    add(&mut store, learner("Öztürk"));
    store.undo(&stamp()).unwrap();
    add(&mut store, learner("Şahin"));
    assert_eq!(state(&store), (true, false));
    assert_eq!(store.redo(&stamp()).unwrap(), None);
    assert_eq!(names(&store), ["Yıldız", "Şahin"]);
    // The way back passes over what was already taken back.
    store.undo(&stamp()).unwrap();
    assert_eq!(names(&store), ["Yıldız"]);
    store.undo(&stamp()).unwrap();
    assert_eq!((names(&store).len(), state(&store)), (0, (false, true)));
    store.redo(&stamp()).unwrap();
    store.redo(&stamp()).unwrap();
    assert_eq!(
        (names(&store), state(&store)),
        (vec!["Yıldız".into(), "Şahin".into()], (true, false))
    );
}

#[test]
fn a_change_that_fails_or_changes_nothing_does_not_end_redo() {
    let mut store = Store::in_memory().unwrap();
    add(&mut store, learner("Yıldız"));
    apply(&mut store, &Change::Edit(1, learner("Öztürk"))).unwrap();
    store.undo(&stamp()).unwrap();
    apply(&mut store, &Change::Edit(1, learner("Yıldız"))).unwrap();
    apply(&mut store, &Change::Remove(RecordKind::Learner, 9)).unwrap_err();
    store.redo(&stamp()).unwrap();
    assert_eq!(names(&store), ["Öztürk"]);
}

#[test]
fn undo_and_redo_with_nothing_to_do_write_nothing() {
    let mut store = Store::in_memory().unwrap();
    add(&mut store, learner("Yıldız"));
    let before = everything(&store);
    assert_eq!(store.redo(&stamp()).unwrap(), None);
    assert_eq!(everything(&store), before);
    let mut empty = Store::in_memory().unwrap();
    assert_eq!(empty.undo(&stamp()).unwrap(), None);
    assert_eq!(everything(&empty), "");
}

#[test]
fn undo_and_redo_outlive_the_program() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("dossier.praktijk");
    let (mut store, _) = Store::create(&path, None).unwrap();
    fill(&mut store);
    apply(&mut store, &Change::Remove(RecordKind::Learner, 1)).unwrap();
    let full = rows(&store);
    drop(store);

    let mut store = Store::open(&path, None).unwrap();
    assert_eq!(rows(&store), full);
    let mut steps = 0;
    while store.undo(&stamp()).unwrap().is_some() {
        steps += 1;
    }
    assert_eq!((steps, rows(&store).as_str()), (RecordKind::ALL.len() + 1, ""));
    drop(store);

    let mut store = Store::open(&path, None).unwrap();
    while store.redo(&stamp()).unwrap().is_some() {
        steps -= 1;
    }
    assert_eq!(steps, 0);
    assert_eq!(rows(&store), full);
}

#[test]
fn undo_refuses_a_row_that_was_changed_behind_its_back() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("dossier.praktijk");
    let (mut store, _) = Store::create(&path, None).unwrap();
    add(&mut store, learner("Yıldız"));
    let change = together(vec![
        Change::Edit(1, learner("Öztürk")),
        Change::Add(with(learner("Şahin"), "groep", "3a")),
    ]);
    apply(&mut store, &change).unwrap();
    drop(store);
    raw(&path, "UPDATE learner SET roepnaam = 'Zoë' WHERE id = 1");

    let mut store = Store::open(&path, None).unwrap();
    let before = everything(&store);
    assert!(matches!(store.undo(&stamp()), Err(StoreError::UndoBlocked)));
    assert_eq!(everything(&store), before, "also the second learner is still there");
}

#[test]
fn undo_stops_at_a_migration() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("dossier.praktijk");
    let (mut store, _) = Store::create(&path, None).unwrap();
    add(&mut store, learner("Yıldız"));
    add(&mut store, learner("Öztürk"));
    store.undo(&stamp()).unwrap();
    drop(store);
    // As if both lines came from a version before this one.
    raw(&path, "UPDATE journal SET schema_version = schema_version - 1");

    let mut store = Store::open(&path, None).unwrap();
    assert_eq!(state(&store), (false, false));
    add(&mut store, learner("Şahin"));
    store.undo(&stamp()).unwrap();
    assert_eq!(store.undo(&stamp()).unwrap(), None);
    assert_eq!(names(&store), ["Yıldız"]);
}

#[test]
fn undo_stops_at_the_example() {
    let mut store = Store::in_memory().unwrap();
    add(&mut store, learner("Yıldız"));
    let example = Change::Together(Purpose::Example, vec![Change::Add(learner("Öztürk"))]);
    apply(&mut store, &example).unwrap();
    assert_eq!(state(&store), (false, false));
    add(&mut store, learner("Şahin"));
    assert!(store.undo(&stamp()).unwrap().is_some());
    assert_eq!(
        store.undo(&stamp()).unwrap(),
        None,
        "nor is what came before it taken back past it"
    );
    assert_eq!(names(&store), ["Yıldız", "Öztürk"]);
    assert!(store.redo(&stamp()).unwrap().is_some());
}

#[test]
fn a_long_trail_is_walked_to_its_beginning() {
    let mut store = Store::in_memory().unwrap();
    for n in 0..200 {
        add(&mut store, with(whole(RecordKind::OwnEntry), "titel", &format!("Werkproces {n}")));
    }
    for _ in 0..200 {
        assert!(store.undo(&stamp()).unwrap().is_some());
    }
    assert_eq!(rows(&store), "");
    assert_eq!(journal_lines(&store), 400);
}
