//! Handing learners over, and the page on which those who came are looked at before anything is taken in.

use std::collections::BTreeMap;

use egui::{Label, RichText, Ui, Vec2};
use jiff::tz::TimeZone;
use lucide_icons::Icon;

use crate::app::Scene;
use crate::app::action::{Action, Actions, HandoverAction};
use crate::app::guard::Progress;
use crate::app::handover::{After, HandingOver, OpeningHandover, TakingIn};
use crate::app::screens::dialogs::acts_ui;
use crate::app::screens::learner::shown_value;
use crate::app::screens::security::new_password_ui;
use crate::app::screens::{card_ui, head_ui, page_ui};
use crate::app::session::Session;
use crate::app::theme::{self, STEP, palette};
use crate::app::widgets::button::{icon_button, main_button, mark, picture};
use crate::app::widgets::secret::secret_ui;
use crate::domain::day::shown as day;
use crate::domain::{RecordKind, ShortText};
use crate::handover::{Arrival, Brought, Choice, Difference, Likeness, Relation};
use crate::texts::{choices, common, fields, handover as words, window as text};

/// How many names are shown before the rest is counted.
const MOST_NAMES: usize = 6;

/// Who goes, what goes along, under which password, and what becomes of their status here.
pub(crate) fn hand_over_ui(ui: &mut Ui, asked: &mut HandingOver, actions: &mut Actions) {
    let p = palette(ui);
    let HandingOver { learners: _, names, new, after } = asked;
    let mut who: Vec<String> = names.iter().take(MOST_NAMES).cloned().collect();
    if names.len() > MOST_NAMES {
        who.push(common::and_more(names.len() - MOST_NAMES));
    }
    ui.add(Label::new(theme::bold(who.join(", "))).wrap());
    ui.add(Label::new(words::WHAT_GOES).wrap());
    ui.add(Label::new(RichText::new(words::WHAT_STAYS).color(p.muted)).wrap());
    ui.add_space(STEP);
    let entered = new_password_ui(ui, words::PASSWORD, new);
    ui.label(theme::small(words::PASSWORD_HELP).color(p.muted));
    if entered {
        actions.push(Action::Confirm);
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.label(theme::small(words::AFTERWARDS).color(p.muted));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0 * STEP;
            ui.radio_value(after, After::Nothing, words::AFTER_NOTHING);
            ui.radio_value(after, After::Finished, words::AFTER_FINISHED);
            ui.radio_value(after, After::Stopped, words::AFTER_STOPPED);
        });
    });
    let ready = new.progress() == Progress::Ready;
    acts_ui(ui, Icon::FileKey, words::HAND_OVER_ACT, ready, actions);
}

/// The password of a handover that came.
pub(crate) fn open_ui(ui: &mut Ui, form: &mut OpeningHandover, actions: &mut Actions) {
    let OpeningHandover { path: _, typed, sight } = form;
    let entered = secret_ui(ui, words::PASSWORD, typed, sight);
    ui.label(theme::small(words::OPEN_HELP).color(palette(ui).muted));
    if entered && !typed.is_empty() {
        actions.push(Action::Confirm);
    }
    acts_ui(ui, Icon::FileKey, words::OPEN_ACT, !typed.is_empty(), actions);
}

/// Everyone who came.
pub(crate) fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Scene { session, actions, .. } = scene;
    let session: &Session = session;
    let Some(taking) = &session.taking_in else { return };
    let chosen = taking.chosen();
    head_ui(ui, words::TAKE_IN_TITLE, |ui| {
        let act = ui.add_enabled_ui(chosen > 0, |ui| {
            main_button(ui, Icon::UserCheck, &words::take(chosen)).clicked()
        });
        if act.inner {
            actions.push(Action::Handover(HandoverAction::Take));
        }
        if icon_button(ui, Icon::X, words::CANCEL).clicked() {
            actions.push(Action::Handover(HandoverAction::Leave));
        }
    });
    let made = day(taking.made().to_zoned_datetime(TimeZone::system()).date());
    let muted = palette(ui).muted;
    ui.add(Label::new(RichText::new(words::from(taking.school(), &made)).color(muted)).wrap());
    ui.add(Label::new(words::HOW).wrap());
    ui.add_space(STEP);
    if taking.arrivals.is_empty() {
        ui.label(words::NOBODY);
        return;
    }
    page_ui(ui, "taking in", |ui| {
        for arrival in &taking.arrivals {
            ui.push_id(arrival.learner.id.raw(), |ui| {
                card_ui(ui, "", |ui| arrival_ui(ui, session, taking, arrival, actions));
            });
        }
    });
}

fn arrival_ui(
    ui: &mut Ui,
    session: &Session,
    taking: &TakingIn,
    arrival: &Arrival,
    actions: &mut Actions,
) {
    let p = palette(ui);
    let learner = &arrival.learner.value;
    let name = common::named(learner.name().listed());
    ui.horizontal(|ui| {
        ui.add(Label::new(theme::section(name.as_str())).truncate());
        let hover = ui.visuals().widgets.hovered.weak_bg_fill;
        let (word, ink, ground) = match arrival.relation {
            Relation::New => (words::NEW, p.good, p.good_soft),
            Relation::PutAside => (words::PUT_ASIDE, p.warn, p.warn_soft),
            Relation::Known(_) if arrival.is_same() => (words::SAME, p.muted, hover),
            Relation::Known(_) => (words::CHANGED, p.warn, p.warn_soft),
            Relation::Alike(..) => (words::ALIKE, p.warn, p.warn_soft),
        };
        mark(ui, word, ink, ground);
        let born = learner.geboortedatum.map(|born| born.to_string());
        let group = learner.groep.as_ref().map(|group| ShortText::as_str(group).to_owned());
        for words in [born, group].into_iter().flatten() {
            ui.label(RichText::new(words).color(p.muted));
        }
    });
    if arrival.is_same() {
        ui.label(RichText::new(words::NOTHING_NEW).color(p.muted));
        return;
    }
    let mut choice = taking.choice(arrival);
    let before = choice;
    choice_ui(ui, session, arrival, &name, &mut choice);
    if choice != before {
        actions.push(Action::Handover(HandoverAction::Choose(arrival.learner.id, choice)));
    }
    let brought = match (choice, &arrival.as_new, &arrival.as_known) {
        (Choice::Known, _, Some(known)) | (Choice::Leave, _, Some(known)) => Some(known),
        (_, Some(new), _) => Some(new),
        (_, None, known) => known.as_ref(),
    };
    if let Some(brought) = brought {
        brought_ui(ui, session, arrival, brought);
    }
}

/// What is to become of one who came; each answer is heard with the name of whom it is about.
fn choice_ui(ui: &mut Ui, session: &Session, arrival: &Arrival, name: &str, choice: &mut Choice) {
    let mut answers = |ui: &mut Ui, answers: &[(Choice, String)]| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0 * STEP;
            for (this, words) in answers {
                ui.radio_value(choice, *this, words).accessible_name(common::about(words, name));
            }
        });
    };
    let leave = (Choice::Leave, words::LEAVE.to_owned());
    match arrival.relation {
        Relation::New => answers(ui, &[(Choice::New, words::AS_NEW.to_owned()), leave]),
        Relation::PutAside => {
            ui.add(Label::new(words::PUT_ASIDE_TEXT).wrap());
            answers(ui, &[(Choice::New, words::AS_NEW.to_owned()), leave]);
        }
        Relation::Known(_) => {
            answers(ui, &[(Choice::Known, words::BRING_UP_TO_DATE.to_owned()), leave]);
        }
        Relation::Alike(id, likeness) => {
            let ours = session.name_of(RecordKind::Learner, id.raw());
            let by = match likeness {
                Likeness::NameAndBirth => words::BY_NAME,
                Likeness::Number => words::BY_NUMBER,
            };
            ui.add(Label::new(words::alike(&ours, by)).wrap());
            answers(
                ui,
                &[
                    (Choice::Known, words::same_as(&ours)),
                    (Choice::New, words::ANOTHER.to_owned()),
                    leave,
                ],
            );
        }
    }
}

/// What it would bring: what changes field by field, and what comes with it.
fn brought_ui(ui: &mut Ui, session: &Session, arrival: &Arrival, brought: &Brought) {
    let p = palette(ui);
    let Brought { differences, stays, begeleider_there } = brought;
    let route = arrival.learner.value.route;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = STEP;
        for difference in differences {
            let Some(changes) = &difference.fields else { continue };
            let kind = difference.kind;
            let what = common::capital(choices::record_for(kind, route));
            let what =
                if difference.name.is_empty() { what } else { words::of(&what, &difference.name) };
            ui.add(Label::new(theme::small(what).color(p.muted)).truncate());
            for change in changes {
                let shown = |stored: &str| shown_value(session, kind, change.key, stored);
                let words = text::changed(&shown(&change.before), &shown(&change.after));
                field_ui(ui, &fields::label_for(kind, change.key, route), &words);
            }
        }
        let comes = added(differences);
        if !comes.is_empty() {
            ui.add(Label::new(words::comes(&comes)).wrap());
        }
        if let Some(name) = begeleider_there {
            note_ui(ui, &words::begeleider_there(name));
        }
        if *stays > 0 {
            note_ui(ui, &words::stays(*stays));
        }
    });
}

/// The room for the name of a field.
const NAME: f32 = 220.0;

fn field_ui(ui: &mut Ui, name: &str, words: &str) {
    let p = palette(ui);
    ui.horizontal_top(|ui| {
        ui.add_space(3.0 * STEP);
        ui.allocate_ui(Vec2::new(NAME, 18.0), |ui| {
            ui.set_width(NAME);
            ui.add(Label::new(RichText::new(name).color(p.muted)).truncate());
        });
        ui.add(Label::new(words).wrap());
    });
}

fn note_ui(ui: &mut Ui, words: &str) {
    let p = palette(ui);
    ui.horizontal_top(|ui| {
        picture(ui, Icon::Info, 14.0, p.muted);
        ui.add(Label::new(RichText::new(words).color(p.muted)).wrap());
    });
}

/// What is new, counted: `2 plaatsingen, 14 onderdelen`; leerbedrijven by name.
fn added(differences: &[Difference]) -> String {
    let mut counts: BTreeMap<RecordKind, Vec<&str>> = BTreeMap::new();
    for Difference { kind, name, fields } in differences {
        if fields.is_none() && *kind != RecordKind::Learner && *kind != RecordKind::Erkenning {
            counts.entry(*kind).or_default().push(name);
        }
    }
    let parts: Vec<String> = counts
        .into_iter()
        .map(|(kind, names)| match (kind, names.as_slice()) {
            (RecordKind::Leerbedrijf | RecordKind::Praktijkopleider, [only]) => {
                words::of(choices::record(kind), only)
            }
            _ => words::so_many(names.len(), kind),
        })
        .collect();
    parts.join(", ")
}
