//! What a mbo-certificaat says: the fields of bijlage 6 or 7, in the order of domain facts 0.3. It is printed on the
//! school's own paper.
//!
//! One thing stands elsewhere than in that list: what a school adds comes before the sentence that crossing out makes it
//! invalid, since that sentence is for all of the paper. Cannot fail: what is not known shows as a gap. Knows no layout.

use crate::documents::paper::{Award, Block, Field, Paper, Sheet, Words};
use crate::documents::signatures::signatures;
use crate::domain::Shift;
use crate::domain::certificaat::{About, Certificaat};
use crate::domain::person::Kwalificatie;
use crate::texts::certificaat as text;
use crate::texts::paper::{self as words, filled};

pub fn compose(certificaat: &Certificaat) -> Paper {
    let Certificaat {
        about,
        person,
        route: _,
        school,
        requirements,
        place,
        date,
        // Decides whether it may be printed, and is not printed itself.
        decided_on: _,
        signers,
        result,
        leerweg,
        leerbedrijf,
        shift_right,
        shift_down,
    } = certificaat;
    let name = words::name(person);
    let mut blocks = vec![
        Block::SolemnTitle { title: text::TITLE.to_owned(), kind: text::KIND.to_owned() },
        Block::Award(Box::new(Award {
            label: text::label(about).to_owned(),
            opening: text::OPENING.to_owned(),
            person: name.clone(),
            born: words::birth(person),
            at: text::AT.to_owned(),
            school: filled(school.as_ref()),
            closing: text::closing(about).to_owned(),
            ..award(about)
        })),
    ];
    blocks.extend(requirements.as_ref().map(|r| Block::Sentence(text::requirements(r))));
    blocks.push(Block::Beside(vec![
        Field::new(text::PLACE, filled(place.as_ref())),
        Field::new(text::DATE, filled(date.map(words::day))),
    ]));
    blocks.push(signatures(signers, text::SIGNATURE_CANDIDATE, &name));
    let extra = [
        result.map(text::appraisal),
        leerweg.map(text::leerweg),
        leerbedrijf.as_ref().map(|name| text::leerbedrijf(name)),
    ];
    let extra: Vec<String> = extra.into_iter().flatten().collect();
    if !extra.is_empty() {
        blocks.push(Block::Remark(extra.join(text::BETWEEN)));
    }

    Paper {
        title: text::NAME.to_owned(),
        blocks,
        running_head: text::running_head(&name),
        colophon: text::INVALID.to_owned(),
        words: Words::of(text::CONCEPT_LINE),
        number: None,
        duplicate: None,
        sheet: Sheet::Preprinted {
            right: shift_right.map_or(0, Shift::tenths),
            down: shift_down.map_or(0, Shift::tenths),
        },
    }
}

/// What it is given for; the rest is the same for both models.
fn award(about: &About) -> Award {
    let (name, code, belongs) = match about {
        About::Onderdeel { name, code, kwalificatie, nlqf, dossier, dossier_crebo } => {
            let Kwalificatie { name: kwalificatie, crebo, niveau } = kwalificatie;
            let belongs = vec![
                text::kwalificatie(kwalificatie.as_ref(), crebo.as_ref()),
                text::dossier(dossier.as_ref(), dossier_crebo.as_ref()),
                text::niveau(&words::niveau(*niveau, *nlqf)),
            ];
            (name, code, belongs)
        }
        About::Keuzedeel { name, code } => (name, code, Vec::new()),
    };
    Award { name: name.clone(), code: text::code(code.as_ref()), belongs, ..Award::default() }
}
