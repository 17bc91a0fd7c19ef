//! The words of the window about documents: choosing, looking, making, keeping and withdrawing them, and what a school
//! wants of them.

// Settings.
pub const SETTINGS: &str = "Documenten";
pub const SETTINGS_PRAKTIJKVERKLARING: &str = "Praktijkverklaring";
pub const SETTINGS_CERTIFICAAT: &str = "Mbo-certificaat";
pub const SETTINGS_ALL_KINDS: &str = "Alle documenten";
pub const SIGNERS: &str = "Ondertekenaars van de examencommissie";
pub const SIGNERS_TEXT: &str = "Zij tekenen het mbo-certificaat en de mbo-verklaring, met de pen. Vink aan wie de documenten tekent die nu gemaakt worden.";
pub const NEW_SIGNER: &str = "Ondertekenaar toevoegen";
pub const SECURE_PAPER: &str = "Certificaat op waardepapier";
pub const SECURE_PAPER_TEXT: &str = "Staat de tekst niet goed op het waardepapier van de school? Verschuif de afdruk. Met een kalibratieblad ziet u hoeveel.";

// A learner.
pub const GROUP_OPLEIDING: &str = "Opleiding";
pub const OPLEIDING: &str = "Opleiding (kwalificatie)";
pub const KWALIFICATIE_OF_ONDERDEEL: &str = "Kwalificatie van dit onderdeel";
pub const PROGRESS_TEST: &str = "Voortgangstoets";
