//! Documents behind each other for the printer.

use lopdf::Document;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use praktijkdossier::domain::DocumentKind;
use praktijkdossier::issuing::{Bundling, Order};

use crate::dossier::{batch, example, files, folder, order, ready, register, run};
use crate::read_back::hear;

fn valid(bytes: &[u8]) {
    for profile in ["2a", "ua1"] {
        let profile: ValidationProfile = profile.parse().unwrap();
        let options = ValidationOptions::default().profile(profile);
        let report = validate_pdf_bytes(bytes, &options).unwrap();
        assert!(report.is_compliant, "{report}");
    }
}

fn pages(bytes: &[u8]) -> usize {
    Document::load_mem(bytes).unwrap().get_pages().len()
}

#[test]
fn every_document_begins_on_a_front_side_and_says_all_that_it_says_alone() {
    for (kind, learners, parts) in [
        (DocumentKind::Praktijkverklaring, 200, 2),
        (DocumentKind::Certificaat, 60, 1),
        (DocumentKind::MboVerklaring, 60, 1),
        (DocumentKind::Totaaloverzicht, 60, 1),
    ] {
        let (mut store, (_dir, folder)) = (example(learners), folder());
        let ready = ready(&store, kind);
        let order = Order { bundling: Bundling::AlsoBundled, ..order(&folder) };
        let mut batch = batch(&ready, order);
        run(&mut batch, &mut store);
        let documents = register(&store);
        assert_eq!(documents.len(), ready.len());
        let bundles: Vec<_> = batch.bundles().iter().map(|b| b.as_ref().unwrap().clone()).collect();
        assert_eq!(bundles.len(), parts);
        assert_eq!(files(&folder).len(), documents.len() + parts);
        for (bundle, documents) in bundles.iter().zip(documents.chunks(100)) {
            let bytes = std::fs::read(bundle).unwrap();
            let first = &documents[0].0;
            let last = &documents.last().unwrap().0;
            let expected = format!("afdrukken-{first}-tot-{last}.pdf");
            assert_eq!(bundle.file_name().unwrap().to_str(), Some(expected.as_str()));
            valid(&bytes);

            let heard = hear(&bytes);
            let mut heard_leaves = heard.leaves.into_iter();
            let (mut page, mut blank) = (0, Vec::new());
            for (number, pdf) in documents {
                for leaf in hear(pdf).leaves {
                    let said = heard_leaves.next().unwrap();
                    assert_eq!((&said.tag, &said.text), (&leaf.tag, &leaf.text), "{number}");
                    assert_eq!(said.page, page + leaf.page, "{number}");
                }
                page += pages(pdf);
                if page % 2 == 1 {
                    blank.push(page);
                    page += 1;
                }
            }
            assert_eq!(heard_leaves.next(), None);
            // The last one needs no blank page behind it.
            let last_is_odd = blank.last() == Some(&(page - 1));
            blank.truncate(blank.len() - usize::from(last_is_odd));
            assert_eq!(pages(&bytes), page - usize::from(last_is_odd));
            for page in blank {
                assert_eq!(heard.artifacts[page], "", "page {page} is blank");
                assert!(heard.strokes[page].is_empty());
            }
        }
    }
}
