//! The tree of the document for who listens to it: elements, the way back from marks to them, the outline.

use lopdf::{Document, Object, ObjectId, dictionary};

use crate::documents::layout::page::{ContentId, Entry, Kid, Node, Pages, Role};
use crate::documents::layout::style::PAGE_HEIGHT;
use crate::documents::pdf::PdfError;
use crate::documents::pdf::draw::{Marks, utf16};

pub(crate) fn add(document: &mut Document, pages: &Pages, marks: &Marks) -> Result<(), PdfError> {
    let page_ids: Vec<ObjectId> = document.page_iter().collect();
    let (root, top) = (document.new_object_id(), document.new_object_id());
    let parents = marks
        .counts
        .iter()
        .map(|count| vec![Object::Null; usize::try_from(*count).unwrap_or(0)])
        .collect();
    let mut grower = Grower { document, page_ids: &page_ids, marks, parents };
    let kids: Vec<Object> =
        pages.tree.iter().map(|node| Object::Reference(grower.element(node, top))).collect();
    let parents = grower.parents;
    document.set_object(
        top,
        dictionary! { "Type" => "StructElem", "S" => "Document", "P" => root, "K" => kids },
    );

    let mut numbers = Vec::new();
    for (index, (of_page, page)) in (0_i64..).zip(parents.into_iter().zip(&page_ids)) {
        let list = document.add_object(of_page);
        numbers.extend([Object::Integer(index), Object::Reference(list)]);
        let page = document.get_dictionary_mut(*page)?;
        page.set("StructParents", index);
        page.set("Tabs", "S");
        page.remove(b"Annots");
    }
    let count = i64::try_from(page_ids.len()).unwrap_or(i64::MAX);
    let parent_tree = document.add_object(dictionary! { "Nums" => numbers });
    document.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => top,
            "ParentTree" => parent_tree,
            "ParentTreeNextKey" => count,
        },
    );
    let outline = outline(document, &pages.outline, &page_ids);
    let catalog = document.catalog_mut()?;
    catalog.set("StructTreeRoot", root);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
    }
    Ok(())
}

struct Grower<'a> {
    document: &'a mut Document,
    page_ids: &'a [ObjectId],
    marks: &'a Marks,
    /// For each page, for each mark on it, its element.
    parents: Vec<Vec<Object>>,
}

impl Grower<'_> {
    fn element(&mut self, node: &Node, parent: ObjectId) -> ObjectId {
        let Node { role, alt, kids } = node;
        let id = self.document.new_object_id();
        let mut element = dictionary! { "Type" => "StructElem", "S" => tag(*role), "P" => parent };
        let mut children = Vec::new();
        for kid in kids {
            match kid {
                Kid::Node(node) => children.push(Object::Reference(self.element(node, id))),
                Kid::Content(content) => {
                    children.extend(self.leaf(*content, id));
                    if let Some(corners) = self.marks.boxes.get(content) {
                        let corners: Vec<Object> =
                            corners.iter().map(|c| Object::Real(*c)).collect();
                        element.set(
                            "A",
                            dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => corners },
                        );
                    }
                }
            }
        }
        element.set("K", children);
        match role {
            Role::ColumnHeader => {
                element.set("A", dictionary! { "O" => "Table", "Scope" => "Column" });
            }
            Role::RowHeader => element.set("A", dictionary! { "O" => "Table", "Scope" => "Row" }),
            Role::Title
            | Role::Heading
            | Role::Subheading
            | Role::Minor
            | Role::Paragraph
            | Role::Figure
            | Role::Table
            | Role::TableHead
            | Role::TableBody
            | Role::Row
            | Role::Cell
            | Role::Section => {}
        }
        if let Some(alt) = alt {
            element.set("Alt", text(alt));
        }
        self.document.set_object(id, element);
        id
    }

    fn leaf(&mut self, content: ContentId, element: ObjectId) -> Vec<Object> {
        let mut references = Vec::new();
        for (page, number) in self.marks.of.get(&content).into_iter().flatten() {
            let slot = usize::try_from(*number)
                .ok()
                .and_then(|number| self.parents.get_mut(*page)?.get_mut(number));
            if let Some(slot) = slot {
                *slot = Object::Reference(element);
            }
            if let Some(page) = self.page_ids.get(*page) {
                let mark = dictionary! { "Type" => "MCR", "Pg" => *page, "MCID" => *number };
                references.push(Object::Dictionary(mark));
            }
        }
        references
    }
}

const fn tag(role: Role) -> &'static str {
    match role {
        Role::Title => "H1",
        Role::Heading => "H2",
        Role::Subheading => "H3",
        Role::Minor => "H4",
        Role::Paragraph => "P",
        Role::Figure => "Figure",
        Role::Table => "Table",
        Role::TableHead => "THead",
        Role::TableBody => "TBody",
        Role::Row => "TR",
        Role::ColumnHeader | Role::RowHeader => "TH",
        Role::Cell => "TD",
        Role::Section => "Sect",
    }
}

fn text(text: &str) -> Object {
    Object::String(utf16(text), lopdf::StringFormat::Hexadecimal)
}

fn outline(document: &mut Document, entries: &[Entry], pages: &[ObjectId]) -> Option<ObjectId> {
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| document.new_object_id()).collect();
    let (first, last) = (*ids.first()?, *ids.last()?);
    for (index, (Entry { text: title, page, top }, id)) in entries.iter().zip(&ids).enumerate() {
        let target = vec![
            Object::Reference(*pages.get(*page)?),
            Object::Name(b"XYZ".to_vec()),
            Object::Null,
            Object::Real((PAGE_HEIGHT - *top).0),
            Object::Null,
        ];
        let mut item = dictionary! { "Title" => text(title), "Parent" => root, "Dest" => target };
        if let Some(previous) = index.checked_sub(1).and_then(|before| ids.get(before)) {
            item.set("Prev", *previous);
        }
        if let Some(next) = ids.get(index + 1) {
            item.set("Next", *next);
        }
        document.set_object(*id, item);
    }
    let count = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    document.set_object(
        root,
        dictionary! { "Type" => "Outlines", "First" => first, "Last" => last, "Count" => count },
    );
    Some(root)
}
