//! The journal, searched.

use praktijkdossier::changes::Change;
use praktijkdossier::domain::RecordKind;
use praktijkdossier::store::{Papers, Stamp, Store, TrailFilter};

use super::builders::{add, apply, filled, learner, learner_id, stamp, whole, with};

fn found(store: &Store, filter: TrailFilter) -> Vec<i64> {
    store.trail(&filter).unwrap()
}

#[test]
fn lines_are_found_by_all_that_is_asked_of_them() {
    let mut store = filled();
    let all = found(&store, TrailFilter::default());
    assert_eq!((all.len(), store.trail_length().unwrap()), (12, 12));
    assert!(all.is_sorted_by(|a, b| a > b), "the newest first");

    let late = Stamp { at: "2026-05-01T10:00:00Z".parse().unwrap(), who: "j.visser".to_owned() };
    let edited = with(whole(RecordKind::Leerbedrijf), "plaats", "100% Zwolle_");
    store.apply(&Change::Edit(1, edited), &late).unwrap();
    add(&mut store, learner("Yıldız"));
    let none = TrailFilter::default;
    for (filter, count) in [
        (TrailFilter { from: Some(late.at), ..none() }, 1),
        (TrailFilter { who: Some("j.visser".to_owned()), ..none() }, 1),
        (TrailFilter { who: Some("niemand".to_owned()), ..none() }, 0),
        (TrailFilter { kind: Some(RecordKind::Leerbedrijf), ..none() }, 2),
        (TrailFilter { learner: Some(learner_id(1)), ..none() }, 5),
        (TrailFilter { words: "ZWOLLE".to_owned(), ..none() }, 1),
        (TrailFilter { words: "100% zwolle_".to_owned(), ..none() }, 1),
        (TrailFilter { words: "%".to_owned(), kind: Some(RecordKind::School), ..none() }, 0),
        // The name of a field is no word of a person.
        (TrailFilter { words: "geslachtsnaam".to_owned(), ..none() }, 0),
        (TrailFilter { words: "yildiz".to_owned(), ..none() }, 0),
        (TrailFilter { words: "yildiz".to_owned(), named: vec![learner_id(2)], ..none() }, 1),
    ] {
        assert_eq!(found(&store, filter.clone()).len(), count, "{filter:?}");
    }
    assert_eq!(store.accounts().unwrap(), ["j.visser", "praktijkbureau"]);
}

#[test]
fn a_line_says_whose_it_is_where_that_is_one() {
    let mut store = filled();
    let last = found(&store, TrailFilter { learner: Some(learner_id(1)), ..Default::default() })[0];
    assert_eq!(store.learner_of_line(last).unwrap(), Some(learner_id(1)));
    assert!(!store.trail_line(last).unwrap().rows.is_empty());
    let school =
        found(&store, TrailFilter { kind: Some(RecordKind::School), ..Default::default() });
    assert_eq!(store.learner_of_line(school[0]).unwrap(), None);
    apply(&mut store, &Change::Remove(RecordKind::Learner, 1)).unwrap();
    let subject = praktijkdossier::domain::Subject { kind: RecordKind::Learner, id: 1 };
    store.forget(&[subject], Papers::Blank, &stamp()).unwrap();
    let words = TrailFilter { words: "Gaziantep".to_owned(), ..Default::default() };
    assert!(found(&store, words).is_empty(), "what was forgotten is not found");
}
