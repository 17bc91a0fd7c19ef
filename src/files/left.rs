//! Files that a program was making when it ended halfway. Who makes one holds a lock on it, which goes when the program
//! does: what nobody holds was left behind.

use std::fs::{self, File};
use std::path::Path;

/// So that nobody takes it for left behind. Where the system knows no such locks it is not taken away either.
pub(super) fn hold(file: &File) {
    file.try_lock().ok();
}

/// Takes away what was left half made in a folder of files whose name `is_ours`. What cannot be had stays.
pub fn remove_left(folder: &Path, is_ours: impl Fn(&str) -> bool) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let target = name.to_str().and_then(target_of);
        if target.is_some_and(&is_ours) && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let free = File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok());
            if free {
                fs::remove_file(entry.path()).ok();
            }
        }
    }
}

/// `.papier.pdf.1234.deel` is to become `papier.pdf`.
fn target_of(name: &str) -> Option<&str> {
    let (target, process) = name.strip_prefix('.')?.strip_suffix(".deel")?.rsplit_once('.')?;
    let is_number = !process.is_empty() && process.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(target)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::{write_atomic, write_beside};

    #[test]
    fn what_nobody_is_making_any_more_is_taken_away_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let left = [".een.pdf.12.deel", ".twee.pdf.987654.deel"];
        let others = [".een.pdf.deel", "een.pdf.12.deel", ".een.pdf.12-0.deel", ".een.txt.12.deel"];
        for name in left.iter().chain(&others) {
            write_atomic(&dir.path().join(name), b"half").unwrap();
        }
        let waiting = write_beside(&dir.path().join("drie.pdf"), b"heel").unwrap();
        remove_left(dir.path(), |target| target.ends_with(".pdf"));
        waiting.put().unwrap();
        let mut names: Vec<_> = fs::read_dir(dir.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        let mut expected = others.to_vec();
        expected.push("drie.pdf");
        expected.sort_unstable();
        assert_eq!(names, expected);
    }
}
