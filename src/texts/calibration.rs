//! The words on the sheet that shows how far a certificaat must move on the paper of the school.

use crate::domain::{Entry as _, Field as _, RecordKind, SchoolField, Shift};
use crate::texts::fields::label;

pub const TITLE: &str = "Uitlijnblad voor certificaten";

pub const INTRODUCTION: &str = "Met dit blad zet u de tekst van certificaten op de goede plek op het waardepapier van de school. De rand met streepjes \
     is het vlak waarin de tekst komt. De getallen zijn millimeters, geteld vanaf de linkerrand en de bovenrand van het \
     papier.";

/// What is set now, and that this sheet has it already.
pub fn now(right: Option<Shift>, down: Option<Shift>) -> String {
    let shown = |shift: Option<Shift>| {
        shift.map_or_else(|| "0,0".to_owned(), |shift| shift.value().shown())
    };
    format!(
        "Nu is ingesteld: {}\u{a0}mm naar rechts en {}\u{a0}mm omlaag. Op dit blad is alles al zo verschoven.",
        shown(right),
        shown(down),
    )
}

/// In this order; how far the crosses are apart, in millimetres.
pub fn steps(wide: u16, high: u16) -> [String; 5] {
    let [right, down] = [SchoolField::ShiftRight, SchoolField::ShiftDown]
        .map(|field| label(RecordKind::School, field.key()));
    [
        "Print dit blad op gewoon papier, met de printer en de lade die u voor certificaten gebruikt. Print op ware grootte \
         (100 %), dus niet passend op de pagina."
            .to_owned(),
        format!(
            "Meet met een liniaal van kruis A naar kruis B en van kruis A naar kruis C. Dat moet {wide} mm en {high} mm \
             zijn. Is het meer of minder, dan maakt de printer het blad groter of kleiner. Zet dat eerst uit."
        ),
        "Leg het blad op een vel van het waardepapier en houd ze samen tegen het licht. Meet hoeveel millimeter de tekst nog \
         naar rechts en omlaag moet. Moet de tekst naar links of omhoog, zet dan een min voor het getal."
            .to_owned(),
        format!(
            "Tel dat op bij wat nu is ingesteld, en vul het in bij Instellingen, bij ‘{right}’ en ‘{down}’. Voorbeeld: nu \
             staat er 0,5 en de tekst moet nog 2 mm naar rechts. Dan vult u 2,5 in."
        ),
        "Print dit blad opnieuw en kijk of alles goed staat. Doe dit ook als u een andere printer of ander papier gebruikt."
            .to_owned(),
    ]
}

/// Before a step.
pub fn number(number: usize) -> String {
    format!("{number}. ")
}
