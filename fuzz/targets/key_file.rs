//! The key file beside a dossier.
#![no_main]

use libfuzzer_sys::fuzz_target;
use praktijkdossier::hostile;

fuzz_target!(|bytes: &[u8]| hostile::key_file(bytes));
