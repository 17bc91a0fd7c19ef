//! The journal searched: which lines are of a time, an account, a kind, a learner, or speak of something.

use jiff::Timestamp;
use rusqlite::named_params;

use crate::domain::{Id, Learner, RecordKind};
use crate::store::history::HistoryLine;
use crate::store::{Store, StoreError, table};

/// Which lines are wanted; nothing asked: all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrailFilter {
    /// From this moment on.
    pub from: Option<Timestamp>,
    pub who: Option<String>,
    pub kind: Option<RecordKind>,
    pub learner: Option<Id<Learner>>,
    /// In a value before or after the change.
    pub words: String,
    /// Learners of whom every line counts as one that speaks of these words.
    pub named: Vec<Id<Learner>>,
}

/// A line passes where it fits all that is asked. The images are looked at last, and value by value: their keys are no
/// words that anyone looks for.
const LINES: &str = "SELECT j.id FROM journal j
    WHERE (:from IS NULL OR j.at >= :from) AND (:who IS NULL OR j.who = :who)
      AND (:kind IS NULL OR j.subject_kind = :kind OR EXISTS (
          SELECT 1 FROM journal_row r WHERE r.journal_id = j.id AND r.table_name = :kind))
      AND (:learner IS NULL OR j.id IN (SELECT journal_id FROM journal_row WHERE leerling = :learner))
      AND (:like IS NULL OR EXISTS (
          SELECT 1 FROM journal_row r WHERE r.journal_id = j.id AND (
              r.leerling IN (SELECT value FROM json_each(:named))
              OR EXISTS (SELECT 1 FROM json_each(r.after) v
                  WHERE r.after LIKE :like ESCAPE '!' AND v.value LIKE :like ESCAPE '!')
              OR EXISTS (SELECT 1 FROM json_each(r.before) v
                  WHERE r.before LIKE :like ESCAPE '!' AND v.value LIKE :like ESCAPE '!'))))
    ORDER BY j.id DESC";

impl Store {
    /// The numbers of the lines that fit, the newest first.
    pub fn trail(&self, filter: &TrailFilter) -> Result<Vec<i64>, StoreError> {
        let TrailFilter { from, who, kind, learner, words, named } = filter;
        let kind = kind.map(table::table).transpose()?.map(|table| table.name);
        let words = words.trim();
        let escaped = words.replace('!', "!!").replace('%', "!%").replace('_', "!_");
        let like = (!words.is_empty()).then(|| format!("%{escaped}%"));
        let named: Vec<i64> = named.iter().map(|id| id.raw()).collect();
        let mut query = self.conn.prepare_cached(LINES)?;
        let found = query.query_map(
            named_params! {
                ":from": from.map(|from| from.to_string()), ":who": who, ":kind": kind,
                ":learner": learner.map(Id::raw), ":like": like,
                ":named": serde_json::Value::from(named).to_string(),
            },
            |row| row.get(0),
        )?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// One line with the rows that it touched.
    pub fn trail_line(&self, id: i64) -> Result<HistoryLine, StoreError> {
        self.whole_line(id)
    }

    /// The learner whose rows a line touched; `None`: of nobody, or of several.
    pub fn learner_of_line(&self, id: i64) -> Result<Option<Id<Learner>>, StoreError> {
        let sql = "SELECT DISTINCT leerling FROM journal_row
            WHERE journal_id = ?1 AND leerling IS NOT NULL LIMIT 2";
        let mut query = self.conn.prepare_cached(sql)?;
        let found: Vec<i64> = query.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(match found.as_slice() {
            [only] => Some(Id::new(*only)),
            _ => None,
        })
    }

    /// How many lines there are.
    pub fn trail_length(&self) -> Result<usize, StoreError> {
        let count: i64 =
            self.conn.query_row("SELECT count(*) FROM journal", [], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// Every account that did something.
    pub fn accounts(&self) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT DISTINCT who FROM journal WHERE who <> '' ORDER BY who";
        let mut query = self.conn.prepare_cached(sql)?;
        let found = query.query_map([], |row| row.get(0))?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}
