//! What an inzage says: everything that a dossier holds of one learner, chapter by chapter. Not handed out by an
//! examencommissie and in no register.
//!
//! Cannot fail. Knows no layout.

use crate::documents::paper::{Block, Column, Field, Paper, Sheet, Table, Words};
use crate::texts::inzage as text;

/// What is held of one learner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inzage {
    pub name: String,
    pub school: String,
    /// When it was made, as people read it.
    pub made: String,
    pub chapters: Vec<Chapter>,
}

/// What is held of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chapter {
    pub title: String,
    pub items: Vec<Item>,
}

/// One record, or one line of the history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Empty: the title of the chapter says enough.
    pub title: String,
    pub fields: Vec<Field>,
    /// Longer texts, each a paragraph or more.
    pub texts: Vec<String>,
}

/// Row by row, so that a long record goes on, on the next page.
fn table(fields: &[Field]) -> Table {
    let column = |title: &str, share| Column { title: title.to_owned(), share };
    let row = |Field { label, value }: &Field| vec![label.clone(), value.clone()];
    Table {
        columns: vec![column(text::COLUMN_FIELD, 4), column(text::COLUMN_VALUE, 9)],
        rows: fields.iter().map(row).collect(),
    }
}

pub fn compose(inzage: &Inzage) -> Paper {
    let Inzage { name, school, made, chapters } = inzage;
    let mut blocks = vec![
        Block::Masthead { title: text::TITLE.to_owned(), behind: Some(text::BEHIND.to_owned()) },
        Block::Bearer(Field::new(text::ABOUT, name)),
        Block::Text(text::NATURE.to_owned()),
    ];
    let mut about = vec![Field::new(text::MADE, made)];
    if !school.is_empty() {
        about.insert(0, Field::new(text::SCHOOL, school));
    }
    blocks.push(Block::Fields(about));
    for (number, Chapter { title, items }) in (1..).zip(chapters) {
        blocks.push(Block::Part { number: number.to_string(), title: title.clone() });
        if items.is_empty() {
            blocks.push(Block::Text(text::NOTHING.to_owned()));
        }
        for Item { title, fields, texts } in items {
            if !title.is_empty() {
                blocks.push(Block::Subheading(title.clone()));
            }
            if !fields.is_empty() {
                blocks.push(Block::Table(table(fields)));
            }
            blocks.extend(texts.iter().cloned().map(Block::Text));
        }
    }
    Paper {
        title: text::TITLE.to_owned(),
        blocks,
        running_head: text::running_head(name),
        colophon: text::COLOPHON.to_owned(),
        words: Words::of(text::CONCEPT_LINE),
        number: None,
        duplicate: None,
        sheet: Sheet::Blank,
    }
}
