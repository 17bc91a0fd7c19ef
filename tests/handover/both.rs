//! Two dossiers, and the way from one to the other.

use std::ops::ControlFlow;
use std::path::PathBuf;

use praktijkdossier::changes::Change;
use praktijkdossier::domain::{AnyRecord, Id, Learner, RecordKind};
use praktijkdossier::handover::{Arrival, Choice, Incoming, Outgoing};
use praktijkdossier::store::{Password, Store};
use tempfile::TempDir;

use crate::dossier::{add_logos, stamp};

pub(crate) fn password() -> Password {
    Password::new("een lange zin met een geit".to_owned())
}

/// One record of every kind, with logos that are pictures.
pub(crate) fn filled() -> Store {
    let mut store = crate::builders::filled();
    add_logos(&mut store);
    store
}

/// The file in which these learners leave.
pub(crate) fn given(from: &mut Store, learners: &[Id<Learner>]) -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("overdracht");
    let outgoing = Outgoing::of(from, learners).unwrap();
    let now = "2026-03-02T09:00:00Z".parse().unwrap();
    outgoing.write(&path, &password(), now, &mut |_| ControlFlow::Continue(())).unwrap();
    (dir, path)
}

pub(crate) fn sent(from: &mut Store, learners: &[Id<Learner>]) -> Incoming {
    let (_dir, path) = given(from, learners);
    Incoming::open(&path, &password(), &mut |_| ControlFlow::Continue(())).unwrap()
}

/// Takes in everyone in this way.
pub(crate) fn take(incoming: &Incoming, to: &mut Store, choice: Choice) {
    let arrivals = incoming.look(to).unwrap();
    let chosen: Vec<(&Arrival, Choice)> = arrivals.iter().map(|one| (one, choice)).collect();
    let change = incoming.change(to, &chosen).unwrap().unwrap();
    to.apply(&change, &stamp()).unwrap();
}

/// What differs, in words for a golden text.
pub(crate) fn said(arrival: &Arrival) -> String {
    let mut out = format!("{:?}\n", arrival.relation);
    for (way, brought) in [("new", &arrival.as_new), ("known", &arrival.as_known)] {
        let Some(brought) = brought else { continue };
        out.push_str(&format!(
            "as {way}, {} stay, {:?}\n",
            brought.stays, brought.begeleider_there
        ));
        for difference in &brought.differences {
            out.push_str(&format!("  {:?} {:?}\n", difference.kind, difference.name));
            for field in difference.fields.iter().flatten() {
                out.push_str(&format!(
                    "    {}: {:?} -> {:?}\n",
                    field.key, field.before, field.after
                ));
            }
        }
    }
    out
}

/// Puts another text in one field.
pub(crate) fn set(store: &mut Store, kind: RecordKind, id: i64, key: &str, typed: &str) {
    let mut record: AnyRecord = store.record(kind, id).unwrap();
    record.set(key, typed).unwrap().unwrap();
    store.apply(&Change::Edit(id, record), &stamp()).unwrap();
}
