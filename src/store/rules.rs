//! What must hold between records, beside what each holds in itself.

use rusqlite::{Connection, OptionalExtension as _};

use crate::domain::{
    AnyRecord, ExamComponent, FieldValue, Id, Input, Praktijkopleider, RecordKind, Traineeship,
};
use crate::store::StoreError;
use crate::store::table;

/// Every record pointed at is there, and what belongs together does.
pub(crate) fn check(conn: &Connection, record: &AnyRecord) -> Result<(), StoreError> {
    references_live(conn, record)?;
    match record {
        AnyRecord::Traineeship(traineeship) => same_leerbedrijf(conn, traineeship),
        AnyRecord::ExamComponent(component) => of_the_traineeship(conn, component),
        AnyRecord::ReceivedDocument(document) => file_there(conn, document.file.as_str()),
        AnyRecord::School(_)
        | AnyRecord::Praktijkbegeleider(_)
        | AnyRecord::Learner(_)
        | AnyRecord::Leerbedrijf(_)
        | AnyRecord::Praktijkopleider(_)
        | AnyRecord::Erkenning(_)
        | AnyRecord::Evidence(_)
        | AnyRecord::Ondertekenaar(_)
        | AnyRecord::Voortgangstoets(_)
        | AnyRecord::OwnEntry(_) => Ok(()),
    }
}

/// What points at the record with this id still belongs with it after the edit.
pub(crate) fn check_edit(conn: &Connection, id: i64, record: &AnyRecord) -> Result<(), StoreError> {
    check(conn, record)?;
    match record {
        AnyRecord::Praktijkopleider(praktijkopleider) => {
            let ids = (id, praktijkopleider.leerbedrijf.raw());
            none(conn, SIGNS_ELSEWHERE, ids)?;
            none(conn, ESTABLISHED_ELSEWHERE, ids)
        }
        AnyRecord::Traineeship(traineeship) => {
            none(conn, OF_OTHER_LEARNER, (id, traineeship.learner.raw()))?;
            none(conn, BY_OTHER_LEERBEDRIJF, (id, traineeship.leerbedrijf.raw()))
        }
        AnyRecord::School(_)
        | AnyRecord::Praktijkbegeleider(_)
        | AnyRecord::Learner(_)
        | AnyRecord::Leerbedrijf(_)
        | AnyRecord::Erkenning(_)
        | AnyRecord::ExamComponent(_)
        | AnyRecord::Evidence(_)
        | AnyRecord::Ondertekenaar(_)
        | AnyRecord::Voortgangstoets(_)
        | AnyRecord::ReceivedDocument(_)
        | AnyRecord::OwnEntry(_) => Ok(()),
    }
}

const SIGNS_ELSEWHERE: &str = "SELECT 1 FROM traineeship
    WHERE praktijkopleider = ?1 AND leerbedrijf <> ?2 AND removed_at IS NULL LIMIT 1";
const ESTABLISHED_ELSEWHERE: &str =
    "SELECT 1 FROM exam_component c JOIN traineeship t ON t.id = c.stage
    WHERE c.vastgesteld_door = ?1 AND t.leerbedrijf <> ?2 AND c.removed_at IS NULL LIMIT 1";
const OF_OTHER_LEARNER: &str = "SELECT 1 FROM exam_component
    WHERE stage = ?1 AND leerling <> ?2 AND removed_at IS NULL LIMIT 1";
const BY_OTHER_LEERBEDRIJF: &str =
    "SELECT 1 FROM exam_component c JOIN praktijkopleider p ON p.id = c.vastgesteld_door
    WHERE c.stage = ?1 AND p.leerbedrijf <> ?2 AND c.removed_at IS NULL LIMIT 1";

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

fn file_there(conn: &Connection, hash: &str) -> Result<(), StoreError> {
    conn.prepare_cached("SELECT 1 FROM received_file WHERE hash = ?1")?
        .query_row([hash], |_| Ok(()))
        .optional()?
        .ok_or(StoreError::NoFile)
}

/// The praktijkopleider works at the leerbedrijf of the traineeship: he declares for his own company.
fn same_leerbedrijf(conn: &Connection, traineeship: &Traineeship) -> Result<(), StoreError> {
    works_at(conn, traineeship.praktijkopleider, traineeship.leerbedrijf.raw())
}

fn works_at(
    conn: &Connection,
    praktijkopleider: Option<Id<Praktijkopleider>>,
    leerbedrijf: i64,
) -> Result<(), StoreError> {
    let Some(praktijkopleider) = praktijkopleider else { return Ok(()) };
    let own: Option<i64> = conn
        .prepare_cached("SELECT leerbedrijf FROM praktijkopleider WHERE id = ?1")?
        .query_row([praktijkopleider.raw()], |row| row.get(0))
        .optional()?;
    if own == Some(leerbedrijf) {
        Ok(())
    } else {
        Err(StoreError::Reference { kind: RecordKind::Praktijkopleider })
    }
}

/// A component of a traineeship is one of the learner who is there, and is established by someone who works there
/// (S1: in the practice of this leerbedrijf).
fn of_the_traineeship(conn: &Connection, component: &ExamComponent) -> Result<(), StoreError> {
    let Some(traineeship) = component.traineeship else { return Ok(()) };
    let found: Option<(i64, i64)> = conn
        .prepare_cached("SELECT leerling, leerbedrijf FROM traineeship WHERE id = ?1")?
        .query_row([traineeship.raw()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    match found {
        Some((learner, leerbedrijf)) if learner == component.learner.raw() => {
            works_at(conn, component.established_by, leerbedrijf)
        }
        Some(_) | None => Err(StoreError::Reference { kind: RecordKind::Traineeship }),
    }
}
