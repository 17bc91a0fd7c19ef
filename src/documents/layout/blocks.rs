//! Each block of a paper to pieces, and to its part of the tree.

use crate::documents::layout::lines::{Type, balanced_lines, break_lines};
use crate::documents::layout::page::{Draw, Mark, Node, Role};
use crate::documents::layout::piece::{Contents, Hold, Piece};
use crate::documents::layout::shape::Shaper;
use crate::documents::layout::style::{
    ASIDE, BASELINE, BODY, HAIRLINE, HEADING, LABEL, LEFT, LOGO_COARSEST, LOGO_GAP, LOGO_HEIGHT,
    LOGO_WIDTH, NAMES, RULE, SENTENCE, SMALL, TITLE, TITLE_GAP, TITLE_RULE, TITLE_WITHIN, VALUE,
    VALUE_TYPE, WIDTH,
};
use crate::documents::layout::units::{Mm, Pt};
use crate::documents::layout::{results, sheet, signatures, table};
use crate::documents::paper::{Block, Field, Figure, Paper};

/// What becomes of the blocks of a paper.
pub(crate) struct Drafted {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) tree: Vec<Node>,
    /// Heads of tables, as artifacts, for the pages after the first.
    pub(crate) repeats: Vec<Piece>,
}

pub(crate) struct Drafter<'a> {
    pub(crate) shaper: &'a mut Shaper,
    pub(crate) contents: &'a mut Contents,
    pub(crate) out: Drafted,
    pub(crate) density: Density,
    /// Of the room to sign: what stands side by side above it is in them too.
    pub(crate) signing_columns: usize,
    /// Behind what stands again since it goes on.
    pub(crate) continued: &'a str,
    /// Within another paper: its headings stand lower.
    enclosed: bool,
    /// What follows stands on a page of its own.
    new_page: bool,
    block: usize,
}

/// How much white there is, where a document should stay on one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Density {
    Airy,
    Tight,
    /// Those who sign stand in as many columns as take the least room.
    Packed,
}

pub(crate) fn draft(
    paper: &Paper,
    density: Density,
    shaper: &mut Shaper,
    contents: &mut Contents,
) -> Drafted {
    let out = Drafted { pieces: Vec::new(), tree: Vec::new(), repeats: Vec::new() };
    let signing_columns = paper.blocks.iter().fold(2, |columns, block| {
        if let Block::Signatures(list) = block {
            signatures::columns(list.len(), density)
        } else {
            columns
        }
    });
    let mut drafter = Drafter {
        shaper,
        contents,
        out,
        density,
        signing_columns,
        continued: &paper.words.continued,
        enclosed: false,
        new_page: false,
        block: 0,
    };
    for block in &paper.blocks {
        drafter.block(block);
        drafter.block += 1;
    }
    drafter.out
}

impl Drafter<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Title(text) => self.title(text),
            Block::Pictures(figures) if sheet::takes_pictures(self) => {
                sheet::beside_masthead(self, figures);
            }
            Block::Pictures(figures) => self.pictures(figures),
            Block::SolemnTitle { title, kind } => self.solemn_title(title, kind),
            Block::Remark(text) => self.remark(text),
            Block::Declaration { opening, name, born, closing } => {
                self.declaration(opening, name, born, closing);
            }
            Block::Award(award) => self.award(award),
            Block::Heading(text) => self.heading(text),
            Block::Paragraph(text) => self.paragraph(text),
            Block::Sentence(text) => self.sentence(text),
            Block::Fields(fields) => self.fields(fields),
            Block::Beside(fields) => signatures::beside(self, fields),
            Block::Parts(parts) => table::draft(self, parts),
            Block::Signatures(list) => signatures::draft(self, list),
            Block::Aside(text) => self.aside(text),
            Block::Masthead { title, behind } => sheet::masthead(self, title, behind.as_deref()),
            Block::Bearer(Field { label, value }) => sheet::bearer(self, label, value),
            Block::Part { number, title } => {
                self.enclosed = false;
                sheet::part(self, number, title);
            }
            Block::Subheading(text) => sheet::subheading(self, text),
            Block::Text(text) => sheet::text(self, text),
            Block::Table(table) => results::draft(self, table),
            Block::Checks(rows) => sheet::checks(self, rows),
            Block::NewPage => self.new_page = true,
            Block::Enclosed => self.enclosed = true,
        }
    }

    pub(crate) fn push(&mut self, piece: Piece) {
        let new_page = std::mem::take(&mut self.new_page);
        self.out.pieces.push(Piece { block: self.block, new_page, ..piece });
    }

    /// The role of a heading, which is lower within another paper.
    fn role(&self, alone: Role) -> Role {
        match (self.enclosed, alone) {
            (true, Role::Title) => Role::Subheading,
            (true, Role::Heading) => Role::Minor,
            (_, role) => role,
        }
    }

    fn title(&mut self, text: &str) {
        let content = self.contents.next();
        let of = if self.enclosed { TITLE_WITHIN } else { TITLE };
        let lines = balanced_lines(self.shaper, text, of, WIDTH);
        let role = self.role(Role::Title);
        let entry = Some((text.to_owned(), role));
        let mut piece = Piece { entry, keep: Hold::Firm, ..Piece::default() };
        let below = piece.centred(Mark::Content(content), lines, of) + TITLE_GAP;
        piece.rule(LEFT + (WIDTH - TITLE_RULE) * 0.5, below, TITLE_RULE, RULE);
        piece.height = below;
        self.push(piece);
        self.out.tree.push(Node::leaf(role, content));
    }

    fn pictures(&mut self, figures: &[Figure]) {
        let mut piece =
            Piece { before: Mm(6.0).pt(), stretch: 0.5, keep: Hold::Firm, ..Piece::default() };
        let sizes: Vec<(Pt, Pt)> =
            figures.iter().map(|figure| print_size(figure, figures.len())).collect();
        let gaps = LOGO_GAP * figures.len().saturating_sub(1) as f32;
        let total = sizes.iter().map(|(width, _)| *width).sum::<Pt>() + gaps;
        let tallest = sizes.iter().fold(Pt::ZERO, |tallest, (_, height)| tallest.max(*height));
        let mut x = LEFT + (WIDTH - total) * 0.5;
        for (figure, (width, height)) in figures.iter().zip(sizes) {
            let content = self.contents.next();
            let picture = figure.picture.clone();
            let y = (tallest - height) * 0.5;
            piece.item(Mark::Content(content), Draw::Picture { picture, x, y, width, height });
            x += width + LOGO_GAP;
            let node = Node::leaf(Role::Figure, content);
            self.out.tree.push(Node { alt: Some(figure.alt.clone()), ..node });
        }
        piece.height = tallest;
        self.push(piece);
    }

    fn remark(&mut self, text: &str) {
        self.stay_with_what_follows();
        self.centred(text, SMALL, Pt(9.0), Hold::Firm);
    }

    fn sentence(&mut self, text: &str) {
        self.centred(text, SENTENCE, Mm(6.0).pt(), Hold::Firm);
        if let Some(piece) = self.out.pieces.last_mut() {
            piece.stretch = 0.6;
        }
    }

    /// Below a line that sets it apart.
    fn aside(&mut self, text: &str) {
        self.stay_with_what_follows();
        let content = self.contents.next();
        let lines = balanced_lines(self.shaper, text, SMALL, ASIDE);
        let mut piece = Piece { before: Mm(7.0).pt(), stretch: 1.0, ..Piece::default() };
        piece.rule(LEFT + (WIDTH - TITLE_RULE) * 0.5, Pt::ZERO, TITLE_RULE, HAIRLINE);
        let top = Pt(5.0);
        piece.height = top + piece.centred_from(top, Mark::Content(content), lines, SMALL);
        self.push(piece);
        self.out.tree.push(Node::leaf(Role::Paragraph, content));
    }

    /// The last piece is not left alone at the end of a page.
    fn stay_with_what_follows(&mut self) {
        if let Some(piece) = self.out.pieces.last_mut() {
            piece.keep = piece.keep.max(Hold::Company);
        }
    }

    fn declaration(&mut self, opening: &str, name: &str, born: &str, closing: &str) {
        let first = self.out.pieces.len();
        self.centred(opening, SENTENCE, Mm(8.0).pt(), Hold::Firm);
        let of = self.name_type(name);
        self.centred(name, of, Mm(2.5).pt(), Hold::Firm);
        self.centred(born, SENTENCE, Pt(3.0), Hold::Firm);
        self.centred(closing, SENTENCE, Mm(3.0).pt(), Hold::Loose);
        if let Some(piece) = self.out.pieces.get_mut(first) {
            piece.stretch = 1.5;
        }
    }

    /// A long name may take two lines, a very long one more.
    pub(crate) fn name_type(&mut self, name: &str) -> Type {
        let mut few_enough = 1;
        let mut chosen = SENTENCE;
        for of in NAMES {
            chosen = of;
            if break_lines(self.shaper, name, of, WIDTH).len() <= few_enough {
                break;
            }
            few_enough = 2;
        }
        chosen
    }

    pub(crate) fn centred(&mut self, text: &str, of: Type, before: Pt, keep: Hold) {
        let content = self.contents.next();
        let lines = balanced_lines(self.shaper, text, of, WIDTH);
        let mut piece = Piece { before, keep, ..Piece::default() };
        piece.height = piece.centred(Mark::Content(content), lines, of);
        self.push(piece);
        self.out.tree.push(Node::leaf(Role::Paragraph, content));
    }

    fn heading(&mut self, text: &str) {
        let content = self.contents.next();
        let lines = break_lines(self.shaper, text, HEADING, WIDTH);
        let mut piece = Piece {
            before: Mm(5.5).pt(),
            stretch: 1.0,
            keep: Hold::Firm,
            entry: Some((text.to_owned(), self.role(Role::Heading))),
            ..Piece::default()
        };
        piece.height = piece.lines(Mark::Content(content), lines, HEADING, LEFT, Pt::ZERO);
        self.push(piece);
        self.out.tree.push(Node::leaf(self.role(Role::Heading), content));
    }

    fn paragraph(&mut self, text: &str) {
        let content = self.contents.next();
        let lines = balanced_lines(self.shaper, text, BODY, WIDTH);
        let mut piece = Piece { before: Pt(3.0), keep: Hold::Firm, ..Piece::default() };
        piece.height = piece.lines(Mark::Content(content), lines, BODY, LEFT, Pt::ZERO);
        self.push(piece);
        self.out.tree.push(Node::leaf(Role::Paragraph, content));
    }

    /// A table of two columns without rules: what it is, and what it says.
    fn fields(&mut self, fields: &[Field]) {
        let after_heading = self.out.pieces.last().is_some_and(|piece| piece.entry.is_some());
        let before = if after_heading { Pt(4.0) } else { Mm(5.0).pt() };
        let mut rows = Vec::new();
        let mut before = before;
        for Field { label, value } in fields {
            let mut piece = Piece { before, keep: Hold::Company, ..Piece::default() };
            let (label_id, value_id) = (self.contents.next(), self.contents.next());
            let label = break_lines(self.shaper, label, LABEL, VALUE - Mm(3.0).pt());
            let value = break_lines(self.shaper, value, VALUE_TYPE, WIDTH - VALUE);
            let lower = (VALUE_TYPE.lead - LABEL.lead) * BASELINE;
            let labels = piece.lines(Mark::Content(label_id), label, LABEL, LEFT, lower);
            let values =
                piece.lines(Mark::Content(value_id), value, VALUE_TYPE, LEFT + VALUE, Pt::ZERO);
            piece.height = labels.max(values);
            self.push(piece);
            rows.push(Node::of(
                Role::Row,
                vec![Node::leaf(Role::RowHeader, label_id), Node::leaf(Role::Cell, value_id)],
            ));
            before = Pt(2.0);
        }
        let first = self.out.pieces.len() - fields.len();
        if let Some(piece) = self.out.pieces.get_mut(first)
            && !after_heading
        {
            piece.stretch = 1.0;
        }
        if let Some(piece) = self.out.pieces.last_mut() {
            piece.keep = Hold::Loose;
        }
        self.out.tree.push(Node::of(Role::Table, vec![Node::of(Role::TableBody, rows)]));
    }
}

/// As large as fits, in its own proportions, and not so large that its dots show.
pub(crate) fn print_size(figure: &Figure, beside: usize) -> (Pt, Pt) {
    let (width, height) = (figure.picture.width() as f32, figure.picture.height() as f32);
    let room = (WIDTH - LOGO_GAP * beside.saturating_sub(1) as f32) * (1.0 / beside.max(1) as f32);
    let factor = (LOGO_WIDTH.min(room).0 / width).min(LOGO_HEIGHT.0 / height).min(LOGO_COARSEST);
    (Pt(width * factor), Pt(height * factor))
}
