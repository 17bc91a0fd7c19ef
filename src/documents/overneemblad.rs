//! What an overneemblad says: a praktijkverklaring field by field, in the order of bijlage 10, to be copied into SBB's
//! Praktijkloket and ticked off by hand (domain facts 0.1).
//!
//! Cannot fail: what is not known shows as a gap. Knows no layout.

use crate::documents::paper::{Block, Check, Field, Paper, Sheet, Words};
use crate::domain::person::Kwalificatie;
use crate::domain::verklaring::{Extra, Kerntaak, Praktijkverklaring};
use crate::texts::overneemblad as own;
use crate::texts::paper::{self as words, GAP, filled, title_of};
use crate::texts::praktijkverklaring as text;

pub fn compose(verklaring: &Praktijkverklaring) -> Paper {
    let Praktijkverklaring {
        person,
        route: _,
        kwalificatie: Kwalificatie { name: kwalificatie, crebo, niveau },
        nlqf: _,
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
        school: _,
    } = verklaring;
    let name = words::name(person);
    let mut first = Vec::new();
    first.extend(logo.as_ref().map(|_| tick(own::LOGO, own::LOGO_LEERBEDRIJF)));
    first.extend(branche_logo.as_ref().map(|_| tick(own::LOGO, own::LOGO_BRANCHE)));
    first.extend([
        tick(own::NAME, &name),
        tick(own::BORN_ON, &own::born_on(person.born)),
        tick(own::BORN_AT, &own::born_at(person.birth_place.as_ref())),
        tick(text::KWALIFICATIE, &filled(kwalificatie.as_ref())),
        tick(text::CREBO, &filled(crebo.as_ref())),
        tick(text::NIVEAU, &words::niveau(*niveau, false)),
        tick(text::HOURS, &text::hours(*hours, *hours_estimated)),
    ]);
    let mut blocks = vec![
        Block::Masthead { title: own::TITLE.to_owned(), behind: Some(own::BEHIND.to_owned()) },
        Block::Text(own::NATURE.to_owned()),
        Block::Checks(first),
    ];
    if !kerntaken.is_empty() || extra.is_empty() {
        blocks.push(Block::Heading(text::WERKPROCESSEN.to_owned()));
        blocks.push(if kerntaken.is_empty() {
            Block::Text(GAP.to_owned())
        } else {
            Block::Checks(parts(kerntaken))
        });
    }
    if !extra.is_empty() {
        blocks.push(Block::Heading(text::EXTRA.to_owned()));
        blocks.extend(extra.iter().map(|extra| Block::Checks(of_other(extra))));
    }
    blocks.push(Block::Heading(own::COMPANY.to_owned()));
    let mut last = vec![
        tick(text::ISSUED_BY, &filled(praktijkopleider.as_ref())),
        tick(text::PRAKTIJKOPLEIDER_AT, &filled(leerbedrijf.as_ref())),
        tick(own::LEERBEDRIJF_PLACE, &filled(vestigingsplaats.as_ref())),
        tick(own::REGISTRATION, &filled(leerbedrijf_id.as_ref())),
    ];
    // Signed in the Praktijkloket itself, on another day perhaps: only if it is known.
    if place.is_some() || date.is_some() {
        last.push(tick(text::PLACE_AND_DATE, &words::signed(place.as_ref(), *date)));
    }
    blocks.push(Block::Checks(last));
    Paper {
        title: own::TITLE.to_owned(),
        blocks,
        running_head: own::running_head(&name),
        colophon: own::COLOPHON.to_owned(),
        words: Words::of(own::CONCEPT_LINE),
        number: None,
        duplicate: None,
        sheet: Sheet::Blank,
    }
}

fn tick(label: &str, value: &str) -> Check {
    Check::Tick(Field::new(label, value))
}

fn parts(kerntaken: &[Kerntaak]) -> Vec<Check> {
    let rows = kerntaken.iter().flat_map(|Kerntaak { code, title, werkprocessen }| {
        let rows = werkprocessen.iter().map(|(code, title)| tick(code, title));
        std::iter::once(Check::Head(Field::new(code, title_of(title)))).chain(rows)
    });
    rows.collect()
}

fn of_other(extra: &Extra) -> Vec<Check> {
    let Extra { kwalificatie, crebo, kerntaken } = extra;
    let mut rows = vec![tick(text::KWALIFICATIE, kwalificatie), tick(text::CREBO, crebo)];
    rows.extend(parts(kerntaken));
    rows
}
