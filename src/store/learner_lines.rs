//! The list of learners: a few columns of every learner, quickly.

use rusqlite::Row;

use crate::domain::fold::fold;
use crate::domain::{Id, Learner, LearnerName};
use crate::store::table::text_of;
use crate::store::{Store, StoreError};

/// One learner in the list. Texts as they stand in the file: a list shows what is there, also where it no longer fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LearnerLine {
    pub id: Id<Learner>,
    /// `Vries, Anna de`.
    pub name: String,
    pub groep: String,
    pub leerlingnummer: String,
    /// Keys of [`crate::domain::Route`], [`crate::domain::Doelgroep`] and [`crate::domain::LearnerStatus`].
    pub route: String,
    pub doelgroep: String,
    pub status: String,
    pub begeleider: Option<i64>,
    /// Orders the list by name.
    pub sort_key: String,
    /// What is searched: names, group and number, folded.
    pub folded: String,
}

const COLUMNS: &str = "SELECT id, coalesce(voornamen, ''), coalesce(roepnaam, ''), coalesce(voorvoegsel, ''),
        coalesce(geslachtsnaam, ''), coalesce(groep, ''), coalesce(leerlingnummer, ''), coalesce(route, ''),
        status, begeleider, coalesce(doelgroep, '')
    FROM learner WHERE removed_at IS NULL";

impl Store {
    /// Every learner, in the order of the list.
    pub fn learner_lines(&self) -> Result<Vec<LearnerLine>, StoreError> {
        let mut query = self.conn.prepare_cached(COLUMNS)?;
        let mut rows = query.query([])?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            lines.push(line(row)?);
        }
        lines.sort_by(|a: &LearnerLine, b| a.sort_key.cmp(&b.sort_key).then(a.id.cmp(&b.id)));
        Ok(lines)
    }

    /// One learner of the list; `None` where it is gone.
    pub fn learner_line(&self, id: Id<Learner>) -> Result<Option<LearnerLine>, StoreError> {
        let mut query = self.conn.prepare_cached(&format!("{COLUMNS} AND id = ?1"))?;
        let mut rows = query.query([id.raw()])?;
        rows.next()?.map(line).transpose()
    }
}

fn line(row: &Row<'_>) -> Result<LearnerLine, StoreError> {
    let text = |at: usize| row.get_ref(at).map(text_of);
    let (voornamen, roepnaam, voorvoegsel) = (text(1)?, text(2)?, text(3)?);
    let (geslachtsnaam, groep, leerlingnummer) = (text(4)?, text(5)?, text(6)?);
    let name = LearnerName {
        voornamen: &voornamen,
        roepnaam: &roepnaam,
        voorvoegsel: &voorvoegsel,
        geslachtsnaam: &geslachtsnaam,
    };
    let folded = fold(&format!(
        "{voornamen} {roepnaam} {voorvoegsel} {geslachtsnaam} {groep} {leerlingnummer}"
    ));
    Ok(LearnerLine {
        id: Id::new(row.get(0)?),
        name: name.listed(),
        sort_key: name.sort_key(),
        folded,
        groep,
        leerlingnummer,
        route: text(7)?,
        status: text(8)?,
        begeleider: row.get(9)?,
        doelgroep: text(10)?,
    })
}
