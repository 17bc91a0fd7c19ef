//! The words for what is stored as a key.

use crate::domain::{
    AgreementKind, Assessment, BpvOption, ComponentKind, DocumentKind, Doelgroep, LearnerStatus,
    OwnEntryKind, RecordKind, Route, Scale, TraineeshipStatus, YesNo,
};

/// The word for a key of a choice of any kind of record; the key itself where there is none.
pub fn word(kind: RecordKind, field: &str, key: &str) -> String {
    fn of<T: crate::domain::Choice>(key: &str, word: fn(T) -> &'static str) -> Option<String> {
        T::ALL.iter().copied().find(|c| c.key() == key).map(|c| word(c).to_owned())
    }
    let found = match (kind, field) {
        (RecordKind::Learner, "route") => of(key, route),
        (RecordKind::Learner, "doelgroep") => of(key, doelgroep),
        (RecordKind::Learner, "status") => of(key, learner_status),
        (RecordKind::Learner, "startkwalificatie") => of(key, yes_no),
        (RecordKind::Learner, "bpv-optie") => of(key, bpv_option),
        (RecordKind::Traineeship, "beoordeling") => of(key, assessment),
        (RecordKind::Traineeship, "status") => of(key, traineeship_status),
        (RecordKind::Traineeship, "overeenkomst") => of(key, agreement),
        (RecordKind::ExamComponent, "soort") => of(key, component_kind),
        (RecordKind::ExamComponent, "stand") => of(key, scale),
        (RecordKind::OwnEntry, "soort") => of(key, own_entry_kind),
        (RecordKind::ReceivedDocument, "soort") => of(key, document),
        (_, "niveau") => Some(format!("mbo-{key}")),
        (_, _) => None,
    };
    found.unwrap_or_else(|| key.to_owned())
}

pub const fn route(route: Route) -> &'static str {
    match route {
        Route::Pro => "Praktijkonderwijs (pro)",
        Route::Vso => "Voortgezet speciaal onderwijs (vso)",
        Route::VmboLwt => "Vmbo-leerwerktraject",
        Route::MboBol => "Mbo bol",
        Route::MboBbl => "Mbo bbl",
        Route::DerdeLeerweg => "Mbo derde leerweg",
    }
}

/// For a narrow column.
pub const fn route_short(route: Route) -> &'static str {
    match route {
        Route::Pro => "pro",
        Route::Vso => "vso",
        Route::VmboLwt => "vmbo-lwt",
        Route::MboBol => "bol",
        Route::MboBbl => "bbl",
        Route::DerdeLeerweg => "derde leerweg",
    }
}

/// What a learner is called on this route (domain facts 5.1).
pub const fn learner(route: Option<Route>) -> &'static str {
    match route {
        None | Some(Route::Pro | Route::Vso | Route::VmboLwt) => "leerling",
        Some(Route::MboBol | Route::MboBbl) => "student",
        Some(Route::DerdeLeerweg) => "kandidaat",
    }
}

pub const fn doelgroep(doelgroep: Doelgroep) -> &'static str {
    match doelgroep {
        Doelgroep::ProLeerling => "Pro-leerling",
        Doelgroep::VsoLeerling => "Vso-leerling",
        Doelgroep::VmboLwtLeerling => "Vmbo-lwt-leerling",
        Doelgroep::MboUitvaller => "Uitvaller diplomagerichte mbo-opleiding",
        Doelgroep::Werkzoekende => "Werkzoekende",
        Doelgroep::Werkende => "Werkende",
        Doelgroep::MetWerkloosheidBedreigd => "Met werkloosheid bedreigd",
        Doelgroep::Jeugdwerkloosheid => "Jeugdwerkloosheid (JWL)",
    }
}

pub const fn learner_status(status: LearnerStatus) -> &'static str {
    match status {
        LearnerStatus::Active => "Actief",
        LearnerStatus::Finished => "Afgerond",
        LearnerStatus::Stopped => "Gestopt",
    }
}

pub const fn traineeship_status(status: TraineeshipStatus) -> &'static str {
    match status {
        TraineeshipStatus::Planned => "Gepland",
        TraineeshipStatus::Running => "Lopend",
        TraineeshipStatus::Finished => "Afgerond",
        TraineeshipStatus::Stopped => "Gestopt",
    }
}

pub const fn agreement(kind: AgreementKind) -> &'static str {
    match kind {
        AgreementKind::StageOvereenkomst => "Stage-overeenkomst",
        AgreementKind::LeerWerkovereenkomst => "Leer-werkovereenkomst",
        AgreementKind::Praktijkovereenkomst => "Praktijkovereenkomst (POK)",
        AgreementKind::OnderwijsEnPraktijkovereenkomst => "Onderwijsovereenkomst en POK",
        AgreementKind::Plaatsingsovereenkomst => "Plaatsingsovereenkomst",
    }
}

pub const fn scale(scale: Scale) -> &'static str {
    match scale {
        Scale::NotStarted => "Niet gestart",
        Scale::Practises => "Oefent",
        Scale::Guided => "Onder begeleiding",
        Scale::Able => "Kan uitvoeren",
    }
}

pub const fn component_kind(kind: ComponentKind) -> &'static str {
    match kind {
        ComponentKind::Werkproces => "Werkproces",
        ComponentKind::Specifiek => "Specifiek examenonderdeel (kerntaak)",
        ComponentKind::Generiek => "Generiek examenonderdeel",
        ComponentKind::Keuzedeel => "Keuzedeel",
        ComponentKind::CertificaatOnderdeel => "Onderdeel met certificaat",
    }
}

pub const fn own_entry_kind(kind: OwnEntryKind) -> &'static str {
    match kind {
        OwnEntryKind::Kwalificatie => "Kwalificatie",
        OwnEntryKind::Kerntaak => "Kerntaak",
        OwnEntryKind::Werkproces => "Werkproces",
        OwnEntryKind::Keuzedeel => "Keuzedeel",
        OwnEntryKind::Certificaat => "Certificaat",
    }
}

pub const fn bpv_option(option: BpvOption) -> &'static str {
    match option {
        BpvOption::Whole => "Optie 1: hele bpv positief afgerond",
        BpvOption::Part => "Optie 2: deel van de bpv positief afgerond",
        BpvOption::Praktijkverklaring => "Optie 3: deel van de bpv als praktijkverklaring",
    }
}

pub const fn assessment(assessment: Assessment) -> &'static str {
    match assessment {
        Assessment::Positive => "Positief",
        Assessment::Negative => "Niet positief",
    }
}

pub const fn yes_no(answer: YesNo) -> &'static str {
    match answer {
        YesNo::Yes => "Ja",
        YesNo::No => "Nee",
    }
}

pub const fn document(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Praktijkverklaring => "Praktijkverklaring",
        DocumentKind::Certificaat => "Mbo-certificaat",
        DocumentKind::MboVerklaring => "Mbo-verklaring",
        DocumentKind::Totaaloverzicht => "Totaaloverzicht examenresultaten",
        DocumentKind::Overneemblad => "Overneemblad voor het Praktijkloket",
    }
}

/// One of a kind, in a sentence.
pub const fn one_document(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Praktijkverklaring => "praktijkverklaring",
        DocumentKind::Certificaat => "mbo-certificaat",
        DocumentKind::MboVerklaring => "mbo-verklaring",
        DocumentKind::Totaaloverzicht => "totaaloverzicht",
        DocumentKind::Overneemblad => "overneemblad",
    }
}

/// Several of a kind, in a sentence.
pub const fn documents(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Praktijkverklaring => "praktijkverklaringen",
        DocumentKind::Certificaat => "mbo-certificaten",
        DocumentKind::MboVerklaring => "mbo-verklaringen",
        DocumentKind::Totaaloverzicht => "totaaloverzichten",
        DocumentKind::Overneemblad => "overneembladen",
    }
}

/// One record of this kind, in a sentence.
pub const fn record(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::School => "school",
        RecordKind::Praktijkbegeleider => "praktijkbegeleider (school)",
        RecordKind::Learner => "leerling",
        RecordKind::Leerbedrijf => "leerbedrijf",
        RecordKind::Praktijkopleider => "praktijkopleider (leerbedrijf)",
        RecordKind::Erkenning => "erkenning",
        RecordKind::Traineeship => "plaatsing",
        RecordKind::ExamComponent => "onderdeel",
        RecordKind::Ondertekenaar => "ondertekenaar van de examencommissie",
        RecordKind::Evidence => "bewijsnotitie",
        RecordKind::Voortgangstoets => "voortgangstoets",
        RecordKind::ReceivedDocument => "document van een andere school",
        RecordKind::OwnEntry => "eigen catalogusregel",
    }
}

/// So many records of this kind.
pub fn count_of(kind: RecordKind, count: u64) -> String {
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    crate::texts::common::counted(count, record(kind), records(kind))
}

/// As [`record`], with the word for the learner that belongs to the route.
pub const fn record_for(kind: RecordKind, route: Option<Route>) -> &'static str {
    if let RecordKind::Learner = kind { learner(route) } else { record(kind) }
}

/// Several records of this kind.
pub const fn records(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::School => "school",
        RecordKind::Praktijkbegeleider => "praktijkbegeleiders",
        RecordKind::Learner => "leerlingen",
        RecordKind::Leerbedrijf => "leerbedrijven",
        RecordKind::Praktijkopleider => "praktijkopleiders",
        RecordKind::Erkenning => "erkenningen",
        RecordKind::Traineeship => "plaatsingen",
        RecordKind::ExamComponent => "onderdelen",
        RecordKind::Ondertekenaar => "ondertekenaars van de examencommissie",
        RecordKind::Evidence => "bewijsnotities",
        RecordKind::Voortgangstoets => "voortgangstoetsen",
        RecordKind::ReceivedDocument => "documenten van een andere school",
        RecordKind::OwnEntry => "eigen catalogusregels",
    }
}
