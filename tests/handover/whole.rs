//! All of a learner comes, with the bytes of what was issued, and nothing of anyone else.

use praktijkdossier::domain::{
    DocumentKind, Evidence, ExamComponent, Id, Learner, Leerbedrijf, Praktijkopleider, Stored,
    Traineeship, Voortgangstoets,
};
use praktijkdossier::handover::{Choice, Relation};
use praktijkdossier::issuing;
use praktijkdossier::store::Store;

use super::both::{filled, sent, take};
use crate::builders::{everything, rows};
use crate::dossier::{add_logos, day, example, place, ready, stamp};

/// The facts of a record, those that point at other records left out.
fn facts<R: praktijkdossier::domain::Record>(all: Vec<Stored<R>>) -> Vec<String> {
    use praktijkdossier::domain::{Field as _, Input};
    let mut out: Vec<String> = all
        .into_iter()
        .map(|stored| {
            let fields = R::Field::ALL.iter().filter(|f| !matches!(f.input(), Input::Ref(_)));
            let texts = fields.map(|f| format!("{}={}", f.key(), stored.value.value(*f).stored()));
            texts.collect::<Vec<_>>().join("|")
        })
        .collect();
    out.sort();
    out
}

fn all_facts(store: &Store) -> Vec<Vec<String>> {
    let bare = |mut stored: Stored<Leerbedrijf>| {
        stored.value.note = None;
        stored
    };
    vec![
        facts(store.all::<Learner>().unwrap()),
        facts(store.all::<Leerbedrijf>().unwrap().into_iter().map(bare).collect()),
        facts(store.all::<Praktijkopleider>().unwrap()),
        facts(store.all::<Traineeship>().unwrap()),
        facts(store.all::<ExamComponent>().unwrap()),
        facts(store.all::<Evidence>().unwrap()),
        facts(store.all::<Voortgangstoets>().unwrap()),
    ]
}

/// With one document issued, the first that is ready.
fn issued(store: &mut Store) -> (Id<Learner>, Vec<u8>) {
    let wanted = ready(store, DocumentKind::Praktijkverklaring)[0];
    issuing::issue(store, wanted, place(), day(), &stamp()).unwrap();
    let line = store.register().unwrap().remove(0);
    (line.learner, store.issued_pdf(line.number).unwrap())
}

#[test]
fn a_record_of_every_kind_comes_whole_and_goes_by_one_undo() {
    let mut from = filled();
    let mut to = Store::in_memory().unwrap();
    let incoming = sent(&mut from, &[Id::new(1)]);
    let before = rows(&to);
    take(&incoming, &mut to, Choice::New);
    assert_eq!(all_facts(&to), all_facts(&from));
    assert_eq!(to.history(10).unwrap()[0].verb, "take-in");
    to.undo(&stamp()).unwrap();
    assert_eq!(rows(&to), before);
    to.redo(&stamp()).unwrap();
    assert_eq!(all_facts(&to), all_facts(&from));
}

#[test]
fn every_learner_of_the_example_comes_with_logos() {
    let mut from = example(30);
    add_logos(&mut from);
    let learners: Vec<Id<Learner>> =
        from.all::<Learner>().unwrap().into_iter().map(|learner| learner.id).collect();
    let mut to = Store::in_memory().unwrap();
    take(&sent(&mut from, &learners), &mut to, Choice::New);
    let (theirs, ours) = (all_facts(&from), all_facts(&to));
    // Leerbedrijven without anyone of these, and who works there, stay behind.
    for (n, (theirs, ours)) in theirs.iter().zip(&ours).enumerate() {
        if n == 1 || n == 2 {
            assert!(ours.iter().all(|own| theirs.contains(own)), "{n}");
        } else {
            assert_eq!(ours, theirs, "{n}");
        }
    }
}

#[test]
fn an_issued_document_comes_with_its_bytes_and_not_into_the_register() {
    let mut from = example(30);
    let (learner, pdf) = issued(&mut from);
    let mut to = Store::in_memory().unwrap();
    take(&sent(&mut from, &[learner]), &mut to, Choice::New);
    let here = to.all::<Learner>().unwrap().remove(0).id;
    let received = to.received_of(here).unwrap();
    let [Stored { value: document, .. }] = received.as_slice() else { panic!("{received:?}") };
    assert_eq!(document.number.as_str(), "PV-2026-0001");
    assert_eq!(document.school, from.school().unwrap().naam);
    assert_eq!(to.received_pdf(&document.file).unwrap(), pdf);
    assert!(to.register().unwrap().is_empty());
    // Our own numbers begin at the beginning.
    let next = to.next_number(DocumentKind::Praktijkverklaring, 2026).unwrap().unwrap();
    assert_eq!(next.to_string(), "PV-2026-0001");
}

#[test]
fn a_document_that_comes_home_is_not_received() {
    let mut from = example(30);
    let (learner, _) = issued(&mut from);
    let mut to = Store::in_memory().unwrap();
    take(&sent(&mut from, &[learner]), &mut to, Choice::New);
    let there = to.all::<Learner>().unwrap().remove(0).id;
    let back = sent(&mut to, &[there]);
    let arrivals = back.look(&from).unwrap();
    assert_eq!(arrivals[0].relation, Relation::Known(learner));
    assert!(arrivals[0].is_same(), "{:?}", arrivals[0]);
}

#[test]
fn a_third_school_gets_what_the_first_one_issued() {
    let mut first = example(30);
    let (learner, pdf) = issued(&mut first);
    let mut second = Store::in_memory().unwrap();
    take(&sent(&mut first, &[learner]), &mut second, Choice::New);
    let there = second.all::<Learner>().unwrap().remove(0).id;
    let mut third = Store::in_memory().unwrap();
    take(&sent(&mut second, &[there]), &mut third, Choice::New);
    let here = third.all::<Learner>().unwrap().remove(0).id;
    let document = third.received_of(here).unwrap().remove(0).value;
    assert_eq!(third.received_pdf(&document.file).unwrap(), pdf);
    assert_eq!(document.school, first.school().unwrap().naam);
}

#[test]
fn nothing_of_anyone_else_goes_along() {
    let mut from = example(30);
    let (learner, _) = issued(&mut from);
    let others: Vec<String> = from
        .all::<Learner>()
        .unwrap()
        .into_iter()
        .filter(|other| other.id != learner)
        .filter_map(|other| other.value.geslachtsnaam.map(|name| name.as_str().to_owned()))
        .collect();
    let own = from.learner(learner).unwrap().value.geslachtsnaam.unwrap();
    let held = everything(&from.excerpt(&[learner]).unwrap());
    assert!(held.contains(own.as_str()));
    for other in others.iter().filter(|other| other.as_str() != own.as_str()) {
        assert!(!held.contains(&format!("'{other}'")), "{other}");
    }
    assert!(!held.contains("INSERT INTO journal"));
}
