//! What stands around the text of every page.

use praktijkdossier::documents::compose;
use praktijkdossier::documents::layout::Standing;
use praktijkdossier::documents::layout::shape::Shaper;
use praktijkdossier::documents::paper::Paper;
use praktijkdossier::documents::pdf::render;

use crate::cases::{self, Case, pictures};
use crate::placing::laid;
use crate::proof::{CONCEPT, FINAL, keep, said, valid};
use crate::read_back::hear;
use crate::{every_case, named};

const DUPLICATE: &str = "Duplicaat, opnieuw gedrukt op 4 mei 2026";

/// The least and the most that a paper of each kind says.
fn short_and_long() -> Vec<Case> {
    let mut cases = every_case();
    let mut kinds = Vec::new();
    cases.retain(|Case { name, facts }| {
        let first = !kinds.contains(&facts.kind());
        kinds.push(facts.kind());
        first || *name == "langste-velden"
    });
    cases
}

fn numbered(case: &Case, number: &str) -> Paper {
    let number = Some(number.to_owned());
    Paper { number, duplicate: Some(DUPLICATE.to_owned()), ..compose(&case.facts, &pictures()) }
}

#[test]
fn a_number_and_that_it_is_a_duplicaat_stand_on_every_page_and_are_read_once() {
    for case in short_and_long() {
        let paper = numbered(&case, "praktijkverklaring-2026-00012");
        let bytes = render(&paper, &FINAL).unwrap();
        keep(&format!("{}-duplicaat", named(&case)), &bytes);
        assert_eq!(valid(&bytes, "2a") + &valid(&bytes, "ua1"), "", "{}", named(&case));
        let heard = hear(&bytes);
        let leaves: Vec<(&str, String)> =
            heard.leaves.iter().map(|leaf| (leaf.tag.as_str(), leaf.text.clone())).collect();
        assert_eq!(leaves, said(&paper, Standing::Final));
        let last = heard.artifacts.len() - 1;
        for (index, seen) in heard.artifacts.iter().enumerate() {
            assert_eq!(seen.contains(DUPLICATE), index > 0, "{}", named(&case));
            assert_eq!(seen.contains("praktijkverklaring-2026-00012"), index < last);
        }
    }
}

#[test]
fn numbers_of_any_length_keep_to_their_place() {
    let mut shaper = Shaper::new().unwrap();
    for number in ["praktijkverklaring-2026-00012", &cases::solid(60)] {
        for case in short_and_long() {
            let paper = numbered(&case, number);
            laid(&paper, Standing::Final, &mut shaper);
            laid(&paper, Standing::Concept, &mut shaper);
        }
    }
}

#[test]
fn a_sheet_of_the_school_bears_no_number_of_its_only_page() {
    let case = |kind: &str| every_case().into_iter().find(|case| named(case) == kind).unwrap();
    let seen = |kind: &str| {
        let paper = compose(&case(kind).facts, &pictures());
        hear(&render(&paper, &CONCEPT).unwrap()).artifacts.concat()
    };
    assert!(!seen("certificaat-onderdeel").contains("Pagina"));
    assert!(seen("praktijkverklaring-kort").contains("Pagina 1 van 1"));
}
