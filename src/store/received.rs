//! Documents that another dossier issued: what is known of them stands in records, their bytes are kept here.

use rusqlite::OptionalExtension as _;

use crate::domain::{FileHash, Id, Learner, ReceivedDocument, Stored};
use crate::store::register::sha256;
use crate::store::{Store, StoreError};

impl Store {
    /// Of a learner, the newest first.
    pub fn received_of(
        &self,
        learner: Id<Learner>,
    ) -> Result<Vec<Stored<ReceivedDocument>>, StoreError> {
        self.whole("leerling = ?1 ORDER BY datum DESC, id DESC", &[&learner.raw()])
    }

    /// The bytes of one: those that came, or an error.
    pub fn received_pdf(&self, hash: &FileHash) -> Result<Vec<u8>, StoreError> {
        let found: Option<Vec<u8>> = self
            .conn
            .prepare_cached("SELECT pdf FROM received_file WHERE hash = ?1")?
            .query_row([hash.as_str()], |row| row.get(0))
            .optional()?;
        let pdf = found.ok_or(StoreError::NoFile)?;
        if sha256(&pdf) == hash.as_str() { Ok(pdf) } else { Err(StoreError::Damaged) }
    }
}
