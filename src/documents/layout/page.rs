//! Placed pages and their structure: what is left to do is to draw. Knows no PDF.
//!
//! Lengths are from the left and from the top of the page.

use std::sync::Arc;

use crate::documents::layout::lines::Line;
use crate::documents::layout::units::Pt;
use crate::documents::picture::Picture;

/// A document laid out.
#[derive(Clone, Debug)]
pub struct Pages {
    pub title: String,
    pub pages: Vec<Page>,
    /// The parts of the document in reading order.
    pub tree: Vec<Node>,
    pub outline: Vec<Entry>,
}

#[derive(Clone, Debug, Default)]
pub struct Page {
    /// In the order of drawing, which is also that of reading.
    pub items: Vec<Item>,
}

#[derive(Clone, Debug)]
pub struct Item {
    pub mark: Mark,
    pub draw: Draw,
}

/// Whether an item is part of what the document says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Content(ContentId),
    Artifact(Artifact),
}

/// A leaf of the tree, drawn by one or more items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentId(pub usize);

/// What is on the page but does not belong to what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Artifact {
    Rule,
    /// What stands there again, or only helps to find one's way.
    Header,
    Footer,
    Background,
}

#[derive(Clone, Debug)]
pub enum Draw {
    Text {
        line: Line,
        x: Pt,
        baseline: Pt,
        grey: f32,
    },
    /// From left to right.
    Rule {
        x: Pt,
        y: Pt,
        width: Pt,
        thickness: Pt,
    },
    Picture {
        picture: Arc<Picture>,
        x: Pt,
        y: Pt,
        width: Pt,
        height: Pt,
    },
    /// Slanting, with its middle in the middle of the page.
    Watermark {
        line: Line,
        grey: f32,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Title,
    Heading,
    /// Below a heading.
    Subheading,
    /// Below a subheading, in a paper within another.
    Minor,
    Paragraph,
    Figure,
    Table,
    TableHead,
    TableBody,
    Row,
    ColumnHeader,
    RowHeader,
    Cell,
    Section,
}

/// A part of the document.
#[derive(Clone, Debug)]
pub struct Node {
    pub role: Role,
    pub alt: Option<String>,
    pub kids: Vec<Kid>,
}

#[derive(Clone, Debug)]
pub enum Kid {
    Node(Node),
    Content(ContentId),
}

/// A heading, and where it stands.
#[derive(Clone, Debug)]
pub struct Entry {
    pub text: String,
    pub page: usize,
    pub top: Pt,
}

impl Node {
    pub(crate) fn of(role: Role, nodes: Vec<Self>) -> Self {
        Self { role, alt: None, kids: nodes.into_iter().map(Kid::Node).collect() }
    }

    pub(crate) fn leaf(role: Role, content: ContentId) -> Self {
        Self { role, alt: None, kids: vec![Kid::Content(content)] }
    }
}

impl Draw {
    /// The same, further to the right and lower. The mark of a concept stays where it is.
    pub(crate) fn moved(self, dx: Pt, dy: Pt) -> Self {
        match self {
            Self::Text { line, x, baseline, grey } => {
                Self::Text { line, x: x + dx, baseline: baseline + dy, grey }
            }
            Self::Rule { x, y, width, thickness } => {
                Self::Rule { x: x + dx, y: y + dy, width, thickness }
            }
            Self::Picture { picture, x, y, width, height } => {
                Self::Picture { picture, x: x + dx, y: y + dy, width, height }
            }
            Self::Watermark { line, grey } => Self::Watermark { line, grey },
        }
    }
}
