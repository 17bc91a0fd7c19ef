//! Data in and out: records as JSON, the same way in both directions.
//!
//! A record is an object with `id` and every field under its own key ([`crate::domain::Field::key`]): dates as
//! `jjjj-mm-dd`, numbers as numbers, flags as booleans, what is empty as `null`. What has no meaning without a record
//! stands in a list inside it. See `docs/decisions/0030-records-as-json.md`.

pub mod csv;
mod fill;
mod inside;
mod inzage;
mod json_fields;
mod json_in;
mod json_out;
mod json_text;

pub use inside::{Inside, PictureField, inside, picture_fields};
pub use inzage::{document, inzage, line};
pub use json_fields::JsonType;
pub use json_in::{Done, Outcome, Place, Plan, Problem, ReadError, ReadFile, plan};
pub use json_out::Objects;
pub use json_text::{MOST_BYTES, TextError, objects};
