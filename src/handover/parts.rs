//! What is a learner's own: traineeships, components with their evidence, progress tests.

use crate::domain::fold::fold;
use crate::domain::{
    Evidence, ExamComponent, Id, Learner, Leerbedrijf, Praktijkopleider, Record, RecordKind,
    Stored, Title, Traineeship, Voortgangstoets,
};
use crate::handover::HandoverError;
use crate::handover::weave::{FieldChange, Target, Weave, merged};
use crate::store::StoreError;

/// Records of ours that may be one of theirs; each is so once.
struct Candidates<R>(Vec<Stored<R>>);

impl<R: Record> Candidates<R> {
    /// The one that is known by this mark, or else the first that is the same by what it is; and none may be other.
    fn take(
        &mut self,
        marked: Option<Id<R>>,
        may_be: impl Fn(&R) -> bool,
        same: impl Fn(&R) -> bool,
    ) -> Option<Stored<R>> {
        let Self(left) = self;
        let by_mark = left.iter().position(|own| Some(own.id) == marked && may_be(&own.value));
        let at =
            by_mark.or_else(|| left.iter().position(|own| may_be(&own.value) && same(&own.value)));
        at.map(|at| left.remove(at))
    }
}

impl Weave<'_> {
    pub(super) fn parts_of(
        &mut self,
        theirs: Id<Learner>,
        ours: Id<Learner>,
        target: Target,
    ) -> Result<(), HandoverError> {
        let known = match target {
            Target::New => None,
            Target::Known(id) => Some(id),
        };
        let mut traineeships = Candidates(match known {
            Some(id) => self.ours.traineeships_of(id)?,
            None => Vec::new(),
        });
        let mut came = self.theirs.traineeships_of(theirs)?;
        came.sort_by_key(|traineeship| traineeship.id);
        for traineeship in came {
            self.traineeship(traineeship, ours, &mut traineeships)?;
        }
        let mut components = Candidates(match known {
            Some(id) => self.ours.components_of(id)?,
            None => Vec::new(),
        });
        for component in self.theirs.components_of(theirs)? {
            self.component(component, ours, &mut components)?;
        }
        let of = |test: &Stored<Voortgangstoets>, learner| test.value.learner == learner;
        let mut tests = Candidates(match known {
            Some(id) => {
                self.ours.all::<Voortgangstoets>()?.into_iter().filter(|t| of(t, id)).collect()
            }
            None => Vec::new(),
        });
        for test in self.theirs.all::<Voortgangstoets>()?.into_iter().filter(|t| of(t, theirs)) {
            self.progress_test(test, ours, &mut tests);
        }
        self.brought.stays += traineeships.0.len() + components.0.len() + tests.0.len();
        Ok(())
    }

    fn traineeship(
        &mut self,
        Stored { id, value }: Stored<Traineeship>,
        learner: Id<Learner>,
        here: &mut Candidates<Traineeship>,
    ) -> Result<(), HandoverError> {
        let name = self.name_of_leerbedrijf(value.leerbedrijf)?;
        let leerbedrijf = self.leerbedrijf(value.leerbedrijf)?;
        let praktijkopleider =
            value.praktijkopleider.map(|id| self.praktijkopleider(id)).transpose()?;
        let came = Traineeship { learner, leerbedrijf, praktijkopleider, ..value };
        // At another leerbedrijf it is another traineeship, whatever its mark says.
        let found = here.take(
            self.marked(id),
            |own| own.leerbedrijf == leerbedrijf,
            |own| own.from == came.from && own.crebo == came.crebo,
        );
        let Some(Stored { id: own, value: ours }) = found else {
            self.add(id, came, name);
            return Ok(());
        };
        let (mut merged, mut fields) = merged(&ours, &came);
        if came.praktijkopleider.is_some() && came.praktijkopleider != ours.praktijkopleider {
            merged.praktijkopleider = came.praktijkopleider;
            let names = (ours.praktijkopleider, value.praktijkopleider);
            fields.push(self.another_person("praktijkopleider", names)?);
        }
        self.edit(id, own, merged, fields, name);
        Ok(())
    }

    fn component(
        &mut self,
        Stored { id, value }: Stored<ExamComponent>,
        learner: Id<Learner>,
        here: &mut Candidates<ExamComponent>,
    ) -> Result<(), HandoverError> {
        let place = |weave: &Self, id: Id<Traineeship>| {
            weave.places.get(&(RecordKind::Traineeship, id.raw())).map(|id| Id::new(*id))
        };
        let traineeship = value.traineeship.and_then(|id| place(self, id));
        let established_by =
            value.established_by.map(|id| self.praktijkopleider(id)).transpose()?;
        let came = ExamComponent { learner, traineeship, established_by, ..value.clone() };
        let found = here.take(
            self.marked(id),
            |own| {
                own.traineeship == traineeship || own.traineeship.is_none() || traineeship.is_none()
            },
            |own| {
                own.kind == came.kind
                    && own.code == came.code
                    && own.crebo == came.crebo
                    && fold(Title::as_str(&own.title)) == fold(Title::as_str(&came.title))
            },
        );
        let name = came.title.as_str().to_owned();
        let ours = match found {
            None => self.add(id, came, name),
            Some(Stored { id: own, value: ours }) => {
                let (mut merged, mut fields) = merged(&ours, &came);
                if ours.traineeship.is_none() && traineeship.is_some() {
                    merged.traineeship = traineeship;
                    let theirs = value.traineeship.map(|id| self.theirs.traineeship(id));
                    let at = theirs.transpose()?.map(|stored| stored.value.leerbedrijf);
                    let after = at.map(|id| self.name_of_leerbedrijf(id)).transpose()?;
                    let after = after.unwrap_or_default();
                    fields.push(FieldChange { key: "stage", before: String::new(), after });
                }
                if came.established_by.is_some() && came.established_by != ours.established_by {
                    merged.established_by = came.established_by;
                    let names = (ours.established_by, value.established_by);
                    fields.push(self.another_person("vastgesteld-door", names)?);
                }
                self.edit(id, own, merged, fields, name);
                own
            }
        };
        self.evidence(id, ours)
    }

    fn evidence(
        &mut self,
        theirs: Id<ExamComponent>,
        ours: Id<ExamComponent>,
    ) -> Result<(), HandoverError> {
        let here = if ours.raw() > 0 { self.ours.evidence_of(ours)? } else { Vec::new() };
        let mut here = Candidates(here);
        for Stored { id, value } in self.theirs.evidence_of(theirs)? {
            let came = Evidence { component: ours, ..value };
            let name = crate::domain::day::shown(came.day.date());
            let same = |own: &Evidence| own.day == came.day && own.situation == came.situation;
            match here.take(self.marked(id), |_| true, same) {
                None => drop(self.add(id, came, name)),
                Some(Stored { id: own, value: ours }) => {
                    let (merged, fields) = merged(&ours, &came);
                    self.edit(id, own, merged, fields, name);
                }
            }
        }
        Ok(())
    }

    fn progress_test(
        &mut self,
        Stored { id, value }: Stored<Voortgangstoets>,
        learner: Id<Learner>,
        here: &mut Candidates<Voortgangstoets>,
    ) {
        let came = Voortgangstoets { learner, ..value };
        let name = came.title.as_str().to_owned();
        match here.take(self.marked(id), |_| true, |own| own.title == came.title) {
            None => drop(self.add(id, came, name)),
            Some(Stored { id: own, value: ours }) => {
                let (merged, fields) = merged(&ours, &came);
                self.edit(id, own, merged, fields, name);
            }
        }
    }

    /// Of ours and of theirs, by name.
    fn another_person(
        &self,
        key: &'static str,
        (ours, theirs): (Option<Id<Praktijkopleider>>, Option<Id<Praktijkopleider>>),
    ) -> Result<FieldChange, StoreError> {
        let name = |store: &crate::store::Store, id: Option<Id<Praktijkopleider>>| match id {
            Some(id) => store.praktijkopleider(id).map(|person| person.value.known_name()),
            None => Ok(String::new()),
        };
        let (before, after) = (name(self.ours, ours)?, name(self.theirs, theirs)?);
        Ok(FieldChange { key, before, after })
    }

    fn name_of_leerbedrijf(&self, theirs: Id<Leerbedrijf>) -> Result<String, StoreError> {
        let leerbedrijf = self.theirs.leerbedrijf(theirs)?.value;
        Ok(leerbedrijf.naam.as_ref().map_or("", Title::as_str).to_owned())
    }
}
