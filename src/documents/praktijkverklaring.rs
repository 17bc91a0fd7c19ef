//! What a praktijkverklaring says: the fields of bijlage 10 (optie 3), in that order (domain facts 0.1).
//!
//! Cannot fail: what is not known shows as a gap. Knows no layout.

use crate::documents::paper::{
    Block, Field, Figure, Group, Paper, Parts, Row, Sheet, Signature, Words,
};
use crate::documents::picture::Pictures;
use crate::domain::LogoHash;
use crate::domain::person::Kwalificatie;
use crate::domain::verklaring::{Extra, Kerntaak, Praktijkverklaring};
use crate::texts::paper::{self as words, filled, title_of};
use crate::texts::praktijkverklaring as text;

/// A logo that `pictures` does not have is left out.
pub fn compose(verklaring: &Praktijkverklaring, pictures: &Pictures) -> Paper {
    let Praktijkverklaring {
        person,
        route,
        kwalificatie: Kwalificatie { name: kwalificatie, crebo, niveau },
        nlqf,
        hours,
        hours_estimated,
        kerntaken,
        extra,
        praktijkopleider,
        leerbedrijf,
        vestigingsplaats,
        leerbedrijf_id,
        place,
        date,
        logo,
        branche_logo,
        school,
    } = verklaring;
    let name = words::name(person);
    let leerbedrijf_name = leerbedrijf.as_ref();
    let own_werkprocessen = count(kerntaken);
    let extra_werkprocessen = extra.iter().map(|block| count(&block.kerntaken)).sum();

    let mut blocks = vec![Block::Title(text::TITLE.to_owned())];
    blocks.extend(logos(logo.as_ref(), branche_logo.as_ref(), &filled(leerbedrijf_name), pictures));
    blocks.push(Block::Declaration {
        opening: text::OPENING.to_owned(),
        name: name.clone(),
        born: words::birth(person),
        closing: text::closing(*route, own_werkprocessen + extra_werkprocessen),
    });
    blocks.push(Block::Fields(vec![
        Field::new(text::KWALIFICATIE, filled(kwalificatie.as_ref())),
        Field::new(text::CREBO, filled(crebo.as_ref())),
        Field::new(text::NIVEAU, words::niveau(*niveau, *nlqf)),
        Field::new(text::HOURS, text::hours(*hours, *hours_estimated)),
    ]));
    if !kerntaken.is_empty() || extra.is_empty() {
        blocks.push(Block::Heading(text::WERKPROCESSEN.to_owned()));
        blocks.push(if kerntaken.is_empty() {
            Block::Paragraph(words::GAP.to_owned())
        } else {
            parts(kerntaken)
        });
    }
    if !extra.is_empty() {
        blocks.push(Block::Heading(text::EXTRA.to_owned()));
        blocks.push(Block::Paragraph(text::extra(
            *route,
            own_werkprocessen,
            extra.len(),
            extra_werkprocessen,
        )));
        blocks.extend(extra.iter().flat_map(extra_blocks));
    }
    blocks.push(Block::Fields(vec![
        Field::new(text::ISSUED_BY, filled(praktijkopleider.as_ref())),
        Field::new(
            text::PRAKTIJKOPLEIDER_AT,
            text::leerbedrijf(leerbedrijf_name, vestigingsplaats.as_ref()),
        ),
        Field::new(text::ERKEND_LEERBEDRIJF, text::registration(leerbedrijf_id.as_ref())),
    ]));
    blocks.push(Block::Heading(text::SIGNATURES.to_owned()));
    blocks.push(Block::Fields(vec![Field::new(
        text::PLACE_AND_DATE,
        words::signed(place.as_ref(), *date),
    )]));
    blocks.push(Block::Signatures(vec![
        Signature {
            label: text::SIGNATURE_PRAKTIJKOPLEIDER.to_owned(),
            name: filled(praktijkopleider.as_ref()),
            functie: None,
        },
        Signature { label: text::signature_learner(*route), name: name.clone(), functie: None },
    ]));
    if let Some(school) = school {
        blocks.push(Block::Aside(text::school_block(school)));
    }

    Paper {
        title: text::TITLE.to_owned(),
        blocks,
        running_head: text::running_head(&name),
        colophon: text::COLOPHON.to_owned(),
        words: Words::of(text::CONCEPT_LINE),
        number: None,
        duplicate: None,
        sheet: Sheet::Blank,
    }
}

fn logos(
    logo: Option<&LogoHash>,
    branche_logo: Option<&LogoHash>,
    leerbedrijf: &str,
    pictures: &Pictures,
) -> Vec<Block> {
    let find = |hash: Option<&LogoHash>, alt: String| {
        hash.and_then(|hash| pictures.get(hash)).map(|picture| Figure { picture, alt })
    };
    let own = find(logo, text::logo(leerbedrijf));
    let branche = find(branche_logo, text::BRANCHE_LOGO.to_owned());
    let sentence = branche.is_some().then(|| Block::Remark(text::BRANCHE_SENTENCE.to_owned()));
    let figures: Vec<Figure> = own.into_iter().chain(branche).collect();
    let figures = (!figures.is_empty()).then_some(Block::Pictures(figures));
    figures.into_iter().chain(sentence).collect()
}

fn extra_blocks(extra: &Extra) -> [Block; 2] {
    let Extra { kwalificatie, crebo, kerntaken } = extra;
    [
        Block::Fields(vec![
            Field::new(text::KWALIFICATIE, kwalificatie),
            Field::new(text::CREBO, crebo),
        ]),
        parts(kerntaken),
    ]
}

fn parts(kerntaken: &[Kerntaak]) -> Block {
    let groups = kerntaken.iter().map(|Kerntaak { code, title, werkprocessen }| Group {
        head: Row { code: code.clone(), title: title_of(title) },
        rows: werkprocessen
            .iter()
            .map(|(code, title)| Row { code: code.clone(), title: title.clone() })
            .collect(),
    });
    Block::Parts(Parts {
        code: text::CODE.to_owned(),
        title: text::PARTS.to_owned(),
        groups: groups.collect(),
        continued: words::CONTINUED.to_owned(),
    })
}

fn count(kerntaken: &[Kerntaak]) -> usize {
    kerntaken.iter().map(|kerntaak| kerntaak.werkprocessen.len()).sum()
}
