//! The window from outside: found by label, typed in, clicked, and looked up in the file. No screen, no clock.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod screens {
    mod window;

    mod astray;
    mod backups;
    mod batch;
    mod changed;
    mod choosing;
    mod dossiers;
    mod fields;
    mod handover;
    mod kept;
    mod keys;
    mod lists;
    mod locking;
    mod made;
    mod main_job;
    mod making;
    mod neighbours;
    mod papers;
    mod past;
    mod preview;
    mod register;
    mod restoring;
    mod security;
    mod settings;
    mod ticking;
    mod tree;
    mod words;
}

#[path = "documents/cases.rs"]
#[expect(dead_code, reason = "not every shape of paper is looked at")]
mod cases;
#[path = "documents/read_back.rs"]
#[expect(dead_code, reason = "the tests of paper look at more of it")]
mod read_back;
