//! What a mbo-verklaring says: the front page, and the parts that have something to say (domain facts 0.2).
//!
//! Cannot fail: what is not known shows as a gap. Knows no layout.

use crate::documents::paper::{Block, Column, Field, Figure, Paper, Sheet, Table, Words};
use crate::documents::picture::Pictures;
use crate::documents::praktijkverklaring;
use crate::documents::signatures::signatures;
use crate::domain::Route;
use crate::domain::mbo_verklaring::{
    MboVerklaring, Other, Practice, PracticeAt, ResultGroup, ResultLine,
};
use crate::domain::person::{Kwalificatie, Person};
use crate::domain::verklaring::Praktijkverklaring;
use crate::texts::mbo_verklaring as text;
use crate::texts::paper::{self as words, GAP, filled};

/// A logo that `pictures` does not have is left out.
pub fn compose(verklaring: &MboVerklaring, pictures: &Pictures) -> Paper {
    let MboVerklaring {
        person,
        route,
        opleiding,
        school,
        logo,
        signers,
        place,
        date,
        results,
        practice,
        other,
    } = verklaring;
    let name = words::name(person);
    let mut parts = Vec::new();
    if !results.is_empty() {
        let [examined, _, _] = text::PARTS;
        let mut blocks = vec![Block::Text(text::LISTED.to_owned())];
        blocks.extend(results.iter().flat_map(|group| {
            [Block::Subheading(text::table(group.kind).to_owned()), table(group)]
        }));
        parts.push(Part { title: examined, blocks, after: After::Same });
    }
    if let Some(practice) = practice {
        parts.push(practised(&name, practice, pictures));
    }
    if let Some(other) = other {
        let [_, _, title] = text::PARTS;
        parts.push(Part { title, blocks: others(other), after: After::Same });
    }

    let mut blocks = vec![Block::Masthead { title: text::TITLE.to_owned(), behind: None }];
    let logo = logo.as_ref().and_then(|logo| pictures.get(logo));
    blocks.extend(logo.map(|picture| {
        Block::Pictures(vec![Figure { picture, alt: text::logo(&filled(school.as_ref())) }])
    }));
    blocks.extend(of_whom(person, *route, opleiding, school.as_ref()));
    let titles: Vec<_> = parts.iter().map(|part| part.title).collect();
    blocks.push(Block::Text(format!("{}\n\n{}", text::NATURE, text::contents(&titles))));
    blocks.push(Block::Heading(text::SIGNING.to_owned()));
    blocks.push(Block::Fields(vec![Field::new(
        text::PLACE_AND_DATE,
        words::signed(place.as_ref(), *date),
    )]));
    blocks.push(signatures(signers, text::SIGNATURE_STUDENT, &name));

    let mut before = After::OwnPage;
    for Part { title: (number, title), blocks: of_part, after } in parts {
        blocks.extend((before == After::OwnPage).then_some(Block::NewPage));
        blocks.push(Block::Part { number: number.to_owned(), title: title.to_owned() });
        blocks.extend(of_part);
        before = after;
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

/// A part with its number and title.
struct Part {
    title: (&'static str, &'static str),
    blocks: Vec<Block>,
    after: After,
}

/// Where the part that comes after it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    /// On a page of its own.
    OwnPage,
    /// On the same page, if there is room.
    Same,
}

/// The head of the front page, in the order of bijlage 10; the totaaloverzicht has it too.
pub(super) fn of_whom(
    person: &Person,
    route: Option<Route>,
    opleiding: &Kwalificatie,
    school: Option<&String>,
) -> [Block; 2] {
    [
        Block::Bearer(Field::new(text::NAME, words::name(person))),
        Block::Fields(vec![
            Field::new(text::BORN, text::born(person)),
            Field::new(text::OPLEIDING, text::opleiding(opleiding)),
            Field::new(text::LEERWEG, text::leerweg(route)),
            Field::new(text::NIVEAU, words::niveau(opleiding.niveau, false)),
            Field::new(text::SCHOOL, filled(school)),
        ]),
    ]
}

/// Shares of the width; those of all tables add up to the same, so that their last columns align.
const NAME: u16 = 20;
const CODE: u16 = 6;
const RESULT: u16 = 8;

/// Name, code and result. Without any code, there is no column for it.
pub(super) fn table(group: &ResultGroup) -> Block {
    let ResultGroup { kind, lines } = group;
    let (name, code) = text::columns(*kind);
    let coded = lines.iter().any(|line| line.code.is_some());
    let mut columns = vec![column(name, NAME + CODE), column(text::RESULT, RESULT)];
    if coded {
        columns = vec![column(name, NAME), column(code, CODE), column(text::RESULT, RESULT)];
    }
    let row = |line: &ResultLine| {
        let mut row = vec![text::component(line), text::result(line.result)];
        if coded {
            row.insert(1, line.code.clone().unwrap_or_else(|| text::NO_CODE.to_owned()));
        }
        row
    };
    Block::Table(Table { columns, rows: lines.iter().map(row).collect() })
}

fn column(title: &str, share: u16) -> Column {
    Column { title: title.to_owned(), share }
}

fn practised(name: &str, practice: &Practice, pictures: &Pictures) -> Part {
    let [_, title, _] = text::PARTS;
    let (blocks, after) = match practice {
        Practice::Assessed { option, leerbedrijven, with_hours, description } => {
            let hours = with_hours.then_some(text::hours as fn(&PracticeAt) -> String);
            let mut blocks =
                vec![Block::Text(text::assessed(name, *option)), places(leerbedrijven, hours)];
            if let Some(description) = description {
                blocks.push(Block::Subheading(text::DESCRIPTION.to_owned()));
                blocks.push(Block::Text(description.clone()));
            }
            (blocks, After::Same)
        }
        Practice::Praktijkverklaringen(all) if all.is_empty() => {
            (vec![Block::Text(GAP.to_owned())], After::Same)
        }
        Practice::Praktijkverklaringen(all) => {
            let mut blocks = vec![Block::Text(text::described(name, all.len())), issued(all)];
            for verklaring in all {
                blocks.extend([Block::NewPage, Block::Enclosed]);
                blocks.extend(praktijkverklaring::compose(verklaring, pictures).blocks);
            }
            (blocks, After::OwnPage)
        }
    };
    Part { title, blocks, after }
}

/// Where it was, with the hours if they are to be printed.
fn places(leerbedrijven: &[PracticeAt], hours: Option<fn(&PracticeAt) -> String>) -> Block {
    let nowhere = [PracticeAt::default()];
    let leerbedrijven = if leerbedrijven.is_empty() { &nowhere } else { leerbedrijven };
    let mut columns = vec![column(text::LEERBEDRIJF, 17), column(text::PLACE, 9)];
    if hours.is_some() {
        columns.push(column(text::HOURS, RESULT));
    }
    let row = |at: &PracticeAt| {
        let mut row = vec![filled(at.leerbedrijf.as_ref()), filled(at.vestigingsplaats.as_ref())];
        row.extend(hours.map(|hours| hours(at)));
        row
    };
    let rows = leerbedrijven.iter().map(row).collect();
    Block::Table(Table { columns, rows })
}

/// By whom the praktijkverklaringen were issued that follow.
fn issued(all: &[Praktijkverklaring]) -> Block {
    let columns = vec![
        column(text::LEERBEDRIJF, 15),
        column(text::PLACE, 8),
        column(text::PRAKTIJKOPLEIDER, 11),
    ];
    let row = |of: &Praktijkverklaring| {
        [&of.leerbedrijf, &of.vestigingsplaats, &of.praktijkopleider]
            .map(|value| filled(value.as_ref()))
            .to_vec()
    };
    Block::Table(Table { columns, rows: all.iter().map(row).collect() })
}

fn others(other: &Other) -> Vec<Block> {
    let Other { text: free, tests } = other;
    let mut blocks: Vec<Block> = free.iter().map(|text| Block::Text(text.clone())).collect();
    if !tests.is_empty() {
        let columns = vec![
            column(text::TEST, 11),
            column(text::EXPLANATION, 15),
            column(text::RESULT, RESULT),
        ];
        let row = |(title, explanation, result): &(String, Option<String>, Option<String>)| {
            vec![title.clone(), filled(explanation.as_ref()), filled(result.as_ref())]
        };
        blocks.push(Block::Subheading(text::TESTS.to_owned()));
        blocks.push(Block::Table(Table { columns, rows: tests.iter().map(row).collect() }));
    }
    blocks
}
