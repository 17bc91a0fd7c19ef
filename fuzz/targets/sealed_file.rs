//! The whole file of a backup: header, seal, frame.
#![no_main]

use libfuzzer_sys::fuzz_target;
use praktijkdossier::hostile;

thread_local! {
    static FOLDER: tempfile::TempDir = tempfile::tempdir().expect("a folder for the files");
}

fuzz_target!(|bytes: &[u8]| FOLDER.with(|folder| hostile::sealed_file(folder.path(), bytes)));
