//! The marker of a swap that was cut off.
#![no_main]

use libfuzzer_sys::fuzz_target;
use praktijkdossier::hostile;

fuzz_target!(|bytes: &[u8]| hostile::marker(bytes));
