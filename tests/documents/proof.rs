//! What holds for paper of any kind: it is valid, it can be looked at, and it says what was put in.

use std::path::Path;

use jiff::Timestamp;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use praktijkdossier::documents::layout::Standing;
use praktijkdossier::documents::paper::{Award, Block, Field, Group, Paper, Row, Signature};
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
    if standing == Standing::Concept {
        said.push(("P", paper.words.concept_line.clone()));
    }
    said.extend(paper.duplicate.iter().map(|duplicate| ("P", duplicate.clone())));
    for block in &paper.blocks {
        match block.clone() {
            Block::Title(text) => said.push(("H1", text)),
            Block::Masthead { title, kind } => said.extend([("H1", title), ("P", kind)]),
            Block::Pictures(figures) => {
                said.extend(figures.into_iter().map(|figure| ("Figure", figure.alt)));
            }
            Block::Declaration { opening, name, born, closing } => {
                said.extend([opening, name, born, closing].map(|text| ("P", text)));
            }
            Block::Heading(text) => said.push(("H2", text)),
            Block::Remark(text)
            | Block::Paragraph(text)
            | Block::Sentence(text)
            | Block::Aside(text) => said.push(("P", text)),
            Block::Award(award) => said.extend(said_of(award).map(|text| ("P", text))),
            Block::Beside(fields) => {
                for Field { label, value } in fields {
                    said.extend([("P", label), ("P", value)]);
                }
            }
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
