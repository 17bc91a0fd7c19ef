//! What keeps facts from paper, and the gate that only complete facts pass (domain facts 9.4).

use crate::domain::{Record, Spot};

/// What keeps a concept from paper, and which field mends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    pub gap: Gap,
    /// `None`: place and date of signing, which are not in the dossier.
    pub spot: Option<Spot>,
}

/// A gap that blocks (domain facts 9.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    Name,
    BirthDate,
    BirthPlace,
    KwalificatieName,
    Crebo,
    Niveau,
    Hours,
    Werkproces,
    WerkprocesDay,
    WerkprocesOpleider,
    WerkprocesCode,
    WerkprocesKerntaak,
    /// The same code stands with two titles: paper would name it twice.
    WerkprocesTitles,
    ExtraKwalificatie,
    Praktijkopleider,
    PraktijkopleiderName,
    LeerbedrijfName,
    LeerbedrijfPlace,
    LeerbedrijfId,
    SigningPlace,
    SigningDate,
    /// The name of the school as in BRIN.
    SchoolName,
    /// Nobody is named who signs on behalf of the examencommissie.
    Signer,
    SignerName,
    SignerFunctie,
    /// A certificaat is attached to the component (domain facts 3: the minister decides to which).
    Certificate,
    KeuzedeelCode,
    OnderdeelCode,
    DossierName,
    DossierCrebo,
    SufficientResult,
    /// The result is of a part of the exam only.
    WholeResult,
    /// The day on which the examencommissie decided.
    Decision,
    /// A route of the mbo: bol, bbl or derde leerweg.
    Leerweg,
    /// Of any part of a mbo-verklaring.
    Result,
    /// Of an examenonderdeel, sufficient or not.
    ExamResult,
    /// Of a traineeship, for optie 1 and 2 of the mbo-verklaring.
    PositiveAssessment,
    TestExplanation,
    TestResult,
}

/// Facts of which nothing is missing. There is no other way to make one: what is issued holds one of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complete<T>(T);

impl<T> Complete<T> {
    /// The one gate to paper that counts.
    pub fn of(facts: T, missing: Vec<Missing>) -> Result<Self, Vec<Missing>> {
        if missing.is_empty() { Ok(Self(facts)) } else { Err(missing) }
    }

    pub const fn facts(&self) -> &T {
        &self.0
    }
}

/// Gathers what is missing.
#[derive(Default)]
pub(super) struct Gaps(Vec<Missing>);

impl Gaps {
    pub(super) fn need<R: Record>(&mut self, gap: Gap, id: i64, field: &'static str, there: bool) {
        if !there {
            self.0.push(Missing { gap, spot: Some(Spot { kind: R::KIND, id, field }) });
        }
    }

    pub(super) fn without_spot(&mut self, gap: Gap, there: bool) {
        if !there {
            self.0.push(Missing { gap, spot: None });
        }
    }

    /// What another document, within this one, lacks.
    pub(super) fn also(&mut self, missing: Vec<Missing>) {
        self.0.extend(missing);
    }

    /// Each once.
    pub(super) fn list(self) -> Vec<Missing> {
        let mut out: Vec<Missing> = Vec::new();
        for missing in self.0 {
            if !out.contains(&missing) {
                out.push(missing);
            }
        }
        out
    }
}
