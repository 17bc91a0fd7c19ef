//! Lines of any hand, sealed as ours are, so that what tries the readers gets past the seal. In no program that is handed
//! out.

use std::io::{self, Write as _};
use std::ops::ControlFlow;
use std::path::Path;

use zstd::stream::write::Encoder;

use crate::backup::handover::into_memory;
use crate::backup::header::{Front, SealedKind};
use crate::backup::seal::{Sealer, Unsealer};
use crate::backup::{Backup, BackupError, Contents, Protection, Under, write};
use crate::files;
use crate::store::Store;
use crate::store::keys::Lock;

/// What is inside a backup of this dossier, without its last line.
pub(crate) fn lines_of(store: &Store, folder: &Path) -> io::Result<Vec<u8>> {
    let path = folder.join("kopie");
    let now = jiff::Timestamp::UNIX_EPOCH;
    write(store, &path, Under::Dossiers, now, &mut |_| ControlFlow::Continue(()))
        .map_err(|_not_made| io::ErrorKind::Other)?;
    let bytes = files::read_limited(&path, u64::MAX).map_err(|error| error.source)?;
    files::remove_own(&path);
    let mut input = bytes.as_slice();
    let front = Front::read(SealedKind::Backup, &mut input, |_| BackupError::NotABackup);
    let front = front.map_err(|_no_header| io::ErrorKind::Other)?;
    let key = front.key(&Lock::known()).map_err(|_no_key| io::ErrorKind::Other)?;
    let unsealer = Unsealer::new(input, &front, &key)?;
    let mut lines = Vec::new();
    io::copy(&mut zstd::Decoder::with_buffer(unsealer)?, &mut lines)?;
    lines.truncate(end_of(&lines));
    Ok(lines)
}

/// Where the last line begins.
fn end_of(lines: &[u8]) -> usize {
    let whole = lines.strip_suffix(b"\n").unwrap_or(lines);
    memchr::memrchr(b'\n', whole).map_or(0, |at| at + 1)
}

/// Reads these lines, with an end that says `rows` and the sum that belongs to them, as they would be read from a file.
pub(crate) fn read(
    folder: &Path,
    lines: &[u8],
    rows: u64,
) -> Result<(Contents, Store), BackupError> {
    let mut text = lines.to_vec();
    let sum = blake3::hash(&text).to_hex();
    text.extend(format!("{{\"einde\":{rows},\"blake3\":\"{sum}\"}}\n").bytes());
    let sealed = sealed(&text).map_err(|_in_memory| BackupError::Stopped)?;
    let mut file = files::NewFile::beside(&folder.join("regels"))?;
    file.write_all(&sealed).map_err(|_full| BackupError::Stopped)?;
    let opened = Backup::open(file.path(), None)?;
    into_memory(&opened, &mut |_| ControlFlow::Continue(()))
}

fn sealed(lines: &[u8]) -> io::Result<Vec<u8>> {
    let (front, key) = Front::new(SealedKind::Backup, Protection::Geen, &Lock::known())
        .map_err(|_no_random| io::ErrorKind::Other)?;
    let mut out = front.bytes().to_vec();
    let mut encoder = Encoder::new(Sealer::new(&mut out, &front, &key), 1)?;
    encoder.include_checksum(true)?;
    encoder.write_all(lines)?;
    encoder.finish()?.finish()?;
    Ok(out)
}
