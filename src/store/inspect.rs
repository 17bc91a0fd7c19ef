//! Is this dossier whole? Looks without changing anything.

use std::path::Path;

use crate::domain::{
    DocumentNumber, Erkenning, Evidence, ExamComponent, Field as _, Learner, Leerbedrijf,
    Ondertekenaar, OwnEntry, Praktijkbegeleider, Praktijkopleider, ReceivedDocument,
    ReceivedDocumentField, Record, RecordKind, School, Stored, Traineeship, Voortgangstoets,
};
use crate::store::table::BadRow;
use crate::store::{Password, Store, StoreError, migrations};

/// What a look at a dossier found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection {
    pub schema_version: u32,
    pub encrypted: bool,
    /// How many records of each kind, those put aside not counted.
    pub counts: Vec<(RecordKind, u64)>,
    /// Issued, also those that were withdrawn.
    pub documents: u64,
    pub journal_lines: u64,
    /// What SQLite finds wrong with the pages; empty when all is well.
    pub damage: Vec<String>,
    /// Rows that point at nothing.
    pub loose_references: u64,
    /// Rows whose values do not parse.
    pub bad_rows: Vec<BadRow>,
    /// Issued documents whose bytes are not those that were issued.
    pub bad_documents: Vec<DocumentNumber>,
}

impl Inspection {
    pub fn whole(&self) -> bool {
        let Self { damage, loose_references, bad_rows, bad_documents, .. } = self;
        damage.is_empty()
            && *loose_references == 0
            && bad_rows.is_empty()
            && bad_documents.is_empty()
    }
}

/// Looks at the dossier at `path`, reading only.
pub fn inspect(path: &Path, password: Option<&Password>) -> Result<Inspection, StoreError> {
    let file = Store::open_as_it_is(path, password)?;
    let conn = &file.conn;
    let schema_version = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    // First of all: even looking would run what another hand has put in views, rules and indexes.
    migrations::check_shape_of(conn, schema_version)?;
    let mut check = conn.prepare("PRAGMA integrity_check(20)")?;
    let lines = check.query_map([], |row| row.get::<_, String>(0))?;
    let damage: Vec<String> =
        lines.filter(|line| line.as_ref().map_or(true, |l| l != "ok")).collect::<Result<_, _>>()?;
    drop(check);
    let number = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0));
    let unsigned = |n: i64| u64::try_from(n).unwrap_or(0);
    let journal_lines = unsigned(number("SELECT count(*) FROM journal")?);
    let loose_references = unsigned(number("SELECT count(*) FROM pragma_foreign_key_check")?);
    let store = file.in_our_shape()?;
    let mut counts = Vec::new();
    let mut bad_rows = Vec::new();
    look::<School>(&store, &mut counts, &mut bad_rows)?;
    look::<Praktijkbegeleider>(&store, &mut counts, &mut bad_rows)?;
    look::<Ondertekenaar>(&store, &mut counts, &mut bad_rows)?;
    look::<Learner>(&store, &mut counts, &mut bad_rows)?;
    look::<Leerbedrijf>(&store, &mut counts, &mut bad_rows)?;
    look::<Praktijkopleider>(&store, &mut counts, &mut bad_rows)?;
    look::<Erkenning>(&store, &mut counts, &mut bad_rows)?;
    look::<Traineeship>(&store, &mut counts, &mut bad_rows)?;
    look::<ExamComponent>(&store, &mut counts, &mut bad_rows)?;
    look::<Evidence>(&store, &mut counts, &mut bad_rows)?;
    look::<Voortgangstoets>(&store, &mut counts, &mut bad_rows)?;
    look::<ReceivedDocument>(&store, &mut counts, &mut bad_rows)?;
    look::<OwnEntry>(&store, &mut counts, &mut bad_rows)?;
    for Stored { id, value } in store.all::<ReceivedDocument>()? {
        if matches!(store.received_pdf(&value.file), Err(StoreError::NoFile | StoreError::Damaged))
        {
            let field = ReceivedDocumentField::File.key();
            bad_rows.push(BadRow { kind: RecordKind::ReceivedDocument, id: id.raw(), field });
        }
    }
    let documents = store.register()?;
    let mut bad_documents = Vec::new();
    for line in &documents {
        match store.issued_pdf(line.number) {
            Ok(_) | Err(StoreError::Forgotten(_)) => {}
            Err(StoreError::Damaged) => bad_documents.push(line.number),
            Err(other) => return Err(other),
        }
    }
    Ok(Inspection {
        schema_version,
        encrypted: password.is_some(),
        counts,
        documents: documents.len().try_into().unwrap_or(u64::MAX),
        journal_lines,
        damage,
        loose_references,
        bad_rows,
        bad_documents,
    })
}

fn look<R: Record>(
    store: &Store,
    counts: &mut Vec<(RecordKind, u64)>,
    bad_rows: &mut Vec<BadRow>,
) -> Result<(), StoreError> {
    let read = crate::store::table::read::<R>(&store.conn, "1", &[])?;
    counts.push((R::KIND, read.whole.len().try_into().unwrap_or(u64::MAX)));
    bad_rows.extend(read.bad);
    Ok(())
}
