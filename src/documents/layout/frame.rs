//! What stands on every page around the text: the running head, that it is a duplicaat, the foot with colophon and
//! numbers, and of a concept its mark and its sentence.

use crate::documents::layout::Standing;
use crate::documents::layout::lines::{balanced_lines, break_lines, one_line};
use crate::documents::layout::page::{Artifact, ContentId, Draw, Item, Mark, Node, Page, Role};
use crate::documents::layout::paginate::Room;
use crate::documents::layout::piece::{Contents, Piece};
use crate::documents::layout::shape::Shaper;
use crate::documents::layout::style::{
    BASELINE, BLACK, BOTTOM, CONCEPT_LINE, CONCEPT_MARK, DUPLICATE, FOOT, FOOT_COLUMN, FOOT_GAP,
    FOOT_NUMBERS, FOOT_PAD, HAIRLINE, HEAD_GAP, LEFT, PALE, RIGHT, TOP, WIDTH,
};
use crate::documents::layout::units::Pt;
use crate::documents::paper::{Paper, Sheet};

const HEADER: Mark = Mark::Artifact(Artifact::Header);
const FOOTER: Mark = Mark::Artifact(Artifact::Footer);

/// Drawn once, put on each page.
pub(crate) struct Frame {
    standing: Standing,
    running_head: Piece,
    /// At the top of every page: the first time they are read, later they are only seen.
    heads: Vec<Read>,
    /// At the foot of every page: the last time they are read.
    feet: Vec<Read>,
    /// Where the number of a page stands, from the top of the foot.
    page_number: Pt,
    foot_height: Pt,
}

/// What stands on each page but is read once.
struct Read {
    piece: Piece,
    content: ContentId,
}

impl Frame {
    pub(crate) fn new(
        paper: &Paper,
        standing: Standing,
        shaper: &mut Shaper,
        contents: &mut Contents,
    ) -> Self {
        let mut running_head = Piece::default();
        let lines = break_lines(shaper, &paper.running_head, FOOT, WIDTH);
        running_head.height = running_head.lines(HEADER, lines, FOOT, LEFT, Pt::ZERO) + Pt(3.0);
        running_head.rule(LEFT, running_head.height, WIDTH, HAIRLINE);

        let concept = (standing == Standing::Concept).then_some(&paper.words.concept_line);
        let heads = [(concept, CONCEPT_LINE), (paper.duplicate.as_ref(), DUPLICATE)];
        let heads = heads.into_iter().filter_map(|(text, of)| {
            let lines = balanced_lines(shaper, text?, of, WIDTH);
            Some(read(contents, |piece| piece.centred(HEADER, lines, of)))
        });
        let mut heads: Vec<Read> = heads.collect();
        if let Some(last) = heads.last_mut() {
            last.piece.height += HEAD_GAP;
        }
        let mut frame = Self {
            standing,
            running_head,
            heads,
            feet: Vec::new(),
            page_number: FOOT_PAD + FOOT.lead * BASELINE,
            foot_height: Pt::ZERO,
        };
        match paper.sheet {
            Sheet::Blank => frame.foot(paper, shaper, contents),
            Sheet::Preprinted { .. } => frame.foot_in_the_middle(paper, shaper, contents),
        }
        frame
    }

    /// Below a line: the colophon, and beside it the numbers.
    fn foot(&mut self, paper: &Paper, shaper: &mut Shaper, contents: &mut Contents) {
        let lines = balanced_lines(shaper, &paper.colophon, FOOT, FOOT_COLUMN);
        let mut colophon =
            read(contents, |piece| FOOT_PAD + piece.lines(FOOTER, lines, FOOT, LEFT, FOOT_PAD));
        colophon.piece.rule(LEFT, Pt::ZERO, WIDTH, HAIRLINE);
        let number = paper.number.as_ref().map(|number| {
            let lines = break_lines(shaper, number, FOOT, FOOT_NUMBERS);
            // Below the number of the page.
            let top = FOOT_PAD + FOOT.lead;
            read(contents, |piece| {
                let mut y = top;
                for line in lines {
                    let x = RIGHT - line.width;
                    piece.text(FOOTER, line, x, y + FOOT.lead * BASELINE, BLACK);
                    y += FOOT.lead;
                }
                y
            })
        });
        self.feet = [Some(colophon), number].into_iter().flatten().collect();
        self.foot_height =
            self.feet.iter().fold(Pt::ZERO, |height, foot| height.max(foot.piece.height));
    }

    /// Without a line, on the axis of the page: what is on the paper already has its own.
    fn foot_in_the_middle(&mut self, paper: &Paper, shaper: &mut Shaper, contents: &mut Contents) {
        let mut y = FOOT_PAD;
        for text in [Some(&paper.colophon), paper.number.as_ref()].into_iter().flatten() {
            let lines = balanced_lines(shaper, text, FOOT, FOOT_COLUMN);
            let top = y;
            let foot = read(contents, |piece| piece.centred_from(top, FOOTER, lines, FOOT));
            y += foot.piece.height;
            self.feet.push(foot);
        }
        self.foot_height = y;
    }

    pub(crate) fn room(&self) -> Room {
        let first_top = TOP + self.heads.iter().map(|head| head.piece.height).sum::<Pt>();
        Room {
            first_top,
            next_top: first_top + self.running_head.height + HEAD_GAP,
            bottom: BOTTOM - self.foot_height - FOOT_GAP,
        }
    }

    /// What of the frame is read aloud: before the document, and after it.
    pub(crate) fn nodes(&self) -> [Vec<Node>; 2] {
        [&self.heads, &self.feet]
            .map(|all| all.iter().map(|read| Node::leaf(Role::Paragraph, read.content)).collect())
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
            let mut y = TOP;
            for Read { piece, content } in &self.heads {
                items.extend(placed(piece, Some(*content).filter(|_| index == 0), y));
                y += piece.height;
            }
            if index > 0 {
                items.extend(placed(&self.running_head, None, y));
            }
            items.append(&mut page.items);
            let top = BOTTOM - self.foot_height;
            for Read { piece, content } in &self.feet {
                items.extend(placed(piece, Some(*content).filter(|_| index + 1 == count), top));
            }
            if count > 1 || paper.sheet == Sheet::Blank {
                let line = one_line(shaper, &paper.words.page(index + 1, count), FOOT);
                let (x, baseline) = (RIGHT - line.width, top + self.page_number);
                let draw = Draw::Text { line, x, baseline, grey: BLACK };
                items.push(Item { mark: FOOTER, draw });
            }
            page.items = items;
        }
    }
}

/// Fills a piece, which says how high it is, and gives it its place in the tree.
fn read(contents: &mut Contents, fill: impl FnOnce(&mut Piece) -> Pt) -> Read {
    let mut piece = Piece::default();
    piece.height = fill(&mut piece);
    Read { piece, content: contents.next() }
}

/// The items of a piece, as content where it is read and as artifact where it only stands there again.
fn placed(piece: &Piece, read: Option<ContentId>, top: Pt) -> impl Iterator<Item = Item> {
    piece.items.iter().cloned().map(move |Item { mark, draw }| {
        let rule = mark == Mark::Artifact(Artifact::Rule);
        let mark = read.filter(|_| !rule).map_or(mark, Mark::Content);
        Item { mark, draw: draw.moved(Pt::ZERO, top) }
    })
}
