//! One calm page: which dossier, the code in large letters between two rules, and what to do with it.

use crate::documents::layout::lines::{Type, balanced_lines, one_line};
use crate::documents::layout::page::{Entry, Mark, Node, Page, Pages, Role};
use crate::documents::layout::piece::{Contents, Piece};
use crate::documents::layout::shape::Shaper;
use crate::documents::layout::style::{
    BASELINE, BLACK, BODY, HEADING, LABEL, LEFT, MEASURE, RECOVERY_CODE, RULE, SENTENCE,
    TITLE_SMALL, TOP, VALUE, VALUE_TYPE,
};
use crate::documents::layout::units::{Mm, Pt};
use crate::documents::recovery::Sheet;

const INDENT: Pt = Mm(6.0).pt();
const GAP: Pt = Mm(9.0).pt();

pub fn lay_out(sheet: &Sheet, shaper: &mut Shaper) -> Pages {
    let Sheet { title, introduction, facts, code_label, code, parts } = sheet;
    let mut page = Writer::new(shaper);
    page.paragraph(Role::Title, title, TITLE_SMALL);
    page.y += Pt(6.0);
    page.paragraph(Role::Paragraph, introduction, SENTENCE);
    page.y += GAP;
    for (label, value) in facts {
        page.fact(label, value);
    }
    page.y += GAP;
    page.code(code_label, code);
    for (heading, steps) in parts {
        page.y += GAP;
        page.paragraph(Role::Heading, heading, HEADING);
        page.y += Pt(3.0);
        for (number, step) in steps {
            page.step(number, step);
        }
    }
    page.pages(title)
}

/// What is on the page so far, from above.
struct Writer<'a> {
    shaper: &'a mut Shaper,
    piece: Piece,
    contents: Contents,
    tree: Vec<Node>,
    y: Pt,
}

impl<'a> Writer<'a> {
    fn new(shaper: &'a mut Shaper) -> Self {
        let (piece, contents) = (Piece::default(), Contents::default());
        Self { shaper, piece, contents, tree: Vec::new(), y: TOP + Mm(14.0).pt() }
    }

    fn paragraph(&mut self, role: Role, text: &str, of: Type) {
        let content = self.contents.next();
        let lines = balanced_lines(self.shaper, text, of, MEASURE);
        self.y += self.piece.lines(Mark::Content(content), lines, of, LEFT, self.y);
        self.tree.push(Node::leaf(role, content));
    }

    /// What it is in the first column of the page, what is said in the second.
    fn fact(&mut self, label: &str, value: &str) {
        let content = self.contents.next();
        let mark = Mark::Content(content);
        let label = one_line(self.shaper, label, LABEL);
        self.piece.text(mark, label, LEFT, self.y + VALUE_TYPE.lead * BASELINE, BLACK);
        let lines = balanced_lines(self.shaper, value, VALUE_TYPE, MEASURE - VALUE);
        self.y += self.piece.lines(mark, lines, VALUE_TYPE, LEFT + VALUE, self.y) + Pt(3.0);
        self.tree.push(Node::leaf(Role::Paragraph, content));
    }

    fn code(&mut self, label: &str, code: &[String; 2]) {
        self.piece.rule(LEFT, self.y, MEASURE, RULE);
        self.y += Pt(12.0);
        self.paragraph(Role::Heading, label, HEADING);
        self.y += Pt(6.0);
        let content = self.contents.next();
        for line in code {
            let line = one_line(self.shaper, line, RECOVERY_CODE);
            let baseline = self.y + RECOVERY_CODE.lead * BASELINE;
            self.piece.text(Mark::Content(content), line, LEFT, baseline, BLACK);
            self.y += RECOVERY_CODE.lead;
        }
        self.tree.push(Node::leaf(Role::Paragraph, content));
        self.y += Pt(10.0);
        self.piece.rule(LEFT, self.y, MEASURE, RULE);
    }

    fn step(&mut self, number: &str, text: &str) {
        let content = self.contents.next();
        let mark = Mark::Content(content);
        let number = one_line(self.shaper, number, BODY);
        self.piece.text(mark, number, LEFT, self.y + BODY.lead * BASELINE, BLACK);
        let lines = balanced_lines(self.shaper, text, BODY, MEASURE - INDENT);
        self.y += self.piece.lines(mark, lines, BODY, LEFT + INDENT, self.y) + Pt(4.0);
        self.tree.push(Node::leaf(Role::Paragraph, content));
    }

    fn pages(self, title: &str) -> Pages {
        let Self { shaper: _, piece: Piece { items, .. }, contents: _, tree, y: _ } = self;
        let entry = Entry { text: title.to_owned(), page: 0, top: TOP };
        let pages = vec![Page { items }];
        Pages { title: title.to_owned(), pages, tree, outline: vec![entry] }
    }
}
