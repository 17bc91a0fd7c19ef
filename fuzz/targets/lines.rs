//! What is inside a backup or a handover, past the seal.
#![no_main]

use libfuzzer_sys::fuzz_target;
use praktijkdossier::hostile;

thread_local! {
    static FOLDER: tempfile::TempDir = tempfile::tempdir().expect("a folder for the files");
}

fuzz_target!(|bytes: &[u8]| FOLDER.with(|folder| hostile::lines(folder.path(), bytes)));
