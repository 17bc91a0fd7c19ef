//! Who may name whom: the table of `docs/architecture.md`.

use super::source::{Source, below, names, none};

/// Each layer, what it may name beside itself, and nothing else of the crate. To widen it is a decision: say why in the
/// commit.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("lib", &[]),
    ("files", &[]),
    ("domain", &[]),
    ("catalogue", &["domain"]),
    ("changes", &["domain"]),
    ("example", &["changes", "domain", "catalogue"]),
    ("pictures", &["domain"]),
    ("store", &["changes", "domain", "files"]),
    ("texts", &["domain", "catalogue"]),
    ("documents", &["domain", "texts"]),
    ("issuing", &["store", "documents", "domain", "files", "texts"]),
    ("transfer", &["store", "changes", "domain", "files", "texts", "catalogue", "pictures"]),
    ("backup", &["store", "domain", "files", "texts"]),
    ("handover", &["backup", "store", "changes", "domain", "pictures"]),
    // Only in tests and while fuzzing.
    ("hostile", BELOW_THE_TOP),
    ("command_line", BELOW_THE_TOP),
    ("app", BELOW_THE_TOP),
    // Of both ends it takes what it hands on.
    ("main", &["app", "command_line", "texts"]),
];

const BELOW_THE_TOP: &[&str] = &[
    "files",
    "domain",
    "catalogue",
    "changes",
    "example",
    "pictures",
    "store",
    "texts",
    "documents",
    "issuing",
    "transfer",
    "backup",
    "handover",
];

/// The sentences for what goes wrong are chosen by a `match` on the errors themselves, so this one file names them.
const ERRORS: (&str, &[&str]) = (
    "src/texts/errors.rs",
    &["files", "store", "documents", "issuing", "pictures", "transfer", "backup", "handover"],
);

/// Crates that have one home.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("rpassword", &["src/main.rs"]),
    ("zeroizing_alloc", &["src/main.rs"]),
    ("rusqlite", &["src/store/"]),
    ("argon2", &["src/store/keys.rs"]),
    ("chacha20poly1305", &["src/store/keys.rs", "src/backup/seal.rs"]),
    ("aes", &["src/store/rescue/pages.rs"]),
    ("cbc", &["src/store/rescue/pages.rs"]),
    ("hmac", &["src/store/rescue/pages.rs"]),
    ("gethostname", &["src/app/desktop.rs"]),
    ("zstd", &["src/backup/"]),
    ("printpdf", &["src/documents/pdf/"]),
    ("lopdf", &["src/documents/pdf/"]),
    ("rustybuzz", &["src/documents/"]),
    ("vello_cpu", &["src/documents/raster/"]),
    ("egui", &["src/app/", "src/main.rs"]),
    ("egui_extras", &["src/app/"]),
    ("eframe", &["src/app/", "src/main.rs"]),
    ("rfd", &["src/app/"]),
    ("lucide_icons", &["src/app/"]),
];

fn may_name(source: &Source, name: &str) -> bool {
    let layer = source.layer();
    let allowed = MAY_NAME.iter().find(|(own, _)| *own == layer).map(|(_, allowed)| *allowed);
    let also = source.path.to_str() == Some(ERRORS.0) && ERRORS.1.contains(&name);
    name == layer || also || allowed.is_some_and(|allowed| allowed.contains(&name))
}

#[test]
fn every_layer_is_in_the_table() {
    let wrong: Vec<String> = below("src")
        .filter(|source| !MAY_NAME.iter().any(|(name, _)| *name == source.layer()))
        .map(|source| source.at(1, "a new layer: say in MAY_NAME what it may name"))
        .collect();
    none(&wrong);
}

#[test]
fn layers_only_look_down() {
    let mut wrong = Vec::new();
    for source in below("src") {
        // `main.rs` is a crate of its own and sees ours from outside.
        let root = if source.layer() == "main" { "praktijkdossier" } else { "crate" };
        for (n, line) in source.program() {
            for (name, behind) in names(line) {
                let Some(path) = behind.strip_prefix("::").filter(|_| name == root) else {
                    continue;
                };
                if path.starts_with('{') || path.starts_with('*') {
                    wrong.push(source.at(n, "one `use` for each module"));
                }
                let named = names(path).first().map_or("", |(named, _)| *named);
                // A macro of the crate stands at its root.
                if !path.starts_with('{') && !may_name(source, named) {
                    wrong.push(source.at(n, &format!("{} names {named}", source.layer())));
                }
            }
        }
    }
    none(&wrong);
}

#[test]
fn nobody_climbs_out_of_a_module() {
    let mut wrong = Vec::new();
    for source in below("src") {
        let parts = source.path.components().count();
        let at_the_door = parts == 2 || (parts == 3 && source.path.ends_with("mod.rs"));
        for (n, line) in source.program() {
            if line.contains("super::super") || (at_the_door && line.contains("super::")) {
                wrong.push(source.at(n, "name it from `crate::`"));
            }
        }
    }
    none(&wrong);
}

#[test]
fn every_crate_has_its_home() {
    let mut wrong = Vec::new();
    for source in below("src") {
        let path = source.path.to_str().unwrap();
        for (n, line) in source.program() {
            for (name, behind) in names(line) {
                let homes =
                    ONLY_IN.iter().find(|(krate, _)| *krate == name).map(|(_, homes)| homes);
                let named = behind.starts_with("::") || behind == ";" || behind.starts_with(" as ");
                if named && homes.is_some_and(|homes| !homes.iter().any(|h| path.starts_with(h))) {
                    wrong.push(source.at(n, &format!("names {name}")));
                }
            }
        }
    }
    none(&wrong);
}

#[test]
fn only_files_writes_files() {
    const WRITING: &[&str] = &[
        "fs::write",
        "fs::rename",
        "fs::copy",
        "fs::remove_",
        "fs::create_dir",
        "fs::set_permissions",
        "File::create",
        "File::options",
        "OpenOptions",
    ];
    let mut wrong = Vec::new();
    for source in below("src").filter(|source| source.layer() != "files") {
        for (n, line) in source.program() {
            if let Some(call) = WRITING.iter().find(|call| line.contains(**call)) {
                wrong.push(source.at(n, &format!("{call}: `files` does that")));
            }
        }
    }
    none(&wrong);
}

#[test]
fn only_main_reads_the_clock() {
    const CLOCKS: &[&str] = &["Timestamp::now", "Zoned::now", "SystemTime", "Instant::now"];
    let mut wrong = Vec::new();
    for source in below("src").filter(|source| source.layer() != "main") {
        for (n, line) in source.program() {
            if let Some(clock) = CLOCKS.iter().find(|clock| line.contains(**clock)) {
                wrong.push(source.at(n, &format!("{clock}: the time is an argument")));
            }
        }
    }
    none(&wrong);
}

#[test]
fn the_domain_knows_no_outside_world() {
    const OUTSIDE: &[&str] =
        &["std::fs", "std::io", "std::env", "std::net", "std::process", "serde", "getrandom"];
    let mut wrong = Vec::new();
    for source in below("src").filter(|source| source.layer() == "domain") {
        for (n, line) in source.program() {
            if let Some(name) = OUTSIDE.iter().find(|name| line.contains(**name)) {
                wrong.push(source.at(n, &format!("domain names {name}")));
            }
        }
    }
    none(&wrong);
}
