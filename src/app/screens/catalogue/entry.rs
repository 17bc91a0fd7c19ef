//! What is told about one row of the catalogue, in the list and beside it.

use egui::{RichText, ScrollArea, Ui};
use lucide_icons::Icon;

use crate::app::action::{Action, Actions};
use crate::app::dialogs::Dialog;
use crate::app::screens::catalogue::forms::{correction, own_entry};
use crate::app::screens::catalogue::rows::Row;
use crate::app::session::Session;
use crate::app::theme::{self, palette};
use crate::app::widgets::button::{icon_button, mark};
use crate::catalogue::{
    Catalogue, Dossier, Found, Kerntaak, Kwalificatie, KwalificatieKind, Status,
};
use crate::domain::{Crebo, Day, Field as _, OwnEntryField, OwnEntryKind, RecordKind, ShortText};
use crate::texts::{catalogue as words, choices, common, window as text};

/// Draws what is told about the row with the cursor.
pub(super) fn ui(ui: &mut Ui, session: &Session, chosen: Option<&Row<'_>>, actions: &mut Actions) {
    match chosen {
        None => {
            let p = palette(ui);
            ui.add_space(40.0);
            ui.label(RichText::new(text::PICK_ENTRY).color(p.muted));
            ui.add(egui::Label::new(theme::small(words::EDITION_SOURCE).color(p.muted)).wrap());
        }
        Some(Row::Entry(found) | Row::Under(found)) => entry_ui(ui, session, *found, actions),
        Some(Row::Dossier(dossier)) => dossier_ui(ui, &session.catalogue, *dossier),
    }
}

/// What an entry is a part of, in words.
pub(crate) fn belongs_to(found: Found<'_>) -> String {
    match found {
        Found::Kwalificatie(kwalificatie) => {
            let under = kwalificatie.under.as_ref().map(|dossier| dossier.name.as_str().to_owned());
            let parts = [level_and_kind(kwalificatie), under.unwrap_or_default()];
            parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · ")
        }
        Found::Kerntaak(kwalificatie, _) | Found::Werkproces(kwalificatie, ..) => {
            format!("{} {}", kwalificatie.crebo.as_str(), kwalificatie.name.as_str())
        }
        Found::Keuzedeel(_) => choices::own_entry_kind(OwnEntryKind::Keuzedeel).to_owned(),
        Found::Certificaat(certificaat) => words::certificaat_kind(certificaat.kind).to_owned(),
    }
}

/// The level, and the kind where it is not the usual one.
pub(super) fn level_and_kind(kwalificatie: &Kwalificatie) -> String {
    let niveau = kwalificatie.niveau.map(|niveau| niveau.in_words());
    let unusual = kwalificatie.kind != KwalificatieKind::Kwalificatie;
    let kind = unusual.then(|| words::kwalificatie_kind(kwalificatie.kind).to_owned());
    [niveau, kind].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What one must mind of an entry; empty when nothing.
pub(crate) fn remark(found: Found<'_>) -> String {
    let status = found.kwalificatie().and_then(|k| words::status(k.status));
    let certainty = words::certainty(found.origin().certainty());
    let code = found.code().is_none().then_some(words::CODE_MISSING);
    [code, status, certainty].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What one must mind of a kwalificatie for someone who begins on this day; empty when nothing.
pub(crate) fn out_of_force(kwalificatie: &Kwalificatie, begin: Day) -> Vec<String> {
    let superseded = (kwalificatie.status == Status::Superseded).then(|| {
        let by = kwalificatie.replaced_by.as_ref().map(|by| words::replaced_by(by.as_str()));
        by.or_else(|| words::status(kwalificatie.status).map(str::to_owned)).unwrap_or_default()
    });
    [superseded, expired(kwalificatie, begin)].into_iter().flatten().collect()
}

/// In words, when its last day lies before this one.
pub(crate) fn expired(kwalificatie: &Kwalificatie, begin: Day) -> Option<String> {
    let last = kwalificatie.valid_to.filter(|_| kwalificatie.expired(begin))?;
    Some(words::expired(&crate::domain::day::shown(last.date())))
}

fn entry_ui(ui: &mut Ui, session: &Session, found: Found<'_>, actions: &mut Actions) {
    let p = palette(ui);
    ScrollArea::vertical().id_salt("catalogue entry").auto_shrink(false).show(ui, |ui| {
        theme::card(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(theme::small(kind_of(found)).color(p.muted));
            ui.add(egui::Label::new(theme::section(found.title())).wrap());
            ui.label(RichText::new(found.code().unwrap_or(words::CODE_MISSING)).color(p.muted));
            let remark = remark(found);
            if !remark.is_empty() {
                mark(ui, &remark, p.warn, p.warn_soft);
            }
            facts_ui(ui, found);
            acts_ui(ui, session, found, actions);
            if let Found::Kwalificatie(kwalificatie) = found {
                kerntaken_ui(ui, session.catalogue.kerntaken(&kwalificatie.crebo));
            }
        });
    });
}

/// A kwalificatie says which kind of kwalificatie it is.
fn kind_of(found: Found<'_>) -> String {
    match found {
        Found::Kwalificatie(kwalificatie) => {
            common::capital(words::kwalificatie_kind(kwalificatie.kind))
        }
        Found::Kerntaak(..)
        | Found::Werkproces(..)
        | Found::Keuzedeel(_)
        | Found::Certificaat(_) => choices::own_entry_kind(found.kind()).to_owned(),
    }
}

/// A dossier with all of its kwalificaties, also those that are not in the narrowed list.
fn dossier_ui(ui: &mut Ui, catalogue: &Catalogue, dossier: Option<&Dossier>) {
    let p = palette(ui);
    let Some(branch) = catalogue.branch(dossier) else { return };
    ScrollArea::vertical().id_salt("catalogue dossier").auto_shrink(false).show(ui, |ui| {
        theme::card(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            if dossier.is_some() {
                ui.label(theme::small(text::DOSSIER).color(p.muted));
            }
            ui.add(egui::Label::new(theme::section(name_of(dossier))).wrap());
            if let Some(crebo) = dossier.and_then(|dossier| dossier.crebo.as_ref()) {
                ui.label(RichText::new(crebo.as_str()).color(p.muted));
            }
            ui.add_space(theme::STEP);
            ui.label(theme::bold(text::KWALIFICATIES));
            for kwalificatie in branch.kwalificaties {
                let line =
                    format!("{}  {}", kwalificatie.crebo.as_str(), kwalificatie.name.as_str());
                ui.add(egui::Label::new(line).wrap());
                let remark = remark(Found::Kwalificatie(kwalificatie));
                let more = [level_and_kind(kwalificatie), remark];
                let more =
                    more.into_iter().filter(|m| !m.is_empty()).collect::<Vec<_>>().join(" · ");
                ui.add(egui::Label::new(theme::small(more).color(p.muted)).wrap());
            }
        });
    });
}

/// The name of a dossier; of none, that there is none.
pub(super) fn name_of(dossier: Option<&Dossier>) -> &str {
    dossier.map_or(words::NO_DOSSIER, |dossier| dossier.name.as_str())
}

fn facts_ui(ui: &mut Ui, found: Found<'_>) {
    let p = palette(ui);
    let mut fact = |name: &str, value: &str| {
        if !value.is_empty() {
            ui.label(theme::small(name).color(p.muted));
            ui.add(egui::Label::new(value).wrap());
        }
    };
    if let Found::Kwalificatie(kwalificatie) = found {
        let dossier = kwalificatie.dossier.as_ref().or(kwalificatie.under.as_ref());
        if let Some(dossier) = dossier {
            let crebo = dossier.crebo.as_ref().map_or("", Crebo::as_str);
            fact(text::DOSSIER, format!("{crebo} {}", dossier.name.as_str()).trim());
        }
        fact(text::SECTORKAMER, kwalificatie.sectorkamer.as_ref().map_or("", ShortText::as_str));
        let replaced = kwalificatie.replaced_by.as_ref().map(|by| words::replaced_by(by.as_str()));
        let day = |day: Option<Day>| {
            day.map(|day| crate::domain::day::shown(day.date())).unwrap_or_default()
        };
        fact(
            crate::texts::fields::label(RecordKind::OwnEntry, OwnEntryField::ValidFrom.key()),
            &day(kwalificatie.valid_from),
        );
        fact(
            crate::texts::fields::label(RecordKind::OwnEntry, OwnEntryField::ValidTo.key()),
            &day(kwalificatie.valid_to),
        );
        fact(text::STATUS, &replaced.unwrap_or_default());
    } else {
        fact(text::COLUMN_BELONGS_TO, &belongs_to(found));
    }
    fact(text::SOURCE, found.origin().source().map_or("", ShortText::as_str));
}

fn acts_ui(ui: &mut Ui, session: &Session, found: Found<'_>, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        if icon_button(ui, Icon::Pencil, text::CORRECT_ENTRY).clicked() {
            let own = found.origin().own().and_then(|id| own_entry(session, id));
            actions.push(Action::Ask(own.unwrap_or_else(|| correction(found))));
        }
        if let Some(own) = found.origin().own()
            && icon_button(ui, Icon::Trash2, text::REMOVE_ENTRY).clicked()
        {
            let (kind, what) = (RecordKind::OwnEntry, found.title().to_owned());
            actions.push(Action::Ask(Dialog::Remove { kind, id: own.raw(), what }));
        }
    });
}

fn kerntaken_ui(ui: &mut Ui, kerntaken: &[Kerntaak]) {
    let p = palette(ui);
    ui.add_space(theme::STEP);
    ui.label(theme::bold(text::KERNTAKEN));
    if kerntaken.is_empty() {
        ui.add(egui::Label::new(RichText::new(words::NO_KERNTAKEN).color(p.muted)).wrap());
    }
    for Kerntaak { code, title, werkprocessen, .. } in kerntaken {
        ui.add(
            egui::Label::new(theme::bold(format!("{}  {}", code.as_str(), title.as_str()))).wrap(),
        );
        for werkproces in werkprocessen {
            let line = format!("{}  {}", werkproces.code.as_str(), werkproces.title.as_str());
            ui.add(egui::Label::new(line).wrap());
        }
    }
}
