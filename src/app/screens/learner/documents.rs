//! What can be handed out: for each traineeship what still lacks, what to look at, and making the paper.

use egui::{RichText, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::action::Action;
use crate::app::pages::{Signing, TraineeshipView};
use crate::app::screens::card_ui;
use crate::app::screens::learner::kwalificatie::line as kwalificatie_line;
use crate::app::screens::learner::{Desk, gaps_ui};
use crate::app::theme::{self, palette};
use crate::app::widgets::button::{empty, icon_button_if, main_button, picture};
use crate::app::widgets::field::{Form, line_box};
use crate::app::widgets::search::mark_loose;
use crate::documents::layout::Standing;
use crate::domain::{Day, Entry as _, FieldError, ShortText};
use crate::texts::{common, fields, readiness, window as text};

/// Draws the papers.
pub(crate) fn ui(ui: &mut Ui, desk: &mut Desk<'_, '_>, signing: &mut Signing) {
    if desk.page.traineeships.is_empty() {
        empty(ui, Icon::FileText, text::NO_DOCUMENTS, text::NO_DOCUMENTS_TEXT);
        return;
    }
    card_ui(ui, text::SIGNING, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0 * theme::STEP;
            let error = ShortText::parse(&signing.place).err();
            signing_ui(ui, text::SIGNING_PLACE, "", &mut signing.place, error, 280.0);
            let error = Day::parse(&signing.date).err();
            signing_ui(ui, text::SIGNING_DATE, common::DAY_FORM, &mut signing.date, error, 200.0);
        });
    });
    let page = desk.page;
    for view in &page.traineeships {
        ui.push_id(("papers of", view.traineeship().id.raw()), |ui| {
            paper_ui(ui, &mut desk.form, view, signing);
        });
    }
}

fn signing_ui(
    ui: &mut Ui,
    label: &str,
    placeholder: &str,
    typed: &mut String,
    error: Option<FieldError>,
    width: f32,
) {
    let p = palette(ui);
    ui.allocate_ui(Vec2::new(width, 72.0), |ui| {
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 2.0;
            if error.is_some() {
                ui.visuals_mut().widgets.inactive.bg_stroke = egui::Stroke::new(1.5, p.bad);
            }
            let name = ui.label(theme::small(label).color(p.muted));
            ui.add(
                line_box(typed, egui::Id::unique(label), width)
                    .hint_text(RichText::new(placeholder).color(p.muted)),
            )
            .labelled_by(name.id);
            mark_loose(ui, egui::Id::unique(label));
            if let Some(error) = error {
                ui.label(theme::small(fields::error(error)).color(p.bad));
            }
        });
    });
}

fn paper_ui(ui: &mut Ui, form: &mut Form<'_>, view: &TraineeshipView, signing: &Signing) {
    let p = palette(ui);
    let value = &view.traineeship().value;
    let title = format!("{} – {}", text::PRAKTIJKVERKLARING, view.leerbedrijf_name());
    card_ui(ui, &title, |ui| {
        let line =
            kwalificatie_line(value.crebo.as_ref(), value.kwalificatie.as_ref(), value.niveau);
        ui.label(RichText::new(line).color(p.muted));
        if view.missing.is_empty() {
            ui.horizontal(|ui| {
                picture(ui, Icon::CircleCheck, 14.0, p.good);
                ui.label(RichText::new(text::ALL_THERE).color(p.good));
            });
        } else {
            theme::banner(p.warn_soft).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.label(theme::bold(text::BLOCKS).color(p.warn));
                ui.spacing_mut().item_spacing.y = 0.0;
                gaps_ui(ui, view, form.actions);
            });
        }
        if !view.warnings.is_empty() {
            ui.label(theme::bold(text::WARNS));
            ui.spacing_mut().item_spacing.y = theme::STEP;
            for warning in &view.warnings {
                ui.horizontal_top(|ui| {
                    picture(ui, Icon::TriangleAlert, 14.0, p.warn);
                    ui.add(egui::Label::new(readiness::warning(*warning, form.route)).wrap());
                });
            }
        }
        ui.add_space(theme::STEP);
        let ready =
            view.missing.is_empty() && signing.place().is_some() && signing.date().is_some();
        let id = view.traineeship().id;
        ui.horizontal(|ui| {
            let made = ui
                .add_enabled_ui(ready, |ui| main_button(ui, Icon::FileText, text::MAKE_FINAL))
                .inner;
            if made.clicked() {
                form.actions.push(Action::MakePraktijkverklaring(id, Standing::Final));
            }
            if icon_button_if(ui, ready, Icon::Eye, text::MAKE_CONCEPT).clicked() {
                form.actions.push(Action::MakePraktijkverklaring(id, Standing::Concept));
            }
        });
    });
}
