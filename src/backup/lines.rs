//! What is inside a backup: lines of JSON, and behind them pictures, papers and long texts as they are. First what it holds, then
//! per table a line with its columns and a line for each row, then the end with a sum over all that came before.
//! See `docs/backup-format.md`.

use std::io::{self, BufRead, Read as _, Write};

use serde::{Deserialize, Serialize};

use crate::backup::contents::short;
use crate::backup::error::carried;
use crate::backup::sum::Sum;
use crate::backup::values::{Raw, Row};
use crate::backup::{Contents, Flaw, TableContents};
use crate::store::Cell;

/// The version of what is inside. Another than that of the header, which says how it is packed and sealed.
const FORMAT: u32 = 1;
/// The longest line, its end counted.
const MOST_LINE: usize = 16 * 1024 * 1024;
/// How much may follow a line: pictures, papers, long texts.
const MOST_BEHIND: u64 = 256 * 1024 * 1024;
/// From this many bytes a text that would have to be escaped follows its line.
const LONG: usize = 64;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct ManifestLine {
    formaat: u32,
    programma: String,
    schema: u32,
    gemaakt: String,
    school: Option<String>,
    versleuteld: bool,
    laatste_wijziging: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reeks: Option<String>,
    tabellen: Vec<ManifestTable>,
}

#[derive(Serialize, Deserialize)]
struct ManifestTable {
    naam: String,
    regels: u64,
    verwijderd: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TableLine {
    pub(super) tabel: String,
    pub(super) kolommen: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EndLine {
    einde: u64,
    blake3: String,
}

/// Writes lines. A line that a reader would refuse is refused here already.
pub(super) struct LineWriter<W: Write> {
    out: W,
    sum: Sum,
    line: Vec<u8>,
    rows: u64,
}

impl<W: Write> LineWriter<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out, sum: Sum::new(), line: Vec::new(), rows: 0 }
    }

    pub(super) fn manifest(&mut self, contents: &Contents) -> io::Result<()> {
        let Contents {
            made,
            program,
            schema_version,
            school,
            encrypted,
            newest_change,
            series,
            tables,
        } = contents;
        let table = |TableContents { name, rows, removed }: &TableContents| ManifestTable {
            naam: name.clone(),
            regels: *rows,
            verwijderd: *removed,
        };
        self.json(&ManifestLine {
            formaat: FORMAT,
            programma: program.clone(),
            schema: *schema_version,
            gemaakt: made.to_string(),
            school: school.clone(),
            versleuteld: *encrypted,
            laatste_wijziging: newest_change.map(|at| at.to_string()),
            reeks: series.clone(),
            tabellen: tables.iter().map(table).collect(),
        })
    }

    pub(super) fn table(&mut self, tabel: &str, kolommen: &[String]) -> io::Result<()> {
        self.json(&TableLine { tabel: tabel.to_owned(), kolommen: kolommen.to_vec() })
    }

    pub(super) fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        let line = &mut self.line;
        let mut some_follow = false;
        for (n, cell) in cells.iter().enumerate() {
            line.push(if n == 0 { b'[' } else { b',' });
            match cell {
                Cell::Null => line.extend_from_slice(b"null"),
                Cell::Integer(number) => serde_json::to_writer(&mut *line, number)?,
                Cell::Text(text) if follows(text) => {
                    write!(line, "{{\"tekst\":{}}}", text.len())?;
                    some_follow = true;
                }
                Cell::Text(text) => serde_json::to_writer(&mut *line, text)?,
                Cell::Bytes(bytes) => {
                    write!(line, "{{\"bytes\":{}}}", bytes.len())?;
                    some_follow = true;
                }
            }
        }
        line.push(b']');
        self.end_line()?;
        for cell in cells.iter().filter(|_| some_follow) {
            match cell {
                Cell::Text(text) if follows(text) => self.behind(text.as_bytes())?,
                Cell::Bytes(bytes) => self.behind(bytes)?,
                Cell::Null | Cell::Integer(_) | Cell::Text(_) => {}
            }
        }
        self.rows += 1;
        Ok(())
    }

    pub(super) const fn out(&self) -> &W {
        &self.out
    }

    pub(super) const fn out_mut(&mut self) -> &mut W {
        &mut self.out
    }

    /// Writes the end, and lets go of what it wrote to.
    pub(super) fn end(mut self) -> io::Result<W> {
        let blake3 = self.sum.so_far();
        self.json(&EndLine { einde: self.rows, blake3 })?;
        let Self { mut out, sum: _, line: _, rows: _ } = self;
        out.flush()?;
        Ok(out)
    }

    fn behind(&mut self, bytes: &[u8]) -> io::Result<()> {
        if bytes.len() as u64 > MOST_BEHIND {
            return Err(carried(Flaw::TooMuch));
        }
        for part in [bytes, b"\n"] {
            self.sum.add(part);
            self.out.write_all(part)?;
        }
        Ok(())
    }

    fn json(&mut self, value: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.line, value)?;
        self.end_line()
    }

    fn end_line(&mut self) -> io::Result<()> {
        let Self { out, sum, line, rows: _ } = self;
        line.push(b'\n');
        if line.len() > MOST_LINE {
            return Err(carried(Flaw::TooMuch));
        }
        sum.add(line);
        out.write_all(line)?;
        line.clear();
        Ok(())
    }
}

/// Whether a text is left as it is, behind its line: the images in the journal are JSON themselves, and would be half
/// backslashes.
fn follows(text: &str) -> bool {
    text.len() >= LONG && memchr::memchr3(b'"', b'\\', b'\n', text.as_bytes()).is_some()
}

/// Reads lines, of which it believes nothing.
pub(super) struct LineReader<R: BufRead> {
    input: R,
    sum: Sum,
    line: Vec<u8>,
    /// What follows the line, one after the other.
    behind: Vec<u8>,
    rows: u64,
}

impl<R: BufRead> LineReader<R> {
    pub(super) fn new(input: R) -> Self {
        Self { input, sum: Sum::new(), line: Vec::new(), behind: Vec::new(), rows: 0 }
    }

    pub(super) const fn input(&self) -> &R {
        &self.input
    }

    pub(super) fn manifest(&mut self) -> io::Result<Contents> {
        let line: ManifestLine = self.json(Flaw::Manifest)?;
        contents(line).ok_or_else(|| carried(Flaw::Manifest))
    }

    pub(super) fn table(&mut self) -> io::Result<TableLine> {
        self.json(Flaw::Tables)
    }

    /// The next line is a row: shows it to `see`.
    pub(super) fn row<T>(&mut self, see: impl FnOnce(&[Cell<'_>]) -> T) -> io::Result<T> {
        self.next()?;
        let Self { input, sum, line, behind, rows } = self;
        let Row(raws) = serde_json::from_slice(line).map_err(|_no_row| carried(Flaw::Line))?;
        behind.clear();
        for raw in &raws {
            if let Raw::TextBehind(length) | Raw::BytesBehind(length) = raw {
                read_behind(input, sum, *length, behind)?;
            }
        }
        let mut left = &behind[..];
        let mut next = |length: u64| {
            let (bytes, rest) = left.split_at_checked(usize::try_from(length).ok()?)?;
            left = rest;
            Some(bytes)
        };
        let mut cells = Vec::with_capacity(raws.len());
        for raw in &raws {
            let cell = match raw {
                Raw::Null => Some(Cell::Null),
                Raw::Integer(number) => Some(Cell::Integer(*number)),
                Raw::Text(text) => Some(Cell::Text(text)),
                Raw::TextBehind(length) => {
                    next(*length).and_then(|bytes| str::from_utf8(bytes).ok()).map(Cell::Text)
                }
                Raw::BytesBehind(length) => next(*length).map(Cell::Bytes),
            };
            cells.push(cell.ok_or_else(|| carried(Flaw::Line))?);
        }
        *rows += 1;
        Ok(see(&cells))
    }

    /// The next line is the end, and nothing follows.
    pub(super) fn end(mut self) -> io::Result<()> {
        let own = self.sum.so_far();
        let EndLine { einde, blake3 } = self.json(Flaw::Line)?;
        if einde != self.rows {
            return Err(carried(Flaw::Counts));
        }
        if blake3 != own {
            return Err(carried(Flaw::Sum));
        }
        if self.input.fill_buf()?.is_empty() { Ok(()) } else { Err(carried(Flaw::Behind)) }
    }

    fn json<T: for<'de> Deserialize<'de>>(&mut self, flaw: Flaw) -> io::Result<T> {
        self.next()?;
        serde_json::from_slice(&self.line).map_err(|_other| carried(flaw))
    }

    fn next(&mut self) -> io::Result<()> {
        let Self { input, sum, line, behind: _, rows: _ } = self;
        line.clear();
        let length = input.take(MOST_LINE as u64).read_until(b'\n', line)?;
        if line.pop() != Some(b'\n') {
            return Err(carried(if length == MOST_LINE { Flaw::TooMuch } else { Flaw::Cut }));
        }
        sum.add(line);
        sum.add(b"\n");
        Ok(())
    }
}

/// Adds the next bytes, which a newline ends, to `out`.
fn read_behind(
    input: &mut impl BufRead,
    sum: &mut Sum,
    length: u64,
    out: &mut Vec<u8>,
) -> io::Result<()> {
    let begin = out.len();
    if length.saturating_add(begin as u64) > MOST_BEHIND {
        return Err(carried(Flaw::TooMuch));
    }
    let mut left = length + 1;
    while left > 0 {
        let piece = input.fill_buf()?;
        let wanted = usize::try_from(left).unwrap_or(usize::MAX);
        let piece = piece.get(..wanted).unwrap_or(piece);
        if piece.is_empty() {
            return Err(carried(Flaw::Cut));
        }
        out.extend_from_slice(piece);
        let count = piece.len();
        left -= count as u64;
        input.consume(count);
    }
    sum.add(out.get(begin..).unwrap_or_default());
    if out.pop() == Some(b'\n') { Ok(()) } else { Err(carried(Flaw::Line)) }
}

fn contents(line: ManifestLine) -> Option<Contents> {
    let ManifestLine {
        formaat,
        programma,
        schema,
        gemaakt,
        school,
        versleuteld,
        laatste_wijziging,
        reeks,
        tabellen,
    } = line;
    let table = |ManifestTable { naam, regels, verwijderd }| {
        (verwijderd <= regels).then_some(TableContents {
            name: naam,
            rows: regels,
            removed: verwijderd,
        })
    };
    (formaat == FORMAT).then_some(())?;
    Some(Contents {
        made: gemaakt.parse().ok()?,
        program: short(&programma),
        schema_version: schema,
        school: school.as_deref().map(short),
        encrypted: versleuteld,
        newest_change: laatste_wijziging.map(|at| at.parse()).transpose().ok()?,
        series: reeks.as_deref().map(short),
        tables: tabellen.into_iter().map(table).collect::<Option<_>>()?,
    })
}
