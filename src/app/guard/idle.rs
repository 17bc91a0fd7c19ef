//! Locking by itself, when nothing was done for a while.

use egui::Context;

use crate::app::App;
use crate::app::guard::locking::By;
use crate::app::world::Preferences;

/// After how many minutes one can have it locked; 0: never.
pub(crate) const CHOICES: [u16; 6] = [0, 5, 10, 15, 30, 60];
/// Unless one chooses otherwise.
const USUAL: u16 = 15;

/// After how many minutes it locks.
pub(crate) fn minutes_of(preferences: &Preferences) -> u16 {
    preferences.lock_after.filter(|minutes| CHOICES.contains(minutes)).unwrap_or(USUAL)
}

impl App {
    /// Locks when the time has come. By the clock on the wall: a laptop that was shut for the night is locked when it
    /// wakes.
    pub(crate) fn watch_idle(&mut self, ctx: &Context) {
        let now = self.world.now();
        let done = ctx.input(|input| !input.events.is_empty());
        let working = self.copies.making.is_some()
            || self.session.as_ref().is_some_and(|session| session.batches.running());
        // What is under way is waited for, and the time begins when it is done: its outcome can still be seen.
        let active = self.guard.active.filter(|active| *active <= now && !done && !working);
        let active = *self.guard.active.insert(active.unwrap_or(now));
        let minutes = u64::from(minutes_of(&self.preferences));
        let locks = self.session.as_ref().is_some_and(|session| session.store.has_password());
        if minutes == 0 || !locks {
            return;
        }
        let gone = u64::try_from(now.duration_since(active).as_secs()).unwrap_or(0);
        let rest = (minutes * 60).saturating_sub(gone);
        if rest == 0 {
            self.lock(ctx, By::Itself);
        } else {
            ctx.request_repaint_after(std::time::Duration::from_secs(rest));
        }
    }
}
