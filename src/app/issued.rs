//! What of the register stands ready for the screen: its lines, and the page of one document. Loads; changes nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::app::action::Place;
use crate::app::issued_rows::{IssuedStatus, issued_rows_after};
use crate::app::pages::Page;
use crate::app::session::Session;
use crate::app::widgets::preview::PreviewDocument;
use crate::documents::kept::Kept;
use crate::documents::layout::shape::Shaper;
use crate::documents::layout::{Standing, lay_out};
use crate::documents::picture::Pictures;
use crate::domain::{Choice as _, DocumentKind, DocumentNumber};
use crate::issuing::{Changed, changed};
use crate::store::{RegisterLine, Store, StoreError};
use crate::texts::{choices, register as text};

/// An issued document.
#[derive(Debug)]
pub(crate) struct DocumentPage {
    pub(crate) line: RegisterLine,
    /// `None`: what it says cannot be read, or was forgotten.
    pub(crate) pages: Option<PreviewDocument>,
    /// Where it differs from the dossier of now; `None`: nowhere, or it does not count any more.
    pub(crate) changed: Option<Changed>,
    /// Whether the learner is still in the dossier.
    pub(crate) learner_there: bool,
}

impl DocumentPage {
    /// Whose it was is forgotten, and what it said.
    pub(crate) const fn is_forgotten(&self) -> bool {
        self.line.name.is_none()
    }
}

impl Session {
    pub(crate) fn document_page(&self, number: DocumentNumber) -> Result<DocumentPage, StoreError> {
        let line = self.store.register_line(number)?;
        let learner_there = self.store.learner(line.learner).is_ok();
        let counts = line.wanted().filter(|_| line.withdrawal.is_none());
        // What cannot be read is said where it is opened.
        let changed = counts.and_then(|wanted| changed(&self.store, wanted, number).ok()?);
        Ok(DocumentPage { learner_there, pages: pages(&self.store, number), changed, line })
    }

    /// Documents were issued, or this one was withdrawn: the lines follow.
    pub(crate) fn register_changed(
        &mut self,
        withdrawn: Option<DocumentNumber>,
    ) -> Result<(), StoreError> {
        let there = u32::try_from(self.issued.all().len()).unwrap_or(u32::MAX);
        let new = issued_rows_after(&self.store, there)?;
        let mut others: BTreeMap<DocumentNumber, IssuedStatus> =
            withdrawn.map(|number| (number, IssuedStatus::Withdrawn)).into_iter().collect();
        let replaced = new.iter().filter_map(|row| row.replaces);
        others.extend(replaced.map(|number| (number, IssuedStatus::Replaced)));
        if !others.is_empty() {
            self.issued.reword(|row| {
                row.status = others.get(&row.number).copied().unwrap_or(row.status);
            });
        }
        self.issued.add(new);
        self.data_changed();
        Ok(())
    }

    /// A page that shows something of the register, loaded anew.
    pub(crate) fn look_again(&mut self, place: Place) -> Result<(), StoreError> {
        match self.page {
            Page::Learner(_) | Page::Document(_) => self.arrive(place),
            Page::List | Page::Leerbedrijf(_) => Ok(()),
        }
    }
}

/// The pages of what was kept: what it says, as this version of the program lays it out.
pub(crate) fn pages(store: &Store, number: DocumentNumber) -> Option<PreviewDocument> {
    // What cannot be read here is said as such, and the bytes can still be opened.
    let (format, content) = store.issued_content(number).ok()?;
    let kept = Kept::parse(format, &content).ok()?;
    let mut pictures = Pictures::new();
    for hash in kept.pictures() {
        let png = store.picture(&hash).ok()??;
        pictures.insert(hash, &png).ok()?;
    }
    let paper = kept.paper(&pictures).ok()?;
    let pages = lay_out(&paper, Standing::Final, &mut Shaper::new().ok()?);
    let title = text::title(choices::document(number.kind()), number);
    Some(PreviewDocument { pages: Arc::new(pages), generation: generation(number), title })
}

/// The pages of an issued document stay the same; those that are still being worked on count from one.
fn generation(number: DocumentNumber) -> u64 {
    let kind = DocumentKind::ALL.iter().position(|kind| *kind == number.kind()).unwrap_or_default();
    let kind = u64::try_from(kind).unwrap_or_default();
    (1 << 63) | (kind << 48) | (u64::from(number.year()) << 32) | u64::from(number.sequence())
}
