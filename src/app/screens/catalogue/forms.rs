//! Forms for what the school adds to the catalogue or corrects in it.

use std::collections::BTreeMap;

use crate::app::dialogs::{Dialog, RecordDialog};
use crate::app::screens::catalogue::rows::Only;
use crate::app::session::Session;
use crate::catalogue::Found;
use crate::domain::{
    Choice as _, Crebo, Day, Field as _, Id, OwnEntry, OwnEntryField, OwnEntryKind, RecordKind,
    ShortText, Title,
};
use crate::texts::window as text;

const ASKED: [OwnEntryField; 11] = [
    OwnEntryField::Title,
    OwnEntryField::Kind,
    OwnEntryField::Code,
    OwnEntryField::Crebo,
    OwnEntryField::Niveau,
    OwnEntryField::DossierCrebo,
    OwnEntryField::Dossier,
    OwnEntryField::ValidFrom,
    OwnEntryField::ValidTo,
    OwnEntryField::ReplacedBy,
    OwnEntryField::Source,
];

fn form(title: &str, id: Option<i64>, start: BTreeMap<&'static str, String>) -> Dialog {
    Dialog::Record(RecordDialog {
        title: title.to_owned(),
        kind: RecordKind::OwnEntry,
        id,
        start,
        asked: ASKED.iter().map(|field| field.key()).collect(),
        required: &[],
        signs_for: None,
    })
}

/// A form for an entry of the kind that is shown.
pub(super) fn new_entry(only: Only) -> Dialog {
    let kind = match only {
        Only::Kerntaak => OwnEntryKind::Kerntaak,
        Only::Werkproces => OwnEntryKind::Werkproces,
        Only::Keuzedeel => OwnEntryKind::Keuzedeel,
        Only::Certificaat => OwnEntryKind::Certificaat,
        Only::All | Only::Own | Only::Dossier | Only::Kwalificatie => OwnEntryKind::Kwalificatie,
    };
    form(text::ADD_ENTRY_TITLE, None, [("soort", kind.key().to_owned())].into_iter().collect())
}

/// The school's own entry as it was entered; `None` where it cannot be read.
pub(super) fn own_entry(session: &Session, id: Id<OwnEntry>) -> Option<Dialog> {
    let record = session.store.record(RecordKind::OwnEntry, id.raw()).ok()?;
    let stored = |key| record.value(key).map(|value| value.stored()).unwrap_or_default();
    let start = ASKED.iter().map(|field| (field.key(), stored(field.key()))).collect();
    Some(form(text::CORRECT_ENTRY_TITLE, Some(id.raw()), start))
}

/// An entry of the base edition as the school's own, to be corrected.
pub(super) fn correction(found: Found<'_>) -> Dialog {
    let text_of = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let mut start = BTreeMap::from([
        ("soort", found.kind().key().to_owned()),
        ("titel", found.title().to_owned()),
        ("crebo", text_of(found.kwalificatie().map(|k| k.crebo.as_str()))),
    ]);
    if !matches!(found, Found::Kwalificatie(_)) {
        start.insert("code", text_of(found.code()));
    }
    if let Found::Kwalificatie(kwalificatie) = found {
        let dossier = kwalificatie.dossier.as_ref();
        let number = kwalificatie.niveau.map(|niveau| niveau.number().to_string());
        start.insert("niveau", number.unwrap_or_default());
        start.insert("dossier", text_of(dossier.map(|d| Title::as_str(&d.name))));
        start.insert(
            "dossier-crebo",
            text_of(dossier.and_then(|d| d.crebo.as_ref()).map(Crebo::as_str)),
        );
        let day = |day: Option<Day>| day.map(|day| day.date().to_string()).unwrap_or_default();
        start.insert("geldig-van", day(kwalificatie.valid_from));
        start.insert("geldig-tot", day(kwalificatie.valid_to));
        start.insert(
            "vervangen-door",
            text_of(kwalificatie.replaced_by.as_ref().map(ShortText::as_str)),
        );
    }
    form(text::CORRECT_ENTRY_TITLE, None, start)
}
