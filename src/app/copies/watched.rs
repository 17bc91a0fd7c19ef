//! How far long work beside the window is, and whether it must stop. One half is on the screen, the other with the thread.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use jiff::Timestamp;

use crate::backup::Progress;

/// Shared by who works and who looks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Watched(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    stop: AtomicBool,
    /// In thousandths of all of it.
    done: AtomicU32,
}

impl Watched {
    /// It must stop as soon as it can.
    pub(crate) fn stop(&self) {
        self.0.stop.store(true, Ordering::Relaxed);
    }

    pub(crate) fn stopping(&self) -> bool {
        self.0.stop.load(Ordering::Relaxed)
    }

    /// How much is done of all of it, between 0 and 1.
    pub(crate) fn part(&self) -> f32 {
        self.0.done.load(Ordering::Relaxed) as f32 / 1_000.0
    }

    pub(crate) fn percent(&self) -> u32 {
        self.0.done.load(Ordering::Relaxed) / 10
    }

    /// So much is done of a stretch of it, in thousandths.
    pub(crate) fn set(&self, (from, to): (u32, u32), done: u64, of: u64) {
        let part = done.saturating_mul(u64::from(to - from)).checked_div(of).unwrap_or(0);
        let part = u32::try_from(part).unwrap_or(0).min(to - from);
        self.0.done.store(from + part, Ordering::Relaxed);
    }

    /// For who does a stretch of it.
    pub(crate) fn watch(
        &self,
        stretch: (u32, u32),
    ) -> impl FnMut(Progress) -> ControlFlow<()> + use<> {
        let own = self.clone();
        move |Progress { step: _, done, of }| {
            own.set(stretch, done, of);
            if own.stopping() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        }
    }

    /// How long the rest takes; `None`: nothing to go by yet.
    pub(crate) fn time_left(&self, began: Timestamp, now: Timestamp) -> Option<Duration> {
        let elapsed = Duration::try_from(now.duration_since(began)).ok()?;
        let done = self.0.done.load(Ordering::Relaxed);
        (done > 20)
            .then(|| elapsed.checked_mul(1_000 - done.min(1_000))?.checked_div(done))
            .flatten()
    }
}
