//! The sheet that shows how far a certificaat must move to stand right on the paper of the school.
//!
//! No document: it says nothing about anyone, bears no number and is not kept.

use jiff::Timestamp;

use crate::documents::layout::Standing;
use crate::documents::layout::calibration::{A_TO_B, A_TO_C, lay_out};
use crate::documents::layout::page::Pages;
use crate::documents::layout::shape::Shaper;
use crate::documents::paper::Sheet;
use crate::documents::pdf::{PdfError, RenderOptions, Renderer};
use crate::domain::Shift;
use crate::texts::calibration as text;

/// What stands between the rulers.
#[derive(Clone, Debug)]
pub struct Calibration {
    pub title: String,
    pub introduction: String,
    pub now: String,
    /// With the number before each.
    pub steps: Vec<(String, String)>,
    pub sheet: Sheet,
}

pub fn compose(right: Option<Shift>, down: Option<Shift>) -> Calibration {
    let tenths = |shift: Option<Shift>| shift.map_or(0, Shift::tenths);
    let steps = text::steps(A_TO_B, A_TO_C).into_iter().enumerate();
    Calibration {
        title: text::TITLE.to_owned(),
        introduction: text::INTRODUCTION.to_owned(),
        now: text::now(right, down),
        steps: steps.map(|(index, step)| (text::number(index + 1), step)).collect(),
        sheet: Sheet::Preprinted { right: tenths(right), down: tenths(down) },
    }
}

/// The page, with what is set now.
pub fn pages(right: Option<Shift>, down: Option<Shift>, shaper: &mut Shaper) -> Pages {
    lay_out(&compose(right, down), shaper)
}

/// The page as a file.
pub fn pdf(
    right: Option<Shift>,
    down: Option<Shift>,
    moment: Timestamp,
) -> Result<Vec<u8>, PdfError> {
    let pages = pages(right, down, &mut Shaper::new()?);
    Renderer::new()?.write(&pages, &RenderOptions { standing: Standing::Final, moment })
}
