//! Writing the file anew, so that no free page, and no free room in a page, holds anything of who was forgotten.
//!
//! `secure_delete` wipes what is deleted, but moving rows within and between pages can leave old copies behind. What
//! could not be swept, as the disk was full or the power went, waits in the table `unswept` for the next time.

use rusqlite::Connection;

use crate::store::{Store, StoreError};

impl Store {
    /// Sweeps if something waits for it.
    pub(super) fn sweep(&self) -> Result<(), StoreError> {
        if !waits(&self.conn)? {
            return Ok(());
        }
        // The copy that this needs is made in memory (`temp_store`), and goes through the journal as any change.
        self.conn.execute_batch("VACUUM")?;
        self.conn.execute_batch("DELETE FROM unswept")?;
        Ok(())
    }
}

/// Whether something waits to be swept.
pub(super) fn waits(conn: &Connection) -> Result<bool, StoreError> {
    Ok(conn.query_row("SELECT EXISTS (SELECT 1 FROM unswept)", [], |row| row.get(0))?)
}
