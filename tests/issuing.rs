//! Making documents of a dossier: one, and many at once, when all goes well and when it does not.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test may fail loudly"
)]

#[path = "documents/read_back.rs"]
#[expect(dead_code, reason = "the tests of paper look at more of it")]
mod read_back;

#[path = "issuing/dossier.rs"]
mod dossier;

#[path = "issuing/batch.rs"]
mod batch;

#[path = "issuing/bundle.rs"]
mod bundle;

#[path = "issuing/inzage.rs"]
mod inzage;

#[path = "issuing/one.rs"]
mod one;

#[path = "issuing/trouble.rs"]
mod trouble;
