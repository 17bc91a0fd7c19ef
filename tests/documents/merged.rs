//! Documents one after the other as one, as in a file for the printer.

use praktijkdossier::documents::layout::page::{ContentId, Kid, Mark, Node, Pages};

/// More leaves than a document has.
const LEAVES: usize = 10_000;

pub(crate) fn merged(documents: impl IntoIterator<Item = Pages>) -> Pages {
    let mut all = Pages { title: String::new(), pages: vec![], tree: vec![], outline: vec![] };
    for (index, mut next) in documents.into_iter().enumerate() {
        let (by, before) = (index * LEAVES, all.pages.len());
        next.tree.iter_mut().for_each(|node| moved(node, by));
        for item in next.pages.iter_mut().flat_map(|page| &mut page.items) {
            if let Mark::Content(ContentId(id)) = &mut item.mark {
                *id += by;
            }
        }
        next.outline.iter_mut().for_each(|entry| entry.page += before);
        all.title = next.title;
        all.pages.extend(next.pages);
        all.tree.extend(next.tree);
        all.outline.extend(next.outline);
    }
    all
}

fn moved(node: &mut Node, by: usize) {
    for kid in &mut node.kids {
        match kid {
            Kid::Node(node) => moved(node, by),
            Kid::Content(ContentId(id)) => *id += by,
        }
    }
}
