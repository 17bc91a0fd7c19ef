//! What was seen of a werkproces, and when. Stays inside the dossier.

use crate::domain::field::record;
use crate::domain::{Day, ExamComponent, Id, Note, ShortText};

record! {
    /// A dated note behind a werkproces: date, situation, who (domain facts 1, S26).
    Evidence, EvidenceField {
        component / Component: Id<ExamComponent> = "onderdeel",
        day / Day: Day = "datum",
        situation / Situation: Note = "situatie",
        by / By: Option<ShortText> = "wie",
    }
}
