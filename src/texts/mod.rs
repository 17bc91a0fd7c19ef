//! Every word that a person reads, on screen and on paper. Knows what things are, not where they stand.

pub mod backup;
pub mod catalogue;
pub mod choices;
pub mod command_line;
pub mod command_line_refusals;
pub mod common;
pub mod errors;
pub mod fields;
pub mod paper;
pub mod praktijkverklaring;
pub mod readiness;
pub mod window;
