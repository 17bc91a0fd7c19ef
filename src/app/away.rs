//! A dossier that cannot be reached for a while: a stick that was pulled out, a network folder that is gone. What was
//! typed stays; when the file is there again it is opened anew, and what stands in it is shown.

use crate::app::App;
use crate::app::action::Place;
use crate::app::issued_rows::issued_rows;
use crate::app::session::Session;
use crate::domain::{RecordKind, Subject};
use crate::store::{LastChange, StoreError};
use crate::texts::{errors, window as text};

impl App {
    /// Whether the dossier can be used. One that could not be reached is tried again; what became of the last change
    /// is said, and when that was kept after all, whoever asks does not do it once more.
    pub(crate) fn is_reachable(&mut self) -> bool {
        let place = self.place;
        let Some(session) = self.session.as_mut().filter(|session| session.store.is_away()) else {
            return true;
        };
        match session.store.come_back() {
            Ok(last) => {
                let loaded = session.load_anew(place);
                self.notices.no_longer_bad();
                self.notices.plain(match last {
                    LastChange::Kept => text::BACK_KEPT.to_owned(),
                    LastChange::NotKept => text::BACK_NOT_KEPT.to_owned(),
                });
                self.say_if_bad(loaded);
                last == LastChange::NotKept
            }
            Err(err) => {
                self.notices.no_longer_bad();
                self.notices.bad(errors::store(&err));
                false
            }
        }
    }

    pub(crate) fn say_if_bad(&mut self, result: Result<(), StoreError>) {
        if let Err(err) = result {
            self.notices.bad(errors::store(&err));
        }
    }
}

impl Session {
    /// Loads everything again that is kept ready: what stands in the file counts.
    fn load_anew(&mut self, place: Place) -> Result<(), StoreError> {
        for kind in RecordKind::ALL {
            self.load_about(Subject { kind: *kind, id: 0 })?;
        }
        self.issued.renew(issued_rows(&self.store)?);
        self.undo = self.store.undo_state()?;
        self.data_changed();
        self.arrive(place)
    }
}
