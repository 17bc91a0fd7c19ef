//! Backups from outside: what is put in comes out, damage is noticed before anything is replaced, and what was there is
//! kept.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[path = "store/builders.rs"]
#[expect(dead_code, reason = "the tests of the store use more of it")]
mod builders;

mod backup {
    mod damage;
    mod old_files;
    mod restore;
    mod write;
}
