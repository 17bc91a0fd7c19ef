//! The words on a mbo-verklaring. Titles of parts and tables are those of the law; where a sentence is ours, it is said.
//!
//! Bijlage 10 of the Regeling modellen voor mbo-diploma, mbo-certificaat en mbo-verklaring (BWBR0031616, text of
//! 2025-01-01); domain facts 0.2. Of bijlage 9, the model itself, only a picture was published, which was not read. The
//! law says *student*, also where a route has another word.

use crate::domain::mbo_verklaring::{PracticeAt, ResultLine};
use crate::domain::person::{Kwalificatie, Person};
use crate::domain::{BpvOption, ComponentKind, ComponentResult, Route};
use crate::texts::paper::{self as words, GAP, filled};

pub const TITLE: &str = "Mbo-verklaring";

pub const NAME: &str = "Naam student";
pub const BORN: &str = "Geboren";
pub const OPLEIDING: &str = "Beroepsopleiding";
pub const LEERWEG: &str = "Leerweg";
pub const NIVEAU: &str = "Niveau";
pub const SCHOOL: &str = "Instelling";

/// Ours: it must not be taken for a diploma or certificaat (bijlage 10, first paragraph).
pub const NATURE: &str = "Deze mbo-verklaring laat zien welke resultaten de student in deze \
                          beroepsopleiding heeft behaald. Het is geen diploma en geen certificaat.";

/// The parts, with the numbers and titles of bijlage 10.
pub const PARTS: [(&str, &str); 3] = [
    ("Deel 1", "Examenresultaten"),
    ("Deel 2", "Resultaten beroepspraktijkvorming"),
    ("Deel 3", "Overige resultaten"),
];

/// Ours; the threshold is that of bijlage 10.
pub const LISTED: &str = "De student heeft voor deze examenonderdelen, of delen daarvan, ten minste \
                          een 5,5 of een voldoende behaald.";

pub const RESULT: &str = "Resultaat";
pub const CODE: &str = "Code";
pub const CREBO: &str = "Crebo-code";
/// Where a line of a table has no code and others have.
pub const NO_CODE: &str = "–";

pub const LEERBEDRIJF: &str = "Leerbedrijf";
pub const PLACE: &str = "Vestigingsplaats";
pub const PRAKTIJKOPLEIDER: &str = "Praktijkopleider";
pub const HOURS: &str = "Aantal uren bpv";
pub const DESCRIPTION: &str = "Beschrijving van de beroepspraktijkvorming";

pub const TESTS: &str = "Voortgangstoetsen";
pub const TEST: &str = "Titel";
pub const EXPLANATION: &str = "Toelichting";

pub const SIGNING: &str = "Ondertekening";
pub const PLACE_AND_DATE: &str = "Plaats en datum";
pub const SIGNATURE_STUDENT: &str = "Handtekening student";

pub const COLOPHON: &str = "Inhoud volgens de Regeling modellen voor mbo-diploma, mbo-certificaat en \
                            mbo-verklaring, bijlage 9 en 10";

pub const CONCEPT_LINE: &str = "Dit is een concept. Het is geen geldige mbo-verklaring.";

pub fn logo(school: &str) -> String {
    format!("Logo van {school}")
}

/// `1 maart 2004 te Utrecht`, behind [`BORN`].
pub fn born(person: &Person) -> String {
    let born = words::birth(person);
    born.strip_prefix("geboren ").map_or(born.clone(), str::to_owned)
}

/// The name and the crebo-code of the kwalificatie.
pub fn opleiding(opleiding: &Kwalificatie) -> String {
    let Kwalificatie { name, crebo, niveau: _ } = opleiding;
    match (name, crebo) {
        (None, None) => GAP.to_owned(),
        (name, crebo) => {
            format!("{} (crebo-code {})", filled(name.as_ref()), filled(crebo.as_ref()))
        }
    }
}

pub fn leerweg(route: Option<Route>) -> &'static str {
    match route {
        Some(Route::MboBol) => "beroepsopleidende leerweg (bol)",
        Some(Route::MboBbl) => "beroepsbegeleidende leerweg (bbl)",
        Some(Route::DerdeLeerweg) => "derde leerweg",
        Some(Route::Pro | Route::Vso | Route::VmboLwt) | None => GAP,
    }
}

/// Which parts belong to the front page, so that nobody misses one; each on a line of its own.
pub fn contents(parts: &[(&str, &str)]) -> String {
    let lines: Vec<String> =
        parts.iter().map(|(number, title)| format!("{number} {title}")).collect();
    match lines.as_slice() {
        [] => format!("Bij dit voorblad hoort: {GAP}."),
        [one] => format!("Bij dit voorblad hoort: {one}."),
        several => format!("Bij dit voorblad horen:\n{}", several.join("\n")),
    }
}

/// The title of a table of results (bijlage 10).
pub const fn table(kind: ComponentKind) -> &'static str {
    match kind {
        ComponentKind::Specifiek
        | ComponentKind::Werkproces
        | ComponentKind::CertificaatOnderdeel => "Specifieke examenonderdelen",
        ComponentKind::Generiek => "Generieke examenonderdelen",
        ComponentKind::Keuzedeel => "Keuzedelen",
    }
}

/// The titles of its columns with what is examined and with its code (bijlage 2 for keuzedelen).
pub const fn columns(kind: ComponentKind) -> (&'static str, &'static str) {
    match kind {
        ComponentKind::Keuzedeel => ("Naam keuzedeel", CREBO),
        ComponentKind::Specifiek
        | ComponentKind::Werkproces
        | ComponentKind::CertificaatOnderdeel
        | ComponentKind::Generiek => ("Examenonderdeel", CODE),
    }
}

/// What was examined; of a part of it that is said, in the words that bijlage 10 gives as an example.
pub fn component(line: &ResultLine) -> String {
    let ResultLine { code: _, title, partial, result: _ } = line;
    if *partial { format!("{title} (deelexamen)") } else { title.clone() }
}

/// A whole figure in figures and letters; one with decimals, which only a part of an exam has, in figures (domain facts
/// 0.4).
pub fn result(result: ComponentResult) -> String {
    let text = words::result(result);
    match text.split_once(" – ") {
        Some((figures, _)) if figures.contains(',') => figures.to_owned(),
        Some(_) | None => text,
    }
}

/// Ours, with the words in which bijlage 10 says when optie 1 and 2 apply.
pub fn assessed(name: &str, option: BpvOption) -> String {
    let what = match option {
        BpvOption::Whole => "de beroepspraktijkvorming",
        BpvOption::Part | BpvOption::Praktijkverklaring => "een deel van de beroepspraktijkvorming",
    };
    format!("{name} heeft {what} met een positieve beoordeling voltooid.")
}

/// Ours, with the words in which bijlage 10 says when optie 3 applies.
pub fn described(name: &str, verklaringen: usize) -> String {
    let assessed = assessed(name, BpvOption::Praktijkverklaring);
    if verklaringen == 1 {
        format!("{assessed} Dat is beschreven in een praktijkverklaring, die hierna volgt.")
    } else {
        format!("{assessed} Dat is beschreven in praktijkverklaringen, die hierna volgen.")
    }
}

pub fn hours(at: &PracticeAt) -> String {
    match at.hours {
        Some(hours) if at.hours_estimated => format!("{hours} (geschat)"),
        hours => filled(hours),
    }
}

pub fn running_head(name: &str) -> String {
    format!("{TITLE} van {name}")
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::domain::Entry as _;

    #[test]
    fn whole_figures_are_said_in_letters_too() {
        let said = ["7", "5,5", "7,25", "goed", "voldaan", "vrijstelling"]
            .map(|typed| result(ComponentResult::parse(typed).unwrap()));
        assert_eq!(said, ["7 – zeven", "5,5", "7,25", "goed", "voldaan", "vrijstelling"]);
    }

    #[test]
    fn the_front_page_names_its_parts() {
        let [first, second, third] = PARTS;
        let said = [&[][..], &[third], &[first, third], &[first, second, third]].map(contents);
        expect![[r#"
            Bij dit voorblad hoort: [nog niet ingevuld].
            Bij dit voorblad hoort: Deel 3 Overige resultaten.
            Bij dit voorblad horen:
            Deel 1 Examenresultaten
            Deel 3 Overige resultaten
            Bij dit voorblad horen:
            Deel 1 Examenresultaten
            Deel 2 Resultaten beroepspraktijkvorming
            Deel 3 Overige resultaten"#]]
        .assert_eq(&said.join("\n"));
    }
}
