//! Words that a person reads stand in `texts`, not in a widget.

use super::source::{Literal, Source, below, none};

/// What draws or says its text: a literal in one of these is a word for people. Ids and names of fonts go elsewhere.
const WIDGETS: &[&str] = &[
    "label",
    "button",
    "small_button",
    "heading",
    "strong",
    "weak",
    "small",
    "monospace",
    "code",
    "checkbox",
    "radio",
    "radio_value",
    "selectable_label",
    "selectable_value",
    "toggle_value",
    "link",
    "hyperlink_to",
    "menu_button",
    "collapsing",
    "hint_text",
    "on_hover_text",
    "on_disabled_hover_text",
    "colored_label",
    "Button::new",
    "RichText::new",
    "Label::new",
    "Window::new",
    "CollapsingHeader::new",
    "Checkbox::new",
    "selected_text",
    "set_title",
    "with_title",
    "set_file_name",
    "add_filter",
    "labeled",
    "selected",
    "show_tooltip_text",
];

/// Where a literal may look like words and is none that a person reads.
fn aside(literal: &Literal) -> bool {
    let Literal { before, .. } = literal;
    [
        "#[error(",
        "reason=",
        "eprintln!(",
        "debug_struct(",
        "format_args!(",
        "Id::unique(",
        "Id::new(",
        "id_salt(",
    ]
    .iter()
    .any(|own| before.contains(own))
}

/// What stands before the last bracket that is not closed: `ui.label` of `ui.label(`, of `ui.label(a(b),`.
fn innermost_call(before: &str) -> Option<&str> {
    let mut closed = 0;
    for (at, c) in before.char_indices().rev() {
        match c {
            ')' => closed += 1,
            '(' if closed == 0 => return before.get(..at),
            '(' => closed -= 1,
            _ => {}
        }
    }
    None
}

fn in_a_widget(literal: &Literal) -> bool {
    let Some(call) = innermost_call(&literal.before) else { return false };
    WIDGETS.iter().any(|widget| {
        // A type by its name, the rest as methods: our own `label(kind, key)` is another.
        let method = if widget.starts_with(char::is_uppercase) { "" } else { "." };
        call.strip_suffix(widget).is_some_and(|head| {
            head.ends_with(method) && !head.ends_with(|c: char| c.is_alphanumeric() || c == '_')
        })
    })
}

/// A letter followed by more, then a blank or the end of a sentence: `Kies een bestand…`, `Opslaan`. An id is in small
/// letters, a key too.
fn reads_as_words(text: &str) -> bool {
    let mut chars = text.chars();
    let capital = chars.next().is_some_and(char::is_uppercase);
    let rest = chars.as_str();
    let word = rest.chars().take_while(|c| c.is_lowercase()).count() >= 2;
    let sentence = text.contains(' ') && text.ends_with(['.', '…', '?', '!']);
    (capital && word && rest.chars().all(|c| !c.is_ascii_digit() && c != '_')) || sentence
}

/// Names of fonts and the like, which are words only by accident.
const NAMES: &[&str] = &["Praktijkdossier", "Inter", "Noto Sans", "Lucide"];

/// What stands on the keys themselves.
fn is_a_key(text: &str) -> bool {
    ["Ctrl+", "Shift+", "Alt+"].iter().any(|key| text.starts_with(key))
}

fn wrong(source: &Source) -> Vec<String> {
    let of_program = source.literals.iter().filter(|literal| literal.line < source.tests_from);
    of_program
        .filter(|literal| !aside(literal) && literal.text.chars().any(char::is_alphabetic))
        .filter(|literal| !NAMES.contains(&literal.text.as_str()) && !is_a_key(&literal.text))
        .filter(|literal| in_a_widget(literal) || reads_as_words(&literal.text))
        .map(|literal| source.at(literal.line + 1, &format!("{:?} belongs in texts", literal.text)))
        .collect()
}

#[test]
fn words_for_people_live_in_texts() {
    let found: Vec<String> = below("src")
        .filter(|source| {
            ["app", "command_line", "transfer", "issuing", "documents"].contains(&&*source.layer())
        })
        // Below `compose` there are only words of the PDF standard and names of fonts.
        .filter(|source| {
            !["src/documents/pdf", "src/documents/layout"]
                .iter()
                .any(|f| source.path.starts_with(f))
        })
        .flat_map(wrong)
        .collect();
    none(&found);
}

#[test]
fn the_rule_knows_words_from_keys() {
    let (_, literals) = super::source::split(
        r#"
        ui.label("x y"); ui.button("opslaan"); Button::new(format!("{n} stuks")); Id::unique("Zoek hier");
        let a = "Opslaan"; let b = "leerling-id"; let c = "Kies een bestand…"; let d = "weet u het zeker?";
        let e = "B1-K1"; let f = "PDF"; ui.checkbox(&mut on, "aan"); label(kind, "titel"); own_label("vrij"); json!(a.code(), "kort");
        #[error("Not for people")]
        "#,
    );
    let found: Vec<&str> = literals
        .iter()
        .filter(|l| !aside(l) && (in_a_widget(l) || reads_as_words(&l.text)))
        .map(|l| l.text.as_str())
        .collect();
    assert_eq!(
        found,
        ["x y", "opslaan", "Opslaan", "Kies een bestand…", "weet u het zeker?", "aan"]
    );
}
