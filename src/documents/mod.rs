//! Paper: from complete facts to what it says, from that to placed pages, from those to the bytes of a PDF.
//!
//! ```text
//!  Praktijkverklaring ──compose──▶ Paper ──lay_out──▶ Pages ──render──▶ bytes
//!                                                          └──raster──▶ what is seen on a screen
//! ```
//!
//! Knows no store, no screen, no files and no clock: the moment comes in as an argument.

pub mod kept;
pub mod paper;
pub mod picture;

pub mod calibration;
pub mod certificaat;
pub mod inzage;
pub mod mbo_verklaring;
pub mod overneemblad;
pub mod praktijkverklaring;
pub mod recovery;
mod signatures;
pub mod totaaloverzicht;

pub mod layout;
pub mod pdf;
pub mod raster;

use crate::documents::layout::Standing;
use crate::documents::paper::Paper;
use crate::documents::picture::Pictures;
use crate::domain::DocumentKind;
use crate::domain::draft::Facts;

/// What a document of any kind says. A logo that `pictures` does not have is left out.
pub fn compose(facts: &Facts, pictures: &Pictures) -> Paper {
    match facts {
        Facts::Praktijkverklaring(facts) => praktijkverklaring::compose(facts, pictures),
        Facts::Certificaat(facts) => certificaat::compose(facts),
        Facts::MboVerklaring(facts) => mbo_verklaring::compose(facts, pictures),
        Facts::Totaaloverzicht(facts) => totaaloverzicht::compose(facts),
        Facts::Overneemblad(facts) => overneemblad::compose(facts),
    }
}

/// How a document of this kind is made where `wanted` is asked for: a sheet to copy from is never handed out, so it is no
/// concept either, whatever is still missing on it.
pub const fn standing(kind: DocumentKind, wanted: Standing) -> Standing {
    match kind {
        DocumentKind::Overneemblad => Standing::Final,
        DocumentKind::Praktijkverklaring
        | DocumentKind::Certificaat
        | DocumentKind::MboVerklaring
        | DocumentKind::Totaaloverzicht => wanted,
    }
}
