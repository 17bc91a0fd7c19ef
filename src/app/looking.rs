//! The pages of the document that is looked at: composed and laid out anew only when it says something else. Of one that
//! was issued these are the pages that were handed out, whatever the facts say now.

use std::sync::Arc;

use crate::app::issued::pages as issued_pages;
use crate::app::offers::Offer;
use crate::app::session::Session;
use crate::app::widgets::preview::{Preview, PreviewDocument};
use crate::documents::compose;
use crate::documents::layout::shape::Shaper;
use crate::documents::layout::{Standing, lay_out};
use crate::documents::picture::Pictures;
use crate::domain::DocumentNumber;
use crate::domain::draft::{Facts, Wanted};
use crate::store::Store;

/// What is looked at, and how.
#[derive(Default)]
pub(crate) struct Looking {
    pub(crate) preview: Preview,
    shown: Option<Shown>,
    what: Option<What>,
    /// Made when the first page is looked at, and kept: it knows words that it has seen.
    shaper: Option<Shaper>,
    /// How often pages were laid out.
    times: u64,
}

/// Which document it is, whatever it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Wanted(Wanted),
    Issued(DocumentNumber),
}

/// Pages, and what they say.
struct Shown {
    says: Says,
    /// `None`: it cannot be read.
    document: Option<PreviewDocument>,
}

#[derive(PartialEq)]
enum Says {
    Now(Box<Facts>, Standing),
    Issued(DocumentNumber),
}

impl Looking {
    /// The pages of what is chosen now; `None`: nothing is, or it cannot be drawn.
    pub(crate) fn follow(&mut self, session: &Session) {
        let Some(offer) = session.chosen_offer() else {
            self.shown = None;
            return;
        };
        self.begin(What::Wanted(offer.wanted()));
        match offer.issued {
            Some(number) => self.take_out(session, number),
            None => self.lay_out(session, offer),
        }
    }

    /// Another document is looked at from its first page on; the same one stays where it is.
    pub(crate) fn begin(&mut self, what: What) {
        if self.what.replace(what) != Some(what) {
            self.preview.to_first_page();
        }
    }

    pub(crate) fn document(&self) -> Option<PreviewDocument> {
        self.shown.as_ref()?.document.clone()
    }

    /// What was handed out.
    fn take_out(&mut self, session: &Session, number: DocumentNumber) {
        let says = Says::Issued(number);
        if self.shown.as_ref().is_none_or(|shown| shown.says != says) {
            self.shown = Some(Shown { says, document: issued_pages(&session.store, number) });
        }
    }

    fn lay_out(&mut self, session: &Session, offer: &Offer) {
        let (facts, standing, title) = (&offer.facts, offer.standing(), offer.name());
        let same = |shown: &&mut Shown| match &shown.says {
            Says::Now(said, stood) => **said == *facts && *stood == standing,
            Says::Issued(_) => false,
        };
        if let Some(shown) = self.shown.as_mut().filter(same) {
            shown.document.iter_mut().for_each(|document| document.title.clone_from(&title));
            return;
        }
        if self.shaper.is_none() {
            self.shaper = Shaper::new().ok();
        }
        let Some(shaper) = &mut self.shaper else { return };
        // A logo that cannot be read is left out here, and said when the document is made.
        let pictures = pictures(&session.store, facts);
        let pages = Arc::new(lay_out(&compose(facts, &pictures), standing, shaper));
        self.times += 1;
        let document = Some(PreviewDocument { pages, generation: self.times, title });
        self.shown = Some(Shown { says: Says::Now(Box::new(facts.clone()), standing), document });
    }
}

/// Those of them that can be read.
fn pictures(store: &Store, facts: &Facts) -> Pictures {
    let mut pictures = Pictures::new();
    for hash in facts.logos() {
        if let Ok(Some(png)) = store.picture(hash) {
            // What is no picture is left out as well.
            pictures.insert(hash.clone(), &png).ok();
        }
    }
    pictures
}
