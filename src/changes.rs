//! Everything the user can do to the data: one closed list, in domain words.

use crate::domain::{AnyRecord, FileHash, LogoHash, Mark, RecordKind, Subject};

/// One change is one transaction, one line in the journal, one step of undo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Add(AnyRecord),
    /// The record with this id becomes this one.
    Edit(i64, AnyRecord),
    /// Puts a record aside, with all that hangs on it.
    Remove(RecordKind, i64),
    /// Brings back what was put aside, with all that went with it, and with what it leans on.
    Restore(RecordKind, i64),
    /// Keeps a picture, so that a record may point at it. Pictures are never changed or undone: without a record that
    /// points at them nobody sees them.
    KeepPicture {
        hash: LogoHash,
        png: Vec<u8>,
    },
    /// Keeps a document that another dossier issued, as pictures are kept.
    KeepFile {
        hash: FileHash,
        pdf: Vec<u8>,
    },
    /// From here on this record is known by a mark that came with it. It may be one that the same change adds.
    Mark(Subject, Mark),
    /// Several at once, all or none. They may point at records that they add themselves, with
    /// [`crate::domain::Id::added`].
    Together(Purpose, Vec<Change>),
}

/// Why several changes belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A logo with the record that shows it.
    SetLogo,
    /// Werkprocessen chosen for a traineeship, or a kwalificatie with what follows from it.
    Choose,
    /// Learners from another dossier.
    TakeIn,
    /// What became of learners that went to another dossier.
    HandOver,
    /// Records from a JSON document.
    SetFromJson,
    /// A dossier filled with invented people.
    Example,
}

impl Change {
    /// The stable name in the journal; shown through `texts`, never renamed.
    pub fn verb(&self) -> &'static str {
        match self {
            Self::Add(_) => "add",
            Self::Edit(..) => "edit",
            Self::Remove(..) => "remove",
            Self::Restore(..) => "restore",
            Self::KeepPicture { .. } => "keep-picture",
            Self::KeepFile { .. } => "keep-file",
            Self::Mark(..) => "mark",
            Self::Together(purpose, _) => purpose.name(),
        }
    }
}

impl Purpose {
    const fn name(self) -> &'static str {
        match self {
            Self::SetLogo => "set-logo",
            Self::Choose => "choose",
            Self::TakeIn => "take-in",
            Self::HandOver => "hand-over",
            Self::SetFromJson => "set-from-json",
            Self::Example => "example",
        }
    }
}
