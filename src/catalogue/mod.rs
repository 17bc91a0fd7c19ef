//! The catalogue: kwalificaties with their kerntaken and werkprocessen, keuzedelen and certificaten, from the edition
//! that is built in and from what the school entered itself.
//!
//! Knows no store, no screen and no words for people. Records copy from it ([`Facts`]) and never point into it.

mod base;
mod entry;
mod facts;
mod find;
mod own;

use std::collections::HashSet;

use crate::domain::fold::fold;
use crate::domain::{Crebo, OwnEntry, OwnEntryKind, Stored};

pub use base::EDITION;
pub use entry::{
    Certainty, Certificaat, CertificaatKind, Dossier, Kerntaak, Keuzedeel, Kwalificatie,
    KwalificatieKind, Loose, LooseReason, Origin, Source, Status, Werkproces,
};
pub use facts::Facts;
pub use find::{Filter, Found};

use base::BASE;
use find::Lines;
use own::Laid;

/// The base edition with the school's own entries laid over it. Made anew when one of those changes.
#[derive(Debug)]
pub struct Catalogue {
    laid: Laid,
    lines: Lines,
    /// For each dossier the kwalificaties under it, in the order of the lines.
    branches: Vec<(Option<Dossier>, Vec<usize>)>,
}

/// A dossier and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch<'a> {
    /// `None`: cross-overs, regionale kwalificaties and what has no known dossier.
    pub dossier: Option<&'a Dossier>,
    /// Current before superseded, then by name.
    pub kwalificaties: Vec<&'a Kwalificatie>,
}

impl Catalogue {
    /// An entry of the school with the same kind and codes goes before that of the base edition; what it leaves empty
    /// is kept. The order of `own` matters only between two with the same codes: the last one counts.
    pub fn new(own: &[Stored<OwnEntry>]) -> Self {
        let mut laid = own::lay(&BASE, own);
        laid.sort();
        let lines = Lines::of(&laid);
        let branches = branches(&laid.kwalificaties);
        Self { laid, lines, branches }
    }

    /// All kwalificaties: current before superseded, then by name.
    pub fn kwalificaties(&self) -> &[Kwalificatie] {
        &self.laid.kwalificaties
    }

    /// All keuzedelen by title.
    pub fn keuzedelen(&self) -> &[Keuzedeel] {
        &self.laid.keuzedelen
    }

    /// All certificaten by title.
    pub fn certificaten(&self) -> &[Certificaat] {
        &self.laid.certificaten
    }

    /// Entries of the school that have no place, and why.
    pub fn loose(&self) -> &[Loose] {
        &self.laid.loose
    }

    pub fn kwalificatie(&self, crebo: &Crebo) -> Option<&Kwalificatie> {
        self.laid.kwalificatie(crebo)
    }

    /// The kerntaken of a kwalificatie in the order of their codes; none when they are not in the catalogue.
    pub fn kerntaken(&self, crebo: &Crebo) -> &[Kerntaak] {
        self.kwalificatie(crebo).map_or(&[], |kwalificatie| &kwalificatie.kerntaken)
    }

    /// Dossiers by name with their kwalificaties; last what stands under none.
    pub fn tree(&self) -> impl Iterator<Item = Branch<'_>> {
        self.branches.iter().map(|(dossier, at)| Branch {
            dossier: dossier.as_ref(),
            kwalificaties: at.iter().filter_map(|at| self.laid.kwalificaties.get(*at)).collect(),
        })
    }

    /// The branch of this dossier, or of what stands under none.
    pub fn branch(&self, dossier: Option<&Dossier>) -> Option<Branch<'_>> {
        self.tree().find(|branch| branch.dossier == dossier)
    }

    /// The tree with only what is found. A hit on a dossier is a hit on all that stands under it; a hit on a
    /// kwalificatie keeps its dossier.
    pub fn find_branches(&self, typed: &str) -> Vec<Branch<'_>> {
        let found: HashSet<&Crebo> =
            self.find_kwalificaties(typed).into_iter().map(|k| &k.crebo).collect();
        let mut branches: Vec<Branch<'_>> = self.tree().collect();
        branches.iter_mut().for_each(|b| b.kwalificaties.retain(|k| found.contains(&k.crebo)));
        branches.retain(|branch| !branch.kwalificaties.is_empty());
        branches
    }

    /// The entries that hold every typed word in their code or title or in the name of what they belong to: an exact
    /// code first, then titles that start with what is typed, then the others; superseded ones last, by the alphabet.
    /// Nothing typed: all.
    pub fn find(&self, typed: &str, filter: Filter<'_>) -> Vec<Found<'_>> {
        self.lines.find(&self.laid, typed, filter)
    }

    /// As [`Catalogue::find`], for kwalificaties only.
    pub fn find_kwalificaties(&self, typed: &str) -> Vec<&Kwalificatie> {
        self.find(typed, Filter::Kind(OwnEntryKind::Kwalificatie))
            .into_iter()
            .filter_map(Found::kwalificatie)
            .collect()
    }
}

/// `kwalificaties` in order, grouped by the dossier under which they stand.
fn branches(kwalificaties: &[Kwalificatie]) -> Vec<(Option<Dossier>, Vec<usize>)> {
    let key = |kwalificatie: &Kwalificatie| match &kwalificatie.under {
        Some(Dossier { crebo, name }) => (false, fold(name.as_str()), crebo.clone()),
        None => (true, String::new(), None),
    };
    let mut keyed: Vec<_> = kwalificaties.iter().map(key).zip(0..).collect();
    keyed.sort();
    keyed
        .chunk_by(|(one, _), (other, _)| one == other)
        .map(|group| {
            let at: Vec<usize> = group.iter().map(|(_, at)| *at).collect();
            let first = at.first().and_then(|at| kwalificaties.get(*at));
            (first.and_then(|kwalificatie| kwalificatie.under.clone()), at)
        })
        .collect()
}
