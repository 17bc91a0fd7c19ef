//! The dossier's file: SQLite. The only module that names `rusqlite`.
//!
//! Every change goes through [`Store::apply`], [`Store::undo`] or [`Store::redo`]: one transaction, one line in the
//! journal, durable when the call returns. Beside them stands the register of issued documents, which only grows.

mod before;
mod claim;
mod error;
mod guard;
pub(crate) mod keys;
mod migrations;
mod open;
mod table;

mod added;
mod journal;
mod marks;
mod remove;
mod rules;

mod cursor;
mod drafts;
mod dump;
mod excerpt;
mod forget;
mod history;
mod holder;
mod inspect;
mod learner_lines;
mod memory_refill;
mod moving;
mod password;
mod reader;
mod reading;
mod received;
mod recovery_code;
mod refill;
mod register;
mod rescue;
mod retention;
mod rollback;
mod rows;
mod settings;
mod swap;
mod sweep;
mod trail;
mod trash;
mod write;

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::Connection;

use crate::changes::Change;
use crate::domain::{RecordKind, Subject};

pub use error::StoreError;
pub use forget::{About, Forgetting, Papers, Swept};
pub use guard::{NewDossier, PasswordCheck};
pub use history::{HistoryLine, RowChange};
pub use holder::{Holder, holder};
pub use inspect::{Inspection, inspect};
pub use journal::UndoState;
pub use keys::{LEAST_CHARACTERS, Password, Sealed};
pub use learner_lines::LearnerLine;
pub use marks::Marks;
pub use migrations::newest_version;
pub use open::has_password;
pub use password::{PasswordChange, Renewal};
pub use register::{Issue, RegisterLine, Withdrawal};
pub use rescue::{PartKind, Rescue, RescuedPart, rescue};
pub use retention::RetentionLine;
pub use rows::NewestLine;
pub use table::BadRow;
pub use trail::TrailFilter;
pub use trash::Removed;
pub use write::LastChange;

pub(crate) use cursor::{Cursor, Rest};
pub(crate) use memory_refill::MemoryRefill;
pub(crate) use refill::{Fit, Refill};
pub(crate) use rows::{Cell, RowCount, TableShape, kind_of, tables_of};
#[cfg(any(test, fuzzing))]
pub(crate) use swap::spoken_of;
pub(crate) use swap::{Place, is_free, is_unfinished as is_being_replaced, new_dossier_name};

use added::Added;
use claim::Claim;
use journal::Writer;
use keys::Lock;
use write::{Away, Keep};

/// An open dossier.
#[derive(Debug)]
pub struct Store {
    conn: Connection,
    /// What opens the file, for a copy that the same passwords open; nothing where it has none.
    lock: Option<Lock>,
    path: Option<PathBuf>,
    /// To whom it may concern: who has the file.
    told: Option<holder::Told>,
    access: Access,
    /// Nothing while the file can be reached.
    away: Option<Away>,
    /// After a failure of the disk it is opened anew.
    times_opened: u64,
    // Behind the connection: a file is given up when it is closed, not before.
    _claim: Option<Claim>,
}

/// What one can do with an open dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    Change,
    /// Nothing in it can be changed.
    Read,
}

/// Who does something, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    pub at: Timestamp,
    /// The account on this computer.
    pub who: String,
}

/// What a change has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// What it was about.
    pub subject: Subject,
    /// Every record that it added, edited or removed, in the order of the change.
    pub records: Vec<Subject>,
}

impl Store {
    /// Does `change` whole or not at all, and writes it in the journal. A change that changes nothing leaves no line.
    pub fn apply(&mut self, change: &Change, stamp: &Stamp) -> Result<Applied, StoreError> {
        self.write(|tx| {
            let mut writer = Writer::begin(tx, change.verb(), None, stamp)?;
            let mut done = Done::default();
            do_change(&mut writer, change, &mut done)?;
            let Done { records, added: _ } = done;
            let subject = subject_of(&records);
            let keep = if writer.end(subject)? { Keep::All } else { Keep::Nothing };
            Ok((Applied { subject, records }, keep))
        })
    }

    /// Takes back the newest change that stands; `None` where there is none.
    pub fn undo(&mut self, stamp: &Stamp) -> Result<Option<Subject>, StoreError> {
        self.write(|tx| Ok((journal::undo(tx, stamp)?, Keep::All)))
    }

    /// Does again what was last taken back; `None` where nothing was, or where something new came after.
    pub fn redo(&mut self, stamp: &Stamp) -> Result<Option<Subject>, StoreError> {
        self.write(|tx| Ok((journal::redo(tx, stamp)?, Keep::All)))
    }

    /// Where the file lies; `None` for one in memory.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }
}

/// What a change has done so far.
#[derive(Default)]
struct Done {
    records: Vec<Subject>,
    added: Added,
}

fn do_change(writer: &mut Writer<'_>, change: &Change, done: &mut Done) -> Result<(), StoreError> {
    match change {
        Change::Add(record) => {
            let record = done.added.in_place(record)?;
            rules::check(writer.tx(), &record)?;
            let subject = Subject { kind: record.kind(), id: writer.insert(&record)? };
            done.added.note(subject);
            done.records.push(subject);
        }
        Change::Edit(id, record) => {
            let kind = record.kind();
            if !table::table(kind)?.is_live(writer.tx(), *id)? {
                return Err(StoreError::Gone { kind, id: *id });
            }
            let record = done.added.in_place(record)?;
            rules::check_edit(writer.tx(), *id, &record)?;
            writer.update(*id, &record)?;
            done.records.push(Subject { kind, id: *id });
        }
        Change::Remove(kind, id) => {
            remove::remove(writer, *kind, *id)?;
            done.records.push(Subject { kind: *kind, id: *id });
        }
        Change::Restore(kind, id) => {
            done.records.extend(trash::restore(writer, Subject { kind: *kind, id: *id })?);
        }
        Change::KeepPicture { hash, png } => writer.keep_picture(hash, png)?,
        Change::KeepFile { hash, pdf } => writer.keep_file(hash, pdf)?,
        Change::Mark(subject, mark) => {
            let id = done.added.real_id(*subject)?;
            writer.mark(Subject { kind: subject.kind, id }, mark)?;
        }
        Change::Together(_, changes) => {
            changes.iter().try_for_each(|change| do_change(writer, change, done))?;
        }
    }
    Ok(())
}

/// One record: itself. Several of one kind: that kind. Of several kinds: the first that is a learner's, since that is
/// where one is at work; else the first.
fn subject_of(records: &[Subject]) -> Subject {
    let nothing = Subject { kind: RecordKind::Learner, id: 0 };
    let of_learner = |r: &&Subject| {
        matches!(r.kind, RecordKind::Learner | RecordKind::Traineeship | RecordKind::ExamComponent)
    };
    let first = records.iter().find(of_learner).or(records.first());
    let Some(first) = first.copied() else { return nothing };
    let several = records.iter().any(|r| r.kind == first.kind && r.id != first.id);
    if several { Subject { id: 0, ..first } } else { first }
}
