//! Words that stand in many places.

pub const NOT_CHOSEN: &str = "Niet gekozen";
pub const DAY_FORM: &str = "dd-mm-jjjj";
pub const CANCEL: &str = "Annuleren";
pub const CLOSE: &str = "Sluiten";
pub const NAME_UNKNOWN: &str = "Naam nog leeg";
pub const NOTHING_FOUND: &str = "Niets gevonden. Typ minder, of iets anders.";

pub const PICK_DAY: &str = "Kies een datum";
pub const MONTH_BEFORE: &str = "Vorige maand";
pub const MONTH_AFTER: &str = "Volgende maand";
pub const WEEKDAYS: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];

/// The calendar beside the field of this name.
pub fn pick_day(label: &str) -> String {
    format!("{PICK_DAY}: {label}")
}

/// What is done, and with what: the name of a button among others that read the same.
pub fn about(act: &str, what: &str) -> String {
    let act = act.trim_end_matches(['…', '.']);
    if what.is_empty() { act.to_owned() } else { format!("{act}: {what}") }
}

/// `1 leerling`, `12 leerlingen`.
pub fn counted(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{} {many}", grouped(number)) }
}

/// A whole number with dots between thousands.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// A name, or that there is none yet: nobody is a blank in a list or a sentence.
pub fn named(name: String) -> String {
    if name.is_empty() { NAME_UNKNOWN.to_owned() } else { name }
}

pub fn and_more(rest: usize) -> String {
    format!("en nog {rest}")
}

pub const fn yes_or_no(yes: bool) -> &'static str {
    if yes { "ja" } else { "nee" }
}

/// The first letter as a capital.
pub fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_button_says_what_it_is_about() {
        assert_eq!(
            super::about("Bewijsnotitie…", "Ontvangt gasten"),
            "Bewijsnotitie: Ontvangt gasten"
        );
        assert_eq!(super::about("Bewijsnotitie…", ""), "Bewijsnotitie");
    }

    #[test]
    fn numbers_are_grouped_by_thousands() {
        for (number, text) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1.000"),
            (100_000, "100.000"),
            (1_234_567, "1.234.567"),
        ] {
            assert_eq!(super::grouped(number), text);
        }
    }
}
