//! "Klaar voor uitreiken?": what blocks and what warns, each a way to the field that mends it.

use egui::{Id, RichText, Ui};
use lucide_icons::Icon;

use crate::app::action::Action;
use crate::app::mending;
use crate::app::offers::Offer;
use crate::app::screens::learner::documents::act::{DATE, PLACE};
use crate::app::theme::{self, palette};
use crate::app::widgets::button::{link, picture, picture_of_line};
use crate::app::widgets::field::Form;
use crate::domain::gap::{Gap, Missing};
use crate::domain::readiness::Warning;
use crate::texts::{documents as words, readiness, window as text};

/// Draws it.
pub(crate) fn ui(ui: &mut Ui, form: &mut Form<'_>, offer: &Offer) {
    let p = palette(ui);
    ui.label(theme::bold(words::READY_TO_HAND_OUT));
    if offer.missing.is_empty() {
        ui.horizontal(|ui| {
            picture(ui, Icon::CircleCheck, 14.0, p.good);
            ui.label(RichText::new(text::ALL_THERE).color(p.good));
        });
    } else {
        theme::banner(p.warn_soft).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(theme::bold(text::BLOCKS).color(p.warn));
            ui.spacing_mut().item_spacing.y = 0.0;
            for missing in &offer.missing {
                gap_ui(ui, form, missing);
            }
        });
    }
    if !offer.warnings.is_empty() {
        ui.label(theme::bold(text::WARNS));
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for warning in &offer.warnings {
                warning_ui(ui, form, offer, *warning);
            }
        });
    }
}

fn gap_ui(ui: &mut Ui, form: &mut Form<'_>, missing: &Missing) {
    let Missing { gap, spot } = missing;
    if !link(ui, &readiness::gap(*gap, form.route)).clicked() {
        return;
    }
    // After the frame: a field that is drawn later in this one would give the cursor away.
    form.actions.push(match (*spot, *gap) {
        (Some(spot), _) => Action::PointAt(spot),
        (None, Gap::SigningPlace) => Action::Focus(Id::unique(PLACE)),
        (None, _) => Action::Focus(Id::unique(DATE)),
    });
}

fn warning_ui(ui: &mut Ui, form: &mut Form<'_>, offer: &Offer, warning: Warning) {
    let words = readiness::warning(warning, form.route);
    let spot = mending::spot(&offer.draft, warning);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        // As what leads somewhere: that has room around it.
        let around = ui.spacing().button_padding;
        ui.vertical(|ui| {
            ui.set_width(14.0);
            ui.add_space(around.y);
            picture_of_line(ui, Icon::TriangleAlert, palette(ui).warn);
        });
        match spot {
            Some(spot) => {
                if link(ui, &words).clicked() {
                    form.actions.push(Action::PointAt(spot));
                }
            }
            None => {
                ui.add_space(around.x);
                ui.vertical(|ui| {
                    ui.add_space(around.y);
                    ui.add(egui::Label::new(words).wrap());
                    ui.add_space(around.y);
                });
            }
        }
    });
}
