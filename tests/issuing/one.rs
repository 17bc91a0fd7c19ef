//! One document at a time.

use praktijkdossier::changes::Change;
use praktijkdossier::documents::compose;
use praktijkdossier::documents::kept::{FORMAT, Kept, KeptError};
use praktijkdossier::documents::picture::Pictures;
use praktijkdossier::domain::{
    Choice as _, DocumentKind, Entry as _, Ondertekenaar, PersonName, Stored,
};
use praktijkdossier::issuing::{self, Changed, NotMade};
use praktijkdossier::store::Store;

use crate::dossier::{add_logos, all, day, example, number, place, ready, register, rename, stamp};
use crate::read_back::hear;

fn texts(pdf: &[u8]) -> String {
    let heard = hear(pdf);
    let leaves = heard.leaves.iter().map(|leaf| leaf.text.as_str());
    leaves.chain(heard.artifacts.iter().map(String::as_str)).collect::<Vec<_>>().join("\n")
}

fn pictures(store: &Store, hashes: &[praktijkdossier::domain::LogoHash]) -> Pictures {
    let mut pictures = Pictures::new();
    for hash in hashes {
        pictures.insert(hash.clone(), &store.picture(hash).unwrap().unwrap()).unwrap();
    }
    pictures
}

#[test]
fn an_issued_document_is_the_same_again_whatever_changes_and_a_duplicaat_says_the_same() {
    for kind in [
        DocumentKind::Praktijkverklaring,
        DocumentKind::Certificaat,
        DocumentKind::MboVerklaring,
        DocumentKind::Totaaloverzicht,
    ] {
        let mut store = example(60);
        add_logos(&mut store);
        let wanted = ready(&store, kind)[0];
        let issued = issuing::issue(&mut store, wanted, place(), day(), &stamp()).unwrap();
        assert_eq!(issued.number, number(&format!("{}-2026-0001", kind.letters().unwrap())));
        assert!(texts(&issued.pdf).contains(&issued.number.to_string()), "{kind:?}");
        let twice = issuing::issue(&mut store, wanted, place(), day(), &stamp());
        assert!(matches!(twice, Err(NotMade::Issued(n)) if n == issued.number));

        let duplicate = issuing::duplicate(&store, issued.number, stamp().at).unwrap();
        rename(&mut store, wanted, "Heel Anders");
        while store.undo(&stamp()).unwrap().is_some() {}
        rename(&mut store, wanted, "Nog Anders");
        assert!(issuing::again(&store, issued.number).unwrap() == issued.pdf);
        assert!(issuing::duplicate(&store, issued.number, stamp().at).unwrap() == duplicate);
        assert!(
            texts(&duplicate).contains("Duplicaat") && !texts(&issued.pdf).contains("Duplicaat")
        );
        let (first, second) = (hear(&issued.pdf).leaves, hear(&duplicate).leaves);
        let said = |leaves: Vec<crate::read_back::Leaf>| -> Vec<String> {
            let others = leaves.into_iter().filter(|leaf| !leaf.text.contains("Duplicaat"));
            others.map(|leaf| leaf.text).collect()
        };
        assert_eq!(said(first), said(second), "{kind:?}");
    }
}

/// What is kept of any paper reads back as the same paper, and as the same text.
#[test]
fn a_kept_paper_is_the_paper() {
    let mut store = example(60);
    add_logos(&mut store);
    let mut with_pictures = 0;
    for kind in DocumentKind::ALL {
        for wanted in all(&store, *kind) {
            let facts = store.draft(wanted, Some(place()), Some(day())).unwrap().facts();
            let logos: Vec<_> = facts.logos().into_iter().cloned().collect();
            let mut paper = compose(&facts, &pictures(&store, &logos));
            paper.number = Some("PV-2026-0001".to_owned());
            let text = Kept::of(&paper).text().unwrap();
            let kept = Kept::parse(FORMAT, &text).unwrap();
            with_pictures += usize::from(!kept.pictures().is_empty());
            assert_eq!(kept.pictures(), logos, "{kind:?}");
            assert_eq!(kept.text().unwrap(), text);
            assert_eq!(kept.paper(&pictures(&store, &logos)).unwrap(), paper, "{kind:?}");
        }
    }
    assert!(with_pictures > 0);
    let strange = Kept::parse(FORMAT + 1, "{}");
    assert!(matches!(strange, Err(KeptError::Format(n)) if n == FORMAT + 1));
    assert!(matches!(Kept::parse(FORMAT, "{}"), Err(KeptError::Text(_))));
}

#[test]
fn a_concept_shows_its_gaps_and_a_sheet_has_none() {
    let mut store = example(60);
    let kind = DocumentKind::Praktijkverklaring;
    let ready = ready(&store, kind);
    let not_ready = all(&store, kind).into_iter().find(|wanted| !ready.contains(wanted)).unwrap();
    let draft = store.draft(not_ready, None, None).unwrap();
    let concept = issuing::concept(&store, &draft, stamp().at).unwrap();
    assert!(texts(&concept).contains("CONCEPT"));
    assert!(texts(&concept).contains("[nog niet ingevuld]"));
    let sheet = issuing::sheet(&store, &draft, stamp().at);
    assert!(matches!(sheet, Err(NotMade::MustBeIssued)));
    let issued = issuing::issue(&mut store, not_ready, place(), day(), &stamp());
    assert!(matches!(issued, Err(NotMade::Missing(_))));

    let wanted = crate::dossier::ready(&store, DocumentKind::Overneemblad)[0];
    let draft = store.draft(wanted, None, None).unwrap();
    assert!(!texts(&issuing::sheet(&store, &draft, stamp().at).unwrap()).contains("CONCEPT"));
    let issued = issuing::issue(&mut store, wanted, place(), day(), &stamp());
    assert!(matches!(issued, Err(NotMade::NotRegistered)));
    assert_eq!(register(&store), []);
}

#[test]
fn what_was_issued_differs_when_its_facts_do_and_not_when_another_signs() {
    let mut store = example(60);
    add_logos(&mut store);
    for kind in [
        DocumentKind::Praktijkverklaring,
        DocumentKind::Certificaat,
        DocumentKind::MboVerklaring,
        DocumentKind::Totaaloverzicht,
    ] {
        let wanted = ready(&store, kind)[0];
        let issued = issuing::issue(&mut store, wanted, place(), day(), &stamp()).unwrap();
        let line = store.register_line(issued.number).unwrap();
        assert_eq!(line.wanted(), Some(wanted), "{kind:?}");
        let differs = |store: &Store| issuing::changed(store, wanted, issued.number).unwrap();
        assert_eq!(differs(&store), None, "{kind:?}");

        for Stored { id, value } in store.all::<Ondertekenaar>().unwrap() {
            let other = Ondertekenaar { naam: PersonName::parse("A. Nders").ok(), ..value };
            store.apply(&Change::Edit(id.raw(), other.into()), &stamp()).unwrap();
        }
        assert_eq!(differs(&store), None, "{kind:?}: who signs now does not count");
        let own = store.draft(wanted, None, None).unwrap().learner().value.name().official();
        rename(&mut store, wanted, "Heel Anders");
        let Changed { then, now } = differs(&store).unwrap();
        assert!(then.iter().any(|line| line.contains(&own)), "{kind:?}: {then:?}");
        assert!(now.iter().all(|line| line.contains("Heel Anders")), "{kind:?}: {now:?}");
        assert_eq!(then.len(), now.len(), "{kind:?}");
        store.undo(&stamp()).unwrap();
        assert_eq!(differs(&store), None, "{kind:?}: taken back");
    }
}
