//! Reads a PDF as a listener hears it: along the tree, through the marks, glyph by glyph with ToUnicode and ActualText.
//!
//! Knows nothing of how the PDF was made.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

/// An element without elements below it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Leaf {
    pub(crate) tag: String,
    /// What it says; of a figure, its alternative text.
    pub(crate) text: String,
    /// The page of its first mark.
    pub(crate) page: usize,
}

/// Glyphs that follow each other, as far as the pen of a viewer goes.
#[derive(Debug)]
pub(crate) struct Stroke {
    pub(crate) from: f32,
    pub(crate) to: f32,
    pub(crate) text: String,
}

pub(crate) struct Heard {
    pub(crate) leaves: Vec<Leaf>,
    /// Of each page.
    pub(crate) strokes: Vec<Vec<Stroke>>,
    /// What stands on each page without being part of the document.
    pub(crate) artifacts: Vec<String>,
}

pub(crate) fn hear(bytes: &[u8]) -> Heard {
    let document = Document::load_mem(bytes).unwrap();
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let mut marks = BTreeMap::new();
    let mut artifacts = Vec::new();
    let mut strokes = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        let mut reader = Reader::new(&document, *page);
        reader.read();
        marks.extend(reader.marks.into_iter().map(|(mark, text)| ((number, mark), text)));
        artifacts.push(reader.artifacts);
        strokes.push(reader.strokes);
    }
    let root = document.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    let root = document.dereference(root).unwrap().1.as_dict().unwrap();
    let parents = parents(&document, &pages, root);
    let leaves = Vec::new();
    let mut listener = Listener { document: &document, pages: &pages, marks, parents, leaves };
    listener.hear(root.get(b"K").unwrap());
    assert!(listener.marks.is_empty(), "marks outside the tree: {:?}", listener.marks);
    assert!(listener.parents.is_empty(), "the way back from marks that do not exist");
    Heard { leaves: listener.leaves, artifacts, strokes }
}

/// The way back from the marks on each page to their element.
fn parents(
    document: &Document,
    pages: &[ObjectId],
    root: &Dictionary,
) -> BTreeMap<(usize, i64), ObjectId> {
    let tree = document.dereference(root.get(b"ParentTree").unwrap()).unwrap().1;
    let numbers = tree.as_dict().unwrap().get(b"Nums").unwrap().as_array().unwrap();
    let mut parents = BTreeMap::new();
    for (number, page) in pages.iter().enumerate() {
        let key = document.get_dictionary(*page).unwrap().get(b"StructParents").unwrap();
        let pair = numbers.chunks(2).find(|pair| &pair[0] == key).unwrap();
        let elements = document.dereference(&pair[1]).unwrap().1.as_array().unwrap();
        for (mark, element) in (0..).zip(elements) {
            parents.insert((number, mark), element.as_reference().unwrap());
        }
    }
    parents
}

struct Listener<'a> {
    document: &'a Document,
    pages: &'a [ObjectId],
    marks: BTreeMap<(usize, i64), String>,
    parents: BTreeMap<(usize, i64), ObjectId>,
    leaves: Vec<Leaf>,
}

impl Listener<'_> {
    fn hear(&mut self, element: &Object) {
        let own = element.as_reference().unwrap();
        let element = self.document.dereference(element).unwrap().1.as_dict().unwrap();
        let tag = name(element, b"S");
        let kids = element.get(b"K").unwrap();
        let kids = kids.as_array().map_or_else(|_| vec![kids.clone()], Clone::clone);
        let mut leaf: Option<Leaf> = None;
        for kid in &kids {
            let target = self.document.dereference(kid).unwrap().1.as_dict().unwrap();
            if name(target, b"Type") != "MCR" {
                self.hear(kid);
                continue;
            }
            let page = target.get(b"Pg").unwrap().as_reference().unwrap();
            let page = self.pages.iter().position(|id| *id == page).unwrap();
            let mark = target.get(b"MCID").unwrap().as_i64().unwrap();
            assert_eq!(self.parents.remove(&(page, mark)), Some(own), "the way back");
            let text = self.marks.remove(&(page, mark)).expect("a mark is heard once");
            let leaf = leaf.get_or_insert(Leaf { tag: tag.clone(), text: String::new(), page });
            leaf.text.push_str(&text);
        }
        if let Some(mut leaf) = leaf {
            if let Ok(alt) = element.get(b"Alt") {
                leaf.text = utf16(alt.as_str().unwrap());
            }
            self.leaves.push(leaf);
        }
    }
}

fn name(dictionary: &Dictionary, key: &[u8]) -> String {
    dictionary
        .get(key)
        .and_then(Object::as_name)
        .map_or_else(|_| String::new(), |name| String::from_utf8_lossy(name).into_owned())
}

fn utf16(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(&[0xFE, 0xFF]).expect("text is UTF-16 with its mark");
    let units: Vec<u16> =
        bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).unwrap()
}

#[derive(Default)]
struct Frame {
    mark: Option<i64>,
    artifact: bool,
    actual_text: Option<String>,
    glyphs: String,
}

struct Font {
    meanings: BTreeMap<u16, String>,
    /// In thousandths of an em.
    widths: BTreeMap<u16, f32>,
}

struct Reader {
    operations: Vec<Operation>,
    fonts: BTreeMap<Vec<u8>, Font>,
    marks: BTreeMap<i64, String>,
    artifacts: String,
    strokes: Vec<Stroke>,
}

impl Reader {
    fn new(document: &Document, page: ObjectId) -> Self {
        let fonts = document
            .get_page_fonts(page)
            .unwrap()
            .into_iter()
            .map(|(name, font)| {
                let (meanings, widths) = (meanings(document, font), widths(document, font));
                (name, Font { meanings, widths })
            })
            .collect();
        let content = document.get_page_content(page);
        let operations = Content::decode(&content).unwrap().operations;
        Self {
            operations,
            fonts,
            marks: BTreeMap::new(),
            artifacts: String::new(),
            strokes: Vec::new(),
        }
    }

    fn read(&mut self) {
        let (mut font, mut size, mut x) = (Vec::new(), 0.0, 0.0);
        let mut frame: Option<Frame> = None;
        for Operation { operator, operands } in std::mem::take(&mut self.operations) {
            match operator.as_str() {
                "Tf" => {
                    font = operands[0].as_name().unwrap().to_vec();
                    size = operands[1].as_float().unwrap();
                }
                "Tm" => x = operands[4].as_float().unwrap(),
                "BDC" => {
                    assert!(frame.is_none(), "marks are not nested");
                    let properties = operands[1].as_dict().unwrap();
                    frame = Some(Frame {
                        mark: properties.get(b"MCID").and_then(Object::as_i64).ok(),
                        artifact: operands[0].as_name().unwrap() == b"Artifact",
                        actual_text: properties
                            .get(b"ActualText")
                            .ok()
                            .map(|text| utf16(text.as_str().unwrap())),
                        glyphs: String::new(),
                    });
                }
                "EMC" => self.close(frame.take().expect("a mark is open")),
                "TJ" | "Tj" => {
                    let frame = frame.as_mut().expect("text is under a mark");
                    let Font { meanings, widths } = &self.fonts[&font];
                    let shown = &operands[0];
                    let parts = shown.as_array().map_or_else(|_| vec![shown.clone()], Clone::clone);
                    let mut stroke = Stroke { from: x, to: x, text: String::new() };
                    for part in parts {
                        let Ok(codes) = part.as_str() else {
                            stroke.to -= part.as_float().unwrap() * size / 1_000.0;
                            continue;
                        };
                        for code in codes.chunks(2) {
                            let code = u16::from_be_bytes([code[0], code[1]]);
                            stroke.text.push_str(&meanings[&code]);
                            stroke.to += widths[&code] * size / 1_000.0;
                        }
                    }
                    frame.glyphs.push_str(&stroke.text);
                    self.strokes.push(stroke);
                }
                "'" | "\"" => panic!("an operator that this reader does not know"),
                _ => {}
            }
        }
        assert!(frame.is_none(), "every mark is closed");
    }

    fn close(&mut self, frame: Frame) {
        let text = frame.actual_text.unwrap_or(frame.glyphs);
        match frame.mark {
            Some(mark) => {
                assert!(self.marks.insert(mark, text).is_none(), "a mark stands once on a page");
            }
            None => {
                assert!(frame.artifact, "what has no mark is an artifact");
                self.artifacts.push_str(&text);
            }
        }
    }
}

/// The ToUnicode of a font: lines of `<code> <text>` between `beginbfchar` and `endbfchar`.
fn meanings(document: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let stream = document.dereference(font.get(b"ToUnicode").unwrap()).unwrap().1;
    let map = stream.as_stream().unwrap().decompressed_content().unwrap();
    let map = String::from_utf8(map).unwrap();
    assert!(!map.contains("beginbfrange"), "this reader knows no ranges");
    let mut meanings = BTreeMap::new();
    for block in map.split("beginbfchar").skip(1) {
        let block = block.split("endbfchar").next().unwrap();
        let words: Vec<&str> = block.split(['<', '>']).filter(|w| !w.trim().is_empty()).collect();
        for pair in words.chunks(2) {
            let units: Vec<u16> = pair[1]
                .as_bytes()
                .chunks(4)
                .map(|hex| u16::from_str_radix(std::str::from_utf8(hex).unwrap(), 16).unwrap())
                .collect();
            let code = u16::from_str_radix(pair[0], 16).unwrap();
            meanings.insert(code, String::from_utf16(&units).unwrap());
        }
    }
    meanings
}

/// The widths of a font: `first [width width …]`, again and again.
fn widths(document: &Document, font: &Dictionary) -> BTreeMap<u16, f32> {
    let descendants = font.get(b"DescendantFonts").unwrap().as_array().unwrap();
    let descendant = document.dereference(&descendants[0]).unwrap().1.as_dict().unwrap();
    let mut widths = BTreeMap::new();
    for pair in descendant.get(b"W").unwrap().as_array().unwrap().chunks(2) {
        let first = u16::try_from(pair[0].as_i64().unwrap()).unwrap();
        for (code, width) in (first..).zip(pair[1].as_array().unwrap()) {
            widths.insert(code, width.as_float().unwrap());
        }
    }
    widths
}
