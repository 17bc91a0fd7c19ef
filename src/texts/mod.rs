//! Every word that a person reads, on screen and on paper. Knows what things are, not where they stand.

pub mod backup;
pub mod batch;
pub mod calibration;
pub mod catalogue;
pub mod certificaat;
pub mod choices;
pub mod command_line;
pub mod command_line_help;
pub mod command_line_refusals;
pub mod common;
pub mod documents;
pub mod errors;
pub mod fields;
pub mod inzage;
pub mod issuing;
pub mod mbo_verklaring;
pub mod overneemblad;
pub mod paper;
pub mod past;
pub mod praktijkverklaring;
pub mod preview;
pub mod readiness;
pub mod register;
pub mod totaaloverzicht;
pub mod values;
pub mod window;
