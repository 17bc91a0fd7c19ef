//! From what a paper says to pages of placed items and their structure.
//!
//! Knows the typeface and the measures of the page; knows no PDF.

pub mod bundle;
pub mod calibration;
pub mod faces;
pub mod lines;
pub mod page;
pub mod recovery;
pub mod shape;
pub mod style;
pub mod units;

mod award;
mod blocks;
mod frame;
mod paginate;
mod piece;
mod results;
mod sheet;
mod signatures;
mod table;

use crate::documents::layout::blocks::Density;
use crate::documents::layout::frame::Frame;
use crate::documents::layout::page::{Item, Pages};
use crate::documents::layout::paginate::Paginated;
use crate::documents::layout::piece::Contents;
use crate::documents::layout::shape::Shaper;
use crate::documents::layout::units::{Mm, Pt};
use crate::documents::paper::{Paper, Sheet};

/// Whether a document counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// To look at: bears a mark that cannot be missed.
    Concept,
    Final,
}

/// A sheet that has its own print is better one than two: what does not fit on one is set closer, if that spares a page.
/// So is room to sign that would be torn from what is signed, of names that are longer than anyone's.
pub fn lay_out(paper: &Paper, standing: Standing, shaper: &mut Shaper) -> Pages {
    let mut best = laid_out(paper, standing, Density::Airy, shaper);
    for density in [Density::Tight, Density::Packed] {
        let to_spare = paper.sheet != Sheet::Blank && best.pages.pages.len() > 1;
        if to_spare || best.torn > 0 {
            let closer = laid_out(paper, standing, density, shaper);
            if closer.cost() < best.cost() {
                best = closer;
            }
        }
    }
    on_sheet(best.pages, paper.sheet)
}

/// Pages, and how often they part what had to stand together.
struct Laid {
    pages: Pages,
    torn: usize,
}

impl Laid {
    /// The less the better.
    fn cost(&self) -> (usize, usize) {
        (self.torn, self.pages.pages.len())
    }
}

/// Moved to where it stands right on what was printed before.
fn on_sheet(pages: Pages, sheet: Sheet) -> Pages {
    match sheet {
        Sheet::Blank => pages,
        Sheet::Preprinted { right, down } => moved(pages, tenths(right), tenths(down)),
    }
}

fn laid_out(paper: &Paper, standing: Standing, density: Density, shaper: &mut Shaper) -> Laid {
    let mut contents = Contents::default();
    let frame = Frame::new(paper, standing, shaper, &mut contents);
    let mut drafted = blocks::draft(paper, density, shaper, &mut contents);
    let body = std::mem::take(&mut drafted.tree);
    let Paginated { mut pages, outline, torn } = paginate::paginate(drafted, frame.room());
    frame.put(paper, shaper, &mut pages);
    let [before, after] = frame.nodes();
    let tree = before.into_iter().chain(body).chain(after).collect();
    Laid { pages: Pages { title: paper.title.clone(), pages, tree, outline }, torn }
}

fn tenths(of_a_millimetre: i16) -> Pt {
    Mm(f32::from(of_a_millimetre) / 10.0).pt()
}

fn moved(mut pages: Pages, dx: Pt, dy: Pt) -> Pages {
    for page in &mut pages.pages {
        let items = std::mem::take(&mut page.items).into_iter();
        page.items =
            items.map(|Item { mark, draw }| Item { mark, draw: draw.moved(dx, dy) }).collect();
    }
    for entry in &mut pages.outline {
        entry.top += dy;
    }
    pages
}
