//! What stands inside what in JSON.

use crate::domain::{AnyRecord, Id, RecordKind};

/// A list of records inside another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inside {
    /// The key of the list.
    pub key: &'static str,
    pub kind: RecordKind,
    /// The field by which they point at the outer record: left out of the list. `None`: there is only one such record.
    pub points_by: Option<&'static str>,
}

/// The lists inside a record of this kind.
pub const fn inside(kind: RecordKind) -> &'static [Inside] {
    match kind {
        RecordKind::School => &[
            Inside {
                key: "praktijkbegeleiders",
                kind: RecordKind::Praktijkbegeleider,
                points_by: None,
            },
            Inside { key: "ondertekenaars", kind: RecordKind::Ondertekenaar, points_by: None },
        ],
        RecordKind::Learner => &[Inside {
            key: "voortgangstoetsen",
            kind: RecordKind::Voortgangstoets,
            points_by: Some("leerling"),
        }],
        RecordKind::Leerbedrijf => &[
            Inside {
                key: "praktijkopleiders",
                kind: RecordKind::Praktijkopleider,
                points_by: Some("leerbedrijf"),
            },
            Inside {
                key: "erkenningen",
                kind: RecordKind::Erkenning,
                points_by: Some("leerbedrijf"),
            },
        ],
        RecordKind::ExamComponent => {
            &[Inside { key: "bewijs", kind: RecordKind::Evidence, points_by: Some("onderdeel") }]
        }
        RecordKind::Praktijkbegeleider
        | RecordKind::Ondertekenaar
        | RecordKind::Praktijkopleider
        | RecordKind::Erkenning
        | RecordKind::Traineeship
        | RecordKind::Evidence
        | RecordKind::Voortgangstoets
        | RecordKind::ReceivedDocument
        | RecordKind::OwnEntry => &[],
    }
}

/// A key that names a file with a picture, for a field that holds its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureField {
    pub key: &'static str,
    pub field: &'static str,
}

/// Only read, never written: the file is not kept, the picture is.
pub const fn picture_fields(kind: RecordKind) -> &'static [PictureField] {
    const LOGO: PictureField = PictureField { key: "logo-bestand", field: "logo" };
    match kind {
        RecordKind::School => &[LOGO],
        RecordKind::Leerbedrijf => {
            &[LOGO, PictureField { key: "branchelogo-bestand", field: "branchelogo" }]
        }
        RecordKind::Praktijkbegeleider
        | RecordKind::Learner
        | RecordKind::Praktijkopleider
        | RecordKind::Erkenning
        | RecordKind::Traineeship
        | RecordKind::ExamComponent
        | RecordKind::Evidence
        | RecordKind::Ondertekenaar
        | RecordKind::Voortgangstoets
        | RecordKind::ReceivedDocument
        | RecordKind::OwnEntry => &[],
    }
}

/// Makes a record point at the outer one that the same change adds as number `nth`.
pub(super) fn point_at_added(record: &mut AnyRecord, nth: u32) {
    match record {
        AnyRecord::Praktijkopleider(inner) => inner.leerbedrijf = Id::added(nth),
        AnyRecord::Erkenning(inner) => inner.leerbedrijf = Id::added(nth),
        AnyRecord::Evidence(inner) => inner.component = Id::added(nth),
        AnyRecord::Voortgangstoets(inner) => inner.learner = Id::added(nth),
        AnyRecord::School(_)
        | AnyRecord::Ondertekenaar(_)
        | AnyRecord::Praktijkbegeleider(_)
        | AnyRecord::Learner(_)
        | AnyRecord::Leerbedrijf(_)
        | AnyRecord::Traineeship(_)
        | AnyRecord::ExamComponent(_)
        | AnyRecord::ReceivedDocument(_)
        | AnyRecord::OwnEntry(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Input;

    #[test]
    fn a_list_points_at_what_it_stands_in() {
        for kind in RecordKind::ALL {
            for list in inside(*kind) {
                assert!(kind.fields().iter().all(|field| field.key != list.key));
                let pointer =
                    list.kind.fields().into_iter().find(|f| Some(f.key) == list.points_by);
                assert_eq!(
                    pointer.map(|field| field.input),
                    list.points_by.map(|_| Input::Ref(*kind))
                );
            }
            for picture in picture_fields(*kind) {
                let field = kind.fields().into_iter().find(|f| f.key == picture.field);
                assert_eq!(field.map(|field| field.input), Some(Input::Logo));
            }
            let logos = kind.fields().into_iter().filter(|f| f.input == Input::Logo).count();
            assert_eq!(logos, picture_fields(*kind).len());
        }
    }
}
