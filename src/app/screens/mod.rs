//! The rooms of the window, and the frame around them.

pub(crate) mod batch;
pub(crate) mod catalogue;
pub(crate) mod changed;
pub(crate) mod copies;
pub(crate) mod dialogs;
pub(crate) mod documents;
pub(crate) mod go_or_do;
pub(crate) mod handover;
pub(crate) mod issuing;
pub(crate) mod learner;
pub(crate) mod learners;
pub(crate) mod leerbedrijf;
pub(crate) mod leerbedrijven;
pub(crate) mod locked;
pub(crate) mod past;
pub(crate) mod picks;
pub(crate) mod register;
pub(crate) mod security;
pub(crate) mod settings;
pub(crate) mod trouble;
pub(crate) mod welcome;

use egui::{Align, Button, CentralPanel, Layout, Panel, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::action::{Action, PastPart, Place, SettingsPart};
use crate::app::copies::plan::Standing;
use crate::app::dialogs::Dialog;
use crate::app::guard::GuardAction;
use crate::app::session::OnlyRead;
use crate::app::theme::{self, CONTROL, NAVIGATION, palette};
use crate::app::widgets::button::{bare_icon, icon_button, link_as, message};
use crate::app::widgets::pick::Pick;
use crate::app::{Scene, above};
use crate::domain::{ShortText, Title};
use crate::texts::{
    handover as handover_words, past as gone, register as words, security as protection,
    trouble as shut, window as text,
};

/// Draws the navigation and the room.
pub(crate) fn ui(ui: &mut Ui, place: Place, scene: &mut Scene<'_>) {
    Panel::left("navigation")
        .exact_size(NAVIGATION)
        .resizable(false)
        .show_separator_line(false)
        .frame(theme::side(ui))
        .show(ui, |ui| navigation_ui(ui, place, scene));
    CentralPanel::default().frame(theme::page(ui)).show(ui, |ui| {
        ui.set_max_width(theme::ROOM.min(ui.available_width()));
        only_read_ui(ui, scene);
        room_ui(ui, place, scene);
    });
}

/// Above every room of a dossier in which nothing can be changed.
fn only_read_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let p = palette(ui);
    let words = match &scene.session.only_read {
        None => return,
        Some(OnlyRead::Marked) => shut::BANNER_MARKED.to_owned(),
        Some(OnlyRead::Busy { at }) => shut::banner_busy(at),
    };
    message(ui, Icon::Eye, &words, p.warn, p.warn_soft);
    ui.add_space(theme::STEP);
}

fn room_ui(ui: &mut Ui, place: Place, scene: &mut Scene<'_>) {
    match place {
        Place::Learners => learners::ui(ui, scene),
        Place::NewLearner => learner::ui(ui, crate::app::LearnerPart::Facts, scene),
        Place::Learner(_, part) => learner::ui(ui, part, scene),
        Place::Leerbedrijven => leerbedrijven::ui(ui, scene),
        Place::NewLeerbedrijf | Place::Leerbedrijf(_) => leerbedrijf::ui(ui, scene),
        Place::Documents => documents::ui(ui, scene),
        Place::Document(_) => documents::document::ui(ui, scene),
        Place::Batch => batch::ui(ui, scene),
        Place::TakeIn => handover::ui(ui, scene),
        Place::Catalogue => catalogue::ui(ui, scene),
        Place::Settings(part) => settings::ui(ui, part, scene),
        Place::Past(part) => past::ui(ui, part, scene),
    }
}

fn navigation_ui(ui: &mut Ui, place: Place, scene: &mut Scene<'_>) {
    let p = palette(ui);
    ui.spacing_mut().item_spacing.y = theme::STEP;
    let school = scene.session.school.naam.as_ref().map_or(text::PROGRAM, Title::as_str);
    ui.add(egui::Label::new(theme::bold(school)).truncate());
    let town = scene.session.school.plaats.as_ref().map_or("", ShortText::as_str);
    ui.add(egui::Label::new(theme::small(town).color(p.muted)).truncate());
    ui.add_space(theme::STEP);
    if wide_button(ui, Icon::Search, text::PALETTE, false).on_hover_text(text::key("K")).clicked() {
        scene.actions.push(Action::Ask(Dialog::Palette(Pick::default())));
    }
    ui.add_space(2.0 * theme::STEP);
    for (icon, name, key, to) in [
        (Icon::Users, text::LEARNERS, "1", Place::Learners),
        (Icon::Building2, text::LEERBEDRIJVEN, "2", Place::Leerbedrijven),
        (Icon::FileText, words::ROOM, "3", Place::Documents),
        (Icon::BookOpen, text::CATALOGUE, "4", Place::Catalogue),
        (Icon::Settings, text::SETTINGS, "5", Place::Settings(SettingsPart::School)),
        (Icon::History, gone::ROOM, "6", Place::Past(PastPart::default())),
    ] {
        if wide_button(ui, icon, name, above(place) == to && place != Place::TakeIn)
            .on_hover_text(text::key(key))
            .clicked()
        {
            scene.actions.push(Action::Go(to));
        }
    }
    batch_ui(ui, scene);
    if scene.session.taking_in.is_some() {
        let here = place == Place::TakeIn;
        if wide_button(ui, Icon::Inbox, handover_words::FILES, here).clicked() {
            scene.actions.push(Action::Go(Place::TakeIn));
        }
    }
    let room = if ui.available_height() < BELOW { Room::Sign } else { Room::Line };
    if room == Room::Line {
        copies_ui(ui, scene, room);
    }
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
        let dark = ui.visuals().dark_mode;
        let (icon, name) = if dark { (Icon::Sun, text::LIGHT) } else { (Icon::Moon, text::DARK) };
        ui.horizontal(|ui| {
            if bare_icon(ui, icon, name).clicked() {
                scene.actions.push(Action::ToggleTheme);
            }
            if scene.session.store.has_password()
                && bare_icon(ui, Icon::Lock, protection::LOCK)
                    .on_hover_text(text::key("L"))
                    .clicked()
            {
                scene.actions.push(Action::Guard(GuardAction::Lock));
            }
            if room == Room::Sign {
                copies_ui(ui, scene, room);
            }
        });
        undo_ui(ui, scene);
    });
}

/// A batch that is on its way, wherever one is meanwhile.
fn batch_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some(words) = batch::in_navigation(scene.session) else { return };
    if wide_button(ui, Icon::LoaderCircle, &words, false).clicked() {
        scene.actions.push(Action::Go(Place::Batch));
    }
}

/// What stands below the line about backups, and that line itself.
const BELOW: f32 = 152.0;

/// How it stands with the backups, wherever one is. Where the window is too low for a line, only a warning, as a sign.
fn copies_ui(ui: &mut Ui, scene: &mut Scene<'_>, room: Room) {
    let Some(words) = copies::in_navigation(scene.copies, scene.standing, scene.today) else {
        return;
    };
    let p = palette(ui);
    let warns = matches!(scene.standing, Standing::Never | Standing::Overdue(_));
    let clicked = match room {
        Room::Line => {
            ui.add_space(theme::STEP);
            let ink = if warns { p.warn } else { p.muted };
            let line = ui.horizontal(|ui| {
                ui.add_space(theme::STEP);
                link_as(ui, theme::small(&words).color(ink), &words).clicked()
            });
            line.inner
        }
        Room::Sign => warns && bare_icon(ui, Icon::TriangleAlert, &words).clicked(),
    };
    if clicked {
        scene.actions.push(Action::Go(Place::Settings(SettingsPart::Backups)));
    }
}

/// How much room there is to say something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Room {
    Line,
    Sign,
}

fn undo_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let undo = scene.session.undo;
    for (can, icon, name, key, action) in [
        (undo.can_redo, Icon::Redo2, text::REDO, text::KEY_REDO, Action::Redo),
        (undo.can_undo, Icon::Undo2, text::UNDO, text::KEY_UNDO, Action::Undo),
    ] {
        let clicked = ui
            .add_enabled_ui(can, |ui| {
                wide_button(ui, icon, name, false).on_hover_text(text::key(key)).clicked()
            })
            .inner;
        if clicked {
            scene.actions.push(action);
        }
    }
}

fn wide_button(ui: &mut Ui, icon: Icon, name: &str, here: bool) -> egui::Response {
    ui.scope(|ui| wide_button_ui(ui, icon, name, here)).inner
}

fn wide_button_ui(ui: &mut Ui, icon: Icon, name: &str, here: bool) -> egui::Response {
    let p = palette(ui);
    let ink = if here { p.accent } else { ui.visuals().text_color() };
    let words = if here { theme::bold(name) } else { egui::RichText::new(name) };
    let button = Button::new((theme::icon(icon).size(16.0).color(ink), words.color(ink)))
        .frame_when_inactive(here)
        .selected(here)
        .gap(10.0)
        .min_size(Vec2::new(0.0, CONTROL + theme::STEP));
    if here {
        ui.visuals_mut().widgets.inactive.bg_stroke = egui::Stroke::NONE;
    }
    let wide = Layout::top_down_justified(Align::Min);
    let size = Vec2::new(ui.available_width(), CONTROL + theme::STEP);
    ui.allocate_ui_with_layout(size, wide, |ui| ui.add(button)).inner.accessible_name(name)
}

/// The heading of a page, with what can be done there at its right.
pub(crate) fn head_ui(ui: &mut Ui, title: &str, acts: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.set_min_height(CONTROL);
        ui.heading(title);
        ui.with_layout(Layout::right_to_left(Align::Center), acts);
    });
}

/// A way back to the room to which a page belongs.
pub(crate) fn back_ui(ui: &mut Ui, room: &str, to: Place, scene: &mut Scene<'_>) {
    if icon_button(ui, Icon::ArrowLeft, room).clicked() {
        scene.actions.push(Action::Go(to));
    }
}

/// A page of fields that scrolls, of a width that reads well.
pub(crate) fn page_ui(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui)) {
    egui::ScrollArea::vertical().id_salt(("page", name)).auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(theme::PAGE.min(ui.available_width() - 2.0 * theme::STEP));
        ui.spacing_mut().item_spacing.y = 3.0 * theme::STEP;
        contents(ui);
        ui.add_space(8.0 * theme::STEP);
    });
}

/// A card with a title.
pub(crate) fn card_ui<R>(ui: &mut Ui, title: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    theme::card(ui)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0 * theme::STEP;
            if !title.is_empty() {
                ui.label(theme::section(title));
            }
            contents(ui)
        })
        .inner
}
