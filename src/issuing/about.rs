//! Whose a document is and for what, in a few words: for lists, and for its line in the register.

use crate::domain::certificaat;
use crate::domain::draft::{Draft, Facts, Wanted};
use crate::domain::{DocumentKind, Id, Learner, Route};

/// Whose it is, and for what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    pub wanted: Wanted,
    pub learner: Id<Learner>,
    /// As in a list: `Vries, Anna de`.
    pub name: String,
    pub groep: Option<String>,
    /// Decides the words for who learns.
    pub route: Option<Route>,
    /// For what: `Bakkerij Het Lam, 25180 Assistent dienstverlening en zorg`. What is not known is left out.
    pub description: String,
}

impl About {
    pub fn of(draft: &Draft) -> Self {
        let learner = draft.learner();
        Self {
            wanted: draft.wanted(),
            learner: learner.id,
            name: learner.value.name().listed(),
            groep: learner.value.groep.as_ref().map(|groep| groep.as_str().to_owned()),
            route: learner.value.route,
            description: description(&draft.facts()),
        }
    }

    pub const fn kind(&self) -> DocumentKind {
        self.wanted.kind()
    }
}

fn description(facts: &Facts) -> String {
    let parts = match facts {
        Facts::Praktijkverklaring(facts) | Facts::Overneemblad(facts) => {
            let kwalificatie = &facts.kwalificatie;
            vec![facts.leerbedrijf.clone(), coded(&kwalificatie.crebo, &kwalificatie.name)]
        }
        Facts::Certificaat(facts) => match &facts.about {
            certificaat::About::Onderdeel { name, code, .. }
            | certificaat::About::Keuzedeel { name, code } => {
                vec![coded(code, &Some(name.clone()))]
            }
        },
        Facts::MboVerklaring(facts) => vec![coded(&facts.opleiding.crebo, &facts.opleiding.name)],
        Facts::Totaaloverzicht(facts) => vec![coded(&facts.opleiding.crebo, &facts.opleiding.name)],
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A code and what it stands for.
fn coded(code: &Option<String>, name: &Option<String>) -> Option<String> {
    let known: Vec<&str> = [code, name].into_iter().flatten().map(String::as_str).collect();
    (!known.is_empty()).then(|| known.join(" "))
}
