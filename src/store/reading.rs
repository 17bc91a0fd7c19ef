//! Reading records, alone and in the company of what belongs to them.

use rusqlite::OptionalExtension as _;

use crate::domain::verklaring::Concept;
use crate::domain::{
    AnyRecord, Day, Erkenning, Evidence, ExamComponent, Id, Learner, Leerbedrijf, LogoHash,
    OwnEntry, Praktijkbegeleider, Praktijkopleider, Record, RecordKind, School, ShortText, Stored,
    Traineeship,
};
use crate::store::table::{self, BadRow, Read};
use crate::store::{Store, StoreError, rules};

impl Store {
    pub fn school(&self) -> Result<School, StoreError> {
        Ok(self.one(School::ID)?.map_or(School::blank(), |stored| stored.value))
    }

    /// A record of any kind.
    pub fn record(&self, kind: RecordKind, id: i64) -> Result<AnyRecord, StoreError> {
        table::any(&self.conn, kind, id)
    }

    /// Whether a record could be written now: what it points at is there, and what belongs together does.
    pub fn check(&self, record: &AnyRecord) -> Result<(), StoreError> {
        rules::check(&self.conn, record)
    }

    pub fn learner(&self, id: Id<Learner>) -> Result<Stored<Learner>, StoreError> {
        table::get(&self.conn, id)
    }

    pub fn leerbedrijf(&self, id: Id<Leerbedrijf>) -> Result<Stored<Leerbedrijf>, StoreError> {
        table::get(&self.conn, id)
    }

    pub fn praktijkopleider(
        &self,
        id: Id<Praktijkopleider>,
    ) -> Result<Stored<Praktijkopleider>, StoreError> {
        table::get(&self.conn, id)
    }

    pub fn traineeship(&self, id: Id<Traineeship>) -> Result<Stored<Traineeship>, StoreError> {
        table::get(&self.conn, id)
    }

    pub fn component(&self, id: Id<ExamComponent>) -> Result<Stored<ExamComponent>, StoreError> {
        table::get(&self.conn, id)
    }

    /// All records of a kind, in order of id. Rows that do not parse are left out; [`Store::bad_rows`] names them.
    pub fn all<R: Record>(&self) -> Result<Vec<Stored<R>>, StoreError> {
        self.some("1 ORDER BY id", &[])
    }

    /// As [`Store::all`], with the rows that do not parse.
    pub fn all_and_bad<R: Record>(&self) -> Result<(Vec<Stored<R>>, Vec<BadRow>), StoreError> {
        let Read { whole, bad } = table::read::<R>(&self.conn, "1 ORDER BY id", &[])?;
        Ok((whole, bad))
    }

    /// Rows of a kind that hold what no longer parses.
    pub fn bad_rows<R: Record>(&self) -> Result<Vec<BadRow>, StoreError> {
        Ok(table::read::<R>(&self.conn, "1", &[])?.bad)
    }

    pub fn praktijkbegeleiders(&self) -> Result<Vec<Stored<Praktijkbegeleider>>, StoreError> {
        self.some("1 ORDER BY achternaam, voornaam, id", &[])
    }

    pub fn own_entries(&self) -> Result<Vec<Stored<OwnEntry>>, StoreError> {
        self.all()
    }

    pub fn praktijkopleiders_of(
        &self,
        id: Id<Leerbedrijf>,
    ) -> Result<Vec<Stored<Praktijkopleider>>, StoreError> {
        self.some("leerbedrijf = ?1 ORDER BY achternaam, voornaam, id", &[&id.raw()])
    }

    pub fn erkenningen_of(
        &self,
        id: Id<Leerbedrijf>,
    ) -> Result<Vec<Stored<Erkenning>>, StoreError> {
        self.some("leerbedrijf = ?1 ORDER BY crebo, van, id", &[&id.raw()])
    }

    pub fn traineeships_at(
        &self,
        id: Id<Leerbedrijf>,
    ) -> Result<Vec<Stored<Traineeship>>, StoreError> {
        self.some("leerbedrijf = ?1 ORDER BY van DESC, id", &[&id.raw()])
    }

    /// The newest first.
    pub fn traineeships_of(&self, id: Id<Learner>) -> Result<Vec<Stored<Traineeship>>, StoreError> {
        self.some("leerling = ?1 ORDER BY van DESC, id DESC", &[&id.raw()])
    }

    /// Every component of a learner, in order of code.
    pub fn components_of(&self, id: Id<Learner>) -> Result<Vec<Stored<ExamComponent>>, StoreError> {
        let mut components: Vec<Stored<ExamComponent>> =
            self.some("leerling = ?1", &[&id.raw()])?;
        components.sort_by_key(|c| (c.value.crebo.clone(), c.value.sort_key(), c.id));
        Ok(components)
    }

    /// The oldest first.
    pub fn evidence_of(&self, id: Id<ExamComponent>) -> Result<Vec<Stored<Evidence>>, StoreError> {
        self.some("onderdeel = ?1 ORDER BY datum, id", &[&id.raw()])
    }

    /// The bytes of a picture that a record points at.
    pub fn picture(&self, hash: &LogoHash) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT png FROM picture WHERE hash = ?1")?
            .query_row([hash.as_str()], |row| row.get(0))
            .optional()?)
    }

    /// All facts for the praktijkverklaring of one traineeship, as they stand.
    pub fn concept(
        &self,
        id: Id<Traineeship>,
        place: Option<ShortText>,
        date: Option<Day>,
    ) -> Result<Concept, StoreError> {
        let traineeship = self.traineeship(id)?;
        let learner = self.learner(traineeship.value.learner)?;
        let leerbedrijf = self.leerbedrijf(traineeship.value.leerbedrijf)?;
        let praktijkopleider = match traineeship.value.praktijkopleider {
            Some(id) => Some(self.praktijkopleider(id)?),
            None => None,
        };
        let school = self.school()?;
        let erkenningen = self.erkenningen_of(leerbedrijf.id)?;
        let components = self.whole("stage = ?1 ORDER BY id", &[&id.raw()])?;
        Ok(Concept {
            learner,
            traineeship,
            leerbedrijf,
            praktijkopleider,
            erkenningen,
            school,
            components,
            place,
            date,
        })
    }

    fn one<R: Record>(&self, id: Id<R>) -> Result<Option<Stored<R>>, StoreError> {
        match table::get(&self.conn, id) {
            Ok(stored) => Ok(Some(stored)),
            Err(StoreError::Gone { .. }) => Ok(None),
            Err(other) => Err(other),
        }
    }

    /// As [`Self::some`], but a row that does not parse is refused: it must not be missing on paper without a word.
    pub(super) fn whole<R: Record>(
        &self,
        condition: &str,
        params: &[&dyn rusqlite::ToSql],
    ) -> Result<Vec<Stored<R>>, StoreError> {
        let Read { whole, bad } = table::read(&self.conn, condition, params)?;
        match bad.first() {
            Some(bad) => Err((*bad).into()),
            None => Ok(whole),
        }
    }

    fn some<R: Record>(
        &self,
        condition: &str,
        params: &[&dyn rusqlite::ToSql],
    ) -> Result<Vec<Stored<R>>, StoreError> {
        let Read { whole, bad: _ } = table::read(&self.conn, condition, params)?;
        Ok(whole)
    }
}
