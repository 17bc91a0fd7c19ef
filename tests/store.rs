//! The store from outside: what a change does, what undo brings back, which files are refused.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod store {
    mod builders;

    mod changes;
    mod clock;
    mod encrypted;
    mod files;
    mod forget;
    mod history;
    mod neighbours;
    mod old_files;
    mod password;
    mod property;
    mod register;
    mod rescue;
    mod rules;
    mod shape;
    mod trail;
    mod trash;
    mod undo;
}
