//! One document: to look at, to issue, to make again.

use jiff::Timestamp;

use crate::documents::kept::{FORMAT, Kept};
use crate::documents::layout::shape::Shaper;
use crate::documents::layout::{Standing, lay_out};
use crate::documents::pdf::{PdfError, RenderOptions, render};
use crate::documents::picture::Pictures;
use crate::domain::draft::{Draft, Wanted};
use crate::domain::{Day, DocumentNumber, ShortText};
use crate::issuing::ready::{self, Numbers, Ready, Registration};
use crate::issuing::{About, NotMade};
use crate::store::{Issue, Stamp, Store};
use crate::texts::issuing as text;

/// A document that now stands in the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    pub number: DocumentNumber,
    pub about: About,
    pub pdf: Vec<u8>,
}

/// To look at: with the mark of a concept, and gaps where facts are missing.
pub fn concept(store: &Store, draft: &Draft, moment: Timestamp) -> Result<Vec<u8>, NotMade> {
    let paper = ready::paper(store, &draft.facts(), &mut Pictures::new())?;
    Ok(render(&paper, &RenderOptions { standing: Standing::Concept, moment })?)
}

/// Of a kind that is not registered, to work with: complete, and without a number.
pub fn sheet(store: &Store, draft: &Draft, moment: Timestamp) -> Result<Vec<u8>, NotMade> {
    if draft.wanted().kind().letters().is_some() {
        return Err(NotMade::MustBeIssued);
    }
    let facts = draft.complete().map_err(NotMade::Missing)?;
    let paper = ready::paper(store, facts.facts(), &mut Pictures::new())?;
    Ok(render(&paper, &RenderOptions { standing: Standing::Final, moment })?)
}

/// How many pages it takes once it is issued.
pub fn pages(store: &Store, draft: &Draft) -> Result<usize, NotMade> {
    let ready = Ready::of(store, draft, &mut Numbers::default(), &mut Pictures::new())?;
    let mut shaper = Shaper::new().map_err(PdfError::from)?;
    Ok(lay_out(&ready.paper, Standing::Final, &mut shaper).pages.len())
}

/// Issues a document: from here on it stands in the register, also if no file of it is ever written.
pub fn issue(
    store: &mut Store,
    wanted: Wanted,
    place: ShortText,
    date: Day,
    stamp: &Stamp,
) -> Result<Issued, NotMade> {
    let draft = store.draft(wanted, Some(place), Some(date))?;
    let ready = Ready::of(store, &draft, &mut Numbers::default(), &mut Pictures::new())?;
    let Ready { about, paper, registration } = ready;
    let registration = registration.ok_or(NotMade::NotRegistered)?;
    let number = registration.number;
    let options = RenderOptions { standing: Standing::Final, moment: stamp.at };
    let pdf = render(&paper, &options)?;
    let document = issue_of(&about, registration, Kept::of(&paper).text()?, pdf);
    store.issue(std::slice::from_ref(&document), stamp)?;
    Ok(Issued { number, about, pdf: document.pdf })
}

/// What the register takes.
pub(super) fn issue_of(
    about: &About,
    registration: Registration,
    content: String,
    pdf: Vec<u8>,
) -> Issue {
    let About { wanted, learner, name, groep, route: _, description } = about;
    let Registration { number, place, date, replaces } = registration;
    Issue {
        number,
        wanted: *wanted,
        learner: *learner,
        name: name.clone(),
        groep: groep.clone(),
        description: description.clone(),
        place,
        date,
        replaces,
        content,
        format: FORMAT,
        pdf,
    }
}

/// An issued document again, byte for byte.
pub fn again(store: &Store, number: DocumentNumber) -> Result<Vec<u8>, NotMade> {
    Ok(store.issued_pdf(number)?)
}

/// An issued document again, saying on every page that it was printed before. Made of what was kept, so later changes of
/// the facts do not show.
pub fn duplicate(
    store: &Store,
    number: DocumentNumber,
    moment: Timestamp,
) -> Result<Vec<u8>, NotMade> {
    let (format, content) = store.issued_content(number)?;
    let kept = Kept::parse(format, &content)?;
    let mut pictures = Pictures::new();
    ready::take_pictures(store, kept.pictures().iter(), &mut pictures)?;
    let mut paper = kept.paper(&pictures)?;
    paper.duplicate = Some(text::DUPLICATE.to_owned());
    Ok(render(&paper, &RenderOptions { standing: Standing::Final, moment })?)
}
