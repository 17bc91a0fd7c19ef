//! One issued document: what the register says of it, what can be done with it, and its pages.

use egui::{Label, Rect, RichText, ScrollArea, Ui, UiBuilder, Vec2, pos2};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use lucide_icons::Icon;

use crate::app::Scene;
use crate::app::action::{Action, Actions, DocumentAction, LearnerPart, Place};
use crate::app::issued::DocumentPage;
use crate::app::issued_rows::IssuedStatus;
use crate::app::looking::{Looking, What};
use crate::app::pages::Page;
use crate::app::screens::{back_ui, card_ui, changed};
use crate::app::theme::{self, CONTROL, STEP, palette};
use crate::app::widgets::button::{icon_button, main_button, mark, message, name_link};
use crate::domain::day::shown;
use crate::domain::{DocumentKind, DocumentNumber, School};
use crate::store::{RegisterLine, Withdrawal};
use crate::texts::{choices, documents as words, register as text};

/// The room for what the register says; the pages get the rest.
const SAYS: f32 = 380.0;
/// On a narrow window it gets less.
const SAYS_AT_LEAST: f32 = 290.0;
/// The room for the name of a fact.
const NAME: f32 = 96.0;
/// From here on a fact stands beside its name; where there is less room below it, or long words would be broken.
const BESIDE: f32 = 270.0;

/// Draws the page.
pub(crate) fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    ui.horizontal(|ui| back_ui(ui, text::ROOM, Place::Documents, scene));
    let Scene { session, actions, looking, .. } = scene;
    let Page::Document(page) = &session.page else { return };
    head_ui(ui, page);
    ui.add_space(STEP);
    let all = ui.available_rect_before_wrap();
    let says = (all.width() * 0.4).clamp(SAYS_AT_LEAST, SAYS);
    let left = Rect::from_min_size(all.min, Vec2::new(says, all.height()));
    let right = Rect::from_min_max(pos2(left.right() + 3.0 * STEP, all.top()), all.max);
    ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
        ScrollArea::vertical().id_salt(("document", page.line.number)).auto_shrink(false).show(
            ui,
            |ui| {
                ui.set_max_width(ui.available_width() - 2.0 * STEP);
                ui.spacing_mut().item_spacing.y = 3.0 * STEP;
                if page.is_forgotten() {
                    let p = palette(ui);
                    message(ui, Icon::Eraser, text::FORGOTTEN_TEXT, p.warn, p.warn_soft);
                } else {
                    acts_ui(ui, page, &session.school, actions);
                }
                if let Some(changed) = &page.changed {
                    changed::ui(ui, changed);
                }
                facts_ui(ui, page, actions);
            },
        );
    });
    ui.scope_builder(UiBuilder::new().max_rect(right), |ui| pages_ui(ui, page, looking));
}

fn head_ui(ui: &mut Ui, page: &DocumentPage) {
    let p = palette(ui);
    let number = page.line.number;
    ui.horizontal(|ui| {
        ui.set_min_height(CONTROL);
        ui.heading(text::title(choices::document(number.kind()), number));
        let status = IssuedStatus::of(&page.line);
        let (ink, ground) = match status {
            IssuedStatus::Valid => (p.good, p.good_soft),
            IssuedStatus::Withdrawn | IssuedStatus::Replaced => (p.bad, p.bad_soft),
        };
        mark(ui, status.word(), ink, ground);
    });
}

fn pages_ui(ui: &mut Ui, page: &DocumentPage, looking: &mut Looking) {
    match &page.pages {
        Some(document) => {
            looking.begin(What::Issued(page.line.number));
            looking.preview.ui(ui, document);
        }
        // Said beside it.
        None if page.is_forgotten() => {}
        None => {
            ui.add(Label::new(RichText::new(text::NO_PAGES).color(palette(ui).muted)).wrap());
        }
    }
}

fn acts_ui(ui: &mut Ui, page: &DocumentPage, school: &School, actions: &mut Actions) {
    let number = page.line.number;
    card_ui(ui, text::ACTS, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0 * STEP;
            let mut act = |clicked: bool, action| {
                if clicked {
                    actions.push(Action::Document(action));
                }
            };
            act(main_button(ui, Icon::Eye, text::OPEN).clicked(), DocumentAction::Open(number));
            for (icon, name, action) in acts(page, school) {
                act(icon_button(ui, icon, name).clicked(), action);
            }
        });
        if number.kind() == DocumentKind::Certificaat {
            let words = theme::small(words::ON_SECURE_PAPER).color(palette(ui).muted);
            ui.add(Label::new(words).wrap());
        }
    });
}

/// What else can be done with it. A reprint only says so if the school wants that.
fn acts(page: &DocumentPage, school: &School) -> Vec<(Icon, &'static str, DocumentAction)> {
    let number = page.line.number;
    let mut acts = vec![
        (Icon::Printer, text::PRINT, DocumentAction::Print(number)),
        (Icon::Save, text::SAVE_AS, DocumentAction::SaveIssued(number)),
    ];
    if page.line.withdrawal.is_none() {
        acts.push((Icon::Ban, text::WITHDRAW, DocumentAction::AskWithdraw(number)));
    }
    if school.duplicates {
        acts.push((Icon::Printer, text::PRINT_DUPLICATE, DocumentAction::PrintDuplicate(number)));
        acts.push((Icon::Copy, text::DUPLICATE, DocumentAction::SaveDuplicate(number)));
    }
    acts
}

fn facts_ui(ui: &mut Ui, page: &DocumentPage, actions: &mut Actions) {
    let DocumentPage { line, learner_there, .. } = page;
    let RegisterLine { learner, name, groep, description, place, date, .. } = line;
    let RegisterLine { made_at, made_by, program, sha256, replaces, replaced_by, .. } = line;
    card_ui(ui, text::FACTS, |ui| {
        ui.spacing_mut().item_spacing.y = STEP;
        if let Some(withdrawal) = &line.withdrawal {
            withdrawal_ui(ui, withdrawal);
        }
        let name = name.as_deref().unwrap_or(text::FORGOTTEN);
        fact_ui(ui, text::NAME, name);
        fact_ui(ui, text::GROUP, groep.as_deref().unwrap_or_default());
        fact_ui(ui, text::ABOUT, description.as_deref().unwrap_or_default());
        fact_ui(ui, text::SIGNED, &text::signed(place, &shown(date.date())));
        fact_ui(ui, text::MADE, &text::made(&moment(*made_at), made_by));
        for (words, other) in [(text::REPLACES, replaces), (text::REPLACED_BY, replaced_by)] {
            if let Some(other) = other {
                other_ui(ui, words, *other, actions);
            }
        }
        fact_ui(ui, text::PROGRAM, program);
        let short = sha256.get(..12).unwrap_or(sha256);
        fact_ui(ui, text::HASH, &format!("{short}…")).on_hover_text(sha256);
        ui.add_space(STEP);
        if *learner_there {
            if icon_button(ui, Icon::User, text::TO_LEARNER).clicked() {
                actions.push(Action::Go(Place::Learner(*learner, LearnerPart::Documents)));
            }
        } else {
            ui.label(RichText::new(text::GONE_LEARNER).color(palette(ui).muted));
        }
    });
}

fn withdrawal_ui(ui: &mut Ui, withdrawal: &Withdrawal) {
    let p = palette(ui);
    let Withdrawal { at, by, reason } = withdrawal;
    let reason = reason.as_deref().unwrap_or(text::REASON_FORGOTTEN);
    let words = text::withdrawn(&moment(*at), by, reason);
    message(ui, Icon::Ban, &words, p.bad, p.bad_soft);
}

fn fact_ui(ui: &mut Ui, name: &str, value: &str) -> egui::Response {
    row_ui(ui, name, |ui| ui.add(Label::new(value).wrap().selectable(true)))
}

fn other_ui(ui: &mut Ui, words: &str, number: DocumentNumber, actions: &mut Actions) {
    let number_text = number.to_string();
    if row_ui(ui, words, |ui| name_link(ui, RichText::new(&number_text))).clicked() {
        actions.push(Action::Go(Place::Document(number)));
    }
}

fn row_ui<R>(ui: &mut Ui, name: &str, value: impl FnOnce(&mut Ui) -> R) -> R {
    if ui.available_width() < BESIDE {
        return ui
            .scope(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.spacing_mut().interact_size.y = 0.0;
                ui.add(Label::new(theme::small(name).color(palette(ui).muted)).wrap());
                value(ui)
            })
            .inner;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.allocate_ui(Vec2::new(NAME, 18.0), |ui| {
            ui.set_width(NAME);
            ui.add(Label::new(theme::small(name).color(palette(ui).muted)).wrap());
        });
        value(ui)
    })
    .inner
}

/// A moment as the clock on the wall shows it.
fn moment(at: Timestamp) -> String {
    let at = at.to_zoned_datetime(TimeZone::system());
    format!("{} {:02}:{:02}", shown(at.date()), at.hour(), at.minute())
}
