//! What is inside a backup: lines of JSON, and the bytes of pictures and papers as they are. First what it holds, then
//! per table a line with its columns and a line for each row, then the end with a sum over all that came before.
//! See `docs/backup-format.md`.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, BufRead, Read as _, Write};

use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::backup::contents::short;
use crate::backup::error::carried;
use crate::backup::{Contents, Flaw, TableContents};
use crate::store::Cell;
use crate::store::keys::hex;

/// The version of what is inside. Another than that of the header, which says how it is packed and sealed.
const FORMAT: u32 = 1;
/// The longest line, its end counted.
const MOST_LINE: usize = 16 * 1024 * 1024;
/// The largest picture or paper.
const MOST_BLOB: u64 = 256 * 1024 * 1024;
const MOST_COLUMNS: usize = 200;

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
    sha256: String,
}

/// Writes lines. A line that a reader would refuse is refused here already.
pub(super) struct LineWriter<W: Write> {
    out: W,
    sum: Sha256,
    line: Vec<u8>,
    rows: u64,
}

impl<W: Write> LineWriter<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out, sum: Sha256::new(), line: Vec::new(), rows: 0 }
    }

    pub(super) fn manifest(&mut self, contents: &Contents) -> io::Result<()> {
        let Contents { made, program, schema_version, school, encrypted, newest_change, tables } =
            contents;
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
            tabellen: tables.iter().map(table).collect(),
        })
    }

    pub(super) fn table(&mut self, tabel: &str, kolommen: &[String]) -> io::Result<()> {
        self.json(&TableLine { tabel: tabel.to_owned(), kolommen: kolommen.to_vec() })
    }

    pub(super) fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        let line = &mut self.line;
        for (n, cell) in cells.iter().enumerate() {
            line.push(if n == 0 { b'[' } else { b',' });
            match cell {
                Cell::Null => line.extend_from_slice(b"null"),
                Cell::Integer(number) => serde_json::to_writer(&mut *line, number)?,
                Cell::Text(text) => serde_json::to_writer(&mut *line, text)?,
                Cell::Bytes(bytes) => write!(line, "{{\"bytes\":{}}}", bytes.len())?,
            }
        }
        line.push(b']');
        self.end_line()?;
        for cell in cells {
            if let Cell::Bytes(bytes) = cell {
                self.blob(bytes)?;
            }
        }
        self.rows += 1;
        Ok(())
    }

    /// Writes the end, and lets go of what it wrote to.
    pub(super) fn end(mut self) -> io::Result<W> {
        let sha256 = hex(&self.sum.clone().finalize());
        self.json(&EndLine { einde: self.rows, sha256 })?;
        let Self { mut out, sum: _, line: _, rows: _ } = self;
        out.flush()?;
        Ok(out)
    }

    fn blob(&mut self, bytes: &[u8]) -> io::Result<()> {
        if bytes.len() as u64 > MOST_BLOB {
            return Err(carried(Flaw::TooMuch));
        }
        for part in [bytes, b"\n"] {
            self.sum.update(part);
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
        sum.update(&*line);
        out.write_all(line)?;
        line.clear();
        Ok(())
    }
}

/// Reads lines, of which it believes nothing.
pub(super) struct LineReader<R: BufRead> {
    input: R,
    sum: Sha256,
    line: Vec<u8>,
    rows: u64,
}

impl<R: BufRead> LineReader<R> {
    pub(super) fn new(input: R) -> Self {
        Self { input, sum: Sha256::new(), line: Vec::new(), rows: 0 }
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
        let Self { input, sum, line, rows } = self;
        let Row(raws) = serde_json::from_slice(line).map_err(|_no_row| carried(Flaw::Line))?;
        let mut blobs = Vec::new();
        for raw in &raws {
            if let Raw::Bytes(length) = raw {
                blobs.push(blob(input, sum, *length)?);
            }
        }
        let mut blobs = blobs.iter();
        let cell = |raw| match raw {
            &Raw::Null => Cell::Null,
            &Raw::Integer(number) => Cell::Integer(number),
            Raw::Text(text) => Cell::Text(text),
            Raw::Bytes(_) => Cell::Bytes(blobs.next().map(Vec::as_slice).unwrap_or_default()),
        };
        *rows += 1;
        Ok(see(&raws.iter().map(cell).collect::<Vec<_>>()))
    }

    /// The next line is the end, and nothing follows.
    pub(super) fn end(mut self) -> io::Result<()> {
        let own = hex(&self.sum.clone().finalize());
        let EndLine { einde, sha256 } = self.json(Flaw::Line)?;
        if einde != self.rows {
            return Err(carried(Flaw::Counts));
        }
        if sha256 != own {
            return Err(carried(Flaw::Sum));
        }
        if self.input.fill_buf()?.is_empty() { Ok(()) } else { Err(carried(Flaw::Behind)) }
    }

    fn json<T: for<'de> Deserialize<'de>>(&mut self, flaw: Flaw) -> io::Result<T> {
        self.next()?;
        serde_json::from_slice(&self.line).map_err(|_other| carried(flaw))
    }

    fn next(&mut self) -> io::Result<()> {
        let Self { input, sum, line, rows: _ } = self;
        line.clear();
        let length = input.take(MOST_LINE as u64).read_until(b'\n', line)?;
        if line.pop() != Some(b'\n') {
            return Err(carried(if length == MOST_LINE { Flaw::TooMuch } else { Flaw::Cut }));
        }
        sum.update(&*line);
        sum.update(b"\n");
        Ok(())
    }
}

fn blob(input: &mut impl BufRead, sum: &mut Sha256, length: u64) -> io::Result<Vec<u8>> {
    if length > MOST_BLOB {
        return Err(carried(Flaw::TooMuch));
    }
    let mut bytes = Vec::new();
    input.take(length + 1).read_to_end(&mut bytes)?;
    sum.update(&bytes);
    let whole = bytes.len() as u64 == length + 1 && bytes.pop() == Some(b'\n');
    if whole { Ok(bytes) } else { Err(carried(Flaw::Line)) }
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
        tables: tabellen.into_iter().map(table).collect::<Option<_>>()?,
    })
}

/// A row as it stands in its line.
struct Row<'a>(Vec<Raw<'a>>);

enum Raw<'a> {
    Null,
    Integer(i64),
    Text(Cow<'a, str>),
    /// So many bytes follow the line.
    Bytes(u64),
}

struct RowVisitor;

impl<'de> Deserialize<'de> for Row<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(RowVisitor)
    }
}

impl<'de> Visitor<'de> for RowVisitor {
    type Value = Row<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the values of a row")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Row<'de>, A::Error> {
        let mut row = Vec::with_capacity(32);
        while let Some(value) = values.next_element()? {
            if row.len() == MOST_COLUMNS {
                return Err(de::Error::invalid_length(MOST_COLUMNS, &self));
            }
            row.push(value);
        }
        Ok(Row(row))
    }
}

struct RawVisitor;

impl<'de> Deserialize<'de> for Raw<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nothing, a whole number, a text or a number of bytes")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Raw<'de>, E> {
        Ok(Raw::Null)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Raw<'de>, E> {
        Ok(Raw::Integer(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Raw<'de>, E> {
        i64::try_from(number).map(Raw::Integer).map_err(E::custom)
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Raw<'de>, E> {
        Ok(Raw::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Raw<'de>, E> {
        Ok(Raw::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw<'de>, A::Error> {
        let first: Option<(Cow<'de, str>, u64)> = map.next_entry()?;
        let length = first.filter(|(key, _)| key == "bytes").map(|(_, length)| length);
        let more: Option<(Cow<'de, str>, u64)> = map.next_entry()?;
        match (length, more) {
            (Some(length), None) => Ok(Raw::Bytes(length)),
            (_, _) => Err(de::Error::invalid_type(de::Unexpected::Map, &self)),
        }
    }
}
