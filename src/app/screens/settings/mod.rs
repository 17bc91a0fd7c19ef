//! The school, its praktijkbegeleiders, what its documents say, and the dossier itself.

mod documents;

use egui::{RichText, Ui};
use lucide_icons::Icon;

use crate::app::Scene;
use crate::app::action::{Action, DossierAction};
use crate::app::dialogs::Dialog;
use crate::app::screens::{card_ui, head_ui, page_ui};
use crate::app::session::Session;
use crate::app::theme::palette;
use crate::app::widgets::button::{icon_button, icon_button_about};
use crate::app::widgets::field::{Form, Whose, fields_ui};
use crate::app::widgets::logo::logo_ui;
use crate::changes::Change;
use crate::domain::{
    Praktijkbegeleider, PraktijkbegeleiderField, RecordKind, SchoolField, Spot, Stored,
};
use crate::texts::{common, window as text};

const SCHOOL: [SchoolField; 3] = [SchoolField::Naam, SchoolField::Brin, SchoolField::Plaats];
const BEGELEIDER: [PraktijkbegeleiderField; 6] = [
    PraktijkbegeleiderField::Voornaam,
    PraktijkbegeleiderField::Voorvoegsel,
    PraktijkbegeleiderField::Achternaam,
    PraktijkbegeleiderField::Functie,
    PraktijkbegeleiderField::Phone,
    PraktijkbegeleiderField::Email,
];

/// Draws the settings.
pub(crate) fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    head_ui(ui, text::SETTINGS, |_| {});
    let Scene { session, drafts, actions, point, today, search: _, looking: _ } = scene;
    let session: &Session = session;
    let mut form = Form { drafts, actions, point, options: &[], route: None, today: *today };
    page_ui(ui, "settings", |ui| {
        card_ui(ui, text::SCHOOL, |ui| {
            fields_ui(ui, &mut form, Whose::Page(1), &session.school, &SCHOOL);
            let spot = Spot { kind: RecordKind::School, id: 1, field: "logo" };
            logo_ui(ui, form.actions, &session.store, spot, session.school.logo.as_ref(), "");
        });
        begeleiders_ui(ui, &mut form, session);
        documents::ui(ui, &mut form, session);
        card_ui(ui, text::LOOK, |ui| {
            ui.label(RichText::new(text::LOOK_TEXT).color(palette(ui).muted));
            let dark = ui.visuals().dark_mode;
            let (icon, name) =
                if dark { (Icon::Sun, text::LIGHT) } else { (Icon::Moon, text::DARK) };
            if icon_button(ui, icon, name).clicked() {
                form.actions.push(Action::ToggleTheme);
            }
        });
        card_ui(ui, text::FILE, |ui| {
            let path =
                session.store.path().map(|path| path.display().to_string()).unwrap_or_default();
            ui.add(
                egui::Label::new(RichText::new(path).color(palette(ui).muted))
                    .wrap()
                    .selectable(true),
            );
            if icon_button(ui, Icon::LogOut, text::CLOSE_DOSSIER).clicked() {
                form.actions.push(Action::Dossier(DossierAction::Close));
            }
        });
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
