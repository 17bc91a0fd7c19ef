//! The trees of a damaged file: every row that can be reached from above, then every leaf that was lost from its tree.

use std::collections::BTreeSet;

use crate::store::rescue::cells::{self, Cell, Kind, Value, be32};
use crate::store::rescue::pages::Pages;

/// What is met on the way.
pub(crate) enum Found {
    /// With its number, where rows have one.
    Row(Option<i64>, Vec<Value>),
    /// A row that is there and cannot be read.
    BrokenRow(Option<i64>),
    /// A part of the tree cannot be read: rows with these numbers, from and up to, may have been in it.
    Hole(Option<i64>, Option<i64>),
}

/// All pages of a file, each of which is looked at once.
pub(crate) struct Walk {
    pages: Pages,
    seen: Vec<bool>,
    /// Pages to which a tree or a row leads, and that are not what they should be.
    wrong: BTreeSet<u32>,
}

/// What a tree holds: numbered rows, or entries in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tree {
    Table,
    Index,
}

/// A part of a tree that is still to be looked at.
struct Part {
    page: u32,
    from: Option<i64>,
    to: Option<i64>,
}

impl Walk {
    pub(crate) fn new(pages: Pages) -> Self {
        let seen = vec![false; pages.count() as usize + 1];
        Self { pages, seen, wrong: BTreeSet::new() }
    }

    pub(crate) const fn count(&self) -> u32 {
        self.pages.count()
    }

    pub(crate) fn first_page(&mut self) -> Option<Vec<u8>> {
        self.pages.read(1)
    }

    /// Shows everything in the tree that begins in this page.
    pub(crate) fn tree(&mut self, root: u32, tree: Tree, see: &mut dyn FnMut(Found)) {
        let mut todo = vec![Part { page: root, from: None, to: None }];
        while let Some(Part { page, from, to }) = todo.pop() {
            let node = if self.take(page) { self.node(page) } else { None };
            let node = node.filter(|(kind, _)| kind.is_table() == (tree == Tree::Table));
            let Some((kind, node)) = node else {
                self.wrong.insert(page);
                see(Found::Hole(from, to));
                continue;
            };
            let mut below = Vec::new();
            let mut from = from;
            for cell in node.cells {
                if let Some(child) = cell.child {
                    below.push(Part { page: child, from, to: cell.key.or(to) });
                }
                if kind == Kind::TableInside {
                    from = cell.key.map(|key| key.saturating_add(1)).or(from);
                } else {
                    self.row(cell, see);
                }
            }
            for _ in 0..node.broken {
                // Of a node inside, a whole branch went with it.
                see(if kind == Kind::TableLeaf {
                    Found::BrokenRow(None)
                } else {
                    Found::Hole(from, to)
                });
            }
            below.extend(node.last.map(|page| Part { page, from, to }));
            todo.extend(below.into_iter().rev());
        }
    }

    /// Leaves that no tree has, each as its rows.
    pub(crate) fn lost_leaves(&mut self, see: &mut dyn FnMut(Kind, Vec<Found>)) {
        for page in 1..=self.pages.count() {
            if self.seen.get(page as usize).copied().unwrap_or(true) {
                continue;
            }
            let Some((kind, node)) = self.node(page) else { continue };
            let mut rows = Vec::new();
            for cell in node.cells.into_iter().filter(|_| kind != Kind::TableInside) {
                self.row(cell, &mut |found| rows.push(found));
            }
            if !rows.is_empty() && self.take(page) {
                rows.extend((0..node.broken).map(|_| Found::BrokenRow(None)));
                see(kind, rows);
            }
        }
    }

    /// How many pages cannot be read, or hold rows that have no place.
    pub(crate) fn unread(&mut self) -> u32 {
        for page in 1..=self.pages.count() {
            let seen = self.seen.get(page as usize).copied().unwrap_or(true);
            match self.pages.read(page) {
                Some(bytes) if seen || cells::kind(&bytes, page) != Some(Kind::TableLeaf) => {}
                Some(_) if self.is_empty_leaf(page) => {}
                Some(_) | None => drop(self.wrong.insert(page)),
            }
        }
        u32::try_from(self.wrong.len()).unwrap_or(u32::MAX)
    }

    /// The one page of a table without rows: without the first page nothing tells of which, and nothing is lost.
    fn is_empty_leaf(&mut self, page: u32) -> bool {
        self.node(page).is_some_and(|(_, node)| node.cells.is_empty() && node.broken == 0)
    }

    fn take(&mut self, page: u32) -> bool {
        match self.seen.get_mut(page as usize) {
            Some(seen) if page != 0 && !*seen => {
                *seen = true;
                true
            }
            Some(_) | None => false,
        }
    }

    fn node(&mut self, page: u32) -> Option<(Kind, cells::Node)> {
        let bytes = self.pages.read(page)?;
        cells::node(&bytes, page, self.pages.usable())
    }

    fn row(&mut self, cell: Cell, see: &mut dyn FnMut(Found)) {
        let Cell { child: _, key, payload } = cell;
        let values =
            payload.and_then(|payload| self.whole(payload)).and_then(|row| cells::values(&row));
        let found = match values {
            Some(values) => Found::Row(key, values),
            None => Found::BrokenRow(key),
        };
        see(found);
    }

    /// A row with what of it stands in further pages.
    fn whole(&mut self, payload: cells::Payload) -> Option<Vec<u8>> {
        let cells::Payload { length, mut here, further } = payload;
        // No row is longer than the file.
        if length > self.pages.count() as usize * crate::store::rescue::pages::PAGE {
            return None;
        }
        let mut next = further;
        while here.len() < length {
            let page = next.filter(|page| self.take(*page))?;
            let bytes = self.pages.read(page)?;
            let part = bytes.get(4..self.pages.usable())?;
            here.extend(part.iter().take(length - here.len()));
            next = be32(&bytes, 0);
        }
        Some(here)
    }
}
