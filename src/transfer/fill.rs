//! What follows from the catalogue when a code is given: titles and names that were not given themselves.

use std::collections::BTreeMap;

use crate::catalogue::{Catalogue, CertificaatKind, Facts, Found, Kwalificatie};
use crate::domain::{
    Choice as _, ComponentKind, Crebo, Entry, FieldValue, Niveau, PartCode, RecordKind,
};

/// The text of every field of a record, which of them were given, and how they stood before.
pub(super) struct Texts {
    pub(super) now: BTreeMap<&'static str, String>,
    pub(super) given: Vec<&'static str>,
    /// `None`: a new record.
    pub(super) before: Option<BTreeMap<&'static str, String>>,
}

impl Texts {
    fn value<T: Entry>(&self, key: &str) -> Option<T> {
        T::parse(self.now.get(key)?).ok()
    }

    /// Whether a code now says something else than before.
    fn changed<T: Entry + PartialEq>(&self, key: &str) -> bool {
        let Some(before) = &self.before else { return true };
        before.get(key).and_then(|text| T::parse(text).ok()) != self.value::<T>(key)
    }

    /// Gives a field what the catalogue says, unless it was given or still fits.
    fn put(&mut self, key: &'static str, changed: bool, text: Option<String>) {
        let empty = self.now.get(key).is_none_or(String::is_empty);
        if !self.given.contains(&key) && (changed || empty) {
            self.now.insert(key, text.unwrap_or_default());
        }
    }
}

/// Whether records of this kind take titles from the catalogue.
pub(super) const fn has_codes(kind: RecordKind) -> bool {
    matches!(kind, RecordKind::Learner | RecordKind::Traineeship | RecordKind::ExamComponent)
}

/// For a learner, a traineeship and an exam component; other kinds have nothing of the catalogue.
pub(super) fn fill(kind: RecordKind, texts: &mut Texts, catalogue: &Catalogue) {
    match kind {
        RecordKind::Learner => fill_kwalificatie(
            texts,
            catalogue,
            ["opleiding-crebo", "opleiding", "opleiding-niveau"],
        ),
        RecordKind::Traineeship => {
            fill_kwalificatie(texts, catalogue, ["crebo", "kwalificatie", "niveau"])
        }
        RecordKind::ExamComponent => fill_component(texts, catalogue),
        RecordKind::School
        | RecordKind::Praktijkbegeleider
        | RecordKind::Ondertekenaar
        | RecordKind::Leerbedrijf
        | RecordKind::Praktijkopleider
        | RecordKind::Erkenning
        | RecordKind::Evidence
        | RecordKind::Voortgangstoets
        | RecordKind::ReceivedDocument
        | RecordKind::OwnEntry => {}
    }
}

/// `keys`: of the crebo, the name and the level.
fn fill_kwalificatie(texts: &mut Texts, catalogue: &Catalogue, keys: [&'static str; 3]) {
    let [crebo, ..] = keys;
    if texts.given.contains(&crebo) {
        let found = texts.value::<Crebo>(crebo).and_then(|crebo| catalogue.kwalificatie(&crebo));
        put_kwalificatie(texts, found, keys);
    }
}

fn put_kwalificatie(texts: &mut Texts, found: Option<&Kwalificatie>, keys: [&'static str; 3]) {
    let [crebo, name, niveau] = keys;
    let changed = texts.changed::<Crebo>(crebo);
    texts.put(name, changed, found.map(|k| k.name.as_str().to_owned()));
    texts.put(niveau, changed, found.and_then(|k| k.niveau).map(|n: Niveau| n.value().stored()));
}

fn fill_component(texts: &mut Texts, catalogue: &Catalogue) {
    if !["soort", "crebo", "code"].iter().any(|key| texts.given.contains(key)) {
        return;
    }
    let kwalificatie =
        texts.value::<Crebo>("crebo").and_then(|crebo| catalogue.kwalificatie(&crebo));
    put_kwalificatie(texts, kwalificatie, ["crebo", "kwalificatie", "niveau"]);
    let changed = texts.changed::<Crebo>("crebo")
        || texts.changed::<PartCode>("code")
        || texts.changed::<ComponentKind>("soort");
    let facts = found(texts, catalogue, kwalificatie).and_then(|found| catalogue.facts(found));
    let (title, kerntaak, source, certificate, dossier) = match facts {
        Some(Facts { title, kerntaak, source, certificate, dossier, .. }) => {
            (Some(title), kerntaak, source, certificate, dossier)
        }
        None => (None, None, None, false, None),
    };
    if certificate {
        texts.put("certificaat", changed, Some(true.value().stored()));
    }
    let dossier_crebo = dossier.as_ref().and_then(|dossier| dossier.crebo.as_ref());
    texts.put("dossier-crebo", changed, dossier_crebo.map(|crebo| crebo.as_str().to_owned()));
    texts.put("dossier", changed, dossier.map(|dossier| dossier.name.as_str().to_owned()));
    // A title is never taken away: without one there is no component.
    if title.is_some() || texts.before.is_none() {
        texts.put("titel", changed, title.map(|title| title.as_str().to_owned()));
    }
    texts.put("kerntaak", changed, kerntaak.map(|title| title.as_str().to_owned()));
    texts.put("bron", changed, source.map(|source| source.as_str().to_owned()));
}

/// The entry with the code that the texts name.
fn found<'a>(
    texts: &Texts,
    catalogue: &'a Catalogue,
    kwalificatie: Option<&'a Kwalificatie>,
) -> Option<Found<'a>> {
    let code: PartCode = texts.value("code")?;
    let code = code.as_str();
    match texts.value::<ComponentKind>("soort")? {
        ComponentKind::Werkproces => {
            let kwalificatie = kwalificatie?;
            let mut all = kwalificatie
                .kerntaken
                .iter()
                .flat_map(|kerntaak| kerntaak.werkprocessen.iter().map(move |w| (kerntaak, w)));
            let (kerntaak, werkproces) = all.find(|(_, w)| w.code.as_str() == code)?;
            Some(Found::Werkproces(kwalificatie, kerntaak, werkproces))
        }
        ComponentKind::Specifiek => {
            let kwalificatie = kwalificatie?;
            let kerntaak = kwalificatie.kerntaken.iter().find(|k| k.code.as_str() == code)?;
            Some(Found::Kerntaak(kwalificatie, kerntaak))
        }
        ComponentKind::Keuzedeel => {
            let mut all = catalogue.keuzedelen().iter();
            all.find(|k| k.code.as_ref().is_some_and(|c| c.as_str() == code)).map(Found::Keuzedeel)
        }
        ComponentKind::CertificaatOnderdeel => {
            let mut all =
                catalogue.certificaten().iter().filter(|c| c.kind == CertificaatKind::Onderdeel);
            all.find(|c| c.code.as_ref().is_some_and(|c| c.as_str() == code))
                .map(Found::Certificaat)
        }
        ComponentKind::Generiek => None,
    }
}

/// What a new record has where nothing is given: the store knows no record without a state.
pub(super) fn begins_with(kind: RecordKind, key: &str) -> String {
    match (kind, key) {
        (RecordKind::Learner, "status") => crate::domain::LearnerStatus::Active.key().to_owned(),
        (RecordKind::Traineeship, "status") => {
            crate::domain::TraineeshipStatus::Running.key().to_owned()
        }
        (_, _) => FieldValue::Empty.stored(),
    }
}
