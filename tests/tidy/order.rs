//! Files that stay short, modules that say what they are, nothing left for later, tests that test something.

use std::collections::BTreeSet;

use super::source::{everywhere, functions, names, none};

/// A file over 400 lines is a room that wants a door. These have a reason to have none.
const LONG: &[(&str, &str)] = &[];

const MOST_LINES: usize = 400;

#[test]
fn files_are_short_or_say_why_not() {
    let mut wrong = Vec::new();
    for source in everywhere() {
        let lines = source.text.lines().count();
        let listed = LONG.iter().any(|(path, _)| source.path.to_str() == Some(path));
        if lines > MOST_LINES && !listed {
            wrong.push(source.at(lines, "too long: split it, or give a reason in LONG"));
        }
        if lines <= MOST_LINES && listed {
            wrong.push(source.at(lines, "short again: take it out of LONG"));
        }
    }
    none(&wrong);
}

#[test]
fn every_module_says_what_it_is() {
    let wrong: Vec<String> = everywhere()
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| source.at(1, "begins without `//!`"))
        .collect();
    none(&wrong);
}

#[test]
fn nothing_is_left_for_later() {
    // In pieces, so that this file does not find itself.
    let marks =
        [["TO", "DO"], ["FIX", "ME"], ["XX", "X"], ["#[ign", "ore"], ["unimplemen", "ted!"]]
            .map(|parts| parts.concat());
    let mut wrong = Vec::new();
    for source in everywhere() {
        for (n, line) in (1..).zip(source.text.lines()) {
            if let Some(mark) = marks.iter().find(|mark| line.contains(mark.as_str())) {
                wrong.push(source.at(n, mark));
            }
        }
    }
    none(&wrong);
}

#[test]
fn no_test_waits() {
    let mut wrong = Vec::new();
    for source in everywhere() {
        for (n, line) in (1..).zip(&source.code) {
            if line.contains("thread::sleep") {
                wrong.push(source.at(n, "waits"));
            }
        }
    }
    none(&wrong);
}

/// As far as it can be told: a test, or something that it calls by name, asserts.
#[test]
fn every_test_asserts_something() {
    let functions = functions();
    let asserts = |body: &str| {
        ["assert", "expect!", "expect_file!", "panic!"].iter().any(|mark| body.contains(mark))
    };
    let mut asserting: BTreeSet<&str> =
        functions.iter().filter(|(_, body)| asserts(body)).map(|(name, _)| name.as_str()).collect();
    loop {
        let more: Vec<&str> = functions
            .iter()
            .filter(|(name, body)| !asserting.contains(name.as_str()) && calls(body, &asserting))
            .map(|(name, _)| name.as_str())
            .collect();
        if more.is_empty() {
            break;
        }
        asserting.extend(more);
    }
    let mut wrong = Vec::new();
    let mut tests = 0;
    for source in everywhere() {
        for (n, line) in (1..).zip(&source.code) {
            if line.trim() != "#[test]" {
                continue;
            }
            let after = source.code.iter().skip(n).take(6);
            let mut after = after;
            let signature = after.find_map(|line| line.trim().strip_prefix("fn "));
            let name = signature.map(|s| names(s).first().map_or("", |(name, _)| *name));
            tests += 1;
            if !name.is_some_and(|name| asserting.contains(name)) {
                wrong.push(source.at(n, "a test that asserts nothing"));
            }
        }
    }
    assert!(tests > 50, "the tests are found: {tests}");
    none(&wrong);
}

fn calls(body: &str, names_of: &BTreeSet<&str>) -> bool {
    names(body).iter().any(|(name, behind)| behind.starts_with('(') && names_of.contains(name))
}
