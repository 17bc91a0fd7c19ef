//! What a document says, in reading order. Knows no points, no fonts and no pages.
//!
//! [`Paper`]'s `Display` is its plain text: the golden file and the proof-reader's copy.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::documents::picture::Picture;
use crate::texts::paper as text;

/// A document before anyone has decided where things stand. Plain data: what was issued is kept as it is here
/// ([`crate::documents::kept`]), so a change of what follows is a change of that format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub title: String,
    pub blocks: Vec<Block>,
    /// Stands above every page but the first, so that a loose page can be brought home.
    pub running_head: String,
    /// The rule that the content follows; at the foot of every page.
    pub colophon: String,
    pub words: Words,
    /// Under which it stands in the register; small, at the foot of every page.
    pub number: Option<String>,
    /// Says that it was printed before; at the top of every page.
    pub duplicate: Option<String>,
    pub sheet: Sheet,
}

/// What it is printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sheet {
    #[default]
    Blank,
    /// The school's own paper, with its own border and marks: what we print stays away from its edges, and moves by
    /// tenths of a millimetre to stand right on it.
    Preprinted { right: i16, down: i16 },
}

/// The words that a page needs of its own accord.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Large, behind the text of a concept.
    pub concept_mark: String,
    /// A sentence on every page of a concept.
    pub concept_line: String,
    /// The number of a page and how many there are, in place of [`text::PAGE_NUMBER`] and [`text::PAGE_COUNT`].
    pub page: String,
    /// Behind what stands again above rows to tick that go on, on the next page.
    #[serde(default)]
    pub continued: String,
}

/// A part of what the paper says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    Title(String),
    /// A title of more weight, and of what kind it is.
    SolemnTitle {
        title: String,
        kind: String,
    },
    /// Side by side. Kept by their hashes.
    #[serde(skip)]
    Pictures(Vec<Figure>),
    /// Small print that belongs to what stands before it.
    Remark(String),
    /// The solemn sentence, with the person in its middle.
    Declaration {
        opening: String,
        name: String,
        born: String,
        closing: String,
    },
    Award(Box<Award>),
    Heading(String),
    Paragraph(String),
    /// Alone in the middle, as solemn as a declaration.
    Sentence(String),
    Fields(Vec<Field>),
    /// Side by side, above room to sign.
    Beside(Vec<Field>),
    Parts(Parts),
    /// Room to sign, side by side.
    Signatures(Vec<Signature>),
    /// Outside what the document is: small, below all of it.
    Aside(String),
    /// The title of a sheet of facts, flush left: it must not look like a solemn paper. A logo may follow, and stands
    /// beside it.
    Masthead {
        title: String,
        /// The rest of the title, in small letters.
        behind: Option<String>,
    },
    /// Whose sheet it is, in large letters.
    Bearer(Field),
    /// A part of the paper, with its number.
    Part {
        number: String,
        title: String,
    },
    Subheading(String),
    /// Text as someone wrote it, with its line breaks.
    Text(String),
    Table(Table),
    /// Rows with a box to tick by hand.
    Checks(Vec<Check>),
    /// What follows stands on a page of its own.
    NewPage,
    /// What follows, up to the next part, is a paper within this one: its headings stand lower.
    Enclosed,
}

/// What is given to whom: the body of a certificaat.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Award {
    /// What sort of thing [`Self::name`] is.
    pub label: String,
    pub name: String,
    pub code: String,
    /// Of what it is a part, line by line.
    pub belongs: Vec<String>,
    pub opening: String,
    pub person: String,
    pub born: String,
    pub at: String,
    pub school: String,
    pub closing: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    pub picture: Arc<Picture>,
    /// What it shows, for who cannot see it.
    pub alt: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    pub label: String,
    pub value: String,
}

/// A table of codes and titles, in groups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    pub code: String,
    pub title: String,
    pub groups: Vec<Group>,
    /// Behind the title of a group that goes on, on the next page.
    pub continued: String,
}

/// A table of any columns. The first cell of a row says what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    pub title: String,
    /// Its part of the width, in comparison with the other columns.
    pub share: u16,
}

/// A row to be ticked by hand, or one that stands above such rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Check {
    Head(Field),
    Tick(Field),
}

/// Rows that belong together under one of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub head: Row,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub code: String,
    pub title: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    pub label: String,
    pub name: String,
    /// In what office, for who signs on behalf of others.
    #[serde(default)]
    pub functie: Option<String>,
}

impl Words {
    /// Those of every paper, with the sentence of a concept of this one.
    pub fn of(concept_line: &str) -> Self {
        Self {
            concept_mark: text::CONCEPT_MARK.to_owned(),
            concept_line: concept_line.to_owned(),
            page: text::PAGE.to_owned(),
            continued: text::CONTINUED.to_owned(),
        }
    }

    /// Of a page that is this one of so many.
    pub fn page(&self, number: usize, of: usize) -> String {
        self.page
            .replace(text::PAGE_NUMBER, &number.to_string())
            .replace(text::PAGE_COUNT, &of.to_string())
    }
}

impl Field {
    pub fn new(label: &str, value: impl Into<String>) -> Self {
        Self { label: label.to_owned(), value: value.into() }
    }
}

impl fmt::Display for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            title: _,
            blocks,
            running_head,
            colophon,
            words: _,
            number: _,
            duplicate: _,
            sheet: _,
        } = self;
        for block in blocks {
            write!(f, "{block}")?;
        }
        writeln!(f, "\n---\n{colophon}\n(vanaf pagina 2: {running_head})")
    }
}

impl fmt::Display for Block {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Title(text) => writeln!(f, "# {text}"),
            Self::SolemnTitle { title, kind } => writeln!(f, "# {title}\n{kind}"),
            Self::Pictures(figures) => {
                writeln!(f)?;
                figures.iter().try_for_each(|figure| writeln!(f, "[{}]", figure.alt))
            }
            Self::Remark(text) => writeln!(f, "({text})"),
            Self::Declaration { opening, name, born, closing } => {
                writeln!(f, "\n{opening}\n** {name} **\n{born}\n{closing}")
            }
            Self::Heading(text) => writeln!(f, "\n## {text}"),
            Self::Award(award) => write!(f, "{award}"),
            Self::Paragraph(text) | Self::Sentence(text) => writeln!(f, "\n{text}"),
            Self::Aside(text) => writeln!(f, "\n---\n{text}"),
            Self::Fields(fields) | Self::Beside(fields) => {
                writeln!(f)?;
                fields.iter().try_for_each(|field| writeln!(f, "{}: {}", field.label, field.value))
            }
            Self::Parts(parts) => write!(f, "{parts}"),
            Self::Masthead { title, behind } => {
                write!(f, "# {title}")?;
                behind.iter().try_for_each(|behind| write!(f, " {behind}"))?;
                writeln!(f)
            }
            Self::Bearer(Field { label, value }) => writeln!(f, "\n{label}\n** {value} **"),
            Self::Part { number, title } => writeln!(f, "\n## {number} {title}"),
            Self::Subheading(text) => writeln!(f, "\n### {text}"),
            Self::Text(text) => writeln!(f, "\n{text}"),
            Self::Table(table) => write!(f, "{table}"),
            Self::Checks(rows) => {
                writeln!(f)?;
                rows.iter().try_for_each(|row| write!(f, "{row}"))
            }
            Self::NewPage => writeln!(f, "\n=== nieuwe pagina"),
            Self::Enclosed => writeln!(f, "\n>>>"),
            Self::Signatures(signatures) => {
                signatures.iter().try_for_each(|Signature { label, name, functie }| {
                    writeln!(f, "\n{label}\n\n____\n{name}")?;
                    functie.iter().try_for_each(|functie| writeln!(f, "{functie}"))
                })
            }
        }
    }
}

impl fmt::Display for Award {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { label, name, code, belongs, opening, person, born, at, school, closing } = self;
        writeln!(f, "\n{label}\n* {name} *\n{code}\n")?;
        belongs.iter().try_for_each(|line| writeln!(f, "{line}"))?;
        writeln!(f, "\n{opening}\n** {person} **\n{born}\n{at}\n* {school} *\n{closing}")
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { columns, rows } = self;
        let titles: Vec<&str> = columns.iter().map(|column| column.title.as_str()).collect();
        writeln!(f, "\n{}", titles.join(" | "))?;
        rows.iter().try_for_each(|row| writeln!(f, "  {}", row.join(" | ")))
    }
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Head(Field { label, value }) => writeln!(f, "{label} | {value}"),
            Self::Tick(Field { label, value }) => writeln!(f, "[ ] {label} | {value}"),
        }
    }
}

impl fmt::Display for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { code, title, groups, continued: _ } = self;
        writeln!(f, "\n{code} | {title}")?;
        for Group { head, rows } in groups {
            writeln!(f, "{} | {}", head.code, head.title)?;
            for row in rows {
                writeln!(f, "  {} | {}", row.code, row.title)?;
            }
        }
        Ok(())
    }
}
