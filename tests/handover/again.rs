//! Who came before comes again: the same, or changed field by field; who only looks like someone is for a person to say.

use expect_test::expect;
use praktijkdossier::changes::Change;
use praktijkdossier::domain::{Id, Learner, Leerbedrijf, RecordKind, Traineeship};
use praktijkdossier::handover::{Choice, Likeness, Relation};
use praktijkdossier::store::Store;

use super::both::{filled, said, sent, set, take};
use crate::builders::{rows, whole};
use crate::dossier::stamp;

const LEARNER: Id<Learner> = Id::new(1);

/// Two dossiers of which the second took in the learner of the first.
fn both() -> (Store, Store) {
    let mut from = filled();
    let mut to = Store::in_memory().unwrap();
    take(&sent(&mut from, &[LEARNER]), &mut to, Choice::New);
    (from, to)
}

#[test]
fn who_came_before_and_did_not_change_is_the_same() {
    let (mut from, to) = both();
    let arrivals = sent(&mut from, &[LEARNER]).look(&to).unwrap();
    assert!(arrivals[0].is_same(), "{}", said(&arrivals[0]));
    let change = sent(&mut from, &[LEARNER]).change(&to, &[(&arrivals[0], Choice::Known)]).unwrap();
    let mut after = to;
    let before = rows(&after);
    if let Some(change) = change {
        after.apply(&change, &stamp()).unwrap();
    }
    assert_eq!(rows(&after), before);
}

#[test]
fn what_changed_is_said_field_by_field_and_done_so() {
    let (mut from, mut to) = both();
    set(&mut from, RecordKind::Learner, 1, "geslachtsnaam", "Demir");
    set(&mut from, RecordKind::Traineeship, 1, "uren-gerealiseerd", "640");
    set(&mut from, RecordKind::ExamComponent, 1, "resultaat", "8");
    // Emptied there: that empties nothing here.
    set(&mut from, RecordKind::Learner, 1, "telefoon", "");
    let mut other = whole(RecordKind::Voortgangstoets);
    other.set("titel", "Tweede toets").unwrap().unwrap();
    from.apply(&Change::Add(other), &stamp()).unwrap();
    // Only here: it stays.
    let mut own = whole(RecordKind::Voortgangstoets);
    own.set("titel", "Toets van hier").unwrap().unwrap();
    to.apply(&Change::Add(own), &stamp()).unwrap();

    let incoming = sent(&mut from, &[LEARNER]);
    let arrivals = incoming.look(&to).unwrap();
    expect![[r#"
        Known(#1)
        as known, 1 stay, Some("Fatma van der Berg-Łukasz")
          Learner ""
            geslachtsnaam: "Öztürk" -> "Demir"
          Traineeship "Bakkerij De Korenaar"
            uren-gerealiseerd: "612" -> "640"
          ExamComponent "Maakt de werkplek schoon"
            resultaat: "7,5" -> "8"
          Voortgangstoets "Tweede toets"
    "#]]
    .assert_eq(&said(&arrivals[0]));
    take(&incoming, &mut to, Choice::Known);
    let learner = to.learner(LEARNER).unwrap().value;
    assert_eq!(learner.geslachtsnaam.unwrap().as_str(), "Demir");
    assert!(learner.phone.is_some());
    assert!(sent(&mut from, &[LEARNER]).look(&to).unwrap()[0].is_same());
    to.undo(&stamp()).unwrap();
    assert_eq!(to.learner(LEARNER).unwrap().value.geslachtsnaam.unwrap().as_str(), "Öztürk");
}

#[test]
fn who_only_looks_like_someone_is_asked_about() {
    let (mut from, mut to) = (filled(), filled());
    let incoming = sent(&mut from, &[LEARNER]);
    let arrivals = incoming.look(&to).unwrap();
    assert_eq!(arrivals[0].relation, Relation::Alike(LEARNER, Likeness::NameAndBirth));
    assert_eq!(arrivals[0].as_known.as_ref().unwrap().differences, []);
    take(&incoming, &mut to, Choice::New);
    assert_eq!(to.all::<Learner>().unwrap().len(), 2);
    to.undo(&stamp()).unwrap();

    set(&mut from, RecordKind::Learner, 1, "geboortedatum", "2007-01-01");
    let arrivals = sent(&mut from, &[LEARNER]).look(&to).unwrap();
    assert_eq!(arrivals[0].relation, Relation::Alike(LEARNER, Likeness::Number));
    // Once it was said that the two are one, that is known.
    take(&sent(&mut from, &[LEARNER]), &mut to, Choice::Known);
    let arrivals = sent(&mut from, &[LEARNER]).look(&to).unwrap();
    assert_eq!(arrivals[0].relation, Relation::Known(LEARNER));
    assert!(arrivals[0].is_same(), "{}", said(&arrivals[0]));
}

#[test]
fn who_was_put_aside_here_comes_as_new_and_that_is_said() {
    let (mut from, mut to) = both();
    to.apply(&Change::Remove(RecordKind::Learner, 1), &stamp()).unwrap();
    let incoming = sent(&mut from, &[LEARNER]);
    assert_eq!(incoming.look(&to).unwrap()[0].relation, Relation::PutAside);
    take(&incoming, &mut to, Choice::New);
    assert_eq!(to.all::<Learner>().unwrap().len(), 1);
    assert_eq!(
        sent(&mut from, &[LEARNER]).look(&to).unwrap()[0].relation,
        Relation::Known(Id::new(2))
    );
}

#[test]
fn taken_back_and_taken_in_again_goes() {
    let (mut from, mut to) = both();
    to.undo(&stamp()).unwrap();
    let incoming = sent(&mut from, &[LEARNER]);
    take(&incoming, &mut to, Choice::New);
    assert_eq!(to.all::<Learner>().unwrap().len(), 1);
    assert!(sent(&mut from, &[LEARNER]).look(&to).unwrap()[0].is_same());
}

/// The leerbedrijven of a dossier in which there was one already, after a learner of another came.
fn companies_after(change: impl Fn(&mut Store)) -> usize {
    let mut from = filled();
    let mut to = Store::in_memory().unwrap();
    crate::builders::apply(&mut to, &crate::builders::keep_picture(crate::builders::LOGO)).unwrap();
    to.apply(&Change::Add(whole(RecordKind::Leerbedrijf)), &stamp()).unwrap();
    change(&mut to);
    take(&sent(&mut from, &[LEARNER]), &mut to, Choice::New);
    let all = to.all::<Leerbedrijf>().unwrap();
    let at = to.all::<Traineeship>().unwrap()[0].value.leerbedrijf;
    assert_eq!(at == Id::new(1), all.len() == 1);
    all.len()
}

#[test]
fn a_leerbedrijf_that_is_here_is_used_as_it_is() {
    let set = |key: &'static str, typed: &'static str| {
        move |to: &mut Store| set(to, RecordKind::Leerbedrijf, 1, key, typed)
    };
    assert_eq!(companies_after(|_| {}), 1);
    // By its number, whatever its name became.
    assert_eq!(companies_after(set("naam", "De Korenaar BV")), 1);
    // By KvK-nummer and place, then by name and place.
    assert_eq!(
        companies_after(|to| {
            set("leerbedrijf-id", "")(to);
            set("naam", "De Korenaar BV")(to);
        }),
        1
    );
    assert_eq!(
        companies_after(|to| {
            set("leerbedrijf-id", "")(to);
            set("kvk", "")(to);
        }),
        1
    );
    // Another number of SBB is another, and so is another place of the same company.
    assert_eq!(companies_after(set("leerbedrijf-id", "100077737")), 2);
    assert_eq!(
        companies_after(|to| {
            set("leerbedrijf-id", "")(to);
            set("vestigingsplaats", "Zonderdam")(to);
        }),
        2
    );
}
