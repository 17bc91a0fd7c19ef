//! The words on the sheet with a recovery code.

pub const TITLE: &str = "Herstelcode van een dossier";

pub const INTRODUCTION: &str = "Dit dossier van Praktijkdossier heeft een wachtwoord. Weet niemand het wachtwoord meer, dan opent u het dossier met \
     de code op dit blad. Zonder wachtwoord en zonder deze code kan niemand erin, ook de makers niet.";

pub const FILE: &str = "Dossier";
pub const SCHOOL: &str = "School";
pub const DAY: &str = "Code gemaakt op";
pub const CODE: &str = "Herstelcode";

pub const KEEP: &str = "Zo bewaart u dit blad";
pub const KEEP_STEPS: [&str; 3] = [
    "Leg dit blad op een veilige plek op school, zoals de kluis. Leg het niet bij de computer.",
    "Zet het niet op de computer en stuur het niet per mail. Wie dit blad en het dossier heeft, kan alles lezen.",
    "Komt er een nieuwe herstelcode? Dan werkt deze niet meer. Vernietig dit blad pas als u het nieuwe blad hebt.",
];

pub const USE: &str = "Zo gebruikt u de code";
pub const USE_STEPS: [&str; 3] = [
    "Open het dossier in Praktijkdossier.",
    "Typ deze code in het vak voor het wachtwoord. Hoofdletters en streepjes maken niet uit.",
    "Kies daarna meteen een nieuw wachtwoord.",
];

/// In the name of the file.
pub const FILE_NAME: &str = "herstelcode";

/// Before a step.
pub fn number(number: usize) -> String {
    format!("{number}. ")
}
