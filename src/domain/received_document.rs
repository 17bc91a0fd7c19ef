//! A document of a learner that another dossier issued and that came along with the learner.

use crate::domain::field::record;
use crate::domain::{Day, DocumentKind, FileHash, Id, Learner, Note, ShortText, Title};

record! {
    /// Kept as it came. It is not of our register, and its number is not one of ours.
    ReceivedDocument, ReceivedDocumentField {
        learner / Learner: Id<Learner> = "leerling",
        kind / Kind: DocumentKind = "soort",
        /// In the register of the school that issued it.
        number / Number: ShortText = "nummer",
        /// That issued it.
        school / School: Option<Title> = "school",
        description / Description: Option<Note> = "omschrijving",
        place / Place: Option<ShortText> = "plaats",
        /// Of signing.
        date / Date: Day = "datum",
        /// When it was said not to count any more; empty: it counts.
        withdrawn_on / WithdrawnOn: Option<Day> = "ingetrokken-op",
        reason / Reason: Option<ShortText> = "reden",
        /// The number of the withdrawn one that it corrects.
        replaces / Replaces: Option<ShortText> = "vervangt",
        file / File: FileHash = "bestand",
    }
}
