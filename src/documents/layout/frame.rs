//! What stands on every page around the text: the running head, the colophon and number of the page, and of a concept
//! its mark and its sentence.

use crate::documents::layout::lines::{balanced_lines, break_lines, one_line};
use crate::documents::layout::page::{Artifact, ContentId, Draw, Item, Mark, Node, Page, Role};
use crate::documents::layout::paginate::Room;
use crate::documents::layout::piece::{Contents, Piece};
use crate::documents::layout::shape::Shaper;
use crate::documents::layout::style::{
    BOTTOM, CONCEPT_LINE, CONCEPT_MARK, FOOT, FOOT_COLUMN, FOOT_GAP, HAIRLINE, HEAD_GAP, LEFT,
    PALE, RIGHT, TOP, WIDTH,
};
use crate::documents::layout::units::Pt;
use crate::documents::layout::{BASELINE_OF_FOOT, Standing};
use crate::documents::paper::Paper;

/// Drawn once, put on each page.
pub(crate) struct Frame {
    standing: Standing,
    running_head: Piece,
    concept_line: Piece,
    colophon: Piece,
    /// The first time, the sentence of a concept is read; later it is only seen.
    concept_content: Option<ContentId>,
    /// The last time, the colophon is read.
    colophon_content: ContentId,
}

impl Frame {
    pub(crate) fn new(
        paper: &Paper,
        standing: Standing,
        shaper: &mut Shaper,
        contents: &mut Contents,
    ) -> Self {
        let header = Mark::Artifact(Artifact::Header);
        let mut running_head = Piece::default();
        let lines = break_lines(shaper, &paper.running_head, FOOT, WIDTH);
        running_head.height = running_head.lines(header, lines, FOOT, LEFT, Pt::ZERO) + Pt(3.0);
        running_head.rule(LEFT, running_head.height, WIDTH, HAIRLINE);

        let mut concept_line = Piece::default();
        if standing == Standing::Concept {
            let lines = break_lines(shaper, &paper.words.concept_line, CONCEPT_LINE, WIDTH);
            concept_line.height = concept_line.centred(header, lines, CONCEPT_LINE) + HEAD_GAP;
        }

        let mut colophon = Piece::default();
        colophon.rule(LEFT, Pt::ZERO, WIDTH, HAIRLINE);
        let lines = balanced_lines(shaper, &paper.colophon, FOOT, FOOT_COLUMN);
        let footer = Mark::Artifact(Artifact::Footer);
        colophon.height = Pt(4.0) + colophon.lines(footer, lines, FOOT, LEFT, Pt(4.0));

        let concept_content = (standing == Standing::Concept).then(|| contents.next());
        let colophon_content = contents.next();
        Self { standing, running_head, concept_line, colophon, concept_content, colophon_content }
    }

    pub(crate) fn room(&self) -> Room {
        let first_top = TOP + self.concept_line.height;
        Room {
            first_top,
            next_top: first_top + self.running_head.height + HEAD_GAP,
            bottom: BOTTOM - self.colophon.height - FOOT_GAP,
        }
    }

    /// What of the frame is read aloud: before the document, and after it.
    pub(crate) fn nodes(&self) -> (Option<Node>, Node) {
        let paragraph = |content| Node::leaf(Role::Paragraph, content);
        (self.concept_content.map(paragraph), paragraph(self.colophon_content))
    }

    pub(crate) fn put(&self, paper: &Paper, shaper: &mut Shaper, pages: &mut [Page]) {
        let count = pages.len();
        for (index, page) in pages.iter_mut().enumerate() {
            let mut items = Vec::with_capacity(page.items.len() + 12);
            if self.standing == Standing::Concept {
                let line = one_line(shaper, &paper.words.concept_mark, CONCEPT_MARK);
                let draw = Draw::Watermark { line, grey: PALE };
                items.push(Item { mark: Mark::Artifact(Artifact::Background), draw });
            }
            let read = self.concept_content.filter(|_| index == 0);
            items.extend(placed(&self.concept_line, read, TOP));
            if index > 0 {
                items.extend(placed(&self.running_head, None, TOP + self.concept_line.height));
            }
            items.append(&mut page.items);
            let read = Some(self.colophon_content).filter(|_| index + 1 == count);
            let top = BOTTOM - self.colophon.height;
            items.extend(placed(&self.colophon, read, top));
            let line = one_line(shaper, &paper.words.page(index + 1, count), FOOT);
            let (x, baseline) = (RIGHT - line.width, top + BASELINE_OF_FOOT);
            let draw = Draw::Text { line, x, baseline, grey: 0.0 };
            items.push(Item { mark: Mark::Artifact(Artifact::Footer), draw });
            page.items = items;
        }
    }
}

/// The items of a piece, as content where it is read and as artifact where it only stands there again.
fn placed(piece: &Piece, read: Option<ContentId>, top: Pt) -> impl Iterator<Item = Item> {
    piece.items.iter().cloned().map(move |Item { mark, draw }| {
        let rule = mark == Mark::Artifact(Artifact::Rule);
        let mark = read.filter(|_| !rule).map_or(mark, Mark::Content);
        Item { mark, draw: draw.lowered(top) }
    })
}
