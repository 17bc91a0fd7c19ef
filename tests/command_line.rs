//! The built program, as an administrator or a script uses it: without a window, a screen or a person.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

#[path = "documents/read_back.rs"]
#[expect(dead_code, reason = "the tests of paper look at more of it")]
mod read_back;

#[path = "command_line/program.rs"]
mod program;

#[path = "command_line/json.rs"]
mod json;

#[path = "command_line/backup.rs"]
mod backup;

#[path = "command_line/password.rs"]
mod password;

#[path = "command_line/main_job.rs"]
mod main_job;

#[path = "command_line/issued.rs"]
mod issued;

#[path = "command_line/refusals.rs"]
mod refusals;

#[path = "command_line/terminal.rs"]
mod terminal;
