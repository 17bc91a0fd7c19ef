//! What was put aside is listed, and comes back whole.

use praktijkdossier::changes::Change;
use praktijkdossier::domain::{RecordKind, Subject};
use praktijkdossier::store::{Removed, Store, StoreError};

use super::builders::{add, apply, filled, is_live, learner, refused, rows, stamp, whole, with};

fn remove(store: &mut Store, kind: RecordKind, id: i64) {
    apply(store, &Change::Remove(kind, id)).unwrap();
}

fn restore(store: &mut Store, kind: RecordKind, id: i64) -> Vec<Subject> {
    apply(store, &Change::Restore(kind, id)).unwrap().records
}

fn listed(store: &Store) -> Vec<(RecordKind, i64, usize)> {
    let line = |r: Removed| (r.subject.kind, r.subject.id, r.along);
    store.trash().unwrap().into_iter().map(line).collect()
}

#[test]
fn what_went_together_is_one_line_and_comes_back_as_one() {
    let mut store = filled();
    let before = rows(&store);
    remove(&mut store, RecordKind::Learner, 1);
    assert_eq!(listed(&store), [(RecordKind::Learner, 1, 5)]);
    let line = store.trash().unwrap().remove(0);
    assert_eq!((line.at, line.who.as_str()), (stamp().at, "praktijkbureau"));
    assert_eq!(line.learner.map(|id| id.raw()), Some(1));

    let back = restore(&mut store, RecordKind::Learner, 1);
    assert_eq!(back.len(), 6, "{back:?}");
    assert_eq!(back.first().unwrap().kind, RecordKind::Learner);
    assert_eq!(rows(&store), before);
    assert_eq!(listed(&store), []);
}

#[test]
fn bringing_back_is_a_change_like_any_other() {
    let mut store = filled();
    remove(&mut store, RecordKind::Learner, 1);
    let aside = rows(&store);
    restore(&mut store, RecordKind::Learner, 1);
    assert_eq!(store.history(1).unwrap().remove(0).verb, "restore");
    store.undo(&stamp()).unwrap();
    assert_eq!(rows(&store), aside);
    store.redo(&stamp()).unwrap();
    assert!(is_live(&store, RecordKind::Evidence, 1));
}

/// The stamps are all alike: it is the line of the journal that tells what went together.
#[test]
fn what_was_removed_before_stays_where_it_is() {
    let mut store = filled();
    remove(&mut store, RecordKind::Evidence, 1);
    remove(&mut store, RecordKind::Learner, 1);
    assert_eq!(listed(&store), [(RecordKind::Learner, 1, 4), (RecordKind::Evidence, 1, 0)]);
    restore(&mut store, RecordKind::Learner, 1);
    assert!(is_live(&store, RecordKind::ExamComponent, 1));
    assert!(!is_live(&store, RecordKind::Evidence, 1));
    assert_eq!(listed(&store), [(RecordKind::Evidence, 1, 0)]);
}

#[test]
fn what_it_leans_on_comes_along() {
    let mut store = filled();
    remove(&mut store, RecordKind::Evidence, 1);
    remove(&mut store, RecordKind::Traineeship, 1);
    remove(&mut store, RecordKind::Leerbedrijf, 1);
    remove(&mut store, RecordKind::Learner, 1);
    remove(&mut store, RecordKind::Praktijkbegeleider, 1);
    let back = restore(&mut store, RecordKind::Evidence, 1);
    for kind in [
        RecordKind::Evidence,
        RecordKind::ExamComponent,
        RecordKind::Traineeship,
        RecordKind::Leerbedrijf,
        RecordKind::Praktijkopleider,
        RecordKind::Erkenning,
        RecordKind::Learner,
        RecordKind::Voortgangstoets,
        RecordKind::Praktijkbegeleider,
    ] {
        assert!(is_live(&store, kind, 1), "{kind:?}");
        assert!(back.contains(&Subject { kind, id: 1 }), "{kind:?}");
    }
    assert_eq!(listed(&store), []);
}

#[test]
fn the_rules_hold_for_what_comes_back() {
    let mut store = filled();
    let other = add(&mut store, whole(RecordKind::Leerbedrijf));
    remove(&mut store, RecordKind::Traineeship, 1);
    let moved = with(whole(RecordKind::Praktijkopleider), "leerbedrijf", &other.to_string());
    apply(&mut store, &Change::Edit(1, moved)).unwrap();
    let back = Change::Restore(RecordKind::Traineeship, 1);
    assert!(matches!(
        refused(&mut store, &back),
        StoreError::Reference { kind: RecordKind::Praktijkopleider }
    ));
}

#[test]
fn only_what_was_put_aside_comes_back() {
    let mut store = filled();
    for id in [1, 99] {
        let back = Change::Restore(RecordKind::Learner, id);
        assert!(matches!(refused(&mut store, &back), StoreError::Gone { .. }), "{id}");
    }
    let id = add(&mut store, learner("Vries"));
    store.undo(&stamp()).unwrap();
    let back = Change::Restore(RecordKind::Learner, id);
    assert!(matches!(refused(&mut store, &back), StoreError::Gone { .. }), "gone by undo");
}
