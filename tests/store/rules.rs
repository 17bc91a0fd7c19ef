//! What must hold between records, and what goes along when one is removed.

use praktijkdossier::changes::Change;
use praktijkdossier::domain::{Evidence, ExamComponent, RecordKind, Traineeship};
use praktijkdossier::store::{Store, StoreError};

use super::builders::{
    add, apply, bare, filled, is_live, learner, points_at, refused, rows, stamp, whole, with,
};

#[test]
fn a_record_that_points_at_nothing_is_refused() {
    let mut store = filled();
    let mut tried = 0;
    for kind in RecordKind::ALL {
        for (key, to) in points_at(*kind) {
            let loose = with(whole(*kind), key, "77");
            for change in [Change::Add(loose.clone()), Change::Edit(1, loose)] {
                let error = refused(&mut store, &change);
                assert!(
                    matches!(error, StoreError::Reference { kind } if kind == to),
                    "{key}: {error:?}"
                );
                tried += 1;
            }
        }
    }
    assert!(tried >= 20, "every field that points at a record was tried: {tried}");
}

#[test]
fn a_record_that_points_at_what_was_put_aside_is_refused() {
    let mut store = Store::in_memory().unwrap();
    let id = add(&mut store, bare(RecordKind::Praktijkbegeleider));
    apply(&mut store, &Change::Remove(RecordKind::Praktijkbegeleider, id)).unwrap();
    let change = Change::Add(with(learner("Öztürk"), "begeleider", "1"));
    let error = refused(&mut store, &change);
    assert!(matches!(error, StoreError::Reference { kind: RecordKind::Praktijkbegeleider }));
}

#[test]
fn a_record_that_points_at_a_picture_that_is_not_kept_is_refused() {
    let mut store = filled();
    let unknown = "0".repeat(64);
    for (kind, key) in [
        (RecordKind::School, "logo"),
        (RecordKind::Leerbedrijf, "logo"),
        (RecordKind::Leerbedrijf, "branchelogo"),
    ] {
        let record = with(whole(kind), key, &unknown);
        for change in [Change::Add(record.clone()), Change::Edit(1, record)] {
            assert!(matches!(refused(&mut store, &change), StoreError::NoPicture), "{key}");
        }
    }
}

#[test]
fn removing_a_learner_puts_aside_all_that_hangs_on_it_and_undo_brings_it_back() {
    let mut store = filled();
    let other = add(&mut store, learner("Yıldız"));
    let theirs = add(&mut store, with(whole(RecordKind::Traineeship), "leerling", "2"));
    // A component that hangs on the learner without a traineeship.
    let free = add(&mut store, with(whole(RecordKind::ExamComponent), "stage", ""));
    let before = rows(&store);
    apply(&mut store, &Change::Remove(RecordKind::Learner, 1)).unwrap();
    for (kind, id) in [
        (RecordKind::Learner, 1),
        (RecordKind::Traineeship, 1),
        (RecordKind::ExamComponent, 1),
        (RecordKind::ExamComponent, free),
        (RecordKind::Evidence, 1),
    ] {
        assert!(!is_live(&store, kind, id), "{kind:?} {id}");
    }
    assert!(is_live(&store, RecordKind::Learner, other));
    assert!(is_live(&store, RecordKind::Traineeship, theirs));
    assert!(is_live(&store, RecordKind::Leerbedrijf, 1));
    assert_eq!(store.all::<Traineeship>().unwrap().len(), 1);
    assert_eq!(store.all::<ExamComponent>().unwrap().len(), 0);
    assert_eq!(store.all::<Evidence>().unwrap().len(), 0);

    store.undo(&stamp()).unwrap();
    assert_eq!(rows(&store), before);
}

#[test]
fn removing_a_leerbedrijf_takes_its_people_and_erkenningen_along() {
    let mut store = filled();
    apply(&mut store, &Change::Remove(RecordKind::Learner, 1)).unwrap();
    let before = rows(&store);
    apply(&mut store, &Change::Remove(RecordKind::Leerbedrijf, 1)).unwrap();
    for kind in [RecordKind::Leerbedrijf, RecordKind::Praktijkopleider, RecordKind::Erkenning] {
        assert!(!is_live(&store, kind, 1), "{kind:?}");
    }
    store.undo(&stamp()).unwrap();
    assert_eq!(rows(&store), before);
}

#[test]
fn removing_what_is_in_use_is_refused() {
    let mut store = filled();
    for kind in [
        RecordKind::School,
        RecordKind::Praktijkbegeleider,
        RecordKind::Leerbedrijf,
        RecordKind::Praktijkopleider,
    ] {
        let error = refused(&mut store, &Change::Remove(kind, 1));
        assert!(matches!(error, StoreError::InUse), "{kind:?}: {error:?}");
    }
    // The one who established a werkproces is in use too, also when another signs.
    let other = add(&mut store, whole(RecordKind::Praktijkopleider));
    let other = other.to_string();
    let component = with(whole(RecordKind::ExamComponent), "vastgesteld-door", &other);
    apply(&mut store, &Change::Edit(1, component)).unwrap();
    let error = refused(&mut store, &Change::Remove(RecordKind::Praktijkopleider, 2));
    assert!(matches!(error, StoreError::InUse));
}

#[test]
fn a_praktijkopleider_signs_for_the_own_leerbedrijf_only() {
    let mut store = filled();
    add(&mut store, bare(RecordKind::Leerbedrijf));
    let elsewhere = with(bare(RecordKind::Praktijkopleider), "leerbedrijf", "2");
    add(&mut store, elsewhere.clone());
    let mixed = with(whole(RecordKind::Traineeship), "praktijkopleider", "2");
    for change in [Change::Add(mixed.clone()), Change::Edit(1, mixed)] {
        let error = refused(&mut store, &change);
        assert!(matches!(error, StoreError::Reference { kind: RecordKind::Praktijkopleider }));
    }
    // Nor does the praktijkopleider of a traineeship move away from it.
    let error = refused(&mut store, &Change::Edit(1, elsewhere));
    assert!(matches!(error, StoreError::InUse), "{error:?}");
    // Who is in no traineeship may move.
    let back = with(bare(RecordKind::Praktijkopleider), "leerbedrijf", "1");
    apply(&mut store, &Change::Edit(2, back)).unwrap();
}

#[test]
fn a_component_belongs_to_the_learner_of_its_traineeship() {
    let mut store = filled();
    add(&mut store, learner("Yıldız"));
    let mixed = with(whole(RecordKind::ExamComponent), "leerling", "2");
    for change in [Change::Add(mixed.clone()), Change::Edit(1, mixed)] {
        let error = refused(&mut store, &change);
        assert!(matches!(error, StoreError::Reference { kind: RecordKind::Traineeship }));
    }
    // Nor does a traineeship with components pass to another learner.
    let passed = with(whole(RecordKind::Traineeship), "leerling", "2");
    let error = refused(&mut store, &Change::Edit(1, passed.clone()));
    assert!(matches!(error, StoreError::InUse), "{error:?}");
    // Without them it may.
    apply(&mut store, &Change::Remove(RecordKind::ExamComponent, 1)).unwrap();
    apply(&mut store, &Change::Edit(1, passed)).unwrap();
}

#[test]
fn a_werkproces_is_established_by_someone_of_the_leerbedrijf_where_it_was_learnt() {
    let mut store = filled();
    add(&mut store, bare(RecordKind::Leerbedrijf));
    let elsewhere = with(bare(RecordKind::Praktijkopleider), "leerbedrijf", "2");
    add(&mut store, elsewhere.clone());
    let strange = with(whole(RecordKind::ExamComponent), "vastgesteld-door", "2");
    for change in [Change::Add(strange.clone()), Change::Edit(1, strange)] {
        let error = refused(&mut store, &change);
        assert!(matches!(error, StoreError::Reference { kind: RecordKind::Praktijkopleider }));
    }
    // Nor may the two part afterwards: by him, or by the traineeship.
    let freed = with(whole(RecordKind::Traineeship), "praktijkopleider", "");
    apply(&mut store, &Change::Edit(1, freed.clone())).unwrap();
    let moved = with(whole(RecordKind::Praktijkopleider), "leerbedrijf", "2");
    for change in [Change::Edit(1, moved), Change::Edit(1, with(freed, "leerbedrijf", "2"))] {
        let error = refused(&mut store, &change);
        assert!(matches!(error, StoreError::InUse), "{error:?}");
    }
}
