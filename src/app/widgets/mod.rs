//! What screens are built from.

pub mod button;
pub mod field;
pub mod list;
pub mod pick;
pub mod search;
