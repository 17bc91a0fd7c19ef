//! Closed lists to choose from. The keys are stored and stand in JSON; the words for people are in `texts`.

use crate::domain::{Entry, FieldError, FieldValue, Input};

/// One of a closed list.
pub trait Choice: Copy + Eq + 'static {
    const ALL: &'static [Self];
    const KEYS: &'static [&'static str];

    fn key(self) -> &'static str;
}

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $( $(#[$variant_doc:meta])* $variant:ident = $key:literal, )+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $( $(#[$variant_doc])* $variant, )+ }

        impl Choice for $name {
            const ALL: &'static [Self] = &[$( Self::$variant, )+];
            const KEYS: &'static [&'static str] = &[$( $key, )+];

            fn key(self) -> &'static str {
                match self { $( Self::$variant => $key, )+ }
            }
        }

        impl Entry for $name {
            const INPUT: Input = Input::Choice(<Self as Choice>::KEYS);

            fn parse(typed: &str) -> Result<Self, FieldError> {
                match typed.trim() {
                    $( $key => Ok(Self::$variant), )+
                    "" => Err(FieldError::Required),
                    _ => Err(FieldError::Choice),
                }
            }

            fn value(&self) -> FieldValue {
                FieldValue::Choice(self.key())
            }
        }
    };
}

choice! {
    /// The way along which someone learns (domain facts 5.1). It decides the words for learner and agreement.
    Route {
        Pro = "pro",
        Vso = "vso",
        VmboLwt = "vmbo-lwt",
        MboBol = "mbo-bol",
        MboBbl = "mbo-bbl",
        DerdeLeerweg = "derde-leerweg",
    }
}

choice! {
    /// The group to which someone belongs (domain facts 5.2, S0). Never on paper, never to a company.
    Doelgroep {
        ProLeerling = "pro-leerling",
        VsoLeerling = "vso-leerling",
        VmboLwtLeerling = "vmbo-lwt-leerling",
        MboUitvaller = "mbo-uitvaller",
        Werkzoekende = "werkzoekende",
        Werkende = "werkende",
        MetWerkloosheidBedreigd = "met-werkloosheid-bedreigd",
        Jeugdwerkloosheid = "jeugdwerkloosheid",
    }
}

choice! {
    LearnerStatus {
        Active = "actief",
        Finished = "afgerond",
        Stopped = "gestopt",
    }
}

choice! {
    TraineeshipStatus {
        Planned = "gepland",
        Running = "lopend",
        Finished = "afgerond",
        Stopped = "gestopt",
    }
}

choice! {
    /// The agreement on which practice rests (domain facts 5.3).
    AgreementKind {
        StageOvereenkomst = "stage-overeenkomst",
        LeerWerkovereenkomst = "leer-werkovereenkomst",
        Praktijkovereenkomst = "praktijkovereenkomst",
        OnderwijsEnPraktijkovereenkomst = "onderwijs-en-praktijkovereenkomst",
        Plaatsingsovereenkomst = "plaatsingsovereenkomst",
    }
}

impl Route {
    /// Bol, bbl or derde leerweg: those of which the mbo-verklaring speaks.
    pub const fn is_mbo(self) -> bool {
        match self {
            Self::MboBol | Self::MboBbl | Self::DerdeLeerweg => true,
            Self::Pro | Self::Vso | Self::VmboLwt => false,
        }
    }

    /// The agreement that belongs to the route (domain facts 5.1).
    pub const fn agreement(self) -> AgreementKind {
        match self {
            Self::Pro | Self::Vso => AgreementKind::StageOvereenkomst,
            Self::VmboLwt => AgreementKind::LeerWerkovereenkomst,
            Self::MboBol | Self::MboBbl => AgreementKind::Praktijkovereenkomst,
            Self::DerdeLeerweg => AgreementKind::OnderwijsEnPraktijkovereenkomst,
        }
    }
}

choice! {
    /// How far someone is with a werkproces. Only the last may be printed (domain facts 0.1).
    Scale {
        NotStarted = "niet-gestart",
        Practises = "oefent",
        Guided = "onder-begeleiding",
        /// Established by the praktijkopleider, on a date.
        Able = "kan-uitvoeren",
    }
}

choice! {
    /// What kind of exam component it is (domain facts 0.1 to 0.3).
    ComponentKind {
        Werkproces = "werkproces",
        /// A specifiek examenonderdeel: a kerntaak.
        Specifiek = "specifiek",
        /// A generiek examenonderdeel: Nederlands, rekenen, Engels, loopbaan en burgerschap.
        Generiek = "generiek",
        Keuzedeel = "keuzedeel",
        /// An onderdeel of a kwalificatie to which a certificate is attached.
        CertificaatOnderdeel = "certificaat-onderdeel",
    }
}

choice! {
    /// Deel 2 of the mbo-verklaring: one of three, obligatory where there is a result of practice (bijlage 10; domain
    /// facts 0.2).
    BpvOption {
        /// The whole of it, assessed positively.
        Whole = "optie-1",
        /// A part of it, assessed positively.
        Part = "optie-2",
        /// A part of it, described as a praktijkverklaring.
        Praktijkverklaring = "optie-3",
    }
}

choice! {
    Assessment {
        Positive = "positief",
        Negative = "niet-positief",
    }
}

choice! {
    YesNo {
        Yes = "ja",
        No = "nee",
    }
}

choice! {
    /// What can be made. The keys are the words of the command line and stand in the register: never rename one.
    DocumentKind {
        Praktijkverklaring = "praktijkverklaring",
        Certificaat = "certificaat",
        MboVerklaring = "mbo-verklaring",
        Totaaloverzicht = "totaaloverzicht",
        /// A sheet to copy from; not handed out.
        Overneemblad = "overneemblad",
    }
}

choice! {
    /// What a school adds to the catalogue or corrects in it.
    OwnEntryKind {
        Kwalificatie = "kwalificatie",
        Kerntaak = "kerntaak",
        Werkproces = "werkproces",
        Keuzedeel = "keuzedeel",
        Certificaat = "certificaat",
    }
}
