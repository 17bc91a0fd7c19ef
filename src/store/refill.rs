//! A new file out of rows from elsewhere: laid in the shape that they had, filled, looked at, and brought to today's
//! version by the road that every old file goes. Rows are only ever bound as values; nothing from outside becomes SQL.

use std::path::{Path, PathBuf};

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, ToSql, params_from_iter};

use crate::files;
use crate::store::claim::Claim;
use crate::store::keys::Lock;
use crate::store::open::connect_new;
use crate::store::rows::{Cell, TableShape, list, quoted};
use crate::store::settings::{set, settle_reader};
use crate::store::{Store, StoreError, migrations, swap};

/// A file that is being filled. Dropped before [`Refill::finish`], it takes its file away.
pub(crate) struct Refill {
    conn: Option<Connection>,
    lock: Option<Lock>,
    path: PathBuf,
    claim: Option<Claim>,
    insert: String,
}

/// In KiB, told as SQLite wants it: enough for what is written and looked up again and again, whatever the size.
const CACHE: &str = "-65536";

/// Whether a row has a place in the table it is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    Fits,
    /// It breaks a rule of the table, or points at nothing.
    DoesNot,
}

impl Refill {
    /// Begins a file of `version` at `path`, where there is none.
    pub(crate) fn begin(path: &Path, lock: Option<Lock>, version: u32) -> Result<Self, StoreError> {
        if files::is_there(path) {
            return Err(StoreError::AlreadyThere);
        }
        let claim = Some(Claim::new_file(path)?);
        let (path, insert) = (path.to_owned(), String::new());
        // From here on it takes away what it leaves half done.
        let mut refill = Self { conn: None, lock, path, claim, insert };
        if let Some(lock) = &refill.lock {
            lock.write_beside(&refill.path)?;
        }
        let conn = connect_new(&refill.path, refill.lock.as_ref())?;
        // Half a file is thrown away, so nothing of it has to outlive a power cut.
        set(&conn, "locking_mode", "EXCLUSIVE", "exclusive")?;
        set(&conn, "journal_mode", "MEMORY", "memory")?;
        set(&conn, "synchronous", "OFF", "0")?;
        set(&conn, "foreign_keys", "ON", "1")?;
        set(&conn, "cache_size", CACHE, CACHE)?;
        settle_reader(&conn)?;
        conn.execute_batch("BEGIN EXCLUSIVE")?;
        migrations::lay(&conn, version)?;
        // A row may come before the one that it points at: references are counted, and must be right at the end.
        conn.execute_batch("COMMIT; BEGIN EXCLUSIVE; PRAGMA defer_foreign_keys = ON")?;
        refill.conn = Some(conn);
        Ok(refill)
    }

    /// The rows that follow are of this table, with their values in this order of its columns.
    pub(crate) fn table(&mut self, table: &TableShape) {
        let TableShape { name, columns } = table;
        let marks = vec!["?"; columns.len()].join(", ");
        self.insert = format!("INSERT INTO {} ({}) VALUES ({marks})", quoted(name), list(columns));
    }

    pub(crate) fn row(&mut self, cells: &[Cell<'_>]) -> Result<Fit, StoreError> {
        let mut insert = self.conn()?.prepare_cached(&self.insert)?;
        match insert.execute(params_from_iter(cells)) {
            Ok(_) => Ok(Fit::Fits),
            Err(err) => fit_of(err),
        }
    }

    /// All rows are there: every reference points at something, the file is whole on the disk and of today's version.
    pub(crate) fn finish(mut self) -> Result<Fit, StoreError> {
        let conn = self.conn()?;
        if let Err(err) = conn.execute_batch("COMMIT") {
            return fit_of(err);
        }
        self.conn = None;
        self.claim = None;
        // What was filled without care is now on the disk, before it is treated as any other file.
        files::sync(&self.path).map_err(|_cannot| StoreError::CannotOpen)?;
        let store = Store::open_with(&self.path, self.lock.clone())?;
        set(&store.conn, "cache_size", CACHE, CACHE)?;
        // Every page is read back, and every rule of a row is tried again. That each index has what it should have is
        // left to `inspect`: SQLite made them just now, and looking takes longer than making.
        let wrong = "SELECT count(*) FROM pragma_quick_check WHERE quick_check <> 'ok'";
        if store.conn.query_row(wrong, [], |row| row.get::<_, i64>(0))? != 0 {
            return Err(StoreError::Damaged);
        }
        drop(store);
        // Kept: there is nothing left to take away.
        self.path = PathBuf::new();
        Ok(Fit::Fits)
    }

    pub(super) fn conn(&self) -> Result<&Connection, StoreError> {
        self.conn.as_ref().ok_or(StoreError::CannotOpen)
    }
}

pub(crate) fn fit_of(err: rusqlite::Error) -> Result<Fit, StoreError> {
    match err.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch) => Ok(Fit::DoesNot),
        Some(_) | None => Err(err.into()),
    }
}

impl Drop for Refill {
    fn drop(&mut self) {
        let Self { conn, lock: _, path, claim: _, insert: _ } = self;
        drop(conn.take());
        if !path.as_os_str().is_empty() {
            swap::remove_with_all(path);
        }
    }
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Integer(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}
