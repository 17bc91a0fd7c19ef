//! The journal that SQLite keeps beside a dossier during a change, and out of which it takes back what was cut off
//! halfway. SQLite does that; here it is only looked at.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

/// How a journal begins that counts: <https://www.sqlite.org/fileformat2.html>, 3.
const MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/// The largest that SQLite knows, of a page and of a sector.
const MOST: u32 = 65_536;

pub(super) fn file_of(dossier: &Path) -> PathBuf {
    let mut name = dossier.as_os_str().to_owned();
    name.push("-journal");
    PathBuf::from(name)
}

/// Whether a change was cut off halfway and has to be taken back. One that did not come to the dossier itself yet
/// leaves a journal that begins with a zero: of that nothing has to be taken back.
pub(super) fn is_unfinished(dossier: &Path) -> bool {
    let mut first = [0];
    let read = File::open(file_of(dossier)).and_then(|mut file| file.read_exact(&mut first));
    read.is_ok() && first != [0]
}

/// The first page of the dossier as it was before the change that was cut off; `None` where there was no such change,
/// or where it left the first page alone.
pub(super) fn first_page(dossier: &Path) -> Option<Vec<u8>> {
    let mut file = File::open(file_of(dossier)).ok()?;
    let end = file.metadata().ok()?.len();
    let mut at = 0;
    // In pieces, each with a head of its own at the beginning of a sector.
    while at < end {
        let head = read(&mut file, at, 28)?;
        if !head.starts_with(&MAGIC) {
            return None;
        }
        let number = |from: usize| {
            let bytes = head.get(from..from + 4).and_then(|b| <[u8; 4]>::try_from(b).ok());
            bytes.map(u32::from_be_bytes)
        };
        let (count, sector, page) = (number(8)?, number(20)?, number(24)?);
        if !(32..=MOST).contains(&sector) || !(512..=MOST).contains(&page) {
            return None;
        }
        let length = usize::try_from(page).ok()?;
        at += u64::from(sector);
        for _ in 0..count {
            if read(&mut file, at, 4)? == [0, 0, 0, 1] {
                return read(&mut file, at + 4, length);
            }
            at += u64::from(page) + 8;
        }
        at = at.next_multiple_of(u64::from(sector));
    }
    None
}

fn read(file: &mut File, at: u64, length: usize) -> Option<Vec<u8>> {
    let mut bytes = vec![0; length];
    file.seek(SeekFrom::Start(at)).ok()?;
    file.read_exact(&mut bytes).ok()?;
    Some(bytes)
}
