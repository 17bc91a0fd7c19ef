//! What goes wrong around a batch: then it says what is done and what is not, leaves no half files, and no number without
//! a file that can be made again.

use std::fs;
use std::path::Path;

use praktijkdossier::documents::pdf::PdfError;
use praktijkdossier::domain::DocumentKind;
use praktijkdossier::domain::draft::Wanted;
use praktijkdossier::issuing::{self, Batch, Bundling, Made, NotMade, Order};
use praktijkdossier::store::{Store, StoreError};

use crate::dossier::{
    add_logos, batch, day, example, files, files_are_those_of_the_register, fill, folder, made,
    number, order, place, ready, register, rename, run, stamp,
};

const FIRST: &str = "praktijkverklaring-PV-2026-0001.pdf";

fn begun(learners: u32, folder: &Path) -> (Store, Batch, Vec<Wanted>) {
    let store = example(learners);
    let ready = ready(&store, DocumentKind::Praktijkverklaring);
    let batch = batch(&ready, order(folder));
    (store, batch, ready)
}

/// As with a USB stick that is pulled out, or a disk that is full.
#[test]
fn a_folder_that_goes_away_halts_the_batch_and_a_next_one_goes_on() {
    let (_dir, folder) = folder();
    let (mut store, mut batch, ready) = begun(200, &folder);
    let chunk = batch.prepare(&store).unwrap().unwrap();
    batch.register(&mut store, chunk.print()).unwrap();
    assert_eq!(batch.take_outcomes().len(), 100);
    let chunk = batch.prepare(&store).unwrap().unwrap();
    let gone = folder.with_extension("weg");
    fs::rename(&folder, &gone).unwrap();
    batch.register(&mut store, chunk.print()).unwrap();
    assert!(matches!(batch.halted(), Some(NotMade::File(_))), "{:?}", batch.halted());
    assert!(batch.take_outcomes().is_empty());
    assert!(batch.prepare(&store).unwrap().is_none(), "halted is halted");
    assert_eq!(batch.left().collect::<Vec<_>>(), ready[100..]);
    assert_eq!(register(&store).len(), 100);

    fs::rename(&gone, &folder).unwrap();
    let mut next = crate::dossier::batch(&ready, order(&folder));
    run(&mut next, &mut store);
    assert!(next.halted().is_none());
    assert_eq!(register(&store).len(), ready.len());
    files_are_those_of_the_register(&folder, &store);
}

#[test]
fn a_folder_that_cannot_be_made_or_is_a_file_halts_before_anything_is_done() {
    let (dir, _) = folder();
    let file = dir.path().join("bestand");
    drop(fs::File::create(&file).unwrap());
    for folder in [file.clone(), file.join("map")] {
        let (store, mut batch, ready) = begun(10, &folder);
        assert!(batch.prepare(&store).unwrap().is_none());
        assert!(matches!(batch.halted(), Some(NotMade::File(_))));
        assert_eq!((batch.left().len(), register(&store).len()), (ready.len(), 0));
    }
}

/// A file or a folder of the name that is next: every document after it would have that same name.
#[test]
fn what_stands_in_the_place_of_a_file_is_left_and_halts_the_batch() {
    for is_folder in ["ja", "nee"] {
        let (_dir, folder) = folder();
        let (mut store, mut batch, _) = begun(10, &folder);
        fs::create_dir(&folder).unwrap();
        if is_folder == "ja" {
            fs::create_dir(folder.join(FIRST)).unwrap();
        } else {
            drop(fs::File::create(folder.join(FIRST)).unwrap());
        }
        let before = files(&folder);
        assert!(run(&mut batch, &mut store).is_empty());
        assert!(matches!(batch.halted(), Some(NotMade::FileThere(path)) if path.ends_with(FIRST)));
        assert!(files(&folder) == before);
        assert_eq!(register(&store), []);
    }
}

/// As when another program made it in the meantime and holds it.
#[test]
fn a_number_whose_file_cannot_be_put_in_its_place_has_its_bytes_in_the_register() {
    let (_dir, folder) = folder();
    let (mut store, mut batch, ready) = begun(10, &folder);
    let printed = batch.prepare(&store).unwrap().unwrap().print();
    fs::create_dir(folder.join(FIRST)).unwrap();
    batch.register(&mut store, printed).unwrap();
    let outcomes = batch.take_outcomes();
    assert_eq!(outcomes.len(), ready.len());
    let Made::OnlyRegistered { number: first, .. } = &outcomes[0].made else {
        panic!("{:?}", outcomes[0].made)
    };
    assert_eq!(*first, number("PV-2026-0001"));
    assert!(outcomes[1..].iter().all(|outcome| made(outcome).is_some()));
    fs::remove_dir(folder.join(FIRST)).unwrap();
    let mut put = fs::File::create(folder.join(FIRST)).unwrap();
    std::io::Write::write_all(&mut put, &issuing::again(&store, *first).unwrap()).unwrap();
    files_are_those_of_the_register(&folder, &store);
}

#[test]
fn who_stops_finds_whole_chunks_and_nothing_half() {
    let (_dir, folder) = folder();
    let (mut store, mut batch, ready) = begun(200, &folder);
    let chunk = batch.prepare(&store).unwrap().unwrap();
    batch.register(&mut store, chunk.print()).unwrap();
    // Stopped while the second is on its way: unprinted, and printed.
    drop(batch.prepare(&store).unwrap().unwrap());
    let printed = batch.prepare(&store).unwrap().unwrap().print();
    assert!(files(&folder).len() > 100, "it lies beside its places");
    drop(printed);
    assert_eq!(batch.left().collect::<Vec<_>>(), ready[100..]);
    assert_eq!(register(&store).len(), 100);
    files_are_those_of_the_register(&folder, &store);
    // And who changes his mind goes on where it was.
    run(&mut batch, &mut store);
    assert_eq!(register(&store).len(), ready.len());
    files_are_those_of_the_register(&folder, &store);
}

#[test]
fn a_document_that_cannot_be_rendered_leaves_no_gap_in_the_numbers() {
    let (_dir, folder) = folder();
    let (mut store, _, ready) = begun(20, &folder);
    rename(&mut store, ready[3], "李");
    let order = Order { bundling: Bundling::AlsoBundled, ..order(&folder) };
    let mut batch = batch(&ready, order);
    let outcomes = run(&mut batch, &mut store);
    assert_eq!(outcomes.iter().map(|outcome| outcome.wanted).collect::<Vec<_>>(), ready);
    let learner = |wanted| store.draft(wanted, None, None).unwrap().learner().id;
    let mut sequence = 0;
    for outcome in &outcomes {
        match &outcome.made {
            Made::File { number, .. } => {
                sequence += 1;
                assert_eq!(number.unwrap().sequence(), sequence);
            }
            Made::Not(NotMade::Pdf(PdfError::MissingCharacter { character: '李' })) => {
                assert_eq!(learner(outcome.wanted), learner(ready[3]));
            }
            other => panic!("{other:?}"),
        }
    }
    assert!((1..outcomes.len()).contains(&usize::try_from(sequence).unwrap()));
    // What was printed together stands together: up to the one that failed, and behind it.
    assert!(batch.bundles().iter().all(Result::is_ok));
    assert_eq!(batch.bundles().len(), 2);
}

#[test]
fn a_document_issued_in_the_meantime_gives_the_batch_other_numbers() {
    let (_dir, folder) = folder();
    let (mut store, _, ready) = begun(20, &folder);
    let (first, rest) = ready.split_first().unwrap();
    let mut batch = batch(rest, order(&folder));
    let printed = batch.prepare(&store).unwrap().unwrap().print();
    let issued = issuing::issue(&mut store, *first, place(), day(), &stamp()).unwrap();
    assert_eq!(issued.number, number("PV-2026-0001"));
    batch.register(&mut store, printed).unwrap();
    assert!(batch.take_outcomes().is_empty() && files(&folder).is_empty());
    let outcomes = run(&mut batch, &mut store);
    assert_eq!(made(&outcomes[0]).unwrap().1, Some(number("PV-2026-0002")));
    assert_eq!(register(&store).len(), ready.len());
}

#[expect(clippy::disallowed_methods, reason = "a test does to the file what we never do")]
fn raw(path: &Path, sql: &str) {
    rusqlite::Connection::open(path).unwrap().execute_batch(sql).unwrap();
}

/// Paper without the logo that was looked at would be another paper.
#[test]
fn nothing_is_issued_without_its_logo() {
    let (dir, folder) = folder();
    let path = dir.path().join("school.dossier");
    let (mut store, _) = Store::create(&path, None).unwrap();
    fill(&mut store, 10);
    add_logos(&mut store);
    drop(store);
    raw(&path, "PRAGMA foreign_keys = 0; DELETE FROM picture");
    let mut store = Store::open(&path, None).unwrap();
    let ready = ready(&store, DocumentKind::Praktijkverklaring);
    let refused = issuing::issue(&mut store, ready[0], place(), day(), &stamp());
    assert!(matches!(refused, Err(NotMade::Store(StoreError::NoPicture))), "{refused:?}");
    let outcomes = run(&mut batch(&ready, order(&folder)), &mut store);
    assert!(outcomes.iter().all(|outcome| made(outcome).is_none()));
    assert_eq!((register(&store).len(), files(&folder).len()), (0, 0));
}

/// A batch is one thing to look at, and many lines in the history: each learner finds his own.
#[test]
fn a_corrected_document_refers_to_the_withdrawn_one() {
    let (_dir, folder) = folder();
    let (mut store, mut batch, ready) = begun(10, &folder);
    run(&mut batch, &mut store);
    let reason = praktijkdossier::domain::Entry::parse("Verkeerde naam").unwrap();
    let old = number("PV-2026-0002");
    store.withdraw(old, &reason, &stamp()).unwrap();
    rename(&mut store, ready[1], "Verbeterd");
    let outcomes = run(&mut crate::dossier::batch(&ready, order(&folder)), &mut store);
    let done: Vec<_> = outcomes.iter().filter_map(made).collect();
    assert_eq!(done.len(), 1);
    let new = done[0].1.unwrap();
    assert_eq!(store.register_line(new).unwrap().replaces, Some(old));
    assert_eq!(store.register_line(old).unwrap().replaced_by, Some(new));
}
