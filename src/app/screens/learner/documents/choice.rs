//! The documents that a learner can get, each with how far it is. One of them is looked at.

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, FontId, Id, Pos2, Rect, Sense, TextFormat, Ui, Vec2, WidgetInfo};
use lucide_icons::Icon;

use crate::app::action::{Action, DocumentAction, LearnerPart, Place};
use crate::app::offers::{Documents, Offer, comes_first};
use crate::app::screens::card_ui;
use crate::app::theme::{self, CONTROL, STEP, palette};
use crate::app::widgets::button::{empty, link};
use crate::app::widgets::field::Form;
use crate::domain::{DocumentKind, Id as RecordId, Learner};
use crate::texts::{documents as words, window as text};

/// Draws them.
pub(crate) fn ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    documents: &Documents,
    chosen: Option<&Offer>,
    learner: RecordId<Learner>,
) {
    let route = form.route;
    let (first, others): (Vec<&Offer>, Vec<&Offer>) =
        documents.offers.iter().partition(|offer| comes_first(offer.kind(), route));
    let here = |offer: &&Offer| chosen.is_some_and(|own| own.wanted() == offer.wanted());
    let id = Id::unique(("other documents of", learner.raw()));
    let asked = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    let all = asked || others.iter().any(here);
    card_ui(ui, words::DOCUMENTS, |ui| {
        if first.is_empty() {
            empty(ui, Icon::FileText, text::NO_DOCUMENTS, text::NO_DOCUMENTS_TEXT);
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let shown = first.iter().chain(others.iter().filter(|_| all));
        for offer in shown {
            if row_ui(ui, offer, here(offer)) {
                form.actions.push(Action::Document(DocumentAction::Look(offer.wanted())));
            }
        }
        if !all && !others.is_empty() && link(ui, words::OTHER_DOCUMENTS).clicked() {
            ui.data_mut(|data| data.insert_temp(id, true));
        }
        let certificates = first.iter().any(|offer| offer.kind() == DocumentKind::Certificaat);
        if !certificates && comes_first(DocumentKind::Certificaat, route) {
            let add = link(ui, words::CERTIFICATE_HOW).on_hover_text(words::CERTIFICATE_WHERE);
            if add.clicked() {
                let place = Place::Learner(learner, LearnerPart::Components);
                form.actions.push(Action::Go(place));
            }
        }
    });
}

/// Says whether it was clicked.
fn row_ui(ui: &mut Ui, offer: &Offer, here: bool) -> bool {
    let p = palette(ui);
    let (rect, _) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), CONTROL), Sense::hover());
    let response = ui.interact(rect, Id::unique(("document", offer.wanted())), Sense::CLICK);
    let (icon, ink, state) = if let Some(number) = offer.issued {
        match &offer.changed {
            Some(_) => (Icon::FileWarning, p.warn, words::issued_but_changed(number)),
            None => (Icon::FileCheck, p.good, words::issued_as(number)),
        }
    } else if offer.missing.is_empty() {
        (Icon::CircleCheck, p.good, words::READY.to_owned())
    } else {
        (Icon::CircleAlert, p.warn, words::gaps(offer.missing.len()))
    };
    let name = [offer.name(), state.clone()].join(", ");
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, here, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(here));
    if here {
        ui.painter().rect_filled(rect, 6.0, p.accent_soft);
    } else if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 6.0, ui.visuals().widgets.hovered.weak_bg_fill);
    }
    if response.has_focus() {
        let ring = ui.visuals().selection.stroke;
        ui.painter().rect_stroke(rect, 6.0, ring, egui::StrokeKind::Inside);
    }
    paint(ui, rect, (icon, ink), offer, &state);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

fn paint(ui: &Ui, rect: Rect, (icon, ink): (Icon, Color32), offer: &Offer, state: &str) {
    let p = palette(ui);
    let strong = ui.visuals().text_color();
    let middle = |size: Vec2| rect.center().y - size.y / 2.0;
    let put = |x: f32, text: &str, font: FontId, ink: Color32, room: f32| -> f32 {
        let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, ink));
        job.wrap = TextWrapping::truncate_at_width(room.max(0.0));
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let size = galley.size();
        ui.painter().galley(Pos2::new(x, middle(size)), galley, ink);
        size.x
    };
    let small = egui::TextStyle::Small.resolve(ui.style());
    let body = egui::TextStyle::Body.resolve(ui.style());
    let width =
        |text: &str| ui.painter().layout_no_wrap(text.to_owned(), small.clone(), ink).size().x;
    let right = rect.right() - 2.0 * STEP - width(state);
    put(right, state, small.clone(), ink, f32::INFINITY);
    let mut x = rect.left() + 2.0 * STEP;
    put(x, &char::from(icon).to_string(), theme::icon_font(16.0), ink, f32::INFINITY);
    x += 6.0 * STEP;
    let room = right - 3.0 * STEP;
    x += put(x, words::short_kind(offer.kind()), theme::strong(14.0), strong, room - x);
    x += 2.0 * STEP;
    if room - x > 6.0 * STEP {
        put(x, &offer.about, body, p.muted, room - x);
    }
}
