//! Damage is noticed before anything is replaced.

use std::fs;
use std::io::Write as _;

use praktijkdossier::backup::{Backup, BackupError, Under};

use super::restore::NOON;
use super::write::{dossier, names, on, verify, write};

/// A generator of which the same seed gives the same numbers.
fn numbers(seed: u64) -> impl FnMut(usize) -> usize {
    let mut random = oorandom::Rand64::new(seed.into());
    move |below| usize::try_from(random.rand_range(0..below as u64)).unwrap()
}

#[test]
fn flips_cuts_and_extra_bytes_of_a_full_backup_are_noticed_and_nothing_is_replaced() {
    let (dir, path, store, _) = dossier(None);
    let to = dir.path().join("kopie.bak");
    write(&store, &to, Under::Dossiers).unwrap();
    drop(store);
    let (whole, before) = (fs::read(&to).unwrap(), fs::read(&path).unwrap());
    let damaged = dir.path().join("stuk.bak");
    let mut number = numbers(7);
    let refused = |bytes: &[u8], what: &str| {
        fs::File::create(&damaged).unwrap().write_all(bytes).unwrap();
        let found = Backup::open(&damaged, None).and_then(|b| b.restore(&path, NOON, &mut on));
        let noticed = matches!(found, Err(BackupError::Damaged(_) | BackupError::NotABackup));
        assert!(noticed, "{what}: {found:?}");
    };
    for _ in 0..400 {
        let (at, bit) = (number(whole.len()), number(8));
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << bit;
        refused(&bytes, &format!("bit {bit} of byte {at}"));
    }
    for _ in 0..100 {
        let length = number(whole.len());
        refused(&whole[..length], &format!("cut to {length}"));
    }
    for _ in 0..100 {
        let (at, byte) = (number(whole.len() + 1), u8::try_from(number(256)).unwrap());
        let mut bytes = whole.clone();
        bytes.insert(at, byte);
        // The same byte twice may stand anywhere in a run of them, but it is one too many.
        refused(&bytes, &format!("byte {byte} at {at}"));
    }
    // Two pieces that changed places, and one twice.
    let half = whole.len() / 2;
    refused(&[&whole[half..], &whole[..half]].concat(), "halves the other way round");
    refused(&[&whole[..], &whole[..]].concat(), "twice");
    assert_eq!(fs::read(&path).unwrap(), before, "the dossier is as it was");
    assert_eq!(names(dir.path()), ["klas.praktijk", "kopie.bak", "stuk.bak"]);
    verify(&to, None).unwrap();
}
