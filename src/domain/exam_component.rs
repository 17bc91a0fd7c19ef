//! Exam components of a learner: werkprocessen on the learning scale, and results of other parts.

use crate::domain::field::record;
use crate::domain::result::ComponentResult;
use crate::domain::{
    ComponentKind, Crebo, Day, Id, Learner, Niveau, PartCode, Praktijkopleider, Scale, ShortText,
    Title, Traineeship,
};

record! {
    /// One part of a programme, with its title as it was when it was chosen.
    ExamComponent, ExamComponentField {
        learner / Learner: Id<Learner> = "leerling",
        kind / Kind: ComponentKind = "soort",
        /// Where a werkproces is learnt.
        traineeship / Traineeship: Option<Id<Traineeship>> = "stage",
        /// The kwalificatie it belongs to. Another than that of the traineeship: it is printed as Extra.
        crebo / Crebo: Option<Crebo> = "crebo",
        kwalificatie / Kwalificatie: Option<Title> = "kwalificatie",
        niveau / Niveau: Option<Niveau> = "niveau",
        code / Code: Option<PartCode> = "code",
        /// The title of the kerntaak to which a werkproces belongs.
        kerntaak / Kerntaak: Option<Title> = "kerntaak",
        title / Title: Title = "titel",
        scale / Scale: Option<Scale> = "stand",
        established_on / EstablishedOn: Option<Day> = "vastgesteld-op",
        established_by / EstablishedBy: Option<Id<Praktijkopleider>> = "vastgesteld-door",
        result / Result: Option<ComponentResult> = "resultaat",
        result_on / ResultOn: Option<Day> = "resultaat-op",
        /// The result is of a part of the exam only.
        partial / Partial: bool = "deelexamen",
        /// Where the title comes from.
        source / Source: Option<ShortText> = "bron",
        /// A certificaat is attached to it. An onderdeel of a kwalificatie is named only when that is so.
        certificate / Certificate: bool = "certificaat",
        /// The kwalificatiedossier to which the kwalificatie of an onderdeel belongs.
        dossier / Dossier: Option<Title> = "dossier",
        dossier_crebo / DossierCrebo: Option<Crebo> = "dossier-crebo",
        /// Where the legal professional requirements stand that were met, if there are any.
        requirements / Requirements: Option<ShortText> = "beroepsvereisten",
        /// The day on which the examencommissie decided that the certificaat may be issued.
        decided_on / DecidedOn: Option<Day> = "besluit-examencommissie",
    }
}

impl ExamComponent {
    /// One of which only is known what it is.
    pub const fn blank(learner: Id<Learner>, kind: ComponentKind, title: Title) -> Self {
        Self {
            learner,
            kind,
            traineeship: None,
            crebo: None,
            kwalificatie: None,
            niveau: None,
            code: None,
            kerntaak: None,
            title,
            scale: None,
            established_on: None,
            established_by: None,
            result: None,
            result_on: None,
            partial: false,
            source: None,
            certificate: matches!(kind, ComponentKind::CertificaatOnderdeel),
            dossier: None,
            dossier_crebo: None,
            requirements: None,
            decided_on: None,
        }
    }

    /// Whether there can be a certificaat of it. An onderdeel is named only with its certificaat; of a keuzedeel it is
    /// said.
    pub fn can_have_certificate(&self) -> bool {
        match self.kind {
            ComponentKind::CertificaatOnderdeel => true,
            ComponentKind::Keuzedeel => self.certificate,
            ComponentKind::Werkproces | ComponentKind::Specifiek | ComponentKind::Generiek => false,
        }
    }

    /// Orders by code, so that `W2` comes before `W10`; what has no code comes last, by title.
    pub fn sort_key(&self) -> (bool, Option<(char, Vec<u8>)>, String) {
        let key = self.code.as_ref().map(PartCode::sort_key);
        (key.is_none(), key, self.title.as_str().to_owned())
    }
}
