//! The forms behind what a learner learns: choosing, entering by hand, correcting, noting.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::action::KwalificatieFor;
use crate::app::dialogs::{Dialog, RecordDialog, Werkprocessen};
use crate::app::pages::TraineeshipView;
use crate::app::widgets::pick::Pick;
use crate::domain::{
    Choice as _, ComponentKind, Evidence, ExamComponent, Field as _, Id, Learner, Record,
    RecordKind, Scale, Stored, Title, Voortgangstoets,
};
use crate::texts::{documents as words, window as text};

/// What a component is, apart from how far the learner is with it. What the page itself shows is not asked again.
pub(crate) const fn asked(kind: ComponentKind) -> &'static [&'static str] {
    match kind {
        ComponentKind::Werkproces => {
            &["code", "titel", "kerntaak", "crebo", "kwalificatie", "bron"]
        }
        ComponentKind::Specifiek => &["code", "titel", "crebo", "kwalificatie", "bron"],
        ComponentKind::Generiek => &["titel", "bron"],
        ComponentKind::Keuzedeel | ComponentKind::CertificaatOnderdeel => {
            &["code", "titel", "bron"]
        }
    }
}

/// Every field of a record, as stored.
fn stored<R: Record>(record: &R) -> BTreeMap<&'static str, String> {
    R::Field::ALL.iter().map(|f| (f.key(), record.value(*f).stored())).collect()
}

/// The werkprocessen of the traineeship's kwalificatie; without one, that is asked first.
pub(crate) fn werkprocessen(view: &TraineeshipView) -> Dialog {
    let traineeship = view.traineeship();
    let Some(crebo) = traineeship.value.crebo.clone() else {
        let purpose = KwalificatieFor::Traineeship(traineeship.id);
        return Dialog::Kwalificatie { purpose, pick: Pick::default() };
    };
    let there = view
        .concept
        .components
        .iter()
        .filter(|c| c.value.crebo.as_ref() == Some(&crebo))
        .filter_map(|c| c.value.code.as_ref().map(|code| code.as_str().to_owned()))
        .collect();
    Dialog::Werkprocessen(Werkprocessen {
        traineeship: traineeship.id,
        crebo,
        typed: String::new(),
        chosen: BTreeSet::new(),
        there,
    })
}

/// A form for a werkproces that the catalogue does not have.
pub(crate) fn own_werkproces(view: &TraineeshipView) -> Dialog {
    let Stored { id, value } = view.traineeship();
    let text_of = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let start = [
        ("leerling", value.learner.raw().to_string()),
        ("soort", ComponentKind::Werkproces.key().to_owned()),
        ("stage", id.raw().to_string()),
        ("crebo", text_of(value.crebo.as_ref().map(|c| c.as_str()))),
        ("kwalificatie", text_of(value.kwalificatie.as_ref().map(Title::as_str))),
        ("niveau", value.niveau.map(|n| n.number().to_string()).unwrap_or_default()),
        ("stand", Scale::NotStarted.key().to_owned()),
        ("deelexamen", "0".to_owned()),
    ];
    Dialog::Record(RecordDialog {
        title: text::OWN_WERKPROCES_TITLE.to_owned(),
        kind: RecordKind::ExamComponent,
        id: None,
        start: start.into_iter().collect(),
        asked: asked(ComponentKind::Werkproces).to_vec(),
        required: &[],
        signs_for: None,
    })
}

/// A form to correct what a component is; what the learner did stays.
pub(crate) fn correction(component: &Stored<ExamComponent>) -> Dialog {
    Dialog::Record(RecordDialog {
        title: text::CORRECT_COMPONENT_TITLE.to_owned(),
        kind: RecordKind::ExamComponent,
        id: Some(component.id.raw()),
        start: stored(&component.value),
        asked: asked(component.value.kind).to_vec(),
        required: &[],
        signs_for: None,
    })
}

/// A note of what was seen of a werkproces: a new one, or one to correct.
pub(crate) fn evidence(
    component: &Stored<ExamComponent>,
    note: Option<&Stored<Evidence>>,
    today: jiff::civil::Date,
) -> Dialog {
    let start = match note {
        Some(note) => stored(&note.value),
        None => [("onderdeel", component.id.raw().to_string()), ("datum", today.to_string())]
            .into_iter()
            .collect(),
    };
    Dialog::Record(RecordDialog {
        title: text::EVIDENCE_TITLE.to_owned(),
        kind: RecordKind::Evidence,
        id: note.map(|note| note.id.raw()),
        start,
        asked: vec!["situatie", "datum", "wie"],
        required: &[],
        signs_for: None,
    })
}

/// A form for a progress test: a new one, or one to correct.
pub(crate) fn progress_test(
    learner: Id<Learner>,
    test: Option<&Stored<Voortgangstoets>>,
) -> Dialog {
    let start = match test {
        Some(test) => stored(&test.value),
        None => [("leerling", learner.raw().to_string())].into_iter().collect(),
    };
    Dialog::Record(RecordDialog {
        title: words::PROGRESS_TEST.to_owned(),
        kind: RecordKind::Voortgangstoets,
        id: test.map(|test| test.id.raw()),
        start,
        asked: vec!["titel", "toelichting", "resultaat"],
        required: &[],
        signs_for: None,
    })
}
