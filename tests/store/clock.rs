//! A clock that is wrong, is set back, or goes to another zone changes what is said of when, and nothing else.

use praktijkdossier::changes::Change;
use praktijkdossier::domain::{DocumentKind, Entry as _, RecordKind, ShortText};
use praktijkdossier::store::{HistoryLine, Stamp, Store, UndoState};

use super::builders::{fill, learner, learner_id, names, rows, whole, with};
use super::register::verklaring;

/// What came of a day's work, without the moments.
#[derive(Debug, PartialEq, Eq)]
struct Came {
    verbs: Vec<String>,
    of_learner: Vec<String>,
    names: Vec<String>,
    numbers: Vec<String>,
    withdrawn: Vec<bool>,
    undo: UndoState,
    /// After everything was taken back, and done again.
    taken_back: String,
    again: Vec<String>,
}

fn verbs(lines: Vec<HistoryLine>) -> Vec<String> {
    lines.into_iter().map(|line| line.verb).collect()
}

/// The same work, each thing at the moment that the clock shows then.
fn work(clock: &[&str]) -> Came {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store);
    let mut moments = clock.iter().cycle();
    let mut now =
        || Stamp { at: moments.next().unwrap().parse().unwrap(), who: "fatma".to_owned() };
    store.apply(&Change::Add(learner("Yıldız")), &now()).unwrap();
    store.apply(&Change::Edit(2, with(learner("Yıldız"), "groep", "4b")), &now()).unwrap();
    for _ in 0..2 {
        let next = store.next_number(DocumentKind::Praktijkverklaring, 2026).unwrap().unwrap();
        store.issue(&[verklaring(next)], &now()).unwrap();
        let reason = ShortText::parse("Verkeerde naam").unwrap();
        store.withdraw(next, &reason, &now()).unwrap();
    }
    let next = store.next_number(DocumentKind::Praktijkverklaring, 2026).unwrap().unwrap();
    store.issue(&[verklaring(next)], &now()).unwrap();
    store.apply(&Change::Remove(RecordKind::Learner, 2), &now()).unwrap();
    store.undo(&now()).unwrap();
    store.undo(&now()).unwrap();
    store.redo(&now()).unwrap();
    store.apply(&Change::Edit(1, whole(RecordKind::Learner)), &now()).unwrap();
    store.apply(&Change::Edit(1, learner("Öztürk")), &now()).unwrap();
    let register = store.register().unwrap();
    let came = (
        verbs(store.history(100).unwrap()),
        verbs(store.history_of(learner_id(1), 100).unwrap()),
        names(&store),
        store.undo_state().unwrap(),
    );
    while store.undo(&now()).unwrap().is_some() {}
    let taken_back = rows(&store);
    while store.redo(&now()).unwrap().is_some() {}
    Came {
        verbs: came.0,
        of_learner: came.1,
        names: came.2,
        numbers: register.iter().map(|line| line.number.to_string()).collect(),
        withdrawn: register.iter().map(|line| line.withdrawal.is_some()).collect(),
        undo: came.3,
        taken_back,
        again: names(&store),
    }
}

#[test]
fn order_undo_and_numbers_do_not_lean_on_the_clock() {
    let right = work(&["2026-03-02T08:30:00Z"]);
    assert_eq!(right.numbers, ["PV-2026-0003", "PV-2026-0002", "PV-2026-0001"]);
    assert_eq!((right.names.len(), right.again.len(), right.taken_back.as_str()), (2, 2, ""));
    for clock in [
        // Set back a little at each thing, and by years.
        &["2026-03-02T08:30:03Z", "2026-03-02T08:30:02Z", "2026-03-02T08:30:01Z"][..],
        &["2026-03-02T08:30:00Z", "1970-01-01T00:00:00Z", "2099-12-31T23:59:59Z"],
        // The battery of the clock is empty.
        &["1980-01-01T00:00:00Z"],
        // Asleep for a month in between.
        &["2026-03-02T08:30:00Z", "2026-04-02T08:30:00Z"],
    ] {
        assert_eq!(work(clock), right, "{clock:?}");
    }
}

#[test]
fn a_moment_is_the_same_in_every_zone() {
    // Amsterdam in the hour that comes twice, Los Angeles, Kiritimati.
    for here in
        ["2026-10-25T02:30:00+02:00", "2026-10-24T17:30:00-07:00", "2026-10-25T14:30:00+14:00"]
    {
        let mut store = Store::in_memory().unwrap();
        let stamp = Stamp { at: here.parse().unwrap(), who: "fatma".to_owned() };
        store.apply(&Change::Add(learner("Yıldız")), &stamp).unwrap();
        let at = store.history(1).unwrap().remove(0).at;
        assert_eq!(at.to_string(), "2026-10-25T00:30:00Z", "{here}");
        assert!(store.dump().unwrap().contains("'2026-10-25T00:30:00Z'"), "{here}: as it is kept");
    }
}
