//! `toon`: what stands in a dossier, in columns or as JSON.

use std::ffi::OsStr;

use serde_json::Value;

use crate::catalogue::{Catalogue, Filter};
use crate::command_line::arguments::{Command, Given, Opt};
use crate::command_line::refusal::{Refusal, Usage};
use crate::command_line::show_rows::{self as rows, Names};
use crate::command_line::table::Table;
use crate::command_line::terminal::Terminal;
use crate::command_line::{World, access};
use crate::domain::fold::fold;
use crate::domain::search::Index;
use crate::domain::{
    AnyRecord, ExamComponent, Learner, Leerbedrijf, Record, RecordKind, Stored, Traineeship,
};
use crate::store::Store;
use crate::texts::command_line as text;
use crate::texts::fields;
use crate::transfer::Objects;

/// What can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Learners,
    Leerbedrijven,
    Traineeships,
    Components,
    Documents,
    Catalogue,
    History,
    School,
}

impl What {
    pub(super) const ALL: &'static [Self] = &[
        Self::Learners,
        Self::Leerbedrijven,
        Self::Traineeships,
        Self::Components,
        Self::Documents,
        Self::Catalogue,
        Self::History,
        Self::School,
    ];

    /// The word for it. Scripts hang on these: never rename one.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Learners => "leerlingen",
            Self::Leerbedrijven => "leerbedrijven",
            Self::Traineeships => "stages",
            Self::Components => "onderdelen",
            Self::Documents => "documenten",
            Self::Catalogue => "catalogus",
            Self::History => "geschiedenis",
            Self::School => "school",
        }
    }
}

/// What is shown, and how.
struct Show<'a> {
    store: &'a Store,
    world: &'a World,
    search: &'a str,
    as_json: bool,
}

pub(super) fn run(
    given: &Given,
    world: &World,
    terminal: &mut Terminal<'_>,
) -> Result<(), Refusal> {
    let [dossier, what] = given.words([Usage::NoDossier(Command::Show), Usage::NoWhat])?;
    let what = what_of(what)?;
    let search = given.text(Opt::Search)?;
    if what == What::School && search.is_some() {
        return Err(Usage::NoSearch.into());
    }
    let store = access::to_read(dossier, given, terminal)?;
    let show = Show {
        store: &store,
        world,
        search: search.unwrap_or_default(),
        as_json: given.flag(Opt::Json),
    };
    match what {
        What::Learners => show.learners(terminal),
        What::Leerbedrijven => show.leerbedrijven(terminal),
        What::Traineeships => show.traineeships(terminal),
        What::Components => show.components(terminal),
        What::Documents => show.documents(terminal),
        What::Catalogue => show.catalogue(terminal),
        What::History => show.history(terminal),
        What::School => show.school(terminal),
    }
}

fn what_of(word: &OsStr) -> Result<What, Usage> {
    let known = What::ALL.iter().copied().find(|what| word == what.word());
    known.ok_or_else(|| Usage::UnknownWhat(word.to_string_lossy().into_owned()))
}

impl Show<'_> {
    fn learners(&self, terminal: &mut Terminal<'_>) -> Result<(), Refusal> {
        let mut all = self.all::<Learner>(terminal)?;
        all.sort_by_cached_key(|learner| (learner.value.name().sort_key(), learner.id));
        let found = self.found(all, rows::learner_searched);
        self.records(found, text::LEARNERS_HEAD, rows::learner, terminal)
    }

    fn leerbedrijven(&self, terminal: &mut Terminal<'_>) -> Result<(), Refusal> {
        let names = Names::of(self.store)?;
        let found = self
            .found(self.all::<Leerbedrijf>(terminal)?, |c| rows::leerbedrijf_searched(c, &names));
        self.records(found, text::LEERBEDRIJVEN_HEAD, |c| rows::leerbedrijf(c, &names), terminal)
    }

    fn traineeships(&self, terminal: &mut Terminal<'_>) -> Result<(), Refusal> {
        let names = Names::of(self.store)?;
        let found = self
            .found(self.all::<Traineeship>(terminal)?, |t| rows::traineeship_searched(t, &names));
        self.records(found, text::TRAINEESHIPS_HEAD, |t| rows::traineeship(t, &names), terminal)
    }

    fn components(&self, terminal: &mut Terminal<'_>) -> Result<(), Refusal> {
        let names = Names::of(self.store)?;
        let found = self
            .found(self.all::<ExamComponent>(terminal)?, |c| rows::component_searched(c, &names));
        self.records(found, text::COMPONENTS_HEAD, |c| rows::component(c, &names), terminal)
    }

    /// All records of a kind; those that cannot be read are counted beside the answer.
    fn all<R: Record>(&self, terminal: &mut Terminal<'_>) -> Result<Vec<Stored<R>>, Refusal> {
        let (whole, bad) = self.store.all_and_bad::<R>()?;
        if !bad.is_empty() {
            terminal.warn(&text::unreadable_rows(bad.len()))?;
        }
        Ok(whole)
    }

    /// Those in which every word that is looked for stands, in their own order.
    fn found<R>(
        &self,
        all: Vec<Stored<R>>,
        searched: impl Fn(&Stored<R>) -> String,
    ) -> Vec<Stored<R>> {
        if self.search.trim().is_empty() {
            return all;
        }
        let lines: Vec<String> = all.iter().map(|stored| fold(&searched(stored))).collect();
        let hits = Index::of_folded(lines.iter().map(String::as_str)).find(self.search);
        let mut hits = hits.into_iter().peekable();
        let kept = (0..).zip(all).filter(|(at, _)| hits.next_if_eq(at).is_some());
        kept.map(|(_, stored)| stored).collect()
    }

    fn records<R: Record + Into<AnyRecord>, const N: usize>(
        &self,
        found: Vec<Stored<R>>,
        head: [&'static str; N],
        row: impl Fn(&Stored<R>) -> [String; N],
        terminal: &mut Terminal<'_>,
    ) -> Result<(), Refusal> {
        if self.as_json {
            let mut objects = Objects::of(self.store, R::KIND)?;
            return terminal.say_json_list(
                found
                    .into_iter()
                    .map(|Stored { id, value }| objects.object(id.raw(), &value.into())),
            );
        }
        if found.is_empty() {
            return terminal.say(text::NOTHING_FOUND);
        }
        let mut table = Table::new(head);
        found.iter().for_each(|stored| table.add(row(stored)));
        Ok(table.write(terminal.out)?)
    }

    fn catalogue(&self, terminal: &mut Terminal<'_>) -> Result<(), Refusal> {
        let catalogue = Catalogue::new(&self.store.own_entries()?);
        let found = catalogue.find(self.search, Filter::All);
        if self.as_json {
            return terminal.say_json_list(found.into_iter().map(rows::entry_json));
        }
        if found.is_empty() {
            return terminal.say(text::NOTHING_FOUND);
        }
        let mut table = Table::new(text::CATALOGUE_HEAD);
        found.into_iter().for_each(|entry| table.add(rows::entry(entry)));
        Ok(table.write(terminal.out)?)
    }

    fn documents(&self, terminal: &mut Terminal<'_>) -> Result<(), Refusal> {
        let mut lines = self.store.register()?;
        self.keep(&mut lines, rows::document_searched);
        if self.as_json {
            return terminal.say_json_list(lines.iter().map(crate::transfer::document));
        }
        if lines.is_empty() {
            return terminal.say(text::NOTHING_FOUND);
        }
        let mut table = Table::new(text::DOCUMENTS_HEAD);
        lines.iter().for_each(|line| table.add(rows::document(line)));
        Ok(table.write(terminal.out)?)
    }

    fn history(&self, terminal: &mut Terminal<'_>) -> Result<(), Refusal> {
        let mut lines = self.store.history(u32::MAX)?;
        self.keep(&mut lines, |line| rows::line(line, &self.world.zone).join(" "));
        if self.as_json {
            return terminal.say_json_list(lines.iter().map(crate::transfer::line));
        }
        if lines.is_empty() {
            return terminal.say(text::NOTHING_FOUND);
        }
        let mut table = Table::new(text::HISTORY_HEAD);
        lines.iter().for_each(|line| table.add(rows::line(line, &self.world.zone)));
        Ok(table.write(terminal.out)?)
    }

    /// Keeps those lines in which every word that is looked for stands.
    fn keep<T>(&self, lines: &mut Vec<T>, searched: impl Fn(&T) -> String) {
        let searched: Vec<String> = lines.iter().map(|line| fold(&searched(line))).collect();
        let hits = Index::of_folded(searched.iter().map(String::as_str)).find(self.search);
        let mut at = 0..;
        lines.retain(|_| at.next().is_some_and(|at| hits.binary_search(&at).is_ok()));
    }

    fn school(&self, terminal: &mut Terminal<'_>) -> Result<(), Refusal> {
        let school: AnyRecord = self.store.school()?.into();
        if self.as_json {
            let object: Value = Objects::of(self.store, RecordKind::School)?.object(1, &school);
            return terminal.say_json(&object);
        }
        let mut facts = Table::new(text::SCHOOL_HEAD);
        for field in RecordKind::School.fields() {
            let shown = school.value(field.key).map(|value| value.shown()).unwrap_or_default();
            facts.add([fields::label(RecordKind::School, field.key).to_owned(), shown]);
        }
        facts.write(terminal.out)?;
        let mut table = Table::new(text::BEGELEIDERS_HEAD);
        for stored in self.store.praktijkbegeleiders()? {
            table.add(rows::praktijkbegeleider(&stored));
        }
        terminal.say("")?;
        terminal.say(&text::part(text::kinds(RecordKind::Praktijkbegeleider)))?;
        Ok(table.write(terminal.out)?)
    }
}
