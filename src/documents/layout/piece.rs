//! A strip of the page that is never cut in two, with its items as if it stood at the top.
//!
//! Knows what is on it, not on which page it will stand.

use crate::documents::layout::lines::{Line, Type};
use crate::documents::layout::page::{Artifact, ContentId, Draw, Item, Mark, Role};
use crate::documents::layout::style::{BASELINE, BLACK, LEFT, WIDTH};
use crate::documents::layout::units::Pt;

/// How pieces that stand on one page hold to each other. What is too high for any page comes apart where it holds least.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Hold {
    /// Not at all.
    #[default]
    Loose,
    /// It stands better in company.
    Company,
    /// Rows of people who sign the same.
    Signing,
    /// One without the other would mislead, or look broken.
    Firm,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Piece {
    /// White above it, except at the top of a page.
    pub(crate) before: Pt,
    /// How much more white it would like if the page has some left.
    pub(crate) stretch: f32,
    pub(crate) height: Pt,
    pub(crate) items: Vec<Item>,
    /// How it holds to the next piece.
    pub(crate) keep: Hold,
    /// The block of the paper that it comes from.
    pub(crate) block: usize,
    /// What stands above it again when it comes first on a page: the head of its table, and its kerntaak.
    pub(crate) repeat: Option<usize>,
    /// Whether it is a heading, and of what level: the outline knows those of a paper within another by their title only.
    pub(crate) entry: Option<(String, Role)>,
    /// Stands at the top of a page.
    pub(crate) new_page: bool,
}

impl Piece {
    pub(crate) fn item(&mut self, mark: Mark, draw: Draw) {
        self.items.push(Item { mark, draw });
    }

    /// Lines below each other from `top`; gives the height that they take.
    pub(crate) fn lines(&mut self, mark: Mark, lines: Vec<Line>, of: Type, x: Pt, top: Pt) -> Pt {
        let mut y = top;
        for line in lines {
            self.text(mark, line, x, y + of.lead * BASELINE, BLACK);
            y += of.lead;
        }
        y - top
    }

    /// The same, each in the middle of the page.
    pub(crate) fn centred(&mut self, mark: Mark, lines: Vec<Line>, of: Type) -> Pt {
        self.centred_from(Pt::ZERO, mark, lines, of)
    }

    pub(crate) fn centred_from(&mut self, top: Pt, mark: Mark, lines: Vec<Line>, of: Type) -> Pt {
        let mut y = top;
        for line in lines {
            let x = LEFT + (WIDTH - line.width) * 0.5;
            self.text(mark, line, x, y + of.lead * BASELINE, BLACK);
            y += of.lead;
        }
        y - top
    }

    pub(crate) fn text(&mut self, mark: Mark, line: Line, x: Pt, baseline: Pt, grey: f32) {
        self.item(mark, Draw::Text { line, x, baseline, grey });
    }

    /// With another below it, as one.
    pub(crate) fn above(mut self, below: Self) -> Self {
        let Self { height, items, .. } = below;
        let by = self.height;
        self.items.extend(
            items
                .into_iter()
                .map(|Item { mark, draw }| Item { mark, draw: draw.moved(Pt::ZERO, by) }),
        );
        self.height += height;
        self
    }

    pub(crate) fn rule(&mut self, x: Pt, y: Pt, width: Pt, thickness: Pt) {
        self.item(Mark::Artifact(Artifact::Rule), Draw::Rule { x, y, width, thickness });
    }
}

/// Hands out leaves of the tree.
#[derive(Clone, Debug, Default)]
pub(crate) struct Contents(usize);

impl Contents {
    pub(crate) fn next(&mut self) -> ContentId {
        let id = ContentId(self.0);
        self.0 += 1;
        id
    }
}
