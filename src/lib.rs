//! Praktijkdossier: learners, leerbedrijven, traineeships and achieved werkprocessen in one local file, and the
//! praktijkverklaring made from them.
//!
//! ```text
//!  typed ──▶ field ──parse──▶ domain value ──Change──▶ store (SQLite) ──▶ domain value ──compose──▶ Paper ──▶ PDF bytes
//!            app                domain        changes    store                            documents
//! ```
//!
//! The modules stand in reading order. Which may name which is in `docs/architecture.md` and held by `tests/tidy.rs`.

pub mod files;

pub mod domain;

pub mod catalogue;
pub mod changes;
pub mod example;
pub mod pictures;
pub mod store;

pub mod texts;

pub mod documents;

pub mod issuing;

pub mod transfer;

pub mod backup;

pub mod handover;

#[cfg(any(test, fuzzing))]
pub mod hostile;

pub mod command_line;

pub mod app;
