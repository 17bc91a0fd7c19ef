//! Everything that is held of one learner, on paper and as JSON, and nothing of anyone else.

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use praktijkdossier::changes::Change;
use praktijkdossier::domain::{
    DocumentKind, Evidence, ExamComponent, Id, Input, Learner, RecordKind, Stored,
};
use praktijkdossier::issuing;
use praktijkdossier::store::Store;
use praktijkdossier::transfer;

use crate::dossier::{day, example, place, ready, stamp};
use crate::read_back::hear;

fn edit(store: &mut Store, kind: RecordKind, id: i64, key: &str, typed: &str) {
    let mut record = store.record(kind, id).unwrap();
    record.set(key, typed).unwrap().unwrap();
    store.apply(&Change::Edit(id, record), &stamp()).unwrap();
}

/// A learner of whom there is something of every kind, also in the trash, with more to read than a page.
fn busy(store: &mut Store) -> Id<Learner> {
    let all = store.all::<Evidence>().unwrap();
    let component: Stored<ExamComponent> = store.component(all[0].value.component).unwrap();
    let learner = component.value.learner;
    let note = "Zag dit aankomen. ".repeat(220);
    edit(store, RecordKind::Learner, learner.raw(), "notitie", note.trim());
    edit(store, RecordKind::Evidence, all[0].id.raw(), "situatie", "Deed dit (zelf) & goed.");
    store.apply(&Change::Remove(RecordKind::Evidence, all[0].id.raw()), &stamp()).unwrap();
    learner
}

fn text_of(pdf: &[u8]) -> String {
    hear(pdf).leaves.iter().map(|leaf| leaf.text.as_str()).collect::<Vec<_>>().join("\n")
}

#[test]
fn everything_of_one_learner_stands_in_it_and_nothing_of_another() {
    let mut store = example(12);
    let learner = busy(&mut store);
    let pdf = issuing::inzage(&store, learner, stamp().at).unwrap();
    let json = transfer::inzage(&store, learner, stamp().at).unwrap().to_string();
    let text = text_of(&pdf);
    for about in store.records_about(learner).unwrap() {
        for field in about.subject.kind.fields() {
            let value = about.record.value(field.key).unwrap().stored();
            if matches!(field.input, Input::Line | Input::Note) && !value.is_empty() {
                assert!(text.contains(&value), "{} {value}", field.key);
                let quoted = serde_json::to_string(&value).unwrap();
                assert!(json.contains(&quoted), "{} {value}", field.key);
            }
        }
    }
    assert!(text.contains("verwijderd, in de prullenbak"));
    assert!(text.contains("verwijderd door praktijkbureau"));
    assert!(json.contains("\"in-prullenbak\":true"));
    for other in store.all::<Learner>().unwrap() {
        if other.id != learner {
            let name = other.value.name().official();
            assert!(!text.contains(&name) && !json.contains(&name), "{name}");
        }
    }
    let opleiders = store.all::<praktijkdossier::domain::Praktijkopleider>().unwrap();
    for opleider in opleiders {
        for private in
            [opleider.value.email.map(AnyText::text), opleider.value.phone.map(AnyText::text)]
        {
            let Some(private) = private else { continue };
            assert!(!text.contains(&private) && !json.contains(&private), "{private}");
        }
    }
}

/// Of a value that can be typed, what was typed.
trait AnyText {
    fn text(self) -> String;
}

impl<T: praktijkdossier::domain::Entry> AnyText for T {
    fn text(self) -> String {
        self.value().stored()
    }
}

#[test]
fn it_may_be_kept_for_ever_and_read_aloud() {
    let mut store = example(12);
    let learner = busy(&mut store);
    let pdf = issuing::inzage(&store, learner, stamp().at).unwrap();
    if let Some(dir) = std::env::var_os("KEEP") {
        let path = std::path::Path::new(&dir).join("inzage.pdf");
        std::io::Write::write_all(&mut std::fs::File::create(path).unwrap(), &pdf).unwrap();
    }
    for profile in ["2a", "ua1"] {
        let profile: ValidationProfile = profile.parse().unwrap();
        let options = ValidationOptions::default().profile(profile);
        let report = validate_pdf_bytes(&pdf, &options).unwrap();
        assert!(report.is_compliant, "{profile}: {report}");
    }
    assert!(hear(&pdf).artifacts.len() > 2, "more than two pages");
    assert!(pdf == issuing::inzage(&store, learner, stamp().at).unwrap(), "the same bytes");
}

#[test]
fn the_issued_documents_stand_in_it() {
    let mut store = example(30);
    let wanted = ready(&store, DocumentKind::Praktijkverklaring)[0];
    let learner = store.draft(wanted, None, None).unwrap().learner().id;
    let issued = issuing::issue(&mut store, wanted, place(), day(), &stamp()).unwrap();
    store.withdraw(issued.number, &place(), &stamp()).unwrap();
    let said = text_of(&issuing::inzage(&store, learner, stamp().at).unwrap());
    assert!(said.contains(&format!("Praktijkverklaring: {}", issued.number)), "{said}");
    assert!(said.contains("Ingetrokken: Zonderdam"), "{said}");
    let json = transfer::inzage(&store, learner, stamp().at).unwrap();
    let line = &json["documenten"][0];
    assert_eq!(line["nummer"], issued.number.to_string());
    assert_eq!(line["ingetrokken"]["reden"], "Zonderdam");
}
