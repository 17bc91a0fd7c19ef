//! What can be handed out: the documents of a learner, how far the chosen one is, and beside it the very page.

mod act;
mod choice;
mod leaver;
mod ready;

pub(crate) use act::signing_ui;
use egui::{Label, Rect, ScrollArea, Ui, UiBuilder, Vec2, pos2, vec2};
use lucide_icons::Icon;

use crate::app::action::{Action, Actions, HandoverAction};
use crate::app::looking::Looking;
use crate::app::offers::{Documents, Offer};
use crate::app::pages::Signing;
use crate::app::screens::learner::Desk;
use crate::app::screens::{card_ui, register};
use crate::app::theme::{self, STEP};
use crate::app::widgets::button::{icon_button, icon_button_about, mark};
use crate::app::widgets::field::Form;
use crate::domain::day::shown;
use crate::domain::{DocumentKind, Note, ReceivedDocument, Stored, Title};
use crate::texts::{choices, documents as words, handover};

/// From here on the page stands beside what it says; on a narrower window it waits behind a button.
const BESIDE: f32 = 880.0;
/// What it says takes this part of the room, within bounds.
const PART: f32 = 0.46;
const LEAST: f32 = 410.0;
const MOST: f32 = 620.0;
/// The widest that the page becomes: wider is only empty room around it.
const PAPER: f32 = 940.0;

/// Draws the documents.
pub(crate) fn ui(
    ui: &mut Ui,
    desk: &mut Desk<'_, '_>,
    signing: &mut Signing,
    looking: &mut Looking,
) {
    let page = desk.page;
    let Some(documents) = &page.documents else { return };
    let chosen = documents.chosen(desk.session.chosen);
    let room = ui.available_rect_before_wrap();
    if room.width() >= BESIDE {
        let gap = 4.0 * STEP;
        let across = (room.width() * PART).clamp(LEAST, MOST);
        let left = Rect::from_min_size(room.min, vec2(across, room.height()));
        let right = (left.right() + gap + PAPER).min(room.right() - STEP);
        let right = Rect::from_min_max(
            pos2(left.right() + gap, room.top()),
            pos2(right, room.bottom() - STEP),
        );
        part_ui(ui, "facts", left, |ui| facts_ui(ui, desk, documents, chosen, signing));
        part_ui(ui, "paper", right, |ui| paper_ui(ui, looking));
        ui.advance_cursor_after_rect(room);
        return;
    }
    let id = ui.scope_id().with("paper alone");
    let mut alone = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    let (icon, name) = if alone {
        (Icon::ArrowLeft, words::BACK_TO_FACTS)
    } else {
        (Icon::Eye, words::SHOW_PAPER)
    };
    if chosen.is_some() && icon_button(ui, icon, name).clicked() {
        alone = !alone;
        ui.data_mut(|data| data.insert_temp(id, alone));
        looking.preview.read();
    }
    if alone {
        paper_ui(ui, looking);
    } else {
        facts_ui(ui, desk, documents, chosen, signing);
    }
}

fn part_ui(ui: &mut Ui, name: &str, room: Rect, contents: impl FnOnce(&mut Ui)) {
    let mut child = ui.new_child(UiBuilder::new().id_salt(name).max_rect(room));
    contents(&mut child);
}

fn paper_ui(ui: &mut Ui, looking: &mut Looking) {
    let Some(document) = looking.document() else { return };
    looking.preview.ui(ui, &document);
}

fn facts_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_, '_>,
    documents: &Documents,
    chosen: Option<&Offer>,
    signing: &mut Signing,
) {
    // The bar has its room also where there is none: another document makes nothing narrower.
    let bar = ui.spacing().scroll.allocated_width();
    let width = theme::PAGE.min(ui.available_width() - bar - 2.0 * STEP);
    ScrollArea::vertical().id_salt(("documents", desk.page.learner.id)).auto_shrink(false).show(
        ui,
        |ui| {
            ui.set_max_width(width);
            ui.spacing_mut().item_spacing = Vec2::new(2.0 * STEP, 3.0 * STEP);
            choice::ui(ui, &mut desk.form, documents, chosen, desk.page.learner.id);
            if let Some(offer) = chosen {
                offer_ui(ui, &mut desk.form, offer, signing);
                if offer.kind() == DocumentKind::MboVerklaring {
                    leaver::ui(ui, &mut desk.form, desk.page, documents);
                }
            }
            if !documents.register.is_empty() {
                card_ui(ui, words::ISSUED, |ui| {
                    for (place, line) in documents.register.iter().enumerate() {
                        if place > 0 {
                            ui.add(egui::Separator::default().spacing(STEP));
                        }
                        register::line_ui(ui, line, &desk.session.school, desk.form.actions);
                    }
                });
            }
            if !documents.received.is_empty() {
                received_ui(ui, &documents.received, desk.form.actions);
            }
            ui.add_space(8.0 * STEP);
        },
    );
}

/// What another school issued: to look at.
fn received_ui(ui: &mut Ui, received: &[Stored<ReceivedDocument>], actions: &mut Actions) {
    let p = theme::palette(ui);
    card_ui(ui, handover::RECEIVED, |ui| {
        ui.add(Label::new(theme::small(handover::RECEIVED_TEXT).color(p.muted)).wrap());
        for Stored { id, value } in received {
            ui.add(egui::Separator::default().spacing(STEP));
            ui.push_id(id.raw(), |ui| received_line_ui(ui, value, actions));
        }
    });
}

fn received_line_ui(ui: &mut Ui, document: &ReceivedDocument, actions: &mut Actions) {
    let p = theme::palette(ui);
    let number = document.number.as_str();
    ui.spacing_mut().item_spacing.y = STEP;
    ui.horizontal_wrapped(|ui| {
        ui.label(theme::bold(number));
        if let Some(withdrawn) = document.withdrawn_on {
            let words = handover::withdrawn(&shown(withdrawn.date()));
            mark(ui, &words, p.bad, p.bad_soft);
        }
        let school = document.school.as_ref().map_or("", Title::as_str);
        let from = handover::received_from(school, &shown(document.date.date()));
        ui.label(theme::small(from).color(p.muted));
    });
    let kind = choices::document(document.kind);
    let about = document.description.as_ref().map_or("", Note::as_str);
    let about = if about.is_empty() { kind.to_owned() } else { words::kind_about(kind, about) };
    ui.add(Label::new(egui::RichText::new(about).color(p.muted)).wrap());
    if icon_button_about(ui, Icon::Eye, words::OPEN, number).clicked() {
        let action = HandoverAction::OpenReceived(document.file.clone());
        actions.push(Action::Handover(action));
    }
}

fn offer_ui(ui: &mut Ui, form: &mut Form<'_>, offer: &Offer, signing: &mut Signing) {
    card_ui(ui, &offer.name(), |ui| {
        if let Some(number) = offer.issued {
            act::issued_ui(ui, form, number, offer.changed.as_ref());
            return;
        }
        ready::ui(ui, form, offer);
        if offer.kind().letters().is_some() {
            act::signing_ui(ui, signing);
        } else {
            ui.add(Label::new(theme::small(words::NOT_HANDED_OUT)).wrap());
        }
        act::ui(ui, form, offer);
    });
}
