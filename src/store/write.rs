//! One change, kept or not: also when the disk fails in the midst of it.
//!
//! A commit of which SQLite says that it failed may stand in the file all the same. So what it says is not taken for
//! the truth: the connection is dropped, the file opened anew, and what stands there is what happened. See
//! `docs/decisions/0061-after-a-failure-the-file-is-read-back.md`.

use rusqlite::hooks::Authorization;
use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior};

use crate::store::migrations::OURS;
use crate::store::{Store, StoreError, open};

/// Whether there is anything to keep of what was done.
pub(super) enum Keep {
    All,
    Nothing,
}

/// What became of the last change, once the file can be reached again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastChange {
    Kept,
    NotKept,
}

/// The newest line of the journal: its id, when and by whom. Every change leaves one, but for pictures, and those may
/// be kept twice.
#[derive(Debug, PartialEq, Eq)]
struct Newest(Option<(i64, String, String)>);

/// The file cannot be reached.
#[derive(Debug)]
pub(super) struct Away {
    /// What was there before the change of which it is not known whether it is kept.
    before: Option<Newest>,
}

struct Failed<T> {
    error: StoreError,
    /// What the change came to, when it was only the commit that failed.
    ready: Option<T>,
}

impl<T> From<StoreError> for Failed<T> {
    fn from(error: StoreError) -> Self {
        Self { error, ready: None }
    }
}

impl Store {
    /// Does something in one transaction, whole or not at all. When the disk fails, the file is read back, and what
    /// stands there decides whether it was done.
    pub(super) fn write<T>(
        &mut self,
        act: impl FnOnce(&Transaction<'_>) -> Result<(T, Keep), StoreError>,
    ) -> Result<T, StoreError> {
        if self.is_only_to_read() {
            return Err(StoreError::OnlyToRead);
        }
        let before = match newest(&self.conn) {
            Err(error) if error.is_of_the_disk() => {
                // Under a password nothing can be read any more after that, until the file is opened anew.
                self.read_back(None)?;
                newest(&self.conn)?
            }
            other => other?,
        };
        match self.attempt(act) {
            Ok(value) => Ok(value),
            Err(Failed { error, .. }) if !error.is_of_the_disk() => Err(error),
            Err(Failed { error, ready }) => match self.read_back(Some(before))? {
                LastChange::Kept => ready.ok_or(error),
                LastChange::NotKept if matches!(error, StoreError::Disk) => {
                    Err(StoreError::NotKept)
                }
                LastChange::NotKept => Err(error),
            },
        }
    }

    fn attempt<T>(
        &mut self,
        act: impl FnOnce(&Transaction<'_>) -> Result<(T, Keep), StoreError>,
    ) -> Result<T, Failed<T>> {
        let immediate = TransactionBehavior::Immediate;
        let tx = self.conn.transaction_with_behavior(immediate).map_err(StoreError::from)?;
        match act(&tx)? {
            (value, Keep::Nothing) => Ok(value),
            (value, Keep::All) => match tx.commit() {
                Ok(()) => Ok(value),
                Err(error) => Err(Failed { error: error.into(), ready: Some(value) }),
            },
        }
    }

    /// Whether the file cannot be reached, after [`StoreError::Away`].
    pub const fn is_away(&self) -> bool {
        self.away.is_some()
    }

    /// Opens a file that could not be reached; what became of the last change.
    pub fn come_back(&mut self) -> Result<LastChange, StoreError> {
        match self.away.take() {
            Some(Away { before }) => self.read_back(before),
            None => Ok(LastChange::Kept),
        }
    }

    /// Lets go of the file and opens it anew. When it cannot be had, nothing of it can be read until it can.
    fn read_back(&mut self, before: Option<Newest>) -> Result<LastChange, StoreError> {
        let last = self.open_again(before.as_ref());
        last.map_err(|_not_now| {
            self.away = Some(Away { before });
            StoreError::Away
        })
    }

    fn open_again(&mut self, before: Option<&Newest>) -> Result<LastChange, StoreError> {
        let Some(path) = self.path.clone() else { return Ok(LastChange::NotKept) };
        self.times_opened += 1;
        self.conn = nowhere()?;
        let conn = open::again(&path, self.lock.as_ref())?;
        let last = match before {
            Some(before) if !before.stands_in(&conn)? => return Err(StoreError::Away),
            Some(before) if newest(&conn)? != *before => {
                confirm(&conn)?;
                LastChange::Kept
            }
            Some(_) | None => LastChange::NotKept,
        };
        self.conn = conn;
        Ok(last)
    }
}

/// That which the failure was about stands in the file as it is read now; whether also on the disk, a sync that failed
/// did not say. A commit that succeeds after it does: it comes to the disk with everything before it.
fn confirm(conn: &Connection) -> Result<(), StoreError> {
    Ok(conn.pragma_update(None, "user_version", OURS)?)
}

/// In the place of a file that cannot be reached: nothing can be read, so that it does not look like an empty dossier.
fn nowhere() -> Result<Connection, StoreError> {
    let mut conn = Connection::open_in_memory()?;
    conn.authorizer(Some(|_: rusqlite::hooks::AuthContext<'_>| Authorization::Deny))?;
    Ok(conn)
}

fn newest(conn: &Connection) -> Result<Newest, StoreError> {
    let sql = "SELECT id, at, who FROM journal ORDER BY id DESC LIMIT 1";
    let mut query = conn.prepare_cached(sql)?;
    Ok(Newest(query.query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?))
}

impl Newest {
    /// Whether it is there: not another dossier that came in the place of this one.
    fn stands_in(&self, conn: &Connection) -> Result<bool, StoreError> {
        let Self(Some(line)) = self else { return Ok(true) };
        let sql = "SELECT id, at, who FROM journal WHERE id = ?1";
        let found = conn
            .prepare_cached(sql)?
            .query_row([line.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        Ok(found.as_ref() == Some(line))
    }
}
