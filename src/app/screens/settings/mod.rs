//! The school, its praktijkbegeleiders, what its documents say, and the dossier itself.

mod backups;
mod documents;
mod retention;
mod security;

use egui::{RichText, Stroke, Ui, Vec2};
use lucide_icons::Icon;

use crate::app::Scene;
use crate::app::action::{Action, Actions, DossierAction, Place, SettingsPart};
use crate::app::dialogs::Dialog;
use crate::app::screens::dialogs::place_words;
use crate::app::screens::learner::tab_ui;
use crate::app::screens::{card_ui, head_ui, page_ui};
use crate::app::session::Session;
use crate::app::theme::{self, palette};
use crate::app::widgets::button::{icon_button, icon_button_about, message};
use crate::app::widgets::field::{Form, Whose, fields_ui};
use crate::app::widgets::logo::logo_ui;
use crate::changes::Change;
use crate::domain::{
    Field as _, Praktijkbegeleider, PraktijkbegeleiderField, RecordKind, SchoolField, Spot, Stored,
};
use crate::texts::{
    common, copies as kept, security as protection, trouble as shared, window as text,
};

const SCHOOL: [SchoolField; 3] = [SchoolField::Naam, SchoolField::Brin, SchoolField::Plaats];
const BEGELEIDER: [PraktijkbegeleiderField; 6] = [
    PraktijkbegeleiderField::Voornaam,
    PraktijkbegeleiderField::Voorvoegsel,
    PraktijkbegeleiderField::Achternaam,
    PraktijkbegeleiderField::Functie,
    PraktijkbegeleiderField::Phone,
    PraktijkbegeleiderField::Email,
];

/// The part in which a field of the school stands.
pub(crate) fn part_of(field: &str) -> SettingsPart {
    if field == SchoolField::Logo.key() || SCHOOL.iter().any(|own| own.key() == field) {
        SettingsPart::School
    } else if retention::FIELDS.iter().any(|own| own.key() == field) {
        SettingsPart::Retention
    } else {
        SettingsPart::Documents
    }
}

/// Draws the settings.
pub(crate) fn ui(ui: &mut Ui, part: SettingsPart, scene: &mut Scene<'_>) {
    head_ui(ui, text::SETTINGS, |_| {});
    parts_ui(ui, part, scene.actions);
    let Scene {
        session, drafts, actions, point, today, preferences, copies, plan, standing, ..
    } = scene;
    let session: &Session = session;
    let mut form = Form { drafts, actions, point, options: &[], route: None, today: *today };
    page_ui(ui, &format!("settings {part:?}"), |ui| match part {
        SettingsPart::School => {
            school_ui(ui, &mut form, session);
            begeleiders_ui(ui, &mut form, session);
        }
        SettingsPart::Documents => documents::ui(ui, &mut form, session),
        SettingsPart::Backups => {
            backups::ui(ui, form.actions, session, copies, *plan, *standing);
        }
        SettingsPart::Security => security::ui(ui, form.actions, session, preferences),
        SettingsPart::Retention => retention::ui(ui, &mut form, session),
        SettingsPart::Dossier => {
            look_ui(ui, form.actions);
            dossier_ui(ui, form.actions, session);
        }
    });
}

fn parts_ui(ui: &mut Ui, part: SettingsPart, actions: &mut Actions) {
    // In a narrow window they take two lines.
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(theme::STEP, 0.0);
        for (this, name) in [
            (SettingsPart::School, text::PART_SCHOOL),
            (SettingsPart::Documents, text::PART_DOCUMENTS),
            (SettingsPart::Backups, kept::PART),
            (SettingsPart::Security, protection::PART),
            (SettingsPart::Retention, text::PART_RETENTION),
            (SettingsPart::Dossier, text::PART_DOSSIER),
        ] {
            if tab_ui(ui, name, this == part).clicked() {
                actions.push(Action::Go(Place::Settings(this)));
            }
        }
    });
    let line = ui.cursor().top() - theme::STEP;
    ui.painter().hline(ui.max_rect().x_range(), line, Stroke::new(1.0, palette(ui).line));
    ui.add_space(theme::STEP);
}

fn school_ui(ui: &mut Ui, form: &mut Form<'_>, session: &Session) {
    card_ui(ui, text::SCHOOL, |ui| {
        fields_ui(ui, form, Whose::Page(1), &session.school, &SCHOOL);
        let spot = Spot { kind: RecordKind::School, id: 1, field: SchoolField::Logo.key() };
        logo_ui(ui, form.actions, &session.store, spot, session.school.logo.as_ref(), "");
    });
}

fn look_ui(ui: &mut Ui, actions: &mut Actions) {
    card_ui(ui, text::LOOK, |ui| {
        ui.label(RichText::new(text::LOOK_TEXT).color(palette(ui).muted));
        let dark = ui.visuals().dark_mode;
        let (icon, name) = if dark { (Icon::Sun, text::LIGHT) } else { (Icon::Moon, text::DARK) };
        if icon_button(ui, icon, name).clicked() {
            actions.push(Action::ToggleTheme);
        }
    });
}

fn dossier_ui(ui: &mut Ui, actions: &mut Actions, session: &Session) {
    card_ui(ui, text::FILE, |ui| {
        let path = session.store.path().map(|path| path.display().to_string()).unwrap_or_default();
        ui.add(
            egui::Label::new(RichText::new(path).color(palette(ui).muted)).wrap().selectable(true),
        );
        if let Some(place) = session.shared {
            let words = shared::shared_text(place_words(place));
            message(ui, Icon::TriangleAlert, &words, palette(ui).warn, palette(ui).warn_soft);
            if icon_button(ui, Icon::HardDrive, shared::MOVE)
                .on_hover_text(shared::MOVE_TEXT)
                .clicked()
            {
                actions.push(Action::Dossier(DossierAction::PutHere));
            }
        }
        if icon_button(ui, Icon::LogOut, text::CLOSE_DOSSIER).clicked() {
            actions.push(Action::Dossier(DossierAction::Close));
        }
    });
}

fn begeleiders_ui(ui: &mut Ui, form: &mut Form<'_>, session: &Session) {
    card_ui(ui, text::BEGELEIDERS, |ui| {
        if session.begeleiders.is_empty() {
            ui.label(RichText::new(text::NO_BEGELEIDERS).color(palette(ui).muted));
        }
        for Stored { id, value } in &session.begeleiders {
            ui.push_id(("begeleider", id.raw()), |ui| {
                fields_ui(ui, form, Whose::Other(id.raw()), value, &BEGELEIDER);
                let what = common::named(value.known_name());
                if icon_button_about(ui, Icon::Trash2, text::REMOVE, &what).clicked() {
                    let kind = RecordKind::Praktijkbegeleider;
                    form.actions.push(Action::Ask(Dialog::Remove { kind, id: id.raw(), what }));
                }
                ui.separator();
            });
        }
        if icon_button(ui, Icon::UserPlus, text::NEW_BEGELEIDER).clicked() {
            let new = Change::Add(Praktijkbegeleider::blank().into());
            form.actions.push(Action::AddThenPoint(new, "voornaam"));
        }
    });
}
