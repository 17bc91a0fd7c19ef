//! Paper: from complete facts to what it says, from that to placed pages, from those to the bytes of a PDF.
//!
//! ```text
//!  Praktijkverklaring ──compose──▶ Paper ──lay_out──▶ Pages ──render──▶ bytes
//!                                                          └──raster──▶ what is seen on a screen
//! ```
//!
//! Knows no store, no screen, no files and no clock: the moment comes in as an argument.

pub mod paper;
pub mod picture;

pub mod praktijkverklaring;

pub mod layout;
pub mod pdf;
pub mod raster;
