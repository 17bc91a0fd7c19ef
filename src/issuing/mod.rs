//! Making documents out of a dossier: one, or a ceremony's worth.
//!
//! One document:
//! - [`concept`]: bytes to look at, gaps and all. Leaves no trace.
//! - [`issue`]: final. It gets its number, and line, content and bytes stand in the register before anyone has a file of it.
//! - [`again`]: the bytes of an issued document, those that were issued.
//! - [`duplicate`]: the same document, which says that it was printed before.
//!
//! Many: a [`Batch`], which goes in chunks so that memory stays flat and a window stays awake.
//!
//! ```text
//!  Batch::new(wanted, order, stamp)
//!  loop {
//!      batch.prepare(&store)     reads facts, gives numbers         with the store    None: finished, or halted
//!      chunk.print()             renders, writes beside the place   no store, Send    seconds, on all cores
//!      batch.register(&mut …)    one transaction, then renames      with the store
//!      batch.take_outcomes()     what became of each
//!  }                             between two rounds: progress, time left, Stop (just do not go on)
//!  batch.take_outcomes()         those that were left out at the end
//! ```
//!
//! The command line does these one after the other. A window does `prepare` and `register` in the thread that has the
//! store, a moment each, and hands the [`Chunk`] to a thread of its own; [`Printed`] comes back. One chunk at a time: the
//! next one gets its numbers when this one is registered. A chunk that is dropped, printed or not, leaves no file and no
//! number, and what it held is still to be done.
//!
//! What can go wrong, and what then holds:
//! - *Facts are missing, it was issued before, a row cannot be read*: left out, with the reason ([`Made::Not`]).
//! - *A document cannot be rendered* (a letter that the typeface lacks): left out; what came before it in the chunk is
//!   registered, what comes after it gets its number anew. So numbers have no gaps.
//! - *The disk is full, the folder is gone or may not be written, a file of that name is there*: the batch halts
//!   ([`Batch::halted`]). What was registered is done; [`Batch::left`] says what is not. No half files.
//! - *The last rename fails*: the number is given and the bytes are in the register: [`Made::OnlyRegistered`], and
//!   [`again`] makes the file.
//! - *Facts change while they are printed*: the chunk is taken back and made anew, a few times in a row; then what still
//!   changes is left out.
//! - *The dossier cannot be written*: the chunk is taken back whole, and its files are gone.
//!
//! Knows no clock, no screen and no words; it says what happened.

mod about;
mod changed;
mod inzage;
mod names;
mod ready;

mod one;

mod batch;
mod chunk;
mod outcome;

use std::path::PathBuf;

use crate::documents::kept::KeptError;
use crate::documents::pdf::PdfError;
use crate::domain::gap::Missing;
use crate::domain::{DocumentNumber, Spot};
use crate::files::FileError;
use crate::store::StoreError;

pub use about::About;
pub use batch::{Batch, Bundling, Order};
pub use changed::{Changed, changed};
pub use chunk::{Chunk, MOST_IN_CHUNK, Printed, Progress};
pub use inzage::inzage;
pub use names::{Naming, file_name, name_of_line};
pub use one::{Issued, again, concept, duplicate, issue, pages, sheet};
pub use outcome::{Made, Outcome};
pub use ready::Typed;

/// Why a document is not made.
#[derive(Debug, thiserror::Error)]
pub enum NotMade {
    #[error("facts are missing")]
    Missing(Vec<Missing>),
    /// A field shows what does not fit: the paper would say something else than the screen.
    #[error("a field shows what does not fit")]
    WrongField(Spot),
    /// Each time that it was printed, its facts were others than when that began.
    #[error("its facts kept changing")]
    KeepsChanging,
    /// It can be made again, or withdrawn first.
    #[error("issued before as {0}")]
    Issued(DocumentNumber),
    #[error("a document of this kind has no number")]
    NotRegistered,
    #[error("a document of this kind is not made without a number")]
    MustBeIssued,
    /// Nothing is overwritten.
    #[error("there is a file of that name")]
    FileThere(PathBuf),
    #[error(transparent)]
    File(#[from] FileError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Pdf(#[from] PdfError),
    #[error(transparent)]
    Kept(#[from] KeptError),
}
