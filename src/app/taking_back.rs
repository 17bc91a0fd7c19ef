//! Undo and redo in the window: what was taken back is shown where it stands.

use egui::Context;

use crate::app::action::{LearnerPart, Place};
use crate::app::{App, above, typing};
use crate::domain::Subject;
use crate::texts::{choices, errors, window as text};

/// Which way along the trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Back {
    Undo,
    Redo,
}

impl App {
    pub(crate) fn take_back(&mut self, ctx: &Context, back: Back) {
        if !self.is_reachable() {
            return;
        }
        self.settle_all(ctx);
        typing::forget(ctx);
        let stamp = self.stamp();
        let Some(session) = &mut self.session else { return };
        let done = match back {
            Back::Undo => session.store.undo(&stamp),
            Back::Redo => session.store.redo(&stamp),
        };
        match done {
            Ok(None) => {}
            Ok(Some(subject)) => {
                let word = choices::record_for(subject.kind, session.route_of(subject));
                self.notices.good(match back {
                    Back::Undo => text::undone(word),
                    Back::Redo => text::redone(word),
                });
                self.show_after(subject);
            }
            Err(err) => self.notices.bad(errors::store(&err)),
        }
    }

    /// Shows what was taken back, or the room it was in.
    fn show_after(&mut self, subject: Subject) {
        let part = match self.place {
            Place::Learner(_, part) => part,
            Place::Learners
            | Place::NewLearner
            | Place::Leerbedrijven
            | Place::NewLeerbedrijf
            | Place::Leerbedrijf(_)
            | Place::Documents
            | Place::Document(_)
            | Place::Batch
            | Place::TakeIn
            | Place::Catalogue
            | Place::Settings(_)
            | Place::Past(_) => LearnerPart::Facts,
        };
        let wanted = if subject.id == 0 { Ok(self.place) } else { self.place_of(subject, part) };
        let here = self.place;
        let Some(session) = &mut self.session else { return };
        let place = wanted.ok().filter(|place| session.exists(*place));
        let place = place.or_else(|| session.exists(here).then_some(here)).unwrap_or(above(here));
        let loaded = session.after_undo(subject, place);
        self.place = place;
        self.say_if_bad(loaded);
    }
}
