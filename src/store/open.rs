//! Opening a file: is it ours, is it whole, is it of our time?

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, MAIN_DB, OpenFlags};

use crate::files;
use crate::store::before;
use crate::store::claim::Claim;
use crate::store::keys::{self, Key, Lock, Password};
use crate::store::migrations::{self, OURS};
use crate::store::settings::settle;
use crate::store::table::text_of;
use crate::store::{Access, Store, StoreError, holder, password, rollback, swap, sweep};

/// In bytes 68 to 71 of every file of ours, so that another program's SQLite file is refused: "PrkD".
pub(crate) const APPLICATION_ID: i32 = 0x5072_6B44;

/// The size of a page of every file of ours.
const PAGE: u64 = 4096;

const PLAIN_HEADER: &[u8] = b"SQLite format 3\0";

/// What the first bytes of a file say.
enum Kind {
    Plain,
    /// Not readable as a database, and a key file lies beside it.
    Encrypted,
}

impl Store {
    /// Makes a new dossier; a file of that name is refused. With a password: encrypted, and the recovery code that
    /// belongs to it is given back to be kept on paper.
    pub fn create(
        path: &Path,
        password: Option<&Password>,
    ) -> Result<(Self, Option<String>), StoreError> {
        let (lock, code) = password.map(Lock::of_dossier).transpose()?.unzip();
        Ok((Self::create_under(path, lock)?, code))
    }

    /// As [`Store::create`], under a lock that is there already.
    pub(crate) fn create_under(path: &Path, lock: Option<Lock>) -> Result<Self, StoreError> {
        must_be_free(path)?;
        let claim = Claim::new_file(path)?;
        let made = Self::create_new(path, lock, claim);
        if made.is_err() {
            files::remove_own(path);
            files::remove_own(&keys::file_of(path));
        }
        made
    }

    fn create_new(path: &Path, lock: Option<Lock>, claim: Claim) -> Result<Self, StoreError> {
        if let Some(lock) = &lock {
            lock.write_beside(path)?;
        }
        let conn = connect_new(path, lock.as_ref())?;
        Self::prepare(conn, lock, Some((path, claim)))
    }

    /// Takes away a dossier that was only just made and could not be filled.
    pub(crate) fn discard(self) {
        let Self { conn, lock: _, path, told: _, access: _, away: _, times_opened: _, _claim } =
            self;
        drop(conn);
        if let Some(path) = path {
            files::remove_own(&path);
            files::remove_own(&keys::file_of(&path));
        }
    }

    /// Opens a dossier. A file that is not ours, too new, damaged or open elsewhere is refused and not touched.
    pub fn open(path: &Path, password: Option<&Password>) -> Result<Self, StoreError> {
        swap::finish(path).map_err(|_cannot_rename| StoreError::CannotOpen)?;
        let claim = Claim::existing(path)?;
        let lock = lock_of(path, password)?;
        let (conn, kept) = before::connect(path, lock.as_ref())?;
        let store = Self::prepare(conn, lock, Some((path, claim)));
        if let (Err(_), Some(kept)) = (&store, kept) {
            // It stays what it was: there is nothing to keep.
            before::discard(&kept);
        }
        let store = store?;
        clear_away(path);
        // Who had it before is gone, however that ended.
        holder::forget(path);
        Ok(store)
    }

    /// As [`Store::open`], by who has the key.
    pub(crate) fn open_with(path: &Path, lock: Option<Lock>) -> Result<Self, StoreError> {
        let claim = Claim::existing(path)?;
        look(path)?;
        Self::open_locked(path, lock, claim)
    }

    fn open_locked(path: &Path, lock: Option<Lock>, claim: Claim) -> Result<Self, StoreError> {
        let conn = writable(path, lock.as_ref())?;
        Self::prepare(conn, lock, Some((path, claim)))
    }

    /// A dossier that is nowhere but in memory.
    pub fn in_memory() -> Result<Self, StoreError> {
        let conn = Connection::open_in_memory()?;
        conn.pragma_update(None, "application_id", APPLICATION_ID)?;
        Self::prepare(conn, None, None)
    }

    /// One that was filled in memory, whatever version it has.
    pub(crate) fn of_memory(conn: Connection) -> Result<Self, StoreError> {
        Self::prepare(conn, None, None)
    }

    fn prepare(
        mut conn: Connection,
        lock: Option<Lock>,
        file: Option<(&Path, Claim)>,
    ) -> Result<Self, StoreError> {
        make_ready(&mut conn, file.is_some())?;
        let (path, claim) = file.map(|(path, claim)| (path.to_owned(), claim)).unzip();
        let store = Self {
            conn,
            lock,
            path,
            told: None,
            access: Access::Change,
            away: None,
            times_opened: 1,
            _claim: claim,
        };
        // What cannot be swept now waits on: no reason to keep anyone from his dossier.
        store.sweep().ok();
        Ok(store)
    }
}

/// Takes away what a power cut, or a program that was ended, left half made beside a dossier that is open.
fn clear_away(dossier: &Path) {
    password::clear_away(dossier);
    swap::clear_away(dossier);
    let Some(name) = dossier.file_name().and_then(|name| name.to_str()) else { return };
    let folder = dossier.parent().filter(|folder| !folder.as_os_str().is_empty());
    let belongs = |target: &str| target.strip_prefix(name).is_some_and(|end| end.starts_with('.'));
    files::remove_left(folder.unwrap_or(Path::new(".")), belongs);
}

/// A dossier that is to be made does not take the name of anything.
pub(crate) fn must_be_free(path: &Path) -> Result<(), StoreError> {
    if path.exists() || keys::file_of(path).exists() || swap::is_unfinished(path) {
        return Err(StoreError::AlreadyThere);
    }
    Ok(())
}

/// Whether there is a password on this dossier. What a power cut left of a swap is finished first.
pub fn has_password(path: &Path) -> Result<bool, StoreError> {
    swap::finish(path).map_err(|_cannot_rename| StoreError::CannotOpen)?;
    let _claim = Claim::existing(path)?;
    Ok(matches!(look(path)?, Kind::Encrypted))
}

/// What opens this dossier; nothing for one without a password.
pub(super) fn lock_of(
    path: &Path,
    password: Option<&Password>,
) -> Result<Option<Lock>, StoreError> {
    match (look(path)?, password) {
        (Kind::Plain, None) => Ok(None),
        (Kind::Plain, Some(_)) => Err(StoreError::NoPassword),
        (Kind::Encrypted, None) => Err(StoreError::NeedsPassword),
        (Kind::Encrypted, Some(password)) => Ok(Some(keys::unlock(path, password)?)),
    }
}

/// A connection to a file that this program has open, after the one before was dropped.
pub(super) fn again(path: &Path, lock: Option<&Lock>) -> Result<Connection, StoreError> {
    let mut conn = writable(path, lock)?;
    make_ready(&mut conn, true)?;
    Ok(conn)
}

fn make_ready(conn: &mut Connection, on_disk: bool) -> Result<(), StoreError> {
    conn.set_prepared_statement_cache_capacity(128);
    settle(conn, on_disk)?;
    migrations::migrate(conn)
}

pub(super) fn writable(path: &Path, lock: Option<&Lock>) -> Result<Connection, StoreError> {
    let conn = unlocked(path, lock, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // SQLite falls back to reading without a word; the first change would then be the first to fail.
    if marked_read_only(path)? || conn.is_readonly(MAIN_DB)? {
        return Err(StoreError::ReadOnly);
    }
    Ok(conn)
}

pub(super) fn unlocked(
    path: &Path,
    lock: Option<&Lock>,
    flags: OpenFlags,
) -> Result<Connection, StoreError> {
    let conn = connect(path, flags)?;
    if let Some(lock) = lock {
        give_key(&conn, &lock.key)?;
    }
    match check_ours(&conn) {
        // Its key file is ours and opens: there was more in it than is left.
        Err(StoreError::NotOurs) if lock.is_some() => return Err(StoreError::Damaged),
        other => other?,
    }
    check_whole(&conn, path)?;
    Ok(conn)
}

/// A connection to a new file that says that it is ours and holds nothing yet.
pub(crate) fn connect_new(path: &Path, lock: Option<&Lock>) -> Result<Connection, StoreError> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
    if let Some(lock) = lock {
        give_key(&conn, &lock.key)?;
    }
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(conn)
}

/// Whether another program has this file open. It may be anything, also a dossier of which nobody has the password.
pub(crate) fn is_busy(path: &Path) -> Result<bool, StoreError> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    let read = conn.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0));
    // What else is wrong with it is no matter here.
    Ok(matches!(read.map_err(StoreError::from), Err(StoreError::Busy)))
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that opens the file")]
fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // Who has the dossier open keeps it open: waiting only freezes a window.
    conn.busy_timeout(Duration::ZERO)?;
    Ok(conn)
}

fn give_key(conn: &Connection, key: &Key) -> Result<(), StoreError> {
    // Of itself SQLCipher writes on standard error what it finds, in words that are not for people.
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    conn.execute_batch(&key.pragma())?;
    Ok(())
}

/// Lets SQLite take back a change that was cut off, in a copy; what is damaged beside that is no matter here.
pub(crate) fn take_back(copy: &Path, lock: Option<&Lock>) -> Result<(), StoreError> {
    let conn = connect(copy, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    if let Some(lock) = lock {
        give_key(&conn, &lock.key)?;
    }
    conn.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0)).ok();
    Ok(())
}

/// Whether a file begins as one that is not encrypted.
pub(crate) fn looks_plain(path: &Path) -> bool {
    let mut first = [0; PLAIN_HEADER.len()];
    File::open(path).and_then(|mut file| file.read_exact(&mut first)).is_ok()
        && first == PLAIN_HEADER
}

/// Takes the triggers out of a file of ours that is being filled.
pub(crate) fn drop_triggers(conn: &Connection) -> Result<(), StoreError> {
    let mut query = conn.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'")?;
    let names: Vec<String> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    drop(query);
    names.iter().try_for_each(|name| Ok(conn.execute_batch(&format!("DROP TRIGGER {name}"))?))
}

/// Lays them again, as a file of this version has them.
pub(crate) fn lay_triggers(conn: &Connection, version: u32) -> Result<(), StoreError> {
    let fresh = Connection::open_in_memory()?;
    migrations::lay(&fresh, version)?;
    let mut query = fresh.prepare("SELECT sql FROM sqlite_master WHERE type = 'trigger'")?;
    let all: Vec<String> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    all.iter().try_for_each(|sql| Ok(conn.execute_batch(sql)?))
}

/// Looks at the first bytes, before SQLite does: SQLite would take any file, and some it would change.
fn look(path: &Path) -> Result<Kind, StoreError> {
    let file = File::open(path).map_err(|_no_right| StoreError::CannotOpen)?;
    let length = file.metadata().map_err(|_no_right| StoreError::CannotOpen)?.len();
    let mut page = Vec::new();
    // A folder can be opened on some systems, but not read: then it is not ours.
    let unread = file.take(PAGE).read_to_end(&mut page).is_err();
    let header = page.get(..100).filter(|header| header.starts_with(PLAIN_HEADER));
    let refused = match header.filter(|_| !unread).map(check_header) {
        Some(Ok(())) => return Ok(Kind::Plain),
        Some(Err(refused)) => Some(refused),
        None => None,
    };
    // A change that was cut off in the midst of writing this page: SQLite puts back what was there before.
    if rollback::first_page(path).is_some_and(|before| check_header(&before).is_ok()) {
        return Ok(Kind::Plain);
    }
    if let Some(refused) = refused {
        return Err(refused);
    }
    if keys::file_of(path).exists() {
        Ok(Kind::Encrypted)
    } else if looks_encrypted(&page, length) {
        Err(StoreError::KeyFile)
    } else {
        Err(StoreError::NotOurs)
    }
}

/// Whether the header of a plain file is ours and of our time.
fn check_header(header: &[u8]) -> Result<(), StoreError> {
    // Big-endian numbers at fixed places: https://www.sqlite.org/fileformat2.html, 1.3.
    let number = |at: usize| {
        let bytes = header.get(at..at + 4).and_then(|b| <[u8; 4]>::try_from(b).ok());
        bytes.map(i32::from_be_bytes).ok_or(StoreError::Damaged)
    };
    ours(number(68)?, number(60)?)?;
    // What SQLite forgives or says nothing of: another version of the format for writing (18) makes it read only, bytes
    // set apart in each page (20) move what is in it, another format of the schema (44) is an error without a name.
    let byte = |at: usize| header.get(at).copied().unwrap_or_default();
    if !matches!(byte(18), 1 | 2) || byte(20) != 0 || !(0..=4).contains(&number(44)?) {
        return Err(StoreError::Damaged);
    }
    Ok(())
}

/// Whole pages in which nearly every byte occurs: most likely a dossier of which the key file is gone.
fn looks_encrypted(page: &[u8], length: u64) -> bool {
    let different: BTreeSet<u8> = page.iter().copied().collect();
    length.is_multiple_of(PAGE) && different.len() > 200
}

fn marked_read_only(path: &Path) -> Result<bool, StoreError> {
    let metadata = path.metadata().map_err(|_just_opened| StoreError::CannotOpen)?;
    Ok(metadata.permissions().readonly())
}

/// The same question for a file that only SQLite can read.
pub(super) fn check_ours(conn: &Connection) -> Result<(), StoreError> {
    let number = |name| conn.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    // The first read of all: here a second program, or a file that is not what its key file says, shows.
    ours(number("application_id")?, number("user_version")?)
}

/// Whether the file has as many pages as it says. SQLite itself forgives a last page that is cut short, and does not
/// look for pages behind those that it was told of.
fn check_whole(conn: &Connection, path: &Path) -> Result<(), StoreError> {
    // With a key SQLCipher answers for the page size, and in text.
    let number = |name| -> Result<u64, StoreError> {
        let text = conn.pragma_query_value(None, name, |row| Ok(text_of(row.get_ref(0)?)))?;
        text.parse().map_err(|_no_number| StoreError::Damaged)
    };
    let length = path.metadata().map_err(|_just_opened| StoreError::CannotOpen)?.len();
    let (page, count) = (number("page_size")?, number("page_count")?);
    let expected = page.checked_mul(count).ok_or(StoreError::Damaged)?;
    match length.cmp(&expected) {
        Ordering::Equal => Ok(()),
        // Sweeping makes it shorter, as the last that it does: that was cut off, and is done again.
        Ordering::Greater
            if length.is_multiple_of(page) && sweep::waits(conn).unwrap_or_default() =>
        {
            Ok(())
        }
        Ordering::Greater | Ordering::Less => Err(StoreError::Damaged),
    }
}

fn ours(application_id: i32, version: i32) -> Result<(), StoreError> {
    let found = u32::try_from(version).unwrap_or(u32::MAX);
    match (application_id == APPLICATION_ID, found > OURS) {
        (false, _) => Err(StoreError::NotOurs),
        (true, true) => Err(StoreError::TooNew { found, ours: OURS }),
        (true, false) => Ok(()),
    }
}
