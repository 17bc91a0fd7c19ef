//! What is asked before anyone is forgotten: what goes, what stays elsewhere, and to type who it is.

use egui::{Label, RichText, Ui};
use lucide_icons::Icon;

use crate::app::action::{Action, Actions};
use crate::app::past::Forget;
use crate::app::screens::dialogs::{First, acts_from, line_ui};
use crate::app::theme::{self, STEP, palette};
use crate::app::widgets::button::picture;
use crate::domain::day::shown;
use crate::store::Papers;
use crate::texts::past as text;

/// Draws the question.
pub(crate) fn ui(ui: &mut Ui, asked: &mut Forget, actions: &mut Actions) {
    let p = palette(ui);
    ui.add(Label::new(RichText::new(&asked.what).font(theme::strong(20.0))).wrap());
    theme::banner(p.bad_soft).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = STEP;
        ui.label(theme::bold(text::GOES).color(p.bad));
        for line in goes(asked) {
            line_of(ui, Icon::Eraser, p.bad, &line);
        }
    });
    theme::banner(p.warn_soft).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = STEP;
        ui.label(theme::bold(text::STAYS).color(p.warn));
        for line in stays(asked) {
            line_of(ui, Icon::Info, p.warn, &line);
        }
    });
    let entered = line_ui(ui, &text::type_to_confirm(&asked.word), "", &mut asked.typed);
    if entered && asked.is_confirmed() {
        actions.push(Action::Confirm);
    }
    let ready = asked.is_confirmed();
    acts_from(ui, Icon::Eraser, text::FORGET_ACT, ready, First::Elsewhere, actions);
}

fn line_of(ui: &mut Ui, icon: Icon, ink: egui::Color32, words: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        picture(ui, icon, 14.0, ink);
        ui.add(Label::new(words).wrap());
    });
}

fn goes(asked: &Forget) -> Vec<String> {
    let going = &asked.going;
    let mut lines: Vec<String> =
        going.records.iter().map(|(kind, count)| text::records(*kind, *count)).collect();
    if going.history > 0 {
        lines.push(text::history_lines(going.history));
    }
    if going.documents > 0 && asked.papers == Papers::Blank {
        lines.push(text::documents_go(documents(asked)));
    }
    lines
}

fn stays(asked: &Forget) -> Vec<String> {
    let going = &asked.going;
    let mut lines = Vec::new();
    if going.documents > 0 && asked.papers == Papers::Keep {
        lines.push(text::documents_stay(documents(asked)));
    }
    if !asked.is_of_learners() {
        lines.push(text::OTHERS_PAPERS.to_owned());
    }
    let local = |at: jiff::Timestamp| at.to_zoned_datetime(jiff::tz::TimeZone::system()).date();
    let since = going.since.map(|at| shown(local(at)));
    lines.push(text::backups(since.as_deref()));
    lines.push(text::ELSEWHERE.to_owned());
    lines.push(text::NO_UNDO.to_owned());
    lines
}

fn documents(asked: &Forget) -> usize {
    usize::try_from(asked.going.documents).unwrap_or(usize::MAX)
}
