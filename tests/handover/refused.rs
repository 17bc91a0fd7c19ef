//! What is no handover, or is closed to who tries, is refused; nothing of it is shown.

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use praktijkdossier::backup::{self, Backup, BackupError, Under};
use praktijkdossier::domain::Id;
use praktijkdossier::handover::{HandoverError, Incoming};
use praktijkdossier::store::Password;

use super::both::{filled, given, password};

fn refused(path: &Path, password: &Password) -> BackupError {
    match Incoming::open(path, password, &mut |_| ControlFlow::Continue(())) {
        Err(HandoverError::File(error)) => error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn another_password_opens_nothing() {
    let (_dir, path) = given(&mut filled(), &[Id::new(1)]);
    let other = Password::new("een andere lange zin".to_owned());
    assert!(matches!(refused(&path, &other), BackupError::WrongPassword));
}

#[test]
fn a_backup_is_no_handover_and_a_handover_is_no_backup() {
    let (dir, path) = given(&mut filled(), &[Id::new(1)]);
    assert!(backup::is_handover(&path).unwrap());
    assert!(!backup::is_backup(&path).unwrap());
    assert!(matches!(Backup::open(&path, Some(&password())), Err(BackupError::NotABackup)));

    let kept = dir.path().join("kopie");
    let now = "2026-03-02T09:00:00Z".parse().unwrap();
    let go_on = &mut |_| ControlFlow::Continue(());
    backup::write(&filled(), &kept, Under::Own(&password()), now, go_on).unwrap();
    assert!(matches!(refused(&kept, &password()), BackupError::NotABackup));
    // Also when its first bytes say so: the key is bound to the kind.
    let mut bytes = fs::read(&kept).unwrap();
    bytes[..8].copy_from_slice(b"PrkDover");
    praktijkdossier::files::write_atomic(&kept, &bytes).unwrap();
    assert!(matches!(refused(&kept, &password()), BackupError::Damaged(_)));
}

#[test]
fn a_file_that_was_cut_or_became_longer_shows_nothing() {
    let (dir, path) = given(&mut filled(), &[Id::new(1)]);
    let whole = fs::read(&path).unwrap();
    let changed = dir.path().join("veranderd");
    for bytes in
        [&whole[..whole.len() - 1], &whole[..whole.len() / 2], &[&whole[..], b"\n"].concat()]
    {
        praktijkdossier::files::write_atomic(&changed, bytes).unwrap();
        assert!(matches!(refused(&changed, &password()), BackupError::Damaged(_)));
    }
}

#[test]
fn no_name_stands_in_the_file() {
    let (_dir, path) = given(&mut filled(), &[Id::new(1)]);
    let bytes = fs::read(&path).unwrap();
    for name in ["Öztürk", "Zoë", "Korenaar", "Gaziantep"] {
        assert!(!bytes.windows(name.len()).any(|part| part == name.as_bytes()), "{name}");
    }
}
