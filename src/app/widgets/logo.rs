//! A logo with the buttons to choose another one or to take it away.

use std::sync::Arc;

use egui::{ColorImage, Image, Rect, RichText, Sense, TextureHandle, TextureOptions, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::action::{Action, Actions};
use crate::app::theme::{self, palette};
use crate::app::widgets::button::icon_button;
use crate::domain::{LogoHash, Spot};
use crate::store::Store;
use crate::texts::{fields, window as text};

/// The room in which a logo is shown.
const ROOM: Vec2 = Vec2::new(260.0, 96.0);

/// Draws it. `help`: what comes with it, if anything.
pub(crate) fn logo_ui(
    ui: &mut Ui,
    actions: &mut Actions,
    store: &Store,
    spot: Spot,
    logo: Option<&LogoHash>,
    help: &str,
) {
    let p = palette(ui);
    ui.vertical(|ui| {
        ui.set_width(ROOM.x);
        let label = fields::label(spot.kind, spot.field);
        ui.label(theme::small(label).color(p.muted));
        let (rect, _) = ui.allocate_exact_size(ROOM, Sense::hover());
        // A logo is made for white paper.
        ui.painter().rect_filled(rect, 6.0, theme::PAPER);
        ui.painter().rect_stroke(
            rect,
            6.0,
            egui::Stroke::new(1.0, p.line),
            egui::StrokeKind::Inside,
        );
        match logo.and_then(|logo| texture(ui, store, logo)) {
            Some(texture) => {
                let image = Image::new(&texture)
                    .fit_to_exact_size(rect.size() - Vec2::splat(16.0))
                    .alt_text(label);
                let size =
                    image.calc_size(rect.size() - Vec2::splat(16.0), Some(texture.size_vec2()));
                image.paint_at(ui, Rect::from_center_size(rect.center(), size));
            }
            None => {
                let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect.shrink(8.0)));
                child.centered_and_justified(|ui| {
                    ui.label(RichText::new(text::NO_LOGO).color(theme::ON_PAPER));
                });
            }
        }
        if !help.is_empty() {
            ui.label(theme::small(help).color(p.muted));
        }
        ui.horizontal(|ui| {
            if icon_button(ui, Icon::ImagePlus, text::CHOOSE_LOGO).clicked() {
                actions.push(Action::ChooseLogo(spot));
            }
            if logo.is_some() && icon_button(ui, Icon::X, text::REMOVE_LOGO).clicked() {
                actions.push(Action::Set(spot, String::new()));
            }
        });
    });
}

/// The picture on the graphics card; read and decoded once.
fn texture(ui: &Ui, store: &Store, logo: &LogoHash) -> Option<TextureHandle> {
    let id = egui::Id::unique(("logo", logo.as_str()));
    if let Some(texture) = ui.data(|data| data.get_temp::<TextureHandle>(id)) {
        return Some(texture);
    }
    // What cannot be read is shown as no logo; the paper leaves it out too.
    let png = store.picture(logo).ok().flatten()?;
    let image = image::load_from_memory(&png).ok()?.to_rgba8();
    let size = [image.width() as usize, image.height() as usize];
    let image = Arc::new(ColorImage::from_rgba_unmultiplied(size, &image));
    let texture = ui.ctx().load_texture(logo.as_str(), image, TextureOptions::LINEAR);
    ui.data_mut(|data| data.insert_temp(id, texture.clone()));
    Some(texture)
}
