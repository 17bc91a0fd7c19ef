//! What is written about the code, and the code.

use std::collections::BTreeSet;
use std::fs;

use super::source::{below, names, none};

/// Every public type of a folder: `struct`, `enum`, `trait`, and those that our macros make.
fn types(folder: &'static str) -> BTreeSet<(String, String)> {
    let mut out = BTreeSet::new();
    for source in below(folder) {
        let lines: Vec<(usize, &str)> = source.program().collect();
        for (at, (n, line)) in lines.iter().enumerate() {
            let words = line.trim().strip_prefix("pub ").map(names).unwrap_or_default();
            let mut found: Vec<&str> = match words.as_slice() {
                [("struct" | "enum" | "trait", _), (name, _), ..] => vec![*name],
                _ => Vec::new(),
            };
            let macros = ["record! {", "choice! {", "text_value!("];
            if macros.contains(line) {
                // Attributes and comments may stand between.
                let next = lines.iter().skip(at + 1).map(|(_, line)| line.trim());
                let head = next.into_iter().find(|line| !line.is_empty() && !line.starts_with('#'));
                found.extend(head.and_then(|line| names(line).first().map(|(name, _)| *name)));
            }
            for name in found.into_iter().filter(|name| name.starts_with(char::is_uppercase)) {
                out.insert((name.to_owned(), source.at(*n, name)));
            }
        }
    }
    out
}

/// The words of the glossary that are types: `…` in the first column.
fn glossary() -> BTreeSet<String> {
    let text = fs::read_to_string("docs/glossary.md").unwrap();
    let first = text.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    first.flat_map(|cell| cell.split('`').skip(1).step_by(2).map(str::to_owned)).collect()
}

#[test]
fn every_word_of_the_domain_is_in_the_glossary() {
    let glossary = glossary();
    let types = types("src/domain");
    assert!(types.len() > 40, "the types are found: {}", types.len());
    let wrong: Vec<String> = types
        .into_iter()
        .filter(|(name, _)| !glossary.contains(name))
        .map(|(_, at)| format!("{at} is not in docs/glossary.md"))
        .collect();
    none(&wrong);
}

#[test]
fn the_glossary_holds_no_word_that_is_gone() {
    let known: BTreeSet<String> = types("src").into_iter().map(|(name, _)| name).collect();
    let wrong: Vec<String> = glossary()
        .into_iter()
        .filter(|word| !known.contains(word))
        .map(|word| format!("docs/glossary.md: `{word}` is no type"))
        .collect();
    none(&wrong);
}

#[test]
fn the_decisions_that_the_code_names_are_there() {
    let mut wrong = Vec::new();
    for source in below("src") {
        for (n, line) in (1..).zip(source.text.lines()) {
            for rest in line.split("docs/").skip(1) {
                let end = rest.find(|c: char| !(c.is_alphanumeric() || "-/._".contains(c)));
                let name = rest.get(..end.unwrap_or(rest.len())).unwrap().trim_end_matches('.');
                if name.ends_with(".md") && !fs::exists(format!("docs/{name}")).unwrap() {
                    wrong.push(source.at(n, &format!("docs/{name} is not there")));
                }
            }
        }
    }
    none(&wrong);
}

/// A rule names its source by a mark (`S34`), which the glossary explains.
#[test]
fn every_source_that_the_code_names_is_in_the_glossary() {
    let glossary = fs::read_to_string("docs/glossary.md").unwrap();
    let mut wrong = Vec::new();
    for source in below("src") {
        for (n, line) in (1..).zip(source.text.lines()) {
            let comment = line.split_once("//").map_or("", |(_, comment)| comment);
            for (word, _) in names(comment) {
                let mark = word.strip_prefix('S').unwrap_or_default();
                let is_mark = !mark.is_empty() && mark.bytes().all(|b| b.is_ascii_digit());
                if is_mark && !glossary.contains(&format!("| {word} |")) {
                    wrong.push(source.at(n, &format!("{word} is not in docs/glossary.md")));
                }
            }
        }
    }
    none(&wrong);
}

/// What a newcomer is told to type is what is checked.
#[test]
fn the_readme_names_the_commands_that_are_run() {
    let readme = fs::read_to_string("README.md").unwrap();
    let run = fs::read_to_string(".ci/run").unwrap();
    for command in ["cargo test", "cargo run --release"] {
        assert!(readme.lines().any(|line| line.trim() == command), "README.md: {command}");
    }
    assert!(run.lines().any(|line| line.trim() == "cargo test"), ".ci/run: cargo test");
}
