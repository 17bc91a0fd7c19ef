//! What things are: values that are valid because they exist, and the rules between them.
//!
//! Knows no SQL, no clock, no files, no screen. It fails only by parsing.

mod field;
mod id;
mod text;

mod birth_date;
mod choice;
mod codes;
mod contact;
pub mod day;
mod hours;
mod names;
mod result;

mod evidence;
mod exam_component;
mod learner;
mod leerbedrijf;
mod own_entry;
mod school;
mod traineeship;

pub mod fold;
pub mod readiness;
pub mod search;
pub mod verklaring;

mod record;
mod subject;

pub use birth_date::BirthDate;
pub use choice::{
    AgreementKind, Choice, ComponentKind, Doelgroep, LearnerStatus, OwnEntryKind, Route, Scale,
    TraineeshipStatus,
};
pub use codes::{
    Brin, ComponentCode, Crebo, Kvk, LeerbedrijfId, Niveau, PartCode, PostalCode, UnitCode,
};
pub use contact::{Email, Phone};
pub use day::Day;
pub use evidence::{Evidence, EvidenceField};
pub use exam_component::{ExamComponent, ExamComponentField};
pub use field::{Entry, Field, FieldError, FieldValue, Input, Record};
pub use hours::Hours;
pub use id::{Id, RecordKind, Stored};
pub use learner::{Learner, LearnerField};
pub use leerbedrijf::{
    Erkenning, ErkenningField, Leerbedrijf, LeerbedrijfField, Praktijkopleider,
    PraktijkopleiderField,
};
pub use names::{LearnerName, LearnerNumber, PersonName, Voorvoegsel};
pub use own_entry::{OwnEntry, OwnEntryField};
pub use record::{AnyField, AnyRecord};
pub use result::ComponentResult;
pub use school::{Praktijkbegeleider, PraktijkbegeleiderField, School, SchoolField};
pub use subject::{Spot, Subject};
pub use text::{LogoHash, Note, ShortText, Title, clean};
pub use traineeship::{Traineeship, TraineeshipField};
