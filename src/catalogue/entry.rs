//! What stands in the catalogue, and where each entry comes from.

use crate::domain::{
    ComponentCode, Crebo, Day, Hours, Id, Niveau, OwnEntry, ShortText, Title, Traineeship, UnitCode,
};

/// Where an entry comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// From the edition that is built in.
    Base(&'static Source),
    /// Entered by the school, which may have named its source.
    Own { id: Id<OwnEntry>, source: Option<ShortText> },
}

impl Origin {
    /// In words of the source itself, short enough to be kept with a record.
    pub fn source(&self) -> Option<&ShortText> {
        match self {
            Self::Base(source) => Some(&source.text),
            Self::Own { source, .. } => source.as_ref(),
        }
    }

    pub fn certainty(&self) -> Certainty {
        match self {
            Self::Base(source) => source.certainty,
            Self::Own { .. } => Certainty::Own,
        }
    }

    /// The school's own entry, to open or to correct it.
    pub fn own(&self) -> Option<Id<OwnEntry>> {
        match self {
            Self::Base(_) => None,
            Self::Own { id, .. } => Some(*id),
        }
    }
}

/// A source of the base edition.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    pub certainty: Certainty,
    pub text: ShortText,
}

/// How far an entry may be trusted before someone has compared it with SBB's own text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Certainty {
    /// From the regulation or the Crebo list.
    Listed,
    /// Taken over from papers of schools or other second hands: to be checked.
    Borrowed,
    /// Taken over, and the title is probably not whole or not the official one.
    Doubtful,
    /// What the school entered.
    Own,
}

/// Whether a kwalificatie is in force. For the base edition an estimate: its sources give no end dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    Current,
    /// A successor starts in 2026; whoever began before goes on with this one.
    Until2026,
    Unknown,
    Superseded,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KwalificatieKind {
    Kwalificatie,
    CrossOver,
    Regionaal,
}

/// A kwalificatiedossier by name; the school may know its name and not its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    pub crebo: Option<Crebo>,
    pub name: Title,
}

/// A kwalificatie with its kerntaken, as far as they are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kwalificatie {
    pub crebo: Crebo,
    pub name: Title,
    pub niveau: Option<Niveau>,
    pub kind: KwalificatieKind,
    /// The dossier of which it is or was a part: what paper asks for. `None`: not known.
    pub dossier: Option<Dossier>,
    /// The dossier under which it stands in the tree: its own, or when it is superseded the one that came after.
    pub under: Option<Dossier>,
    pub sectorkamer: Option<ShortText>,
    pub status: Status,
    pub valid_from: Option<Day>,
    pub valid_to: Option<Day>,
    /// In the base edition the number of the kwalificatie that replaces it; the school may write anything.
    pub replaced_by: Option<ShortText>,
    pub origin: Origin,
    /// In the order of their codes. Empty: not in the catalogue.
    pub kerntaken: Vec<Kerntaak>,
}

impl Kwalificatie {
    /// Copies number, name and level to a traineeship.
    pub fn fill(&self, traineeship: &mut Traineeship) {
        traineeship.crebo = Some(self.crebo.clone());
        traineeship.kwalificatie = Some(self.name.clone());
        traineeship.niveau = self.niveau;
    }

    /// Whether its last day lies before `day`. An unknown last day has not passed.
    pub fn expired(&self, day: Day) -> bool {
        self.valid_to.is_some_and(|last| last < day)
    }
}

/// A kerntaak with its werkprocessen in the order of their codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kerntaak {
    pub code: ComponentCode,
    pub title: Title,
    pub origin: Origin,
    pub werkprocessen: Vec<Werkproces>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Werkproces {
    pub code: ComponentCode,
    pub title: Title,
    pub origin: Origin,
}

/// A keuzedeel; without a code, the school has still to look that up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keuzedeel {
    pub code: Option<UnitCode>,
    pub title: Title,
    pub sbu: Option<Hours>,
    pub origin: Origin,
}

/// What a mbo-certificaat can be given for. Without a code, the school has still to look that up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificaat {
    pub code: Option<UnitCode>,
    pub title: Title,
    pub kind: CertificaatKind,
    /// The kwalificaties of which it is a part, as far as they are known.
    pub kwalificaties: Vec<Crebo>,
    pub origin: Origin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CertificaatKind {
    /// For an onderdeel of a kwalificatie (bijlage 6 of the Regeling modellen, S1).
    Onderdeel,
    /// For a keuzedeel (bijlage 7).
    Keuzedeel,
}

/// An entry of the school that has no place in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loose {
    pub id: Id<OwnEntry>,
    pub title: Title,
    pub why: LooseReason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LooseReason {
    /// It names no kwalificatie, or one that is not in the catalogue.
    NoKwalificatie,
    /// It has no code, or one of another kind.
    NoCode,
    /// Its kerntaak is not in the catalogue.
    NoKerntaak,
    /// A later entry has the same kind and code.
    Doubled,
}
