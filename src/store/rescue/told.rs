//! What a rescue came to: how much was saved of each table, and what was not.

use crate::domain::{DocumentNumber, RecordKind};
use crate::store::kind_of;

/// What was saved of a damaged dossier, and what was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rescue {
    /// For each table, in the order of the file.
    pub parts: Vec<RescuedPart>,
    pub pages: u32,
    /// Pages that cannot be read, or hold something that has no place.
    pub unread_pages: u32,
    /// Whether the whole history could be read: then what is lost is known to the last record.
    pub history_whole: bool,
    /// Issued documents of which the file itself is lost; their lines are there.
    pub lost_files: Vec<DocumentNumber>,
}

/// What a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    Records(RecordKind),
    Pictures,
    /// Lines of the history.
    History,
    /// Rows as they were, behind those lines.
    Images,
    Documents,
    DocumentFiles,
    Withdrawals,
    /// By what records are known that went to another dossier.
    Marks,
    /// Bytes of documents that others issued.
    ReceivedFiles,
}

/// What was saved of one table. Records are named by their numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RescuedPart {
    pub kind: PartKind,
    /// How many rows came over as they stand.
    pub saved: u64,
    /// Not readable, and put back as the history tells.
    pub from_history: Vec<i64>,
    /// They stand otherwise than the history tells, or hold a broken letter.
    pub doubtful: Vec<i64>,
    /// Lost, and their numbers are known.
    pub lost: Vec<i64>,
    /// Lost, of which no number is known.
    pub nameless: u64,
    /// Numbers between which rows may have been lost.
    pub holes: Vec<(Option<i64>, Option<i64>)>,
    /// They pointed at something that is lost, and do not any more.
    pub loosened: Vec<i64>,
    /// Only the number is known, since something points at it: they are there, and empty.
    pub blank: Vec<i64>,
}

impl Rescue {
    /// Whether everything was saved, as it was.
    pub fn whole(&self) -> bool {
        let Self { parts, pages: _, unread_pages, history_whole, lost_files } = self;
        *history_whole
            && *unread_pages == 0
            && lost_files.is_empty()
            && parts.iter().all(RescuedPart::whole)
    }
}

impl RescuedPart {
    /// Whether everything of it is there, as it was.
    pub fn whole(&self) -> bool {
        let Self {
            kind: _,
            saved: _,
            from_history: _,
            doubtful,
            lost,
            nameless,
            holes,
            loosened,
            blank,
        } = self;
        [doubtful, lost, loosened, blank].iter().all(|list| list.is_empty())
            && *nameless == 0
            && holes.is_empty()
    }
}

/// The same while it is going on.
pub(crate) struct Saved {
    pub(super) table: String,
    pub(super) saved: u64,
    pub(super) from_history: Vec<i64>,
    pub(super) doubtful: Vec<i64>,
    pub(super) lost: Vec<i64>,
    pub(super) nameless: u64,
    pub(super) holes: Vec<(Option<i64>, Option<i64>)>,
    pub(super) loosened: Vec<i64>,
    pub(super) blank: Vec<i64>,
}

impl Saved {
    pub(super) fn new(table: &str) -> Self {
        Self {
            table: table.to_owned(),
            saved: 0,
            from_history: Vec::new(),
            doubtful: Vec::new(),
            lost: Vec::new(),
            nameless: 0,
            holes: Vec::new(),
            loosened: Vec::new(),
            blank: Vec::new(),
        }
    }

    pub(super) fn lose(&mut self, key: Option<i64>) {
        match key {
            Some(key) => self.lost.push(key),
            None => self.nameless += 1,
        }
    }

    pub(super) fn told(self) -> RescuedPart {
        let Self { table, saved, from_history, doubtful, lost, nameless, holes, loosened, blank } =
            self;
        let kind = match table.as_str() {
            "picture" => PartKind::Pictures,
            "journal" => PartKind::History,
            "issued" => PartKind::Documents,
            "issued_file" => PartKind::DocumentFiles,
            "withdrawal" => PartKind::Withdrawals,
            "mark" => PartKind::Marks,
            "received_file" => PartKind::ReceivedFiles,
            name => kind_of(name).map_or(PartKind::Images, PartKind::Records),
        };
        let sorted = |mut ids: Vec<i64>| {
            ids.sort_unstable();
            ids.dedup();
            ids
        };
        RescuedPart {
            kind,
            saved,
            from_history: sorted(from_history),
            doubtful: sorted(doubtful),
            lost: sorted(lost),
            nameless,
            holes,
            loosened: sorted(loosened),
            blank: sorted(blank),
        }
    }
}
