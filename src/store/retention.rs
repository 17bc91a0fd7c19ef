//! Who ended, and what there is of them: for the list of what is past its term.

use crate::domain::retention::Held;
use crate::domain::{Choice as _, Day, Entry as _, Id, Learner, LearnerName, Route};
use crate::store::table::text_of;
use crate::store::{Store, StoreError};

/// A learner who ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetentionLine {
    pub id: Id<Learner>,
    /// `Vries, Anna de`.
    pub name: String,
    pub groep: String,
    pub sort_key: String,
    pub held: Held,
}

const ENDED: &str =
    "SELECT id, coalesce(voornamen, ''), coalesce(roepnaam, ''), coalesce(voorvoegsel, ''),
        coalesce(geslachtsnaam, ''), coalesce(groep, ''), coalesce(route, ''), eind,
        (SELECT count(*) FROM traineeship t WHERE t.leerling = learner.id),
        (SELECT count(*) FROM exam_component c WHERE c.leerling = learner.id)
    FROM learner WHERE removed_at IS NULL AND eind IS NOT NULL";

impl Store {
    /// Every learner with a day on which it ended, in the order of the list.
    pub fn retention_lines(&self) -> Result<Vec<RetentionLine>, StoreError> {
        let mut query = self.conn.prepare_cached(ENDED)?;
        let mut rows = query.query([])?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            let text = |at: usize| row.get_ref(at).map(text_of);
            // A day that does not parse is named by `bad_rows`; nothing is proposed on the strength of it.
            let Ok(end) = Day::parse(&text(7)?) else { continue };
            let (voornamen, roepnaam, voorvoegsel) = (text(1)?, text(2)?, text(3)?);
            let geslachtsnaam = text(4)?;
            let name = LearnerName {
                voornamen: &voornamen,
                roepnaam: &roepnaam,
                voorvoegsel: &voorvoegsel,
                geslachtsnaam: &geslachtsnaam,
            };
            let held = Held {
                end: end.date(),
                route: Route::parse(&text(6)?).ok(),
                traineeships: row.get(8)?,
                components: row.get(9)?,
            };
            lines.push(RetentionLine {
                id: Id::new(row.get(0)?),
                name: name.listed(),
                sort_key: name.sort_key(),
                groep: text(5)?,
                held,
            });
        }
        lines.sort_by(|a: &RetentionLine, b| a.sort_key.cmp(&b.sort_key).then(a.id.cmp(&b.id)));
        Ok(lines)
    }

    /// How many are no longer active and have no such day: nothing can be proposed for them.
    pub fn ended_without_a_day(&self) -> Result<u32, StoreError> {
        let sql = "SELECT count(*) FROM learner
            WHERE removed_at IS NULL AND eind IS NULL AND status <> ?1";
        let active = crate::domain::LearnerStatus::Active.key();
        Ok(self.conn.query_row(sql, [active], |row| row.get(0))?)
    }
}
