//! What is made, for whom, and how.

use egui::{Checkbox, ComboBox, Label, RichText, Ui};
use lucide_icons::Icon;

use crate::app::Scene;
use crate::app::action::{Action, BatchAction};
use crate::app::batch::{Plan, Who};
use crate::app::rows::learner_column;
use crate::app::screens::card_ui;
use crate::app::screens::learner::signing_ui;
use crate::app::session::Session;
use crate::app::theme::{self, STEP, palette};
use crate::app::widgets::button::icon_button;
use crate::documents::layout::Standing;
use crate::domain::{Choice as _, DocumentKind};
use crate::issuing::Bundling;
use crate::texts::{batch as text, choices, window};

/// How many groups are offered.
const MOST_GROUPS: usize = 1_000;

/// The room for what is ticked, before its words.
const TICK: f32 = 19.0;

/// Draws the two cards.
pub(crate) fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Scene { session, actions, .. } = scene;
    let mut plan = session.batches.plan.clone();
    let mut signing = session.signing.clone();
    ui.spacing_mut().item_spacing.y = 3.0 * STEP;
    card_ui(ui, text::WHAT, |ui| {
        kind_ui(ui, &mut plan.kind);
        who_ui(ui, session, &mut plan.who);
        group_ui(ui, session, &mut plan.group);
    });
    card_ui(ui, "", |ui| {
        signing_ui(ui, &mut signing);
        ui.label(theme::bold(text::HOW));
        standing_ui(ui, &mut plan);
        let mut bundled = plan.bundling == Bundling::AlsoBundled;
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(Checkbox::new(&mut bundled, text::BUNDLE));
            below_ui(ui, text::BUNDLE_TEXT);
        });
        plan.bundling = if bundled { Bundling::AlsoBundled } else { Bundling::Loose };
        ui.label(theme::bold(text::FOLDER));
        let folder = plan.folder.as_ref().map(|folder| folder.display().to_string());
        let shown = folder.clone().unwrap_or_else(|| text::NO_FOLDER.to_owned());
        let shown = ui.add(Label::new(RichText::new(shown).color(palette(ui).muted)).truncate());
        if let Some(folder) = folder {
            shown.on_hover_text(folder);
        }
        if icon_button(ui, Icon::FolderOpen, text::CHOOSE_FOLDER).clicked() {
            actions.push(Action::Batch(BatchAction::ChooseFolder));
        }
        let numbered = plan.kind.letters().is_some() && plan.standing() == Standing::Final;
        help_ui(
            ui,
            match (session.school.names_in_files, numbered) {
                (true, _) => text::WITH_NAMES,
                (false, true) => text::WITHOUT_NAMES,
                (false, false) => text::WITHOUT_NAMES_OR_NUMBERS,
            },
        );
    });
    session.sign(signing);
    session.batches.plan = plan;
}

fn help_ui(ui: &mut Ui, words: &str) {
    ui.add(Label::new(theme::small(words).color(palette(ui).muted)).wrap());
}

/// Below what is ticked, in line with its words.
fn below_ui(ui: &mut Ui, words: &str) {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(TICK);
            help_ui(ui, words);
        });
    });
}

fn name_ui(ui: &mut Ui, words: &str) {
    ui.label(theme::small(words).color(palette(ui).muted));
}

fn kind_ui(ui: &mut Ui, kind: &mut DocumentKind) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        name_ui(ui, text::KIND);
        ComboBox::from_id_salt("kind of document")
            .width(ui.available_width())
            .selected_text(choices::document(*kind))
            .show_ui(ui, |ui| {
                for one in DocumentKind::ALL {
                    ui.selectable_value(kind, *one, choices::document(*one));
                }
            })
            .response
            .accessible_name(text::KIND);
    });
}

fn who_ui(ui: &mut Ui, session: &Session, who: &mut Who) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        name_ui(ui, text::WHO);
        let (all, active) = (Who::All.count(session), Who::Active.count(session));
        let (shown, selected) = (Who::Shown.count(session), Who::Selected.count(session));
        let some_gone = active < all;
        let words =
            if some_gone { text::all_in_list_and_gone(all) } else { text::all_in_list(all) };
        let mut choices = vec![(Who::All, words)];
        if (some_gone && active > 0) || *who == Who::Active {
            choices.push((Who::Active, text::active_in_list(active)));
        }
        if shown < all || *who == Who::Shown {
            choices.push((Who::Shown, text::shown_in_list(shown)));
        }
        if selected > 0 || *who == Who::Selected {
            choices.push((Who::Selected, text::selected(selected)));
        }
        if let [(Who::All, words)] = choices.as_slice() {
            ui.label(words);
            return;
        }
        for (this, words) in choices {
            ui.radio_value(who, this, words);
        }
    });
}

fn group_ui(ui: &mut Ui, session: &mut Session, group: &mut Option<String>) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        name_ui(ui, text::GROUP);
        let shown = group.clone().unwrap_or_else(|| window::ALL_GROUPS.to_owned());
        ComboBox::from_id_salt("group of a batch")
            .width(ui.available_width())
            .truncate()
            .selected_text(shown)
            .show_ui(ui, |ui| {
                ui.selectable_value(group, None, window::ALL_GROUPS);
                for one in session.learners.values(learner_column::GROUP, MOST_GROUPS) {
                    ui.selectable_value(group, Some(one.clone()), one);
                }
            })
            .response
            .accessible_name(text::GROUP);
    });
}

fn standing_ui(ui: &mut Ui, plan: &mut Plan) {
    if plan.kind.letters().is_none() {
        help_ui(ui, text::SHEET_TEXT);
        return;
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (standing, name, help) in [
            (Standing::Final, text::FINAL, text::FINAL_TEXT),
            (Standing::Concept, text::CONCEPT, text::CONCEPT_TEXT),
        ] {
            ui.radio_value(&mut plan.standing, standing, name);
            if plan.standing == standing {
                below_ui(ui, help);
            }
        }
    });
}
