//! Several documents in one, for the printer: each begins on the front of a sheet.

use crate::documents::layout::page::{ContentId, Entry, Item, Kid, Mark, Node, Page, Pages, Role};
use crate::documents::layout::units::Pt;

/// Puts documents behind each other, each under its name in the outline. After an odd number of pages comes a blank one.
pub fn bundle(title: String, documents: impl IntoIterator<Item = (String, Pages)>) -> Pages {
    let mut out = Pages { title, pages: Vec::new(), tree: Vec::new(), outline: Vec::new() };
    let mut contents = 0;
    for (name, document) in documents {
        if out.pages.len() % 2 == 1 {
            out.pages.push(Page::default());
        }
        let Pages { title: _, pages, tree, outline: _ } = document;
        out.outline.push(Entry { text: name, page: out.pages.len(), top: Pt::ZERO });
        let mut shift = Shift { by: contents, next: contents };
        out.pages.extend(pages.into_iter().map(|page| shift.page(page)));
        let tree = tree.into_iter().map(|node| shift.node(node)).collect();
        out.tree.push(Node::of(Role::Section, tree));
        contents = shift.next;
    }
    out
}

/// Gives the parts of a document ids behind those of the documents before it.
struct Shift {
    by: usize,
    next: usize,
}

impl Shift {
    fn content(&mut self, ContentId(own): ContentId) -> ContentId {
        let content = own + self.by;
        self.next = self.next.max(content + 1);
        ContentId(content)
    }

    fn page(&mut self, Page { items }: Page) -> Page {
        let items = items.into_iter().map(|Item { mark, draw }| {
            let mark = match mark {
                Mark::Content(content) => Mark::Content(self.content(content)),
                Mark::Artifact(artifact) => Mark::Artifact(artifact),
            };
            Item { mark, draw }
        });
        Page { items: items.collect() }
    }

    fn node(&mut self, Node { role, alt, kids }: Node) -> Node {
        let kids = kids.into_iter().map(|kid| match kid {
            Kid::Node(node) => Kid::Node(self.node(node)),
            Kid::Content(content) => Kid::Content(self.content(content)),
        });
        Node { role, alt, kids: kids.collect() }
    }
}
