//! The lock: the dossier is closed, what was known of it is forgotten, and with the password one goes on where one was.

use egui::{Context, ViewportCommand};

use crate::app::guard::forms::Unlock;
use crate::app::guard::kept::Kept;
use crate::app::guard::{Away, Guard};
use crate::app::looking::Looking;
use crate::app::perform::Done;
use crate::app::session::Session;
use crate::app::typing::{Saved, Typing};
use crate::app::{Actions, App, Drafts, above};
use crate::texts::{errors, security as words, window as text};

/// A dossier that is locked.
pub(crate) struct Locked {
    away: Away,
    kept: Option<Kept>,
    /// What was under way and is done: it is told to who unlocks.
    held: Vec<Done>,
    pub(crate) unlock: Unlock,
}

/// Who locks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    Hand,
    /// Nothing was done for a while.
    Itself,
}

impl Locked {
    /// Whether something was typed that is not in the file.
    pub(crate) const fn keeps_words(&self) -> bool {
        self.kept.is_some()
    }
}

impl App {
    /// Locks, unless the dossier has no password or something is under way.
    pub(crate) fn lock(&mut self, ctx: &Context, by: By) {
        let Some(session) = &self.session else { return };
        let refused = match (session.store.has_password(), session.batches.running()) {
            (false, _) => Some(words::NO_LOCK),
            (true, true) => Some(words::NO_LOCK_NOW),
            (true, false) => None,
        };
        if let Some(sentence) = refused {
            if by == By::Hand {
                self.notices.plain(sentence.to_owned());
            }
            return;
        }
        self.settle_all(ctx);
        let dialog = self.dialog.take();
        let Some(session) = &self.session else { return };
        let Some(away) = Away::of(session, self.place) else { return };
        let kept = match Kept::take(&session.store, &self.drafts, dialog) {
            Ok(kept) => kept,
            Err(err) => {
                self.notices.bad(errors::store(&err));
                return;
            }
        };
        let unlock = Unlock::new(away.path.clone());
        self.guard.locked = Some(Locked { away, kept, held: Vec::new(), unlock });
        self.forget_open(ctx);
    }

    /// What came back while it is locked: only an answer to a password counts. A name of a file may name someone, and
    /// what was read may hold more.
    pub(crate) fn unless_locked(&mut self, done: Done) -> Option<Done> {
        let Some(locked) = &mut self.guard.locked else { return Some(done) };
        if matches!(done, Done::Opened(..) | Done::Guard(_)) {
            return Some(done);
        }
        if matches!(done, Done::HandedOver(..)) {
            locked.held.push(done);
        } else if matches!(done, Done::PaperPlace(_, Some(_))) {
            self.notices.bad(words::LOCKED_MEANWHILE.to_owned());
        }
        None
    }

    /// Drops all that the window knows of the open dossier.
    fn forget_open(&mut self, ctx: &Context) {
        self.session = None;
        self.forget_looked_at();
        self.dialog = None;
        self.copies.dossier_changed();
        self.drafts = Drafts::default();
        self.actions = Actions::default();
        self.notices.clear();
        self.point = None;
        self.search = false;
        self.looking = Looking::default();
        self.typing = Typing::default();
        self.saved = Saved::default();
        forget_drawn(ctx);
        ctx.send_viewport_cmd(ViewportCommand::Title(text::PROGRAM.to_owned()));
    }

    /// Goes on where one was.
    pub(crate) fn unlocked(&mut self, ctx: &Context, session: Session, locked: Locked) {
        let Locked { away, kept, held, unlock: _ } = locked;
        self.come_back(ctx, session, away);
        for done in held {
            // This window itself listens.
            self.outbox.send(done).ok();
        }
        if let (Some(session), Some(kept)) = (&self.session, kept) {
            self.dialog = kept.put_back(&session.store, &mut self.drafts);
        }
    }

    /// Shows an opened dossier at the place where one was.
    pub(crate) fn come_back(&mut self, ctx: &Context, mut session: Session, away: Away) {
        let Away { path, place, signing, chosen } = away;
        session.signing = signing;
        session.chosen = chosen;
        let place = if session.exists(place) { place } else { above(place) };
        self.session = Some(session);
        ctx.send_viewport_cmd(ViewportCommand::Title(text::window_title(&path)));
        self.go(ctx, place);
    }
}

impl Guard {
    pub(crate) fn keeps_words(&self) -> bool {
        self.locked.as_ref().is_some_and(Locked::keeps_words)
    }
}

/// What the toolkit remembers of what it drew: texts to undo, what was searched, pictures. Colours and size stay.
fn forget_drawn(ctx: &Context) {
    ctx.memory_mut(|memory| {
        memory.data.clear();
        memory.caches = egui::cache::CacheStorage::default();
        memory.reset_areas();
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
    });
    ctx.forget_all_images();
}
