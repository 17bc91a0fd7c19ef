//! From what a paper says to pages of placed items and their structure.
//!
//! Knows the typeface and the measures of the page; knows no PDF.

pub mod bundle;
pub mod faces;
pub mod lines;
pub mod page;
pub mod shape;
pub mod style;
pub mod units;

mod blocks;
mod frame;
mod paginate;
mod piece;
mod results;
mod sheet;
mod signatures;
mod table;

use crate::documents::layout::frame::Frame;
use crate::documents::layout::page::Pages;
use crate::documents::layout::piece::Contents;
use crate::documents::layout::shape::Shaper;
use crate::documents::layout::style::{BASELINE, FOOT};
use crate::documents::layout::units::Pt;
use crate::documents::paper::Paper;

/// Whether a document counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// To look at: bears a mark that cannot be missed.
    Concept,
    Final,
}

/// Below the rule above the foot of the page.
const BASELINE_OF_FOOT: Pt = Pt(4.0 + FOOT.lead.0 * BASELINE);

pub fn lay_out(paper: &Paper, standing: Standing, shaper: &mut Shaper) -> Pages {
    let mut contents = Contents::default();
    let frame = Frame::new(paper, standing, shaper, &mut contents);
    let mut drafted = blocks::draft(paper, shaper, &mut contents);
    let body = std::mem::take(&mut drafted.tree);
    let (mut pages, outline) = paginate::paginate(drafted, frame.room());
    frame.put(paper, shaper, &mut pages);
    let (before, after) = frame.nodes();
    let tree = before.into_iter().chain(body).chain([after]).collect();
    Pages { title: paper.title.clone(), pages, tree, outline }
}
