//! The page of one leerbedrijf: its facts, its praktijkopleiders, what it is recognised for, who learns there.

use egui::{RichText, Ui};
use lucide_icons::Icon;

use crate::app::Scene;
use crate::app::action::{Action, Actions, KwalificatieFor, LearnerPart, Place};
use crate::app::dialogs::Dialog;
use crate::app::mending::ERKENNINGEN;
use crate::app::pages::{LeerbedrijfPage, Page};
use crate::app::screens::{back_ui, card_ui, page_ui};
use crate::app::session::Session;
use crate::app::theme::{self, palette};
use crate::app::widgets::button::{icon_button, icon_button_about, icon_button_if, link, mark};
use crate::app::widgets::field::{Form, Whose, fields_ui};
use crate::app::widgets::logo::logo_ui;
use crate::app::widgets::pick::Pick;
use crate::changes::Change;
use crate::domain::{
    Erkenning, ErkenningField, LeerbedrijfField, Praktijkopleider, PraktijkopleiderField,
    RecordKind, Spot, Stored, Title,
};
use crate::texts::{choices, common, window as text};

const REGISTERED: [LeerbedrijfField; 4] = [
    LeerbedrijfField::Naam,
    LeerbedrijfField::Vestigingsplaats,
    LeerbedrijfField::LeerbedrijfId,
    LeerbedrijfField::Kvk,
];
const REACH: [LeerbedrijfField; 6] = [
    LeerbedrijfField::Adres,
    LeerbedrijfField::Postcode,
    LeerbedrijfField::Plaats,
    LeerbedrijfField::Phone,
    LeerbedrijfField::Email,
    LeerbedrijfField::Note,
];
const OPLEIDER: [PraktijkopleiderField; 6] = [
    PraktijkopleiderField::Voornaam,
    PraktijkopleiderField::Voorvoegsel,
    PraktijkopleiderField::Achternaam,
    PraktijkopleiderField::Functie,
    PraktijkopleiderField::Phone,
    PraktijkopleiderField::Email,
];

/// How long before its end an erkenning is pointed at, in days.
const SOON: i32 = 90;

/// Draws the page.
pub(crate) fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    ui.horizontal(|ui| back_ui(ui, text::LEERBEDRIJVEN, Place::Leerbedrijven, scene));
    let Scene { session, drafts, actions, point, today, .. } = scene;
    let session: &Session = session;
    let Page::Leerbedrijf(page) = &session.page else { return };
    let mut form = Form { drafts, actions, point, options: &[], route: None, today: *today };
    let id = page.leerbedrijf.id.raw();
    let whose = Whose::Page(id);
    let value = &page.leerbedrijf.value;
    let name = value.naam.as_ref().map_or(text::NEW_LEERBEDRIJF, Title::as_str);
    ui.add(egui::Label::new(RichText::new(name).heading()).truncate());
    ui.add_space(theme::STEP);
    page_ui(ui, "leerbedrijf", |ui| {
        card_ui(ui, text::GROUP_REGISTERED, |ui| {
            fields_ui(ui, &mut form, whose, value, &REGISTERED);
        });
        if id != 0 {
            praktijkopleiders_ui(ui, &mut form, page);
            erkenningen_ui(ui, &mut form, session, page, *today);
        }
        card_ui(ui, text::GROUP_REACH, |ui| fields_ui(ui, &mut form, whose, value, &REACH));
        if id != 0 {
            logos_ui(ui, form.actions, session, page);
            traineeships_ui(ui, form.actions, page);
            let free = page.traineeships.is_empty();
            if !free {
                ui.label(RichText::new(text::LEERBEDRIJF_IN_USE).color(palette(ui).muted));
            }
            if icon_button_if(ui, free, Icon::Trash2, text::REMOVE_LEERBEDRIJF).clicked() {
                let (kind, what) = (RecordKind::Leerbedrijf, name.to_owned());
                form.actions.push(Action::Ask(Dialog::Remove { kind, id, what }));
            }
        }
    });
}

fn praktijkopleiders_ui(ui: &mut Ui, form: &mut Form<'_>, page: &LeerbedrijfPage) {
    card_ui(ui, text::PRAKTIJKOPLEIDERS, |ui| {
        if page.praktijkopleiders.is_empty() {
            ui.label(RichText::new(text::NO_PRAKTIJKOPLEIDERS).color(palette(ui).muted));
        }
        for Stored { id, value } in &page.praktijkopleiders {
            ui.push_id(("praktijkopleider", id.raw()), |ui| {
                fields_ui(ui, form, Whose::Other(id.raw()), value, &OPLEIDER);
                let what = common::named(value.known_name());
                if icon_button_about(ui, Icon::Trash2, text::REMOVE, &what).clicked() {
                    let kind = RecordKind::Praktijkopleider;
                    form.actions.push(Action::Ask(Dialog::Remove { kind, id: id.raw(), what }));
                }
                ui.separator();
            });
        }
        if icon_button(ui, Icon::UserPlus, text::NEW_PRAKTIJKOPLEIDER).clicked() {
            let new = Praktijkopleider::blank(page.leerbedrijf.id);
            form.actions.push(Action::AddThenPoint(Change::Add(new.into()), "voornaam"));
        }
    });
}

fn erkenningen_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    session: &Session,
    page: &LeerbedrijfPage,
    today: jiff::civil::Date,
) {
    let p = palette(ui);
    card_ui(ui, text::ERKENNINGEN, |ui| {
        if page.erkenningen.is_empty() {
            ui.label(RichText::new(text::NO_ERKENNINGEN).color(p.muted));
        }
        for Stored { id, value } in &page.erkenningen {
            let kwalificatie = kwalificatie_of(session, value);
            ui.push_id(("erkenning", id.raw()), |ui| {
                ui.horizontal(|ui| {
                    ui.label(theme::bold(&kwalificatie));
                    ends_ui(ui, value, today);
                });
                let whose = Whose::Other(id.raw());
                fields_ui(ui, form, whose, value, &[ErkenningField::From, ErkenningField::To]);
                if icon_button_about(ui, Icon::Trash2, text::REMOVE, &kwalificatie).clicked() {
                    form.actions
                        .push(Action::Apply(Change::Remove(RecordKind::Erkenning, id.raw())));
                }
                ui.separator();
            });
        }
        let add = icon_button(ui, Icon::Plus, text::NEW_ERKENNING);
        let (kind, id) = (RecordKind::Leerbedrijf, page.leerbedrijf.id.raw());
        if *form.point == Some(Spot { kind, id, field: ERKENNINGEN }) {
            add.request_focus();
            add.scroll_to_me(Some(egui::Align::Center));
            *form.point = None;
        }
        if add.clicked() {
            let purpose = KwalificatieFor::Erkenning(page.leerbedrijf.id);
            form.actions.push(Action::Ask(Dialog::Kwalificatie { purpose, pick: Pick::default() }));
        }
    });
}

fn kwalificatie_of(session: &Session, erkenning: &Erkenning) -> String {
    let name = session.catalogue.kwalificatie(&erkenning.crebo).map(|k| k.name.as_str());
    [Some(erkenning.crebo.as_str()), name].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn ends_ui(ui: &mut Ui, erkenning: &Erkenning, today: jiff::civil::Date) {
    let p = palette(ui);
    let Some(to) = erkenning.to else { return };
    if erkenning.from.is_some_and(|from| from > to) {
        mark(ui, text::ENDS_BEFORE_START, p.bad, p.bad_soft);
    }
    let left = (to.date() - today).get_days();
    if left < 0 {
        mark(ui, text::EXPIRED, p.bad, p.bad_soft);
    } else if left <= SOON {
        mark(ui, text::EXPIRES_SOON, p.warn, p.warn_soft);
    }
}

fn logos_ui(ui: &mut Ui, actions: &mut Actions, session: &Session, page: &LeerbedrijfPage) {
    let id = page.leerbedrijf.id.raw();
    let spot = |field| Spot { kind: RecordKind::Leerbedrijf, id, field };
    card_ui(ui, text::GROUP_LOGOS, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0 * theme::STEP;
            logo_ui(
                ui,
                actions,
                &session.store,
                spot("logo"),
                page.leerbedrijf.value.logo.as_ref(),
                "",
            );
            logo_ui(
                ui,
                actions,
                &session.store,
                spot("branchelogo"),
                page.leerbedrijf.value.branche_logo.as_ref(),
                text::BRANCHE_SENTENCE,
            );
        });
    });
}

fn traineeships_ui(ui: &mut Ui, actions: &mut Actions, page: &LeerbedrijfPage) {
    let p = palette(ui);
    card_ui(ui, text::TRAINEESHIPS_HERE, |ui| {
        if page.traineeships.is_empty() {
            ui.label(RichText::new(text::NO_TRAINEESHIPS_HERE).color(p.muted));
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        for (Stored { value, .. }, name) in &page.traineeships {
            ui.horizontal(|ui| {
                if link(ui, name).clicked() {
                    actions
                        .push(Action::Go(Place::Learner(value.learner, LearnerPart::Traineeships)));
                }
                let title = value.kwalificatie.as_ref().map_or("", Title::as_str);
                ui.label(RichText::new(title).color(p.muted));
                ui.label(RichText::new(choices::traineeship_status(value.status)).color(p.muted));
            });
        }
    });
}
