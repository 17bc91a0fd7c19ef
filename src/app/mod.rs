//! The window. Screens say what they want (`Action`); [`App`] does it after the frame, in one place.

mod action;
mod away;
mod batch;
mod confirm;
mod copies;
mod desktop;
mod dialogs;
mod done;
mod drafts;
mod guard;
mod handover;
mod issued;
mod issued_rows;
mod launch;
mod listing;
mod looking;
mod making;
mod mending;
mod notices;
mod offers;
mod outside;
mod pages;
mod past;
mod perform;
mod printer;
mod printing;
mod rows;
mod screens;
mod selection;
mod session;
mod shared;
mod taking_back;
mod theme;
mod trouble;
mod typing;
mod whereabouts;
mod widgets;
mod world;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::app::action::{
    Action, Actions, BatchAction, DossierAction, LearnerPart, PastPart, Place, SettingsPart,
};
use crate::app::copies::Copies;
use crate::app::copies::plan::Standing;
use crate::app::dialogs::{Dialog, Leave};
use crate::app::drafts::Drafts;
use crate::app::guard::{Guard, GuardAction};
use crate::app::looking::Looking;
use crate::app::notices::Notices;
use crate::app::perform::Done;
use crate::app::session::Session;
use crate::app::trouble::Trouble;
use crate::app::typing::{Saved, Typing};
use crate::app::widgets::pick::Pick;
use crate::app::widgets::search::in_loose_field;
use crate::domain::Spot;
use crate::texts::window as text;

pub use copies::plan::{BackupPlace, BackupPlan, LastBackup, MadeByHand};
pub use launch::{NoWindow, open_window};
/// For who looks in from outside: a test.
pub use theme::install;
pub use widgets::preview::{Preview, PreviewDocument};
pub use world::{PathKind, PathQuestion, Preferences, Printed, WithPath, WithPrinted, Work, World};

/// The window with everything in it.
pub struct App {
    world: Box<dyn World>,
    preferences: Preferences,
    session: Option<Session>,
    place: Place,
    drafts: Drafts,
    actions: Actions,
    dialog: Option<Dialog>,
    notices: Notices,
    /// The field that must get the cursor when it is drawn.
    point: Option<Spot>,
    /// The search field must get the cursor.
    search: bool,
    looking: Looking,
    /// Files of issued documents that were only to be looked at.
    looked_at: BTreeSet<PathBuf>,
    guard: Guard,
    /// A dossier that could not be opened to work in.
    trouble: Option<Trouble>,
    /// What was typed for the dossier that is being opened, until it is open.
    trying: Option<crate::store::Password>,
    /// A dossier is being opened or made.
    busy: Option<&'static str>,
    inbox: Receiver<Done>,
    outbox: Sender<Done>,
    typing: Typing,
    /// What was last typed that is in the file already, and when it was typed.
    saved: Saved,
    /// How many batches were begun.
    batches_begun: u64,
    copies: Copies,
    /// The window may close, whatever is still typed.
    leaving: bool,
    /// A field or button had the cursor in the frame before.
    had_focus: bool,
}

impl App {
    /// `dossier`: the one to open; otherwise the last one, or the welcome.
    pub fn new(ctx: &egui::Context, world: Box<dyn World>, dossier: Option<PathBuf>) -> Self {
        theme::install(ctx);
        let preferences = world.recall();
        let dark = preferences.dark == Some(true);
        ctx.set_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light });
        let (outbox, inbox) = channel();
        let last = preferences.recent.first().filter(|path| path.exists()).cloned();
        let mut app = Self {
            world,
            preferences,
            session: None,
            place: Place::Learners,
            drafts: Drafts::default(),
            actions: Actions::default(),
            dialog: None,
            notices: Notices::default(),
            point: None,
            search: false,
            looking: Looking::default(),
            looked_at: BTreeSet::new(),
            guard: Guard::default(),
            trouble: None,
            trying: None,
            busy: None,
            inbox,
            outbox,
            typing: Typing::default(),
            saved: Saved::default(),
            batches_begun: 0,
            copies: Copies::default(),
            leaving: false,
            had_focus: false,
        };
        app.forget_left_behind();
        if let Some(path) = dossier.or(last) {
            app.perform_all(ctx, vec![Action::Dossier(DossierAction::Open(path))]);
        }
        app
    }

    /// The open dossier, for who looks in from outside: a test.
    pub fn store(&self) -> Option<&crate::store::Store> {
        self.session.as_ref().map(|session| &session.store)
    }

    fn shortcuts(&mut self, ui: &egui::Ui) {
        let pressed = |modifiers, key| {
            ui.input_mut(|input| input.consume_shortcut(&KeyboardShortcut::new(modifiers, key)))
        };
        let command = Modifiers::COMMAND;
        if self.session.is_none() {
            return;
        }
        // Whatever is open: who leaves the desk does not close a form first.
        if pressed(command, Key::L) {
            self.actions.push(Action::Guard(GuardAction::Lock));
        }
        // While something is being typed, undo belongs to the text.
        let typing = in_loose_field(ui) || !self.drafts.unsettled().is_empty();
        if !typing && self.dialog.is_none() {
            if pressed(command | Modifiers::SHIFT, Key::Z) || pressed(command, Key::Y) {
                self.actions.push(Action::Redo);
            } else if pressed(command, Key::Z) {
                self.actions.push(Action::Undo);
            }
        }
        if self.dialog.is_some() {
            return;
        }
        if pressed(command, Key::K) {
            self.actions.push(Action::Ask(Dialog::Palette(Pick::default())));
        }
        if pressed(command, Key::F) {
            self.search = true;
        }
        if pressed(command, Key::N) {
            self.actions.push(new_here(self.place));
        }
        for (key, place) in [
            (Key::Num1, Place::Learners),
            (Key::Num2, Place::Leerbedrijven),
            (Key::Num3, Place::Documents),
            (Key::Num4, Place::Catalogue),
            (Key::Num5, Place::Settings(SettingsPart::School)),
            (Key::Num6, Place::Past(PastPart::default())),
        ] {
            if pressed(command, key) {
                self.actions.push(Action::Go(place));
            }
        }
        let nothing_focused =
            ui.memory(|memory| memory.focused().is_none()) && !egui::Popup::is_any_open(ui.ctx());
        // The toolkit has taken the cursor away already: the first Escape only leaves a field.
        if nothing_focused && !self.had_focus && pressed(Modifiers::NONE, Key::Escape) {
            self.actions.push(Action::Go(above(self.place)));
        }
    }

    fn draw(&mut self, ui: &mut egui::Ui) {
        ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |node| {
            node.set_label(text::PROGRAM)
        });
        self.shortcuts(ui);
        let standing = self.standing_of_copies();
        match &mut self.session {
            None => match (&mut self.guard.locked, &self.guard.away) {
                (Some(locked), _) => {
                    screens::locked::ui(ui, locked, &mut self.actions);
                }
                (None, Some(_)) => screens::locked::away_ui(ui, self.busy),
                (None, None) => match &self.trouble {
                    Some(trouble) => {
                        screens::trouble::ui(ui, trouble, self.busy, &mut self.actions);
                    }
                    None => {
                        screens::welcome::ui(ui, &self.preferences, self.busy, &mut self.actions)
                    }
                },
            },
            Some(session) => {
                self.looking.follow(session);
                let mut scene = Scene {
                    copies: &self.copies,
                    plan: session.store.path().and_then(|path| self.preferences.backup_plan(path)),
                    standing,
                    session,
                    drafts: &mut self.drafts,
                    actions: &mut self.actions,
                    point: &mut self.point,
                    search: &mut self.search,
                    looking: &mut self.looking,
                    preferences: &self.preferences,
                    today: self.world.today(),
                };
                screens::ui(ui, self.place, &mut scene);
            }
        }
        if let Some(dialog) = &mut self.dialog {
            screens::dialogs::ui(
                ui,
                dialog,
                self.session.as_ref(),
                &self.copies,
                &mut self.drafts,
                &mut self.actions,
                &mut self.point,
                self.world.today(),
            );
        }
        self.notices.ui(ui);
        self.had_focus = ui.memory(|memory| memory.focused().is_some());
    }
}

/// What a screen draws from, and where it puts what is typed and wanted.
pub(crate) struct Scene<'a> {
    pub(crate) session: &'a mut Session,
    pub(crate) copies: &'a Copies,
    pub(crate) plan: Option<&'a BackupPlan>,
    pub(crate) standing: Standing,
    pub(crate) drafts: &'a mut Drafts,
    pub(crate) actions: &'a mut Actions,
    pub(crate) point: &'a mut Option<Spot>,
    pub(crate) search: &'a mut bool,
    pub(crate) looking: &'a mut Looking,
    pub(crate) preferences: &'a Preferences,
    pub(crate) today: jiff::civil::Date,
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.take_done(ctx);
        if ctx.input(|input| input.viewport().close_requested()) {
            self.settle_all(ctx);
            if self.must_ask() && !self.leaving {
                ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
                self.dialog = Some(Dialog::Leave(Leave::Window));
            } else if !self.leaving && self.copy_before(ctx, Leave::Window) {
                ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            } else {
                self.forget_looked_at();
            }
        }
        self.go_on_beside(ctx);
        self.go_on_copying(ctx);
        self.follow_restore(ctx);
        self.save_while_typing(ctx);
        self.watch_idle(ctx);
        self.count_down(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
        let actions = self.actions.take();
        if !actions.is_empty() {
            let ctx = ui.ctx().clone();
            self.perform_all(&ctx, actions);
            ctx.request_repaint();
        }
    }

    fn raw_input_hook(&mut self, ctx: &egui::Context, input: &mut egui::RawInput) {
        self.typing.split(ctx, input);
    }

    /// The memory of egui holds what was typed: names. It is not kept.
    fn persist_egui_memory(&self) -> bool {
        false
    }
}

/// What "new" makes here.
const fn new_here(place: Place) -> Action {
    match place {
        Place::Leerbedrijven | Place::NewLeerbedrijf | Place::Leerbedrijf(_) => {
            Action::Go(Place::NewLeerbedrijf)
        }
        Place::Documents | Place::Document(_) | Place::Batch => Action::Batch(BatchAction::ForAll),
        Place::Learners
        | Place::NewLearner
        | Place::TakeIn
        | Place::Learner(..)
        | Place::Catalogue
        | Place::Settings(_)
        | Place::Past(_) => Action::Go(Place::NewLearner),
    }
}

/// The room to which a page belongs.
pub(crate) const fn above(place: Place) -> Place {
    match place {
        Place::Learners | Place::NewLearner | Place::Learner(..) | Place::TakeIn => Place::Learners,
        Place::Leerbedrijven | Place::NewLeerbedrijf | Place::Leerbedrijf(_) => {
            Place::Leerbedrijven
        }
        Place::Documents | Place::Document(_) | Place::Batch => Place::Documents,
        Place::Catalogue => Place::Catalogue,
        Place::Settings(_) => Place::Settings(SettingsPart::School),
        Place::Past(_) => Place::Past(PastPart::Changes),
    }
}

/// The part of a learner's page on which a field stands.
pub(crate) fn part_of(spot: Spot) -> LearnerPart {
    use crate::domain::RecordKind;
    match spot.kind {
        RecordKind::Traineeship if spot.field == crate::domain::verklaring::WERKPROCESSEN => {
            LearnerPart::Components
        }
        RecordKind::ExamComponent | RecordKind::Evidence => LearnerPart::Components,
        RecordKind::Learner if spot.field == crate::domain::mbo_verklaring::RESULTS => {
            LearnerPart::Components
        }
        RecordKind::Traineeship => LearnerPart::Traineeships,
        RecordKind::Voortgangstoets | RecordKind::ReceivedDocument => LearnerPart::Documents,
        RecordKind::Learner if crate::app::screens::learner::MBO_FIELDS.contains(&spot.field) => {
            LearnerPart::Documents
        }
        RecordKind::School
        | RecordKind::Ondertekenaar
        | RecordKind::Praktijkbegeleider
        | RecordKind::Learner
        | RecordKind::Leerbedrijf
        | RecordKind::Praktijkopleider
        | RecordKind::Erkenning
        | RecordKind::OwnEntry => LearnerPart::Facts,
    }
}
