//! A password comes, changes and goes: who gets in then, and what can be read.

use std::path::Path;

use praktijkdossier::store::{
    Password, PasswordChange, Renewal, Store, StoreError, has_password, inspect,
};

use super::builders::everything;
use super::files::{dossier, folder};

fn typed(text: &str) -> Password {
    Password::new(text.to_owned())
}

fn all(path: &Path, password: Option<&str>) -> String {
    let password = password.map(typed);
    assert!(inspect(path, password.as_ref()).unwrap().whole());
    everything(&Store::open(path, password.as_ref()).unwrap())
}

fn refused(path: &Path, password: &str) {
    let refused = Store::open(path, Some(&typed(password)));
    assert!(matches!(refused, Err(StoreError::WrongPassword)), "{password}");
}

fn give(path: &Path, new: &str) -> String {
    let change = PasswordChange::give(path, &typed(new)).unwrap();
    let code = change.recovery_code().unwrap().to_owned();
    assert!(change.is_recovery_code(&code.to_lowercase()) && !change.is_recovery_code("00000"));
    change.apply().unwrap();
    code
}

fn renew(path: &Path, old: &str, renewal: &Renewal) -> Option<String> {
    let change = PasswordChange::renew(path, &typed(old), renewal).unwrap();
    let code = change.recovery_code().map(str::to_owned);
    change.apply().unwrap();
    code
}

#[test]
fn a_password_is_given_changed_and_taken_and_nothing_is_lost() {
    let (_dir, path) = dossier();
    let before = all(&path, None);
    let names = |path: &Path| folder(path).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    let plain_names = names(&path);
    let clear = folder(&path);
    assert!(clear.iter().any(|(_, bytes)| memchr::memmem::find(bytes, b"Gaziantep").is_some()));

    let code = give(&path, "eerste");
    assert!(has_password(&path).unwrap());
    for (name, bytes) in folder(&path) {
        for word in ["ztürk", "Gaziantep", "Korenaar", "leerbedrijf", "SQLite"] {
            let found = memchr::memmem::find(&bytes, word.as_bytes());
            assert_eq!(found, None, "{word} in {}", name.display());
        }
    }
    assert!(matches!(Store::open(&path, None), Err(StoreError::NeedsPassword)));
    assert_eq!(all(&path, Some("eerste")), before);
    assert_eq!(all(&path, Some(&code)), before);

    let pages = |path: &Path| std::fs::read(path).unwrap();
    let encrypted = pages(&path);
    assert_eq!(renew(&path, "eerste", &Renewal::Password(typed("tweede"))), None);
    assert!(pages(&path) == encrypted, "only the key is wrapped anew");
    refused(&path, "eerste");
    assert_eq!(all(&path, Some("tweede")), before);
    assert_eq!(all(&path, Some(&code)), before, "the recovery code still counts");

    let second = renew(&path, "tweede", &Renewal::RecoveryCode).unwrap();
    refused(&path, &code);
    assert_eq!(all(&path, Some("tweede")), before);
    // Who forgot the password comes in with the code, and gives another.
    let third = renew(&path, &second, &Renewal::Both(typed("derde"))).unwrap();
    refused(&path, "tweede");
    refused(&path, &second);
    assert_eq!(all(&path, Some(&third)), before);

    PasswordChange::take(&path, &typed("derde")).unwrap().apply().unwrap();
    assert_eq!(all(&path, None), before);
    assert_eq!(names(&path), plain_names, "no key file and no copy stays behind");
}

#[test]
fn what_is_not_applied_or_not_allowed_changes_nothing() {
    let (_dir, path) = dossier();
    let wrong = typed("fout");
    let before = folder(&path);
    drop(PasswordChange::give(&path, &wrong).unwrap());
    assert!(matches!(PasswordChange::take(&path, &wrong), Err(StoreError::NoPassword)));
    assert!(folder(&path) == before);
    let open = Store::open(&path, None).unwrap();
    assert!(matches!(PasswordChange::give(&path, &wrong), Err(StoreError::Busy)));
    drop(open);

    give(&path, "goed");
    let before = folder(&path);
    let renewal = Renewal::Password(typed("nieuw"));
    for refused in
        [PasswordChange::renew(&path, &wrong, &renewal), PasswordChange::take(&path, &wrong)]
    {
        assert!(matches!(refused, Err(StoreError::WrongPassword)));
    }
    assert!(matches!(PasswordChange::give(&path, &wrong), Err(StoreError::NeedsPassword)));
    drop(PasswordChange::renew(&path, &typed("goed"), &renewal).unwrap());
    drop(PasswordChange::take(&path, &typed("goed")).unwrap());
    assert!(folder(&path) == before);
}
