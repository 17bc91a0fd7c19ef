//! Our own source as text: code without comments and strings, and the strings apart.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// One file.
pub(crate) struct Source {
    pub(crate) path: PathBuf,
    pub(crate) text: String,
    /// Line by line, with comments gone and strings empty.
    pub(crate) code: Vec<String>,
    pub(crate) literals: Vec<Literal>,
    /// Where `mod tests` begins, which stands at the end; the number of lines where there is none.
    pub(crate) tests_from: usize,
}

pub(crate) struct Literal {
    /// Counted from 0, as the lines of code.
    pub(crate) line: usize,
    pub(crate) text: String,
    /// The code before it, back to the last `;`, `{` or `}`, without blanks.
    pub(crate) before: String,
}

impl Source {
    /// The lines that are no test, with their number as people count.
    pub(crate) fn program(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.code.iter().map(String::as_str)).take(self.tests_from)
    }

    /// `src/store/open.rs` is of the layer `store`, `src/files.rs` of `files`.
    pub(crate) fn layer(&self) -> String {
        let first = self.path.components().nth(1).unwrap().as_os_str().to_str().unwrap();
        first.trim_end_matches(".rs").to_owned()
    }

    pub(crate) fn at(&self, line: usize, what: &str) -> String {
        format!("{}:{line}: {what}", self.path.display())
    }
}

/// Read once for all tests.
static ALL: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let mut found = Vec::new();
    for folder in ["src", "tests", "benches"] {
        walk(Path::new(folder), &mut found);
    }
    found.sort();
    found.into_iter().map(read).collect()
});

/// Every Rust file below a folder; none where there is no such folder.
pub(crate) fn below(folder: &'static str) -> impl Iterator<Item = &'static Source> {
    ALL.iter().filter(move |source| source.path.starts_with(folder))
}

/// Every Rust file of ours.
pub(crate) fn everywhere() -> impl Iterator<Item = &'static Source> {
    ALL.iter()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

fn read(path: PathBuf) -> Source {
    let text = fs::read_to_string(&path).unwrap();
    let (code, literals) = split(&text);
    let tests_from = code
        .windows(2)
        .position(|lines| matches!(lines, [a, b] if a == "#[cfg(test)]" && b.starts_with("mod ")))
        .unwrap_or(code.len());
    Source { path, text, code, literals, tests_from }
}

/// A reader of Rust that knows comments, strings and characters, and nothing else.
pub(crate) fn split(text: &str) -> (Vec<String>, Vec<Literal>) {
    let (mut code, mut literals) = (String::new(), Vec::new());
    let (mut rest, mut line) = (text, 0);
    while let Some(c) = rest.chars().next() {
        let taken = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some((start, end, taken)) = string(rest, &code) {
            literals.push(Literal {
                line,
                text: rest.get(start..end).unwrap().to_owned(),
                before: statement(&code),
            });
            code.push_str("\"\"");
            taken
        } else if let Some(taken) = character(rest) {
            code.push_str("' '");
            taken
        } else {
            code.push(c);
            line += usize::from(c == '\n');
            rest = rest.get(c.len_utf8()..).unwrap();
            continue;
        };
        let lines = rest.get(..taken).unwrap().matches('\n').count();
        code.extend(std::iter::repeat_n('\n', lines));
        line += lines;
        rest = rest.get(taken..).unwrap();
    }
    (code.lines().map(|line| line.trim_end().to_owned()).collect(), literals)
}

/// Where the content of the string at the beginning starts and ends, and where the string itself ends.
fn string(rest: &str, code: &str) -> Option<(usize, usize, usize)> {
    let in_a_word = code.chars().last().is_some_and(|c| c.is_alphanumeric() || c == '_');
    let prefix = ["br", "cr", "r", "b", "c", ""].iter().find(|p| {
        let after = rest.strip_prefix(**p).unwrap_or_default().trim_start_matches('#');
        let hashed = rest.get(p.len()..p.len() + 1) == Some("#");
        after.starts_with('"') && (p.is_empty() || !in_a_word) && (p.contains('r') || !hashed)
    })?;
    let hashes = rest.get(prefix.len()..)?.chars().take_while(|c| *c == '#').count();
    let start = prefix.len() + hashes + 1;
    if prefix.contains('r') {
        let close = format!("\"{}", "#".repeat(hashes));
        let end = start + rest.get(start..)?.find(&close)?;
        return Some((start, end, end + close.len()));
    }
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip_while(|(at, _)| *at < start) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some((start, at, at + 1)),
            _ => {}
        }
    }
    None
}

/// How long the character at the beginning is: `'a'`, `'\''`, `'\u{1}'`; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    if let Some(escape) = inside.strip_prefix('\\') {
        let first = escape.chars().next()?.len_utf8();
        return Some(2 + first + escape.get(first..)?.find('\'')? + 1);
    }
    let first = inside.chars().next()?.len_utf8();
    inside.get(first..)?.starts_with('\'').then_some(first + 2)
}

fn statement(code: &str) -> String {
    let begin = code.rfind([';', '{', '}']).map_or(0, |at| at + 1);
    code.get(begin..).unwrap().chars().filter(|c| !c.is_whitespace()).collect()
}

/// Every name in a line with what stands directly behind it.
pub(crate) fn names(line: &str) -> Vec<(&str, &str)> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(start) = line.get(at..).unwrap().find(|c: char| c.is_alphabetic() || c == '_') {
        let start = at + start;
        let tail = line.get(start..).unwrap();
        let length = tail.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(tail.len());
        out.push(tail.split_at(length));
        at = start + length;
    }
    out
}

/// The body of every function, by name; those of one name together.
pub(crate) fn functions() -> BTreeMap<String, String> {
    let mut out: BTreeMap<String, String> = BTreeMap::new();
    for source in everywhere() {
        let code = source.code.join("\n");
        for (at, _) in code.match_indices("fn ") {
            let tail = code.get(at + 3..).unwrap();
            let name: String =
                tail.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if !name.is_empty() {
                out.entry(name).or_default().push_str(&body(tail));
            }
        }
    }
    out
}

/// From the first brace to the one that closes it.
fn body(code: &str) -> String {
    let Some(start) = code.find(['{', ';']) else { return String::new() };
    let mut deep = 0;
    let mut out = String::new();
    for c in code.get(start..).unwrap().chars() {
        deep += match c {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        out.push(c);
        if deep == 0 {
            break;
        }
    }
    out
}

/// Fails with every finding on a line of its own.
pub(crate) fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn the_reader_knows_strings_from_code() {
    let text = r###"
let a = "een // geen commentaar \" einde"; // wel
let b = r#"met " erin"#; let c = '"'; let d: &'static str = b"x";
/* "weg" */ call("twee
regels", 'x');
"###;
    let (code, literals) = split(text);
    let expected = [
        "",
        "let a = \"\";",
        "let b = \"\"; let c = ' '; let d: &'static str = \"\";",
        " call(\"\"",
        ", ' ');",
    ];
    assert_eq!(code, expected);
    let texts: Vec<_> =
        literals.iter().map(|l| (l.line, l.text.as_str(), l.before.as_str())).collect();
    assert_eq!(
        texts,
        [
            (1, "een // geen commentaar \\\" einde", "leta="),
            (2, "met \" erin", "letb="),
            (2, "x", "letd:&'staticstr="),
            (3, "twee\nregels", "call("),
        ]
    );
    assert_eq!(names("a::b (c_1)"), [("a", "::b (c_1)"), ("b", " (c_1)"), ("c_1", ")")]);
}
