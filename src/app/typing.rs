//! Fast typing: egui moves the focus once a frame, so what is typed after Tab waits for the next frame. Without this,
//! on a slow screen, the start of one field lands at the end of the one before.

use std::collections::VecDeque;

use egui::{Context, Event, Key, RawInput};

/// Events that wait for their frame.
#[derive(Debug, Default)]
pub(crate) struct Typing {
    waiting: VecDeque<Event>,
}

impl Typing {
    /// Lets through what comes before and with a key that moves the focus; keeps the rest for the next frame.
    pub(crate) fn split(&mut self, ctx: &Context, input: &mut RawInput) {
        self.waiting.extend(input.events.drain(..));
        while let Some(event) = self.waiting.pop_front() {
            let moves = matches!(
                &event,
                Event::Key { key: Key::Tab | Key::Enter | Key::Escape, pressed: true, .. }
            );
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
        for _ in 0..3 {
            typing.split(&ctx, &mut input);
            frames.push(input.events.len());
            input.events.clear();
        }
        assert_eq!(frames, [2, 2, 0]);
    }
}
