//! Nothing is lost: power cuts, kills, full and failing disks, tried on the real store and the real program.
//!
//! In short form with all other tests; `PROEF=vol cargo test --release --test power -- --nocapture --test-threads=1` does
//! all of it and says what was tried. How it looks at the disk: `docs/decisions/0060-a-watched-disk.md`.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]
#![expect(clippy::print_stdout, reason = "says what was tried")]

#[path = "store/builders.rs"]
#[expect(dead_code, reason = "made for the tests of the store, of which these need a part")]
mod builders;

#[path = "screens/window.rs"]
#[expect(dead_code, reason = "made for the tests of the window, of which these need a part")]
mod window_of_tests;

mod power {
    mod cheap_keys;
    mod cuts;
    mod disk;
    mod events;
    mod faults;
    mod kept;
    mod kills;
    mod outside;
    mod run;
    mod watched;
    mod window;
}
