//! "Klaar voor uitreiken?": what is missing, and what to look at.

use crate::domain::Route;
use crate::domain::gap::Gap;
use crate::domain::readiness::Warning;
use crate::texts::choices;

/// What is missing, short enough for a list; with the word for the learner that belongs to the route.
pub fn gap(gap: Gap, route: Option<Route>) -> String {
    let learner = choices::learner(route);
    let text = match gap {
        Gap::Name => return format!("De geslachtsnaam van de {learner}"),
        Gap::BirthDate => "De geboortedatum",
        Gap::BirthPlace => "De geboorteplaats of het geboorteland",
        Gap::KwalificatieName => "De kwalificatie",
        Gap::Crebo => "De crebo-code van de kwalificatie",
        Gap::Niveau => "Het niveau van de kwalificatie",
        Gap::Hours => "De gerealiseerde uren",
        Gap::Werkproces => {
            return format!("Minstens één werkproces dat de {learner} kan uitvoeren");
        }
        Gap::WerkprocesDay => "De datum waarop een werkproces is vastgesteld",
        Gap::WerkprocesOpleider => {
            "De praktijkopleider (leerbedrijf) die een werkproces heeft vastgesteld"
        }
        Gap::WerkprocesCode => "De code van een werkproces, zoals B1-K1-W2",
        Gap::WerkprocesKerntaak => "De titel van de kerntaak bij een werkproces",
        Gap::WerkprocesTitles => "Eén titel voor een code die nu met twee titels staat",
        Gap::ExtraKwalificatie => "De kwalificatie van een extra werkproces",
        Gap::Praktijkopleider => "De praktijkopleider (leerbedrijf)",
        Gap::PraktijkopleiderName => {
            "De voornaam en achternaam van de praktijkopleider (leerbedrijf)"
        }
        Gap::LeerbedrijfName => "De naam van het leerbedrijf",
        Gap::LeerbedrijfPlace => "De vestigingsplaats van het leerbedrijf",
        Gap::LeerbedrijfId => "Het leerbedrijf-ID",
        Gap::SigningPlace => "De plaats van ondertekening",
        Gap::SchoolName => "De naam van de school, zoals in BRIN",
        Gap::Signer => "Een ondertekenaar namens de examencommissie",
        Gap::SignerName => "De naam van de ondertekenaar",
        Gap::SignerFunctie => "De functie van de ondertekenaar",
        Gap::SigningDate => "De datum van ondertekening",
        Gap::Certificate => "Een onderdeel of keuzedeel waaraan een certificaat is verbonden",
        Gap::KeuzedeelCode => "De code van het keuzedeel, zoals K0067",
        Gap::OnderdeelCode => "De code van het onderdeel, zoals C0021",
        Gap::DossierName => "De naam van het kwalificatiedossier",
        Gap::DossierCrebo => "De crebo-code van het kwalificatiedossier",
        Gap::SufficientResult => "Een resultaat van minstens een 6 of voldoende",
        Gap::WholeResult => "Een resultaat van het hele examen, niet van een deelexamen",
        Gap::Decision => "De datum waarop de examencommissie heeft besloten",
        Gap::Leerweg => "De leerweg: bol, bbl of derde leerweg",
        Gap::Result => "Minstens één resultaat: van een examen, van de bpv of een ander",
        Gap::ExamResult => "Minstens één examenresultaat",
        Gap::PositiveAssessment => "Minstens één plaatsing met een positieve beoordeling",
        Gap::TestExplanation => "De toelichting bij een voortgangstoets",
        Gap::TestResult => "Het resultaat van een voortgangstoets",
    };
    text.to_owned()
}

/// What to look at before handing out, in one sentence; with the word for the learner that belongs to the route.
pub fn warning(warning: Warning, route: Option<Route>) -> String {
    let learner = choices::learner(route);
    let text = match warning {
        Warning::NoFirstNames => {
            return format!(
                "Er zijn geen voornamen. Klopt het dat deze {learner} maar één naam heeft?"
            );
        }
        Warning::AgreementNotSigned => "De overeenkomst is nog niet door iedereen getekend.",
        Warning::SignedAfterStart => "De overeenkomst is pas na het begin getekend.",
        Warning::NoErkenning => {
            "Er staat geen erkenning van het leerbedrijf voor deze kwalificatie."
        }
        Warning::ErkenningNotWholePeriod => {
            "De erkenning van het leerbedrijf geldt niet voor de hele periode."
        }
        Warning::NoPeriod => "Begin of einde is niet ingevuld.",
        Warning::EndBeforeStart => "Het einde ligt voor het begin.",
        Warning::HoursEstimated => "De uren zijn geschat. Dat komt zo op papier.",
        Warning::HoursDeviate => {
            "De gerealiseerde uren verschillen meer dan 10 % van de afgesproken uren."
        }
        Warning::HasExtra => {
            "Er zijn werkprocessen van een andere kwalificatie. Die komen onder Extra."
        }
        Warning::OnlyExtra => {
            "Alle werkprocessen horen bij een andere kwalificatie. Klopt de kwalificatie van de plaatsing?"
        }
        Warning::EstablishedOutsidePeriod => "Een werkproces is vastgesteld buiten de periode.",
        Warning::EstablishedByOther => {
            "Een werkproces is vastgesteld door een andere praktijkopleider dan die tekent."
        }
        Warning::IssuedBeforeEstablished => {
            "De datum van ondertekening ligt voor de laatste vaststelling."
        }
        Warning::UnusualLeerbedrijfId => {
            "Het leerbedrijf-ID ziet er ongewoon uit. Meestal zijn het 9 cijfers, beginnend met 100."
        }
        Warning::DiplomaInstead => {
            "Er is al een diploma of certificaat voor deze opleiding. Naast een diploma hoort geen los certificaat."
        }
        Warning::NoRequirements => {
            "Er staan geen wettelijke beroepsvereisten. Klopt het dat die er niet zijn?"
        }
        Warning::DecidedBeforeResult => {
            "Het besluit van de examencommissie ligt voor de datum van het resultaat."
        }
        Warning::SignedBeforeDecided => {
            "De datum van ondertekening ligt voor het besluit van de examencommissie."
        }
        Warning::ExtraNotKnown => {
            "De leerweg of het leerbedrijf hoort volgens de instellingen op het certificaat, maar is niet bekend. Die regel blijft weg."
        }
        Warning::MboVerklaringOwed => {
            return format!("Deze {learner} moet een mbo-verklaring krijgen, ook zonder verzoek.");
        }
        Warning::HasMboVerklaring => {
            return format!("Deze {learner} heeft al een mbo-verklaring gekregen.");
        }
        Warning::StillEnrolled => {
            return format!("Deze {learner} is nog niet uitgeschreven.");
        }
        Warning::HasDiploma => {
            "Er is al een diploma of certificaat. Dan is een mbo-verklaring niet nodig."
        }
        Warning::PracticeWithoutOption => {
            "Er zijn resultaten van de bpv, maar er is geen optie gekozen. Ze komen niet op papier."
        }
        Warning::PracticeNotPositive => {
            "Een plaatsing zonder positieve beoordeling komt niet op papier, ook al zijn er werkprocessen."
        }
        Warning::WholeNotPositive => {
            "Optie 1 zegt dat de hele bpv positief is beoordeeld, maar dat is niet bij elke plaatsing ingevuld."
        }
        Warning::OverviewBelongs => {
            "Er zijn onvoldoende resultaten. Die staan alleen op het totaaloverzicht: geef dat mee."
        }
        Warning::NoOverviewNeeded => {
            "Alle resultaten zijn voldoende. Dan is een totaaloverzicht niet nodig."
        }
    };
    text.to_owned()
}
