//! Finding an entry of any kind by typing part of its code or title. The order of the hits is decided here:
//! `docs/decisions/0020-the-order-of-catalogue-hits.md`.

use crate::catalogue::entry::{
    Certificaat, Kerntaak, Keuzedeel, Kwalificatie, Origin, Status, Werkproces,
};
use crate::catalogue::own::Laid;
use crate::domain::fold::fold;
use crate::domain::search::Index;
use crate::domain::{Crebo, Entry as _, OwnEntryKind, UnitCode};

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

    fn part_order(self) -> Option<(char, Vec<u8>)> {
        match self {
            Self::Kerntaak(_, kerntaak) => Some(kerntaak.code.sort_key()),
            Self::Werkproces(_, _, werkproces) => Some(werkproces.code.sort_key()),
            Self::Kwalificatie(_) | Self::Keuzedeel(_) | Self::Certificaat(_) => None,
        }
    }
}

/// Which entries are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter<'a> {
    All,
    Kind(OwnEntryKind),
    /// Kerntaken and werkprocessen of one kwalificatie, in the order of their codes.
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
    status: Status,
    /// What is chosen most comes before its parts.
    rank: u8,
    /// Folded, single blanks.
    title: String,
    /// Folded, without blanks.
    code: String,
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
        let mut lines: Vec<Line> =
            places(laid).filter_map(|place| Some(line(place, place.of(laid)?))).collect();
        // Equal lines stay in the order of their kwalificaties.
        lines.sort_by(|one, other| one.order().cmp(&other.order()));
        let index = Index::of_folded(lines.iter().map(|line| line.text.as_str()));
        Self { lines, index }
    }

    pub(super) fn find<'a>(
        &self,
        laid: &'a Laid,
        typed: &str,
        filter: Filter<'_>,
    ) -> Vec<Found<'a>> {
        // A dot in a number is dropped, as when it is entered.
        let number = Crebo::parse(typed).ok();
        let query = words(number.as_ref().map_or(typed, Crebo::as_str));
        let squeezed = query.replace(' ', "");
        let mut hits: Vec<(u8, Found<'a>)> = Vec::new();
        for hit in self.index.find(&query) {
            let line = usize::try_from(hit).ok().and_then(|at| self.lines.get(at));
            let found = line.and_then(|line| Some((line, line.place.of(laid)?)));
            if let Some((line, found)) = found.filter(|(_, found)| filter.lets_through(*found)) {
                hits.push((line.class(&query, &squeezed), found));
            }
        }
        match filter {
            // Few, and known by their place: the order of the codes.
            Filter::PartsOf(_) => hits.sort_by_cached_key(|(_, found)| found.part_order()),
            Filter::All | Filter::Kind(_) | Filter::Own => hits.sort_by_key(|(class, _)| *class),
        }
        hits.into_iter().map(|(_, found)| found).collect()
    }
}

impl Line {
    fn order(&self) -> (Status, u8, &str, &str) {
        (self.status, self.rank, &self.title, &self.code)
    }

    /// How well it fits, best first. Within a class the order of the lines stays.
    fn class(&self, query: &str, squeezed: &str) -> u8 {
        if !squeezed.is_empty() && self.code == squeezed {
            return 0;
        }
        let whole = |w: &str| self.title.split(' ').any(|own| own == w);
        let fit = if self.title.starts_with(query) {
            1
        } else if query.split(' ').all(whole) {
            2
        } else if query.split(' ').all(|w| self.title.contains(w) || self.code.contains(w)) {
            3
        } else {
            4
        };
        if self.status == Status::Superseded { fit + 4 } else { fit }
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

fn line(place: Place, found: Found<'_>) -> Line {
    let code = words(found.code().unwrap_or_default());
    let title = words(found.title());
    let mut text = format!("{code} {title}");
    let mut add = |more: &str| {
        text.push(' ');
        text.push_str(&fold(more));
    };
    let rank = match found {
        Found::Kwalificatie(kwalificatie) => {
            for dossier in kwalificatie.dossier.iter().chain(&kwalificatie.under) {
                dossier.crebo.iter().for_each(|crebo| add(crebo.as_str()));
                add(dossier.name.as_str());
            }
            0
        }
        Found::Keuzedeel(_) => 1,
        Found::Certificaat(certificaat) => {
            certificaat.kwalificaties.iter().for_each(|crebo| add(crebo.as_str()));
            2
        }
        Found::Kerntaak(kwalificatie, _) => {
            add(kwalificatie.crebo.as_str());
            add(kwalificatie.name.as_str());
            3
        }
        Found::Werkproces(kwalificatie, _, _) => {
            add(kwalificatie.crebo.as_str());
            add(kwalificatie.name.as_str());
            4
        }
    };
    // Keuzedelen and certificaten have no known term.
    let status = found.kwalificatie().map_or(Status::Current, |kwalificatie| kwalificatie.status);
    Line { place, status, rank, title, code: code.replace(' ', ""), text }
}

/// Folded, with single blanks.
fn words(text: &str) -> String {
    let folded = fold(text);
    if folded.contains("  ") || folded.trim() != folded {
        folded.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        folded
    }
}
