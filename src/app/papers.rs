//! From the facts of a traineeship to the bytes of its paper.

use jiff::Timestamp;

use crate::documents::layout::Standing;
use crate::documents::pdf::{PdfError, RenderOptions, render};
use crate::documents::picture::Pictures;
use crate::documents::praktijkverklaring::compose;
use crate::domain::gap::Missing;
use crate::domain::verklaring::{Concept, Praktijkverklaring};
use crate::store::{Store, StoreError};

/// Why there is no paper.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoPaper {
    #[error("facts are missing")]
    Missing(Vec<Missing>),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Pdf(#[from] PdfError),
}

/// Makes the praktijkverklaring of a concept; what the file needs of logos comes from the store.
pub(crate) fn praktijkverklaring(
    store: &Store,
    concept: &Concept,
    standing: Standing,
    moment: Timestamp,
) -> Result<Vec<u8>, NoPaper> {
    let verklaring = concept.complete().map_err(NoPaper::Missing)?;
    let paper = compose(verklaring.facts(), &pictures(store, verklaring.facts())?);
    Ok(render(&paper, &RenderOptions { standing, moment })?)
}

fn pictures(store: &Store, verklaring: &Praktijkverklaring) -> Result<Pictures, StoreError> {
    let mut pictures = Pictures::new();
    for hash in [&verklaring.logo, &verklaring.branche_logo].into_iter().flatten() {
        let png = store.picture(hash)?.ok_or(StoreError::NoPicture)?;
        pictures.insert(hash.clone(), &png).map_err(|_unreadable| StoreError::NoPicture)?;
    }
    Ok(pictures)
}
