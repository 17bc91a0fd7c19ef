//! What must hold between records, beside what each holds in itself.

use rusqlite::{Connection, OptionalExtension as _};

use crate::domain::{AnyRecord, ExamComponent, FieldValue, Input, RecordKind, Traineeship};
use crate::store::StoreError;
use crate::store::table;

/// Every record pointed at is there, and what belongs together does.
pub(crate) fn check(conn: &Connection, record: &AnyRecord) -> Result<(), StoreError> {
    references_live(conn, record)?;
    match record {
        AnyRecord::Traineeship(traineeship) => same_leerbedrijf(conn, traineeship),
        AnyRecord::ExamComponent(component) => same_learner(conn, component),
        AnyRecord::School(_)
        | AnyRecord::Praktijkbegeleider(_)
        | AnyRecord::Learner(_)
        | AnyRecord::Leerbedrijf(_)
        | AnyRecord::Praktijkopleider(_)
        | AnyRecord::Erkenning(_)
        | AnyRecord::Evidence(_)
        | AnyRecord::OwnEntry(_) => Ok(()),
    }
}

/// What points at the record with this id still belongs with it after the edit.
pub(crate) fn check_edit(conn: &Connection, id: i64, record: &AnyRecord) -> Result<(), StoreError> {
    check(conn, record)?;
    match record {
        AnyRecord::Praktijkopleider(praktijkopleider) => none(
            conn,
            "SELECT 1 FROM traineeship
             WHERE praktijkopleider = ?1 AND leerbedrijf <> ?2 AND removed_at IS NULL LIMIT 1",
            (id, praktijkopleider.leerbedrijf.raw()),
        ),
        AnyRecord::Traineeship(traineeship) => none(
            conn,
            "SELECT 1 FROM exam_component WHERE stage = ?1 AND leerling <> ?2 AND removed_at IS NULL LIMIT 1",
            (id, traineeship.learner.raw()),
        ),
        AnyRecord::School(_)
        | AnyRecord::Praktijkbegeleider(_)
        | AnyRecord::Learner(_)
        | AnyRecord::Leerbedrijf(_)
        | AnyRecord::Erkenning(_)
        | AnyRecord::ExamComponent(_)
        | AnyRecord::Evidence(_)
        | AnyRecord::OwnEntry(_) => Ok(()),
    }
}

fn none(conn: &Connection, sql: &str, ids: (i64, i64)) -> Result<(), StoreError> {
    match conn.prepare_cached(sql)?.query_row(ids, |_| Ok(())).optional()? {
        None => Ok(()),
        Some(()) => Err(StoreError::InUse),
    }
}

fn references_live(conn: &Connection, record: &AnyRecord) -> Result<(), StoreError> {
    for field in record.kind().fields() {
        match (field.input, record.value(field.key)) {
            (Input::Ref(kind), Some(FieldValue::Ref(id))) => {
                if !table::table(kind)?.is_live(conn, id)? {
                    return Err(StoreError::Reference { kind });
                }
            }
            (Input::Logo, Some(FieldValue::Text(hash))) => picture_there(conn, &hash)?,
            (_, _) => {}
        }
    }
    Ok(())
}

fn picture_there(conn: &Connection, hash: &str) -> Result<(), StoreError> {
    conn.prepare_cached("SELECT 1 FROM picture WHERE hash = ?1")?
        .query_row([hash], |_| Ok(()))
        .optional()?
        .ok_or(StoreError::NoPicture)
}

/// The praktijkopleider works at the leerbedrijf of the traineeship: he declares for his own company.
fn same_leerbedrijf(conn: &Connection, traineeship: &Traineeship) -> Result<(), StoreError> {
    let Some(praktijkopleider) = traineeship.praktijkopleider else { return Ok(()) };
    let works_at: Option<i64> = conn
        .prepare_cached("SELECT leerbedrijf FROM praktijkopleider WHERE id = ?1")?
        .query_row([praktijkopleider.raw()], |row| row.get(0))
        .optional()?;
    if works_at == Some(traineeship.leerbedrijf.raw()) {
        Ok(())
    } else {
        Err(StoreError::Reference { kind: RecordKind::Praktijkopleider })
    }
}

/// A component of a traineeship is one of the learner who is there.
fn same_learner(conn: &Connection, component: &ExamComponent) -> Result<(), StoreError> {
    let Some(traineeship) = component.traineeship else { return Ok(()) };
    let learner: Option<i64> = conn
        .prepare_cached("SELECT leerling FROM traineeship WHERE id = ?1")?
        .query_row([traineeship.raw()], |row| row.get(0))
        .optional()?;
    if learner == Some(component.learner.raw()) {
        Ok(())
    } else {
        Err(StoreError::Reference { kind: RecordKind::Traineeship })
    }
}
