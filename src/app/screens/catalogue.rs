//! The room with the catalogue: everything that can be chosen, where it comes from, and the school's own entries.

use std::collections::BTreeMap;

use egui::{ComboBox, Panel, RichText, ScrollArea, Ui};
use lucide_icons::Icon;

use crate::app::Scene;
use crate::app::action::{Action, Actions};
use crate::app::dialogs::{Dialog, RecordDialog};
use crate::app::screens::head_ui;
use crate::app::session::Session;
use crate::app::theme::{self, palette};
use crate::app::widgets::button::{icon_button, main_button, mark};
use crate::app::widgets::list::{Cell, Column, List, Weight};
use crate::app::widgets::search::{moved, search_ui};
use crate::catalogue::{Catalogue, EDITION, Filter, Found, Kerntaak, Kwalificatie, Status};
use crate::domain::{
    Choice as _, Crebo, Day, Field as _, Id, OwnEntry, OwnEntryField, OwnEntryKind, RecordKind,
    ShortText, Title,
};
use crate::texts::{catalogue as words, choices, common, window as text};

/// What is typed and chosen in this room; it stays while one is elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct View {
    typed: String,
    only: Only,
    cursor: Option<usize>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Only {
    All,
    #[default]
    Kwalificatie,
    Kerntaak,
    Werkproces,
    Keuzedeel,
    Certificaat,
    Own,
}

impl Only {
    const ALL: [Self; 7] = [
        Self::All,
        Self::Kwalificatie,
        Self::Kerntaak,
        Self::Werkproces,
        Self::Keuzedeel,
        Self::Certificaat,
        Self::Own,
    ];

    const fn filter(self) -> Filter<'static> {
        match self {
            Self::All => Filter::All,
            Self::Kwalificatie => Filter::Kind(OwnEntryKind::Kwalificatie),
            Self::Kerntaak => Filter::Kind(OwnEntryKind::Kerntaak),
            Self::Werkproces => Filter::Kind(OwnEntryKind::Werkproces),
            Self::Keuzedeel => Filter::Kind(OwnEntryKind::Keuzedeel),
            Self::Certificaat => Filter::Kind(OwnEntryKind::Certificaat),
            Self::Own => Filter::Own,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::All => text::CATALOGUE_ALL,
            Self::Own => text::CATALOGUE_OWN,
            Self::Kwalificatie => choices::own_entry_kind(OwnEntryKind::Kwalificatie),
            Self::Kerntaak => choices::own_entry_kind(OwnEntryKind::Kerntaak),
            Self::Werkproces => choices::own_entry_kind(OwnEntryKind::Werkproces),
            Self::Keuzedeel => choices::own_entry_kind(OwnEntryKind::Keuzedeel),
            Self::Certificaat => choices::own_entry_kind(OwnEntryKind::Certificaat),
        }
    }
}

const COLUMNS: [Column; 4] = [
    Column { title: text::COLUMN_CODE, share: 0.3, least: 104.0 },
    Column { title: text::COLUMN_TITLE, share: 4.0, least: 240.0 },
    Column { title: text::COLUMN_BELONGS_TO, share: 2.0, least: 140.0 },
    Column { title: text::COLUMN_REMARK, share: 0.5, least: 150.0 },
];

/// The width of what is told about one entry.
const DETAIL: f32 = 360.0;

/// The next time that the room is drawn, this is typed.
pub(crate) fn type_in(ctx: &egui::Context, typed: String) {
    let view = View { typed, only: Only::All, cursor: Some(0) };
    ctx.data_mut(|data| data.insert_temp(egui::Id::unique("catalogue view"), view));
}

/// Draws the catalogue.
pub(crate) fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let id = egui::Id::unique("catalogue view");
    let mut view = ui.data(|data| data.get_temp::<View>(id)).unwrap_or_default();
    head_ui(ui, text::CATALOGUE, |ui| {
        if main_button(ui, Icon::Plus, text::ADD_ENTRY).clicked() {
            scene.actions.push(Action::Ask(new_entry(view.only)));
        }
    });
    let p = palette(ui);
    ui.label(theme::small(text::edition(EDITION)).color(p.muted))
        .on_hover_text(words::EDITION_SOURCE);
    let walk = ui.horizontal(|ui| view_ui(ui, &mut view, scene.search)).inner;
    let catalogue = &scene.session.catalogue;
    let found = catalogue.find(&view.typed, view.only.filter());
    if walk != 0 {
        view.cursor = moved(view.cursor, walk, found.len());
    }
    let chosen = view.cursor.and_then(|at| found.get(at)).copied();
    Panel::right("catalogue entry")
        .exact_size(DETAIL)
        .resizable(false)
        .show_separator_line(false)
        .frame(egui::Frame::new().inner_margin(egui::Margin { left: 16, ..egui::Margin::ZERO }))
        .show(ui, |ui| entry_ui(ui, scene.session, chosen, scene.actions));
    loose_ui(ui, catalogue);
    if found.is_empty() {
        ui.label(RichText::new(common::NOTHING_FOUND).color(p.muted));
    } else {
        let cell = |row: usize, column: usize| {
            found
                .get(row)
                .map_or_else(Cell::default, |found| cell_of(*found, column, p.muted, p.warn))
        };
        let list =
            List { name: text::CATALOGUE, columns: &COLUMNS, length: found.len(), cell: &cell };
        list.ui(ui, &mut view.cursor, None);
    }
    ui.data_mut(|data| data.insert_temp(id, view));
}

/// What is typed and which kind is shown; gives how far the cursor was moved.
fn view_ui(ui: &mut Ui, view: &mut View, search: &mut bool) -> i64 {
    let id = egui::Id::unique("search catalogue");
    let before = (view.typed.clone(), view.only);
    let searched = search_ui(ui, id, &mut view.typed, text::SEARCH, text::SEARCH_CATALOGUE, 300.0);
    if std::mem::take(search) {
        searched.response.request_focus();
    }
    ComboBox::from_id_salt("catalogue kind")
        .width(180.0)
        .selected_text(view.only.word())
        .show_ui(ui, |ui| {
            for only in Only::ALL {
                ui.selectable_value(&mut view.only, only, only.word());
            }
        })
        .response
        .accessible_name(text::COLUMN_KIND);
    if before != (view.typed.clone(), view.only) {
        view.cursor = None;
    }
    searched.walk.down
}

fn cell_of(found: Found<'_>, column: usize, muted: egui::Color32, warn: egui::Color32) -> Cell {
    let plain = |text: String| Cell { text, ..Cell::default() };
    match column {
        0 => plain(found.code().unwrap_or_default().to_owned()),
        1 => Cell {
            text: found.title().to_owned(),
            weight: Weight::Strong,
            ink: found.superseded().then_some(muted),
        },
        2 => Cell { text: belongs_to(found), weight: Weight::Plain, ink: Some(muted) },
        _ => Cell { text: remark(found), weight: Weight::Plain, ink: Some(warn) },
    }
}

/// What an entry is a part of, in words.
pub(crate) fn belongs_to(found: Found<'_>) -> String {
    match found {
        Found::Kwalificatie(Kwalificatie { niveau, under, .. }) => {
            let niveau = niveau.map(|niveau| niveau.in_words());
            let under = under.as_ref().map(|dossier| dossier.name.as_str().to_owned());
            [niveau, under].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
        Found::Kerntaak(kwalificatie, _) | Found::Werkproces(kwalificatie, ..) => {
            format!("{} {}", kwalificatie.crebo.as_str(), kwalificatie.name.as_str())
        }
        Found::Keuzedeel(_) => choices::own_entry_kind(OwnEntryKind::Keuzedeel).to_owned(),
        Found::Certificaat(certificaat) => words::certificaat_kind(certificaat.kind).to_owned(),
    }
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

fn entry_ui(ui: &mut Ui, session: &Session, chosen: Option<Found<'_>>, actions: &mut Actions) {
    let p = palette(ui);
    let Some(found) = chosen else {
        ui.add_space(40.0);
        ui.label(RichText::new(text::PICK_ENTRY).color(p.muted));
        ui.add(egui::Label::new(theme::small(words::EDITION_SOURCE).color(p.muted)).wrap());
        return;
    };
    ScrollArea::vertical().id_salt("catalogue entry").auto_shrink(false).show(ui, |ui| {
        theme::card(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(theme::small(choices::own_entry_kind(found.kind())).color(p.muted));
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

/// Entries of the school that have no place, and what to do about it.
fn loose_ui(ui: &mut Ui, catalogue: &Catalogue) {
    let p = palette(ui);
    for loose in catalogue.loose() {
        let line =
            format!("{}: {}. {}", words::LOOSE, loose.title.as_str(), words::loose(loose.why));
        crate::app::widgets::button::message(ui, Icon::TriangleAlert, &line, p.warn, p.warn_soft);
    }
}

const ASKED: [OwnEntryField; 11] = [
    OwnEntryField::Title,
    OwnEntryField::Kind,
    OwnEntryField::Code,
    OwnEntryField::Crebo,
    OwnEntryField::Niveau,
    OwnEntryField::DossierCrebo,
    OwnEntryField::Dossier,
    OwnEntryField::ValidFrom,
    OwnEntryField::ValidTo,
    OwnEntryField::ReplacedBy,
    OwnEntryField::Source,
];

fn form(title: &str, id: Option<i64>, start: BTreeMap<&'static str, String>) -> Dialog {
    Dialog::Record(RecordDialog {
        title: title.to_owned(),
        kind: RecordKind::OwnEntry,
        id,
        start,
        asked: ASKED.iter().map(|field| field.key()).collect(),
        required: &[],
        signs_for: None,
    })
}

fn new_entry(only: Only) -> Dialog {
    let kind = match only {
        Only::Kerntaak => OwnEntryKind::Kerntaak,
        Only::Werkproces => OwnEntryKind::Werkproces,
        Only::Keuzedeel => OwnEntryKind::Keuzedeel,
        Only::Certificaat => OwnEntryKind::Certificaat,
        Only::All | Only::Own | Only::Kwalificatie => OwnEntryKind::Kwalificatie,
    };
    form(text::ADD_ENTRY_TITLE, None, [("soort", kind.key().to_owned())].into_iter().collect())
}

/// The school's own entry as it was entered; `None` where it cannot be read.
fn own_entry(session: &Session, id: Id<OwnEntry>) -> Option<Dialog> {
    let record = session.store.record(RecordKind::OwnEntry, id.raw()).ok()?;
    let stored = |key| record.value(key).map(|value| value.stored()).unwrap_or_default();
    let start = ASKED.iter().map(|field| (field.key(), stored(field.key()))).collect();
    Some(form(text::CORRECT_ENTRY_TITLE, Some(id.raw()), start))
}

/// An entry of the base edition as the school's own, to be corrected.
fn correction(found: Found<'_>) -> Dialog {
    let text_of = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let mut start = BTreeMap::from([
        ("soort", found.kind().key().to_owned()),
        ("titel", found.title().to_owned()),
        ("crebo", text_of(found.kwalificatie().map(|k| k.crebo.as_str()))),
    ]);
    if !matches!(found, Found::Kwalificatie(_)) {
        start.insert("code", text_of(found.code()));
    }
    if let Found::Kwalificatie(kwalificatie) = found {
        let dossier = kwalificatie.dossier.as_ref();
        let number = kwalificatie.niveau.map(|niveau| niveau.number().to_string());
        start.insert("niveau", number.unwrap_or_default());
        start.insert("dossier", text_of(dossier.map(|d| Title::as_str(&d.name))));
        start.insert(
            "dossier-crebo",
            text_of(dossier.and_then(|d| d.crebo.as_ref()).map(Crebo::as_str)),
        );
        let day = |day: Option<Day>| day.map(|day| day.date().to_string()).unwrap_or_default();
        start.insert("geldig-van", day(kwalificatie.valid_from));
        start.insert("geldig-tot", day(kwalificatie.valid_to));
        start.insert(
            "vervangen-door",
            text_of(kwalificatie.replaced_by.as_ref().map(ShortText::as_str)),
        );
    }
    form(text::CORRECT_ENTRY_TITLE, None, start)
}
