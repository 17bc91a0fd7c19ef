//! References to records that the same change adds: their real ids are known only while it is done.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::domain::{AnyRecord, FieldValue, Input, RecordKind, Subject};
use crate::store::StoreError;

/// What a change has added so far, per kind and in order.
#[derive(Default)]
pub(crate) struct Added(BTreeMap<RecordKind, Vec<i64>>);

impl Added {
    pub(crate) fn note(&mut self, subject: Subject) {
        self.0.entry(subject.kind).or_default().push(subject.id);
    }

    /// The record with the real ids in the places of [`crate::domain::Id::added`].
    pub(crate) fn in_place<'a>(
        &self,
        record: &'a AnyRecord,
    ) -> Result<Cow<'a, AnyRecord>, StoreError> {
        let mut record = Cow::Borrowed(record);
        for field in record.kind().fields() {
            if let Input::Ref(kind) = field.input
                && let Some(FieldValue::Ref(stand_in)) = record.value(field.key)
                && stand_in < 0
            {
                let id = self.real(kind, stand_in)?.to_string();
                // The text of an id always parses; and there is a field of this key, or it was not here.
                match record.to_mut().set(field.key, &id) {
                    Some(Ok(())) => {}
                    Some(Err(_)) | None => return Err(StoreError::Reference { kind }),
                }
            }
        }
        Ok(record)
    }

    /// The id of a record that may be one of those.
    pub(crate) fn real_id(&self, Subject { kind, id }: Subject) -> Result<i64, StoreError> {
        if id < 0 { self.real(kind, id) } else { Ok(id) }
    }

    fn real(&self, kind: RecordKind, stand_in: i64) -> Result<i64, StoreError> {
        let nth = usize::try_from(-1 - stand_in).ok();
        let id = nth.and_then(|nth| self.0.get(&kind)?.get(nth));
        id.copied().ok_or(StoreError::Reference { kind })
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use crate::changes::{Change, Purpose};
    use crate::domain::{Id, Leerbedrijf, Praktijkopleider, RecordKind};
    use crate::store::{Stamp, Store, StoreError};

    fn stamp() -> Stamp {
        Stamp { at: Timestamp::UNIX_EPOCH, who: "toets".to_owned() }
    }

    #[test]
    fn a_record_may_point_at_one_that_the_same_change_adds() {
        let mut store = Store::in_memory().unwrap();
        let company = || Change::Add(Leerbedrijf::blank().into());
        let opleider = |nth| Change::Add(Praktijkopleider::blank(Id::added(nth)).into());
        store.apply(&company(), &stamp()).unwrap();
        let both = Change::Together(Purpose::SetFromJson, vec![company(), company(), opleider(1)]);
        let applied = store.apply(&both, &stamp()).unwrap();
        let [_, second, opleider_made] = applied.records.as_slice() else { panic!() };
        assert_eq!(
            store.praktijkopleider(Id::new(opleider_made.id)).unwrap().value.leerbedrijf.raw(),
            second.id
        );
        store.undo(&stamp()).unwrap();
        assert_eq!(store.all::<Leerbedrijf>().unwrap().len(), 1);
        store.redo(&stamp()).unwrap();
        assert_eq!(store.all::<Praktijkopleider>().unwrap().len(), 1);
    }

    #[test]
    fn what_is_added_later_or_not_at_all_cannot_be_pointed_at() {
        let mut store = Store::in_memory().unwrap();
        let changes = vec![
            Change::Add(Leerbedrijf::blank().into()),
            Change::Add(Praktijkopleider::blank(Id::added(1)).into()),
            Change::Add(Leerbedrijf::blank().into()),
        ];
        let refused = store.apply(&Change::Together(Purpose::SetFromJson, changes), &stamp());
        assert!(
            matches!(refused, Err(StoreError::Reference { kind: RecordKind::Leerbedrijf })),
            "{refused:?}"
        );
        assert_eq!(store.all::<Leerbedrijf>().unwrap().len(), 0);
    }
}
