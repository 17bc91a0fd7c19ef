//! From the facts of a document to the bytes of a concept of it.

use jiff::Timestamp;

use crate::documents::compose;
use crate::documents::layout::Standing;
use crate::documents::pdf::{PdfError, RenderOptions, render};
use crate::documents::picture::Pictures;
use crate::domain::draft::Facts;
use crate::store::{Store, StoreError};

/// Why there is no paper.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoPaper {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Pdf(#[from] PdfError),
}

/// Makes paper that does not stand in the register.
pub(crate) fn paper(
    store: &Store,
    facts: &Facts,
    standing: Standing,
    moment: Timestamp,
) -> Result<Vec<u8>, NoPaper> {
    let paper = compose(facts, &pictures(store, facts)?);
    Ok(render(&paper, &RenderOptions { standing, moment })?)
}

/// The logos that stand on it.
pub(crate) fn pictures(store: &Store, facts: &Facts) -> Result<Pictures, StoreError> {
    let mut pictures = Pictures::new();
    for hash in facts.logos() {
        let png = store.picture(hash)?.ok_or(StoreError::NoPicture)?;
        pictures.insert(hash.clone(), &png).map_err(|_unreadable| StoreError::NoPicture)?;
    }
    Ok(pictures)
}
