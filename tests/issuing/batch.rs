//! A batch in which nothing goes wrong but what is missing.

use std::num::NonZeroUsize;

use praktijkdossier::changes::Change;
use praktijkdossier::documents::layout::Standing;
use praktijkdossier::domain::{Day, DocumentKind, Entry as _, Learner, PersonName, ShortText};
use praktijkdossier::issuing::{self, Made, Naming, NotMade, Order};

use crate::dossier::{
    add_logos, all, batch, example, files, files_are_those_of_the_register, folder, made, order,
    ready, register, run, stamp,
};

#[test]
fn a_batch_makes_what_is_ready_and_says_why_the_rest_is_left_out() {
    for kind in [
        DocumentKind::Praktijkverklaring,
        DocumentKind::Certificaat,
        DocumentKind::MboVerklaring,
        DocumentKind::Totaaloverzicht,
    ] {
        let (mut store, (_dir, folder)) = (example(60), folder());
        let (wanted, ready) = (all(&store, kind), ready(&store, kind));
        assert!(!ready.is_empty() && ready.len() < wanted.len(), "{kind:?}: {ready:?}");
        let mut batch = batch(&wanted, order(&folder));
        let seen: Vec<bool> =
            wanted.iter().map(|one| batch.look(&store, *one).unwrap().1.is_none()).collect();
        let outcomes = run(&mut batch, &mut store);
        let told: Vec<_> = outcomes.iter().map(|outcome| outcome.wanted).collect();
        assert_eq!(told, wanted, "each once, in order");
        let done: Vec<bool> = outcomes.iter().map(|o| made(o).is_some()).collect();
        assert_eq!(done, seen, "who looks beforehand sees what will be left out");
        for outcome in &outcomes {
            match &outcome.made {
                Made::File { number, .. } => {
                    assert!(ready.contains(&outcome.wanted));
                    assert_eq!(number.unwrap().kind(), kind);
                }
                Made::Not(NotMade::Missing(missing)) => assert!(!missing.is_empty()),
                other => panic!("{kind:?}: {other:?}"),
            }
        }
        assert_eq!(register(&store).len(), ready.len());
        files_are_those_of_the_register(&folder, &store);
        assert!(batch.halted().is_none() && batch.left().len() == 0);

        // A second time there is nothing left to issue.
        let mut batch = crate::dossier::batch(&ready, order(&folder));
        for outcome in run(&mut batch, &mut store) {
            assert!(matches!(outcome.made, Made::Not(NotMade::Issued(_))), "{:?}", outcome.made);
        }
        assert_eq!(register(&store).len(), ready.len());
    }
}

#[test]
fn an_overneemblad_has_a_file_and_no_number() {
    let (mut store, (_dir, folder)) = (example(20), folder());
    let ready = ready(&store, DocumentKind::Overneemblad);
    let mut batch = batch(&ready, order(&folder));
    let outcomes = run(&mut batch, &mut store);
    assert!(outcomes.iter().all(|outcome| made(outcome).unwrap().1.is_none()));
    assert_eq!((files(&folder).len(), register(&store).len()), (ready.len(), 0));
    assert!(files(&folder)[0].0.starts_with("overneemblad-"));
}

#[test]
fn a_concept_of_everyone_leaves_no_trace_in_the_register() {
    let (mut store, (_dir, folder)) = (example(20), folder());
    let wanted = all(&store, DocumentKind::Praktijkverklaring);
    let order = Order { standing: Standing::Concept, naming: Naming::WithName, ..order(&folder) };
    let outcomes = run(&mut batch(&wanted, order.clone()), &mut store);
    assert!(outcomes.iter().all(|outcome| made(outcome).is_some()), "with gaps too");
    assert_eq!((files(&folder).len(), register(&store).len()), (wanted.len(), 0));
    for (name, _) in files(&folder) {
        assert!(name.starts_with("concept-") && name.chars().count() <= 80, "{name}");
    }
    // Nothing is overwritten, and what is there does not stop the rest.
    std::fs::remove_file(folder.join(&files(&folder)[3].0)).unwrap();
    let outcomes = run(&mut batch(&wanted, order), &mut store);
    assert_eq!(outcomes.iter().filter(|outcome| made(outcome).is_some()).count(), 1);
}

/// More than one chunk, on any number of cores.
#[test]
fn the_order_of_threads_changes_no_bytes() {
    let mut results = Vec::new();
    for cores in [1, 2, 5] {
        let (mut store, (_dir, folder)) = (example(200), folder());
        let ready = ready(&store, DocumentKind::Praktijkverklaring);
        assert!(ready.len() > 100, "{}", ready.len());
        let mut batch = batch(&ready, order(&folder));
        let mut chunks = 0;
        while let Some(chunk) = batch.prepare(&store).unwrap() {
            let printed = chunk.print_on(NonZeroUsize::new(cores).unwrap());
            batch.register(&mut store, printed).unwrap();
            chunks += 1;
        }
        assert_eq!(chunks, 2);
        files_are_those_of_the_register(&folder, &store);
        results.push(register(&store));
    }
    assert!(results.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn what_is_on_its_way_is_not_done_yet() {
    let (mut store, (_dir, folder)) = (example(200), folder());
    let ready = ready(&store, DocumentKind::Praktijkverklaring);
    let mut batch = batch(&ready, order(&folder));
    let chunk = batch.prepare(&store).unwrap().unwrap();
    assert_eq!((chunk.len(), batch.left().len()), (100, ready.len()));
    batch.register(&mut store, chunk.print()).unwrap();
    assert_eq!(batch.left().len(), ready.len() - 100);
}

/// So that memory stays flat, also where every leerbedrijf has a logo of its own.
#[test]
fn many_pictures_make_smaller_chunks() {
    let (mut store, (_dir, folder)) = (example(200), folder());
    add_logos(&mut store);
    let ready = ready(&store, DocumentKind::Praktijkverklaring);
    let mut batch = batch(&ready, order(&folder));
    let mut sizes = Vec::new();
    while let Some(chunk) = batch.prepare(&store).unwrap() {
        sizes.push(chunk.len());
        batch.register(&mut store, chunk.print()).unwrap();
    }
    assert!(sizes[0] < 100, "{sizes:?}");
    assert_eq!(sizes.iter().sum::<usize>(), ready.len());
    files_are_those_of_the_register(&folder, &store);
}

/// One that is named twice is made once.
#[test]
fn each_is_made_once() {
    let (mut store, (_dir, folder)) = (example(10), folder());
    let ready = ready(&store, DocumentKind::Praktijkverklaring);
    let mut batch = batch(&[&ready[..], &ready[..]].concat(), order(&folder));
    assert_eq!(batch.total(), ready.len());
    assert_eq!(run(&mut batch, &mut store).len(), ready.len());
}

/// Between reading the facts and registering, time passes; in a window someone works on.
#[test]
fn what_changes_while_a_chunk_is_printed_is_on_the_paper() {
    let (mut store, (_dir, folder)) = (example(20), folder());
    let ready = ready(&store, DocumentKind::Praktijkverklaring);
    let mut batch = batch(&ready, order(&folder));
    let printed = batch.prepare(&store).unwrap().unwrap().print();
    let learner = store.draft(ready[0], None, None).unwrap().learner().clone();
    let renamed = Learner { geslachtsnaam: PersonName::parse("Anders").ok(), ..learner.value };
    store.apply(&Change::Edit(learner.id.raw(), renamed.into()), &stamp()).unwrap();
    batch.register(&mut store, printed).unwrap();
    assert_eq!(register(&store), [], "nothing of what was true before");
    assert_eq!(files(&folder).len(), 0);

    assert_eq!(run(&mut batch, &mut store).len(), ready.len());
    let of_learner = store.register_of(learner.id).unwrap();
    assert!(of_learner.iter().all(|line| line.name.as_deref().unwrap().starts_with("Anders")));
    files_are_those_of_the_register(&folder, &store);
}

#[test]
fn what_is_issued_by_hand_while_a_chunk_is_printed_is_not_issued_again() {
    let (mut store, (_dir, folder)) = (example(20), folder());
    let ready = ready(&store, DocumentKind::Praktijkverklaring);
    let mut batch = batch(&ready, order(&folder));
    let printed = batch.prepare(&store).unwrap().unwrap().print();
    let place = ShortText::parse("Zwolle").unwrap();
    // Of another year: the numbers of the chunk are still free.
    let day = Day::parse("2025-12-19").unwrap();
    let issued = issuing::issue(&mut store, ready[0], place, day, &stamp()).unwrap();
    batch.register(&mut store, printed).unwrap();
    let outcomes = run(&mut batch, &mut store);
    assert!(
        matches!(outcomes[0].made, Made::Not(NotMade::Issued(number)) if number == issued.number),
        "{:?}",
        outcomes[0].made
    );
    assert_eq!(register(&store).len(), ready.len());
}

/// Someone who types in one field all the time does not keep the others waiting for ever.
#[test]
fn what_changes_each_time_that_it_is_printed_is_left_out_in_the_end() {
    let (mut store, (_dir, folder)) = (example(20), folder());
    let ready = ready(&store, DocumentKind::Praktijkverklaring);
    let mut batch = batch(&ready, order(&folder));
    let id = store.draft(ready[1], None, None).unwrap().learner().id;
    let mut outcomes = Vec::new();
    for round in 0.. {
        let Some(chunk) = batch.prepare(&store).unwrap() else { break };
        assert!(round < 20, "there is no end to it");
        let learner = store.draft(ready[1], None, None).unwrap().learner().clone();
        let name = PersonName::parse(&format!("Anders{}", "s".repeat(round))).ok();
        let renamed = Learner { geslachtsnaam: name, ..learner.value };
        store.apply(&Change::Edit(id.raw(), renamed.into()), &stamp()).unwrap();
        batch.register(&mut store, chunk.print()).unwrap();
        outcomes.extend(batch.take_outcomes());
    }
    let left_out: Vec<_> = outcomes
        .iter()
        .filter(|outcome| matches!(outcome.made, Made::Not(NotMade::KeepsChanging)))
        .map(|outcome| (outcome.wanted, outcome.about.is_some()))
        .collect();
    assert!(left_out.contains(&(ready[1], true)), "{left_out:?}");
    assert_eq!(register(&store).len() + left_out.len(), ready.len());
    assert!(!register(&store).is_empty(), "the others are made");
    assert_eq!(batch.left().len(), 0);
    files_are_those_of_the_register(&folder, &store);
}
