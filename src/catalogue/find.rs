//! Finding an entry of any kind by typing part of its code or title. The order of the hits is decided here:
//! `docs/decisions/0020-the-order-of-catalogue-hits.md`.

use crate::catalogue::entry::{
    Certificaat, Kerntaak, Keuzedeel, Kwalificatie, Origin, Status, Werkproces,
};
use crate::catalogue::own::Laid;
use crate::domain::fold::fold;
use crate::domain::search::Index;
use crate::domain::{Crebo, Id, OwnEntry, OwnEntryKind, UnitCode};

/// An entry that was found, with what it is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found<'a> {
    Kwalificatie(&'a Kwalificatie),
    Kerntaak(&'a Kwalificatie, &'a Kerntaak),
    Werkproces(&'a Kwalificatie, &'a Kerntaak, &'a Werkproces),
    Keuzedeel(&'a Keuzedeel),
    Certificaat(&'a Certificaat),
}

impl<'a> Found<'a> {
    pub fn kind(self) -> OwnEntryKind {
        match self {
            Self::Kwalificatie(_) => OwnEntryKind::Kwalificatie,
            Self::Kerntaak(..) => OwnEntryKind::Kerntaak,
            Self::Werkproces(..) => OwnEntryKind::Werkproces,
            Self::Keuzedeel(_) => OwnEntryKind::Keuzedeel,
            Self::Certificaat(_) => OwnEntryKind::Certificaat,
        }
    }

    /// Its own code. `None`: not known.
    pub fn code(self) -> Option<&'a str> {
        match self {
            Self::Kwalificatie(kwalificatie) => Some(kwalificatie.crebo.as_str()),
            Self::Kerntaak(_, kerntaak) => Some(kerntaak.code.as_str()),
            Self::Werkproces(_, _, werkproces) => Some(werkproces.code.as_str()),
            Self::Keuzedeel(keuzedeel) => keuzedeel.code.as_ref().map(UnitCode::as_str),
            Self::Certificaat(certificaat) => certificaat.code.as_ref().map(UnitCode::as_str),
        }
    }

    pub fn title(self) -> &'a str {
        match self {
            Self::Kwalificatie(kwalificatie) => kwalificatie.name.as_str(),
            Self::Kerntaak(_, kerntaak) => kerntaak.title.as_str(),
            Self::Werkproces(_, _, werkproces) => werkproces.title.as_str(),
            Self::Keuzedeel(keuzedeel) => keuzedeel.title.as_str(),
            Self::Certificaat(certificaat) => certificaat.title.as_str(),
        }
    }

    pub fn origin(self) -> &'a Origin {
        match self {
            Self::Kwalificatie(kwalificatie) => &kwalificatie.origin,
            Self::Kerntaak(_, kerntaak) => &kerntaak.origin,
            Self::Werkproces(_, _, werkproces) => &werkproces.origin,
            Self::Keuzedeel(keuzedeel) => &keuzedeel.origin,
            Self::Certificaat(certificaat) => &certificaat.origin,
        }
    }

    /// The kwalificatie that it is or belongs to.
    pub fn kwalificatie(self) -> Option<&'a Kwalificatie> {
        match self {
            Self::Kwalificatie(kwalificatie)
            | Self::Kerntaak(kwalificatie, _)
            | Self::Werkproces(kwalificatie, _, _) => Some(kwalificatie),
            Self::Keuzedeel(_) | Self::Certificaat(_) => None,
        }
    }

    /// Whether it is or belongs to a kwalificatie that has been replaced: to be marked.
    pub fn superseded(self) -> bool {
        self.kwalificatie().is_some_and(|kwalificatie| kwalificatie.status == Status::Superseded)
    }
}

/// Which entries are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter<'a> {
    All,
    Kind(OwnEntryKind),
    /// Kerntaken and werkprocessen of one kwalificatie.
    PartsOf(&'a Crebo),
    /// Entered by the school.
    Own,
}

impl Filter<'_> {
    fn lets_through(self, found: Found<'_>) -> bool {
        match self {
            Self::All => true,
            Self::Kind(kind) => found.kind() == kind,
            Self::PartsOf(crebo) => {
                found.kind() != OwnEntryKind::Kwalificatie
                    && found.kwalificatie().is_some_and(|kwalificatie| kwalificatie.crebo == *crebo)
            }
            Self::Own => found.origin().own().is_some(),
        }
    }
}

/// Where an entry stands; [`Laid`] is not changed after its lines were made.
#[derive(Clone, Copy, Debug)]
enum Place {
    Kwalificatie(usize),
    Kerntaak(usize, usize),
    Werkproces(usize, usize, usize),
    Keuzedeel(usize),
    Certificaat(usize),
}

impl Place {
    fn of(self, laid: &Laid) -> Option<Found<'_>> {
        match self {
            Self::Kwalificatie(at) => laid.kwalificaties.get(at).map(Found::Kwalificatie),
            Self::Kerntaak(at, k) => {
                let kwalificatie = laid.kwalificaties.get(at)?;
                Some(Found::Kerntaak(kwalificatie, kwalificatie.kerntaken.get(k)?))
            }
            Self::Werkproces(at, k, w) => {
                let kwalificatie = laid.kwalificaties.get(at)?;
                let kerntaak = kwalificatie.kerntaken.get(k)?;
                Some(Found::Werkproces(kwalificatie, kerntaak, kerntaak.werkprocessen.get(w)?))
            }
            Self::Keuzedeel(at) => laid.keuzedelen.get(at).map(Found::Keuzedeel),
            Self::Certificaat(at) => laid.certificaten.get(at).map(Found::Certificaat),
        }
    }
}

/// One entry as it is searched.
#[derive(Debug)]
struct Line {
    place: Place,
    superseded: bool,
    /// Folded, without blanks.
    code: String,
    /// Folded, single blanks.
    title: String,
    /// All that is searched: code, title and what it belongs to.
    text: String,
}

/// The entries in the order in which they are shown when nothing is typed.
#[derive(Debug)]
pub(super) struct Lines {
    lines: Vec<Line>,
    index: Index,
}

impl Lines {
    pub(super) fn of(laid: &Laid) -> Self {
        let mut found: Vec<(Place, Found<'_>)> =
            places(laid).filter_map(|place| Some((place, place.of(laid)?))).collect();
        found.sort_by_cached_key(|(_, found)| order(*found));
        let lines: Vec<Line> = found.into_iter().map(|(place, found)| line(place, found)).collect();
        let index = Index::of_folded(lines.iter().map(|line| line.text.as_str()));
        Self { lines, index }
    }

    pub(super) fn find<'a>(
        &self,
        laid: &'a Laid,
        typed: &str,
        filter: Filter<'_>,
    ) -> Vec<Found<'a>> {
        let query = words(typed);
        let squeezed = query.replace(' ', "");
        let mut hits: Vec<(u8, Found<'a>)> = Vec::new();
        for hit in self.index.find(typed) {
            let line = usize::try_from(hit).ok().and_then(|at| self.lines.get(at));
            let found = line.and_then(|line| Some((line, line.place.of(laid)?)));
            if let Some((line, found)) = found.filter(|(_, found)| filter.lets_through(*found)) {
                hits.push((line.class(&query, &squeezed), found));
            }
        }
        hits.sort_by_key(|(class, _)| *class);
        hits.into_iter().map(|(_, found)| found).collect()
    }
}

impl Line {
    /// How well it fits, best first. Within a class the order of the lines stays.
    fn class(&self, query: &str, squeezed: &str) -> u8 {
        let fit = if self.title.starts_with(query) {
            0
        } else if query.split(' ').all(|w| self.title.contains(w) || self.code.contains(w)) {
            1
        } else {
            2
        };
        match self.superseded {
            _ if !squeezed.is_empty() && self.code == squeezed => 0,
            false => 1 + fit,
            true => 4 + fit,
        }
    }
}

fn places(laid: &Laid) -> impl Iterator<Item = Place> {
    let parts = laid.kwalificaties.iter().enumerate().flat_map(|(at, kwalificatie)| {
        let kerntaken = kwalificatie.kerntaken.iter().enumerate().flat_map(move |(k, kerntaak)| {
            let werkprocessen =
                (0..kerntaak.werkprocessen.len()).map(move |w| Place::Werkproces(at, k, w));
            std::iter::once(Place::Kerntaak(at, k)).chain(werkprocessen)
        });
        std::iter::once(Place::Kwalificatie(at)).chain(kerntaken)
    });
    parts
        .chain((0..laid.keuzedelen.len()).map(Place::Keuzedeel))
        .chain((0..laid.certificaten.len()).map(Place::Certificaat))
}

/// Current before superseded, then what is chosen most before its parts, then the alphabet.
fn order(found: Found<'_>) -> (Status, u8, String, String, Option<Id<OwnEntry>>) {
    let status = found.kwalificatie().map_or(Status::Current, |kwalificatie| kwalificatie.status);
    let kind = match found.kind() {
        OwnEntryKind::Kwalificatie => 0,
        OwnEntryKind::Keuzedeel => 1,
        OwnEntryKind::Certificaat => 2,
        OwnEntryKind::Kerntaak => 3,
        OwnEntryKind::Werkproces => 4,
    };
    let code = found.code().unwrap_or_default().to_owned();
    (status, kind, words(found.title()), code, found.origin().own())
}

fn line(place: Place, found: Found<'_>) -> Line {
    let code = found.code().unwrap_or_default();
    let mut text = format!("{code} {}", found.title());
    let mut add = |more: &str| {
        text.push(' ');
        text.push_str(more);
    };
    match found {
        Found::Kwalificatie(kwalificatie) => {
            for dossier in kwalificatie.dossier.iter().chain(&kwalificatie.under) {
                dossier.crebo.iter().for_each(|crebo| add(crebo.as_str()));
                add(dossier.name.as_str());
            }
        }
        Found::Kerntaak(kwalificatie, _) | Found::Werkproces(kwalificatie, _, _) => {
            add(kwalificatie.crebo.as_str());
            add(kwalificatie.name.as_str());
        }
        Found::Certificaat(certificaat) => {
            certificaat.kwalificaties.iter().for_each(|crebo| add(crebo.as_str()));
        }
        Found::Keuzedeel(_) => {}
    }
    Line {
        place,
        superseded: found.superseded(),
        code: words(code).replace(' ', ""),
        title: words(found.title()),
        text: fold(&text),
    }
}

/// Folded, with single blanks.
fn words(text: &str) -> String {
    let folded = fold(text);
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}
