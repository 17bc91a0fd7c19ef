//! What a school adds to the catalogue, or corrects in it.

use crate::domain::field::record;
use crate::domain::{Crebo, Day, Niveau, OwnEntryKind, PartCode, ShortText, Title};

record! {
    /// An entry by hand. It goes before an entry of the base edition with the same kind and codes.
    OwnEntry, OwnEntryField {
        kind / Kind: OwnEntryKind = "soort",
        /// The kwalificatie itself, or the one to which a kerntaak, werkproces or certificate belongs.
        crebo / Crebo: Option<Crebo> = "crebo",
        code / Code: Option<PartCode> = "code",
        title / Title: Title = "titel",
        niveau / Niveau: Option<Niveau> = "niveau",
        dossier_crebo / DossierCrebo: Option<Crebo> = "dossier-crebo",
        dossier / Dossier: Option<Title> = "dossier",
        valid_from / ValidFrom: Option<Day> = "geldig-van",
        valid_to / ValidTo: Option<Day> = "geldig-tot",
        replaced_by / ReplacedBy: Option<ShortText> = "vervangen-door",
        source / Source: Option<ShortText> = "bron",
    }
}
