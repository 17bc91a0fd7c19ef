//! A logo: PNG or JPEG.
#![no_main]

use libfuzzer_sys::fuzz_target;
use praktijkdossier::hostile;

fuzz_target!(|bytes: &[u8]| hostile::logo(bytes));
