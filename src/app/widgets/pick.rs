//! A list of hits below a search field, from which one is taken. Used by dialogs.

use egui::{Align, Id, Layout, RichText, ScrollArea, Sense, Ui, Vec2};

use crate::app::theme::{self, palette};
use crate::app::widgets::search::{moved, search_ui};
use crate::texts::common;

/// One hit: what it is, what it belongs to, and a mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) title: String,
    pub(crate) under: String,
    pub(crate) mark: String,
}

/// What is typed, and which hit is next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pick {
    pub(crate) typed: String,
    pub(crate) cursor: usize,
}

const HIT: f32 = 48.0;
/// How many hits are in sight, where the window is high enough.
const IN_SIGHT: f32 = 8.0;
const LEAST_IN_SIGHT: f32 = 2.0;
/// What a dialog has above and below its hits, and leaves free around itself.
const AROUND: f32 = 300.0;

/// The room for hits in this window.
fn room(ui: &Ui) -> f32 {
    let fits = ((ui.ctx().content_rect().height() - AROUND) / HIT).floor();
    HIT * fits.clamp(LEAST_IN_SIGHT, IN_SIGHT)
}

impl Pick {
    /// Draws the field and the hits for what is typed; gives the number of the one that was taken.
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        label: &str,
        hint: &str,
        hits: &dyn Fn(&str) -> Vec<Hit>,
    ) -> Option<usize> {
        let id = Id::unique(("pick", label));
        let width = ui.available_width();
        let searched = search_ui(ui, id, &mut self.typed, label, hint, width);
        if ui.memory(|memory| memory.focused().is_none()) {
            searched.response.request_focus();
        }
        if searched.response.changed() {
            self.cursor = 0;
        }
        let hits = hits(&self.typed);
        if searched.walk.down != 0 {
            self.cursor = moved(Some(self.cursor), searched.walk.down, hits.len()).unwrap_or(0);
        }
        let mut taken = (searched.walk.enter && self.cursor < hits.len()).then_some(self.cursor);
        ui.add_space(theme::STEP);
        let room = room(ui);
        ui.set_min_height(room);
        if hits.is_empty() {
            let words = if self.typed.trim().is_empty() { hint } else { common::NOTHING_FOUND };
            ui.label(RichText::new(words).color(palette(ui).muted));
            return taken;
        }
        let walked = searched.walk.down != 0;
        let area = ScrollArea::vertical()
            .id_salt(("hits", label))
            .auto_shrink(false)
            .min_scrolled_height(room)
            .max_height(room);
        ui.spacing_mut().item_spacing.y = 0.0;
        area.show_viewport(ui, |ui, viewport| {
            ui.set_height(HIT * hits.len() as f32);
            let first = (viewport.top() / HIT).floor().max(0.0) as usize;
            let last = ((viewport.bottom() / HIT).ceil() as usize).min(hits.len());
            let origin = ui.max_rect().min;
            for (n, hit) in hits.iter().enumerate().take(last).skip(first) {
                let at = egui::Rect::from_min_size(
                    origin + Vec2::new(0.0, HIT * n as f32),
                    Vec2::new(ui.available_width(), HIT),
                );
                if hit_ui(ui, at, n, hit, n == self.cursor) {
                    taken = Some(n);
                }
            }
            if walked {
                let at = egui::Rect::from_min_size(
                    origin + Vec2::new(0.0, HIT * self.cursor as f32),
                    Vec2::new(1.0, HIT),
                );
                ui.scroll_to_rect(at, None);
            }
        });
        taken
    }
}

fn hit_ui(ui: &mut Ui, rect: egui::Rect, n: usize, hit: &Hit, here: bool) -> bool {
    let p = palette(ui);
    let response = ui.interact(rect, Id::unique(("hit", n)), Sense::CLICK);
    if here || response.hovered() {
        let fill = if here { p.accent_soft } else { ui.visuals().widgets.hovered.weak_bg_fill };
        ui.painter().rect_filled(rect, 6.0, fill);
    }
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::accesskit::Role::ListBoxOption, true, here, &hit.title)
    });
    let inner = rect.shrink2(Vec2::new(10.0, 5.0));
    let mut child = ui.new_child(
        egui::UiBuilder::new().max_rect(inner).layout(Layout::right_to_left(Align::Center)),
    );
    if !hit.mark.is_empty() {
        child.label(theme::small(&hit.mark).color(p.warn));
    }
    child.with_layout(Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        if hit.under.is_empty() {
            ui.add_space(9.0);
        }
        ui.add(egui::Label::new(theme::bold(&hit.title)).truncate().selectable(false));
        if !hit.under.is_empty() {
            let under = theme::small(&hit.under).color(p.muted);
            ui.add(egui::Label::new(under).truncate().selectable(false));
        }
    });
    response.clicked()
}
