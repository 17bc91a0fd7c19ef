//! The learning scale as four buttons beside each other: clicked, or walked with the arrows.

use egui::{Button, Key, Modifiers, Sense, Ui, Vec2};

use crate::app::theme::{self, palette};
use crate::domain::{Choice as _, Scale};
use crate::texts::choices;

/// Draws the scale; gives the step that was chosen. `of`: what it is about, for a screen reader.
pub(crate) fn ui(ui: &mut Ui, now: Option<Scale>, of: &str) -> Option<Scale> {
    let p = palette(ui);
    let mut chosen = None;
    let id = ui.scope_id().with("walked");
    let mut walked = ui.data_mut(|data| data.remove_temp::<bool>(id)).unwrap_or(false);
    let now = now.unwrap_or(Scale::NotStarted);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding.x = 8.0;
        for step in Scale::ALL.iter().copied() {
            let here = step == now;
            let word = choices::scale(step);
            let (ink, ground) = match (here, step) {
                (true, Scale::Able) => (p.good, p.good_soft),
                (true, Scale::NotStarted | Scale::Practises | Scale::Guided) => {
                    (p.accent, p.accent_soft)
                }
                (false, _) => (p.muted, p.card),
            };
            let words = if here { theme::bold(word) } else { egui::RichText::new(word) };
            // One stop for Tab: the step where one is; from there the arrows go.
            let sense = if here { Sense::click() } else { Sense::CLICK };
            let button = Button::new(words.size(12.5).color(ink))
                .fill(ground)
                .sense(sense)
                .min_size(Vec2::new(0.0, 28.0));
            let response = ui.add(button);
            if here && std::mem::take(&mut walked) {
                response.request_focus();
            }
            response.widget_info(|| {
                egui::WidgetInfo::selected(
                    egui::accesskit::Role::RadioButton,
                    true,
                    here,
                    format!("{word}: {of}"),
                )
            });
            if response.clicked() && !here {
                chosen = Some(step);
            }
            if response.has_focus() {
                let by = ui.input_mut(|input| {
                    let mut key = |key| i64::from(input.consume_key(Modifiers::NONE, key));
                    key(Key::ArrowRight) - key(Key::ArrowLeft)
                });
                if let Some(step) = next(step, by) {
                    chosen = Some(step);
                    ui.data_mut(|data| data.insert_temp(id, true));
                }
            }
        }
    });
    chosen
}

fn next(from: Scale, by: i64) -> Option<Scale> {
    let at = Scale::ALL.iter().position(|step| *step == from)?;
    let to = i64::try_from(at).ok()? + by;
    let to = Scale::ALL.get(usize::try_from(to).ok()?).copied()?;
    (to != from).then_some(to)
}
