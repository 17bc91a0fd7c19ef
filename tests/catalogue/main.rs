//! The catalogue: what the base edition holds, what is found by typing, and what the school's own entries do to it.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod base;
mod finding;
mod own;
mod records;

use std::sync::LazyLock;

use praktijkdossier::catalogue::{Catalogue, Found};
use praktijkdossier::domain::{
    Crebo, Entry as _, Id, OwnEntry, OwnEntryField, Record as _, Stored,
};
use praktijkdossier::texts;

static BASE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(&[]));

fn crebo(code: &str) -> Crebo {
    Crebo::parse(code).unwrap()
}

/// An entry of the school from the text of its fields.
fn own(id: i64, fields: &[(OwnEntryField, &str)]) -> Stored<OwnEntry> {
    let text = |field| {
        fields.iter().find(|(name, _)| *name == field).map_or("", |(_, text)| text).to_owned()
    };
    Stored { id: Id::new(id), value: OwnEntry::read(text).unwrap() }
}

fn shown(found: Found<'_>) -> String {
    let code = found.code().unwrap_or("–");
    let of = match found {
        Found::Kerntaak(kwalificatie, _) | Found::Werkproces(kwalificatie, _, _) => {
            format!(" ({})", kwalificatie.crebo.as_str())
        }
        Found::Kwalificatie(_) | Found::Keuzedeel(_) | Found::Certificaat(_) => String::new(),
    };
    let status =
        found.kwalificatie().and_then(|kwalificatie| texts::catalogue::status(kwalificatie.status));
    let mark = status.map_or(String::new(), |status| format!(" [{status}]"));
    format!("{code} {}{of}{mark}", found.title())
}
