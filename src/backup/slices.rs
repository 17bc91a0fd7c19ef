//! The lines of a backup a slice at a time, for who has other things to do with the dossier in between. What is in a
//! backup is of one moment: when the dossier changes meanwhile, all slices before it count for nothing.

use std::ops::ControlFlow;

use jiff::Timestamp;

use crate::backup::lines::LineWriter;
use crate::backup::packer::failed;
use crate::backup::{BackupError, Contents};
use crate::store::{self, Cursor, Rest, Store, TableShape};

/// Lines on their way into a backup.
pub(crate) struct Slices {
    now: Timestamp,
    series: Option<String>,
    shapes: Vec<TableShape>,
    contents: Contents,
    lines: Lines,
    /// The table that is read, and where in it; behind the last one all was read.
    table: usize,
    cursor: Option<Cursor>,
    rows: u64,
    times_changed: (u64, u64),
}

enum Lines {
    Growing(Box<LineWriter<Vec<u8>>>),
    /// With the last one.
    Ended(Vec<u8>),
}

/// What came of a slice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slice {
    /// There is more to read.
    More,
    /// All was read.
    All,
    /// The dossier has changed: what was read before is of no use.
    Stale,
}

/// How many bytes a slice has at most, but for one long row.
const MOST_BYTES: usize = 4 * 1024 * 1024;

impl Slices {
    pub(crate) fn begin(
        store: &Store,
        series: Option<String>,
        now: Timestamp,
    ) -> Result<Self, BackupError> {
        let (shapes, contents) = store.at_one_moment(|version| {
            let shapes = store::tables_of(version)?;
            let contents = Contents::of_tables(store, version, &shapes, now)?;
            Ok::<_, BackupError>((shapes, contents))
        })?;
        let contents = Contents { series: series.clone(), ..contents };
        let mut lines = LineWriter::new(Vec::new());
        lines.manifest(&contents).map_err(not_in_memory)?;
        let times_changed = store.times_changed();
        let (lines, cursor) = (Lines::Growing(Box::new(lines)), None);
        Ok(Self { now, series, shapes, contents, lines, table: 0, cursor, rows: 0, times_changed })
    }

    /// From the beginning, as the dossier is now.
    pub(crate) fn again(&self, store: &Store) -> Result<Self, BackupError> {
        Self::begin(store, self.series.clone(), self.now)
    }

    /// Reads on, for as long as `time` says.
    pub(crate) fn go_on(
        &mut self,
        store: &Store,
        mut time: impl FnMut() -> bool,
    ) -> Result<Slice, BackupError> {
        if store.times_changed() != self.times_changed {
            return Ok(Slice::Stale);
        }
        while self.ready() < MOST_BYTES {
            let Some(shape) = self.shapes.get(self.table) else {
                return self.end();
            };
            let Lines::Growing(lines) = &mut self.lines else { return Ok(Slice::All) };
            let cursor = match &mut self.cursor {
                Some(cursor) => cursor,
                begin => {
                    let TableShape { name, columns } = shape;
                    lines.table(name, columns).map_err(not_in_memory)?;
                    begin.insert(store.before_first(shape)?)
                }
            };
            let rows = &mut self.rows;
            let rest = store.go_on(cursor, |cells| {
                lines.row(cells).map_err(not_in_memory)?;
                *rows += 1;
                let full = lines.out().len() >= MOST_BYTES;
                Ok::<_, BackupError>(if full {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                })
            })?;
            if rest == Rest::Nothing {
                (self.table, self.cursor) = (self.table + 1, None);
            }
            if !time() {
                break;
            }
        }
        Ok(Slice::More)
    }

    fn end(&mut self) -> Result<Slice, BackupError> {
        let lines = std::mem::replace(&mut self.lines, Lines::Ended(Vec::new()));
        self.lines = Lines::Ended(match lines {
            Lines::Growing(lines) => lines.end().map_err(not_in_memory)?,
            Lines::Ended(lines) => lines,
        });
        Ok(Slice::All)
    }

    /// How many bytes wait to be taken.
    pub(crate) fn ready(&self) -> usize {
        match &self.lines {
            Lines::Growing(lines) => lines.out().len(),
            Lines::Ended(lines) => lines.len(),
        }
    }

    /// What was read and not taken yet.
    pub(crate) fn take(&mut self) -> Vec<u8> {
        std::mem::take(match &mut self.lines {
            Lines::Growing(lines) => lines.out_mut(),
            Lines::Ended(lines) => lines,
        })
    }

    /// What the backup is to hold.
    pub(crate) const fn contents(&self) -> &Contents {
        &self.contents
    }

    /// How many rows were read, of how many.
    pub(crate) fn progress(&self) -> (u64, u64) {
        (self.rows, self.contents.rows())
    }
}

/// Writing in memory fails only for a line that is longer than a reader takes.
fn not_in_memory(err: std::io::Error) -> BackupError {
    failed(std::path::Path::new(""), err)
}
