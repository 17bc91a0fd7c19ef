//! Any row of changes, with undo, redo and issued documents between them: each step back gives exactly what was there,
//! undone to the end nothing is left but the register, redone everything is back, and trail and register only grow.

use praktijkdossier::changes::Change;
use praktijkdossier::domain::{AnyRecord, DocumentKind, Entry as _, Input, RecordKind, ShortText};
use praktijkdossier::store::Store;
use proptest::prelude::*;

use super::builders::{
    LOGO, PDF, apply, bare, is_live, issued, journal_lines, keep_file, keep_picture, rows, stamp,
    together, whole,
};
use super::register::verklaring;

/// One random wish, made into a change by what is in the store then.
#[derive(Clone, Debug)]
enum Step {
    Add(usize, u32),
    Edit(usize, u32),
    Remove(usize, u32),
    Picture(u8),
    Together(Vec<Step>),
    Undo,
    Redo,
    Issue,
    Withdraw(u32),
}

fn single() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..RecordKind::ALL.len(), any::<u32>()).prop_map(|(kind, dice)| Step::Add(kind, dice)),
        4 => (0..RecordKind::ALL.len(), any::<u32>()).prop_map(|(kind, dice)| Step::Edit(kind, dice)),
        2 => (0..RecordKind::ALL.len(), any::<u32>()).prop_map(|(kind, dice)| Step::Remove(kind, dice)),
        1 => (0..3_u8).prop_map(Step::Picture),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => single(),
        2 => proptest::collection::vec(single(), 0..4).prop_map(Step::Together),
        3 => Just(Step::Undo),
        2 => Just(Step::Redo),
        2 => Just(Step::Issue),
        1 => any::<u32>().prop_map(Step::Withdraw),
    ]
}

fn kind(n: usize) -> RecordKind {
    RecordKind::ALL.get(n).copied().unwrap()
}

/// The id of some record of this kind, mostly one that is there.
fn some_id(store: &Store, kind: RecordKind, dice: u32) -> i64 {
    let live: Vec<i64> = (1..20).filter(|id| is_live(store, kind, *id)).collect();
    let at = usize::try_from(dice).unwrap() % (live.len() * 8 + 1);
    live.get(at / 8).copied().unwrap_or(i64::from(dice % 7) + 1)
}

/// A record with some of its fields filled, pointing at records that are mostly there.
fn some_record(store: &Store, kind: RecordKind, dice: u32) -> AnyRecord {
    let (full, mut record) = (whole(kind), bare(kind));
    for (n, field) in (0_u32..).zip(kind.fields()) {
        let typed = match field.input {
            Input::Ref(to) => some_id(store, to, dice.rotate_left(n)).to_string(),
            Input::Note => "een \"notitie\"\nmet \\ en 'meer'".to_owned(),
            Input::Line
            | Input::Day
            | Input::Birth
            | Input::Number
            | Input::Choice(_)
            | Input::Flag
            | Input::Logo => full.value(field.key).unwrap().stored(),
        };
        if dice.rotate_right(n) & 1 == 1
            || record.value(field.key).unwrap().is_empty() == (dice & 2 == 2)
        {
            record.set(field.key, &typed).unwrap().unwrap();
        }
    }
    record
}

fn change(store: &Store, step: &Step) -> Change {
    match step {
        Step::Add(n, dice) => Change::Add(some_record(store, kind(*n), *dice)),
        Step::Edit(n, dice) => {
            let record = some_record(store, kind(*n), *dice);
            Change::Edit(some_id(store, kind(*n), *dice >> 3), record)
        }
        Step::Remove(n, dice) => Change::Remove(kind(*n), some_id(store, kind(*n), *dice)),
        Step::Picture(0) => keep_picture(LOGO),
        Step::Picture(n) => keep_picture(&[*n; 20]),
        Step::Together(steps) => together(steps.iter().map(|step| change(store, step)).collect()),
        Step::Undo | Step::Redo | Step::Issue | Step::Withdraw(_) => together(vec![]),
    }
}

/// What the store should be able to do, kept in the plainest way.
struct Model {
    now: String,
    before: Vec<String>,
    after: Vec<String>,
    lines: usize,
    /// The register, which only grows.
    issued: String,
}

impl Model {
    fn step(&mut self, store: &mut Store, step: &Step) {
        match step {
            Step::Undo => {
                let done = store.undo(&stamp()).unwrap().is_some();
                assert_eq!(done, !self.before.is_empty());
                if let Some(earlier) = self.before.pop() {
                    self.after.push(std::mem::replace(&mut self.now, earlier));
                    self.lines += 1;
                }
            }
            Step::Redo => {
                let done = store.redo(&stamp()).unwrap().is_some();
                assert_eq!(done, !self.after.is_empty());
                if let Some(later) = self.after.pop() {
                    self.before.push(std::mem::replace(&mut self.now, later));
                    self.lines += 1;
                }
            }
            Step::Issue => {
                let next = store.next_number(DocumentKind::Praktijkverklaring, 2026).unwrap();
                store.issue(&[verklaring(next.unwrap())], &stamp()).unwrap();
                self.grows(store);
            }
            Step::Withdraw(dice) => {
                let all = store.register().unwrap();
                let at = usize::try_from(*dice).unwrap() % all.len().max(1);
                let reason = ShortText::parse("Verkeerde naam").unwrap();
                let done = all.get(at).map(|line| store.withdraw(line.number, &reason, &stamp()));
                if matches!(done, Some(Ok(()))) {
                    self.grows(store);
                }
            }
            Step::Add(..)
            | Step::Edit(..)
            | Step::Remove(..)
            | Step::Picture(_)
            | Step::Together(_) => {
                let done = apply(store, &change(store, step));
                let new = rows(store);
                if done.is_err() {
                    assert_eq!(new, self.now, "a refused change changes nothing: {done:?}");
                } else if journal_lines(store) > self.lines {
                    self.before.push(std::mem::replace(&mut self.now, new));
                    self.after.clear();
                    self.lines += 1;
                } else {
                    assert_eq!(new, self.now, "without a line nothing changes");
                }
            }
        }
        assert_eq!(rows(store), self.now, "after {step:?}");
        assert_eq!(journal_lines(store), self.lines, "after {step:?}");
        assert_eq!(issued(store), self.issued, "after {step:?}");
        let state = store.undo_state().unwrap();
        assert_eq!(
            (state.can_undo, state.can_redo),
            (!self.before.is_empty(), !self.after.is_empty())
        );
    }

    /// Each line that was there is there, as it was.
    fn grows(&mut self, store: &Store) {
        let new = issued(store);
        assert!(self.issued.lines().all(|line| new.lines().any(|other| other == line)));
        assert!(new.len() > self.issued.len());
        self.issued = new;
        self.lines += 1;
    }
}

fn walk(mut store: Store, steps: &[Step], reopen: impl Fn(Store) -> Store) {
    apply(&mut store, &keep_picture(LOGO)).unwrap();
    apply(&mut store, &keep_file(PDF)).unwrap();
    let mut model = Model {
        now: String::new(),
        before: Vec::new(),
        after: Vec::new(),
        lines: 0,
        issued: String::new(),
    };
    // One of each to begin with, so that there is something to edit and remove.
    let one_of_each = (0..RecordKind::ALL.len()).map(|n| Step::Add(n, 0)).collect();
    model.step(&mut store, &Step::Together(one_of_each));
    assert_eq!(model.lines, 1);
    for step in steps {
        model.step(&mut store, step);
    }
    let full = model.now.clone();
    let deep = model.before.len();
    let mut store = reopen(store);
    for _ in 0..=deep {
        model.step(&mut store, &Step::Undo);
    }
    assert_eq!(rows(&store), "", "undone to the end");
    let mut store = reopen(store);
    for _ in 0..deep {
        model.step(&mut store, &Step::Redo);
    }
    assert_eq!(rows(&store), full, "redone");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_is_the_inverse_of_every_change(steps in proptest::collection::vec(step(), 0..20)) {
        walk(Store::in_memory().unwrap(), &steps, |store| store);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn and_it_is_so_across_closing_and_opening(steps in proptest::collection::vec(step(), 0..20)) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("dossier.praktijk");
        let (store, _) = Store::create(&path, None).unwrap();
        walk(store, &steps, |store| {
            drop(store);
            Store::open(&path, None).unwrap()
        });
    }
}
