//! What only an mbo-verklaring says: whether it is owed, which result of practice, other results and progress tests.

use egui::{Align, Layout, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::action::Action;
use crate::app::mending;
use crate::app::offers::Documents;
use crate::app::pages::LearnerPage;
use crate::app::screens::card_ui;
use crate::app::screens::learner::forms;
use crate::app::theme::{self, CONTROL, STEP, palette};
use crate::app::widgets::button::{bare_icon_about, icon_button, link, message};
use crate::app::widgets::field::{Form, Whose, fields_ui};
use crate::changes::Change;
use crate::domain::mbo_verklaring::Duty;
use crate::domain::{
    BpvOption, Learner, LearnerField, RecordKind, ShortText, Stored, Voortgangstoets,
};
use crate::texts::{documents as words, window as text};

/// Draws the card.
pub(crate) fn ui(ui: &mut Ui, form: &mut Form<'_>, page: &LearnerPage, documents: &Documents) {
    let Stored { id, value } = &page.learner;
    let whose = Whose::Page(id.raw());
    card_ui(ui, words::LEAVER, |ui| {
        if let Some(duty) = documents.duty {
            duty_ui(ui, form, &page.learner, duty);
        }
        ui.label(theme::bold(words::DEEL_2));
        fields_ui(ui, form, whose, value, &[LearnerField::BpvOption]);
        match value.bpv_option {
            Some(BpvOption::Whole | BpvOption::Part) => {
                let fields = [LearnerField::BpvWithHours, LearnerField::BpvDescription];
                fields_ui(ui, form, whose, value, &fields);
            }
            Some(BpvOption::Praktijkverklaring) | None => {}
        }
        ui.label(theme::bold(words::DEEL_3));
        fields_ui(ui, form, whose, value, &[LearnerField::OtherResults]);
        ui.label(theme::bold(words::PROGRESS_TESTS));
        for test in &documents.tests {
            ui.push_id(test.id.raw(), |ui| test_ui(ui, form, page, test));
        }
        if icon_button(ui, Icon::Plus, words::ADD_PROGRESS_TEST).clicked() {
            form.actions.push(Action::Ask(forms::progress_test(*id, None)));
        }
    });
}

/// The rule, and what it says of this learner.
fn duty_ui(ui: &mut Ui, form: &mut Form<'_>, learner: &Stored<Learner>, duty: Duty) {
    let p = palette(ui);
    let words = words::duty(duty, form.route);
    match duty {
        Duty::Must => drop(message(ui, Icon::CircleAlert, &words, p.warn, p.warn_soft)),
        Duty::OnRequest | Duty::Not(_) => {
            drop(message(ui, Icon::Info, &words, p.muted, p.accent_soft));
        }
        Duty::Unknown(doubt) => match mending::doubt(learner, doubt) {
            Some(spot) => {
                if link(ui, &words).clicked() {
                    form.actions.push(Action::PointAt(spot));
                }
            }
            None => drop(message(ui, Icon::Info, &words, p.muted, p.accent_soft)),
        },
    }
    ui.add(egui::Label::new(theme::small(words::DUTY_RULE).color(p.muted)).wrap());
}

fn test_ui(ui: &mut Ui, form: &mut Form<'_>, page: &LearnerPage, test: &Stored<Voortgangstoets>) {
    let p = palette(ui);
    let Voortgangstoets { learner: _, title, explanation, result } = &test.value;
    let about = title.as_str();
    let shown = |text: &Option<ShortText>| text.as_ref().map_or("", ShortText::as_str).to_owned();
    let under = [shown(explanation), shown(result)];
    let under: Vec<String> = under.into_iter().filter(|text| !text.is_empty()).collect();
    let size = Vec2::new(ui.available_width(), CONTROL + STEP);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Min), |ui| {
        if bare_icon_about(ui, Icon::Trash2, text::REMOVE, about).clicked() {
            let kind = RecordKind::Voortgangstoets;
            form.actions.push(Action::Apply(Change::Remove(kind, test.id.raw())));
        }
        if bare_icon_about(ui, Icon::Pencil, words::PROGRESS_TEST, about).clicked() {
            form.actions.push(Action::Ask(forms::progress_test(page.learner.id, Some(test))));
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.add(egui::Label::new(about).wrap());
            let under = theme::small(under.join(" · ")).color(p.muted);
            ui.add(egui::Label::new(under).wrap());
        });
    });
}
