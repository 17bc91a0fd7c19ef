//! The rows of the list: entries of one kind, or the tree of dossiers with their kwalificaties.

use crate::app::screens::catalogue::entry::{belongs_to, level_and_kind, name_of, remark};
use crate::app::theme::{Palette, STEP};
use crate::app::widgets::list::{Cell, Weight};
use crate::catalogue::{Branch, Catalogue, Dossier, Filter, Found};
use crate::domain::{Crebo, OwnEntryKind};
use crate::texts::{catalogue as words, choices, window as text};

/// What is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Only {
    All,
    /// The tree of dossiers with their kwalificaties.
    Dossier,
    #[default]
    Kwalificatie,
    Kerntaak,
    Werkproces,
    Keuzedeel,
    Certificaat,
    Own,
}

impl Only {
    pub(super) const ALL: [Self; 8] = [
        Self::All,
        Self::Dossier,
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
            Self::Dossier | Self::Kwalificatie => Filter::Kind(OwnEntryKind::Kwalificatie),
            Self::Kerntaak => Filter::Kind(OwnEntryKind::Kerntaak),
            Self::Werkproces => Filter::Kind(OwnEntryKind::Werkproces),
            Self::Keuzedeel => Filter::Kind(OwnEntryKind::Keuzedeel),
            Self::Certificaat => Filter::Kind(OwnEntryKind::Certificaat),
            Self::Own => Filter::Own,
        }
    }

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::All => text::CATALOGUE_ALL,
            Self::Dossier => text::CATALOGUE_TREE,
            Self::Own => text::CATALOGUE_OWN,
            Self::Kwalificatie => choices::own_entry_kind(OwnEntryKind::Kwalificatie),
            Self::Kerntaak => choices::own_entry_kind(OwnEntryKind::Kerntaak),
            Self::Werkproces => choices::own_entry_kind(OwnEntryKind::Werkproces),
            Self::Keuzedeel => choices::own_entry_kind(OwnEntryKind::Keuzedeel),
            Self::Certificaat => choices::own_entry_kind(OwnEntryKind::Certificaat),
        }
    }

    /// What must be known of a list that is far from whole.
    pub(super) const fn note(self) -> Option<&'static str> {
        match self {
            Self::Keuzedeel => Some(words::STARTER_KEUZEDELEN),
            Self::Certificaat => Some(words::STARTER_CERTIFICATEN),
            Self::All
            | Self::Dossier
            | Self::Kwalificatie
            | Self::Kerntaak
            | Self::Werkproces
            | Self::Own => None,
        }
    }
}

/// One row.
#[derive(Clone, Copy, Debug)]
pub(super) enum Row<'a> {
    Entry(Found<'a>),
    /// Above its kwalificaties; `None`: above those that have no dossier.
    Dossier(Option<&'a Dossier>),
    /// A kwalificatie below its dossier.
    Under(Found<'a>),
}

/// The rows for what is typed.
pub(super) fn rows<'a>(catalogue: &'a Catalogue, only: Only, typed: &str) -> Vec<Row<'a>> {
    if only != Only::Dossier {
        return catalogue.find(typed, only.filter()).into_iter().map(Row::Entry).collect();
    }
    let with_its_own = |Branch { dossier, kwalificaties }: Branch<'a>| {
        let under = kwalificaties.into_iter().map(|k| Row::Under(Found::Kwalificatie(k)));
        std::iter::once(Row::Dossier(dossier)).chain(under)
    };
    catalogue.find_branches(typed).into_iter().flat_map(with_its_own).collect()
}

impl Row<'_> {
    pub(super) fn cell(self, column: usize, p: &Palette) -> Cell {
        match self {
            Self::Entry(found) => entry_cell(found, column, p),
            Self::Dossier(dossier) => {
                let crebo = dossier.and_then(|dossier| dossier.crebo.as_ref());
                let text = match column {
                    0 => crebo.map_or("", Crebo::as_str),
                    1 => name_of(dossier),
                    _ => "",
                };
                Cell { text: text.to_owned(), weight: Weight::Strong, ..Cell::default() }
            }
            Self::Under(found) => {
                let cell = entry_cell(found, column, p);
                let indent = if column < 2 { INDENT } else { 0.0 };
                let kwalificatie = found.kwalificatie().filter(|_| column == 2);
                let text = kwalificatie.map_or(cell.text, level_and_kind);
                Cell { text, weight: Weight::Plain, ink: cell.ink, indent }
            }
        }
    }
}

/// How far a kwalificatie stands to the right of its dossier.
const INDENT: f32 = 5.0 * STEP;

fn entry_cell(found: Found<'_>, column: usize, p: &Palette) -> Cell {
    let plain = |text: String| Cell { text, ..Cell::default() };
    match column {
        0 => plain(found.code().unwrap_or_default().to_owned()),
        1 => Cell {
            text: found.title().to_owned(),
            weight: Weight::Strong,
            ink: found.superseded().then_some(p.muted),
            ..Cell::default()
        },
        2 => Cell { text: belongs_to(found), ink: Some(p.muted), ..Cell::default() },
        _ => Cell { text: remark(found), ink: Some(p.warn), ..Cell::default() },
    }
}
