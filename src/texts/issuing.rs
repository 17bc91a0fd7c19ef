//! Words on and around documents that are made: names of files, the mark of a reprint.

/// On every page of one that was printed before, if the school wants that.
pub const DUPLICATE: &str = "Duplicaat";

/// Before the name of a file that is a concept.
pub const CONCEPT_FILE: &str = "concept-";

/// Before the name of a file with several documents behind each other, for the printer.
pub const BUNDLE_FILE: &str = "afdrukken-";

/// The title of such a file.
pub fn bundle(first: &str, last: &str) -> String {
    format!("{first} tot en met {last}")
}

/// Of a document within it: which one, and whose.
pub fn in_bundle(which: &str, name: &str) -> String {
    format!("{which}, {name}")
}
