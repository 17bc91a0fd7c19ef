//! The field in which one types to find.

use egui::{Id, Key, Modifiers, Response, RichText, Ui};
use lucide_icons::Icon;

use crate::app::theme::{self, palette};
use crate::app::widgets::field::line_box;

/// Marks the field that has the cursor as one whose text is no part of the dossier: undo there is of the text.
pub(crate) fn mark_loose(ui: &Ui, id: Id) {
    if ui.memory(|memory| memory.has_focus(id)) {
        ui.data_mut(|data| data.insert_temp(Id::unique("loose field"), id));
    }
}

/// Whether the cursor is in such a field.
pub(crate) fn in_loose_field(ui: &Ui) -> bool {
    let loose = ui.data(|data| data.get_temp::<Id>(Id::unique("loose field")));
    loose.is_some() && ui.memory(|memory| memory.focused()) == loose
}

/// Keys that walk through hits while the cursor is in the search field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Walk {
    pub(crate) down: i64,
    pub(crate) enter: bool,
}

/// What was done in the search field.
pub(crate) struct Searched {
    pub(crate) response: Response,
    pub(crate) walk: Walk,
}

/// Draws the field; arrows and Enter in it walk through what was found.
pub(crate) fn search_ui(
    ui: &mut Ui,
    id: Id,
    typed: &mut String,
    label: &str,
    hint: &str,
    width: f32,
) -> Searched {
    let mut walk = Walk::default();
    if ui.memory(|memory| memory.has_focus(id)) {
        ui.input_mut(|input| {
            let mut count = |key| input.count_and_consume_key(Modifiers::NONE, key) as i64;
            walk.down = count(Key::ArrowDown) - count(Key::ArrowUp)
                + 10 * (count(Key::PageDown) - count(Key::PageUp));
            walk.enter = count(Key::Enter) > 0;
        });
    }
    let p = palette(ui);
    let response = ui
        .add(
            line_box(typed, id, width)
                .prefix(theme::icon(Icon::Search).color(p.muted))
                .hint_text(RichText::new(hint).color(p.muted)),
        )
        .accessible_name(label);
    mark_loose(ui, id);
    Searched { response, walk }
}

/// A cursor moved by that many, within a list of this length.
pub(crate) fn moved(cursor: Option<usize>, by: i64, length: usize) -> Option<usize> {
    let last = i64::try_from(length).ok()?.checked_sub(1).filter(|last| *last >= 0)?;
    let from = cursor.map_or(if by > 0 { -1 } else { 0 }, |at| i64::try_from(at).unwrap_or(0));
    usize::try_from((from + by).clamp(0, last)).ok()
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn a_cursor_stays_within_the_list() {
        assert_eq!(moved(None, 1, 3), Some(0));
        assert_eq!(moved(Some(0), -1, 3), Some(0));
        assert_eq!(moved(Some(2), 10, 3), Some(2));
        assert_eq!(moved(Some(1), 1, 0), None);
    }
}
