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
mod mark;
mod names;
mod result;
pub mod retention;
mod shift;

mod evidence;
mod exam_component;
mod learner;
mod leerbedrijf;
mod own_entry;
mod progress_test;
mod received_document;
mod school;
mod traineeship;

pub mod certificaat;
pub mod fold;
pub mod gap;
pub mod mbo_verklaring;
pub mod person;
pub mod readiness;
pub mod search;
pub mod verklaring;

pub mod draft;

mod document_number;

mod record;
mod subject;

pub use birth_date::BirthDate;
pub use choice::{
    AgreementKind, Assessment, BpvOption, Choice, ComponentKind, DocumentKind, Doelgroep,
    LearnerStatus, OwnEntryKind, Route, Scale, TraineeshipStatus, YesNo,
};
pub use codes::{
    Brin, ComponentCode, Crebo, Kvk, LeerbedrijfId, Niveau, PartCode, PostalCode, UnitCode,
};
pub use contact::{Email, Phone};
pub use day::Day;
pub use document_number::{DocumentNumber, NotANumber};
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
pub use mark::Mark;
pub use names::{LearnerName, LearnerNumber, PersonName, Voorvoegsel};
pub use own_entry::{OwnEntry, OwnEntryField};
pub use progress_test::{Voortgangstoets, VoortgangstoetsField};
pub use received_document::{ReceivedDocument, ReceivedDocumentField};
pub use record::{AnyField, AnyRecord};
pub use result::ComponentResult;
pub use school::{
    Ondertekenaar, OndertekenaarField, Praktijkbegeleider, PraktijkbegeleiderField, School,
    SchoolField,
};
pub use shift::Shift;
pub use subject::{Spot, Subject};
pub use text::{FileHash, LogoHash, Note, ShortText, Title, clean};
pub use traineeship::{Traineeship, TraineeshipField};
