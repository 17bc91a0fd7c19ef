//! A PDF as it grows: objects one after the other, and at the end the table of where each begins.
//!
//! What does not differ between documents has a number of its own, so that it can be written once and copied.

use crate::documents::layout::faces::FaceId;
use crate::documents::pdf::write;

pub(crate) const CATALOG: u32 = 1;
pub(crate) const PAGES: u32 = 2;
pub(crate) const INFORMATION: u32 = 3;
pub(crate) const METADATA: u32 = 4;
pub(crate) const PROFILE: u32 = 5;
pub(crate) const RESOURCES: u32 = 6;
/// After these the pages: of each its dictionary and what is drawn on it.
const FIRST_PAGE: u32 = 23;

pub(crate) const BEFORE_STREAM: &[u8] = b"stream\n";
/// With a whole end of line: after a stream whose last byte happens to be half of one, a reader that counts back takes
/// that byte along, and finds the stream too short.
pub(crate) const AFTER_STREAM: &[u8] = b"\r\nendstream";

/// A font has the common letters of a face, or what a document needs besides those.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    Common(FaceId),
    More(FaceId),
}

impl Slot {
    /// The numbers of what a font consists of: how it is used, what it looks like, its program, what its codes mean.
    pub(crate) const fn numbers(self) -> [u32; 4] {
        match self {
            Self::Common(FaceId::Regular) => [7, 8, 9, 10],
            Self::Common(FaceId::Bold) => [11, 12, 13, 14],
            Self::More(FaceId::Regular) => [15, 16, 17, 18],
            Self::More(FaceId::Bold) => [19, 20, 21, 22],
        }
    }

    /// How a page calls it.
    pub(crate) const fn resource(self) -> &'static [u8] {
        match self {
            Self::Common(FaceId::Regular) => b"/R ",
            Self::Common(FaceId::Bold) => b"/B ",
            Self::More(FaceId::Regular) => b"/R2 ",
            Self::More(FaceId::Bold) => b"/B2 ",
        }
    }

    pub(crate) const fn face(self) -> FaceId {
        match self {
            Self::Common(face) | Self::More(face) => face,
        }
    }
}

pub(crate) fn of_page(page: usize) -> u32 {
    u32::try_from(page).map_or(u32::MAX, |page| FIRST_PAGE.saturating_add(page.saturating_mul(2)))
}

pub(crate) struct File {
    pub(crate) bytes: Vec<u8>,
    /// Of the object with each number, from 1; zero for a number that is not used.
    offsets: Vec<usize>,
}

impl File {
    pub(crate) fn new(pages: usize, capacity: usize) -> Self {
        let mut bytes = Vec::with_capacity(capacity);
        // Four bytes that are no text, so that no one takes it for that.
        bytes.extend_from_slice(b"%PDF-1.7\n%\xBB\xAD\xC0\xDE\n");
        let known = usize::try_from(of_page(pages) - 1).unwrap_or(0);
        Self { bytes, offsets: vec![0; known] }
    }

    /// A number for an object that comes later.
    pub(crate) fn reserve(&mut self) -> u32 {
        self.offsets.push(0);
        u32::try_from(self.offsets.len()).unwrap_or(u32::MAX)
    }

    pub(crate) fn begin(&mut self, number: u32) {
        let offset = self.bytes.len();
        let index = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        if let Some(slot) = index.and_then(|index| self.offsets.get_mut(index)) {
            *slot = offset;
        }
        write::number(&mut self.bytes, number);
        self.put(b" 0 obj\n");
    }

    pub(crate) fn end(&mut self) {
        self.put(b"\nendobj\n");
    }

    /// A whole object that was written before.
    pub(crate) fn object(&mut self, number: u32, body: &[u8]) {
        self.begin(number);
        self.put(body);
        self.end();
    }

    /// The inside of a dictionary is `entries`, besides its length.
    pub(crate) fn stream(&mut self, number: u32, entries: &[u8], content: &[u8]) {
        self.begin(number);
        self.put(b"<<");
        self.put(entries);
        self.put(b"/Length ");
        write::number(&mut self.bytes, u32::try_from(content.len()).unwrap_or(u32::MAX));
        self.put(b">>");
        self.put(BEFORE_STREAM);
        self.put(content);
        self.put(AFTER_STREAM);
        self.end();
    }

    pub(crate) fn put(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    pub(crate) fn reference(&mut self, object: u32) {
        write::reference(&mut self.bytes, object);
    }

    pub(crate) fn finish(mut self, id: &[u8]) -> Vec<u8> {
        let start = self.bytes.len();
        let size = u32::try_from(self.offsets.len() + 1).unwrap_or(u32::MAX);
        let Self { bytes, offsets } = &mut self;
        bytes.reserve(offsets.len() * 20 + 256);
        bytes.extend_from_slice(b"xref\n0 ");
        write::number(bytes, size);
        bytes.extend_from_slice(b"\n0000000000 65535 f \n");
        for offset in offsets {
            if *offset == 0 {
                bytes.extend_from_slice(b"0000000000 65535 f \n");
                continue;
            }
            let mut line = *b"0000000000 00000 n \n";
            let mut rest = *offset;
            for digit in line.iter_mut().take(10).rev() {
                *digit += (rest % 10) as u8;
                rest /= 10;
            }
            bytes.extend_from_slice(&line);
        }
        bytes.extend_from_slice(b"trailer\n<</Size ");
        write::number(bytes, size);
        bytes.extend_from_slice(b"/Root ");
        write::reference(bytes, CATALOG);
        bytes.extend_from_slice(b"/Info ");
        write::reference(bytes, INFORMATION);
        bytes.extend_from_slice(b"/ID[<");
        write::hexadecimal(bytes, id.iter().copied());
        bytes.extend_from_slice(b"><");
        write::hexadecimal(bytes, id.iter().copied());
        bytes.extend_from_slice(b">]>>\nstartxref\n");
        write::number(bytes, u32::try_from(start).unwrap_or(u32::MAX));
        // With the end of a line, or a signature that is added later begins on it.
        bytes.extend_from_slice(b"\n%%EOF\n");
        self.bytes
    }
}
