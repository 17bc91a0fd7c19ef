//! The name of every field, what helps to fill it, and what to say when something does not fit.

use crate::domain::retention::DataKind;
use crate::domain::{Entry, FieldError, RecordKind, Route};
use crate::texts::choices;
use crate::texts::common::capital;

/// As [`label`], with the word for the learner that belongs to the route.
pub fn label_for(kind: RecordKind, key: &str, route: Option<Route>) -> String {
    let learner = choices::learner(route);
    match (kind, key) {
        (RecordKind::Traineeship | RecordKind::ExamComponent, "leerling") => capital(learner),
        (RecordKind::Learner, "leerlingnummer") => format!("{}nummer", capital(learner)),
        (RecordKind::Traineeship, "getekend-leerling") => {
            format!("{} tekende op", capital(learner))
        }
        (_, _) => label(kind, key).to_owned(),
    }
}

/// The name of a field, as it stands before it.
pub fn label(kind: RecordKind, key: &str) -> &'static str {
    match (kind, key) {
        (RecordKind::School, "naam") => "Naam van de school",
        (RecordKind::School, "logo") => "Logo van de school",
        (RecordKind::Leerbedrijf, "naam") => "Naam van het leerbedrijf",
        (RecordKind::Leerbedrijf, "plaats") => "Plaats (postadres)",
        (RecordKind::Leerbedrijf, "logo") => "Logo van het leerbedrijf",
        (RecordKind::Traineeship, "leerling") => "Leerling",
        (RecordKind::Traineeship, "van") => "Begin",
        (RecordKind::Traineeship, "tot") => "Einde",
        (RecordKind::Erkenning, "van") => "Erkend vanaf",
        (RecordKind::Erkenning, "tot") => "Erkend tot en met",
        (RecordKind::ExamComponent, "kerntaak") => "Titel van de kerntaak",
        (RecordKind::ExamComponent, "stage") => "Plaatsing",
        (RecordKind::ReceivedDocument, "school") => "Uitgegeven door",
        (RecordKind::ReceivedDocument, "plaats") => "Plaats van ondertekening",
        (RecordKind::ReceivedDocument, "datum") => "Datum van ondertekening",
        (RecordKind::OwnEntry, "crebo") => "Crebo-code van de kwalificatie",
        (RecordKind::Evidence, "onderdeel") => "Werkproces",
        (RecordKind::Learner, "opleiding-crebo") => "Crebo-code van de opleiding",
        (RecordKind::Learner, "opleiding") => "Opleiding (kwalificatie)",
        (RecordKind::Learner, "opleiding-niveau") => "Niveau van de opleiding",
        (RecordKind::ExamComponent, "certificaat") => "Hieraan is een mbo-certificaat verbonden",
        (_, key) => common(key),
    }
}

fn common(key: &str) -> &'static str {
    match key {
        "voornamen" => "Voornamen",
        "voornaam" => "Voornaam",
        "roepnaam" => "Roepnaam",
        "voorvoegsel" => "Voorvoegsel",
        "geslachtsnaam" => "Geslachtsnaam",
        "achternaam" => "Achternaam",
        "geboortedatum" => "Geboortedatum",
        "geboorteplaats" => "Geboorteplaats",
        "geboorteland" => "Geboorteland",
        "leerlingnummer" => "Leerlingnummer",
        "groep" => "Groep of klas",
        "route" => "Route",
        "doelgroep" => "Doelgroep",
        "begeleider" => "Praktijkbegeleider (school)",
        "start" => "Gestart op",
        "eind" => "Gestopt of klaar op",
        "status" => "Status",
        "email" => "E-mailadres",
        "telefoon" => "Telefoon",
        "notitie" => "Notitie",
        "vestigingsplaats" => "Vestigingsplaats",
        "leerbedrijf-id" => "Leerbedrijf-ID",
        "kvk" => "KvK-nummer",
        "adres" => "Straat en huisnummer",
        "postcode" => "Postcode",
        "plaats" => "Plaats",
        "branchelogo" => "Logo van de branche",
        "functie" => "Functie",
        "leerbedrijf" => "Leerbedrijf",
        "crebo" => "Crebo-code",
        "praktijkopleider" => "Praktijkopleider (leerbedrijf)",
        "kwalificatie" => "Kwalificatie",
        "niveau" => "Niveau",
        "uren-afgesproken" => "Afgesproken uren",
        "uren-gerealiseerd" => "Gerealiseerde uren",
        "uren-geschat" => "Het aantal uren is een schatting",
        "overeenkomst" => "Soort overeenkomst",
        "getekend-school" => "School tekende op",
        "getekend-leerling" => "Leerling tekende op",
        "getekend-leerbedrijf" => "Leerbedrijf tekende op",
        "getekend-ouder" => "Ouder of verzorger tekende op",
        "leerling" => "Leerling",
        "soort" => "Soort",
        "code" => "Code",
        "titel" => "Titel",
        "stand" => "Stand",
        "vastgesteld-op" => "Vastgesteld op",
        "vastgesteld-door" => "Vastgesteld door praktijkopleider (leerbedrijf)",
        "resultaat" => "Resultaat",
        "resultaat-op" => "Resultaat van",
        "deelexamen" => "Alleen een deelexamen",
        "bron" => "Bron",
        "datum" => "Datum",
        "situatie" => "Situatie",
        "wie" => "Wie zag dit",
        "nummer" => "Nummer",
        "omschrijving" => "Omschrijving",
        "ingetrokken-op" => "Ingetrokken op",
        "reden" => "Reden van intrekken",
        "vervangt" => "Verbetert document",
        "bestand" => "Bestand",
        "naam" => "Naam",
        "brin" => "BRIN",
        "logo" => "Logo",
        "dossier-crebo" => "Crebo-code van het dossier",
        "dossier" => "Kwalificatiedossier",
        "schoolblok" => "Schoolblok onder de praktijkverklaring",
        "schoolblok-tekst" => "Tekst van het schoolblok",
        "praktijkverklaring-met-nlqf" => "NLQF/EQF achter het niveau op de praktijkverklaring",
        "certificaat-zonder-nlqf" => "Geen NLQF/EQF achter het niveau op het certificaat",
        "certificaat-met-waardering" => "Waardering op het certificaat",
        "certificaat-met-leerweg" => "Leerweg op het certificaat",
        "certificaat-met-leerbedrijf" => "Leerbedrijf op het certificaat",
        "certificaat-naar-rechts" => "Naar rechts (mm)",
        "certificaat-omlaag" => "Omlaag (mm)",
        "herdruk-als-duplicaat" => "Bied ook een duplicaat aan, met ‘Duplicaat’ op elke pagina",
        "naam-in-bestandsnaam" => "Zet de naam in de bestandsnaam",
        "bewaar-subsidie" => "Bewijs voor subsidie (jaren)",
        "bewaar-examens" => "Examens en resultaten (jaren)",
        "bewaar-nazorg" => "Nazorg na het praktijkonderwijs (jaren)",
        "bewaar-overig" => "Overige gegevens (jaren)",
        "documenten-blijven" => {
            "Bewaar uitgegeven documenten, ook als iemand voorgoed gewist wordt"
        }
        "tekent" => "Tekent nu de documenten",
        "startkwalificatie" => "Heeft een startkwalificatie",
        "diploma" => "Kreeg een diploma of certificaat van deze opleiding",
        "bpv-optie" => "Resultaat van de beroepspraktijkvorming",
        "bpv-met-uren" => "Vermeld het aantal gerealiseerde uren",
        "bpv-omschrijving" => "Korte omschrijving van de inhoud van de bpv",
        "overige-resultaten" => "Overige resultaten",
        "beoordeling" => "Beoordeling van de plaatsing",
        "beroepsvereisten" => "Wettelijke beroepsvereisten vermeld in",
        "besluit-examencommissie" => "Besluit van de examencommissie op",
        "toelichting" => "Korte toelichting",
        "geldig-van" => "Geldig vanaf",
        "geldig-tot" => "Geldig tot en met",
        "vervangen-door" => "Vervangen door",
        _ => "Veld",
    }
}

/// What to put in a field, where its name does not say enough; empty where it does. With the word for the learner that
/// belongs to the route.
pub fn hint(kind: RecordKind, key: &str, route: Option<Route>) -> String {
    let text = match (kind, key) {
        (RecordKind::Learner, "voornamen") => "Alle voornamen, zoals in de BRP",
        (RecordKind::Learner, "geslachtsnaam") => "Achternaam bij geboorte, zoals in de BRP",
        (RecordKind::Learner, "roepnaam") => "Alleen voor op het scherm",
        (RecordKind::Learner, "geboortedatum") => "3-5-2009. Dag of maand onbekend? Vul 00 in",
        (RecordKind::Learner, "geboorteland") => "Leeg betekent Nederland",
        (RecordKind::Learner, "email") => "Van school, niet van thuis",
        (RecordKind::Leerbedrijf, "naam" | "vestigingsplaats") => "Zoals bij SBB geregistreerd",
        (RecordKind::Leerbedrijf, "leerbedrijf-id") => "Meestal 9 cijfers, beginnend met 100",
        (RecordKind::School, "naam") => "Zoals in BRIN",
        (RecordKind::School, "brin") => "Zoals 25PW",
        (RecordKind::Learner, "startkwalificatie") => "Diploma havo, vwo, mbo-2 of hoger",
        (RecordKind::ExamComponent, "beroepsvereisten") => "Leeg als die er niet zijn",
        (RecordKind::School, "schoolblok-tekst") => "Leeg betekent: Uitgereikt namens de school",
        (RecordKind::School, "certificaat-naar-rechts") => "Met een min ervoor: naar links",
        (RecordKind::School, "certificaat-omlaag") => "Met een min ervoor: omhoog",
        (RecordKind::School, "bewaar-subsidie") => return usual_term(DataKind::Subsidy),
        (RecordKind::School, "bewaar-examens") => return usual_term(DataKind::Exams),
        (RecordKind::School, "bewaar-nazorg") => return usual_term(DataKind::Aftercare),
        (RecordKind::School, "bewaar-overig") => return usual_term(DataKind::Rest),
        (RecordKind::Traineeship, "getekend-ouder") => {
            return format!("Alleen als de {} minderjarig is", choices::learner(route));
        }
        (RecordKind::OwnEntry, "code") => "Zoals B1-K1-W2, K0067 of C0021",
        (_, _) => "",
    };
    text.to_owned()
}

fn usual_term(kind: DataKind) -> String {
    format!("Leeg betekent {} jaar", kind.usual().number())
}

/// What would fit instead of this; `None`: it fits.
pub fn error_in<T: Entry>(typed: &str) -> Option<String> {
    T::parse(typed).err().map(error)
}

/// What would fit, in one sentence.
pub fn error(error: FieldError) -> String {
    let text = match error {
        FieldError::Required => "Vul dit veld in.",
        FieldError::TooLong { max } => {
            return format!("Dit is te lang. Er passen {max} tekens in dit veld.");
        }
        FieldError::LineBreak => "Zet dit op één regel.",
        FieldError::NoLetter => "Een naam heeft minstens één letter.",
        FieldError::Brin => "Een BRIN heeft 2 cijfers en 2 letters, zoals 25PW.",
        FieldError::Crebo => "Een crebo-code heeft 5 cijfers, zoals 25180.",
        FieldError::LeerbedrijfId => {
            "Een leerbedrijf-ID heeft alleen cijfers en letters, hoogstens 20."
        }
        FieldError::Kvk => "Een KvK-nummer heeft 8 cijfers.",
        FieldError::PostalCode => "Een postcode heeft 4 cijfers en 2 letters, zoals 1234 AB.",
        FieldError::ComponentCode => {
            "Dit is geen code van een onderdeel, zoals B1-K1-W2, K0067 of C0021."
        }
        FieldError::UnitCode => "Een code is K of C met 4 cijfers, zoals K0067 of C0021.",
        FieldError::Niveau => "Een niveau is 1, 2, 3 of 4.",
        FieldError::DayShape => "Dit is geen datum. Typ bijvoorbeeld 3-5-2026.",
        FieldError::DayUnknown => "Deze dag bestaat niet. Kijk naar de dag en de maand.",
        FieldError::DayYear => "Dit jaar kan niet. Typ een jaar van 1900 tot en met 2199.",
        FieldError::Hours => "Typ een heel aantal uren van 0 tot en met 9999.",
        FieldError::Email => "Dit is geen e-mailadres, zoals naam@school.nl.",
        FieldError::Phone => "Dit is geen telefoonnummer. Typ minstens 6 cijfers.",
        FieldError::Choice => "Kies iets uit de lijst.",
        FieldError::Flag => "Typ ja of nee.",
        FieldError::Reference => "Dit bestaat niet (meer) in dit dossier. Kies iets anders.",
        FieldError::Result => {
            "Een resultaat is een cijfer van 1 tot en met 10, of een woord zoals voldoende of goed."
        }
        FieldError::Shift => "Typ een aantal millimeters van -15 tot en met 15, zoals 1,5 of -2.",
        FieldError::File => "Dit document staat niet in dit dossier.",
        FieldError::Years => "Typ een heel aantal jaren van 1 tot en met 99.",
        FieldError::Logo => "Deze afbeelding staat niet in dit dossier. Kies het logo opnieuw.",
    };
    text.to_owned()
}
