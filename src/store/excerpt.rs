//! Some learners as a dossier of their own, in memory: what is theirs and what they point at, and nothing of others.
//! What was put aside, the history and the settings of the school stay behind.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::domain::{
    AnyRecord, Erkenning, Evidence, ExamComponent, FieldValue, Id, Input, Learner, Leerbedrijf,
    Praktijkbegeleider, ReceivedDocument, Record, RecordKind, School, Stored, Traineeship,
    Voortgangstoets,
};
use crate::store::marks;
use crate::store::rows::{TableShape, list, quoted};
use crate::store::write::Keep;
use crate::store::{Store, StoreError, migrations, rows, table};

/// Records by kind and id.
type Records = BTreeMap<(RecordKind, i64), AnyRecord>;

impl Store {
    /// A dossier in memory with these learners and all that is theirs. Each record gets a mark by which it is known
    /// again, here and wherever it goes; that is all that changes in this dossier.
    pub fn excerpt(&mut self, learners: &[Id<Learner>]) -> Result<Self, StoreError> {
        let mut records = Records::new();
        for learner in learners {
            self.collect(*learner, &mut records)?;
        }
        let learners: BTreeSet<i64> = learners.iter().map(|learner| learner.raw()).collect();
        let out = Self::in_memory()?;
        // A record may stand before the one that it points at; the end is looked at as a whole.
        out.conn.execute_batch("PRAGMA foreign_keys = OFF; BEGIN")?;
        let School { naam, brin, plaats, .. } = self.school()?;
        let school = School { naam, brin, plaats, ..School::blank() };
        if school != School::blank() {
            table::upsert(&out.conn, School::ID.raw(), &school.into())?;
        }
        for ((_, id), record) in &records {
            table::upsert(&out.conn, *id, record)?;
        }
        let shapes = rows::tables_of(migrations::OURS)?;
        self.copy_kept(&records, &shapes, &out.conn)?;
        let issued = self.copy_register(&learners, &shapes, &out.conn)?;
        let wrong = "SELECT count(*) FROM pragma_foreign_key_check";
        if out.conn.query_row(wrong, [], |row| row.get::<_, i64>(0))? != 0 {
            return Err(StoreError::Damaged);
        }
        self.write(|tx| {
            for (kind, id) in records.keys() {
                copy_mark(tx, &out.conn, table::table(*kind)?.name, *id)?;
            }
            for id in issued {
                copy_mark(tx, &out.conn, marks::ISSUED, id)?;
            }
            Ok(((), Keep::All))
        })?;
        out.conn.execute_batch("COMMIT; PRAGMA foreign_keys = ON")?;
        Ok(out)
    }

    /// Everything of a learner. A row that does not parse is refused: it must not stay behind without a word.
    fn collect(&self, id: Id<Learner>, out: &mut Records) -> Result<(), StoreError> {
        let learner = self.learner(id)?;
        if let Some(begeleider) = learner.value.begeleider {
            // The name: how to reach a colleague is no one else's business.
            let stored: Stored<Praktijkbegeleider> = table::get(&self.conn, begeleider)?;
            let value = Praktijkbegeleider { phone: None, email: None, ..stored.value };
            put(Stored { id: stored.id, value }, out);
        }
        put(learner, out);
        for traineeship in self.whole::<Traineeship>("leerling = ?1", &[&id.raw()])? {
            self.collect_leerbedrijf(traineeship.value.leerbedrijf, out)?;
            if let Some(praktijkopleider) = traineeship.value.praktijkopleider {
                put(self.praktijkopleider(praktijkopleider)?, out);
            }
            put(traineeship, out);
        }
        for component in self.whole::<ExamComponent>("leerling = ?1", &[&id.raw()])? {
            if let Some(praktijkopleider) = component.value.established_by {
                let stored = self.praktijkopleider(praktijkopleider)?;
                self.collect_leerbedrijf(stored.value.leerbedrijf, out)?;
                put(stored, out);
            }
            for evidence in self.whole::<Evidence>("onderdeel = ?1", &[&component.id.raw()])? {
                put(evidence, out);
            }
            put(component, out);
        }
        for test in self.whole::<Voortgangstoets>("leerling = ?1", &[&id.raw()])? {
            put(test, out);
        }
        for document in self.whole::<ReceivedDocument>("leerling = ?1", &[&id.raw()])? {
            put(document, out);
        }
        Ok(())
    }

    /// With its erkenningen; what the school noted about it is not the learner's.
    fn collect_leerbedrijf(
        &self,
        id: Id<Leerbedrijf>,
        out: &mut Records,
    ) -> Result<(), StoreError> {
        if out.contains_key(&(RecordKind::Leerbedrijf, id.raw())) {
            return Ok(());
        }
        let value = Leerbedrijf { note: None, ..self.leerbedrijf(id)?.value };
        put(Stored { id, value }, out);
        for erkenning in self.whole::<Erkenning>("leerbedrijf = ?1", &[&id.raw()])? {
            put(erkenning, out);
        }
        Ok(())
    }

    /// The pictures and documents at which these records point.
    fn copy_kept(
        &self,
        records: &Records,
        shapes: &[TableShape],
        out: &Connection,
    ) -> Result<(), StoreError> {
        let (picture, file) = (shape(shapes, "picture")?, shape(shapes, "received_file")?);
        for record in records.values() {
            if let AnyRecord::ReceivedDocument(document) = record {
                self.copy_rows(out, file, "hash", document.file.as_str().to_owned().into())?;
            }
            for field in record.kind().fields() {
                if field.input == Input::Logo
                    && let Some(FieldValue::Text(hash)) = record.value(field.key)
                {
                    self.copy_rows(out, picture, "hash", hash.into())?;
                }
            }
        }
        Ok(())
    }

    /// The lines of the register that are of these learners, with their files; says which.
    fn copy_register(
        &self,
        learners: &BTreeSet<i64>,
        shapes: &[TableShape],
        out: &Connection,
    ) -> Result<Vec<i64>, StoreError> {
        let mut ids = Vec::new();
        for learner in learners {
            self.copy_rows(out, shape(shapes, "issued")?, "leerling", (*learner).into())?;
            let mut query = self
                .conn
                .prepare_cached("SELECT id FROM issued WHERE leerling = ?1 ORDER BY id")?;
            let found = query.query_map([learner], |row| row.get::<_, i64>(0))?;
            ids.extend(found.collect::<Result<Vec<_>, _>>()?);
        }
        for id in &ids {
            self.copy_rows(out, shape(shapes, "issued_file")?, "document", (*id).into())?;
            self.copy_rows(out, shape(shapes, "withdrawal")?, "document", (*id).into())?;
        }
        Ok(ids)
    }

    /// Copies the rows of which this column has this value, as they are; what is there already stays.
    fn copy_rows(
        &self,
        out: &Connection,
        table: &TableShape,
        column: &str,
        value: Value,
    ) -> Result<(), StoreError> {
        let TableShape { name, columns } = table;
        let (table, all) = (quoted(name), list(columns));
        let read = format!("SELECT {all} FROM {table} WHERE {} = ?1 ORDER BY 1", quoted(column));
        let marks = vec!["?"; columns.len()].join(", ");
        let write = format!("INSERT INTO {table} ({all}) VALUES ({marks}) ON CONFLICT DO NOTHING");
        let mut query = self.conn.prepare_cached(&read)?;
        let mut found = query.query([value])?;
        while let Some(row) = found.next()? {
            let mut values = Vec::with_capacity(columns.len());
            for at in 0..columns.len() {
                values.push(row.get::<_, Value>(at)?);
            }
            out.prepare_cached(&write)?.execute(params_from_iter(values))?;
        }
        Ok(())
    }
}

fn put<R: Record + Into<AnyRecord>>(Stored { id, value }: Stored<R>, out: &mut Records) {
    out.insert((R::KIND, id.raw()), value.into());
}

fn shape<'a>(shapes: &'a [TableShape], name: &str) -> Result<&'a TableShape, StoreError> {
    shapes.iter().find(|table| table.name == name).ok_or(StoreError::Setting("table"))
}

fn copy_mark(from: &Connection, to: &Connection, table: &str, id: i64) -> Result<(), StoreError> {
    let mark = marks::of(from, table, id)?;
    to.prepare_cached("INSERT INTO mark (table_name, row_id, mark) VALUES (?1, ?2, ?3)")?
        .execute((table, id, mark))?;
    Ok(())
}
