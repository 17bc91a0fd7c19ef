//! Formative tests of a learner, for the table *Voortgangstoetsen* of the mbo-verklaring (domain facts 0.2, deel 3).

use crate::domain::field::record;
use crate::domain::{Id, Learner, ShortText, Title};

record! {
    /// A test along the way; not an exam.
    Voortgangstoets, VoortgangstoetsField {
        learner / Learner: Id<Learner> = "leerling",
        title / Title: Title = "titel",
        explanation / Explanation: Option<ShortText> = "toelichting",
        result / Result: Option<ShortText> = "resultaat",
    }
}
