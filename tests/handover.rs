//! Learners from one dossier to another: everything of theirs comes, nothing of others, and nothing is taken over unseen.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "issuing/dossier.rs"]
#[expect(dead_code, reason = "the tests of issuing use more of it")]
mod dossier;

#[path = "store/builders.rs"]
#[expect(dead_code, reason = "the tests of the store use more of it")]
mod builders;

mod handover {
    mod again;
    mod both;
    mod refused;
    mod whole;
}
