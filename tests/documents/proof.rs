//! What holds for paper of any kind: it is valid, it can be looked at, and it says what was put in.

use std::path::Path;

use jiff::Timestamp;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use praktijkdossier::documents::layout::Standing;
use praktijkdossier::documents::paper::{
    Award, Block, Check, Field, Group, Paper, Row, Signature, Table,
};
use praktijkdossier::documents::pdf::RenderOptions;

pub(crate) const CONCEPT: RenderOptions = RenderOptions { standing: Standing::Concept, ..FINAL };
pub(crate) const FINAL: RenderOptions =
    RenderOptions { standing: Standing::Final, moment: Timestamp::UNIX_EPOCH };

pub(crate) fn keep(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("KEEP") {
        let path = Path::new(&folder).join(format!("{name}.pdf"));
        std::io::Write::write_all(&mut std::fs::File::create(path).unwrap(), bytes).unwrap();
    }
}

/// What is wrong, or nothing.
pub(crate) fn valid(bytes: &[u8], profile: &str) -> String {
    let profile: ValidationProfile = profile.parse().unwrap();
    let report = validate_pdf_bytes(bytes, &ValidationOptions::default().profile(profile)).unwrap();
    if report.is_compliant { String::new() } else { report.to_string() }
}

/// What must be heard, in reading order: the tag and the text of each leaf.
pub(crate) fn said(paper: &Paper, standing: Standing) -> Vec<(&'static str, String)> {
    let mut said = Vec::new();
    let mut enclosed = false;
    if standing == Standing::Concept {
        said.push(("P", paper.words.concept_line.clone()));
    }
    said.extend(paper.duplicate.iter().map(|duplicate| ("P", duplicate.clone())));
    for block in &paper.blocks {
        match block.clone() {
            Block::SolemnTitle { title, kind } => said.extend([("H1", title), ("P", kind)]),
            Block::Title(text) => said.push((if enclosed { "H3" } else { "H1" }, text)),
            Block::Masthead { title, behind } => {
                said.push((
                    "H1",
                    [Some(title), behind].into_iter().flatten().collect::<Vec<_>>().join(" "),
                ));
            }
            Block::Bearer(Field { label, value }) => said.extend([("P", label), ("P", value)]),
            Block::Part { number, title } => {
                enclosed = false;
                said.push(("H2", format!("{number} {title}")));
            }
            Block::Subheading(text) => said.push(("H3", text)),
            Block::Text(text) => {
                let lines = text.split('\n').filter(|line| !line.is_empty());
                said.extend(lines.map(|line| ("P", line.to_owned())));
            }
            Block::Table(Table { columns, rows }) => {
                said.extend(columns.into_iter().map(|column| ("TH", column.title)));
                for row in rows {
                    let tags = ["TH"].into_iter().chain(std::iter::repeat("TD"));
                    said.extend(tags.zip(row));
                }
            }
            Block::Checks(rows) => {
                for Check::Head(Field { label, value }) | Check::Tick(Field { label, value }) in
                    rows
                {
                    said.extend([("TH", label), ("TD", value)]);
                }
            }
            Block::NewPage => {}
            Block::Enclosed => enclosed = true,
            Block::Pictures(figures) => {
                said.extend(figures.into_iter().map(|figure| ("Figure", figure.alt)));
            }
            Block::Declaration { opening, name, born, closing } => {
                said.extend([opening, name, born, closing].map(|text| ("P", text)));
            }
            Block::Remark(text)
            | Block::Paragraph(text)
            | Block::Sentence(text)
            | Block::Aside(text) => said.push(("P", text)),
            Block::Award(award) => said.extend(said_of(*award).map(|text| ("P", text))),
            Block::Beside(fields) => {
                for Field { label, value } in fields {
                    said.extend([("P", label), ("P", value)]);
                }
            }
            Block::Heading(text) => said.push((if enclosed { "H4" } else { "H2" }, text)),
            Block::Fields(fields) => {
                for Field { label, value } in fields {
                    said.extend([("TH", label), ("TD", value)]);
                }
            }
            Block::Parts(parts) => {
                said.extend([("TH", parts.code), ("TH", parts.title)]);
                for Group { head, rows } in parts.groups {
                    for Row { code, title } in [head].into_iter().chain(rows) {
                        said.extend([("TH", code), ("TD", title)]);
                    }
                }
            }
            Block::Signatures(signatures) => {
                for Signature { label, name, functie } in signatures {
                    said.extend([("P", label), ("P", name)]);
                    said.extend(functie.map(|functie| ("P", functie)));
                }
            }
        }
    }
    said.push(("P", paper.colophon.clone()));
    said.extend(paper.number.iter().map(|number| ("P", number.clone())));
    said
}

fn said_of(award: Award) -> impl Iterator<Item = String> {
    let Award { label, name, code, belongs, opening, person, born, at, school, closing } = award;
    let what = [label, name, code].into_iter().chain(belongs);
    what.chain([opening, person, born, at, school, closing])
}
