//! What screens are built from.

pub(crate) mod button;
pub(crate) mod calendar;
pub(crate) mod field;
pub(crate) mod list;
pub(crate) mod logo;
pub(crate) mod pick;
pub(crate) mod preview;
pub(crate) mod search;
pub(crate) mod secret;
