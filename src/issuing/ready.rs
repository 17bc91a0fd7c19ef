//! Whether a document can be issued now, and what it then says.

use std::collections::BTreeMap;

use crate::documents::compose;
use crate::documents::paper::Paper;
use crate::documents::picture::Pictures;
use crate::domain::draft::{Draft, Facts};
use crate::domain::{Day, DocumentKind, DocumentNumber, LogoHash, Spot};
use crate::issuing::{About, NotMade};
use crate::store::{Store, StoreError};

/// A document that nothing keeps from being made.
pub(super) struct Ready {
    pub(super) about: About,
    pub(super) paper: Paper,
    /// `None`: of a kind that is not registered, or a concept.
    pub(super) registration: Option<Registration>,
}

/// What the register wants to know, beside whose it is and what it says.
#[derive(Clone, Debug)]
pub(super) struct Registration {
    pub(super) number: DocumentNumber,
    pub(super) place: String,
    pub(super) date: Day,
    pub(super) replaces: Option<DocumentNumber>,
}

/// The next numbers, for who gives several before they are registered.
#[derive(Debug, Default)]
pub(super) struct Numbers(BTreeMap<(DocumentKind, u16), DocumentNumber>);

impl Numbers {
    fn next(
        &self,
        store: &Store,
        kind: DocumentKind,
        year: u16,
    ) -> Result<Option<DocumentNumber>, StoreError> {
        match self.0.get(&(kind, year)) {
            Some(number) => Ok(Some(*number)),
            None => store.next_number(kind, year),
        }
    }

    pub(super) fn given(&mut self, number: DocumentNumber) {
        self.0.insert((number.kind(), number.year()), number.next());
    }
}

impl Ready {
    pub(super) fn of(
        store: &Store,
        draft: &Draft,
        numbers: &mut Numbers,
        pictures: &mut Pictures,
    ) -> Result<Self, NotMade> {
        let facts = draft.complete().map_err(NotMade::Missing)?;
        let registration = registration(store, draft, numbers)?;
        let mut paper = paper(store, facts.facts(), pictures)?;
        paper.number = registration.as_ref().map(|registration| registration.number.to_string());
        Ok(Self { about: About::of(draft), paper, registration })
    }

    /// With gaps and all.
    pub(super) fn concept(
        store: &Store,
        draft: &Draft,
        pictures: &mut Pictures,
    ) -> Result<Self, NotMade> {
        let paper = paper(store, &draft.facts(), pictures)?;
        Ok(Self { about: About::of(draft), paper, registration: None })
    }
}

/// Which field of a document shows what does not fit, for who makes documents beside a screen: its paper would say something
/// else.
pub type Typed<'a> = &'a dyn Fn(&Draft) -> Option<Spot>;

pub(super) const NOTHING_TYPED: Typed<'static> = &|_| None;

pub(super) fn not_wrong(draft: &Draft, typed: Typed<'_>) -> Result<(), NotMade> {
    typed(draft).map_or(Ok(()), |spot| Err(NotMade::WrongField(spot)))
}

/// Why a document cannot be issued, before anything is made; `None`: it can.
pub(super) fn obstacle(store: &Store, draft: &Draft) -> Result<Option<NotMade>, StoreError> {
    let missing = draft.missing();
    if !missing.is_empty() {
        return Ok(Some(NotMade::Missing(missing)));
    }
    Ok(store.standing(draft.wanted())?.map(NotMade::Issued))
}

fn registration(
    store: &Store,
    draft: &Draft,
    numbers: &Numbers,
) -> Result<Option<Registration>, NotMade> {
    let wanted = draft.wanted();
    if wanted.kind().letters().is_none() {
        return Ok(None);
    }
    if let Some(number) = store.standing(wanted)? {
        return Err(NotMade::Issued(number));
    }
    // That both are there is among what must be for a kind that is registered.
    let (Some(place), Some(date)) = draft.signed() else { return Err(NotMade::NotRegistered) };
    let year = u16::try_from(date.date().year()).map_err(|_no_year| NotMade::NotRegistered)?;
    let number = numbers.next(store, wanted.kind(), year)?.ok_or(NotMade::NotRegistered)?;
    let replaces = store.to_replace(wanted)?;
    Ok(Some(Registration { number, place: place.as_str().to_owned(), date, replaces }))
}

/// What a document says, with pictures out of the store.
pub(super) fn paper(
    store: &Store,
    facts: &Facts,
    pictures: &mut Pictures,
) -> Result<Paper, NotMade> {
    take_pictures(store, facts.logos().into_iter(), pictures)?;
    Ok(compose(facts, pictures))
}

/// Reads those that were not read for a document before. One that is not kept or cannot be read stops the document: it
/// would say less than was looked at.
pub(super) fn take_pictures<'a>(
    store: &Store,
    hashes: impl Iterator<Item = &'a LogoHash>,
    pictures: &mut Pictures,
) -> Result<(), StoreError> {
    for hash in hashes {
        if pictures.get(hash).is_none() {
            let png = store.picture(hash)?.ok_or(StoreError::NoPicture)?;
            pictures.insert(hash.clone(), &png).map_err(|_unreadable| StoreError::NoPicture)?;
        }
    }
    Ok(())
}
