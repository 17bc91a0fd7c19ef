//! What is in a page: the nodes of a tree, their cells, and the values of a row
//! (<https://www.sqlite.org/fileformat2.html>, 1.6 and 2.1). Everything may be damaged: what does not fit is left out,
//! and nothing is guessed.

/// A value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Null,
    Integer(i64),
    Text(String),
    /// Not text any more: a character in it is broken.
    BrokenText(String),
    Bytes(Vec<u8>),
    /// No table of ours holds fractions.
    Fraction,
}

/// One node of a tree.
#[derive(Debug, Default)]
pub(crate) struct Node {
    pub(crate) cells: Vec<Cell>,
    /// The last child, behind those of the cells.
    pub(crate) last: Option<u32>,
    /// Cells that cannot be read at all.
    pub(crate) broken: u64,
}

/// One cell of a node.
#[derive(Debug)]
pub(crate) struct Cell {
    /// The node with everything before it.
    pub(crate) child: Option<u32>,
    /// The number of its row, where rows have one.
    pub(crate) key: Option<i64>,
    pub(crate) payload: Option<Payload>,
}

/// The bytes of a row: what of it stands in the page, and where it goes on.
#[derive(Debug)]
pub(crate) struct Payload {
    pub(crate) length: usize,
    pub(crate) here: Vec<u8>,
    pub(crate) further: Option<u32>,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Above the rows of a table.
    TableInside,
    TableLeaf,
    /// Above entries, and with some of its own.
    IndexInside,
    IndexLeaf,
}

impl Kind {
    pub(crate) const fn is_table(self) -> bool {
        matches!(self, Self::TableInside | Self::TableLeaf)
    }

    const fn is_inside(self) -> bool {
        matches!(self, Self::TableInside | Self::IndexInside)
    }
}

/// Where the node begins in its page: the first page has the header of the file before it.
const fn begin(number: u32) -> usize {
    if number == 1 { 100 } else { 0 }
}

/// `None`: this page is no node.
pub(crate) fn kind(page: &[u8], number: u32) -> Option<Kind> {
    match page.get(begin(number))? {
        2 => Some(Kind::IndexInside),
        5 => Some(Kind::TableInside),
        10 => Some(Kind::IndexLeaf),
        13 => Some(Kind::TableLeaf),
        _ => None,
    }
}

/// The node in this page.
pub(crate) fn node(page: &[u8], number: u32, usable: usize) -> Option<(Kind, Node)> {
    let kind = kind(page, number)?;
    let head = begin(number);
    let count = usize::from(be16(page, head + 3)?);
    let (last, pointers) =
        if kind.is_inside() { (Some(be32(page, head + 8)?), head + 12) } else { (None, head + 8) };
    // More cells than could be in it: the head of the page is damaged.
    if pointers + 2 * count > usable {
        return None;
    }
    let mut node = Node { last, ..Node::default() };
    for n in 0..count {
        let at = be16(page, pointers + 2 * n).map(usize::from);
        let bytes = at.filter(|at| *at >= pointers + 2 * count).and_then(|at| page.get(at..usable));
        match bytes.and_then(|bytes| cell(bytes, kind, usable)) {
            Some(cell) => node.cells.push(cell),
            None => node.broken += 1,
        }
    }
    Some((kind, node))
}

fn cell(bytes: &[u8], kind: Kind, usable: usize) -> Option<Cell> {
    let mut rest = bytes;
    let child = if kind.is_inside() {
        let child = be32(rest, 0)?;
        rest = rest.get(4..)?;
        Some(child)
    } else {
        None
    };
    if kind == Kind::TableInside {
        return Some(Cell { child, key: Some(varint(&mut rest)?), payload: None });
    }
    let length = usize::try_from(varint(&mut rest)?).ok()?;
    let key = if kind == Kind::TableLeaf { Some(varint(&mut rest)?) } else { None };
    let here = in_page(length, kind, usable)?;
    let further = if here < length { Some(be32(rest, here)?) } else { None };
    let here = rest.get(..here).map(<[u8]>::to_vec);
    // A row of which the number can be read and the rest cannot is a row that is lost, and known.
    let payload = here.map(|here| Payload { length, here, further });
    if payload.is_none() && key.is_none() {
        return None;
    }
    Some(Cell { child, key, payload })
}

/// How much of a row of this length stands in the page itself.
fn in_page(length: usize, kind: Kind, usable: usize) -> Option<usize> {
    let least = (usable - 12) * 32 / 255 - 23;
    let most = if kind.is_table() { usable - 35 } else { (usable - 12) * 64 / 255 - 23 };
    if length <= most {
        return Some(length);
    }
    let fitting = least + length.checked_sub(least)? % (usable - 4);
    Some(if fitting <= most { fitting } else { least })
}

/// The values of a row; `None`: these bytes are no row.
pub(crate) fn values(row: &[u8]) -> Option<Vec<Value>> {
    let mut head = row;
    let length = usize::try_from(varint(&mut head)?).ok()?;
    let mut types = row.get(row.len() - head.len()..length)?;
    let mut body = row.get(length..)?;
    let mut values = Vec::new();
    while !types.is_empty() {
        values.push(value(varint(&mut types)?, &mut body)?);
    }
    body.is_empty().then_some(values)
}

fn value(kind: i64, body: &mut &[u8]) -> Option<Value> {
    let size = match kind {
        0 | 8 | 9 => 0,
        1..=4 => usize::try_from(kind).ok()?,
        5 => 6,
        6 | 7 => 8,
        12.. => usize::try_from((kind - 12) / 2).ok()?,
        _ => return None,
    };
    let (bytes, rest) = body.split_at_checked(size)?;
    *body = rest;
    Some(match kind {
        0 => Value::Null,
        8 => Value::Integer(0),
        9 => Value::Integer(1),
        7 => Value::Fraction,
        1..=6 => Value::Integer(integer(bytes)),
        _ if kind % 2 == 0 => Value::Bytes(bytes.to_vec()),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Value::Text(text.to_owned()),
            Err(_) => Value::BrokenText(String::from_utf8_lossy(bytes).into_owned()),
        },
    })
}

/// Big-endian, with its sign.
fn integer(bytes: &[u8]) -> i64 {
    let negative = bytes.first().is_some_and(|first| *first >= 0x80);
    let start = if negative { -1 } else { 0 };
    bytes.iter().fold(start, |number: i64, byte| (number << 8) | i64::from(*byte))
}

/// A number of one to nine bytes, of which each says whether another one follows.
fn varint(bytes: &mut &[u8]) -> Option<i64> {
    let mut number: u64 = 0;
    for n in 0..9 {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        if n == 8 {
            number = (number << 8) | u64::from(*byte);
            break;
        }
        number = (number << 7) | u64::from(byte & 0x7f);
        if *byte < 0x80 {
            break;
        }
    }
    Some(number.cast_signed())
}

pub(crate) fn be16(page: &[u8], at: usize) -> Option<u16> {
    page.get(at..at + 2).and_then(|b| b.try_into().ok()).map(u16::from_be_bytes)
}

pub(crate) fn be32(page: &[u8], at: usize) -> Option<u32> {
    page.get(at..at + 4).and_then(|b| b.try_into().ok()).map(u32::from_be_bytes)
}
