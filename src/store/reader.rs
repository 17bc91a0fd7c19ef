//! Opening to read and nothing else: where the file may not be written, or where another program has it.

use std::io::{self, Cursor};
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, MAIN_DB, OpenFlags};

use crate::files;
use crate::store::claim::Claim;
use crate::store::keys::Lock;
use crate::store::migrations::{self, OURS};
use crate::store::open::{check_ours, lock_of, unlocked};
use crate::store::rescue::Pages;
use crate::store::settings::{set, settle_reader};
use crate::store::{Access, Password, Store, StoreError, rollback, swap};

/// A busy dossier is read twice; this often, when it is changed meanwhile.
const TRIES: u32 = 5;
const WAIT: Duration = Duration::from_millis(50);
/// Into memory goes no more than this.
const MOST: u64 = 2 * 1024 * 1024 * 1024;

impl Store {
    /// Opens a dossier to look at it: nothing is written, and a dossier of an older version stays one.
    pub(crate) fn open_to_read(
        path: &Path,
        password: Option<&Password>,
    ) -> Result<Self, StoreError> {
        Self::open_as_it_is(path, password)?.in_our_shape()
    }

    /// As `open_to_read`, in the shape that the file has.
    pub fn open_as_it_is(path: &Path, password: Option<&Password>) -> Result<Self, StoreError> {
        if swap::is_unfinished(path) {
            return Err(StoreError::Unfinished);
        }
        let claim = Claim::existing(path)?;
        if rollback::is_unfinished(path) {
            return Err(StoreError::Unfinished);
        }
        let lock = lock_of(path, password)?;
        let conn = unlocked(path, lock.as_ref(), OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        settle_reader(&conn)?;
        let path = Some(path.to_owned());
        Ok(Self {
            conn,
            lock,
            path,
            told: None,
            access: Access::Read,
            away: None,
            times_opened: 1,
            _claim: Some(claim),
        })
    }

    /// Of an older version a copy in memory takes today's shape.
    pub(crate) fn in_our_shape(self) -> Result<Self, StoreError> {
        let version: u32 = self.conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if version == OURS {
            migrations::check_shape(&self.conn)?;
            return Ok(self);
        }
        migrations::check_shape_of(&self.conn, version)?;
        let mut conn = Connection::open_in_memory()?;
        settle_reader(&conn)?;
        // As it stands, also what points at nothing.
        conn.execute_batch("PRAGMA foreign_keys = OFF")?;
        conn.execute_batch(&self.dump()?)?;
        migrations::migrate(&mut conn)?;
        Ok(Self { conn, ..self })
    }

    /// Opens a dossier in which nothing can be changed: on a medium or in a folder that cannot be written, or because one
    /// only wants to look. Nobody else can change it meanwhile.
    pub fn open_only_to_read(path: &Path, password: Option<&Password>) -> Result<Self, StoreError> {
        let store = Self::open_as_it_is(path, password)?;
        // The lock of who reads is kept, so that what is on the screen stays what is in the file.
        set(&store.conn, "locking_mode", "EXCLUSIVE", "exclusive")?;
        store.in_our_shape()
    }

    /// Reads a dossier that another program on this computer has open, as it stands at this moment, into memory.
    ///
    /// All of it is read twice, with a look at the journal of SQLite before, between and after. The journal holds something
    /// from before a change touches the file until it is whole, and every change makes the file another: so when it
    /// was empty three times and the file was twice the same, no change was going on. See
    /// `docs/decisions/0066-reading-what-another-program-has.md`.
    pub fn read_busy(path: &Path, password: Option<&Password>) -> Result<Self, StoreError> {
        if swap::is_unfinished(path) {
            return Err(StoreError::Unfinished);
        }
        let claim = Claim::existing(path)?;
        let lock = lock_of(path, password)?;
        let Some(whole) = at_rest(path)? else { return Err(StoreError::Busy) };
        let pages = opened(&whole, lock.as_ref())?;
        drop(whole);
        let mut conn = Connection::open_in_memory()?;
        conn.deserialize_read_exact(MAIN_DB, pages.as_slice(), pages.len(), true)?;
        drop(pages);
        check_ours(&conn)?;
        settle_reader(&conn)?;
        let path = Some(path.to_owned());
        let store = Self {
            conn,
            lock,
            path,
            told: None,
            access: Access::Read,
            away: None,
            times_opened: 1,
            _claim: Some(claim),
        };
        store.in_our_shape()
    }

    /// Whether nothing in it can be changed.
    pub fn is_only_to_read(&self) -> bool {
        self.access == Access::Read
    }
}

/// The bytes of a file in which nobody was changing anything while they were read; `None`: somebody was, each time.
fn at_rest(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    for n in 0..TRIES {
        if n > 0 {
            std::thread::park_timeout(WAIT);
        }
        if is_changing(path) {
            continue;
        }
        let first = bytes(path)?;
        if is_changing(path) {
            continue;
        }
        let second = bytes(path)?;
        if !is_changing(path) && first == second {
            return Ok(Some(first));
        }
    }
    Ok(None)
}

fn bytes(path: &Path) -> Result<Vec<u8>, StoreError> {
    let too_large = |kind| kind == io::ErrorKind::FileTooLarge;
    files::read_limited(path, MOST).map_err(|err| {
        if too_large(err.source.kind()) {
            StoreError::TooLargeToRead
        } else {
            StoreError::CannotOpen
        }
    })
}

/// Every page as SQLite sees it.
fn opened(whole: &[u8], lock: Option<&Lock>) -> Result<Vec<u8>, StoreError> {
    let length = whole.len() as u64;
    let mut pages = Pages::of(Cursor::new(whole), length, lock)?;
    let mut out = Vec::with_capacity(whole.len());
    for number in 1..=pages.count() {
        out.extend(pages.read(number).ok_or(StoreError::Damaged)?);
    }
    // Half a page at the end: there was more.
    if out.len() == whole.len() { Ok(out) } else { Err(StoreError::Damaged) }
}

/// Whether the journal of SQLite holds anything: from before a change first touches the file until it is whole, it does.
fn is_changing(path: &Path) -> bool {
    std::fs::metadata(rollback::file_of(path)).is_ok_and(|found| found.len() > 0)
}
