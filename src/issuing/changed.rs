//! Whether the dossier now says something else than a document that was issued. It stays as it was handed out: this only
//! tells who should look at it.

use crate::documents::kept::Kept;
use crate::documents::picture::Pictures;
use crate::domain::draft::Wanted;
use crate::domain::{DocumentNumber, Entry as _, ShortText};
use crate::issuing::{NotMade, ready};
use crate::store::{RegisterLine, Store};

/// Where a document and the dossier differ, line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What the document says and the dossier does not say any more.
    pub then: Vec<String>,
    /// What it would say if it were made now.
    pub now: Vec<String>,
}

/// Where an issued document differs from what it would say now; `None`: nowhere. Place and date of signing stay those of
/// then, and who signs for the school is left out: that another one signs now makes no document wrong.
pub fn changed(
    store: &Store,
    wanted: Wanted,
    number: DocumentNumber,
) -> Result<Option<Changed>, NotMade> {
    let (format, content) = store.issued_content(number)?;
    let then = Kept::parse(format, &content)?.says();
    let RegisterLine { place, date, .. } = store.register_line(number)?;
    let draft = store.draft(wanted, ShortText::parse(&place).ok(), Some(date))?;
    let now = Kept::of(&ready::paper(store, &draft.facts(), &mut Pictures::new())?).says();
    let changed = Changed { then: without(&then, &now), now: without(&now, &then) };
    Ok((!changed.then.is_empty() || !changed.now.is_empty()).then_some(changed))
}

/// The lines of one that the other does not have, each as often as it is too many.
fn without(lines: &[String], others: &[String]) -> Vec<String> {
    let mut others: Vec<&String> = others.iter().collect();
    let mut out = Vec::new();
    for line in lines {
        match others.iter().position(|other| *other == line) {
            Some(place) => drop(others.swap_remove(place)),
            None => out.push(line.clone()),
        }
    }
    out
}
