//! The look of paper: measures, sizes and spaces, all in one place.

use crate::documents::layout::faces::FaceId;
use crate::documents::layout::lines::Type;
use crate::documents::layout::units::{Mm, Pt};

pub const PAGE_WIDTH: Pt = Mm(210.0).pt();
pub const PAGE_HEIGHT: Pt = Mm(297.0).pt();

/// Nothing but the mark of a concept stands outside these.
pub const LEFT: Pt = Mm(26.0).pt();
pub const RIGHT: Pt = Mm(184.0).pt();
pub const TOP: Pt = Mm(21.0).pt();
pub const BOTTOM: Pt = Mm(276.5).pt();

pub(crate) const WIDTH: Pt = Mm(158.0).pt();
/// The second axis of the page: what is said, beside what it is.
pub(crate) const VALUE: Pt = Mm(52.0).pt();

const fn regular(size: f32, lead: f32) -> Type {
    Type { face: FaceId::Regular, size: Pt(size), lead: Pt(lead) }
}

const fn bold(size: f32, lead: f32) -> Type {
    Type { face: FaceId::Bold, size: Pt(size), lead: Pt(lead) }
}

pub(crate) const TITLE: Type = regular(36.0, 40.0);
pub(crate) const TITLE_WITHIN: Type = regular(28.0, 32.0);
/// From the largest down: the first in which a name needs few enough lines.
pub(crate) const NAMES: [Type; 4] =
    [bold(26.0, 32.0), bold(22.0, 27.0), bold(18.0, 23.0), bold(15.0, 19.0)];
pub(crate) const SENTENCE: Type = regular(12.0, 17.0);
pub(crate) const HEADING: Type = bold(12.5, 17.0);
pub(crate) const BODY: Type = regular(11.0, 15.0);
pub(crate) const LABEL: Type = regular(10.0, 15.0);
pub(crate) const VALUE_TYPE: Type = regular(11.5, 15.5);
pub(crate) const CELL: Type = regular(10.5, 14.0);
pub(crate) const CELL_BOLD: Type = bold(10.5, 14.0);
pub(crate) const SMALL: Type = regular(9.5, 12.5);
pub(crate) const FOOT: Type = regular(9.0, 11.5);
pub(crate) const CONCEPT_LINE: Type = bold(11.0, 15.0);
pub(crate) const DUPLICATE: Type = regular(11.0, 15.0);
pub(crate) const CONCEPT_MARK: Type = bold(120.0, 120.0);

pub(crate) const TITLE_SMALL: Type = regular(22.0, 27.0);
/// Read from paper, and typed.
pub(crate) const RECOVERY_CODE: Type = bold(20.0, 30.0);
/// Of a certificaat.
pub(crate) const MASTHEAD: Type = regular(34.0, 40.0);
/// White between its letters, as a part of their size.
pub(crate) const MASTHEAD_TRACKING: f32 = 0.14;
pub(crate) const MASTHEAD_RULE: Pt = Mm(44.0).pt();
pub(crate) const KIND: Type = regular(13.0, 18.0);
/// As [`NAMES`], for what is given.
pub(crate) const AWARDS: [Type; 4] =
    [bold(19.0, 24.0), bold(16.0, 20.0), bold(14.0, 18.0), bold(12.0, 15.5)];
pub(crate) const BELONGS: Type = regular(11.0, 15.0);
pub(crate) const SCHOOL: Type = bold(13.0, 17.5);

/// A fraction of the leading lies above the baseline.
pub(crate) const BASELINE: f32 = 0.76;

pub(crate) const HAIRLINE: Pt = Pt(0.4);
pub(crate) const RULE: Pt = Pt(0.8);

/// As black as it is white, for what is not the text itself.
pub(crate) const BLACK: f32 = 0.0;
pub(crate) const PALE: f32 = 0.90;

/// The short rule below the title.
pub(crate) const TITLE_RULE: Pt = Mm(28.0).pt();
pub(crate) const TITLE_GAP: Pt = Pt(7.0);

pub(crate) const LOGO_HEIGHT: Pt = Mm(18.0).pt();
pub(crate) const LOGO_WIDTH: Pt = Mm(62.0).pt();
/// Points for a dot of the picture: 96 dots an inch.
pub(crate) const LOGO_COARSEST: f32 = 0.75;
pub(crate) const LOGO_GAP: Pt = Mm(14.0).pt();

/// Above and below the text of a row.
pub(crate) const ROW_PAD: [Pt; 2] = [Pt(1.5), Pt(1.5)];
pub(crate) const GROUP_PAD: [Pt; 2] = [Pt(4.5), Pt(1.5)];
pub(crate) const HEAD_PAD: [Pt; 2] = [Pt(0.0), Pt(3.0)];
/// Below the last row of a group.
pub(crate) const GROUP_END: Pt = Pt(3.0);

/// Of a sheet: wide enough to read, narrow enough to find the next line.
pub(crate) const MEASURE: Pt = Mm(146.0).pt();
pub(crate) const BEARERS: [Type; 3] = [bold(22.0, 27.0), bold(18.0, 23.0), bold(15.0, 19.0)];
pub(crate) const PART: Type = regular(20.0, 25.0);
pub(crate) const CHECKED: Type = regular(12.0, 16.0);
pub(crate) const CHECKED_BOLD: Type = bold(12.0, 16.0);
/// A box to tick by hand, and the text behind it.
pub(crate) const BOX: Pt = Mm(3.8).pt();
pub(crate) const AFTER_BOX: Pt = Mm(8.0).pt();
pub(crate) const COLUMN_GAP: Pt = Mm(5.0).pt();
pub(crate) const LINE_PAD: [Pt; 2] = [Pt(3.0), Pt(3.0)];

/// Room for a signature in ink.
pub(crate) const SIGNING_ROOM: Pt = Mm(22.0).pt();
pub(crate) const LESS_SIGNING_ROOM: Pt = Mm(15.0).pt();
pub(crate) const SIGNING_GAP: Pt = Mm(14.0).pt();
pub(crate) const SIGNING_GAP_OF_THREE: Pt = Mm(8.0).pt();

/// The widest that something outside the document stands.
pub(crate) const ASIDE: Pt = Mm(120.0).pt();

pub(crate) const HEAD_GAP: Pt = Mm(9.0).pt();
pub(crate) const FOOT_GAP: Pt = Mm(4.5).pt();
/// Between the line above the foot and its text.
pub(crate) const FOOT_PAD: Pt = Pt(4.0);
/// The widest that the colophon stands, and the numbers beside it.
pub(crate) const FOOT_COLUMN: Pt = Mm(106.0).pt();
pub(crate) const FOOT_NUMBERS: Pt = Mm(48.0).pt();
