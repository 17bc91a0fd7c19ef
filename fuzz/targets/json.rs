//! JSON for `zet`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use praktijkdossier::hostile;

thread_local! {
    static STORE: praktijkdossier::store::Store =
        praktijkdossier::store::Store::in_memory().expect("a dossier in memory");
}

fuzz_target!(|bytes: &[u8]| STORE.with(|store| hostile::json(store, bytes)));
