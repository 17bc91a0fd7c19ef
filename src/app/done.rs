//! What comes back to the window from beside it.

use std::path::PathBuf;

use crate::app::handover::HandingOver;
use crate::app::session::Session;
use crate::app::shared::Moved;
use crate::app::world::Printed;
use crate::app::{batch, copies, guard, trouble};
use crate::backup::Made;
use crate::domain::Spot;
use crate::handover::{HandoverError, Incoming};
use crate::pictures::Picture;
use crate::store::StoreError;

/// What comes back from slow work and from the system's dialogs.
pub(crate) enum Done {
    Opened(PathBuf, Result<Box<Session>, StoreError>),
    NewPlace(Option<PathBuf>),
    Existing(Option<PathBuf>),
    PaperPlace(Vec<u8>, Option<PathBuf>),
    /// For a file that is no document.
    FilePlace {
        bytes: Vec<u8>,
        ending: &'static str,
        path: Option<PathBuf>,
    },
    BatchFolder(Option<PathBuf>),
    BatchFolderThenStart(Option<PathBuf>),
    /// Documents of a batch.
    Printed(batch::Back),
    Copies(copies::Back),
    /// About who gets in.
    Guard(guard::Back),
    /// Went to the printer, or not.
    PrintedOut(Printed),
    /// About a dossier that cannot be opened to work in.
    Trouble(trouble::Back),
    Moved(Box<Moved>),
    HandoverPlace(HandingOver, Option<PathBuf>),
    HandedOver(Option<PathBuf>, HandingOver, Result<Made, HandoverError>),
    HandoverFile(Option<PathBuf>),
    CameIn(Option<PathBuf>, PathBuf, Result<Box<Incoming>, HandoverError>),
    Logo {
        dossier: Option<PathBuf>,
        spot: Spot,
        picture: Result<Picture, String>,
    },
}
