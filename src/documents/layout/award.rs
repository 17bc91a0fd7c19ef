//! The head and the body of a certificaat: all in the middle, from the title down to what was done.

use crate::documents::layout::blocks::{Density, Drafter};
use crate::documents::layout::lines::{Type, balanced_lines, one_line};
use crate::documents::layout::page::{Mark, Node, Role};
use crate::documents::layout::piece::{Hold, Piece};
use crate::documents::layout::style::{
    AWARDS, BELONGS, HAIRLINE, KIND, LEFT, MASTHEAD, MASTHEAD_RULE, MASTHEAD_TRACKING, RULE,
    SCHOOL, SENTENCE, TITLE_GAP, WIDTH,
};
use crate::documents::layout::units::{Mm, Pt};
use crate::documents::paper::Award;

impl Drafter<'_> {
    pub(crate) fn solemn_title(&mut self, title: &str, kind: &str) {
        let (title_id, kind_id) = (self.contents.next(), self.contents.next());
        let line = one_line(self.shaper, title, MASTHEAD).tracked(self.shaper, MASTHEAD_TRACKING);
        let mut piece = Piece {
            entry: Some((title.to_owned(), Role::Title)),
            keep: Hold::Firm,
            ..Piece::default()
        };
        let top = match self.density {
            Density::Airy => Mm(7.0).pt(),
            Density::Tight | Density::Packed => Pt::ZERO,
        };
        let mut y = top + piece.centred_from(top, Mark::Content(title_id), vec![line], MASTHEAD);
        let lines = balanced_lines(self.shaper, kind, KIND, WIDTH);
        y += Pt(2.0);
        y += piece.centred_from(y, Mark::Content(kind_id), lines, KIND) + TITLE_GAP;
        let x = LEFT + (WIDTH - MASTHEAD_RULE) * 0.5;
        piece.rule(x, y, MASTHEAD_RULE, RULE);
        y += Pt(2.0);
        piece.rule(x, y, MASTHEAD_RULE, HAIRLINE);
        piece.height = y;
        self.push(piece);
        self.out.tree.push(Node::leaf(Role::Title, title_id));
        self.out.tree.push(Node::leaf(Role::Paragraph, kind_id));
    }

    pub(crate) fn award(&mut self, award: &Award) {
        let Award { label, name, code, belongs, opening, person, born, at, school, closing } =
            award;
        let person_type = self.name_type(person);
        let of = self.award_type(name, person_type);
        let space = |airy: f32, tight: f32| match self.density {
            Density::Airy => Mm(airy).pt(),
            Density::Tight | Density::Packed => Mm(tight).pt(),
        };
        let [first, part, opens, apart] =
            [space(8.0, 4.0), space(4.0, 2.0), space(9.0, 4.0), space(3.0, 1.5)];
        self.part(label, BELONGS, first, 1.0, Hold::Firm);
        self.part(name, of, Pt(1.0), 0.0, Hold::Firm);
        self.part(code, BELONGS, Pt(2.0), 0.0, Hold::Loose);
        let mut before = part;
        for line in belongs {
            self.part(line, BELONGS, before, if before == part { 0.3 } else { 0.0 }, Hold::Loose);
            before = Pt(1.0);
        }
        self.part(opening, SENTENCE, opens, 1.0, Hold::Firm);
        self.part(person, person_type, apart, 0.3, Hold::Firm);
        self.part(born, SENTENCE, Pt(3.0), 0.0, Hold::Loose);
        self.part(at, SENTENCE, apart, 0.3, Hold::Firm);
        self.part(school, SCHOOL, Pt(2.0), 0.0, Hold::Loose);
        // What was done stands with who signs for it.
        self.part(closing, SENTENCE, apart, 0.3, Hold::Firm);
    }

    /// In the middle, with some of the white that is left above it.
    fn part(&mut self, text: &str, of: Type, before: Pt, stretch: f32, keep: Hold) {
        self.centred(text, of, before, keep);
        if let Some(piece) = self.out.pieces.last_mut() {
            piece.stretch = stretch;
        }
    }

    /// The largest in which it takes at most two lines, and always smaller than the name of who it is given to.
    fn award_type(&mut self, name: &str, person: Type) -> Type {
        let mut smaller = AWARDS.into_iter().filter(|of| of.size < person.size).peekable();
        while let Some(of) = smaller.next() {
            let fits = balanced_lines(self.shaper, name, of, WIDTH).len() <= 2;
            if fits || smaller.peek().is_none() {
                return of;
            }
        }
        SENTENCE
    }
}
