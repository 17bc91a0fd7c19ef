//! Who did what when.

use praktijkdossier::changes::{Change, Purpose};
use praktijkdossier::domain::{RecordKind, Subject};
use praktijkdossier::store::{HistoryLine, Stamp, Store};

use super::builders::{add, apply, filled, learner, learner_id, stamp, whole, with};

fn line(line: &HistoryLine) -> String {
    let rows: Vec<String> = line
        .rows
        .iter()
        .map(|row| {
            let sign = match (row.added, row.removed) {
                (true, false) => "+",
                (false, true) => "-",
                (false, false) => "~",
                (true, true) => "?",
            };
            let fields: Vec<String> =
                row.fields.iter().map(|(key, was, is)| format!("{key}:{was}>{is}")).collect();
            format!("{sign}{:?}{} {}", row.subject.kind, row.subject.id, fields.join(","))
        })
        .collect();
    format!("{} {} {} | {}", line.at, line.who, line.verb, rows.join(" | "))
}

#[test]
fn a_line_says_who_when_what_and_each_field() {
    let mut store = Store::in_memory().unwrap();
    let at = |text: &str, who: &str| Stamp { at: text.parse().unwrap(), who: who.to_owned() };
    let yildiz = Change::Add(with(learner("Yıldız"), "geboortedatum", "00-03-2008"));
    store.apply(&yildiz, &at("2026-03-02T08:30:00Z", "fatma")).unwrap();
    let edit = Change::Edit(1, with(learner("Yıldız"), "groep", "4b"));
    store.apply(&edit, &at("2026-03-02T08:31:00.5Z", "fatma")).unwrap();
    let removal = Change::Remove(RecordKind::Learner, 1);
    store.apply(&removal, &at("2026-03-02T08:32:00Z", "joost")).unwrap();
    store.undo(&at("2026-03-02T08:33:00Z", "fatma")).unwrap();
    store.redo(&at("2026-03-02T08:34:00Z", "fatma")).unwrap();
    let lines: Vec<String> = store.history(10).unwrap().iter().map(line).collect();
    expect_test::expect![[r#"
        2026-03-02T08:34:00Z fatma redo | -Learner1 
        2026-03-02T08:33:00Z fatma undo | +Learner1 
        2026-03-02T08:32:00Z joost remove | -Learner1 
        2026-03-02T08:31:00.5Z fatma edit | ~Learner1 geboortedatum:2008-03-00>,groep:>4b
        2026-03-02T08:30:00Z fatma add | +Learner1 geslachtsnaam:>Yıldız,geboortedatum:>2008-03-00,status:>actief,diploma:>0,bpv-met-uren:>0"#]]
    .assert_eq(&lines.join("\n"));
    let subject = Subject { kind: RecordKind::Learner, id: 1 };
    assert!(store.history(10).unwrap().iter().all(|line| line.subject == Some(subject)));
    assert_eq!(store.history(2).unwrap().len(), 2);
}

#[test]
fn every_field_that_changed_is_in_the_history() {
    let store = filled();
    for line in store.history(100).unwrap() {
        let row = line.rows.first().unwrap();
        assert_eq!(row.fields.len(), row.subject.kind.fields().len(), "{:?}", row.subject);
    }
}

#[test]
fn the_history_of_a_learner_holds_what_is_the_learners_and_nothing_of_others() {
    let mut store = filled();
    add(&mut store, learner("Yıldız"));
    let change = Change::Together(
        Purpose::SetFromJson,
        vec![
            Change::Edit(1, with(whole(RecordKind::Learner), "groep", "4c")),
            Change::Edit(2, learner("Şahin")),
        ],
    );
    apply(&mut store, &change).unwrap();
    let of = |store: &Store, id| -> Vec<String> {
        let lines = store.history_of(learner_id(id), 100).unwrap();
        lines
            .iter()
            .map(|line| {
                let kinds: Vec<String> = line
                    .rows
                    .iter()
                    .map(|row| format!("{:?}{}", row.subject.kind, row.subject.id))
                    .collect();
                format!("{} {}", line.verb, kinds.join(" "))
            })
            .collect()
    };
    assert_eq!(
        of(&store, 1),
        [
            "set-from-json Learner1",
            "add ReceivedDocument1",
            "add Voortgangstoets1",
            "add Evidence1",
            "add ExamComponent1",
            "add Traineeship1",
            "add Learner1"
        ]
    );
    assert_eq!(of(&store, 2), ["set-from-json Learner2", "add Learner2"]);
    assert_eq!(of(&store, 3), [""; 0]);
    apply(&mut store, &Change::Remove(RecordKind::Learner, 1)).unwrap();
    assert_eq!(
        of(&store, 1).first().unwrap(),
        "remove Evidence1 ExamComponent1 Traineeship1 Voortgangstoets1 ReceivedDocument1 Learner1"
    );
}

#[test]
fn what_was_taken_back_stays_in_the_history_of_the_learner() {
    let mut store = filled();
    add(&mut store, learner("Yıldız"));
    for kind in [RecordKind::Traineeship, RecordKind::ExamComponent, RecordKind::Evidence] {
        let lines = store.history_of(learner_id(1), 100).unwrap().len();
        add(&mut store, whole(kind));
        store.undo(&stamp()).unwrap();
        let after = store.history_of(learner_id(1), 100).unwrap();
        let verbs: Vec<&str> = after.iter().take(2).map(|line| line.verb.as_str()).collect();
        assert_eq!((verbs, after.len()), (vec!["undo", "add"], lines + 2), "{kind:?}");
    }
    assert_eq!(store.history_of(learner_id(2), 100).unwrap().len(), 1);
}
