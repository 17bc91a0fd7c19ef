//! Dialogs in which one types and takes a hit.

use std::collections::BTreeSet;

use egui::{RichText, ScrollArea, Ui};
use lucide_icons::Icon;

use crate::app::action::{Action, Actions, KwalificatieFor};
use crate::app::dialogs::Werkprocessen;
use crate::app::pages::Page;
use crate::app::screens::catalogue::{belongs_to, expired, remark};
use crate::app::screens::dialogs::acts_ui;
use crate::app::screens::learner::forms;
use crate::app::session::Session;
use crate::app::theme::{self, palette};
use crate::app::widgets::button::{icon_button, link, mark, message};
use crate::app::widgets::pick::{Hit, Pick};
use crate::app::widgets::search::search_ui;
use crate::catalogue::{Certainty, Filter, Found, Kerntaak};
use crate::domain::fold::fold;
use crate::domain::{
    ComponentKind, Crebo, Day, Entry as _, ExamComponent, ExamComponentField, Field as _, Id,
    Learner, OwnEntryKind, Title, Traineeship,
};
use crate::texts::{catalogue as words, window as text};

/// How many leerbedrijven are offered: who wants another types more.
const MOST_LEERBEDRIJVEN: usize = 200;

/// What the dialog with werkprocessen has above and below its list, and leaves free around itself.
const AROUND_LIST: f32 = 320.0;

pub(crate) fn kwalificatie_ui(
    ui: &mut Ui,
    purpose: KwalificatieFor,
    pick: &mut Pick,
    session: Option<&Session>,
    actions: &mut Actions,
    today: jiff::civil::Date,
) {
    let Some(session) = session else { return };
    let catalogue = &session.catalogue;
    let begin = session.begin_of(purpose).unwrap_or(Day::new(today));
    let hits = |typed: &str| {
        let found = catalogue.find(typed, Filter::Kind(OwnEntryKind::Kwalificatie));
        found.into_iter().map(|found| kwalificatie_hit(found, begin)).collect()
    };
    let taken = pick.ui(ui, text::KWALIFICATIE_PICK, text::KWALIFICATIE_PICK_HINT, &hits);
    if let Some(kwalificatie) =
        taken.and_then(|n| catalogue.find_kwalificaties(&pick.typed).get(n).copied())
    {
        actions.push(Action::TakeKwalificatie(purpose, kwalificatie.crebo.clone()));
    }
}

/// Also says whether it is in force for who begins on this day.
fn kwalificatie_hit(found: Found<'_>, begin: Day) -> Hit {
    let Hit { title, under, mark } = hit_of(found);
    let expired = found.kwalificatie().and_then(|kwalificatie| expired(kwalificatie, begin));
    let marks = [expired.unwrap_or_default(), mark];
    let mark = marks.into_iter().filter(|m| !m.is_empty()).collect::<Vec<_>>().join(", ");
    Hit { title, under, mark }
}

pub(crate) fn hit_of(found: Found<'_>) -> Hit {
    let code = found.code().unwrap_or_default();
    Hit {
        title: format!("{code} {}", found.title()).trim().to_owned(),
        under: belongs_to(found),
        mark: remark(found),
    }
}

/// The codes of a kwalificatie that a traineeship has already.
pub(crate) fn codes_there(
    session: &Session,
    traineeship: Id<Traineeship>,
    crebo: &Crebo,
) -> BTreeSet<String> {
    // Without the components all can be chosen; the store keeps what is there.
    let concept = session.store.concept(traineeship, None, None).ok();
    let components = concept.map(|concept| concept.components).unwrap_or_default();
    let own = components.iter().filter(|c| c.value.crebo.as_ref() == Some(crebo));
    own.filter_map(|c| c.value.code.as_ref().map(|code| code.as_str().to_owned())).collect()
}

pub(crate) fn werkprocessen_ui(
    ui: &mut Ui,
    chosen: &mut Werkprocessen,
    session: Option<&Session>,
    actions: &mut Actions,
) {
    let Some(session) = session else { return };
    let p = palette(ui);
    if let Some(kwalificatie) = session.catalogue.kwalificatie(&chosen.crebo) {
        let line = format!("{} {}", kwalificatie.crebo.as_str(), kwalificatie.name.as_str());
        ui.label(RichText::new(line).color(p.muted));
    }
    let kerntaken = session.catalogue.kerntaken(&chosen.crebo);
    if kerntaken.is_empty() {
        ui.add(egui::Label::new(words::NO_KERNTAKEN).wrap());
        if let Page::Learner(page) = &session.page
            && let Some(view) =
                page.traineeships.iter().find(|v| v.traineeship().id == chosen.traineeship)
            && icon_button(ui, Icon::Pencil, text::OWN_WERKPROCES).clicked()
        {
            actions.push(Action::Ask(forms::own_werkproces(view)));
        }
        acts_ui(ui, Icon::Check, &text::werkprocessen_chosen(0), false, actions);
        return;
    }
    if kerntaken.iter().any(|k| k.origin.certainty() != Certainty::Own) {
        message(ui, Icon::Info, words::BORROWED, p.warn, p.warn_soft);
    }
    let id = egui::Id::unique("pick werkprocessen");
    let width = ui.available_width();
    let searched = search_ui(
        ui,
        id,
        &mut chosen.typed,
        text::WERKPROCESSEN_PICK,
        text::WERKPROCESSEN_PICK_HINT,
        width,
    );
    if ui.memory(|memory| memory.focused().is_none()) {
        searched.response.request_focus();
    }
    let room = (ui.ctx().content_rect().height() - AROUND_LIST).clamp(120.0, 400.0);
    ScrollArea::vertical().id_salt("werkprocessen").auto_shrink(false).max_height(room).show(
        ui,
        |ui| {
            for kerntaak in kerntaken {
                kerntaak_ui(ui, kerntaak, chosen);
            }
        },
    );
    let count = chosen.chosen.len();
    if searched.walk.enter && count > 0 {
        actions.push(Action::Confirm);
    }
    acts_ui(ui, Icon::Check, &text::werkprocessen_chosen(count), count > 0, actions);
}

fn kerntaak_ui(ui: &mut Ui, kerntaak: &Kerntaak, chosen: &mut Werkprocessen) {
    let p = palette(ui);
    let folded = fold(&chosen.typed);
    let fits = |code: &str, title: &str| {
        let line = fold(&format!("{code} {title} {}", kerntaak.title.as_str()));
        folded.split_whitespace().all(|word| line.contains(word))
    };
    let shown: Vec<_> =
        kerntaak.werkprocessen.iter().filter(|w| fits(w.code.as_str(), w.title.as_str())).collect();
    if shown.is_empty() {
        return;
    }
    ui.add_space(theme::STEP);
    ui.horizontal(|ui| {
        let line = format!("{}  {}", kerntaak.code.as_str(), kerntaak.title.as_str());
        ui.add(egui::Label::new(theme::bold(line)).wrap());
        if link(ui, text::ALL_OF_KERNTAAK).clicked() {
            let codes = shown.iter().map(|w| w.code.as_str().to_owned());
            chosen.chosen.extend(codes.filter(|code| !chosen.there.contains(code)));
        }
    });
    for werkproces in shown {
        let code = werkproces.code.as_str();
        let there = chosen.there.contains(code);
        let mut ticked = there || chosen.chosen.contains(code);
        ui.horizontal(|ui| {
            ui.add_space(2.0 * theme::STEP);
            let line = format!("{code}  {}", werkproces.title.as_str());
            let response = ui.add_enabled(!there, egui::Checkbox::new(&mut ticked, line));
            if response.changed() {
                if ticked {
                    chosen.chosen.insert(code.to_owned());
                } else {
                    chosen.chosen.remove(code);
                }
            }
            if there {
                ui.label(theme::small(text::ALREADY_CHOSEN).color(p.muted));
            }
            if werkproces.origin.certainty() == Certainty::Doubtful
                && let Some(doubt) = words::certainty(Certainty::Doubtful)
            {
                mark(ui, doubt, p.warn, p.warn_soft);
            }
        });
    }
}

pub(crate) fn leerbedrijf_ui(
    ui: &mut Ui,
    learner: Id<Learner>,
    pick: &mut Pick,
    session: Option<&Session>,
    actions: &mut Actions,
) {
    let Some(session) = session else { return };
    let list = &session.leerbedrijven;
    let hits = |typed: &str| {
        let mut hits: Vec<Hit> = list
            .found(typed)
            .take(MOST_LEERBEDRIJVEN)
            .map(|line| Hit {
                title: if line.name.is_empty() {
                    text::NO_LEERBEDRIJF_NAME.to_owned()
                } else {
                    line.name.clone()
                },
                under: [line.place.as_str(), line.leerbedrijf_id.as_str()]
                    .into_iter()
                    .filter(|t| !t.is_empty())
                    .collect::<Vec<_>>()
                    .join(" · "),
                mark: String::new(),
            })
            .collect();
        if Title::parse(typed).is_ok() {
            hits.push(Hit {
                title: text::make_leerbedrijf(typed.trim()),
                under: text::MAKE_LEERBEDRIJF.to_owned(),
                mark: String::new(),
            });
        }
        hits
    };
    let Some(taken) = pick.ui(ui, text::LEERBEDRIJF_PICK, text::SEARCH_LEERBEDRIJVEN, &hits) else {
        return;
    };
    let existing = list.found(&pick.typed).take(MOST_LEERBEDRIJVEN).nth(taken).map(|line| line.id);
    actions.push(match (existing, Title::parse(&pick.typed)) {
        (Some(leerbedrijf), _) => Action::TakeLeerbedrijf(learner, leerbedrijf),
        (None, Ok(name)) => Action::TakeNewLeerbedrijf(learner, name),
        (None, Err(_)) => Action::CloseDialog,
    });
}

pub(crate) fn component_ui(
    ui: &mut Ui,
    learner: Id<Learner>,
    pick: &mut Pick,
    session: Option<&Session>,
    actions: &mut Actions,
) {
    let Some(session) = session else { return };
    let hits = |typed: &str| {
        component_hits(session, learner, typed).into_iter().map(|(hit, _)| hit).collect()
    };
    let taken = pick.ui(ui, text::COMPONENT_PICK, text::COMPONENT_PICK_HINT, &hits);
    let Some(taken) = taken else { return };
    if let Some((_, component)) =
        component_hits(session, learner, &pick.typed).into_iter().nth(taken)
    {
        actions.push(Action::CloseDialog);
        let change = crate::changes::Change::Add(component.into());
        actions.push(Action::AddThenPoint(change, ExamComponentField::Result.key()));
    }
}

/// Generic components first, then what the catalogue has of the kinds that can have a result.
fn component_hits(
    session: &Session,
    learner: Id<Learner>,
    typed: &str,
) -> Vec<(Hit, ExamComponent)> {
    let folded = fold(typed);
    let generic = text::GENERIC_COMPONENTS
        .iter()
        .filter(|name| folded.split_whitespace().all(|word| fold(name).contains(word)))
        .filter_map(|name| {
            generic_component(learner, name).map(|component| (generic_hit(name), component))
        });
    let catalogue = &session.catalogue;
    let kinds = [OwnEntryKind::Keuzedeel, OwnEntryKind::Certificaat, OwnEntryKind::Kerntaak];
    let found =
        kinds.into_iter().flat_map(|kind| catalogue.find(typed, Filter::Kind(kind))).filter_map(
            |found| catalogue.facts(found).map(|facts| (hit_of(found), facts.component(learner))),
        );
    generic.chain(found).collect()
}

fn generic_hit(name: &str) -> Hit {
    Hit { title: name.to_owned(), under: text::GENERIC.to_owned(), mark: String::new() }
}

fn generic_component(learner: Id<Learner>, name: &str) -> Option<ExamComponent> {
    let title = Title::parse(name).ok()?;
    Some(ExamComponent::blank(learner, ComponentKind::Generiek, title))
}
