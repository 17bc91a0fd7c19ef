//! Names of files. They travel in mails, listings and logs, so they name nobody unless the school wants that.

use crate::documents::layout::Standing;
use crate::domain::draft::Wanted;
use crate::domain::{Choice as _, DocumentNumber, School};
use crate::issuing::About;
use crate::store::RegisterLine;
use crate::texts::issuing as text;

/// Whether the name of the learner stands in that of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    WithoutName,
    WithName,
}

/// Of the name of a person; with all the rest a name stays below 80 characters.
const MOST_OF_NAME: usize = 30;

impl Naming {
    /// As the school wants it.
    pub const fn of(school: &School) -> Self {
        if school.names_in_files { Self::WithName } else { Self::WithoutName }
    }
}

/// `praktijkverklaring-PV-2026-0001.pdf`; without a number the ids stand in its place, and a concept says that it is one.
pub fn file_name(
    about: &About,
    standing: Standing,
    number: Option<DocumentNumber>,
    naming: Naming,
) -> String {
    let kind = about.kind().key();
    let which = match (number, about.wanted) {
        (Some(number), _) => number.to_string(),
        (None, Wanted::Praktijkverklaring(id) | Wanted::Overneemblad(id)) => {
            format!("{}-{}", about.learner.raw(), id.raw())
        }
        (None, Wanted::Certificaat(id)) => format!("{}-{}", about.learner.raw(), id.raw()),
        (None, Wanted::MboVerklaring(id) | Wanted::Totaaloverzicht(id)) => id.raw().to_string(),
    };
    let mark = match standing {
        Standing::Concept => text::CONCEPT_FILE,
        Standing::Final => "",
    };
    let name = match naming {
        Naming::WithName => of_person(&about.name),
        Naming::WithoutName => String::new(),
    };
    let join = if name.is_empty() { "" } else { "-" };
    format!("{mark}{name}{join}{kind}-{which}.pdf")
}

/// Of a document that stands in the register: as when it was made.
pub fn name_of_line(line: &RegisterLine, naming: Naming) -> String {
    let name = match naming {
        Naming::WithName => of_person(line.name.as_deref().unwrap_or_default()),
        Naming::WithoutName => String::new(),
    };
    let join = if name.is_empty() { "" } else { "-" };
    format!("{name}{join}{}-{}.pdf", line.number.kind().key(), line.number)
}

/// Of a file with several documents behind each other, from the first to the last of them.
pub(super) fn of_bundle(first: &str, last: &str) -> String {
    format!("{}{first}-tot-{last}.pdf", text::BUNDLE_FILE)
}

/// Letters and digits of a name, with hyphens between its words: nothing that any system or shell reads otherwise.
fn of_person(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric() && !is_within_word(c));
    let clean = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let words: Vec<String> = words.map(clean).filter(|word| !word.is_empty()).collect();
    let cut: String = words.join("-").chars().take(MOST_OF_NAME).collect();
    cut.trim_end_matches('-').to_owned()
}

/// What stands inside a word without ending it: apostrophes, and marks on letters that have no letter of their own.
fn is_within_word(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{300}'..='\u{36F}')
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn names_of_people_become_parts_of_file_names() {
        let names = [
            "Vries, Anna de",
            "Öztürk, Zoë Şükran",
            "'t Hooft, Jan-Willem van 't",
            "../../etc/passwd",
            "CON.",
            "…",
            "Wolfeschlegelsteinhausenbergerdorff, Hubert Blaine",
            "X\u{30C}imena",
        ];
        let lines: Vec<String> = names.iter().map(|name| of_person(name)).collect();
        expect![[r#"
            Vries-Anna-de
            Öztürk-Zoë-Şükran
            t-Hooft-Jan-Willem-van-t
            etc-passwd
            CON

            Wolfeschlegelsteinhausenberger
            Ximena"#]]
        .assert_eq(&lines.join("\n"));
    }
}
