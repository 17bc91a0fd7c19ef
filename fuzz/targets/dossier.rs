//! A dossier without a password.
#![no_main]

use libfuzzer_sys::fuzz_target;
use praktijkdossier::hostile;

thread_local! {
    static FOLDER: tempfile::TempDir = tempfile::tempdir().expect("a folder for the files");
}

fuzz_target!(|bytes: &[u8]| FOLDER.with(|folder| hostile::dossier(folder.path(), bytes)));
