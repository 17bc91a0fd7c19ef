//! The register of issued documents: a line for each, with the exact content and the bytes. Only added to.
//!
//! Nothing here changes or deletes, and the triggers of `sql/0003_register.sql` stand below it. Issuing and withdrawing are
//! lines in the journal that undo and redo pass over: paper that was handed out cannot be taken back by a key.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, ToSql, Transaction, named_params};
use sha2::{Digest as _, Sha256};

use crate::domain::draft::Wanted;
use crate::domain::{
    Choice as _, Day, DocumentKind, DocumentNumber, Entry as _, ExamComponent, Id, Learner,
    ShortText, Traineeship,
};
use crate::store::journal::{self, ISSUE, WITHDRAW};
use crate::store::write::Keep;
use crate::store::{Stamp, Store, StoreError};

/// A document that is about to be issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// That stands on the paper; must be the next of its kind and year.
    pub number: DocumentNumber,
    pub wanted: Wanted,
    pub learner: Id<Learner>,
    /// As in a list.
    pub name: String,
    pub groep: Option<String>,
    /// For what it is, in a few words.
    pub description: String,
    /// Of signing.
    pub place: String,
    pub date: Day,
    /// The withdrawn document that this one corrects.
    pub replaces: Option<DocumentNumber>,
    /// What it says, and in which form that is kept.
    pub content: String,
    pub format: u32,
    pub pdf: Vec<u8>,
}

/// An issued document, without its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterLine {
    pub number: DocumentNumber,
    pub learner: Id<Learner>,
    pub traineeship: Option<Id<Traineeship>>,
    pub component: Option<Id<ExamComponent>>,
    /// As it was then; `None`: forgotten.
    pub name: Option<String>,
    pub groep: Option<String>,
    pub description: Option<String>,
    pub place: String,
    pub date: Day,
    pub made_at: Timestamp,
    /// The account.
    pub made_by: String,
    /// The version of the program.
    pub program: String,
    pub format: u32,
    /// Of the bytes of the PDF.
    pub sha256: String,
    pub replaces: Option<DocumentNumber>,
    pub replaced_by: Option<DocumentNumber>,
    pub withdrawal: Option<Withdrawal>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    pub at: Timestamp,
    pub by: String,
    /// `None`: forgotten.
    pub reason: Option<String>,
}

impl RegisterLine {
    /// The document that would be made in its place now; `None`: the line does not say of what it is.
    pub fn wanted(&self) -> Option<Wanted> {
        match self.number.kind() {
            DocumentKind::Praktijkverklaring => self.traineeship.map(Wanted::Praktijkverklaring),
            DocumentKind::Overneemblad => self.traineeship.map(Wanted::Overneemblad),
            DocumentKind::Certificaat => self.component.map(Wanted::Certificaat),
            DocumentKind::MboVerklaring => Some(Wanted::MboVerklaring(self.learner)),
            DocumentKind::Totaaloverzicht => Some(Wanted::Totaaloverzicht(self.learner)),
        }
    }
}

impl Store {
    /// The number of the next document of a kind that is signed in a year; `None`: this kind has no numbers.
    pub fn next_number(
        &self,
        kind: DocumentKind,
        year: u16,
    ) -> Result<Option<DocumentNumber>, StoreError> {
        next_number(&self.conn, kind, year)
    }

    /// Issues documents, all or none: numbers, lines, content, bytes, and a line in the journal for each.
    pub fn issue(&mut self, issues: &[Issue], stamp: &Stamp) -> Result<(), StoreError> {
        self.write(|tx| {
            for document in issues {
                issue(tx, document, stamp)?;
            }
            Ok(((), Keep::All))
        })
    }

    /// Says of an issued document that it does not count. It stays in the register.
    pub fn withdraw(
        &mut self,
        number: DocumentNumber,
        reason: &ShortText,
        stamp: &Stamp,
    ) -> Result<(), StoreError> {
        self.write(|tx| {
            let (id, learner) = id_of(tx, number)?;
            if is_withdrawn(tx, id)? {
                return Err(StoreError::Withdrawn(number));
            }
            tx.prepare_cached(
                "INSERT INTO withdrawal (document, op, door, reden) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((id, stamp.at.to_string(), &stamp.who, reason.as_str()))?;
            journal::note_document(tx, WITHDRAW, id, learner, stamp)?;
            Ok(((), Keep::All))
        })
    }

    /// Every line, the newest first.
    pub fn register(&self) -> Result<Vec<RegisterLine>, StoreError> {
        lines(&self.conn, "1", &[])
    }

    /// The lines that came after the first `there`, the newest first. Lines stay, so their ids count them.
    pub fn register_after(&self, there: u32) -> Result<Vec<RegisterLine>, StoreError> {
        lines(&self.conn, "i.id > ?1", &[&there])
    }

    /// The lines of a learner, the newest first.
    pub fn register_of(&self, learner: Id<Learner>) -> Result<Vec<RegisterLine>, StoreError> {
        lines(&self.conn, "i.leerling = ?1", &[&learner.raw()])
    }

    /// The line of this number.
    pub fn register_line(&self, number: DocumentNumber) -> Result<RegisterLine, StoreError> {
        let (id, _) = id_of(&self.conn, number)?;
        lines(&self.conn, "i.id = ?1", &[&id])?.pop().ok_or(StoreError::NoDocument(number))
    }

    /// The number of the document that has this id in the file.
    pub(super) fn number_of(&self, id: i64) -> Result<Option<DocumentNumber>, StoreError> {
        let mut query =
            self.conn.prepare_cached("SELECT soort, jaar, volgnummer FROM issued WHERE id = ?1")?;
        let mut rows = query.query([id])?;
        match rows.next()? {
            Some(row) => number(row, 0),
            None => Ok(None),
        }
    }

    /// The bytes of an issued document: those that were issued, or an error.
    pub fn issued_pdf(&self, number: DocumentNumber) -> Result<Vec<u8>, StoreError> {
        let (id, _) = id_of(&self.conn, number)?;
        let found: Option<(Vec<u8>, String)> = self
            .conn
            .prepare_cached(
                "SELECT f.pdf, i.sha256 FROM issued_file f JOIN issued i ON i.id = f.document WHERE i.id = ?1",
            )?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (pdf, expected) = found.ok_or(StoreError::Forgotten(number))?;
        if sha256(&pdf) == expected { Ok(pdf) } else { Err(StoreError::Damaged) }
    }

    /// What an issued document says, and in which form that is kept.
    pub fn issued_content(&self, number: DocumentNumber) -> Result<(u32, String), StoreError> {
        let (id, _) = id_of(&self.conn, number)?;
        let sql = "SELECT i.vorm, f.inhoud FROM issued_file f JOIN issued i ON i.id = f.document WHERE i.id = ?1";
        let mut query = self.conn.prepare_cached(sql)?;
        let found = query.query_row([id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        found.ok_or(StoreError::Forgotten(number))
    }

    /// The newest issued document of this that counts.
    pub fn standing(&self, wanted: Wanted) -> Result<Option<DocumentNumber>, StoreError> {
        Ok(self.of(wanted)?.into_iter().find(|l| l.withdrawal.is_none()).map(|line| line.number))
    }

    /// The withdrawn document that the next one of this would correct.
    pub fn to_replace(&self, wanted: Wanted) -> Result<Option<DocumentNumber>, StoreError> {
        let waits = |line: &RegisterLine| line.withdrawal.is_some() && line.replaced_by.is_none();
        Ok(self.of(wanted)?.into_iter().find(waits).map(|line| line.number))
    }

    /// Whether a document of this kind was issued to a learner and counts.
    pub(super) fn has(&self, kind: DocumentKind, learner: Id<Learner>) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM issued WHERE soort = ?1 AND leerling = ?2
            AND id NOT IN (SELECT document FROM withdrawal))";
        let mut query = self.conn.prepare_cached(sql)?;
        Ok(query.query_row((kind.key(), learner.raw()), |row| row.get(0))?)
    }

    fn of(&self, wanted: Wanted) -> Result<Vec<RegisterLine>, StoreError> {
        // Each has its index: this is asked for every learner of a batch.
        let (condition, id) = match wanted {
            Wanted::Praktijkverklaring(id) | Wanted::Overneemblad(id) => {
                ("i.soort = ?1 AND i.stage = ?2", id.raw())
            }
            Wanted::Certificaat(id) => ("i.soort = ?1 AND i.onderdeel = ?2", id.raw()),
            Wanted::MboVerklaring(id) | Wanted::Totaaloverzicht(id) => {
                ("i.soort = ?1 AND i.leerling = ?2", id.raw())
            }
        };
        lines(&self.conn, condition, &[&wanted.kind().key(), &id])
    }
}

/// The ids by which a document is known to be another one of the same, beside that of the learner.
struct Parts {
    traineeship: Option<i64>,
    component: Option<i64>,
}

impl Parts {
    const fn of(wanted: Wanted) -> Self {
        let none = Self { traineeship: None, component: None };
        match wanted {
            Wanted::Praktijkverklaring(id) | Wanted::Overneemblad(id) => {
                Self { traineeship: Some(id.raw()), ..none }
            }
            Wanted::Certificaat(id) => Self { component: Some(id.raw()), ..none },
            Wanted::MboVerklaring(_) | Wanted::Totaaloverzicht(_) => none,
        }
    }
}

/// Of the program that makes them.
const PROGRAM: &str = env!("CARGO_PKG_VERSION");

fn issue(tx: &Transaction<'_>, document: &Issue, stamp: &Stamp) -> Result<(), StoreError> {
    let Issue { number, wanted, learner, name, groep, description, place, date, .. } = document;
    let Issue { replaces, content, format, pdf, .. } = document;
    if next_number(tx, number.kind(), number.year())? != Some(*number) {
        return Err(StoreError::NotNext(*number));
    }
    let replaces = replaces.map(|old| to_be_replaced(tx, old, *learner)).transpose()?;
    let Parts { traineeship, component } = Parts::of(*wanted);
    tx.prepare_cached(
        "INSERT INTO issued (soort, jaar, volgnummer, leerling, stage, onderdeel, naam, groep, omschrijving, plaats,
             datum, gemaakt_op, gemaakt_door, programma, vorm, sha256, vervangt)
         VALUES (:soort, :jaar, :volgnummer, :leerling, :stage, :onderdeel, :naam, :groep, :omschrijving, :plaats,
             :datum, :gemaakt_op, :gemaakt_door, :programma, :vorm, :sha256, :vervangt)",
    )?
    .execute(named_params! {
        ":soort": number.kind().key(), ":jaar": number.year(), ":volgnummer": number.sequence(),
        ":leerling": learner.raw(), ":stage": traineeship, ":onderdeel": component,
        ":naam": name, ":groep": groep, ":omschrijving": description, ":plaats": place,
        ":datum": date.value().stored(), ":gemaakt_op": stamp.at.to_string(), ":gemaakt_door": stamp.who,
        ":programma": PROGRAM, ":vorm": format, ":sha256": sha256(pdf), ":vervangt": replaces,
    })?;
    let id = tx.last_insert_rowid();
    tx.prepare_cached("INSERT INTO issued_file (document, inhoud, pdf) VALUES (?1, ?2, ?3)")?
        .execute((id, content, pdf))?;
    journal::note_document(tx, ISSUE, id, learner.raw(), stamp)
}

/// Withdrawn, of the same learner, and not corrected yet.
fn to_be_replaced(
    conn: &Connection,
    number: DocumentNumber,
    learner: Id<Learner>,
) -> Result<i64, StoreError> {
    let (id, of) = id_of(conn, number)?;
    let sql = "SELECT EXISTS (SELECT 1 FROM issued WHERE vervangt = ?1)";
    let replaced: bool = conn.prepare_cached(sql)?.query_row([id], |row| row.get(0))?;
    if of == learner.raw() && is_withdrawn(conn, id)? && !replaced {
        Ok(id)
    } else {
        Err(StoreError::NotToReplace(number))
    }
}

fn is_withdrawn(conn: &Connection, id: i64) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM withdrawal WHERE document = ?1)";
    Ok(conn.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
}

fn next_number(
    conn: &Connection,
    kind: DocumentKind,
    year: u16,
) -> Result<Option<DocumentNumber>, StoreError> {
    let sql = "SELECT 1 + coalesce(max(volgnummer), 0) FROM issued WHERE soort = ?1 AND jaar = ?2";
    let next = conn.prepare_cached(sql)?.query_row((kind.key(), year), |row| row.get(0))?;
    Ok(DocumentNumber::new(kind, year, next))
}

/// The id of a line, and of its learner.
pub(super) fn id_of(conn: &Connection, number: DocumentNumber) -> Result<(i64, i64), StoreError> {
    conn.prepare_cached(
        "SELECT id, leerling FROM issued WHERE soort = ?1 AND jaar = ?2 AND volgnummer = ?3",
    )?
    .query_row((number.kind().key(), number.year(), number.sequence()), |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
    .optional()?
    .ok_or(StoreError::NoDocument(number))
}

fn lines(
    conn: &Connection,
    condition: &str,
    params: &[&dyn ToSql],
) -> Result<Vec<RegisterLine>, StoreError> {
    let sql = format!(
        "SELECT i.soort, i.jaar, i.volgnummer, i.leerling, i.stage, i.onderdeel, i.naam, i.groep,
             i.omschrijving, i.plaats, i.datum, i.gemaakt_op, i.gemaakt_door, i.programma, i.vorm, i.sha256,
             old.soort, old.jaar, old.volgnummer, new.soort, new.jaar, new.volgnummer, w.op, w.door, w.reden
         FROM issued i LEFT JOIN issued old ON old.id = i.vervangt LEFT JOIN issued new ON new.vervangt = i.id
             LEFT JOIN withdrawal w ON w.document = i.id
         WHERE {condition} ORDER BY i.id DESC"
    );
    let mut query = conn.prepare_cached(&sql)?;
    let mut rows = query.query(params)?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(line(row)?);
    }
    Ok(out)
}

/// A line that does not parse is damage: it was never typed.
fn line(row: &Row<'_>) -> Result<RegisterLine, StoreError> {
    let withdrawal = match row.get::<_, Option<String>>(22)? {
        Some(at) => Some(Withdrawal { at: moment(&at)?, by: row.get(23)?, reason: row.get(24)? }),
        None => None,
    };
    Ok(RegisterLine {
        number: number(row, 0)?.ok_or(StoreError::Damaged)?,
        learner: Id::new(row.get(3)?),
        traineeship: row.get::<_, Option<i64>>(4)?.map(Id::new),
        component: row.get::<_, Option<i64>>(5)?.map(Id::new),
        name: row.get(6)?,
        groep: row.get(7)?,
        description: row.get(8)?,
        place: row.get(9)?,
        date: Day::parse(&row.get::<_, String>(10)?).map_err(|_no_day| StoreError::Damaged)?,
        made_at: moment(&row.get::<_, String>(11)?)?,
        made_by: row.get(12)?,
        program: row.get(13)?,
        format: row.get(14)?,
        sha256: row.get(15)?,
        replaces: number(row, 16)?,
        replaced_by: number(row, 19)?,
        withdrawal,
    })
}

/// The number in three columns; `None` where they are empty.
pub(super) fn number(row: &Row<'_>, at: usize) -> Result<Option<DocumentNumber>, StoreError> {
    let Some(kind) = row.get::<_, Option<String>>(at)? else { return Ok(None) };
    let kind = DocumentKind::parse(&kind).map_err(|_no_kind| StoreError::Damaged)?;
    let number = DocumentNumber::new(kind, row.get(at + 1)?, row.get(at + 2)?);
    number.map(Some).ok_or(StoreError::Damaged)
}

fn moment(text: &str) -> Result<Timestamp, StoreError> {
    text.parse().map_err(|_no_moment| StoreError::Damaged)
}

pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
