//! Backups in the window.

pub(crate) mod plan;
