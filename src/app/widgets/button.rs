//! Buttons with an icon, marks and messages.

use egui::{Button, Color32, Response, RichText, Stroke, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::theme::{self, CONTROL, palette};
use crate::texts::common;

/// The act of a screen: one at most in sight.
pub(crate) fn main_button(ui: &mut Ui, icon: Icon, text: &str) -> Response {
    let p = palette(ui);
    let (icon, words) =
        (theme::icon(icon).color(p.on_accent), theme::bold(text).color(p.on_accent));
    let response = ui
        .scope(|ui| {
            let widgets = &mut ui.visuals_mut().widgets;
            for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
                state.bg_stroke = Stroke::new(1.0, p.accent);
            }
            ui.add(Button::new((icon, words)).fill(p.accent).min_size(Vec2::new(0.0, CONTROL)))
        })
        .inner
        .accessible_name(text);
    if response.has_focus() {
        // Its fill is the accent already: a ring around it shows that it has the keyboard.
        let ring = Stroke::new(2.0, p.accent);
        ui.painter().rect_stroke(response.rect.expand(3.0), 8.0, ring, egui::StrokeKind::Outside);
    }
    response
}

pub(crate) fn icon_button(ui: &mut Ui, icon: Icon, text: &str) -> Response {
    ui.add(Button::new((theme::icon(icon), text)).min_size(Vec2::new(0.0, CONTROL)))
        .accessible_name(text)
}

/// One of several that read the same: a screen reader also hears what this one is about.
pub(crate) fn icon_button_about(ui: &mut Ui, icon: Icon, text: &str, what: &str) -> Response {
    icon_button(ui, icon, text).accessible_name(common::about(text, what))
}

/// A button that cannot always be used.
pub(crate) fn icon_button_if(ui: &mut Ui, enabled: bool, icon: Icon, text: &str) -> Response {
    ui.add_enabled(
        enabled,
        Button::new((theme::icon(icon), text)).min_size(Vec2::new(0.0, CONTROL)),
    )
    .accessible_name(text)
}

/// An icon beside words: painted, and silent for a screen reader.
pub(crate) fn picture(ui: &mut Ui, icon: Icon, size: f32, ink: Color32) {
    let font = theme::icon_font(size);
    let galley = ui.painter().layout_no_wrap(char::from(icon).to_string(), font, ink);
    let (_, rect) = ui.allocate_space(galley.size());
    ui.painter().galley(rect.min, galley, ink);
}

/// As [`picture`], as high as a line of text: it stands in the middle of the first line of what stands beside it.
pub(crate) fn picture_of_line(ui: &mut Ui, icon: Icon, ink: Color32) {
    const SIZE: f32 = 14.0;
    let line = ui.text_style_height(&egui::TextStyle::Body);
    let font = theme::icon_font(SIZE);
    let galley = ui.painter().layout_no_wrap(char::from(icon).to_string(), font, ink);
    let (_, rect) = ui.allocate_space(Vec2::new(galley.size().x, line));
    let above = (line - galley.size().y) / 2.0;
    ui.painter().galley(rect.min + Vec2::new(0.0, above), galley, ink);
}

/// Only an icon; the words show when one points at it.
pub(crate) fn bare_icon(ui: &mut Ui, icon: Icon, text: &str) -> Response {
    ui.add(Button::new(theme::icon(icon)).frame_when_inactive(false).min_size(Vec2::splat(CONTROL)))
        .accessible_name(text)
        .on_hover_text(text)
}

/// As [`bare_icon`], one of several: a screen reader also hears what this one is about.
pub(crate) fn bare_icon_about(ui: &mut Ui, icon: Icon, text: &str, what: &str) -> Response {
    bare_icon(ui, icon, text).accessible_name(common::about(text, what))
}

/// Words of their own colour that lead somewhere.
pub(crate) fn link_as(ui: &mut Ui, words: RichText, name: &str) -> Response {
    ui.scope(|ui| {
        ui.spacing_mut().button_padding.x = theme::STEP;
        ui.add(Button::new(words).frame_when_inactive(false).wrap_mode(egui::TextWrapMode::Extend))
    })
    .inner
    .accessible_name(name)
}

/// Words that lead somewhere.
pub(crate) fn link(ui: &mut Ui, text: &str) -> Response {
    let p = palette(ui);
    ui.add(Button::new(RichText::new(text).color(p.accent)).frame_when_inactive(false).wrap())
        .accessible_name(text)
}

/// A name that leads to what it names, in line with what stands above and below it.
pub(crate) fn name_link(ui: &mut Ui, text: RichText) -> Response {
    let p = palette(ui);
    ui.add(egui::Link::new(text.color(p.accent)))
}

/// A short word in a soft colour.
pub(crate) fn mark(ui: &mut Ui, text: &str, ink: Color32, ground: Color32) -> Response {
    let font = egui::TextStyle::Small.resolve(ui.style());
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, ink);
    let around = Vec2::new(8.0, 2.0);
    let (rect, response) =
        ui.allocate_exact_size(galley.size() + 2.0 * around, egui::Sense::hover());
    ui.painter().rect_filled(rect, 6.0, ground);
    ui.painter().galley(rect.min + around, galley, ink);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, text));
    response
}

/// A message within a page: an icon and a sentence.
pub(crate) fn message(
    ui: &mut Ui,
    icon: Icon,
    text: &str,
    ink: Color32,
    ground: Color32,
) -> Response {
    theme::banner(ground)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_top(|ui| {
                picture_of_line(ui, icon, ink);
                ui.add(egui::Label::new(RichText::new(text).color(ink)).wrap())
            })
            .inner
        })
        .inner
}

/// What belongs in an empty place, and the first thing to do there.
pub(crate) fn empty(ui: &mut Ui, icon: Icon, title: &str, text: &str) {
    let p = palette(ui);
    ui.add_space(48.0);
    ui.vertical_centered(|ui| {
        picture(ui, icon, 40.0, p.muted);
        ui.add_space(4.0);
        ui.label(theme::section(title));
        ui.set_max_width(440.0);
        ui.label(RichText::new(text).color(p.muted));
        ui.add_space(8.0);
    });
}
