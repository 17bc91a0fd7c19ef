//! What became of a batch: how many were made, which not and why, and what to do with them.

use egui::{Label, RichText, ScrollArea, Ui};
use lucide_icons::Icon;

use crate::app::action::{Action, Actions, BatchAction, LearnerPart, Place};
use crate::app::batch::{End, Problem, Report, What};
use crate::app::screens::batch::filled_card_ui;
use crate::app::screens::card_ui;
use crate::app::theme::{self, ROW, STEP, palette};
use crate::app::widgets::button::{icon_button, link, main_button, message, picture};
use crate::issuing::NotMade;
use crate::texts::{batch as text, common, errors, readiness};

/// Draws it.
pub(crate) fn ui(ui: &mut Ui, report: &Report, actions: &mut Actions) {
    if report.problems.is_empty() {
        let size = egui::Vec2::new(WIDTH.min(ui.available_width()), 0.0);
        ui.allocate_ui(size, |ui| card_ui(ui, "", |ui| what_ui(ui, report, actions)));
        return;
    }
    filled_card_ui(ui, |ui| {
        what_ui(ui, report, actions);
        ui.add_space(2.0 * STEP);
        ui.label(theme::bold(text::not_made(report.problems.len())));
        problems_ui(ui, &report.problems, actions);
    });
}

/// The widest that it becomes where nothing went wrong.
const WIDTH: f32 = 760.0;

fn what_ui(ui: &mut Ui, report: &Report, actions: &mut Actions) {
    let p = palette(ui);
    let (icon, ink, title) = match report.end {
        End::Finished if report.problems.is_empty() => (Icon::CircleCheck, p.good, text::READY),
        End::Finished | End::Halted(_) => (Icon::CircleAlert, p.warn, text::HALTED),
        End::Stopped => (Icon::CircleStop, p.warn, text::STOPPED),
    };
    ui.horizontal(|ui| {
        picture(ui, icon, 20.0, ink);
        ui.label(theme::section(title));
    });
    ui.label(text::made(report.made, report.kind));
    let folder = text::in_folder(&report.folder.display().to_string());
    ui.add(Label::new(RichText::new(folder).color(p.muted)).wrap());
    if let End::Halted(sentence) = &report.end {
        message(ui, Icon::CircleAlert, sentence, p.bad, p.bad_soft);
    }
    for error in &report.bundles_failed {
        let sentence = text::bundle_failed(&errors::not_made(error));
        message(ui, Icon::CircleAlert, &sentence, p.bad, p.bad_soft);
    }
    if report.left_out > 0 {
        ui.add(
            Label::new(RichText::new(text::left_out_before(report.left_out)).color(p.muted)).wrap(),
        );
    }
    if !report.left.is_empty() {
        ui.label(text::still_left(report.left.len()));
        if report.registered() {
            ui.add(Label::new(RichText::new(text::NOT_IN_REGISTER).color(p.muted)).wrap());
        }
    }
    ui.add_space(STEP);
    acts_ui(ui, report, actions);
}

fn acts_ui(ui: &mut Ui, report: &Report, actions: &mut Actions) {
    let mut act = |clicked: bool, action| {
        if clicked {
            actions.push(action);
        }
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0 * STEP;
        if !report.left.is_empty() {
            act(
                main_button(ui, Icon::Play, text::GO_ON).clicked(),
                Action::Batch(BatchAction::GoOn),
            );
        }
        if report.made > 0 {
            let open = icon_button(ui, Icon::FolderOpen, text::OPEN_FOLDER).clicked();
            act(open, Action::Batch(BatchAction::OpenFolder(report.folder.clone())));
        }
        for (n, bundle) in report.bundles.iter().enumerate() {
            let words = text::print_bundle(n + 1, report.bundles.len());
            let print = icon_button(ui, Icon::Printer, &words).clicked();
            act(print, Action::Batch(BatchAction::Print(bundle.clone())));
        }
        if report.made > 0 && report.registered() {
            let look = icon_button(ui, Icon::FileText, text::IN_REGISTER).clicked();
            act(look, Action::Go(Place::Documents));
        }
        let again = icon_button(ui, Icon::Files, text::AGAIN).clicked();
        act(again, Action::Batch(BatchAction::Again));
    });
}

fn problems_ui(ui: &mut Ui, problems: &[Problem], actions: &mut Actions) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let area = ScrollArea::vertical().id_salt("problems").auto_shrink(false);
    area.show_rows(ui, ROW, problems.len(), |ui, rows| {
        for row in rows {
            let Some(problem) = problems.get(row) else { continue };
            ui.push_id(row, |ui| {
                ui.horizontal(|ui| {
                    ui.set_height(ROW);
                    let name = common::named(problem.name.clone());
                    if link(ui, &name).clicked() {
                        actions.push(mends(problem));
                    }
                    let words = RichText::new(sentence(problem)).color(palette(ui).muted);
                    ui.add(Label::new(words).truncate());
                });
            });
        }
    });
}

/// Where one goes to do something about it.
fn mends(problem: &Problem) -> Action {
    let learner = problem.learner.map(|id| Place::Learner(id, LearnerPart::Documents));
    match problem.spot() {
        Some(spot) => Action::PointAt(spot),
        None => Action::Go(learner.unwrap_or(Place::Learners)),
    }
}

fn sentence(problem: &Problem) -> String {
    match &problem.what {
        What::Not(NotMade::Missing(missing)) => {
            let gaps = missing.iter().map(|gap| readiness::gap(gap.gap, problem.route));
            gaps.collect::<Vec<_>>().join(", ")
        }
        What::Not(
            error @ (NotMade::WrongField(_)
            | NotMade::KeepsChanging
            | NotMade::Issued(_)
            | NotMade::NotRegistered
            | NotMade::MustBeIssued
            | NotMade::FileThere(_)
            | NotMade::File(_)
            | NotMade::Store(_)
            | NotMade::Pdf(_)
            | NotMade::Kept(_)),
        ) => errors::not_made(error),
        What::OnlyRegistered(number, error) => {
            format!("{} {}", text::only_registered(*number), errors::file(error))
        }
    }
}
