//! What a totaaloverzicht says: all results of exams, sufficient and not, as a document of its own (domain facts 0.2,
//! deel 4).
//!
//! Cannot fail: what is not known shows as a gap. Knows no layout.

use crate::documents::mbo_verklaring::{of_whom, table};
use crate::documents::paper::{Block, Field, Paper, Sheet, Words};
use crate::documents::signatures::signatures;
use crate::domain::mbo_verklaring::Totaaloverzicht;
use crate::texts::mbo_verklaring as text;
use crate::texts::paper::{self as words, GAP};
use crate::texts::totaaloverzicht as own;

pub fn compose(overview: &Totaaloverzicht) -> Paper {
    let Totaaloverzicht { person, route, opleiding, school, signers, place, date, results } =
        overview;
    let name = words::name(person);
    let mut blocks = vec![Block::Masthead {
        title: own::TITLE.to_owned(),
        behind: Some(own::BEHIND.to_owned()),
    }];
    blocks.extend(of_whom(person, *route, opleiding, school.as_ref()));
    blocks.push(Block::Text(own::NATURE.to_owned()));
    for group in results {
        blocks.push(Block::Heading(text::table(group.kind).to_owned()));
        blocks.push(table(group));
    }
    if results.is_empty() {
        let [(_, title), _, _] = text::PARTS;
        blocks.push(Block::Heading(title.to_owned()));
        blocks.push(Block::Text(GAP.to_owned()));
    }
    blocks.push(Block::Heading(text::SIGNING.to_owned()));
    blocks.push(Block::Fields(vec![Field::new(
        text::PLACE_AND_DATE,
        words::signed(place.as_ref(), *date),
    )]));
    blocks.push(signatures(signers, text::SIGNATURE_STUDENT, &name));
    Paper {
        title: own::TITLE.to_owned(),
        blocks,
        running_head: own::running_head(&name),
        colophon: text::COLOPHON.to_owned(),
        words: Words::of(own::CONCEPT_LINE),
        number: None,
        duplicate: None,
        sheet: Sheet::Blank,
    }
}
