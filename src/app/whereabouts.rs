//! Where a record is shown, and how to get to one of its fields.

use egui::Context;

use crate::app::action::{LearnerPart, Place, SettingsPart};
use crate::app::dialogs::RecordDialog;
use crate::app::screens::learner::forms;
use crate::app::screens::settings;
use crate::app::{App, above, part_of};
use crate::domain::draft::Wanted;
use crate::domain::person::ONDERTEKENAARS;
use crate::domain::{
    AnyRecord, Field as _, Id, OndertekenaarField, RecordKind, Spot, Stored, Subject,
};
use crate::store::StoreError;
use crate::texts::errors;

impl App {
    /// Goes to the field that mends something.
    pub(crate) fn point_at(&mut self, ctx: &Context, spot: Spot) {
        let spot = self.shown_as(spot);
        let subject = Subject { kind: spot.kind, id: spot.id };
        let place = if spot.kind == RecordKind::School {
            Ok(Place::Settings(settings::part_of(spot.field)))
        } else {
            self.place_of(subject, part_of(spot))
        };
        match place {
            Ok(place) => {
                if place != self.place {
                    self.go(ctx, place);
                }
                // Its fields stand beside the mbo-verklaring only.
                if let (Place::Learner(id, LearnerPart::Documents), Some(session)) =
                    (place, &mut self.session)
                {
                    session.chosen = Some(Wanted::MboVerklaring(id));
                }
                self.point = Some(spot);
                self.open_form_of(ctx, spot);
            }
            Err(err) => self.notices.bad(errors::store(&err)),
        }
    }

    /// Where nobody signs, that is mended at who could; the school has one row, also before it is made.
    fn shown_as(&self, spot: Spot) -> Spot {
        let first = || self.session.as_ref()?.ondertekenaars.first().map(|first| first.id.raw());
        match spot.kind {
            RecordKind::School if spot.field == ONDERTEKENAARS => Spot {
                kind: RecordKind::Ondertekenaar,
                id: first().unwrap_or(0),
                field: OndertekenaarField::Signs.key(),
            },
            RecordKind::School => Spot { id: 1, ..spot },
            RecordKind::Ondertekenaar
            | RecordKind::Praktijkbegeleider
            | RecordKind::Learner
            | RecordKind::Leerbedrijf
            | RecordKind::Praktijkopleider
            | RecordKind::Erkenning
            | RecordKind::Traineeship
            | RecordKind::ExamComponent
            | RecordKind::Evidence
            | RecordKind::Voortgangstoets
            | RecordKind::ReceivedDocument
            | RecordKind::OwnEntry => spot,
        }
    }

    /// Where a record is shown.
    pub(crate) fn place_of(
        &self,
        subject: Subject,
        part: LearnerPart,
    ) -> Result<Place, StoreError> {
        let Some(session) = &self.session else { return Ok(self.place) };
        let (store, id) = (&session.store, subject.id);
        let learner = |id| Place::Learner(id, part);
        Ok(match subject.kind {
            RecordKind::Learner if id == 0 => self.place,
            RecordKind::Leerbedrijf if id == 0 => self.place,
            RecordKind::Learner => learner(Id::new(id)),
            RecordKind::Traineeship => learner(store.traineeship(Id::new(id))?.value.learner),
            RecordKind::ExamComponent => learner(store.component(Id::new(id))?.value.learner),
            RecordKind::Leerbedrijf => Place::Leerbedrijf(Id::new(id)),
            RecordKind::Praktijkopleider => {
                Place::Leerbedrijf(store.praktijkopleider(Id::new(id))?.value.leerbedrijf)
            }
            // Its fields stand in several parts: one stays where one is.
            RecordKind::School if above(self.place) == Place::Settings(SettingsPart::School) => {
                self.place
            }
            RecordKind::School => Place::Settings(SettingsPart::School),
            RecordKind::Praktijkbegeleider => Place::Settings(SettingsPart::School),
            RecordKind::Ondertekenaar => Place::Settings(SettingsPart::Documents),
            RecordKind::OwnEntry => Place::Catalogue,
            RecordKind::Erkenning
            | RecordKind::Evidence
            | RecordKind::Voortgangstoets
            | RecordKind::ReceivedDocument => match store.record(subject.kind, id)? {
                AnyRecord::Erkenning(erkenning) => Place::Leerbedrijf(erkenning.leerbedrijf),
                AnyRecord::Evidence(evidence) => {
                    learner(store.component(evidence.component)?.value.learner)
                }
                AnyRecord::Voortgangstoets(test) => learner(test.learner),
                AnyRecord::ReceivedDocument(document) => learner(document.learner),
                AnyRecord::School(_)
                | AnyRecord::Ondertekenaar(_)
                | AnyRecord::Praktijkbegeleider(_)
                | AnyRecord::Learner(_)
                | AnyRecord::Leerbedrijf(_)
                | AnyRecord::Praktijkopleider(_)
                | AnyRecord::Traineeship(_)
                | AnyRecord::ExamComponent(_)
                | AnyRecord::OwnEntry(_) => self.place,
            },
        })
    }

    /// What a component is stands in a form of its own, and so does a progress test: there the cursor goes.
    fn open_form_of(&mut self, ctx: &Context, spot: Spot) {
        let Some(session) = &self.session else { return };
        let form = match session.store.record(spot.kind, spot.id) {
            Ok(AnyRecord::ExamComponent(value))
                if forms::asked(value.kind).contains(&spot.field) =>
            {
                forms::correction(&Stored { id: Id::new(spot.id), value })
            }
            Ok(AnyRecord::Voortgangstoets(value)) => {
                forms::progress_test(value.learner, Some(&Stored { id: Id::new(spot.id), value }))
            }
            Ok(
                AnyRecord::School(_)
                | AnyRecord::Ondertekenaar(_)
                | AnyRecord::Praktijkbegeleider(_)
                | AnyRecord::Learner(_)
                | AnyRecord::Leerbedrijf(_)
                | AnyRecord::Praktijkopleider(_)
                | AnyRecord::Erkenning(_)
                | AnyRecord::Traineeship(_)
                | AnyRecord::ExamComponent(_)
                | AnyRecord::Evidence(_)
                | AnyRecord::ReceivedDocument(_)
                | AnyRecord::OwnEntry(_),
            )
            | Err(_) => return,
        };
        self.ask(ctx, form);
        self.point = Some(Spot { id: RecordDialog::ID, ..spot });
    }
}
