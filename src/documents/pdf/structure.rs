//! The tree of the document for who listens to it: elements, the way back from marks to them, the outline.

use crate::documents::layout::page::{ContentId, Entry, Kid, Node, Pages, Role};
use crate::documents::layout::style::PAGE_HEIGHT;
use crate::documents::pdf::draw::Marks;
use crate::documents::pdf::file::{self, File};
use crate::documents::pdf::write;

/// What the catalogue must know of.
pub(crate) struct Structure {
    pub(crate) root: u32,
    pub(crate) outline: Option<u32>,
}

pub(crate) fn add(file: &mut File, pages: &Pages, marks: &Marks) -> Structure {
    let (root, top) = (file.reserve(), file.reserve());
    let parents = marks.counts.iter().map(|count| vec![0; *count as usize]).collect();
    let mut grower = Grower { file, marks, parents, kids: Vec::new() };
    for node in &pages.tree {
        let element = grower.element(node, top);
        write::reference(&mut grower.kids, element);
        grower.kids.push(b' ');
    }
    let Grower { file, parents, kids, .. } = grower;
    file.begin(top);
    file.put(b"<</Type/StructElem/S/Document/P ");
    file.reference(root);
    file.put(b"/K[");
    file.put(&kids);
    file.put(b"]>>");
    file.end();

    let parent_tree = parent_tree(file, &parents);
    file.begin(root);
    file.put(b"<</Type/StructTreeRoot/K ");
    file.reference(top);
    file.put(b"/ParentTree ");
    file.reference(parent_tree);
    file.put(b"/ParentTreeNextKey ");
    count(file, parents.len());
    file.put(b">>");
    file.end();
    let outline = outline(file, &pages.outline);
    Structure { root, outline }
}

struct Grower<'a> {
    file: &'a mut File,
    marks: &'a Marks,
    /// For each page, for each mark on it, its element.
    parents: Vec<Vec<u32>>,
    /// References to what is below the elements that are not yet written.
    kids: Vec<u8>,
}

impl Grower<'_> {
    fn element(&mut self, node: &Node, parent: u32) -> u32 {
        let Node { role, alt, kids } = node;
        let id = self.file.reserve();
        let own = self.kids.len();
        let mut corners = None;
        for kid in kids {
            match kid {
                Kid::Node(node) => {
                    let element = self.element(node, id);
                    write::reference(&mut self.kids, element);
                    self.kids.push(b' ');
                }
                Kid::Content(content) => {
                    self.leaf(*content, id);
                    corners = self.marks.boxes.get(content).or(corners);
                }
            }
        }
        let Self { file, kids, .. } = self;
        file.begin(id);
        file.put(b"<</Type/StructElem/S");
        file.put(tag(*role));
        file.put(b"/P ");
        file.reference(parent);
        if let Some(corners) = corners {
            file.put(b"/A<</O/Layout/Placement/Block/BBox[");
            write::lengths(&mut file.bytes, *corners);
            file.put(b"]>>");
        }
        file.put(scope(*role));
        if let Some(alt) = alt {
            file.put(b"/Alt");
            write::text(&mut file.bytes, alt);
        }
        file.put(b"/K[");
        file.put(kids.get(own..).unwrap_or_default());
        file.put(b"]>>");
        file.end();
        kids.truncate(own);
        id
    }

    fn leaf(&mut self, content: ContentId, element: u32) {
        for mark in self.marks.of(content) {
            let slot = usize::try_from(mark.number)
                .ok()
                .and_then(|number| self.parents.get_mut(mark.page)?.get_mut(number));
            if let Some(slot) = slot {
                *slot = element;
            }
            self.kids.extend_from_slice(b"<</Type/MCR/Pg ");
            write::reference(&mut self.kids, file::of_page(mark.page));
            self.kids.extend_from_slice(b"/MCID ");
            write::number(&mut self.kids, mark.number);
            self.kids.extend_from_slice(b">>");
        }
    }
}

/// The way back.
fn parent_tree(file: &mut File, parents: &[Vec<u32>]) -> u32 {
    let lists: Vec<u32> = parents.iter().map(|_| file.reserve()).collect();
    for (list, elements) in lists.iter().zip(parents) {
        file.begin(*list);
        file.put(b"[");
        for element in elements {
            match element {
                // A mark of which the tree does not know.
                0 => file.put(b"null"),
                element => file.reference(*element),
            }
            file.put(b" ");
        }
        file.put(b"]");
        file.end();
    }
    let tree = file.reserve();
    file.begin(tree);
    file.put(b"<</Nums[");
    for (page, list) in lists.iter().enumerate() {
        count(file, page);
        file.put(b" ");
        file.reference(*list);
        file.put(b" ");
    }
    file.put(b"]>>");
    file.end();
    tree
}

const fn tag(role: Role) -> &'static [u8] {
    match role {
        Role::Title => b"/H1",
        Role::Heading => b"/H2",
        Role::Subheading => b"/H3",
        Role::Minor => b"/H4",
        Role::Paragraph => b"/P",
        Role::Figure => b"/Figure",
        Role::Table => b"/Table",
        Role::TableHead => b"/THead",
        Role::TableBody => b"/TBody",
        Role::Row => b"/TR",
        Role::ColumnHeader | Role::RowHeader => b"/TH",
        Role::Cell => b"/TD",
        Role::Section => b"/Sect",
    }
}

const fn scope(role: Role) -> &'static [u8] {
    match role {
        Role::ColumnHeader => b"/A<</O/Table/Scope/Column>>",
        Role::RowHeader => b"/A<</O/Table/Scope/Row>>",
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
        | Role::Section => b"",
    }
}

fn outline(file: &mut File, entries: &[Entry]) -> Option<u32> {
    let ids: Vec<u32> = entries.iter().map(|_| file.reserve()).collect();
    let (first, last) = (*ids.first()?, *ids.last()?);
    let root = file.reserve();
    for (index, (Entry { text, page, top }, id)) in entries.iter().zip(&ids).enumerate() {
        file.begin(*id);
        file.put(b"<</Title");
        write::text(&mut file.bytes, text);
        file.put(b"/Parent ");
        file.reference(root);
        file.put(b"/Dest[");
        file.reference(file::of_page(*page));
        file.put(b"/XYZ null ");
        write::length(&mut file.bytes, PAGE_HEIGHT - *top);
        file.put(b" null]");
        if index > 0 {
            file.put(b"/Prev ");
            file.reference(*id - 1);
        }
        if *id != last {
            file.put(b"/Next ");
            file.reference(*id + 1);
        }
        file.put(b">>");
        file.end();
    }
    file.begin(root);
    file.put(b"<</Type/Outlines/First ");
    file.reference(first);
    file.put(b"/Last ");
    file.reference(last);
    file.put(b"/Count ");
    count(file, ids.len());
    file.put(b">>");
    file.end();
    Some(root)
}

pub(crate) fn count(file: &mut File, count: usize) {
    write::number(&mut file.bytes, u32::try_from(count).unwrap_or(u32::MAX));
}
