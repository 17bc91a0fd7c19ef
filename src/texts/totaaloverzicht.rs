//! The words on a totaaloverzicht, where they are others than those of the mbo-verklaring (bijlage 10; domain facts 0.2,
//! deel 4).

pub const TITLE: &str = "Totaaloverzicht examenresultaten";
/// The rest of its title in the law.
pub const BEHIND: &str = "behorende bij de mbo-verklaring";

/// Ours, after the explanation in bijlage 10.
pub const NATURE: &str = "Dit overzicht noemt alle examenresultaten van de student, voldoende en \
                          onvoldoende. De student beslist zelf of dit overzicht bij de mbo-verklaring \
                          wordt getoond. Het is geen diploma en geen certificaat.";

pub const CONCEPT_LINE: &str = "Dit is een concept. Het is geen geldig totaaloverzicht.";

pub fn running_head(name: &str) -> String {
    format!("{TITLE} van {name}")
}
