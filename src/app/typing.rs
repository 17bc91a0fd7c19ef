//! Fast typing: egui moves the focus once a frame, so what is typed after Tab waits for the next frame. Without this,
//! on a slow screen, the start of one field lands at the end of the one before.

use std::collections::VecDeque;

use egui::{Context, Event, Key, RawInput};

use crate::app::App;
use crate::domain::Spot;

/// Events that wait for their frame.
#[derive(Debug, Default)]
pub(crate) struct Typing {
    waiting: VecDeque<Event>,
}

impl Typing {
    /// Gives a key that moves the focus a frame of its own: what comes before it and after it waits its turn.
    pub(crate) fn split(&mut self, ctx: &Context, input: &mut RawInput) {
        self.waiting.extend(input.events.drain(..));
        while let Some(event) = self.waiting.pop_front() {
            let moves = matches!(
                &event,
                Event::Key { key: Key::Tab | Key::Enter | Key::Escape, pressed: true, .. }
            );
            if moves && !input.events.is_empty() {
                // A blank typed just before must not press what gets the focus in the same frame.
                self.waiting.push_front(event);
                break;
            }
            input.events.push(event);
            if moves {
                break;
            }
        }
        if !self.waiting.is_empty() {
            ctx.request_repaint();
        }
    }
}

/// Drops what fields remember for undo while typing: the same field shows another person now, and what was typed about
/// one must not come back with the other.
pub(crate) fn forget(ctx: &Context) {
    ctx.data_mut(|data| data.remove_by_type::<egui::text_edit::TextEditState>());
}

/// How long a pause in typing is, in seconds of the window's own time.
const PAUSE: f64 = 3.0;

/// How far what is being typed is in the file.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Saved {
    /// [`crate::app::drafts::Drafts::times_typed`] when it was last looked at, and the time of that.
    seen: (u64, f64),
    kept: u64,
}

impl App {
    /// Keeps what is being typed at every pause, and when the window loses the keyboard: a long note is not lost with
    /// the power. The text in the field stays as it is typed.
    pub(crate) fn save_while_typing(&mut self, ctx: &Context) {
        let (now, here) = ctx.input(|input| (input.time, input.focused));
        let typed = self.drafts.times_typed();
        if self.saved.seen.0 != typed {
            self.saved.seen = (typed, now);
        }
        let waiting = self.drafts.unsettled();
        if self.saved.kept == typed || waiting.is_empty() {
            return;
        }
        let rest = PAUSE - (now - self.saved.seen.1);
        if here && rest > 0.0 {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(rest));
            return;
        }
        self.saved.kept = typed;
        for spot in waiting {
            self.save_typed(spot);
        }
    }

    /// Keeps what stands in a field and lets it stand; what does not fit may not be finished.
    fn save_typed(&mut self, spot: Spot) {
        let Some(draft) = self.drafts.get(spot) else { return };
        // What is not made yet is made when its first field is left.
        if spot.id <= 0 {
            return;
        }
        let typed = draft.text.clone();
        if let Some(change) = self.edit_of(spot, &typed) {
            self.apply(&change);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: Key) -> Event {
        let modifiers = egui::Modifiers::NONE;
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    #[test]
    fn what_is_typed_after_tab_waits_for_the_next_frame() {
        let (ctx, mut typing) = (Context::default(), Typing::default());
        let typed =
            vec![Event::Text("a".into()), key(Key::Tab), Event::Text("b".into()), key(Key::Enter)];
        let mut input = RawInput { events: typed, ..RawInput::default() };
        let mut frames = Vec::new();
        for _ in 0..5 {
            typing.split(&ctx, &mut input);
            frames.push(input.events.len());
            input.events.clear();
        }
        assert_eq!(frames, [1, 1, 1, 1, 0]);
    }
}
