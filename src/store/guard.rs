//! Who may come in, for the window: a dossier that is made with a password, whether a typed password is the one of an
//! open dossier, and words that are kept under its key while it is locked.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::store::keys::{Lock, Password, Sealed, Way};
use crate::store::open::must_be_free;
use crate::store::{Store, StoreError, recovery_code};

/// A dossier that is to have a password. Nothing of it is on the disk yet: its recovery code must first be kept.
pub struct NewDossier {
    path: PathBuf,
    lock: Lock,
    code: Zeroizing<String>,
}

/// Neither keys nor the code.
impl std::fmt::Debug for NewDossier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewDossier(…)")
    }
}

impl NewDossier {
    /// With a key and a recovery code of its own. A file of that name is refused.
    pub fn prepare(path: &Path, password: &Password) -> Result<Self, StoreError> {
        must_be_free(path)?;
        let (lock, code) = Lock::of_dossier(password)?;
        Ok(Self { path: path.to_owned(), lock, code: Zeroizing::new(code) })
    }

    pub fn recovery_code(&self) -> &str {
        &self.code
    }

    /// Whether the recovery code was copied well.
    pub fn is_recovery_code(&self, typed: &str) -> bool {
        recovery_code::is_the_same(&self.code, typed)
    }

    /// From here on it is there.
    pub fn create(self) -> Result<Store, StoreError> {
        let Self { path, lock, code: _ } = self;
        Store::create_under(&path, Some(lock))
    }
}

/// What tells whether a password is that of a dossier, apart from the dossier: that takes a moment.
#[derive(Debug)]
pub struct PasswordCheck(Lock);

impl PasswordCheck {
    /// Also the recovery code is one.
    pub fn check(&self, typed: &Password) -> Result<(), StoreError> {
        let Self(lock) = self;
        lock.slots.open(typed).map(drop)
    }
}

impl Store {
    /// Whether the file is encrypted.
    pub const fn has_password(&self) -> bool {
        self.lock().is_some()
    }

    /// Whether one came in with the recovery code: the password may be forgotten.
    pub fn opened_with_recovery_code(&self) -> bool {
        self.lock().is_some_and(|lock| lock.way == Way::RecoveryCode)
    }

    /// `None`: it has no password.
    pub fn password_check(&self) -> Option<PasswordCheck> {
        self.lock().cloned().map(PasswordCheck)
    }

    /// Words that nobody can read until this dossier is open again.
    pub fn seal(&self, words: &str) -> Result<Sealed, StoreError> {
        self.lock().ok_or(StoreError::NoPassword)?.key.seal(words)
    }

    /// `None`: they belong to another dossier.
    pub fn unseal(&self, sealed: &Sealed) -> Option<Zeroizing<String>> {
        self.lock()?.key.unseal(sealed)
    }
}
