//! What was typed and does not fit, kept while the dossier is locked: sealed with its own key, so that it can be read by
//! nobody who does not open it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::app::dialogs::Dialog;
use crate::app::drafts::Drafts;
use crate::domain::{RecordKind, Spot};
use crate::store::{Sealed, Store, StoreError};

/// Sealed words, and the form that they go back into, without its words.
#[derive(Debug)]
pub(crate) struct Kept {
    sealed: Sealed,
    form: Option<Dialog>,
}

#[derive(Default, Serialize, Deserialize)]
struct Words {
    drafts: Vec<Typed>,
    form: Vec<String>,
    start: BTreeMap<String, String>,
}

#[derive(Serialize, Deserialize)]
struct Typed {
    /// Where the kind stands among all kinds.
    kind: usize,
    id: i64,
    field: String,
    text: String,
}

impl Kept {
    /// `None`: there is nothing to keep.
    pub(crate) fn take(
        store: &Store,
        drafts: &Drafts,
        dialog: Option<Dialog>,
    ) -> Result<Option<Self>, StoreError> {
        let mut words = Words::default();
        for (spot, text) in drafts.all() {
            let Some(kind) = RecordKind::ALL.iter().position(|kind| *kind == spot.kind) else {
                continue;
            };
            let (field, text) = (spot.field.to_owned(), text.to_owned());
            words.drafts.push(Typed { kind, id: spot.id, field, text });
        }
        let form = dialog.and_then(|dialog| emptied(dialog, &mut words));
        if words.drafts.is_empty() && form.is_none() {
            return Ok(None);
        }
        let text = serde_json::to_string(&words).map_err(|_cannot_happen| StoreError::Damaged)?;
        let sealed = store.seal(&Zeroizing::new(text))?;
        Ok(Some(Self { sealed, form }))
    }

    /// Puts it back. What belongs to another dossier stays shut.
    pub(crate) fn put_back(self, store: &Store, drafts: &mut Drafts) -> Option<Dialog> {
        let Self { sealed, form } = self;
        let text = store.unseal(&sealed)?;
        let words: Words = serde_json::from_str(&text).ok()?;
        let Words { drafts: typed, form: of_form, start } = words;
        for Typed { kind, id, field, text } in typed {
            let Some(kind) = RecordKind::ALL.get(kind).copied() else { continue };
            let Some(field) = key_of(kind, &field) else { continue };
            let spot = Spot { kind, id, field };
            match kind.check(field, &text) {
                Some(Err(error)) => drafts.refused(spot, text, error),
                Some(Ok(())) => drafts.typed(spot, text),
                None => {}
            }
        }
        form.map(|form| filled(form, of_form, &start))
    }
}

fn key_of(kind: RecordKind, field: &str) -> Option<&'static str> {
    kind.fields().into_iter().map(|own| own.key).find(|key| *key == field)
}

/// A form without its words, which go to `words`; `None`: nothing in it was worth keeping.
fn emptied(dialog: Dialog, words: &mut Words) -> Option<Dialog> {
    match dialog {
        Dialog::Record(mut form) => {
            words.form.push(std::mem::take(&mut form.title));
            let start = std::mem::take(&mut form.start).into_iter();
            words.start = start.map(|(key, value)| (key.to_owned(), value)).collect();
            Some(Dialog::Record(form))
        }
        Dialog::Withdraw(mut asked) => {
            for own in [&mut asked.person, &mut asked.about, &mut asked.reason] {
                words.form.push(std::mem::take(own));
            }
            Some(Dialog::Withdraw(asked))
        }
        // Codes of the catalogue.
        Dialog::Werkprocessen(chosen) => Some(Dialog::Werkprocessen(chosen)),
        Dialog::NewDossier { .. }
        | Dialog::Unlock(_)
        | Dialog::Security(_)
        | Dialog::Recovery(_)
        | Dialog::Kwalificatie { .. }
        | Dialog::Leerbedrijf { .. }
        | Dialog::Component { .. }
        | Dialog::Remove { .. }
        | Dialog::Removed(_)
        | Dialog::Forget(_)
        | Dialog::Inzage(_)
        | Dialog::Line(_)
        | Dialog::HandOver(_)
        | Dialog::TakeIn(_)
        | Dialog::Palette(_)
        | Dialog::Copies(_)
        | Dialog::Final(_)
        | Dialog::FinalBatch(_)
        | Dialog::MadeFinal(_)
        | Dialog::Shared(_)
        | Dialog::Leave(_) => None,
    }
}

fn filled(mut dialog: Dialog, words: Vec<String>, start: &BTreeMap<String, String>) -> Dialog {
    let mut words = words.into_iter();
    if let Dialog::Record(form) = &mut dialog {
        form.title = words.next().unwrap_or_default();
        let known = start.iter();
        form.start = known
            .filter_map(|(key, value)| Some((key_of(form.kind, key)?, value.clone())))
            .collect();
    } else if let Dialog::Withdraw(asked) = &mut dialog {
        for own in [&mut asked.person, &mut asked.about, &mut asked.reason] {
            *own = words.next().unwrap_or_default();
        }
    }
    dialog
}
