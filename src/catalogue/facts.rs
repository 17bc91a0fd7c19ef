//! What a record takes over from the catalogue: a copy, so that a recorded or issued title never changes because the
//! catalogue does.

use crate::catalogue::Catalogue;
use crate::catalogue::entry::{CertificaatKind, Dossier};
use crate::catalogue::find::Found;
use crate::domain::{
    ComponentKind, Crebo, Entry, ExamComponent, Id, Learner, Niveau, PartCode, Scale, ShortText,
    Title,
};

/// The facts of an exam component that come from the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    pub kind: ComponentKind,
    pub crebo: Option<Crebo>,
    pub kwalificatie: Option<Title>,
    pub niveau: Option<Niveau>,
    pub code: Option<PartCode>,
    /// The title of the kerntaak of a werkproces.
    pub kerntaak: Option<Title>,
    pub title: Title,
    pub source: Option<ShortText>,
    /// A certificaat is attached to it.
    pub certificate: bool,
    /// The kwalificatiedossier of which an onderdeel with a certificaat is a part.
    pub dossier: Option<Dossier>,
}

impl Facts {
    /// A new component of a learner; with a werkproces nothing has been done yet.
    pub fn component(self, learner: Id<Learner>) -> ExamComponent {
        let Self {
            kind,
            crebo,
            kwalificatie,
            niveau,
            code,
            kerntaak,
            title,
            source,
            certificate,
            dossier,
        } = self;
        let (dossier_crebo, dossier) =
            dossier.map_or((None, None), |dossier| (dossier.crebo, Some(dossier.name)));
        ExamComponent {
            crebo,
            kwalificatie,
            niveau,
            code,
            kerntaak,
            scale: (kind == ComponentKind::Werkproces).then_some(Scale::NotStarted),
            source,
            certificate,
            dossier,
            dossier_crebo,
            ..ExamComponent::blank(learner, kind, title)
        }
    }
}

impl Catalogue {
    /// Whether a certificaat is attached to an entry. That of a keuzedeel bears the keuzedeel's own code (S33, S35).
    fn has_certificate(&self, found: Found<'_>) -> bool {
        match found {
            Found::Certificaat(_) => true,
            Found::Keuzedeel(keuzedeel) => self.certificaten().iter().any(|certificaat| {
                certificaat.kind == CertificaatKind::Keuzedeel
                    && match (&certificaat.code, &keuzedeel.code) {
                        (Some(one), Some(other)) => one == other,
                        (_, _) => certificaat.title == keuzedeel.title,
                    }
            }),
            Found::Kwalificatie(_) | Found::Kerntaak(..) | Found::Werkproces(..) => false,
        }
    }

    /// The facts of an entry for a record. `None` for a kwalificatie, which is no component.
    pub fn facts(&self, found: Found<'_>) -> Option<Facts> {
        let (kind, kerntaak) = match found {
            Found::Kwalificatie(_) => return None,
            Found::Kerntaak(..) => (ComponentKind::Specifiek, None),
            Found::Werkproces(_, kerntaak, _) => {
                (ComponentKind::Werkproces, Some(kerntaak.title.clone()))
            }
            Found::Keuzedeel(_) => (ComponentKind::Keuzedeel, None),
            Found::Certificaat(certificaat) => match certificaat.kind {
                CertificaatKind::Onderdeel => (ComponentKind::CertificaatOnderdeel, None),
                CertificaatKind::Keuzedeel => (ComponentKind::Keuzedeel, None),
            },
        };
        // A certificate belongs to several kwalificaties: only when it is one, it says which.
        let kwalificatie = match found {
            Found::Certificaat(certificaat) => match certificaat.kwalificaties.as_slice() {
                [only] if certificaat.kind == CertificaatKind::Onderdeel => self.kwalificatie(only),
                _ => None,
            },
            Found::Kwalificatie(_)
            | Found::Kerntaak(..)
            | Found::Werkproces(..)
            | Found::Keuzedeel(_) => found.kwalificatie(),
        };
        Some(Facts {
            kind,
            crebo: kwalificatie.map(|k| k.crebo.clone()),
            kwalificatie: kwalificatie.map(|k| k.name.clone()),
            niveau: kwalificatie.and_then(|k| k.niveau),
            code: found.code().and_then(|code| PartCode::parse(code).ok()),
            kerntaak,
            title: Title::parse(found.title()).ok()?,
            source: found.origin().source().cloned(),
            certificate: self.has_certificate(found),
            dossier: kwalificatie
                .filter(|_| kind == ComponentKind::CertificaatOnderdeel)
                .and_then(|k| k.dossier.clone()),
        })
    }
}
