//! Paper: from complete facts to what it says, from that to placed pages, from those to the bytes of a PDF.
//!
//! ```text
//!  Praktijkverklaring ──compose──▶ Paper ──lay_out──▶ Pages ──render──▶ bytes
//! ```
//!
//! Knows no store, no screen, no files and no clock: the moment comes in as an argument.

pub mod kept;
pub mod paper;
pub mod picture;

pub mod certificaat;
pub mod praktijkverklaring;

pub mod layout;
pub mod pdf;

use crate::documents::paper::Paper;
use crate::documents::picture::Pictures;
use crate::domain::draft::Facts;

/// What a document of any kind says. A logo that `pictures` does not have is left out.
pub fn compose(facts: &Facts, pictures: &Pictures) -> Paper {
    match facts {
        Facts::Praktijkverklaring(facts) => praktijkverklaring::compose(facts, pictures),
        Facts::Certificaat(facts) => certificaat::compose(facts),
        Facts::MboVerklaring(_) | Facts::Totaaloverzicht(_) | Facts::Overneemblad(_) => todo!(),
    }
}
