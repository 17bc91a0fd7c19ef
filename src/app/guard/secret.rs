//! What is typed and nobody may read: wiped when it is dropped, and never shown by a debugger's print.

use zeroize::Zeroizing;

use crate::store::{LEAST_CHARACTERS, Password};

/// A password or a recovery code, as far as it is typed.
pub(crate) struct Secret(Zeroizing<String>);

impl Secret {
    /// The most characters.
    pub(crate) const MOST: usize = 256;

    /// Where it is typed in.
    pub(crate) fn text(&mut self) -> &mut String {
        &mut self.0
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn password(&self) -> Password {
        Password::new(self.0.as_str().to_owned())
    }
}

impl Default for Secret {
    /// With room for the longest: text that moves leaves itself behind.
    fn default() -> Self {
        Self(Zeroizing::new(String::with_capacity(4 * Self::MOST)))
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Secret").finish_non_exhaustive()
    }
}

/// Whether what is typed can be read on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Sight {
    #[default]
    Hidden,
    Shown,
}

/// A password that is to be new, typed twice.
#[derive(Debug, Default)]
pub(crate) struct NewPassword {
    pub(crate) first: Secret,
    pub(crate) again: Secret,
    pub(crate) sight: Sight,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Progress {
    Empty,
    /// So many characters more.
    Short(usize),
    /// Not typed the same twice, or not yet.
    Differs,
    Ready,
}

impl NewPassword {
    pub(crate) fn progress(&self) -> Progress {
        let Self { first, again, sight: _ } = self;
        if first.is_empty() {
            Progress::Empty
        } else if !first.password().is_long_enough() {
            let there = first.as_str().chars().count();
            Progress::Short(LEAST_CHARACTERS.saturating_sub(there).max(1))
        } else if first.as_str() == again.as_str() {
            Progress::Ready
        } else {
            Progress::Differs
        }
    }

    /// `None`: it is not ready.
    pub(crate) fn taken(&self) -> Option<Password> {
        (self.progress() == Progress::Ready).then(|| self.first.password())
    }
}
